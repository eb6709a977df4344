"""Inputs that look like a difference and are none: each was once told as one."""

from __future__ import annotations

import polars as pl
import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

QUAY: list[Text] = [
    ("Valley Post", "Quay shut", "The quay is shut. “We will open it by May,” said Ada Holm. " + filler(501, 12)),
    ("North Wire", "The quay of Velm", "The quay is shut in Velm. " + filler(502, 12)),
    ("The Lamp", "Quay and pier", "The quay is shut. “It is a sad day for us,” said Eli Rud. " + filler(503, 12)),
]


def valley(body: str, subject: str, others: str = "") -> str:
    texts = [("Valley Post", "Quay shut", "The quay is shut. " + body + " " + filler(501, 12)), *QUAY[1:]]
    texts[1] = (*QUAY[1][:2], QUAY[1][2] + " " + others)
    return sentences(comparison(texts), subject)


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("“We will open it by May,” said Ada Holm.", "Ada Holm"),
        ("“We will open it by May,” wrote the authors, Ada Holm, Jo Lang and Una Berg.", None),  # all three
        ("Ada Holm noted that the plan quotes the king saying, “We will open it by May.”", None),  # the king's words
    ],
)
def test_who_alone_is_quoted(body: str, who: str | None) -> None:
    found = valley(body, "voice")
    assert ("In Valley Post Ada Holm is the only one who is quoted directly." in found) is (who is not None)


@pytest.mark.parametrize(
    ("names", "named"),
    [
        ("Zoe Voorhis saw it. Voorhis ran. Voorhis wept.", True),
        ("They read the Right to Quays Act. The Right to Quays Act is old..", False),
        (
            "They read of Operation Swift and Silent. Operation Swift and Silent failed. Operation Swift and Silent is over.",
            False,
        ),
        (
            "The Brotherhood of Velm Dockers came. The National Brotherhood of Velm Dockers sang. The National Brotherhood left.",
            False,
        ),
    ],
)
def test_whole_names_alone_are_told(names: str, named: bool) -> None:
    assert ("Only Valley Post names" in valley(names, "only")) is named


def test_a_name_in_another_spelling_is_no_other_person() -> None:
    found = valley("Zoe Voorhis saw it. Voorhis ran. Voorhis wept.", "only", "Zoe Vorhis saw it. Vorhis wept.")
    assert "Vo" not in found


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        ("Al Haouzim", "They saw Al-Hawzim.", False),  # another spelling
        ("Al Haouzim", "They saw Al-Hirzim.", True),
        ("Otto Guru Saakam Vishtimund", "They saw Saakam Berg.", False),  # by a middle name
        ("Otto Guru Saakam Vishtimund", "They saw Otto Lind.", True),
    ],
)
def test_a_name_told_otherwise_is_no_other_name(name: str, other: str, told: bool) -> None:
    found = valley(f"They saw {name}. Then {name} wept. So {name} left.", "only", other)
    assert (f"Only Valley Post names {name}" in found) is told


@pytest.mark.parametrize(
    "phrase",
    ["He sought to parry critics of the plan who say it is late.", "She wrote a letter, arguing people were told lies.",
     "As many people said, it is cold."],
)  # fmt: skip
def test_what_is_no_phrase_for_people_is_not_cited(phrase: str) -> None:
    texts = [("Valley Post", "Quay shut", phrase + " " + filler(501, 12)), *QUAY[1:]]
    assert comparison(texts).sourcing.filter(pl.col("kind") != "medium").is_empty()


def test_the_first_person_of_a_quotation_without_a_mark_is_not_the_reporters() -> None:
    own = "I went to the quay.\n\nNobody told me why.\n\n"
    assert "the reporter speaks in the first person" in valley(own, "about")
    lost = '"It was cold.\n\nI saw the ship.\n\nNobody told me why.\n\n'
    assert "the reporter speaks in the first person" not in valley(lost, "about")


def test_a_body_with_an_article_is_no_person() -> None:
    body = "The River Reserve met. “We will open it,” the River Reserve said. “We wait,” said the River Reserve."
    texts = [("Valley Post", "Quay shut", body + " " + filler(501, 12)), *QUAY[1:]]
    rows = comparison(texts).credited.filter(pl.col("article").str.starts_with("valley"))
    assert set(rows["kind"]) == {"institution"}


def test_towns_and_crowds_are_no_bodies() -> None:
    city = [(outlet, head, body + " Velm City was dark. People of Velm City slept.") for outlet, head, body in QUAY]
    assert "Velm City" not in sentences(comparison(city), "voice")
    named = [(outlet, head, body + " The Holm administration slept.") for outlet, head, body in QUAY]
    assert "quotes Holm" not in sentences(comparison(named), "voice")


def test_a_loaded_word_beside_its_noun_is_a_form() -> None:
    head = ("Valley Post", "Horrifying night at the quay", "It was a night of horror at the quay. " + filler(501, 12))
    assert "says “Horrifying”" not in sentences(comparison([head, *QUAY[1:]]), "headline")
    calm = (*head[:2], "It was a night of wind at the quay. " + filler(501, 12))
    assert "The headline of Valley Post says “Horrifying”; the text never does." in sentences(
        comparison([calm, *QUAY[1:]]), "headline"
    )


def test_a_sum_that_goes_on_behind_its_figure_is_none() -> None:
    texts = [(*one[:2], "The plan of $1T is big. " + one[2]) for one in QUAY[:2]]
    assert "“$1”" not in sentences(comparison([*texts, QUAY[2]]), "omission")


def test_general_words_with_capitals_are_no_name_that_is_left_out() -> None:
    texts = [(*one[:2], one[2] + " It is in the 34th Congressional District.") for one in QUAY[:2]]
    assert "Congressional District" not in sentences(comparison([*texts, QUAY[2]]), "omission")


def test_an_acronym_that_another_text_spells_out_is_no_other_name() -> None:
    own = "The CPW came. The CPW saw it. The CPW won. Jo Lang of Velm wept, and Jo Lang left."
    assert "CPW" in valley(own, "only")
    assert "CPW" not in valley(own, "only", "The Centre for Ports and Waterways met.")
    assert "Sooo" not in valley("He wrote Sooo Boring on it. It was Sooo Boring. So: Sooo Boring.", "only")


@pytest.mark.parametrize("who", ["the CEO", "Florida"])
def test_roles_and_states_are_nobody_in_a_list_of_voices(who: str) -> None:
    body = f"“We will open it by May,” said Ada Holm.\n\n“It was the best quay of them all, and so it will be,” {who} said.\n\n"
    assert "and nobody else" not in valley(body, "voice")
    named = body.replace(who, "Jo Lang")
    assert "and nobody else" in valley(named, "voice")


def test_words_of_two_together_are_not_one_persons() -> None:
    said = "“It was the best quay of them all, and so it will be,” {} said in a statement.\n\n"
    body = "“We will open it by May,” said Ada Holm.\n\n" + said
    both = "Board Leader Eli Rud (D) and Deputy Board Leader Jo Lang (D)"
    assert "Jo Lang (13 words) and Ada Holm (6 words), and nobody else" in valley(
        body.format("Deputy Board Leader Jo Lang (D)"), "voice"
    )
    assert "and nobody else" not in valley(body.format(both), "voice")


def test_one_name_in_singular_and_plural_is_told_once() -> None:
    texts = [(*one[:2], one[2] + " A Lutheran spoke. The Lutherans sang, and a Lutheran wept.") for one in QUAY[:2]]
    assert sentences(comparison([*texts, QUAY[2]]), "omission").count("Lutheran") <= 1


def test_the_acronym_of_a_thing_is_no_name() -> None:
    own = "The {0} came. The {0} saw it. The {0} won. Jo Lang of Velm wept, and Jo Lang left."
    assert "CPW" in valley(own.format("CPW"), "only")
    assert "CBD" not in valley(own.format("CBD"), "only")
