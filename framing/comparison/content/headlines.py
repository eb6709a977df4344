"""What each headline says of whom: the speaker and the verb. What of it its own text lacks: `beyond`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.content.headline_verbs import KIND, LEMMA, THIRD, family
from framing.comparison.content.items import mentions
from framing.comparison.content.stems import stem, stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.scoring.scores import Scores

# a headline: who speaks in it, with which verb, and what its own text has of it
HEADLINES: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "headline": pl.String,
    "speaker": pl.String,  # ? the name, as items call it, that the headline gives the word
    "speaker_start": pl.UInt32,  # ?
    "speaker_end": pl.UInt32,  # ?
    "verb": pl.String,  # ? as it stands: threatens
    "lemma": pl.String,  # ? threaten
    "kind": pl.String,  # ? neutral, threat, warning, attack, ...: see `headline_verbs.KINDS`
    "start": pl.UInt32,  # ? of the verb
    "end": pl.UInt32,  # ?
    "matter": pl.List(pl.String),  # stems of the headline (of two verbs: of this one's part) without speaker and verb
    "in_text": pl.Boolean,  # ? whether a word of the verb's family stands in the body
    "kin": pl.List(pl.String),  # ? other verbs of the same kind in the body: criticized, beside *slams*
    "body_verb": pl.String,  # ? the verb that the body's first sentences give the same speaker
    "body_start": pl.UInt32,  # ?
    "body_end": pl.UInt32,  # ?
    "body_verbs": pl.List(pl.String),  # ? verbs of speech beside the speaker's name in the body, most frequent first
}
_GAP = 3  # words between a speaker and the verb: "Putin again warns"
_ADVERBS = frozenset("again also now still repeatedly openly publicly privately today on".split()) | {
    "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday"
}  # fmt: skip
_OPENING = 3  # sentences of a body in which its own verb for the speaker is looked for
_INVERTED = re.compile(r"[^\W_][’”'\")]*, [‘“\"']?$")
_OFFICE = re.compile(r" (?:(?!of\b|to\b|that\b|and\b|as\b|over\b|in\b|for\b|on\b)[\w’'.-]+ ){0,4}")
_CREDIT = re.compile(r"(?:[:–—�]| -) ?(?:\w[\w.’'-]* ){0,2}$")  # "Velm may close: Mayor Carla" before the surname


def headlines(scores: Scores) -> pl.DataFrame:
    """`HEADLINES`: a row for each headline, with the first speaker and verb of speech in it.

    A verb counts where it is in the third person (*says*, *warns*) behind a name, with at most an adverb between.
    *X may fall: Ada Holm*, *X, says Ada Holm* and *X, Ada Holm says* have Ada Holm as the speaker. Of a headline with
    two verbs (*Ada Holm mocks cap and says mill may close*) the one counts whose part has more of the words that other
    headlines have, too. *Calls* is of the kind `naming`: it gives a thing a name, and no news. Speaker and verb are
    null where the headline reports nobody's words. Articles without a headline have no row.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    heads = by_article(words.filter(part="headline"))
    names = by_article(named)
    opening = _openings(corpus, words)
    families = corpus.once(forms_of)
    bodies = by_article(words.filter(pl.col("part") == "body", ~pl.col("quoted")))
    usual = Counter(one for head in heads.values() for one in {word["stem"] for word in head if word["content"]})
    rows = []
    columns = ("article", "outlet", "headline", "body_start")
    for article, outlet, headline, begins in corpus.articles.select(columns).rows():
        if headline is None:
            continue
        head = heads.get(article, [])
        inside = [row for row in names.get(article, []) if row["end"] <= begins]
        found = _speech(headline, head, inside)
        head, found = _part(head, found, usual)
        row: dict[str, Any] = {
            "article": article,
            "outlet": outlet,
            "headline": headline,
            "matter": _matter(head, found),
        }
        if found is not None:
            name, verb = found
            row |= {"speaker": name["item"], "speaker_start": name["start"], "speaker_end": name["end"]}
            if verb is not None:
                lemma = LEMMA[verb["lower"]]
                row |= {
                    "verb": verb["text"],
                    "lemma": lemma,
                    "kind": _kind(lemma, verb, head),
                    "start": verb["start"],
                    "end": verb["end"],
                }
                row["kin"] = sorted(
                    word for word in families[article]
                    if (other := LEMMA.get(word)) and word != other and other != lemma and KIND[other] == KIND[lemma]
                )  # fmt: skip
                row["in_text"] = any(word.startswith(family(lemma)) for word in families[article])
                same = [one for one in names.get(article, []) if one["item"] == name["item"]]
                row |= _told(opening.get(article, []), same)
                verbs = Counter(word["lower"] for word in _beside(bodies.get(article, []), same))
                row["body_verbs"] = [one for one, _ in verbs.most_common()]
        rows.append(row)
    return pl.DataFrame(rows, schema=dict(HEADLINES))


def forms_of(corpus: Corpus) -> defaultdict[str, frozenset[str]]:
    """The words of each body, in small letters, and the parts of hyphened ones: *evasive* of *antibody-evasive*."""
    words = corpus.once(stems).filter(part="body").group_by("article").agg(pl.col("lower").unique())
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for article, lower in words.iter_rows():
        found[article] = frozenset({*lower, *(part for word in lower if "-" in word for part in word.split("-"))})
    return found


def by_article(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        grouped.setdefault(row["article"], []).append(row)
    return grouped


def _openings(corpus: Corpus, words: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The words of the first sentences of each body."""
    first = corpus.sentences.filter(part="body").group_by("article").agg(opens=pl.col("sentence").min())
    near = words.filter(part="body").join(first, on="article").filter(pl.col("sentence") < pl.col("opens") + _OPENING)
    return by_article(near.filter(~pl.col("quoted")))


def _speech(
    headline: str, head: list[dict[str, Any]], names: list[dict[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any] | None] | None:
    """The name that is given the word and the verb; the verb is None behind a colon or dash."""
    for at, word in enumerate(head):
        if word["lower"] not in THIRD or word["quoted"]:
            continue
        before = [name for name in names if name["end"] <= word["start"]]
        if not before:
            continue
        name = before[-1]
        between = [one["lower"] for one in head[:at] if one["start"] >= name["end"]]
        gap = headline[name["end"] : word["start"]]
        if (
            len(between) <= _GAP
            and all(one in _ADVERBS for one in between)
            and not any(mark in gap for mark in ",;:?!")
        ):
            return name, word
    for word in head:  # "..., says Ada Holm", "..., warns the Velm mayor Ada Holm"
        if word["lower"] not in THIRD or word["quoted"] or not _INVERTED.search(headline[: word["start"]]):
            continue
        behind = [one for one in names if one["start"] > word["end"]]
        if behind and _OFFICE.fullmatch(headline[word["end"] : behind[0]["start"]]):
            return behind[0], word
    last = names[-1] if names else None
    if last is not None and last["end"] == len(headline.rstrip()) and last["start"] > 3:
        lead = headline[: last["start"]]
        if _CREDIT.search(lead):
            return last, None
    return None


def _part(
    head: list[dict[str, Any]], found: tuple[dict[str, Any], dict[str, Any] | None] | None, usual: Counter[str]
) -> tuple[list[dict[str, Any]], tuple[dict[str, Any], dict[str, Any] | None] | None]:
    """The part of a headline with two verbs (*calls it “stupid” and says it may close*) that tells the news of the
    others, and its verb; other headlines as they are."""
    name, verb = found or (None, None)
    if name is None or verb is None:
        return head, found
    at = head.index(verb)
    second = next(
        (
            row
            for row in range(at + 2, len(head))
            if head[row]["lower"] in THIRD
            and not head[row]["quoted"]
            and (head[row - 1]["lower"] in ("and", "but") or head[row]["start"] - head[row - 1]["end"] > 1)
        ),
        None,
    )
    if second is None:
        return head, found

    def told(words: list[dict[str, Any]]) -> int:
        return sum(usual[word["stem"]] - 1 for word in words if word["content"])

    first, other = head[at:second], head[second:]
    return (other, (name, other[0])) if told(other[1:]) > told(first[1:]) else (head[:second], found)


def _kind(lemma: str, verb: dict[str, Any], head: list[dict[str, Any]]) -> str:
    """The kind of a verb; *calls for* urges, *calls X “stupid”* names."""
    if lemma != "call":
        return KIND[lemma]
    at = head.index(verb)
    return "urging" if at + 1 < len(head) and head[at + 1]["lower"] in ("for", "on") else "naming"


def _matter(head: list[dict[str, Any]], found: tuple[dict[str, Any], dict[str, Any] | None] | None) -> list[str]:
    name, verb = found or (None, None)
    return sorted(
        {
            part
            for word in head
            if word["content"]
            and not (name and name["start"] <= word["start"] < name["end"])
            and not (verb and word["start"] == verb["start"])
            for part in _parts(word)
        }
    )


def _parts(word: dict[str, Any]) -> list[str]:
    """The stem of a word; of a compound those of its parts: *brain-dead* is of *brain* and *dead*."""
    lower = str(word["lower"])
    return [stem(part) for part in lower.split("-") if part] if "-" in lower else [word["stem"]]


def _told(opening: list[dict[str, Any]], names: list[dict[str, Any]]) -> dict[str, Any]:
    """The first verb of speech that a body's first sentences set right behind (or, inverted, before) the speaker's
    name."""
    for word in _beside(opening, names):
        return {"body_verb": word["text"], "body_start": word["start"], "body_end": word["end"]}
    return {}


def _beside(words: list[dict[str, Any]], names: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The verbs of speech right behind, or before, one of the names; an adverb may stand between."""
    starts, ends = {name["start"] for name in names}, {name["end"] for name in names}
    for at, word in enumerate(words):
        lemma = LEMMA.get(word["lower"])
        if lemma is None or word["lower"].endswith("ing"):
            continue
        behind = not ends.isdisjoint(range(max(word["start"] - 2, 0), word["start"] + 1))
        adverb = at and words[at - 1]["lower"] in _ADVERBS and words[at - 1]["start"] - 1 in ends
        if behind or word["end"] + 1 in starts or adverb:
            yield word
