"""Precision and recall of what is stated as fact, on events written for it: `python -m tests.comparison.facts`.

tests/truth/events: one event a file, with its articles, and what is true of them: families with the origin of their
text, names and figures with the outlets that carry them, what an outlet leaves out, what
a rewrite lacks. `also` lists further names that are right; every other item counts as wrong.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison, compare
from framing.comparison.content.items import mentions
from framing.comparison.content.spelling import folded
from framing.corpus.cleaning.clean import clean
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.scoring.scores import score

EVENTS = Path(__file__).parents[1] / "truth" / "events"
# Words that make a text long enough to be said to lack something, with no name and no figure in them.
PADS = (
    "Nobody there could tell how it would go on from here, and few cared to guess. Someone shut a window. "
    "A kettle sang in the back room, and the talk went on until the lamps were lit along the lane outside.",
    "Those who stood at the back heard little of it, and went home. It had been a long day for all. In the square "
    "the stalls were taken down, and a boy swept up what was left of straw and paper.",
    "There was not much more to see by then, so that most turned to other things. The wind had dropped. A man with "
    "a ladder looked at a gutter for a while, shook his head, and carried the ladder away.",
    "It was quiet again towards evening, and the street was empty but for a cart. No one was in a hurry. Two women "
    "on a bench compared their knitting, and agreed that the wool was not what it had been.",
    "Whoever came late found the doors shut, and a note that said nothing new. One went round to the yard. From "
    "there a path leads up through nettles to a wall, on which a hen was sitting, and looked at all of this.",
)


@dataclass
class Tally:
    """hits: stated and true; stated; true: of what should be stated; wrong: what was stated and is not true."""

    hits: int = 0
    stated: int = 0
    true: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.stated if self.stated else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.true if self.true else 1.0

    def count(self, event: str, stated: set[Any], true: set[Any]) -> None:
        self.hits += len(stated & true)
        self.stated += len(stated)
        self.true += len(true)
        self.wrong += [f"{event}: {one}" for one in sorted(stated - true, key=str)]
        self.missed += [f"{event}: {one}" for one in sorted(true - stated, key=str)]


def load(path: Path) -> tuple[Comparison, dict[str, Any]]:
    truth = tomllib.loads(path.read_text(encoding="utf-8"))
    rows, removed = [], []
    for number, article in enumerate(truth["articles"]):
        done = clean(article["text"] + "\n\n" + PADS[number % len(PADS)], article["headline"], outlet=article["outlet"])
        genre = "opinion" if article["headline"].startswith("Opinion") else "news"
        rows.append(
            {
                "article": article["outlet"], "outlet": article["outlet"], "headline": article["headline"],
                "published": article["date"], "body": done.body, "agency": article.get("agency") or done.agency,
                "dateline": done.dateline, "genre": genre,
            }
        )  # fmt: skip
        removed += [
            {"article": article["outlet"], "kind": one.kind, "rule": one.rule, "text": one.text} for one in done.removed
        ]
    frame = pl.DataFrame(removed) if removed else None
    corpus = Corpus.from_frame(pl.DataFrame(rows, infer_schema_length=None), Event(path.stem, path.stem), frame)
    return compare(score(corpus, only=["sources_named"])), truth


def families(comparison: Comparison) -> tuple[set[Any], set[Any]]:
    """Pairs of outlets of one family; and the named source of each family."""
    told = comparison.stories
    pairs: set[Any] = set()
    sources: set[Any] = set()
    for _, rows in told.group_by("story"):
        names = sorted(rows["outlet"])
        pairs |= set(combinations(names, 2))
        if len(names) > 1:
            sources.add((tuple(names), rows["origin"][0]))
    return pairs, sources


def carried(comparison: Comparison, truth: dict[str, Any], event: str, tallies: dict[str, Tally]) -> dict[str, str]:
    """Counts items and who carries them; the truth's name of each item."""
    found = comparison.scores.corpus.once(mentions).join(comparison.stories.select("article", "outlet"), on="article")
    names_of: dict[str, str] = {}
    also = {folded(name) for name in truth["truth"].get("also", [])}
    for kind, kinds in (("names", ["name", "actor"]), ("figures", ["figure"])):
        wanted = truth["truth"][kind]
        holders: dict[str, set[str]] = defaultdict(set)
        forms: dict[str, set[str]] = defaultdict(set)
        for item, text, outlet in (
            found.filter(pl.col("kind").is_in(kinds)).select("item", "text", "outlet").iter_rows()
        ):
            holders[item].add(outlet)
            forms[item] |= {folded(item), folded(text)}
        items = Tally()
        taken: set[str] = set()
        for item in sorted(holders, key=lambda item: (-len(holders[item]), item)):
            name = next((one for one in wanted if folded(one) in forms[item] or one == item), None)
            if name is not None and name not in taken:
                taken.add(name)
                names_of[item] = name
            right = item in names_of or folded(item) in also or item in truth["truth"].get("also", [])
            items.count(event, {item}, {item} if right else set())
        tallies[f"{kind}: items"].hits += items.hits
        tallies[f"{kind}: items"].stated += items.stated
        tallies[f"{kind}: items"].true += len(wanted) + items.hits - len(taken)
        tallies[f"{kind}: items"].wrong += items.wrong
        tallies[f"{kind}: items"].missed += [f"{event}: {one}" for one in wanted if one not in taken]
        stated = {
            (names_of[item], outlet) for item, outlets in holders.items() if item in names_of for outlet in outlets
        }
        true = {(name, outlet) for name, outlets in wanted.items() for outlet in outlets}
        tallies[f"{kind}: carried by"].count(event, stated, true)
    return names_of


CHANGED = ("lacking", "reworded", "edited")


def rewritten(comparison: Comparison, told: dict[str, Any]) -> set[Any]:
    """What is said of the source's sentences in a rewrite: outlet, label, the first three words."""
    rows = comparison.rewrites.filter(
        pl.col("outlet") == told["outlet"], pl.col("source") == told["source"], pl.col("label").is_in(CHANGED)
    )
    rows = rows.filter(
        ~pl.col("source_text").is_in([one for pad in PADS for one in pad.replace(". ", ".|").split("|")])
    )
    shown = rows.with_columns(key=pl.col("source_text").str.split(" ").list.head(3).list.join(" "))
    return set(shown.select("outlet", "label", "key").iter_rows())


def expected(told: dict[str, Any]) -> set[Any]:
    return {(told["outlet"], label, key) for label in CHANGED for key in told.get(label, [])}


def tallies() -> dict[str, Tally]:
    """Of each kind of statement."""
    found: dict[str, Tally] = defaultdict(Tally)
    for path in sorted(EVENTS.glob("*.toml")):
        comparison, truth = load(path)
        event = path.stem
        true_families = [(tuple(sorted(one["members"])), one["origin"] or None) for one in truth.get("families", [])]
        pairs, sources = families(comparison)
        found["families: pairs"].count(
            event, pairs, {pair for members, _ in true_families for pair in combinations(members, 2)}
        )
        found["families: source"].count(event, sources, set(true_families))
        names_of = carried(comparison, truth, event, found)
        absent = comparison.coverage.filter("left_out").select("outlet", "item").iter_rows()
        stated = {(outlet, names_of.get(item, item)) for outlet, item in absent}
        true = {(outlet, item) for outlet, items in truth["truth"]["left_out"].items() for item in items}
        found["left out"].count(event, stated, true)
        for told in truth.get("rewrites", []):
            found["rewrites"].count(event, rewritten(comparison, told), expected(told))
        one = comparison.news["size"].max() == comparison.news.height
        found["one event"].count(event, {one}, {truth["truth"].get("one_event", True)})
    return dict(found)


def lines(found: dict[str, Tally]) -> Iterator[str]:
    yield f"{'kind':22} {'stated':>7} {'true':>6} {'precision':>10} {'recall':>7}"
    for kind, tally in found.items():
        yield f"{kind:22} {tally.stated:7} {tally.true:6} {tally.precision:10.3f} {tally.recall:7.3f}"


if __name__ == "__main__":
    result = tallies()
    for kind, tally in result.items():
        for one in tally.wrong:
            print("wrong", kind, one)
        for one in tally.missed:
            print("missed", kind, one)
    print("\n".join(lines(result)))
