"""Work in several processes of this machine, each with one thread of polars: measured faster than polars' threads.

They are started anew (*spawn*), which works on every system; a script that has work done so must have its call under
`if __name__ == "__main__":`.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from framing.errors import FramingError

C = TypeVar("C")
P = TypeVar("P")
R = TypeVar("R")
AHEAD = 2  # parts that wait for each process
_ONE_THREAD = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
SMALL = 1_000_000  # bytes of an event: some two hundred articles
_task: Any = None  # of this process, where it is one of several: the function, and what is the same for every part


def cores() -> int:
    """How many processes may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def few_threads(place: Path) -> None:
    """One thread of polars in this process, for an event so small that several would do little but wait for each other.

    Measured on two cores: an event of 14 articles takes a tenth more CPU time with two threads, in the same time.
    Nothing is done where polars is loaded already, or where POLARS_MAX_THREADS is set.
    """
    if "polars" in sys.modules:
        return
    files = (
        (Path(folder) / name for folder, _, names in os.walk(place) for name in names) if place.is_dir() else [place]
    )
    left = SMALL
    for file in files:
        with suppress(OSError):
            left -= max(1_000, file.stat().st_size)  # of very many files not all are asked
        if left < 0:
            return
    os.environ.setdefault("POLARS_MAX_THREADS", "1")


def spread(function: Callable[[C, P], R], common: C, parts: Iterable[P], workers: int = 1) -> Iterator[tuple[P, R]]:
    """Each part with `function(common, part)`, in the order of the parts: from so many processes; one works in this.

    common: what is the same for every part; it is sent to each process once. Few parts are held at a time, so these
    may be made while they are asked for.

    Raises FramingError where a process is ended from outside, as where memory is short.
    """
    if workers <= 1:
        for part in parts:
            yield part, function(common, part)
        return
    coming = iter(parts)
    waiting: deque[tuple[P, Future[R]]] = deque()
    with processes(workers, _begin, (function, common)) as pool:
        try:
            while True:
                while len(waiting) < workers * AHEAD and (following := list(_first(coming))):
                    waiting.append((following[0], pool.submit(_work, following[0])))
                if not waiting:
                    return
                part, future = waiting.popleft()
                yield part, future.result()
        except BrokenProcessPool as problem:
            raise FramingError(
                "a process that worked on some of the articles was ended: is memory short? use fewer workers "
                "(a script needs if __name__ == '__main__': around what it does)"
            ) from problem
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def processes(
    workers: int, begin: Callable[..., None] | None = None, given: tuple[Any, ...] = ()
) -> Iterator[ProcessPoolExecutor]:
    """So many processes, each of which calls `begin(*given)` first. Raises FramingError within one of them."""
    guard()
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(workers, mp_context=spawn, initializer=begin, initargs=given) as pool:
            yield pool
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def guard() -> None:
    """Nothing, in the process that was started first. Raises FramingError in one of those that it started."""
    # A process that is only being started has no parent yet: it says that it inherits.
    starting = getattr(multiprocessing.current_process(), "_inheriting", False)
    if starting or multiprocessing.parent_process() is not None:
        raise FramingError(
            "this script is run again by its own workers; put what it does under if __name__ == '__main__':"
        )


def _first(parts: Iterator[P]) -> Iterator[P]:
    for part in parts:
        yield part
        return


def _begin(function: Callable[[Any, Any], Any], common: Any) -> None:
    global _task
    _task = function, common


def _work(part: Any) -> Any:
    function, common = _task
    return function(common, part)
