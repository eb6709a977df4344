"""What a speech verb says of the truth of what is said (docs/speech-verbs-codebook.md)."""

from __future__ import annotations

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.measures.match import bundled, find


def kinds(sentence: str) -> list[str]:
    """The speech verbs of a sentence and their kind: *claimed: doubt*."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["The Pier"], "headline": ["Harbour"], "body": [sentence]}))
    hits = find(corpus, bundled("reporting_verbs")).filter(part="body")
    text = corpus.articles["text"].item()
    return [f"{text[start:end]}: {kind}" for start, end, kind in hits.select("start", "end", "category").iter_rows()]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The mayor claimed that the pier is safe.", ["claimed: doubt"]),
        ("Claim forms lay there. Ferries claim a third of it, and Roe claimed a prize.", []),
        ("Roe claimed a plot was behind it.", ["claimed: doubt"]),
        ("Thunder rolled. The mayor thundered that it must end.", ["thundered: neutral"]),
        ("Who was near the gate should call the station.", []),
        ("A small group claimed responsibility, and later claimed credit for the fire.", []),
        ("The union insisted that the pier was safe.", ["insisted: doubt"]),
        ("The union insisted on a second vote.", []),
        ("The union insisted that the mayor must go.", []),
        ("The firm boasted that it had no debt.", ["boasted: doubt"]),
        ("The town boasts a new pier.", []),
        ("The firm denied that it had cut corners.", ["denied: neutral"]),
        ("Ms Holm argued that the pier is old.", ["argued: neutral"]),
        ("Ms Holm complained that the pier is old.", ["complained: neutral"]),
        ("The engineers warned that the pier may sink.", ["warned: neutral"]),
        ("The council vowed to rebuild it.", ["vowed: neutral"]),
        ("The firm admitted that it had cut corners.", ["admitted: endorse"]),
        ("Mr Roe recalled that the lights went out.", ["recalled: endorse"]),
        ("A poll found most of them in favour.", ["found: endorse"]),
        ("Officials confirmed that the lights went out.", ["confirmed: endorse"]),
        ("The senate confirmed the judge in May.", []),
        ("The pier reminded him of home.", []),
        ("The report was asked to explain the loss.", ["asked: neutral"]),
    ],
)
def test_the_verb_says_what_the_writer_holds_true(sentence: str, expected: list[str]) -> None:
    assert kinds(sentence) == expected
