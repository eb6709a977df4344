"""Score tables of any size: in parts, with memory that stays flat, on all cores or on a cluster.

`out` holds `articles/`, `metrics/`, `evidence/`, `removed/` (what was taken out of the pages) and `problems/`, each
with a Parquet file for each part, and `run.json`. A file is there whole or not at all; a run that was stopped goes on
where it was. What is written depends on the files, the measures and the size of the parts alone: not on the engine,
nor on how many workers there are. `opened.py` takes it up again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import EVENT_FILE, Event, read_event
from framing.corpus.load import load_part
from framing.errors import AnalyserError, CorpusError, expect, one_line, several, whole_number
from framing.measures.analyser import Analyser
from framing.measures.analysers import discover
from framing.processes import cores
from framing.schema import EVIDENCE, METRICS, PROBLEMS, empty
from framing.scoring.engines import engine_of
from framing.scoring.parts import SIZE, Part, parts_of, read_part
from framing.scoring.scores import choose, score_batch

RUN = "run.json"
FRAMES = ("metrics", "evidence", "problems", "removed", "articles")
NO_EVENT = {"name": "corpus"}  # what `run.json` says of the event where none was given


@dataclass(frozen=True)
class Job:
    """What is to be done with each part. It is sent to the workers as it is, so it holds paths and names only."""

    out: str
    event: Event
    only: tuple[str, ...] | None = None
    lexicons: tuple[str, ...] = ()
    analysers: tuple[str, ...] = ()
    evidence: bool = True


@dataclass(frozen=True)
class Progress:
    """How far a run is. rate: articles a second, of this run; left: seconds, by that rate."""

    parts: int
    of_parts: int
    articles: int
    rate: float
    left: float


@dataclass(frozen=True)
class Done:
    """What came of a run: articles scored and left out, parts, and of these how many were there before."""

    out: Path
    articles: int
    left_out: int
    parts: int
    there_before: int
    problems: pl.DataFrame = field(repr=False)


def score_files(
    paths: str | Path | Iterable[str | Path],
    out: str | Path,
    engine: str = "local",
    workers: int | None = None,
    only: str | Sequence[str] | None = None,
    lexicons: Iterable[str | Path] = (),
    analysers: Iterable[str | Path] = (),
    event: str | Path | None = None,
    evidence: bool = True,
    size: int = SIZE,
    progress: Callable[[Progress], None] | None = None,
) -> Done:
    """Score the articles of tables (Parquet, CSV, TSV, JSON lines) into the folder `out`; see `Scores.scan`.

    paths: files, folders (Hive-partitioned ones too), patterns. engine: `local`, processes of this machine; `dask`, a
    Dask cluster of this machine; `tcp://HOST:8786`, the scheduler of one that runs (with the extra `dask`). workers: as
    many processes; else one for each core. only, lexicons, analysers: as in `score` and `discover`; files that every
    worker can read. event: a folder whose event.toml names actors and outlets. evidence: write the passages too. size:
    articles of a part, which are in memory together.

    Articles are cleaned as by `load`, but not compared with each other: one that is there twice stays twice. An
    article on which a measure fails, or that ends the process, is named in `problems` and left out.

    Raises CorpusError for paths without articles and where `out` holds another run; UnknownNameError for a measure
    that is not there; AnalyserError for a measure that fails on every article of a part.
    """
    given = several("score_files()", paths, (str, Path), "give tables: files, folders or patterns")
    expect("out", out, (str, Path), "give the folder for the scores")
    whole_number("size", size, 1)
    whole_number("workers", 1 if workers is None else workers, 1)
    folder = Path(out)
    if event is not None and not (Path(event) / EVENT_FILE).is_file():
        raise CorpusError(f"there is no {EVENT_FILE} in {one_line(event)}; give the folder that holds it")
    job = Job(
        str(folder.resolve()),
        read_event(Path(event)) if event is not None else Event(name="corpus", title="Corpus"),
        (only,) if isinstance(only, str) else tuple(only) if only is not None else None,
        tuple(str(Path(path).resolve()) for path in lexicons),
        tuple(str(Path(path).resolve()) for path in analysers),
        evidence,
    )
    parts = parts_of([path if "://" in str(path) else Path(path).absolute() for path in given], size)
    _claim(folder, _identity(job, parts))
    open_ = [part for part in parts if not (folder / "articles" / part.name).is_file()]
    began, articles = time.monotonic(), 0
    with engine_of(engine, min(workers or cores(), max(1, len(open_)))) as run:
        for number, (part, problem) in enumerate(run(_task, job, open_), 1):
            if problem is not None:
                raise problem
            articles += _height(folder / "articles" / part.name)
            rate = articles / max(time.monotonic() - began, 1e-9)
            if progress is not None:
                left = (len(open_) - number) / number * (time.monotonic() - began)
                progress(Progress(len(parts) - len(open_) + number, len(parts), articles, rate, left))
    problems = pl.scan_parquet(folder / "problems" / "*.parquet").collect()
    scored = sum(_height(folder / "articles" / part.name) for part in parts)
    left_out = problems.filter(pl.col("severity") == "error").height
    return Done(folder, scored, left_out, len(parts), len(parts) - len(open_), problems)


def score_part(job: Job, part: Part, skip: frozenset[str] = frozenset()) -> None:
    """Score one part and write its files; `articles` last, which says that the part is done.

    skip: keys of articles that end the process; they are listed and left out.
    """
    raws = list(read_part(part, job.event))
    corpus = load_part(raws, Path(part.path), job.event, dict(part.known))
    chosen = _analysers(job)
    wrong: list[dict[str, Any]] = [
        _problem(corpus, key, "ends the process that measures it: left out") for key in sorted(skip)
    ]
    good = corpus.select([key for key in corpus.articles["article"] if key not in skip]) if skip else corpus
    metrics, evidence, failed = _score(good, chosen)
    if failed and len(failed) == good.articles.height > 1:
        raise AnalyserError(f"every article of {one_line(part.path)} fails: {next(iter(failed.values()))}")
    wrong += [_problem(corpus, key, f"cannot be measured ({what}): left out") for key, what in sorted(failed.items())]
    left_out = [*skip, *failed]
    problems = pl.concat([corpus.problems, pl.DataFrame(wrong, schema=dict(PROBLEMS))]) if wrong else corpus.problems
    articles = corpus.articles.filter(~pl.col("article").is_in(left_out)) if left_out else corpus.articles
    for name, frame in zip(FRAMES, (metrics, evidence, problems, corpus.removed, articles), strict=True):
        if name != "evidence" or job.evidence:
            _write(frame, Path(job.out) / name / part.name)


def _task(job: Job, part: Part, alone: bool = False) -> None:
    """`score_part`, for the engines. alone: the part has ended a process before; mark each article before it is tried.

    An engine tries such a part again until it gets through: the article that was marked last is left out the next time.
    """
    marks = Path(job.out) / ".tried" / part.name
    if not alone:
        score_part(job, part)
        return
    marks.mkdir(parents=True, exist_ok=True)
    ended = {path.read_text(encoding="utf-8") for path in marks.glob("ended-*")}
    corpus = load_part(list(read_part(part, job.event)), Path(part.path), job.event, dict(part.known))
    now = marks / f"ended-{len(ended):06d}"
    for key in corpus.articles["article"]:
        if key not in ended:
            now.write_text(key, encoding="utf-8")
            _score(corpus.select([key]), _analysers(job))
    now.unlink(missing_ok=True)
    score_part(job, part, frozenset(ended))
    for path in marks.glob("ended-*"):
        path.unlink()
    marks.rmdir()


def _analysers(job: Job) -> tuple[Analyser, ...]:
    return _chosen(job.lexicons, job.analysers, job.only)


@lru_cache(maxsize=4)
def _chosen(lexicons: tuple[str, ...], files: tuple[str, ...], only: tuple[str, ...] | None) -> tuple[Analyser, ...]:
    return choose(discover(map(Path, lexicons), map(Path, files)), only)


def _score(corpus: Corpus, analysers: Sequence[Analyser]) -> tuple[pl.DataFrame, pl.DataFrame, dict[str, str]]:
    """Metrics, evidence, and the articles on which a measure fails, with why: halved until such a one stands alone."""
    if not corpus.articles.height or not analysers:
        return empty(METRICS), empty(EVIDENCE), {}
    try:
        return (*score_batch(corpus, analysers), {})
    except Exception as problem:
        keys = corpus.articles["article"].to_list()
        if len(keys) == 1:
            return empty(METRICS), empty(EVIDENCE), {keys[0]: one_line(f"{type(problem).__name__}: {problem}", 200)}
    half = len(keys) // 2
    left, right = (_score(corpus.select(some), analysers) for some in (keys[:half], keys[half:]))
    return pl.concat([left[0], right[0]]), pl.concat([left[1], right[1]]), left[2] | right[2]


def _problem(corpus: Corpus, key: str, problem: str) -> dict[str, Any]:
    """A row of `schema.PROBLEMS` for an article, named by its file and key."""
    file = corpus.articles.filter(pl.col("article") == key)["source_file"]
    place = f"{file[0] if len(file) else '?'}: {key}"
    advice = "look at its text, or at your own measure"
    return {"file": one_line(place, 300), "line": None, "severity": "error", "problem": problem, "advice": advice}


def _write(frame: pl.DataFrame, path: Path) -> None:
    """The file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        frame.write_parquet(half, compression="zstd", compression_level=1)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _identity(job: Job, parts: Sequence[Part]) -> dict[str, Any]:
    """What decides the result: files with their sizes, parts, measures, versions."""
    import framing

    measures = {item.name: item.fingerprint for item in _analysers(job)}
    files = {part.path: [Path(part.path).stat().st_size, Path(part.path).stat().st_mtime_ns] for part in parts}
    plan = hashlib.sha256(repr((parts, sorted(measures.items()), job.event)).encode()).hexdigest()
    return {
        "framing": framing.__version__, "polars": pl.__version__, "plan": plan, "parts": len(parts),
        "evidence": job.evidence, "measures": measures, "files": files, "event": _described(job.event),
    }  # fmt: skip


def _described(event: Event) -> dict[str, Any]:
    """The event as JSON keeps it."""
    if event == Event(name="corpus", title="Corpus"):
        return NO_EVENT
    return dict(json.loads(json.dumps(asdict(event), default=str)))


def _claim(folder: Path, identity: dict[str, Any]) -> None:
    """Begin a run in the folder, or go on with the same one."""
    path = folder / RUN
    text = json.dumps(identity, indent=1, sort_keys=True)
    if path.is_file():
        if path.read_text(encoding="utf-8") != text:
            why = "other files, measures, sizes of parts or versions"
            raise CorpusError(f"{one_line(folder)} holds a run of {why}; give another folder, or remove this one")
    elif folder.is_dir() and any(folder.iterdir()):
        raise CorpusError(f"{one_line(folder)} is not empty and holds no run; give another folder")
    else:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _height(path: Path) -> int:
    return int(pl.scan_parquet(path).select(pl.len()).collect().item())
