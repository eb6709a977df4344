"""BASIL as events: has the article that coders call more biased by its words also more loaded terms?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import slug
from gold.basil import Basil
from gold.decisions import by_counts, stated_pairs
from gold.figures import STRONGLY, Figure, Task, of_actors, pairs_of, strong_rate, values
from gold.outlets import over_events
from gold.tfidf import cross_validated

SET = "BASIL, also read"


def articles(gold: Path) -> tuple[Corpus, pl.DataFrame]:
    """The corpus, and one row for each article: article, story, outlet, what coders found, per 1,000 own words."""
    basil = Basil(gold / "basil.jsonl")
    lines = [json.loads(line) for line in (gold / "basil.jsonl").read_text(encoding="utf-8").splitlines()]
    lexical = basil.spans.filter(pl.col("bias") == "lex", ~pl.col("quoted_gold")).group_by("article").len("lexical")
    told = basil.corpus.articles.select("article", "outlet", "text", "own_words").with_columns(
        story=pl.Series([line["triplet-uuid"] for line in lines])
    )
    told = told.join(lexical, on="article", how="left", maintain_order="left").with_columns(
        pl.col("lexical").fill_null(0)
    )
    return basil.corpus, told.with_columns(gold=1000 * pl.col("lexical") / pl.col("own_words"))


def figures(gold: Path) -> Iterator[Figure]:
    corpus, told = articles(gold)
    told = told.drop("own_words").join(values(corpus, ["loaded"]), on="article").join(strong_rate(corpus), on="article")
    learned = cross_validated(told["text"], told["lexical"] > 0, told["story"])
    told = told.with_columns(learned=pl.Series(learned), short=-pl.col("words").cast(pl.Float64))
    asked = "spans of lexical bias outside quotations, per own word"
    task = Task("loaded", "article", SET, asked, "articles")
    yield task.correlated(told["gold"], told["loaded"], told["story"], told["strong"], STRONGLY)
    task = Task("loaded", "article", SET, "article has lexical bias outside quotations", "articles")
    yield task.ranked(told["lexical"] > 0, told["loaded"], told["story"], learned=told["learned"])
    task = Task("loaded", "order", SET, asked, "pairs of texts")
    yield task.ordered(pairs_of(told, "gold", "loaded", "strong"), STRONGLY)
    task = Task("loaded", "outlets", SET, asked, "pairs of outlets")
    yield from over_events(task, told, "own_words", "rate", 30)
    yield from certain(corpus, told)
    yield from stance(gold)


def certain(corpus: Corpus, told: pl.DataFrame) -> Iterator[Figure]:
    """Of pairs that framing says differ, and of pairs whose counts differ by so much."""
    task = Task("loaded", "certain", SET, "pairs of texts that framing says differ (95 %)", "pairs of texts")
    yield from (task.ordered(pairs) for pairs in [stated_pairs(corpus, told, "loaded")] if pairs.height)
    for sure, least in (("68", 1.0), ("80", 1.28)):
        task = Task("loaded", "certain", SET, f"pairs of texts whose counts differ ({sure} %)", "pairs of texts")
        yield task.ordered(by_counts(told, "loaded", least), graded=False)


def stance(gold: Path) -> Iterator[Figure]:
    """What coders think that the author feels about each main actor, against the sentiment near that actor."""
    lines = [json.loads(line) for line in (gold / "basil.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = []
    for line in lines:
        felt = line["annotations"]["article-level-annotations"]
        names = [name for name in line["main-entities"] if f"author_feeling_{name.replace(' ', '_')}" in felt]
        body = "\n\n".join(" ".join(part) for part in line["body-paragraphs"])
        one = pl.DataFrame({"article": ["a"], "outlet": ["x"], "headline": [line["title"]], "body": [body]})
        found = of_actors(one, names, "sentiment_toward").metrics
        value = dict(found.select("metric", "value").iter_rows())
        for name in names:
            told = felt[f"author_feeling_{name.replace(' ', '_')}"]
            rows.append((line["triplet-uuid"], told, value[f"sentiment_toward_{slug(name).replace('-', '_')}"]))
    schema = {"story": pl.String, "felt": pl.String, "value": pl.Float64}
    frame = pl.DataFrame(rows, schema=schema, orient="row").drop_nulls()
    scale = pl.col("felt").replace_strict({"neg": -1, "neu": 0, "pos": 1}, default=None)
    frame = frame.with_columns(scale=scale).drop_nulls()
    task = Task(
        "sentiment_toward",
        "article",
        SET,
        "author's feeling about an actor: negative, against the others",
        "actors in articles",
    )
    yield task.ranked(frame["scale"] < 0, -frame["value"], frame["story"])
