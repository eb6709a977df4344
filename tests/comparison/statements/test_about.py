"""About what: texts that go on to other things, and reporters in the first person."""

from __future__ import annotations

import polars as pl

from framing.comparison.compare import compare
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY, comparison, filler, said


def texts(last: str) -> list[tuple[str, str, str]]:
    body, other = (
        "\n\n".join("The bridge toll was debated. " + filler(seed, 2) for seed in range(first, first + 3))
        for first in (40, 50)
    )
    return [
        ("A", "Bridge toll rises", body),
        ("B", "Toll on bridge to rise", other),
        ("C", "Council lifts bridge toll", last),
    ]


def test_a_text_that_goes_on_to_other_things() -> None:
    last = "The bridge toll rises.\n\n" + "\n\n".join(filler(seed, 3) for seed in range(60, 70))
    found = [one for one in said(comparison(texts(last)), "about") if one.outlets == ("C",)]
    (one,) = [one for one in found if "little in common" not in one.sentence]
    assert one.sentence.startswith("Only 1 % of the text of C (4 of "), one.sentence
    assert "“bridge” and “toll”" in one.sentence
    (place,) = one.evidence
    assert (place.article, place.start > 40) == ("c/3", True)


def test_a_paragraph_between_two_of_the_matter_is_of_the_matter() -> None:
    last = "\n\n".join(("The bridge toll rises. " if seed % 2 else "") + filler(seed, 3) for seed in range(61, 70))
    assert not [one for one in said(comparison(texts(last)), "about") if "Only" in one.sentence]


def test_the_reporter_in_the_first_person() -> None:
    mine = "The bridge toll rises. One told me so, and I agree.\n\n" + filler(71) + "\n\nIt is a bridge.\n\n"
    found = [one for one in said(comparison(texts(mine)), "about") if "first person" in one.sentence]
    assert [one.outlets for one in found] == [("C",)]
    assert "first person (“I”, “me”), a sign" in found[0].sentence
    asked = "The bridge toll rises. Will I have to pay?\n\n" + filler(71) + "\n\nWhat about my van?\n\n"
    assert not [one for one in said(comparison(texts(asked)), "about") if "first person" in one.sentence]
    quoted = "The bridge toll rises. “I told my son so, and I agree,” said Ada Holm. " + filler(71)
    assert not [one for one in said(comparison(texts(quoted)), "about") if "first person" in one.sentence]
    post = "The bridge toll rises.\n\nMy plan is cheaper, and I stand by it. — Ada Holm (@adaholm)\n\n" + filler(71)
    assert not [one for one in said(comparison(texts(post + "\n\nWe are.")), "about") if "first" in one.sentence]


def test_opinion_among_news() -> None:
    frame = pl.DataFrame(
        [("A", "news", filler(81)), ("B", "news", filler(82)), ("C", "opinion", filler(83))],
        schema=["outlet", "genre", "body"],
        orient="row",
    )
    found = compare(score(Corpus.from_frame(frame), only=ONLY))
    assert [one.outlets for one in said(found, "about") if "is an opinion piece" in one.sentence] == [("C",)]
