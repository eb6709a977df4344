"""Run the analysers over a corpus: metrics for each article, and the passages behind them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import polars as pl

from framing.corpus.corpus import BATCH, Corpus
from framing.errors import (
    AnalyserError,
    ArgumentError,
    CorpusError,
    UnknownNameError,
    expect,
    one_line,
    several,
    whole_number,
)
from framing.measures.analyser import Analyser, Metric, actor_metric
from framing.measures.analysers import discover, lexicon_analyser
from framing.measures.grades import doubtful
from framing.measures.lexicon import read_lexicon
from framing.notebook import html_table
from framing.processes import spread
from framing.schema import ARTICLES, EVIDENCE, METRICS, PROBLEMS, conform, empty
from framing.scoring.parts import part_name

IN_ORDER = ("article", "metric", "start", "end", "label", "rule")  # of the passages


@dataclass(frozen=True, eq=False)
class Scores:
    """What was measured.

    metrics: `schema.METRICS`, one row for each article and metric, null where a metric is undefined.
    evidence: `schema.EVIDENCE`, the passages behind the numbers. measures: what each metric means.
    """

    corpus: Corpus
    metrics: pl.DataFrame
    found: pl.DataFrame | pl.LazyFrame  # the passages; lazy where they lie in files (`open_scores`)
    analysers: tuple[Analyser, ...]

    @cached_property
    def evidence(self) -> pl.DataFrame:
        """All passages: `schema.EVIDENCE`. Of scores that lie in files, `evidence_where` reads what is wanted only."""
        return self.evidence_where()

    def evidence_where(self, *conditions: pl.Expr) -> pl.DataFrame:
        """The passages of which all these conditions hold."""
        if isinstance(self.found, pl.DataFrame):
            return self.found.filter(*conditions) if conditions else self.found
        return self.found.filter(*conditions).sort(*IN_ORDER).collect()

    @cached_property
    def measures(self) -> dict[str, Metric]:
        """Every metric by name, those of the event's actors included."""
        return declared(self.analysers, self.corpus)

    def passages(self, metric: str) -> pl.DataFrame:
        """The evidence of one metric. Raises UnknownNameError for a metric that is not there."""
        if metric not in self.measures:
            raise UnknownNameError("measure", metric, self.measures)
        return self.evidence_where(pl.col("metric") == metric)

    def select(self, articles: Sequence[str]) -> Scores:
        """The scores of these articles only. Raises UnknownNameError for a key that is not there."""
        kept = pl.col("article").is_in(articles)
        return Scores(
            self.corpus.select(articles), self.metrics.filter(kept), self.evidence_where(kept), self.analysers
        )

    @staticmethod
    def scan(folder: str | Path) -> ScoredFiles:
        """What `score_files` wrote into a folder, as lazy frames. Raises CorpusError where it wrote nothing."""
        parts = Path(folder)
        if not any((parts / "articles").glob("part-*.parquet")):
            raise CorpusError(f"{one_line(folder)} holds no scored articles; give the folder that score_files wrote")
        frames = {}
        for name, schema in (
            ("articles", ARTICLES),
            ("metrics", METRICS),
            ("evidence", EVIDENCE),
            ("problems", PROBLEMS),
        ):
            there = any((parts / name).glob("part-*.parquet"))
            frames[name] = pl.scan_parquet(parts / name / "part-*.parquet") if there else empty(schema).lazy()
        return ScoredFiles(**frames)

    def __repr__(self) -> str:
        articles = self.corpus.articles.height
        return f"Scores({self.corpus.event.title!r}: {len(self.measures)} measures, {articles} articles)"

    def _repr_html_(self) -> str:
        tested = [name for name, measure in self.measures.items() if measure.tested]
        primary = (tested or list(self.measures))[:12]
        chosen = self.metrics.filter(pl.col("metric").is_in(primary))
        table = chosen.pivot("metric", index=["outlet", "article"], values="value").sort("outlet", "article")
        return html_table(table, "; ".join((repr(self), *doubtful(self.measures[name] for name in primary))))


@dataclass(frozen=True, eq=False)
class ScoredFiles:
    """Scores that lie in files: `schema.ARTICLES`, METRICS, EVIDENCE and PROBLEMS, as lazy frames."""

    articles: pl.LazyFrame
    metrics: pl.LazyFrame
    evidence: pl.LazyFrame
    problems: pl.LazyFrame


def score(
    corpus: Corpus,
    only: str | Sequence[str] | None = None,
    analysers: Sequence[Analyser] | None = None,
    progress: Callable[[int, int], None] | None = None,
    lexicons: Iterable[str | Path] = (),
    workers: int = 1,
    also: Sequence[Callable[[Corpus], pl.DataFrame]] = (),
    passages: str | Path | None = None,
) -> Scores:
    """Score every article of a corpus, in batches.

    only: names of metrics or analysers to keep, or one. analysers: what to run instead of all that are found.
    lexicons: files of word lists of your own, beside those that are found.
    An article in another language than a measure is for gets null. progress: told after each batch how many
    articles are done, and of how many. workers: processes that measure, where the articles are more than 2,000; the
    scores are the same for any number. They start this script again: see `framing.processes`. A measure that no other
    process can load, as of a file of your own, is run in this one. also: what will be asked of this corpus by `take`
    later, one row an article: of many articles it is made here, where their texts are taken apart anyway. passages: an
    empty folder for the passages of many articles, which stay there until some are asked for (`evidence_where`).

    Raises UnknownNameError for a name in `only` that nothing declares, AnalyserError for an analyser that
    breaks its contract.
    """
    expect("score()", corpus, Corpus, "give what framing.load(...) returns")
    if only is not None:
        expect("only", only, (str, Sequence), "give names of measures")
        if not only:
            raise ArgumentError("only names no measure; leave it out, or give names")
    if analysers is not None:
        analysers = several("analysers", analysers, Analyser, "give what framing.discover(...) returns, or part of it")
    lists = [Path(path) for path in ([lexicons] if isinstance(lexicons, (str, Path)) else lexicons)]
    found = discover(lists) if analysers is None else (*analysers, *map(lexicon_analyser, map(read_lexicon, lists)))
    chosen = choose(found, [only] if isinstance(only, str) else only)
    whole_number("workers", workers, 1)
    many = corpus.articles.height > BATCH
    asked = _Asked(chosen, tuple(also) if many else (), Path(passages) if passages and many else None)
    parts, done = [], 0
    processes = workers if many and _travels(asked) else 1
    batches = corpus.batches(BATCH if processes == 1 else BATCH // 2)  # there are several at a time
    for (_, batch), part in spread(_measured, asked, enumerate(batches), processes):
        parts.append(part)
        done += batch.articles.height
        if progress is not None:
            progress(done, corpus.articles.height)
    for make, *made in zip(asked.also, *(beside for *_, beside in parts), strict=True):
        corpus.know(make, pl.concat(made))
    metrics = pl.concat(metrics for metrics, *_ in parts)
    if asked.passages is None:
        return Scores(corpus, metrics, pl.concat(evidence for _, evidence, _ in parts), chosen)
    files = [asked.passages / part_name(number) for number in range(len(parts))]
    return Scores(corpus, metrics, pl.scan_parquet(files), chosen)


@dataclass(frozen=True)
class _Asked:
    """What is asked of each batch: see `score`."""

    analysers: tuple[Analyser, ...]
    also: tuple[Callable[[Corpus], pl.DataFrame], ...]
    passages: Path | None


def _measured(asked: _Asked, part: tuple[int, Corpus]) -> tuple[pl.DataFrame, pl.DataFrame, list[pl.DataFrame]]:
    """Metrics and evidence of a batch (none where it is written into a file), and what is asked for beside."""
    number, batch = part
    metrics, evidence = score_batch(batch, asked.analysers) if asked.analysers else (empty(METRICS), empty(EVIDENCE))
    if asked.passages is not None:
        path = asked.passages / part_name(number)
        evidence.write_parquet(path, compression="zstd", compression_level=1)
        evidence = evidence.clear()
    return metrics, evidence, [make(batch) for make in asked.also]


def _travels(asked: object) -> bool:
    """Whether another process can be given this."""
    try:
        pickle.dumps(asked)
    except Exception:  # each kind of object has its own way to say that it cannot
        return False
    return True


def choose(analysers: tuple[Analyser, ...], only: Sequence[str] | None) -> tuple[Analyser, ...]:
    """The analysers that declare the named metrics (an analyser's own name keeps all of its metrics)."""
    if only is None:
        return analysers
    known = {name for item in analysers for name in (item.name, *(metric.name for metric in item.metrics))}
    for name in only:
        if name not in known:
            raise UnknownNameError("measure", name, known)
    wanted = set(only)
    return tuple(
        item for item in analysers if item.name in wanted or any(metric.name in wanted for metric in item.metrics)
    )


def declared(analysers: Sequence[Analyser], corpus: Corpus) -> dict[str, Metric]:
    """The metrics of these analysers by name; one more for each actor where a metric is `per_actor`."""
    measures: dict[str, Metric] = {}
    for metric in (metric for item in analysers for metric in item.metrics):
        measures[metric.name] = metric
        if metric.per_actor:
            for actor in corpus.event.actors:
                name = actor_metric(metric.name, actor.name)
                title = f"{metric.display}: {actor.name}"
                measures[name] = replace(
                    metric, name=name, title=title, family=metric.name, label=actor.name, per_actor=False, of_actor=True
                )
    return measures


def score_batch(corpus: Corpus, analysers: Sequence[Analyser]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Metrics and evidence of some articles. A corpus goes through it in batches, so that memory stays flat."""
    metrics, evidence = zip(*(_run(item, corpus) for item in analysers), strict=True)
    return (
        pl.concat(metrics).sort("article", "metric"),
        _quote(pl.concat(evidence), corpus).sort(*IN_ORDER),
    )


def _run(item: Analyser, corpus: Corpus) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One analyser's values, completed to every article and metric, and its passages, checked."""
    findings = item.run(corpus)
    metrics = declared([item], corpus)
    lacking = [name for name in metrics if name not in findings.values.columns]
    if lacking or "article" not in findings.values.columns:
        raise AnalyserError(f"analyser {item.name} returns no column {(lacking or ['article'])[0]!r}; add it")
    if findings.values["article"].is_duplicated().any():
        raise AnalyserError(f"analyser {item.name} returns an article twice; group by article")
    articles = corpus.articles.with_columns(articles=1.0)
    frame = articles.join(findings.values, on="article", how="left", maintain_order="left", suffix="_found")
    long = []
    for name, metric in metrics.items():
        own, shared = f"{name}_weight", metric.weight
        weight = own if own in findings.values.columns else shared
        if weight not in frame.columns:
            raise AnalyserError(f"analyser {item.name} gives no weight for {name}; add a column {own!r}")
        meant = pl.lit(True) if metric.language is None else pl.col("language") == metric.language
        value = pl.when(meant).then(pl.col(name).cast(pl.Float64))
        long.append(
            frame.select(
                "article",
                "outlet",
                metric=pl.lit(name),
                value=value,
                weight=pl.col(weight).cast(pl.Float64).fill_null(0.0),
            )
        )
    values = pl.concat(long)
    if values["value"].is_nan().any() or values["value"].is_infinite().any():
        raise AnalyserError(f"analyser {item.name} returns NaN or infinity; return null where it is undefined")
    return conform(values, METRICS, f"values of {item.name}"), _passages(item, findings.evidence, metrics, corpus)


def _passages(
    item: Analyser, evidence: pl.DataFrame | None, metrics: Mapping[str, Metric], corpus: Corpus
) -> pl.DataFrame:
    """The passages of one analyser, checked; those in articles of another language are left out, as are the values."""
    columns = {name: EVIDENCE[name] for name in ("article", "metric", "start", "end", "label", "rule", "value")}
    if evidence is None:
        return empty(columns)
    optional = [pl.lit(None, dtype=pl.String).alias(name) for name in ("label", "rule") if name not in evidence.columns]
    frame = conform(evidence.with_columns(optional), columns, f"evidence of {item.name}")
    strange = set(frame["metric"].unique()) - set(metrics)
    if strange:
        raise AnalyserError(f"analyser {item.name} gives evidence for {min(strange)!r}, which it does not declare")
    meant = pl.col("metric").replace_strict({name: metric.language for name, metric in metrics.items()})
    spoken = frame.join(corpus.articles.select("article", "language"), on="article", how="left", maintain_order="left")
    return spoken.filter(meant.is_null() | (meant == pl.col("language"))).drop("language")


def _quote(passages: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Add the outlet, the very words, and whether most of the words stand inside a quotation."""
    bases = corpus.articles.select(
        "article", "outlet", length=pl.col("text").str.len_chars().cast(pl.Int64)
    ).with_columns(base=pl.col("length").cum_sum() - pl.col("length"))
    frame = passages.join(bases, on="article", how="left", maintain_order="left")
    outside = frame.filter((pl.col("end") > pl.col("length")) | (pl.col("start") >= pl.col("end")))
    if outside.height:
        raise AnalyserError(f"evidence for {outside['metric'][0]!r} lies outside its article; check the offsets")
    tokens = corpus.annotation.words
    starts = bases["base"].to_numpy()[tokens["row"].to_numpy()] + tokens["start"].to_numpy()
    word = tokens["is_word"].to_numpy()
    words = np.concatenate([[0], np.cumsum(word)])
    quoted = np.concatenate([[0], np.cumsum(word & tokens["quoted"].to_numpy())])
    low = np.searchsorted(starts, frame.select(pl.col("base") + pl.col("start")).to_series().to_numpy(), "left")
    high = np.searchsorted(starts, frame.select(pl.col("base") + pl.col("end")).to_series().to_numpy(), "left")
    inside, size = quoted[high] - quoted[low], words[high] - words[low]
    frame = frame.with_columns(
        text=corpus.words_at(frame),
        quoted=pl.Series((2 * inside >= size) & (inside > 0), dtype=pl.Boolean),
    )
    return conform(frame, EVIDENCE, "evidence")
