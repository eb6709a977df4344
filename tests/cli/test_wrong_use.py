"""Wrong use is answered by one line: what and where, and what to do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from framing.cli.options import TableFormat, show
from framing.cli.verbs import verbs
from tests.cli.test_cli import run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "events" / "rain"
    folder.mkdir(parents=True)
    (folder / "courier--2026-01-01--1.txt").write_text("It may rain, the mayor said. The town waits for it.")
    (folder / "beacon--2026-01-01--1.txt").write_text("It rains in the town. Nobody knows why it rains so hard.")
    return tmp_path / "events"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["score", "--only", ""], 2, "names nothing"),
        (["score", "--only", " , "], 2, "names nothing"),
        (["compare", "--sections", ""], 2, "names nothing"),
        (["compare", "--format", ","], 2, "names nothing"),
        (["compare", "--seed", "-1"], 2, "--seed"),
        (["compare", "--only", "hedgin"], 1, "did you mean 'hedging'?"),
        (["compare", "--pair", "A"], 2, "does not name two outlets"),
        (["evidence", "hedging", "--sample"], 2, "needs a value behind it. Draw a coding sheet of so many sentences"),
        (["score", "--event", "x" * 300], 1, "is no event name"),
        (["compare", "--primary", "hedgin"], 1, "unknown tested measure 'hedgin'; did you mean 'hedging'?"),
        (["compare", "--primary", "hedging_modal"], 1, "unknown tested measure 'hedging_modal'"),
        (["compare", "--format", "html,pdff"], 1, "unknown format 'pdff'; use md, html, pdf, docx"),
        (["compare", "--compare-with", "gone"], 1, "gone holds no comparison.json; check --compare-with"),
        (["compare", "--analyser", "gone.py"], 1, "there is no file gone.py with measures; check the path"),
        (["compare", "--out", "."], 1, "holds other files and no report; name one for the report with --out, such as"),
        (["compare", "--out", ""], 1, "holds other files and no report"),
        (["compare", "--snippet", "20"], 2, "goes with --no-text"),
        (["compare", "--full", "--tables-only"], 2, "does not go with --tables-only"),
        (["compare", "--where", "genre"], 1, "'genre' is no condition; write COLUMN=VALUE, such as genre=news"),
        (["compare", "--where", "byline=Ann"], 1, "no article has byline=Ann; byline is empty in all of them"),
        (["evidence", "hedging", "--sample", "5", "--seed", "-1"], 2, "--seed"),
        (["evidence", "kincaid"], 1, "did you mean 'flesch_kincaid_grade'?"),
        (["score", "--out", "scores"], 2, "goes with tables; the scores of an event are shown: --format csv > FILE"),
        (["study", "--study", "gone.toml"], 1, "gone.toml cannot be read"),
        (["score", "--event", "rian"], 1, "did you mean 'rain'?"),
    ],
)
def test_one_line(
    arguments: list[str],
    code: int,
    message: str,
    data: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = [] if "--event" in arguments or arguments[0] == "study" else ["--event", "rain"]
    monkeypatch.chdir(data)
    _, told = run(*arguments[:1], *event, "--data", str(data), *arguments[1:], capsys=capsys, code=code)
    assert message in told
    assert "Traceback" not in told


def test_a_report_into_the_event_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for out in (data / "rain", data / "rain" / "report"):
        words = ("compare", "--event", "rain", "--data", str(data), "--out", str(out))
        assert "would be read as coverage" in run(*words, capsys=capsys, code=2)[1]


def test_a_report_of_the_event_that_one_stands_in(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data / "rain")
    assert "reports/rain lies in the event's folder" in run("compare", "--event", ".", capsys=capsys, code=2)[1]
    run("compare", "--event", ".", "--out", "../report", "--format", "md", "--only", "hedging", capsys=capsys)
    assert (data / "report" / "report.md").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("score --only hedging {event} | head -1 >&2; exit ${PIPESTATUS[0]}", 0, "article"),
        ("score --only hedging {event} >&-", 0, ""),
        ("measures 2>&-", 0, ""),
        ("compare --format md {event} --out report >&-; test -f report/report.md", 0, ""),
    ],
)
def test_closed_output(words: str, code: int, told: str, data: Path) -> None:
    """Whoever stops listening is told nothing, and files are written all the same."""
    line = f"{sys.executable} -m framing {words.replace('{event}', f'--event rain --data {data}')}"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(["bash", "-c", line], cwd=data, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert told in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", ["measures", "--version", "score --only hedging --format csv"])
def test_a_full_disk_under_the_output(words: str, data: Path) -> None:
    event = ["--event", "rain", "--data", str(data)] if "score" in words else []
    with Path("/dev/full").open("w") as full:
        line = [sys.executable, "-m", "framing", *words.split(), *event]
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("framing: the output cannot be written: no space is left")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("columns", ["abc", "-3", "", "0", "9" * 400, "²"])
def test_odd_widths(
    columns: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown, _ = run("score", "--only", "hedging", "--event", "rain", "--data", str(data), capsys=capsys)
    assert "hedging" in shown


def test_a_table_on_a_terminal_does_not_steer_it(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    frame = pl.DataFrame({"text": ["\x1b[31mred\x07", "a\tb", " =1+1", "＝1", "\n-1"]})
    show(frame, TableFormat.csv)
    assert b"\x1b" in capfdbinary.readouterr().out, "a file keeps what it is given"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    show(frame, TableFormat.csv)
    shown = capfdbinary.readouterr().out.decode()
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "a\tb" in shown
    assert shown.count("'") == 3


def test_an_article_by_any_of_its_names(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("2", "courier", "Courier", "courier-2026-01-01-1", "courier/courier-2026-01-01-1"):
        told = run("check", "--event", str(data / "rain"), "--diff", name, capsys=capsys)[0]
        assert told.startswith("courier/courier-2026-01-01-1\n"), name
    told = run("check", "--event", str(data / "rain"), "--diff", "curier", capsys=capsys, code=1)[1]
    assert "unknown article or outlet 'curier'; did you mean 'Courier'?" in told


def test_a_sheet_without_codes(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data)
    event = ("--event", "rain", "--data", ".")
    run("evidence", "hedging", *event, "--sample", "4", "--out", "sheet.csv", capsys=capsys)
    told = run("validate", *event, "--codes", "sheet.csv", capsys=capsys, code=1)[1]
    assert "sheet.csv holds no code yet; write 1 or 0 into its column 'code'" in told


def test_a_table_s_event_is_found_as_any_other(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data)
    (data / "rain" / "event.toml").write_text('[[outlets]]\nname = "The Courier"\naliases = ["courier"]')
    (data / "news.csv").write_text("outlet,text\ncourier,It may rain in the valley tonight and all of tomorrow.\n")
    words = ("score", "news.csv", "--event", "rain", "--data", ".", "--only", "hedging", "--engine", "local")
    run(*words, "--workers", "1", "--out", "scores", capsys=capsys)
    assert pl.read_parquet("scores/metrics")["outlet"].unique().to_list() == ["The Courier"]
    assert "unknown event 'rian'" in run(*words[:3], "rian", *words[4:], "--out", "other", capsys=capsys, code=1)[1]


def test_of_one_nothing_is_told_as_of_many(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data)
    words = ("study", "--events", "rain", "--data", ".", "--only", "hedging", "--format", "md", "--no-cache")
    assert "\n1 event, 2 outlets, 2 articles; each outlet" in run(*words, capsys=capsys)[0]


def test_help_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Every verb is told in a whole sentence, and no option's value by the name of a Python type."""
    listed = run("--help", capsys=capsys)[0].partition("Commands:")[2].strip().splitlines()
    assert len(listed) == len(list(verbs()))
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []
    for line in listed:
        told = run(line.split()[0], "-h", capsys=capsys)[0].partition("Options:")[2]
        assert not re.search(r"<(?:list|int|str|path)\b", told), line
