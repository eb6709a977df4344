"""Single words that one report alone comes back to, and words that all reports have but one."""

from __future__ import annotations

import polars as pl
import pytest

from tests.comparison.statements.events import comparison, filler, sentences

FILLERS = {
    "A": "The harbour of Velm lies in the north. Ships came there on a Monday and stayed until the night. " * 6,
    "B": "On the hill above the town stood a mill, which ground rye for all who lived in the valleys. " * 6,
    "C": "Rain fell for nine weeks, roads went under water, and cattle were led up to higher meadows. " * 6,
}
PIPES = (
    "The organ has nine pipes. Nobody had seen an organ of that size. A new organ would be dear. They played the organ "
    "until the night. "
)


def texts(a: str, b: str, c: str) -> list[tuple[str, str, str]]:
    bodies = zip(FILLERS.items(), (a, b, c), strict=True)
    return [(outlet, "Ships in Velm", f"{ahead}\n\n{body}") for (outlet, ahead), body in bodies]


def test_a_word_that_one_report_alone_comes_back_to() -> None:
    said = sentences(comparison(texts(PIPES, "", "")), "only")
    assert "Words that one report alone comes back to, with their forms at least so often: " in said
    assert "“organ” (4 times) in A." in said


@pytest.mark.parametrize("other", ["They sold an organ.", "“We like organs,” she said.", "An organist came."])
def test_not_one_of_which_another_has_a_form(other: str) -> None:
    assert "“organ” (" not in sentences(comparison(texts(PIPES, other, "")), "only")


def test_not_where_the_others_are_too_short_to_have_it() -> None:
    short = [("A", "Ships in Velm", FILLERS["A"] + PIPES), *((o, "Ships in Velm", "Ships came to Velm.") for o in "BC")]
    assert "comes back to" not in sentences(comparison(short), "only")


def test_a_word_that_all_reports_have_but_one() -> None:
    made = comparison(texts(PIPES, "The organ was sold. An organ is dear.", ""))
    assert "C has no form of “organ” (at least 6 times in the others), which both other reports have." in sentences(
        made, "omission"
    )
    rows = made.keywords.filter(pl.col("word") == "organ", pl.col("article").str.contains("a"))
    assert rows.select("often", "count", "lacking").row(0) == (6, 4, next(iter(rows["lacking"])))
    assert rows["text"].to_list() == ["The organ has nine pipes."]


@pytest.mark.parametrize(("version", "told"), [("The organ was tuned.", True), ("", False)])
def test_all_versions_of_a_report_have_what_another_lacks(version: str, told: bool) -> None:
    story = "\n\n".join(filler(seed, 4) for seed in range(820, 826))
    bodies = [f"{PIPES}\n\n{story}", f"{version}\n\n{story}", f"The organ was sold. An organ is dear. {filler(3, 16)}"]
    made = comparison(
        [(name, "Ships in Velm", body) for name, body in zip("ABCD", [*bodies, filler(40, 20)], strict=True)]
    )
    assert made.labels.reports == 3
    found = sentences(made, "omission")
    assert ("D has no form of “organ”" in found) == told
    assert not told or "which all other reports have" in found


@pytest.mark.parametrize("own", ["An organist came.", "It is an organ.", "They met in the mouthorgan shop."])
def test_who_has_a_form_or_a_part_of_it_does_not_lack_it(own: str) -> None:
    made = comparison(texts(PIPES, "The organ was sold. An organ is dear.", own))
    assert "“organ” (" not in sentences(made, "omission")


def test_a_word_that_denies_another_is_no_part_of_it() -> None:
    rules = "They asked for deregulation. The deregulation of ferries came. Nobody wants deregulation. "
    made = comparison(
        texts(rules, "Deregulation of ferries is dear. The deregulation failed.", "A regulation of ferries was read.")
    )
    assert "C has no form of “deregulation”" in sentences(made, "omission")


def test_a_little_word_is_no_part_of_another() -> None:
    fathers = "Her father came by ferry. The father slept. They knew the father well. "
    made = comparison(texts(fathers, "The father took a ferry. A father left.", "There the ferry slept."))
    assert "C has no form of “father”" in sentences(made, "omission")


@pytest.mark.parametrize(
    ("other", "own"),
    [
        ("The organ was sold. An organ is dear.", "It has silver trumpets."),
        ("An organ failed in June.", ""),
    ],
)
def test_not_where_it_tells_the_same_otherwise_or_they_tell_of_two_matters(other: str, own: str) -> None:
    pipes = PIPES.replace("nine pipes", "silver trumpets")
    assert "“organ” (" not in sentences(comparison(texts(pipes, other, own)), "omission")


def test_another_word_for_the_same_is_no_lack() -> None:
    migrants = "The migrants came by night. A migrant spoke. The migrants slept in a hall. "
    made = comparison(texts(migrants, "Three migrants were ill. A migrant left.", "They are asylum seekers."))
    assert "“migrants” (" not in sentences(made, "omission")
