"""Write a comparison to a folder: reports, figures, tables, and what is needed to make them again.

A run that is stopped leaves the old report whole: see `folder.py`.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import polars.selectors as cs

from framing.comparison.compare import Comparison
from framing.comparison.statements import Statement, heading, mark
from framing.errors import ReportError, expect, one_line, several
from framing.measures.grades import LEVELS, by_level, judge_statement
from framing.report.blocks import Document, figures
from framing.report.changes import Before, read_before
from framing.report.charts import charts
from framing.report.charts.style import WIDTH, Chart
from framing.report.document import document
from framing.report.folder import free, put
from framing.report.look.dress import dress
from framing.report.look.look import Look, logo_name, read_look
from framing.report.provenance import provenance
from framing.report.short import CHARTS, short
from framing.report.tables import STEADY, csv_bytes
from framing.report.writers.docx import docx
from framing.report.writers.html import html
from framing.report.writers.markdown import markdown
from framing.report.writers.pdf import PAPERS, image, prepared, vector

if TYPE_CHECKING:
    from framing.comparison.study.study import Study

FORMATS = ("md", "html", "pdf")
KNOWN = (*FORMATS, "docx")
LONG = 1_000_000  # rows of a table that no spreadsheet opens: it is written as Parquet only
_TEXTS = cs.matches("^(?:.+_)?text$|^diff$") & cs.string()  # columns that hold an article's words
_CHANGES = cs.by_name("words_in", "words_out", require_all=False)  # lists of them


@dataclass(frozen=True)
class Options:
    """How a report is made.

    text: False leaves the articles' texts out: the reader of the HTML report is not there, and passages, in
    reports and tables, are cut to `snippet` characters. sections: ids of those to keep (findings, summary,
    methods, ...); all where none is named. template: a folder with a logo, words and CSS of your own (`look.py`).
    compare_with: the folder of an earlier report, to say what changed. paper: a4 or letter. full: an appendix beside
    the report, with every chart, table and passage. With `sections` the report is made of those, out of everything.
    each: of a study, a report of every event, too, in events/; the study's report leads to them. tables_only: the
    tables of a comparison and nothing else, whatever the formats.
    """

    text: bool = True
    snippet: int = 160
    sections: Sequence[str] = ()
    template: Path | None = None
    compare_with: Path | None = None
    paper: str = "a4"
    full: bool = False
    each: bool = False
    tables_only: bool = False


def made_ready(
    folder: Path, formats: Sequence[str], options: Options, kind: str = "event"
) -> tuple[Look, Before | None]:
    """The look of a report and the earlier one that it is compared with, where all that was asked for can be done.

    kind: of the report, `event` or `study`.

    Raises ReportError as `write_report` does, before the work that would be lost.
    """
    for name in formats or [""]:
        if name not in KNOWN:
            raise ReportError(f"unknown format {one_line(name)!r}; use {', '.join(KNOWN)}")
    if options.paper not in PAPERS:
        raise ReportError(f"unknown paper {one_line(options.paper)!r}; use {' or '.join(PAPERS)}")
    free(folder, kind)
    look = read_look(options.template) if options.template else Look()
    return look, read_before(options.compare_with) if options.compare_with else None


def write_report(
    comparison: Comparison | Study,
    folder: str | Path,
    formats: Sequence[str] = FORMATS,
    text: bool = True,
    options: Options | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write the report of a comparison, or of a study, and return the paths of its files, the reports first.

    formats: any of md, html, pdf, docx. text: see `Options`, where all other choices are.
    Files of an earlier report that are no longer made are taken away; other files stay untouched.
    progress: of a study with the reports of its events, told how many of these are begun, and of how many.

    Raises ReportError for an unknown format, paper or section, a look or an earlier report that cannot be
    read, or a folder that cannot be written; ArgumentError for what is no comparison.
    """
    options = Options(text=text) if options is None else options
    if not isinstance(comparison, Comparison):
        from framing.comparison.study.study import Study  # which reports of one event do without

        hint = "give what framing.compare(...) or framing.study(...) returns"
        expect("write_report()", comparison, (Comparison, Study), hint)
    kind = "event" if isinstance(comparison, Comparison) else "study"
    expect("folder", folder, (str, Path), "give the folder to write into")
    formats = several("formats", formats, str, f"give any of {', '.join(KNOWN)}")
    expect("options", options, Options, "give framing.Options(...)")
    if options.compare_with and kind == "study":
        raise ReportError("a study is not compared with an earlier report; leave out --compare-with")
    look, before = made_ready(Path(folder), formats, options, kind)
    if not isinstance(comparison, Comparison):
        from framing.report.study.write import write_study

        written = write_study(
            comparison, Path(folder), formats, look, options.text, options.snippet, options.sections, options.paper,
            options.each,
        )  # fmt: skip
        for place, member in enumerate(comparison.members if options.each else (), 1):
            if progress is not None:
                progress(place, len(comparison.members))
            one = replace(options, sections=(), each=False)
            write_report(
                comparison.comparison(member.name), Path(folder) / "events" / member.name, formats, options=one
            )
            comparison.forget(member.name)
        return written

    def manifest(names: list[str]) -> bytes:
        made = [] if options.tables_only else sorted(formats)
        return _json(provenance(comparison) | {"formats": made, "files": sorted(names)})

    if options.tables_only:
        return put(Path(folder), _tables(comparison, None if options.text else options.snippet), manifest)
    return put(Path(folder), _files(comparison, formats, options, look, before), manifest)


def _files(
    comparison: Comparison, formats: Sequence[str], options: Options, look: Look, before: Before | None
) -> Iterator[tuple[str, bytes]]:
    """The files of a report: name inside the folder, content. Typesetting leaves Python free for the rest."""
    snippet = None if options.text else options.snippet
    chosen = None if options.full or options.sections else CHARTS
    drawn: list[Chart] = []
    vectors: dict[str, bytes] = {}
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 2) - 1)) as pool:  # a core stays free for the charts
        for chart in charts(comparison, chosen):
            drawn.append(chart)
            vectors[chart.name] = chart.svg()
        made: dict[str, Document] = {}
        if options.sections:
            made["report"] = document(comparison, drawn, before, options.sections, snippet)
        else:
            made["report"] = short(comparison, drawn, before, snippet)
        if options.full and not options.sections:
            made["report-appendix"] = document(comparison, drawn, None, (), snippet, front=False)
        whole = {name: dress(part, look) for name, part in made.items()}
        shown = {name: {figure: vectors[figure] for figure in figures(part.sections)} for name, part in whole.items()}
        typeset = {
            f"{name}.pdf": pool.submit(prepared(part, shown[name], options.paper))
            for name, part in whole.items()
            if "pdf" in formats
        }
        pictures = {name: pool.submit(image, svg, WIDTH) for name, svg in vectors.items()}
        prints = {name: pool.submit(vector, svg, WIDTH) for name, svg in vectors.items() if "pdf" in formats}
        for name, part in whole.items():
            if "md" in formats:
                yield f"{name}.md", markdown(part).encode()
            if "html" in formats:
                yield f"{name}.html", html(part, comparison, shown[name], text=options.text).encode()
        if look.logo:
            yield f"figures/{logo_name(look)}", look.logo
        yield from _tables(comparison, snippet)
        yield from ((f"figures/{name}.svg", svg) for name, svg in vectors.items())
        yield from ((f"figures/{name}.png", picture.result()) for name, picture in pictures.items())
        yield from ((f"figures/{name}.pdf", print_.result()) for name, print_ in prints.items())
        yield from ((name, made_.result()) for name, made_ in typeset.items())
        if "docx" in formats:
            drawn_ = {name: picture.result() for name, picture in pictures.items()}
            yield from ((f"{name}.docx", docx(markdown(part), drawn_)) for name, part in whole.items())


def _tables(comparison: Comparison, snippet: int | None) -> Iterator[tuple[str, bytes]]:
    """Every frame as Parquet and, unless it is very long, as CSV; and the comparison as JSON."""
    scores = comparison.scores
    passages = scores.found
    if isinstance(passages, pl.DataFrame) or passages.select(pl.len()).collect().item() <= LONG:
        passages = scores.evidence  # else they stay in their files
    tables: dict[str, pl.DataFrame | pl.LazyFrame] = {
        "articles": scores.corpus.articles.drop("text"),
        "metrics": scores.corpus.with_extra(scores.metrics),
        "evidence": passages,
        "outlets": comparison.outlets,
        "contrasts": comparison.contrasts,
        "differences": comparison.differences,
        "text_differences": comparison.text_differences,
        "reuse": comparison.reuse,
        **{name: getattr(comparison, name) for name in comparison.tables()},
        "terms": comparison.terms,
        "confounds": comparison.confounds,
        "covariates": comparison.covariates,
        "strata": comparison.strata,
        "sensitivity": comparison.sensitivity,
        "removed": scores.corpus.removed,
        "problems": scores.corpus.problems,
    }
    for name, found in tables.items():
        frame = found.with_columns(STEADY)
        if snippet is not None:
            frame = frame.with_columns(
                _TEXTS.str.slice(0, snippet), _CHANGES.list.eval(pl.element().str.slice(0, snippet))
            )
        buffer = io.BytesIO()
        if isinstance(frame, pl.LazyFrame):
            frame.sink_parquet(buffer)
        else:
            frame.write_parquet(buffer)
        yield f"{name}.parquet", buffer.getvalue()
        if isinstance(frame, pl.DataFrame) and frame.height <= LONG:
            yield f"{name}.csv", csv_bytes(frame)
    yield "comparison.json", _rows(summary(comparison))


def summary(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values: event, measures, outlets, contrasts, differences, statements, stories."""
    event = comparison.scores.corpus.event
    return {
        "event": {"name": event.name, "title": event.title, "question": event.question, "notes": event.notes},
        "measures": {
            name: {
                "unit": metric.unit,
                "higher": metric.higher,
                "source": metric.source,
                "weight": metric.weight,
                "grades": by_level(metric),
            }
            for name, metric in comparison.scores.measures.items()
        },
        "outlets": comparison.outlets.with_columns(STEADY).to_dicts(),
        "contrasts": comparison.contrasts.with_columns(STEADY).to_dicts(),
        "differences": comparison.differences.with_columns(STEADY).to_dicts(),
        **{
            name: [
                {"mark": mark(one), "says": heading(one), "grade": _grade(comparison, one), **asdict(one)}
                for one in some
            ]
            for name, some in (("statements", comparison.statements), ("to_check", comparison.to_check))
        },
        "stories": comparison.stories.with_columns(STEADY).to_dicts(),
    }


def _grade(comparison: Comparison, statement: Statement) -> dict[str, str] | None:
    """What coders say of the measure, and at which level; None where the statement is of no measure."""
    metric = comparison.scores.measures.get(statement.subject)
    if metric is None:
        return None
    judged = judge_statement(metric, statement.kind)
    return {"grade": judged.grade, "level": LEVELS[judged.level], "in_words": judged.in_words}


def _rows(value: Mapping[str, object]) -> bytes:
    """JSON with a row of each table on a line: as it is read by people, and much quicker to write than indented."""
    dumps = partial(json.dumps, ensure_ascii=False, sort_keys=True, default=str)

    def table(part: object) -> str:
        return "[\n" + ",\n".join(map(dumps, part)) + "\n]" if isinstance(part, list) else dumps(part)

    return ("{\n" + ",\n".join(f"{dumps(name)}: {table(value[name])}" for name in sorted(value)) + "\n}\n").encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()
