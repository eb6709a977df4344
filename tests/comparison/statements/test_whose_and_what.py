"""Sentences that were false of texts never seen before: whose words they are, and what a text has in another form."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.meant import may_mean
from framing.comparison.content.sourcing import sourcing
from tests.comparison.content.test_sure import credit
from tests.comparison.statements.events import Text, comparison, filler, sentences

LEAD = "A storm took the Velm pier on Monday."


def _three(*bodies: str) -> list[Text]:
    outlets = ("The Lamp", "The Gull", "Ledger", "Valley Post")
    return [
        (outlet, "Storm takes the pier", f"{LEAD} {body} {filler(120 + at)} {filler(130 + at)}")
        for at, (outlet, body) in enumerate(zip(outlets, bodies, strict=False))
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Nobody is told of in between but the one.
        ("Ada Holm came to the pier.\n\n“We lost all that we had,” she said.", True),
        # Somebody without a name.
        ("Ada Holm came to the pier. On the sand sat an old woman in a shawl.\n\n“We lost all that we had,” she said.",
         False),
        # What she is herself.
        ("Ada Holm, a mother of six, came to the pier.\n\n“We lost all that we had,” she said.", True),
        # A few words in a sentence of the text's own: who accused it, it does not say.
        ("The port was accused of “acting like thieves in the night” in this. Ada Holm had warned of it.", False),
        ("“We act like thieves in the night.” Ada Holm had warned of it.", True),
    ],
)  # fmt: skip
def test_who_is_surely_quoted(body: str, expected: bool) -> None:
    ((source, sure),) = credit(body)
    assert source != "Norpress"
    assert sure == expected


def test_another_figure_of_the_same_text_is_of_another_thing() -> None:
    both = "They saw 480 boats in Orsk and 360 boats in Velm."
    found = sentences(comparison(_three("They saw 360 boats in Velm.", both, both)), "omission")
    assert "“480 boats”" in found
    assert "it has" not in found
    one = "They saw 480 boats in Orsk."
    assert "it has “360 boats”" in sentences(comparison(_three("They saw 360 boats in Velm.", one, one)), "omission")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Oda Lindmark spoke at the pier.", True),
        ("Lamp writers Oda Lindmark in Orsk and Per Moe contributed to this report.", False),
    ],
)
def test_who_contributed_to_a_report_is_not_of_the_event(line: str, told: bool) -> None:
    found = sentences(comparison(_three(f"It rained.\n\n{line}\n\nIt fell.", "It snowed.", "It hailed.")), "only")
    assert ("Oda Lindmark" in found) == told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the presidential office was calm", True),
        ("the office is blue", False),
    ],
)
def test_an_office_by_its_house(text: str, meant: bool) -> None:
    assert may_mean("Blue House", text) == meant


def test_a_piece_of_a_long_name_is_no_name() -> None:
    whole = "They heard the Harbour Commission to Assess the Danger of Uncommon Tides to the Shore of Velm."
    found = sentences(comparison(_three(whole, "It snowed.", "It hailed.")), "only")
    assert "Harbour Commission" not in found
    assert "Danger" not in found


def test_words_of_a_title_are_no_names() -> None:
    found = sentences(
        comparison(
            _three(
                'She wrote a paper entitled "Wobble, Snorkle, and Boats: What Makes a Pier Sway" on it.',
                "The paper “Wobble, Snorkle, and Boats: What Makes a Pier Sway” was read.",
                "It hailed.",
            )
        ),
        "omission",
    )
    assert "Snorkle" not in found


def test_two_reporters_are_no_one_person() -> None:
    said = "I think that all of us have to speak about the way in which a pier is built on sand and not on any rock"
    told = sentences(comparison(_three(f"{said}.", f"{said}.", "It hailed.")), "family")
    assert "Word for word" not in told
    own = said.replace("I think that all of us have to speak", "The people of Velm have long had to speak")
    assert "Word for word" in sentences(comparison(_three(f"{own}.", f"{own}.", "It hailed.")), "family")


@pytest.mark.parametrize(
    ("line", "cited"),
    [
        ("Two port officials have sporadically floated the idea of a new pier, officials said.", False),
        ("Two port officials said that the pier was old.", True),
    ],
)
def test_what_people_do_is_no_source(line: str, cited: bool) -> None:
    of = comparison(_three(line, "It snowed.", "It hailed."))
    assert (sourcing(of.scores.corpus, of.cited).filter(pl.col("kind") == "insider").height > 0) == cited


def test_words_of_the_matter_make_no_remark() -> None:
    one = (
        "“It makes sense, for what storms and piers people see falls under many heads of the same kind,” said Ada Holm."
    )
    other = "“We can now foretell rather well which storms and piers people see,” said Ada Holm."
    texts = _three(one, other, "It hailed.")
    texts = [(outlet, "Storms take piers that people see", body) for outlet, _, body in texts]
    assert "one remark" not in sentences(comparison(texts), "quotation")
    again = "“It makes sense, for what storms and piers do all day falls under many heads of one kind,” said Ada Holm."
    texts = [
        (outlet, "Storms take piers that people see", body) for outlet, _, body in _three(one, again, "It hailed.")
    ]
    assert "one remark" in sentences(comparison(texts), "quotation")


@pytest.mark.parametrize(("other", "told"), [("the mooring was old", True), ("the mooring hooks were old", False)])
def test_another_noun_in_the_place_of_the_last_word(other: str, told: bool) -> None:
    said = "The port mended its mooring rings in May. Of the mooring rings some were torn by waves of the storm. "
    said += "The mooring rings are old."
    found = sentences(comparison(_three(said, said.replace("May", "June"), f"They saw that {other}.")), "omission")
    assert ("“mooring rings”" in found) == told
