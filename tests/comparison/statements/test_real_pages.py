"""Faults that showed in reports on real pages, each with an input of its own: what is said then, or nothing."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences


def three(first: str, second: str = "", third: str = "") -> list[Text]:
    return [
        ("ABC"[at], "hkl"[at], f"{body} {filler(760 + at)}".strip()) for at, body in enumerate((first, second, third))
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Verda spent more on the pier -- that means a 22 percent rise in tolls.", None),  # a clause of its own
        ("Every member is 100 percent behind the pier.", None),  # no figure
        ("The tolls, while only 39 percent, hurt.", None),  # of what?
        ("The deal held a date for the tolls to end and $3 million.", None),  # joined to something else
        ("The board gave £2 million for boats and £5 million for nets.", "“The board gave £2 million”"),
        ("Captains asked for a 7 percent raise at once.", "“Captains asked for a 7 percent raise”"),
        ("The poll of the port showed that 64 percent like it.", None),
        ("Last year tolls went up by 7.5 percent.", "“Last year tolls went up by 7.5 percent”"),
        ("Verda bought a $5 million tug boat licence.", "“Verda bought a $5 million tug boat licence”"),
        (
            "The old pilots of the port of Velm who had left it for good in the spring asked for a bank loan of $24 million.",
            None,  # cut in the middle it may say something else
        ),
        ("On Harbour.org tolls rose by 9 percent.", "“On Harbour.org tolls rose by 9 percent”"),
    ],
)
def test_figures_say_what_they_are_of(body: str, shown: str | None) -> None:
    found = sentences(comparison(three(body)), "only")
    assert ("Figures that one report" in found) is (shown is not None)
    assert shown is None or shown in found


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("The witnesses generally refused to answer any question of the panel.", None),
        ("Several aides did not answer questions before the grand jury.", None),
        (
            "A spokeswoman for Ada Holm of the port of Velm, the captain leading the inquiry into the fire, did not "
            "immediately respond to a request for comment.",
            "no comment: “A spokeswoman for Ada Holm",
        ),
        ("Ada Holm still declined to say whether she likes the pier.", None),
        ("A spokesman for the port declined to say what it cost.", "no comment: “A spokesman for the port"),
        ("A port spokeswoman would not say what it cost.", "no comment: “A port spokeswoman would not say"),
        ("Ada Holm would not comment.", "no comment: “Ada Holm would not comment”"),
        ("Ada Holm would not say a word to her aunt.", None),
        ("Ben Roe insisted, whatever the board found, that there was no evidence of rot.", None),
        ("The judges worry about ports where there is no proof of a rule.", None),
        ("There is no evidence of rot in the pier.", "own word: “There is no evidence of rot in the pier”"),
        (
            "The Harbour Board of the town of Velm did not respond to questions about whether it had known that the pier "
            "would be shut and, “in the end,” lost.",
            "the pier would be shut” (A)",
        ),
    ],
)
def test_remarks_are_of_the_reporting(body: str, shown: str | None) -> None:
    found = sentences(comparison(three(body)), "source")
    assert ("no comment" in found or "own word" in found) is (shown is not None)
    assert shown is None or shown in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gulls viciously and disastrously left.", "A vicious, disastrous gull left."),
        ("A hard-line, fear-mongering, disgraceful mob.", "Hard-liners and fear-mongers disgrace the mob."),
        ("He hopes for bold letters and outstanding debts.", "He hopes."),
    ],
)
def test_a_loaded_word_in_another_form_is_not_alone(one: str, other: str) -> None:
    assert "listed as loaded" not in sentences(comparison(three(one, other)), "name")


WHOLE = "“We feared for the old pilots of Velm and now the pier shall stay open for all of them,” said Ada Holm."
CUT = "“Now the pier shall stay open for all of them,” said Ada Holm."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (WHOLE, CUT, True),
        (WHOLE, CUT + " She spoke of “the old pilots” twice.", False),  # a scrap of the rest
        (WHOLE, "They had feared for pilots, Ada Holm said. " + CUT, False),  # the rest in other words
        (
            "“I’m being myself -- frank -- now the pier shall stay open for all of them,” said Ada Holm.",
            "“And I’m being myself, frank,” said Ada Holm. " + CUT,
            False,
        ),
        (WHOLE.replace("“We", "“W]e"), CUT, False),  # cut in the middle of a bracket
        (WHOLE.replace("Ada Holm", "the pilots"), CUT.replace("Ada Holm", "the pilots"), False),  # nobody by name
    ],
)
def test_a_cut_leaves_out_what_stands_nowhere_else(one: str, other: str, told: bool) -> None:
    assert ("Of one remark of Ada Holm, A prints" in sentences(comparison(three(one, other)), "quotation")) is told


def test_a_case_of_two_surnames_is_not_the_person() -> None:
    whole = WHOLE.replace("Ada Holm", "Otto Weil")
    other = CUT.replace("Ada Holm", "Mr. Weil") + " Weil v. Kerr may come to court. Otto Weil left. Nina Kerr stayed."
    found = sentences(comparison(three(whole, other)), "quotation")
    assert "Of one remark of Otto Weil" in found


def test_a_dateline_alone_is_no_beginning() -> None:
    lines = ("VELM ―\n\nPilots stopped work on Monday.", "Pilots stopped work at noon.", "Shares in Kettle Group fell.")
    found = sentences(comparison(three(*lines)), "lead")
    assert "How the reports begin: “Pilots stopped work on Monday” (A)" in found


@pytest.mark.parametrize("what", ["the other senator from Velm", "another lawyer"])
def test_another_one_is_no_description(what: str) -> None:
    texts = three(f"The pier was shut. Otto Weil, {what}, left.", "The pier was shut. Otto Weil, a landlord, left.")
    assert "described" not in sentences(comparison(texts), "name")


def test_people_who_did_something_are_not_cited() -> None:
    body = "Harbour Board aides lined the pier and applauded her. “Two officials left,” said Ada Holm."
    assert "Cited and not named" not in sentences(comparison(three(body)), "source")


def test_reports_that_print_the_same_statement_are_no_versions_of_each_other() -> None:
    post = "“" + filler(790, 9) + "”"
    texts: list[Text] = [
        ("Quay", "Harbour", f"Ada Holm wrote on Monday. {post} That was all. {filler(791, 4)}"),
        (
            "Mole",
            "Pears",
            f"The regime’s brutal thugs plot a grave threat, a siege. {post} So she wrote. {filler(792, 2)}",
        ),
    ]
    assert "kept" not in sentences(comparison(texts, ["2024-01-02", "2024-01-03"]), "version")
