"""The Markdown report, rendered by another implementation: hostile text stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framing.comparison.compare import compare
from framing.corpus.load import load
from framing.report.charts import charts
from framing.report.document import document
from framing.report.writers.markdown import escape, markdown
from framing.scoring.scores import score
from tests.hostile import TRICKS, hostile

RENDER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def shown(rendered: str) -> str:
    import html

    return html.unescape(re.sub(r"<[^>]+>", "", rendered)).replace("\u200b", "").strip()


@pytest.mark.parametrize("trick", TRICKS)
def test_escaped_text_shows_as_it_is(trick: str) -> None:
    rendered = RENDER.render(escape(trick))
    assert re.findall(r"<(\w+)", rendered) == ["p"]
    assert shown(rendered) == " ".join(trick.split())


@given(st.text(alphabet="ab1.)(*_`#|<>[]!&~-+=:\\ \n{}$^@/'\"", max_size=40))
def test_any_text_shows_as_it_is(text: str) -> None:
    rendered = RENDER.render("x " + escape(text) + " x")
    assert set(re.findall(r"<(\w+)", rendered)) == {"p"}
    assert " ".join(shown(rendered).split()) == " ".join(f"x {text} x".split())


def test_a_hostile_report_has_no_markup_of_its_own() -> None:
    comparison = hostile()
    text = markdown(document(comparison, list(charts(comparison))))
    rendered = RENDER.render(text)
    assert set(re.findall(r"<(\w+)", rendered)) <= {
        "p", "a", "h1", "h2", "h3", "h4", "em", "strong", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
        "img", "sub", "details", "summary",
    }  # fmt: skip
    assert "javascript:alert" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', rendered))
    assert not re.search(r"\bon\w+\s*=", "".join(re.findall(r"<[a-z][^>]*>", re.sub(r'"[^"]*"', '""', rendered))))


def test_the_bundled_report_renders_with_its_tables_and_figures() -> None:
    comparison = compare(score(load("huawei-curbs")))
    drawn = list(charts(comparison))
    text = markdown(document(comparison, drawn))
    rendered = RENDER.render(text)
    assert rendered.count("<table>") == len(re.findall(r"^\|---", text, re.MULTILINE))
    for chart in drawn:
        assert f'src="figures/{chart.name}.svg"' in rendered
    headings = re.findall(r"<h\d>(.*?)</h\d>", rendered)  # GitHub and pandoc make the same anchors of them
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    linked = set(re.findall(r'href="#([^"]+)"', rendered))
    assert linked
    assert linked <= anchors
    assert not re.search(r"\b(?:bias|objective)\b", shown(rendered).split("Methods and limits\n\n")[0], re.IGNORECASE)
