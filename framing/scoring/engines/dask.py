"""A Dask cluster: processes of this machine, or of many whose scheduler runs already (extra `dask`).

Futures, one for a part: polars reads and writes inside, and nothing but names travels. A part is given again when its
worker dies; one that is there each time is tried in this process's own child, article by article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from framing.errors import FramingError, install, one_line
from framing.scoring.engines.contract import TIMES, Run, Task
from framing.scoring.engines.local import alone

_AHEAD = 4  # parts that wait for each worker
_PATIENCE = 60  # seconds until a scheduler must have answered


@contextmanager
def dask(address: str | None, workers: int) -> Iterator[Run]:
    """An engine on the cluster at this address; without one, on so many processes of this machine."""
    try:
        config, distributed = import_module("dask.config"), import_module("distributed")
    except ImportError as problem:
        raise FramingError(f"the engine dask is not installed; {install('dask')}, or leave --engine out") from problem
    settings = {
        "distributed.scheduler.allowed-failures": TIMES - 1,
        "distributed.nanny.pre-spawn-environ": {
            "POLARS_MAX_THREADS": 1,
            "OMP_NUM_THREADS": 1,
            "OPENBLAS_NUM_THREADS": 1,
        },
    }
    with config.set(settings):
        try:
            cluster = address or distributed.LocalCluster(
                n_workers=max(1, workers), threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
            )
            client = distributed.Client(cluster, timeout=_PATIENCE)
        except OSError as problem:
            raise FramingError(f"no Dask scheduler answers at {one_line(address)}; is it running?") from problem
        try:
            yield lambda task, job, parts: _run(distributed, client, task, job, parts)
        finally:
            client.close()
            if not isinstance(cluster, str):
                cluster.close()


def _run(
    distributed: Any, client: Any, task: Task, job: Any, parts: Sequence[Any]
) -> Iterator[tuple[Any, Exception | None]]:
    slots = max(1, sum(client.nthreads().values()))
    left, running = list(reversed(parts)), distributed.as_completed()
    of: dict[str, Any] = {}
    ended: list[Any] = []

    def give() -> None:
        while left and len(of) < slots * _AHEAD:
            part = left.pop()
            future = client.submit(task, job, part, pure=False, key=part.name)
            of[future.key] = part
            running.add(future)

    give()
    for future in running:
        part = of.pop(future.key)
        problem = future.exception()
        if isinstance(problem, distributed.KilledWorker):
            ended.append(part)
        elif problem is not None and not isinstance(problem, FramingError):
            raise problem
        else:
            yield part, problem
        give()
    for part in ended:  # here, with a process of its own: a cluster takes long to start a worker again
        yield part, alone(task, job, part)
