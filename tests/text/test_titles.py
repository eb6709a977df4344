"""Titles in quotation marks are nobody's speech; what looks like one and is said is."""

from __future__ import annotations

import polars as pl
import pytest

from framing.corpus.corpus import Corpus

TITLES = [
    "She wrote a book called “The Long Shift” on it.",
    "Her memoir, “Low Water,” came out.",
    "“Low Water,” a memoir by Roe, came out.",
    "“Night Ferry”, the long-running series, ends.",
    "He sang his song 'Go West' twice.",
    "It was titled ‘A Day at the Sea’ in print.",
    "The paper ran a story headlined “Mayor Hit by Scandal.” It sold.",
    "A programme called «Clean Ports» began.",
    "The essay “Why I Left” (2016) was long.",
    "The report, “Ports After 2030”, was long.",
    "They saw the film “Jaws” again.",
    "The pier is shut, Roe said on “Harbour Talk.”",
    'The pier is shut, Roe told Ada Holm on Radio Velm\'s "Harbour & Sea" on Sunday.',
    "In an interview with Radio Velm’s “Harbour Talk”, Roe was calm.",
    "Ada Holm, the host of “Harbour Talk,” was calm.",
]
SPEECH = [
    "“Go Home,” a man shouted.",
    "“Go Home,” a show host said.",
    "“Stop,” the film star said.",
    "Her song goes: “Go West.”",
    "He said in the film “No” twice.",
    "In the film “we all go home”.",
    "He called “Delft Rising” a fraud.",
    "Critics called it “A Disgrace”.",
    "He was called “Big Ben” at school.",
    "The headline “Mayor hit by scandal” was wrong.",
    "The book was called “a fraud” by Roe.",
    "In her book “it rains” once.",
    "Roe said on the pier “Go Home” twice.",
    "Roe agreed with Holm’s “Keep Out” and left.",
    "Roe said he was tired of “Fake News” in Velm.",
    "Roe said on “Monday” it rained.",
]


def quoted(text: str) -> bool:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    return bool(corpus.tokens["quoted"].any())


@pytest.mark.parametrize("text", TITLES)
def test_titles_are_no_speech(text: str) -> None:
    assert not quoted(text)


@pytest.mark.parametrize("text", SPEECH)
def test_what_is_said_is_no_title(text: str) -> None:
    assert quoted(text)
