"""The same parts, scored by the local engine, by Dask and by Ray: time, memory, and what a killed worker costs.

    python scripts/engines.py 10000                       # articles of shuffled sentences, two workers
    python scripts/engines.py 3000 --kill                 # a worker is killed once a third of the parts are done
    python scripts/engines.py 10000 --engines local dask  # some of them

Ray needs no engine of framing's: what it runs here is the very function that the others run, as Ray's remote tasks.
Wall time is that of the work, without the start, which stands apart; CPU time and memory (proportional set size) are
those of the process and all its descendants, looked at five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import bench

ENGINES = ("local", "dask", "ray")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int)
    options.add_argument("--engines", nargs="*", default=ENGINES)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--kill", action="store_true")
    options.add_argument("--run", nargs=3, metavar=("ENGINE", "FOLDER", "OUT"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.run:
        engine, news, scores = chosen.run
        run(engine, news, scores, chosen.workers)
        return
    print("| engine | start, s | work, s | CPU, s | most memory, MB | done again | same bytes |")
    print("|---" * 7 + "|")
    with tempfile.TemporaryDirectory() as work:
        folder = bench.made(chosen.articles, Path(work) / "news", a_file=500)
        first: dict[str, bytes] | None = None
        for engine in chosen.engines:
            out = Path(work) / engine
            told = watched(engine, folder, out, chosen.workers, chosen.kill)
            bytes_ = {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("part-*.parquet"))}
            first = first or bytes_
            again = told["tasks"] - told["parts"]
            print(
                f"| {engine} | {told['start']:.1f} | {told['work']:.1f} | {told['cpu']:.1f} | {told['memory']:.0f} | "
                f"{again} | {'yes' if bytes_ == first else 'no'} |",
                flush=True,
            )


def watched(engine: str, folder: Path, out: Path, workers: int, kill: bool) -> dict[str, Any]:
    """One run in a process of its own: what it says, and what was seen from outside."""
    psutil: Any = import_module("psutil")
    command = [sys.executable, __file__, "0", "--workers", str(workers), "--run", engine, str(folder), str(out)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(bench.ROOT), os.environ.get("PYTHONPATH", "")])}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    spent: dict[int, float] = {}
    memory, killed, looks = 0.0, False, 0
    while child.poll() is None:
        now = 0.0
        for process in [psutil.Process(child.pid), *psutil.Process(child.pid).children(recursive=True)]:
            try:
                times = process.cpu_times()
                spent[process.pid] = times.user + times.system
                if looks % 5 == 0:
                    now += process.memory_full_info().pss / 2**20
            except psutil.Error:
                continue
        memory, looks = max(memory, now), looks + 1
        done = len(list((out / "articles").glob("part-*"))) if kill and not killed else 0
        if done and (busy := [int(path.name) for path in (out / ".pids").glob("*")]):
            os.kill(busy[-1], signal.SIGKILL)
            killed = True
        time.sleep(0.2)
    said = child.stdout.read() if child.stdout else ""
    if child.returncode:
        raise SystemExit(f"{engine}: failed")
    tasks = sum(int(path.read_text()) for path in (out / ".pids").glob("*"))
    return {**json.loads(said.splitlines()[-1]), "cpu": sum(spent.values()), "memory": memory, "tasks": tasks}


def run(engine: str, folder: str, out: str, workers: int) -> None:
    """Score the folder on an engine; print the seconds."""
    from framing.corpus.event import Event
    from framing.scoring.engines import engine_of
    from framing.scoring.files import FRAMES, Job
    from framing.scoring.parts import parts_of

    for name in (*FRAMES, ".pids"):
        (Path(out) / name).mkdir(parents=True)
    job = Job(out, Event(name="corpus", title="Corpus"))
    parts = parts_of([Path(folder)], 500)
    began = time.monotonic()
    if engine == "ray":
        done = on_ray(job, parts, workers)
        next(done)
        ready = time.monotonic()
        count = sum(1 for _ in done)
    else:
        with engine_of(engine, workers) as go:
            ready = time.monotonic()
            count = sum(problem is None for _, problem in go(task, job, parts))
    end = time.monotonic()
    assert count == len(parts)
    print(json.dumps({"start": ready - began, "work": end - ready, "parts": len(parts)}))


def on_ray(job: Any, parts: list[Any], workers: int) -> Iterator[None]:
    """Ray's remote tasks: one a part, given again when its worker dies."""
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0"}
    ray: Any = import_module("ray")
    threads = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": threads})
    yield
    given = ray.remote(num_cpus=1, max_retries=2)(task)
    left = [given.remote(job, part) for part in parts]
    while left:
        (first,), left = ray.wait(left, num_returns=1)
        ray.get(first)
        yield
    ray.shutdown()


def task(job: Any, part: Any, alone: bool = False) -> None:
    """The very function that framing's engines run; who ran it, and how often, is noted beside."""
    from framing.scoring.files import _task

    note = Path(job.out) / ".pids" / str(os.getpid())
    note.write_text(str(int(note.read_text()) + 1 if note.exists() else 1))
    _task(job, part, alone)


if __name__ == "__main__":
    main()
