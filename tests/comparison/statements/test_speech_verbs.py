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
