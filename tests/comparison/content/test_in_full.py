"""Names as the texts set them in full."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.in_full import in_full
from framing.comparison.content.items import mentions
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event


def corpus(*bodies: str) -> Corpus:
    rows = [(f"Outlet {at}", "A headline of the day", body) for at, body in enumerate(bodies)]
    frame = pl.DataFrame(rows, schema={"outlet": pl.String, "headline": pl.String, "body": pl.String}, orient="row")
    return Corpus.from_frame(frame, Event("e", "E"))


@pytest.mark.parametrize(
    ("bodies", "name", "shown"),
    [
        (("The U.S. Coast Survey said so on Monday.", "It came from the US Coast Survey, they said."), "U.S. Coast Survey",
         "the U.S. Coast Survey"),
        (("They heard the Velm Express, which was late.", "Nobody saw the Velm Express."), "Velm Express",
         "the Velm Express"),
        (("They saw the Velm Express timetable.", "Here is the Velm Express office."), "Velm Express", "Velm Express"),
        (("On Monday President Ada Holm spoke.", "So did President Ada Holm."), "Ada Holm", "Ada Holm"),
        (("Ada Holm MP spoke.", "They heard Ada Holm MP."), "Ada Holm MP", "Ada Holm"),
        (("They went to Gull Tower.", "On Monday Gull Tower fell."), "Gull Tower", "Gull Tower"),
    ],
)  # fmt: skip
def test_the_article_of_a_name(bodies: tuple[str, ...], name: str, shown: str) -> None:
    assert in_full(corpus(*bodies), [name]) == [shown]


def test_the_shorter_form_that_more_texts_have_is_shown() -> None:
    texts = corpus("They saw “Ivo Brand Live” on Monday.", "On Monday Ivo Brand spoke.", "Then Ivo Brand left.")
    (item,) = texts.once(mentions).filter(pl.col("text") == "Ivo Brand")["item"].unique()
    assert in_full(texts, [item]) == ["Ivo Brand"]


def test_nothing_is_made_of_a_name_that_no_text_has() -> None:
    assert in_full(corpus("Nobody spoke."), ["Ada Holm", "Velm"]) == ["Ada Holm", "Velm"]
