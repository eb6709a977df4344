"""Who is given the word in each outlet: persons, institutions, unnamed sources, and how many words each."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.references import subjects_of
from framing.comparison.content.vocabulary import BODIES, COMPANY, DEMONYMS, HEADS, WORLD
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.scoring.scores import Scores

# One row: somebody who is given the word in an outlet.
SOURCES: Schema = {
    "outlet": pl.String,
    "source": pl.String,  # one name for all forms of a person or body; the words themselves for unnamed sources
    "kind": pl.String,  # person, institution, unnamed, unknown (quoted words whose speaker was not found)
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
NOBODY = "(speaker not found)"
KINDS = ("person", "institution", "unnamed", "unknown")
_BESIDE, _QUOTATION = 60, 4  # characters behind a quotation of so many words, within which its speaker is named
_NEAR = 60  # sentences before and behind a quotation among which its speaker is looked for
_BACK = 2  # paragraphs back to which *she said* may lead
_POSTS = (
    r"president|prime minister|minister|governor|senator|congress(?:man|woman)|mayor|speaker|secretary|justice|judge|"
    r"chair(?:man|woman)?|nominee|candidate|chief executive|director|general|ambassador|lawmaker|lawyer|attorney|"
    r"professor|author|billionaire|businessman|chancellor|king|queen|prince|pope|bishop"
)
_SINGLE = re.compile(rf"\b(?:he|she|He|She|[Tt]he (?:[\w-]+ ){{0,3}}?(?:{_POSTS}))\b")
_PLACE = r"^(?:Capitol|New|San|Santa|Los|Las|North|South|East|West|Fort|Port|Lake|Mount) "
_SEVERAL = re.compile(r"\b(?:they|They)\b")
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Justice|Judge|President|Senator)\b")
# Between a quotation and a name behind it: then it is somebody who is spoken to.
_SPOKEN_TO = re.compile(rf"{_SINGLE.pattern}|\b(?:told|tells|with|to|by|I|they)\b")
_RELAYED = re.compile(r"^(?:He|She) (?:\w+ ){1,4}(?:that|how|why) ")
_ADJECTIVES = ["Democratic", "Republican", "Conservative", "Labour", "Liberal"]
_DASH = re.compile(r"[”\"’')\s]*[—–-]{1,2}\s*")
_MOTTO = 8  # sentences of a quotation whose speaker is named behind a dash
_LETTER = re.compile(r"[^\W\d_]")
_PLURAL = r"(?i)^(?:two|three|four|several|some|many|most|other|both|those)\b|(?:people|s)(?: .*)?$"
_OBJECT = re.compile(r"\b(?:to|of|by|with|at|for|against|from|about|on|in) (?:[\w.-]+ ){0,2}$")
_POST = re.compile(r" (?:of|for|at|from|in|with) .*$")
_UNNAMED = re.compile(r"^(?:the|an?|one of the|two of the)\s+", re.IGNORECASE)


def sources(scores: Scores, stories: pl.DataFrame, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """`SOURCES`: a row for each outlet and source, those with most words first. Copies are left out.

    Attributions are those of the measures `sources_named` and `sources_unnamed`; quoted words go to their source as
    `quotations` says. Indirect speech has no words. Empty where nobody speaks.

    references: `NAMING`, by which *the Russian leader* is a person with a name.
    """
    own = stories.filter(pl.col("copy_of").is_null()).select("article", "outlet")
    speakers = _speakers(scores, own, references)
    return _table(scores.corpus, speakers, _credited(scores.corpus, speakers, own), own)


def quotations(scores: Scores, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """Quoted words by sentence, and who says them: article, first, last, words, source, kind.

    They go to the source that their sentence names, else to the person that it begins with, else to the one person
    that is named right behind them and not spoken to, else, in their paragraph, to the last source before them, else
    to the speaker of the quotation before, else to the next source, else, where the paragraph has *he*, *she* or *the
    governor* outside the quotation, to the last single person of the two paragraphs before who spoke or was the first
    named in a sentence (with *they*: to the last source; a paragraph of nothing but a quotation: to the last source of
    the one before). What is left has the source `NOBODY` and the kind `unknown`. first, last: where the quoted words
    begin and end.
    """
    own = scores.corpus.articles.select("article", "outlet")
    credited = _credited(scores.corpus, _speakers(scores, own, references), own)
    return credited.select("article", "first", "last", "words", "source", "kind")


def attributions(scores: Scores, references: pl.DataFrame | None = None) -> pl.DataFrame:
    """Who is cited in every text, copies included, directly or not: article, source, kind, start, end, text."""
    own = scores.corpus.articles.select("article", "outlet")
    cited = _speakers(scores, own, references).filter(pl.col("attributions") > 0)
    return cited.select("article", "source", "kind", "start", "end", "text")


def _speakers(scores: Scores, own: pl.DataFrame, references: pl.DataFrame | None) -> pl.DataFrame:
    """Who may be speaking in these articles, as `_resolved` gives it."""
    wanted = pl.col("metric").is_in(["sources_named", "sources_unnamed"])
    spoken = (
        scores.evidence.filter(wanted)
        .select("article", "start", "end", "text", named=pl.col("metric") == "sources_named")
        .join(own, on="article", how="semi")
        .sort("article", "start")
    )
    return _resolved(scores.corpus, spoken, own, references)


def _credited(corpus: Corpus, speakers: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """`_words` with source, kind, country, and end (of the speaker's phrase)."""
    quoted = pl.concat([_words(batch, speakers, own) for batch in corpus.batches()])
    known = speakers.drop("single", "attributions", "text").rename({"start": "at"})
    return quoted.join(known, on=["article", "at"], how="left", maintain_order="left").with_columns(
        source=pl.col("source").fill_null(NOBODY), kind=pl.col("kind").fill_null("unknown")
    )


def _resolved(corpus: Corpus, spoken: pl.DataFrame, own: pl.DataFrame, references: pl.DataFrame | None) -> pl.DataFrame:
    """Who may be speaking: the attributions, and the persons that are named (attributions 0), in text order.

    Columns: article, start, end, text, source, kind, country, attributions, single (one person).
    """
    items = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]) & ~pl.col("text").is_in(_ADJECTIVES)  # "Democratic Rep. Ada Holm"
    )
    items = items.select("article", "item", "start", at="start", until="end", is_actor=pl.col("kind") == "actor").sort(
        "start"
    )
    bodies = _bodies(corpus, items)
    # The name that the source's phrase begins with says who it is: "Ward Pickering of the Shield Foundation".
    comma = pl.col("text").str.extract(r"^(.*, )").str.len_chars().fill_null(0)
    at = spoken.with_row_index("row").with_columns(begin=pl.col("start"), start=pl.col("start") + comma).sort("start")
    joined = at.join_asof(items, on="start", by="article", strategy="forward", check_sortedness=False).sort("row")
    # A body behind a preposition is not who speaks: "historian Ada Holm of Pell University".
    before = pl.col("text").str.slice(0, (pl.col("at") - pl.col("begin")).cast(pl.Int64).clip(0))
    apart = before.str.contains(r"\p{Lu}\S* (?:of|for|at|from|in) (?:the )?$")
    held = ((pl.col("until") <= pl.col("end") + 1) & ~apart).fill_null(False)
    persons = {actor.name for actor in corpus.event.actors if (actor.kind or "") in ("person", "politician")}
    who = [
        _who(text, item if inside else None, bool(is_actor), named, persons | bodies if item in persons else bodies)
        for text, item, inside, is_actor, named in joined.with_columns(held=held)
        .select("text", "item", "held", "is_actor", "named")
        .iter_rows()
    ]
    resolved = pl.DataFrame(who, schema={"source": pl.String, "kind": pl.String}, orient="row")
    if references is not None:
        resolved = _described(corpus, joined.select("article", start="begin"), resolved, references)
    single = (pl.col("kind") == "person") | ((pl.col("kind") == "unnamed") & ~pl.col("text").str.contains(_PLURAL))
    attributed = pl.concat(
        [joined.select("article", start="begin", end="end", text="text"), resolved], how="horizontal"
    ).with_columns(attributions=pl.lit(1), single=single)
    last = pl.col("item").str.extract(r"([\p{L}’'-]+)$").str.to_lowercase()
    named = (
        items.filter(
            pl.col("item").str.contains(" ", literal=True)
            & ~last.is_in(BODIES | COMPANY | {"convention"})
            & ~pl.col("item").str.contains(_PLACE)
            & ~pl.col("item").is_in(list({*WORLD, *DEMONYMS, *bodies}))
            & (~pl.col("is_actor") | pl.col("item").is_in(list(persons)))
        )
        .join(own, on="article", how="semi")
        .join(corpus.articles.select("article", whole="text"), on="article")
        .select(
            "article", "start", end="until",
            text=pl.col("whole").str.slice(pl.col("start"), pl.col("until") - pl.col("start")),
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


def _who(text: str, item: str | None, is_actor: bool, named: bool, bodies: set[str]) -> tuple[str, str]:
    """Source and kind of an attribution. item: the actor or name that its phrase holds."""
    source = item or _POST.sub("", text)
    if not named or source in DEMONYMS.values():
        return _UNNAMED.sub("", text).lower(), "unnamed"
    if text.split()[-1][
        :1
    ].islower():  # what belongs to somebody speaks: "Holm's campaign", "a Leeds council spokesman"
        holder = source.split()[-1].lower() in BODIES | COMPANY or source in bodies
        return (source if holder and text.endswith(("man", "person")) else text), "institution"
    if is_actor:
        return source, "institution"
    if _TITLE.match(text):
        return source, "person"
    last = source.split()[-1].lower()
    body = (
        last in BODIES | COMPANY
        or source in {*WORLD, *DEMONYMS, *bodies}
        or source.isupper()
        or re.match(_PLACE, source) is not None
    )
    # A person has a first name and a surname; a single word is a place or a body.
    return source, "institution" if body or " " not in source else "person"


def _bodies(corpus: Corpus, items: pl.DataFrame) -> set[str]:
    """Names that somewhere follow a noun for a body: *the research firm Pell Harrow*."""
    texts = corpus.articles.select("article", whole="text")
    low = pl.max_horizontal(pl.col("start").cast(pl.Int64) - 14, 0)
    before = pl.col("whole").str.slice(low, pl.col("start").cast(pl.Int64) - low).str.extract(r"(\p{L}+) $")
    found = items.join(texts, on="article").filter(
        before.is_in(HEADS["company"] | HEADS["body"] | {"bank", "institute"})
    )
    return set(found["item"].unique())


def _words(corpus: Corpus, speakers: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """Quoted words by sentence: article, at (where the speaker stands, null if unknown), words, first, last.

    first, last: where the quoted words begin and end.
    """
    body = corpus.sentences.filter(pl.col("part") == "body").join(own, on="article", how="semi", maintain_order="left")
    quoted = (
        corpus.tokens.filter(pl.col("quoted") & pl.col("is_word") & (pl.col("part") == "body"))
        .group_by("article", "sentence")
        .agg(words=pl.len(), first=pl.col("start").min(), last=pl.col("end").max())
    )
    sentences = (
        body.drop("words")
        .join(quoted, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(any=pl.col("words").is_not_null().any().over("article"))
        .filter("any")
    )
    turns: dict[str, list[tuple[int, int, int, str | None]]] = {}
    for article, *turn in corpus.annotation.turns.select("article", "first", "last", "start", "who").iter_rows():
        turns.setdefault(article, []).append((turn[0], turn[1], turn[2], turn[3]))
    by_article: dict[str, list[_Speaker]] = {}
    for article, *rest in speakers.select("article", *_Speaker._fields).iter_rows():
        by_article.setdefault(article, []).append(_Speaker(*rest))
    rows: list[tuple[str, int | None, int, int, int]] = []
    columns = ("paragraph", "start", "end", "text", "words", "first", "last")
    for (article,), part in sentences.group_by("article", maintain_order=True):
        lines = [_Line(*row) for row in part.select(columns).iter_rows()]
        there = by_article.get(str(article), [])
        labelled = turns.get(str(article), [])
        last: tuple[int, int, int] | None = None  # a paragraph, where its last quotation ends, and who spoke it
        starts = [one.start for one in there]
        for at, line in enumerate(lines):
            if line.words is not None and line.first is not None and line.last is not None:
                near = lines[max(0, at - _NEAR) : at + _NEAR]
                some = there[bisect_left(starts, near[0].start) : bisect_left(starts, near[-1].end + _BESIDE)]
                found = _speaker(near, line, some, last[1:] if last and last[0] == line.paragraph else None)
                if found is None and last and last[0] == line.paragraph - 1 and not _LETTER.search(line.outside):
                    found = last[2]  # a block quotation of several paragraphs
                for low, high, start, who in labelled:
                    found = (start if who else None) if low <= line.first < high else found
                last = None if found is None else (line.paragraph, line.end, found)
                rows.append((str(article), found, line.words, line.first, line.last))
    schema = {"article": pl.String} | dict.fromkeys(("at", "words", "first", "last"), pl.UInt32)
    return pl.DataFrame(rows, schema=schema, orient="row")


class _Speaker(NamedTuple):
    """Somebody who may be speaking: where, who, attributed (1) or only named (0), a single person."""

    start: int
    end: int
    source: str
    attributions: int
    single: bool


class _Line(NamedTuple):
    """A sentence, with its quoted words and where they begin and end."""

    paragraph: int
    start: int
    end: int
    text: str
    words: int | None
    first: int | None
    last: int | None

    @property
    def outside(self) -> str:
        """What stands outside the quotation, roughly."""
        if self.first is None or self.last is None:
            return self.text
        return self.text[: self.first - self.start] + " " + self.text[self.last - self.start :]


def _speaker(lines: list[_Line], line: _Line, speakers: list[_Speaker], last: tuple[int, int] | None) -> int | None:
    """Where the speaker of a sentence's quoted words stands; None where it cannot be told.

    lines, speakers: those near the sentence. last: where the sentence of the quotation before ends and where its
    speaker stands, if it is in the same paragraph.
    """
    attributed = [one for one in speakers if one.attributions]
    relayed = _RELAYED.match(line.text)
    spoken_of = line.start + relayed.end() if relayed else line.end  # "He added that Norland will announce ..."
    for one in attributed:
        if line.start <= one.start < min(line.end, spoken_of):
            return one.start
    credited = _credit(lines, line, speakers)
    if credited is not None:
        return credited
    subject = _subject(line, speakers)
    if subject is not None:
        return subject
    end = line.last or 0
    beside = [
        one
        for one in speakers
        if one.start < line.end
        and 0 <= one.start - end < _BESIDE
        and not _SPOKEN_TO.search(line.text[end - line.start : one.start - line.start])
    ]
    if (line.words or 0) >= _QUOTATION and len({one.source for one in beside}) == 1:
        return beside[0].start
    block = [other for other in lines if other.paragraph == line.paragraph]
    there = [one.start for one in attributed if block[0].start <= one.start < block[-1].end]
    before = [start for start in there if (last[0] if last else 0) <= start < line.start]
    if before:
        return max(before)
    if last:
        return last[1]
    outside = " ".join(other.outside for other in block)
    alone = not _LETTER.search(outside)  # a paragraph of nothing but a quotation goes on where the last one ended
    if there and not _SINGLE.search(line.outside):
        return there[0]
    back = [other for other in lines if 0 <= line.paragraph - other.paragraph <= (1 if alone else _BACK)]
    near = [one for one in speakers if back[0].start <= one.start < line.start]
    if _SINGLE.search(outside):
        near = _antecedents([one for one in near if one.single], back)
    elif alone or _SEVERAL.search(outside):
        near = [one for one in near if one.attributions]
    else:
        return None
    return near[-1].start if near else None


def _credit(lines: list[_Line], line: _Line, speakers: list[_Speaker]) -> int | None:
    """Who is named behind a dash after the quotation, as under a motto: "“No ...” — Ada Holm, Nordlys"."""
    at = next(number for number, other in enumerate(lines) if other.start == line.start)
    for other in lines[at : at + _MOTTO]:
        begins = other.start if other is not line and other.first is None else other.last or other.start
        dash = _DASH.match(other.text[begins - other.start :])
        if dash:
            name = begins + dash.end()
            return next((one.start for one in speakers if name <= one.start <= name + 1), None)
        if other is not line and (other.first is None or _LETTER.search(other.outside)):
            return None
        if other is line and _LETTER.search(line.outside):
            return None
    return None


def _subject(line: _Line, speakers: list[_Speaker]) -> int | None:
    """The person that a sentence begins with, where it goes on to quote at some length: "Roe was blunt: “No ...”"."""
    if line.first is None or (line.words or 0) < _QUOTATION:
        return None
    opening = next((one for one in speakers if one.single and line.start <= one.start < line.first), None)
    if opening is None:
        return None
    ahead, behind = line.text[: opening.start - line.start], line.text[opening.end - line.start :]
    spoken_of = _SINGLE.search(ahead) or _OBJECT.search(ahead) or behind.startswith(("'s", "’s"))
    return None if spoken_of else opening.start


def _antecedents(persons: list[_Speaker], lines: list[_Line]) -> list[_Speaker]:
    """Whom *he* or *she* may mean: those who spoke, and those who are the first named in their sentence."""
    opening = {line.start: one for line in lines for one in reversed(persons) if line.start <= one.start < line.end}
    return sorted({*opening.values(), *(one for one in persons if one.attributions)}) or persons


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
    texts = corpus.articles.select("article", whole="text")
    by = (
        rows.sort(pl.col("attributions") > 0, "article", "start", descending=[True, False, False])
        .group_by("outlet", "source", maintain_order=True)
        .agg(
            pl.col("kind", "country", "article", "start", "end").first(),
            pl.col("attributions", "words").sum(),
            articles=pl.col("article").n_unique(),
        )
        .join(texts, on="article", how="left", maintain_order="left")
        .with_columns(text=pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start")))
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
