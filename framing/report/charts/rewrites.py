"""Along a source, sentence by sentence: what each rewrite kept and changed, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.look import labels

ORDER = 81
CLOSELY = True
_CHARTS, _ROWS = 3, 12  # sources that most rewrite; rewrites of each that changed most
_LONGEST = 200  # sentences: more are too many to be seen
_ADDED = 0.5  # inches for the count of added sentences
_COLOURS = {
    "kept": style.tint(style.BELOW, 0.28),
    "edited": style.tint(style.ABOVE, 0.9),
    "moved": style.tint(style.ABOVE, 0.35),
    "reworded": style.tint(style.ABOVE, 0.15),
    "lacking": style.FAINT,
}
_LEGEND = (
    ("kept", "kept"), ("edited", "edited"), ("moved", "moved, split (s), merged (m)"), ("reworded", "re-worded"),
    ("lacking", "not there"),
)  # fmt: skip
_LETTERS = {"split": "s", "merged": "m"}
_CAPTION = (
    "Each row is a rewrite or reprint, each cell a sentence of the source's body in the source's order. At the right: "
    "how many sentences the outlet added. Kept: the same words, whatever their spelling. Edited: some words changed. "
    "Moved: the same words in another place. Re-worded: what it says stands there in other words. Not there: it may "
    "never have been, where an earlier version was printed."
)


def draw(comparison: Comparison) -> Iterator[Chart]:
    """A chart for each source that is rewritten, at most three; none where nothing is, or it has 200 sentences."""
    told = comparison.accounts.filter(pl.col("sentences") < _LONGEST)
    sources = told.group_by("source", maintain_order=True).len().sort("len", descending=True, maintain_order=True)
    for number, source in enumerate(sources["source"][:_CHARTS], 1):
        rows = told.filter(source=source).sort("kept", "added", "article", descending=[False, True, False])
        name = "rewrites" if number == 1 else f"rewrites-{number}"
        yield _strips(name, comparison.rewrites.filter(source=source), list(rows.iter_rows(named=True)))


def _strips(name: str, rewrites: pl.DataFrame, told: list[dict[str, Any]]) -> Chart:
    shown = told[:_ROWS]
    count, source = shown[0]["sentences"], shown[0]["source_outlet"]
    title = _title(told)
    subtitle = f"What became of each of the {count} sentences of {labels.short(source, 40)}"
    height = style.ROW * len(shown)
    figure, head = style.canvas(height + 0.62, title, subtitle)
    width = style.WIDTH - style.LEFT - _ADDED
    _legend(figure, head)
    axes = style.panel(figure, style.LEFT, head + 0.3, width, height)
    style.rows(axes, len(shown))
    axes.set_xlim(0, count)
    filled: dict[str, list[tuple[float, float, float, float]]] = {label: [] for label in _COLOURS}
    gap = min(0.08, 0.02 * count / 20)
    for y, row in enumerate(shown):
        done = rewrites.filter(article=row["article"]).drop_nulls("source_sentence").unique("source_sentence")
        for x, label in enumerate(done.sort("source_sentence")["label"]):
            as_ = "moved" if label in _LETTERS else label
            filled[as_].append((x + gap, y - 0.36, x + 1 - gap, y + 0.36))
            if label in _LETTERS and width / count > 0.08:
                style.text(axes, x + 0.5, y, _LETTERS[label], 6.8, style.INK, "center")
        style.text(axes, 0, y, f"+{row['added']}", 8.3, style.INK if row["added"] else style.SOFT, side=1, points=6)
    for label, boxes in filled.items():
        style.blocks(axes, boxes, _COLOURS[label], hollow=label == "lacking")
    style.name_rows(axes, [row["outlet"] for row in shown])
    for tick in [1, *range(5, count + 1, 5)] if count <= 60 else [1, *range(20, count + 1, 20)]:
        style.text(axes, tick - 0.5, len(shown) - 0.28, str(tick), 7.3, style.SOFT, "center", va="top")
    style.text(axes, 0, len(shown) - 0.28, "added", 7.3, style.SOFT, side=1, points=6, va="top")
    said = " ".join(
        f"{labels.short(row['outlet'], 60)}: "
        + ", ".join(
            f"{row[label]} {label}" for label in ("kept", "edited", "moved", "split", "merged", "reworded", "lacking")
        )
        + f", {row['added']} added."
        for row in told
    )
    return Chart(name, title, f"{title}. Of {count} sentences: {said}", _CAPTION, figure)


def _legend(figure: Any, head: float) -> None:
    axes = style.panel(figure, style.LEFT, head, style.WIDTH - style.LEFT, 0.25)
    axes.set_xlim(0, style.WIDTH - style.LEFT)
    axes.set_ylim(0.25, 0)
    left = 0.02
    for label, words in _LEGEND:
        style.blocks(axes, [(left, 0.06, left + 0.13, 0.19)], _COLOURS[label], hollow=label == "lacking")
        style.text(axes, left + 0.19, 0.125, words, 7.6, style.SOFT)
        left += 0.34 + 0.054 * len(words)


def _title(told: list[dict[str, Any]]) -> str:
    """The one that has least, and how many print all; nothing of who changed what: it may be an earlier version."""
    source, count = labels.short(told[0]["source_outlet"], 30), told[0]["sentences"]
    least = told[0]
    whole = sum(row["kept"] == count for row in told)
    if whole == len(told):
        who = labels.short(least["outlet"], 30) if whole == 1 else f"{whole} outlets"
        return f"{who} {'prints' if whole == 1 else 'print'} the text of {source} sentence for sentence"
    title = f"{labels.short(least['outlet'], 30)} has {least['kept']} of {count} sentences of {source} word for word"
    if least["added"]:
        title += f", and {least['added']} of its own"
    most = labels.short(told[-1]["outlet"], 30) if whole == 1 else f"{whole} outlets"
    return title + (f"; {most} {'has' if whole == 1 else 'have'} all" if whole else "")
