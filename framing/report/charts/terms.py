"""Words and phrases that set outlets apart: log-odds against frequency."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.terms import telling
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels
from framing.report.look.drawing import Panel

ORDER = 84
PANELS, LABELLED, MARKS, MOST = 10, 30, 6, 150
_TALL, _WIDE, _GAP, _HEAD = 1.12, 2.92, 0.42, 0.3  # inches of a panel
_LINE, _LETTER = 0.125, 0.053  # inches from label to label, and of a letter
_CAPTION = (
    "Each mark is a word or phrase of the outlet's own voice (its quotations, copies, names and numbers left out) that "
    "stands in at least two of its stories. To the right: more frequent; higher up: more of its own. Log-odds are "
    "smoothed with the whole corpus as prior (Monroe, Colaresi and Quinn 2008): 0.7 is about twice the others' odds. "
    "Named are the terms with the largest z; bold where the difference is too large to be chance, after "
    "correction."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart with a panel for each outlet; none where no outlet has distinctive terms."""
    found = comparison.terms
    if found.is_empty():
        return
    best = telling(found, LABELLED)
    names = [name for name in comparison.names if name in set(best["outlet"])]
    if len(names) > PANELS:
        top = found.group_by("outlet").agg(z=pl.col("z").max()).sort(["z", "outlet"], descending=[True, False])
        chosen = set(top["outlet"].head(PANELS))
        names = [name for name in names if name in chosen]
    title = _title(best, names)
    shown = found.filter(pl.col("outlet").is_in(names))
    lines = -(-len(names) // 2)
    height = lines * (_HEAD + _TALL) + 0.25
    subtitle = "Log-odds against the others, by uses per 1,000 own words; the same scales in all panels"
    figure, head = style.canvas(height, title, subtitle)
    axes = style.panel(figure, 0, head, style.WIDTH, height)  # one for all panels, in inches: axes are slow to make
    axes.set_xlim(0, style.WIDTH)
    axes.set_ylim(height, 0)
    rates, odds = shown["rate"].to_list(), shown["log_odds"].to_list()
    low, high = math.log10(min(rates)) - 0.08, math.log10(max(rates)) + 0.5  # room for words behind the last mark
    top = max(0.75, math.ceil(4 * max(odds)) / 4)
    for at, name in enumerate(names):
        panel = _Panel(0.3 + (at % 2) * (_WIDE + _GAP), (at // 2) * (_HEAD + _TALL) + _HEAD, low, high, top)
        _frame(axes, panel, name, at >= len(names) - 2)
        look = style.colour(comparison.names, name), style.marker(comparison.names, name)
        _marks(axes, panel, look, found.filter(outlet=name), best.filter(outlet=name))
    yield Chart("terms", title, f"{title}. {_alt(found, names)}", _CAPTION, figure)


@dataclass(frozen=True)
class _Panel:
    """Where a panel stands, in inches, and its scales."""

    left: float
    above: float
    low: float
    high: float
    top: float

    def place(self, rate: float, log_odds: float) -> tuple[float, float]:
        x = self.left + (math.log10(rate) - self.low) / (self.high - self.low) * _WIDE
        return round(x, 3), round(self.above + _TALL * (1 - log_odds / self.top), 3)


def _frame(axes: Panel, panel: _Panel, name: str, last: bool) -> None:
    """Name, grid lines, and the numbers of the scales."""
    right, bottom = panel.left + _WIDE, panel.above + _TALL
    for step in range(int(2 * panel.top) + 1):
        y = bottom - _TALL * step / 2 / panel.top
        style.segments(axes, [[(panel.left, y), (right, y)]], style.GRID, 0.7, zorder=0)
        style.text(axes, panel.left - 0.05, y, f"{step / 2:g}", 7, style.SOFT, "right")
    for rate in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50) if last else ():
        x = panel.place(rate, 0)[0]
        if panel.left <= x <= right:
            style.text(axes, x, bottom + 0.06, f"{rate:g}", 7, style.SOFT, "center", va="top")
    style.text(axes, panel.left, panel.above - 0.12, labels.short(name, 34), 8.3, weight="bold")


def _marks(axes: Panel, panel: _Panel, look: tuple[str, Any], found: pl.DataFrame, best: pl.DataFrame) -> None:
    """A faint mark for every term; the best with their words, those at one place on one line."""
    places = {panel.place(*row) for row in found.select("rate", "log_odds").iter_rows()}
    faint = [(x - 0.014, y - 0.014, x + 0.014, y + 0.014) for x, y in sorted(places)[:MOST]]
    style.blocks(axes, faint, style.FAINT)
    marks: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in best.iter_rows(named=True):
        x, y = panel.place(row["rate"], row["log_odds"])
        marks.setdefault((round(x / 0.03), round(y / 0.03)), []).append(row)
    shown = {panel.place(rows[0]["rate"], rows[0]["log_odds"]): rows for rows in list(marks.values())[:MARKS]}
    placed = [(x - 0.05, x + 0.05, y) for x, y in shown]  # left, right, height of what stands there
    for (x, y), rows in shown.items():
        style.dot(axes, x, y, *look, size=4.2)
        left, room = x + 0.08, panel.left + _WIDE + 0.1 - x - 0.08
        rows = sorted(rows, key=lambda row: -len(row["term"]))  # a phrase says more than a word
        words = _joined([row["term"] for row in rows], room / _LETTER)
        at = _free(placed, left, left + _LETTER * len(words), y, panel)
        if at is not None:
            placed.append((left, left + _LETTER * len(words), at))
            bold = any(row["q"] is not None and row["q"] < 0.05 for row in rows)
            style.text(axes, left, at, words, 7.2, style.INK, weight="bold" if bold else "normal")


def _joined(terms: list[str], room: float) -> str:
    """As many terms as there is room for, and how many more."""
    line = labels.short(terms[0], max(12, min(34, room)))
    for at, term in enumerate(terms[1:], 1):
        longer = f"{line}, {labels.short(term, 34)}"
        if len(longer) + 4 > room:
            return f"{line} +{len(terms) - at}"
        line = longer
    return line


def _free(placed: list[tuple[float, float, float]], left: float, right: float, y: float, panel: _Panel) -> float | None:
    """The height nearest to y at which words touch nothing; none within two lines."""
    for shift in (0, -1, 1, -2, 2):
        at = y + shift * _LINE
        if panel.above - 0.02 <= at <= panel.above + _TALL - 0.06 and all(
            right < low or left > end or abs(at - other) >= 0.95 * _LINE for low, end, other in placed
        ):
            return at
    return None


def _title(best: pl.DataFrame, names: list[str]) -> str:
    """The three outlets whose first term has the largest z, and that term."""
    first = best.filter(pl.col("outlet").is_in(names)).group_by("outlet", maintain_order=True).first()
    top = first.sort(["z", "outlet"], descending=[True, False]).head(3).iter_rows(named=True)
    said = ", ".join(f"“{labels.short(row['term'], 26)}” in {labels.short(row['outlet'], 26)}" for row in top)
    return f"Own words: {said}"


def _alt(found: pl.DataFrame, names: list[str]) -> str:
    """The numbers in words."""
    best = telling(found, MARKS)
    said = []
    for name in names:
        rows = best.filter(outlet=name).iter_rows(named=True)
        terms = ", ".join(
            f"{labels.short(row['term'], 40)} {row['count']} times against {row['other_count']} of the others, "
            f"z {labels.number(row['z'])}"
            for row in rows
        )
        said.append(f"{labels.short(name, 60)}: {terms}")
    return "; ".join(said)
