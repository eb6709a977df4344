"""Large corpora: which articles are read closely, and that the report says so."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from framing.cli.terminal import summary
from framing.comparison.closely import chosen
from framing.comparison.compare import Comparison, compare
from framing.comparison.statements import heading
from framing.corpus.load import load
from framing.report.write import Options, write_report
from framing.schema import STORIES, conform
from framing.scoring.scores import score
from tests.make import bundled_comparison


def told(rows: list[tuple[str, str, str, str | None]]) -> pl.DataFrame:
    """Stories of (article, outlet, story, copy_of)."""
    frame = pl.DataFrame(rows, ["article", "outlet", "story", "copy_of"], orient="row", infer_schema_length=None)
    return conform(
        frame.with_columns(role=pl.lit("own"), origin=None, basis=None, containment=None), STORIES, "stories"
    )


SINGLES = [(f"{outlet}/{number}", outlet, f"{outlet}/{number}", None) for outlet in "ABCD" for number in range(25)]
WIDE = [(f"{outlet}/wide", outlet, "A/wide", None if outlet == "A" else "A/wide") for outlet in "ABCD"]
NARROW = [("A/narrow", "A", "A/narrow", None), ("B/narrow", "B", "A/narrow", "A/narrow")]


def test_a_small_corpus_is_read_whole() -> None:
    stories = told([*SINGLES, *WIDE])
    assert chosen(stories, 104) == sorted(stories["article"])


def test_the_largest_stories_come_first_and_the_rest_is_even() -> None:
    stories = told([*SINGLES, *WIDE, *NARROW])
    keys = chosen(stories, 26)
    assert len(keys) == len(set(keys)) == 26
    assert {f"{outlet}/wide" for outlet in "ABCD"} | {"A/narrow", "B/narrow"} <= set(keys)
    rest = [key for key in keys if "wide" not in key and "narrow" not in key]
    assert {outlet: sum(key.startswith(outlet) for key in rest) for outlet in "ABCD"} == dict.fromkeys("ABCD", 5)


def test_the_choice_hangs_on_nothing_but_the_articles() -> None:
    stories = told([*SINGLES, *WIDE])
    assert chosen(stories, 20) == chosen(stories.sample(fraction=1, shuffle=True, seed=3), 20)


def test_one_story_does_not_fill_the_list() -> None:
    wire = [(f"{number:03}", f"O{number % 90}", "000", None if not number else "000") for number in range(300)]
    keys = chosen(told([*SINGLES, *wire]), 100)
    assert sum(key.isdigit() for key in keys) == 40
    assert len(keys) == 100


@pytest.fixture(scope="module")
def few() -> Comparison:
    return compare(score(load("huawei-curbs")), closely=12)


@pytest.fixture(scope="module")
def whole() -> Comparison:
    return bundled_comparison()


def test_values_and_tests_are_of_all_articles(few: Comparison, whole: Comparison) -> None:
    assert few.closely is not few
    assert whole.closely is whole
    assert few.outlets.equals(whole.outlets)
    assert few.differences.equals(whole.differences)
    assert few.stories.equals(whole.stories)
    assert few.terms.equals(whole.terms)


def test_what_looks_at_passages_looks_at_those_articles(few: Comparison) -> None:
    keys = set(few.closely.stories["article"])
    assert len(keys) == 12
    assert set(few.speakers["article"]) <= keys
    assert set(few.about["article"]) <= keys
    assert few.about is few.closely.about
    for one in few.statements:
        if one.kind == "texts" and one.subject != "family":
            assert heading(one) == "In the 12 articles read closely"
            assert "read closely" not in one.sentence
            assert {place.article for place in one.evidence} <= keys


def test_the_report_says_how_many_are_read_closely(few: Comparison, whole: Comparison, tmp_path: Path) -> None:
    write_report(few, tmp_path / "few", ["md", "html"])
    text = (tmp_path / "few" / "report.md").read_text(encoding="utf-8")
    assert "12 of them, from the largest stories" in text
    assert "nothing was sampled" not in text
    page = (tmp_path / "few" / "report.html").read_text(encoding="utf-8")
    assert page.count("<article id=") == 12
    write_report(whole, tmp_path / "whole", ["md"])
    assert "read closely" not in (tmp_path / "whole" / "report.md").read_text(encoding="utf-8").lower()


def test_tables_only(whole: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.report.write.LONG", whole.scores.metrics.height - 1)
    written = write_report(whole, tmp_path / "tables", options=Options(tables_only=True))
    names = {path.relative_to(tmp_path / "tables").as_posix() for path in written}
    assert {path.partition(".")[2] for path in names} == {"parquet", "csv", "json"}
    assert {"outlets.csv", "outlets.parquet", "comparison.json", "run.json", "metrics.parquet"} <= names
    assert "metrics.csv" not in names  # too long for a spreadsheet
    assert not any("/" in name for name in names)
    assert pl.read_parquet(tmp_path / "tables" / "metrics.parquet").height == whole.scores.metrics.height


ENGLISH = {
    "courier": "The swing bridge at Ostby was shut to lorries on Monday after divers found a crack in a pier. “The risk "
    "was plain to all of us,” said Karin Holm, who leads the Bridge Inspection Agency. About 900 lorries a day must now "
    "go by the northern road. The Bridge Inspection Agency will report to the council on Thursday, and the council has "
    "asked the port for an account of the money that was meant for repairs. Drivers waited for hours at the ramp.",
    "beacon": "Lorries have to go round by the north since Monday, when the Bridge Inspection Agency shut the swing "
    "bridge at Ostby. “We could not wait another day,” said Jonas Vik, who keeps the bridge. The port says that it asked for money "
    "three times and got none. Nobody knows yet how long the works will take, and shops along the quay fear for their "
    "trade. About 900 lorries cross the bridge on an ordinary day. The council meets on Thursday.",
    "post": "Karin Holm of the Bridge Inspection Agency shut the swing bridge at Ostby on Monday. She spoke of a crack "
    "that divers saw in a pier, and of her fear for those who drive there. Her agency has known of rust for two years, "
    "as papers show that this newspaper has read. The owner of a yard on the quay said that his trade was at an end. "
    "A bus will go round by the north each hour, and it will be free until the end of the month.",
}
GERMAN = (
    "Die Drehbrücke in Ostby ist seit Montag für Lastwagen gesperrt. Taucher fanden einen Riss im Pfeiler, wie die "
    "Behörde mitteilte. „Das Risiko war für uns alle offensichtlich“, sagte die leitende Prüferin Karin Holm. Rund 900 "
    "Lastwagen am Tag müssen jetzt über die Nordstraße fahren. Der Rat der Gemeinde tagt am Donnerstag. Der Hafen "
    "weist die Vorwürfe zurück und verlangt eine Prüfung der Rechnungen. Die Händler am Kai fürchten um ihr Geschäft."
)


def bridge(folder: Path, **texts: str) -> Comparison:
    event = folder / "bridge"
    event.mkdir(parents=True)
    for outlet, text in texts.items():
        (event / f"{outlet}--2026-03-03--1.txt").write_text(text, encoding="utf-8")
    return compare(score(load("bridge", data=folder)))


def test_nothing_is_said_of_what_a_text_in_another_language_names_or_lacks(tmp_path: Path) -> None:
    comparison = bridge(tmp_path, **ENGLISH, kurier=GERMAN)
    assert {"Kurier"} < set(comparison.names)
    assert comparison.closely.names == ["Beacon", "Courier", "Post"]
    assert comparison.statements
    for one in comparison.statements:
        if one.kind == "texts":
            assert heading(one) == "In the articles in English"
            assert "in English" not in one.sentence
        assert "Kurier" not in one.outlets
        assert "Prüferin" not in one.sentence
    write_report(comparison, tmp_path / "out", ["md"])
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "the three in English" in report
    assert "**● In the articles in English**" in report
    assert "In these texts" not in report
    assert "● In the articles in English\n" in summary(comparison)


def test_texts_of_one_other_language_alone_are_all_read(tmp_path: Path) -> None:
    comparison = bridge(tmp_path, kurier=GERMAN, blatt=GERMAN.replace("Montag", "Dienstag"))
    assert comparison.closely is comparison
