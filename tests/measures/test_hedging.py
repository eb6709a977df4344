"""Hedges and weasel words: senses that are meant, senses that are not, and agreement with coders."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.measures.lexicon import read_lexicon
from framing.measures.match import LEXICONS, find
from tests.conftest import shared


def hits(measure: str, *texts: str) -> list[list[str]]:
    """The words found in each text."""
    keys = [f"x/{number:05d}" for number in range(len(texts))]
    corpus = Corpus.from_frame(pl.DataFrame({"article": keys, "outlet": ["x"] * len(texts), "body": texts}))
    whole = dict(corpus.articles.select("article", "text").iter_rows())
    found: dict[str, list[str]] = {key: [] for key in keys}
    for row in find(corpus, read_lexicon(LEXICONS / f"{measure}.toml")).iter_rows(named=True):
        found[row["article"]].append(whole[row["article"]][row["start"] : row["end"]])
    return list(found.values())


SENSES = [
    # may, the modal; not the month, not the name
    ("The firm may sell its office.", ["may"]),
    ("They signed in May and left.", []),
    ("Theresa May resigned as Mrs May had promised.", []),
    ("It passed on May 4, and May was warm.", []),
    ("A ruling may be near, but may not come.", ["may be", "may not"]),
    # might, the modal; not strength
    ("Prices might fall.", ["might"]),
    ("The army showed its might and pulled with all its might.", []),
    # could: possibility, not past ability
    ("The ruling could cost the city millions.", ["could"]),
    ("From the roof she could see the harbour, and he could not move.", []),
    ("They ran as fast as they could.", []),
    ("He could swim when he was three.", []),
    # about and around before a number; not about to, not the topic
    ("About 30 people and around 12 dogs came.", ["About", "around"]),
    ("They were about to leave for talks about China.", []),
    ("They walked around the lake.", []),
    ("They talked about 5 plans, worried about 2026 and saw a film about 12 jurors.", []),
    ("It starts at about noon.", ["about"]),
    ("It took about a year.", ["about"]),
    # some before a number
    ("Some 300 ships waited.", ["Some"]),
    ("They ate some bread.", []),
    # appear: seeming; not being there
    ("The minister appears to agree.", ["appears to"]),
    ("She will appear in court; he appeared before the panel and appeared on television.", []),
    # suggest: evidence; not a proposal
    ("The files suggest that he knew.", ["suggest"]),
    ("She suggested a plan and he suggested a name.", []),
    # likely
    ("Rain is likely.", ["likely"]),
    ("The poll asked likely voters, and likely Republican voters.", []),
    ("It is not likely that it rains.", ["likely"]),
    # would in reported future is none; with a weakening word it is
    ("He said he would resign in June.", []),
    ("That would probably fail.", ["would", "probably"]),
    # believe: opinion; not faith
    ("Police believe the car was stolen.", ["believe"]),
    ("They believe in miracles.", []),
    # think: opinion; not a think tank, not reflection
    ("A think tank wrote it after they thought about it twice.", []),
    ("The man is thought to have fled.", ["is thought"]),
    # possible
    ("A possible strike worries them.", ["possible"]),
    ("It was not possible, so come as soon as possible.", []),
    ("It’s possible that it rains.", ["It’s possible"]),
    ("A deal is possible by Friday, come what may.", ["possible"]),
    # virtually: almost; not by video
    ("They met virtually; virtually nobody spoke.", ["virtually"]),
    # whether: an open question; not a report of one
    ("It is unclear whether it works.", ["It is unclear", "whether"]),
    ("She asked whether they would come.", []),
    # alleged: unproven; not the verb of a named speaker
    ("The alleged thief ran.", ["alleged"]),
    ("Prosecutors alleged fraud.", []),
    # assume office
    ("She assumed office in March.", []),
    ("We assume that it works.", ["assume"]),
    # rather, quite, kind of
    ("They chose tea rather than coffee, quite a feat, the kind of thing one likes.", []),
    ("It was rather cold and kind of sad.", ["rather", "kind of"]),
    ("The expected answer came; it is expected to rain.", ["expected to"]),
    ("Officials say it rained. Some say it snowed.", ["Some say"]),
]


@pytest.mark.parametrize(("text", "expected"), SENSES, ids=[text for text, _ in SENSES])
def test_senses_of_hedges(text: str, expected: list[str]) -> None:
    assert hits("hedging", text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many critics say it is the finest film.", ["Many critics", "finest"]),
        ("Some think so; some 20 do not, and some day all will.", ["Some think"]),
        ("As many as nine, so many years, how many times.", []),
        ("It is widely believed that he left.", ["is widely believed"]),
        ("A certain man was certain that it was certain to rain.", []),
        ("Several experts agree, after several years.", ["Several experts"]),
        ("One of the most popular books has been described as dull.", ["One of the most", "has been described"]),
    ],
)
def test_senses_of_weasel_words(text: str, expected: list[str]) -> None:
    found = hits("weasel", text)[0]
    for phrase in expected:
        assert any(phrase in hit or hit in phrase for hit in found), found
    assert len(found) >= len(expected)
    if not expected:
        assert found == []


def f1(predicted: list[bool], gold: list[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of sentences with a hit."""
    both = sum(p and g for p, g in zip(predicted, gold, strict=True))
    precision, recall = both / sum(predicted), both / sum(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_weasel_words_agree_with_coders_of_wikipedia() -> None:
    """CoNLL-2010's Wikipedia sentences; the best system of the shared task reached an F1 of .602 on its test set.

    All of these rows were read when rules were dropped: expect .65 on other rows (see docs/word-lists.md).
    """
    rows = [json.loads(line) for line in shared("gold/wikiweasel.jsonl").read_text(encoding="utf-8").splitlines()]
    found = hits("weasel", *(row["text"].replace("-LRB-", "(").replace("-RRB-", ")") for row in rows))
    precision, _, score = f1([bool(words) for words in found], [row["uncertain"] == 1 for row in rows])
    assert precision >= 0.62
    assert score >= 0.68


def test_hedges_agree_with_a_coder_of_news() -> None:
    """Sentences of BASIL's bodies coded for hedges by hand (tests/hedges.csv holds the codes alone).

    The list was mended after draws 1 and 2 were scored; draws 3 (two coders) and 4 (three, the majority counts) were
    coded before they were scored, and nothing was mended after them.
    """
    articles = [json.loads(line) for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines()]
    sentences = {
        (item["uuid"], item["source"], str(number)): text
        for item in articles
        for number, text in enumerate(text for paragraph in item["body-paragraphs"] for text in paragraph)
    }
    with (Path(__file__).parents[1] / "hedges.csv").open(encoding="utf-8", newline="") as lines:
        codes = [code for code in csv.DictReader(lines) if code["draw"] in "34"]
    found = hits("hedging", *(sentences[code["article"], code["outlet"], code["sentence"]] for code in codes))
    precision, _, score = f1([bool(words) for words in found], [code["hedge"] == "1" for code in codes])
    assert precision >= 0.80
    assert score >= 0.80
