"""The command line as a person meets it: what it prints, what it writes, how it fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from framing.cli import app as cli
from tests.conftest import shared

ARTICLE = "The council may close the bridge, officials said. “It is not safe,” said Ada Holm, the mayor.\n"


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


def event(folder: Path, files: dict[str, str], name: str = "bridge") -> Path:
    (folder / name).mkdir(parents=True)
    for file, text in files.items():
        (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / file).write_text(text, encoding="utf-8")
    return folder


TWO = {"courier--2026-01-02--1.txt": ARTICLE * 8, "beacon--2026-01-03--1.txt": "A scandal! " * 8 + ARTICLE[:40]}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled event's report, made once by the command as installed, in an empty folder."""
    folder = tmp_path_factory.mktemp("empty")
    done = subprocess.run(
        [sys.executable, "-m", "framing", "compare", "--event", "huawei-curbs"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Ledger & Exchange" in done.stdout
    assert "Lakeland Tribune and The Harbour Courier run Meridian News Agency’s text" in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines()[:-1])) <= 80
    return folder / "reports" / "huawei-curbs"


def test_compare_works_in_any_folder_and_writes_all_it_promises(report: Path) -> None:
    names = {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()}
    assert {"report.md", "report.pdf", "report.html", "comparison.json", "run.json"} <= names
    assert {f"{table}.{kind}" for table in ("metrics", "evidence", "outlets") for kind in ("csv", "parquet")} <= names
    assert {"figures/glance.svg", "figures/glance.png", "figures/coverage.svg"} <= names
    assert sorted(names) == json.loads((report / "run.json").read_text())["files"]
    assert (report / "report.pdf").read_bytes().startswith(b"%PDF")
    page = (report / "report.html").read_text(encoding="utf-8")
    assert len(page) < 3_000_000
    assert "llustrative corpus written for this project" in page


def test_every_number_of_the_report_walks_back_to_words(report: Path) -> None:
    evidence = pl.read_parquet(report / "evidence.parquet")
    metrics = pl.read_parquet(report / "metrics.parquet")
    for name in ("hedging", "loaded", "boosting", "loaded_conflict_metaphor"):
        counted = metrics.filter(metric=name).select("article", hits=pl.col("value") * pl.col("weight") / 1000)
        words = evidence.filter(metric=name).group_by("article").agg(pl.col("value").sum())
        both = counted.join(words, on="article", how="left").with_columns(pl.col("value").fill_null(0))
        assert both["value"].sum() > 0
        assert both["hits"].to_list() == pytest.approx(both["value"].to_list())
    for name in ("hedging", "boosting"):  # each hit counts one
        assert evidence.filter(metric=name)["value"].unique().to_list() == [1.0]


def test_the_same_input_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "framing", "compare", "--event", "huawei-curbs", "--out", str(tmp_path / "again")],
        cwd=tmp_path, capture_output=True, check=True, env=os.environ | {"POLARS_MAX_THREADS": "1", "PATH": ""},
    )  # fmt: skip
    for path in report.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(report)).read_bytes(), path.name


def test_the_report_replaces_its_own_files_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = event(tmp_path / "data", TWO), tmp_path / "out"
    words = ("compare", "-e", "bridge", "--data", str(data), "--out", str(out), "--only", "hedging")
    run(*words, "--format", "md,html", capsys=capsys)
    (out / "notes.txt").write_text("mine")
    run(*words, "--format", "md", capsys=capsys)
    assert (out / "notes.txt").read_text() == "mine"
    assert not (out / "report.html").exists()
    assert not list(tmp_path.glob(".out-*"))


def test_evidence_measures_score_and_check_show_their_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(event(tmp_path, TWO))
    out, _ = run("evidence", "hedging", "-e", "bridge", "--data", data, capsys=capsys)
    assert "[may]" in out
    out, _ = run("evidence", "hedging", "-e", "bridge", "--data", data, "-f", "json", capsys=capsys)
    assert {row["text"] for row in json.loads(out)} == {"may"}
    out, _ = run("score", "-e", "bridge", "--data", data, "--only", "hedging", "-f", "csv", capsys=capsys)
    assert out.startswith("article,outlet,metric,value,weight")
    out, _ = run("check", "-e", "bridge", "--data", data, capsys=capsys)
    assert "Courier" in out
    out, _ = run("measures", "-f", "csv", capsys=capsys)
    assert 'hedging,"' in out or "hedging," in out
    out, _ = run("--version", capsys=capsys)
    assert out.startswith("framing ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("compare", "-e", "huawei-crubs"), "did you mean 'huawei-curbs'?"),
        (("compare", "-e", "../secrets"), "is no event name"),
        (("compare", "-e", "a/b"), "is no event name"),
        (("compare", "-e", ""), "is no event name"),
        (("compare", "-e", "x", "--data", "/nonexistent-folder"), "there is no folder"),
        (("evidence", "hedgin", "-e", "huawei-curbs"), "did you mean 'hedging'?"),
        (("evidence", "hedging", "-e", "huawei-curbs", "--outlet", "Wafer Weakly"), "did you mean 'Wafer Weekly'?"),
        (("compare", "-e", "huawei-curbs", "--only", "sentimint"), "did you mean 'sentiment'?"),
        (("compare", "-e", "huawei-curbs", "--pair", "Wafer Weekly,Nobody"), "unknown outlet 'Nobody'"),
        (("compare", "-e", "huawei-curbs", "--format", "doc", "--only", "hedging"), "unknown format 'doc'"),
        (("measures", "--lexicon", "nothing.toml"), "cannot be read"),
        (("measures", "--analyser", "nothing.py"), "there is no file nothing.py"),
    ],
)
def test_says_in_one_line_what_is_wrong(
    words: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    _, remarks = run(*words, capsys=capsys, code=1)
    assert message in remarks
    assert remarks.count("\n") == 1
    assert not (tmp_path / "reports").exists(), "nothing is written half"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no articles"),
        ({"courier--2026-01-02--1.txt": "... !!"}, "holds no words"),
        ({"notes.pages": "x"}, "is of a kind that is not read"),
        ({"loose.txt": ARTICLE}, "names no outlet"),
        ({"all.jsonl": "{broken"}, "is not valid JSON"),
    ],
)
def test_an_event_without_articles_is_an_error(
    files: dict[str, str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = event(tmp_path / "data", files)
    _, remarks = run(
        "compare", "-e", "bridge", "--data", str(data), "--out", str(tmp_path / "out"), capsys=capsys, code=1
    )
    assert message in remarks
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_read_is_named_and_the_rest_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '{"outlet": "Beacon", "body": "It may rain."}\n{broken\n{"body": "No outlet."}\n[1]\n'
    data = event(tmp_path / "data", {**TWO, "more.jsonl": lines, "odd.xyz": "?"})
    (data / "bridge" / "binary--2026-01-01--1.txt").write_bytes(b"\0\1\2" * 99)
    out = tmp_path / "out"
    _, remarks = run("compare", "-e", "bridge", "--data", str(data), "--out", str(out), "--format", "md", capsys=capsys)
    for part in ("more.jsonl:2", "more.jsonl:3", "more.jsonl:4", "odd.xyz", "binary--2026-01-01--1.txt"):
        assert part in remarks


def test_compare_writes_tables_only_and_reads_as_many_closely_as_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("compare", "-e", "suez-blockage", "--only", "hedging", "--tables-only", "--closely", "5")
    out, _ = run(*words, "--out", str(tmp_path / "made"), capsys=capsys)
    assert f"Tables: {tmp_path / 'made'}" in out
    assert "5 of them, from the largest stories" in " ".join(out.split())
    assert not list((tmp_path / "made").glob("report*"))
    assert (tmp_path / "made" / "outlets.csv").is_file()


def test_a_measure_asked_for_by_name_comes_with_its_grade(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, remarks = run("score", "-e", "suez-blockage", "--only", "moral,hedging", "-f", "csv", capsys=capsys)
    graded = [line for line in remarks.splitlines() if line.startswith("measure ")]
    assert len(graded) == 1, "hedging is valid where it was checked"
    assert graded[0].startswith("measure moral: weak for how articles rank; weak for which of two texts")
    out, remarks = run("compare", "-e", "suez-blockage", "--only", "moral", "--out", str(tmp_path), capsys=capsys)
    assert "measure moral: weak" in remarks
    assert "cannot bear everything: moral: weak for how articles rank" in " ".join(out.split())
    assert "moral: weak for how articles rank" in " ".join((tmp_path / "report.md").read_text("utf-8").split())


def test_one_outlet_only_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = event(tmp_path / "data", {"courier--2026-01-02--1.txt": ARTICLE})
    words = ("compare", "-e", "bridge", "--data", str(data), "--out", str(tmp_path / "out"))
    _, remarks = run(*words, capsys=capsys)
    assert "all articles are of one outlet" in remarks


def test_usage_errors_end_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", capsys=capsys, code=2)
    run("compare", "-e", "huawei-curbs", "--pair", "one", capsys=capsys, code=2)


def test_a_lexicon_and_an_analyser_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = str(event(tmp_path, TWO))
    (tmp_path / "alarm.toml").write_text(
        'title = "Alarm"\nmeasure = "alarm"\nhigher = "more"\nsource = "me"\nlicence = "MIT"\n[categories.a]\nterms = ["scandal"]'
    )
    (tmp_path / "questions.py").write_text(
        "import polars as pl\nfrom framing.measures.analyser import Findings, Metric, analyser\n"
        '@analyser(Metric("questions", unit="%", weight="sentences", higher="asks more", source="me"))\n'
        "def questions(corpus):\n    '''Share of questions. Null without sentences.'''\n"
        "    asks = pl.col('text').str.ends_with('?')\n"
        "    return Findings(corpus.sentences.group_by('article').agg(questions=100 * asks.mean()))\n"
    )
    out, _ = run(
        "score", "-e", "bridge", "--data", data, "--lexicon", str(tmp_path / "alarm.toml"),
        "--analyser", str(tmp_path / "questions.py"), "--only", "alarm,questions", "-f", "json", capsys=capsys,
    )  # fmt: skip
    values = {(row["outlet"], row["metric"]): row["value"] for row in json.loads(out)}
    assert values["Beacon", "alarm"] > 0 == values["Courier", "alarm"]
    assert values["Beacon", "questions"] == 0
    folder = tmp_path / "out"
    run(
        "compare", "-e", "bridge", "--data", data, "--lexicon", str(tmp_path / "alarm.toml"), "--out", str(folder),
        "--format", "md", "--full", capsys=capsys,
    )  # fmt: skip
    text = (folder / "report.md").read_text(encoding="utf-8")
    assert "## Further measures" in text
    assert "Alarm" in text
    text = (folder / "report-appendix.md").read_text(encoding="utf-8")
    assert "figures/intervals-alarm.svg" in text
    assert "## Exploratory measures" in text


@pytest.mark.parametrize("name", ["huawei-curbs", "putin-oil-cap"])
def test_real_coverage_compares_without_an_error(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = shared("events")
    run(
        "compare", "-e", name, "--data", str(data), "--out", str(tmp_path / "out"), "--format", "md,html", capsys=capsys
    )
    removed = pl.read_parquet(tmp_path / "out" / "removed.parquet")
    problems = pl.read_parquet(tmp_path / "out" / "problems.parquet")
    if name == "huawei-curbs":
        kinds = set(removed.filter(pl.col("article").str.starts_with("press-tv"))["kind"])
        assert {"breadcrumb", "caption", "share", "notice"} <= kinds
        assert "addresses without the texts, not coverage" in problems.filter(file="references.jsonl")["problem"].item()


def at_a_terminal(*words: str, cwd: Path, stop_after: float | None = None) -> tuple[int, str, str]:
    """Run the command with a terminal for its remarks: exit code, output, remarks. stop_after: seconds to Ctrl-C."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    mine, theirs = pty.openpty()
    words = (sys.executable, "-m", "framing", *words)
    with subprocess.Popen(words, cwd=cwd, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        if stop_after is not None:
            time.sleep(stop_after)
            running.send_signal(signal.SIGINT)
        shown = b""
        try:
            while part := os.read(mine, 65_536):
                shown += part
        except OSError:  # the other end is closed
            pass
        output = running.stdout.read() if running.stdout else ""
    os.close(mine)
    return running.returncode, output, shown.decode(errors="replace")


def test_long_work_says_what_it_does_at_a_terminal_only(tmp_path: Path, report: Path) -> None:
    code, output, remarks = at_a_terminal("compare", "--event", "huawei-curbs", cwd=tmp_path)
    assert code == 0
    assert "Writing the report" in remarks
    assert "Writing the report" not in output


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    code, _, remarks = at_a_terminal("compare", "--event", "huawei-curbs", cwd=tmp_path, stop_after=1.5)
    assert code == 130, remarks
    assert "stopped; nothing was written" in remarks
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    monkeypatch.chdir(tmp_path)
    data = event(tmp_path, TWO)
    run("compare", "--event", "bridge", "--data", str(data), "--format", "md,html", "--open", capsys=capsys)
    assert [Path(path) for path in opened] == [Path("reports/bridge/report.html")]


def test_sections_template_and_earlier_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, out, look = event(tmp_path, TWO), tmp_path / "out", tmp_path / "look"
    look.mkdir()
    (look / "words.toml").write_text('[words]\n"In brief" = "What we found"', encoding="utf-8")
    words = ("compare", "--event", "bridge", "--data", str(data), "--out", str(out), "--format", "md")
    run(*words, capsys=capsys)
    run(*words, "--compare-with", str(out), "--sections", "in-brief,changed", "--template", str(look), capsys=capsys)
    text = (out / "report.md").read_text(encoding="utf-8")
    assert "## What we found" in text
    assert "Nothing: articles, word lists and values are those of the earlier report." in text
    assert "## Summary" not in text
    _, remarks = run(*words, "--paper", "a3", capsys=capsys, code=1)
    assert "unknown paper 'a3'; use a4 or letter" in remarks
    _, remarks = run(*words, "--sections", "in-brie", capsys=capsys, code=1)
    assert "did you mean 'in-brief'" in remarks
