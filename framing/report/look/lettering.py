"""Words on a chart. In SVG text stays text, so nothing about the shapes of its letters must be found out first:
matplotlib does so all the same, and that takes most of the time of drawing. Elsewhere matplotlib draws them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from framing.report.look.fonts import faces

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

# How far below its place the foot of the letters stands, in sizes of the font: matplotlib's own layout of one line.
_DROP = {"baseline": 0.0, "center_baseline": 0.38, "top": 0.76, "bottom": -0.24}
_ANCHOR = {"center": "middle", "right": "end"}


def letter(
    owner: Axes | Figure, x: float, y: float, words: str, size: float, colour: str, ha: str = "left",
    va: str = "baseline", weight: str = "normal", slant: str = "normal", rotation: float = 0, transform: Any = None,
) -> None:  # fmt: skip
    """One line of plain words at a place of the axes or the figure; a line that is turned stands on its baseline."""
    label = _label()(
        x, y, words, fontsize=size, color=colour, ha=ha, va=va, fontweight=weight, fontstyle=slant, rotation=rotation,
        rotation_mode="anchor", parse_math=False, fontfamily=faces(words), clip_on=False,
    )  # fmt: skip
    if transform is not None:
        label.set_transform(transform)
    owner.add_artist(label)


@cache
def _label() -> type[Text]:
    from matplotlib.text import Text

    class Label(Text):
        def draw(self, renderer: Any) -> None:
            writer = getattr(renderer, "writer", None)
            if writer is None:  # no SVG
                super().draw(renderer)
            elif self.get_text():
                writer.element("text", self.get_text(), attrib=self._attributes(renderer.height))

        def _attributes(self, height: float) -> dict[str, str]:
            x, up = self.get_transform().transform(self.get_unitless_position())
            size, turned = float(self.get_fontsize()), self.get_rotation()
            y = height - up + size * _DROP[self.get_verticalalignment()]
            found = {
                "x": f"{x:.2f}",
                "y": f"{y:.2f}",
                "font-size": f"{size:g}px",
                "text-anchor": _ANCHOR.get(self.get_horizontalalignment(), ""),
                "fill": str(self.get_color()),
                "font-weight": "" if self.get_fontweight() == "normal" else str(self.get_fontweight()),
                "font-style": "" if self.get_fontstyle() == "normal" else str(self.get_fontstyle()),
                "transform": f"rotate({-turned:g} {x:.2f} {y:.2f})" if turned else "",
            }
            return {name: value for name, value in found.items() if value}

    return Label
