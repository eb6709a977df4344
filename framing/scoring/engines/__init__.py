"""Where parts are worked on: one engine, one file. All call the same function on the same parts.

An engine is a context that gives a function: `run(task, job, parts)` yields each part once it is done, in any order,
with what went wrong (an exception of ours), or None. `task(job, part)` writes its own files, so nothing large travels.
A part whose process ends is given again; one that ends it twice is given as `task(job, part, alone=True)`, which finds
the article that does it.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from framing.errors import UnknownNameError
from framing.scoring.engines.contract import Run


def engine_of(name: str, workers: int) -> AbstractContextManager[Run]:
    """The engine of that name, or at that address. Raises UnknownNameError for none."""
    if name == "local":
        from framing.scoring.engines.local import local

        return local(workers)
    if name == "dask" or "://" in name:
        from framing.scoring.engines.dask import dask

        return dask(None if name == "dask" else name, workers)
    raise UnknownNameError("engine", name, ("local", "dask"))
