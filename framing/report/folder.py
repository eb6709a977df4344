"""Put a folder of files into place whole or not at all.

The files are written into a folder beside, which then takes the place of the old one in one step. Whoever is killed
leaves the old folder or the new one, never a mixture; what such a run leaves beside is cleared by the next.
Files that somebody else put into the folder of a report stay; a folder that holds only such files is not written to.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from framing.errors import ReportError, one_line
from framing.whole import alive, alone

_KINDS = {"event": "an event", "study": "a study"}
MANIFEST = "run.json"  # names the files of a report under "files"


def put(folder: Path, files: Iterable[tuple[str, bytes]], manifest: Callable[[list[str]], bytes]) -> list[Path]:
    """Write files, and a manifest of their names, as the new content of a folder; the paths of all of them.

    Raises ReportError where the folder cannot be written: the old one is as it was.
    """
    given, folder = folder, free(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with alone(folder.parent):
            clear(folder)
            staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-new-{os.getpid()}-", dir=_beside(folder)))
    except OSError as problem:
        raise ReportError(
            f"cannot write to {one_line(folder.parent)}: {_why(problem)}; choose another --out"
        ) from problem
    try:
        names = []
        for name, content in files:
            _write(staging / name, content)
            names.append(name)
        _write(staging / MANIFEST, manifest([*names, MANIFEST]))
        staging.chmod(0o777 & ~_umask())
        with alone(folder.parent):
            if _is_fixed(folder):  # file by file, the manifest last
                _move_each(staging, folder, [*names, MANIFEST])
            else:
                _swap(staging, folder)
    except OSError as problem:
        raise ReportError(f"cannot write {one_line(folder)}: {_why(problem)}; choose another --out") from problem
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [given / name for name in (*names, MANIFEST)]


def free(folder: Path, kind: str = "") -> Path:
    """The folder that is written to for this one: where a link leads, for that goes on leading there.

    kind: of the report, `event` or `study`.

    Raises ReportError for what is no folder, for one that holds files and no report (nobody's files are moved), and for
    one with a report of the other kind: a study and an event may have one name.
    """
    given, folder = folder, folder.resolve()
    held = _held(folder)
    if held == "a file":
        raise ReportError(f"{one_line(folder)} is no folder; choose another --out")
    if held == "other files":
        advice = f"name one for the report with --out, such as {one_line(given / 'report')}"
        raise ReportError(f"{one_line(folder)} holds other files and no report; {advice}")
    for other in _KINDS.keys() - {kind} if kind else ():
        if other in _manifest(folder):
            advice = f"name another folder with --out, such as {one_line(given)}-{kind}"
            raise ReportError(f"{one_line(folder)} holds the report of {_KINDS[other]}; {advice}")
    return folder


def _held(folder: Path) -> str:
    """What is in the place of a report: nothing or a report, `a file`, or `other files` in a folder.

    Nobody swaps reports meanwhile: what was there at one look could be gone at the next.
    """
    if not folder.exists():
        return ""
    try:
        with alone(folder.parent):
            if not folder.exists() or written_before(folder):
                return ""
            if not folder.is_dir():
                return "a file"
            return "other files" if any(path.name[0] != "." for path in folder.iterdir()) else ""
    except OSError as problem:
        raise ReportError(f"cannot read {one_line(folder)}: {_why(problem)}; choose another --out") from problem


def clear(folder: Path) -> None:
    """Bring back or clear away what a run that was killed left beside the folder, or in it."""
    for path in sorted(path for place in (folder.parent, folder) if place.is_dir() for path in place.iterdir()):
        found = re.fullmatch(re.escape(f".{folder.name}") + r"-(new|old|gone)-(\d+)-\w+", path.name)
        if found is None or not path.is_dir() or path.is_symlink() or alive(int(found[2])):
            continue
        if found[1] == "old" and not folder.exists():
            path.rename(folder)
        elif found[1] == "old":
            _retire(path, folder)
        else:
            shutil.rmtree(path, ignore_errors=True)


def written_before(folder: Path) -> set[str]:
    """The files that the last report in this folder says it wrote, and nothing outside the folder."""
    names = _manifest(folder).get("files")
    return {name for name in names if isinstance(name, str) and _inside(name)} if isinstance(names, list) else set()


def _manifest(folder: Path) -> dict[str, object]:
    """What the last report in this folder says of itself; nothing where that cannot be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return 0 < len(parts) < 3 and not name.startswith("/") and ".." not in parts and not set(name) & set("\\:\0")


def _swap(staging: Path, folder: Path) -> None:
    old = _named(staging, folder, "old")
    with contextlib.suppress(FileNotFoundError):
        folder.rename(old)
    staging.rename(folder)
    if old.is_dir():
        _retire(old, folder)


def _retire(old: Path, folder: Path) -> None:
    """Take away an old folder, but for what somebody else put there; half away, it is not read any more."""
    _carry(old, folder)
    gone = _named(old, folder, "gone")
    old.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _named(path: Path, folder: Path, what: str) -> Path:
    prefix = f".{folder.name}-"
    return path.with_name(f"{prefix}{what}-" + path.name.removeprefix(prefix).partition("-")[2])


def _carry(old: Path, folder: Path) -> None:
    """Move what somebody else put into the old folder to the new one."""
    ours = written_before(old)
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old).as_posix()
        target = folder / name
        if name in ours or (path.is_dir() and not path.is_symlink()) or target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)


def _move_each(staging: Path, folder: Path, names: list[str]) -> None:
    gone = written_before(folder) - set(names)
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (staging / name).replace(folder / name)
    for name in sorted(gone):
        (folder / name).unlink(missing_ok=True)


def _beside(folder: Path) -> Path:
    return folder if _is_fixed(folder) else folder.parent


def _is_fixed(folder: Path) -> bool:
    """Whether a folder cannot be renamed, or should not: a mount, or one that somebody stands in."""
    return folder.is_mount() or (folder.is_dir() and Path.cwd().is_relative_to(folder))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _why(problem: OSError) -> str:
    return problem.strerror or one_line(problem, 60)
