"""The whole in which a name stands, and names of which only a part was read."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.in_full import in_common, in_whole
from framing.comparison.content.longer import whole_name
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event


def corpus(*bodies: str) -> Corpus:
    rows = [(f"Outlet {at}", "A headline of the day", body) for at, body in enumerate(bodies)]
    frame = pl.DataFrame(rows, schema={"outlet": pl.String, "headline": pl.String, "body": pl.String}, orient="row")
    return Corpus.from_frame(frame, Event("e", "E"))


@pytest.mark.parametrize(
    ("body", "name", "whole"),
    [
        ("They saw the Canadian Union of Coopers there.", "Union of Coopers", "Canadian Union of Coopers"),
        ("They heard of Seoul’s Council of Tides there.", "Council of Tides", "Seoul’s Council of Tides"),
        ("They heard of Monday’s Council of Tides there.", "Council of Tides", "Council of Tides"),
        ("They fell into the Gulf of Velm there.", "Gulf of Velm", "Gulf of Velm"),
        ("They said that Task Force 70, of Velm, came.", "Task Force", "Task Force 70"),
        ("They said that Task Force 70 times.", "Task Force", "Task Force"),
        ("They saw Brask (DDV 63) lie there.", "DDV", None),
        ("They saw the DDV lie there.", "DDV", "DDV"),
        ("They heard Rear Adm. Ada Holm there.", "Rear", None),
        ("They made a Tide Commission to Assess the Piers of Velm there.", "Tide Commission", None),
        ("They sent the Tide Commission to France on Monday.", "Tide Commission", "Tide Commission"),
        ("They met the lawyer Ada Holm of Velm there.", "Ada Holm", "Ada Holm"),
        ("They met in British Columbia on Monday.", "Columbia", "British Columbia"),
    ],
)
def test_the_whole_of_a_name(body: str, name: str, whole: str | None) -> None:
    assert whole_name(corpus(body), name) == whole


def test_a_name_that_also_stands_alone_is_whole() -> None:
    both = corpus("They saw the Canadian Union of Coopers there.", "They saw the Union of Coopers there.")
    assert whole_name(both, "Union of Coopers") == "Union of Coopers"


def test_the_whole_has_its_article_and_an_owner_none() -> None:
    union = corpus("They saw the Canadian Union of Coopers there.")
    assert in_whole(union, "Union of Coopers") == "the Canadian Union of Coopers"
    owned = corpus("They heard of Seoul’s Council of Tides there.")
    assert in_whole(owned, "Council of Tides") == "Seoul’s Council of Tides"


def test_what_all_have_of_a_name_is_shown() -> None:
    texts = corpus("He sold the Tidepad XL there. The Tidepad is old.", "He sold a Tidepad there.")
    every = texts.articles["article"].to_list()
    assert in_common(texts, "Tidepad XL", every) == "Tidepad"
    assert in_common(texts, "Tidepad XL", every[:1]) == "Tidepad XL"
    people = corpus("The lawyer Ada Holm said so.", "Later Ada Roe said so.")
    assert in_common(people, "Ada Holm", people.articles["article"].to_list()) == "Ada Holm"
