"""Tables for papers: nothing of a name becomes markup."""

from __future__ import annotations

import polars as pl

from framing.comparison.tables import table
from tests.frames import measure


def test_a_table_by_hand() -> None:
    rows = [
        {"metric": "m", "outlet": "A & B_1 {x}", "value": -1.5, "low": -2.0, "high": 0.25, "basis": "articles", "n": 3},
        {"metric": "m", "outlet": "C|*d*", "value": 2.0, "low": None, "high": None, "basis": "sentences", "n": 1},
    ]
    frame = pl.DataFrame(rows)
    latex = table(frame, measure("m", "mean"))
    assert r"A \& B\_1 \{x\} & $-$1.50 & $-$2.00 to 0.25 & 3 \\" in latex
    assert r"2.00\textdegree{} & -- & 1 \\" in latex
    assert r"\footnotesize \textdegree{} one article" in latex
    text = table(frame, measure("m", "mean"), "markdown")
    assert r"| C\|\*d\* | 2.00° | – | 1 |" in text
