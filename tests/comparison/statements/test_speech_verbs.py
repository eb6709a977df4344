"""One remark with different verbs in the texts themselves."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, sentences

REMARK = "We have built the longest pier of the whole coast"
HEAD = "The pier of Velm"


def told(*ways: str) -> str:
    texts = [
        (f"Paper {at}", HEAD, "The pier of Velm is done. " + way.format(REMARK) + " " + filler(601 + at, 12))
        for at, way in enumerate(ways)
    ]
    return sentences(comparison(texts), "wording")


@pytest.mark.parametrize(
    ("one", "verb"),
    [
        ("“{},” boasted Mayor Ada Holm.", "boasted"),
        ("“{},” Ada Holm claimed on Monday.", "claimed"),
        ("Ada Holm came. “{},” she warned.", "warned"),
        ("Ada Holm boasted: “{}.”", "boasted"),
    ],
)
def test_a_charged_verb_beside_a_plain_one(one: str, verb: str) -> None:
    found = told(one, "“{},” said Ada Holm.", "“{},” Ada Holm said.")
    assert f"One remark of Ada Holm (“{REMARK}”) is told with different verbs: “{verb}” (Paper 0) and “said”" in found
    assert "(Paper 1 and Paper 2)" in found


@pytest.mark.parametrize(
    "one",
    [
        "“{},” added Ada Holm.",  # nothing more than said
        "“{},” said Ada Holm, who boasted of it before.",  # the verb of another remark
        "Eli Rud boasted of it. “{},” said Ada Holm.",  # another's
        "“{},” said Ada Holm. “{},” she boasted.",  # both
        "“A pier is no bridge at all,” boasted Ada Holm.",  # another remark
    ],
)
def test_near_misses_are_silent(one: str) -> None:
    one = one if one.count("{}") < 2 else one.replace("{}", REMARK)
    assert "different verbs" not in told(one, "“{},” said Ada Holm.", "“{},” Ada Holm said.")


NEWS = "On Monday Norland {} that two boats of the Velm fleet sank in the bay."
OTHER = "In a letter Norland {} the fleet of Velm had lost two boats in its bay."


@pytest.mark.parametrize(
    ("one", "other", "told_so"),
    [
        (NEWS.format("claimed"), OTHER.format("said"), True),
        (NEWS.format("says"), OTHER.format("alleges"), True),
        (NEWS.format("said"), OTHER.format("announced"), False),  # both plain
        (NEWS.format("claimed"), OTHER.format("claims"), False),
        ("On Monday Norland claimed the bay of Velm and two boats.", OTHER.format("said"), False),  # took it
        ("The keeper claimed Norland sank two boats of the Velm fleet.", OTHER.format("said"), False),  # somebody else
        ("Then Norland claimed that it was poor.", OTHER.format("said"), False),  # another matter
        (
            "Two boats of the Velm fleet sank in the bay and Norland claimed that it had been poor, cold and wet.",
            OTHER.format("said"),
            False,
        ),  # the same matter, but something else is said of it
        ("“Now Norland claimed that two boats of the Velm fleet sank,” he said.", OTHER.format("said"), False),
    ],
)
def test_verbs_of_the_first_sentences(one: str, other: str, told_so: bool) -> None:
    made = [
        ("A", "Boats", f"{one} The coast of Norland is near. {filler(641)}"),
        ("B", "Bay", f"{other} The hills of Norland are far. {filler(642)}"),
    ]
    found = sentences(comparison(made), "wording")
    assert ("In their first sentences texts give Norland different verbs for one remark: " in found) == told_so
    assert not told_so or "“claimed” (A) and “said” (B)" in found or "“alleges” (B) and “says” (A)" in found
