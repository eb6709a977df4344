"""Texts whose first lines say what they are: front matter in its forms, and lines *Title: ...* that nothing encloses."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest

from framing.corpus.files.front_matter import divided, headed
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


VALUES = {
    ">-\n  Weir breaks\n  at Lund": "Weir breaks at Lund",
    "|\n  Weir breaks at Lund": "Weir breaks at Lund",
    ">  # folded\n\n  Weir breaks\n  at Lund\n": "Weir breaks at Lund",
    "Weir breaks\n  at Lund": "Weir breaks at Lund",
    "'It''s broken'": "It's broken",
    "'It''s broken' # the weir": "It's broken",
    '"A \\"new\\" weir \\u2013 \\\\ no more"': 'A "new" weir – \\ no more',
    '"The "new" weir"': 'The "new" weir',
    '"Broken" and "mended"': '"Broken" and "mended"',
    '"Weir # 3 breaks"': "Weir # 3 breaks",
    "Weir breaks # draft": "Weir breaks",
    "Weir breaks, says #MeToo": "Weir breaks, says #MeToo",
    "C# and weir no. #3": "C# and weir no. #3",
}


@pytest.mark.parametrize("value", VALUES)
def test_values_as_yaml_writes_them(value: str) -> None:
    text = f"---\n# of the weir\ntitle: {value}\nsource: 'Lund Bee'\n---\n{TEXT}"
    fields = divided(text).fields
    assert (fields["headline"], fields["outlet"], fields["body"]) == (VALUES[value], "Lund Bee", TEXT)


@pytest.mark.parametrize(
    "authors",
    [
        "\n  - Jan Roth\n  - 'Eva O''Lind' # staff",
        "\n- Jan Roth\n- Eva O'Lind",
        "# both\n  - name: Jan Roth\n    url: https://x.example\n  - name: Eva O'Lind",
        ' [Jan Roth, "Eva O\'Lind"] # staff',
        " [\n  Jan Roth,\n  Eva O'Lind,\n]",
        "\n  name: Jan Roth, Eva O'Lind\n  mail: x",
    ],
)
def test_names_as_yaml_writes_them(authors: str) -> None:
    fields = divided(f"---\nauthors: {authors}\ntitle: Weir breaks\n---\n{TEXT}").fields
    assert (fields["byline"], fields["headline"]) == ("Jan Roth, Eva O'Lind", "Weir breaks")


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
