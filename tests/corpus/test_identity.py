"""An article keeps its name when others are added, moved or taken away; columns that framing does not know are kept."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from framing.corpus.files.fields import Raw
from framing.corpus.files.identity import name_of
from framing.corpus.load import load
from framing.errors import CorpusError, UnknownNameError

WORDS = "bridge council river harbour engineer closure crossing summer winter repair money vote ferry lorry".split()


def rows(count: int, seed: int = 1) -> list[dict[str, str]]:
    chance = random.Random(seed)
    return [
        {
            "outlet": chance.choice(["The Courier", "The Beacon"]),
            "title": f"{chance.choice(WORDS).title()} number {number} of seed {seed}",
            "date": f"2026-03-{number % 28 + 1:02}",
            "url": f"https://courier.example/{seed}/{number}" if number % 2 else "",
            "leaning": chance.choice(["left", "right"]),
            "page": str(number + 1),
            "text": " ".join(chance.choice(WORDS) for _ in range(60)) + ".",
        }
        for number in range(count)
    ]


def write(path: Path, table: list[dict[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerows(table)


def test_rows_put_on_top_or_sorted_change_no_key(tmp_path: Path) -> None:
    table = rows(40)
    write(tmp_path / "x.csv", table)
    before = dict(load(tmp_path).articles.select("article", "text").iter_rows())
    assert len(before) == 40
    random.Random(2).shuffle(table)
    write(tmp_path / "x.csv", rows(18, seed=9) + table[3:])
    after = dict(load(tmp_path).articles.select("article", "text").iter_rows())
    kept = before.keys() & after.keys()
    assert len(kept) == 37
    assert all(before[key] == after[key] for key in kept)


def test_the_name_is_the_id_else_the_address_else_what_is_said() -> None:
    many = Raw(many=True)
    said = {"outlet": "A", "headline": "The bridge is shut for good now", "body": "Text."}
    assert name_of(many, {"id": "GUID-7", "url": "https://a.example/x", **said}, "stem") == "guid-7"
    address = name_of(many, {"url": "https://www.a.example/2026/bridge-shut.html?utm_source=x#top", **said}, "stem")
    assert address == name_of(many, {"url": "http://a.example/2026/bridge-shut.html", "body": "Other."}, "stem")
    assert address.startswith("bridge-shut-")
    spoken = name_of(many, said, "stem")
    assert spoken.startswith("the-bridge-is-shut-for-good-")
    assert spoken == name_of(many, {**said, "body": " text. "}, "other stem"), "blanks and capitals aside"
    assert spoken != name_of(many, {**said, "body": "Another text."}, "stem")
    assert name_of(Raw(), said, "the-courier--2026-03-02--1") == "the-courier--2026-03-02--1", "a file keeps its name"


def test_one_id_twice_is_told_apart_by_the_text(tmp_path: Path) -> None:
    table = rows(2)
    for row in table:
        row.update(outlet="The Courier", id="7", url="")
    write(tmp_path / "x.csv", table)
    before = set(load(tmp_path).articles["article"])
    write(tmp_path / "x.csv", table[::-1])
    after = set(load(tmp_path).articles["article"])
    assert len(before) == 2
    assert len(before & after) >= 1


def test_columns_of_ones_own_are_kept_and_chosen_by(tmp_path: Path) -> None:
    import framing

    write(tmp_path / "x.csv", rows(12))
    corpus = load(tmp_path)
    assert corpus.extra == ["leaning", "page"]
    assert corpus.articles.schema["page"].is_integer(), "numbers are numbers"
    left = corpus.where("leaning=LEFT")
    assert set(left.articles["leaning"]) == {"left"}
    assert 0 < left.articles.height < 12
    scores = framing.score(corpus, only=["hedging"])
    told = corpus.with_extra(scores.metrics)
    assert told.columns == [*scores.metrics.columns, "leaning", "page"]
    assert told.height == scores.metrics.height
    with pytest.raises(UnknownNameError, match="leaning"):
        corpus.where("leanin=left")
    with pytest.raises(CorpusError, match="leaning is one of left, right"):
        corpus.where("leaning=green")


def test_columns_that_framing_does_not_know_are_named_and_can_be_mapped(tmp_path: Path) -> None:
    text = "Ein Satz über die alte Brücke, die bis zum Sommer gesperrt bleibt. " * 20
    (tmp_path / "x.csv").write_text(f'ajaleht,sisu,paev\nDer Bote,"{text}",2026-03-02\n', encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        load(tmp_path)
    assert 'body = "sisu"' in str(refused.value) or "sisu" in str(refused.value)
    (tmp_path / "event.toml").write_text('[columns]\nbody = "sisu"\noutlet = "ajaleht"\npublished = "paev"\n')
    row = load(tmp_path).articles.row(0, named=True)
    assert (row["outlet"], str(row["published"])) == ("Der Bote", "2026-03-02")
    (tmp_path / "event.toml").write_text('[columns]\nbodi = "sisu"\n')
    with pytest.raises(CorpusError, match=r"\[columns\] names 'bodi'"):
        load(tmp_path)
