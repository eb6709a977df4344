"""The report that is read: page one, what it chooses, how long it is."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import polars as pl
import pytest
from pypdf import PdfReader

from framing.cli.terminal import summary
from framing.comparison.compare import Comparison, compare
from framing.comparison.statements import KINDS, MARKS, Statement
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.report.blocks import Cell, Finding, Table
from framing.report.charts import charts
from framing.report.front import chosen, compared, in_brief, nothing, on_page_one
from framing.report.headlines import headline_rows, headline_table, unheaded
from framing.report.passages import around
from framing.report.short import CHARTS, short
from framing.report.write import summary as as_values
from framing.report.writer import Writer
from framing.report.writers.docx import docx
from framing.report.writers.markdown import markdown
from framing.report.writers.pdf import pdf
from framing.scoring.scores import score
from tests.comparison.statements.events import comparison as of_texts
from tests.comparison.statements.events import filler
from tests.make import bundled_comparison


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    return bundled_comparison()


def test_twelve_pages_at_most_and_page_one_is_one_page(bundled: Comparison) -> None:
    drawn = list(charts(bundled, CHARTS))
    made = pdf(short(bundled, drawn), {chart.name: chart.svg() for chart in drawn})
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) <= 12
    first = " ".join(pages[0].extract_text().split())
    for words in ("In brief", "Headlines side by side", "Each dot is an article", "What cannot be said."):
        assert words in first


def test_nobody_leads_who_is_not_quoted_for_sure() -> None:
    lines = (
        (
            "A",
            "Ada Holm met Ben Roe at the quay. The men went home. The “price gouging” of the shops would be punished.",
        ),
        ("B", "Ada Holm disagreed with Ben Roe. Holm said that the plan was thin."),
    )
    texts = pl.DataFrame(
        [(o, "The plan", body) for o, body in lines], schema=["outlet", "headline", "body"], orient="row"
    )
    made = compare(score(Corpus.from_frame(texts, Event("e", "E"))))
    assert made.sources.filter(kind="person").height
    assert "quoted words" not in markdown(short(made, []))
    said = texts.with_columns(body=pl.col("body") + " “It is a thin plan and we shall not have it,” said Ben Roe.")
    told = markdown(short(compare(score(Corpus.from_frame(said, Event("e", "E")))), []))
    assert "of all quoted words are those of Ben Roe" in told


def test_every_statement_bears_its_mark_and_kind(bundled: Comparison) -> None:
    document = short(bundled, [])
    found = [block for block in document.sections[0].blocks if isinstance(block, Finding)]
    assert 0 < len(found) <= 8
    marks = {KINDS[kind]: mark for kind, mark in MARKS.items()}
    assert all(marks[block.kind] == block.mark for block in found)
    text = markdown(document)
    assert "**■ Outlets differ**" in text
    assert "**● In these texts**" in text
    told = summary(bundled)
    assert "■ Outlets differ" in told
    assert max(map(len, told.splitlines())) <= 80


def test_page_one_takes_one_of_each_subject_and_never_leads_with_readability() -> None:
    def said(subject: str, salience: float, outlets: tuple[str, ...] = ("A",)) -> Statement:
        return Statement("texts", subject, outlets, f"{subject} {salience}.", (), salience)

    many = [said(subject, 0.9 - at / 100) for at, subject in enumerate("abcdefghij")]
    found = chosen([said("flesch_kincaid_grade", 1.0), said("a", 0.95, ("B",)), *many])
    assert [one.subject for one in found] == list("abcdefgh")
    assert chosen([said("flesch_kincaid_grade", 1.0)]) == []
    few = chosen([said("a", 0.9), said("a", 0.8, ("B",)), said("a", 0.7), said("b", 0.2)])
    assert [one.salience for one in few] == [0.9, 0.8]
    slight = [said(subject, 0.4) for subject in "bcdef"]
    assert [one.salience for one in chosen([said("a", 0.9), said("a", 0.8, ("B",)), *slight])] == [0.9, 0.8, *[0.4] * 4]


OPENINGS = (
    "The warden of Velm wept bitterly about stolen lanterns, rotten timber, drowned kittens and three broken oars",
    "Carpenters played wooden flutes at noon while bakers from the upper town burned mountains of almond paste",
    "Snow fell on the vineyards for the first time in living memory, and children built a tall white horse of it",
    "Surveyors measured every wharf between the lock and the customs house twice, and came to two different lengths",
)


def test_page_one_takes_longer_statements_where_there_is_room() -> None:
    texts = [("ABCD"[at], "h", f"{first}.\n\n{filler(500 + 40 * at, 16)}") for at, first in enumerate(OPENINGS)]
    few = of_texts(texts)
    more = [one for one in on_page_one(few) if one not in chosen(few.statements)]
    assert any(one.sentence.startswith("How the reports begin") and len(one.sentence) > 400 for one in more)
    assert not any(one.check for one in more)
    assert len(on_page_one(few)) <= 12


def test_page_one_does_not_say_twice_whom_somebody_does_not_name() -> None:
    def lacks(outlet: str, what: str, salience: float) -> Statement:
        return Statement("texts", "omission", (outlet,), f"The {outlet} does not {what}.", (), salience)

    names, others = lacks("A", "name Ada Holm", 0.7), lacks("B", "name Ilse Varn", 0.6)
    figures = lacks("C", "give the figure “5,000 dockers”", 0.55)
    assert chosen([names, others, figures]) == [names, figures]


def test_links_of_the_markdown_lead_to_headings(bundled: Comparison) -> None:
    text = markdown(short(bundled, []))
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    names = {
        "".join(sign for sign in head.lower() if sign.isalnum() or sign in "-_ ").replace(" ", "-") for head in heads
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= names
    assert not re.search(r"<(?:a|sub|details|summary)\b", text)


def test_headlines_fold_copies_and_mark_words() -> None:
    body = "The council met on Monday to talk about the road, the bridge and the ferry. It set a date for the vote. "
    frame = pl.DataFrame(
        {
            "outlet": ["A", "B", "C", "D"],
            "headline": ["Regime slams road plan", "Regime slams road plan", "Road plan debated", "Rain in the hills"],
            "body": [body * 4, body * 4, body * 4, "Rain fell on the hills for days, and streams rose. " * 6],
        }
    )
    comparison = compare(score(Corpus.from_frame(frame)))
    rows = headline_rows(comparison)
    assert [row["outlets"] for row in rows] == [["A", "B"], ["C"], ["D"]]
    table = headline_table(rows)
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["A and B", "↳ C", "D"]
    assert ("Regime", "charged") in table.rows[0][1].pieces
    assert "Behind them stand two independent reports: the other two share their text" in compared(comparison)
    assert unheaded(comparison) == ""
    copies = compare(score(Corpus.from_frame(frame.head(3))))
    assert "Behind them stands one independent report: the other two share their text with it." in compared(copies)


def test_texts_without_a_headline_are_named_beside_the_headlines() -> None:
    body = "The council met on Monday to talk about the road, the bridge and the ferry. It set a date for the vote. "
    frame = pl.DataFrame(
        {
            "outlet": ["A", "B", "C"],
            "headline": ["Council talks", None, None],
            "body": [body * (3 + at) for at in range(3)],
        }
    )
    comparison = compare(score(Corpus.from_frame(frame)))
    assert unheaded(comparison) == "B and C have no headline."
    table = headline_table(headline_rows(comparison), lacking=unheaded(comparison))
    assert (len(table.rows), table.note.endswith("B and C have no headline.")) == (1, True)
    [front] = [block for block in in_brief(Writer(comparison, {})).blocks if isinstance(block, Table)]
    assert front.note.endswith("B and C have no headline.")


def test_pieces_of_a_cell_are_its_text() -> None:
    cell = Cell("US slams Huawei", marks=((3, 8, "charged"), (9, 15, "name")))
    assert cell.pieces == (("US ", ""), ("slams", "charged"), (" ", ""), ("Huawei", "name"))


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_word_through_pandoc(tmp_path: Path) -> None:
    made = docx("# A title\n\nText with *emphasis*.\n", {})
    assert made[:2] == b"PK"
    assert made == docx("# A title\n\nText with *emphasis*.\n", {})


def test_kinds_and_marks_stand_in_the_notebook_and_in_json(bundled: Comparison) -> None:
    shown = bundled._repr_html_()
    said = as_values(bundled)["statements"]
    assert {one["mark"]: one["says"] for one in said} == {
        MARKS[one.kind]: KINDS[one.kind] for one in bundled.statements
    }
    first = bundled.statements[0]
    assert f"<li>{MARKS[first.kind]} {KINDS[first.kind]} " in shown


def test_values_without_an_interval_bear_the_mark_of_one_article(bundled: Comparison) -> None:
    writer = Writer(bundled, {})
    row = {"metric": "hedging", "outlet": "Wafer Weekly", "value": 3.0, "low": None, "high": None, "basis": "none"}
    assert writer.cell(row).text == "3.00°"
    assert writer.cell(row | {"value": None}).text == "–"


def test_texts_that_are_hardly_positive_are_called_less_negative(bundled: Comparison) -> None:
    said = [one.sentence for one in bundled.statements if one.kind == "outlets differ" and one.subject == "sentiment"]
    assert said
    assert all("less negative in tone" in sentence and ", against " in sentence for sentence in said)


def test_no_statement_of_a_chapter_is_a_list_of_half_a_page(bundled: Comparison) -> None:
    whole = short(bundled, list(charts(bundled, CHARTS)))
    said = [
        block.content[0] for section in whole.sections[1:] for block in section.blocks if isinstance(block, Finding)
    ]
    assert said
    assert max(map(len, map(str, said))) <= 520


def test_no_test_is_told_where_none_was_possible() -> None:
    rows = {"outlet": ["A", "B"], "body": ["It may rain in the town.", "It pours on the hills. He waits."]}
    comparison = compare(score(Corpus.from_frame(pl.DataFrame(rows))))
    text = markdown(short(comparison, []))
    assert "No test was possible: no outlet has two independent reports" in text
    assert "0 random arrangements" not in text
    assert "That does not make the articles alike" in nothing(comparison), "silence is no finding"


def test_what_stands_beside_a_passage_has_no_half_words() -> None:
    text = "Nobody knew how many lanterns had gone missing from the northern quay " * 6
    start = text.index("lanterns", 200)
    before, after = around(text, start, start + 8)
    words = set(text.split())
    assert before.startswith("…")
    assert after.endswith("…")
    assert set(before[1:].split()) | set(after[:-1].split()) <= words
