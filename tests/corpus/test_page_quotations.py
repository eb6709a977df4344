"""What a page's markup says of voice: block quotations, inline ones, posts from elsewhere, words struck out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.corpus.load import load
from framing.corpus.pages.extract import page_fields, text_of

PARAGRAPHS = (
    "The weir at the mill gave way on Monday after a week of rain, and the lower meadows stood under water by noon.",
    "Nobody was hurt, but two cows had to be led out by a farmer who waded through the ford with a rope in his hand.",
    "The water board will look at the other weirs on the river this month and has asked for a map of the old sluices.",
)
SAID = "We warned them of this shameful neglect, and those liars laughed at us for years."


def page(*parts: str) -> str:
    first, second, third = (f"<p>{text}</p>" for text in PARAGRAPHS)
    story = "".join((first, second, *parts, third))
    return f"<html lang=en><head><title>Weir</title></head><body><article><h1>Weir</h1>{story}</article></body></html>"


def corpus_of(markup: str, folder: Path) -> Corpus:
    (folder / "beacon--2026-03-04--1.html").write_text(markup, encoding="utf-8")
    return load(folder)


def quoted(corpus: Corpus) -> str:
    return " ".join(corpus.tokens.filter("quoted", "is_word", part="body")["text"])


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (f"<blockquote><p>{SAID}</p></blockquote>", SAID),
        (f"<blockquote>{SAID}</blockquote>", SAID),
        (f"<blockquote><p>{SAID}</p><p>So they did.</p></blockquote>", SAID + " So they did."),
        (f"<figure><blockquote><p>{SAID}</p></blockquote></figure>", SAID),
        (f"<p>The keeper said <q>{SAID}</q> on Monday.</p>", SAID),
        (f"<p>The keeper said <q>“{SAID}”</q> on Monday.</p>", SAID),
        (f'<blockquote class="twitter-tweet"><p>{SAID}</p>&mdash; Tom Vale (@weir) <a href="#">4 March</a></blockquote>',
         SAID),
        ("<p>It cost <del>fifty</del> <ins>three</ins> or <s>five</s> four pounds to mend it, they say.</p>", ""),
    ],
)  # fmt: skip
def test_what_markup_quotes_is_quoted(part: str, expected: str, tmp_path: Path) -> None:
    words = "".join(sign if sign.isalnum() or sign == " " else "" for sign in expected)
    corpus = corpus_of(page(part), tmp_path)
    assert quoted(corpus) == words
    text = corpus.articles["text"][0]
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert not {">", "fifty"} & set(text.split())


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<span hidden>fifty</span>sixty", "sixty"),
        ('<span class="note sr-only">fifty</span>sixty', "sixty"),
        ('<span class="visually-hidden">fifty</span>sixty', "sixty"),
        ("sixty thousand<sup>1</sup>", "sixty thousand"),
        ("sixty <b>thousand</b><sup>1</sup>", "sixty thousand"),
        ('sixty<sup><a href="#fn2">[2]</a></sup>', "sixty"),
        ("sixty thousand.<sup>*</sup> Or about sixty", "sixty thousand. Or about sixty"),
        ("sixty km<sup>2</sup>, or", "sixty km2, or"),
        ("sixty square metres<sup>2</sup>, or", "sixty square metres2, or"),
        ("the 5<sup>th</sup> of sixty", "the 5th of sixty"),
    ],
)
def test_what_is_not_read(markup: str, read: str) -> None:
    fields = page_fields(
        page(f"<p>To mend the weir will cost the town {markup} pounds, the keeper said on Monday.</p>")
    )
    assert f"will cost the town {read} pounds" in fields["body"]
    assert text_of(f"<p>It is {markup} high.</p>").strip() == f"It is {read} high."


def test_a_story_that_a_page_hides_is_read() -> None:
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    hidden = f"<html><body><article><h1 class='sr-only'>Weir</h1><div hidden>{story}</div></article></body></html>"
    assert all(text in page_fields(hidden)["body"] for text in PARAGRAPHS)


@pytest.mark.parametrize("label", ["Updated", "Published:", "First published on", "Last updated at"])
def test_labels_of_dates_are_no_text(label: str) -> None:
    line = f'<p>{label} <time datetime="2026-02-07">7 Feb</time></p>'
    fields = page_fields(page().replace("</h1>", f"</h1>{line}"))
    assert fields["body"].startswith(PARAGRAPHS[0])
    kept = (
        '<p>It fell at <time datetime="2026-02-07">noon</time>, and nobody who stood by the mill was hurt at all.</p>'
    )
    assert "It fell at noon" in page_fields(page(kept))["body"]


def test_a_pull_quote_is_taken_out_and_its_sentence_stays(tmp_path: Path) -> None:
    pulled = page().replace("</h1>", f"</h1><blockquote>{PARAGRAPHS[1][17:69]}</blockquote>")
    corpus = corpus_of(pulled, tmp_path)
    assert corpus.articles["text"][0].count(PARAGRAPHS[1]) == 1
    assert quoted(corpus) == ""
    assert corpus.removed.filter(rule="pull quote")["text"].to_list() == [PARAGRAPHS[1][17:69]]


def test_a_page_that_is_one_block_quotation_is_layout() -> None:
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS * 2)
    body = page_fields(f"<html><body><article><blockquote>{story}</blockquote></article></body></html>")["body"]
    assert ">" not in body


def test_a_line_that_begins_with_an_angle_is_no_quotation_of_a_page() -> None:
    body = page_fields(page("<p>&gt; The board will publish the map of sluices in the spring of next year.</p>"))[
        "body"
    ]
    assert "The board will publish" in body
    assert ">" not in body


def test_pieces_of_markup_hand_over_quotations_too() -> None:
    assert text_of("<p>She wrote:</p><blockquote>Never.</blockquote><p>Then <q>no</q>.</p>") == (
        "She wrote:\n\n> Never.\n\nThen “no”."
    )


def test_a_quotation_within_another_has_single_marks() -> None:
    inner = "<p>She wrote: <q>They told us <q>no, <q>ever</q></q> and left.</q> <q>Go.</q></p>"
    assert text_of(inner).strip() == "She wrote: “They told us ‘no, “ever”’ and left.” “Go.”"


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{SAID}</p><cite>Tom Vale</cite>",
        f"<p>{SAID} <cite>Tom Vale</cite></p>",
        f"<p>{SAID}</p><footer>— <cite>Tom Vale</cite></footer>",
        f"<p>{SAID}</p><p>&mdash; Tom Vale</p>",
    ],
)
def test_whom_a_citation_names_is_its_author(markup: str, tmp_path: Path) -> None:
    corpus = corpus_of(page(f"<blockquote>{markup}</blockquote>"), tmp_path)
    assert quoted(corpus) == SAID.replace(",", "").replace(".", "")
    assert corpus.annotation.turns["who"].to_list() == ["Tom Vale"]


def test_a_work_that_a_quotation_cites_is_part_of_its_sentence(tmp_path: Path) -> None:
    corpus = corpus_of(page(f"<blockquote><p>I read <cite>The Weir</cite> twice. {SAID}</p></blockquote>"), tmp_path)
    assert f"I read The Weir twice. {SAID}" in corpus.articles["text"][0]


@pytest.mark.parametrize(
    "post",
    [
        f'<p>{SAID} <a href="#">pic.twitter.com/aB3xY</a></p>&mdash; Tom Vale (@weir) <a href="#">4 March</a>',
        f'<p>{SAID} <a href="#">https://t.co/aB3xY</a></p>',
        f'<section><a href="#">@weir.man</a><p>{SAID}</p><p>♬ original sound - Tom Vale</p></section>',
    ],
)
def test_addresses_and_accounts_are_no_words_of_a_post(post: str, tmp_path: Path) -> None:
    corpus = corpus_of(page(f"<blockquote>{post}</blockquote>"), tmp_path)
    assert quoted(corpus) == SAID.replace(",", "").replace(".", "")
    assert "link" in corpus.removed["kind"].to_list()


def test_a_quotation_that_is_wrapped_is_one_paragraph(tmp_path: Path) -> None:
    first, second = SAID[:40].rsplit(" ", 1)[0], SAID[len(SAID[:40].rsplit(" ", 1)[0]) + 1 :]
    (tmp_path / "a.md").write_text(
        f"---\noutlet: Beacon\ndate: 2026-03-04\nheadline: Weir\n---\n{PARAGRAPHS[0]}\n\n> {first}\n> {second}\n> — Tom Vale"
        f"\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}",
        encoding="utf-8",
    )
    corpus = load(tmp_path)
    assert SAID in corpus.articles["text"][0].split("\n\n")
    assert quoted(corpus) == SAID.replace(",", "").replace(".", "")


def test_markdown_block_quotations(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        f"---\noutlet: Beacon\ndate: 2026-03-04\nheadline: Weir\n---\n{PARAGRAPHS[0]}\n\n> {SAID}\n> Never.\n\n{PARAGRAPHS[1]}",
        encoding="utf-8",
    )
    corpus = load(tmp_path)
    assert quoted(corpus).endswith("for years Never")
    assert corpus.articles["quoted_paragraphs"].to_list() == [[2, 3]]
    assert corpus.sentences.filter(pl.col("text") == "Never.")["own_words"].to_list() == [0]


def packed(name: str, xml: str, first: str = "") -> bytes:
    """An office document of one part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        archive.writestr(name, f"<?xml version='1.0' encoding='UTF-8'?>{xml}")
    return file.getvalue()


def word(*paragraphs: tuple[str, str]) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    return packed("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')


def writer(*paragraphs: tuple[str, str]) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    body = "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for style, text in paragraphs)
    styles = '<style:style style:name="P1" style:parent-style-name="Quotations" style:family="paragraph"/>'
    spaces = " ".join(f'xmlns:{name}="{space}{name}:1.0"' for name in ("office", "text", "style"))
    xml = f"<office:document-content {spaces}>{styles}<office:body><office:text>{body}</office:text></office:body>"
    return packed("content.xml", f"{xml}</office:document-content>", "application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("ending", "make", "style", "plain"),
    [
        ("docx", word, "Quote", "Normal"),
        ("docx", word, "IntensivesZitat", "BodyText"),
        ("odt", writer, "Quotations", "Standard"),
        ("odt", writer, "P1", "Text_20_body"),
    ],
)
def test_paragraphs_in_a_style_for_quotations(
    ending: str, make: Callable[..., bytes], style: str, plain: str, tmp_path: Path
) -> None:
    (tmp_path / f"beacon--2026-03-04--1.{ending}").write_bytes(
        make((plain, PARAGRAPHS[0]), (style, SAID), (plain, PARAGRAPHS[1]))
    )
    corpus = load(tmp_path)
    assert quoted(corpus).startswith("We warned them")
    assert quoted(corpus).endswith("for years")
    assert PARAGRAPHS[1] in corpus.articles["text"][0]
