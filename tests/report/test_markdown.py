"""The Markdown report, rendered by another implementation: hostile text stays text."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.report.blocks import (
    Bullets,
    Cell,
    Document,
    Evidence,
    Figure,
    Finding,
    Paragraph,
    Passage,
    Quote,
    Section,
    Strong,
    Table,
)
from framing.report.short import short
from framing.report.writers.docx import docx
from framing.report.writers.markdown import escape, markdown
from tests.hostile import TRICKS, hostile
from tests.make import bundled_comparison, drawn, whole_report

RENDER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
# What the dialects that docs/reports.md names make of plain signs: links, pictures, mathematics, citations, notes,
# raw code, fences, lists, shortcodes of Quarto.
SPECIAL = (
    "[x](http://marker.test)", "![x](marker.png)", "[x][y]", "[y]: http://marker.test", "<http://marker.test>", "x!",
    "http://marker.test/a_b_c", "HTTPS://marker.test", "www.marker.test", "_www.marker.test", "someone@marker.test",
    "mailto:someone@marker.test", "xmpp:someone@marker.test", "javascript:marker", "doi:10.1000/marker", "$x^2$",
    "$$x$$", r"\(x\) and \[y\]", "@marker", "[@marker, p. 3]", "-@marker", "[-@marker]", "^[a note]", "[^1]",
    "[^1]: a note", "x^up^ y~down~", "~~struck~~", "`code`{=html}", "`<b>`{=html}", r"\textbf{marker}",
    r"\begin{center}marker\end{center}", "<b>marker</b>", "<!-- marker -->", "&copy; &#169;", ":smile:", ":::",
    "::: {.callout-note}", "```{python}", "~~~", "{{< include marker.md >}}", "{{marker}}", "[x]{.smallcaps}",
    "==marked==", "++inserted++", "+ x", "- x", "* x", "#. x", "# x", "% x", "> x", ": x", "1. x", "12) x", "(3) x", "a. x",
    "B) x", "iv. x", "(@) x", "(@good) x", "| x", "+---+", "---", "...", "x -- y --- z", "*x* **x** _x_ __x__", "[ ] x",
    "[x] x", "x\\", "'single' \"double\"", "H~2~O", "a|b", "*[x]: y", "Table: x", "!",
)  # fmt: skip
DIALECTS = ("gfm", "commonmark", "commonmark_x", "markdown",
            "markdown+autolink_bare_uris+emoji+tex_math_single_backslash+mark+lists_without_preceding_blankline")  # fmt: skip
OURS = {"Header", "Para", "Plain", "Str", "Space", "SoftBreak", "LineBreak", "Strong", "Emph", "BulletList", "Table",
        "BlockQuote", "Image", "Link", "Quoted"}  # fmt: skip


def shown(rendered: str) -> str:
    import html

    return html.unescape(re.sub(r"<[^>]+>", "", rendered)).replace("\u200b", "").strip()


@pytest.mark.parametrize("trick", TRICKS)
def test_escaped_text_shows_as_it_is(trick: str) -> None:
    rendered = RENDER.render(escape(trick))
    assert re.findall(r"<(\w+)", rendered) == ["p"]
    assert shown(rendered) == " ".join(trick.split())


@pytest.mark.parametrize("text", [*TRICKS, *SPECIAL])
def test_github_shows_it_as_it_is(text: str) -> None:
    for source in (escape(text), f"- {escape(text)}", f"> {escape(text)}"):
        rendered = github(source)
        assert set(re.findall(r"<(\w+)", rendered)) <= {"p", "ul", "li", "blockquote"}, source
        assert shown(rendered) == " ".join(text.split())


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("dialect", DIALECTS)
def test_pandoc_shows_hostile_words_as_they_are_wherever_they_stand(dialect: str) -> None:
    known = subprocess.run(
        ["pandoc", f"--list-extensions={dialect.partition('+')[0]}"], capture_output=True, text=True, check=True
    )
    asked = [name for name in dialect.split("+")[1:] if f"{name}\n" in known.stdout]  # older versions know fewer
    tree = pandoc(markdown(everywhere()), "+".join([dialect.partition("+")[0], *asked]))
    kinds = {node["t"] for node in nodes(tree["blocks"])} - {"AlignDefault", "AlignRight", "AlignLeft", "ColWidth"}
    assert kinds - {"ColWidthDefault", "DoubleQuote", "SingleQuote"} <= OURS
    assert {node["c"][2][0] for node in nodes(tree["blocks"]) if node["t"] == "Image"} == {"figures/chart.svg"}
    assert not [node["c"][2][0] for node in nodes(tree["blocks"]) if node["t"] == "Link" and node["c"][2][0][0] != "#"]
    words = plain(tree["blocks"])
    for text in SPECIAL:
        assert words.count(plainly(text)) >= 10, text


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("dialect", ["gfm", "markdown"])
def test_every_link_of_the_report_leads_to_a_heading(dialect: str) -> None:
    comparison = bundled_comparison()
    for whole in (short(comparison, list(drawn(comparison))), whole_report(comparison)):
        tree = pandoc(markdown(whole), dialect)["blocks"]
        headings = {node["c"][1][0] for node in nodes(tree) if node["t"] == "Header"}
        leading = [node["c"][2][0] for node in nodes(tree) if node["t"] == "Link"]
        assert len(leading) >= len(whole.sections)
        assert {link[1:] for link in leading} <= headings


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_the_word_report_of_hostile_words_has_no_link_or_field() -> None:
    import io
    import zipfile

    whole = everywhere()
    made = zipfile.ZipFile(io.BytesIO(docx(markdown(whole), {})))
    body = made.read("word/document.xml").decode()
    outside = [target for target in re.findall(r'Target="([^"]*)"', made.read("word/_rels/document.xml.rels").decode())
               if "://" in target or target.startswith(("www", "mailto"))]  # fmt: skip
    assert outside == []
    assert not re.search(r"<m:oMath|w:instrText|<w:footnoteReference", body)


def test_bold_words_are_bold_beside_plain_ones() -> None:
    section = Section("a", "A", (Paragraph((Strong("Robust. "), "Each difference")),))
    rendered = RENDER.render(markdown(Document("T", "S", "", (), (section,))))
    assert "<strong>Robust.</strong> Each difference" in rendered


def test_headings_that_github_and_pandoc_call_by_different_names_are_not_led_to() -> None:
    titles = ("Words", "U.S. words", "2 words", "A & b", "Words")
    sections = tuple(Section(f"s{at}", title, (Paragraph(("x",)),)) for at, title in enumerate(titles))
    text = markdown(Document("T", "S", "", (), sections))
    assert re.findall(r"\]\(#([^)]*)\)", text) == ["words"]


def everywhere() -> Document:
    """Hostile words in each place that a report has for words of others."""
    blocks: list[Any] = []
    for at, text in enumerate(SPECIAL):
        found = Passage("a", text, text, text, text, text, text)
        blocks += [
            Paragraph((text,)),
            Bullets(((text,), ("x ", text, " y"), (Strong(text), text), (Quote(text),))),
            Finding("In these texts", "●", (text,)),
            Table(f"t{at}", text, (text, "x"), ((Cell(text, note=text), Cell("1")),), frozenset({1}), text),
            Figure("chart", text, text, text),
            Evidence(f"e{at}", text, text, (found,), 1),
            Section(f"s{at}", text, ()),
        ]
    return Document(SPECIAL[0], SPECIAL[1], ":::", (("x", SPECIAL[2]),), (Section("all", "All", tuple(blocks)),))


def github(text: str) -> str:
    """What GitHub's own renderer makes of it."""
    made: str = cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return made


def pandoc(text: str, dialect: str) -> dict[str, Any]:
    made = subprocess.run(
        ["pandoc", "-f", dialect, "-t", "json"], input=text.encode(), capture_output=True, check=True, timeout=120
    )
    tree: dict[str, Any] = json.loads(made.stdout)
    return tree


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of pandoc's tree."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def plain(tree: Any) -> str:
    """The words of pandoc's tree, without spaces."""
    said = ""
    for node in nodes(tree):
        if node["t"] == "Str":
            said += node["c"]
        elif node["t"] == "Quoted":
            said += '"'
    return plainly(said)


def plainly(text: str) -> str:
    return re.sub(r"[\s\u200b\"'“”‘’]+", "", text)


@given(st.text(alphabet="ab1.)(*_`#|<>[]!&~-+=:\\ \n{}$^@/'\"", max_size=40))
def test_any_text_shows_as_it_is(text: str) -> None:
    rendered = RENDER.render("x " + escape(text) + " x")
    assert set(re.findall(r"<(\w+)", rendered)) == {"p"}
    assert " ".join(shown(rendered).split()) == " ".join(f"x {text} x".split())


def test_a_hostile_report_has_no_markup_of_its_own() -> None:
    comparison = hostile()
    text = markdown(whole_report(comparison))
    rendered = RENDER.render(text)
    assert set(re.findall(r"<(\w+)", rendered)) <= {
        "p", "a", "h1", "h2", "h3", "h4", "em", "strong", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
        "img", "br",
    }  # fmt: skip
    assert "javascript:alert" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', rendered))
    assert not re.search(r"\bon\w+\s*=", "".join(re.findall(r"<[a-z][^>]*>", re.sub(r'"[^"]*"', '""', rendered))))


def test_the_bundled_report_renders_with_its_tables_and_figures() -> None:
    comparison = bundled_comparison()
    text = markdown(whole_report(comparison))
    rendered = RENDER.render(text)
    assert rendered.count("<table>") == len(re.findall(r"^\|---", text, re.MULTILINE))
    for chart in drawn(comparison):
        assert f'src="figures/{chart.name}.svg"' in rendered
    headings = re.findall(r"<h\d>(.*?)</h\d>", rendered)  # GitHub and pandoc make the same anchors of them
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = set(re.findall(r'href="#([^"]+)"', rendered))
    assert linked
    assert linked <= anchors
    assert not re.search(r"\b(?:bias|objective)\b", shown(rendered).split("Methods and limits\n\n")[0], re.IGNORECASE)
