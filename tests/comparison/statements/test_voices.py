"""Whose voice: who alone is quoted, who fills a text, who quotes nobody, who is never quoted."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

LONG = "“We keep the gate shut until the water falls, and then we open it again, as we have done each year,” said Ada Holm."
TEXTS: list[Text] = [
    ("A", "Gate shut", LONG + " “It is so,” Holm said.\n\n" + filler(201, 30)),
    (
        "B",
        "Gate stays shut",
        "“The gate is ours to shut,” said Ada Holm. “Nobody asked us on the farms about it,” said Ben Roe.\n\n"
        + filler(202, 30),
    ),
    (
        "C",
        "Gate",
        "The gate is shut because Ada Holm wants it so. The Water Board and the river are near.\n\n" + filler(203, 16),
    ),
    ("D", "Gate again", LONG + "\n\n" + LONG.replace("We keep", "They keep") + "\n\n" + filler(204, 2)),
]


def test_the_only_one_who_is_quoted() -> None:
    assert "In two of the four texts Ada Holm is the only one who is quoted directly: A and D." in sentences(
        comparison(TEXTS), "voice"
    )


def test_a_text_with_the_same_words_and_without_the_name_quotes_nobody_by_it() -> None:
    bare = LONG.replace("said Ada Holm", "the mayor said")
    texts = [
        TEXTS[0],
        *((one, head, f"{bare}\n\n{filler(210 + ord(one), 30)}") for one, head in (("E", "No"), ("F", "Off"))),
    ]
    found = sentences(comparison(texts), "voice")
    assert "the three texts Ada Holm" not in found
    assert "F Ada Holm" not in found


def test_a_scrap_that_may_be_somebody_elses_is_no_certainty() -> None:
    scrap = [(outlet, head, body + "\n\nBen Roe was “amazed” at it.") for outlet, head, body in TEXTS]
    assert "the only one who is quoted" not in sentences(comparison(scrap), "voice")


def test_a_speaker_who_fills_a_text() -> None:
    found = comparison(TEXTS)
    row = found.speakers.filter(outlet="D", speaker="Ada Holm").row(0, named=True)
    words = found.scores.corpus.articles.filter(outlet="D")["words"].item()
    assert (row["direct"], row["share"]) == (42, 42 / words)
    assert f"{round(100 * 42 / words)} % of the words of D are quotations of Ada Holm (42 of {words})" in sentences(
        found, "voice"
    )


def test_a_text_without_quotations() -> None:
    assert "C quotes nobody directly; the other three do." in sentences(comparison(TEXTS), "voice")
    scrap = [*TEXTS[:2], (*TEXTS[2][:2], TEXTS[2][2] + " It is “odd”."), TEXTS[3]]
    assert "quotes nobody" not in sentences(comparison(scrap), "voice")


def test_a_text_with_marks_alone_leaves_open_who_quotes() -> None:
    marked = ("E", "Gate there", "The gate, “Old Tom”, is shut.\n\n" + filler(206, 16))
    assert "nobody directly" not in sentences(comparison([*TEXTS, marked]), "voice")


def test_only_one_quotes_somebody() -> None:
    found = sentences(comparison(TEXTS), "source")
    assert "Only B quotes Ben Roe (“Nobody asked us on the farms about it”)." in found.splitlines()


def test_several_who_are_quoted_once_are_one_sentence() -> None:
    people = ["Ben Roe", "Ilse Varn", "Nils Tunstall", "Ada Holm"]
    remarks = [
        "We shut the gate at noon",
        "No gate is worth a flood",
        "My cattle drank all of it",
        "It rains on a fence, too",
    ]
    texts = [
        ("ABCD"[at], "Gate is shut", f"“{remarks[at]},” said {who}.\n\n" + filler(230 + at, 20))
        for at, who in enumerate(people)
    ]
    found = sentences(comparison(texts), "source")
    assert found.startswith("Quoted in one report only, among others: ")
    assert all(f"{who} (“{remarks[at]}”) in {'ABCD'[at]}" in found for at, who in enumerate(people))
    alone = sentences(comparison(texts), "voice")
    assert (
        "The only one who is quoted directly: Ben Roe in A; Ilse Varn in B; Nils Tunstall in C; Ada Holm in D." in alone
    )


def test_a_body_is_heard_through_its_head() -> None:
    """Which body *chief executive Ada Holm* leads may stand elsewhere in the text: silence is better than a guess."""
    for said in ("said chief executive Ada Holm", "said Ada Holm, the board’s long-time director"):
        head = [
            (outlet, title, body.replace("said Ada Holm", said) + "\n\nThe Water Board met on Monday.")
            for outlet, title, body in TEXTS
        ]
        assert "quotes the Water Board" not in sentences(comparison(head), "voice")


def test_a_body_that_nobody_quotes() -> None:
    board = [(outlet, head, body + "\n\nThe Water Board met on Monday.") for outlet, head, body in TEXTS]
    assert "None of the four texts quotes the Water Board (named in all four) with more than three words." in sentences(
        comparison(board), "voice"
    )
    spoken = [*board[:3], (*board[3][:2], board[3][2] + "\n\n“We saw it coming for weeks,” a spokesman said.")]
    assert "Water Board" not in sentences(comparison(spoken), "voice"), "the spokesman may be the board's"


def test_a_speaker_who_was_not_found_leaves_the_number_open() -> None:
    unknown = [
        *TEXTS[:3],
        (*TEXTS[3][:2], TEXTS[3][2] + "\n\nIt was a rule in town: “no gates, no ships, no rain”."),
        TEXTS[0],
    ]
    unknown[4] = ("E", "Gate is shut", "“I keep it shut all year,” said Ada Holm.\n\n" + filler(205, 20))
    found = sentences(comparison(unknown), "voice")
    assert (
        "In two of the five texts Ada Holm is the only one who is quoted directly: A and E. D may belong there, too: framing"
        in found
    )


def test_a_body_that_others_may_quote_alone_by_a_shorter_name() -> None:
    """*The harbour ministry* may be the *Velm Harbour Ministry* of the other text, and alone there, too."""
    said = "“{} the gate until the water falls again,” {} said. It closed on Monday.\n\n"
    named = [
        ("A", "Gate is shut", said.format("We keep", "the Velm Harbour Ministry") + filler(241, 20)),
        ("B", "Gate again", "“It was not our gate to shut,” said Ben Roe.\n\n" + filler(242, 20)),
        ("C", "Gate", "“No gate is worth as much as a flood,” said Ada Holm.\n\n" + filler(243, 20)),
    ]
    alone = sentences(comparison(named), "voice")
    assert "In A the Velm Harbour Ministry is the only one" in alone
    other = ("D", "Gate shut", said.format("Let us keep", "the harbour ministry") + filler(244, 20))
    assert "In A the Velm Harbour Ministry is the only one" not in sentences(comparison([*named, other]), "voice")


BY_NAME = [
    ("Valley Post", "Toll", "“No toll shall pass while I sit here,” said Ada Holm, the mayor. " + filler(81)),
    ("North Wire", "Bridge", "“Roads must be paid for by somebody,” said Eli Rud, a keeper. " + filler(82)),
]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("“The toll will come in the spring of the year,” an official said. ", True),
        (
            "“The toll will come in the spring of the year,” an official said. Ada Holm said it was late. ",
            False,
        ),  # she?
        ("Ada Holm runs the port. “The toll will come in the spring of the year,” the official said. ", False),
        (
            "“The toll will come in the spring of the year,” an official said. “Not with me at all,” said Jo Lang. ",
            False,
        ),
        ("“The toll will come in the spring of the year,” an official said. Jo Lang called it “mad”. ", False),
    ],
)
def test_who_quotes_nobody_by_name(body: str, told: bool) -> None:
    found = sentences(comparison([*BY_NAME, ("The Lamp", "Gulls", body + filler(83))]), "voice")
    shown = (
        "The Lamp quotes nobody by name, but “an official”; people are quoted by name in North Wire (Eli Rud) and "
        "Valley Post (Ada Holm)."
    )
    assert (shown in found) is told
