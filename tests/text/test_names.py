"""Which words are part of a proper name. In the cases they are named; all others are ordinary words."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.text.names import names


def named(body: str, headline: str | None = None) -> str:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "headline": [headline], "body": [body]}))
    text = corpus.annotation
    return " ".join(text.forms["text"].gather(text.words["form"]).filter(pl.Series(names(text))))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The wise man met Jack Rage in Grim Hill.", "Jack Rage Grim Hill"),
        ("Gov. Ada Sharp met us. Sharp was late.", "Gov Ada Sharp Sharp"),  # known from before
        ("He saw Ada Sharp. Sharp knives were there, sharp as ever.", "Ada Sharp"),  # and in small letters
        ("Justice Department staff came. Justice came late.", "Justice Department"),
        ("Radical plans were made. Angry Farmers came.", "Farmers"),
        ("She asked: “Hope is lost?” She knew Ben Hope.", "Hope Ben Hope"),
        ("It was a TERRIBLE deal for the WHO and us.", "WHO"),
        ("“It is SAD,” he said.", ""),
        ("When I go, I’m glad.", ""),
        ("Óscar Źle met Édith Grand and the Şah.", "Źle Édith Grand Şah"),
    ],
)
def test_names(body: str, expected: str) -> None:
    assert named(body) == expected


def test_capitals_of_headlines_say_nothing_but_of_names_that_the_text_knows() -> None:
    assert named("Tom Savage spoke to the board of the mill.", "Savage Attack on Horrible Plan") == "Savage Savage"
    assert named("A dog spoke to the board of the mill.", "Savage Attack on Horrible Plan") == ""


@pytest.mark.parametrize(
    ("body", "headline", "expected"),
    [
        ("Nothing is decided yet.", "It is WAR in the mill", ""),
        ("The LOCK plan stands. It is small.", "Workers hail the LOCK plan", "LOCK LOCK"),  # an acronym
        ("A war of words: it was WAR at last.", "The mill", ""),
        ("He works for the PACT group.", "The mill", "PACT"),
        ("For us the US says it.", "So the US and WHO say", "US WHO US"),
    ],
)
def test_short_words_in_capitals_are_emphasis_or_acronyms(body: str, headline: str, expected: str) -> None:
    assert named(body, headline) == expected


@given(st.lists(st.sampled_from("Ada Rage rage the . : “ ” Party ( Gov. I met\n\n".split(" ")), max_size=30))
def test_an_article_is_read_alone(pieces: list[str]) -> None:
    body = " ".join(pieces)
    articles = pl.DataFrame({"outlet": ["x"] * 3, "body": [body, "Tom Rage met Ada.", body]})
    text = Corpus.from_frame(articles).annotation
    found = pl.DataFrame({"row": text.words["row"], "name": names(text)}).partition_by("row", as_dict=True)
    first, third = (found.get((row,), pl.DataFrame({"name": []}))["name"].to_list() for row in (0, 2))
    assert first == third
