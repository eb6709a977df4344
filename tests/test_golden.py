"""Values of the bundled event change on purpose only, and the sample report is up to date."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_bundled_events_values_are_the_pinned_ones() -> None:
    spec = importlib.util.spec_from_file_location("pin", ROOT / "scripts" / "pin.py")
    assert spec is not None
    assert spec.loader is not None
    pin = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pin)
    pinned = json.loads(pin.GOLDEN.read_text(encoding="utf-8"))
    today = pin.values()
    assert set(today) == set(pinned), "the measures changed: python scripts/pin.py, and say why"
    for metric, outlets in pinned.items():
        for outlet, value in outlets.items():
            assert today[metric][outlet] == (None if value is None else pytest.approx(value, abs=2e-6)), (
                metric,
                outlet,
            )


def test_the_sample_report_is_up_to_date() -> None:
    """What the report says, figure by figure, is what this version would write: python scripts/sample.py."""
    from framing.comparison.compare import compare
    from framing.corpus.load import load
    from framing.report.provenance import corpus_hash
    from framing.scoring.scores import score

    sample = ROOT / "reports" / "huawei-curbs"
    run = json.loads((sample / "run.json").read_text(encoding="utf-8"))
    comparison = compare(score(load("huawei-curbs")), seed=1)
    assert run["corpus_sha256"] == corpus_hash(comparison.scores.corpus)
    fingerprints = {item.name: {"file": item.file, "sha256": item.fingerprint} for item in comparison.scores.analysers}
    assert run["analysers"] == fingerprints
    from framing.report.charts import charts
    from framing.report.short import CHARTS, short
    from framing.report.writers.markdown import markdown

    drawn = list(charts(comparison, CHARTS))
    assert (sample / "report.md").read_text(encoding="utf-8") == markdown(short(comparison, drawn, None, None))
