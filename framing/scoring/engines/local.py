"""Processes of this machine, one for each core: see `framing.processes`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from framing.errors import FramingError
from framing.processes import AHEAD, guard, processes
from framing.scoring.engines.contract import ALONE, TIMES, Run, Task


@contextmanager
def local(workers: int) -> Iterator[Run]:
    """An engine of so many processes; one works in this process."""
    guard()
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
        with processes(workers) as pool:
            running: dict[Future[None], Any] = {}
            try:
                while left or running:
                    while left and len(running) < workers * AHEAD:
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
        with processes(1) as pool:
            try:
                pool.submit(task, job, part, True).result()
                return None
            except BrokenProcessPool:
                continue
    return FramingError(
        f"more than {ALONE} articles of {part.path} end the process that measures them; look at this file"
    )
