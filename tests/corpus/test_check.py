"""`framing check`: what was understood, what was taken out, and all that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
from typer.testing import CliRunner

from framing.cli.app import app
from framing.corpus.check import check, raw_against_clean
from framing.corpus.load import load, raw_bodies
from tests.conftest import shared

FIRST = "The council closed the bridge on Monday after engineers found cracks in two of its four piers."
SECOND = "“It is not safe,” said Ada Holm, the mayor, who wants a new one by the spring."
OTHER = "Trains ran late again in the valley, and the railway blamed a frozen switch near the northern depot for it."


def test_shares_are_of_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a--2026-01-01--1.txt").write_text(f"{'x' * 75}\n\nFILE PHOTO: {'y' * 13}")
    row = check(load(tmp_path)).row(0, named=True)
    assert row["removed"] == "caption 25.0%"
    assert row["flags"] == "stub"


def test_each_article_and_each_problem_has_its_line(tmp_path: Path) -> None:
    rows = [
        {
            "outlet": "The Courier",
            "title": "Bridge",
            "date": "2026-01-02",
            "text": f"OSLO (Reuters) - {FIRST}\n\nSHARE THIS ARTICLE",
        },
        {"outlet": "The Beacon", "title": "Trains", "date": "some day", "text": OTHER},
        {"outlet": "The Beacon", "title": "Trains, updated", "date": "2026-01-03", "text": f"{OTHER} {SECOND}"},
        {"title": "No outlet", "text": FIRST},
        {"outlet": "The Beacon", "title": "No words", "text": "***"},
    ]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n{broken")
    corpus = load(tmp_path)
    table = check(corpus)
    assert table.columns == ["article", "outlet", "published", "agency", "words", "quoted", "removed", "flags"]
    assert table["agency"].to_list() == [None, "Reuters"]
    problems = dict(corpus.problems.select("line", "problem").iter_rows())
    assert any(
        problem.startswith("has no date that can be read ('some day')") for problem in corpus.problems["problem"]
    )
    assert problems[2] == "is another version (48% the same) of the-beacon/trains-updated-e1449e25: kept once"
    assert problems[4] == "names no outlet: left out"
    assert problems[5].startswith("holds no words")
    assert problems[6] == "is not valid JSON"
    result = CliRunner().invoke(app, ["check", "--event", tmp_path.name, "--data", str(tmp_path.parent)])
    assert result.exit_code == 0
    assert "error: all.jsonl:6: is not valid JSON; mend this line" in result.output
    result = CliRunner().invoke(
        app, ["check", "--event", tmp_path.name, "--data", str(tmp_path.parent), "--format", "json"]
    )
    assert json.loads(result.stdout)[0]["article"] == table["article"][0], "remarks do not stand among the data"
    assert "is not valid JSON" in result.stderr


def test_what_was_removed_belongs_to_the_article_it_was_removed_from(tmp_path: Path) -> None:
    """Two files of one name, and a version that is left out: their passages are not mixed up."""
    for folder, text, mark in (
        ("x", FIRST, "Advertisement"),
        ("y", OTHER, "SHARE THIS ARTICLE"),
        ("z", f"{OTHER} {SECOND}", "Read more: T"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a--2026-01-01--1.txt").write_text(f"{text}\n\n{mark}")
    corpus = load(tmp_path)
    kinds = {
        text.split()[1]: kind
        for text, kind in corpus.articles.join(corpus.removed, on="article").select("text", "kind").iter_rows()
    }
    assert kinds == {"council": "advertisement", "ran": "related"}


def test_the_difference_shows_every_paragraph_once(tmp_path: Path) -> None:
    raw = f"OSLO (Reuters) - {FIRST}\n\nAdvertisement\n\n{SECOND} Shares of Marlowe (MCN.N) fell.\n\nAdvertisement\n\n{OTHER}"
    (tmp_path / "a--2026-01-01--1.txt").write_text(raw)
    corpus = load(tmp_path)
    (key,) = corpus.articles["article"]
    shown = raw_against_clean(corpus, key, raw_bodies(tmp_path)[key])
    assert shown.split("\n\n", 1)[1].split("\n") == [
        f"- OSLO (Reuters) - {FIRST}",
        "    [dateline: place and agency before a dash] OSLO (Reuters) -",
        f"+ {FIRST}",
        "- [advertisement: advertisement] Advertisement",
        f"- {SECOND} Shares of Marlowe (MCN.N) fell.",
        "    [ticker: exchange code] (MCN.N)",
        f"+ {SECOND} Shares of Marlowe fell.",
        "- [advertisement: advertisement] Advertisement",
        f"  {OTHER}",
    ]


def test_the_press_tv_text() -> None:
    folder = shared("events") / "huawei-curbs"
    corpus = load(folder)
    removed = corpus.removed.filter(pl.col("article").str.starts_with("press-tv"))
    assert removed["kind"].to_list() == ["breadcrumb", "headline", "caption", "notice", "link", "share", "share"]
    text = corpus.articles.filter(pl.col("article").str.starts_with("press-tv"))["text"].item()
    assert "SHARE" not in text
    assert text.rstrip().endswith("on Tuesday.")
    result = CliRunner().invoke(
        app, ["check", "-e", "huawei-curbs", "--data", str(folder.parent), "--diff", "press-tv/press-tv-2020-02-05-1"]
    )
    assert "- [share: share widget] SHARE THIS ARTICLE" in result.output
    assert result.output.count("\n  ") == text.count("\n\n")


def test_each_part_of_the_voice_says_how_it_was_told(tmp_path: Path) -> None:
    body = "It “rained”. He wrote:\n\nNever again.\n\n> So be it.\n\nQ: Did you go?\n\nA: I went.\n\nQ: Why?\n\nA: We all went."
    (tmp_path / "beacon--2026-03-04--1.md").write_text(body, encoding="utf-8")
    assert check(load(tmp_path))["quoted"].to_list() == ["line before 11.1%, marks 5.6%, mark-up 16.7%, turn 27.8%"]
