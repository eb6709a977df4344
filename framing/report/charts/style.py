"""The house style of all charts: one palette, one face, one way to show what is uncertain.

An outlet keeps its colour and its marker in every chart. Lengths are inches on the page, and text stays text:
a chart is as wide as the text of an A4 page, so that its letters print in the size given here. Figures are made
without pyplot, and without matplotlib's ticks: no global state, and several times quicker.
"""

from __future__ import annotations

import io
import math
import textwrap
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from framing.report.look.labels import NAME, clean, wrap
from framing.report.look.lettering import letter
from framing.report.writers.svg import tidy

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Found by search: all are readable on white (contrast 3:1 or more), and the first ten lie furthest apart as people
# with protanopia, deuteranopia or tritanopia see them (Machado, Oliveira and Fernandes 2009). The markers tell
# outlets apart without colour.
PALETTE = (
    "#0072b2", "#d55e00", "#00825f", "#222222", "#663300", "#15298c", "#573866", "#828c4d", "#3e9fb2", "#8585f2",
    "#d97787", "#f255a4", "#8c3131", "#5c5c66", "#b24d1b",
)  # fmt: skip
MARKERS: tuple[Any, ...] = (*"osD^vPpX*hd8H", (4, 1, 45), (5, 0, 180))  # no < and >: those are arrows
_LARGER = {"*": 1.45, "P": 1.15, "X": 1.15, "p": 1.15, "h": 1.12, "D": 0.87, "s": 0.93, (4, 1, 45): 1.3}
INK, SOFT, FAINT, GRID, PAPER = "#1d1d24", "#5f5f69", "#b9b7b0", "#e6e4de", "#ffffff"
ABOVE, BELOW = "#bd5700", "#4b3a9b"  # more and less than the rest; none of the two is good or bad
WIDTH = 6.6  # the text width of an A4 page with margins of 2.1 cm
LEFT, ROW = 1.85, 0.25  # room for names; height of an outlet's row
SLANT = 50  # degrees: names of columns


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn chart: file name, title that says what is seen, words for those who cannot see it, how to read it."""

    name: str
    title: str
    alt: str
    caption: str
    figure: Figure

    def svg(self) -> bytes:
        """The chart as SVG, the same bytes each time."""
        from matplotlib import rc_context

        buffer = io.BytesIO()
        with rc_context({"svg.hashsalt": self.name, "svg.fonttype": "none"}), warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the viewer's fonts may have it
            self.figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        return tidy(buffer.getvalue(), self.title, self.alt)


def canvas(height: float, title: str, subtitle: str = "") -> tuple[Figure, float]:
    """A figure with its title (what is seen) and subtitle (what is drawn, in which unit).

    height: of what is below them. Returns the figure, and the height that title and subtitle take.
    """
    lines, under = _balanced(title, 76), _balanced(subtitle, 108)
    head = 0.04 + 0.19 * len(lines) + 0.155 * len(under) + 0.1
    figure = _figure_class()(figsize=(WIDTH, head + height), facecolor=PAPER)
    below = 0.04
    for step, lines_, size, weight, colour in ((0.19, lines, 10.2, "bold", INK), (0.155, under, 8, "normal", SOFT)):
        for line in lines_:
            below += step
            y = 1 - (below - 0.04) / (head + height)
            letter(figure, 0, y, line, size, colour, weight=weight)
    return figure, head


@cache
def _figure_class() -> type[Figure]:
    """A figure that notebooks show without pyplot."""
    from matplotlib.figure import Figure

    class Drawn(Figure):
        def _repr_png_(self) -> bytes:
            buffer = io.BytesIO()
            self.savefig(buffer, format="png", dpi=144)
            return buffer.getvalue()

    return Drawn


def _balanced(words: str, width: int) -> list[str]:
    """At most two lines, about as long as each other."""
    line = clean(words)
    if len(line) > width:
        for narrower in range(len(line) // 2, width):
            lines = textwrap.wrap(line, narrower)
            if len(lines) <= 2:
                return lines
    return textwrap.wrap(line, width, max_lines=2, placeholder=" …")


def panel(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Axes without frame and ticks, so many inches from the left and from the top of the figure."""
    whole = figure.get_size_inches()[1]
    axes = figure.add_axes((left / WIDTH, 1 - (top + height) / whole, width / WIDTH, height / whole))
    axes.set_axis_off()
    return axes


def rows(axes: Axes, count: int) -> None:
    """Rows 0 to count - 1 from the top."""
    axes.set_ylim(count - 0.5, -0.5)


def text(
    axes: Axes, x: float, y: float, words: str, size: float = 8.3, colour: str = INK, ha: str = "left",
    points: float = 0, weight: str = "normal", side: float | None = None, va: str = "center_baseline",
    rotation: float = 0, style: str = "normal",
) -> None:  # fmt: skip
    """Plain words at a place of the axes. side: 0 or 1, the left or right edge instead of x; points: aside from it."""
    transform = axes.transData
    if side is not None:
        transform = axes.get_yaxis_transform()
        x = side + points * (1 / 72) / (axes.get_position().width * WIDTH)
    letter(axes, x, y, words, size, colour, ha, va, weight, style, rotation, transform)


def name_rows(axes: Axes, names: Sequence[str], width: int = NAME, soft: Iterable[int] = ()) -> None:
    """Outlets at the left of their rows: two lines for long names, then an ellipsis. soft: rows without a value."""
    grey = set(soft)
    for row, name in enumerate(names):
        lines = wrap(name, width)
        colour = SOFT if row in grey else INK
        size, step = (8.3, 0.0) if len(lines) == 1 else (7.3, 0.21)
        for line, shift in zip(lines, (-step, step), strict=False):
            text(axes, 0, row + shift, line, size, colour, "right", points=-8, side=0)


def slanted_heads(axes: Axes, names: Sequence[str], y: float, size: float = 7.5) -> None:
    """Names of columns 0, 1, ... that rise to the right from a height of the axes."""
    for x, name in enumerate(names):
        text(axes, x, y, name, size, va="baseline", rotation=SLANT)


def scale(axes: Axes, low: float, high: float, count: int = 5, bottom: float | None = None, suffix: str = "") -> None:
    """Grid lines with their numbers below, for values from low to high."""
    from matplotlib.collections import LineCollection
    from matplotlib.ticker import MaxNLocator

    if high - low <= 1e-9 * max(1.0, abs(low)):  # one value only
        low, high = low - 0.5, high + 0.5
    axes.set_xlim(low, high)
    ticks = [float(tick) for tick in MaxNLocator(count, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
    ticks = [tick for tick in ticks if low <= tick <= high]
    first, last = axes.get_ylim()
    colours = [FAINT if tick == 0 and low < 0 else GRID for tick in ticks]
    lines = [((tick, first), (tick, last)) for tick in ticks]
    axes.add_collection(LineCollection(lines, colors=colours, linewidths=0.7, zorder=0, clip_on=False), autolim=False)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    digits = next((count for count in range(8) if math.isclose(step, round(step, count), rel_tol=1e-6)), 8)
    for tick in ticks:
        label = f"{round(tick, digits) + 0.0:,.{digits}f}".replace("-", "\N{MINUS SIGN}") + suffix
        text(axes, tick, first if bottom is None else bottom, label, 7.3, SOFT, "center", va="top")


def segments(
    axes: Axes, lines: Sequence[Sequence[tuple[float, float]]], colours: Sequence[str] | str,
    width: float = 1.7, dashed: bool = False, zorder: float = 2,
) -> None:  # fmt: skip
    """Lines from point to point, in data coordinates."""
    from matplotlib.collections import LineCollection

    if lines:
        pattern = (0, (1.6, 1.4)) if dashed else "-"
        drawn = LineCollection(
            lines, colors=colours, linewidths=width, linestyles=pattern, zorder=zorder, clip_on=False
        )
        axes.add_collection(drawn, autolim=False)


def blocks(
    axes: Axes, boxes: Sequence[tuple[float, float, float, float]], colours: Sequence[str] | str, zorder: float = 1,
    hollow: bool = False,
) -> None:  # fmt: skip
    """Rectangles, filled or hollow: left, top, right, bottom in data coordinates."""
    from matplotlib.collections import PolyCollection

    corners = [((a, b), (c, b), (c, d), (a, d)) for a, b, c, d in boxes]
    if corners:
        edges, faces = (colours, PAPER) if hollow else ("none", colours)
        drawn = PolyCollection(
            corners, facecolors=faces, edgecolors=edges, linewidths=0.9, zorder=zorder, clip_on=False
        )
        axes.add_collection(drawn, autolim=False)


def dot(axes: Axes, x: float, y: float, colour: str, shape: Any, hollow: bool = False, size: float = 6.0) -> None:
    """One mark; hollow where the value says nothing of the outlet."""
    from matplotlib.lines import Line2D

    mark = Line2D(
        (x,), (y,), marker=shape, markersize=size * _LARGER.get(shape, 1), markeredgewidth=1.4, color=colour,
        linestyle="none", markerfacecolor=PAPER if hollow else colour, zorder=3, clip_on=False,
    )  # fmt: skip
    axes.add_artist(mark)


def colour(outlets: Sequence[str], outlet: str) -> str:
    """The outlet's colour, by its place among all outlets."""
    return PALETTE[outlets.index(outlet) % len(PALETTE)]


def marker(outlets: Sequence[str], outlet: str) -> Any:
    """The outlet's marker, by its place among all outlets."""
    return MARKERS[outlets.index(outlet) % len(MARKERS)]


def tint(colour: str, share: float) -> str:
    """A colour thinned with white: share 0 is white, 1 the colour."""
    parts = [round(255 + (int(colour[at : at + 2], 16) - 255) * share) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(ground: str) -> str:
    """Ink or paper, whichever is easier to read on a colour."""
    red, green, blue = (((int(ground[at : at + 2], 16) / 255 + 0.055) / 1.055) ** 2.4 for at in (1, 3, 5))
    return PAPER if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.2 else INK
