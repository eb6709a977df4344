"""What of a headline stands nowhere in its own text, or with a hedge only; and where its quoted words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import polars as pl

from framing.comparison.content.headline_verbs import FAMILY, LEMMA
from framing.comparison.content.headlines import by_article, forms_of
from framing.comparison.content.stems import beginning, beginnings, phrasal, stem, stems
from framing.comparison.content.vocabulary import NUMBER_WORDS
from framing.corpus.corpus import Corpus
from framing.measures.vader import compound
from framing.schema import Schema
from framing.scoring.scores import Scores

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
_AMOUNTS = NUMBER_WORDS | {"millions", "billions", "thousands", "hundreds", "trillions", "dozens"}
_BRIEF = 40  # words of a whole body from which its silence on its own headline says something; shorter are stubs
_FELT = 0.4  # VADER's score of a word alone, from which it says something without its noun
_SCRAP = 3  # words between two marks: a longer quotation does not set off each of its words
_TOP = 4  # sentences: one of them may be a standfirst or a caption
_HYPHENED = re.compile(r"\b\w+-\w+(?:-\w+)*")
_FEWEST = 80  # and on the headlines of others
_CUT = ("truncated", "paywall", "partial")  # flags of a body that is not all there
_ENDED = r"[.!?…]\W{0,3}$"  # of a brief: else it may be cut
# Verbs that are no nouns, beside a subject without a name: "bosses threaten".
_VERBS = frozenset(
    """threaten warn slam accuse condemn denounce deplore decry lambast lambaste berate castigate criticise criticize
    vilify admit concede confess allege insist""".split()
)


def beyond(scores: Scores) -> pl.DataFrame:
    """`BEYOND`: words of a headline that its own text lacks, or has with a hedge only.

    charged word: a loaded term of the headline (the measure `loaded`; or a verb of attack, threat, warning, admission
    or doubt behind a subject without a name, *bosses threaten*) of whose family no word stands in the body. certainty:
    the headline says that somebody *plans to*, *will* or is *to* do what the body names with a hedge before it each
    time (*may*, *could*, *is considering*), or names not at all where it says that they plan to meet, discuss or
    consider. Only of `whole_bodies`.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    long = whole_bodies(corpus).filter(pl.col("headline").is_not_null())
    families = corpus.once(forms_of)
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
    heads, bodies = by_article(words.filter(part="headline")), by_article(words.filter(part="body"))
    for article, outlet in outlets.items():
        verbs = _unnamed(heads.get(article, []), families[article])
        rows += [verb | {"article": article, "outlet": outlet, "kind": "charged word"} for verb in verbs]
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
        .unique(["article", "start", "kind"], keep="first", maintain_order=True)
        .sort("article", "start")
    )


def headline_quotes(scores: Scores) -> pl.DataFrame:
    """Words that a headline sets in quotation marks, and where each text has them: a row for each word and text.

    Columns: stem, article, place (headline; unmarked: in the headline, without the marks; lead: in the first
    paragraph; text: behind it, in the first four sentences, of which any may be the first; later; nowhere), start, end,
    text (of its first such place; null where nowhere). Only single words of content that at most two words stand beside
    in the marks, and texts of 80 words and more; any form of the word counts. Not *brain-dead* where a text has *brain
    dead*. Before a noun (*a ‘huge’ effort*) a word that says little alone must stand in marks or before that noun, too.
    A text that has it otherwise, or has only a word of its family (*treasonable*), has no row.
    """
    corpus = scores.corpus
    words = corpus.once(stems)
    run = (pl.col("quoted") != pl.col("quoted").shift(1)) | (pl.col("article") != pl.col("article").shift(1))
    quotes = (
        words.filter(part="headline").with_columns(run=run.fill_null(True).cum_sum()).filter("quoted")
        .filter(pl.len().over("run") == 1).filter("content", ~pl.col("lower").is_in(sorted(_AMOUNTS)))
        ["stem"].unique().sort()
    )  # fmt: skip
    parted = [stem for stem in quotes if "-" in stem and _is_parted(stem, corpus.articles["text"])]  # brain dead
    joined = {word.replace("-", "").casefold() for text in corpus.articles["text"] for word in _HYPHENED.findall(text)}
    parted += [stem for stem in quotes if any(word.startswith(stem) for word in joined)]  # short-sighted, shortsighted
    quotes = quotes.filter(~quotes.is_in(parted))
    nouns = _nouns(words, quotes)
    texts = whole_bodies(corpus, _FEWEST).select("article")
    bodies = corpus.sentences.filter(part="body").group_by("article")
    first = bodies.agg(opens=pl.col("paragraph").min(), begins=pl.col("sentence").min())
    paragraphs = corpus.sentences.select("article", "sentence", "paragraph").join(first, on="article", how="left")
    place = (
        pl.when((pl.col("part") == "headline") & pl.col("quoted")).then(pl.lit("headline"))
        .when(pl.col("part") == "headline").then(pl.lit("unmarked"))
        .when(pl.col("paragraph") == pl.col("opens")).then(pl.lit("lead"))
        .when(pl.col("sentence") - pl.col("begins") < _TOP).then(pl.lit("text")).otherwise(pl.lit("later"))
    )  # fmt: skip
    behind = [pl.col("stem").shift(-at).over("article").is_in(pl.col("nouns")) for at in (1, 2, 3)]
    scrap = pl.col("quoted") & (pl.len().over("run") <= _SCRAP)
    same = pl.any_horizontal(pl.col("nouns").is_null(), scrap, *behind, pl.col("part") == "headline")
    hits = (
        words.with_columns(run=run.fill_null(True).cum_sum())
        .join(nouns, on="stem", how="left", maintain_order="left")
        .with_columns(same=same.fill_null(False))
        .filter(pl.col("stem").is_in(quotes.to_list()))
        .join(paragraphs, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(place=place)
    )
    found = (
        hits.filter("same")
        .group_by("stem", "article", maintain_order=True)
        .agg(pl.col("place", "start", "end", "text").first())
    )
    grid = pl.DataFrame({"stem": quotes}, schema={"stem": pl.String}).join(texts, how="cross")
    families = corpus.once(beginnings)
    kin = [(stem, article) for stem in quotes for article in families.get(beginning(stem), ())]
    perhaps = pl.concat([hits.select("stem", "article"), pl.DataFrame(kin, schema=("stem", "article"), orient="row")])
    grid = grid.join(
        perhaps.unique().join(found, on=["stem", "article"], how="anti"), on=["stem", "article"], how="anti",
        maintain_order="left",
    )  # fmt: skip
    return grid.join(found, on=["stem", "article"], how="left", maintain_order="left").with_columns(
        pl.col("place").fill_null("nowhere")
    )


def _nouns(words: pl.DataFrame, quotes: pl.Series) -> pl.DataFrame:
    """stem, nouns: what stands right behind each quoted word in every headline that quotes it, outside the marks.

    Of words that say little alone (*huge*): *stupid* is quoted for itself.
    """
    heads = words.filter(part="headline").with_columns(
        noun=pl.when(pl.col("content").shift(-1).over("article") & ~pl.col("quoted").shift(-1).over("article")).then(
            pl.col("stem").shift(-1).over("article")
        )
    )
    marked = (
        heads.filter("quoted", pl.col("stem").is_in(quotes.to_list()))
        .group_by("stem")
        .agg(pl.col("lower").first(), nouns="noun")
    )
    marked = marked.filter(pl.col("nouns").list.eval(pl.element().is_not_null()).list.all())
    return marked.filter(compound(marked["lower"]).abs() < _FELT).drop("lower")


def _is_parted(stem: str, texts: Iterable[str]) -> bool:
    """Whether a text has a word with a hyphen as two words, or as one."""
    pattern = re.compile(" ?".join(map(re.escape, stem.split("-"))), re.IGNORECASE)
    return any(pattern.search(text) for text in texts)


def whole_bodies(corpus: Corpus, fewest: int = _BRIEF) -> pl.DataFrame:
    """The articles whose body has so many words and is all there, as far as one can see: what it lacks, it lacks."""
    ended = pl.col("text").str.strip_chars_end().str.contains(_ENDED) | (pl.col("words") >= _FEWEST)
    cut = pl.col("flags").list.set_intersection(list(_CUT)).list.len() > 0
    return corpus.articles.filter(pl.col("words") >= fewest, ended, ~cut.fill_null(False))


def _unnamed(head: list[dict[str, Any]], body: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Charged verbs right behind their subject, of whose family the body has no word."""
    for before, word in pairwise(head):
        lemma = LEMMA.get(word["lower"])
        form = "s" if word["lower"] == lemma else ""  # "bosses threaten", "boss threatens"
        said = lemma in _VERBS and word["lower"] in (lemma, f"{lemma}s") and not word["quoted"]
        if said and before["content"] and before["lower"].endswith(form) and not _stands(word["lower"], body):
            yield {"start": word["start"], "end": word["end"]}


def _stands(word: str, words: frozenset[str]) -> bool:
    """Whether a word of the same family stands among the words; of a compound, one of each of its parts."""
    if "-" in word.strip("-"):
        forms = frozenset(part for other in words for part in (stem(other), *other.split("-")))
        parts = [part for part in word.split("-") if len(part) > 1]
        return all(stem(part) in forms or _stands(part, forms) for part in parts) or _stands(
            word.replace("-", ""), words
        )
    if (verb := phrasal(word)) and any(other.startswith(verb) for other in words):
        return True  # *crackdown*, *to crack down*
    lemma = LEMMA.get(word, word)
    root = _root(lemma)
    begins = FAMILY.get(lemma, (root[: max(_ROOT, 2 * len(root) // 3)],))  # controversial, controversy
    return any(other.startswith(begins) for other in words)


def _root(word: str) -> str:
    for ending in ("ings", "ing", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_SAYS = frozenset("says predicts finds warns shows suggests claims forecasts estimates projects report study".split())


def _certain(head: list[dict[str, Any]], body: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What the headline says will be done, where the body hedges it each time; not what it says that somebody says."""
    if head and head[-1]["lower"] in _SAYS:
        return
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
        hedged = [row for row in places if _hedged(body, row, planned or not reported, reported)]  # "to close": a plan
        if places and len(hedged) == len(places):
            row = places[0]
            low = max(row - _AHEAD, 0)
            low = next(one for one in range(low, row + 1) if body[one]["lower"] in _HEDGES)
            if body[row - 1]["lower"].endswith("ly") and body[row]["lower"].endswith("ing"):
                continue  # "preparing to unveil a plan, potentially offering an opening": something else
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
