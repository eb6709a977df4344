"""What each headline says of whom: the speaker, the verb, charged words, and what of it stands nowhere in the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.content.headline_verbs import CHARGED, FAMILY, KIND, LEMMA, THIRD, family
from framing.comparison.content.items import mentions
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import NUMBER_WORDS
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
# a word or certainty of a headline that its own text lacks, or hedges
BEYOND: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "kind": pl.String,  # charged word, certainty
    "start": pl.UInt32,  # in the headline
    "end": pl.UInt32,
    "text": pl.String,  # the headline's word
    "body_start": pl.UInt32,  # ? what the body has instead
    "body_end": pl.UInt32,  # ?
    "body_text": pl.String,  # ?
}
_ROOT = 4  # letters that words of one family share
_GAP = 3  # words between a speaker and the verb: "Putin again warns"
_ADVERBS = frozenset("again also now still repeatedly openly publicly privately today on".split()) | {
    "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday"
}  # fmt: skip
_OPENING = 3  # sentences of a body in which its own verb for the speaker is looked for
_HEDGES = frozenset(
    """may might could would can consider considers considered considering mull mulls mulling weigh weighs weighing
    possible possibly potential potentially discuss discusses discussing discussed explore exploring propose proposes
    proposed proposal proposing perhaps maybe whether if unlikely likely think thinking plan plans planned planning
    threatens threatened""".split()
)
_TENTATIVE = frozenset("meet discuss consider explore weigh review study examine talk debate hold".split())
_PLANS = frozenset("plans plan set aims moves".split())
_MAKING = frozenset(
    "asks orders wants seeks tries agrees forces due has have need needs refuses fails gets lets".split()
)
_NAME = 3  # words of a name that opens a headline
_AHEAD = 5  # words before a verb among which a hedge is looked for
_CREDIT = re.compile(r"(?:[:–—�]| -) ?(?:\w[\w.’'-]* ){0,2}$")  # "Velm may close: Mayor Carla" before the surname
_AMOUNTS = NUMBER_WORDS | {"millions", "billions", "thousands", "hundreds", "trillions", "dozens"}
_FEWEST = 80  # words of a body from which its silence says something


def headlines(scores: Scores) -> pl.DataFrame:
    """`HEADLINES`: a row for each headline, with the first speaker and verb of speech in it.

    A verb counts where it is in the third person (*says*, *warns*) behind a name, with at most an adverb between.
    *X may fall: Ada Holm* and *X, Ada Holm says* have Ada Holm as the speaker. Of a headline with two verbs (*Ada Holm
    mocks cap and says mill may close*) the one counts whose part has more of the words that other headlines have, too.
    *Calls* is of the kind `naming`: it gives a thing a name, and no news. speaker and verb are null where the headline
    reports nobody's words. Articles without a headline have no row.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    heads = _by_article(words.filter(part="headline"))
    names = _by_article(named)
    opening = _openings(corpus, words)
    families = corpus.once(_vocabulary)
    bodies = _by_article(words.filter(pl.col("part") == "body", ~pl.col("quoted")))
    usual = Counter(stem for head in heads.values() for stem in {word["stem"] for word in head if word["content"]})
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
                    if (other := LEMMA.get(word)) and other != lemma and KIND[other] == KIND[lemma]
                )  # fmt: skip
                row["in_text"] = any(word.startswith(family(lemma)) for word in families[article])
                same = [one for one in names.get(article, []) if one["item"] == name["item"]]
                row |= _told(opening.get(article, []), same)
                verbs = Counter(word["lower"] for word in _beside(bodies.get(article, []), same))
                row["body_verbs"] = [one for one, _ in verbs.most_common()]
        rows.append(row)
    return pl.DataFrame(rows, schema=dict(HEADLINES))


def beyond(scores: Scores) -> pl.DataFrame:
    """`BEYOND`: words of a headline that its own text lacks, or has with a hedge only.

    charged word: a loaded term of the headline (the measure `loaded`; or a verb of attack, threat, promise, admission
    or doubt) of whose family no word stands in the body. certainty: the headline says that somebody *plans to*, *will*
    or is *to* do what the body names with a hedge before it each time (*may*, *could*, *is considering*), or names not
    at all where it says that they plan to meet, discuss or consider. Only of bodies of 80 words and more.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    long = corpus.articles.filter(pl.col("words") >= _FEWEST, pl.col("headline").is_not_null())
    families = corpus.once(_vocabulary)
    loaded = (
        scores.evidence.filter(pl.col("metric") == "loaded")
        .join(long.select("article", "body_start"), on="article")
        .filter(pl.col("end") <= pl.col("body_start"))
    )
    rows: list[dict[str, Any]] = []
    outlets = dict(long.select("article", "outlet").iter_rows())
    rows += [
        hit | {"outlet": outlets[hit["article"]], "kind": "charged word"}
        for hit in loaded.select("article", "start", "end", "text").iter_rows(named=True)
        if " " not in hit["text"] and not _stands(hit["text"].lower(), families[hit["article"]])
    ]
    heads, bodies = _by_article(words.filter(part="headline")), _by_article(words.filter(part="body"))
    for article, outlet in outlets.items():
        certain = _certain(heads.get(article, []), bodies.get(article, []))
        rows += [found | {"article": article, "outlet": outlet, "kind": "certainty"} for found in certain]
    places = [name for name in BEYOND if not name.endswith("text")]
    frame = pl.DataFrame(rows, schema={name: BEYOND[name] for name in places})
    return (
        frame.join(corpus.articles.select("article", whole="text"), on="article", how="left", maintain_order="left")
        .with_columns(
            text=pl.col("whole").str.slice("start", pl.col("end") - pl.col("start")),
            body_text=pl.col("whole").str.slice("body_start", pl.col("body_end") - pl.col("body_start")),
        )
        .select(*BEYOND)
        .sort("article", "start")
    )


def headline_quotes(scores: Scores) -> pl.DataFrame:
    """Words that a headline sets in quotation marks, and where each text has them: a row for each word and text.

    Columns: stem, article, place (headline, lead: in the first paragraph, later, nowhere), start, end, text (of its
    first such place; null where nowhere). Only single words of content that at most two words stand beside in the
    marks, and texts of 80 words and more; any form of the word counts.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    run = (pl.col("quoted") != pl.col("quoted").shift(1)) | (pl.col("article") != pl.col("article").shift(1))
    quotes = (
        words.filter(part="headline").with_columns(run=run.fill_null(True).cum_sum()).filter("quoted")
        .filter(pl.len().over("run") == 1).filter("content", ~pl.col("lower").is_in(sorted(_AMOUNTS)))
        ["stem"].unique().sort()
    )  # fmt: skip
    texts = corpus.articles.filter(pl.col("words") >= _FEWEST).select("article")
    first = corpus.sentences.filter(part="body").group_by("article").agg(opens=pl.col("paragraph").min())
    paragraphs = corpus.sentences.select("article", "sentence", "paragraph").join(first, on="article", how="left")
    place = (
        pl.when(pl.col("part") == "headline").then(pl.lit("headline"))
        .when(pl.col("paragraph") == pl.col("opens")).then(pl.lit("lead")).otherwise(pl.lit("later"))
    )  # fmt: skip
    found = (
        words.filter(pl.col("stem").is_in(quotes.to_list()))
        .join(paragraphs, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(place=place)
        .group_by("stem", "article", maintain_order=True)
        .agg(pl.col("place", "start", "end", "text").first())
    )
    grid = pl.DataFrame({"stem": quotes}, schema={"stem": pl.String}).join(texts, how="cross")
    return grid.join(found, on=["stem", "article"], how="left", maintain_order="left").with_columns(
        pl.col("place").fill_null("nowhere")
    )


def _vocabulary(corpus: Corpus) -> defaultdict[str, frozenset[str]]:
    """The words of each body, in small letters."""
    words = corpus.once(stems).filter(part="body").group_by("article").agg(pl.col("lower").unique())
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for article, lower in words.iter_rows():
        found[article] = frozenset(lower)
    return found


def _by_article(frame: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in frame.iter_rows(named=True):
        grouped.setdefault(row["article"], []).append(row)
    return grouped


def _openings(corpus: Corpus, words: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The words of the first sentences of each body."""
    first = corpus.sentences.filter(part="body").group_by("article").agg(opens=pl.col("sentence").min())
    near = words.filter(part="body").join(first, on="article").filter(pl.col("sentence") < pl.col("opens") + _OPENING)
    return _by_article(near.filter(~pl.col("quoted")))


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
            if head[row]["lower"] in THIRD and not head[row]["quoted"] and head[row - 1]["lower"] in ("and", "but")
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
            word["stem"]
            for word in head
            if word["content"]
            and not (name and name["start"] <= word["start"] < name["end"])
            and not (verb and word["start"] == verb["start"])
        }
    )


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


def _stands(word: str, words: frozenset[str]) -> bool:
    """Whether a word of the same family stands among the words."""
    lemma = LEMMA.get(word, word)
    root = _root(lemma)
    begins = FAMILY.get(lemma, (root[: max(_ROOT, 2 * len(root) // 3)],))  # controversial, controversy
    return any(other.startswith(begins) for other in words)


def _root(word: str) -> str:
    for ending in ("ings", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _certain(head: list[dict[str, Any]], body: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the headline says will be done, where the body hedges it each time."""
    for at in range(1, len(head) - 1):
        word, verb = head[at], head[at + 1]
        if (
            word["quoted"]
            or word["lower"] not in ("to", "will")
            or not verb["content"]
            or verb["lower"] in _HEDGES | _TENTATIVE
        ):
            continue
        planned = head[at - 1]["lower"] in _PLANS
        if word["lower"] == "to" and not planned and not _is_subject(head[:at]):
            continue  # "asks Velm to close", not "Velm to close"
        begins = head[at - 1]["start"] if planned else word["start"]
        places = [row for row, other in enumerate(body) if other["stem"] == verb["stem"]]
        reported = word["lower"] == "will"  # "She said that it would close": said afterwards, no hedge
        hedged = [row for row in places if _hedged(body, row, planned, reported)]
        if places and len(hedged) == len(places):
            row = places[0]
            low = max(row - _AHEAD, 0)
            low = next(one for one in range(low, row + 1) if body[one]["lower"] in _HEDGES)
            yield {"start": begins, "end": verb["end"], "body_start": body[low]["start"], "body_end": body[row]["end"]}
        elif not places and planned:
            for row, other in enumerate(body[:-8]):
                ahead = [one["lower"] for one in body[row + 1 : row + 8]]
                if (
                    other["stem"] == "plan"
                    and not other["quoted"]
                    and ahead[0] == "to"
                    and not _TENTATIVE.isdisjoint(ahead)
                ):
                    last = max(one for one, lower in enumerate(ahead) if lower in _TENTATIVE)
                    yield {
                        "start": begins,
                        "end": verb["end"],
                        "body_start": other["start"],
                        "body_end": body[row + 1 + last]["end"],
                    }
                    break


def _is_subject(words: list[dict[str, Any]]) -> bool:
    """Whether a headline's first words are nothing but a name: "Norland to close", "U.S. to close"."""
    return (
        len(words) <= _NAME
        and all(word["text"][:1].isupper() and word["content"] for word in words)
        and not any(word["lower"] in LEMMA or word["lower"] in _MAKING for word in words)
    )


def _hedged(body: list[dict[str, Any]], row: int, planned: bool, reported: bool) -> bool:
    same = [one for one in body[max(row - _AHEAD, 0) : row] if one["sentence"] == body[row]["sentence"]]
    hedges = _HEDGES - {"would"} if reported else _HEDGES
    return any(one["lower"] in hedges and not (planned and one["stem"] == "plan") for one in same)


__all__ = ["BEYOND", "CHARGED", "HEADLINES", "beyond", "headlines"]
