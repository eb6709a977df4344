"""Statements by measures: outlets apart, texts apart, a text that is mostly quoted."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.compare import Comparison, compare
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score
from tests.make import bundled_comparison

PLAIN = "The council met on Monday. The road is ten miles long. Work began in May and went on. "
HEDGED = "The council may perhaps meet. It could possibly be long. It might reportedly begin soon. "
QUOTED = "“We shall build the road, and we shall build it this year,” said the mayor, Ann Low. "


def compared(bodies: list[tuple[str, str]]) -> Comparison:
    frame = pl.DataFrame(bodies, schema=["outlet", "body"], orient="row")
    return compare(score(Corpus.from_frame(frame)))


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    return bundled_comparison()


def test_groups_of_outlets_are_named_as_groups(bundled: Comparison) -> None:
    found = {one.subject: one for one in bundled.statements if one.kind == "outlets differ"}
    loaded = found["loaded"]
    assert {"The Potomac Standard", "Caspian View TV"} <= set(loaded.outlets)
    assert "use more loaded terms than " in loaded.sentence
    assert "Globe Flash" in loaded.sentence  # named, or said to be open: never among those on the other side
    assert "The Rhine Observer" in found["hedging"].outlets
    assert found["flesch_kincaid_grade"].salience < min(found[name].salience for name in ("loaded", "hedging"))


def test_every_number_of_a_sentence_is_in_the_frames(bundled: Comparison) -> None:
    row = bundled.differences.row(by_predicate=pl.col("metric") == "loaded", named=True)
    values = dict(bundled.outlets.filter(metric="loaded").select("outlet", "value").iter_rows())
    (statement,) = (one for one in bundled.statements if one.subject == "loaded")
    for value in (*(pick(values[name] for name in row["group"]) for pick in (min, max)), row["effect"]):
        assert f"{value:.0f}" in statement.sentence


def test_evidence_is_of_those_named(bundled: Comparison) -> None:
    outlets = dict(bundled.scores.corpus.articles.select("article", "outlet").iter_rows())
    for one in bundled.statements:
        if one.subject in ("loaded", "hedging"):
            assert {outlets[place.article] for place in one.evidence} == set(one.outlets)


def test_single_texts_differ_and_nothing_is_said_of_their_outlets() -> None:
    comparison = compared(
        [("A", HEDGED * 12), ("B", PLAIN * 12), ("C", PLAIN[27:] * 14), ("D", (PLAIN + "Rain. ") * 11)]
    )
    (found,) = (one for one in comparison.statements if one.subject == "hedging")
    assert (found.kind, found.outlets) == ("texts differ", ("A",))
    assert found.sentence.startswith("A hedges more than the other independent texts: ")
    assert not [one for one in comparison.statements if one.kind == "outlets differ"]


def test_hedges_that_stand_before_numbers_are_to_be_checked() -> None:
    numbers = "The road is about ten miles long. Nearly 40 men came. It may cost some 50 crowns. It could begin soon. "
    comparison = compared(
        [("A", numbers * 12), ("B", PLAIN * 12), ("C", PLAIN[27:] * 14), ("D", (PLAIN + "Rain. ") * 11)]
    )
    (found,) = (one for one in comparison.to_check if one.subject == "hedging")
    assert found.sentence.endswith(" Many of them stand before numbers, where they say how exact these are.")
    assert not [one for one in comparison.statements if one.subject == "hedging"]


def test_texts_too_short_to_be_tested_are_none_of_the_others() -> None:
    short = "It might perhaps rain, and the road may possibly be closed, the old miller of Ostby thinks. " * 3
    wide = [("A", HEDGED * 12), ("B", PLAIN * 12), ("C", PLAIN[27:] * 14), ("D", (PLAIN + "Rain. ") * 11)]
    (found,) = (one for one in compared([*wide, ("E", short)]).statements if one.subject == "hedging")
    assert found.sentence.startswith("A hedges more than three other independent texts: ")
    assert "One shorter text was not tested." in found.sentence


def test_a_text_of_other_peoples_words() -> None:
    wet = "Rain fell on the hills for days. Streams rose. A bridge at Low Ford was closed to all carts. "
    wide = [("A", QUOTED * 12), ("B", PLAIN * 12), ("C", wet * 12)]
    spoken = ("quoted speech", "are quotations of")  # once, with the speaker where there is one
    found = [one for one in compared(wide).statements if any(words in one.sentence for words in spoken)]
    assert [(one.outlets, one.kind) for one in found] == [(("A",), "texts")]
    near = [*wide, ("E", (QUOTED.replace("road", "tower").replace("mayor", "miller") + "Rain fell again. ") * 12)]
    assert not [one for one in compared(near).statements if "quoted speech" in one.sentence]
