"""A folder of files is put into place whole or not at all."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from framing.errors import ReportError
from framing.report import folder as module
from framing.report.folder import MANIFEST, clear, put, written_before


def manifest(names: list[str]) -> bytes:
    return json.dumps({"files": sorted(names)}).encode()


def content(of: str, count: int = 5) -> Iterator[tuple[str, bytes]]:
    for number in range(count):
        yield f"figures/{number}.svg" if number % 2 else f"{number}.csv", of.encode()


def state(folder: Path) -> set[bytes]:
    return {path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST}


def litter(parent: Path) -> list[str]:
    return [path.name for path in parent.iterdir() if path.name.startswith(".")]


def test_files_and_manifest(tmp_path: Path) -> None:
    written = put(tmp_path / "new" / "report", content("a"), manifest)
    assert all(path.is_file() for path in written)
    assert written_before(tmp_path / "new" / "report") == {
        str(path.relative_to(tmp_path / "new" / "report")) for path in written
    }
    assert litter(tmp_path / "new") == []


def test_paths_are_told_as_the_folder_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert put(Path("reports/x"), content("a", 1), manifest) == [Path("reports/x/0.csv"), Path("reports/x/run.json")]


def test_what_is_no_longer_made_goes_and_what_others_put_there_stays(tmp_path: Path) -> None:
    report = tmp_path / "report"
    put(report, content("a", 6), manifest)
    (report / "notes").mkdir()
    (report / "notes" / "mine.txt").write_text("mine")
    (report / "own.txt").write_text("own")
    put(report, content("b", 3), manifest)
    assert {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()} == {
        "0.csv", "figures/1.svg", "2.csv", MANIFEST, "notes/mine.txt", "own.txt",
    }  # fmt: skip
    assert litter(tmp_path) == []


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    put(tmp_path / "report", content("a"), manifest)

    def breaks() -> Iterator[tuple[str, bytes]]:
        yield "0.csv", b"b"
        raise OSError(28, "No space left on device")

    with pytest.raises(ReportError, match="No space left on device; choose another --out"):
        put(tmp_path / "report", breaks(), manifest)
    assert state(tmp_path / "report") == {b"a"}
    assert litter(tmp_path) == []


def test_what_is_no_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine")
    (tmp_path / "pipe").symlink_to(os.devnull)
    for name in ("report", "pipe"):
        with pytest.raises(ReportError, match="is no folder; choose another --out"):
            put(tmp_path / name, content("a"), manifest)
    assert (tmp_path / "report").read_text() == "mine"
    assert litter(tmp_path) == []


def test_a_manifest_leads_nowhere_else(tmp_path: Path) -> None:
    names = ["../x", "/etc/x", "a/../../x", "a\\b", "c:x", "a/b/c", 3, "", "fine.csv", "figures/fine.svg"]
    (tmp_path / MANIFEST).write_text(json.dumps({"files": names}))
    assert written_before(tmp_path) == {"fine.csv", "figures/fine.svg"}
    for strange in ("[]", '{"files": {"a": 1}}', '{"files": "abc"}', "{", "[" * 100_000):
        (tmp_path / MANIFEST).write_text(strange)
        assert written_before(tmp_path) == set()


def test_a_link_keeps_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "report").symlink_to(tmp_path / "there")
    put(tmp_path / "report", content("a"), manifest)
    assert (tmp_path / "report").is_symlink()
    assert state(tmp_path / "there") == {b"a"}


def test_several_write_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: put(tmp_path / "report", content(name), manifest), "abcdefgh" * 25))
    assert len(state(tmp_path / "report")) == 1
    assert litter(tmp_path) == []


def test_where_a_folder_cannot_be_renamed_the_manifest_comes_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report"
    put(report, content("a", 6), manifest)
    monkeypatch.setattr(Path, "is_mount", lambda path: path == report)
    put(report, content("b", 3), manifest)
    assert state(report) == {b"b"}
    assert litter(report) == []


CHILD = """
import sys, itertools, json
from pathlib import Path
from framing.report.folder import put
print("ready", flush=True)
for turn in itertools.count():
    files = ((f"{n}.csv" if n % 2 else f"figures/{n}.svg", str(turn).encode()) for n in range(12))
    put(Path(sys.argv[1]), files, lambda names: json.dumps({"files": names}).encode())
"""


def test_kills_leave_no_mixture_and_the_next_run_clears_up(tmp_path: Path) -> None:
    report = tmp_path / "report"
    put(report, content("first"), manifest)
    (report / "mine.txt").write_text("mine")
    for turn in range(25):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(report)], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.002 + 0.0037 * turn)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        clear(report)
        found = state(report) - {b"mine"}
        assert len(found) == 1, "old and new are mixed"
        assert (report / "mine.txt").read_text() == "mine"
        assert {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()} == (
            written_before(report) | {"mine.txt"}
        )
    put(report, content("last"), manifest)
    assert litter(tmp_path) == []


def test_a_folder_of_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / f".report-new-{os.getpid()}-abc"
    other = tmp_path / ".report-new-1-abc"  # the first process of the machine lives on
    strange = tmp_path / ".report-notes"
    for path in (mine, other, strange):
        path.mkdir()
    put(tmp_path / "report", content("a"), manifest)
    assert sorted(litter(tmp_path)) == sorted(path.name for path in (mine, other, strange))
    assert module.MANIFEST == "run.json"


def test_nobody_s_files_are_moved_for_a_first_report(tmp_path: Path) -> None:
    work = tmp_path / "work"
    (work / "empty").mkdir(parents=True)
    (work / "articles.csv").write_text("mine")
    with pytest.raises(ReportError, match=r"holds other files and no report; name one for the report with --out, such"):
        put(work, content("a"), manifest)
    assert sorted(path.name for path in work.iterdir()) == ["articles.csv", "empty"]
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / ".keep").touch()
    put(tmp_path / "new", content("a"), manifest)
    assert (tmp_path / "new" / ".keep").is_file()


def test_the_folder_that_one_stands_in_stays_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report"
    put(report, content("a", 6), manifest)
    (report / "figures" / "mine").mkdir()
    monkeypatch.chdir(report / "figures")
    before = report.stat().st_ino
    put(report, content("b", 3), manifest)
    assert report.stat().st_ino == before
    assert state(report) == {b"b"}
    assert Path.cwd() == report / "figures"
    assert (report / "figures" / "mine").is_dir()
    assert litter(report) == litter(tmp_path) == []
