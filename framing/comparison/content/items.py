"""What the articles mention: actors of the event, names, figures and dates, each under one name.

`names` finds the names, `aliases` brings those of one thing together, `figures` reads numbers and dates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import polars as pl

from framing.comparison.content.aliases import item_of
from framing.comparison.content.ends import not_broken, whole_ends
from framing.comparison.content.figures import figures
from framing.comparison.content.names import known, known_names, names
from framing.comparison.content.persons import WHOLE, is_junior, is_person, namesakes, surname
from framing.comparison.content.places import IN_A_STATE
from framing.comparison.content.spelling import folded
from framing.comparison.content.surnames import surnames
from framing.comparison.content.vocabulary import BODIES, COMMON, DEMONYMS, SAME, SEATS, WORLD
from framing.corpus.corpus import Corpus
from framing.measures.actors import actor_lexicon
from framing.measures.match import find
from framing.schema import Schema
from framing.text.typography import APOSTROPHES

__all__ = ["MENTIONS", "actor_hits", "known_names", "mentions"]
SELDOM = 2  # mentions in all texts, up to which a common noun with a capital is taken for no name
_ABSTRACT = r"^\p{Lu}\p{Ll}{3,}(?:ment|ness|tion|sion|ism|ship|ance|ence|ities)$"
_SUM = r"^\p{Lu}\p{Ll}?\d[\d.,]*$"  # R110, N15, K1.2: of rand, naira, kwacha
_SITE = r"^\.(?:com|org|net|gov|edu|info|co|io|tv)\b"  # the rest of an address
_STATE = 20  # characters behind a town, in which its state stands
_LANDS = sorted({*DEMONYMS, *WORLD, *(name for land in DEMONYMS for name in SAME.get(land, ()))} - {"Georgia"})
_IN = r"\b(?:in|near|outside|across|throughout|inside) $"
# One row: a mention of an item in an article.
MENTIONS: Schema = {
    "article": pl.String,
    "item": pl.String,  # the one name under which all mentions of it stand
    "kind": pl.String,  # actor, name, figure, date
    "sort": pl.String,  # ? of figures: money, quantity, count, age, time, share (of what, it does not say)
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,  # as it stands in the article, without a final 's
}


def mentions(corpus: Corpus) -> pl.DataFrame:
    """`MENTIONS`: every mention of an actor, a name, a figure or a date, in the order of the text.

    Use `corpus.once(mentions)`. Quoted words count: whoever quotes a name prints it.
    """
    parts, named = [], []
    told = corpus.once(known)
    for batch in corpus.batches():
        hits, counted, people = actor_hits(batch), figures(batch), surnames(batch)
        people = people.join(hits, on=["article", "end"], how="anti", maintain_order="left")  # declared ones are actors
        none = pl.lit(None, pl.String)
        parts += [
            hits.with_columns(kind=pl.lit("actor"), sort=none),
            people.with_columns(kind=pl.lit("name"), sort=none),
            counted,
        ]
        taken = pl.concat([frame.select("article", "start", "end") for frame in (hits, people, counted)])
        named.append(names(batch, taken, told))
    found = pl.concat(named)
    if found.height:
        actors = {actor.name for actor in corpus.event.actors}
        found = _placed(_headlines_apart(_placed(found, corpus)), corpus)
        found = _without_common(whole_ends(not_broken(found, corpus), corpus))
        found = found.with_columns(item=pl.col("text").replace(item_of(corpus, found))).pipe(_in_their_article, corpus)
        found = _of_a_country(found, corpus)
        kind = pl.when(pl.col("item").is_in(actors)).then(pl.lit("actor")).otherwise(pl.lit("name"))
        parts.append(found.with_columns(kind=kind, sort=pl.lit(None, pl.String)))
    columns = [pl.col(name).cast(dtype) for name, dtype in MENTIONS.items()]
    return pl.concat([part.select(columns) for part in parts]).sort("article", "start", "end", "item")


def actor_hits(corpus: Corpus) -> pl.DataFrame:
    """Where the event's actors are named: article, item (the actor), start, end, text.

    A name that is the first word of a longer one is none of them: *China Daily* is not China, *US$60* not the US.
    """
    schema = {"article": pl.String, "item": pl.String, "start": pl.UInt32, "end": pl.UInt32, "text": pl.String}
    if not corpus.event.actors:
        return pl.DataFrame(schema=schema)
    hits = find(corpus, actor_lexicon(corpus.event.actors, references=False, small=BODIES))
    possessive = f"[{APOSTROPHES}][sS]?$"
    behind = pl.lit(corpus.beside(hits, "end", behind=24))
    hits = hits.with_columns(
        text=corpus.words_at(hits),
        behind=behind.str.extract(r"^ (\p{Lu}[\p{L}&]*)"),
        money=behind.str.starts_with("$"),
    )
    bare = pl.col("text").str.replace(possessive, "")
    longer = (
        pl.col("behind").str.to_lowercase().is_in(BODIES | {"street", "square"})
        & (bare == pl.col("text"))
        & ~bare.str.contains(" ", literal=True)
    )
    return hits.filter(~longer.fill_null(False) & ~pl.col("money")).select(
        "article", item="category", start="start", end=pl.col("start") + bare.str.len_chars(), text=bare
    )


def _without_common(found: pl.DataFrame) -> pl.DataFrame:
    """Without common nouns that stand with a capital once or twice in all texts: *in the History of our Country*."""
    common = pl.col("text").str.to_lowercase().is_in(sorted(COMMON)) | pl.col("text").str.contains(_ABSTRACT)
    found = found.filter(~pl.col("text").str.contains(_SUM) | pl.col("text").is_in(["G7", "G8", "G20"]))
    surnames = found["text"].str.extract(r" (\S+)$").drop_nulls().unique()
    common &= ~pl.col("text").is_in(surnames.implode())
    return found.filter(~(common & (pl.len().over("text") <= SELDOM)))


def _of_a_country(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """With the country in the name of a body that is never named without it, and would read like somebody's name:
    *U.S. Geological Survey*."""
    whole = found.filter(pl.col("end") - pl.col("start") == pl.col("item").str.len_chars())
    whole = whole.filter(pl.col("item").str.contains(" ", literal=True))
    near = whole.with_columns(ahead=corpus.beside(whole, "start", ahead=16))
    country = pl.col("ahead").str.extract(r"\b(U\.S\.|US|U\.K\.|UK|United States|United Kingdom) $")
    by = near.group_by("item").agg(always=country.is_not_null().all(), country=country.mode().sort().first())
    wide = {
        item: f"{'U.K.' if 'K' in country else 'U.S.'} {item}"
        for item, country in by.filter("always").select("item", "country").iter_rows()
        if is_person(folded(item))
    }
    return found.with_columns(pl.col("item").replace(wide)) if wide else found


def _placed(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """With headline (the name stands in one) and placed (*in*, *near* ... stand before it, or a state behind it);
    without towns that are called as a country is, parts of addresses (*HarbourWatch.org*) and names cut at a small word
    (*Pilots Helping the Homeless*)."""
    about = corpus.articles.select("article", "body_start")
    before, behind = pl.col("before"), pl.col("behind")
    town = behind.str.contains(IN_A_STATE)  # "Holland, Pennsylvania"
    cut = pl.col("text").str.contains(r" \p{Lu}\p{Ll}{2,}ing$") & behind.str.contains(r"^ the \p{Lu}")
    return (
        found.select("article", "start", "end", "text")
        .with_columns(before=corpus.beside(found, "start", ahead=12), behind=corpus.beside(found, "end", behind=_STATE))
        .join(about, on="article", how="left", maintain_order="left")
        .with_columns(headline=pl.col("start") < pl.col("body_start"), placed=before.str.contains(_IN) | town)
        .filter(~(town & pl.col("text").is_in(_LANDS)), ~behind.str.contains(_SITE), ~cut)
        .drop("before", "behind", "body_start")
    )


def _headlines_apart(found: pl.DataFrame) -> pl.DataFrame:
    """Runs of headlines that the bodies have as several names are these: *Obama Boehner*, *Clinton Benghazi*."""
    bodies = set(found.filter(~pl.col("headline"))["text"])
    last = Counter(text.split()[-1] for text in bodies if is_person(folded(text)) and not is_junior(folded(text)))
    wide = found.filter(pl.col("text").str.contains(" ", literal=True))
    rows = []
    for article, start, end, text, headline in wide.select("article", "start", "end", "text", "headline").iter_rows():
        if end - start == len(text) and (text not in bodies if headline else _side_by_side(text, bodies, last)):
            rows += [(article, start, start + low, start + high) for low, high in _known_parts(text, bodies, last)]
        elif text.endswith(" Administration") and (first := text.removesuffix(" Administration")) in last:
            rows.append((article, start, start, start + len(first)))
    if not rows:
        return found
    schema = {"article": pl.String, "start": pl.UInt32, "low": pl.UInt32, "high": pl.UInt32}
    parts = pl.DataFrame(rows, schema=schema, orient="row")
    cut = (
        found.join(parts, on=["article", "start"], how="inner")
        .with_columns(text=pl.col("text").str.slice(pl.col("low") - pl.col("start"), pl.col("high") - pl.col("low")))
        .with_columns(start="low", end="high")
    )
    kept = found.join(parts, on=["article", "start"], how="anti", maintain_order="left")
    return pl.concat([kept, cut.select(found.columns)])


def _side_by_side(text: str, bodies: set[str], last: Mapping[str, int]) -> bool:
    """*CNN Trump*, *Trump Ukraine*, *Obama White House*: an acronym or surname before a name that others have."""
    first, rest = text.split(" ", 1)
    known = (first.isupper() and len(first) > 1 and first in bodies) or first in last
    others = last.get(rest, 0) - is_person(folded(text))  # the text itself ends so
    return known and rest in bodies and (others > 0 or rest in DEMONYMS or rest in SEATS)


def _known_parts(text: str, bodies: set[str], last: Mapping[str, int]) -> list[tuple[int, int]]:
    """The names of the bodies, or surnames, that make up a run of a headline; none where words are left over."""
    words = text.split(" ")
    found, at, place = [], 0, 0
    while at < len(words):
        sizes = range(len(words) - at, 0, -1)
        size = next((size for size in sizes if size < len(words) and " ".join(words[at : at + size]) in bodies), 0)
        size = size or (1 if words[at] in last else 0)
        if not size:
            return []
        width = len(" ".join(words[at : at + size]))
        found.append((place, place + width))
        at, place = at + size, place + width + 1
    return found


def _in_their_article(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Surnames that several people of the corpus share go to the one whose full name stands in the same article."""
    full = found.filter(pl.col("text").str.contains(" ", literal=True)).select("article", "item").unique()
    people = {item: surname(folded(item)) for item in full["item"].unique() if is_person(folded(item))}
    owners: dict[tuple[str, str], set[str]] = {}
    for article, item in full.iter_rows():
        if item in people:
            owners.setdefault((article, people[item]), set()).add(item)
    known = {folded(item): item for item in people}
    for key, articles in namesakes(found, corpus).items():
        for article in articles:
            owners.setdefault((article, surname(key)), set()).add(known.get(key, key))
    alone = found.filter(pl.col("item") == pl.col("text")).select("article", "text").unique()
    often = dict(alone.group_by("text").len().iter_rows())
    with_full = Counter(last for _, last in owners)
    rows = [
        (article, text, next(iter(whole)))
        for article, text in alone.iter_rows()
        if len(whole := owners.get((article, folded(text)), set())) == 1
        and text not in people
        and with_full[folded(text)] >= WHOLE * often[text]  # else it is a name by itself
    ]
    wanted = pl.DataFrame(rows, schema=dict.fromkeys(("article", "text", "owner"), pl.String), orient="row")
    own = pl.when(pl.col("item") == pl.col("text")).then("owner")
    return (
        found.join(wanted, on=["article", "text"], how="left", maintain_order="left")
        .with_columns(item=pl.coalesce(own, "item"))
        .drop("owner")
    )
