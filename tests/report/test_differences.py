"""The views on what differs: tables of headlines, remarks and speakers; and what they say where there is nothing."""

from __future__ import annotations

from framing.report.blocks import Bullets, Paragraph, Section, Table
from framing.report.views import differences, headlines, quotations, whose_voice
from framing.report.writer import Writer
from tests.comparison.statements.events import TARIFF, comparison, filler


def cells(section: Section) -> list[list[str]]:
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_headlines_side_by_side() -> None:
    (section,) = headlines.sections(Writer(comparison(TARIFF), {}))
    gull = next(row for row in cells(section) if row[0] == "The Gull")
    assert gull[1:5] == [TARIFF[0][1], "Carla Orsini", "threatens", "no"]


def test_remarks_by_wording_are_cut_where_texts_may_not_be_passed_on() -> None:
    of = comparison(TARIFF)
    (section,) = quotations.sections(Writer(of, {}))
    assert {row[0] for row in cells(section)} == {"Carla Orsini"}
    (short,) = quotations.sections(Writer(of, {}, snippet=40))
    assert max(len(row[1].split()) for row in cells(short)) <= 6


def test_speakers_and_statements() -> None:
    writer = Writer(comparison(TARIFF), {})
    (section,) = whose_voice.sections(writer)
    assert ["Velm Voice", "Carla Orsini"] in [row[:2] for row in cells(section)]
    (stated,) = differences.sections(writer)
    (bullets,) = stated.blocks
    assert isinstance(bullets, Bullets)
    assert any("Halden line differs" in str(item) for item in bullets.items)


def test_nothing_to_show() -> None:
    writer = Writer(comparison([("A", "h", filler(1)), ("B", "k", filler(2))]), {})
    (section,) = quotations.sections(writer)
    assert isinstance(section.blocks[0], Paragraph)
    assert list(whose_voice.sections(writer)) == []
    assert list(differences.sections(writer)) == []
