"""Where sentences end. A bar marks each boundary of the cases."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from tests.conftest import shared

CASES = [
    "It rained.|It stopped.",
    "Did it rain?|Yes!|It did.",
    # initials, titles, abbreviations
    "Dr. J. K. Moor met Mr. Benn.|They left.",
    "Sen. Ana Ruiz, Gov. Jo Benn and Rep. Al Ott met on Jan. 5 at 10 Main St. in Delft.",
    "The U.S. Senate met.|The bill came from the U.S.|It failed.",
    "He works for Benn Inc. in Delft.|He likes it.",
    "They met at 5 p.m. on Friday.|She left at 9 a.m.|The rest stayed.",
    "No. 10 said no.|It was rule No. 5.",
    "It was sold to B&H.|Buyers had waited.|They cut R&D.|Benn & J. Roe left.",
    # numbers
    "It cost $3.5 million, or 1,000.50 each.|That is a lot.",
    "Prices rose 3.5 percent.|In 2019 they fell.",
    # ellipses
    "He waited ... and left.",
    "He left.|… She stayed.",
    # quotations and brackets after stops
    "“It rained.”|They left.",
    "“It rained,” she said.|“It stopped.”",
    '"Did it rain?"|"Yes," she said.',
    "He left.|(She stayed.)|They met.",
    "‘It rained.’|They left.",
    "Booking.com grew.|It hired.",
    # a question or a cry, and who utters it
    "“Will it hold?” Ana Roe asked.|“It will!” Vale said.|“Who pays?”|Roe left.",
    "“Will it hold?” asked Roe.|“It will!” Mr. J. Vale said.",
    # numbers of lists, times of live blogs
    "1. Keep it shut.|2. was left out.",
    "1.2. Keep it shut.|It was rule 1.2.|It held.",
    "Step 1. Keep it shut.|The first step 1. was left out.",
    "We took step 3.|We went.",
    # quotations in small letters
    'Prices rose. "price gouging" will be punished, it said.'.replace(". ", ".|", 1),
    "He left.|“the worst” was over, she said.",
    'He paid approx. "five" pounds to Mr. "big" Roe, i.e. "so" it is, at 3 p.m. "sharp" or so.',
    "He said “no.” “maybe” is a word.",
    'He said "It is late. " and left.',
    "10.45 a.m. The mayor arrived.|She left at 9 a.m.|The rest stayed.",
    # British and Indian papers
    "Cllr. Ana Roe and Shri. Vale paid Rs. 500 to Det. Insp. Ott of Pell Pvt. Ltd. in Delft.",
]


def split(text: str) -> list[str]:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    return corpus.sentences["text"].to_list()


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    assert split(case.replace("|", " ")) == case.split("|")


def test_a_paragraph_always_ends_a_sentence() -> None:
    assert split("A headline without a stop\n\nand more, Mr.\n\nBenn") == [
        "A headline without a stop", "and more, Mr.", "Benn",
    ]  # fmt: skip


@given(st.text(alphabet="Aab.!?… \n\"“”'()5", max_size=60))
def test_sentences_hold_every_character_that_is_no_blank_in_order(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_finds_the_boundaries_of_news() -> None:
    """BASIL comes split by people into sentences: how many beginnings inside paragraphs we find."""
    articles = [json.loads(line) for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines()]
    bodies, given = [], []
    for number, article in enumerate(articles):
        body = ""
        for paragraph in article["body-paragraphs"]:
            for place, sentence in enumerate(text for text in map(str.strip, paragraph) if text):
                body += ("" if not body else " " if place else "\n\n") + sentence
                if place:
                    given.append((f"x/{number:03d}", len(body) - len(sentence)))
        bodies.append(body)
    keys = [f"x/{number:03d}" for number in range(len(bodies))]
    corpus = Corpus.from_frame(pl.DataFrame({"article": keys, "outlet": ["x"] * len(keys), "body": bodies}))
    ours = set(corpus.sentences.select("article", "start").iter_rows())
    assert len(given) > 1500
    assert sum(start in ours for start in given) / len(given) >= 0.99


def test_a_sentence_without_end_is_cut() -> None:
    """Whatever looks at a whole sentence stays bounded; the article says so."""
    rows = {"outlet": ["A", "B"], "body": ["rain " * 2500, "It rains. He waits."]}
    corpus = Corpus.from_frame(pl.DataFrame(rows))
    assert corpus.sentences["words"].to_list() == [1000, 1000, 500, 2, 2]
    assert corpus.sentences["paragraph"].unique().to_list() == [0]
    assert corpus.articles["flags"].to_list() == [["long_sentence"], []]
