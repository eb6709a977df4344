"""The report as one HTML file that asks the network for nothing.

A strict Content-Security-Policy allows the file's own style and script by their hashes, and images that are
part of it. Jinja escapes every text; what an article says stays text.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import polars as pl
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from framing.comparison.compare import Comparison
from framing.corpus.event import slug
from framing.report.blocks import Block, Document, Evidence, Finding, Section
from framing.report.charts.style import colour
from framing.report.look.look import Look

TEMPLATES = Path(__file__).parent / "templates"
# Marked in the articles: measures whose hits are words or short passages, each by the colour of its group.
GROUPS = {
    "hedging": "Hedging",
    "boosting": "Boosting",
    "loaded": "Loaded terms",
    "scare_quotes": "Scare quotes",
    "reporting": "Speech verbs",
    "sources_named": "Named sources",
    "sources_unnamed": "Unnamed sources",
    "sources_group": "Groups and bodies by their noun",
}


@dataclass(frozen=True)
class Piece:
    """A run of an article's text: the marks that lie over it, and the anchors where it begins."""

    text: str
    groups: tuple[str, ...]
    note: str
    anchors: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True)
class Read:
    """An article in the reader."""

    id: str
    outlet: str
    title: str
    headline: tuple[Piece, ...]
    details: str
    url: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def html(document: Document, comparison: Comparison, figures: Mapping[str, bytes], text: bool = True) -> str:
    """The whole report. figures: SVG by name. text: False leaves the articles' texts out of the reader;
    the passages behind the numbers stay, each with a few words beside it."""
    names = comparison.names
    colours = "\n".join(f".o{at}{{--outlet:{colour(names, name)}}}" for at, name in enumerate(names))
    look = document.look or Look()
    style = (TEMPLATES / "report.css").read_text(encoding="utf-8") + colours + look.style
    script = (TEMPLATES / "report.js").read_text(encoding="utf-8")
    articles = list(_articles(comparison.closely, _ids(comparison), _shown(document.sections))) if text else []
    return _template().render(
        say=look.say,
        document=document,
        logo=f"data:{look.logo_type};base64,{base64.b64encode(look.logo).decode()}" if look.logo else "",
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        images={name: _uri(svg) for name, svg in figures.items()},
        outlets=names,
        measures=_titles(document.sections),
        groups={name: title for name, title in GROUPS.items() if _has(comparison, name)},
        articles=articles,
        reader={article.id for article in articles},
        article_ids=_ids(comparison),
        pair=_pair(comparison, [article.id for article in articles]),
        article_names=comparison.labels.names,
    )


@cache
def _template() -> Template:
    """Read once: making it takes longer than filling it."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kind"] = lambda block: type(block).__name__
    environment.filters["slug"] = slug
    return environment.get_template("report.html")


def _uri(svg: bytes) -> Markup:
    """A chart as an address that holds it. What could end the attribute or bend the address is encoded."""
    body = svg.decode().partition("?>")[2].strip()
    body = re.sub(r"<[^<>]+>", lambda tag: re.sub(r"=\"([^\"']*)\"", r"='\1'", tag[0]), body)  # ' stays one character
    return Markup("data:image/svg+xml,") + Markup(quote(body, safe=" <>/=:;,'()!*+-.{}|@?"))  # noqa: S704


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _ids(comparison: Comparison) -> dict[str, str]:
    keys = comparison.scores.corpus.articles["article"].sort()
    return {key: f"article-{number}" for number, key in enumerate(keys, 1)}


def _pair(comparison: Comparison, shown: list[str]) -> list[str]:
    """The two articles that are offered side by side first: a source and the version that differs most, or any two."""
    ids, told = _ids(comparison), comparison.closely.rewrites
    changed = told.filter(pl.col("label") != "kept").group_by("source", "article").len()
    pairs = changed.sort("len", "source", "article", descending=[True, False, False]).select("source", "article")
    found = next(([ids[one], ids[two]] for one, two in pairs.iter_rows()), shown[:2])
    return found if set(found) <= set(shown) else shown[:2]


def _has(comparison: Comparison, group: str) -> bool:
    return any(_group(name) == group for name in comparison.scores.measures)


def _group(metric: str) -> str | None:
    """The group of marks that a metric's evidence belongs to; parts of a list are marked by its total."""
    if metric.startswith("reporting_"):
        return "reporting"
    return metric if metric in GROUPS else None


def _titles(sections: Iterable[Block | Section]) -> list[str]:
    """The measures that have passages, by their titles."""
    found: dict[str, None] = {}
    for block in sections:
        if isinstance(block, Section):
            found.update(dict.fromkeys(_titles(block.blocks)))
        elif isinstance(block, Evidence):
            found[block.measure] = None
    return list(found)


def _shown(sections: Iterable[Block | Section]) -> dict[str, set[int]]:
    """Where the passages that the report shows begin, by article."""
    places: dict[str, set[int]] = defaultdict(set)
    for block in sections:
        if isinstance(block, Section):
            for article, starts in _shown(block.blocks).items():
                places[article] |= starts
        elif isinstance(block, (Evidence, Finding)):
            for passage in block.passages:
                places[passage.article].add(passage.start)
    return places


def _articles(comparison: Comparison, ids: Mapping[str, str], shown: Mapping[str, set[int]]) -> Iterator[Read]:
    scores = comparison.scores
    marked = [name for name in scores.measures if _group(name)]
    hits: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for row in scores.evidence.filter(pl.col("metric").is_in(marked)).iter_rows(named=True):
        group = _group(row["metric"])
        about = ", ".join(part.replace("_", " ") for part in (row["label"], row["rule"]) if part)
        hits[row["article"]].append((row["start"], row["end"], str(group), f"{GROUPS[str(group)]}: {about}"))
    quotations: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in scores.evidence.filter(metric="quoted_share").iter_rows(named=True):
        quotations[row["article"]].append((row["start"], row["end"]))
    for row in scores.corpus.articles.sort("outlet", "published", "article").iter_rows(named=True):
        key = row["article"]
        details = [str(row["published"] or "no date"), row["genre"] or "", f"{row['words']} words"]
        details += [f"credits {row['agency']}"] if row["agency"] else []
        paragraphs = list(_pieces(row["text"], hits[key], quotations[key], shown.get(key, set()), ids[key]))
        headline = paragraphs.pop(0) if row["body_start"] else (Piece("(no headline)", (), "", (), False),)
        yield Read(
            ids[key],
            row["outlet"],
            " ".join((row["headline"] or "(no headline)").split()),
            headline,
            " · ".join(part for part in details if part),
            row["url"] if re.match(r"https?://", row["url"] or "") else "",
            tuple(paragraphs),
        )


def _pieces(
    text: str,
    hits: list[tuple[int, int, str, str]],
    quotations: list[tuple[int, int]],
    anchors: set[int],
    key: str,
) -> Iterator[tuple[Piece, ...]]:
    """Headline (if any) and body by paragraphs, cut wherever a mark begins or ends, so that marks may overlap."""
    cuts = {0, len(text), *anchors, *(edge for start, end, *_ in hits for edge in (start, end))}
    cuts |= {edge for span in quotations for edge in span}
    start = 0
    while start < len(text):
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        edges = sorted({start, end, *(cut for cut in cuts if start < cut < end)})
        here = [hit for hit in hits if hit[0] < end and start < hit[1]]
        yield tuple(
            Piece(
                text[one:two],
                tuple(dict.fromkeys(group for low, high, group, _ in here if low <= one and two <= high)),
                "; ".join(dict.fromkeys(note for low, high, _, note in here if low <= one and two <= high)),
                (f"{key}-{one}",) if one in anchors else (),
                any(low <= one and two <= high for low, high in quotations),
            )
            for one, two in pairwise(edges)
        )
        start = end + 2
