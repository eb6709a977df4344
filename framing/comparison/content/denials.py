"""Accusation without denial: a charge against somebody, and whether the text has what they say to it.

A denial is a verb of denying behind a reference to the accused (`naming.NAMING`: a name or *the company*). What is
denied are the words of wrongdoing in its sentence and the two before; where denials of two reports have such a word in
common, it is the charge. *A charge the company denies* and *says that is rubbish* are denials as well.
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
    "denied": pl.Boolean,  # ? false: the charge and no word of denying at all; null: an answer, to what is not told
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
        "conspiracy conspire exploit backdoor snoop snooping"
    ).split()
}
_ALSO = {stem(word): stem("spy") for word in ("espionage", "surveillance", "snoop")}  # one charge in several words
_DENYING = re.compile(
    r"\b(?:denied|denies|deny|denying)\b(?! (?:access|entry|bail|visas?|them|him|her|the use)\b)", re.IGNORECASE
)
_REJECTING = re.compile(
    r"\b(?:reject|rejects|rejected|dismiss|dismisses|dismissed|refute|refutes|refuted)\b (?:\w+ ){0,3}"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|suggestions?)\b",
    re.IGNORECASE,
)
# "Holm says that is rubbish", "the firm insists that it has never spied"
_CONTRADICTING = re.compile(
    r"\b(?:says?|said|insists?|insisted|maintains?|maintained|calls?|called)\b[^.;]{0,40}?"
    r"\b(?:rubbish|nonsense|untrue|false|baseless|groundless|unfounded|(?:has|had|have) never|never)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:the (?:company|firm|group|manufacturer|giant|bank|agency|ministry|party)|it|they|he|she)"
    r"(?: \w+ly)?(?: has| have| had)? $",
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
    """`DENIALS`: for each charge that two independent reports let the accused deny, the texts with the denial.

    And those that have the charge (in one sentence with the accused) and no word of denying or answering anywhere, or
    an answer of which is not told what it denies.

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
    perhaps: defaultdict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for article, lines in sentences.items():
        for at, (start, end, text) in enumerate(lines):
            near = lines[max(0, at - 2) : at]
            actors = _who_denies(text, start, near[-1][0] if near else start, meant[article])
            for charge in _wrongs(" ".join(line[2] for line in (*near, lines[at]))) if actors else ():
                for actor in actors:
                    (denied if len(actors) == 1 else perhaps)[actor, charge].setdefault(article, (start, end))
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    for (actor, charge), having in sorted(denied.items()):
        if labels.independent(having) < 2:
            continue
        having = perhaps[actor, charge] | having  # two reports have told whose charge it is
        rows += [_row(actor, charge, article, outlets, True, place) for article, place in having.items()]
        for article, lines in sentences.items():
            if article in having:
                continue
            place = _charged(charge, lines, [one for one in meant[article] if one[2] == actor])
            if place is not None:
                answered = None if _answered(texts[article]) else False
                rows.append(_row(actor, charge, article, outlets, answered, place))
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
    actor: str, charge: str, article: str, outlets: dict[str, str], denied: bool | None, place: tuple[int, int]
) -> dict[str, Any]:
    return {
        "actor": actor, "charge": charge, "article": article, "outlet": outlets[article], "denied": denied,
        "start": place[0], "end": place[1],
    }  # fmt: skip


def _who_denies(text: str, base: int, since: int, meant: list[tuple[int, int, str]]) -> set[str]:
    """The actor before a verb of denying in a sentence; none if there is none. since: where the sentence before begins.

    *The company denies* and *it has denied* may be any of those named before in these two sentences.
    """
    match = _DENYING.search(text) or _REJECTING.search(text) or _CONTRADICTING.search(text)
    if match is None or _NOT.search(text[: match.start()]):
        return set()
    at = base + match.start()
    if _ITSELF.search(text[: match.start()]):
        return {actor for start, end, actor in meant if since <= start and end <= at}
    before = [
        actor for start, end, actor in meant if start >= base and end <= at and _beside(text, end - base, at - base)
    ]
    return set(before[-1:])


def _beside(text: str, end: int, at: int) -> bool:
    """Whether a verb belongs to a name: it is near, or a clause in commas stands between (*Holm, who ..., denies*)."""
    between = text[end:at]
    return len(between) <= _REACH or re.fullmatch(r", (?:who|which)\b[^,;]*, ", between) is not None


def _wrongs(text: str) -> set[str]:
    words = {stem(word) for word in re.findall(r"[\w-]+", text.lower())} & _WRONGS
    return {_ALSO.get(word, word) for word in words}


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
