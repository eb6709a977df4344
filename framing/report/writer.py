"""The comparison, with what several sections of a report look up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.corpus.event import slug
from framing.measures.analyser import Metric
from framing.report.blocks import Cell, Figure, Link, Quote, Section, anchors, rebuilt
from framing.report.charts.style import Chart
from framing.report.families import FAMILIES
from framing.report.look.labels import number

READING_MARKS = (
    "° one article only, or no interval can be given: do not read as typical of the outlet. = copies of another "
    "outlet's text only."
)
_BASIS = {"articles": "", "sentences": "°", "copy": "=", "none": "°"}  # none, with a value: too little for an interval


@dataclass(frozen=True, eq=False)
class Writer:
    """The comparison, with what several sections look up."""

    comparison: Comparison
    charts: dict[str, Chart]
    snippet: int | None = None  # characters of an article that may be shown in one piece

    @property
    def measures(self) -> dict[str, Metric]:
        return self.comparison.scores.measures

    @cached_property
    def with_evidence(self) -> set[tuple[str, str]]:
        """Measures and outlets whose passages the report shows."""
        shown = {name for names in FAMILIES.values() for name in names}
        rows = self.comparison.scores.found.lazy().filter(pl.col("metric").is_in(shown)).select("metric", "outlet")
        return set(rows.unique().collect().iter_rows())

    def anchor(self, metric: str, outlet: str) -> str | None:
        """Where the passages behind a number stand; those of a part stand with its family."""
        for name in (metric, self.measures[metric].family):
            if (name, outlet) in self.with_evidence:
                return evidence_anchor(str(name), outlet)
        return None

    def plain(self, row: dict[str, object]) -> Cell:
        """A value without its interval and without a link."""
        return Cell(number(float(str(row["value"]))) + _BASIS[str(row["basis"])], float(str(row["value"])))

    def cell(self, row: dict[str, object] | None) -> Cell:
        """A value with its interval, leading to its passages."""
        if row is None or not isinstance(row["value"], float):
            return Cell("–")
        text = number(row["value"]) + _BASIS[str(row["basis"])]
        return Cell(text, row["value"], self.anchor(str(row["metric"]), str(row["outlet"])), _interval(row))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The articles' texts by their keys."""
        return dict(self.comparison.scores.corpus.articles.select("article", "text").iter_rows())

    def closely(self) -> Writer:
        """A writer of the articles that are read closely, which knows of the same charts and captions."""
        near = replace(self, comparison=self.comparison.closely)
        near.__dict__.update(captions=self.captions, placed=self.placed)
        return near

    @cached_property
    def captions(self) -> set[str]:
        """The captions that were shown: how to read a kind of chart is said once."""
        return set()

    @cached_property
    def placed(self) -> set[str]:
        """The charts that stand somewhere."""
        return set()

    def figures(self, *names: str) -> Iterator[Figure]:
        """The charts of these names, as far as they were drawn."""
        for name in names:
            if name in self.charts:
                chart = self.charts[name]
                self.placed.add(name)
                caption = "" if chart.caption in self.captions else chart.caption
                self.captions.add(chart.caption)
                yield Figure(chart.name, chart.title, chart.alt, caption)


def cut(text: str, snippet: int | None) -> str:
    """A passage, no longer than a snippet may be."""
    return text if snippet is None or len(text) <= snippet else text[: max(0, snippet - 1)].rstrip() + "…"


def evidence_anchor(metric: str, outlet: str) -> str:
    """Where the passages behind an outlet's number stand."""
    return f"evidence-{slug(metric)}-{slug(outlet)}"


def _interval(row: dict[str, object]) -> str:
    low, high = row["low"], row["high"]
    if not isinstance(low, float) or not isinstance(high, float):
        return ""
    return f"{number(low)} to {number(high)}"


def linked(sections: Sequence[Section], snippet: int | None) -> tuple[Section, ...]:
    """The sections, without links to places that are not among them, and with no more of an article than may be."""
    known = set(anchors(sections))

    def unlinked(node: Any) -> Any:
        if isinstance(node, Link) and node.anchor not in known:
            return node.text
        return replace(node, anchor=None) if isinstance(node, Cell) and node.anchor not in known else node

    def shortened(node: Any) -> Any:
        return replace(node, text=cut(node.text, snippet)) if isinstance(node, (Cell, Quote)) else node

    change = unlinked if snippet is None else lambda node: shortened(unlinked(node))
    return tuple(rebuilt(section, change) for section in sections)
