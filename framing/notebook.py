"""How values show themselves in Jupyter and marimo: a small table, every text escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import polars as pl

_ROWS = 40


def html_table(frame: pl.DataFrame, caption: str) -> str:
    """The first rows of a frame as an HTML table; null is a dash."""
    heads = "".join(f"<th>{escape(name)}</th>" for name in frame.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in frame.head(_ROWS).iter_rows())
    more = f"; {frame.height - _ROWS} more rows" if frame.height > _ROWS else ""
    return (
        f"<table><caption>{escape(caption)}{more}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def html_list(rows: Sequence[Sequence[str]]) -> str:
    """Lines of words as an HTML list."""
    items = "".join(f"<li>{escape(' '.join(row))}</li>" for row in rows)
    return f"<ul>{items}</ul>" if items else ""


def _cell(value: object) -> str:
    if isinstance(value, (int, float)):
        shown = f"{value:,}" if isinstance(value, int) else f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
        return f'<td style="text-align:right">{shown}</td>'
    return f"<td>{escape('–' if value is None else str(value))}</td>"
