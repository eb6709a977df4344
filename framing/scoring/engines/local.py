"""Processes of this machine, one for each core, each with one thread of polars: measured faster than polars' threads.

They are started anew (*spawn*), which works on every system; a script that calls this must have its call under
`if __name__ == "__main__":`.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from framing.errors import FramingError
from framing.scoring.engines.contract import ALONE, TIMES, Run, Task

_AHEAD = 2  # parts that wait for each worker
_ONE_THREAD = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@contextmanager
def local(workers: int) -> Iterator[Run]:
    """An engine of so many processes; one works in this process."""
    if multiprocessing.parent_process() is not None:
        raise FramingError(
            "this script is run again by its own workers; put what it does under if __name__ == '__main__':"
        )
    yield _here if workers <= 1 else lambda task, job, parts: _pool(task, job, parts, workers)


def _here(task: Task, job: Any, parts: Sequence[Any]) -> Iterator[tuple[Any, Exception | None]]:
    for part in parts:
        task(job, part)
        yield part, None


def _pool(task: Task, job: Any, parts: Sequence[Any], workers: int) -> Iterator[tuple[Any, Exception | None]]:
    left, ended = list(reversed(parts)), Counter[Any]()
    while left:
        if worst := next((part for part in left if ended[part] >= TIMES), None):  # nothing else runs beside it
            left.remove(worst)
            yield worst, alone(task, job, worst)
            continue
        with _workers(workers) as pool:
            running: dict[Future[None], Any] = {}
            try:
                while left or running:
                    while left and len(running) < workers * _AHEAD:
                        part = left.pop()
                        running[pool.submit(task, job, part)] = part
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        future.result()
                        yield running.pop(future), None
            except BrokenProcessPool:
                ended.update(running.values())
                left.extend(running.values())
            except GeneratorExit:
                pool.shutdown(cancel_futures=True)
                raise


def alone(task: Task, job: Any, part: Any) -> Exception | None:
    """A part that ends processes, with a process of its own: article by article, the worse ones marked and left out."""
    for _ in range(ALONE):
        with _workers(1) as pool:
            try:
                pool.submit(task, job, part, True).result()
                return None
            except BrokenProcessPool:
                continue
    return FramingError(
        f"more than {ALONE} articles of {part.path} end the process that measures them; look at this file"
    )


@contextmanager
def _workers(workers: int) -> Iterator[ProcessPoolExecutor]:
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            yield pool
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
