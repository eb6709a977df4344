"""The views on what differs: tables of headlines, remarks and speakers; and what they say where there is nothing."""

from __future__ import annotations

from framing.report.blocks import Bullets, Paragraph, Section, Table
from framing.report.views import differences, headlines, order, other_words, quotations, whose_voice
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


def test_the_order_of_what_texts_share() -> None:
    berg = "Una Berg said that the plan would wreck the harbour."
    texts = [
        ("A", "h", berg + " " + filler(11, 20)),
        ("B", "h", filler(12, 20) + " " + berg),
        ("C", "h", filler(13, 20) + " " + berg),
    ]
    (section,) = order.sections(Writer(comparison(texts), {}))
    row = next(row for row in cells(section) if row[1] == "has the word")
    assert row[0] == "Una Berg"
    assert row[2].startswith("A 0; ")
    assert list(order.sections(Writer(comparison(texts[:2]), {}))) == []


def test_the_same_in_other_words() -> None:
    gathered = "Some 300 {} had gathered outside the mill. Otto Weil, {}, left."
    texts = [
        ("A", "h", gathered.format("rioters", "a lawyer") + " " + filler(11)),
        ("B", "h", gathered.format("protesters", "a landlord") + " " + filler(12)),
    ]
    (section,) = other_words.sections(Writer(comparison(texts), {}))
    called, place = (block for block in section.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in called.rows] == [
        ["Otto Weil", "“a lawyer”", "–", "A"],
        ["Otto Weil", "“a landlord”", "–", "B"],
    ]
    assert [row[0].text for row in place.rows] == ["“Some 300 … had gathered outside the mill”"] * 2
    assert [row[1].text for row in place.rows] == ["“rioters”", "“protesters”"]
    assert list(other_words.sections(Writer(comparison([*texts[:1], ("B", "k", filler(2))]), {}))) == []


def test_nothing_to_show() -> None:
    writer = Writer(comparison([("A", "h", filler(1))]), {})
    (section,) = quotations.sections(writer)
    assert isinstance(section.blocks[0], Paragraph)
    assert list(whose_voice.sections(writer)) == []
    assert list(differences.sections(writer)) == []
