"""Accusation without denial: a charge against somebody, and whether the text has what they say to it.

A denial is a verb of denying behind a reference to the accused (`naming.NAMING`: a name or *the company*). What is
denied are the words of wrongdoing in its sentence and the one before; where denials of two reports have such a word in
common, it is the charge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a charge and a text that reports it, with the denial of the accused or without any
DENIALS: Schema = {
    "actor": pl.String,
    "charge": pl.String,  # the word of wrongdoing: spy
    "article": pl.String,
    "outlet": pl.String,
    "denied": pl.Boolean,  # the text has the denial; false: it has the charge and no word of denying at all
    "start": pl.UInt32,  # of the sentence with the denial, else of the one with the charge
    "end": pl.UInt32,
}
_WRONGS = {
    stem(word)
    for word in (
        "spy spying espionage surveillance steal theft fraud defraud bribe bribery corruption embezzle kickback "
        "murder torture rape assault "
        "harass harassment abuse violate violation launder laundering hack hacking poison genocide atrocity massacre "
        "discriminate "
        "discrimination pollute cheat doping collude collusion meddle meddling interfere interference sabotage "
        "smuggle trafficking evade "
        "evasion plagiarism perjury extortion blackmail negligence misconduct forgery forge sanctions-busting "
        "insider-trading slander "
        "defamation loot looting kidnap abduct bully bullying racism antisemitism misuse mismanage cover-up "
        "conspiracy conspire exploit backdoor"
    ).split()
}
_DENYING = re.compile(
    r"\b(?:denied|denies|deny|denying)\b(?! (?:access|entry|bail|visas?|them|him|her|the use)\b)", re.IGNORECASE
)
_REJECTING = re.compile(
    r"\b(?:reject|rejects|rejected|dismiss|dismisses|dismissed|refute|refutes|refuted)\b (?:\w+ ){0,3}"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|suggestions?)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\bnot|n['’�]t|\bnever|\bcannot)(?: \w+)? $")
# A text with one of these may have the answer in other words: then nothing is said of it.
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut\w*|rebut\w*|baseless|groundless|unfounded|untrue|false|"
    r"insist\w*|maintain\w*|counter(?:s|ed)?|innocen\w+|not guilty|no evidence|disput\w+)\b",
    re.IGNORECASE,
)
_REACH = 70  # characters between the accused and the verb of denying


def denials(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`DENIALS`: for each charge that two independent reports let the accused deny, the texts with the denial and those
    that have the charge (in one sentence with the accused) and no word of denying or answering anywhere.

    naming: `NAMING`, who is meant by a name or description.
    """
    sentences: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, text in (
        corpus.sentences.filter(part="body").select("article", "start", "end", "text").iter_rows()
    ):
        sentences[article].append((start, end, text))
    meant: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, actor in naming.select("article", "start", "end", "actor").iter_rows():
        meant[article].append((start, end, actor))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    _by_name(naming, texts, meant)
    denied: defaultdict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for article, lines in sentences.items():
        for at, (start, end, text) in enumerate(lines):
            actor = _who_denies(text, start, meant[article])
            if actor is not None:
                before = lines[at - 1][2] if at else ""
                for charge in _wrongs(before + " " + text):
                    denied[actor, charge].setdefault(article, (start, end))
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    for (actor, charge), having in sorted(denied.items()):
        if labels.independent(having) < 2:
            continue
        rows += [_row(actor, charge, article, outlets, True, place) for article, place in having.items()]
        for article, lines in sentences.items():
            if article in having or _answered(texts[article]):
                continue
            place = _charged(charge, lines, [one for one in meant[article] if one[2] == actor])
            if place is not None:
                rows.append(_row(actor, charge, article, outlets, False, place))
    return pl.DataFrame(rows, schema=dict(DENIALS))


def _by_name(naming: pl.DataFrame, texts: dict[str, str], meant: dict[str, list[tuple[int, int, str]]]) -> None:
    """Add to who is meant where the very names stand, whatever else their words belong to."""
    for actor, forms in (
        naming.filter(way="name").group_by("actor").agg(pl.col("text").unique()).sort("actor").iter_rows()
    ):
        names = sorted({actor, *forms}, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        for article, text in texts.items():
            known = {start for start, _, _ in meant[article]}
            meant[article] += [(*match.span(), actor) for match in pattern.finditer(text) if match.start() not in known]
    for places in meant.values():
        places.sort()


def _row(
    actor: str, charge: str, article: str, outlets: dict[str, str], denied: bool, place: tuple[int, int]
) -> dict[str, Any]:
    return {
        "actor": actor, "charge": charge, "article": article, "outlet": outlets[article], "denied": denied,
        "start": place[0], "end": place[1],
    }  # fmt: skip


def _who_denies(text: str, base: int, meant: list[tuple[int, int, str]]) -> str | None:
    """The last actor before a verb of denying in a sentence, or None."""
    match = _DENYING.search(text) or _REJECTING.search(text)
    if match is None or _NOT.search(text[: match.start()]):
        return None
    at = base + match.start()
    before = [actor for start, end, actor in meant if base <= start and end <= at and at - end <= _REACH]
    return before[-1] if before else None


def _wrongs(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[\w-]+", text.lower())} & _WRONGS


def _answered(text: str) -> bool:
    return _ANSWER.search(text) is not None or _REJECTING.search(text) is not None


def _charged(
    charge: str, lines: list[tuple[int, int, str]], meant: list[tuple[int, int, str]]
) -> tuple[int, int] | None:
    """The first sentence with the charge that names the accused."""
    for start, end, text in lines:
        if charge in _wrongs(text) and any(start <= one[0] < end for one in meant):
            return start, end
    return None
