"""Tables as files."""

from __future__ import annotations

import math

import polars as pl

from framing.report.tables import STEADY, csv_bytes


def test_what_two_processors_add_up_differently_is_written_alike() -> None:
    """0.1 + 0.2 and 0.3 are two floats, whose last digits hang on how a sum is taken."""
    one, other = (pl.DataFrame({"value": [value, None, math.nan, 0.0]}) for value in (0.1 + 0.2, 0.3))
    assert not one.equals(other)
    assert csv_bytes(one.with_columns(STEADY)) == csv_bytes(other.with_columns(STEADY)) == b"value\n0.3\n\nNaN\n0.0\n"


def test_ten_digits_are_kept() -> None:
    values = [math.pi, -math.e * 1e-7, 123_456_789.123, 5e12 / 3]
    kept = pl.DataFrame({"value": values}).with_columns(STEADY)["value"]
    assert kept.to_list() == [float(f"{value:.10g}") for value in values]
    assert csv_bytes(kept.to_frame().head(1)) == b"value\n3.141592654\n"
