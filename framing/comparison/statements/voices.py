"""Whose voice: who alone is quoted, who fills the text, who quotes nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.beyond import whole_bodies
from framing.comparison.content.labels import listed, number, of_office, the
from framing.comparison.content.persons import last_name
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.unmarked import in_first_person, unmarked
from framing.comparison.content.vocabulary import (
    BODIES,
    COMPANY,
    DEMONYMS,
    OFFICES,
    STATES,
    STOP,
    TITLES,
    WORLD,
)
from framing.comparison.content.voices import NOBODY
from framing.comparison.statements import Evidence, Statement, evidence_of
from framing.text.typography import CAPITALS

QUOTE = 4  # words of a quotation that gives somebody the word
# Of a text's words are one speaker's, and this many times the median of the texts that quote them.
_FILLS, _TIMES = 0.4, 1.5
_OPEN = 0.1  # of the quoted words of a text, of which it may not be sure whose they are
_ROLES = STATES | TITLES | OFFICES | {"ceo", "spokesman", "spokeswoman", "spokesperson"}
_BODY = 8  # words of the longest quotation of a body that is listed
_LONG = 40  # words of a text that quotes nobody
_NEAR = 120  # characters beside a quotation in which those are named who say it together
_FEW = 3  # speakers of a text who are listed
_EACH = 2  # sentences on one text each; more of them are one sentence
_LISTED = 6  # texts whose few speakers are listed
_NOBODY = frozenset(
    "jr sr act amendment nation democrat democrats republican republicans globe wire call "
    "survey observatory laboratory".split()
)
_GROUNDS = frozenset(
    "valley river lake county street avenue road beach hill hills park island islands mountain mountains bridge square "
    "airport coast bay desert forest region district border".split()
)
_PARTIES = frozenset("Republican Republicans Democrat Democrats Conservative Conservatives Labour".split())
PLACES = frozenset([*DEMONYMS, *WORLD, "Washington", "Beijing", "Moscow", "London", "Brussels", "Kyiv", "Kremlin"])
_PRONOUNS = ("he", "she", "they", "him", "her", "them", "i", "who")
_PERSON = rf"[{CAPITALS}]\S+ (?:[{CAPITALS}]\. )?[{CAPITALS}]\w+"
_BRACKET = r"(?: \([^()]{1,20}\))?"  # a party behind a name
# Behind a name: *Ada Holm and Ben Roe wrote*, *Ada Holm (D) and Deputy Leader Ben Roe (D) said*; and before it.
_AND_OTHERS = re.compile(rf"{_BRACKET}(?:, {_PERSON})*,? and (?:[{CAPITALS}]\S+ ){{0,5}}?{_PERSON}")
_OTHERS_AND = re.compile(rf"{_PERSON}{_BRACKET},? and (?:[{CAPITALS}]\S+ ){{0,6}}?\S+ $")
_MARKS = re.compile(r"[“”\"„«»�‘]|''|``|(?<!\w)'(?=\w)")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Facts of direct quotations, of four words and more unless said otherwise: see `sides.speakers`.

    The only one quoted: every quotation of a text goes back to one speaker. Fills the text: words that surely are a
    speaker's are two fifths of it and half as many again as in the median of the texts that quote them, of texts with
    hardly a quotation of which it is not sure whose it is. Quotes
    nobody: no quotation mark in a text of 40 words, all there, where all others quote. Nobody by name: officials and
    aides without a name alone, where all others quote people by name. A country or capital is not
    told as the only one, nor a body that another text quotes by a shorter or longer name (*the ministry*). To be
    checked: bodies, for which a person may speak, and where another text may quote nobody else either. Who is
    quoted by some texts only: see `quoted_where`; bodies that nobody quotes: see `unheard`.
    """
    frame = comparison.speakers
    open_ = comparison.scores.corpus.once(unmarked)  # quotes more than its marks tell
    whole = frame.filter(~pl.col("article").is_in(sorted(open_)))
    yield from _alone(comparison, frame, open_)
    yield from filling(comparison, frame)
    yield from _silent(comparison, frame)
    yield from _nameless(comparison, whole)
    yield from _few(comparison, whole)


def _alone(comparison: Comparison, frame: pl.DataFrame, open_: set[str]) -> Iterator[Statement]:
    labels = comparison.labels
    single: list[dict[str, Any]] = []  # of texts that nobody else shares the speaker with
    for (speaker,), part in frame.filter(pl.col("alone") & pl.col("kind").is_in(["person", "institution"])).group_by(
        "speaker", maintain_order=True
    ):
        part = part.filter(pl.col("sure") & ~together(comparison, part) & by_its_name(comparison, part))
        part = part.filter(~pl.col("article").is_in(sorted(open_)))
        articles = part["article"].to_list()
        if not articles or labels.total < 3 or not str(speaker)[:1].isupper():  # "memo": a paper is nobody
            continue
        if speaker in PLACES:
            continue  # "China": its president, or a spokeswoman, as a text may say
        # Texts with a quotation whose speaker was not found, or is a place (*Moscow*), may be of them, too.
        known = comparison.credited.filter("sure").group_by("article").agg("source")
        named = frame.filter(pl.col("direct") > 0, pl.col("speaker") == speaker)["article"].to_list()
        sure = dict(known.iter_rows())
        if part["kind"][0] == "institution" and any(
            article not in articles and any(_same_body(str(speaker), source) for source in sources)
            for article, sources in sure.items()
        ):
            continue  # "the foreign ministry": it may be the only one there, too
        perhaps = [
            article
            for article in named
            if article not in articles and {speaker, NOBODY, *PLACES}.issuperset(sure.get(article, ()))
        ]
        if len(perhaps) > len(articles):
            continue  # more may belong there than do
        one = len(articles) == 1
        if one and not perhaps:
            single.append(part.row(0, named=True))
            continue
        where = labels.names[articles[0]] if one else labels.count(articles)
        sentence = (
            f"In {where} {the(str(speaker))} is the only one who is quoted "
            f"directly{'' if one else ': ' + labels.listed(articles)}."
        )
        if perhaps:
            sentence += f" {labels.listed(perhaps)} may belong there, too: framing could not tell who says some words."
        evidence = evidence_of(part)
        share = len(articles) / labels.total
        check = bool(perhaps) or part["kind"][0] == "institution"
        yield Statement(
            "texts", "voice", labels.of_outlets(articles), sentence, evidence, 0.4 + 0.6 * share, check=check
        )

    rows = sorted(single, key=lambda row: labels.names[row["article"]])
    bodies = [row for row in rows if row["kind"] == "institution"]
    persons = [row for row in rows if row["kind"] != "institution"]
    for some in [[row] for row in bodies] + ([persons] if len(persons) > _EACH else [[row] for row in persons]):
        parts = [f"{the(row['speaker'])} in {labels.names[row['article']]}" for row in some]
        sentence = (
            f"In {labels.names[some[0]['article']]} {the(some[0]['speaker'])} is the only one who is quoted directly."
            if len(some) == 1
            else f"The only one who is quoted directly: {'; '.join(parts)}."
        )
        outlets = labels.of_outlets(row["article"] for row in some)
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in some)
        yield Statement("texts", "voice", outlets, sentence, evidence, 0.38, check=some[0]["kind"] == "institution")


def _same_body(name: str, other: str) -> bool:
    """Whether one name of a body may mean the other, too: *the ministry* and *the Velm Harbour Ministry*."""
    one, two = set(name.casefold().split()), set(other.casefold().split())
    return one != two and (one <= two or two <= one) and last_name(name).casefold() in one & two


def together(comparison: Comparison, frame: pl.DataFrame) -> pl.Series:
    """Whether several persons say a quotation together (*“...,” Ada Holm and Ben Roe wrote*), or it is said to them
    (*“...,” she told the Lamp’s Ada Holm*)."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    found = []
    for article, speaker, start, end in frame.select("article", "speaker", "start", "end").iter_rows():
        name = re.escape(last_name(str(speaker)))
        near = texts[article][max((start or 0) - _NEAR, 0) : (end or 0) + _NEAR].replace("\n", " ")
        found.append(
            any(
                _AND_OTHERS.match(near, one.end()) or _OTHERS_AND.search(near[: one.start()])
                for one in re.finditer(rf"\b{name}(?!\w)", near)
            )
            or re.search(rf"\b(?:told|tells|asked) (?:[\w.’'-]+ ){{0,2}}?{re.escape(str(speaker))}\b", texts[article])
            is not None
        )
    return pl.Series(found, dtype=pl.Boolean)


def by_its_name(comparison: Comparison, frame: pl.DataFrame) -> pl.Series:
    """Whether a text itself has the name: of a person the last word, else the very name by which it is called (*Nest*,
    not the *Nest Rocker* of others). A text with the same words of *the mayor* may have it from others alone."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    rows = frame.select("article", "speaker", "kind").iter_rows()
    found = [
        (last_name(speaker).casefold() if kind == "person" and not of_office(speaker) else speaker.casefold())
        in texts[article].casefold()
        for article, speaker, kind in rows
    ]
    return pl.Series(found, dtype=pl.Boolean)


def filling(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    labels = comparison.labels
    sure = comparison.credited.filter("sure").group_by("article", speaker="source").agg(surely=pl.col("words").sum())
    # A role may be of several: "an X user".
    known = (pl.col("speaker") != NOBODY) & pl.col("speaker").str.contains(r"\p{Lu}")
    direct = frame.filter((pl.col("direct") > 0) & known).join(
        sure.with_columns(pl.col("surely").cast(pl.UInt32)), on=["article", "speaker"], maintain_order="left"
    )
    part = pl.col("surely") / pl.col("direct")
    direct = direct.filter(by_its_name(comparison, direct))
    direct = direct.with_columns(direct="surely", share=pl.col("share") * part)
    open_ = pl.col("words").filter(~pl.col("sure")).sum() / pl.col("words").sum()
    doubtful = set(comparison.credited.group_by("article").agg(part=open_).filter(pl.col("part") > _OPEN)["article"])
    for row in direct.filter(pl.col("share") >= _FILLS).iter_rows(named=True):
        same = direct.filter(speaker=row["speaker"])
        if doubtful.intersection(same["article"]):
            continue  # more may be theirs
        others = same.filter(pl.col("article") != row["article"])["share"]
        median = others.median()
        if isinstance(median, float) and (len(others) < 2 or row["share"] < _TIMES * median):
            continue
        rest = ""
        if isinstance(median, float):
            each = listed([str(round(100 * share)) for share in others.sort()])
            beside = f"{each} %" if len(others) <= _FEW else f"{round(100 * median)} % (median)"
            rest = f"; in the other texts that quote the same speaker it is {beside}"
        words = round(row["direct"] / row["share"])
        sentence = (
            f"{round(100 * row['share'])} % of the words of {labels.names[row['article']]} are quotations of "
            f"{the(row['speaker'])} "
            f"({row['direct']} of {words}){rest}."
        )
        said = comparison.credited.filter("sure", article=row["article"], source=row["speaker"]).sort("first")
        evidence = tuple(Evidence(*place) for place in said.select("article", "first", "last").iter_rows())
        yield Statement("texts", "voice", (row["outlet"],), sentence, evidence, 0.3 + 0.4 * row["share"])


def _silent(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    labels = comparison.labels
    spoken = comparison.credited.filter(pl.col("words") >= QUOTE, pl.col("kind") != "title")
    quoting = set(frame.filter(pl.col("direct") >= QUOTE)["article"]) & set(spoken["article"])
    texts = whole_bodies(comparison.scores.corpus, _LONG).select("article", "text", "body_start")
    none = [
        article
        for article, text, body in texts.iter_rows()
        if article not in quoting | comparison.scores.corpus.once(unmarked) and not _MARKS.search(text[body:])
    ]
    if not none or len(quoting) < labels.total / 2 or len(quoting) + len(none) < labels.total:
        return  # of a text with marks that may be no quotation nothing is known
    verb = "quotes" if len(none) == 1 else "quote"
    sentence = f"{labels.listed(none)} {verb} nobody directly; the other {number(len(quoting))} do."
    bodies = texts.filter(pl.col("article").is_in(none)).select("article", "body_start", pl.col("text").str.len_chars())
    evidence = tuple(Evidence(*row) for row in bodies.iter_rows())  # all of it
    yield Statement("texts", "voice", labels.of_outlets(none), sentence, evidence, 0.48)


def _nameless(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    """Texts of which every quotation is of somebody whom they do not name (*an official*, and not only *the official*,
    who may be named), where all others quote people by name."""
    labels = comparison.labels
    direct = frame.filter((pl.col("direct") > 0) & (pl.col("kind") != "title"))
    insiders = comparison.sourcing.filter(~pl.col("text").str.to_lowercase().str.starts_with("the "), kind="insider")
    told = direct.filter((pl.col("kind") == "person") & (pl.col("longest") >= QUOTE) & pl.col("sure"))
    told = told.filter(pl.col("speaker").map_elements(is_person, return_dtype=pl.Boolean))
    for (article,), part in direct.group_by("article", maintain_order=True):
        rows, others = insiders.filter(article=article), set(labels.names) - {str(article)}
        nameless = (part["kind"] == "unnamed").all() and part["sure"].all() and (part["longest"] >= QUOTE).any()
        if rows.is_empty() or not nameless or len(others) < _EACH or set(told["article"]) != others:
            continue
        phrases = [f"“{' '.join(text.split())}”" for text in rows["text"].unique(maintain_order=True).head(_FEW)]
        named = [
            f"{labels.names[other]} ({listed(told.filter(article=other)['speaker'].head(_FEW).to_list())})"
            for other in sorted(others, key=labels.names.__getitem__)[:_LISTED]
        ]
        sentence = f"{labels.names[str(article)]} quotes nobody by name, but {listed(phrases)}; "
        sentence += f"people are quoted by name in {listed(named)}."
        yield Statement("texts", "voice", labels.of_outlets([str(article)]), sentence, evidence_of(part), 0.5)


def is_person(name: str) -> bool:
    words = name.casefold().replace(".", "").split()
    if is_medium(name) or set(words) <= TITLES | OFFICES:  # "Attorney General"
        return False
    return (
        len(words) > 1
        and len(words[-1]) > 2
        and not {words[0], words[-1]} & (STOP | _GROUNDS | BODIES | COMPANY | _NOBODY)
        and name not in PLACES
        and not ({"of", "the", "and", "we", "our", "v", "vs"} & set(words))  # Code of Conduct; a case at law
        and not any(word.isupper() and len(word) > 2 for word in name.split())  # CNN National
    )


def beside_quotations(comparison: Comparison, fewest: int = QUOTE) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Capitalised words, in small letters, beside quotations of four words (`fewest`): word -> texts; and text -> all
    its capitalised words, for texts with such a quotation whose speaker was not found or is not sure, or that lost its
    marks."""
    corpus = comparison.scores.corpus
    sentences = corpus.sentences.select("article", "sentence", low="start").sort("low")
    quotes = comparison.credited.filter(pl.col("words") >= fewest).sort("first")
    placed = quotes.join_asof(sentences, left_on="first", right_on="low", by="article", check_sortedness=False)
    own = corpus.tokens.filter(~pl.col("quoted") & pl.col("text").str.contains(r"^\p{Lu}"))
    own = own.with_columns(word=pl.col("lower").str.replace(r"['’]s?$", ""))
    near = own.join(placed.select("article", "sentence").unique(), on=["article", "sentence"], how="semi")
    beside = {word: set(articles) for word, articles in near.group_by("word").agg("article").iter_rows()}
    nameless = placed.filter((pl.col("kind") == "unknown") | ~pl.col("sure"))["article"].unique().to_list()
    nameless += corpus.once(unmarked) | corpus.once(in_first_person)
    every = own.filter(pl.col("article").is_in(nameless)).group_by("article").agg("word")
    return beside, {article: set(words) for article, words in every.iter_rows()}


def _by_description(comparison: Comparison) -> set[tuple[str, str]]:
    """Texts and persons whose name, *he*, *she* or *they* stands in no sentence with a quotation of theirs that has
    words of the paper: *the officer yelled*."""
    corpus = comparison.scores.corpus
    own = corpus.tokens.filter(~pl.col("quoted"), "is_word").group_by("article", "sentence").agg(own=pl.col("lower"))
    sentences = corpus.sentences.join(own, on=["article", "sentence"], how="left")
    sentences = sentences.select("article", low="start", own=pl.col("own").fill_null([])).sort("low")
    said = comparison.credited.filter(pl.col("kind") == "person").sort("first")
    said = said.join_asof(sentences, left_on="first", right_on="low", by="article", check_sortedness=False)
    surname = pl.col("source").str.to_lowercase().str.extract(r"([\p{L}’'-]+)\W*$")
    named = pl.col("own").list.eval(pl.element().str.replace(r"['’]s?$", "")).list.contains(surname)
    pronoun = pl.any_horizontal(pl.col("own").list.contains(word) for word in _PRONOUNS)
    by = said.with_columns(known=named | pronoun, bare=pl.col("own").list.len() == 0)
    grouped = by.group_by("article", "source").agg(pl.col("known").any() | pl.col("bare").all())
    return set(grouped.filter(~pl.col("known")).select("article", "source").iter_rows())


def _few(comparison: Comparison, frame: pl.DataFrame) -> Iterator[Statement]:
    """Texts with two or three voices, all sure: who they are, with their words. Those where one has most come
    first."""
    labels = comparison.labels
    found: list[tuple[float, Statement]] = []
    described = _by_description(comparison)
    for (article,), part in frame.filter(pl.col("direct") > 0).group_by("article", maintain_order=True):
        given = part.filter(pl.col("longest") >= QUOTE)
        if not 1 < given.height <= _FEW or given.height < part.height or not given["sure"].all():
            continue
        if together(comparison, given).any():
            continue  # a scrap by somebody else, or a quotation that may be another's
        if given["kind"].is_in(["unknown", "unnamed"]).any() or not by_its_name(comparison, given).all():
            continue
        if given.filter((pl.col("kind") == "institution") & (pl.col("longest") < _BODY)).height:
            continue  # a phrase beside the name of a body may be a law's, or the outlet's
        names = given["speaker"].to_list()
        # "Cheney" beside two Cheneys, "Republican": who that is, is not known.
        if any(name in _PARTIES | PLACES or name.lower() in _ROLES or not name[:1].isupper() for name in names):
            continue  # "Florida", "CEO", "letter": who of them
        if any((article, name) in described for name in names):
            continue  # "the officer yelled": who that is, was told by a description alone
        if any(name != other and name in other.split() for name in names for other in names):
            continue
        who = listed([f"{the(row['speaker'])} ({row['direct']} words)" for row in given.iter_rows(named=True)])
        sentence = f"{labels.names[str(article)]} quotes {who}, and nobody else."
        evidence = evidence_of(given)
        weight = float(given["share"].sum())
        found.append((weight, Statement("texts", "voice", labels.of_outlets([str(article)]), sentence, evidence, 0.32)))
    yield from (one for _, one in sorted(found, key=lambda pair: -pair[0])[:_LISTED])
