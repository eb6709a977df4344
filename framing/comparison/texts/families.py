"""Texts that several outlets print, and agency text in one: whose they are, and what each made of them, in words.

`stories` tells which articles are of one family; here stands a row for each family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from framing.comparison.content.labels import listed, possessive
from framing.comparison.texts.day_times import latest_hours
from framing.comparison.texts.stories import FAR
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import AGENCIES
from framing.schema import Schema, conform

# One row: a text that several outlets print, or an agency's text
FAMILIES: Schema = {
    "story": pl.String,  # as in STORIES
    "origin": pl.String,  # ? whose text it is
    "basis": pl.String,  # ? how that is known: agency (its own version is here), credit, notice, told
    "credited": pl.List(pl.String),  # outlets whose own lines (credit, byline, dateline, notice) name the origin
    "source": pl.String,  # ? the article that is the origin's own
    "outlets": pl.List(pl.String),  # that print it, the origin first
    "copies": pl.List(pl.String),  # outlets; by role
    "edited": pl.List(pl.String),  # outlets with an edited copy
    "versions": pl.List(pl.String),  # outlets with another take
    "articles": pl.UInt32,
    "first": pl.String,  # ? the one outlet that has it on an earlier day than all others
    "sentence": pl.String,  # all this in plain words
}


_MOST = 0.7  # of the shorter text in the longer: less is one text in part
_LINES = ["credit", "byline", "dateline", "notice"]  # kinds of `removed` that name an author


def families(told: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """`FAMILIES`: one row for each text that several outlets print, or that is an agency's but not printed by itself.

    told: `schema.STORIES`. The largest families come first.
    """
    days = corpus.articles.select("article", "published")
    dated = told.join(days, on="article", how="left", maintain_order="left")
    lines, hours = _lines(corpus, dated["article"]), corpus.once(latest_hours)
    rows = []
    for (story,), frame in dated.group_by("story", maintain_order=True):
        if frame["outlet"].n_unique() < 2 and frame["role"][0] != "agency text":
            continue
        members = frame.sort((pl.col("article") != story), "outlet").to_dicts()
        first = members[0]
        by_role = {
            name: _outlets(row for row in members if row["role"] == role)
            for name, role in (("copies", "copy"), ("edited", "edited copy"), ("versions", "version"))
        }
        row: dict[str, object] = {
            "story": story, "origin": first["origin"], "basis": first["basis"],
            "credited": sorted({row["outlet"] for row in members if _names(first["origin"], lines[row["article"]])}),
            "source": next((row["article"] for row in members if row["role"] == "source"), None),
            "outlets": _outlets(members), **by_role, "articles": len(members), "first": _earliest(members),
        }  # fmt: skip
        shares = [row["containment"] for row in members if row["role"] == "edited copy"]
        one_hour = len({hours[one["article"]] for one in members if one["article"] in hours}) < 2
        rows.append(row | {"sentence": _sentence(row, min(shares, default=1.0), open_=one_hour)})
    rows.sort(key=lambda row: (-len(row["outlets"]), row["story"]))  # type: ignore[arg-type]
    return conform(pl.DataFrame(rows, schema=dict(FAMILIES)), FAMILIES, "families")


def _lines(corpus: Corpus, articles: pl.Series) -> dict[str, str]:
    """The lines of each article that may name its author."""
    found = dict.fromkeys(articles, "")
    rows = corpus.removed.filter(pl.col("kind").is_in(_LINES)).select("article", "text").rows()
    rows += corpus.articles.select(
        "article", pl.concat_str("byline", "dateline", separator=" ", ignore_nulls=True)
    ).rows()
    for article, line in rows:
        if article in found:
            found[article] += f"\n{line}"
    return found


def _names(origin: str | None, lines: str) -> bool:
    forms = (origin, *AGENCIES.get(origin, ())) if origin else ()
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", lines) for form in forms)


def _outlets(members: Iterable[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["outlet"] for row in members))


def _earliest(members: Sequence[dict[str, Any]]) -> str | None:
    days = sorted({row["published"] for row in members if row["published"] is not None})
    if len(days) < 2 or any(row["published"] is None for row in members) or (days[-1] - days[0]).days > FAR:
        return None
    first = _outlets(row for row in members if row["published"] == days[0])
    return first[0] if len(first) == 1 else None


def _sentence(row: Mapping[str, Any], share: float, *, open_: bool) -> str:
    """Such as: IBTimes and Business Live run Reuters' text; Channel News Asia runs another version of it.

    share: of the shorter text in the longer, the least of an edited copy. open_: no two of them tell of other hours of
    the day (*by midday*, *as night fell*), so that it cannot be told which is earlier.
    """
    origin, outlets = row["origin"], row["outlets"]
    if row["source"] is not None:
        parts = [
            (row["copies"], "run", "runs", f"{possessive(origin)} text"),
            (row["edited"], "run an edited form of", "runs an edited form of", f"{possessive(origin)} text"),
            (row["versions"], "run another version of", "runs another version of", f"{possessive(origin)} text"),
        ]
        said = [
            f"{listed(names)} {many if len(names) > 1 else one} {text}" for names, many, one, text in parts if names
        ]
        return "; ".join(said) + "." if said else f"{listed(outlets)} run {possessive(origin)} text."
    missing = f"{possessive(origin)} own version is not among these articles." if origin else ""
    if row["basis"] == "credit" and len(outlets) == 1:
        known = "by its credit" if row["credited"] else "by the agency that its file names"
        return f"{outlets[0]} runs {origin} text, {known}; {missing}"
    if origin is not None:
        return f"{listed(outlets)} share one text, {_known(row)}; {missing}"
    first, unknown = row["first"], "; no date or credit tells which of them had it first." if open_ else "."
    end = f"; {possessive(first)} is of an earlier day." if first else unknown
    if share < _MOST and not row["copies"]:
        part = (
            f"{100 * share:.0f} % of the shorter one stands in the longer" if len(outlets) == 2
            else f"of each shorter one {100 * share:.0f} % or more stands in a longer"
        )  # fmt: skip
        return f"{listed(outlets)} print one text in part: {part}, in runs of five words{end}"
    alike = ""
    if row["edited"] and first:
        alike = f"; {listed(row['edited'])} {'have' if len(row['edited']) > 1 else 'has'} it in edited form"
    elif row["edited"]:  # from which: nobody can tell
        alike = f", not {'all of them ' if len(outlets) > 2 else ''}word for word"
    return f"{listed(outlets)} print one text{alike}{end}"


def _known(row: Mapping[str, Any]) -> str:
    """How it is known whose a text is: *which A and B credit to Reuters*."""
    origin, who = row["origin"], row["credited"]
    if row["basis"] == "credit" and who:
        return f"which {_all(who, row['outlets'])} " + (f"{'credits' if len(who) == 1 else 'credit'} to {origin}")
    if row["basis"] == "credit":
        return f"which is {possessive(origin)} by the agency that the files name"
    said = "a notice or dateline" if row["basis"] == "notice" else "what the text says"
    return f"which is {possessive(origin)} by {said}"


def _all(who: Sequence[str], outlets: Sequence[str]) -> str:
    if len(who) == len(outlets) > 1:
        return "both" if len(who) == 2 else "all of them"
    return listed(who)
