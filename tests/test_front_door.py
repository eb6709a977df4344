"""What `import framing` offers, and what it understands."""

from __future__ import annotations

import pickle
import pydoc
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import framing
from framing import _HOMES
from tests.samples import corpus

LIST = """
measure = "colours"
title = "Colours"
higher = "names more colours"
source = "made for this test"
licence = "MIT"
voice = "own"
parts = ["headline", "body"]
total = true
primary = false
[categories.warm]
label = "warm colours"
terms = ["red", "orange"]
"""


def test_all_names_are_there_and_seen() -> None:
    assert dir(framing) == sorted(framing.__all__)
    assert set(framing.__all__) == {*_HOMES, "__version__"}
    for name in framing.__all__:
        assert getattr(framing, name) is not None
    shown = pydoc.plain(pydoc.render_doc(framing))
    assert all(f"{name}(" in shown for name in ("load", "score", "compare", "write_report"))


def test_type_checkers_see_the_same_names() -> None:
    source = Path(framing.__file__).read_text(encoding="utf-8")
    for name, home in _HOMES.items():
        assert f"from {home} import {name} as {name}" in source


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        framing.lode  # noqa: B018


def test_one_name_is_a_list_of_one() -> None:
    one, listed = framing.score(corpus(), only="hedging"), framing.score(corpus(), only=["hedging"])
    assert_frame_equal(one.metrics, listed.metrics)


def test_a_word_list_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "colours.toml"
    path.write_text(LIST, encoding="utf-8")
    for lexicons in ([path], str(path)):
        assert "colours" in framing.score(corpus(), only="colours", lexicons=lexicons).measures


def test_what_is_no_corpus_is_refused_in_a_line() -> None:
    with pytest.raises(framing.FramingError, match=r"takes Corpus, not str; give what framing.load"):
        framing.score("huawei-curbs")  # type: ignore[arg-type]
    with pytest.raises(framing.CorpusError, match=r"the articles are a list; give a polars DataFrame"):
        framing.Corpus.from_frame([{"outlet": "a"}])  # type: ignore[arg-type]


def test_values_pickle() -> None:
    scores = framing.score(corpus(), only=["hedging", "sentiment"])
    comparison = framing.compare(scores)
    again = pickle.loads(pickle.dumps(comparison))
    assert_frame_equal(again.outlets, comparison.outlets)
    assert_frame_equal(framing.score(again.scores.corpus, analysers=again.scores.analysers).metrics, scores.metrics)


def test_values_pickle_into_another_process(tmp_path: Path) -> None:
    path = tmp_path / "scores.pickle"
    path.write_bytes(pickle.dumps(framing.discover()))
    code = f"import pickle, pathlib; print(len(pickle.loads(pathlib.Path({str(path)!r}).read_bytes())))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(framing.discover())


def test_a_pandas_frame_is_understood() -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame({"outlet": ["A", "B"], "body": ["It may rain.", "It rains."]})
    assert framing.Corpus.from_frame(frame).articles["outlet"].to_list() == ["A", "B"]
    assert isinstance(framing.Corpus.from_frame(frame).articles, pl.DataFrame)
