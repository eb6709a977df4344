"""PolNeAR: articles with all that is attributed, to whom and by which words. Beliefs and documents count as sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from framing.coding import agreement
from framing.coding.agreement import tables
from framing.comparison.content.items import mentions
from framing.comparison.content.voices import quotations
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score
from framing.text.names import names
from framing.text.typography import fold
from gold.figures import Figure, Task, keys, read, values

SET = "PolNeAR"
_MORE = re.compile(r",| (?:of|for|at|in|from|with|who|on|by) | [-(]")
_WORD = re.compile(r"[\w'-]+")
_PRONOUNS = frozenset("he she they it we i you who which his her their its him them one some others that".split())


def figures(gold: Path) -> Iterator[Figure]:
    rows = read(gold / "polnear.jsonl").with_columns(article=keys())
    corpus = Corpus.from_frame(rows.select("article", "outlet", body="text"))
    found = values(corpus, ["sources_named", "sources_unnamed", "quoted_share"])
    items = rows.select("text", "attributions").to_dicts()
    told = rows.select(
        "article", named=pl.Series(list(map(named, items))), content=pl.Series(list(map(content, items)))
    ).join(found, on="article")
    short = -told["words"].cast(pl.Float64)
    for measure, gold_is, asked in (
        ("sources_named", told["named"] / told["words"], "sources with a name, per word"),
        ("quoted_share", told["content"], "share of the text that is attributed, in marks or not"),
    ):
        task = Task(measure, "article", SET, asked, "articles")
        yield task.correlated(gold_is, told[measure].fill_null(0.0), told["article"], short, "short articles")
    yield speakers(rows, corpus)
    yield from cited(rows, corpus)


def speakers(rows: pl.DataFrame, corpus: Corpus) -> Figure:
    """Who says what stands in quotation marks: persons, groups, bodies and documents, by their words in the source.

    Of attributions of which most of the content is quoted, at least four words, and whose source is no pronoun. Right
    is a source whose last word stands in the head of the coders', or the other way round. Half of the articles (those
    with an even number) were read when rules were written.
    """
    said = quotations(score(corpus, ["sources_named", "sources_unnamed"]))
    spans = pl.DataFrame(
        [
            (article, number, low, high, head)
            for article, text, attributions in rows.select("article", "text", "attributions").iter_rows()
            for number, one in enumerate(attributions or ())
            if (head := source_head(" ".join(text[low:high] for low, high in one["source"] or ())))
            for low, high in one["content"] or ()
        ],
        schema={"article": pl.String, "number": pl.Int64, "from": pl.Int64, "to": pl.Int64, "head": pl.String},
        orient="row",
    )
    inside = spans.join(corpus.tokens.filter("is_word"), on="article").filter(
        pl.col("start") >= pl.col("from"), pl.col("start") < pl.col("to")
    )
    one = ["article", "number"]
    quoted = inside.group_by(one).agg(words=pl.col("quoted").sum(), share=pl.col("quoted").mean())
    asked = spans.join(quoted.filter(pl.col("words") >= 4, pl.col("share") > 0.5), on=one, how="semi")
    named_last = corpus.once(mentions).filter(kind="name").select("article", "start", plain="item").sort("start")
    judged = (
        asked.join(said, on="article", how="left")
        .with_columns(overlap=pl.min_horizontal("to", "last") - pl.max_horizontal("from", "first"))
        .with_columns(found=pl.when(pl.col("overlap") > 0).then("source"))
        .sort("overlap", descending=True, nulls_last=True)
        .unique(one, keep="first", maintain_order=True)
        .with_columns(pl.col("from").cast(named_last.schema["start"]))
        .sort("from")
        .join_asof(named_last, left_on="from", right_on="start", by="article", check_sortedness=False)
        .sort(one)
    )
    right = {
        name: [found is not None and same(head, found) for head, found in judged.select("head", name).iter_rows()]
        for name in ("found", "plain")
    }
    everyone = np.ones(judged.height)
    counts, plain = (tables(everyone, right[name], groups=judged["article"]) for name in ("found", "plain"))
    task = Task(
        "sources_named", "sentence", "PolNeAR, half read", "who says a quotation, groups and bodies too", "quotations"
    )
    return task.add(
        "agreement", agreement.accuracy, counts, judged.height, baseline=plain, baseline_is="the name before it",
        chance=0.0, graded=True,
    )  # fmt: skip


def cited(rows: pl.DataFrame, corpus: Corpus) -> Iterator[Figure]:
    """Which of the sources are found, and how many of those found are sources: phrases that overlap.

    Recall: of sources with a word of a name in them, outside quotations, as named, unnamed or a group. What the coders
    call a source is wide: who plans, votes or keeps silent is one. A hit of an unnamed source is right in the second
    sense where the coders' source has no word of a name in it; so *a White House official* is wrong there.
    """
    spans = pl.DataFrame(
        sorted({
            (article, low, high)
            for article, attributions in rows.select("article", "attributions").iter_rows()
            for one in attributions or ()
            for low, high in one["source"] or ()
        }),
        schema={"article": pl.String, "from": pl.Int64, "to": pl.Int64},
        orient="row",
    ).with_row_index("span")  # fmt: skip
    words = corpus.annotation.words.with_columns(
        named=pl.Series(names(corpus.annotation)),
        article=pl.lit(corpus.articles["article"]).gather(pl.col("row")),
    )
    inside = spans.join(words.select("article", "start", "named", "quoted"), on="article").filter(
        pl.col("start") >= pl.col("from"), pl.col("start") < pl.col("to")
    )
    kinds = inside.group_by("span").agg(pl.col("named", "quoted").any())
    evidence = score(corpus, ["sources_named", "sources_unnamed", "sources_group"]).evidence.with_row_index("hit")
    over = spans.join(evidence.select("article", "hit", "start", "end"), on="article").filter(
        pl.col("start") < pl.col("to"), pl.col("from") < pl.col("end")
    )
    asked = spans.join(kinds.filter("named", ~pl.col("quoted")), on="span", how="semi")
    asked = asked.with_columns(found=pl.col("span").is_in(over["span"].implode()))
    hits = evidence.with_columns(found=pl.col("hit").is_in(over["hit"].implode()))
    bare = over.join(kinds, on="span").group_by("hit").agg(pl.col("named").any()).filter(~pl.col("named"))
    unnamed = hits.filter(metric="sources_unnamed")
    nameless = unnamed.with_columns(found=pl.col("hit").is_in(bare["hit"].implode()))
    for measure, figure, judged in (
        ("sources_named", "recall of sources", asked),
        ("sources_named", "precision of hits", hits.filter(metric="sources_named")),
        ("sources_unnamed", "precision of hits", unnamed),
        ("sources_unnamed", "hits without a name", nameless),
        ("sources_group", "precision of hits", hits.filter(metric="sources_group")),
    ):
        task = Task(measure, "sentence", "PolNeAR, half read", "phrase of a source", "sources or hits")
        counts = tables(np.ones(judged.height), judged["found"], groups=judged["article"])
        yield task.add(figure, agreement.accuracy, counts, judged.height)


def source_head(text: str) -> str | None:
    """The words of a source before what describes it further; null for none, and for a pronoun."""
    head = _MORE.split(fold(text).casefold())[0].strip()
    return None if head in _PRONOUNS or not head else head


def same(head: str, found: str) -> bool:
    """Whether two sources share the last word of one of them: *Mr. Holm* and *Ada Holm*."""
    heads, founds = (_WORD.findall(fold(words).casefold().replace("'s", "")) for words in (head, found))
    return bool(heads and founds) and (heads[-1] in founds or founds[-1] in heads)


def named(item: dict[str, Any]) -> int:
    """How many sources a text has that begin with, or hold, a name: a word with a capital that opens no sentence."""
    spans = {tuple(span) for one in item["attributions"] or () for span in one["source"] or ()}
    texts = [item["text"][low:high].split() for low, high in spans]
    return sum(any(word[:1].isupper() for word in (words if len(words) > 1 else ())) for words in texts)


def content(item: dict[str, Any]) -> float:
    """Share of a text's characters that stand in the content of an attribution."""
    inside = bytearray(len(item["text"]))
    for low, high in (span for one in item["attributions"] or () for span in one["content"] or ()):
        inside[low:high] = b"\1" * max(0, min(high, len(inside)) - low)
    return sum(inside) / max(1, len(inside))
