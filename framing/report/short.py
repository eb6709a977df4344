"""The report that is read: page one, then a few short chapters. What else there is stands in the appendix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from framing import __version__
from framing.comparison.compare import Comparison
from framing.comparison.content.labels import number as in_words
from framing.comparison.content.labels import the
from framing.comparison.estimates.differences import LEVEL
from framing.comparison.statements import Statement, among, made
from framing.report.blocks import Block, Bullets, Cell, Document, Evidence, Paragraph, Section, Strong, Table
from framing.report.changes import Before, changed
from framing.report.charts.style import Chart
from framing.report.document import own_measures
from framing.report.front import (
    TO_CHECK,
    between,
    finding,
    grouped,
    in_brief,
    on_page_one,
    read_closely,
    room,
)
from framing.report.glossary import glossary
from framing.report.headlines import headline_rows, headline_table, unheaded
from framing.report.look.labels import significant as number
from framing.report.passages import passage
from framing.report.trust import method, trust
from framing.report.writer import Writer, evidence_anchor, linked

CHARTS = ("glance", "rewrites", "coverage", "quoted", "headline_table", "word_shift", "leads")  # files of `charts/`
_CHAPTERS = {  # subject of a statement -> chapter; measures and whatever is new go to the words
    "family": "same-text",
    "version": "same-text",
    "only": "content",
    "theme": "content",
    "number": "content",
    "outcome": "content",
    "about": "content",
    "lead": "content",
    "omission": "content",
    "voice": "voices",
    "quotation": "voices",
    "source": "voices",
    "denial": "voices",
    "claim": "voices",
}
_LONGEST = 520  # letters of a statement
_MOST, _ALIKE = 12, 5  # statements of a chapter; of one subject in it
_LEADS = 25  # per cent of all quoted words, with which one speaker is more than one of several
_HEADLINES, _ACCOUNTS, _PASSAGES = 40, 3, 3


def short(
    comparison: Comparison, charts: Sequence[Chart], before: Before | None = None, snippet: int | None = None
) -> Document:
    """The report of a comparison as a document of twelve pages at most, the same for every format."""
    writer = Writer(comparison, {chart.name: chart for chart in charts}, snippet)
    event, articles = comparison.scores.corpus.event, comparison.scores.corpus.articles
    days = articles["published"].drop_nulls()
    labels = comparison.labels
    facts = [
        ("Articles", f"{articles.height} ({articles['words'].sum():,} words)"),
        ("Outlets", str(len(comparison.names))),
    ]
    if labels.reports < labels.total:
        facts.append(("Independent reports", str(labels.reports)))
    if len(days):
        facts.append(("Published", between(days.min(), days.max())))
    if (near := read_closely(comparison)) is not None:
        facts.append(("Read closely", near))
    facts.append(("Made with", f"framing {__version__}, seed {comparison.seed}"))
    sections = [
        in_brief(writer),
        *([changed(writer, before)] if before is not None else []),
        *_headlines(writer),
        *_same_text(writer),
        *_content(writer),
        *_voices(writer),
        *_words(writer),
        *_to_check(writer),
        *own_measures(writer),
        trust(writer),
        method(writer),
        glossary(),
    ]
    return Document(
        title=event.title,
        subtitle=event.question or "How outlets frame one event",
        notes=event.notes or "",
        facts=tuple(facts),
        sections=linked(sections, writer.snippet),
        keywords=("framing", "news", event.name),
        contents=False,
    )


def _of(writer: Writer, chapter: str) -> list[Statement]:
    """The statements of a chapter, the most salient of each subject."""
    return _foremost(one for one in writer.comparison.statements if _CHAPTERS.get(one.subject, "words") == chapter)


def _foremost(found: Iterable[Statement]) -> list[Statement]:
    """The most salient of each subject."""
    kept: list[Statement] = []
    for one in found:
        if len(one.sentence) > _LONGEST:
            continue  # whole lists stand in the appendix
        if sum(other.subject == one.subject for other in kept) < _ALIKE:
            kept.append(one)
    return grouped(kept[:_MOST])


def _said(writer: Writer, chapter: str) -> Iterator[Block]:
    yield from (finding(writer, one) for one in _of(writer, chapter))


def _headlines(writer: Writer) -> Iterator[Section]:
    """All headlines, where page one has no room for them."""
    rows = headline_rows(writer.comparison)
    table = headline_table(rows[:_HEADLINES], lacking=unheaded(writer.comparison))
    if len(rows) > room(writer.comparison, on_page_one(writer.comparison)):
        more = f" The first {_HEADLINES} of {len(rows)}." if len(rows) > _HEADLINES else ""
        lead = (
            f"{in_words(len(rows)).capitalize()} wordings of headlines, versions of one report beside each other.{more}"
        )
        yield Section("headlines", "Headlines", (Paragraph((lead,)), table))


def _same_text(writer: Writer) -> Iterator[Section]:
    comparison = writer.comparison
    labels = comparison.labels
    blocks: list[Block | Section] = []
    shared = labels.total - labels.reports
    if not shared:
        return
    many, whose = f"{in_words(labels.reports)} independent reports", "one of these"
    if labels.reports == 1:
        many, whose = "one independent report", "it"
    lead = (
        f"The {in_words(labels.total)} articles are {many}; the rest share runs of words with {whose}. What several "
        "outlets print counts once in every comparison between outlets."
    )
    blocks.append(Paragraph((lead,)))
    blocks += _said(writer, "same-text")
    told = comparison.accounts
    if not told.is_empty():
        said = [place.article for one in made(comparison.closely, "rewrites") for place in one.evidence]
        told = told.filter(~pl.col("article").is_in(said))  # which a statement above tells
        changed_ = told.filter((pl.col("kept") < pl.col("sentences")) | (pl.col("added") > 0))
        rows = changed_.sort("kept", "added", "article", descending=[False, True, False])
        rows = rows.unique(["source", "kept", "edited", "added", "lacking"], keep="first", maintain_order=True)
        rows = rows.head(_ACCOUNTS)  # one of those with the same changes
        if rows.height:
            told_of = "Other versions, those that differ most first:" if rows.height > 1 else "Another version:"
            blocks.append(Paragraph((Strong("What became of it. "), told_of)))
            blocks.append(Bullets(tuple((text,) for text in rows["account"])))
        blocks += writer.figures(*(name for name in writer.charts if name.startswith("rewrites")))
    yield Section("same-text", "Same text, different words", tuple(blocks))


def _content(writer: Writer) -> Iterator[Section]:
    found = list(_said(writer, "content"))
    figures = list(writer.figures("coverage", "leads"))
    if found or figures:
        lead = (
            "What one article has and others leave out. There may be many reasons: an earlier deadline, less space, "
            "a different angle."
        )
        yield Section("content", "What is in, and what is left out", (Paragraph((lead,)), *found, *figures))


def _voices(writer: Writer) -> Iterator[Section]:
    found = list(_said(writer, "voices"))
    sources = writer.comparison.sources
    if sources.is_empty() and not found:
        return
    blocks: list[Block | Section] = []
    if not sources.is_empty():
        surely = writer.comparison.credited.filter("sure")["source"]
        spoken = sources.filter(
            pl.col("kind").is_in(["person", "institution"]),
            pl.col("words") > 0,
            pl.col("source").is_in(surely.implode()),
        )
        most = (
            spoken.group_by("source")
            .agg(pl.col("words").sum(), pl.col("outlet").n_unique())
            .sort(["words", "source"], descending=[True, False])
            .drop_nulls()
        )
        total = sources["words"].sum()
        if most.height and total:
            first = most.row(0, named=True)
            share = 100 * first["words"] / total
            who = the(first["source"])
            lead = (
                f"{share:.0f} % of all quoted words are those of {who}."
                if share > _LEADS
                else f"No speaker dominates: the one quoted at greatest length, {who}, has {share:.0f} % "
                "of all quoted words."
            )
            scope = among(writer.comparison)
            lead = f"Of {scope}: {lead}" if scope else lead
            blocks.append(Paragraph((lead,)))
    blocks += found
    blocks += writer.figures("speaker-groups")
    yield Section("voices", "Who speaks", tuple(blocks))


def _words(writer: Writer) -> Iterator[Section]:
    comparison = writer.comparison
    blocks: list[Block | Section] = []
    tests = comparison.differences.filter(pl.col("p").is_not_null())
    stated = tests.filter("stated", family="primary")
    if tests.height:
        many = stated.height
        lead = (
            f"In {in_words(many)} of the {in_words(tests.filter(family='primary').height)} measures declared in "
            "advance the outlets differ by more than chance."
            if many
            else "In none of the measures declared in advance is a difference between the outlets certain."
        )
        blocks.append(Paragraph((lead,)))
    blocks += _said(writer, "words")
    if stated.height:  # else the two would be any two outlets
        blocks += writer.figures("word-shift")
    if tests.height:
        blocks.append(_tests(writer, tests))
    for metric in stated["metric"]:
        blocks += _passages(writer, metric, stated.row(by_predicate=pl.col("metric") == metric, named=True)["group"])
    if blocks:
        yield Section("words", "Tone, loaded words and certainty", tuple(blocks))


def _to_check(writer: Writer) -> Iterator[Section]:
    """What may be so, and is not told among the findings."""
    comparison = writer.comparison
    found = _foremost(comparison.to_check)
    if found:
        left = len(comparison.to_check) - len(found)
        stand = "stands" if left == 1 else "stand"
        more = f" {in_words(left).capitalize()} more {stand} in comparison.json." if left else ""
        lead = Paragraph((f"{TO_CHECK}{more}",))
        yield Section("to-check", "To check before you cite", (lead, *(finding(writer, one) for one in found)))


def _tests(writer: Writer, tests: pl.DataFrame) -> Table:
    """Measures down: who stands apart, effect with interval, p and q."""
    rows: list[tuple[Cell, ...]] = []
    for row in tests.iter_rows(named=True):
        measure = writer.measures[row["metric"]]
        effect = "–"
        if row["stated"] and row["effect"] is not None:
            low, high = (("∞" if row[key] is None else number(row[key])) for key in ("low", "high"))
            kind = "ratio " if measure.kind == "rate" else "difference "
            effect = f"{kind}{number(row['effect'])} ({low} to {high})"
        who = f"{', '.join(row['group'])} ({row['side']})" if row["stated"] else "no clear difference"
        if not row["stated"] and row["q"] <= LEVEL:
            who = "they differ; which one is open"
        star = "" if row["family"] == "primary" else "*"
        rows.append(
            (
                Cell(measure.display + star),
                Cell(who),
                Cell(effect),
                Cell(_p(row["p"]), row["p"]),
                Cell(_p(row["q"]), row["q"]),
            )
        )
    note = (
        "One permutation test a measure over all outlets (p), then corrected for the number of measures (q, false "
        "discovery rate 5 %): those without a star, which were declared in advance, together; those with a star, which "
        "no finding rests on, apart. Ratio or difference: the named outlets together against those on the other "
        "side, with "
        "the 95 % interval."
    )
    columns: tuple[str, ...] = ("Measure", "Who differs", "By how much", "p", "q")
    if not tests["stated"].any():  # no size to be told
        columns, rows = (*columns[:2], *columns[3:]), [(*row[:2], *row[3:]) for row in rows]
        note = note.partition(" Ratio or difference")[0]
    numeric = frozenset({len(columns) - 2, len(columns) - 1})
    return Table("tests", "Do outlets differ?", columns, tuple(rows), numeric, note)


def _p(value: float) -> str:
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def _passages(writer: Writer, metric: str, outlets: Sequence[str]) -> Iterator[Evidence]:
    """The three most telling passages of each outlet that stands apart."""
    rows = writer.comparison.scores.evidence_where(pl.col("metric") == metric)
    rows = rows.sort(pl.col("value").abs(), "article", "start", descending=[True, False, False])
    for outlet in outlets:
        mine = rows.filter(outlet=outlet).unique("text", keep="first", maintain_order=True)
        shown = tuple(
            passage(writer, row, outlet, str(row["label"] or "").replace("_", " "))
            for row in mine.head(_PASSAGES).iter_rows(named=True)
        )
        if shown:
            yield Evidence(evidence_anchor(metric, outlet), writer.measures[metric].display, outlet, shown, mine.height)
