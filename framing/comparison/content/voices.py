"""Who is given the word in each outlet: persons, institutions, unnamed sources, and how many words each."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.genders import genders
from framing.comparison.content.items import mentions
from framing.comparison.content.persons import is_person
from framing.comparison.content.quoted_words import quoted_words
from framing.comparison.content.references import subjects_of
from framing.comparison.content.speaker_names import (
    MEMBERS,
    PLACE,
    askers,
    bodies_of,
    breaks_off,
    leads_a_body,
    named_in_full,
    person_of,
    who_of,
)
from framing.comparison.content.spelling import folded
from framing.comparison.content.titled import titled
from framing.comparison.content.vocabulary import BODIES, COMPANY, DEMONYMS, WORLD
from framing.corpus.corpus import Corpus
from framing.measures.attributions import attributions as told
from framing.measures.speaker_words import TITLES
from framing.schema import Schema
from framing.scoring.scores import Scores

# One row: somebody who is given the word in an outlet.
SOURCES: Schema = {
    "outlet": pl.String,
    "source": pl.String,  # one name for all forms of a person or body; the words themselves for unnamed sources
    "kind": pl.String,  # person, institution, unnamed, unknown (no speaker found), title (of a report, say)
    "country": pl.String,  # ? of an actor of the event, where event.toml says
    "attributions": pl.UInt32,  # how often a speech verb gives it the word
    "words": pl.UInt32,  # inside quotations that go back to it
    "share": pl.Float64,  # ? % of all quoted words of the outlet; null where it quotes nothing
    "articles": pl.UInt32,
    "outlets": pl.UInt32,  # that have it: 1 is only this one; 0 for unnamed and unknown sources
    "article": pl.String,  # where it stands first
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
SAME_WORDS = 6  # of a quotation by which it is known again in another text
NOBODY = "(speaker not found)"
KINDS = ("person", "institution", "unnamed", "unknown")
_HOLDER = rf"^[Tt]he (?:[\w'’-]+ ){{1,4}}(?:{'|'.join(sorted(TITLES))})$|^\S+(?: \S+)? (?:{'|'.join(sorted(MEMBERS))})$"
_HEADS = (
    "Chairman|Chairwoman|Chair|President|Director|Secretary|Leader|Minister|Commissioner|Governor|Mayor|Attorney|Spokesman|"
    "Spokeswoman|Spokesperson|Counsel|Editor|Chief|Whip|Ambassador|Representative|Senator|Speaker|CEO|Adviser|Advisor"
)
_DEPARTMENTS = "(?:State|Defense|Health|Education|Energy|Labor|Commerce|Agriculture|Transportation)"
_ADJECTIVES = ["Democratic", "Republican", "Conservative", "Labour", "Liberal"]
_PLURAL = r"(?i)^(?:two|three|four|several|some|many|most|other|both|those)\b|(?:people|s)(?: .*)?$"


def sources(scores: Scores, stories: pl.DataFrame, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """`SOURCES`: a row for each outlet and source, those with most words first. Copies are left out.

    Attributions are those of the measures `sources_named` and `sources_unnamed`, those to groups (unnamed here), and
    those to documents without an author's name, which speak for an institution; without *the Texas senator*, who is
    one of those named before, and *Neither* or *Late*, which name nobody. Quoted words go to their source as
    `quotations` says. Indirect speech has no words. Empty where nobody speaks.

    references: `NAMING`, by which *the Russian leader* is a person with a name.
    """
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet")
    speakers = _speakers(scores, own, references)
    return _table(scores.corpus, speakers, _credited(scores.corpus, speakers, own), own)


def quotations(scores: Scores, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """Quoted words by sentence, and who says them: article, first, last, words, source, kind, sure.

    They go to the source that their sentence names, else to the person that it begins with, else to the one person
    that is named right behind them and not spoken to, else, in their paragraph, to the last source before them, else
    to the speaker of the quotation before, else to the next source, else, where the paragraph has *he*, *she* or *the
    governor* outside the quotation, to the last single person of the two paragraphs before who spoke or was the first
    named in a sentence (with *they*: to the last source; a paragraph of nothing but a quotation: to the last source of
    the one before). What is left has the source `NOBODY` and the kind `unknown`. first, last: where the quoted words
    begin and end. Nobody is asked whom the sentence only speaks of: who asks (*in an interview with host Ben Roe*),
    whose something is (*revoked Roe's visa*), a man where it has *she*. sure: the sentence names who speaks, or nobody
    else can be meant; not, say, *she said* behind two persons, nor *Holm said Roe had called it “bad”*. Where texts
    print the same six words and more, those that are sure of one speaker tell the others; of two, none is sure; nor is
    a surname that two names have, unless the text has named one of them before. given: sure by the text itself,
    whatever others have. Of a sentence in which only *the union said* gives the word, institutions alone are asked.
    """
    own = scores.corpus.articles.select("article", "outlet")
    credited = _credited(scores.corpus, _speakers(scores, own, references), own)
    credited = _without_a_broken_word(credited, scores.corpus)
    told = (
        _same_words(scores.corpus, credited)
        .pipe(_of_relatives, scores.corpus)
        .pipe(_by_surname, scores.corpus)
        .pipe(_titles_apart, scores.corpus)
    )
    return told.select("article", "first", "last", "words", "source", "kind", "sure", "given")


def _without_a_broken_word(credited: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """A quotation in which its text breaks off, without its last word: *not to have been successf*."""
    left = corpus.articles.select("article", _left=pl.col("text").str.strip_chars_end().str.len_chars())
    words = corpus.tokens.filter("is_word").group_by("article").agg(_last=pl.col("end").sort().slice(-2, 1).first())
    ended = credited.join(left, on="article", how="left", maintain_order="left").join(
        words, on="article", how="left", maintain_order="left"
    )
    broken = (pl.col("last") >= pl.col("_left")) & (pl.col("_last") > pl.col("first"))
    return ended.with_columns(
        last=pl.when(broken).then(pl.col("_last").cast(pl.UInt32)).otherwise("last"),
        words=pl.col("words") - broken.cast(credited.schema["words"]),
    ).drop("_left", "_last")


def _titles_apart(told: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """Titles of reports, books and bills are nobody's words."""
    nobody = {"source": NOBODY, "kind": "title", "sure": False}
    titles = told.join(
        titled(told, corpus).select("article", "first", title=pl.lit(True)),
        on=["article", "first"],
        how="left",
        maintain_order="left",
    )
    return titles.with_columns(
        pl.when(pl.col("title").fill_null(False)).then(pl.lit(value)).otherwise(name).alias(name)
        for name, value in nobody.items()
    ).drop("title")


def _of_relatives(told: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """*Holm*, behind the whole name of another one of the surname than is meant: it is not sure who speaks."""
    last_word = r"([\p{L}’'-]+)$"
    whole = corpus.once(mentions).filter(pl.col("text").str.contains(" ", literal=True))
    whole = whole.select("article", "start", one="item", surname=pl.col("item").str.extract(last_word)).sort("start")
    rows = told.with_row_index("row").with_columns(surname=pl.col("source").str.extract(last_word))
    bare = rows.filter(pl.col("end") - pl.col("at") <= pl.col("surname").str.len_chars(), kind="person").sort("at")
    near = bare.join_asof(whole, left_on="at", right_on="start", by=["article", "surname"], check_sortedness=False)
    doubt = near.filter(pl.col("one") != pl.col("source"))["row"]
    return rows.with_columns(pl.col("sure", "given") & ~pl.col("row").is_in(doubt.implode())).drop("row", "surname")


def _by_surname(told: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """*Holm*, where texts name Ada Holm and Ben Holm: the one whom the article has named before; of two, it is not
    sure who speaks."""
    names = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    wide = names.filter(pl.col("item").str.contains(" ", literal=True)).with_columns(
        last=pl.col("item").str.extract(r"(\S+)$")
    )
    several = wide.group_by("last").agg(pl.col("item").n_unique()).filter(pl.col("item") > 1)["last"]
    rows = told.with_row_index("row")
    before = (
        rows.filter(pl.col("source").is_in(several.implode()))
        .join(wide, left_on=["article", "source"], right_on=["article", "last"], how="left")
        .filter(pl.col("start") < pl.col("first"))
        .group_by("row")
        .agg(one=pl.col("item").first(), many=pl.col("item").n_unique())
    )
    meant = pl.col("many") == 1
    return (
        rows.join(before, on="row", how="left", maintain_order="left")
        .with_columns(
            source=pl.when(meant).then("one").otherwise("source"),
            sure=pl.col("sure") & (meant.fill_null(False) | ~pl.col("source").is_in(several.implode())),
        )
        .drop("row", "one", "many")
    )


def _same_words(corpus: Corpus, credited: pl.DataFrame) -> pl.DataFrame:
    """What one text is sure of told to the others that print the same words."""
    key = pl.col("_text").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")
    told = credited.with_columns(_text=corpus.words_at(credited, "first", "last"), given="sure")
    told = told.with_columns(_same=pl.when(pl.col("words") >= SAME_WORDS).then(key))
    by = told.filter("sure", pl.col("_same").is_not_null(), pl.col("kind").is_in(["person", "institution"]))
    known = by.group_by("_same").agg(
        pl.col("source").first().alias("_source"),
        pl.col("kind").first().alias("_kind"),
        _many=pl.col("source").n_unique(),
    )
    one, several = (pl.col("_many") == 1).fill_null(False), (pl.col("_many") > 1).fill_null(False)
    better = one & ~pl.col("sure")
    another = better & (pl.col("source").str.to_lowercase() != pl.col("_source").str.to_lowercase())
    return told.join(known, on="_same", how="left", maintain_order="left").with_columns(
        source=pl.when(another).then("_source").otherwise("source"),
        kind=pl.when(another).then("_kind").otherwise("kind"),
        sure=(pl.col("sure") | better) & ~several,
    )


def attributions(scores: Scores, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """Who is cited in every text, copies included, directly or not: article, source, kind, start, end, text."""
    own = scores.corpus.articles.select("article", "outlet")
    cited = _speakers(scores, own, references).filter(pl.col("attributions") > 0)
    return cited.select("article", "source", "kind", "start", "end", "text")


def _speakers(scores: Scores, own: pl.DataFrame, references: pl.DataFrame | None) -> pl.DataFrame:
    """Who may be speaking in these articles, as `_resolved` gives it."""
    wanted = pl.col("metric").is_in(["sources_named", "sources_unnamed"])
    spoken = scores.evidence.filter(wanted).select(
        "article", "start", "end", "text", "label", kind=pl.col("metric").str.strip_prefix("sources_")
    )
    measured = scores.metrics.filter(wanted, pl.col("value").is_not_null()).select("article").unique()
    written = [
        letters.with_columns(text=batch.words_at(letters)).select(spoken.columns)
        for batch in (scores.corpus.batches() if measured.height else ())
        for letters in (batch.once(told).filter(pl.col("kind").is_in(["document", "group"])),)
    ]
    documents = pl.concat([*written, spoken.clear()], how="vertical_relaxed").join(measured, on="article", how="semi")
    spoken = (
        pl.concat([spoken, documents], how="vertical_relaxed")
        .join(own, on="article", how="semi")
        .sort("article", "start")
    )
    return _resolved(scores.corpus, spoken, own, references)


def _credited(corpus: Corpus, speakers: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """`quoted_words` with source, kind, country, and end (of the speaker's phrase)."""
    quoted = pl.concat([quoted_words(batch, speakers, own) for batch in corpus.batches()])
    known = speakers.drop("single", "attributions", "text", "gender").rename({"start": "at"})
    return quoted.join(known, on=["article", "at"], how="left", maintain_order="left").with_columns(
        source=pl.col("source").fill_null(NOBODY), kind=pl.col("kind").fill_null("unknown")
    )


def _resolved(corpus: Corpus, spoken: pl.DataFrame, own: pl.DataFrame, references: pl.DataFrame | None) -> pl.DataFrame:
    """Who may be speaking: the attributions, and the persons that are named (attributions 0), in text order.

    Columns: article, start, end, text, source, kind, country, attributions, single (one person), gender (he, she).
    """
    items = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]) & ~pl.col("text").is_in(_ADJECTIVES)  # "Democratic Rep. Ada Holm"
    )
    items = items.select("article", "item", "start", at="start", until="end", is_actor=pl.col("kind") == "actor").sort(
        "start"
    )
    bodies = bodies_of(corpus, items)
    # The name that the source's phrase begins with says who it is: "Ward Pickering of the Shield Foundation".
    # of "Harbour Board President Ada Holm" the name behind the post, of "the mayor of Leeds, Ada Holm" the last one.
    comma = (
        pl.col("text")
        .str.extract(rf"^(.*(?:, |\p{{Lu}}\S* (?:{_HEADS}) )|Secretary of {_DEPARTMENTS} )\p{{Lu}}")
        .str.len_chars()
        .fill_null(0)
    )
    at = (
        _told(corpus, spoken)
        .with_row_index("row")
        .with_columns(begin=pl.col("start"), start=pl.coalesce("place", pl.col("start") + comma))
        .with_columns(until_there=pl.coalesce(pl.col("place") + pl.col("name").str.len_chars(), "end"))
        .sort("start")
    )
    joined = at.join_asof(items, on="start", by="article", strategy="forward", check_sortedness=False).sort("row")
    # A body behind a preposition is not who speaks: "historian Ada Holm of Pell University".
    before = pl.col("text").str.slice(0, (pl.col("at") - pl.col("begin")).cast(pl.Int64).clip(0))
    apart = before.str.contains(r"\p{Lu}\S* (?:of|for|at|from|in) (?:the )?$") & pl.col("place").is_null()
    held = ((pl.col("until") <= pl.col("until_there") + 1) & ~apart).fill_null(False)
    persons = {actor.name for actor in corpus.event.actors if (actor.kind or "") in ("person", "politician")}
    full = named_in_full(corpus, items)
    joined = joined.join(full.with_columns(full=True), on=["article", "item"], how="left", maintain_order="left")
    who = [
        who_of(
            text, item if inside else None, bool(is_actor), kind, persons | bodies if item in persons else bodies, known
        )
        for text, item, inside, is_actor, kind, known in joined.with_columns(held=held)
        .select(pl.coalesce("name", "text"), "item", "held", "is_actor", "kind", pl.col("full").fill_null(False))
        .iter_rows()
    ]
    resolved = pl.DataFrame(who, schema={"source": pl.String, "kind": pl.String}, orient="row")
    surnames = pl.col("source").is_in(sorted(askers(corpus, bodies))) & (pl.col("kind") == "institution")
    resolved = resolved.with_columns(kind=pl.when(surnames).then(pl.lit("person")).otherwise("kind"))
    beside = pl.Series(person_of(corpus, joined, items, bodies), dtype=pl.String)
    by_name = beside.is_not_null() & joined["name"].is_null() & (resolved["kind"] != "person")
    resolved = resolved.with_columns(
        source=pl.when(by_name).then(beside).otherwise("source"),
        kind=pl.when(by_name).then(pl.lit("person")).otherwise("kind"),
    )
    if references is not None:
        resolved = _described(corpus, joined.select("article", start="begin"), resolved, references)
    one = ~pl.col("text").str.contains(_PLURAL) & (pl.col("told") != "group")
    single = (pl.col("kind") == "person") | ((pl.col("kind") == "unnamed") & one)
    # "The Texas senator" is one of those who were named before, as "she" is.
    vague = pl.col("text").str.contains(_HOLDER) & (pl.col("source") == pl.col("text"))
    vague |= pl.lit(leads_a_body(corpus, joined))  # "The Sea Party (SP) leader"
    vague |= pl.lit(breaks_off(corpus, joined)) & joined["item"].is_null()  # "said Ada Ho"
    attributed = (
        pl.concat(
            [joined.select("article", start="begin", end="end", text="text", told="kind"), resolved], how="horizontal"
        )
        .filter(~vague, pl.col("source").is_not_null())
        .with_columns(attributions=pl.lit(1), single=single)
        .drop("told")
    )
    last = pl.col("item").str.extract(r"([\p{L}’'-]+)$").str.to_lowercase()
    people = [item for item in items["item"].unique() if item in persons or is_person(folded(item))]
    named = (
        items.filter(
            pl.col("item").str.contains(" ", literal=True)
            & ~last.is_in(BODIES | COMPANY | {"convention"})
            & ~pl.col("item").str.contains(PLACE)
            & ~pl.col("item").str.contains("&", literal=True)  # Johnson & Johnson
            & ~pl.col("item").is_in(list({*WORLD, *DEMONYMS, *bodies}))
            & pl.col("item").is_in(people)
            & (~pl.col("is_actor") | pl.col("item").is_in(list(persons)))
        )
        .join(own, on="article", how="semi")
        .pipe(lambda places: places.with_columns(text=corpus.words_at(places, end="until")))
        .select(
            "article", "start", end="until", text="text",
            source="item", kind=pl.lit("person"), attributions=pl.lit(0), single=pl.lit(True),
        )
    )  # fmt: skip
    named = named.join(attributed.select("article", "start"), on=["article", "start"], how="anti")
    # Somebody named inside a quotation is spoken of.
    quoted = corpus.tokens.filter("quoted").select("article", start=pl.col("start").cast(named.schema["start"]))
    named = named.join(quoted, on=["article", "start"], how="anti")
    countries = {actor.name: actor.country for actor in corpus.event.actors if actor.country}
    country = pl.col("source").replace_strict(countries, default=None, return_dtype=pl.String)
    return (
        pl.concat([attributed, named], how="vertical_relaxed")
        .with_columns(country=country if countries else pl.lit(None, pl.String))
        .join(corpus.once(genders).rename({"item": "source"}), on="source", how="left", maintain_order="left")
        .sort("article", "start")
    )


def _described(corpus: Corpus, places: pl.DataFrame, resolved: pl.DataFrame, references: pl.DataFrame) -> pl.DataFrame:
    """Source and kind, with the actor where an attribution stands in a description of one."""
    persons = [one.name for one in subjects_of(corpus) if one.kind == "person"]
    said = references.filter(pl.col("way").is_in(["description", "reference"])).select(
        "article", "actor", start="start", until="end"
    )
    held = (
        places.with_row_index("row")
        .sort("start")
        .join_asof(said.sort("start"), on="start", by="article", strategy="backward", check_sortedness=False)
        .sort("row")
        .select(actor=pl.when(pl.col("start") < pl.col("until")).then("actor"))
    )
    kind = pl.when(pl.col("actor").is_in(persons)).then(pl.lit("person")).otherwise(pl.lit("institution"))
    return pl.concat([resolved, held], how="horizontal").select(
        source=pl.coalesce("actor", "source"),
        kind=pl.when(pl.col("actor").is_null()).then("kind").otherwise(kind),
    )


def _told(corpus: Corpus, spoken: pl.DataFrame) -> pl.DataFrame:
    """Attributions with the name of *the mayor*, where it is told, and its place in the text."""
    places = [
        (label, place)
        if label and label not in text and (place := corpus.texts[article].find(label)) >= 0
        else (None, None)
        for article, text, label in spoken.select("article", "text", "label").iter_rows()
    ]
    there = pl.DataFrame(places, schema={"name": pl.String, "place": spoken.schema["start"]}, orient="row")
    return pl.concat([spoken, there], how="horizontal")


def _table(corpus: Corpus, speakers: pl.DataFrame, credited: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """Attributions and quoted words together, by outlet and source."""
    spoken = speakers.drop("single").with_columns(words=pl.lit(0)).filter(pl.col("attributions") > 0)
    said = credited.select(
        "article",
        "source",
        "kind",
        "country",
        "words",
        start=pl.coalesce("at", "first"),
        end=pl.coalesce("end", "last"),
        attributions=pl.lit(0),
    )
    rows = pl.concat([spoken.select(said.columns), said], how="vertical_relaxed").join(own, on="article")
    by = (
        rows.sort(pl.col("attributions") > 0, "article", "start", descending=[True, False, False])
        .group_by("outlet", "source", maintain_order=True)
        .agg(
            pl.col("kind", "country", "article", "start", "end").first(),
            pl.col("attributions", "words").sum(),
            articles=pl.col("article").n_unique(),
        )
        .pipe(lambda places: places.with_columns(text=corpus.words_at(places)))
    )
    nameless = pl.col("kind").is_in(["unnamed", "unknown"])
    total = pl.col("words").sum().over("outlet")
    return (
        by.with_columns(
            share=100 * pl.col("words") / pl.when(total > 0).then(total),
            outlets=pl.when(nameless).then(0).otherwise(pl.col("outlet").n_unique().over("source")),
        )
        .sort(["outlet", "words", "attributions", "source"], descending=[False, True, True, False])
        .select(pl.col(name).cast(dtype) for name, dtype in SOURCES.items())
    )
