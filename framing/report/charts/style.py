"""The house style of all charts: one palette, one face, one way to show what is uncertain.

An outlet keeps its colour and its marker in every chart. Lengths are inches on the page, and text stays text:
a chart is as wide as the text of an A4 page, so that its letters print in the size given here.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.report.look.drawing import Boxes, Dot, Drawing, Lines, Panel, Words
from framing.report.look.labels import NAME, clean, wrap

if TYPE_CHECKING:
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
    drawing: Drawing

    @property
    def figure(self) -> Figure:
        """The chart as a matplotlib figure."""
        from framing.report.look.figure import figure

        return figure(self.drawing)

    def svg(self) -> bytes:
        """The chart as SVG, the same bytes each time."""
        return self.drawing.svg(self.title, self.alt)


def canvas(height: float, title: str, subtitle: str = "", width: float = WIDTH) -> tuple[Drawing, float]:
    """A page with its title (what is seen) and subtitle (what is drawn, in which unit).

    height: of what is below them. Returns the page, and the height that title and subtitle take.
    """
    most = 2 if width >= WIDTH else 4
    lines, under = (
        _balanced(words, round(each * width / WIDTH), most) for words, each in ((title, 76), (subtitle, 108))
    )
    head = 0.04 + 0.19 * len(lines) + 0.155 * len(under) + 0.1
    page = Drawing(width, head + height)
    below = 0.04
    for step, lines_, size, weight, colour in ((0.19, lines, 10.2, "bold", INK), (0.155, under, 8, "normal", SOFT)):
        for line in lines_:
            below += step
            page.words.append(Words(0, below - 0.04, line, size, colour, weight=weight))
    return page, head


def _balanced(words: str, width: int, most: int = 2) -> list[str]:
    """At most so many lines, about as long as each other."""
    line = clean(words)
    if len(line) > width:
        for narrower in range(len(line) // most, width):
            lines = textwrap.wrap(line, max(narrower, 1))
            if len(lines) <= most:
                return lines
    return textwrap.wrap(line, width, max_lines=most, placeholder=" …")


def panel(page: Drawing, left: float, top: float, width: float, height: float) -> Panel:
    """A part without frame and ticks, so many inches from the left and from the top of the page."""
    page.panels.append(Panel(left, top, width, height))
    return page.panels[-1]


def rows(axes: Panel, count: int) -> None:
    """Rows 0 to count - 1 from the top."""
    axes.set_ylim(count - 0.5, -0.5)


def text(
    axes: Panel, x: float, y: float, words: str, size: float = 8.3, colour: str = INK, ha: str = "left",
    points: float = 0, weight: str = "normal", side: float | None = None, va: str = "center_baseline",
    rotation: float = 0, style: str = "normal",
) -> None:  # fmt: skip
    """Plain words at a place of the axes. side: 0 or 1, the left or right edge instead of x; points: aside from it."""
    axes.marks.append(Words(x, y, words, size, colour, ha, va, weight, style, rotation, side, points))


def name_rows(axes: Panel, names: Sequence[str], width: float = NAME, soft: Iterable[int] = ()) -> None:
    """Outlets at the left of their rows: two lines for long names, then an ellipsis. soft: rows without a value."""
    grey = set(soft)
    for row, name in enumerate(names):
        lines = wrap(name, width)
        colour = SOFT if row in grey else INK
        size, step = (8.3, 0.0) if len(lines) == 1 else (7.3, 0.21)
        for line, shift in zip(lines, (-step, step), strict=False):
            text(axes, 0, row + shift, line, size, colour, "right", points=-8, side=0)


def slanted_heads(axes: Panel, names: Sequence[str], y: float, size: float = 7.5) -> None:
    """Names of columns 0, 1, ... that rise to the right from a height of the axes."""
    for x, name in enumerate(names):
        text(axes, x, y, name, size, va="baseline", rotation=SLANT)


def scale(axes: Panel, low: float, high: float, count: int = 5, bottom: float | None = None, suffix: str = "") -> None:
    """Grid lines with their numbers below, for values from low to high."""
    if high - low <= 1e-9 * max(1.0, abs(low)):  # one value only
        low, high = low - 0.5, high + 0.5
    axes.set_xlim(low, high)
    places, digits = ticks(low, high, count)
    first, last = axes.get_ylim()
    for colour, of in ((GRID, [one for one in places if one or low >= 0]), (FAINT, [0.0] if low < 0 <= high else [])):
        segments(axes, [((tick, first), (tick, last)) for tick in of], colour, 0.7, zorder=0)
    for tick in places:
        label = f"{tick + 0.0:,.{digits}f}".replace("-", "\N{MINUS SIGN}") + suffix
        text(axes, tick, first if bottom is None else bottom, label, 7.3, SOFT, "center", va="top")


def ticks(low: float, high: float, count: int) -> tuple[list[float], int]:
    """Round numbers from low to high, in about so many steps, and how many decimals they have."""
    rough = (high - low) / count
    power = math.floor(math.log10(rough))
    step, digits = next(
        (mantissa * 10.0**exponent, max(0, -exponent + (mantissa == 2.5)))
        for mantissa, exponent in ((1, power), (2, power), (2.5, power), (5, power), (1, power + 1))
        if mantissa * 10.0**exponent >= rough * (1 - 1e-9)
    )
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(number * step, digits + 1) for number in range(first, last + 1)], digits


def segments(
    axes: Panel, lines: Sequence[Sequence[tuple[float, float]]], colours: Sequence[str] | str,
    width: float = 1.7, dashed: bool = False, zorder: float = 2,
) -> None:  # fmt: skip
    """Lines from point to point, in data coordinates."""
    if lines:
        shades = (colours,) * len(lines) if isinstance(colours, str) else tuple(colours)
        axes.marks.append(Lines(tuple(map(tuple, lines)), shades, width, dashed, zorder))


def blocks(
    axes: Panel, boxes: Sequence[tuple[float, float, float, float]], colours: Sequence[str] | str, zorder: float = 1,
    hollow: bool = False,
) -> None:  # fmt: skip
    """Rectangles, filled or hollow: left, top, right, bottom in data coordinates."""
    if boxes:
        shades = (colours,) * len(boxes) if isinstance(colours, str) else tuple(colours)
        axes.marks.append(Boxes(tuple(boxes), shades, PAPER if hollow else None, zorder))


def dot(axes: Panel, x: float, y: float, colour: str, shape: Any, hollow: bool = False, size: float = 6.0) -> None:
    """One mark; hollow where the value says nothing of the outlet."""
    axes.marks.append(Dot(x, y, colour, shape, size * _LARGER.get(shape, 1), PAPER if hollow else None))


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
