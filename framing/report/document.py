"""What stands where in a report: the comparison as a document of plain blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from framing import __version__
from framing.analyser import Metric
from framing.comparison.compare import Comparison
from framing.corpus.event import slug
from framing.measures import validated
from framing.report.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Evidence,
    Figure,
    Inline,
    Link,
    Paragraph,
    Passage,
    Section,
    Strong,
    Table,
)
from framing.report.charts import main_measures
from framing.report.charts.style import Chart, number
from framing.report.findings import findings

PASSAGES = 4  # shown for each outlet and measure
CONTEXT = 70  # characters beside a passage
FAMILIES = {  # section -> the measures that belong there, each with its parts
    "Tone": ("sentiment", "sentiment_headline", "sentiment_own", "sentiment_quoted", "sentiment_toward"),
    "Hedging and certainty": ("hedging", "boosting"),
    "Loaded terms": ("loaded", "scare_quotes"),
    "Voices": ("quoted_share", "sources_named", "sources_unnamed", "reporting_doubt", "reporting_endorse"),
    "Readability": ("flesch_kincaid_grade", "words_per_sentence", "lexical_diversity"),
}
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
    "Tone": ("headline-and-article", "own-and-quoted", "along-the-article"),
    "Hedging and certainty": ("hedging-kinds",),
    "Loaded terms": ("loaded-kinds",),
    "Voices": ("who-speaks",),
}
_REFERENCES = (
    "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289-300.",
    "Boukes, M., van de Velde, B., Araujo, T. and Vliegenthart, R. (2020). What's the tone? Communication Methods and Measures 14, 83-104.",
    "Grimmer, J. and Stewart, B. M. (2013). Text as data. Political Analysis 21, 267-297.",
    "Hutto, C. J. and Gilbert, E. (2014). VADER: a parsimonious rule-based model for sentiment analysis of social media text. ICWSM.",
    "Hyland, K. (2005). Metadiscourse. Continuum.",
    "Recasens, M., Danescu-Niculescu-Mizil, C. and Jurafsky, D. (2013). Linguistic models for analyzing and detecting biased language. ACL.",
    "van Atteveldt, W., van der Velden, M. and Boukes, M. (2021). The validity of sentiment analysis. Communication Methods and Measures 15, 121-140.",
)  # fmt: skip
_READING = (
    " Below each value: the 95 % interval over the outlet's stories. ° one article: the interval is within that "
    "article and says nothing of the outlet. = copies of another outlet's text only."
)
_BASIS = {"articles": "", "sentences": "°", "copy": "=", "none": ""}


@dataclass(frozen=True, eq=False)
class Writer:
    """The comparison, with what several sections look up."""

    comparison: Comparison
    charts: dict[str, Chart]

    @property
    def measures(self) -> dict[str, Metric]:
        return self.comparison.scores.measures

    @cached_property
    def with_evidence(self) -> set[tuple[str, str]]:
        """Measures and outlets whose passages the report shows."""
        shown = {name for names in FAMILIES.values() for name in names}
        rows = self.comparison.scores.evidence.filter(pl.col("metric").is_in(shown))
        return set(rows.select("metric", "outlet").unique().iter_rows())

    def anchor(self, metric: str, outlet: str) -> str | None:
        """Where the passages behind a number stand; those of a part stand with its family."""
        for name in (metric, self.measures[metric].family):
            if (name, outlet) in self.with_evidence:
                return evidence_anchor(str(name), outlet)
        return None

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

    @cached_property
    def captions(self) -> set[str]:
        """The captions that were shown: how to read a kind of chart is said once."""
        return set()

    def figures(self, *names: str) -> Iterator[Figure]:
        """The charts of these names, as far as they were drawn."""
        for name in names:
            if name in self.charts:
                chart = self.charts[name]
                caption = "" if chart.caption in self.captions else chart.caption
                self.captions.add(chart.caption)
                yield Figure(chart.name, chart.title, chart.alt, caption)


def document(comparison: Comparison, charts: Sequence[Chart]) -> Document:
    """The report of a comparison, the same for every format."""
    writer = Writer(comparison, {chart.name: chart for chart in charts})
    event, articles = comparison.scores.corpus.event, comparison.scores.corpus.articles
    dates = articles["published"].drop_nulls()
    facts = [
        ("Articles", f"{articles.height} ({articles['words'].sum():,} words)"),
        ("Outlets", str(len(comparison.names))),
    ]
    if len(dates):
        facts.append(("Published", _dates(dates.min(), dates.max())))
    facts.append(("Made with", f"framing {__version__}, seed {comparison.seed}"))
    sections = [
        _findings(writer),
        _summary(writer),
        *_families(writer),
        *_reuse(writer),
        *_further(writer, charts),
        _methods(writer),
        *_removed(writer),
        _appendix(writer),
    ]
    return Document(
        title=event.title,
        subtitle=event.question or "How outlets frame one event",
        notes=event.notes or "",
        facts=tuple(facts),
        sections=tuple(sections),
        keywords=("framing", "news", event.name),
    )


def evidence_anchor(metric: str, outlet: str) -> str:
    """Where the passages behind an outlet's number stand."""
    return f"evidence-{slug(metric)}-{slug(outlet)}"


def _dates(first: object, last: object) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _findings(writer: Writer) -> Section:
    comparison = writer.comparison
    scores = comparison.scores
    found = findings(
        comparison.contrasts, comparison.outlets, scores.metrics, scores.measures, comparison.stories, scores.evidence
    )
    blocks: list[Block | Section] = []
    if found.findings:
        items = []
        for one in found.findings:
            line: list[Inline] = [one.sentence]
            if (anchor := writer.anchor(one.metric, one.outlet)) is not None:
                line += [" ", Link("Passages", anchor)]
            items.append(tuple(line))
        blocks.append(Paragraph(("These differences are larger than chance among articles explains, after correction for all comparisons made.",)))  # fmt: skip
        blocks.append(Bullets(tuple(items)))
    else:
        blocks.append(Paragraph(("No difference between outlets is certain enough to be stated.",)))
    blocks.append(
        Section(
            "undecided",
            "What cannot be decided",
            (Bullets(tuple((one.sentence,) for one in found.undecided)),)
            if found.undecided
            else (Paragraph(("Every comparison had enough articles to be decided either way.",)),),
        )
    )
    return Section("findings", "Findings", tuple(blocks))


def _summary(writer: Writer) -> Section:
    metrics = main_measures(writer.comparison)
    return Section(
        "summary", "Summary", (*writer.figures("overview", "timeline"), *_values(writer, "Outlets", metrics, columns=5))
    )


def _families(writer: Writer) -> Iterator[Section]:
    shown: set[str] = set()
    for title, names in FAMILIES.items():
        metrics = [name for name in names if name in writer.measures]
        if metrics:
            shown.update(metrics)
            yield _family(writer, title, metrics)
    own = [
        name
        for name, metric in writer.measures.items()
        if metric.family is None and name in main_measures(writer.comparison) and name not in shown
    ]
    if own:
        yield _family(writer, "Further measures", own)


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
            units + "." + ("" if at else _READING),
        )


def _evidence(writer: Writer, metric: str) -> Iterator[Evidence]:
    """The most telling passages of each outlet: the largest values first, then in the order of the text."""
    frame = writer.comparison.scores.evidence.filter(metric=metric)
    if frame.is_empty():
        return
    texts = writer.texts
    display = writer.measures[metric].display
    size = pl.col("value").abs()
    ordered = frame.sort([size, "article", "start"], descending=[True, False, False])
    by_outlet = ordered.partition_by("outlet", as_dict=True, maintain_order=True)
    for outlet in writer.comparison.names:
        rows = by_outlet.get((outlet,))
        if rows is not None:
            chosen = rows.unique("text", keep="first", maintain_order=True).head(PASSAGES)
            passages = tuple(_passage(row, texts[row["article"]]) for row in chosen.iter_rows(named=True))
            yield Evidence(evidence_anchor(metric, outlet), display, outlet, passages, rows.height)


def _passage(row: dict[str, object], text: str) -> Passage:
    start, end = int(str(row["start"])), int(str(row["end"]))
    beside = CONTEXT if end - start < CONTEXT else 0  # a whole sentence needs no context
    before = text[max(0, start - beside) : start]
    after = text[end : end + beside]
    return Passage(
        article=str(row["article"]),
        outlet=str(row["outlet"]),
        before=("…" if "\n\n" not in before and start > beside > 0 else "") + before.split("\n\n")[-1],
        text=str(row["text"]),
        after=after.split("\n\n")[0] + ("…" if "\n\n" not in after and 0 < beside < len(text) - end else ""),
        label=str(row["label"] or "").replace("_", " "),
        rule=str(row["rule"] or ""),
        start=start,
        end=end,
    )


def _reuse(writer: Writer) -> Iterator[Section]:
    comparison = writer.comparison
    copies = comparison.stories.filter(pl.col("copy_of").is_not_null())
    pairs = comparison.reuse.filter(pl.col("band") != "independent")
    if pairs.is_empty():
        return
    outlets = dict(comparison.stories.select("article", "outlet").iter_rows())
    blocks: list[Block | Section] = [
        Paragraph(
            (
                "Texts that share runs of five words. Containment is the share of the shorter text that the longer one "
                "holds. A copy (from 80 %) is named here and counts once, for its likely source: it says what an outlet "
                "printed, not how it writes.",
            )
        )
    ]
    if not copies.is_empty():
        items = [
            (Strong(row["outlet"]), f" copies {outlets[row['copy_of']]}: ", row["article"], f" from {row['copy_of']}.")
            for row in copies.iter_rows(named=True)
        ]
        blocks.append(Bullets(tuple(items)))
    rows = tuple(
        (
            Cell(outlets[row["a"]]),
            Cell(row["a"]),
            Cell(outlets[row["b"]]),
            Cell(row["b"]),
            Cell(f"{100 * row['containment']:.0f} %", row["containment"]),
            Cell(f"{100 * row['jaccard']:.0f} %", row["jaccard"]),
            Cell(row["band"]),
        )
        for row in pairs.iter_rows(named=True)
    )
    columns = ("Outlet", "Article", "Other outlet", "Other article", "Containment", "Jaccard", "Band")
    blocks.append(Table("reuse", "Texts that share words", columns, rows, frozenset({4, 5})))
    blocks.extend(writer.figures("shared-text"))
    yield Section("shared-text", "Shared text", tuple(blocks))


def _further(writer: Writer, charts: Sequence[Chart]) -> Iterator[Section]:
    """Charts that no section asks for: a chart of one's own is shown without an edit here."""
    placed = {"overview", "timeline", "shared-text", *(name for names in _CHARTS.values() for name in names)}
    left = [chart.name for chart in charts if chart.name not in placed and not chart.name.startswith("intervals-")]
    if left:
        yield Section("further-charts", "Further charts", tuple(writer.figures(*left)))


def _methods(writer: Writer) -> Section:
    comparison = writer.comparison
    rows = tuple(
        (
            Cell(measure.display),
            Cell(measure.unit),
            Cell(measure.higher),
            Cell(measure.undefined),
            Cell(measure.source),
            Cell(validated(name, measure.family)),
        )
        for name, measure in comparison.scores.measures.items()
        if measure.family is None or measure.label is None
    )
    limits = (
        "The article is the unit. An interval over articles is Student's t on the stories of an outlet; with one article "
        "it covers the sentences of that article only, and nothing is said about the outlet.",
        "Contrasts are permutation tests over stories, one outlet against all others, corrected together for all the "
        "measures shown (Benjamini and Hochberg 1995).",
        "Word lists find words, not meanings. A list that agrees with human coders on one corpus may fail on another: "
        "draw a sample with `framing evidence` and read it.",
        "Differences between outlets may come from genre, date and length as well as from framing.",
        "Measures are for English. Articles in other languages are left out and named.",
    )
    cite = (
        f"Cite the tool as: The framing authors, framing {__version__} (software). The file run.json names the versions, "
        "the hashes of all word lists and of the corpus, the seed and the options: with it the numbers can be made again."
    )
    return Section(
        "methods",
        "Methods and limits",
        (
            Bullets(tuple((limit,) for limit in limits)),
            Table(
                "measures",
                "What was measured",
                ("Measure", "Unit", "A larger value says", "Undefined for", "Source", "Against human coding"),
                rows,
            ),
            Section("cite", "How to cite", (Paragraph((cite,)),)),
            Section("references", "References", (Bullets(tuple((reference,) for reference in _REFERENCES)),)),
        ),
    )


def _removed(writer: Writer) -> Iterator[Section]:
    corpus = writer.comparison.scores.corpus
    blocks: list[Block | Section] = []
    if not corpus.removed.is_empty():
        counts = corpus.removed.group_by("kind").agg(
            passages=pl.len(), articles=pl.col("article").n_unique(), example=pl.col("text").first()
        )
        rows = tuple(
            (
                Cell(row["kind"]),
                Cell(str(row["passages"]), float(row["passages"])),
                Cell(str(row["articles"]), float(row["articles"])),
                Cell(row["example"][:90]),
            )
            for row in counts.sort(["passages", "kind"], descending=[True, False]).iter_rows(named=True)
        )
        columns = ("Kind", "Passages", "Articles", "For example")
        blocks.append(Table("removed", "Taken out of the pages before measuring", columns, rows, frozenset({1, 2})))
    if not corpus.problems.is_empty():
        items = tuple(
            ((Strong(row["severity"]), f" {row['file']}: {row['problem']}; {row['advice']}"))
            for row in corpus.problems.iter_rows(named=True)
        )
        blocks.append(Bullets(items))
    if blocks:
        yield Section("preparation", "What was taken out, and what was wrong", tuple(blocks))


def _appendix(writer: Writer) -> Section:
    comparison = writer.comparison
    metrics = main_measures(comparison)[:6]
    values = {
        (row["article"], row["metric"]): row["value"]
        for row in comparison.scores.metrics.filter(pl.col("metric").is_in(metrics)).iter_rows(named=True)
    }
    rows = []
    for row in comparison.scores.corpus.articles.sort("outlet", "published", "article").iter_rows(named=True):
        cells = [
            Cell(row["outlet"]),
            Cell(row["headline"] or "(no headline)"),
            Cell(str(row["published"] or "")),
            Cell(row["genre"] or ""),
            Cell(str(row["words"]), float(row["words"])),
        ]
        for metric in metrics:
            value = values.get((row["article"], metric))
            cells.append(Cell("–" if value is None else number(value), value))
        rows.append(tuple(cells))
    columns = ("Outlet", "Headline", "Date", "Genre", "Words", *(writer.measures[metric].display for metric in metrics))
    return Section(
        "articles",
        "All articles",
        (
            Table(
                "all-articles", "Every article and its values", columns, tuple(rows), frozenset(range(4, len(columns)))
            ),
        ),
    )


def _interval(row: dict[str, object]) -> str:
    low, high = row["low"], row["high"]
    if not isinstance(low, float) or not isinstance(high, float):
        return ""
    return f"{number(low)} to {number(high)}"
