"""The PDF: set, tagged, the same each time; what articles say is never evaluated."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache

import pytest
from pypdf import PdfReader

from framing.comparison.compare import Comparison
from framing.errors import ReportError
from framing.report.blocks import Document, Figure, Paragraph, Section
from framing.report.look import fonts
from framing.report.writers.pdf import image, pdf
from tests.hostile import hostile
from tests.make import bundled_comparison, drawn, synthetic_comparison, whole_report


def bundled_event() -> Comparison:
    return bundled_comparison()


def many_names() -> Comparison:
    return synthetic_comparison(15, hostile=True)


EVENTS: dict[str, Callable[[], Comparison]] = {"bundled": bundled_event, "hostile": hostile, "names": many_names}


@cache
def parts(kind: str) -> tuple[Document, Mapping[str, bytes]]:
    comparison = EVENTS[kind]()
    return whole_report(comparison), {chart.name: chart.svg() for chart in drawn(comparison)}


@cache
def bundled() -> bytes:
    return pdf(*parts("bundled"))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())


def small(text: str) -> Document:
    return Document("Title", "Subtitle", "", (("Articles", "1"),), (Section("one", "One", (Paragraph((text,)),)),))


def test_the_bundled_report() -> None:
    reader = PdfReader(io.BytesIO(bundled()))
    whole = parts("bundled")[0]
    assert reader.metadata is not None
    assert reader.metadata.title == whole.title
    assert {item.title for item in reader.outline if not isinstance(item, list)} >= {s.title for s in whole.sections}
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    first = " ".join(reader.pages[0].extract_text().split())
    assert "In brief" in first
    assert any("What cannot be said" in page.extract_text() for page in reader.pages[:3])
    assert "Illustrative corpus written for this project" in first
    assert not any(page.images for page in reader.pages)  # the figures are vectors


def test_no_column_is_so_narrow_that_its_words_stand_letter_by_letter() -> None:
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(bundled())).pages]
    assert len(pages) < 60
    timeline = next(text for text in pages if "Later versions of earlier texts" in text)
    assert "21 kept" in timeline  # the table's last row, on the same page
    explored = next(text for text in pages if "Policy frames: public opinion" in text)
    assert "Policy frames" in explored
    assert any("2020-02-10 opinion" in text for text in pages)


@pytest.mark.parametrize("findings", [1, 60, 400])
def test_pages_are_counted(findings: int) -> None:
    """Behind a first page that is half empty, nearly full, or runs over: typst must find one layout and keep to it."""
    chart = drawn(bundled_comparison())[0]
    found = Section("brief", "In brief", (Paragraph(("Ada Holm opened the pier. " * findings,)),))
    text = Paragraph(("The pilots of Velm met. " * 900,))
    more = Section("more", "More", (text, Figure(chart.name, "Dots", "A chart", "Each dot is an article."), text))
    made = pdf(
        Document("Title", "Subtitle", "", (("Articles", "1"),), (found, more), contents=False),
        {chart.name: chart.svg()},
    )
    pages = ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]
    count = len(pages)
    assert count > 2
    assert all(f"Madewithframing{at}/{count}" in page for at, page in enumerate(pages, 1))
    assert [page.startswith("Title") for page in pages[1:]] == [True] * (count - 1)  # the running title
    assert "Figure1." in "".join(pages)


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf(*parts("bundled")) == bundled()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = pdf(small("x"), {})
    assert dated == pdf(small("x"), {})
    assert PdfReader(io.BytesIO(dated)).metadata.creation_date_raw.startswith("D:20231114")  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["hostile", "names"])
def test_hostile_text_is_set_as_it_is(kind: str) -> None:
    data = pdf(*parts(kind))
    reader = PdfReader(io.BytesIO(data))
    links = [
        action["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in (action := annotation.get_object().get("/A", {}))
    ]
    assert not links
    assert b"/JavaScript" not in data
    if kind == "hostile":
        assert "#eval" in text_of(data)
        assert "<script>alert(1)</script>" in text_of(data).replace(" ", "")


@pytest.mark.parametrize(
    "text", ["#panic()", "*a* _b_ `c`", "$x^2$", "\\u{41}", "// gone", "@one <one>", "= Head", "1. x"]
)
def test_no_text_is_markup(text: str) -> None:
    assert text in text_of(pdf(small(f"before {text} after"), {}))


def test_scripts_of_the_world_are_shown_or_named() -> None:
    assert "Вестник Ελληνικά" in text_of(pdf(small("Вестник Ελληνικά"), {}))
    missing = "\U00013080"  # a hieroglyph: no font of a usual machine has it
    named = text_of(pdf(small(f"sign {missing}"), {}))
    assert "No font on the machine" in named or missing in named


def test_paper() -> None:
    sizes = [PdfReader(io.BytesIO(pdf(small("x"), {}, paper=paper))).pages[0].mediabox for paper in ("a4", "letter")]
    assert [(round(box.width), round(box.height)) for box in sizes] == [(595, 842), (612, 792)]
    with pytest.raises(ReportError, match="unknown paper 'a5'"):
        pdf(small("x"), {}, paper="a5")


def test_a_chart_as_a_picture() -> None:
    svg = parts("bundled")[1]["overview"]
    data = image(svg, 2, ppi=100)
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 200


def test_signs_that_are_taken_to_be_there_have_a_letter() -> None:
    """`lacking` opens no font for these: each of them must be in the face that is meant."""
    known = fonts._covered(fonts._first_face())
    sure = [chr(code) for code in range(0x3000) if fonts._SURE.fullmatch(chr(code))]
    assert len(sure) > 1_000
    assert [sign for sign in sure if sign.isprintable() and ord(sign) not in known] == []
    assert fonts.lacking("Ørsted said “no” – \u4e2d") == {"\u4e2d"}
