"""Files are written whole or not at all, and by one run at a time.

A file is written beside under a name that begins with a dot, and then takes its place in one step. What a run that was
killed leaves beside is cleared by `clear_parts`.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_PART = re.compile(r"\..+-(\d+)-\w+\.part")


@contextlib.contextmanager
def whole(path: Path, over: bool = True) -> Iterator[Path]:
    """The place to write a file to, which becomes `path` when all went well.

    over: whether a file that is there is replaced; otherwise FileExistsError. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}-{os.getpid()}-", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o666 & ~_umask())
        if over:
            part.replace(path)
        else:
            _link(part, path)
    finally:
        part.unlink(missing_ok=True)


def clear_parts(folder: Path) -> None:
    """Take away what killed runs left in a folder."""
    for path in folder.iterdir():
        found = _PART.fullmatch(path.name)
        if found and path.is_file() and not path.is_symlink() and not alive(int(found[1])):
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def alone(folder: Path, wait: bool = True) -> Iterator[None]:
    """Nobody else who asks is in this folder meanwhile, where the system has such locks.

    wait: until others are done; otherwise BlockingIOError is raised where somebody is there.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(place, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(place)


def alive(process: int) -> bool:
    """Whether a process of that number runs on this machine."""
    if process == os.getpid() or os.name == "nt":  # there, asking a process this way would end it
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _link(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file, part.open("rb") as written:
            shutil.copyfileobj(written, file)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
