"""Figures that differ by who gives them, and those that only seem to."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, lettered, said, sentences

NAMES = " Ada Holm and Kettle Group were there. "


def figures(*lines: str) -> str:
    return sentences(comparison(lettered(lines, 800, "News", behind=NAMES)), "number")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Drivers get a raise of 90 euros a month, Ada Holm said.",
            "The raise of 70 euros a month is fair, Kettle Group said.",
            "The figure for the raise differs: 70 euros (B, according to Kettle Group) and 90 euros (A, according to Ada Holm).",
        ),
        (
            "The council passed the $740 billion defence budget.",
            "The defence budget of $750bn went through. The health budget of $20bn did not.",
            "The figure for the defence budget differs: $740 billion (A) and $750bn (B).",
        ),
        ("The strike lasted two weeks.", "A three-week strike is over.", "The length of the strike differs: two weeks (A) and three weeks (B)."),
        ("The closure will last 3 days.", "It is a five-day closure.", "The length of the closure differs: 3 days (A) and five days (B)."),
        (
            "A judge jailed mill owner Petr Oll for six years.",
            "In Tarn, Petr Oll was sentenced to five years in prison.",
            "The length of the sentence differs: five years (B) and six years (A).",
        ),
        (
            "A levy of 9 euros for each passenger is planned, the council said.",
            "A levy of 12 euros a passenger is planned.",
            "The figure for the levy differs: 9 euros (A, according to the council) and 12 euros (B).",
        ),
        (
            "The raise is real. Drivers get a raise of 90 euros, Ada Holm said. Kettle Group put the raise at 70 euros.",
            "Drivers get a raise of 90 euros.",
            "The figure for the raise differs: 70 euros (A, according to Kettle Group) and 90 euros (B; A, according to Ada Holm).",
        ),
    ],
)  # fmt: skip
def test_figures_that_differ(one: str, other: str, expected: str) -> None:
    assert figures(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fund of $738 million was passed.", "A $740m fund was passed."),  # rounded
        ("A fund of more than $700 million was passed.", "A $740m fund was passed."),  # hedged
        ("A fund of about $700 million was passed.", "A $740m fund was passed."),
        ("The housing fund of $740 million was passed.", "A $90m road fund was passed."),  # of other things
        ("A raise of 90 euros a month is due.", "A raise of 1,000 euros a year is due."),  # other units
        ("The strike lasted two weeks.", "A strike of 14 days is over."),  # one span
        ("The strike lasted two weeks.", "The last strike lasted three weeks."),  # another strike
        ("Ada Holm wants a raise of 90 euros.", "A raise of 70 euros was set."),  # a wish
        (
            "The strike lasted two weeks.",
            "The strike lasted three weeks, then a two-week strike came.",
        ),  # both, and whose?
        ("Petr Oll was jailed for six years.", "Jan Rode was jailed for two years."),  # of two people
        ("The strike lasted two weeks.", "It had rained for three weeks before the strike."),
        ("The $740bn budget was passed.", "A budget of $7bn was passed."),  # of other orders
        ("The ban lasts two weeks in 2019.", "The ban lasts three weeks."),  # of another year
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert figures(one, other) == ""


def test_somebody_who_gives_two_figures_is_not_set_against_themself() -> None:
    one = "Drivers get a raise of 90 euros, Ada Holm said."
    other = "Drivers get a raise of 70 euros, Ada Holm said."
    assert figures(one, other) == (
        "Different figures stand between the same words: “Drivers get a raise of 70 euros, Ada Holm” (B) and “Drivers "
        "get a raise of 90 euros, Ada Holm” (A)."
    )


def test_evidence_stands_at_each_figure() -> None:
    texts = [
        ("A", "h", "The strike lasted two weeks. " + filler(811)),
        ("B", "k", "A three-week strike. " + filler(812)),
    ]
    of = comparison(texts)
    articles = dict(of.scores.corpus.articles.select("article", "text").iter_rows())
    places = said(of, "number")[0].evidence
    assert sorted(articles[one.article][one.start : one.end] for one in places) == ["three-week", "two weeks"]
