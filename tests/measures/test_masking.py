"""Names and fixed terms are no words of a list and carry no tone; the same words elsewhere are."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.lexicon import read_lexicon
from framing.measures.masking import masked_sentences
from framing.measures.match import bundled, find
from framing.scoring.scores import score


def corpus_of(*bodies: str, actors: tuple[Actor, ...] = ()) -> Corpus:
    return Corpus.from_frame(
        pl.DataFrame({"outlet": ["x"] * len(bodies), "body": bodies}), Event("e", "E", actors=actors)
    )


def values(corpus: Corpus, metric: str) -> list[float | None]:
    return score(corpus, [metric]).metrics.filter(metric=metric).sort("article")["value"].to_list()


@pytest.mark.parametrize(
    ("named", "plain"),
    [
        ("The Trust Company filed it with the Harbour Board.", "The Mill Company filed it with the Harbour Board."),
        ("He met Grace Love at the Peace Palace.", "He met Jane Ford at the Tide Palace."),
        ("They sell crude oil at low interest rates.", "They sell apple oil at low posting rates."),
        (
            "The Security Council met on the gross domestic product.",
            "The River Council met on the whole domestic product.",
        ),
    ],
)
def test_a_name_carries_no_tone(named: str, plain: str) -> None:
    found = values(corpus_of(named, plain), "sentiment")
    assert found[0] == found[1]


def test_the_same_words_carry_tone_elsewhere() -> None:
    good, bad = values(corpus_of("They love peace and trust us.", "It was a crude and gross lie."), "sentiment")
    assert good is not None
    assert bad is not None
    assert good > 0.5
    assert bad < -0.3


def test_an_actors_own_name_is_no_sentiment_towards_it() -> None:
    actors = (Actor("Freedom League"), Actor("Death Valley Mine"))
    corpus = corpus_of("Freedom League members met the Death Valley Mine on Monday.", actors=actors)
    assert values(corpus, "sentiment_toward") == [0.0]


def test_a_term_in_a_name_is_no_hit_of_a_list_but_a_veto_still_hides() -> None:
    corpus = corpus_of("The Radical Party met Jack Savage. A radical plan came from thugs. Savage slept.")
    text = corpus.articles["text"][0]
    hits = [text[s:e] for s, e in find(corpus, bundled("loaded")).select("start", "end").iter_rows()]
    assert "Radical" not in hits
    assert "Savage" not in hits
    assert "thugs" in hits


@pytest.mark.parametrize(("extra", "found"), [("", ["harsh"]), ("names = true", ["Harsh", "harsh"])])
def test_a_list_may_say_that_names_count(extra: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "tough.toml"
    path.write_text(
        f'title="T"\nmeasure="tough"\nhigher="x"\nsource="x"\nlicence="MIT"\n{extra}\n'
        '[categories.a]\nterms=["harsh"]\n', encoding="utf-8",
    )  # fmt: skip
    corpus = corpus_of("We saw Ada Harsh in harsh light.")
    text = corpus.articles["text"][0]
    assert [text[s:e] for s, e in find(corpus, read_lexicon(path)).select("start", "end").iter_rows()] == found


def test_an_entry_may_say_that_names_count() -> None:
    hits = find(corpus_of("He called them Nazis and an Orwellian sect."), bundled("loaded"))
    assert {"nazi|nazis", "orwellian"} <= set(hits["rule"])


@given(
    st.lists(st.sampled_from("Justice Trust trust’s the War war met . “ ” not Great National’s é".split()), max_size=20)
)
def test_masking_moves_no_character(pieces: list[str]) -> None:
    corpus = corpus_of(" ".join(pieces) + " a")
    before, after = corpus.sentences["text"].to_list(), corpus.once(masked_sentences).to_list()
    assert [len(text) for text in before] == [len(text) for text in after]


@pytest.mark.parametrize(
    "body",
    [
        "A storm came, and the storm surge closed the port.",
        "The claims were many. Its boasts, their vows and this pledge fell flat.",
        "A rave and a wail, no answer and some comments.",
    ],
)
def test_a_noun_is_no_speech_verb(body: str) -> None:
    assert find(corpus_of(body), bundled("reporting_verbs")).height == 0
