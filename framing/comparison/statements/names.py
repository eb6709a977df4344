"""Same thing, other names: the words that texts choose for one war, one government, one crowd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number
from framing.comparison.content.slots import built_in
from framing.comparison.content.spelling import one_spelling
from framing.comparison.content.stems import stem, stems
from framing.comparison.statements import Evidence, Statement, evidence_of

_APPOSED = frozenset({"abroad"})  # slots of words before a name that may do without
_BRIEF = 4  # reports, of which each one that is left out counts
_LISTED = 6  # texts that are named; of more, where they are most, only the number is given


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The words that stand in one slot beside one anchor: see `slots`.

    In bodies: of headlines `headline_words` tells. Where a word judges, texts that have another of the words elsewhere,
    away from the anchor, are left out. Other names: two independent reports use different words of a slot in their own
    voice, and at least one of the words is charged, or no report uses the other's word; of a slot the anchor of most
    outlets; to be checked where a text has the word of another somewhere, or one of four reports or fewer is left out.
    Only one: a charged word that one report alone uses in its own voice, where another report names the same thing.
    """
    labels = comparison.labels
    bodies = comparison.scores.corpus.articles.select("article", "body_start")
    own = comparison.slots.filter(~pl.col("quoted")).join(bodies, on="article", maintain_order="left")
    own = own.filter(pl.col("start") >= pl.col("body_start")).drop("body_start")
    plain = comparison.scores.corpus.once(stems).filter(~pl.col("quoted"), part="body")
    printed = {word: set(texts) for word, texts in plain.group_by("stem").agg("article").iter_rows()}
    found: dict[str, Statement] = {}  # by slot, for one war has two countries, one protest two towns
    for (slot, _), part in own.group_by("slot", "anchor", maintain_order=True):
        every = [*part.to_dicts(), *_elsewhere(own.filter(slot=slot), part)]
        rows = list(_with_one_word(every, printed))
        words = _by_word(rows)
        articles = sorted({row["article"] for row in rows})
        charged = [word for word, group in words.items() if group[0]["charged"]]
        if len(words) < 2 or labels.independent(articles) < 2:
            continue
        using = {word: {row["article"] for row in group} for word, group in words.items()}
        split = not set.intersection(*using.values())
        if not charged and not split:
            continue
        if not any(labels.independent(using[one] - using[other]) for one in words for other in words if one != other):
            continue
        order = sorted(words, key=lambda word: (not words[word][0]["charged"], -len(using[word]), word))
        parts = [f"“{word}” ({who(comparison, using[word])})" for word in order]
        what, anchor = part["title"][0], part["anchor"][0]
        beside = f" ({anchor})" if anchor[:1].isupper() else ""  # of a name; "price" says no more than the title
        sentence = f"Different words for {what}{beside}: {listed(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in rows)
        salience = (0.55 if charged else 0.4) + 0.3 * len(articles) / labels.total
        both = any(
            article in printed.get(stem(other), ())
            for word, texts in using.items()
            for other in words
            for article in texts - using[other]
        )
        dropped = len(articles) < len({row["article"] for row in every})
        check = both or (dropped and labels.reports <= _BRIEF)
        one = Statement("texts", "name", labels.of_outlets(articles), sentence, evidence, salience, check=check)
        best = found.setdefault(str(slot), one)
        if len(one.outlets) > len(best.outlets):
            found[str(slot)] = one
    yield from found.values()
    yield from _alone(comparison, own)


def _elsewhere(own: pl.DataFrame, part: pl.DataFrame) -> list[dict[str, Any]]:
    """What these texts write beside another anchor of the slot, of the same words: a war has two countries."""
    others = own.join(part, on=["article", "start"], how="anti", maintain_order="left")
    same = pl.col("article").is_in(part["article"].implode()) & pl.col("word").is_in(part["word"].implode())
    return others.filter(same).to_dicts()


def _with_one_word(rows: list[dict[str, Any]], printed: dict[str, set[str]]) -> Iterator[dict[str, Any]]:
    """Those of texts that have no other of the words away from the anchor, where a word judges: *cap* and *limit* may
    stand there for other things. printed: texts by the stems they have."""
    of: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        of[row["article"]].add(stem(row["word"]))
    every = set().union(*of.values())
    every = every if any(row["charged"] for row in rows) else set()
    for row in rows:
        if not any(row["article"] in printed.get(word, ()) for word in every - of[row["article"]]):
            yield row


def _by_word(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Rows by their word, two spellings of which are one: *protesters*, *protestors*; *anti-war*, *antiwar*."""
    words: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        words[one_spelling(row["word"].replace("-", ""))].append(row)
    return {group[0]["word"]: group for group in words.values()}


def who(comparison: Comparison, articles: set[str]) -> str:
    """The texts, or of many only how many."""
    labels = comparison.labels
    most = len(articles) > max(_LISTED, labels.total / 2)
    return (
        (f"{number(len(articles))} of {number(labels.total)}" if len(articles) < labels.total else "all")
        if most
        else labels.listed(articles)
    )


def _alone(comparison: Comparison, own: pl.DataFrame) -> Iterator[Statement]:
    labels = comparison.labels
    if labels.reports < 3:
        return
    known = comparison.scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    every, words = comparison.slots, comparison.scores.corpus.once(stems)
    beside = [slot.key for slot in built_in() if slot.anchor[0] != "="]  # of others the words are a contrast already
    charged = own.filter(pl.col("charged"), pl.col("slot").is_in(beside))
    for (slot, word), part in charged.group_by("slot", "word", maintain_order=True):
        articles = sorted(set(part["article"]))
        holders = set(words.filter(pl.col("lower") == word)["article"])
        if labels.independent(articles) != 1 or not holders <= set(articles):
            continue
        anchors = sorted(set(part["anchor"]))
        others = every.filter((pl.col("slot") == slot) & pl.col("anchor").is_in(anchors))["article"]
        named = known.filter(pl.col("item").is_in(anchors))["article"]
        elsewhere = {*others, *(named if slot in _APPOSED else ())} - set(articles)
        if labels.independent(elsewhere) < 1:
            continue
        times = {1: "once", 2: "twice"}.get(part.height, f"{number(part.height)} times")
        who = labels.listed(articles)
        sentence = (
            f"Only {who} writes “{word}” beside {listed(anchors)} ({times}), outside quotations; no other "
            f"text has the word."
        )
        evidence = evidence_of(part)
        yield Statement(
            "texts", "name", labels.of_outlets(articles), sentence, evidence, 0.55 + 0.05 * min(part.height, 3)
        )
