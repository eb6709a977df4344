"""What the articles mention: actors of the event, names, figures and dates, each under one name.

Names are runs of capitalised words. The same thing under several names is brought together: by the
aliases of `event.toml`, by acronyms in brackets, and a surname by the full name that it ends.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from framing.comparison.content.figures import figures
from framing.comparison.content.vocabulary import BODIES, CALENDAR, COMPANY, DEMONYMS, STOP, TITLES, WORLD
from framing.corpus.corpus import Corpus
from framing.measures.actors import actor_lexicon
from framing.measures.match import find
from framing.schema import Schema
from framing.text.typography import APOSTROPHES

# One row: a mention of an item in an article.
MENTIONS: Schema = {
    "article": pl.String,
    "item": pl.String,  # the one name under which all mentions of it stand
    "kind": pl.String,  # actor, name, figure, date
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,  # as it stands in the article, without a final 's
}
LONGEST = 8  # words of a name; a longer run is a headline or a list
_ADJECTIVES = frozenset(word.lower() for form in DEMONYMS.values() for word in (form, f"{form}s")) | frozenset(
    "western eastern northern southern soviet communist tv".split()
)
_POSSESSIVE = f"[{APOSTROPHES}][sS]?$"
_SPLIT_OFF = frozenset("US USA UK EU UN".split())  # "US Treasury" is two names
_ACRONYM = re.compile(
    r"\b([A-Z][\w&’'-]{0,30}(?: (?:(?:of|for|and|the|on|in|to) ){0,2}[A-Z][\w&’'-]{0,30}){1,7})"
    r" \(([A-Z][A-Za-z]{1,7})\)"
)


def mentions(corpus: Corpus) -> pl.DataFrame:
    """`MENTIONS`: every mention of an actor, a name, a figure or a date, in the order of the text.

    Use `corpus.once(mentions)`. Quoted words count: whoever quotes a name prints it.
    """
    parts, runs = [], []
    known = _known(corpus)
    for batch in corpus.batches():
        hits = actor_hits(batch)
        parts += [hits.with_columns(kind=pl.lit("actor")), figures(batch)]
        runs.append(_runs(batch, hits, known))
    found = pl.concat(runs)
    names = _named(found)
    acronyms = {name: whole for batch in corpus.batches() for name, whole in _acronyms(batch)}
    aliases = _aliases(corpus, names, acronyms)
    if names.height:
        names = names.with_columns(item=pl.col("text").replace(aliases)).pipe(_in_their_article)
        parts.append(names.with_columns(kind=pl.lit("name")))
        actors = {actor.name for actor in corpus.event.actors}
        parts[-1] = parts[-1].with_columns(
            kind=pl.when(pl.col("item").is_in(actors)).then(pl.lit("actor")).otherwise("kind")
        )
    columns = [pl.col(name).cast(dtype) for name, dtype in MENTIONS.items()]
    frame = pl.concat([part.select(columns) for part in parts])
    return frame.sort("article", "start", "end", "item")


def actor_hits(corpus: Corpus) -> pl.DataFrame:
    """Where the event's actors are named: article, item (the actor), start, end, text.

    A name that is the first word of a longer one is none of them: *China Daily* is not China, *US$60* not the US.
    """
    schema = {"article": pl.String, "item": pl.String, "start": pl.UInt32, "end": pl.UInt32, "text": pl.String}
    if not corpus.event.actors:
        return pl.DataFrame(schema=schema)
    hits = find(corpus, actor_lexicon(corpus.event.actors, references=False, small=BODIES))
    texts = corpus.articles.select("article", whole="text")
    possessive = f"[{APOSTROPHES}][sS]?$"
    hits = (
        hits.join(texts, on="article", how="left", maintain_order="left")
        .with_columns(
            text=pl.col("whole").str.slice(pl.col("start"), pl.col("end") - pl.col("start")),
            behind=pl.col("whole").str.slice(pl.col("end"), 24).str.extract(r"^ (\p{Lu}[\p{L}&]*)"),
            money=pl.col("whole").str.slice(pl.col("end"), 1) == "$",
        )
        .drop("whole")
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


@dataclass(frozen=True)
class Known:
    """Which words are names. inside: capitals inside sentences, so names; small: words seen in small letters."""

    inside: frozenset[str]
    small: frozenset[str]


def known_names(corpus: Corpus) -> frozenset[str]:
    """Words, in small letters, that stand with a capital inside sentences more often than without; and countries."""
    return frozenset(word.lower() for word in (*corpus.once(_known).inside, *DEMONYMS))


def _known(corpus: Corpus) -> Known:
    counts = pl.concat([_counted(batch) for batch in corpus.batches()]).group_by("form", "lower").sum()
    per_lower = counts.group_by("lower").agg(small=pl.col("small").sum())
    both = counts.drop("small").join(per_lower, on="lower")
    inside = both.filter(pl.col("capital") > pl.col("small"))["form"]
    return Known(frozenset(inside), frozenset(per_lower.filter(pl.col("small") > 0)["lower"]))


def _counted(corpus: Corpus) -> pl.DataFrame:
    """For each form of a word: how often with a capital inside a sentence of the body, how often without one."""
    words = corpus.once(_words)
    return words.group_by("form", "lower").agg(
        capital=(pl.col("capital") & ~pl.col("first") & (pl.col("part") == "body")).sum(),
        small=(~pl.col("capital")).sum(),
    )


def _words(corpus: Corpus) -> pl.DataFrame:
    """Words with what names are told by: form (no possessive), capital, first (of a sentence or quotation)."""
    form = pl.col("text").str.replace(_POSSESSIVE, "")
    opens = (pl.col("sentence") != pl.col("sentence").shift(1)) | (pl.col("article") != pl.col("article").shift(1))
    money = (pl.col("text").shift(-1) == "$") & (pl.col("start").shift(-1) == pl.col("end"))  # US$60
    return (
        corpus.tokens.lazy()
        .with_columns(money=money.fill_null(False))
        .filter("is_word")
        .select(
            "article", "sentence", "part", "start", "end", "lower",
            form=form,
            whole=pl.col("text") == form,
            capital=form.str.contains(r"^\p{Lu}") & ~pl.col("money") & ~form.str.contains(r"[-‐‑]\p{Ll}+$"),
            first=opens.fill_null(True) | (pl.col("quoted") & ~pl.col("quoted").shift(1).fill_null(False)),
        )
        .with_columns(lower=pl.col("form").str.to_lowercase())
        .collect()
    )  # fmt: skip


def _runs(corpus: Corpus, hits: pl.DataFrame, known: Known) -> pl.DataFrame:
    """Runs of capitalised words outside the actors' names: article, words, starts, ends, first, headline."""
    taken = hits.select("article", "start", until="end").sort("start")
    words = corpus.once(_words).sort("start")
    words = words.join_asof(taken, on="start", by="article", strategy="backward", check_sortedness=False)
    words = words.sort("article", "start")
    covered = (pl.col("end") <= pl.col("until") + 2).fill_null(False) & (pl.col("start") < pl.col("until"))
    capital = pl.col("capital") & ~covered & ~pl.col("lower").is_in(CALENDAR | {"may"}) & (pl.col("form") != "I")
    joined = (
        (pl.col("start") == pl.col("end").shift(1) + 1)
        & (pl.col("article") == pl.col("article").shift(1))
        & (pl.col("sentence") == pl.col("sentence").shift(1))
        & pl.col("whole").shift(1)
    ).fill_null(False)
    words = words.with_columns(capital=capital, joined=joined)
    follows = pl.col("capital").shift(-1).fill_null(False) & pl.col("joined").shift(-1).fill_null(False)
    body = pl.col("lower").shift(1).is_in(BODIES) & pl.col("capital").shift(1) & pl.col("joined")
    article = pl.col("lower").shift(-1) == "the"
    beyond = pl.col("capital").shift(-2) & pl.col("joined").shift(-1) & pl.col("joined").shift(-2)
    words = words.with_columns(
        links=(pl.col("lower").is_in(["of", "for"]) & body & (follows | (article & beyond))).fill_null(False)
    ).with_columns(
        member=pl.col("capital")
        | pl.col("links")
        | ((pl.col("lower") == "the") & pl.col("links").shift(1) & follows).fill_null(False)
    )
    begins = pl.col("member") & ~(pl.col("member").shift(1).fill_null(False) & pl.col("joined"))
    runs = (
        words.with_columns(run=begins.cum_sum())
        .filter("member")
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article", "first").first(),
            headline=pl.col("part").first() == "headline",
            words="form",
            starts="start",
            ends=pl.col("start") + pl.col("form").str.len_chars(),
        )
    )
    slices = [
        _pieces(tuple(row), first, headline, known)
        for row, first, headline in runs.select("words", "first", "headline").iter_rows()
    ]
    return runs.with_columns(pieces=pl.Series(slices, dtype=pl.List(pl.List(pl.Int64)))).drop("run")


@lru_cache(maxsize=100_000)
def _pieces(words: tuple[str, ...], first: bool, headline: bool, known: Known) -> list[list[int]]:
    """The names in a run of capitalised words: from, to. Offices, adjectives and mere openings are no names."""
    found: list[list[int]] = []
    for low, high in _stretches(words, first, headline, known):
        while low < high and words[low].replace(".", "") in _SPLIT_OFF and high - low > 1:
            found.append([low, low + 1])
            low += 1
        offices = [at for at in range(low, high) if words[at].lower().rstrip(".") in TITLES]
        if offices:
            after = offices[-1] + 1
            if after < high and words[after] in ("of", "for"):
                after += 3 if words[after + 1 : after + 2] == ("the",) else 2
            if after >= high:
                after = offices[-1] + 1  # an office alone: "Secretary of State"
                high = low
            low = max(low, after) if after < high else high
        while low < high and words[low].islower():
            low += 1
        while low < high and words[high - 1].islower():
            high -= 1
        if low + 1 < high and words[low].lower() in _ADJECTIVES and words[high - 1].lower() not in BODIES | COMPANY:
            low += 1  # "Russian Urals"
        if low < high <= low + LONGEST and not all(word.lower() in _ADJECTIVES for word in words[low:high]):
            found.append([low, high])
    return found


def _stretches(words: tuple[str, ...], first: bool, headline: bool, known: Known) -> Iterator[tuple[int, int]]:
    """The parts of a run between words that only stand there with a capital by chance."""
    low = 0
    for at, word in enumerate(words):
        lower = word.lower()
        shouted = word.isupper() and len(word) > 1 and lower in known.small and word not in _SPLIT_OFF
        opening = first and at == 0 and (lower in known.small or lower in STOP or len(words) == 1)
        if word not in known.inside and not word.islower() and (headline or shouted or opening):
            yield low, at
            low = at + 1
    yield low, len(words)


def _named(runs: pl.DataFrame) -> pl.DataFrame:
    """One row for each name: article, start, end, text."""
    if runs.is_empty():
        return pl.DataFrame(schema={name: MENTIONS[name] for name in ("article", "start", "end", "text")})
    rows = runs.explode("pieces").drop_nulls("pieces")
    low, high = pl.col("pieces").list.get(0), pl.col("pieces").list.get(1)
    return rows.select(
        "article",
        start=pl.col("starts").list.get(low),
        end=pl.col("ends").list.get(high - 1),
        text=pl.col("words").list.slice(low, high - low).list.join(" "),
    )


def _acronyms(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Acronyms with what they stand for: *Bureau of Industry and Security (BIS)*."""
    for text in corpus.articles["text"]:
        if "(" in text:
            for match in _ACRONYM.finditer(text):
                words = match[1].split()
                for at in range(len(words)):
                    if words[at][0].isupper():
                        initials = "".join(word[0] for word in words[at:] if word[0].isupper())
                        if initials == match[2].upper():
                            yield match[2], " ".join(words[at:])
                            break


def _aliases(corpus: Corpus, names: pl.DataFrame, acronyms: dict[str, str]) -> dict[str, str]:
    """For each name as it stands in a text the name of its item."""
    forms = Counter(names["text"].to_list())
    result: dict[str, str] = {form: acronyms.get(form, form) for form in forms}
    plain = {form: form.replace(".", "").replace("-", "") for form in forms}
    for item, others in WORLD.items():
        same = {name.replace(".", "").replace("-", "") for name in (item, *others)}
        result |= {form: item for form in forms if plain[form] in same}
    actor = {plain_name: actor.name for actor in corpus.event.actors for plain_name in actor.names}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    where = {form: set(articles) for form, articles in names.group_by("text").agg("article").iter_rows()}
    for form in forms:
        words = form.split()
        if 1 < len(words) < 4:
            owners[words[-1]].add(result[form])
            if where.get(words[0], set()) <= where[form]:  # a first name alone needs the full one beside it
                owners[words[0]].add(result[form])
        if len(words) > 1 and words[-1].lower() in COMPANY:
            owners[" ".join(words[:-1])].add(result[form])
    for form in forms:
        whole = owners.get(form, set()) - {form}
        if result[form] == form and len(whole) == 1 and form.lower() not in BODIES:
            result[form] = next(iter(whole))
    # A surname may lead to a form that leads on: "Putin", "Vladimir Putin".
    for form, item in result.items():
        step = result.get(item, item)
        result[form] = actor.get(step, actor.get(form, step))
    return result


def _in_their_article(names: pl.DataFrame) -> pl.DataFrame:
    """Surnames that several names of the corpus share go to the one whose full name stands in the same article.

    Only words that are surnames: at least half of the articles that have them have a full name with them, too.
    """
    full = (
        names.filter(pl.col("text").str.count_matches(" ").is_between(1, 2))
        .select("article", text=pl.col("text").str.extract(r"(\S+)$"), owner="item")
        .unique()
        .with_columns(owners=pl.len().over("article", "text"))
    )
    with_full = full.group_by("text").agg(with_full=pl.col("article").n_unique())
    with_any = names.group_by("text").agg(with_any=pl.col("article").n_unique())
    surnames = with_full.join(with_any, on="text").filter(2 * pl.col("with_full") >= pl.col("with_any"))
    wanted = (
        full.filter(pl.col("owners") == 1, ~pl.col("text").str.to_lowercase().is_in(BODIES | COMPANY))
        .join(surnames, on="text", how="semi")
        .drop("owners")
    )
    own_name = pl.when(pl.col("item") == pl.col("text")).then("owner")
    return (
        names.join(wanted, on=["article", "text"], how="left", maintain_order="left")
        .with_columns(item=pl.coalesce(own_name, "item"))
        .drop("owner")
    )
