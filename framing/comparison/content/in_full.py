"""Names as the texts set them in full: *Saturday Night Live*, *the U.S. Coast Survey*, *the Circuit and Family Court*.

A day or a country before a name is no part of it for `mentions`, which bring forms of one thing together; a reader
misses it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.labels import the, without_office
from framing.comparison.content.vocabulary import STOP, TITLES
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_NEAR, _BEHIND = 32, 60  # characters before and behind a name
_AHEAD = re.compile(rf"(?:[{CAPITALS}][\w&’'-]*(?:\.[{CAPITALS}]\.)* )+$")
_ENDS = re.compile(r"^(?:[,.;:!?)”\"]|$| ([a-z]+))")  # behind a name that the article is of: else "the Rust set"
_SEAT = re.compile(r" (?:MP|MEP|MSP)$")
_MOSTLY, _TWICE = 2 / 3, 2
_STATES = {"US": "U.S.", "United States": "U.S.", "UK": "U.K.", "United Kingdom": "U.K."}


def in_full(corpus: Corpus, names: Sequence[str]) -> list[str]:
    """Names of items for a sentence, in their order: whole, two that always stand together as one, with *the*.

    To a name of several words belongs what stands before every mention with a capital, and an article that stands
    before two thirds of them where no noun follows.
    """
    long = [name for name in names if " " in name]
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    found = corpus.once(mentions).filter(pl.col("item").is_in(long), pl.col("item") == pl.col("text"))
    around: dict[str, list[tuple[str, str]]] = {
        str(item): [
            (texts[article][max(start - _NEAR, 0) : start].rsplit("\n", 1)[-1], texts[article][end : end + _BEHIND])
            for article, start, end in part.select("article", "start", "end").iter_rows()
        ]
        for (item,), part in found.group_by("item", maintain_order=True)
    }
    forms = dict(
        corpus.once(mentions)
        .filter(pl.col("item").is_in(long))
        .group_by("item")
        .agg(pl.col("text").unique())
        .iter_rows()
    )
    shown: list[str] = []
    skip = False
    for at, name in enumerate(names):
        if skip:
            skip = False
            continue
        places = around.get(name, [])
        follower = names[at + 1] if at + 1 < len(names) else ""
        if follower in around and places and all(_joined(behind, follower) for _, behind in places):
            shown.append(_with_article(f"{name} and {follower}", places))
            skip = True
            continue
        short = name.rpartition(" ")[0]
        known = " " in short and short in forms.get(name, ())
        if known and sum(short in text for text in texts.values()) > sum(name in text for text in texts.values()):
            name = short  # "Ada Holm" of "Ada Holm Live"
        shown.append(_with_article(_ahead(places) + _SEAT.sub("", name), places))
    return shown


def _joined(behind: str, name: str) -> bool:
    return behind.startswith((f" and {name}", f" and the {name}"))


def _ahead(places: Sequence[tuple[str, str]]) -> str:
    """*Saturday * where that stands before every mention, *U.S. * where it is that country by any name."""
    runs = []
    for before, _ in places:
        run = _AHEAD.search(before)
        words = run[0].split() if run else []
        while words and _small(words[0]):
            words = words[1:]
        if not words or _small(words[-1]) or words[-1].casefold().rstrip(".") in TITLES:
            return ""
        runs.append(" ".join(words))
    alike = Counter(_STATES.get(run, run) for run in runs)
    if len(places) < _TWICE or len(alike) > 1:
        return ""
    return f"{next(iter(alike))} "


def _small(word: str) -> bool:
    """*The*, but not *US*."""
    return word.casefold() in STOP and not (word.isupper() and len(word) > 1)


def _with_article(name: str, places: Sequence[tuple[str, str]]) -> str:
    plain = the(without_office(name))
    if plain != name:
        return plain
    told = []
    for before, behind in places:
        after = _ENDS.match(behind)
        if after and (after[1] is None or after[1] in STOP):
            run = _AHEAD.search(before)
            told.append((before[: run.start()] if run else before).endswith("the ") or bool(run and "The " in run[0]))
    return f"the {name}" if len(told) >= _TWICE and sum(told) >= _MOSTLY * len(told) else name
