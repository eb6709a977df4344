"""The headlines side by side: a row for each wording, with what is charged and who is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.headline_verbs import CHARGED
from framing.comparison.content.labels import legible, number, some
from framing.report.blocks import Cell, Table
from framing.report.look.labels import short, signed

_LETTERS = 96  # of a headline
_NAMES = 80  # of actors, marked in headlines
_UNHEADED = 4  # texts without a headline that are named


def headline_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """A row for each wording of each text: outlets, headline, tone, marks; versions of one report beside each other."""
    comparison = comparison.closely
    labels = comparison.labels
    tone = dict(comparison.scores.metrics.filter(metric="sentiment_headline").select("article", "value").iter_rows())
    articles = comparison.scores.corpus.articles.filter(pl.col("headline").is_not_null()).sort(
        "published", "outlet", "article", nulls_last=True
    )
    copies = set(comparison.stories.drop_nulls("copy_of")["article"])
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    marks = _marks(comparison)
    for row in articles.iter_rows(named=True):
        key = labels.groups[row["article"]], " ".join(row["headline"].casefold().split())
        if key not in rows:
            rows[key] = {"group": key[0], "headline": legible(row["headline"]), "outlets": [],
                         "article": row["article"],
                         "tone": tone.get(row["article"]), "marks": marks.get(row["article"], []),
                         "copy": row["article"] in copies}  # fmt: skip
        if row["outlet"] not in rows[key]["outlets"]:
            rows[key]["outlets"].append(row["outlet"])
    sizes = {group: sum(len(row["outlets"]) for row in rows.values() if row["group"] == group) for group, _ in rows}
    return sorted(
        rows.values(), key=lambda row: (-sizes[row["group"]], row["group"], row["copy"], row["outlets"][0].casefold())
    )


def unheaded(comparison: Comparison) -> str:
    """*B and D have no headline.*, of the texts that a table of headlines lacks; nothing where all have one."""
    near = comparison.closely
    bare = near.scores.corpus.articles.filter(pl.col("headline").is_null())["article"].to_list()
    if not bare:
        return ""
    who = near.labels.listed(bare) if len(bare) <= _UNHEADED else f"{number(len(bare)).capitalize()} texts"
    return f"{who} {'has' if len(bare) == 1 else 'have'} no headline."


def headline_table(rows: Sequence[dict[str, Any]], most: int | None = None, lacking: str = "") -> Table:
    """Outlets, headline with its charged words and names, and, of all headlines, tone.

    most: rows on page one, which are chosen to differ where not all fit. There the tone is left out: read without its
    explanation, a sum of word scores is taken for the headline's stance. lacking: `unheaded`.
    """
    shown, toned = list(rows), most is None
    note = "Bold: charged words; italics: names."
    if toned:
        note += (
            " Tone: the sum of the headline's positive and negative words, quoted ones too, from −1 to 1 (VADER); "
            "names count for nothing, and it does not say whom the headline favours."
        )
    if most is not None and len(shown) > most:
        shown = _telling(rows, most)
        note += f" {number(len(rows) - len(shown)).capitalize()} more stand under Headlines."
    cells = []
    before = None
    for row in shown:
        headline, marks = _cut(row["headline"], row["marks"])
        outlets = some(sorted(row["outlets"], key=str.casefold), 3)
        cells.append(
            (
                Cell(("↳ " if row["group"] == before else "") + outlets),
                Cell(headline, marks=marks),
                *([Cell("–" if row["tone"] is None else signed(row["tone"]), row["tone"])] if toned else []),
            )
        )
        before = row["group"]
    if any(cell[0].text.startswith("↳") for cell in cells):
        note += " ↳ a version of the report above it."
    note += f" {lacking}" if lacking else ""
    name = "headlines" if most is None else "headlines-front"
    columns = ("Outlet", "Headline", "Tone") if toned else ("Outlet", "Headline")
    return Table(name, "Headlines side by side", columns, tuple(cells), frozenset({2} if toned else ()), note)


def _telling(rows: Sequence[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """Rows that show how headlines differ: of each report and outlet first; new charged words, then other wordings."""
    words = [set(re.findall(r"\w+", row["headline"].casefold())) for row in rows]
    charged = [
        {row["headline"][start:end].casefold() for start, end, kind in row["marks"] if kind == "charged"}
        for row in rows
    ]
    kept: list[int] = []
    reports: Counter[str] = Counter()
    outlets: Counter[str] = Counter()

    def rank(place: int) -> tuple[float, ...]:
        row, seen = rows[place], set().union(*(charged[one] for one in kept))
        alike = any(2 * len(words[place] & words[one]) > len(words[place] | words[one]) for one in kept)
        kind = 0 if charged[place] - seen else 2 if charged[place] or alike else 1
        return reports[row["group"]], max(outlets[name] for name in row["outlets"]), kind, place

    while len(kept) < min(most, len(rows)):
        place = min((place for place in range(len(rows)) if place not in kept), key=rank)
        kept.append(place)
        reports[rows[place]["group"]] += 1
        outlets.update(rows[place]["outlets"])
    return [rows[place] for place in sorted(kept)]


def _cut(headline: str, marks: Sequence[tuple[int, int, str]]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The headline, no longer than a line or two, with the marks that are left."""
    line = short(headline, _LETTERS)
    kept = len(line) if line == headline else 0 if "\n" in headline else len(line) - 1
    return line, tuple((start, end, kind) for start, end, kind in marks if end <= kept)


def _marks(comparison: Comparison) -> dict[str, list[tuple[int, int, str]]]:
    """Charged words and names of actors in headlines, by article, in order; charged words win where both are."""
    scores = comparison.scores
    ends = dict(scores.corpus.articles.select("article", "body_start").iter_rows())
    places: dict[str, list[tuple[int, int, str]]] = {}
    charged = scores.evidence_where(pl.col("metric").is_in(["loaded", "boosting"])).select("article", "start", "end")
    verbs = comparison.headlines.filter(pl.col("kind").is_in(list(CHARGED))).select("article", "start", "end")
    found = [(row, "charged") for frame in (charged, verbs) for row in frame.iter_rows()]
    names = comparison.naming.filter(way="name")["text"].value_counts(sort=True).head(_NAMES)["text"].to_list()
    if names:
        longest = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        name = re.compile(rf"(?<!\w)(?:{longest})(?!\w)")
        for article, text in scores.corpus.articles.select("article", "text").iter_rows():
            found += [((article, *hit.span()), "name") for hit in name.finditer(text, 0, max(0, ends[article] - 2))]
    for (article, start, end), kind in found:
        if start is not None:
            mine = places.setdefault(article, [])
            free = all(end <= low or high <= start for low, high, _ in mine)
            if end < ends[article] and free:
                mine.append((start, end, kind))
    return {article: sorted(found) for article, found in places.items()}
