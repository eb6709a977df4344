"""A drawing as a matplotlib figure, for notebooks and papers. The only owner of matplotlib.

Figures are made without pyplot: no global state. Saved as PDF, letters stay TrueType (Type 42), as journals ask.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

from framing.report.look.drawing import POINTS, Boxes, Drawing, Lines, Panel, Words
from framing.report.look.fonts import faces

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def figure(drawing: Drawing) -> Figure:
    """The drawing as a figure of its size."""
    page = _figure_class()(figsize=(drawing.width, drawing.height), facecolor="white")
    for word in drawing.words:
        _letter(page, word, word.x / drawing.width, 1 - word.y / drawing.height)
    for panel in drawing.panels:
        place = (
            panel.left / drawing.width,
            1 - (panel.top + panel.height) / drawing.height,
            panel.width / drawing.width,
            panel.height / drawing.height,
        )
        draw(page.add_axes(place), panel)
    return page


def draw(axes: Axes, panel: Panel) -> None:
    """A panel's marks on axes of any size."""
    from matplotlib.collections import LineCollection, PolyCollection
    from matplotlib.lines import Line2D
    from matplotlib.transforms import ScaledTranslation

    axes.set_axis_off()
    axes.set_xlim(*panel.across)
    axes.set_ylim(*panel.upward)
    for mark in panel.marks:
        drawn: Any
        if isinstance(mark, Words):
            transform: Any = axes.transData
            x = mark.x
            if mark.side is not None:
                shift = ScaledTranslation(mark.aside / POINTS, 0, axes.get_figure(root=True).dpi_scale_trans)  # type: ignore[union-attr]
                x, transform = mark.side, axes.get_yaxis_transform() + shift
            _letter(axes, mark, x, mark.y, transform)
        elif isinstance(mark, Lines):
            pattern: Any = (0, (1.6, 1.4)) if mark.dashed else "-"
            drawn = LineCollection(
                mark.lines, colors=mark.colours, linewidths=mark.width, linestyles=pattern, zorder=mark.zorder,
                clip_on=False,
            )  # fmt: skip
            axes.add_collection(drawn, autolim=False)
        elif isinstance(mark, Boxes):
            corners = [((a, b), (c, b), (c, d), (a, d)) for a, b, c, d in mark.boxes]
            edges, filled = (mark.colours, mark.paper) if mark.paper else ("none", mark.colours)
            drawn = PolyCollection(
                corners, facecolors=filled, edgecolors=edges, linewidths=0.9, zorder=mark.zorder, clip_on=False
            )
            axes.add_collection(drawn, autolim=False)
        else:
            drawn = Line2D(
                (mark.x,), (mark.y,), marker=mark.shape, markersize=mark.size, markeredgewidth=1.4, color=mark.colour,
                linestyle="none", markerfacecolor=mark.paper or mark.colour, zorder=mark.zorder, clip_on=False,
            )  # fmt: skip
            axes.add_artist(drawn)


def _letter(owner: Axes | Figure, word: Words, x: float, y: float, transform: Any = None) -> None:
    from matplotlib.text import Text

    label = Text(
        x, y, word.words, fontsize=word.size, color=word.colour, ha=word.ha, va=word.va, fontweight=word.weight,
        fontstyle=word.slant, rotation=word.rotation, rotation_mode="anchor", parse_math=False,
        fontfamily=faces(word.words), clip_on=False,
    )  # fmt: skip
    if transform is not None:
        label.set_transform(transform)
    owner.add_artist(label)


@cache
def _figure_class() -> type[Figure]:
    """A figure that notebooks show without pyplot, and whose PDF has TrueType letters."""
    import matplotlib
    from matplotlib.figure import Figure

    class Drawn(Figure):
        def savefig(self, *args: Any, **options: Any) -> None:
            with matplotlib.rc_context({"pdf.fonttype": 42, "ps.fonttype": 42}):
                super().savefig(*args, **options)

        def _repr_png_(self) -> bytes:
            buffer = io.BytesIO()
            self.savefig(buffer, format="png", dpi=144)
            return buffer.getvalue()

    return Drawn
