"""Scores that `score_files` wrote, taken up again: a large corpus is measured once and compared many times.

Articles and values are read whole; passages stay in their files until some are asked for (`Scores.evidence_where`).
What needs all articles at once, and so was left undone part by part, is done here as `load` does it: one name for each
outlet, one key for each article, an article that is there twice kept once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from framing.corpus.cleaning.duplicates import kept_once, versions
from framing.corpus.corpus import Corpus, numbers_of
from framing.corpus.event import Event, event_of, slug
from framing.corpus.files.identity import digest
from framing.corpus.metadata.metadata import OutletNames
from framing.errors import AnalyserError, CorpusError, one_line
from framing.measures.analyser import Analyser
from framing.measures.analysers import discover
from framing.schema import ARTICLES, EVIDENCE, METRICS, PROBLEMS, REMOVED, Schema, conform
from framing.scoring.files import NO_EVENT, RUN
from framing.scoring.parts import part_name
from framing.scoring.scores import Scores, choose, declared

_KINDS: Mapping[str, Schema] = {
    "articles": ARTICLES, "metrics": METRICS, "evidence": EVIDENCE, "removed": REMOVED, "problems": PROBLEMS,
}  # fmt: skip


def open_scores(
    folder: str | Path,
    only: str | Sequence[str] | None = None,
    lexicons: Iterable[str | Path] = (),
    analysers: Iterable[str | Path] = (),
) -> Scores:
    """The scores in a folder of `score_files`, as `score` gives them of the same articles.

    only: measures to keep. lexicons, analysers: the files of measures of your own that were used. The event is that of
    the run; without one it is called after the folder.

    Raises CorpusError for a folder that is no run of this version, is not complete or holds no texts or passages;
    AnalyserError where a measure is not as it was; UnknownNameError for a name in `only`.
    """
    place = Path(folder)
    run = _run(place)
    found = _measures(run, discover(map(Path, lexicons), map(Path, analysers)), place)
    chosen = choose(found, [only] if isinstance(only, str) else only)
    parts = _parts(place, run)
    event = _event(run, place)
    articles, moved, problems = _articles(place, parts, event)
    corpus = Corpus(
        event,
        articles,
        _frame(place / "removed", parts, moved).collect(),
        pl.concat([_frame(place / "problems", parts, {}).collect(), problems]),
    )
    names = list(declared(chosen, corpus))
    wanted = pl.col("metric").is_in(names) if only is not None else pl.lit(True)
    metrics, evidence = (_frame(place / kind, parts, moved).filter(wanted) for kind in ("metrics", "evidence"))
    return Scores(corpus, conform(metrics.collect().sort("article", "metric"), METRICS, "metrics"), evidence, chosen)


def _run(place: Path) -> dict[str, Any]:
    """`run.json` of a folder of this version."""
    import framing

    try:
        run = json.loads((place / RUN).read_text(encoding="utf-8"))
        version, whole = run["framing"], {"parts", "evidence", "event", "measures"} <= run.keys()
        whole = whole and isinstance(run["parts"], int) and isinstance(run["measures"], dict)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        what = "holds no scores; give the folder that `framing score TABLE --out` wrote"
        raise CorpusError(f"{one_line(place)} {what}") from problem
    if version != framing.__version__ or not whole:
        what = f"was scored by another version of framing ({one_line(version, 20)}); score its tables again"
        raise CorpusError(f"{one_line(place)} {what}")
    if not run["evidence"]:
        what = "holds no passages (--no-evidence), without which nothing is said of words; score its tables with them"
        raise CorpusError(f"{one_line(place)} {what}")
    return dict(run)


def _measures(run: Mapping[str, Any], known: Sequence[Analyser], place: Path) -> tuple[Analyser, ...]:
    """The analysers of the run, each as it was."""
    there = {item.name: item for item in known}
    for name, fingerprint in run["measures"].items():
        if name not in there:
            what = (
                f"was scored with {one_line(name, 40)}, which is not here; give its file with --lexicon or --analyser"
            )
            raise AnalyserError(f"{one_line(place)} {what}")
        if there[name].fingerprint != fingerprint:
            what = f"was scored with another version of {one_line(name, 40)}; score its tables again"
            raise AnalyserError(f"{one_line(place)} {what}")
    return tuple(item for item in known if item.name in run["measures"])


def _parts(place: Path, run: Mapping[str, Any]) -> list[str]:
    """The names of the run's files, where all are there and hold what they must."""
    done = sum(1 for _ in (place / "articles").glob("part-*.parquet"))
    if done < run["parts"]:
        what = f"holds {done} of {run['parts']:,} parts; run `framing score` again, which goes on where it was"
        raise CorpusError(f"{one_line(place)} {what}")
    names = [part_name(number) for number in range(run["parts"])]
    for kind, schema in _KINDS.items():
        for name in names:
            path = place / kind / name
            try:
                lacking = set(schema) - set(pl.read_parquet_schema(path))
            except (OSError, pl.exceptions.PolarsError) as problem:
                what = (
                    f"lacks {kind}/{name}, or it cannot be read; remove articles/{name} and run `framing score` again"
                )
                raise CorpusError(f"{one_line(place)} {what}") from problem
            if "text" in lacking:
                what = f"holds no texts ({kind}/{name}): no copies can be found in it and nothing can be quoted"
                raise CorpusError(f"{one_line(place)} {what}; compare where the texts are")
            if lacking:
                raise CorpusError(f"{one_line(path)} lacks {min(lacking)}; score the tables again")
    return names


def _event(run: Mapping[str, Any], place: Path) -> Event:
    """The event of the run; without one, an event that is called after the folder."""
    if run["event"] == NO_EVENT:
        title = place.resolve().name.replace("-", " ").replace("_", " ").strip()
        return Event(place.resolve().name, title[:1].upper() + title[1:])
    try:
        return event_of(run["event"])
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise CorpusError(f"{one_line(place / RUN)} does not hold an event; score the tables again") from problem


def _articles(
    place: Path, parts: Sequence[str], event: Event
) -> tuple[pl.DataFrame, dict[int, pl.DataFrame], pl.DataFrame]:
    """`schema.ARTICLES` with the extra columns; by part, the articles that are called otherwise now or left out (was,
    article, outlet, kept); `schema.PROBLEMS` of those."""
    read = [pl.read_parquet(place / "articles" / name).with_columns(part=number) for number, name in enumerate(parts)]
    frame = pl.concat(read, how="diagonal_relaxed")
    names = OutletNames(event)
    names.learn(frame["outlet"])
    outlets = {name: names.name(name) or name for name in frame["outlet"].unique().sort()}
    rows = frame.select("article", "outlet", "text").iter_rows()
    keys = _keys((key, outlet, outlets[outlet], text) for key, outlet, text in rows)
    frame = frame.with_columns(
        was="article",
        article=pl.Series(list(keys), dtype=pl.String),
        said="outlet",
        outlet=pl.col("outlet").replace(outlets),
    )
    bodies = frame.select("outlet", pl.col("text").str.slice(pl.col("body_start"))).rows()
    twice = versions(bodies)
    frame = frame.with_columns(kept=~pl.int_range(pl.len()).is_in(list(twice)))
    noted = [
        (frame["source_file"][number], None, "note", *kept_once(frame["article"][other], share))
        for number, (other, share) in twice.items()
    ]
    changed = frame.filter(
        (pl.col("was") != pl.col("article")) | (pl.col("said") != pl.col("outlet")) | ~pl.col("kept")
    )
    moved = changed.select("part", "was", "article", "outlet", "kept").partition_by(
        "part", as_dict=True, include_key=False
    )
    own = frame.filter("kept").drop("part", "was", "said", "kept").sort("article")
    articles = conform(own, ARTICLES, "articles")
    extra = [numbers_of(own[name]) for name in own.columns if name not in ARTICLES]
    return (
        articles.with_columns(extra),
        {int(number): part for (number,), part in moved.items()},
        pl.DataFrame(noted, schema=dict(PROBLEMS), orient="row"),
    )


def _keys(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """One key for each article (key, outlet, the outlet's name now, text): as it is; led by the name that its outlet
    has now; with a mark of the text behind it where another part has the key too."""
    seen: Counter[str] = Counter()
    for key, said, outlet, text in rows:
        new = key if said == outlet else f"{slug(outlet)}/{key.partition('/')[2]}"
        if seen[new]:
            new = f"{new}-{digest(text)}"
        seen[new] += 1
        yield new if seen[new] == 1 else f"{new}-{seen[new]}"


def _frame(folder: Path, parts: Sequence[str], moved: Mapping[int, pl.DataFrame]) -> pl.LazyFrame:
    """The parts of one kind as one frame, its articles and outlets called as they are now."""
    frames = []
    for number, name in enumerate(parts):
        frame = pl.scan_parquet(folder / name)
        if number in moved:
            columns = frame.collect_schema().names()
            changed = moved[number].lazy().rename({"article": "now", "outlet": "now_outlet"})
            frame = frame.join(changed, left_on="article", right_on="was", how="left", maintain_order="left").filter(
                pl.col("kept").fill_null(True)
            )
            outlet = {"outlet": pl.coalesce("now_outlet", "outlet")} if "outlet" in columns else {}
            frame = frame.with_columns(article=pl.coalesce("now", "article"), **outlet).select(columns)
        frames.append(frame)
    return pl.concat(frames)
