"""What a text writes of the names that it alone has, or that another lacks."""

from __future__ import annotations

import pytest

from framing.comparison.statements import Statement, made
from tests.comparison.statements.events import Text, comparison, filler

PIER = "The pier of Velm is shut.\n\n"
WHOLE = "Some divers whom Eli Rud sent measured long cracks in the northern pillars"


def stated(*lines: str, name: str = "only") -> list[Statement]:
    texts: list[Text] = [
        (outlet, "Pier shut", f"{PIER}{line}\n\n{filler(910 + at, 14)}")
        for at, (outlet, line) in enumerate(zip(("Gull", "Lamp", "Quay"), lines, strict=True))
    ]
    of = comparison(texts)
    for other in ("untold", "told_elsewhere", "endings", "beginnings"):
        of.made[other] = ()  # what they show is not shown again
    return list(made(of, name))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"{WHOLE}.", WHOLE),
        (f"{WHOLE}, which a storm had bent, as it had bent the cranes, the sheds, the lamps and the ropes of the "
         "whole port in spring.", f"{WHOLE} …"),
        ("Workers told divers of Eli Rud that the foreman, who had bent the northern pillars with his own hands "
         "and two old hammers, was not there on the day of the storm.", ""),
        ("We saw how divers of Eli Rud measured cracks in northern pillars.", ""),
        ("They brought divers of Eli Rud to the northern pillars.", ""),
        ("For Eli Rud the pier of Velm is shut.", ""),
        ("Some divers whom Eli Rud brought to the port, at long cracks in northern pillars, in May.", ""),  # a caption
    ],
)  # fmt: skip
def test_a_whole_sentence_or_its_first_clause_is_shown(line: str, shown: str) -> None:
    (one,) = [one for one in stated(line, "", "") if one.sentence.startswith("Only Gull names Eli Rud")]
    assert (f"Gull writes: “{shown}”." in one.sentence) is bool(shown)
    assert ("writes" in one.sentence) is bool(shown)
    assert max(place.end - place.start for place in one.evidence) >= len(shown.removesuffix(" …"))


def test_of_a_name_that_a_text_lacks_what_another_writes() -> None:
    (one,) = stated(f"{WHOLE}.", "Eli Rud sent divers.", "", name="omission")
    assert f"Gull writes: “{WHOLE}”." in one.sentence
    assert any(place.end - place.start > len(WHOLE) for place in one.evidence)


def test_nothing_is_shown_twice() -> None:
    of = stated("In May Eli Rud came with long hammers, before the divers of Per Moe did.", "", "")
    assert sum(one.sentence.count("long hammers") for one in of) == 1
