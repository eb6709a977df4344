"""Frames as files."""

from __future__ import annotations

import polars as pl
import polars.selectors as cs

# Floats as they are written: to the ten digits that all processors agree on, so that files are alike on any machine.
STEADY = cs.float().round_sig_figs(10)
_FORMULA = r"^(\s*[=+\-@＝＋－＠]|[\t\r\n])"  # full-width forms too: some spreadsheets fold them


def csv_bytes(frame: pl.DataFrame) -> bytes:
    """A frame as CSV in UTF-8; text that a spreadsheet would take for a formula is led by an apostrophe."""
    lists = pl.selectors.list()
    flat = frame.with_columns(lists.cast(pl.List(pl.String)).list.join("; "))
    return flat.with_columns(pl.col(pl.String).str.replace(_FORMULA, "'$1")).write_csv().encode()
