"""Lines of Nexis's exports that others have between the known ones: editions, labels above and below the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.corpus.databases import split
from framing.corpus.databases.lines import is_rights, without_edition
from framing.corpus.load import load

BODY = (
    "The weir at Lund gave way on Sunday, and the lower town stood under water until noon, the mayor told the paper.",
    "Nobody was hurt. A new weir takes two years to build, and the town has asked the state for half of its price.",
)
TEXT = "\n\n".join(BODY)


def export(edition: str = "", above: str = "", below: str = "", text: str = TEXT) -> str:
    middle = " " * 20
    return (
        f"\n{middle}1 of 1 DOCUMENTS\n\n\n{middle}Lund Bee\n\n{middle}May 5, 2025 Monday\n{edition}\nWeir breaks\n\n"
        f"BYLINE: Jan Roth\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 40 words\n\n{above}{text}\n\n{below}"
        f"LOAD-DATE: May 5, 2025\n\nLANGUAGE: ENGLISH\n\n{middle}Copyright 2025 Lund Bee\n"
    )


def body(text: str, tmp_path: Path) -> str:
    (tmp_path / "export.txt").write_text(text, "utf-8")
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert (row["headline"], row["outlet"], row["byline"]) == ("Weir breaks", "Lund Bee", "Jan Roth")
    return str(row["text"][row["body_start"] :])


@pytest.mark.parametrize(
    "edition",
    ["Third Edition", "Second Edition;\nWales", f"{' ' * 20}Late Edition;\n{' ' * 20}Isle of Man", "Bulldog Edition"],
)
def test_an_edition_and_its_place_are_no_headline(edition: str, tmp_path: Path) -> None:
    assert body(export(edition + "\n"), tmp_path) == TEXT


@pytest.mark.parametrize("label", ["ABSTRACT", "STANDFIRST", "TEASER", "SUMMARY", "RESUMO"])
def test_what_stands_above_the_text_under_a_label_is_none_of_it(label: str, tmp_path: Path) -> None:
    assert body(export(above=f"{label}: How a town came\nto stand under water\n\n"), tmp_path) == TEXT


@pytest.mark.parametrize(
    "label",
    [
        "ENHANCEMENT: photo",
        "CATEGORIES: Local; Weather",
        "DISTRIBUTION: Lund\n\nTAG: WEIRS",
        "SERIES: Our weirs, the second of three parts",
        "CONTACT: Jan Roth, jan@lundbee.example",
        "TYPE: Review\n\nMEDIA: Photo",
        "FOTO: The weir from above, seen on Sunday.",
        "PHOTOS: The weir\n\nSUBJECT: WEIRS (90%)",
        "LAAD-DATUM: 5 mei 2025",
    ],
)
def test_labels_below_the_text(label: str, tmp_path: Path) -> None:
    assert body(export(below=f"{label}\n\n"), tmp_path) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "LANGUAGE: Roth spoke of it in words that no paper prints.",
        "LOAD-DATE: that was what a clerk had written on the crate.",
        "JOURNAL: it lay open on the table, said the clerk, and nobody had read in it.",
        "CONTACT: nobody has had any with the keeper of the weir since Sunday.",
        "Copyright: the town owns the plans of the weir.",
    ],
)
def test_a_sentence_behind_a_word_that_is_a_label_is_text(line: str, tmp_path: Path) -> None:
    for text in (
        f"{BODY[0]}\n\n{line}\n\n{BODY[1]}",
        f"{TEXT}\n\n{line}\n\nThe town meets on Friday.",
        f"{TEXT}\n\n{line}",
    ):
        assert body(export(text=text), tmp_path) == text


def test_a_sentence_behind_a_label_in_nexis_uni_is_text() -> None:
    text = f"{BODY[0]}\n\nLanguage: the sign at the weir was in Danish and Swedish.\n\n{BODY[1]}"
    found = split(
        f"Weir breaks\nLund Bee\nMay 5, 2025 Monday\n\nLength: 40 words\n\nBody\n\n{text}\n\nClassification\n\n"
        "Language: ENGLISH\n\nLoad-Date: May 5, 2025\n\nEnd of Document\n"
    )
    assert [raw.fields.get("body") for raw in found or ()] == [text]


def test_a_picture_above_the_text_is_none_of_it(tmp_path: Path) -> None:
    above = (
        "GRAPHIC: PHOTO: The weir from above, seen on Sunday\nby a man with a kite\n\nCONTACT: jan@lundbee.example\n\n"
    )
    assert body(export(above=above), tmp_path) == TEXT


def test_the_page_below_the_last_article_is_listed(tmp_path: Path) -> None:
    below = "\n\n****** Print Completed ******\n\nTime of Request: Monday, May 5, 2025\n\nPrint Number: 1\n"
    assert body(export() + below, tmp_path) == TEXT
    assert "is the end page of the export: no article, taken out" in load(tmp_path).problems["problem"].to_list()


def test_portuguese_labels(tmp_path: Path) -> None:
    text = export().replace("May 5, 2025 Monday", "segunda-feira, 5 de maio de 2025")
    for english, other in (
        ("SECTION", "SEÇÃO"),
        ("LENGTH", "TAMANHO"),
        ("BYLINE", "AUTOR"),
        ("LOAD-DATE", "DATA-CARGA"),
    ):
        text = text.replace(f"{english}:", f"{other}:")
    assert body(text.replace("LANGUAGE", "IDIOMA"), tmp_path) == TEXT


def test_a_sentence_about_copyright_is_text(tmp_path: Path) -> None:
    text = f"{TEXT}\n\nCopyright was not what they had come to talk about, the clerk said."
    assert body(export(text=text), tmp_path) == text
    assert is_rights(["Copyright 2025 Lund Bee"])
    assert is_rights(["Copyright The Lund Bee"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Lund Bee [Late Edition]", "Lund Bee"),
        ("Lund Bee - All Editions", "Lund Bee"),
        ("Lund Bee; Final Edition", "Lund Bee"),
        ("The Edition", "The Edition"),
        ("Lund Bee (Sweden) - Edition 1; Skåne", "Lund Bee (Sweden)"),
        ("Lund Bee; Skåne", "Lund Bee; Skåne"),
    ],
)
def test_editions_behind_an_outlets_name(written: str, name: str) -> None:
    assert without_edition(written) == name
