"""Names in a text: runs of words with a capital, with the small words that belong inside them.

*Bureau of Industry and Security*, *Johnson & Johnson*, *Marco de la Vega* and *Mohammed bin Salman* are one name each;
*Putin and Biden* are two. Offices, adjectives of countries, days, months and words that only open a sentence are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    COMPANY,
    DEMONYMS,
    NUMBERED,
    OFFICES,
    PAIRS,
    PARTICLES,
    STOP,
    TITLES,
    TOPICS,
)
from framing.corpus.corpus import Corpus
from framing.text.typography import APOSTROPHES

LONGEST = 9  # words of a name; a longer run is a headline or a list
_NATIONS = frozenset(word.lower() for form in DEMONYMS.values() for word in (form, f"{form}s"))
ADJECTIVES = _NATIONS | frozenset("western eastern northern southern soviet communist tv".split())
SPLIT_OFF = frozenset("US USA UK EU UN".split())  # "US Treasury" is two names
_POSSESSIVE = f"[{APOSTROPHES}][sS]?$"
_COMPOUND = r"[-‐‑]\p{Ll}*(?:ed|ing|led|born|run|made|style|era|wide|area|held|bound|like)$"  # Beijing-backed

_LINKS = frozenset(("of", "for", "the", "and", "&", *PARTICLES))
_OWNERS = frozenset("people women children men workers veterans farmers citizens".split())  # People's Liberation Army
# Behind these "General", "Justice" and the like are no offices: "General Electric", "Justice Department".
_NO_OFFICE = BODIES | COMPANY | frozenset("electric mills dynamics atomics".split())
_OPENING = re.compile(r"(?:ing|ed|ly)$")  # of words that open a sentence: "Relaxing HARB rules"


@dataclass(frozen=True)
class Known:
    """What the corpus tells of its words.

    inside: capitals inside sentences, so names; small: words seen in small letters; acronyms: words all in capitals.
    """

    inside: frozenset[str]
    small: frozenset[str]
    acronyms: frozenset[str]


def known(corpus: Corpus) -> Known:
    """`Known` of a corpus; use `corpus.once(known)`."""
    counts = pl.concat([_counted(batch) for batch in corpus.batches()]).group_by("form", "lower").sum()
    per_lower = counts.group_by("lower").agg(small=pl.col("small").sum())
    both = counts.drop("small").join(per_lower, on="lower")
    inside = both.filter(pl.col("capital") > pl.col("small"))["form"]
    shouted = counts.filter(pl.col("form").str.contains(r"^\p{Lu}{2,6}$"))["form"]
    return Known(
        frozenset(inside), frozenset(per_lower.filter(pl.col("small") > 0)["lower"]), frozenset(shouted)
    )  # fmt: skip


def known_names(corpus: Corpus) -> frozenset[str]:
    """Words, in small letters, that stand with a capital inside sentences more often than without; and countries."""
    return frozenset(word.lower() for word in (*corpus.once(known).inside, *DEMONYMS))


def names(corpus: Corpus, taken: pl.DataFrame, of: Known) -> pl.DataFrame:
    """Names outside the passages taken: article, start, end, text (without a final 's).

    taken: article, start, end. of: what the whole corpus tells, where this is a part of it.
    """
    runs = _runs(corpus, taken)
    schema = {"article": pl.String, "start": pl.UInt32, "end": pl.UInt32, "text": pl.String}
    if runs.is_empty():
        return pl.DataFrame(schema=schema)
    found: dict[tuple[tuple[str, ...], bool, bool], list[tuple[int, int]]] = {}  # the same run is taken apart once
    pieces = []
    for at, (words, first, headline) in enumerate(runs.select("words", "first", "headline").iter_rows()):
        run = (tuple(words), first, headline)
        if run not in found:
            found[run] = list(_pieces(*run, of))
        pieces += [(at, *piece) for piece in found[run]]
    rows = pl.DataFrame(pieces, schema=dict.fromkeys(("at", "low", "high"), pl.UInt32), orient="row")
    rows = rows.with_columns(runs.select("article", "starts", "ends")[rows["at"]])
    texts = corpus.articles.select("article", whole="text")
    start, end = pl.col("starts").list.get("low"), pl.col("ends").list.get(pl.col("high") - 1)
    return (
        rows.select("article", start=start, end=end)
        .join(texts, on="article", maintain_order="left")
        .select("article", "start", "end", text=pl.col("whole").str.slice("start", pl.col("end") - pl.col("start")))
        .with_columns(pl.col("text").str.replace_all(r"\s+", " "))
    )


def _counted(corpus: Corpus) -> pl.DataFrame:
    """For each form of a word: how often with a capital inside a sentence of the body, how often without one."""
    words = corpus.once(_words)
    return words.group_by("form", "lower").agg(
        capital=(pl.col("capital") & ~pl.col("first") & (pl.col("part") == "body")).sum(),
        small=(~pl.col("capital")).sum(),
    )


def _words(corpus: Corpus) -> pl.DataFrame:
    """Words with what names are told by: form (no possessive), capital, first (of a sentence or quotation)."""
    opens = (pl.col("sentence") != pl.col("sentence").shift(1)) | (pl.col("article") != pl.col("article").shift(1))
    money = (pl.col("text").shift(-1) == "$") & (pl.col("start").shift(-1) == pl.col("end"))  # US$60
    words = corpus.tokens.with_columns(money=money.fill_null(False)).filter(pl.col("is_word") | (pl.col("text") == "&"))
    return words.join(_forms(words["text"].unique()), on="text", how="left", maintain_order="left").select(
        "article", "sentence", "part", "start", "end", "form", "whole",
        capital=pl.col("capital") & ~pl.col("money"),
        first=opens.fill_null(True) | (pl.col("quoted") & ~pl.col("quoted").shift(1).fill_null(False)),
        lower="lower_form",
    )  # fmt: skip


def _forms(texts: pl.Series) -> pl.DataFrame:
    """What is told by a word alone: text, form, whole (nothing was cut off), capital, lower_form."""
    form = pl.col("text").str.replace(_POSSESSIVE, "").str.replace(r"[-‐‑]based$", "")
    capital = pl.col("form").str.contains(r"^(?:\p{Lu}|(?:al|el|as|ad|ash|an|d|l)[-‐'’]\p{Lu})")
    return (
        pl.DataFrame({"text": texts})
        .with_columns(form=form)
        .with_columns(
            whole=pl.col("text") == pl.col("form"),
            capital=capital & ~pl.col("form").str.contains(_COMPOUND),
            lower_form=pl.col("form").str.to_lowercase(),
        )
    )


def _runs(corpus: Corpus, taken: pl.DataFrame) -> pl.DataFrame:
    """Capitals side by side, with links between: article, words, starts, ends, first, headline."""
    words = corpus.once(_words).sort("article", "start")
    if taken.height:
        hidden = taken.select("article", "start", until="end").sort("article", "start")
        words = words.join_asof(hidden, on="start", by="article", strategy="backward", check_sortedness=False)
        covered = (pl.col("end") <= pl.col("until") + 2).fill_null(False)
    else:
        covered = pl.lit(False)
    ampersand = pl.col("form") == "&"
    owner = pl.col("lower").shift(1).str.ends_with("s") & pl.col("capital").shift(1) & pl.col("capital")
    joined = (
        (pl.col("article") == pl.col("article").shift(1))
        & (pl.col("sentence") == pl.col("sentence").shift(1))
        & (pl.col("whole").shift(1) | pl.col("lower").shift(1).is_in(_OWNERS))
        & (
            (pl.col("start") == pl.col("end").shift(1) + 1)
            | ((pl.col("start") == pl.col("end").shift(1)) & (ampersand | ampersand.shift(1)))
            # "Port Employers' Federation"
            | ((pl.col("start") == pl.col("end").shift(1) + 2) & owner & pl.col("lower").is_in(sorted(BODIES)))
        )
    ).fill_null(False)
    number = pl.col("form").str.contains(r"^\d{1,4}$") & pl.col("lower").shift(1).is_in(NUMBERED).fill_null(False)
    may = (pl.col("lower") == "may") & ~(
        pl.col("capital").shift(1).fill_null(False) & joined & ~pl.col("lower").shift(1).is_in(CALENDAR | STOP)
    )
    day = pl.col("lower").is_in(CALENDAR) & ~(
        pl.col("capital").shift(1).fill_null(False)
        & joined
        & ~pl.col("lower").shift(1).is_in(CALENDAR | STOP | TITLES)
        & ~pl.col("form").shift(-1).str.contains(r"^\d").fill_null(False)
    )
    capital = pl.col("capital") & ~covered & ~day & ~may & ~pl.col("form").is_in(["I", "No", "Nos"])
    member = capital | number | (pl.col("form").is_in(_LINKS) & ~covered)
    words = words.with_columns(capital=capital, joined=joined, member=member)
    begins = pl.col("member") & ~(pl.col("member").shift(1).fill_null(False) & pl.col("joined"))
    return (
        words.with_columns(run=begins.cum_sum(), behind=pl.col("form").shift(1))
        .filter("member")
        .filter(pl.col("capital").any().over("run"))
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article", "first").first(),
            headline=pl.col("part").first() == "headline",
            words="form",
            starts="start",
            ends=pl.col("start") + pl.col("form").str.len_chars(),
        )
        .drop("run")
    )


def _pieces(words: tuple[str, ...], first: bool, headline: bool, of: Known) -> Iterator[tuple[int, int]]:
    """The names in a run: from, to."""
    for low, high in _stretches(words, first, headline, of):
        for start, end in _joined(words, low, high, of):
            yield from _trimmed(words, start, end)


def _stretches(words: tuple[str, ...], first: bool, headline: bool, of: Known) -> Iterator[tuple[int, int]]:
    """The parts of a run between words that only stand there with a capital by chance."""
    low = 0
    for at, word in enumerate(words):
        if word in _LINKS or word[0].isdigit():
            continue
        lower = word.lower()
        shouted = word.isupper() and len(word) > 1 and lower in of.small and word not in SPLIT_OFF
        alone = len(words) == 1 or words[1] in _LINKS - PARTICLES - {"&"}
        behind = words[at + 1] if at + 1 < len(words) else ""
        odd = (behind.isupper() and not word.isupper()) or (len(lower) > 7 and _OPENING.search(lower))
        opening = first and at == 0 and (lower in of.small or lower in STOP or alone or odd)
        if word not in of.inside and not word.islower() and (headline or shouted or opening):
            yield low, at
            low = at + 1
    yield low, len(words)


def _joined(words: tuple[str, ...], low: int, high: int, of: Known) -> Iterator[tuple[int, int]]:
    """The names of a stretch, cut at links that stand between two names."""
    start = low
    at = low
    while at < high:
        if words[at] not in _LINKS:
            at += 1
            continue
        end = at
        while end < high and words[end] in _LINKS:
            end += 1
        if start < at and end < high and _links(words, start, at, end, high, of):
            at = end
            continue
        if start < at and words[at] in ("of", "for") and words[at - 1].lower() in OFFICES:
            if at - 1 > start:
                yield start, at - 1
            end += 1  # "Secretary of State", "Minister of Trade and Industry": what the office is for is no name
            while end + 1 < high and words[end] == "and" and words[end + 1].lower() in TOPICS:
                end += 2
            start = at = end
            continue
        if start < at:
            yield start, at
        start = at = end
    if start < high:
        yield start, high


def _links(words: tuple[str, ...], start: int, at: int, end: int, high: int, of: Known) -> bool:
    """Whether the small words from `at` to `end` stand inside one name."""
    small = words[at:end]
    before, behind = words[at - 1].lower(), words[end].lower()
    if small == ("&",) or all(word in PARTICLES for word in small):
        return True
    if small[0] in ("of", "for") and small[1:] in ((), ("the",)):
        return before in BODIES and before not in TITLES
    if small == ("and",):
        stop = end
        while stop < high and words[stop] not in _LINKS:
            stop += 1
        body = words[stop - 1].lower() in BODIES or any(word in ("of", "for") for word in words[start:at])
        initials = "".join(word[0] for word in words[start:stop] if word[0].isupper())
        return (
            (before, behind) in PAIRS
            or (before in TOPICS and body)
            or (initials in of.acronyms and len(initials) > 2 and stop - start > 3)
        )
    return False


def _trimmed(words: tuple[str, ...], low: int, high: int) -> list[tuple[int, int]]:
    """The names of one stretch without offices, adjectives and countries before them."""
    found: list[tuple[int, int]] = []
    while low < high and words[low].replace(".", "") in SPLIT_OFF and high - low > 1:
        found.append((low, low + 1))
        low += 1
    offices = [
        at
        for at in range(low, high)
        if words[at].lower().rstrip(".") in TITLES and not (at + 1 < high and words[at + 1].lower() in _NO_OFFICE)
    ]
    if offices:
        body = offices[0]
        while body > low and words[body - 1].lower() in TOPICS:
            body -= 1
        if body - low > 1:  # "Federal Reserve Chair Jerome Powell"
            found.append((low, body))
        low = min(offices[-1] + 1, high)
    while low < high and words[low].islower():
        low += 1
    while low < high and words[high - 1].islower():
        high -= 1
    name = words[low:high]
    if " ".join(name) not in DEMONYMS and len(name) > 1 and name[0].lower() in _NATIONS:
        low += name[-1].lower() not in BODIES | COMPANY  # "Russian Urals"
    if re.match(r"[RD]-\w", words[low]) if low < high else False:
        return found  # the party and state behind a politician's name
    empty = all(word.lower() in ADJECTIVES or word[0].isdigit() for word in words[low:high])
    alone = high - low == 1 and (
        len(words[low]) == 1 or (words[low].lower() in TOPICS and words[low] != "Treasury")  # "Revenue", a heading
    )
    if low < high <= low + LONGEST and not empty and not alone:
        found.append((low, high))
    return found
