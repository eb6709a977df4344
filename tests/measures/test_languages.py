"""Measures of another language: null elsewhere, and the German ones that are given as an example."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Analyser
from framing.measures.analysers import discover
from framing.scoring.scores import Scores, score

EXAMPLE = Path(__file__).parents[2] / "examples" / "german"
GERMAN = (
    "Die Brücke könnte am Montag gesperrt werden. Offenbar sind rund 300 Pendler betroffen. "
    "Der Rat soll angeblich gezahlt haben, heißt es im Rathaus. Wohl und Wehe der Stadt hängen daran."
)
ENGLISH = "The bridge may close on Monday. The council is said to have paid. Wohl, they say, and laut."


@pytest.fixture(scope="module")
def scores() -> Scores:
    articles = pl.DataFrame(
        {"article": ["de/1", "en/1"], "outlet": ["A", "B"], "language": ["de", "en"], "body": [GERMAN, ENGLISH]}
    )
    found = discover([EXAMPLE / "absicherung.toml"], [EXAMPLE / "lesbarkeit.py"])
    return score(Corpus.from_frame(articles), analysers=found)


def test_a_measure_has_values_in_its_own_language_only(scores: Scores) -> None:
    values = {(article, metric): value for article, _, metric, value, _ in scores.metrics.iter_rows()}
    for name, metric in scores.measures.items():
        for article, language in (("de/1", "de"), ("en/1", "en")):
            if metric.language not in (None, language):
                assert values[article, name] is None, (article, name)
    assert values["de/1", "absicherung"] is not None
    assert values["en/1", "hedging"] is not None
    german = [name for name, metric in scores.measures.items() if metric.language == "de"]
    of_english = scores.evidence.filter(article="en/1")["metric"].unique().to_list()
    assert not set(german) & set(of_english)


def test_german_hedges_are_those_of_the_list(scores: Scores) -> None:
    found = scores.evidence.filter(metric="absicherung").sort("start")["text"].to_list()
    assert found == ["könnte", "Offenbar", "rund", "soll", "angeblich", "heißt es"]


def test_german_readability_is_that_worked_by_hand() -> None:
    body = "Der Hund lief. Die Katze schlief lange."  # 7 words, 2 sentences, 9 syllables, none of three or long but one
    articles = pl.DataFrame({"outlet": ["A"], "language": ["de"], "body": [body]})
    found = score(Corpus.from_frame(articles), ["lesbarkeit"], discover((), [EXAMPLE / "lesbarkeit.py"])).metrics
    values = dict(found.select("metric", "value").iter_rows())
    assert values["amstad"] == pytest.approx(180 - 7 / 2 - 58.5 * 9 / 7)
    expected = 0.1672 * 7 / 2 + 0.1297 * 100 / 7 - 0.0327 * 500 / 7 - 0.875
    assert values["wiener_sachtextformel"] == pytest.approx(expected)


def test_each_language_has_its_own_syllables() -> None:
    """*lange* has one syllable in English names, two in German, whichever was asked first."""
    from framing.measures.analysers.readability import word_counts

    assert word_counts(pl.Series(["lange"])).row(0, named=True)["syllables"] == 1
    (german,) = discover_file(EXAMPLE / "lesbarkeit.py")
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "language": ["de"], "body": ["Lange."]}))
    found = score(corpus, ["amstad"], [german]).metrics.filter(metric="amstad")["value"].item()
    assert found == pytest.approx(180 - 1 - 58.5 * 2)


def discover_file(path: Path) -> list[Analyser]:
    return [item for item in discover((), [path]) if item.file == path.name]
