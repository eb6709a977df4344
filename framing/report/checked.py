"""How far coders bear out what a report says by its measures, elsewhere and in this corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from framing.coding.agreement import Accuracy
from framing.comparison.compare import Comparison
from framing.measures.analyser import Metric
from framing.measures.grades import Judgement, judge
from framing.measures.validation import decisions
from framing.report.blocks import Block, Bullets, Cell, Paragraph, Strong, Table
from framing.report.look.labels import inside

# What a report says by a measure, and the levels that it is judged at: the first that somebody has looked at.
_TASKS = {
    "Passages": ("sentence",),
    "Two texts of one event": ("certain", "order"),
    "Outlets over many events": ("outlets",),
}
_NOTE = (
    "Passages: does it find what coders find? The others: which of two texts, or outlets, has more? Established: a "
    "count or a published formula. Valid: over a bar set in advance, better than chance and than plainer methods. "
    "Weak: better than chance only. Pairs in order: the share that coders put in the same order (chance: 0.50). A "
    "measure that is weak or not valid for a task is not among the findings of that task."
)


def checked(metrics: Mapping[str, Metric]) -> Table:
    """A row for each measure: its grade for passages, for two texts and for outlets, with the figure behind it.

    metrics: by what the report calls them. Measures that nobody has checked at anything are named in the note.
    """
    rows, unknown = [], []
    for name, metric in metrics.items():
        grades = [_grade(metric, levels) for levels in _TASKS.values()]
        if all(one.text == "not checked" for one in grades):
            unknown.append(inside(name))
        else:
            rows.append((Cell(name), *grades))
    note = _NOTE + (f" Nobody has checked: {', '.join(unknown)}." if unknown else "")
    return Table("checked", "What coders say of the measures", ("Measure", *_TASKS), tuple(rows), note=note)


def how_often_right() -> Paragraph:
    """How often framing is right when it says that two differ."""
    return Paragraph(
        (
            Strong("When framing says that two differ in loaded terms: "),
            f"{decisions()}. Also read: the lists were "
            "mended with these texts in view, so that the figures are too kind.",
        )
    )


def in_this_corpus(comparison: Comparison) -> Iterator[Block]:
    """What the user's own coding says, and which of it is of another version of a measure."""
    measures = comparison.scores.measures
    items = [
        (f"{measures[name].display} ({known.n} sentences): {here(known)}.",)
        for name, known in sorted(comparison.accuracy.items())
        if name in measures
    ]
    if items:
        yield Paragraph((Strong("Your own coding. "), "Agreement with the people who coded sentences of this corpus:"))
        yield Bullets(tuple(items))
    if outdated := [name for name in comparison.options.get("outdated", ()) if name in measures]:
        names = ", ".join(inside(measures[name].display) for name in outdated)
        yield Paragraph(
            (Strong("Coded with another version. "), f"The coding of {names} judges a list that has changed since: its "
             "figures are left out. Draw a new sheet (framing evidence --sample)."),
        )  # fmt: skip


def here(known: Accuracy) -> str:
    """The figures of a measure that was coded in this corpus."""
    text = f"precision {_figure(known.precision, known.precision_interval)}, "
    text += f"recall {_figure(known.recall, known.recall_interval)}"
    if known.alpha is not None:
        text += f", alpha {_figure(known.alpha.value, (known.alpha.low, known.alpha.high))}"
    if known.coders_alpha is not None:
        among = f"{known.coders_alpha:.2f}"
        if known.coders_interval is not None:
            among = _figure(known.coders_alpha, known.coders_interval)
        text += f"; the {known.coders} coders among themselves: alpha {among}"
    return text


def _grade(metric: Metric, levels: Iterable[str]) -> Cell:
    judged = [judge(metric, level) for level in levels]
    found = next((one for one in judged if one.grade != "not checked"), judged[0])
    return Cell(found.grade, note=_figure_of(found))


def _figure_of(judged: Judgement) -> str:
    one = judged.figure
    return "" if one is None else f"{one['figure']} {one['value']:.2f}, {one['n']:,} {one['unit']}"


def _figure(value: float, interval: tuple[float, float]) -> str:
    return f"{value:.2f} ({interval[0]:.2f} to {interval[1]:.2f})"
