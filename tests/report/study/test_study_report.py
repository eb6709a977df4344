"""The report of a study: what it says, on which page, and that names cannot do harm."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import polars as pl
import pytest

from framing.comparison.study.study import Study, study
from framing.errors import FramingError, UnknownNameError
from framing.report.study.charts import charts
from framing.report.study.charts.alike import _order
from framing.report.study.charts.forest import plain_ratios
from framing.report.study.desk import Desk
from framing.report.study.findings import MOST, decimals, findings, open_questions, plain, times
from framing.report.tables import STEADY
from framing.report.write import Options, write_report
from tests.cli.test_cli import run
from tests.comparison.study.test_study import ferries, write

MEASURES = ["loaded", "hedging", "words_per_sentence", "sentiment", "quoted_share"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return study(ferries(tmp_path_factory.mktemp("ferries")), only=MEASURES)


@pytest.fixture(scope="module")
def bundled() -> Study:
    return study("tech-and-trade", only=MEASURES)


def test_findings_say_what_was_written_into_the_bundled_study(bundled: Study) -> None:
    found = {one.metric: one for one in findings(Desk(bundled, {}))}
    assert len(found) <= MOST
    assert found["loaded"].sentence.startswith("In The Potomac Standard the rate is ")
    assert "above them in 6 of 6 events" in found["loaded"].sentence
    assert found["hedging"].shown == "Ledger & Exchange"
    assert "In The Rhine Observer the mean is" in found["words_per_sentence"].sentence
    assert "share of quoted words" in found["quoted_share"].sentence
    assert "on a scale of \N{MINUS SIGN}1 to 1" in found["sentiment"].sentence
    assert "Radio Concord" not in found["loaded"].sentence
    said = " ".join(open_questions(Desk(bundled, {})))
    assert "Radio Concord (×" in said
    assert "Lakeland Tribune (2 events)" in said


def test_every_figure_of_a_finding_is_in_the_table_of_effects(bundled: Study) -> None:
    found = next(one for one in findings(Desk(bundled, {})) if one.metric == "loaded")
    row = bundled.effects.filter(metric="loaded", outlet="The Potomac Standard").row(0, named=True)
    numbers = re.findall(r"(?<![\w×])\d+(?:\.\d+)?", found.sentence.replace("95 % interval ", "").split(";")[0])
    assert numbers == [plain(row["effect"]), plain(row["low"]), plain(row["high"])]


@pytest.mark.parametrize(
    ("ratio", "words"),
    [(4.76, "4.8 times"), (12.2, "12 times"), (1.21, "21 % above"), (0.8, "20 % below"), (0.5, "about half"), (0.02, "less than a tenth of")],
)  # fmt: skip
def test_ratios_in_words(ratio: float, words: str) -> None:
    assert times(ratio) == words


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((4.76, 3.9), ["4.8", "3.9"]),
        ((0.0061, 0.0021, 0.0102), ["0.0061", "0.0021", "0.0102"]),
        ((0.5, 0.25), ["0.50", "0.25"]),
        ((0.04, 0.0, 0.13), ["0.04", "0.00", "0.13"]),
    ],
)
def test_small_numbers_do_not_become_nought(values: tuple[float, ...], shown: list[str]) -> None:
    assert [plain(value, decimals(*values)) for value in values] == shown


def test_who_frames_alike_and_who_covered_what_are_drawn(bundled: Study) -> None:
    drawn = {chart.name: chart for chart in charts(Desk(bundled, {}))}
    firm = bundled.alike.filter(pl.col("nearest") >= 80)
    assert drawn["study-alike"].title.startswith(f"{firm.height} of {bundled.alike['outlet'].n_unique()} outlets")
    for one, other in firm.select("outlet", "other").iter_rows():
        assert f"{one} to {other}" in drawn["study-alike"].alt
    whole = bundled.outlets.filter(own_events=bundled.events.height).height
    assert f"{whole} of {len(bundled.names)} outlets covered all of them" in drawn["study-timeline"].title
    shown = {name for name in drawn if name.removeprefix("study-") in bundled.measures}
    assert 2 <= len(shown) <= 8


def test_near_outlets_stand_side_by_side() -> None:
    place = {"a": 0.0, "b": 9.0, "c": 1.0, "d": 8.0}
    pairs = [(one, other, abs(place[one] - place[other])) for one in place for other in place if one != other]
    found = pl.DataFrame(pairs, schema=["outlet", "other", "distance"], orient="row")
    assert "".join(_order(list("abcd"), found)) in ("acdb", "bdca")


def test_a_report_is_whole_and_repeats_itself(made: Study, tmp_path: Path) -> None:
    first = write_report(made, tmp_path / "one", ["md", "html"])
    second = write_report(made, tmp_path / "two", ["md", "html"])
    assert [path.name for path in first] == [path.name for path in second]
    for one, two in zip(first, second, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name
    text = (tmp_path / "one" / "report.md").read_text(encoding="utf-8")
    assert "What outlets do over these events" in text
    assert "Outlets by measures" in text
    effects = pl.read_parquet(tmp_path / "one" / "effects.parquet")
    assert effects.equals(made.effects.with_columns(STEADY))
    run_file = json.loads((tmp_path / "one" / "run.json").read_text(encoding="utf-8"))
    assert run_file["events"] == [member.name for member in made.members]


def test_passages_lead_into_the_reader(made: Study, tmp_path: Path) -> None:
    write_report(made, tmp_path / "one", ["html"])
    page = (tmp_path / "one" / "report.html").read_text(encoding="utf-8")
    links = set(re.findall(r'href="#(article-\d+-\d+)"', page))
    assert links
    assert all(f'id="{link}"' in page for link in links)


def test_without_texts_no_passage_is_longer_than_a_snippet(made: Study, tmp_path: Path) -> None:
    write_report(made, tmp_path / "one", ["html"], options=Options(text=False, snippet=20))
    page = (tmp_path / "one" / "report.html").read_text(encoding="utf-8")
    assert all(len(passage) <= 20 for passage in re.findall(r"<mark><bdi>(.*?)</bdi>", page))
    assert "Nobody at the ministry could say when it ends" not in page


def test_names_that_look_like_markup_stay_text(tmp_path: Path) -> None:
    root = ferries(tmp_path / "events")
    for number in range(5):
        text = (
            f"<b>Bold</b> words of {number} = #set text() on the quay, said nobody at all that day. It was a scandal."
        )
        write(root, f"ferry-{number}", "<script>alert(1)</script> #include *x*", text, name="hostile")
    made = study(root, only=MEASURES)
    write_report(made, tmp_path / "out", ["html", "pdf", "md"])
    assert "<script>alert" not in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_sections_can_be_chosen_and_wrong_ones_are_said(made: Study, tmp_path: Path) -> None:
    write_report(made, tmp_path / "one", ["md"], options=Options(sections=("methods",)))
    assert "Outlets by measures" not in (tmp_path / "one" / "report.md").read_text(encoding="utf-8")
    with pytest.raises(UnknownNameError, match="section"):
        write_report(made, tmp_path / "two", ["md"], options=Options(sections=("method",)))
    with pytest.raises(FramingError, match="not compared with an earlier report"):
        write_report(made, tmp_path / "two", ["md"], options=Options(compare_with=tmp_path / "one"))


def test_the_command_prints_the_findings_and_writes_each_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    root = ferries(tmp_path / "events", 3)
    write(root, "alone", "Nordlys", "A text of its own, on a ferry that nobody else wrote of at all.")
    words = ["study", "--events", str(root), "--out", str(tmp_path / "out"), "--format", "md", "--each"]
    out, err = run(*words, "--only", "loaded,hedging", capsys=capsys)
    assert "3 events, 3 outlets" in out
    assert "alone has no second outlet" in err
    assert (tmp_path / "out" / "events" / "ferry-1" / "report.md").is_file()
    assert list((tmp_path / "cache").glob("*.parquet"))
    assert "](events/ferry-1/report.md)" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_a_study_and_an_event_of_one_name_do_not_replace_each_other(
    made: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = made.comparison("ferry-1")
    write_report(made, tmp_path / "ferry", ["md"])
    with pytest.raises(FramingError, match="holds the report of a study; name another folder with --out"):
        write_report(event, tmp_path / "ferry", ["md"])
    write_report(made, tmp_path / "ferry", ["md"])  # its own again
    write_report(event, tmp_path / "event", ["md"])
    words = ["study", "--events", str(tmp_path / "nowhere"), "--out", str(tmp_path / "event")]
    _, err = run(*words, capsys=capsys, code=1)
    assert "holds the report of an event" in err
    assert (tmp_path / "event" / "comparison.json").is_file()


def test_words_of_page_one_are_those_of_tables_and_charts(made: Study, tmp_path: Path) -> None:
    write_report(made, tmp_path / "one", ["md"])
    text = (tmp_path / "one" / "report.md").read_text(encoding="utf-8")
    front = text.partition("## Passages of typical events")[0]
    leads = re.findall(r"^- \*\*(.+?)(?: \(.*?\))?\.\*\*", front, re.MULTILINE)
    heads = [line for line in text.splitlines() if line.startswith("| Outlet |")]
    for lead in leads:
        assert any(f"| {lead} |" in head for head in heads), lead
    assert leads
    assert "[Passages](#passages-of-typical-events)" in text  # nothing that looks like a link and leads nowhere
    assert len(re.findall("Large marks: the outlet", text)) == 1  # how to read a chart is said once


def test_ticks_have_room_for_their_labels() -> None:
    assert sorted(plain_ratios(math.log(1 / 400), math.log(400))) == [0.01, 0.1, 1, 10, 100]
    assert sorted(plain_ratios(math.log(0.7), math.log(2.5))) == [0.8, 1, 1.25, 2]


def test_a_study_needs_events(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = run("study", capsys=capsys, code=2)
    assert "--events" in err
    _, err = run("study", "--study", "tech-and-trad", capsys=capsys, code=1)
    assert "did you mean 'tech-and-trade'" in err
