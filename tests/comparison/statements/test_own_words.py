"""What texts say of their own reporting, and the loaded words, figures and beginnings that one of them alone has."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.remarks import remarks
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from tests.comparison.statements.events import Text, comparison, filler, sentences


def three(first: str, second: str = "", third: str = "", heads: tuple[str, str, str] = ("h", "k", "l")) -> list[Text]:
    bodies = (first, second, third)
    return [("ABC"[at], heads[at], f"{bodies[at]} {filler(700 + at)}".strip()) for at in range(3)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "The Harbour Board did not respond to a request for comment.",
            "Who gave no comment: “The Harbour",
        ),
        ("Ada Holm’s lawyer declined to comment.", "Who gave no comment: “Ada Holm’s lawyer declined to"),
        ("Neither account could be verified independently.", "account could be verified independently” (A)."),
        (
            "The mayor spoke of fraud without giving evidence.",
            "by the text’s own word: “The mayor spoke of fraud without",
        ),
        ("“It is safe,” said Ben Roe, who has received fees from Kettle Group.", "disclosed: “has received fees from"),
    ],
)
def test_what_a_text_says_of_its_own_reporting(said: str, shown: str) -> None:
    assert shown in sentences(comparison(three(said)), "source")


def test_who_gave_no_comment_is_told_by_the_sentence_before() -> None:
    found = sentences(
        comparison(three("The Harbour Board runs it. It did not respond to a request for comment.")), "source"
    )
    assert "“The Harbour Board runs it. It did not respond to a request for comment” (A)" in found


@pytest.mark.parametrize(
    "said",
    [
        "“They did not respond to a request for comment,” said Ada Holm.",  # somebody else's words
        "The result has been confirmed by the board.",
        "He did not answer the door.",
        "While the Harbour Board declined to comment on the sum, it said the pier would be mended.",
        "The council is paid for by everybody.",
        "It is not clear if the hackers are sponsored by Norland, Ada Holm said.",
    ],
)
def test_no_remark(said: str) -> None:
    found = sentences(comparison(three(said)), "source")
    assert "no comment" not in found
    assert "own word" not in found
    assert "disclosed" not in found


def test_loaded_words_of_one_report() -> None:
    found = sentences(comparison(three("Shady thugs trashed the pier.", "The pier was damaged.")), "name")
    assert (
        found
        == "Words listed as loaded, outside quotations, that no other text has in any form: “trashed”, “shady” and “thugs” in A."
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("Shady thugs trashed the pier.", "“Shady thugs trashed it,” said Ada Holm."),  # another has them, if quoted
        ("“Shady thugs trashed the pier,” said Ada Holm.", ""),
        ("The dangerous pier was closed.", ""),  # of the matter
    ],
)
def test_loaded_words_that_are_not_its_own(lines: tuple[str, str]) -> None:
    assert "listed as loaded" not in sentences(comparison(three(*lines)), "name")


def test_figures_of_one_report() -> None:
    found = sentences(comparison(three("The pier cost £640,000.", "The tariff rose by 7 per cent.")), "only")
    assert (
        "Figures that one report alone gives, among others: “The pier cost £640,000” (A); “The tariff rose by 7 per "
        "cent” (B)."
    ) in found


def test_another_value_of_the_same_thing_is_no_figure_of_one_report_alone() -> None:
    fell = "Shares in the Kettle Group fell by {} per cent on Monday."
    assert "Figures" in sentences(comparison(three(fell.format(9), "")), "only")
    assert "Figures" not in sentences(comparison(three(fell.format(9), fell.format(12))), "only")


@pytest.mark.parametrize("line", ["Her plan would cost £640,000.", "The council asked how she spent £640,000."])
def test_a_figure_of_somebody_named_before_says_nothing_alone(line: str) -> None:
    assert "Figures" not in sentences(comparison(three(line, "")), "only")


def test_a_part_and_the_rest_of_it_are_one_figure() -> None:
    cut = "Pensions would be cut by 23 per cent in ten years."
    assert "Figures" in sentences(comparison(three(cut, "")), "only")
    assert "23 per cent" not in sentences(comparison(three(cut, "Only 77 per cent of pensions would be paid.")), "only")


def test_a_figure_of_one_report_is_told_once() -> None:
    line = "The surveyor Otto Brill reckons that mending those rotten timbers devours £640,000."
    found = sentences(comparison(three(line, "")), "only")
    assert "Figures that one report alone gives" in found
    assert found.count("rotten timbers") == 1
    assert "Told by A, and by no other" in sentences(comparison(three(line.replace("£640,000", "plenty"), "")), "only")


@pytest.mark.parametrize(
    "other", ["It paid £0.65m for it.", "It paid 0.64 million pounds.", "The £640,000 were paid.", "It cost $640,000."]
)
def test_a_figure_that_another_has_too(other: str) -> None:
    assert "640,000”" not in sentences(comparison(three("The pier cost £640,000.", other)), "only")


def test_half_of_a_range_is_no_figure() -> None:
    line = "The damage at the pier was put at between £3 million and £5 million."
    assert "3 million”" not in sentences(comparison(three(line, "The pier was damaged.")), "only")


def test_how_the_reports_begin() -> None:
    lines = (
        "Pilots in Velm stopped work on Monday.",
        "VELM (Norpress) - Pilots stopped work in the harbour on Monday.",
        "Shares in Kettle Group fell.",
    )
    assert (
        "How the reports begin: “Pilots in Velm stopped work on Monday” (A); “Pilots stopped work in the harbour on "
        "Monday” (B); “Shares in Kettle Group fell” (C)."
    ) in sentences(comparison(three(*lines)), "lead")


def test_beginnings_that_share_their_matter() -> None:
    lines = ("Pilots stopped work.", "Work stopped as pilots left.", "The pilots went home.")
    assert "begin" not in sentences(comparison(three(*lines)), "lead")


def test_what_an_outlet_saw_itself() -> None:
    found = sentences(
        comparison(three("It was sold, according to a letter that was leaked to this newspaper.")), "source"
    )
    assert (
        "told itself, among others: “It was sold, according to a letter that was leaked to this newspaper” (A)."
        in found
    )


def test_letters_seen_by_somebody_else() -> None:
    found = sentences(comparison(three("The letter was seen by Ada Holm and told to the board.")), "source")
    assert "seen or been told" not in found


def test_loaded_words_beside_some_that_may_be_reported() -> None:
    line = "Shady thugs trashed the pier. Ada Holm blamed the vile villains."
    found = sentences(comparison(three(line, "The pier was damaged.")), "name")
    assert "in any form, among others: “trashed”, “shady” and “thugs” in A." in found


@pytest.mark.parametrize(
    ("text", "outlet", "own"),
    [
        ("Ada Holm told Harbour News that it rained.", "Harbour News", True),
        ("It rained, she said in a statement to the Harbour News.", "Harbour News", True),
        ("Ada Holm told Ann that it rained.", "Annals", False),
    ],
)
def test_told_to_the_outlet_itself(text: str, outlet: str, own: bool) -> None:
    frame = pl.DataFrame({"outlet": [outlet], "headline": ["h"], "body": [text]})
    assert ("papers" in remarks(Corpus.from_frame(frame, Event("e", "E")))["kind"].to_list()) is own


def test_words_for_things_are_no_loaded_words() -> None:
    lines = ("Two halls were gutted, and the fireworks were crushed; the stalls were sold out.", "All was calm.")
    assert "listed as loaded" not in sentences(comparison(three(*lines)), "name")
