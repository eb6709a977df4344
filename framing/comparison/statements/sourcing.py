"""What texts rest on: people without a name, other media, and one person's word alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, possessive
from framing.comparison.content.persons import last_name
from framing.comparison.content.sourcing import names_medium
from framing.comparison.content.vocabulary import TITLES
from framing.comparison.statements import Evidence, Statement

_PHRASES, _TEXTS = 3, 5  # that are shown of a text, and different ones in a sentence
_NEAR = 60  # characters between a nameless source and the medium that it told
_NAME = 25  # characters of a name, with its post
_SIDES = frozenset({"supporter", "opponent"})
_INSIDERS = 2  # of a text that rests on them; one is enough where it is called a source
_ONE = 3  # places where a text cites its only source
# Words by which somebody may be cited: a sentence of them without the only source may have another one.
_CITING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|according to|warn(?:s|ed)|announce[ds]|report(?:s|ed)|estimate[ds]|add(?:s|ed)|data|"
    r"figures|showed|shows|claim(?:s|ed)|call(?:s|ed)|stat(?:es|ed)|insist(?:s|ed)|den(?:y|ies|ied))\b",
    re.IGNORECASE,
)  # fmt: skip
# Others who are cited, whoever else is in the sentence: *MPs are calling for her to go*, *statements from Ben Roe*.
_OTHERS = re.compile(
    r"\b(?P<who>\w+) (?:(?:is|are|was|were|have|has|had|been|also|now|already|publicly) ){0,3}"
    r"(?:call(?:ed|ing|s)? (?:for|on)|"
    r"demand(?:ed|ing|s)?|urg(?:ed|ing|es?)|complain(?:ed|ing|s)?|plead(?:ed|ing|s)?|(?:said|say|told))\b|"
    r"\b(?:statements?|calls|demands|pleas|comments|remarks|reports?|criticism|warnings?) (?:\w+ ){0,3}?(?:from|by)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|one|another|some|several|other) ")
_CUT = re.compile(r" (?:with|of|to|about|on) \S+['’]s$")  # where a phrase ends in the middle: *familiar with Holm's*
_SPOKEN = re.compile(r"told|(?:said|saying|spoke|speaking|interviewed|appeared|appearance|appearing) ")
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Facts of attribution in the texts' own words: see `sourcing`.

    Without a name: where a text cites two insiders (officials, people, aides), or one whom it calls a source, the
    phrases of all texts; those of sources who spoke to another medium are that medium's. Experts, analysts and
    critics without a name: any, if no other text cites such; to be checked where there are but supporters and
    opponents. Credits: what a text has from other media, in its own words, the agency whose text it is left out.
    One source: everything that a text attributes, three times at least, goes back to one person, and no sentence
    with a word of speech or data lacks that person or a pronoun, or has somebody else who calls, urges or demands;
    where another text cites others. It is to be checked: there are many ways to cite.
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
        text = _CUT.sub("", " ".join(row["text"].split())).removeprefix("so ")
        same = _ARTICLE.sub("", text.lower()).replace("officials", "official").replace("sources", "source")
        if text.lower().startswith("the ") and any(same in one for one in texts):
            continue  # "a law enforcement official", "the official"
        texts.setdefault(same, text)  # "a senior official", "Senior officials"
    fresh = [text for text in texts.values() if not _again(text)]
    return listed([f"“{text}”" for text in list(dict.fromkeys(fresh or texts.values()))[:_PHRASES]])


def _again(text: str) -> bool:
    """Whether a phrase comes back to somebody: *the sources*, *the people*."""
    return text.lower().startswith("the ")


def _nameless(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    texts = _by_text(comparison, frame)
    texts = {article: rows for article, rows in texts.items() if any(not _again(row["text"]) for row in rows)}
    if not any(
        len(rows) >= _INSIDERS or any(row["name"] in ("source", "person") for row in rows) for rows in texts.values()
    ):
        return
    borrowed = _borrowed(comparison, texts)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for article, rows in texts.items():
        whose = f"{possessive(borrowed[article])} " if article in borrowed else ""
        parts[whose + _phrases(rows)].append(article)
    sentence = f"Cited and not named, among others: {_joined(comparison, parts)}."
    yield _statement(comparison, list(texts), texts, sentence, 0.38 + 0.04 * min(max(map(len, texts.values())), 4))


def _borrowed(comparison: Comparison, texts: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """Texts whose first nameless source spoke to another medium, and which (*two sources told Reuters*): it is theirs,
    and so are those that the text comes back to."""
    media = comparison.sourcing.filter(pl.col("kind") == "medium", pl.col("text").str.starts_with("told "))
    near: dict[str, list[tuple[int, str]]] = {}
    for article, start, name in media.select("article", "start", "name").iter_rows():
        near.setdefault(article, []).append((start, name))
    found = {}
    for article, rows in texts.items():
        fresh = [row for row in rows if not _again(row["text"])]
        whose = [
            next((name for start, name in near.get(article, []) if 0 <= start - row["end"] <= _NEAR), None)
            for row in fresh
        ]
        if whose and whose[0] is not None and set(whose) == {whose[0]}:
            found[article] = whose[0]
    return found


def _voices(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    texts = _by_text(comparison, frame.filter(~pl.col("name").is_in(_cited_elsewhere(comparison, frame))))
    if texts:
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for article, rows in texts.items():
            parts[_phrases(rows)].append(article)
        sentence = f"Cited without a name, among others: {_joined(comparison, parts)}."
        sides = all(row["name"] in _SIDES for rows in texts.values() for row in rows)
        yield replace(_statement(comparison, list(texts), texts, sentence, 0.38), check=sides)


def _cited_elsewhere(comparison: Comparison, frame: pl.DataFrame) -> list[str]:
    """Nouns (*critic*) that another text has beside a word of speech, too: *critics of the rule said*."""
    texts = comparison.scores.corpus.articles.select("article", "text").rows()
    return [
        str(noun)
        for (noun,), part in frame.group_by("name")
        if any(
            re.search(rf"(?i)\b{noun}s?\b[^.“”\"]{{0,{_NEAR}}}{_CITING.pattern}", text)
            for article, text in texts
            if article not in set(part["article"])
        )
    ]


def _joined(comparison: Comparison, parts: dict[str, list[str]]) -> str:
    """*“two sources” in A and B; “aides” in C*: what most texts have first; of very many, these."""
    labels = comparison.labels
    first = {phrase.lower(): phrase for phrase in reversed(parts)}  # "Analysts", "analysts"
    every: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, articles in parts.items():
        every[first[phrase.lower()]] += articles
    parts, order = every, sorted(every, key=lambda phrase: -len(every[phrase]))
    told = [f"{phrase} in {labels.listed(parts[phrase])}" for phrase in order[:_TEXTS]]
    return "; ".join(told)


def _media(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    """Media that texts credit; not the agency whose text it is, which credits itself."""
    stories = comparison.stories
    printed = stories.filter(pl.col("story").is_duplicated())
    own = printed.select("article", name="origin").drop_nulls()
    frame = frame.join(own, on=["article", "name"], how="anti", maintain_order="left")
    texts = _by_text(comparison, frame.filter(~_named_elsewhere(comparison, frame)))
    if not texts:
        return
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for article, rows in texts.items():
        names: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            names[row["name"]].append(" ".join(row["text"].split()))
        parts[listed([f"{name} (“{some[0]}”)" for name, some in names.items()])].append(article)
    labels = comparison.labels
    clauses = [
        f"{labels.listed(articles)} {'credits' if len(labels.of_outlets(articles)) == 1 else 'credit'} {told}"
        for told, articles in parts.items()
    ]
    sentence = f"Other media whom texts credit, among others: {'; '.join(clauses)}."
    yield _statement(comparison, list(texts), texts, sentence, 0.4)


def _named_elsewhere(comparison: Comparison, frame: pl.DataFrame) -> pl.Series:
    """Whether a credit only tells to whom something was said, and a text without it names the medium, too: there it
    may be told in other words (*at an MSNBC town hall*)."""
    articles = comparison.scores.corpus.articles.select("article", "outlet", "text").rows()
    crediting = {name: set(articles) for name, articles in frame.group_by("name").agg("article").iter_rows()}
    return pl.Series(
        [
            _SPOKEN.match(text) is not None
            and any(
                names_medium(outlet, printed, name)
                for article, outlet, printed in articles
                if article not in crediting[name]
            )
            for name, text in frame.select("name", "text").iter_rows()
        ],
        dtype=pl.Boolean,
    )


def _single(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    cited = comparison.cited
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
        sentence = f"{labels.listed(articles)} {verb} nobody but {who}: nothing from another source is set beside it."
        salience = 0.5 + 0.4 * min(len(articles) / labels.total, 0.5)
        yield Statement("texts", "voice", labels.of_outlets(articles), sentence, evidence, salience, check=True)


def _no_other(comparison: Comparison, article: str, who: str) -> bool:
    """Whether each sentence with a word of speech or data has the person, by name, description or pronoun."""
    corpus = comparison.scores.corpus
    references = comparison.naming.filter(article=article, actor=who)["start"].to_list()
    surname = last_name(who)
    own = corpus.tokens.filter(pl.col("article") == article, ~pl.col("quoted"), pl.col("part") == "body")
    lines = own.group_by("sentence", maintain_order=True).agg(
        pl.col("text").str.join(" "), pl.col("start").min(), end=pl.col("end").max()
    )
    if any(_another(text, hit, surname) for text in lines["text"] for hit in _OTHERS.finditer(text)):
        return False
    return all(
        surname in text or _PRONOUN.search(text) or any(start <= at < end for at in references)
        for text, start, end in lines.select("text", "start", "end").iter_rows()
        if _CITING.search(text)
    )


def _another(text: str, hit: re.Match[str], surname: str) -> bool:
    """Whether a hit of `_OTHERS` is of somebody else: not *Holm called for it*, *the mayor said*, *a statement by
    Holm*."""
    if hit["who"] is None:
        return surname not in text[hit.end() : hit.end() + _NAME]
    who = hit["who"].lower()
    return who not in {surname.lower(), "he", "she", "who", "and", "but"} | TITLES and not who.endswith("ly")


def _statement(
    comparison: Comparison, articles: list[str], texts: dict[str, list[dict[str, Any]]], sentence: str, salience: float
) -> Statement:
    evidence = tuple(
        Evidence(row["article"], row["start"], row["end"]) for article in articles for row in texts[article]
    )
    return Statement("texts", "source", comparison.labels.of_outlets(articles), sentence, evidence, min(1.0, salience))
