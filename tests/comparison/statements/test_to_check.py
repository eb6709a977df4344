"""What is stated, and what is to be checked before it is cited: each rule has words that bring it to either side."""

from __future__ import annotations

import importlib

import polars as pl
import pytest

from framing.cli.terminal import summary
from framing.comparison.compare import compare
from framing.comparison.statements import files_of_statements, statements
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.report.blocks import Finding, Section
from framing.report.charts import charts
from framing.report.front import TO_CHECK
from framing.report.short import CHARTS, short
from framing.report.write import summary as as_values
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY, Text, comparison, filler, lettered, said
from tests.make import bundled_comparison


def checked(texts: list[Text], subject: str, part: str) -> list[bool]:
    """Of each sentence on a subject with some words, whether it is to be checked."""
    return [one.check for one in said(comparison(texts), subject) if part in one.sentence]


def test_every_sentence_is_in_one_of_the_two_lists() -> None:
    of = bundled_comparison()
    assert not [one for one in of.statements if one.check]
    assert of.to_check
    assert not [one for one in of.to_check if not one.check]
    assert sorted([*of.statements, *of.to_check], key=str) == sorted(statements(of), key=str)


def test_a_file_may_have_all_its_sentences_checked() -> None:
    of = bundled_comparison()
    files = [
        name
        for name in files_of_statements()
        if getattr(importlib.import_module(f"{statements.__module__}.{name}"), "CHECK", False)
    ]
    made = statements(of, files)
    assert made
    assert all(one.check for one in made)


def test_the_report_tells_them_apart() -> None:
    of = bundled_comparison()
    (apart,) = [one for one in short(of, list(charts(of, CHARTS))).sections if one.id == "to-check"]
    sentences = [block.content[0] for block in apart.blocks if isinstance(block, Finding)]
    assert sentences
    assert set(sentences) <= {one.sentence for one in of.to_check}
    assert TO_CHECK in str(apart.blocks[0])
    others = [one for one in short(of, list(charts(of, CHARTS))).sections if one.id != "to-check"]
    assert not [one for section in others for one in found(section) if one in set(sentences)]
    assert [one["sentence"] for one in as_values(of)["to_check"]] == [one.sentence for one in of.to_check]
    assert f"{len(of.to_check)} more sentences may be so and are to be checked" in " ".join(summary(of).split())


def found(section: Section) -> list[object]:
    return [block.content[0] for block in section.blocks if isinstance(block, Finding)]


@pytest.mark.parametrize(("more", "check"), [("", False), (" He wore a cap.", True)])
def test_other_names_are_sure_where_no_text_has_the_word_of_another(more: str, check: bool) -> None:
    lines = ["The oil price cap is low.", "The oil price limit is low." + more]
    assert checked(lettered(lines, 300), "name", "Different words") == [check]


@pytest.mark.parametrize(
    ("line", "check"),
    [
        ("One told me so, and I agree.", False),
        ("The suspect said – I did it for my town. Then my brother and I left.", True),
    ],
)
def test_a_reporter_is_sure_by_a_reporters_work(line: str, check: bool) -> None:
    mine = f"The bridge toll rises. {line}\n\n{filler(71)}\n\nThen I went back.\n\n"
    plain = [(name, "Bridge toll rises", f"The bridge toll rises. {filler(at)}") for name, at in (("A", 72), ("B", 73))]
    assert checked([*plain, ("C", "Bridge toll", mine)], "about", "first person") == [check]


@pytest.mark.parametrize(("who", "check"), [("Ada Holm", False), ("the Velm Harbour Ministry", True)])
def test_a_body_that_alone_is_quoted_is_to_be_checked(who: str, check: bool) -> None:
    texts = [
        ("A", "Gate is shut", f"“We keep the gate until the water falls again,” {who} said.\n\n" + filler(241, 20)),
        ("B", "Gate again", "“It was not our gate to shut,” said Ben Roe.\n\n" + filler(242, 20)),
        ("C", "Gate", "Nobody spoke. " + filler(243, 20)),
    ]
    assert check in checked(texts, "voice", "is the only one who is quoted")


def test_counts_of_people_are_to_be_checked_but_deaths() -> None:
    texts = [
        ("A", "h", f"The fire killed 41 people. {filler(31)}"),
        ("B", "k", f"The fire killed 30 people. {filler(32)}"),
    ]
    assert checked(texts, "number", "number of deaths differs") == [False]
    hurt = [(name, head, body.replace("killed", "injured")) for name, head, body in texts]
    assert checked(hurt, "number", "people injured differs") == [True]


def test_a_lone_credit_is_to_be_checked() -> None:
    rows = [("D", filler(31, 30), "AFP"), ("E", filler(32, 30), None), ("F", filler(33, 30), None)]
    frame = pl.DataFrame(rows, schema=["outlet", "body", "byline"], orient="row").with_columns(agency="byline")
    found = said(compare(score(Corpus.from_frame(frame, Event("e", "E")), only=ONLY)), "family")
    assert [one.check for one in found if one.sentence.startswith("D runs AFP text, by its credit")] == [True]
