"""Scores taken up again from a folder: the same comparison as from the event, and errors that say what to do."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import polars as pl
import pytest

import framing
from framing.cli import app as cli
from framing.corpus.event import read_event
from framing.errors import AnalyserError, CorpusError, UnknownNameError
from framing.scoring.files import score_files

BUNDLED = Path(__file__).parents[2] / "data" / "events" / "huawei-curbs"
TEXT = (
    "The bridge over the Esk may close on Monday, the council said. “We have no choice,” said Ada Holm, the mayor. "
    "Lorries of more than forty tons could perhaps be sent round by the northern road, engineers suggested, although "
    "nobody knows yet what that would cost the town."
)
OTHER = (
    "A ferry ran aground near Port Ellis on Friday night with sixty people on board, and all of them were saved by "
    "fishermen from the village. The captain said that fog had come down within minutes. An inquiry may follow."
)
THIRD = "Teachers in Hexley will strike for two days, their union said. Parents were told on Tuesday. " * 3


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The bundled event as two tables with its event.toml, and the folder of its scores in parts."""
    folder, out = tmp_path_factory.mktemp("event") / "curbs", tmp_path_factory.mktemp("scores") / "curbs"
    folder.mkdir()
    shutil.copy(BUNDLED / "event.toml", folder)
    body = pl.col("text").str.slice(pl.col("body_start"))
    table = framing.load(BUNDLED).articles.select(
        pl.col("article").str.split("/").list.last().alias("id"), "outlet", "headline", "published", "byline", "url",
        page=pl.int_range(pl.len()) + 1, body=body,
    )  # fmt: skip
    table.head(17).write_parquet(folder / "a.parquet")
    table.tail(-17).with_columns(page=pl.lit("B")).write_csv(folder / "b.csv")
    score_files(folder, out, workers=1, event=folder, size=10)
    return folder, out


def run(*words: str, capsys: pytest.CaptureFixture[str], code: int = 0) -> tuple[str, str]:
    """Run the command line in this process; its output and remarks."""
    argv, sys.argv = sys.argv, ["framing", *words]
    try:
        cli.main()
        ended = 0
    except SystemExit as stop:
        ended = int(stop.code or 0)
    finally:
        sys.argv = argv
    shown = capsys.readouterr()
    assert ended == code, shown.err
    return shown.out, shown.err


def test_a_folder_of_scores_gives_the_report_of_its_event(bundled: tuple[Path, Path], tmp_path: Path) -> None:
    event, out = bundled
    ours, theirs = framing.open_scores(out), framing.score(framing.load(event))
    assert isinstance(ours.found, pl.LazyFrame)
    assert ours.corpus.event == read_event(event)
    told = [name for name in theirs.corpus.articles.columns if name != "sha256"]  # of the file: a part has none
    assert ours.corpus.articles.select(told).equals(theirs.corpus.articles.select(told))
    assert ours.corpus.removed.sort(pl.all()).equals(theirs.corpus.removed.sort(pl.all()))
    assert ours.metrics.equals(theirs.metrics)
    assert ours.passages("loaded").equals(theirs.passages("loaded"))
    files = []
    for scores, name in ((ours, "ours"), (theirs, "theirs")):
        folder = tmp_path / name
        written = framing.write_report(framing.compare(scores, closely=20), folder, ["md", "html"])
        files.append({str(path.relative_to(folder)): path.read_bytes() for path in written})
    assert files[0].keys() == files[1].keys()
    differ = {name for name in files[0] if files[0][name] != files[1][name]}
    assert differ <= {"articles.csv", "articles.parquet"}  # sha256


def test_the_command_takes_scores_in_place_of_an_event(
    bundled: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = bundled
    options = ["--only", "hedging,loaded", "--where", "published=2020-02-05", "--tables-only"]
    run("compare", "--scores", str(out), "--out", str(tmp_path / "report"), *options, capsys=capsys)
    found = pl.read_parquet(tmp_path / "report" / "outlets.parquet")["metric"].unique()
    assert found.str.contains("^(hedging|loaded)").all()
    assert "hedging" in found
    days = pl.read_parquet(tmp_path / "report" / "articles.parquet")["published"]
    assert days.cast(pl.String).unique().to_list() == ["2020-02-05"]
    monkeypatch.setattr("framing.report.write.LONG", 100)
    run("compare", "--scores", str(out), "--out", str(tmp_path / "long"), *options, "--no-text", capsys=capsys)
    short, long = (pl.read_parquet(tmp_path / name / "evidence.parquet") for name in ("report", "long"))
    assert long.sort(pl.all()).equals(short.sort(pl.all()))
    assert not (tmp_path / "long" / "evidence.csv").exists()
    for words in ([], ["--scores", str(out), "--event", "huawei-curbs"]):
        assert "give an event, or --scores" in run("compare", *words, capsys=capsys, code=2)[1]
    wrong = run("compare", "--scores", str(tmp_path / "report"), capsys=capsys, code=1)[1]
    assert "was scored by another version" in wrong or "holds no scores" in wrong


def test_the_example_of_the_documentation(
    bundled: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (BUNDLED.parents[2] / "docs" / "performance.md").read_text(encoding="utf-8")
    section = page.partition("## Score once, compare often")[2].partition("\n## ")[0]
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundled[0], "news")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL) for line in block.splitlines()]
    for command in commands:
        run(*shlex.split(command)[1:], capsys=capsys)
    assert len(commands) == 3
    assert (tmp_path / "report" / "report.html").is_file()
    (example,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    exec(example, {})
    assert (tmp_path / "tables" / "outlets.parquet").is_file()


def news(folder: Path) -> Path:
    """Two tables: ids that begin anew, an article in both, an outlet in two spellings, a page that is a number or not."""
    folder.mkdir()
    rows: dict[str, list[tuple[str, ...] | tuple[str, str, str, str | None]]] = {
        "a": [("1", "The Herald", TEXT, "7"), ("2", "Post", OTHER, "8")],
        "b": [("1", "Herald", THIRD, None), ("2", "The Herald", OTHER, "9"), ("9", "the herald", TEXT, "10"),
              ("3", "The Herald", THIRD.replace("Parents", "Pupils and their parents"), "11"), ("2", "Post", THIRD, "12")],
    }  # fmt: skip
    for name, table in rows.items():
        frame = pl.DataFrame(table, ["id", "outlet", "text", "page"], orient="row")
        frame.with_columns(published=pl.lit("2024-05-06")).write_csv(folder / f"{name}.csv")
    return folder


def test_what_needs_all_articles_is_done_when_the_parts_are_together(tmp_path: Path) -> None:
    folder = news(tmp_path / "news")
    score_files(folder, tmp_path / "out", workers=1, only=["hedging", "quoted_share"], size=2)
    ours, theirs = framing.open_scores(tmp_path / "out"), framing.load(folder)
    columns = ["outlet", "text", "page"]
    assert ours.corpus.articles.select(columns).sort(columns).equals(theirs.articles.select(columns).sort(columns))
    assert ours.corpus.articles["article"].is_unique().all()
    said = ours.corpus.problems.filter(severity="note")["problem"].to_list()
    assert "is the same text as the-herald/1: kept once" in said
    assert sorted(said) == sorted(theirs.problems.filter(severity="note")["problem"])
    keys = set(ours.corpus.articles["article"])
    assert set(ours.metrics["article"]) == keys
    again = framing.score(ours.corpus, only=["hedging", "quoted_share"])
    assert ours.metrics.equals(again.metrics)
    assert ours.evidence.equals(again.evidence)
    assert ours.select(sorted(keys)[:2]).evidence.equals(again.select(sorted(keys)[:2]).evidence)


def test_scores_given_as_an_event_are_told_where_they_go(bundled: tuple[Path, Path]) -> None:
    with pytest.raises(CorpusError, match=r"curbs is a folder of scores, no event; `framing compare --scores` and"):
        framing.load(bundled[1])


def test_what_cannot_be_compared_is_said(tmp_path: Path) -> None:
    folder, out = news(tmp_path / "news"), tmp_path / "out"
    score_files(folder, out, workers=1, only="hedging", size=2)
    run_ = json.loads((out / "run.json").read_text(encoding="utf-8"))

    def opened(**changes: object) -> None:
        (out / "run.json").write_text(json.dumps(run_ | changes), encoding="utf-8")
        framing.open_scores(out)

    assert framing.open_scores(str(out)).corpus.event.title == "Out"
    with pytest.raises(CorpusError, match="holds no scores"):
        framing.open_scores(tmp_path / "nothing")
    with pytest.raises(CorpusError, match=r"another version of framing \(0.0.9\)"):
        opened(framing="0.0.9")
    with pytest.raises(CorpusError, match="another version of framing"):
        opened(parts="4")
    with pytest.raises(CorpusError, match="holds 4 of 1,000,000,000,000 parts"):
        opened(parts=10**12)
    with pytest.raises(CorpusError, match="holds no passages"):
        opened(evidence=False)
    with pytest.raises(AnalyserError, match="was scored with mine, which is not here; give its file with --lexicon"):
        opened(measures=run_["measures"] | {"mine": "0"})
    with pytest.raises(AnalyserError, match="another version of hedging"):
        opened(measures={"hedging": "0"})
    with pytest.raises(CorpusError, match="does not hold an event"):
        opened(event={"name": "x"})
    with pytest.raises(CorpusError, match="holds 4 of 5 parts; run `framing score` again"):
        opened(parts=5)
    opened()
    with pytest.raises(UnknownNameError, match="loaded"):
        framing.open_scores(out, only="loaded")
    part = out / "articles" / "part-000001.parquet"
    articles = pl.read_parquet(part)
    articles.drop("text").write_parquet(part)
    with pytest.raises(CorpusError, match=r"holds no texts \(articles/part-000001\.parquet\): no copies can be found"):
        framing.open_scores(out)
    articles.write_parquet(part)
    (out / "evidence" / "part-000002.parquet").unlink()
    with pytest.raises(CorpusError, match=r"lacks evidence/part-000002\.parquet.* remove articles/part-000002"):
        framing.open_scores(out)
