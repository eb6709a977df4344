"""Of five reports and more: who is named in some of them only, whose words some print, what two have word for word."""

from __future__ import annotations

import pytest

from framing.comparison.content.only import is_name
from tests.comparison.statements.events import Text, comparison, filler, said, sentences

HEADS = ["Pier opens", "New pier in Velm", "Velm has a pier", "Pier opened", "The pier is there", "Pier at last"]
MINISTER = "The minister Ivo Brand came to Velm."
QUOTE = "“We have built the longest pier of them all,” said Ada Holm."


def texts(*lines: str) -> list[Text]:
    """Six reports of the pier in Velm, each with a line of its own."""
    each = [*lines, *[""] * (6 - len(lines))]
    body = "The new pier of Velm was opened by the harbour board."
    return [
        ("ABCDEF"[at], HEADS[at], f"{body}\n\n{filler(300 + at)}\n\n{line}\n\n{filler(600 + at, 2)}")
        for at, line in enumerate(each)
    ]


def test_named_in_some_reports_only() -> None:
    found = sentences(comparison(texts(MINISTER, "Ivo Brand, the minister, cut the ribbon.")), "omission")
    assert "Ivo Brand is named in A and B, and not in any of the other four texts." in found.splitlines()


@pytest.mark.parametrize(("paid", "told"), [("Norway and Ivo Brand are", True), ("Europe", False)])
def test_a_part_of_the_world_is_no_country(paid: str, told: bool) -> None:
    where = paid.split()[0]
    line = f"The pier is paid for by {where}, and Ivo Brand, the minister, came from {where}."
    found = sentences(comparison(texts(line, line)), "omission")
    assert "Ivo Brand" in found
    assert (paid in found) is told


def test_a_hall_that_is_called_after_somebody_is_not_somebody() -> None:
    full = "They renamed the hall “Hind’s Hall” for Hind Rajab, a child who was killed in her car."
    bare = "They took the hall, dubbing it Hind's Hall, named after a girl who was killed in January."
    assert "Hind Rajab is named in A and B" not in sentences(comparison(texts(full, bare)), "omission")
    assert "Hind Rajab is named in A and B" in sentences(comparison(texts(full, full)), "omission")


def test_a_word_for_where_something_is_from_ends_no_name() -> None:
    assert not is_name("Central African", frozenset(), frozenset())
    assert is_name("Ada Holm", frozenset(), frozenset())


def test_those_that_lack_a_name_are_named_where_they_are_fewer() -> None:
    six = texts(*[MINISTER] * 2)
    copies = [("GHI"[at], HEADS[0], six[0][2]) for at in range(3)]
    found = sentences(comparison([*six, *copies]), "omission")
    assert "Ivo Brand is named in five of the nine texts, and not in C, D, E and F." in found.splitlines()


@pytest.mark.parametrize(
    "other",
    [
        "Mr Brand spoke, too.",  # the surname alone
        "Ivo Brandt spoke, too.",  # nearly so
    ],
)
def test_another_form_of_the_name(other: str) -> None:
    assert "Ivo Brand is named" not in sentences(comparison(texts(MINISTER, MINISTER, other)), "omission")


def test_another_name_of_somebody() -> None:
    lines = ["The minister Ivo Brand, the Count of Orsk, came."] * 2
    assert "Ivo Brand" in sentences(comparison(texts(*lines)), "omission")
    assert "Ivo Brand" not in sentences(comparison(texts(*lines, "The Count of Orsk came.")), "omission")


def test_named_in_one_report_alone() -> None:
    found = sentences(comparison(texts(MINISTER, "Eli Rud, who made it, wept.", "It was shown in Norway.")), "only")
    assert found == "Named in one report alone: Ivo Brand (A); Eli Rud (B); Norway (C)."
    rud = "Eli Rud, owner of the Pier Company, wept."
    assert "Eli Rud, “owner of the Pier Company” (B)" in sentences(comparison(texts(MINISTER, rud)), "only")
    named = "They named his deputy, Eli Rud, as acting chief on Monday."
    assert "Eli Rud (B)" in sentences(comparison(texts(MINISTER, named)), "only")
    board = "Eli Rud, spokesman for the U.N. pier board, wept."
    assert "Eli Rud, “spokesman for the U.N. pier board” (B)" in sentences(comparison(texts(MINISTER, board)), "only")
    sir = "Pier Secretary Sir Eli Rud wept."
    assert "Eli Rud, “Pier Secretary” (B)" in sentences(comparison(texts(MINISTER, sir)), "only")
    both = "Pier Secretary Eli Rud wept in Norway."
    assert "Eli Rud, “Pier Secretary”, and Norway (B)" in sentences(comparison(texts(MINISTER, both)), "only")
    assert "Ivo Brand" not in sentences(comparison(texts(MINISTER, "Brand came.")), "only")
    assert "Norway" not in sentences(comparison(texts("It was shown in Norway.", "Oslo wept.")), "only")


def test_words_that_some_print() -> None:
    found = sentences(comparison(texts(QUOTE, QUOTE)), "quotation")
    words = "“We have built the longest pier of them all” (Ada Holm) is printed in these words in A and B"
    assert found == f"{words}; the other four do not print them."


def test_words_with_another_hyphen_are_the_same() -> None:
    other = QUOTE.replace("longest pier", "pier-head")
    parted = QUOTE.replace("longest pier", "pierhead")
    assert "is printed in these words in A and B;" in sentences(comparison(texts(other, parted)), "quotation")


@pytest.mark.parametrize(
    "lines",
    [
        [QUOTE],  # one report
        ["The report “Longest Piers of the North” is out."] * 2,  # a title
    ],
)
def test_no_words_that_some_print(lines: list[str]) -> None:
    assert "printed in these words" not in sentences(comparison(texts(*lines)), "quotation")


def test_words_that_another_has_with_small_changes() -> None:
    """Half of the words of content in one quoted sentence of another text: it is not told as one without them."""
    words = "“I can see the shame and sorrow of our pilots,” said Ada Holm."
    near = "“Our shame is seen, and our sorrow,” Holm told them."
    assert "the other four do not print them" in sentences(comparison(texts(words, words)), "quotation")
    assert "the other four do not print them" not in sentences(comparison(texts(words, words, near)), "quotation")


def test_four_words_in_a_row_are_a_part() -> None:
    words = "“I can see the shame and sorrow of our pilots in every harbour of the north,” said Ada Holm."
    part = "“There is shame and sorrow of our own,” said Ada Holm."
    assert "in part in C; the other three" in sentences(comparison(texts(words, words, part)), "quotation")


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (
            "The board saw the shame and sorrow of its own pilots.",
            "in A and B; at least three others do not",
        ),  # anybody's words
        ("He could see the shame and sorrow of our pilots in every harbour.", "in part in C; the other three do not"),
    ],
)
def test_a_part_outside_quotation_marks_is_a_long_one(line: str, part: str) -> None:
    words = "“I can see the shame and sorrow of our pilots in every harbour of the north,” said Ada Holm."
    found = sentences(comparison(texts(words, words, line)), "quotation")
    assert part in found


def test_words_beside_names_alone_are_no_remark() -> None:
    line = "The pilots left “on behalf of the Velm Harbour”, said Ada Holm."
    assert "printed in these words" not in sentences(comparison(texts(line, line)), "quotation")


PASSAGE = (
    "The board had borrowed the money from three banks in the capital against the advice of its own treasurer, and it "
    "will have to pay it back within nine years."
)


def test_passages_word_for_word() -> None:
    found = said(comparison(texts(PASSAGE, PASSAGE)), "family")
    assert [one.outlets for one in found] == [("A", "B")]
    assert found[0].sentence.startswith("Word for word the same, outside quotation marks, are ")
    assert "of A and B (“" in found[0].sentence


def test_how_much_further_pairs_share_is_told() -> None:
    body = [(outlet, head, f"{PASSAGE} {text}") for outlet, head, text in texts()]
    found = said(comparison(body), "family")
    assert "; 11 more pairs share no more than that: they have a source in common" in found[0].sentence


@pytest.mark.parametrize(
    "line", ["The board had borrowed the money from three banks in the capital.", f"“{PASSAGE}” said Ada Holm."]
)
def test_no_passages(line: str) -> None:
    """A dozen words may be a set phrase; who quotes alike may have listened alike."""
    body = [(outlet, head, f"{line} {filler(400 + at)}") for at, (outlet, head, _) in enumerate(texts())]
    assert not said(comparison(body[:2] + texts()[2:]), "family")


# What was false before


def test_words_about_somebody_are_not_his() -> None:
    line = "Ada Holm spoke of Ivo Brand, a minister who “knows nothing of piers and less of boats”."
    assert "Ivo Brand (" not in sentences(comparison(texts(line, QUOTE)), "voice")


def test_a_title_is_no_quotation() -> None:
    titled = "Its report, “Piers and Boats of Northern Velm”, is out."
    found = sentences(comparison(texts(titled, *[QUOTE] * 4)), "voice")
    assert "F quotes nobody directly" not in found, "of the text with a scrap it is open"
    cried = "“Longest Pier in Our Whole Bay!” Ada Holm wrote on Monday."
    found = sentences(comparison(texts(cried, *[QUOTE] * 4)), "voice")
    assert "F quotes nobody directly; the other five do." in found.splitlines()


def test_marks_of_another_headline() -> None:
    heads = ["Holm calls pier ‘doomed’", "Pier is doomed", *HEADS[2:]]
    made = [(outlet, heads[at], body) for at, (outlet, _, body) in enumerate(texts("It is doomed.", "It is doomed."))]
    found = sentences(comparison(made), "quotation")
    assert "set in quotation marks in the headline of A, stands without the marks in the headline of B" in found


def test_a_word_that_another_text_has_in_two() -> None:
    heads = ["Holm calls pier ‘brain-dead’", *HEADS[1:]]
    lines = ["It is brain-dead.", "It is brain-dead.", "It is brain dead."]
    made = [(outlet, heads[at], body) for at, (outlet, _, body) in enumerate(texts(*lines))]
    assert "set in quotation marks" not in sentences(comparison(made), "quotation")


def test_a_word_that_another_text_has_with_a_hyphen() -> None:
    heads = ["Holm calls pier ‘shortsighted’", *HEADS[1:]]
    lines = ["It is shortsighted.", "It is shortsighted.", "It is short-sighted."]
    made = [(outlet, heads[at], body) for at, (outlet, _, body) in enumerate(texts(*lines))]
    assert "set in quotation marks" not in sentences(comparison(made), "quotation")
    same = [(outlet, heads[at], body) for at, (outlet, _, body) in enumerate(texts(*lines[:2]))]
    assert "set in quotation marks" in sentences(comparison(same), "quotation")


def test_letters_in_brackets_are_a_name() -> None:
    letters = ["The Tidal Safety Agency (TSA) met."] * 4
    found = comparison(texts(*letters, "The TSA met."))
    assert "the Tidal Safety Agency" in sentences(found, "omission")
    assert "E and F do not name the Tidal Safety Agency" not in sentences(found, "omission")


def test_somebody_behind_which_did_not_speak() -> None:
    line = "There will be a “brief time of change”, during which the owner Eli Rud will lead the board."
    found = comparison(texts(line, QUOTE))
    assert "quotes Eli Rud" not in sentences(found, "source") + sentences(found, "voice")


def test_known_by_a_middle_name() -> None:
    lines = ["The minister Ivo Malin Brand came.", "The party of Malin won."]
    assert "Brand" not in sentences(comparison(texts(*lines)), "only")
    assert "Brand" in sentences(comparison(texts(lines[0])), "only")


@pytest.mark.parametrize(
    "line",
    [
        "Petit Orsk, the capital of the province, lies in Petit Orsk Bay.",
        "It rained in Pont Verd. Pont Verd is far away.",
    ],
)
def test_places_are_no_persons(line: str) -> None:
    assert "named in A and B" not in sentences(comparison(texts(line, line)), "omission")


def test_of_two_speakers_none_is_named() -> None:
    board = QUOTE.replace("Ada Holm", "Ivo Brand")
    assert "(Ada Holm) is printed" not in sentences(comparison(texts(QUOTE, board)), "quotation")


def test_all_but_one_of_the_words() -> None:
    long = "“This pier was built by all the people of the old town together,” said Ada Holm."
    found = sentences(comparison(texts(long, long, long.replace("This", "The"))), "quotation")
    assert "in A and B, nearly so in C; the other three do not print them." in found
