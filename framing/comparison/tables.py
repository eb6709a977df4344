"""One measure's estimates as a table for a paper: text, Markdown or LaTeX, with intervals."""

from __future__ import annotations

from typing import Literal, get_args

import polars as pl

from framing.errors import UnknownNameError
from framing.measures.analyser import Metric

Format = Literal["markdown", "latex"]
_LATEX = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "°": r"\textdegree{}", "−": "$-$", "–": "--",
}  # fmt: skip
_HEADS = ("Outlet", "Value", "95 % interval", "Articles")


def table(outlets: pl.DataFrame, metric: Metric, format: Format = "latex") -> str:  # noqa: A002
    """A row for each outlet: value, 95 % interval, independent articles; ° marks a single article.

    outlets: `schema.OUTLETS`. LaTeX needs booktabs and textcomp.
    """
    if format not in get_args(Format):
        raise UnknownNameError("format", format, get_args(Format))
    rows = []
    for row in outlets.filter(metric=metric.name).sort("outlet").iter_rows(named=True):
        mark = "" if row["basis"] == "articles" else "°"
        value = "–" if row["value"] is None else f"{row['value']:.2f}{mark}".replace("-", "−")
        low, high = row["low"], row["high"]
        interval = "–" if low is None or high is None else f"{low:.2f} to {high:.2f}".replace("-", "−")
        rows.append((row["outlet"], value, interval, str(row["n"])))
    title = f"{metric.display}, {metric.unit}"
    marked = any("°" in value for _, value, *_ in rows)
    note = "° one article, or copies only: do not read as typical of the outlet." if marked else ""
    if format == "markdown":
        lines = [f"**{_plain(title)}**", "", f"| {' | '.join(_HEADS)} |", "|---|---:|---:|---:|"]
        lines += [f"| {' | '.join(map(_plain, cells))} |" for cells in rows]
        return "\n".join([*lines, *(["", f"*{note}*"] if note else [])]) + "\n"
    lines = [r"\begin{table}", rf"\caption{{{_latex(title)}}}", r"\begin{tabular}{lrrr}", r"\toprule"]
    lines += [" & ".join(map(_latex, _HEADS)) + r" \\", r"\midrule"]
    lines += [" & ".join(map(_latex, cells)) + r" \\" for cells in rows]
    lines += [r"\bottomrule", r"\end{tabular}", *([rf"\par\smallskip\footnotesize {_latex(note)}"] if note else [])]
    return "\n".join([*lines, r"\end{table}"]) + "\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))


def _plain(text: str) -> str:
    return " ".join("".join(f"\\{sign}" if sign in "\\`*_[]|<>~#" else sign for sign in text).split())
