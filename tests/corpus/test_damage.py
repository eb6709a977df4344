"""One damaged file stops that file only."""

from __future__ import annotations

import os
import zipfile
import zlib
from pathlib import Path

import polars as pl
import pytest

from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.readers import reader_of

TEXT = "It may rain, the mayor of Norham said on Monday. The sky over the town is grey and everybody waits for it. "


@pytest.fixture
def event(tmp_path: Path) -> Path:
    (tmp_path / "courier--2026-01-01--1.txt").write_text(TEXT + "The Courier asked in vain.")
    (tmp_path / "beacon--2026-01-01--1.txt").write_text(TEXT + "Nobody else would say so.")
    return tmp_path


def problems(folder: Path) -> dict[str, str]:
    corpus = load(folder)
    assert set(corpus.articles["outlet"]) >= {"Courier", "Beacon"}
    return dict(corpus.problems.select("file", "problem").iter_rows())


def test_a_stream_that_is_damaged(event: Path) -> None:
    path = event / "gazette--2026-01-01--1.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", TEXT * 50)
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(range(30))
    path.write_bytes(content)
    assert "gazette--2026-01-01--1.docx" in problems(event)


def test_a_reader_that_meets_a_damaged_stream(event: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (event / "extra.csv").write_text("outlet,text\nA,b\n")

    def damaged(source: Source) -> object:
        if source.name == "extra.csv":
            raise zlib.error("Error -3 while decompressing")
        return reader_of(source)

    monkeypatch.setattr("framing.corpus.files.gather.reader_of", damaged)
    assert problems(event) == {"extra.csv": "is damaged (Error -3 while decompressing)"}


def test_a_name_that_is_no_utf8(event: Path) -> None:
    try:
        with open(os.fsencode(event) + b"/h\xff--2026-01-01--1.txt", "w") as file:  # noqa: PTH123
            file.write(TEXT)
    except OSError:
        pytest.skip("this file system takes no such names")
    assert list(problems(event).values()) == ["has a name that is no UTF-8: not read"]


def test_links_that_lead_in_circles(event: Path) -> None:
    (event / "self.txt").symlink_to("self.txt")
    (event / "loop").symlink_to(event)
    assert problems(event) == {"self.txt": "is a link that leads back to itself"}


def test_the_name_of_a_table_is_no_pattern(event: Path) -> None:
    for name, outlet in (("t[1].parquet", "One"), ("t1.parquet", "Two"), ("t*.parquet", "Three")):
        with (event / name).open("wb") as file:
            pl.DataFrame({"outlet": [outlet], "text": [f"{TEXT} So wrote {outlet}."]}).write_parquet(file)
    corpus = load(event)
    assert dict(corpus.articles.filter(pl.col("source_file").str.ends_with("parquet")).select("source_file", "outlet").iter_rows()) == {
        "t[1].parquet": "One", "t1.parquet": "Two", "t*.parquet": "Three",
    }  # fmt: skip
