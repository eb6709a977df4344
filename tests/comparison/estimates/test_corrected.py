"""From a coding sheet to a report that says how well a measure works here, and what it would say without mistakes."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import polars as pl
import pytest

from framing.coding.validation import event_validation
from framing.corpus.find import find_event
from tests.cli.test_cli import run


def test_a_coded_measure_is_corrected_in_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Coders confirm two hits of three, and find a case in one of ten sentences without a hit."""
    shutil.copytree(find_event("huawei-curbs"), tmp_path / "data" / "huawei-curbs")
    where = ("--event", "huawei-curbs", "--data", str(tmp_path / "data"))
    sheet = tmp_path / "sheet.csv"
    run("evidence", "hedging", *where, "--sample", "80", "--out", str(sheet), capsys=capsys)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 80
    seen = {"yes": 0, "no": 0}
    for row in rows:
        hit = "yes" if row["hit"] in ("1", "true", "True", "yes") else "no"
        seen[hit] += 1
        row["code"] = str(int(seen[hit] % 3 != 0 if hit == "yes" else seen[hit] % 10 == 0))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    run("validate", *where, "--codes", str(sheet), capsys=capsys)
    known = event_validation(tmp_path / "data" / "huawei-curbs")["hedging"]
    assert known.precision == pytest.approx(1 - (seen["yes"] // 3) / seen["yes"])
    assert 0 < known.recall < 1

    out = tmp_path / "out"
    run("compare", *where, "--out", str(out), "--format", "md", "--full", capsys=capsys)
    read = (out / "report.md").read_text(encoding="utf-8")
    assert f"Hedging (80 sentences): precision {known.precision:.2f}" in read
    assert "Coded with another version" not in read
    text = (out / "report-appendix.md").read_text(encoding="utf-8").replace("\\", "")
    assert "## Corrected for measurement error" in text
    assert f"this corpus (80 sentences): precision {known.precision:.2f}" in text
    row = (
        pl.read_parquet(out / "outlets.parquet").filter(metric="hedging", outlet="Ledger & Exchange").row(0, named=True)
    )
    from framing.report.look.labels import significant as number

    assert number(row["value"] * known.precision / known.recall) in text


def test_figures_of_another_version_are_left_out_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data" / "huawei-curbs"
    shutil.copytree(find_event("huawei-curbs"), folder)
    (folder / "validation.json").write_text(
        '{"measures": {"hedging": {"precision": 0.5, "recall": 0.5, "coded_hits": 9, "coded_cases": 9,'
        ' "precision_interval": [0, 1], "recall_interval": [0, 1], "fingerprint": "old"}}}',
        encoding="utf-8",
    )
    _, remarks = run(
        "compare", "--event", "huawei-curbs", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "out"),
        "--format", "md", capsys=capsys,
    )  # fmt: skip
    assert "coded with another version, and left out: hedging" in remarks
    report = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert "The coding of hedging judges a list that has changed since" in report
    assert "Your own coding" not in report
    assert "Corrected for measurement error" not in report
