"""Same thing, other names: which word each text chooses in one and the same slot (war, invasion; regime, government).

The slots are closed lists in `slots.toml`. A word fills a slot where its anchor stands within three words of it: a name
that the texts share, or a word that says which thing is meant. Words in quotations count apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import DEMONYMS
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a word that a text chooses for something that other texts may call otherwise
SLOTS: Schema = {
    "slot": pl.String,  # key of slots.toml
    "title": pl.String,  # what the words stand for, as a reader sees it
    "anchor": pl.String,  # the name or word beside which it stands
    "article": pl.String,
    "outlet": pl.String,
    "word": pl.String,  # as the list has it
    "charged": pl.Boolean,  # whether the word judges
    "quoted": pl.Boolean,
    "start": pl.UInt32,
    "end": pl.UInt32,
}
_FILE = Path(__file__).with_name("slots.toml")
_OF_NATION = re.compile(rf" (?:of|in) (?:the )?([\w.]+(?: [{CAPITALS}]\w+)?)")
_REACH = 3  # words between a word and its anchor
_NATIONS = (
    {adjective: country for country, adjective in DEMONYMS.items()}
    | {country: country for country in DEMONYMS}
    | {
        "Beijing": "China",
        "Moscow": "Russia",
        "Kyiv": "Ukraine",
        "Kiev": "Ukraine",
        "Tehran": "Iran",
        "Damascus": "Syria",
    }
)
_LEFT = re.compile(rf"(?:[\w’'�-]+[ ,]+){{0,{_REACH}}}$")
_RIGHT = re.compile(rf"(?:[ ]+[\w’'�-]+){{0,{_REACH}}}")


@dataclass(frozen=True)
class Slot:
    """A choice of words for one thing."""

    key: str
    title: str
    anchor: str | tuple[str, ...]
    words: tuple[str, ...]
    charged: frozenset[str]
    vague: frozenset[str]
    needs: frozenset[str]
    hidden: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        hidden = [rf"(?:{'|'.join(map(_term, self.hidden))})(?!\w)"] if self.hidden else []
        word = rf"({'|'.join(map(_term, sorted(self.words, key=len, reverse=True)))})(?!\w)"
        return re.compile(rf"(?<![\w-])(?:{'|'.join([*hidden, word])})", re.IGNORECASE)

    def entry(self, text: str) -> str:
        """The list's word for what stands in the text."""
        folded = re.sub(r"\s+", " ", text.casefold())
        return next((word.rstrip("*") for word in self.words if re.fullmatch(_term(word), folded)), folded)


def _term(words: str) -> str:
    return r"[\s-]+".join(
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words.split()
    )


@lru_cache(maxsize=1)
def built_in() -> tuple[Slot, ...]:
    """The slots of `slots.toml`."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))["slots"]
    return tuple(
        Slot(
            key, table["title"], tuple(table["anchor"]) if isinstance(table["anchor"], list) else table["anchor"],
            tuple(table["words"]), frozenset(table["charged"]),
            frozenset(table.get("vague", ())), frozenset(table.get("needs", ())), tuple(table.get("not", ())),
        )
        for key, table in tables.items()
    )  # fmt: skip


def slots(corpus: Corpus) -> pl.DataFrame:
    """`SLOTS`: a row for each word that fills a slot, in order of the text."""
    quoted: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in corpus.tokens.filter("quoted").select("article", "start", "end").iter_rows():
        quoted.setdefault(article, []).append((start, end))
    names: dict[str, list[tuple[int, int, str]]] = {}
    found = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    for article, start, end, item in found.select("article", "start", "end", "item").iter_rows():
        names.setdefault(article, []).append((start, end, item))
    rows = []
    for article, outlet, text in corpus.articles.select("article", "outlet", "text").iter_rows():
        inside = {start for start, _ in quoted.get(article, [])}
        for slot in built_in():
            for start, end in _words(slot, text):
                anchor = _anchor(slot, text, start, end, names.get(article, []))
                if anchor is not None:
                    word = slot.entry(text[start:end])
                    rows.append(
                        (
                            slot.key,
                            slot.title,
                            anchor,
                            article,
                            outlet,
                            word,
                            word in slot.charged,
                            start in inside,
                            start,
                            end,
                        )
                    )
    frame = pl.DataFrame(rows, schema=dict(SLOTS), orient="row")
    vague = pl.struct("slot", "word").is_in(
        [{"slot": slot.key, "word": word} for slot in built_in() for word in slot.vague]
    )
    plain = (~vague).any().over("slot", "anchor", "article")
    frame = frame.filter(~(vague & plain))
    needs = {slot.key: sorted(slot.needs) for slot in built_in()}
    needed = pl.col("slot").replace_strict(needs, return_dtype=pl.List(pl.String))
    met = pl.col("word").is_in(needed).any().over("slot", "anchor") | (needed.list.len() == 0)
    return frame.filter(met)


def _words(slot: Slot, text: str) -> Iterator[tuple[int, int]]:
    for match in slot.pattern().finditer(text):
        if match[1] is not None:
            yield match.span(1)


def _anchor(slot: Slot, text: str, start: int, end: int, names: list[tuple[int, int, str]]) -> str | None:
    """The anchor beside a word, in the same sentence, or None."""
    left = _LEFT.search(text[max(0, start - 70) : start])
    right = _RIGHT.match(text[end : end + 70])
    before, behind = left[0] if left else "", right[0] if right else ""
    if slot.anchor == "nation":
        of = _OF_NATION.match(text[end : end + 40])
        return (
            _nation(before.split()[-1])
            if before.split() and _nation(before.split()[-1])
            else _nation(of[1] if of else "")
        )
    if slot.anchor[0] == "=":
        return slot.anchor[1:]  # type: ignore[return-value]
    if isinstance(slot.anchor, tuple):
        for word in slot.anchor:
            if any(
                re.search(rf"(?<!\w){_term(one)}(?!\w)", before + " " + behind, re.IGNORECASE)
                for one in word.split("|")
            ):
                return word.split("|")[0].rstrip("*")
        return None
    if slot.anchor == "country":
        return next(
            (nation for word in [*reversed(before.split()), *behind.split()] if (nation := _nation(word))), None
        )
    if slot.anchor == "apposition":
        gap = re.match(r" (?:the )?", text[end : end + 5])
        return next((item for begin, _, item in names if gap and begin in (end + 1, end + gap.end())), None)
    low, high = start - len(before), end + len(behind)
    near = [item for begin, stop, item in names if low <= begin and stop <= high and (stop <= start or begin >= end)]
    return near[0] if near else None


def _nation(word: str) -> str | None:
    """The country that a word means: China, Chinese, China's, Beijing."""
    bare = re.sub(r"['’�]s?$", "", word.strip(",.;"))
    return _NATIONS.get(bare)
