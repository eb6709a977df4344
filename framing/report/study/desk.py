"""The study, with what several sections of its report look up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from framing.comparison.content.labels import labels
from framing.comparison.study.study import Study
from framing.corpus.event import slug
from framing.measures.analyser import Metric
from framing.report.blocks import Cell, Evidence, Figure, Passage
from framing.report.charts.style import Chart
from framing.report.families import MAIN
from framing.report.look.labels import number, sentence, signed
from framing.report.passages import CONTEXT, around
from framing.report.study.words import called
from framing.report.writer import cut

FIRST = ("loaded", "hedging", "quoted_share", "sentiment", "boosting", "sources_named", "sources_unnamed")
FEWEST = 3  # events of an outlet that charts and main tables show, where there are many outlets
MANY = 20  # outlets, from which on only those are shown


@dataclass(frozen=True, eq=False)
class Desk:
    """The study, its charts, and how its numbers are written."""

    study: Study
    charts: dict[str, Chart]
    snippet: int | None = None
    each: bool = False  # a report of every event stands in events/

    @cached_property
    def effects(self) -> dict[tuple[str, str], dict[str, Any]]:
        """`EFFECTS` by metric and outlet."""
        return {(row["metric"], row["outlet"]): row for row in self.study.effects.iter_rows(named=True)}

    @cached_property
    def tests(self) -> dict[str, dict[str, Any]]:
        """`DIFFER` by metric."""
        return {row["metric"]: row for row in self.study.tests.iter_rows(named=True)}

    @cached_property
    def captions(self) -> set[str]:
        """The captions that were shown: how to read a kind of chart is said once."""
        return set()

    @cached_property
    def metrics(self) -> list[str]:
        """Primary measures that were tested, in the order of the report."""
        order = {name: at for at, name in enumerate(dict.fromkeys((*FIRST, *MAIN)))}
        return sorted(self.tests, key=lambda name: (order.get(name, len(order)), name))

    @cached_property
    def outlets(self) -> list[str]:
        """Outlets that the main tables show: all, or with very many those with three events or more."""
        frame = self.study.outlets.filter(pl.col("remark").is_null() | (pl.col("own_events") == 1))
        if frame.height > MANY:
            frame = frame.filter(pl.col("own_events") >= FEWEST)
        return frame["outlet"].sort().to_list()

    @cached_property
    def busiest(self) -> list[str]:
        """The outlets of the main tables, those with most events of their own first."""
        return [name for name in self.study.outlets["outlet"] if name in set(self.outlets)]

    def measure(self, metric: str) -> Metric:
        return self.study.measures[metric]

    def called(self, metric: str) -> str:
        """The heading of a measure: the words of page one."""
        return sentence(called(self.measure(metric)))

    def is_rate(self, metric: str) -> bool:
        return self.measure(metric).kind == "rate"

    def stated(self, metric: str, outlet: str) -> bool:
        """Whether the difference may be stated: outlets differ in the measure, and this one after correction."""
        row, test = self.effects.get((metric, outlet)), self.tests.get(metric)
        return bool(
            row and test and test["differs"] and row["p_outlets"] is not None and row["p_outlets"] <= test["level"]
        )

    def effect(self, metric: str, value: float) -> str:
        """An effect as people read it: "5.1 times", "+12.3"."""
        return f"×{number(value)}" if self.is_rate(metric) else signed(value)

    def cell(self, metric: str, outlet: str) -> Cell:
        """An effect over its interval; what may be stated is marked."""
        row = self.effects.get((metric, outlet))
        if row is None or row["effect"] is None:
            return Cell("–")
        mark = " ●" if self.stated(metric, outlet) else ""
        note = "" if row["low"] is None else f"{number(row['low'])} to {number(row['high'])}"
        return Cell(self.effect(metric, row["effect"]) + mark, row["effect"], note=note)

    def figures(self, *names: str) -> Iterator[Figure]:
        """The charts of these names, as far as they were drawn."""
        for name in names:
            if name in self.charts:
                chart = self.charts[name]
                caption = "" if chart.caption in self.captions else chart.caption
                self.captions.add(chart.caption)
                yield Figure(chart.name, chart.title, chart.alt, caption)

    def event(self, name: str, note: str = "") -> Cell:
        """An event by its title, which leads to its own report where there is one."""
        return Cell(self.title(name), note=note, report=f"events/{name}" if self.each else None)

    def title(self, event: str) -> str:
        """What an event is called."""
        return self.study.member(event).title

    def typical(self, metric: str, outlet: str) -> str | None:
        """The event that shows an effect best: as near as can be to the whole effect, with passages to read."""
        row = self.effects[metric, outlet]
        there = self.study.differences.filter(metric=metric, outlet=outlet)
        rate = self.is_rate(metric)
        gap = (pl.col("effect").log() - pl.lit(row["effect"]).log()) if rate else pl.col("effect") - row["effect"]
        for event in there.sort(gap.abs(), "event")["event"]:
            if not self.hits(metric, outlet, event).is_empty():
                return str(event)
        return None

    def hits(self, metric: str, outlet: str, event: str) -> pl.DataFrame:
        """The passages behind an outlet's number in one event, in its own work."""
        member = self.study.member(event)
        copies = member.stories.filter(pl.col("copy_of").is_not_null())["article"]
        return member.scores.evidence.filter(
            pl.col("metric") == metric, pl.col("outlet") == outlet, ~pl.col("article").is_in(copies.implode())
        )

    def passages(self, metric: str, outlet: str, event: str, count: int = 4) -> Evidence | None:
        """The first passages of an outlet's number in one event, each word once."""
        frame = self.hits(metric, outlet, event)
        if frame.is_empty():
            return None
        size = pl.col("value").abs()
        if not self.is_rate(metric) and (frame["value"] < 0).any():  # sentences with a sign: those on the effect's side
            size = pl.col("value") * (1 if self.effects[metric, outlet]["effect"] > 0 else -1)
        rows = frame.sort([size, "article", "start"], descending=[True, False, False])
        chosen = rows.unique("text", keep="first", maintain_order=True).head(count).iter_rows(named=True)
        member = self.study.member(event)
        texts = dict(member.corpus.articles.select("article", "text").iter_rows())
        names = labels(member.corpus, member.stories).names
        return Evidence(
            anchor(metric, outlet),
            self.called(metric),
            outlet,
            tuple(_passage(row, event, names[row["article"]], texts[row["article"]], self.snippet) for row in chosen),
            frame.height,
            self.title(event),
        )


def anchor(metric: str, outlet: str) -> str:
    """Where the passages behind an outlet's finding stand."""
    return f"passages-{slug(metric)}-{slug(outlet)}"


def _passage(row: dict[str, Any], event: str, name: str, text: str, snippet: int | None) -> Passage:
    start, end = row["start"], row["end"]
    # A whole sentence needs nothing beside it.
    before, after = around(text, start, end) if end - start < CONTEXT else ("", "")
    return Passage(
        article=f"{event}/{row['article']}",
        outlet=row["outlet"],
        before=before,
        text=cut(row["text"], snippet),
        after=after,
        label=str(row["label"] or "").replace("_", " "),
        rule=str(row["rule"] or ""),
        start=start,
        end=end,
        name=name,
    )
