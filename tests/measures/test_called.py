"""What somebody is called: in the name, before it, in apposition and behind *is*."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.actors import actor_lexicon
from framing.measures.called import called, read_called
from framing.measures.match import find


def told(text: str, actor: str = "Veldkamp") -> list[tuple[int, str | None]]:
    """Of each mention of an actor what it is called, and the words."""
    event = Event("e", "E", actors=(Actor(actor),))
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}), event)
    mentions = find(corpus, actor_lexicon(event.actors)).filter(part="body").sort("start")
    return list(called(corpus, mentions).sort("start").select("called", "names").iter_rows())


@pytest.mark.parametrize(
    ("text", "said", "word"),
    [
        ("The embattled Veldkamp went home.", -1, "embattled"),
        ("The embattled Mayor Veldkamp went home.", -1, "embattled"),
        ("Veldkamp, a hero of the flood, went home.", 1, "hero"),
        ("Veldkamp is a threat to the town.", -1, "threat"),
        ("Veldkamp has become a liar.", -1, "liar"),
        ("Veldkamp, the mayor, is a conspiracy theorist.", -1, "conspiracy theorist"),
        ("Veldkamp is not a hero.", -1, "hero"),
        ("Veldkamp is not a liar.", 0, None),  # evil that is denied is nothing
        # Said of others, or of nobody.
        ("The embattled mayor met Veldkamp.", 0, None),
        ("Veldkamp, a clerk of the dictator, went home.", 0, None),
        ("Veldkamp's brother is a liar.", 0, None),
        ("Veldkamp is at home with the liar.", 0, None),
        ("Veldkamp is chasing a thief.", 0, None),
        ("Veldkamp went home, and the liar stayed.", 0, None),
        ("Veldkamp is Hero Bakery's owner.", 0, None),  # a name
        ("Veldkamp is drawing attacks.", 0, None),
    ],
)
def test_what_a_name_is_called(text: str, said: int, word: str | None) -> None:
    assert told(text) == [(said, word)]


@pytest.mark.parametrize(
    ("actor", "text", "said"),
    [
        ("the polluters", "On Monday the polluters went home.", -1),
        ("toxic waste", "They found toxic waste in the lake.", -1),
        ("firefighters", "On Monday firefighters reached the village.", 1),
        ("smog over the lake", "People saw smog over the lake on Monday.", -1),
        # What a name only mentions is not what it is; a proper name says nothing.
        ("the report on pollution", "They read the report on pollution.", 0),
        ("pollution board", "They asked the pollution board for help.", 0),
        ("the Clean Rescue Act", "They passed the Clean Rescue Act on Monday.", 0),
        ("the mayor", "They asked the mayor.", 0),
    ],
)
def test_what_a_name_itself_says(actor: str, text: str, said: int) -> None:
    assert [value for value, _ in told(text, actor)] == [said]


def test_good_and_bad_words_cancel_out() -> None:
    assert told("The notorious Veldkamp is a hero.") == [(0, "notorious, hero")]


def test_a_corpus_without_mentions_or_names() -> None:
    assert told("Nobody is named.") == []
    assert told("Veldkamp") == [(0, None)]
    assert told("The hero is Veldkamp") == [(0, None)]


def test_no_word_is_in_two_kinds() -> None:
    terms = [form for entry in read_called().entries for form in entry.term.split("|")]
    assert len(terms) == len(set(terms))


PIECES = ["Veldkamp", "Veldkamp's", "hero", "liar", ",", "is", "not", "of", "the", "Mayor", ".", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(["Veldkamp", *words])
    found = told(text)
    assert len(found) == text.count("Veldkamp")
    assert all(said in (-1, 0, 1) for said, _ in found)
