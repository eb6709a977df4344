"""A wrong call from Python is answered by one line: what was given, what is taken, the nearest known name."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import framing
from framing import Corpus
from framing.measures import analysers


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    rows = {
        "outlet": ["A", "B"],
        "headline": ["Rain", None],
        "body": ["It may rain. He waits.", "It rains. She waits."],
    }
    corpus = Corpus.from_frame(pl.DataFrame(rows))
    scores = framing.score(corpus, only=["hedging"])
    return {"corpus": corpus, "scores": scores, "comparison": framing.compare(scores)}


def frame(**columns: Any) -> Corpus:
    return Corpus.from_frame(
        pl.DataFrame({"outlet": ["A", "B"], "body": ["It rains.", "It pours."]} | columns, strict=False)
    )


CALLS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda made: framing.load(None), "load() takes str or Path, not NoneType"),  # type: ignore[arg-type]
    (lambda made: framing.load(3), "load() takes str or Path, not int"),  # type: ignore[arg-type]
    (lambda made: framing.load(""), "'' is no event name"),
    (lambda made: framing.load(Path("nowhere")), "there is no event folder or file nowhere"),
    (lambda made: framing.score("rain"), "score() takes Corpus, not str"),  # type: ignore[arg-type]
    (lambda made: framing.score(made["corpus"], only=3), "only takes str or Sequence, not int"),  # type: ignore[arg-type]
    (lambda made: framing.score(made["corpus"], only=[3]), "unknown measure '3'"),  # type: ignore[list-item]
    (lambda made: framing.score(made["corpus"], only="hedgin"), "did you mean 'hedging'?"),
    (lambda made: framing.compare(made["corpus"]), "compare() takes Scores, not Corpus"),
    (lambda made: framing.compare(made["scores"], seed=-1), "seed is -1; give a whole number, 0 or more"),
    (lambda made: framing.compare(made["scores"], seed="a"), "seed takes int, not str"),  # type: ignore[arg-type]
    (lambda made: framing.compare(made["scores"], pairs=[("A", "Bb")]), "unknown outlet 'Bb'"),
    (lambda made: framing.plot(made["comparison"], "hedgin"), "did you mean 'hedging'?"),
    (lambda made: made["comparison"].table("hedging", format="word"), "unknown format 'word'; known: latex, markdown"),
    (lambda made: framing.write_report(made["scores"], "x"), "write_report() takes Comparison or Study, not Scores"),
    (lambda made: framing.write_report(made["comparison"], None), "folder takes str or Path"),  # type: ignore[arg-type]
    (lambda made: framing.write_report(made["comparison"], "x", formats="docm"), "unknown format 'docm'"),
    (lambda made: framing.load("rain", data=3), "data takes str or Path, not int"),  # type: ignore[arg-type]
    (lambda made: framing.score(made["corpus"], only=[]), "only names no measure"),
    (lambda made: framing.score(made["corpus"], analysers=[print]), "analysers takes Analyser, not builtin"),  # type: ignore[list-item]
    (lambda made: framing.score(made["corpus"], analysers="x.py"), "analysers takes Analyser, not str"),  # type: ignore[arg-type]
    (lambda made: framing.compare(made["scores"], pairs=[("A",)]), "a pair names 1 outlets; give two"),  # type: ignore[list-item]
    (lambda made: framing.compare(made["scores"], pairs=["A,B"]), "pairs takes tuple or list, not str"),  # type: ignore[list-item]
    (lambda made: framing.compare(made["scores"], strata="nws"), "unknown stratum 'nws'; did you mean 'news'?"),
    (lambda made: framing.compare(made["scores"], primary=["x"]), "unknown tested measure 'x'; known: hedging"),
    (lambda made: framing.compare(made["scores"], covariates=3), "covariates takes str, not int"),  # type: ignore[arg-type]
    (lambda made: framing.compare(made["scores"], closely=0), "closely is 0; give a whole number, 2 or more"),
    (lambda made: framing.plot(made["scores"], "hedging"), "plot() takes Comparison, not Scores"),
    (lambda made: made["comparison"].plot("hedging", width="x"), "width takes int or float, not str"),
    (lambda made: made["corpus"].where(3), "where() takes str, not int"),
    (lambda made: made["corpus"].select(["a/x"]), "unknown article 'a/x'"),
    (lambda made: framing.write_report(made["comparison"], "x", formats=3), "formats takes str, not int"),  # type: ignore[arg-type]
    (lambda made: framing.write_report(made["comparison"], "x", options={}), "options takes Options, not dict"),  # type: ignore[arg-type]
    (lambda made: framing.study("huawei-curbs", plan=3), "plan takes Plan or str or Path, not int"),  # type: ignore[arg-type]
    (lambda made: framing.study("huawei-curbs", seed=-1), "seed is -1; give a whole number, 0 or more"),
    (lambda made: framing.score_files(3, "x"), "score_files() takes str or Path, not int"),  # type: ignore[arg-type]
    (lambda made: framing.score_files("x.csv", None), "out takes str or Path, not NoneType"),  # type: ignore[arg-type]
    (lambda made: framing.score_files("x.csv", "x", workers=0), "workers is 0; give a whole number, 1 or more"),
    (lambda made: framing.score_files("x.csv", "x", size=0), "size is 0; give a whole number, 1 or more"),
    (lambda made: framing.study(None), "study() takes"),  # type: ignore[arg-type]
    (lambda made: framing.study([made["comparison"]]), "study() takes str or Path, not Comparison"),
    (lambda made: framing.study([]), "no events were given"),
    (lambda made: Corpus.from_frame([1]), "the articles are a list; give a polars DataFrame"),  # type: ignore[arg-type]
    (lambda made: Corpus.from_frame(pl.DataFrame({"a": [1]})), "lack the column 'outlet'"),
    (lambda made: frame(outlet=["A", None]), "article 2 names no outlet (1 such)"),
    (lambda made: frame(article=["x", "x"]), "the article key 'x' stands twice"),
    (lambda made: frame(published=["2026-01-31", "soon"]), "published is 'soon'; give dates, or texts such as 2026-01-31"),
    (lambda made: frame(headline=[["a"], ["b"]]), "the column 'headline' holds lists or objects; give texts"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "told"), CALLS)
def test_one_line(call: Callable[[dict[str, Any]], object], told: str, made: dict[str, Any]) -> None:
    with pytest.raises(framing.FramingError) as raised:
        call(made)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_mixed_types_are_texts() -> None:
    corpus = frame(article=[1, 2], headline=[3.5, None], published=["2026-01-31", " 2026-02-01T10:00 "])
    assert corpus.articles["article"].to_list() == ["1", "2"]
    assert corpus.articles["headline"].to_list() == ["3.5", None]
    assert corpus.articles["published"].dtype == pl.Date
    assert corpus.articles["published"].null_count() == 0
    assert frame(outlet=[], body=[]).articles.is_empty()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("nowhere.at_all:thing", "fails to load its analyser rain: ModuleNotFoundError"),
        ("math", "declares no analyser"),
    ],
)
def test_a_damaged_plug_in_is_named(value: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = importlib.metadata.EntryPoint("rain", value, "framing.analysers")
    monkeypatch.setattr(analysers, "entry_points", lambda group: [entry])
    with pytest.raises(framing.FramingError, match=told) as raised:
        framing.discover()
    assert "update that package, or uninstall it" in str(raised.value)
