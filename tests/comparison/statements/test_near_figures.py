"""Different figures beside the same words."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, said

STRIKE = "A strike could cost the whole economy of Velm $2 billion per day."
OTHER = "Economists say that a strike would cost the economy $1 billion in its first week, and more later."


def shown(a: str, b: str) -> list[str]:
    bodies = {"A": a, "B": b, "C": "The dockers may go on strike."}
    made = comparison([(outlet, "Dockers may strike", body) for outlet, body in bodies.items()])
    return [one.sentence for one in said(made, "number") if one.sentence.startswith("Different figures stand")]


def test_two_figures_of_one_matter() -> None:
    made = comparison([(o, "Dockers may strike", b) for o, b in zip("ABC", (STRIKE, OTHER, "They may."), strict=True)])
    one = next(one for one in said(made, "number") if one.sentence.startswith("Different figures"))
    assert one.check
    assert one.sentence == (
        "Different figures stand beside the same words: “strike could cost the whole economy of Velm $2 billion per day” "
        "(A) and “strike would cost the economy $1 billion in its first week” (B)."
    )
    texts = dict(made.scores.corpus.articles.select("article", "text").iter_rows())
    assert [texts[place.article][place.start : place.end] for place in one.evidence] == [
        "strike could cost the whole economy of Velm $2 billion per day",
        "strike would cost the economy $1 billion in its first week",
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (STRIKE, "The strike is about pay: the company earned $1 billion."),  # too few words in common
        (STRIKE, f"{OTHER} Others say $2 billion."),  # the other's figure
        (STRIKE, "A strike would cost the economy $90 billion."),  # of another order
        (STRIKE, "A strike would cost the economy almost a $2.05 billion."),  # as much, roughly
        (STRIKE, "A strike would cost 1.2 per cent of the economy."),  # of another sort
        # of another unit, and a rise beside a level
        (
            "The rocket of Velm rose and flew 960 kilometres out.",
            "The rocket flew for some 620 miles, out of Velm, and rose.",
        ),
        (
            "The hospital of Velm saw a 16 per cent increase in visits of patients to its wards.",
            "A quarter, or 25 per cent, of visits of patients to the wards of the Velm hospital are needless.",
        ),
    ],
)
def test_figures_that_are_not_set_side_by_side(a: str, b: str) -> None:
    assert shown(a, b) == []


WALL = "The mayor said that more than $5 million from the state is what the council needs for a wall against the sea."


@pytest.mark.parametrize(
    ("b", "figure"),
    [
        (
            "For the wall against the sea, the mayor is now asking the council for $5.7 million this time.",
            "$5.7 million",
        ),
        (
            "For the wall against the sea, the mayor is now asking the council for $2.5 million this time.",
            "",
        ),  # too far
        ("The mayor is now asking the council for $5.7 million this time.", ""),  # too few words in their sentences
        # none beside both
        (
            "A wall against the sea is dear to the mayor, as everybody who lives in one of these streets has heard by "
            "now, and $5.7 million went to the fair.",
            "",
        ),
        (
            "For the wall against the sea, the mayor is now asking the council for $4.95 million this time.",
            "",
        ),  # rounded
    ],
)
def test_near_figures_with_words_of_their_sentences(b: str, figure: str) -> None:
    found = "".join(shown(WALL, b))
    assert (figure in found) if figure else not found
    assert not figure or "more than $5 million" in found


def test_two_exact_figures_are_of_two_things() -> None:
    one = "The mayor, who loved all that floats and rows in the bay, spent $9,587 of the fund on a boat and a lamp."
    other = "The mayor, whose house is cold in all the winters that come up here, spent ${} of the fund on a stove."
    assert shown(one, other.format("9,977")) == []
    assert "$9,900" in shown(one, other.format("9,900"))[0]


def test_no_number_is_cut_where_the_words_end() -> None:
    one = "The rocket of Velm flew 960 kilometres, reaching a height of 2,800 miles."
    other = "The rocket of Velm flew 910 kilometres, reaching a height that nobody knew."
    assert all("of 2”" not in sentence for sentence in shown(one, other))
