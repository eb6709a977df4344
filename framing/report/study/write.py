"""Write the report of a study: pages, charts, every table."""

from __future__ import annotations

import hashlib
import io
import json
import platform
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path
from typing import Any

import polars as pl

from framing import __version__
from framing.comparison.compare import Comparison
from framing.comparison.study.study import Study
from framing.comparison.texts.rewrites import REWRITES
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.measures.grades import by_level
from framing.report.blocks import Block, Document, Evidence, Section
from framing.report.charts.style import WIDTH
from framing.report.folder import put
from framing.report.look.dress import dress
from framing.report.look.look import Look, logo_name
from framing.report.provenance import corpus_hash
from framing.report.study.charts import charts
from framing.report.study.desk import Desk
from framing.report.study.document import document
from framing.report.tables import STEADY, csv_bytes
from framing.report.writers.docx import docx
from framing.report.writers.html import html
from framing.report.writers.markdown import markdown
from framing.report.writers.pdf import image, prepared
from framing.scoring.scores import Scores

TABLES = (
    "events", "outlets", "effects", "tests", "cells", "differences", "alike", "periods", "groups", "reprints",
    "omissions", "headlines", "sources", "articles", "problems",
)  # fmt: skip


def write_study(
    study: Study,
    folder: Path,
    formats: Sequence[str],
    look: Look,
    text: bool = True,
    snippet: int = 160,
    sections: Sequence[str] = (),
    paper: str = "a4",
    each: bool = False,
) -> list[Path]:
    """The paths of the files that were written, the reports first. each: lead to the events' own reports."""

    def manifest(names: list[str]) -> bytes:
        return _json(provenance(study) | {"formats": sorted(formats), "files": sorted(names)})

    return put(folder, _files(study, formats, look, text, snippet, sections, paper, each), manifest)


def provenance(study: Study) -> dict[str, Any]:
    """What is needed to make the report again. Holds no time and no path."""
    digest = hashlib.sha256()
    for member in study.members:
        digest.update(f"{member.name}:{corpus_hash(member.corpus)}".encode())
    return {
        "framing": __version__,
        "python": platform.python_version(),
        "study": study.plan.name,
        "events": [member.name for member in study.members],
        "corpus_sha256": digest.hexdigest(),
        "articles": study.articles.height,
        "analysers": {item.name: item.fingerprint for item in study.members[0].scores.analysers},
        "grades": {name: by_level(study.measures[name]) for name in sorted(study.tests["metric"])},
        "seed": study.seed,
    }


def _files(
    study: Study,
    formats: Sequence[str],
    look: Look,
    text: bool,
    snippet: int,
    sections: Sequence[str],
    paper: str,
    each: bool,
) -> Iterator[tuple[str, bytes]]:
    cut = None if text else snippet
    drawn = list(charts(Desk(study, {}, cut)))
    desk = Desk(study, {chart.name: chart for chart in drawn}, cut, each)
    vectors = {chart.name: chart.svg() for chart in drawn}
    with ThreadPoolExecutor(1) as pool:
        pictures = {name: pool.submit(image, svg, WIDTH) for name, svg in vectors.items()}
        whole = dress(document(desk, sections), look)
        typeset = pool.submit(prepared(whole, vectors, paper)) if "pdf" in formats else None
        if "md" in formats:
            yield "report.md", markdown(whole).encode()
        if "html" in formats:
            yield "report.html", html(whole, _quoted(study, whole), vectors, text=text).encode()
        if look.logo:
            yield f"figures/{logo_name(look)}", look.logo
        yield from _tables(study, cut)
        yield from ((f"figures/{name}.svg", svg) for name, svg in vectors.items())
        yield from ((f"figures/{name}.png", picture.result()) for name, picture in pictures.items())
        if typeset is not None:
            yield "report.pdf", typeset.result()
        if "docx" in formats:
            yield "report.docx", docx(markdown(whole), {name: picture.result() for name, picture in pictures.items()})


def _tables(study: Study, snippet: int | None) -> Iterator[tuple[str, bytes]]:
    for name in TABLES:
        frame: pl.DataFrame = getattr(study, name).with_columns(STEADY)
        if snippet is not None and "text" in frame.columns:
            frame = frame.with_columns(pl.col("text").str.slice(0, snippet))
        buffer = io.BytesIO()
        frame.write_parquet(buffer)
        yield f"{name}.parquet", buffer.getvalue()
        yield f"{name}.csv", csv_bytes(frame)


def _quoted(study: Study, whole: Document) -> Comparison:
    """The articles that the report quotes, as one comparison: what the reader of the HTML report shows whole."""
    wanted = {passage.article for block in _evidence(whole.sections) for passage in block.passages}
    articles, evidence, told = [], [], []
    for member in study.members:
        keys = [key.removeprefix(f"{member.name}/") for key in wanted if key.startswith(f"{member.name}/")]
        chosen = pl.col("article").is_in(keys)
        led = pl.format("{}/{}", pl.lit(member.name), "article").alias("article")
        articles.append(member.corpus.articles.filter(chosen).with_columns(led))
        evidence.append(member.scores.evidence.filter(chosen).with_columns(led))
        keys_too = (pl.concat_str(pl.lit(f"{member.name}/"), name).alias(name) for name in ("story", "copy_of"))
        told.append(member.stories.filter(chosen).with_columns(led, *keys_too))
    first = study.members[0].scores
    event = Event(study.plan.name, study.plan.title)
    scores = Scores(
        Corpus(event, pl.concat(articles, how="diagonal_relaxed")),
        first.metrics.clear(),
        pl.concat(evidence),
        first.analysers,
    )
    frames = {field.name: pl.DataFrame() for field in fields(Comparison)}  # the reader looks at articles and passages
    given: dict[str, Any] = frames | {
        "scores": scores, "seed": study.seed, "options": {}, "accuracy": {}, "stories": pl.concat(told),
    }  # fmt: skip
    quoted = Comparison(**given)
    quoted.__dict__["rewrites"] = pl.DataFrame(schema=dict(REWRITES))  # of articles of many events none is one
    quoted.__dict__["names"] = study.names  # an outlet keeps its colour, quoted or not
    return quoted


def _evidence(blocks: Sequence[Block | Section]) -> Iterator[Evidence]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _evidence(block.blocks)
        elif isinstance(block, Evidence):
            yield block


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n").encode()
