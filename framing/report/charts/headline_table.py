"""The headlines side by side, as a picture that can be passed on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import some
from framing.report.charts import style
from framing.report.charts.style import Chart
from framing.report.headlines import headline_rows, unheaded
from framing.report.look import labels

ORDER = 28
_MOST, _LETTERS, _LINE, _PAD = 24, 55, 0.145, 0.1
_WORDS, _TONE = 5.2, 6.6  # inches: where charged words begin, and where tone ends
_CAPTION = "Charged words by our lists; tone: VADER's score of the headline, −1 (negative) to 1 (positive)."


def draw(comparison: Comparison) -> Iterator[Chart]:
    """One chart; none with fewer than two headlines."""
    rows = headline_rows(comparison)
    if len(rows) < 2:
        return
    more = f"The first {_MOST} of {len(rows)} wordings" if len(rows) > _MOST else f"{len(rows)} wordings"
    shown = rows[:_MOST]
    charged = [[row["headline"][start:end] for start, end, kind in row["marks"] if kind == "charged"] for row in shown]
    title = f"Headlines side by side: {sum(map(bool, charged))} of {len(shown)} have charged words"
    texts = [textwrap.wrap(labels.clean(row["headline"]), _LETTERS, max_lines=2, placeholder=" …") for row in shown]
    names = [labels.wrap(some(sorted(row["outlets"], key=str.casefold), 2), 24) for row in shown]
    heights = [_LINE * max(len(text), len(name)) + _PAD for text, name in zip(texts, names, strict=True)]
    page, head = style.canvas(sum(heights) + 0.25, title, f"{more}; versions of one report beside each other")
    axes = style.panel(page, 0, head + 0.2, style.WIDTH, sum(heights))
    axes.set_xlim(0, style.WIDTH)
    axes.set_ylim(sum(heights), 0)
    for x, word, side in ((0, "Outlet", "left"), (1.6, "Headline", "left"), (_WORDS, "charged", "left"),
                          (_TONE, "tone", "right")):  # fmt: skip
        style.text(axes, x, -0.06, word, 7.5, style.SOFT, side, va="baseline")
    y = 0.0
    for row, text, name, words, height in zip(shown, texts, names, charged, heights, strict=True):
        style.segments(axes, [((0, y), (style.WIDTH, y))], style.GRID, 0.7, zorder=0)
        for at, line in enumerate(name):
            style.text(axes, 0, y + _PAD / 2 + _LINE * (at + 0.5), line, 7.6, weight="bold")
        for at, line in enumerate(text):
            style.text(axes, 1.6, y + _PAD / 2 + _LINE * (at + 0.5), line, 8.2)
        middle = y + _PAD / 2 + _LINE * 0.5
        style.text(axes, _WORDS, middle, labels.short(", ".join(words), 14), 7.6, style.ABOVE, weight="bold")
        if row["tone"] is not None:
            style.text(axes, _TONE, middle, labels.signed(row["tone"]), 8, ha="right")
        y += height
    said = "; ".join(f"{some(row['outlets'], 3)}: {labels.clean(row['headline'])}" for row in shown[:12])
    caption = f"{_CAPTION} {unheaded(comparison)}".rstrip()
    yield Chart("headlines", title, f"{title}. {said}.", caption, page)
