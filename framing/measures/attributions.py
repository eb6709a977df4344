"""Every attribution of the articles: whose words or views the outlet gives, and by what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures import speaker_words as of
from framing.measures.attribution import after, speaker
from framing.measures.bodies import bodies
from framing.measures.clauses import agrees, beside_name, opens_clause, passive
from framing.measures.groups import as_group
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.match import bundled, find, names_of, words_of
from framing.measures.offices import Described, told
from framing.measures.phrases import Sentence, Speaker, own_plurals, run_left
from framing.text.annotate import BODY, passages
from framing.text.typography import APOSTROPHES

_VERBS = Path(__file__).parent / "speech.toml"
# A name behind these is spoken to, or of.
_ADDRESSED = tuple(
    "tell told inform remind warn urg call describ cit ask thank accus prais advis assur blam credit critic endors "
    "defend support oppos back want see saw attack blast slam mock quot refer rebuk condemn".split()
)
# Who did not speak is no source.
_SILENT = ("say", "respond", "comment", "answer", "reply", "tell", "explain", "disclose", "reveal")
_REFUSED = ("decline", "declines", "declined", "declining", "refuse", "refuses", "refused", "refusing")
# Behind these somebody is spoken of: *warned that Holm opposes*, *what Holm believes*.
_BREAKS = of.BETWEEN | of.PREPOSITIONS | of.DETERMINERS
_TOPIC = frozenset("that if what how whether".split())
_RELAYING, _SAYING = ("quot", "cit"), 12  # *quoted Ada Holm, the mayor, as saying*; within so many tokens
_CLAUSE = 24  # tokens before a name in which a clause with it may begin
_CREDIT = 6  # tokens of a name beside a colon or a dash
_LINE = 90  # characters of a speaker's phrase that evidence shows


def attributions(corpus: Corpus) -> pl.DataFrame:
    """A row for each speaker beside a verb of the outlet's own words, and of turns and posts: article, start, end,
    label (the speaker; of *the mayor* the name, where the article tells it), kind, rule (the verb); kept with the
    corpus: `corpus.once(attributions)`. kind: named, unnamed, document, described (one person of several that it may
    be).
    """
    return pl.concat([_beside_verbs(corpus), _labelled(corpus), _beside_marks(corpus)]).unique(
        ["article", "start"], keep="first", maintain_order=True
    )


@cache
def _verbs() -> Lexicon:
    return read_lexicon(_VERBS)


_FOUND = {
    "article": pl.String,
    "start": pl.Int64,
    "end": pl.Int64,
    "label": pl.String,
    "kind": pl.String,
    "rule": pl.String,
}


def _labelled(corpus: Corpus) -> pl.DataFrame:
    """The speakers of turns and posts, by their labels."""
    turns = corpus.annotation.turns.filter(~pl.col("asks"), pl.col("who").is_not_null())
    places = (pl.col("start", "end").cast(pl.Int64),)
    return turns.select("article", *places, label="who", kind=pl.lit("named"), rule=pl.lit("label"))


def _beside_marks(corpus: Corpus) -> pl.DataFrame:
    """Names that a colon and a quotation follow (*Holm: “It works.”*), or that follow one and a dash, to the end."""
    text = corpus.annotation
    words = text.words
    form, sentence = words["form"].to_numpy(), words["sentence"].to_numpy()
    lower = text.forms["lower"]
    marks, colon, dash = (lower.is_in(signs).to_numpy()[form] for signs in (['"', "'"], [":"], ["-"]))
    own = ((words["part"] == BODY) & ~words["quoted"]).to_numpy()
    named = np.zeros(words.height, dtype=bool)
    named[corpus.once(words_of).frame["token"].to_numpy()] = corpus.once(names_of)
    initial = lower.is_in(["."]).to_numpy()[form]
    capital = text.forms["text"].str.contains(r"^\p{Lu}").to_numpy()[form]
    behind, before = np.append(marks[1:], False), np.append(False, marks[:-1])
    ends = np.append(np.flatnonzero(np.append(True, sentence[1:] != sentence[:-1])), len(sentence))
    rows = []
    for at in np.flatnonzero(own & ((colon & behind) | (dash & before))).tolist():
        low = int(ends[np.searchsorted(ends, at, "right") - 1])
        high = int(ends[np.searchsorted(ends, at, "right")])
        if dash[at] and (again := np.flatnonzero(marks[at + 1 : high])).size:
            high = at + 1 + int(again[0])  # of several quotations in a line: *“One.” — Ada Holm “Two.” — Ben Roe*
        first, last = (low, at) if colon[at] else (at + 1, high - bool(initial[high - 1]))
        part = slice(first, last)
        name = 0 < last - first <= _CREDIT and bool((capital[part] | initial[part]).all())
        if name and (last - first > 1 or named[first]) and not initial[first]:
            rows.append((first, last - 1))
    first_of, last_of = (pl.Series([row[k] for row in rows], dtype=pl.Int64) for k in (0, 1))
    row = words["row"].gather(first_of)
    frame = pl.DataFrame(
        {
            "article": text.articles["article"].gather(row),
            "start": words["start"].gather(first_of).cast(pl.Int64),
            "end": words["end"].gather(last_of).cast(pl.Int64),
        }
    )
    label = passages(text.articles["text"], *(one.to_numpy() for one in (row, frame["start"], frame["end"])))
    return frame.with_columns(label=label, kind=pl.lit("named"), rule=pl.lit("beside a mark")).select(*_FOUND)


def _beside_verbs(corpus: Corpus) -> pl.DataFrame:
    """The speaker beside each verb of the outlet's own words, if there is one."""
    text = corpus.annotation
    words, place = text.words, corpus.once(words_of).frame["token"]
    lists = [find(corpus, lexicon) for lexicon in (_verbs(), bundled("reporting_verbs"))]
    plain = pl.col("category").is_in(["praise_and_blame", "views"])
    quoting = np.zeros(text.sentences.height, dtype=bool)
    quoting[words.filter("quoted", "is_word")["sentence"].to_numpy()] = True
    quoting |= text.sentences["text"].str.ends_with(":").to_numpy()  # what follows is quoted in its own paragraph
    group = corpus.once(words_of).frame["group"]
    beside = pl.Series(quoting).gather(group.gather(pl.concat([found["at"] for found in lists])))
    hits = pl.concat([hits.select("at", "to", "category", view=plain) for hits in lists]).filter(
        (pl.col("category") != "with_quotations") | beside
    )
    own = (words["part"] == BODY) & ~words["quoted"]
    hits = hits.unique("at", keep="first").sort("at")
    hits = pl.DataFrame({"first": place.gather(hits["at"]), "last": place.gather(hits["to"]), "view": hits["view"]})
    hits = hits.filter(own.gather(hits["first"]))
    sentence = words["sentence"].to_numpy()
    named = np.zeros(words.height, dtype=bool)
    named[place.to_numpy()] = corpus.once(names_of)
    found = [
        (low, verb, one)
        for low, verb, s, first, last, view in _sentences(corpus, hits, sentence, named)
        if (one := _speaker(s, first, last, view)) is not None
    ]
    rows = list(_rows(corpus, found, named))
    first = pl.Series([row[0] for row in rows], dtype=pl.Int64)
    last = pl.Series([row[1] for row in rows], dtype=pl.Int64)
    start, end = words["start"].gather(first).cast(pl.Int64), words["end"].gather(last).cast(pl.Int64)
    row = words["row"].gather(first)
    frame = pl.DataFrame(
        {
            "article": text.articles["article"].gather(row),
            "start": start,
            "end": pl.select(pl.min_horizontal(end, start + _LINE)).to_series(),
            "rule": pl.Series([row[2] for row in rows], dtype=pl.String),
            "kind": pl.Series([row[3] for row in rows], dtype=pl.String),
            "name": pl.Series([row[4] for row in rows], dtype=pl.String),
        }
    )
    phrase = passages(text.articles["text"], *(one.to_numpy() for one in (row, start, frame["end"])))
    owner = pl.col("phrase").str.extract(f"([{APOSTROPHES}]s?)$").fill_null("")
    return (
        frame.with_columns(phrase=phrase)
        .select(
            *("article", "start", "rule", "kind"),
            end=pl.col("end") - owner.str.len_chars(),
            label=pl.coalesce("name", pl.col("phrase").str.strip_suffix(owner)),
        )
        .select(*_FOUND)
    )


def _rows(
    corpus: Corpus, found: list[tuple[int, str, Speaker]], named: np.ndarray
) -> Iterator[tuple[int, int, str, str, str | None]]:
    """For each speaker its first and last row, the verb, the kind, and the name of *the mayor* and *the union*."""
    places = {
        kind: [
            Described(low + one.first, low + one.noun) for low, _, one in found if one.kind == kind and one.noun >= 0
        ]
        for kind in ("described", "group")
    }
    who = iter(told(corpus, places["described"], named))
    which = iter(bodies(corpus, places["group"], named))
    for low, verb, one in found:
        kind: tuple[str, str | None] = (one.kind, None)
        if one.kind == "described":
            kind = next(who)
        elif one.kind == "group" and one.noun >= 0 and (name := next(which)):
            kind = ("named", name)
        yield low + one.first, low + one.last - 1, verb, *kind


def _sentences(
    corpus: Corpus, hits: pl.DataFrame, sentence: np.ndarray, named: np.ndarray
) -> Iterator[tuple[int, str, Sentence, int, int, bool]]:
    """For each verb: the row at which its sentence begins, the verb, the sentence, where in it the verb stands, and
    whether it is one of views."""
    text = corpus.annotation
    of_hits = sentence[hits["first"].to_numpy()]
    lows, highs = (np.searchsorted(sentence, of_hits, side).tolist() for side in ("left", "right"))
    texts, lowers = text.forms["text"].to_list(), text.forms["lower"].to_list()
    form, word, quoted = (text.words[name].to_numpy() for name in ("form", "is_word", "quoted"))
    start = text.words["start"].to_numpy()
    glued = np.append(False, start[1:] == text.words["end"].to_numpy()[:-1])
    before, s = -1, Sentence([], [], [], [], [])
    for low, high, (first, last, view) in zip(lows, highs, hits.iter_rows(), strict=True):
        if low != before:
            here = form[low:high].tolist()
            s = Sentence(
                [texts[one] for one in here], [lowers[one] for one in here], word[low:high].tolist(),
                named[low:high].tolist(), quoted[low:high].tolist(),
            )  # fmt: skip
            own_plurals(s, glued[low:high])
            before = low
        yield low, " ".join(s.text[first - low : last - low + 1]), s, first - low, last - low + 1, view


def _speaker(s: Sentence, verb: int, behind: int, view: bool) -> Speaker | None:
    """view: a verb of praise, blame or views, whose speaker stands before it, has a name, and is nobody's topic."""
    lower = s.lower[verb]
    follows = s.lower[behind] if behind < len(s.lower) else ""
    if lower == "according":
        return after(s, behind)
    if lower in of.NOMINAL and follows in of.ABOUT and (owner := _owner(s, verb)) is not None:
        return owner  # "Holm's repeated claims that"
    if lower in of.NOMINAL_ONLY:
        return None
    if s.text[verb][0].isupper() and verb and s.name[verb] and s.name[verb - 1]:
        return None  # a name: Port Said
    if verb and s.lower[verb - 1] == "as" and lower.endswith("ed"):
        return None  # "as expected"
    if follows.endswith(("self", "selves")) or (lower in _REFUSED and "comment" in s.lower[verb : behind + 3]):
        return None
    if lower == "accused" and follows == "of":
        return None  # "the woman accused of theft"
    if lower.startswith("respond") and follows == "to" and "request" in s.lower[behind : behind + 5]:
        return None
    negated = any(word in ("not", "never", "nor") or word.endswith("n't") for word in s.lower[max(0, verb - 2) : verb])
    if negated and lower.startswith(_SILENT):
        return None  # "did not say"
    if lower.startswith(_RELAYING) and "saying" in s.lower[behind : behind + _SAYING] and follows != "as":
        return None if follows == "by" else after(s, behind)
    if lower == "saying" and s.lower[verb - 1 : verb] == ["as"] and _relayed(s, verb):
        return None  # whom the Gazette quoted as saying so, is told by the other verb
    if follows.endswith("ly") and behind + 1 < len(s.lower) and s.lower[behind + 1] == "by":
        behind, follows = behind + 1, "by"  # asked directly by Holm
    if passive(s, verb, behind) and follows != "as":
        return after(s, behind + 1) if follows == "by" else None
    by = follows == "by" and lower.endswith(("ed", "told", "said")) and (verb == 0 or s.lower[verb - 1] not in of.HAVE)
    if by and not s.lower[min(behind + 1, len(s.lower) - 1)].endswith("ing"):
        return after(s, behind + 1)  # "asked by Holm", not "responded by saying"
    at = verb - 1
    while at >= 0 and s.lower[at] in ("also", "then", "later", "once"):
        at -= 1
    inverted = at < 0 or (not s.word[at] and s.lower[at] in (",", '"', "'", "?", "!", "-"))
    inverted &= not lower.endswith("ing")  # "..., she alleged, claiming that forces steered Holm"
    quotation = inverted and at >= 0 and (s.lower[at] in ('"', "'") or s.lower[at - 1] in ('"', "'") or s.quoted[at])
    found = speaker(
        s,
        verb,
        behind,
        inverted and not view and (not lower.startswith(_ADDRESSED) or (quotation and lower.startswith("ask"))),
        quotation,
    )
    if found is None or (view and s.lower[max(0, found.first - 1)] in _TOPIC):
        return None
    if not view and _nobody(s, found):
        return None
    found = beside_name(s, found, verb, behind)
    if found.kind == "named" and found.last < verb and _in_a_clause(s, found, verb):
        return None
    if found.kind == "unnamed" and not _may_speak(s, found, verb, behind):
        return None
    if found.kind != "named" and (view or follows in ("to", "with")) and not _opens(s, found, verb):
        return None
    return as_group(s, found) if agrees(s, found, verb) else None


def _nobody(s: Sentence, found: Speaker) -> bool:
    """*Neither Holm nor Roe said a word*, *no official commented*."""
    before = s.lower[max(0, found.first - 2) : found.first + 1]
    return not of.NOBODY.isdisjoint(before if s.word[max(0, found.first - 1)] else before[-1:])


def _in_a_clause(s: Sentence, found: Speaker, verb: int) -> bool:
    """Whether a name stands in *which was brought by ...,* before the verb of what was brought."""
    before = s.lower[max(0, found.first - _CLAUSE) : found.first]
    return s.lower[verb - 1] == "," and "by" in before and "which" in before[: before.index("by")]


def _relayed(s: Sentence, verb: int) -> bool:
    """Whether a paper quotes somebody *as saying*, and not somebody is quoted so."""
    before = range(max(0, verb - _SAYING), verb)
    return any(s.lower[at].startswith(_RELAYING) and s.lower[at + 1] not in ("as", "by") for at in before)


def _owner(s: Sentence, noun: int) -> Speaker | None:
    """Whose claim, warning or promise it is: a name with *'s*, at most three words before."""
    for at in range(noun - 1, max(-1, noun - 6), -1):
        if not s.word[at] or s.quoted[at]:
            return None
        if s.is_name(at):
            return Speaker(run_left(s, at), at + 1, "named") if s.lower[at].endswith(("'s", "s'")) else None
        if s.lower[at] in _BREAKS:
            return None
    return None


def _may_speak(s: Sentence, found: Speaker, verb: int, behind: int) -> bool:
    """Whether people who are described are no object: not *Hit by fans, Holm said*, *the voters admitted are old*."""
    if found.first > verb:
        return True
    apart = "," in s.lower[found.last : verb]
    told_apart = found.last == verb and behind < len(s.lower) and s.lower[behind] in of.BE
    if s.lower[found.first : found.last] in (["men"], ["women"]):
        return False  # "a share of women said": those of a kind, not some who are there
    return not told_apart and (not apart or opens_clause(s, found.first))


def _opens(s: Sentence, found: Speaker, verb: int) -> bool:
    """Whether described people are the subject of a clause: not *those who back Holm*, *glimmers of hope*."""
    return opens_clause(s, found.first) and "who" not in s.lower[found.first : verb]
