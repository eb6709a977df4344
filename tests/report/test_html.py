"""The HTML report: whole, safe, and usable in a browser."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from framing.comparison.compare import Comparison
from framing.report.writers.html import html
from tests.hostile import LONG, NAME, TRICKS, hostile
from tests.make import bundled_comparison, drawn, whole_report

ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def page(comparison: Comparison, text: bool = True) -> str:
    return html(
        whole_report(comparison), comparison, {chart.name: chart.svg() for chart in drawn(comparison)}, text=text
    )


@pytest.fixture(scope="module")
def bundled() -> str:
    return page(bundled_comparison())


@pytest.fixture(scope="module")
def nasty() -> str:
    return page(hostile())


class Parsed(HTMLParser):
    """Tags with attributes, ids, and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_asks_for_nothing_and_allows_only_itself(bundled: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', bundled)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]
    for tag, attributes in Parsed(bundled).tags:
        assert tag not in ("link", "iframe", "object", "embed", "base", "form")
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert not (attributes.get("src") or "data:").startswith(("http", "//"))


def test_links_lead_to_what_is_there_and_ids_stand_once(bundled: str) -> None:
    tags = Parsed(bundled).tags
    ids = [str(attributes["id"]) for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in tags:
        target = attributes.get("href") or ""
        if tag == "a" and target.startswith("#"):
            assert target[1:] in ids, target


def test_a_hostile_article_stays_text(nasty: str) -> None:
    tags = Parsed(nasty).tags
    assert sum(tag == "script" for tag, _ in tags) == 1
    assert sum(tag == "style" for tag, _ in tags) == 1
    assert not any("evil.example" in str(value) or "javascript" in str(value) for tag, a in tags for value in a.values() if tag in ("a", "img"))  # fmt: skip
    assert all(str(a["src"]).startswith("data:image/svg+xml,<svg ") for tag, a in tags if tag == "img")
    assert "&lt;script&gt;alert(1)" in nasty
    assert LONG in nasty


def test_without_texts_only_bounded_passages_stand(bundled: str) -> None:
    comparison = bundled_comparison()
    bare = page(comparison, text=False)
    assert '<section id="reader">' not in bare
    assert len(bare) < len(bundled)
    for paragraph in comparison.scores.corpus.articles["text"][0].split("\n\n")[1:6]:
        assert paragraph not in bare or len(paragraph) < 250


def test_the_reader_marks_the_very_words(bundled: str) -> None:
    assert re.search(
        r'<mark class="loaded[^"]*" tabindex="0" data-note="Loaded terms: [^"]+">bombshell</mark>', bundled
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser test")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium on this machine, and CI is meant to have one")
        pytest.skip("there is no Chromium on this machine: no browser test")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


def opened(browser: Any, folder: Path, text: str) -> tuple[Any, list[str]]:
    """The page in a browser, and everything that went wrong or out."""
    (folder / "report.html").write_text(text, encoding="utf-8")
    shown = browser.new_page()
    wrong: list[str] = []

    def asked_by_script(dialog: Any) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def asked(request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            wrong.append(request.url)

    shown.on("console", lambda message: wrong.append(message.text))
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("dialog", asked_by_script)
    shown.on("request", asked)
    shown.goto((folder / "report.html").as_uri())
    return shown, wrong


def test_in_a_browser(browser: Any, bundled: str, tmp_path: Path) -> None:
    shown, wrong = opened(browser, tmp_path, bundled)
    # Sorting
    heading = shown.locator("#table-outlets-1 thead th").nth(4)
    heading.locator("button").click()
    values = [float(value) for value in shown.eval_on_selector_all(
        "#table-outlets-1 tbody tr td:nth-child(5)", "cells => cells.map(cell => cell.dataset.sort)")]  # fmt: skip
    assert values == sorted(values)
    assert heading.get_attribute("aria-sort") == "ascending"
    # Filters
    shown.select_option("#filter-outlet", "Globe Flash")
    assert shown.locator("#reader article:visible").count() == 2
    shown.select_option("#filter-outlet", "")
    # From a number to its passages, and on to the words in the article
    shown.locator("#table-outlets-1 tbody a").first.click()
    passages = shown.locator("details[open]")
    assert passages.count() == 1
    passages.locator("small a").first.click()
    target = shown.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert shown.locator(f"[id='{target}']").count() == 1
    # Marks can be switched off
    shown.locator("#marks input").first.uncheck()
    assert shown.locator("article mark.off").count() > 0
    assert wrong == []


def test_works_without_script(browser: Any, bundled: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(bundled, encoding="utf-8")
    shown = browser.new_context(java_script_enabled=False).new_page()
    shown.goto((tmp_path / "report.html").as_uri())
    assert shown.locator("#filters:visible").count() == 0
    assert shown.locator("article mark").count() > 100
    shown.locator("details.evidence summary").first.click()
    assert shown.locator("details.evidence li:visible").count() > 0


def test_a_hostile_article_does_nothing_in_a_browser(browser: Any, nasty: str, tmp_path: Path) -> None:
    shown, wrong = opened(browser, tmp_path, nasty)
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "a long word widens the page"
    assert NAME in shown.inner_text("#reader")
    assert TRICKS[0] in shown.inner_text("#reader")
    assert wrong == []


@pytest.mark.parametrize(
    ("scheme", "options"), [("light", {}), ("dark", {"runOnly": {"type": "rule", "values": ["color-contrast"]}})]
)
def test_axe_finds_nothing(browser: Any, bundled: str, tmp_path: Path, scheme: str, options: dict[str, Any]) -> None:
    """axe-core: contrast, names, headings, landmarks, tables, focus; in the dark, where nothing else differs, colours."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    (tmp_path / "report.html").write_text(bundled, encoding="utf-8")
    shown = browser.new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    shown.goto((tmp_path / "report.html").as_uri())
    shown.evaluate("document.querySelectorAll('details').forEach((item, at) => { item.open = at < 5; })")
    found = axe.run(shown, options=options)
    assert found.violations_count == 0, found.generate_report()
