"""The notebooks run, values show themselves safely, and frames can be handed over without pandas."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import framing
from framing.notebook import html_table
from tests.conftest import shared
from tests.hostile import hostile

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


@pytest.mark.filterwarnings("ignore")
def test_the_jupyter_notebook_runs(tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    notebook = nbformat.read(NOTEBOOKS / "coverage_to_findings.ipynb", as_version=4)
    done = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in shown)
    assert "Ledger &amp; Exchange" in json.dumps([output.get("data", {}) for output in shown])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("real", [False, True], ids=["bundled", "BASIL"])
def test_the_notebook_of_a_study_runs(real: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    if real:
        tool = shared("tools/events_from_gold.py")
        subprocess.run([sys.executable, str(tool), str(tmp_path), "basil"], check=True, capture_output=True)
    notebook = nbformat.read(NOTEBOOKS / "events_to_paper.ipynb", as_version=4)
    done = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = json.dumps([output.get("data", {}) for cell in done.cells if "outputs" in cell for output in cell.outputs])
    assert "image/png" in shown
    assert ("Fox News" in shown) == real
    assert ("no coders' table here" in shown) == (not real)


def test_the_marimo_notebook_runs() -> None:
    pytest.importorskip("marimo", reason="marimo is not installed")
    spec = importlib.util.spec_from_file_location("own_measure", NOTEBOOKS / "own_measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, found = module.app.run()
    assert found["asked"].height > 0
    assert found["asked"]["text"].str.ends_with("?").all()
    assert set(found["comparison"].outlets["metric"]) >= {"questions", "hedging"}


def test_no_output_is_kept_in_a_notebook() -> None:
    for path in NOTEBOOKS.glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        assert not [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")]


def test_values_show_themselves_with_every_text_escaped() -> None:
    comparison = hostile()
    for value in (comparison.scores.corpus, comparison.scores, comparison):
        shown = value._repr_html_()
        assert "<b onmouseover" not in shown
        assert "&lt;b onmouseover" in shown
        assert shown.startswith("<table>")


def test_a_table_by_hand() -> None:
    frame = pl.DataFrame({"a&b": ["<i>", None], "n": [1234, 5], "x": [0.126, 12.34]})
    assert html_table(frame, "t") == (
        "<table><caption>t</caption><thead><tr><th>a&amp;b</th><th>n</th><th>x</th></tr></thead><tbody>"
        '<tr><td>&lt;i&gt;</td><td style="text-align:right">1,234</td><td style="text-align:right">0.13</td></tr>'
        '<tr><td>–</td><td style="text-align:right">5</td><td style="text-align:right">12.3</td></tr></tbody></table>'
    )
    assert "60 more rows" in html_table(pl.DataFrame({"n": range(100)}), "t")


class Stranger:
    """A consumer that knows of a frame only that it speaks Arrow's stream interface."""

    def __init__(self, frame: Any) -> None:
        self.capsule = frame.__arrow_c_stream__

    def __arrow_c_stream__(self, schema: object | None = None) -> object:
        return self.capsule(schema)


def test_frames_are_handed_over_by_arrow() -> None:
    scores = framing.score(framing.load("huawei-curbs"), only=["hedging"])
    received = pl.DataFrame(Stranger(scores.metrics))
    assert received.equals(scores.metrics)


def test_citation_names_this_version() -> None:
    root = NOTEBOOKS.parent
    assert f"version: {framing.__version__}" in (root / "CITATION.cff").read_text(encoding="utf-8")
    assert f"(version {framing.__version__})" in (root / "docs" / "citing.md").read_text(encoding="utf-8")
