"""What texts rest on: people without a name, other media, and one person's word alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.voices import attributions
from framing.comparison.statements import Evidence, Statement

_PHRASES, _TEXTS = 3, 6  # that are shown of a text, and texts in a sentence
_INSIDERS = 2  # of a text that rests on them; one is enough where it is called a source
_ONE = 3  # places where a text cites its only source
# Words by which somebody may be cited: a sentence of them without the only source may have another one.
_CITING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|according to|warn(?:s|ed)|announce[ds]|report(?:s|ed)|estimate[ds]|add(?:s|ed)|data|"
    r"figures|showed|shows|claim(?:s|ed)|call(?:s|ed)|stat(?:es|ed)|insist(?:s|ed)|den(?:y|ies|ied))\b",
    re.IGNORECASE,
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:an?|the|one|another|some|several|other) ")
_CUT = re.compile(r" (?:with|of|to|about|on) \S+['’]s$")  # where a phrase ends in the middle: *familiar with Holm's*
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Facts of attribution in the texts' own words: see `sourcing`.

    Without a name: a text cites two insiders (officials, people, aides), or one whom it calls a source, and names none
    of them. Experts, analysts and critics without a name: any. Credits: what a text has from other media. One source:
    everything that a text attributes, three times at least, goes back to one person, and no sentence with a word of
    speech or data lacks that person or a pronoun; stated where another text cites others.
    """
    frame = comparison.sourcing
    yield from _nameless(comparison, frame.filter(kind="insider"))
    yield from _voices(comparison, frame.filter(kind="voice"))
    yield from _media(comparison, frame.filter(kind="medium"))
    yield from _single(comparison)


def _by_text(comparison: Comparison, frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in frame.to_dicts():
        found[row["article"]].append(row)
    order = sorted(found, key=lambda article: (-len(found[article]), comparison.labels.names[article]))
    return {article: found[article] for article in order}


def _phrases(rows: list[dict[str, Any]]) -> str:
    texts: dict[str, str] = {}
    for row in rows:
        text = _CUT.sub("", " ".join(row["text"].split()))
        same = _ARTICLE.sub("", text.lower()).replace("officials", "official").replace("sources", "source")
        if text.lower().startswith("the ") and any(same in one for one in texts):
            continue  # "a law enforcement official", "the official"
        texts.setdefault(same, text)  # "a senior official", "Senior officials"
    texts = dict.fromkeys(texts.values(), "")
    return listed([f"“{text}”" for text in list(texts)[:_PHRASES]])


def _nameless(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    texts = _by_text(comparison, frame)
    chosen = {
        article: rows
        for article, rows in texts.items()
        if len(rows) >= _INSIDERS or any(row["name"] in ("source", "person") for row in rows)
    }
    if not chosen:
        return
    parts = [
        f"{_phrases(rows)} in {comparison.labels.names[article]}" for article, rows in list(chosen.items())[:_TEXTS]
    ]
    sentence = f"Cited and not named: {listed(parts)}."
    yield _statement(
        comparison, list(chosen)[:_TEXTS], chosen, sentence, 0.46 + 0.05 * min(max(map(len, chosen.values())), 4)
    )


def _voices(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    texts = _by_text(comparison, frame)
    if texts:
        parts = [
            f"{_phrases(rows)} in {comparison.labels.names[article]}" for article, rows in list(texts.items())[:_TEXTS]
        ]
        sentence = f"Experts, critics and the like without a name: {listed(parts)}."
        yield _statement(comparison, list(texts)[:_TEXTS], texts, sentence, 0.38)


def _media(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    texts = _by_text(comparison, frame)
    if not texts:
        return
    parts = []
    for article, rows in list(texts.items())[:_TEXTS]:
        names: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            names[row["name"]].append(" ".join(row["text"].split()))
        told = [
            f"{name} ({f'{number(len(some))} times' if len(some) > 1 else f'“{some[0]}”'})"
            for name, some in names.items()
        ]
        parts.append(f"{comparison.labels.names[article]} credits {listed(told)}")
    yield _statement(comparison, list(texts)[:_TEXTS], texts, f"{'; '.join(parts)}.", 0.44)


def _single(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    cited = attributions(comparison.scores, comparison.naming)
    by_text = cited.group_by("article", maintain_order=True).agg(
        pl.col("source").unique(), pl.len(), kind=pl.col("kind").first(), start=pl.col("start"), end=pl.col("end")
    )
    speakers = comparison.credited.group_by("article").agg(pl.col("source").unique(), pl.col("kind").first())
    quoted = {article: set(who) for article, who, _ in speakers.iter_rows()}
    found: defaultdict[str, list[tuple[str, list[int], list[int]]]] = defaultdict(list)
    for row in by_text.filter(pl.col("source").list.len() == 1, pl.col("len") >= _ONE, kind="person").iter_rows(
        named=True
    ):
        who = row["source"][0]
        if quoted.get(row["article"], set()) <= {who} and _no_other(comparison, row["article"], who):
            found[who].append((row["article"], row["start"], row["end"]))
    for who, rows in found.items():
        articles = [article for article, _, _ in rows]
        if len(articles) == labels.total:
            continue
        evidence = tuple(
            Evidence(article, start, end)
            for article, starts, ends in rows
            for start, end in list(zip(starts, ends, strict=True))[:_PHRASES]
        )
        verb = "cites" if len(articles) == 1 else "cite"
        sentence = (
            f"{labels.listed(articles)} {verb} nobody but {who}: what they say stands there without another source "
            "or figure from elsewhere."
        )
        salience = 0.5 + 0.4 * min(len(articles) / labels.total, 0.5)
        yield Statement("texts", "voice", labels.of_outlets(articles), sentence, evidence, salience)


def _no_other(comparison: Comparison, article: str, who: str) -> bool:
    """Whether each sentence with a word of speech or data has the person, by name, description or pronoun."""
    corpus = comparison.scores.corpus
    references = comparison.naming.filter(article=article, actor=who)["start"].to_list()
    surname = who.split()[-1]
    own = corpus.tokens.filter(pl.col("article") == article, ~pl.col("quoted"), pl.col("part") == "body")
    lines = own.group_by("sentence", maintain_order=True).agg(
        pl.col("text").str.join(" "), pl.col("start").min(), end=pl.col("end").max()
    )
    return all(
        surname in text or _PRONOUN.search(text) or any(start <= at < end for at in references)
        for text, start, end in lines.select("text", "start", "end").iter_rows()
        if _CITING.search(text)
    )


def _statement(
    comparison: Comparison, articles: list[str], texts: dict[str, list[dict[str, Any]]], sentence: str, salience: float
) -> Statement:
    evidence = tuple(
        Evidence(row["article"], row["start"], row["end"]) for article in articles for row in texts[article]
    )
    return Statement("texts", "source", comparison.labels.of_outlets(articles), sentence, evidence, min(1.0, salience))
