"""Score the corpora of many events at once: an analyser's fixed cost is paid once for a hundred events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.measures.analyser import Analyser
from framing.schema import EVIDENCE, METRICS, empty
from framing.scoring.cache import Cache
from framing.scoring.scores import Scores, score_batch


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
            found[name] = Scores(corpus, *kept, chosen)
    missing = {name: corpus for name, corpus in corpora.items() if name not in found}
    if missing and chosen:
        found |= _scored(missing, chosen)
    elif missing:
        found |= {name: Scores(corpus, empty(METRICS), empty(EVIDENCE), chosen) for name, corpus in missing.items()}
    if cache is not None:
        for name, corpus in missing.items():
            cache.put(corpus, chosen, found[name].metrics, found[name].evidence)
    return {name: found[name] for name in corpora}


class _EventWantedError(Exception):
    """An analyser asked for the event."""


class _NoEvent:
    """Stands for the event where articles of several events are together."""

    def __getattr__(self, name: str) -> Any:
        raise _EventWantedError(name)


def _scored(corpora: Mapping[str, Corpus], analysers: tuple[Analyser, ...]) -> dict[str, Scores]:
    bound = {item.name for item in analysers if _asks(item, corpora)}
    free = [item for item in analysers if item.name not in bound]
    parts = [score_batch(_joined(corpora, cast(Event, _NoEvent())), free)] if free else []
    if bound:
        groups: dict[object, dict[str, Corpus]] = {}
        for name, corpus in corpora.items():
            groups.setdefault(corpus.event.actors, {})[name] = corpus
        numbers = {name: number for number, name in enumerate(corpora)}
        for group in groups.values():
            event = next(iter(group.values())).event
            parts.append(
                score_batch(_joined(group, event, numbers), [item for item in analysers if item.name in bound])
            )
    metrics = _by_event(pl.concat([metrics for metrics, _ in parts]))
    evidence = _by_event(pl.concat([evidence for _, evidence in parts]))
    return {
        name: Scores(
            corpus,
            metrics.get(number, empty(METRICS)).sort("article", "metric"),
            evidence.get(number, empty(EVIDENCE)).sort("article", "metric", "start", "end", "label", "rule"),
            analysers,
        )
        for number, (name, corpus) in enumerate(corpora.items())
    }


def _asks(item: Analyser, corpora: Mapping[str, Corpus]) -> bool:
    """Whether an analyser asks for the event: seen on the fullest one."""
    name, corpus = max(corpora.items(), key=lambda pair: pair[1].articles.height)
    try:
        item.run(_joined({name: corpus}, cast(Event, _NoEvent())))
    except _EventWantedError:
        return True
    return False


def _joined(corpora: Mapping[str, Corpus], event: Event, numbers: Mapping[str, int] | None = None) -> Corpus:
    """All articles as one corpus; their keys are led by the number of their event."""
    numbers = numbers or {name: number for number, name in enumerate(corpora)}
    return Corpus(
        event, pl.concat([corpus.articles.with_columns(_led(numbers[name])) for name, corpus in corpora.items()])
    )


def _led(number: int) -> pl.Expr:
    return pl.format("{}/{}", pl.lit(f"{number:06d}"), "article").alias("article")


def _by_event(frame: pl.DataFrame) -> dict[int, pl.DataFrame]:
    """The rows of each event by its number, with their own keys."""
    numbered = frame.with_columns(
        number=pl.col("article").str.slice(0, 6).cast(pl.Int32), article=pl.col("article").str.slice(7)
    )
    parts = numbered.partition_by("number", as_dict=True, include_key=False)
    return {cast(int, number): part for (number,), part in parts.items()}
