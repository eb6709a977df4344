"""Whose quoted words are surely whose: a pronoun for one of several people is no certainty."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

HEAD = "The mill closes"
BOTH = "Ada Holm met Una Berg at the mill. Berg smiled at Holm.\n\n"


def credit(*bodies: str) -> list[tuple[str, bool]]:
    """Speakers, and whether they are sure, in the order of the texts."""
    of = comparison([(f"Paper {at}", HEAD, body) for at, body in enumerate(bodies)])
    return [(row[0], row[1]) for row in of.credited.sort("article", "first").select("source", "sure").iter_rows()]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We closed the old mill,” said Ada Holm.", [("Ada Holm", True)]),
        ("Ada Holm came.\n\n“We closed the old mill,” she said.", [("Ada Holm", True)]),
        # Two persons, and who *she* is, only a guess tells.
        (BOTH + "“We closed the old mill,” she said.", [("Una Berg", False)]),
        # Not Holm, who is named behind the pronoun; Berg answered last.
        ("Una Berg answered Ada Holm.\n\n“You closed the old mill,” she said, as when Holm said it was time.",
         [("Una Berg", False)]),
        # A quotation over two paragraphs is by whoever speaks in the second.
        ("Ada Holm said it was late.\n\n“We closed the old mill.\n\n“It had to be,” said Una Berg.",
         [("Una Berg", True), ("Una Berg", True)]),
        # But not where its paragraph closes it.
        ("Ada Holm came. Eli Rud left.\n\n“We closed the old mill,” he said.\n\n“It had to be,” said Una Berg.",
         [("Eli Rud", False), ("Una Berg", True)]),
    ],
)  # fmt: skip
def test_who_speaks_and_whether_it_is_sure(body: str, expected: list[tuple[str, bool]]) -> None:
    assert credit(body) == expected


def test_the_same_words_in_another_text_tell_who_speaks() -> None:
    remark = "“We closed the old mill on a rainy day in May,”"
    unsure = BOTH + f"{remark} she said."
    assert credit(unsure, f"{remark} said Ada Holm.") == [("Ada Holm", True)] * 2
    assert credit(unsure, f"{remark} said Ada Holm.", f"{remark} said Una Berg.") == [
        ("Una Berg", False), ("Ada Holm", False), ("Una Berg", False),
    ]  # fmt: skip
    assert credit(BOTH + "“It was May,” she said.", "“It was May,” said Ada Holm.")[0] == ("Una Berg", False), "short"


MILL: list[Text] = [
    ("Valley Post", HEAD, "“We will build it again by May,” said Ada Holm. " + filler(301, 12)),
    ("North Wire", HEAD, BOTH + filler(302, 12)),
    ("The Lamp", HEAD, "Una Berg spoke. “It is a sad day for us,” said Eli Rud. " + filler(303, 12)),
]


def test_nobody_is_quoted_by_one_alone_where_another_may_quote_them() -> None:
    assert "Only Valley Post quotes Ada Holm (“We will build it again by May”)." in sentences(
        comparison(MILL), "source"
    )
    perhaps = [MILL[0], (*MILL[1][:2], BOTH + "“We wept when we heard,” she said.\n\n" + filler(302, 12)), MILL[2]]
    found = sentences(comparison(perhaps), "source")
    assert "Ada Holm" not in found
    assert "Only The Lamp quotes Eli Rud (" in found, "of whom nobody else speaks"


def test_few_voices_are_listed_only_where_all_are_sure() -> None:
    two = "“We will build it again by May,” said Ada Holm.\n\n“It was the best mill in town,” said Eli Rud.\n\n"
    whole = [("Valley Post", HEAD, two + filler(304, 12)), *MILL[1:]]
    said = "Valley Post quotes Ada Holm (7 words) and Eli Rud (7 words), and nobody else."
    assert said in sentences(comparison(whole), "voice")
    scrap = [("Valley Post", HEAD, two + "Jo Lang called it “odd”.\n\n" + filler(304, 12)), *MILL[1:]]
    assert "and nobody else" not in sentences(comparison(scrap), "voice")


def test_the_last_word_of_one_is_not_told_where_another_ends_on_a_scrap_of_it() -> None:
    end = "\n\n“We will build it again by May,” said Ada Holm."
    texts = [(outlet, HEAD, "The mill closes. " + filler(310 + at) + end) for at, outlet in enumerate("ABC")]
    other = ("D", HEAD, "The mill closes. " + filler(320) + "\n\nThe river is low.")
    assert "Three of the four texts end on words of Ada Holm in quotation marks: A, B and C." in sentences(
        comparison([*texts, other]), "lead"
    )
    scrap = ("D", HEAD, "The mill closes. " + filler(320) + "\n\nHolm called it “a sad day”.")
    assert "end on words of Ada Holm" not in sentences(comparison([*texts, scrap]), "lead")


def test_who_ends_a_text_in_british_marks_is_not_passed_over() -> None:
    ends = "{}\n\n“We will build it again by May,” said Ada Holm."
    texts = [(name, HEAD, ends.format(filler(330 + at, 6))) for at, name in enumerate("AB")]
    third = ("C", HEAD, f"{filler(333, 6)}\n\n‘That is all,’ said Ada Holm, the mayor of the old town by the sea.")
    plain = ("C", HEAD, filler(334, 8))
    assert "end on words of Ada Holm" in sentences(comparison([*texts, plain]), "lead")
    assert "end on words of Ada Holm" not in sentences(comparison([*texts, third]), "lead")


def test_the_only_one_quoted_is_not_listed_among_more_that_may_be() -> None:
    sure = ("A", HEAD, "“We will build it again by May,” said Ada Holm. " + filler(340, 8))
    doubt = "Ada Holm came. “We shall see by May,” said Ada Holm. {} was called “a shame for us all” there. "
    others = [(name, HEAD, doubt.format(filler(341 + at, 8))) for at, name in enumerate("BC")]
    none = ("D", HEAD, filler(345, 8))
    assert "Ada Holm is the only one" in sentences(comparison([sure, none, ("E", HEAD, filler(346, 8))]), "voice")
    assert "Ada Holm is the only one" not in sentences(comparison([sure, none, *others]), "voice")


def test_scraps_are_told_only_where_all_is_sure() -> None:
    full = "“We will build it again by May, and when it stands there nobody will ever close it again in all our lives,”"
    texts = [(name, HEAD, f"{full} said Ada Holm. {filler(350 + at, 8)}") for at, name in enumerate("AB")]
    scrap = f"Ada Holm said it would be “built again”. {filler(353, 8)}"
    doubt = " It was called “a sad day for all of us here” there."
    assert "in scraps in C (2)" in sentences(comparison([*texts, ("C", HEAD, scrap)]), "quotation")
    assert "in scraps" not in sentences(comparison([*texts, ("C", HEAD, scrap + doubt)]), "quotation")


HEAD_OF = "“We closed the old mill,” said Ada Holm.\n\n“We will look at it with care{}\n\n“The board has asked him to run it for May.”"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A paragraph of nothing but a quotation goes on where the one above is open; closed, it may be another's.
        (HEAD_OF.format(".") + "\n\nUna Berg said no.", [("Ada Holm", True)] * 3),
        (HEAD_OF.format(".”") + "\n\nUna Berg said no.", [("Ada Holm", True), ("Ada Holm", True), ("Ada Holm", False)]),
        (HEAD_OF.format(".”"), [("Ada Holm", True)] * 3),
    ],
)  # fmt: skip
def test_a_paragraph_below_a_closed_quotation_is_not_surely_the_same_speakers(
    body: str, expected: list[tuple[str, bool]]
) -> None:
    assert credit(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        # Who closes the sentence says all of it; of *according to* the relay is not the speaker.
        "Eli Rud was fined and warned for his part in “turning the old mill round” on Monday, the Harbour Board said.",
        "Ada Holm accused Eli Rud of “turning the old mill round,” according to the Lamp.",
        "Ada Holm said that the mill was “never turned round at all,” according to Una Berg.",
        # Words of a law are nobody's.
        "Ada Holm laid the charge under Rule 2 of the Mill Code, which prohibits “turning the old mill round”.",
        "Ada Holm said Article 5 of the Mill Act bans “turning the old mill round”.",
        # Who speaks for somebody, and several who speak together.
        "A spokesman for Ms. Holm, Eli Rud, said on Monday that the owner, Ada Holm, “would turn the old mill round”.",
        "“The old mill can never be turned round,” write the owners, Ada Holm, Eli Rud and Una Berg, in a letter.",
    ],
)
def test_whom_a_sentence_tells_of_does_not_surely_speak(body: str) -> None:
    assert [sure for _, sure in credit(body)] == [False]


def test_who_says_it_in_the_same_sentence_is_sure() -> None:
    assert credit("“The mill was turned round,” Ada Holm said in a letter, according to the Lamp.") == [
        ("Ada Holm", True)
    ]
    assert credit("Ada Holm, who runs it, said the Board had asked her to “turn the old mill round”.") == [
        ("Ada Holm", True)
    ]
    assert credit("Ada Holm said that the law “will turn the old mill round”.") == [("Ada Holm", True)]
    assert credit("It was “turned round at night,” according to Ada Holm.") == [("Ada Holm", True)]


def test_the_statement_of_a_body_is_the_bodys() -> None:
    line = "“We closed the old mill,” a Harbour Board statement said. “It was time for us all,” the Harbour Board said."
    assert credit(line) == [("Harbour Board", True)] * 2


def test_a_surname_behind_a_relatives_whole_name_may_be_the_relatives() -> None:
    other = "Botho Tarn lived at the mill. “We closed the old mill,” said Botho Tarn. Tarn was a baker. Tarn was old."
    body = "Botho Tarn is dead. Botho Tarn was a baker.\n\nUna Tarn came.\n\n“It had to be,” Tarn said."
    assert credit(body, other)[0] == ("Botho Tarn", False)
    assert credit(body.replace("Una Tarn", "Una Berg"), other)[0] == ("Botho Tarn", True)


def test_a_body_by_its_noun_stays_itself_where_another_text_has_it_with_capitals() -> None:
    remark = "“The old mill has been closed for good”"
    body = f"Norland came.\n\n“It is late,” the foreign ministry said. “It had to be.”\n\n{remark[:-1]}.”\n\nUna Berg said no."
    found = credit(body, f"{remark[:-1]},” the Foreign Ministry said.")
    assert {source for source, _ in found[:3]} == {found[0][0]}
    assert found[2][1], "the other text tells"


def test_who_is_asked_does_not_speak() -> None:
    ahead = "Eli Rud, the judge, opened the case. “The mill is old,” Ms. Holm said.\n\n"
    asked = ahead + "The judge also asked Ms. Holm “how many mills were turned round by night”. “It was dark,” he said."
    assert ("Ada Holm", True) not in credit("Ada Holm came. " + asked)[1:]
    assert credit("Ada Holm told Eli Rud that “the old mill was turned round.”") == [("Ada Holm", True)]
    assert credit("“The old mill was turned round,” Ada Holm told Eli Rud.") == [("Ada Holm", True)]


def test_what_a_crowd_cries_is_not_the_speakers() -> None:
    cried = "“We will turn the old mill round,” Ada Holm said over a chant of “let it stand for good”."
    assert credit(cried)[0] == ("Ada Holm", True)
    assert not credit(cried)[1][1]
    plain = "“We will turn the old mill round,” Ada Holm said, and “let it stand for good”."
    assert credit(plain) == [("Ada Holm", True)]


def test_a_quotation_inside_another_in_the_same_marks_does_not_end_it() -> None:
    nested = (
        'Ada Holm praised it.\n\n"By turning what she called a "model mill," Holm shows she is not to be trusted," '
        "Eli Rud said in a letter."
    )
    assert credit(nested) == [("Eli Rud", True)]


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        ("“He ran it for nine years. It was a bad time for the mill.”", False),
        ("“We ran it for nine years. It was a bad time for the mill.”", True),
    ],
)
def test_words_on_him_below_his_own_may_be_anothers(below: str, sure: bool) -> None:
    above = "Una Berg said no.\n\n“I am sorry for the mill,” Eli Rud said, and left at once.\n\n"
    assert {one for _, one in credit(above + below)[1:]} == {sure}
    scrap = "Una Berg said no.\n\nEli Rud called the mill “sad and old”.\n\n"
    assert not any(one for _, one in credit(scrap + below)[1:])


def test_words_on_somebody_else_or_below_a_short_answer_are_the_same_speakers() -> None:
    above = "Una Berg said no.\n\n“I am sorry for the mill,” Peter Rud said, and left at once. “I am,” he said.\n\n"
    assert credit(above + "“She ran it for nine years and it was good.”")[-1] == ("Peter Rud", True)
