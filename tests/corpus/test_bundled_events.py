"""The events that ship are whole, illustrative, and told by the same outlets."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from framing.corpus.load import load

DATA = Path(__file__).parents[2] / "data"
STUDY = tomllib.loads((DATA / "studies" / "tech-and-trade.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", STUDY["events"])
def test_a_bundled_event_reads_without_a_doubt(name: str) -> None:
    corpus = load(DATA / "events" / name)
    outlets = set(corpus.articles["outlet"])
    assert corpus.problems.filter(severity="error").is_empty()
    assert outlets <= {outlet["name"] for outlet in STUDY["outlets"]}
    assert len(outlets) >= 8
    assert "fictional" in (corpus.event.notes or "")
    assert corpus.articles["published"].null_count() == 0
    assert corpus.articles.filter(corpus.articles["words"] < 100).is_empty()
