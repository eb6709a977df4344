"""Moral events: stories told by three outlets each, with who does what to whom, and which foundation it is of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from gold.decisions import stated_pairs
from gold.figures import STRONGLY, Figure, Task, keys, of_actors, pairs_of, read, strong_rate, values
from gold.outlets import over_events

SET = "Moral events"
FOUNDATIONS = {
    "care": ("Care", "Harm"), "fairness": ("Fairness", "Cheating"), "loyalty": ("Loyalty", "Betrayal"),
    "authority": ("Authority", "Subversion"),
}  # fmt: skip
VICES = ("Harm", "Cheating", "Betrayal", "Subversion", "Degradation")
VIRTUES = ("Care", "Fairness", "Loyalty", "Authority", "Sanctity")


def articles(gold: Path) -> pl.DataFrame:
    """The articles: article, story, outlet, headline, body, events, entities."""
    return read(gold / "moral-events.jsonl").select(
        "story", "outlet", "headline", "events", "entities",
        article=keys(), body=pl.col("paragraphs").list.join("\n\n"),
    )  # fmt: skip


def figures(gold: Path) -> Iterator[Figure]:
    rows = articles(gold)
    corpus = Corpus.from_frame(rows.select("article", "outlet", "headline", "body"))
    moral = [f"moral_{name}" for name in FOUNDATIONS]
    found = values(corpus, [*moral, "moral", "sentiment", "negative_sentences"])
    told = rows.join(found, on="article").join(strong_rate(corpus), on="article", how="left")
    event = pl.element().struct.field
    kinds = pl.concat_list(pl.col("events").list.eval(event(name)) for name in ("morality", "morality2", "morality3"))
    told = told.with_columns(kinds=kinds, short=-pl.col("words").cast(pl.Float64))

    def rate(names: tuple[str, ...]) -> pl.Expr:
        return pl.col("kinds").list.eval(pl.element().is_in(names)).list.sum() / pl.col("words")

    for name, both in FOUNDATIONS.items():
        yield from levels(told.with_columns(gold=rate(both)), f"moral_{name}", "events of that foundation, per word")
    every = tuple(kind for both in FOUNDATIONS.values() for kind in both)
    yield from levels(told.with_columns(gold=rate(every)), "moral", "moral events, per word")
    harm = told.with_columns(gold=-rate(VICES))
    deeds = "harmful and other bad deeds, per word"
    yield from levels(harm, "sentiment", f"fewer {deeds}", "strong")
    yield from levels(harm.with_columns(gold=-pl.col("gold")), "negative_sentences", deeds, "strong")
    task = Task("sentiment", "certain", SET, "pairs of texts that framing says differ (95 %)", "pairs of texts")
    yield from (task.ordered(pairs) for pairs in [stated_pairs(corpus, harm, "sentiment")] if pairs.height)
    roles = by_agent(rows)
    task = Task(
        "sentiment_toward", "article", SET, "actor does more good than harm, against the reverse", "actors in articles"
    )
    yield task.ranked(roles["good"], roles["value"], roles["story"])


def by_agent(rows: pl.DataFrame) -> pl.DataFrame:
    """For each actor of an article, if it does more good or more harm: story, actor, good, value."""
    frames: list[tuple[object, ...]] = []
    for row in rows.iter_rows(named=True):
        names = [name for name in row["entities"] or () if len(name) > 2]
        kinds = [(one["agent"], one["morality"]) for one in row["events"] or ()]
        apart = {name: sum((kind in VIRTUES) - (kind in VICES) for who, kind in kinds if who == name) for name in names}
        if not any(apart.values()):
            continue
        article = pl.DataFrame(
            {"article": ["a"], "outlet": ["x"], "headline": [row["headline"]], "body": [row["body"]]}
        )
        scores = of_actors(article, names, "sentiment_toward")
        labels = {metric.label: name for name, metric in scores.measures.items() if metric.family == "sentiment_toward"}
        value = dict(scores.metrics.select("metric", "value").iter_rows())
        frames.extend(
            (row["story"], name, more > 0, found)
            for name, more in apart.items()
            if more and (found := value.get(labels.get(name, ""))) is not None
        )
    schema = {"story": pl.String, "actor": pl.String, "good": pl.Boolean, "value": pl.Float64}
    return pl.DataFrame(frames, schema=schema, orient="row")


def levels(told: pl.DataFrame, measure: str, asked: str, plain: str = "short") -> Iterator[Figure]:
    """The three levels at which articles of one event can be compared by a measure."""
    plain_is = {"short": "short articles", "strong": STRONGLY}[plain]
    given = told.filter(pl.col(measure).is_not_null())
    task = Task(measure, "article", SET, asked, "articles")
    yield task.correlated(given["gold"], given[measure], given["story"], given[plain], plain_is)
    task = Task(measure, "order", SET, asked, "pairs of texts")
    yield task.ordered(pairs_of(given, "gold", measure, plain), plain_is)
    task = Task(measure, "outlets", SET, asked, "pairs of outlets")
    kind = {"sentiment": "mean", "negative_sentences": "share"}.get(measure, "rate")
    yield from over_events(task, given, "own_words", kind, 5)
