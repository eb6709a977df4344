"""The house style of all charts: one palette, one face, one way to show what is uncertain.

An outlet keeps its colour and its marker in every chart. Figures are made without pyplot: no global
state, and quicker to load.
"""

from __future__ import annotations

import io
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours that people with any kind of colour vision tell apart (after Okabe and Ito 2008), darkened for paper;
# markers tell outlets apart without colour.
PALETTE = (
    "#0072b2", "#d55e00", "#009e73", "#b5508a", "#8a6d00", "#3b3b98", "#56a0d3", "#c0392b", "#5b8c5a", "#7f4fc9",
    "#a0522d", "#2f6f73", "#d1495b", "#66666e", "#1b1b3a",
)  # fmt: skip
MARKERS = "osD^vPX<>ph*8dH"
INK, SOFT, GRID, PAPER = "#1d1d24", "#5c5c66", "#e4e2dc", "#ffffff"
WIDTH = 6.7  # inches: the text width of an A4 page
_LEFT, _RIGHT, _BOTTOM = 2.05, 0.55, 0.72
NAME = 24  # characters of an outlet's name on a line


@dataclass(frozen=True, eq=False)
class Chart:
    """A drawn chart: file name, title that says what is seen, words for those who cannot see it, caption."""

    name: str
    title: str
    alt: str
    caption: str
    figure: Figure

    def svg(self) -> bytes:
        """The chart as SVG, the same bytes each time."""
        from matplotlib import rc_context

        buffer = io.BytesIO()
        with rc_context({"svg.hashsalt": self.name, "svg.fonttype": "path"}):
            self.figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        return buffer.getvalue()


def colour(outlets: Sequence[str], outlet: str) -> str:
    """The outlet's colour, by its place among all outlets."""
    return PALETTE[outlets.index(outlet) % len(PALETTE)]


def marker(outlets: Sequence[str], outlet: str) -> str:
    """The outlet's marker, by its place among all outlets."""
    return MARKERS[outlets.index(outlet) % len(MARKERS)]


def figure(rows: int, columns: int = 1, row: float = 0.27, top: float = 0.5) -> tuple[Figure, list[Axes]]:
    """A figure of the house width for that many rows, with that many axes side by side.

    Margins are given in inches, for names on the left, numbers on the right, the title above (`top`), and the
    unit and how to read the marks below: a layout that is computed takes ten times as long to draw.
    """
    from matplotlib.figure import Figure

    height = top + row * max(rows, 2) + _BOTTOM
    made = Figure(figsize=(WIDTH, height), facecolor=PAPER)
    axes = made.subplots(1, columns, squeeze=False, sharey=True)
    made.subplots_adjust(
        left=_LEFT / WIDTH, right=1 - _RIGHT / WIDTH, top=1 - top / height, bottom=_BOTTOM / height, wspace=0.12
    )
    return made, list(axes[0])


def plain(axes: Axes, unit: str = "", grid: str = "x") -> None:
    """Axes with nothing on them that carries no meaning."""
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, colors=SOFT, labelsize=8)
    axes.set_axisbelow(True)
    axes.xaxis.set_visible(bool(grid))
    if grid:
        axes.locator_params(axis="x", nbins=6)
        axes.grid(axis=grid, color=GRID, linewidth=0.8)  # type: ignore[arg-type]
    axes.set_xlabel(unit, fontsize=8, color=SOFT, loc="left")


def name_outlets(axes: Axes, outlets: Sequence[str], notes: Sequence[str] = ()) -> None:
    """Outlets at the left of their rows, from the top, each with its note. Plain texts: ticks draw slowly."""
    axes.yaxis.set_visible(False)
    axes.set_ylim(len(outlets) - 0.4, -0.6)
    for row, name in enumerate(outlets):
        label = short(name) + (f"   {notes[row]}" if notes else "")
        beside(axes, row, label, -6, ha="right")


def beside(axes: Axes, row: float, text: str, points: float, ha: str = "left") -> None:
    """A text beside the axes, so many points off their left (negative) or right edge."""
    axes.annotate(
        text,
        (0.0 if points < 0 else 1.0, row),
        xycoords=("axes fraction", "data"),
        xytext=(points, 0),
        textcoords="offset points",
        ha=ha,
        va="center",
        fontsize=8.5,
        color=INK,
        parse_math=False,
        annotation_clip=False,
    )


def short(text: str, width: int = NAME) -> str:
    """A text that fits a label: no control characters, cut with an ellipsis."""
    line = " ".join("".join(sign for sign in text if unicodedata.category(sign)[0] != "C" or sign == " ").split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def say(figure: Figure, title: str, subtitle: str = "") -> None:
    """The title, what is seen; at the foot how to read the marks."""
    height = figure.get_size_inches()[1]
    figure.text(
        0.012, 1 - 0.1 / height, short(title, 80), fontsize=10, fontweight="bold", color=INK, va="top", parse_math=False
    )
    lines = textwrap.fill(subtitle, 128)
    figure.text(0.012, 0.06 / height, lines, fontsize=7, color=SOFT, va="bottom", linespacing=1.35, parse_math=False)


def number(value: float) -> str:
    """A number for a label: as many digits as can mean something."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}".replace("-", "\N{MINUS SIGN}")
