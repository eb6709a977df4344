"""A chart as plain marks: words, lines, boxes and dots in panels, in inches on the page.

Written as SVG by `svg` without any drawing library; `figure.py` makes a matplotlib figure of the same marks, for
notebooks. A panel has its own scales, which may be set after the marks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from framing.report.look.fonts import FACES
from framing.report.look.labels import clean

Point: TypeAlias = tuple[float, float]
POINTS = 72.0  # to the inch
# How far below its place the foot of the letters stands, in sizes of the font.
_DROP = {"baseline": 0.0, "center_baseline": 0.38, "top": 0.76, "bottom": -0.24}
_ANCHOR = {"center": "middle", "right": "end"}
_DASHES = (1.6, 1.4)  # in widths of the line


@dataclass(frozen=True)
class Words:
    """One line of plain words. side: 0 or 1, the panel's left or right edge in place of x; aside: points from it."""

    x: float
    y: float
    words: str
    size: float
    colour: str
    ha: str = "left"
    va: str = "baseline"
    weight: str = "normal"
    slant: str = "normal"
    rotation: float = 0
    side: float | None = None
    aside: float = 0
    zorder: float = 3


@dataclass(frozen=True)
class Lines:
    """Lines from point to point, each in its colour."""

    lines: tuple[tuple[Point, ...], ...]
    colours: tuple[str, ...]
    width: float
    dashed: bool
    zorder: float


@dataclass(frozen=True)
class Boxes:
    """Rectangles: left, top, right, bottom; filled, or with an edge and filled with paper."""

    boxes: tuple[tuple[float, float, float, float], ...]
    colours: tuple[str, ...]
    paper: str | None
    zorder: float


@dataclass(frozen=True)
class Dot:
    """A mark of so many points; hollow ones are filled with paper."""

    x: float
    y: float
    colour: str
    shape: Any
    size: float
    paper: str | None
    zorder: float = 3


Mark: TypeAlias = Words | Lines | Boxes | Dot


@dataclass(eq=False)
class Panel:
    """A part of the page with scales of its own; y grows downward where the first limit is the larger one."""

    left: float
    top: float
    width: float
    height: float
    across: Point = (0.0, 1.0)
    upward: Point = (0.0, 1.0)
    marks: list[Mark] = field(default_factory=list)

    def set_xlim(self, low: float, high: float) -> None:
        self.across = low, high

    def set_ylim(self, bottom: float, top: float) -> None:
        self.upward = bottom, top

    def get_ylim(self) -> Point:
        return self.upward

    def place(self, x: float, y: float) -> Point:
        """Points from the left and from the top of the page."""
        (left, right), (bottom, top) = self.across, self.upward
        return (
            POINTS * (self.left + self.width * (x - left) / (right - left)),
            POINTS * (self.top + self.height * (1 - (y - bottom) / (top - bottom))),
        )


@dataclass(eq=False)
class Drawing:
    """A page of panels, and words that stand on the page itself (in inches from its left and top)."""

    width: float
    height: float
    words: list[Words] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)

    def svg(self, title: str, alt: str) -> bytes:
        """SVG without style attributes, which a strict Content-Security-Policy refuses; text stays text."""
        width, height = (f"{POINTS * side:g}" for side in (self.width, self.height))
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" role="img" font-family={quoteattr(FACES)} stroke-linejoin="round" '
            f'stroke-linecap="butt"><title>{escape(clean(title))}</title><desc>{escape(clean(alt))}</desc>'
            f'<path d="M0 0H{width}V{height}H0z" fill="#ffffff"/>'
        )
        body = [_words(word, POINTS * word.x, POINTS * word.y) for word in self.words]
        for panel in self.panels:
            for mark in sorted(panel.marks, key=lambda mark: mark.zorder):
                body.extend(_written(mark, panel))
        return f'<?xml version="1.0" encoding="utf-8"?>\n{head}{"".join(body)}</svg>\n'.encode()


def _written(mark: Mark, panel: Panel) -> Iterator[str]:
    if isinstance(mark, Words):
        x, y = panel.place(mark.x, mark.y)
        if mark.side is not None:
            x = POINTS * (panel.left + mark.side * panel.width) + mark.aside
        yield _words(mark, x, y)
    elif isinstance(mark, Lines):
        for colour, lines in _by_colour(mark.lines, mark.colours):
            path = "".join("M" + "L".join(_at(panel.place(*point)) for point in line) for line in lines)
            dash = (
                f' stroke-dasharray="{" ".join(f"{mark.width * part:g}" for part in _DASHES)}"' if mark.dashed else ""
            )
            yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{mark.width:g}"{dash}/>'
    elif isinstance(mark, Boxes):
        for colour, boxes in _by_colour(mark.boxes, mark.colours):
            path = ""
            for left, top, right, bottom in boxes:
                (a, b), (c, d) = panel.place(left, top), panel.place(right, bottom)
                path += f"M{a:.2f} {b:.2f}H{c:.2f}V{d:.2f}H{a:.2f}z"
            edge = f'fill="{mark.paper}" stroke="{colour}" stroke-width="0.9"' if mark.paper else f'fill="{colour}"'
            yield f'<path d="{path}" {edge}/>'
    else:
        x, y = panel.place(mark.x, mark.y)
        closed = "" if mark.shape == "|" else "z"
        path = "M" + "L".join(_at((x + dx, y + dy)) for dx, dy in outline(mark.shape, mark.size)) + closed
        if mark.shape == "o":
            yield (
                f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{mark.size / 2:g}" fill="{mark.paper or mark.colour}" '
                f'stroke="{mark.colour}" stroke-width="1.4"/>'
            )
        else:
            fill = "none" if mark.shape == "|" else mark.paper or mark.colour
            yield f'<path d="{path}" fill="{fill}" stroke="{mark.colour}" stroke-width="1.4"/>'


def _words(word: Words, x: float, y: float) -> str:
    if not word.words:
        return ""
    y += word.size * _DROP[word.va]
    said = f'<text x="{x:.2f}" y="{y:.2f}" font-size="{word.size:g}" fill="{word.colour}"'
    for name, value in (
        ("text-anchor", _ANCHOR.get(word.ha, "")),
        ("font-weight", word.weight.replace("normal", "")),
        ("font-style", word.slant.replace("normal", "")),
        ("transform", f"rotate({-word.rotation:g} {x:.2f} {y:.2f})" if word.rotation else ""),
    ):
        said += f' {name}="{value}"' if value else ""
    space = ' xml:space="preserve"' if word.words != word.words.strip() else ""
    return f"{said}{space}>{escape(word.words)}</text>"


def _by_colour(things: Sequence[Any], colours: Sequence[str]) -> Iterable[tuple[str, list[Any]]]:
    """Things of one colour in one path; the order of the colours is that of their first things."""
    found: dict[str, list[Any]] = {}
    for thing, colour in zip(things, colours, strict=True):
        found.setdefault(colour, []).append(thing)
    return found.items()


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def outline(shape: Any, size: float) -> list[Point]:
    """The corners of a mark around its middle, y downward; size: as wide as a circle of it."""
    half = size / 2
    if isinstance(shape, tuple):  # sides, style (1: a star), turn in degrees
        count, star, turn = shape
        if star == 1:
            radii = (half, half / 2)
            return [_ray(at * 180 / count + turn, radii[at % 2]) for at in range(2 * count)]
        return [_ray(at * 360 / count + turn, half) for at in range(count)]
    if shape in _CORNERS:
        return [(half * x, half * y) for x, y in _CORNERS[shape]]
    count, turn, inner = _REGULAR[shape]
    if inner:
        return [_ray(at * 180 / count, half * (inner if at % 2 else 1)) for at in range(2 * count)]
    return [_ray(at * 360 / count + turn, half) for at in range(count)]


def _ray(degrees: float, radius: float) -> Point:
    """From straight up, to the right."""
    turn = math.radians(degrees)
    return radius * math.sin(turn), -radius * math.cos(turn)


_ROOT, _ARM = math.sqrt(2), 1 / 3
_PLUS = [
    (-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM), (_ARM, 1), (-_ARM, 1), (-_ARM, _ARM),
    (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM),
]  # fmt: skip
_CORNERS: dict[str, list[Point]] = {
    "s": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "D": [(0, -_ROOT), (_ROOT, 0), (0, _ROOT), (-_ROOT, 0)],
    "d": [(0, -_ROOT), (0.6 * _ROOT, 0), (0, _ROOT), (-0.6 * _ROOT, 0)],
    "^": [(0, -1), (1, 1), (-1, 1)],
    "v": [(0, 1), (1, -1), (-1, -1)],
    "<": [(-1, 0), (1, -1), (1, 1)],
    ">": [(1, 0), (-1, -1), (-1, 1)],
    "|": [(0, -1), (0, 1)],
    "P": [(float(x), float(y)) for x, y in _PLUS],
    "X": [((x + y) * 0.75, (y - x) * 0.75) for x, y in _PLUS],
}
_REGULAR: dict[str, tuple[int, float, float]] = {  # corners, turn in degrees, inner radius of a star
    "o": (12, 0, 0),
    "p": (5, 0, 0),
    "h": (6, 0, 0),
    "H": (6, 30, 0),
    "8": (8, 22.5, 0),
    "*": (5, 0, 0.381966),
}
