"""What stands where in a report: the comparison as a document of plain blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from framing import __version__
from framing.comparison.compare import Comparison
from framing.corpus.event import slug
from framing.errors import UnknownNameError
from framing.measures.grades import by_level, in_words
from framing.report.back_matter import appendix, methods, removed
from framing.report.blocks import (
    Block,
    Cell,
    Document,
    Evidence,
    Paragraph,
    Passage,
    Section,
    Table,
)
from framing.report.changes import Before, changed
from framing.report.charts.style import Chart
from framing.report.families import FAMILIES, explored_measures, main_measures
from framing.report.front import between, in_brief, read_closely
from framing.report.passages import CONTEXT, around
from framing.report.views import views
from framing.report.writer import READING_MARKS, Writer, cut, evidence_anchor, linked

PASSAGES = 4  # shown for each outlet and measure
_ACROSS = 5  # measures in a table

_INTRODUCTIONS = {
    "Tone": "Sentiment is VADER's compound score of each sentence, averaged. It counts positive and negative words, "
    "whoever speaks them, and was made for short informal texts: read the passages before you rely on it.",
    "Hedging and certainty": "A hedge tells the reader that a statement is less than certain (may, reportedly, "
    "about 30); a booster that it is beyond doubt (clearly, of course). Only the outlet's own words count.",
    "Loaded terms": "A term is loaded where a neutral word was at hand and the choice judges. Only the outlet's own "
    "words count, those of the headline included; what it quotes does not.",
    "Voices": "Whose words fill the text, and how the outlet introduces them. A speech verb can keep a distance from "
    "the speaker (claimed), vouch for what is said (revealed), or stay neutral (said).",
    "Readability": "Grades rise with the length of words and sentences. They say nothing about quality.",
}
_CHARTS = {  # section -> charts beside those of its single measures
    "Tone": ("headlines", "headline-and-article", "own-and-quoted", "along-the-article"),
    "Hedging and certainty": ("hedging-kinds",),
    "Loaded terms": ("loaded-kinds", "word-shift"),
    "Voices": ("who-speaks", "speaker-groups"),
}

_LENT = " Intervals lend each outlet the others' variance: they hold if outlets vary alike."
_READING = (
    " Below each value: the 95 % interval over the outlet's stories. ° one article (the interval is within "
    "it), or no interval can be given: do not read as typical of the outlet. = copies of another outlet's text only."
)


def document(
    comparison: Comparison,
    charts: Sequence[Chart],
    before: Before | None = None,
    sections: Sequence[str] = (),
    snippet: int | None = None,
    front: bool = True,
) -> Document:
    """All that there is of a comparison, the same for every format: the appendix of the report that is read (`short`).

    front: with page one before it.
    before: an earlier report to be compared with. sections: the ids of those to keep; all where none is named.
    snippet: the most characters of an article that a passage may show.

    Raises UnknownNameError for a section that this report does not have.
    """
    writer = Writer(comparison, {chart.name: chart for chart in charts}, snippet)
    event, articles = comparison.scores.corpus.event, comparison.scores.corpus.articles
    dates = articles["published"].drop_nulls()
    facts = [
        ("Articles", f"{articles.height} ({articles['words'].sum():,} words)"),
        ("Outlets", str(len(comparison.names))),
    ]
    if len(dates):
        facts.append(("Published", between(dates.min(), dates.max())))
    if (near := read_closely(comparison)) is not None:
        facts.append(("Read closely", near))
    facts.append(("Made with", f"framing {__version__}, seed {comparison.seed}"))
    whole = [
        in_brief(writer),
        _summary(writer),
        *([changed(writer, before)] if before is not None else []),
        *_families(writer),
        *_explored(writer),
        *views(writer),
        *_further(writer),
        methods(writer),
        *removed(writer),
        appendix(writer),
    ]
    for name in sections:
        if name not in (known := [section.id for section in whole]):
            raise UnknownNameError("section", name, known)
    kept = [section for section in whole if section.id in sections] if sections else whole[0 if front else 1 :]
    return Document(
        title=event.title if front else f"{event.title}: appendix",
        subtitle=event.question or "How outlets frame one event",
        notes=event.notes or "",
        facts=tuple(facts),
        sections=linked(kept, snippet),
        keywords=("framing", "news", event.name),
    )


def _summary(writer: Writer) -> Section:
    metrics = main_measures(writer.comparison)
    return Section(
        "summary", "Summary", (*writer.figures("overview", "timeline"), *_values(writer, "Outlets", metrics, columns=5))
    )


def _families(writer: Writer) -> Iterator[Section]:
    for title, names in FAMILIES.items():
        metrics = [name for name in names if name in writer.measures]
        if metrics:
            yield _family(writer, title, metrics)
    yield from own_measures(writer)


def own_measures(writer: Writer) -> Iterator[Section]:
    """Measures that no section of ours is for: those of the user's word lists and analysers."""
    placed = {name for names in FAMILIES.values() for name in names}
    if own := [name for name in main_measures(writer.comparison) if name not in placed]:
        yield _family(writer, "Further measures", own)


def _explored(writer: Writer) -> Iterator[Section]:
    """The measures that were counted but not tested: frames, moral words, weasel words and the like."""
    metrics = explored_measures(writer.comparison)
    if not metrics:
        return
    chosen = writer.comparison.outlets.filter(pl.col("metric").is_in(metrics))
    found = {(row["metric"], row["outlet"]): row for row in chosen.iter_rows(named=True)}
    text = (
        "More word lists and rules, per 1,000 words, most of them not validated; no finding rests on them. Their "
        "intervals stand in outlets.csv, and their contrasts, corrected apart from the others, in contrasts.csv. "
        "`framing evidence MEASURE` shows the words behind a number."
    )
    tables = []
    for at in range(0, len(metrics), _ACROSS):
        part = metrics[at : at + _ACROSS]
        rows = []
        for outlet in writer.comparison.names:
            values = [found.get((metric, outlet)) for metric in part]
            cells = [Cell("–") if row is None or row["value"] is None else writer.plain(row) for row in values]
            rows.append((Cell(outlet), *cells))
        grades = "; ".join(
            f"{writer.measures[metric].display}: {in_words(by_level(writer.measures[metric]))}" for metric in part
        )
        title = "Exploratory measures" + (", continued" if at else "")
        columns = ("Outlet", *(writer.measures[metric].display for metric in part))
        note = f"{'' if at else READING_MARKS + ' '}Agreement with human coders: {grades}."
        numeric = frozenset(range(1, len(part) + 1))
        tables.append(Table(f"explored-values-{at // _ACROSS + 1}", title, columns, tuple(rows), numeric, note))
    yield Section("explored", "Exploratory measures", (Paragraph((text,)), *tables))


def _family(writer: Writer, title: str, metrics: list[str]) -> Section:
    blocks: list[Block | Section] = []
    if title in _INTRODUCTIONS:
        blocks.append(Paragraph((_INTRODUCTIONS[title],)))
    for metric in metrics:
        blocks.extend(writer.figures(f"intervals-{metric}"))
    blocks.extend(writer.figures(*_CHARTS.get(title, ())))
    parts = [name for name, measure in writer.measures.items() if measure.family in metrics]
    blocks.extend(_values(writer, title, [*metrics, *parts]))
    for metric in metrics:
        blocks.extend(_evidence(writer, metric))
    return Section(slug(title), title, tuple(blocks))


def _values(writer: Writer, title: str, metrics: list[str], columns: int = 6) -> Iterator[Table]:
    """Outlets by measures, so many columns a table, each value over its interval."""
    comparison = writer.comparison
    chosen = comparison.outlets.filter(pl.col("metric").is_in(metrics))
    found = {(row["outlet"], row["metric"]): row for row in chosen.iter_rows(named=True)}
    for at in range(0, len(metrics), columns):
        part = metrics[at : at + columns]
        rows = tuple(
            (Cell(outlet), *(writer.cell(found.get((outlet, metric))) for metric in part))
            for outlet in comparison.names
        )
        by_unit: dict[str, list[str]] = {}
        for metric in part:
            by_unit.setdefault(writer.measures[metric].unit, []).append(writer.measures[metric].display)
        units = "; ".join(f"{', '.join(names)}: {unit}" for unit, names in by_unit.items())
        yield Table(
            f"{slug(title)}-{at // columns + 1}",
            title + (" at a glance" if title == "Outlets" else "") + (", continued" if at else ""),
            ("Outlet", *(writer.measures[metric].display for metric in part)),
            rows,
            frozenset(range(1, len(part) + 1)),
            units + "." + ("" if at else _READING + (_LENT if comparison.options["moderate"] else "")),
        )


def _evidence(writer: Writer, metric: str, outlets: Sequence[str] = ()) -> Iterator[Evidence]:
    """The most telling passages of each outlet: the largest values first, then in the order of the text."""
    frame = writer.comparison.scores.passages(metric)
    if frame.is_empty():
        return
    texts = writer.texts
    display = writer.measures[metric].display
    size = pl.col("value").abs()
    ordered = frame.sort([size, "article", "start"], descending=[True, False, False])
    by_outlet = ordered.partition_by("outlet", as_dict=True, maintain_order=True)
    for outlet in outlets or writer.comparison.names:
        rows = by_outlet.get((outlet,))
        if rows is not None:
            chosen = rows.unique("text", keep="first", maintain_order=True).head(PASSAGES)
            passages = tuple(
                _passage(row, texts[row["article"]], writer.snippet) for row in chosen.iter_rows(named=True)
            )
            yield Evidence(evidence_anchor(metric, outlet), display, outlet, passages, rows.height)


def _passage(row: dict[str, object], text: str, snippet: int | None) -> Passage:
    start, end = int(str(row["start"])), int(str(row["end"]))
    # A whole sentence needs nothing beside it.
    before, after = around(text, start, end) if end - start < CONTEXT else ("", "")
    return Passage(
        article=str(row["article"]),
        outlet=str(row["outlet"]),
        before=before,
        text=cut(str(row["text"]), snippet),
        after=after,
        label=str(row["label"] or "").replace("_", " "),
        rule=str(row["rule"] or ""),
        start=start,
        end=end,
    )


def _further(writer: Writer) -> Iterator[Section]:
    """Charts that no section asked for: a chart of one's own is shown without an edit here."""
    left = [name for name in writer.charts if name not in writer.placed]
    if left:
        yield Section("further-charts", "Further charts", tuple(writer.figures(*left)))
