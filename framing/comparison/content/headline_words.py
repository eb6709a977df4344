"""Words of different force by which headlines call one act or thing: *fired* here, *steps down* there.

The sets of words are closed lists in `headline_words.toml`, written for this purpose. That two headlines are about one
thing is taken from what they share beside the word: see `headline_words`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a word of a set in a headline, where an independent one has another word of it for what reads like one thing.
HEADLINE_WORDS: Schema = {
    "set": pl.String,  # key of headline_words.toml
    "title": pl.String,  # what its words stand for
    "article": pl.String,
    "outlet": pl.String,
    "family": pl.String,  # of words of like force, as the list names it
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,  # as the headline has it
}
_FILE = Path(__file__).with_suffix(".toml")
_SIDES = ("words", "before", "after", "around")
_REACH = 6  # words beside a word of the list in which headlines must have something in common
_BEGINNING = 5  # letters by which words are looked up
_LIGHT = frozenset("new report say people day year first".split())
_GAP = r"(?:[\w$€£.,’'-]+\s){0,3}?"
_BREAK = re.compile(r"[;:|?!–—“”\"]|\s-\s|(?<=[a-z\d]{4})\.\s")  # a headline's next clause; not behind "Gov."


@dataclass(frozen=True)
class WordSet:
    """Families of words for one thing; a family's side is where what headlines share must stand (words: anywhere)."""

    key: str
    title: str
    sides: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]  # side, its families, a pattern: one group each
    vague: frozenset[str]
    needs: frozenset[str]
    firsts: frozenset[str]  # beginnings of the first words of all forms
    texts: bool  # whether it is looked for in whole texts


@dataclass(frozen=True)
class _Hit:
    article: str
    family: str
    start: int
    end: int
    near: frozenset[str]  # stems beside it
    next_to: str  # the nearest of them, where the side counts
    beside: frozenset[str]  # those right before and behind it
    ahead: frozenset[str]  # those before it, where both sides count
    whole: frozenset[str]  # of the whole headline but itself, with numbers


def _term(words: str) -> str:
    """A pattern for a term of the list: a final * is any ending, ~ up to three words, ? a letter."""
    parts = [
        _GAP if word == "~" else re.escape(word.rstrip("*")).replace(r"\?", r"\w") + (r"\w*" if word[-1] == "*" else "")
        for word in words.split()
    ]
    return "".join(part if part == _GAP or at == len(parts) - 1 else part + r"\s" for at, part in enumerate(parts))


@lru_cache(maxsize=1)
def built_in() -> tuple[WordSet, ...]:
    """The sets of `headline_words.toml`."""
    return tuple(_set(key, table) for key, table in tomllib.loads(_FILE.read_text(encoding="utf-8")).items())


@lru_cache(maxsize=1)
def _with_capitals() -> dict[str, str]:
    """The forms that the list spells with capitals, by their small letters: *Obamacare*."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8")).values()
    every = [form for table in tables for side in _SIDES for one in table.get(side, ()) for form in _named(one)[1]]
    return {form.lower(): form for form in every if form != form.lower()}


def spelled(form: str) -> str:
    """A form in small letters, but for what is always written with capitals."""
    low = " ".join(form.lower().split())
    return _with_capitals().get(low, low)


def _set(key: str, table: dict[str, Any]) -> WordSet:
    nots = table.get("not", ())
    hidden = "|".join(map(_term, nots)) or "(?!)"
    sides = []
    for side in _SIDES:
        named = [_named(forms) for forms in table.get(side, ())]
        groups = "|".join(f"({'|'.join(map(_term, forms))})" for _, forms in named)
        if named:
            begins = "".join(sorted({form[0] for _, forms in named for form in forms} | {one[0] for one in nots}))
            ahead = rf"(?<![\w-])(?=[{re.escape(begins)}])"  # the first letter is asked before any term
            pattern = re.compile(rf"{ahead}(?:(?:{hidden})(?!\w)|(?:{groups})(?![\w-]))", re.IGNORECASE)
            sides.append((side, tuple(name for name, _ in named), pattern))
    every = [form for side in _SIDES for one in table.get(side, ()) for form in _named(one)[1]]
    firsts = frozenset(re.split("[ -]", form)[0].rstrip("*").lower()[:_BEGINNING] for form in every)
    return WordSet(
        key, table["title"], tuple(sides), frozenset(table.get("vague", ())), frozenset(table.get("needs", ())),
        firsts, table.get("texts", False),
    )  # fmt: skip


def _named(forms: str) -> tuple[str, list[str]]:
    """A family's name and its forms, longer ones first: *train crash* before *train*."""
    name, named, rest = forms.partition("=")
    some = (rest if named else forms).split("|")
    return name if named else some[0], sorted(some, key=len, reverse=True)


def headline_words(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`HEADLINE_WORDS`: for each set, the headlines that have a word of it where another one has another.

    Two headlines are taken to be about one thing where they share a word of content within six words of those of the
    set, in the same clause, and a second one or a number anywhere, or where it stands right beside both. Of acts, it
    must stand on the side of what is acted on (*Boeing fires its chief*, *Boeing's chief steps down*), and be the
    nearest there in one of the two; of intentions, words on both sides are shared. They are of two independent reports,
    and neither has a word of the other's family.
    Other headlines with these families and a word near them in common are told, too. Words in quotation marks do not
    count. Vague families count only where two others of the set differ.
    """
    words: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    quoted: defaultdict[str, set[int]] = defaultdict(set)
    heads = corpus.once(stems).filter(part="headline")
    for article, start, end, stem, inside, content in heads.select(
        "article", "start", "end", "stem", "quoted", "content"
    ).iter_rows():
        if content:
            words[article].append((start, end, stem))
        if inside:
            quoted[article].add(start)
    rows = corpus.articles.select("article", "outlet", "headline").drop_nulls("headline").rows()
    outlets = {article: (outlet, headline) for article, outlet, headline in rows}
    found = []
    for one in built_in():
        hits = [
            hit
            for article, (_, headline) in outlets.items()
            for hit in _hits(one, article, headline, words[article], quoted[article])
        ]
        for hit in _differing(one, hits, labels):
            outlet, headline = outlets[hit.article]
            text = headline[hit.start : hit.end]
            found.append((one.key, one.title, hit.article, outlet, hit.family, hit.start, hit.end, text))
    return pl.DataFrame(found, schema=dict(HEADLINE_WORDS), orient="row")


def _hits(
    one: WordSet, article: str, headline: str, words: list[tuple[int, int, str]], quoted: set[int]
) -> Iterator[_Hit]:
    """All words of the set in a headline; nothing is near those in quotation marks, which are set beside no other."""
    for side, families, pattern in one.sides:
        for match in pattern.finditer(headline):
            if not match.lastindex:
                continue
            start, end = match.span()
            low = max((mark.end() for mark in _BREAK.finditer(headline, 0, start)), default=0)
            stop = _BREAK.search(headline, end)
            high = stop.start() if stop else len(headline)
            before = [stem for first, last, stem in words if low <= first and last <= start][-_REACH:]
            behind = [stem for first, last, stem in words if end <= first and last <= high][:_REACH]
            inside = {stem for first, _, stem in words if start <= first < end and not stem[:1].isdigit()}
            near = {"words": before + behind, "before": before}.get(side, behind)
            next_to = {"words": [], "before": before[-1:]}.get(side, behind[:1])
            beside = [stem for first, last, stem in words if last == start - 1 or first == end + 1]
            near = [] if start in quoted else near
            none = {*inside, ""}
            family, whole = families[match.lastindex - 1], frozenset(stem for *_, stem in words) - none
            near_ = frozenset(stem for stem in near if not stem[:1].isdigit()) - none
            ahead = frozenset(before) - none if side == "around" else frozenset[str]()
            yield _Hit(article, family, start, end, near_, "".join(next_to), frozenset(beside) - none, ahead, whole)


def _differing(one: WordSet, hits: list[_Hit], labels: Labels) -> list[_Hit]:
    """The hits of one thing, some of which have different families; none if those are too few, or vague."""
    has: defaultdict[str, set[str]] = defaultdict(set)
    for hit in hits:
        has[hit.article].add(hit.family)
    kept: dict[_Hit, None] = {}
    alike = [(hit, other) for hit, other in combinations(hits, 2) if hit.article != other.article and _near(hit, other)]
    for hit, other in alike:
        apart = labels.groups[hit.article] != labels.groups[other.article]
        if apart and has[hit.article].isdisjoint(has[other.article]) and _same(hit, other):
            kept |= {hit: None, other: None}
    plain = {hit.family for hit in kept} - one.vague
    if len(plain) < 2 or (one.needs and plain.isdisjoint(one.needs)):
        return []
    told = {hit.family for hit in kept}
    for _ in hits:  # others of the same thing
        more = {hit for pair in alike if not kept.keys().isdisjoint(pair) for hit in pair if hit.family in told}
        if more <= kept.keys():
            break
        kept |= dict.fromkeys(more)
    places = {(hit.article, hit.start, hit.end): hit for hit in kept}
    return [places[place] for place in sorted(places)]


def _near(hit: _Hit, other: _Hit) -> bool:
    """Whether what stands near two words is, in part, the same."""
    shared = hit.near & other.near
    if (hit.ahead or other.ahead) and hit.ahead.isdisjoint(other.ahead):
        return False
    return bool(shared) and (not (hit.next_to or other.next_to) or hit.next_to in shared or other.next_to in shared)


def _same(hit: _Hit, other: _Hit) -> bool:
    """Whether the headlines share more than that, or have it right beside both."""
    return len(hit.whole & other.whole) > 1 or bool(hit.beside & other.beside)
