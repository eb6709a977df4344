"""Outlets by measures: the table, and a forest for each measure in which outlets differ."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.blocks import Block, Cell, Paragraph, Section, Table
from framing.report.checked import checked, how_often_right
from framing.report.look.labels import unit
from framing.report.study.desk import Desk

ORDER = 10
COLUMNS = 4
_NOTE = (
    "× is the ratio of the outlet's rate to the others' on the same events; other figures are differences in the "
    "measure's unit. In small print: the 95 % interval over events. ●: stands after correction. –: no value. "
    "Without an interval: one event."
)


def sections(desk: Desk) -> Iterator[Section]:
    """The charts of single measures, and all effects."""
    blocks: list[Block | Section] = [*desk.figures(*(f"study-{metric}" for metric in desk.metrics))]
    for at in range(0, len(desk.metrics), COLUMNS):
        part = desk.metrics[at : at + COLUMNS]
        rows = tuple((Cell(outlet), *(desk.cell(metric, outlet) for metric in part)) for outlet in desk.outlets)
        units = "; ".join(f"{desk.called(name)}: {unit(desk.measure(name).unit)}" for name in part)
        blocks.append(
            Table(
                f"effects-{at // COLUMNS + 1}",
                "Outlets against the others" + (", continued" if at else ""),
                ("Outlet", *map(desk.called, part)),
                rows,
                frozenset(range(1, len(part) + 1)),
                f"{units}. " + ("" if at else _NOTE),
            )
        )
    measures = {desk.called(metric): desk.measure(metric) for metric in desk.metrics}
    blocks += (_tests(desk), checked(measures), how_often_right())
    yield Section("measures", "Outlets by measures", tuple(blocks))
    if beyond := _beyond(desk):
        yield beyond


def _tests(desk: Desk) -> Table:
    rows = tuple(
        (
            Cell(desk.called(metric)),
            Cell(str(test["events"]), test["events"]),
            Cell(str(test["outlets"]), test["outlets"]),
            Cell(f"{test['p']:.4f}", test["p"]),
            Cell(f"{test['q']:.4f}", test["q"]),
            Cell("yes" if test["differs"] else "no"),
        )
        for metric in desk.metrics
        for test in [desk.tests[metric]]
    )
    note = (
        "p: the outlets' texts dealt out anew within each event, some thousand times. q: corrected for all primary "
        "measures (false discovery rate). Outlets are named only in measures that differ."
    )
    return Table(
        "tests", "Do outlets differ at all?", ("Measure", "Events", "Outlets", "p", "q", "Differ"), rows,
        frozenset({1, 2, 3, 4}), note,
    )  # fmt: skip


def _beyond(desk: Desk) -> Section | None:
    """How robust each finding is: the next event, the event that matters most, the trend."""
    rows = []
    for metric in desk.metrics:
        for outlet in desk.outlets:
            row = desk.effects.get((metric, outlet))
            if row is None or not desk.stated(metric, outlet):
                continue
            rows.append(
                (
                    Cell(desk.called(metric)),
                    Cell(outlet),
                    Cell(desk.effect(metric, row["effect"]), row["effect"]),
                    Cell(f"{row['above']} of {row['events']}", row["above"] / max(1, row["events"])),
                    Cell(_span(desk, metric, row["next_low"], row["next_high"])),
                    Cell(_span(desk, metric, row["least"], row["most"])),
                    Cell(desk.title(row["hangs_on"]) if row["hangs_on"] else "–"),
                )
            )
    if not rows:
        return None
    note = (
        "Above in: events in which the outlet lies above the others. "
        "One more event: where the effect in a further event like these would lie in 95 of 100 cases; it may be on "
        "the other side even where the mean is certain. Without one event: the smallest and largest effect when each "
        "event is left out in turn, and the event without which it changes most."
    )
    columns = ("Measure", "Outlet", "Effect", "Above in", "One more event", "Without one event", "Hangs on")
    table = Table(
        "robust", "Each effect that stands, from all sides", columns, tuple(rows), frozenset({2, 3, 4, 5}), note
    )
    return Section("robustness", "How robust are the findings?", (Paragraph((_INTRO,)), table))


_INTRO = "An effect is a mean over events. Here stands how much it varies between them, and what it hangs on."


def _span(desk: Desk, metric: str, low: float | None, high: float | None) -> str:
    return "–" if low is None or high is None else f"{desk.effect(metric, low)} to {desk.effect(metric, high)}"
