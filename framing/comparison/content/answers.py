"""What somebody is accused of, and what they say to it: which texts print an answer, whatever the charge is called.

Accused is who stands in a frame of accusing by name or description (`naming.NAMING`): *accuses Holm of*, *Holm was
charged*, *the charges against Holm*, *alleges that Holm*. An answer is a sentence with a word of denying (`_ANSWERS`)
that is theirs: they stand before its verb, or right beside a verb of saying; it is of those who speak for them (*her
lawyers*, *a spokesman for Holm*); or it turns against *the charges*, *the report*, in a sentence that names them or
behind one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import polars as pl

from framing.comparison.content.denials import answered, references
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stem, stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# A text that reports that somebody is accused, with an answer or without any.
ANSWERS: Schema = {
    "actor": pl.String,
    "article": pl.String,
    "outlet": pl.String,
    "answer": pl.Boolean,  # ? true: an answer; false: no word of one anywhere; null: a word of one, whose is not told
    "start": pl.UInt32,  # of the sentence with the answer, else of the one that accuses
    "end": pl.UInt32,
}
_ME, _OTHER = "\ue000", "\ue001"  # stand for the accused and for others who are known, in a sentence
_UPTO = r"(?:[^\s,;:.“”\"\ue000\ue001]+ ){0,5}?"
_CHARGES = (
    r"(?:allegations?|accusations?|charges?|claims?|complaints?|indictment|lawsuit|case|warrant|suspicions?|report|"
    r"account|proceedings)"
)
_THEM = r"\ue000(?![’']|,? (?:[\w-]+ ){0,2}\ue001)"  # not "Holm's brother", "Kettle chief Ben Roe"
_ACCUSES = re.compile(
    rf"\b(?:accus(?:es?|ed|ing)|charg(?:es|ed|ing)|indict(?:s|ed|ing)) {_UPTO}{_THEM}|"
    rf"\ue000(?:, [^,;]{{1,60}},)? {_UPTO}(?:is|was|been|were|are|being|stands?) {_UPTO}"
    r"(?:accused|charged|indicted|suspected|arrested|detained)\b|"
    rf"\b{_CHARGES} {_UPTO}against {_UPTO}{_THEM}|"
    rf"\ue000 {_UPTO}(?:faces?|facing) {_UPTO}{_CHARGES}\b|"
    rf"\balleg(?:es|ed|ing) (?:that )?{_UPTO}{_THEM}|\b(?:claims|claimed) that {_UPTO}{_THEM}|"
    r"\ue000 (?:reportedly|allegedly)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:not|never|cleared|acquitted|dropped|dismissed|without)\b", re.IGNORECASE)
_FALSE = (
    r"(?:baseless|groundless|unfounded|untrue|not true|no truth|false|nonsense|rubbish|fabricat\w+|invented|smears?|"
    r"without (?:any )?(?:foundation|merit)|meritless|inaccurate|misleading|politically[ -]motivated|witch[- ]?hunt)"
)
_DENIES = (
    r"(?:den(?:y|ies|ied|ying)(?! (?:access|entry|bail|visas?|them|him|her)\b)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|"
    r"refut(?:es?|ed|ing)|disput(?:es?|ed|ing))"
)
_SAYS = (
    r"(?:sa(?:ys|id|ying)|t(?:ells|old)|insist(?:s|ed)|maintain(?:s|ed)|call(?:s|ed|ing)|describ(?:es|ed|ing)|"
    r"claim(?:s|ed|ing)|add(?:s|ed|ing)|declar(?:es|ed|ing)|stat(?:es|ed|ing)|statement)"
)
_NOTHING = (
    rf"(?:{_FALSE}|never|(?<!non-)(?<!not )consensual|nothing to do with|"
    r"(?:did|done) nothing|nothing (?:wrong|improper|illegal)|no wrongdoing|"
    r"(?:I|we) (?:have no|did not|didn[’']t|do not|don[’']t))"
)
_SPEAKING = (
    r"(?:lawyers?|attorneys?|spokes\w+|legal team|defen[cs]e(?: team)?|office|barristers?|counsel|representatives?)"
)
_THEIRS = (
    rf"(?:(?:\ue000[’']s?|\b(?:his|her|its|their)) (?:[\w-]+ ){{0,2}}?{_SPEAKING}\b|"
    rf"\b{_SPEAKING} {_UPTO}(?:for|of) {_UPTO}\ue000)"
)
_FOR = re.compile(  # those who speak for them
    rf"{_THEIRS}[^;]{{0,60}}?\b(?:{_SAYS}|{_DENIES})\b|\b(?:{_SAYS}|according to|through) {_UPTO}{_THEIRS}",
    re.IGNORECASE,
)
_FORS_WORD = re.compile(rf"\b(?:{_NOTHING}|{_DENIES})\b", re.IGNORECASE)
_OWN = re.compile(  # they deny, or say that it is not so
    rf"\ue000(?:[’']s (?:\w+ )?(?:statement|office|government|team))?(?:, [^,;]{{1,60}},)? {_UPTO}(?:"
    rf"{_DENIES}\b|ple(?:aded|ads) not guilty\b|(?:maintain|protest)(?:s|ed)? (?:his|her|their|its) innocence|"
    rf"{_SAYS}\b[^;]{{0,90}}?\b{_NOTHING}\b)|"
    rf"\b{_NOTHING}\b[^;]{{0,120}}[,”\"] {_UPTO}(?:\ue000 {_SAYS}|{_SAYS} {_UPTO}\ue000)",
    re.IGNORECASE,
)
_AGAINST = re.compile(  # somebody denies the charges
    rf"\b{_DENIES} (?:(?:all|any|the|these|those|such|of|both|categorically|firmly|strongly) ){{0,3}}"
    rf"(?:{_CHARGES}s?|wrongdoing|involvement)\b|"
    rf"\b{_SAYS} [^;.]{{0,40}}?\b{_CHARGES}s?\b[^;.]{{0,60}}?\b{_FALSE}\b",
    re.IGNORECASE,
)
_REPORT = re.compile(rf"\b{_SAYS} [^;.]{{0,50}}?\b(?:report|article|story)\b[^;.]{{0,60}}?\b{_FALSE}\b", re.IGNORECASE)
_SPEAKS = re.compile(  # they have a word, or turn on those who accuse them: it may be an answer
    rf"(?:\ue000|\b(?:he|she|they|it)) {_UPTO}(?:{_SAYS}|tweeted|wr(?:ote|ites)|condemn\w*|decri\w*|denounc\w*|slam\w*|"
    rf"blast\w*|accus(?:es|ed))\b|[,”\"’] (?:said|says) {_UPTO}\ue000|"
    r"\b(?:slam\w*|decri\w*|denounc\w*|condemn\w*|blast\w*) (?:his|her|its|their|the)\b",
    re.IGNORECASE,
)
_MARKS = re.compile('[“”"„«»�]')
_MAY_ANSWER = re.compile(  # of what they say: no word of thanks or farewell
    r"\b(?:not|never|no|nothing|none|nobody|cannot|without|false\w*|wrong\w*|untrue|lie[ds]?|lying|hoax|smear\w*|witch|"
    r"regret\w*|sorry|apolog\w*|mistakes?|mistaken|innocen\w*|improper\w*|proper\w*|legal\w*|lawful\w*|jok\w+|context|"
    r"misunder\w*|respon\w*|answer\w*|repl(?:y|ied|ies)|critici\w*|slam\w*|decri\w*|denounc\w*|condemn\w*|blast\w*|"
    r"accus\w*|charg\w*|alleg\w*|claim\w*|complain\w*|report(?:s|ed)?|story|truth|true|fight\w*|clear\w*)\b|n['’�]t\b",
    re.IGNORECASE,
)
_DENIED_NOT = re.compile(
    r"(?:\bnot|n['’�]t|\bnever|\bcannot|\bwithout) (?:\w+ )?(?:den(?:y|ied|ying)|reject|dismiss|refut|disput)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\ue000[’']s? (?:\w+ )?(?:aunt|uncle|brother|sister|mother|father|son|daughter|wife|husband|niece|nephew|cousin|"
    r"friend|ally|predecessor|successor)\b",
    re.IGNORECASE,
)
_ACCUSERS = re.compile(r"\b(?:police|prosecut\w+|investigat\w+|authorities|accusers?)\b[^,;]{0,40}$", re.IGNORECASE)
_CUE = re.compile(r"accus|charg|indict|alleg|arrest|detain|suspect|claim|complain|warrant", re.IGNORECASE)
_FEWEST = 2  # independent reports that accuse somebody
_MATTER = (
    r"(?:allegations?|accusations?|charges?|claims?|assertions?|suggestions?|reports?|characteri[sz]ations?|findings?|"
    r"notion|idea|estimates?|wrongdoing|account|involvement|knowledge)"
)
_PLAINLY = re.compile(  # *deny that it is so*, *rejected the estimate*; not *deny service*, *rejected the request*
    rf"\b(?:den(?:y|ies|ied|ying) (?:\w+ly )?(?:(?:that|it|this|any|all|ever|[a-z]+ing)\b|"
    r"(?:the|these|those|such|his|her|their|its) (?:[\w’'-]+ ){0,4}?"
    rf"(?:{_MATTER}|was|were|is|are|had|has|have)\b)|"
    rf"(?:reject|dismiss|refut|disput)(?:s|es?|ed|ing) (?:[\w’'-]+ ){{0,4}}?{_MATTER}\b)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(  # of a text with none of these nobody denies anything
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|rebut\w*|disput\w+|baseless|groundless|unfounded|"
    r"untrue|not true|false\w*|push\w* back|insist\w*|defend\w*|inaccura\w*|misleading|no truth|fake|hoax|nonsense|"
    r"not guilty|innocen\w*|lies?|lied|lying|contest(?:s|ed)?|contradict\w*|counter(?:s|ed)?|wrongdoing|"
    r"rubbish|smears?|nothing (?:wrong|illegal|improper|to do with)|(?:did|done) nothing|politically[ -]motivated|"
    r"witch[- ]?hunt|persecut\w*)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<![\w.’'-])[{CAPITALS}][^\W\d_]{{3,}}")
_LONG, _MATTERS = 100, 2  # words of a text of which it is said, and those that it shares with a denial

# Two texts and more with a denial of somebody by name, those without a word of denying, and where the denials stand.
Denied = tuple[list[str], list[str], dict[str, tuple[int, int]]]


def denied_plainly(corpus: Corpus, labels: Labels) -> Iterator[Denied]:
    """Who denies something in plain words of two texts, while others name them and tell of the matter (two words of
    content of a denial) without any word of denying; be nobody accused in a frame.

    One is the same by a name before the verb. Of all texts each has the denial or no such word.
    """
    quoted = set(corpus.tokens.filter("quoted").select("article", "start").iter_rows())
    said: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    lines: dict[tuple[str, int], str] = {}
    for article, start, end, line in (
        corpus.sentences.filter(part="body").select("article", "start", "end", "text").iter_rows()
    ):
        hit = _PLAINLY.search(line)
        if hit and (article, start + hit.start()) not in quoted and not _DENIED_NOT.search(line[: hit.end()]):
            lines[article, start] = f"{line[: hit.start()]} {line[hit.start() :].partition(' ')[2]}"
            for name in _NAMED.findall(line[: hit.start()]):
                said[name].setdefault(article, (start, end))
    if not said:
        return
    words = corpus.once(stems).filter("content").group_by("article").agg("stem")
    printed = {article: set(some) for article, some in words.iter_rows()}
    long = corpus.articles.filter(pl.col("words") >= _LONG).select("article", "text").iter_rows()
    silent = {article: text for article, text in long if not _NO_WORD.search(text)}
    seen: set[frozenset[str]] = set()
    several = ((name, having) for name, having in said.items() if len(having) > 1)
    for name, having in sorted(several, key=lambda one: (-len(one[1]), one[0])):
        told = [set(map(stem, re.findall(r"[^\W\d_]{4,}", lines[one, at[0]].lower()))) for one, at in having.items()]
        lacking = [
            article
            for article, text in sorted(silent.items())
            if re.search(rf"\b{name}\b", text)
            and any(len((words - {stem(name.lower())}) & printed.get(article, set())) >= _MATTERS for words in told)
        ]
        every = lacking and len(having) + len(lacking) == corpus.articles.height
        groups = {labels.groups[one] for one in having if one in labels.groups}
        if every and frozenset(having) not in seen and groups.isdisjoint(labels.groups[one] for one in lacking):
            seen.add(frozenset(having))
            yield sorted(having), lacking, having


def answers(corpus: Corpus, naming: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`ANSWERS`: for each actor whom two independent reports accuse, the texts that do.

    naming: `NAMING`, who is meant by a name or description. A text in which somebody else's relation to the accused
    opens a sentence (*Holm's brother denied*) answers nothing by it.
    """
    lines, meant = references(corpus, naming)
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[tuple[object, ...]] = []
    lines = {article: some for article, some in lines.items() if _CUE.search(texts[article])}
    for actor in sorted(naming["actor"].unique()):
        found = {
            article: row
            for article, some in lines.items()
            if (row := _read(actor, some, meant[article], texts[article])) is not None
        }
        if labels.independent(found) >= _FEWEST:
            rows += [(actor, article, outlets[article], *row) for article, row in found.items()]
    return pl.DataFrame(rows, schema=dict(ANSWERS), orient="row")


def _read(
    actor: str, lines: Sequence[tuple[int, int, str]], meant: Sequence[tuple[int, int, str]], text: str
) -> tuple[bool | None, int, int] | None:
    """Whether a text that accuses an actor has their answer, with the sentence; None where it does not accuse them."""
    charge = reply = None
    before, speaks = "", False
    for start, end, line in _masked(actor, lines, meant):
        hit = _ACCUSES.search(line)
        if charge is None and hit and not _NOT_SO.search(line[: hit.end()]):
            charge = start, end
        if reply is None and _answers(line, before):
            reply = start, end
        said = _SPEAKS.search(before) or _SPEAKS.search(line) or (None if hit else _MARKS.search(line))
        speaks = speaks or (said is not None and _MAY_ANSWER.search(line) is not None)
        before = line
    if charge is None:
        return None
    if reply is not None:
        return True, *reply
    return (None if speaks or answered(text) else False), *charge


def _answers(line: str, before: str) -> bool:
    """Whether a sentence is an answer of the accused, or for them. before: the sentence before it."""
    own, spoken = _OWN.search(line), _FOR.search(line)
    near = _ME in line or (_ME in before and _OTHER not in line)
    hit = own
    if hit is None and spoken and near:
        hit = _FORS_WORD.search(line)
    if hit is None and near and not _RELATIVE.search(before + line):
        hit = _AGAINST.search(line)
        hit = None if hit and _ACCUSERS.search(line[: hit.start()]) else hit
    if hit is None and (near or _ME in before):
        hit = _REPORT.search(line)
    return hit is not None and not _RELATIVE.search(line) and not _DENIED_NOT.search(line)


def _masked(
    actor: str, lines: Sequence[tuple[int, int, str]], meant: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The sentences, with a sign for the accused and one for others where they stand."""
    places: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    at = 0
    for low, high, who in sorted(meant, key=lambda one: (one[0], -one[1])):  # the longest first
        while at < len(lines) and lines[at][1] <= low:
            at += 1
        if at < len(lines) and lines[at][0] <= low:
            places[at].append((low, high, who))
    for number, (start, end, line) in enumerate(lines):
        made, last = [], 0
        for low, high, who in places[number]:
            if low - start >= last:
                made += [line[last : low - start], _ME if who == actor else _OTHER]
                last = high - start
        yield start, end, "".join([*made, line[last:]])
