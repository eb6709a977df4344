"""What is said of measures is true, and the word lists for frames and the like find the senses they mean."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.measures.analysers import discover, lexicon_analyser
from framing.measures.analysers.passive import agentless_passive
from framing.measures.catalogue import measures
from framing.measures.lexicon import read_lexicon
from framing.measures.match import LEXICONS, find
from framing.measures.validation import NOT_VALIDATED, validation
from framing.scoring.scores import score

ROOT = Path(__file__).parents[2]
LISTS = ("frames", "policy", "moral", "causality")


def found(text: str, name: str) -> list[tuple[str, str]]:
    """Category and words of each hit of a list."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    hits = find(corpus, read_lexicon(LEXICONS / f"{name}.toml"))
    whole = corpus.articles["text"][0]
    return [(row["category"], whole[row["start"] : row["end"]]) for row in hits.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("frames", "The row over quotas turned into a standoff.", [("conflict", "row"), ("conflict", "standoff")]),
        ("frames", "They sat in a row of chairs in the front row.", []),
        ("frames", "He died of a heart attack.", []),
        ("frames", "His widow wept.", [("human_interest", "widow"), ("human_interest", "wept")]),
        ("frames", "Police fired tear gas.", []),
        ("frames", "Supply chains broke and sales fell.", [("economic", "Supply chains"), ("economic", "sales")]),
        ("frames", "Arms sales were banned.", []),
        ("frames", "It was a sinful and shameful act.", [("morality", "sinful"), ("morality", "shameful")]),
        ("frames", "They acted in good faith, God forbid.", []),
        ("policy", "The court struck down the law.", [("legality", "court")]),
        ("policy", "They met on the tennis court at a birthday party.", []),
        ("policy", "The ruling party met.", []),
        ("policy", "Washington’s allies signed a trade deal.", [("external_regulation", "Washington’s allies"), ("external_regulation", "trade deal")]),
        ("policy", "The clip went viral.", [("public_opinion", "went viral")]),
        ("policy", "It is a safe bet, and she was happy to help.", []),
        ("policy", "Wards were understaffed.", [("capacity_and_resources", "understaffed")]),
        ("policy", "The president’s allies campaigned.", [("political", "president’s allies"), ("political", "campaigned")]),
        ("moral", "She cares for orphans.", [("care", "cares")]),
        ("moral", "The health care for miners was cut.", []),
        ("moral", "In order to win, they moved to the right of the party.", []),
        ("moral", "The vote was rigged, a betrayal of their own.", [("fairness", "rigged"), ("loyalty", "betrayal")]),
        ("moral", "They obeyed.", [("authority", "obeyed")]),
        ("moral", "A judge ruled that the ban was illegal.", [("authority", "ruled"), ("authority", "ban"), ("authority", "illegal")]),
        ("moral", "They ruled out a deal and fired back.", []),
        ("moral", "He resigned after she endorsed a rival who lied.", [("loyalty", "resigned"), ("loyalty", "endorsed"), ("fairness", "lied")]),
        ("moral", "Shelling injured nine; rescuers saved a child.", [("care", "injured"), ("care", "saved")]),
        ("moral", "A law firm gave him the benefit of the doubt.", []),
        ("moral", "Vandals desecrated a grave.", [("sanctity", "desecrated")]),
        ("causality", "It fell because of rust, and that led to delays.", [("cause", "because of"), ("effect", "led to")]),
        ("causality", "That’s why it closed.", [("cause", "That’s why")]),
        ("causality", "Police fired to disperse the crowd, injuring five.", [("purpose", "to disperse"), ("effect", "injuring")]),
        ("causality", "Workers rallied against the dam, demanding pay.", [("cause", "rallied against"), ("cause", "demanding")]),
        ("causality", "He died in a fire; the day after the vote she left.", [("effect", "died")]),
        ("causality", "He would have to go, with probable cause.", []),
        ("causality", "Since 2010 trains run. Since nobody paid, they stopped.", [("cause", "Since")]),
        ("causality", "The train is due to arrive.", []),
    ],
)  # fmt: skip
def test_lists_find_the_senses_they_mean(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, name) == expected


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_are_explored_and_not_tested(name: str) -> None:
    lexicon = read_lexicon(LEXICONS / f"{name}.toml")
    assert not any(metric.tested for metric in lexicon_analyser(lexicon).metrics)
    sizes = {part: sum(entry.category == part for entry in lexicon.terms) for part in lexicon.categories}
    assert all(10 <= size <= 100 for size in sizes.values()), sizes
    assert "concept: " in lexicon.source
    assert "written for framing" in lexicon.source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mistakes were made.", ["were made"]),
        ("The bridge was closed by the council.", []),
        ("The town was hit hard by floods.", []),
        ("The bridge was closed by Friday.", ["was closed"]),
        ("Prices were cut by 3 percent.", ["were cut"]),
        ("The gap was narrowed by raising fees.", ["was narrowed"]),
        ("It has not yet been officially confirmed.", ["been officially confirmed"]),
        ("The plan is being quietly shelved.", ["being quietly shelved"]),
        ("Was he told of it?", ["Was he told"]),
        ("She got fired and they were freed.", ["got fired", "were freed"]),
        ("The law was passed. By the way, it rained.", ["was passed"]),
        ("He is pleased, she was interested, and it is located in Rome.", []),
        ("The door was red, and indeed it is old.", []),
        ("It isn’t known why it was sold.", ["was sold"]),
        ("“It was banned,” he said.", []),
        ("They closed the bridge. Closed it was.", []),
    ],
)
def test_passives_without_a_doer(text: str, expected: list[str]) -> None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    assert score(corpus, analysers=[agentless_passive]).evidence["text"].to_list() == expected


def test_the_rate_of_passives_is_that_worked_by_hand() -> None:
    text = "Mistakes were made. “It was banned,” he said. The bridge was closed by Friday."  # 11 own words
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    row = score(corpus, analysers=[agentless_passive]).metrics.row(0, named=True)
    assert (row["value"], row["weight"]) == (pytest.approx(2000 / 11), 11)


def test_every_measure_says_how_well_it_is_known() -> None:
    table = measures(discover())
    told = dict(table.select("measure", "validated").iter_rows())
    assert told["scare_quotes"] == told["boosting"] == NOT_VALIDATED
    for name in validation():
        shown = next(text for measure, text in told.items() if measure.removesuffix("[_ACTOR]") == name)
        assert shown != NOT_VALIDATED
        assert all(row["set"] in shown for row in validation()[name])
    assert told["hedging_modal"].startswith("hedging as a whole: ")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_measures_is_up_to_date() -> None:
    page = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    assert page == script("measures_page").page(), "run python scripts/measures_page.py"
    figures = (ROOT / "docs" / "validity.md").read_text(encoding="utf-8")
    assert figures == script("measures_page").validity(figures), "run python scripts/measures_page.py"


def test_the_page_names_every_measure() -> None:
    page = script("measures_page").page()
    for item in discover():
        for metric in item.metrics:
            assert f"`{metric.name}" in page
