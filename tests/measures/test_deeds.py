"""Who does what to whom, by the order of words."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.actors import actor_lexicon
from framing.measures.deeds import deeds, read_deeds
from framing.measures.match import find

EVENT = Event("e", "E", actors=(Actor("Veldkamp", kind="person"),))


def told(text: str) -> list[tuple[float, str | None]]:
    """Of each mention of Veldkamp what the deeds say, and their words."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}), EVENT)
    mentions = find(corpus, actor_lexicon(EVENT.actors)).filter(part="body").sort("start")
    return list(deeds(corpus, mentions).sort("start").select("deeds", "done").iter_rows())


@pytest.mark.parametrize(
    ("text", "said", "word"),
    [
        ("Veldkamp rescued two clerks from the river.", 1, "rescued"),
        ("Veldkamp, the harbour master since June, rescued two clerks.", 1, "rescued"),
        ("Two clerks were rescued by Veldkamp.", 1, "rescued"),
        ("Veldkamp has never helped the clerks.", -1, "helped"),
        ("Veldkamp poisoned the well.", -1, "poisoned"),
        ("The well was poisoned by Veldkamp.", -1, "poisoned"),
        ("Veldkamp did not lie to the clerks.", 0, None),
        ("The clerks accused Veldkamp of theft.", -1, "accused"),
        ("Veldkamp was accused of theft.", -1, "accused"),
        ("The clerks praised Veldkamp.", 1, "praised"),
        ("Veldkamp was praised for it.", 1, "praised"),
        ("The town prepares for the threat of Veldkamp.", -1, "threat of"),
        ("Veldkamp accused of theft.", -1, "accused"),  # no object follows the participle
        ("Veldkamp, arrested on Monday, went home.", 0, None),
        ("Veldkamp arrested on Monday.", -1, "arrested"),
        ("Veldkamp accused the clerks.", -1, "accused"),  # who attacks others is in no good light
        ("The clerks called for Veldkamp to go.", 0, None),
        ("The clerks grew tired of Veldkamp.", -1, "tired of"),
        ("The clerks were fed up with Veldkamp.", -1, "fed up with"),
        ("Criticism of Veldkamp grew.", -1, "criticism of"),
        ("The clerks trust in Veldkamp.", 1, "trust in"),
        ("Veldkamp kept his word.", 1, "kept his word"),
        ("Veldkamp broke his promise.", -1, "broke his promise"),
        ("Veldkamp came under fire.", -1, "came under fire"),
        ("Veldkamp faces charges.", -1, "faces charges"),
        ("Veldkamp was forced to leave.", -1, "forced to"),
        ("Veldkamp won the prize.", 1, "won"),
        ("Veldkamp's failure surprised the clerks.", -1, "failure"),
        ("Veldkamp’s courage surprised the clerks.", 1, "courage"),
        ("Veldkamp did not answer.", -0.5, "not"),
        ("Veldkamp never left the house.", -0.5, "never"),
        ("Veldkamp was seen, and not by the clerks.", 0, None),
        # Deeds of others, in another clause, or too far away.
        ("The clerks rescued the horses, and Veldkamp went home.", 0, None),
        ("Veldkamp went home, and the clerks poisoned the well.", 0, None),
        ("Veldkamp went home because the clerks poisoned the well.", 0, None),
        ("Veldkamp's lawyer poisoned the well.", 0, None),
        ("Thieves robbed Veldkamp.", 0, None),  # whoever suffers harm is neither good nor bad for it
        ("Veldkamp was robbed by thieves.", 0, None),
        ("Veldkamp walked along the long road that goes to the mill and helped.", 0, None),
    ],
)
def test_whose_deed_it_is(text: str, said: float, word: str | None) -> None:
    assert told(text) == [(said, word)]


def test_each_kind_counts_once_on_each_side_of_a_name() -> None:
    assert told("Veldkamp robbed and poisoned the clerks.") == [(-1, "robbed, poisoned")]
    assert told("The clerks who accused Veldkamp lied.") == [(-2, "accused, lied")]


def test_a_corpus_without_mentions_or_deeds() -> None:
    assert told("Nobody is named.") == []
    assert told("Veldkamp") == [(0, None)]


def test_no_verb_is_in_two_kinds() -> None:
    terms = [entry.term for entry in read_deeds().entries]
    assert len(terms) == len(set(terms))


PIECES = ["Veldkamp", "robbed", "by", ",", "was", "helped", "not", "and", ".", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(["Veldkamp", *words])
    found = told(text)
    assert len(found) == text.count("Veldkamp")
    assert all(-2 <= said <= 2 for said, _ in found)
