"""Charts: complete, deterministic, described in words, and safe with any name."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import polars as pl
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from pypdf import PdfReader

from framing.comparison.compare import compare
from framing.corpus.corpus import Corpus
from framing.errors import ComparisonError
from framing.report.charts import charts, style
from framing.report.look import labels
from framing.report.writers.pdf import vector
from framing.scoring.scores import score
from tests.make import EVENT, bundled_comparison, drawn, synthetic_articles, synthetic_comparison

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: bytes) -> str:
    return " ".join("".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("outlets", [3, 8, 15])
def test_every_chart_is_small_described_and_the_same_each_time(outlets: int) -> None:
    first, again = (list(charts(synthetic_comparison(outlets))) for _ in range(2))
    assert len({chart.name for chart in first}) == len(first) > 10
    for one, other in zip(first, again, strict=True):
        svg = one.svg()
        assert svg == other.svg(), one.name
        assert len(svg) < 150_000, one.name
        root = ElementTree.fromstring(svg)
        assert (root.find(f"{SVG}title").text or "") == labels.clean(one.title)  # type: ignore[union-attr]
        assert len(one.alt) > len(one.title) or one.alt == one.title, one.name
        assert not [node for node in root.iter() if node.tag in (f"{SVG}image", f"{SVG}script")], one.name
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")], one.name


def test_the_alternative_text_holds_the_numbers_that_are_drawn() -> None:
    comparison = bundled_comparison()
    named = {chart.name: chart for chart in drawn(comparison)}
    for metric in ("hedging", "sentiment", "flesch_kincaid_grade"):
        chart = named[f"intervals-{metric}"]
        for row in comparison.outlets.filter(metric=metric).iter_rows(named=True):
            assert f"{row['outlet']} {labels.number(row['value'])}" in chart.alt
            assert labels.number(row["value"]) in words(chart.svg())
            assert row["outlet"] in words(chart.svg())


def test_hostile_names_stay_text() -> None:
    for chart in drawn(synthetic_comparison(15, hostile=True)):
        svg = chart.svg()
        root = ElementTree.fromstring(svg)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            "svg", "title", "desc", "g", "path", "circle", "text",
        }, chart.name  # fmt: skip
        assert "\u202e" not in svg.decode()


@pytest.mark.parametrize(
    "articles",
    [
        pl.DataFrame({"outlet": ["A", "A"], "body": ["It rains here.", "It rains there."]}),
        pl.DataFrame({"outlet": ["A", "B"], "body": ["Rain.", "Rain."]}),
        pl.DataFrame({"outlet": ["A", "B"], "body": ["", ""], "headline": ["One", "Two"]}),
    ],
    ids=["one outlet", "one word", "headlines only"],
)
def test_hardly_anything_to_draw(articles: pl.DataFrame) -> None:
    comparison = compare(score(Corpus.from_frame(articles, EVENT)))
    for chart in charts(comparison):
        assert chart.svg()


def test_an_outlet_keeps_its_colour_and_marker() -> None:
    names = [f"Outlet {n}" for n in range(15)]
    looks = [(style.colour(names, name), style.marker(names, name)) for name in names]
    assert len(set(looks)) == 15


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_can_be_seen_and_numbers_read() -> None:
    assert all(contrast(colour, style.PAPER) >= 3 for colour in style.PALETTE)
    assert contrast(style.SOFT, style.PAPER) >= 4.5
    for colour in (style.ABOVE, style.BELOW):
        for share in (0, 0.25, 0.5, 0.75, 1):
            ground = style.tint(colour, share)
            assert contrast(ground, style.readable(ground)) >= 4.5


def test_a_chart_in_a_notebook() -> None:
    figure = synthetic_comparison(3).plot("hedging")
    assert figure.axes
    assert re.search("Hedging", " ".join(item.get_text() for item in figure.findobj(Text)))


def fonts(pdf: bytes) -> set[str]:
    """The kinds of fonts of a PDF; TrueType ones only, in pieces of Type 0."""
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in _fonts(page["/Resources"]):
            found |= {part.get_object()["/Subtype"] for part in font.get("/DescendantFonts", [font])}
    return found


def _fonts(resources: Any) -> Iterator[Any]:
    yield from (font.get_object() for font in resources.get("/Font", {}).values())
    for inner in resources.get("/XObject", {}).values():
        yield from _fonts(inner.get_object().get("/Resources", {}))


def test_a_chart_of_any_width_with_letters_that_journals_take() -> None:
    comparison = synthetic_comparison(3)
    narrow = comparison.plot("hedging", width=3.3, title="Short")
    assert narrow.get_size_inches()[0] == pytest.approx(3.3)
    assert "Short" in [item.get_text() for item in narrow.findobj(Text)]
    saved = io.BytesIO()
    narrow.savefig(saved, format="pdf")
    chart = next(charts(comparison, {"intervals"}))
    for made in (saved.getvalue(), vector(chart.svg(), 3.3)):
        assert fonts(made) == {"/CIDFontType2"}
    with pytest.raises(ComparisonError, match="inches"):
        comparison.plot("hedging", width=0.5)


def test_a_chart_on_axes_of_ones_own() -> None:
    page = Figure(figsize=(9, 4))
    left, right = page.subplots(1, 2)
    comparison = synthetic_comparison(3)
    assert comparison.plot("hedging", ax=left, title="Mine") is page
    assert left.get_title(loc="left") == "Mine"
    assert comparison.names[-1] == "The Courier"
    assert "The Courier" in [item.get_text() for item in left.findobj(Text)]
    assert not right.collections


def test_ticks_are_round_and_inside() -> None:
    assert style.ticks(0, 100, 5) == ([0, 20, 40, 60, 80, 100], 0)
    assert style.ticks(-0.32, 0.11, 4) == ([-0.2, 0.0], 1)
    assert style.ticks(0.0, 1.0, 4) == ([0.0, 0.25, 0.5, 0.75, 1.0], 2)
    for low, high in ((-3.7, 12.2), (1e-5, 3e-5), (0, 123_456.0)):
        found, _ = style.ticks(low, high, 5)
        assert 2 <= len(found) <= 6
        assert low <= found[0] < found[-1] <= high


def test_svg_and_figure_show_the_same_words() -> None:
    for chart in charts(synthetic_comparison(3), {"intervals", "glance", "overview"}):
        drawn = {item.get_text() for item in chart.figure.findobj(Text)} - {""}
        assert drawn == {"".join(node.itertext()) for node in ElementTree.fromstring(chart.svg()).iter(f"{SVG}text")}


def test_sample_articles_are_what_they_say() -> None:
    assert synthetic_articles(15)["outlet"].n_unique() == 15
