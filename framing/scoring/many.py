"""Score the corpora of many events at once: an analyser's fixed cost is paid once for a hundred events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.measures.analyser import Analyser
from framing.schema import EVIDENCE, METRICS, empty
from framing.scoring.cache import Cache
from framing.scoring.scores import IN_ORDER, Scores, score_batch


def score_many(
    corpora: Mapping[str, Corpus], analysers: Sequence[Analyser], cache: Cache | None = None
) -> dict[str, Scores]:
    """The scores of each event, the same as `score` gives one by one.

    Analysers look at one article at a time, so articles of several events go through together. An analyser that asks
    for the event (for its actors) goes through those events together whose actors are the same.

    cache: where scores of an earlier run are looked up and kept.
    """
    chosen = tuple(analysers)
    found: dict[str, Scores] = {}
    for name, corpus in corpora.items():
        kept = cache.get(corpus, chosen) if cache is not None else None
        if kept is not None:
            found[name] = Scores(corpus, kept[0], kept[1], chosen)
    missing = {name: corpus for name, corpus in corpora.items() if name not in found}
    if missing and chosen:
        found |= _scored(missing, chosen)
    elif missing:
        found |= {name: Scores(corpus, empty(METRICS), empty(EVIDENCE), chosen) for name, corpus in missing.items()}
    if cache is not None:
        for name, corpus in missing.items():
            cache.put(corpus, chosen, {"metrics": found[name].metrics, "evidence": found[name].evidence})
    return {name: found[name] for name in corpora}


class _EventWantedError(Exception):
    """An analyser asked for the event."""


class _NoEvent:
    """Stands for the event where articles of several events are together."""

    def __getattr__(self, name: str) -> Any:
        raise _EventWantedError(name)


def _scored(corpora: Mapping[str, Corpus], analysers: tuple[Analyser, ...]) -> dict[str, Scores]:
    whole = _joined(corpora)
    parts, bound = [], []
    for item in analysers:
        try:
            parts.append(score_batch(whole, [item]))
        except _EventWantedError:
            bound.append(item)
    if bound:
        parts += [score_batch(corpus, bound) for corpus in _by_actors(corpora, whole)]
    metrics = _by_event(pl.concat([metrics for metrics, _ in parts]))
    evidence = _by_event(pl.concat([evidence for _, evidence in parts]))
    return {
        name: Scores(
            corpus,
            metrics.get(number, empty(METRICS)).sort("article", "metric"),
            evidence.get(number, empty(EVIDENCE)).sort(*IN_ORDER),
            analysers,
        )
        for number, (name, corpus) in enumerate(corpora.items())
    }


def _joined(corpora: Mapping[str, Corpus]) -> Corpus:
    """All articles as one corpus; their keys are led by the number of their event."""
    articles = [corpus.articles.with_columns(_led(number)) for number, corpus in enumerate(corpora.values())]
    return Corpus(cast(Event, _NoEvent()), pl.concat(articles, how="diagonal_relaxed"))


def _by_actors(corpora: Mapping[str, Corpus], whole: Corpus) -> Iterator[Corpus]:
    """The joined corpus in parts whose events have the same actors."""
    groups: dict[object, list[int]] = {}
    events = [corpus.event for corpus in corpora.values()]
    for number, event in enumerate(events):
        groups.setdefault(event.actors, []).append(number)
    if len(groups) == 1:
        part = Corpus(events[0], whole.articles)
        part.__dict__["annotation"] = whole.annotation  # is the same, and not made again
        yield part
        return
    number_of = pl.col("article").str.slice(0, 6).cast(pl.Int64)
    for numbers in groups.values():
        yield Corpus(events[numbers[0]], whole.articles.filter(number_of.is_in(numbers)))


def _led(number: int) -> pl.Expr:
    return pl.format("{}/{}", pl.lit(f"{number:06d}"), "article").alias("article")


def _by_event(frame: pl.DataFrame) -> dict[int, pl.DataFrame]:
    """The rows of each event by its number, with their own keys."""
    numbered = frame.with_columns(
        number=pl.col("article").str.slice(0, 6).cast(pl.Int32), article=pl.col("article").str.slice(7)
    )
    parts = numbered.partition_by("number", as_dict=True, include_key=False)
    return {cast(int, number): part for (number,), part in parts.items()}
