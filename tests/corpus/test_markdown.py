"""Markdown: its signs are no text, and what `framing add` writes is read as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.load import load
from framing.corpus.readers.markdown import plain, written

LINES = [
    ("He **did** *not* say ***that***, and _she_ __did__.", "He did not say that, and she did."),
    ("**Bold *and* more** here.", "Bold and more here."),
    ("See [the plan](https://a.example/b_c_(d)_e) of May.", "See the plan of May."),
    ("![The pier](pier.jpg)", ""),
    ("## What now? ##", "What now?"),
    (r"It\'s 5 \* 3, \_x\_ and \[y\].", "It's 5 * 3, _x_ and [y]."),
    ("5 * 3 * 2, snake_case_name, s**t and f**k, f***", "5 * 3 * 2, snake_case_name, s**t and f**k, f***"),
    ("> A *quoted* line", "> A quoted line"),
    ("- one\n- two", "- one\n- two"),
    ("**Who pays?** We do.", "Who pays?\n\nWe do."),
]


@pytest.mark.parametrize(("text", "read"), LINES)
def test_signs_are_no_text(text: str, read: str) -> None:
    assert plain(text) == read


@given(st.text(alphabet="ab *_\\[]()#=!?>-.\n", max_size=80))
def test_a_text_is_written_so_that_it_is_read_as_it_was(text: str) -> None:
    assert plain(written(text)) == text


@pytest.mark.parametrize("piece", ["*", "**a", "_a ", "[a", "[a](", "[a](b(", "![a", "\\", "*a? ", "# "])
def test_marks_without_end_are_read_once(piece: str) -> None:
    text = piece * 100_000  # what tries every mark with every other does not end here
    assert len(plain(text)) <= len(text)


def test_the_first_heading_is_the_headline(tmp_path: Path) -> None:
    text = "---\noutlet: Dorn Bee\ndate: 2025-02-03\n---\n# The mill *stops*\n\nThe wheel broke on Sunday, the owners said."
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    row = load(tmp_path).articles.row(0, named=True)
    assert row["text"] == "The mill stops\n\nThe wheel broke on Sunday, the owners said."
