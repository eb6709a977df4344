"""What a text may mean by something else, though no form of a name or figure stands in it: its letters, its office."""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.absence import shortened
from framing.comparison.content.meant import may_mean, roles
from framing.comparison.content.vocabulary import BODIES, DEMONYMS
from framing.corpus.corpus import Corpus

_OFFICE = re.compile(
    r"((?:(?:Vice|Deputy|Prime|Foreign|Attorney|Chief|House|Senate|Majority|Minority|Health|Finance|Interior) )*"
    r"(?:President|Minister|Secretary|General|Justice|Governor|Chancellor|Speaker|Leader|Pope|King|Queen|Mayor|"
    r"Taoiseach|Premier|Ambassador|Commissioner|Sheriff|Director|Superintendent)) $"
)
_SAME_OFFICE = {"taoiseach": "prime minister", "premier": "prime minister"}
_SMALL = "(?:is|was|are|were|has|had|the|an?|of|and|or|in|on|to|for|by|as|with)"


def in_short(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: names of which the outlet has the letters that some text sets in brackets behind them."""
    articles = corpus.articles.select("outlet", "text").rows()
    texts = [text for _, text in articles]
    rows = []
    names = found.filter(pl.col("kind") != "figure").group_by("item", maintain_order=True).agg("outlet", "forms")
    for item, outlets, forms in names.iter_rows():
        for letters in shortened(item, {one for some in forms for one in some or ()} - {item.split()[-1]}, texts):
            has = {outlet for outlet, text in articles if re.search(rf"\b{letters}\b", text)}
            rows += [(outlet, item) for outlet in sorted(has & set(outlets))]
    return pl.DataFrame(rows, schema={"outlet": pl.String, "item": pl.String}, orient="row").unique()


def roughly(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: figures of things (*1,000 tractors*) of which the outlet has *thousands* or *a dozen*."""
    articles = corpus.articles.select("outlet", "text").rows()
    rows = []
    for item, outlets in found.filter(kind="figure").group_by("item").agg("outlet").iter_rows():
        thing = item.split()[-1]
        if thing.isalpha():
            about = re.compile(
                rf"(?i)\b(?:dozens?|scores|hundreds?|thousands?|millions?) (?:of )?(?:\w+ ){{0,3}}{thing}\b"
            )
            rows += [(outlet, item) for outlet, text in articles if outlet in outlets and about.search(text)]
    return pl.DataFrame(rows, schema={"outlet": pl.String, "item": pl.String}, orient="row").unique()


def called(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: bodies that the outlet may mean by what they are: *Norland's football federation*."""
    articles = corpus.articles.select("outlet", "text").rows()
    lands = {adjective: land for land, adjective in DEMONYMS.items()}
    rows = []
    for item, outlets in found.filter(pl.col("kind") != "figure").group_by("item").agg("outlet").iter_rows():
        *whose, body = item.split()
        whose += [other for word in whose for other in (lands.get(word), DEMONYMS.get(word)) if other]
        if whose and body.lower() in BODIES:
            names = "|".join(map(re.escape, whose))
            called = re.compile(rf"\b(?:{names})(?:[’']s?)?(?: (?!{_SMALL}\b)[a-z-]+){{0,2}} {body.lower()}\b")
            rows += [(outlet, item) for outlet, text in articles if outlet in outlets and called.search(text)]
    return pl.DataFrame(rows, schema={"outlet": pl.String, "item": pl.String}, orient="row").unique()


def by_office(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: people whom the outlet may mean by the office that a text sets before their name, or as somebody's
    lawyer or spokesman; what it may mean by other words (see `may_mean`)."""
    articles = corpus.articles.select("article", "outlet", "text").rows()
    texts = {article: text for article, _, text in articles}
    rows = []
    for (outlet, item), part in found.filter(pl.col("kind") != "figure").group_by("outlet", "item"):
        before = (
            texts[article][max(0, start - 40) : start] for article, start in part.select("article", "start").iter_rows()
        )
        offices = {office[1].lower() for some in before if (office := _OFFICE.search(some))}
        offices |= {_SAME_OFFICE[office] for office in offices if office in _SAME_OFFICE}
        own = [text.lower() for _, other, text in articles if other == outlet]
        forms = {rf"the (?:[\w’'-]+ ){{0,2}}{re.escape(office)}" for office in offices}
        forms |= roles(texts, part.select("article", "start", "end").iter_rows())
        if any(re.search(rf"\b(?:{form})\b", text) for form in forms for text in own) or any(
            may_mean(str(item), text) for text in own
        ):
            rows.append((outlet, item))
    return pl.DataFrame(rows, schema={"outlet": pl.String, "item": pl.String}, orient="row")
