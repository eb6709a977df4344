"""What `check` and `add` print fits eighty columns, sums up what is many, and names the cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from framing.cli.app import app

BODY = "The council closed the old ferry on Monday after an inspector found rust in both of its engines, number {}. "


def rows(count: int, **more: str) -> list[dict[str, str]]:
    return [
        {
            "outlet": f"The Very Long Name of Newspaper Number {number % 3}",
            "title": f"A headline that is longer than any line of a terminal could ever hold, number {number}, and on",
            "date": f"2026-03-{number % 28 + 1:02}",
            "text": f"{BODY.format(number)} {' '.join(f'w{number}x{word}' for word in range(50))}",
            **more,
        }
        for number in range(count)
    ]


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    return result.output


@pytest.mark.parametrize(("count", "lines"), [(5, 9), (31, 8)])
def test_check_is_short_and_narrow(count: int, lines: int, tmp_path: Path) -> None:
    (tmp_path / "event").mkdir()
    (tmp_path / "event" / "x.json").write_text(json.dumps(rows(count, leaning="left")))
    shown = run("check", "--event", "event", "--data", str(tmp_path)).rstrip().split("\n")
    assert max(map(len, shown)) <= 80
    assert len(shown) <= lines + 2
    assert f"{count} articles, 3 outlets" in shown[0]
    every = run("check", "--event", "event", "--data", str(tmp_path), "--all").split("\n")
    assert sum("2026-03-" in line for line in every[1:]) == count
    assert "Columns of your own: leaning" in "\n".join(every)
    one = run("check", "--event", "event", "--data", str(tmp_path), "--diff", "2")
    assert "old ferry on Monday" in one, "an article by its number"


def test_problems_of_one_kind_stand_together(tmp_path: Path) -> None:
    (tmp_path / "event").mkdir()
    without = [{**row, "outlet": ""} for row in rows(12)]
    (tmp_path / "event" / "x.json").write_text(json.dumps([*rows(2), *without]))
    shown = run("check", "--event", "event", "--data", str(tmp_path))
    assert "error, 12 times: names no outlet" in shown
    assert "x.json:3" in shown
    assert "and 6 more" in " ".join(shown.split())


def test_add_sums_up_a_file_of_many_and_names_the_cure(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "many.json").write_text(json.dumps(rows(40)))
    (tmp_path / "none.json").write_text(json.dumps([{**rows(1)[0], "outlet": ""}, {**rows(2)[1], "outlet": ""}]))
    (tmp_path / "links.txt").write_text("https://courier.example/a\nhttps://courier.example/b\n")
    (tmp_path / "one.txt").write_text(BODY.format(99) * 3)
    words = ["add", "--event", "new", "--data", str(tmp_path / "data")]
    shown = run(*words, *(str(tmp_path / name) for name in ("many.json", "none.json", "links.txt", "one.txt")))
    assert "many.json: 40 articles added in all, of 3 outlets" in shown
    assert max(len(line) for line in shown.split("\n") if str(tmp_path) not in line) <= 80
    flat = " ".join(shown.split())
    assert "add a column `outlet`; if the whole file is of one outlet, say so with --outlet" in flat
    assert "list of 2 addresses, no article" in flat
    assert "give it with --outlet, or call the file outlet--date--n" in flat


def test_add_keeps_columns_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "x.json").write_text(json.dumps(rows(1, leaning="left", page="[3]")))
    run("add", "--event", "new", "--data", str(tmp_path / "data"), str(tmp_path / "x.json"))
    (path,) = (tmp_path / "data" / "new").glob("*.md")
    text = path.read_text(encoding="utf-8")
    assert "leaning: left" in text
    assert 'page: "[3]"' in text
