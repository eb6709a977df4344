"""Shared text: robust to what does not matter, equal to plain sets of shingles, and found in real coverage."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
import pytest

from framing.comparison.texts import reuse as module
from framing.comparison.texts.plain_words import plain_words
from framing.comparison.texts.reuse import SHINGLE, reuse
from framing.comparison.texts.stories import stories
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, Outlet
from framing.corpus.load import load
from tests.conftest import shared

BODY = (
    "Harbour officials favour a new defence of the old pier, the mayor said on February 3. “It cost 12 million crowns "
    "and nobody's licence was cancelled,” she told the centre for well-known sailors. About 25 percent of the "
    "programme was analysed by twenty-five experts from the café."
)


def corpus_of(*bodies: str, event: Event | None = None, **columns: Any) -> Corpus:
    frame = pl.DataFrame({"outlet": [f"O{n}" for n in range(len(bodies))], "body": bodies, **columns})
    return Corpus.from_frame(frame, event)


def words(body: str) -> list[str]:
    return plain_words(corpus_of(body))["word"].to_list()


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("“It’s over,” she said.", '"It\'s over", she said.'),
        ("Labour favours the colourful neighbours", "Labor favors the colorful neighbors"),
        ("authorised, organisation, analysed, paralysing", "authorized, organization, analyzed, paralyzing"),
        ("The centre, a theatre, of fibre", "The center, a theater, of fiber"),
        ("defence offence licence pretence", "defense offense license pretense"),
        ("cancelled, travelling, enrolment, skilful", "canceled, traveling, enrollment, skillful"),
        ("a catalogue of programmes", "a catalog of programs"),
        ("grey tyres and cheques", "gray tires and checks"),
        ("seven, twelve and twenty-five", "7, 12 and 25"),
        ("1,000 ships", "1000 ships"),
        ("$60 billion, 3m crowns and 5 thousand", "$60bn, 3 million crowns and 5k"),
        ("12 percent and 3 per cent", "12% and 3 pct"),
        ("on Feb. 28th", "on February 28"),
        ("the U.S. and the U.K.", "the US and the UK"),
        ("a next-generation network", "a next generation network"),
        ("café and naïve", "cafe and naive"),
        ("Norden (NRD.L) and Sund <SND.UL> fell", "Norden and Sund fell"),
        ("LONDON, March 9 (Agency) - The pier fell", "The pier fell"),
        ("WESTHAVEN — The pier fell", "The pier fell"),
        ("Westhaven, March 9 (Agency) -- The pier fell", "The pier fell"),
        ("The EU's plan", "THE EU’S PLAN"),
    ],
)
def test_what_only_differs_in_its_dress_is_the_same(written: str, otherwise: str) -> None:
    assert words(written) == words(otherwise) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$60 million", "$60 billion"), ("1.5 metres", "15 metres"), ("may fall", "will fall"),
        ("The pier - an old one - fell", "an old one - fell"), ("he (the mayor) fell", "he fell"),
    ],
)  # fmt: skip
def test_what_differs_in_substance_stays_different(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_plain_words_know_where_they_stand() -> None:
    corpus = corpus_of(BODY, "LONDON (Agency) - The well-known £3bn pier (NRD.L) fell.")
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    rows = plain_words(corpus).filter(article=corpus.articles["article"][1])
    shown = [texts[row["article"]][row["start"] : row["end"]] for row in rows.iter_rows(named=True)]
    assert shown == ["The", "well-known", "well-known", "3bn", "pier", "fell"]
    assert rows["word"].to_list() == ["the", "wel", "known", "3e9", "pier", "fel"]


def test_a_number_takes_no_unit_from_the_next_article() -> None:
    rows = (
        plain_words(corpus_of("The pier cost 60", "Billion by billion the pier fell")).group_by("article").agg("word")
    )
    assert dict(rows.iter_rows()) == {
        "o0/1": ["the", "pier", "cost", "60"],
        "o1/2": ["billion", "by", "billion", "the", "pier", "fel"],
    }


def test_an_article_without_words_has_no_plain_ones() -> None:
    corpus = corpus_of("", "- (EU) 12%", "The pier fell")
    assert plain_words(corpus).select("article", "word").rows() == [
        ("o1/2", "12"), ("o2/3", "the"), ("o2/3", "pier"), ("o2/3", "fel"),
    ]  # fmt: skip
    assert reuse(corpus).is_empty()


def test_containment_and_jaccard_by_hand() -> None:
    # Twelve words have eight shingles of five; of the six words that are shared come two of them.
    long = "a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1"
    short = "a1 b1 c1 d1 e1 f1 x2 y2"  # four shingles
    row = reuse(corpus_of(long, short)).row(0, named=True)
    assert row["shared"] == 2
    assert row["containment"] == pytest.approx(2 / 4)
    assert row["jaccard"] == pytest.approx(2 / (8 + 4 - 2))
    assert row["band"] == "related version"  # too short to be a copy


def test_another_spelling_is_a_copy_in_full() -> None:
    american = (
        BODY.replace("Harbour", "Harbor").replace("favour", "favor").replace("defence", "defense").replace("“", '"')
        .replace("”", '"').replace("licence", "license").replace("cancelled", "canceled").replace("centre", "center")
        .replace("percent", "%").replace("programme", "program").replace("analysed", "analyzed")
        .replace("twenty-five", "25").replace("café", "cafe").replace("12 million", "12m").replace("February", "Feb.")
    )  # fmt: skip
    assert american != BODY
    row = reuse(corpus_of(BODY, "WESTHAVEN, Feb 4 (Agency) - " + american)).row(0, named=True)
    assert (row["containment"], row["jaccard"], row["band"]) == (1, 1, "copy")


def random_corpus(seed: int, families: int = 6, members: int = 4) -> Corpus:
    """Families of versions of one text: cut, edited by the word, in any order."""
    random = np.random.default_rng(seed)
    bodies = []
    for _ in range(families):
        text = random.integers(0, 900, 160)
        for _ in range(members):
            version = text[: random.integers(60, 161)].copy()
            changed = random.random(len(version)) < random.choice([0.0, 0.01, 0.05, 0.2])
            version[changed] = random.integers(0, 900, changed.sum())
            bodies.append(" ".join(f"w{number}q" for number in version))
    return corpus_of(*random.permutation(bodies).tolist())


def plain_reuse(corpus: Corpus) -> dict[tuple[str, str], tuple[int, float]]:
    """The same by sets and all pairs."""
    sets = {}
    for (key,), rows in plain_words(corpus).group_by("article"):
        run = rows["word"].to_list()
        sets[str(key)] = {tuple(run[at : at + SHINGLE]) for at in range(len(run) - SHINGLE + 1)}
    both = {(a, b): len(sets[a] & sets[b]) for a, b in combinations(sorted(sets), 2)}
    found = {(a, b): (count, count / min(len(sets[a]), len(sets[b]))) for (a, b), count in both.items()}
    return {pair: numbers for pair, numbers in found.items() if numbers[1] >= module.LISTED}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_equal_to_sets_of_shingles(seed: int) -> None:
    corpus = random_corpus(seed)
    found = {(row["a"], row["b"]): row for row in reuse(corpus).iter_rows(named=True)}
    expected = plain_reuse(corpus)
    assert found.keys() == expected.keys()
    for pair, (count, containment) in expected.items():
        assert found[pair]["shared"] == count
        assert found[pair]["containment"] == pytest.approx(containment)


def test_a_sample_of_shingles_finds_what_matters_with_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = random_corpus(4)
    monkeypatch.setattr(module, "_WHOLE", 0)
    found = {(row["a"], row["b"]): row["containment"] for row in reuse(corpus).iter_rows(named=True)}
    expected = {pair: containment for pair, (_, containment) in plain_reuse(corpus).items()}
    assert found.items() <= {pair: pytest.approx(value) for pair, value in expected.items()}.items()
    assert {pair for pair, value in expected.items() if value >= 0.5} <= found.keys()


@pytest.mark.parametrize("length", [12, 4], ids=["long texts", "short texts"])
def test_recall_of_near_copies_among_texts_of_shared_sentences(monkeypatch: pytest.MonkeyPatch, length: int) -> None:
    """Copies cut and edited, among texts shuffled from the same sentences: at least 99 % of those with .8 are found."""
    monkeypatch.setattr(module, "_WHOLE", 0)
    monkeypatch.setattr(module, "_COMMON_OF_MANY", 8)
    random = np.random.default_rng(7)
    sentences = [" ".join(f"w{word}q" for word in random.integers(0, 4000, 30)) for _ in range(100)]
    texts = [" ".join(random.choice(sentences, length, replace=False)) for _ in range(90)]
    for text in texts[:60]:
        words = text.split()
        kept = words[int(random.integers(0, len(words) // 10)) :]
        for at in random.integers(0, len(kept), max(1, len(kept) // 100)):
            kept[at] = f"x{at}q"
        texts.append(" ".join(kept))
    corpus = corpus_of(*random.permutation(texts).tolist())
    found = {(row["a"], row["b"]) for row in reuse(corpus).iter_rows(named=True)}
    near = {pair for pair, (_, containment) in plain_reuse(corpus).items() if containment >= module.COPY}
    assert len(near) >= 50
    assert len(near & found) >= 0.99 * len(near)


def test_a_text_that_very_many_print_is_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMMON", 6)
    story = " ".join(f"word{n}" for n in range(80))
    bodies = [story if n % 2 else f"{story} Ending of paper{n} here." for n in range(20)]
    dates = [dt.date(2031, 3, 3 + (n != 7)) for n in range(20)]
    corpus = corpus_of(*bodies, published=dates)
    shared_text = reuse(corpus)
    assert shared_text.height < 19 * 20 / 2
    told = stories(corpus, shared_text)
    assert told["story"].unique().to_list() == ["o7/8"]
    assert set(told["copy_of"].drop_nulls()) == {"o7/8"}
    assert told["copy_of"].null_count() == 1


@pytest.mark.parametrize(
    ("columns", "source"),
    [
        ({"published": [dt.date(2031, 3, 3), dt.date(2031, 3, 2), dt.date(2031, 3, 1)]}, "o2/3"),
        ({"published": [dt.date(2031, 3, 3), dt.date(2031, 3, 2), None]}, "o1/2"),
        ({"agency": ["O1", "O1", "O1"], "published": [dt.date(2031, 3, 1), dt.date(2031, 3, 2), None]}, "o1/2"),
        ({}, "o1/2"),  # the one most like the others
    ],
    ids=["earliest", "with a date", "the agency itself", "most alike"],
)
def test_the_likely_source(columns: dict[str, Any], source: str) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    corpus = corpus_of(f"{text} and one more.", text, text, **columns)
    told = stories(corpus, reuse(corpus))
    assert told["story"].unique().to_list() == [source]
    assert dict(told.select("article", "copy_of").iter_rows()) == {
        key: None if key == source else source for key in ("o0/1", "o1/2", "o2/3")
    }


def test_an_agency_of_the_event_is_the_source_even_if_later() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    dates = [dt.date(2031, 3, 1), dt.date(2031, 3, 9)]
    corpus = corpus_of(text, text, published=dates, event=Event("e", "E", outlets=(Outlet("O1", kind="agency"),)))
    assert stories(corpus, reuse(corpus))["story"].unique().to_list() == ["o1/2"]


@pytest.mark.parametrize("bodies", [(), ("",), ("One article only.",), ("", "", "x"), (BODY, BODY, BODY)])
def test_few_or_equal_articles(bodies: tuple[str, ...]) -> None:
    frame = pl.DataFrame(
        {"outlet": ["O"] * len(bodies), "body": list(bodies)}, schema=dict.fromkeys(("outlet", "body"), pl.String)
    )
    corpus = Corpus.from_frame(frame)
    found = reuse(corpus)
    told = stories(corpus, found)
    assert told.height == len(bodies)
    assert found.height == (3 if bodies[:1] == (BODY,) else 0)
    assert told["copy_of"].drop_nulls().len() == (2 if bodies[:1] == (BODY,) else 0)


def test_the_families_of_real_coverage() -> None:
    corpus = load(shared("events") / "putin-oil-cap")
    told = stories(corpus, reuse(corpus))
    families = {
        frozenset(names) for names in told.group_by("story").agg("outlet")["outlet"].to_list() if len(names) > 1
    }
    assert families == {
        frozenset({"Hindustan Times", "Energy Voice", "Financial Post", "Business Standard"}),  # Bloomberg
        frozenset({"Reuters", "IBTimes", "Business Live", "Channel News Asia", "Times of India"}),  # two takes
    }
    assert set(told.filter(role="version")["outlet"]) == {"Channel News Asia", "Times of India"}
    assert told.filter(outlet="Hindustan Times").select("origin", "basis").row(0) == ("Bloomberg", "credit")
    assert told.filter(outlet="TASS")["copy_of"].item() is None
    assert told.filter(outlet="IBTimes")["copy_of"].item().startswith("reuters/")
    bands = dict(reuse(corpus).select(pl.concat_str("a", "b", separator=" "), "band").iter_rows())
    assert not [pair for pair, band in bands.items() if "tass/" in pair and band != "independent"]
    assert "related version" in {
        band for pair, band in bands.items() if "channel-news-asia/" in pair and "reuters/" in pair
    }
