"""Who is given the word: sources that are named, and sources that are not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures import speaker_words as of
from framing.measures.analyser import Findings, Metric, analyser
from framing.measures.attribution import after, speaker
from framing.measures.clauses import agrees, opens_clause, passive
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.match import bundled, find, names_of, words_of
from framing.measures.phrases import Sentence, Speaker
from framing.text.annotate import BODY

_VERBS = Path(__file__).parents[1] / "speech.toml"
# A name behind these is spoken to, or of.
_ADDRESSED = tuple(
    "tell told inform remind warn urg call describ cit ask thank accus prais advis assur blam credit critic endors "
    "defend support oppos back want see saw attack blast slam mock quot refer rebuk condemn".split()
)
# Who did not speak is no source.
_SILENT = ("say", "respond", "comment", "answer", "reply", "tell", "explain", "disclose", "reveal")
_REFUSED = ("decline", "declines", "declined", "declining", "refuse", "refuses", "refused", "refusing")
# Behind these somebody is spoken of: *warned that Holm opposes*, *what Holm believes*.
_TOPIC = frozenset("that if what how whether".split())
_LINE = 90  # characters of a speaker's phrase that evidence shows


def _metric(name: str, title: str) -> Metric:
    return Metric(
        name,
        unit="per 1,000 words",
        weight="words",
        higher="more attributions to such sources",
        source="attribution by speech verb and position; written for framing, after Bell (1991) on sources in news",
        kind="rate",
        title=title,
    )


@analyser(_metric("sources_named", "Named sources"), _metric("sources_unnamed", "Unnamed sources"))
def sources(corpus: Corpus) -> Findings:
    """Attributions to named and to unnamed sources per 1,000 words of the body.

    An attribution is a verb of speech, of praise or blame, or of views (or *according to*) in the outlet's own words
    with a speaker beside it: a name, what belongs to one (*the mill's owners*), or a description such as *two people
    familiar with the matter*; a turn of an interview; a post from elsewhere. Pronouns are not counted.
    Evidence is the speaker's phrase, its label the speaker. Null for an article without words.
    """
    found = pl.concat([_attributions(corpus), _labelled(corpus)]).unique(
        ["article", "start"], keep="first", maintain_order=True
    )
    words = pl.col("words")
    values = (
        corpus.articles.select("article", "words")
        .join(found.group_by("article").agg(
            named=(pl.col("kind") == "named").sum(), unnamed=(pl.col("kind") == "unnamed").sum()
        ), on="article", how="left")
        .select(
            "article",
            *(
                (1000 * pl.col(kind).fill_null(0) / pl.when(words > 0).then(words)).alias(f"sources_{kind}")
                for kind in ("named", "unnamed")
            ),
        )
    )  # fmt: skip
    evidence = found.select(
        "article", "start", "end", "label", "rule", metric="sources_" + pl.col("kind"), value=pl.lit(1.0)
    )
    return Findings(values, evidence)


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


def _attributions(corpus: Corpus) -> pl.DataFrame:
    """The speaker beside each verb of the outlet's own words, if there is one."""
    text = corpus.annotation
    words, place = text.words, corpus.once(words_of).frame["token"]
    lists = [find(corpus, lexicon) for lexicon in (_verbs(), bundled("reporting_verbs"))]
    plain = pl.col("category").is_in(["praise_and_blame", "views"])
    quoting = np.zeros(text.sentences.height, dtype=bool)
    quoting[words.filter("quoted", "is_word")["sentence"].to_numpy()] = True
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
    rows = [
        (low + found.first, low + found.last - 1, found.kind, rule)
        for low, verb, s, first, last, view in _sentences(corpus, hits, sentence, named)
        if (found := _speaker(s, first, last, view)) is not None
        for rule in (verb,)
    ]
    first = pl.Series([row[0] for row in rows], dtype=pl.Int64)
    last = pl.Series([row[1] for row in rows], dtype=pl.Int64)
    start, end = words["start"].gather(first).cast(pl.Int64), words["end"].gather(last).cast(pl.Int64)
    frame = pl.DataFrame(
        {
            "article": text.articles["article"].gather(words["row"].gather(first)),
            "start": start,
            "end": pl.select(pl.min_horizontal(end, start + _LINE)).to_series(),
            "whole": text.articles["text"].gather(words["row"].gather(first)),
            "kind": pl.Series([row[2] for row in rows], dtype=pl.String),
            "rule": pl.Series([row[3] for row in rows], dtype=pl.String),
        }
    )
    return frame.with_columns(label=pl.col("whole").str.slice("start", pl.col("end") - pl.col("start"))).select(*_FOUND)


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
    before, s = -1, Sentence([], [], [], [], [])
    for low, high, (first, last, view) in zip(lows, highs, hits.iter_rows(), strict=True):
        if low != before:
            here = form[low:high].tolist()
            s = Sentence(
                [texts[one] for one in here], [lowers[one] for one in here], word[low:high].tolist(),
                named[low:high].tolist(), quoted[low:high].tolist(),
            )  # fmt: skip
            before = low
        yield low, " ".join(s.text[first - low : last - low + 1]), s, first - low, last - low + 1, view


def _speaker(s: Sentence, verb: int, behind: int, view: bool) -> Speaker | None:
    """view: a verb of praise, blame or views, whose speaker stands before it, has a name, and is nobody's topic."""
    lower = s.lower[verb]
    follows = s.lower[behind] if behind < len(s.lower) else ""
    if lower == "according":
        return after(s, behind)
    if s.text[verb][0].isupper() and verb and s.name[verb] and s.name[verb - 1]:
        return None  # a name: Port Said
    if verb and s.lower[verb - 1] == "as" and lower.endswith("ed"):
        return None  # "as expected"
    if follows.endswith(("self", "selves")) or (lower in _REFUSED and "comment" in s.lower[verb : behind + 3]):
        return None
    if lower.startswith("respond") and follows == "to" and "request" in s.lower[behind : behind + 5]:
        return None
    negated = any(word in ("not", "never", "nor") or word.endswith("n't") for word in s.lower[max(0, verb - 2) : verb])
    if negated and lower.startswith(_SILENT):
        return None  # "did not say"
    if lower.startswith("quot") and "saying" in s.lower[behind : behind + 12] and follows != "as":
        return after(s, behind)
    if passive(s, verb, behind) and follows != "as":
        return after(s, behind + 1) if follows == "by" else None
    if follows == "by" and lower.endswith(("ed", "told", "said")) and (verb == 0 or s.lower[verb - 1] not in of.HAVE):
        return after(s, behind + 1)  # asked by Holm
    at = verb - 1
    while at >= 0 and s.lower[at] in ("also", "then", "later", "once"):
        at -= 1
    inverted = at < 0 or (not s.word[at] and s.lower[at] in (",", '"', "'", "?", "!", "-"))
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
    if found.kind == "unnamed" and (view or follows in ("to", "with")) and not _opens(s, found, verb):
        return None
    return found if agrees(s, found, verb) else None


def _opens(s: Sentence, found: Speaker, verb: int) -> bool:
    """Whether described people are the subject of a clause: not *those who back Holm*, *glimmers of hope*."""
    return opens_clause(s, found.first) and "who" not in s.lower[found.first : verb]
