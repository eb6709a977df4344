"""Lists of references: BibTeX, EndNote's tags, RIS. They hold texts seldom; without, they are named as lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.corpus.files.fields import Raw, read_record
from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.metadata.people import in_order
from framing.corpus.readers import articles_of
from framing.errors import FramingError

BIB = r"""% from Zotero
@string{bee = "Lund Bee"}

@misc{roth_weir_2025,
	title = {The {Weir} of {Lund} \& its mayor},
	url = {https://lundbee.example/weir},
	abstract = {A weir broke, and {nobody} was hurt.},
	journal = "Lund {"}Bee{"} of the valley",
	author = {Roth, J{\"o}rg and {\'E}lise Lund},
	month = may,
	day = 4,
	year = {2025},
}

@article{mill, title = "Mill, too", journaltitle = {Dorn Post}, date = {2025-05-05}, url = {https://dornpost.example/mill}}
"""
ENW = """%0 Newspaper Article
%T The weir of Lund
%A Roth, Jan
%A Lund, Elise
%B Lund Bee
%D 2025
%8 May 4
%U https://lundbee.example/weir
%X A weir broke,
and nobody was hurt.

%0 Web Page
%T Mill, too
%U https://dornpost.example/mill
"""


def raws(name: str, text: str) -> list[Raw]:
    return list(articles_of(Source(name, content=text.encode())))


def test_bibtex() -> None:
    one, two = raws("zotero.bib", BIB)
    assert one.fields == {
        "headline": "The Weir of Lund & its mayor",
        "outlet": 'Lund "Bee" of the valley',
        "published": "4 may 2025",
        "url": "https://lundbee.example/weir",
        "byline": "Jörg Roth, Élise Lund",
        "id": "roth_weir_2025",
    }
    assert (two.fields["headline"], two.fields["outlet"], two.fields["published"]) == (
        "Mill, too",
        "Dorn Post",
        "2025-05-05",
    )
    assert (one.line, two.line) == (4, 15)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Roe, Jane", "Jane Roe"),
        ("Roe, Jane; Doe, Sam", "Jane Roe; Sam Doe"),
        ("de la Vega, Marco J.", "Marco J. de la Vega"),
        ("O'Lind, Eva Maria.", "Eva Maria O'Lind"),
        ("Jane Roe", "Jane Roe"),
        ("Roe, Jane, Jr", "Roe, Jane, Jr"),
        ("Roe, Reuters", "Roe, Reuters"),
        ("Roe, Staff Writer", "Roe, Staff Writer"),
        ("Jane Roe, Lund", "Jane Roe, Lund"),
        ("Roe, of Lund", "Roe, of Lund"),
    ],
)
def test_a_surname_in_front_goes_behind(written: str, read: str) -> None:
    assert in_order(written) == read


def test_names_in_tables_of_databases() -> None:
    assert read_record({"Authors": "Roe, Jane", "pubtitle": "Lund Bee"}).fields["byline"] == "Jane Roe"
    assert read_record({"Author": "Roe, Jane", "Item Type": "newspaperArticle"}).fields["byline"] == "Jane Roe"
    assert read_record({"Author": "Roe, Doe", "title": "Weir"}).fields["byline"] == "Roe, Doe"


def test_endnote() -> None:
    one, two = raws("refs.enw", ENW)
    assert one.fields == {
        "headline": "The weir of Lund",
        "outlet": "Lund Bee",
        "published": "May 4 2025",
        "url": "https://lundbee.example/weir",
        "byline": "Jan Roth, Elise Lund",
    }
    assert two.fields == {"headline": "Mill, too", "url": "https://dornpost.example/mill"}


@pytest.mark.parametrize(("name", "text"), [("a.bib", BIB), ("a.enw", ENW)])
def test_a_list_is_named_as_one(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(FramingError, match=rf"{name} is a list of 2 addresses without the texts"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["a.bib", "a.enw"])
def test_a_long_note_is_the_text(name: str) -> None:
    text = "The weir broke on Sunday. " * 40
    content = f"@misc{{k, title = {{W}}, note = {{{text}}}}}" if name == "a.bib" else f"%0 News\n%T W\n%Z {text}\n"
    (raw,) = raws(name, content)
    assert raw.fields["body"].split() == text.split()


@pytest.mark.parametrize(
    "text", ["@misc{k, title = {W", "@misc{k, title = {W}} and = {", '@misc{k, title = "W', "@misc{k,"]
)
def test_an_entry_that_breaks_off_ends(text: str) -> None:
    (raw,) = raws("a.bib", text)
    assert raw.fields.get("headline", "W") == "W"
