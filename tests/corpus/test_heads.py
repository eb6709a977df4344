"""Texts whose first lines say what they are: front matter in its forms, and lines *Title: ...* that nothing encloses."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest

from framing.corpus.files.front_matter import headed
from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.readers import articles_of

BODY = (
    "The weir at Lund gave way on Sunday, and the lower town stood under water until noon, the mayor told the paper.",
    "Nobody was hurt: a new weir takes two years to build, and the town has asked the state for half of its price.",
)
TEXT = "\n\n".join(BODY)
HEADS = {
    "toml": '+++\ntitle = "Weir breaks"\noutlet = "Lund Bee"\ndate = 2025-05-04\n+++\n\n',
    "dots": "---\ntitle: Weir breaks\noutlet: Lund Bee\ndate: 2025-05-04\n...\n\n",
    "bare": "Title: Weir breaks\nSource: Lund Bee\nDate: 4 May 2025\nAuthor: Jan Roth\n\n",
    "capitals": "HEADLINE: Weir breaks\nNEWSPAPER: Lund Bee\nDATE: May 4, 2025\nPages: 3\n\n",
    "equals": "headline = Weir breaks\noutlet = Lund Bee\ndate = 2025-05-04\n\n",
    "apart": "Title: Weir breaks\n\nPublication: Lund Bee\n\nDate: 2025-05-04\n\n",
    "German": "Titel: Weir breaks\nQuelle: Lund Bee\nDatum: 4. Mai 2025\n\n",
    "text too": "Title: Weir breaks\nOutlet: Lund Bee\nDate: 2025-05-04\nText: ",
}


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_the_first_lines_tell(name: str, ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a.{ending}").write_text(HEADS[name] + TEXT, "utf-8")
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert (row["headline"], row["outlet"], row["published"]) == ("Weir breaks", "Lund Bee", dt.date(2025, 5, 4))
    assert row["text"][row["body_start"] :] == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        f"Update: the weir was mended on Monday.\n\n{TEXT}",
        f"Source: Lund Bee\n\n{TEXT}",
        f"Ada Holm: I was there.\n\nLund Bee: What now?\n\n{TEXT}",
    ],
)
def test_a_text_that_begins_as_texts_do_has_no_head(text: str) -> None:
    assert headed(text) is None


def test_json_that_was_saved_as_text(tmp_path: Path) -> None:
    records = [{"title": "Weir breaks", "outlet": outlet, "date": "2025-05-04", "text": TEXT} for outlet in ("A", "B")]
    (tmp_path / "lines.txt").write_text("\n".join(map(json.dumps, records)), "utf-8")
    (tmp_path / "list.txt").write_text(json.dumps([{**one, "outlet": one["outlet"] * 2} for one in records]), "utf-8")
    assert load(tmp_path).articles["outlet"].to_list() == ["A", "AA", "B", "BB"]
    (raw,) = articles_of(Source("a.txt", content=b"{ This is no JSON, said the mayor. }"))
    assert raw.fields["body"]


def test_an_index_within_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr(
            "event/index.jsonl", json.dumps({"file": "one.txt", "outlet": "Lund Bee", "date": "2025-05-04"})
        )
        archive.writestr("event/one.txt", TEXT)
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert (row["outlet"], row["published"]) == ("Lund Bee", dt.date(2025, 5, 4))
