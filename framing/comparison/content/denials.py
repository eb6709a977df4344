"""Accusation without denial: a charge against somebody, and whether the text has what they say to it.

A denial is a verb of denying behind a reference to the accused (`naming.NAMING`: a name or *the company*), or behind
somebody who speaks for them: of *its chief executive denied that the bank ...* the bank. What is denied are the words
of wrongdoing in its sentence and the two before (`charges`); where denials of two reports have such a word in common,
it is the charge. Of one report, only where the clause denied has the word, or somebody is accused of it by name. *A
charge the company denies*, *pleaded not guilty*, *dismissed it as baseless*, *said there was no truth in it* and
*says that is rubbish* are denials as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import polars as pl

from framing.comparison.content.charges import Frame, frames, named
from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import is_person
from framing.comparison.content.references import subjects_of
from framing.comparison.content.spelling import folded
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP, TITLES
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

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
_NO_NAMES = TITLES | STOP
_DENYING = re.compile(
    r"\b(?:denied|denies|deny|denying)\b(?! (?:access|entry|bail|visas?|them|him|her|the use)\b)", re.IGNORECASE
)
_REJECTING = re.compile(
    r"\b(?:reject|rejects|rejected|dismiss|dismisses|dismissed|refute|refutes|refuted)\b (?:\w+ ){0,3}"
    r"(?:claims?|allegations?|accusations?|charges?|assertions?|suggestions?)\b",
    re.IGNORECASE,
)
# "Holm says that is rubbish", "the firm insists that it has never spied", "pleaded not guilty"
_FALSE = (
    r"(?:rubbish|nonsense|untrue|not true|no truth|false|baseless|groundless|unfounded|without (?:any )?foundation|"
    r"fabricat\w+|invented)"
)
_CONTRADICTING = re.compile(
    r"\b(?:says?|said|insists?|insisted|maintains?|maintained|calls?|called)\b[^.;]{0,40}?"
    rf"\b(?:{_FALSE}|(?:has|had|have) never|never|(?:did|done) nothing (?:wrong|improper|illegal)|nothing wrong|"
    r"no wrongdoing)\b|"
    r"\b(?:reject|dismiss|describ|brand)(?:s|ed|es)? [^.;“”\"]{1,60}? as (?:[“\"]|\w+ ){0,2}?"
    rf"(?:{_FALSE}|a lie|lies|fantasy)\b|"
    r"\bple(?:aded|ads|d) not guilty\b|"
    r"\b(?:maintain|insist|protest)(?:s|ed)? (?:on )?(?:his|her|their|its) innocence\b",
    re.IGNORECASE,
)
# What is denied: "denied that the bank had misled anyone"; who denies for whom: "its chief executive", "a lawyer for".
_CLAUSE = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:that )?(?P<who>the \w+|its?|they|he|she|[^\W\d_a-z]\S*)", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:the|its) (?:company|firm|group|bank|manufacturer|giant|agency|ministry|party|force|department|government|"
    r"club|business|maker|retailer|airline|charity|church|school|university|council|union|newspaper|organi[sz]ation)\b",
    re.IGNORECASE,
)
_IT = re.compile(rf"^ (?:it|them|{_BODY.pattern})$", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:its|the (?:company|bank|firm|group|club|party)['’]s) (?:\w+ ){0,2}(?:executive|spokes\w+|lawyers?|director|"
    r"head|chair\w*|boss|founder|president|owner|leader|minister|chief)\b|\b(?:a|its|the) (?:spokes\w+|lawyers?)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    rf"(?:{_BODY.pattern}|\b(?:it|they|he|she))"
    r"(?: \w+ly)?(?: has| have| had)? $",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\bnot|n['’�]t|\bnever|\bcannot)(?: \w+)? $")
# A text with one of these may have the answer in other words: then nothing is said of it.
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refut\w*|rebut\w*|baseless|groundless|unfounded|untrue|"
    # not the false statements, and lies to investors, that somebody is accused of
    r"false(?! (?:and \w+ )?(?:statements?|information|pretences?|pretenses?|documents?|invoices?|records?|returns?|"
    r"testimony|accounts?|names?|alarms?))|"
    r"no (?:truth|basis|merit|knowledge|role|part|involvement|intention|concerns)|not true|without (?:any )?foundation|"
    r"nonsense|rubbish|fabricat\w*|invented|smears?|slander\w*|meritless|inaccura\w+|distort\w*|"
    r"misleading (?:view|account|picture)|politically[ -]motivated|witch[- ]?hunt|persecut\w*|"
    r"(?:lies?|lying)(?! to\b)|never|nothing to do with|unaware|"
    r"(?:did|done|do) nothing|(?:did not|did ?n[’'�]t) (?:know|do|commit|intend)|"
    r"(?:I|we)(?: have| had| did| do| am| are|[’'�]ve|[’'�]m|[’'�]re) (?:not|no)|(?:I|we) (?:do|did|have|had)n[’'�]t|"
    r"(?:reject|dismiss)\w* (?:it|this|that|them|all|any|the|such|his|her|their|claims?|accusations?|allegations?)\b|"
    r"insist\w*|maintain\w*|counter(?:s|ed)?|innocen\w+|not guilty|no evidence|disput\w+|contest(?:s|ed)?|appeal\w*|"
    r"(?<!non-)consensual|outrage\w*|indignation|apologi\w+|"
    r"call(?:s|ed) (?:it |this |that |them |the \w+ )?(?:an? |the )?[“\"‘']|"  # "has called an “attempted coup”"
    r"(?:accus|blam)(?:e[sd]?|ing) (?:political|(?:his|her|its|their|the)(?: \w+['’]s)?(?: \w+)?) (?:opponents?|"
    r"rivals?|critics|police|judges?|judiciary|prosecut\w+|authorit\w+|government|media|investigators?|accusers?)|"
    r"(?:his|her|its|their|[’'�]s) (?:\w+ )?(?:lawyers?|attorneys?|barristers?|counsel|defen[cs]e|legal team)|"
    r"(?:lawyers?|attorneys?|counsel|spokes\w+) for|"
    r"wrongdoing|nothing wrong|(?:follow|obey|compl|abid)\w* [^.;]{0,30}(?:law|rule|regulation)s?|within the law|"
    r"(?:not|n['’]t) (?:immediately )?(?:respond|reply|comment|answer)|no comment|"
    r"(?:declin|refus)\w+ to (?:comment|answer|respond)|for comment|could not be reached)\b",
    re.IGNORECASE,
)
_Places = defaultdict[tuple[str, str], dict[str, tuple[int, int]]]
_FIRMS = frozenset(
    "foods chemicals stores markets studios labs media networks services solutions logistics shipping pharma oil gas "
    "mining rail railways water power telecom software games insurance trust fund airlines brewery police".split()
)
_FIRST = 30  # characters in which a first name may stand
_REACH = 70  # characters between the accused and the verb of denying


def denials(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`DENIALS`: for each charge that the accused deny, the texts with the denial.

    And those that have the charge (in one sentence with the accused) and no word of denying or answering anywhere, or
    an answer of which is not told what it denies. A charge counts that two independent reports let the accused deny, or
    one in plain words.

    naming: `NAMING`, who is meant by a name or description.
    """
    sentences, meant = references(corpus, naming)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    bodies = {one.name for one in subjects_of(corpus) if one.kind != "person" and _is_body(one.name)}
    framed = [
        (frame, _accused(frame, base, meant[article]))
        for article, lines in sentences.items()
        for base, _, text in lines
        for frame in frames(text)
    ]
    heads = {frame.charge for frame, _ in framed}
    by_name = {(actor, frame.charge) for frame, of in framed for actor in of}
    others = {charge for _, charge in by_name}  # somebody is accused of it by name
    denied: _Places = defaultdict(dict)
    perhaps: _Places = defaultdict(dict)
    plainly: set[tuple[str, str, str]] = set()
    for article, lines in sentences.items():
        for at, (start, end, _) in enumerate(lines):
            near = lines[max(0, at - 2) : at + 1]
            actors, clause = _who_denies(near, meant[article], bodies)
            for charge, plain in _denied(near, clause, actors, meant[article], heads).items() if actors else ():
                for actor in actors:
                    (denied if len(actors) == 1 else perhaps)[actor, charge].setdefault(article, (start, end))
                    if plain and len(actors) == 1:
                        plainly.add((actor, charge, article))
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    told = {article: _by_charge(lines) for article, lines in sentences.items()} if denied else {}
    for (actor, charge), having in sorted(denied.items()):
        if charge in others and (actor, charge) not in by_name:
            continue  # they deny it for somebody else: an employer
        if labels.independent(having) < 2 and not any((actor, charge, article) in plainly for article in having):
            continue
        having = perhaps[actor, charge] | having  # a report has told whose charge it is
        rows += [_row(actor, charge, article, outlets, True, place) for article, place in having.items()]
        for article, lines in sentences.items():
            if article in having:
                continue
            place = _charged(actor, told[article].get(charge, {}), lines, meant[article], bodies)
            if place is not None:
                reply = None if answered(texts[article]) else False
                rows.append(_row(actor, charge, article, outlets, reply, place))
    return pl.DataFrame(rows, schema=dict(DENIALS))


def references(
    corpus: Corpus, naming: pl.DataFrame
) -> tuple[dict[str, list[tuple[int, int, str]]], defaultdict[str, list[tuple[int, int, str]]]]:
    """The sentences of each body, and who is meant where (start, end, actor): `NAMING`, and wherever a name stands."""
    sentences: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, text in (
        corpus.sentences.filter(part="body").select("article", "start", "end", "text").iter_rows()
    ):
        sentences[article].append((start, end, text))
    meant: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for article, start, end, actor in naming.select("article", "start", "end", "actor").iter_rows():
        meant[article].append((start, end, actor))
    _by_name(naming, dict(corpus.articles.select("article", "text").iter_rows()), meant)
    return sentences, meant


def _is_body(name: str) -> bool:
    return not is_person(folded(name)) or name.split()[-1].lower() in _FIRMS


def _by_name(naming: pl.DataFrame, texts: dict[str, str], meant: dict[str, list[tuple[int, int, str]]]) -> None:
    """Add to who is meant where the very names stand, whatever else their words belong to."""
    for actor, forms in (
        naming.filter(way="name").group_by("actor").agg(pl.col("text").unique()).sort("actor").iter_rows()
    ):
        names = sorted({actor, *forms}, key=lambda name: (-len(name), name))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        for article, text in texts.items():
            known = {start for start, _, _ in meant[article]}
            meant[article] += [
                (*match.span(), actor)
                for match in pattern.finditer(text)
                if match.start() not in known and not _of_another(match[0], text[: match.start()][-_FIRST:], actor)
            ]
    for places in meant.values():
        places.sort()


def _of_another(name: str, before: str, actor: str) -> bool:
    """Whether a surname belongs to a longer name: *Emil Roth* is not Lena Roth."""
    first = re.search(rf"([{CAPITALS}][\w’'-]+) $", before)
    if " " in name or first is None:
        return False
    return first[1] not in actor.split() and first[1].lower() not in _NO_NAMES


def _row(
    actor: str, charge: str, article: str, outlets: dict[str, str], denied: bool | None, place: tuple[int, int]
) -> dict[str, Any]:
    return {
        "actor": actor, "charge": charge, "article": article, "outlet": outlets[article], "denied": denied,
        "start": place[0], "end": place[1],
    }  # fmt: skip


def _who_denies(
    near: list[tuple[int, int, str]], meant: list[tuple[int, int, str]], bodies: set[str]
) -> tuple[set[str], str]:
    """Who denies something in the last of these sentences, and the words behind the verb; nobody if there is none.

    *The company denies* and *it has denied* may be any of those named in this sentence and the one before.
    """
    base, _, text = near[-1]
    match = _DENYING.search(text) or _REJECTING.search(text) or _CONTRADICTING.search(text)
    if match is None or _NOT.search(text[: match.start()]):
        return set(), ""
    at, clause = base + match.start(), text[match.end() :]
    who = _CLAUSE.search(text, match.start())
    if who and (named := [one[2] for one in meant if 0 <= one[0] - base - who.start("who") < len(who["who"])]):
        return {named[0]}, clause  # "denied that Kettle Group had ..."
    if (who and _BODY.fullmatch(who["who"])) or _FOR.search(text[: match.start()]):
        some = {one[2] for one in meant if near[0][0] <= one[0] < base + len(text) and one[2] in bodies}
        return (some if len(some) == 1 else set()), clause
    if _ITSELF.search(text[: match.start()]):
        since = near[-2][0] if len(near) > 1 else base
        return {actor for start, end, actor in meant if since <= start and end <= at}, clause
    before = [one[2] for one in meant if one[0] >= base and one[1] <= at and _beside(text, one[1] - base, at - base)]
    return set(before[-1:]), clause


def _denied(
    near: list[tuple[int, int, str]],
    clause: str,
    actors: set[str],
    meant: list[tuple[int, int, str]],
    heads: set[str],
) -> dict[str, bool]:
    """What these actors deny: a charge -> whether it is plain that it is this one, of theirs.

    Words of the list in all sentences, unless somebody else is accused of them by name; what anybody in the texts is
    accused of, in the clause behind the verb or where these actors are accused of it.
    """
    found = dict.fromkeys(named(" ".join(text for *_, text in near)), False)
    behind = {stem(word) for word in re.findall(r"[\w-]+", clause.lower())}
    found |= dict.fromkeys(named(clause) | (heads & behind), True)
    for base, _, text in near:
        for frame in frames(text):
            of = _accused(frame, base, meant)
            if of and of.isdisjoint(actors):
                found = {charge: plain for charge, plain in found.items() if charge != frame.charge}
            elif of & actors:
                found[frame.charge] = True
    return found


def _accused(frame: Frame, base: int, meant: list[tuple[int, int, str]]) -> set[str]:
    """Who is accused in a frame, by name; nobody where it is a pronoun."""
    if frame.accused is None:
        return set()
    low, high = (base + place for place in frame.accused)
    named_ = [one[2] for one in meant if low <= one[0] < high]
    return set(named_[-1:])


def _beside(text: str, end: int, at: int) -> bool:
    """Whether a verb belongs to a name: it is near, or a clause in commas stands between (*Holm, who ..., denies*)."""
    between = text[end:at]
    return len(between) <= _REACH or re.fullmatch(r", (?:who|which)\b[^,;]*, ", between) is not None


def answered(text: str) -> bool:
    """Whether a text has any word of an answer: a denial, or a comment that was asked for."""
    return _ANSWER.search(text) is not None or _REJECTING.search(text) is not None


def _by_charge(lines: list[tuple[int, int, str]]) -> dict[str, dict[int, list[Frame]]]:
    """Charge -> the sentences that have it, in order, by their number, and the frames in which it stands there."""
    found: defaultdict[str, dict[int, list[Frame]]] = defaultdict(dict)
    for at, (_, _, text) in enumerate(lines):
        for frame in frames(text):
            found[frame.charge].setdefault(at, []).append(frame)
        for charge in named(text):
            found[charge].setdefault(at, [])
    return found


def _charged(
    actor: str,
    told: dict[int, list[Frame]],
    lines: list[tuple[int, int, str]],
    meant: list[tuple[int, int, str]],
    bodies: set[str],
) -> tuple[int, int] | None:
    """The first sentence with a charge that names the accused. told: of the charge, as in `_by_charge`.

    Where a frame says who is accused, it is they, by name, or as *it* or *the company* where no other body is named in
    its sentence and the one before; a charge of no list stands in a frame.
    """
    for at, some in told.items():
        start, end, text = lines[at]
        if any(_accused(frame, start, meant) == {actor} for frame in some):
            return start, end
        if some and all(_accused(frame, start, meant) for frame in some):
            continue  # somebody else
        since = lines[max(at - 1, 0)][0]
        near = {one[2] for one in meant if since <= one[0] < end and one[2] in bodies}
        if near == {actor} and any(frame.accused and _IT.search(text[slice(*frame.accused)]) for frame in some):
            return start, end
        here = any(start <= one[0] < end and one[2] == actor for one in meant)
        if here and (not some or any(frame.accused is None for frame in some)):
            return start, end
    return None
