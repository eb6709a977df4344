"""Our rules for names, figures and dates beside libraries, on the truth of tests/truth/events.

`python scripts/names_and_figures.py [MODEL]`. MODEL: folder of a spaCy pipeline with entities. What is not installed
is left out: spacy, quantulum3, dateparser, python-dateutil. Names of a library go through our aliases and are counted
as ours are (`tests/comparison/facts.py`); figures are compared by value and currency, dates by day and month.
"""

from __future__ import annotations

import re
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl

from framing.comparison.content import items
from framing.comparison.content.figures import in_text
from tests.comparison.facts import EVENTS, Tally, tallies

Figure = tuple[float, str]  # value, currency or nothing
ENTITIES = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW"}
# A text, and the day and month that it names; nothing where it names none.
DATES = [
    ("on March 3, 2031", "3 March"), ("on 3 March 2031", "3 March"), ("the 3rd of March", "3 March"),
    ("on Sept. 16", "16 September"), ("dated 2031-09-16", "16 September"),
    ("on the 16th of September,", "16 September"),
    ("by December 1st", "1 December"), ("(Dec. 1)", "1 December"), ("since Aug 4", "4 August"),
    ("on 4 Aug", "4 August"), ("a rise of 5 percent may 12 hold", None), ("Flight 370 sat on the tarmac", None),
    ("the second march on the town", None), ("she was 12 then", None), ("No. 10 has 3 floors", None),
    ("they won 4-2 at home", None), ("in the sun of the south", None), ("room 16 on floor 9", None),
    ("Mark 12 of the engine", None), ("12 people march on", None),
]  # fmt: skip


def spacy_names(model: str) -> Callable[..., pl.DataFrame]:
    import spacy

    read = spacy.load(model, exclude=["lemmatizer", "attribute_ruler"])
    schema = {"article": pl.String, "start": pl.UInt32, "end": pl.UInt32, "text": pl.String}

    def names(corpus: Any, taken: pl.DataFrame, _: Any) -> pl.DataFrame:
        hidden = {article: set(range(start, end)) for article, start, end in taken.iter_rows()}
        rows = []
        for article, text in corpus.articles.select("article", "text").iter_rows():
            for one in read(text).ents:
                bare = re.sub(r"^[Tt]he |['’]s$", "", one.text)
                start = one.start_char + one.text.index(bare)
                if one.label_ in ENTITIES and start not in hidden.get(article, ()) and "\n" not in bare:
                    rows.append((article, start, start + len(bare), bare))
        return pl.DataFrame(rows, schema=schema, orient="row")

    return names


def value(item: str) -> Figure | None:
    """Of an item such as *$1.5 billion*; nothing of a range, an age, a span of time or a share."""
    match = re.fullmatch(
        r"(\D{0,3}?)([\d,]+(?:\.\d+)?)(?: (million|billion|trillion))?(?: (?!to |%|years|days).*)?", item
    )
    if match is None or " to " in item or "years" in item or "days" in item or "%" in item:
        return None
    scale = {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(match[3] or "", 1.0)
    return round(float(match[2].replace(",", "")) * scale, 2), match[1]


def ours(text: str) -> Iterable[Figure]:
    return [one for item, sort, *_ in in_text(text) if sort in ("money", "quantity", "count") and (one := value(item))]


def quantulum(text: str) -> Iterable[Figure]:
    from quantulum3 import parser

    signs = {"dollar": "$", "United States dollar": "$", "euro": "€", "pound sterling": "£"}
    for one in parser.parse(text):
        small = one.unit.name == "dimensionless" and abs(one.value) < 10  # small bare numbers count for neither
        if one.unit.entity.name not in ("time", "unknown") and one.unit.name != "percentage" and not small:
            yield round(float(one.value), 2), signs.get(one.unit.name, "")


def figures(read: Callable[[str], Iterable[Figure]]) -> Tally:
    tally = Tally()
    for path in sorted(EVENTS.glob("*.toml")):
        truth = tomllib.loads(path.read_text(encoding="utf-8"))
        wanted = {
            (one, outlet) for item, held in truth["truth"]["figures"].items() if (one := value(item)) for outlet in held
        }
        also = {one for item in truth["truth"].get("also", []) if (one := value(item))}
        stated = {
            (one, article["outlet"])
            for article in truth["articles"]
            for one in read(f"{article['headline']}\n\n{article['text']}")
            if one not in also
        }
        tally.count(path.stem, stated, wanted)
    return tally


def dates(read: Callable[[str], str | None]) -> str:
    right = [read(text) == day for text, day in DATES]
    return f"{sum(right)} of {len(DATES)} ({sum(right[:10])} of 10 dates, {sum(right[10:])} of 10 traps)"


def our_date(text: str) -> str | None:
    return next((item for item, sort, *_ in in_text(text) if sort == "date"), None)


def dateparser_date(text: str) -> str | None:
    from dateparser.search import search_dates

    found = search_dates(text, languages=["en"])
    return f"{found[0][1].day} {found[0][1]:%B}" if found else None


def dateutil_date(text: str) -> str | None:
    from dateutil.parser import ParserError, parse

    try:
        found = parse(text, fuzzy=True)
    except (ParserError, OverflowError):
        return None
    return f"{found.day} {found:%B}"


def line(name: str, tally: Tally, seconds: float) -> str:
    return f"{name:28} precision {tally.precision:.3f}  recall {tally.recall:.3f}  {seconds:6.1f} s"


def main() -> None:
    model = sys.argv[1] if len(sys.argv) > 1 else None
    began = time.perf_counter()
    print(line("names, rules", tallies()["names: items"], time.perf_counter() - began))
    if find_spec("spacy") and model and Path(model).is_dir():
        began = time.perf_counter()
        with patch.object(items, "names", spacy_names(model)):
            found = tallies()
        print(line(f"names, spaCy {Path(model).name}", found["names: items"], time.perf_counter() - began))
        print(line("  left out, with its names", found["left out"], 0.0))
    for name, module, read in (("rules", "re", ours), ("quantulum3", "quantulum3", quantulum)):
        if find_spec(module):
            began = time.perf_counter()
            print(line(f"figures, {name}", figures(read), time.perf_counter() - began))
    known = (
        ("rules", "re", our_date),
        ("dateparser", "dateparser", dateparser_date),
        ("dateutil", "dateutil", dateutil_date),
    )
    for label, module, find in known:
        if find_spec(module):
            print(f"dates, {label:21} {dates(find)}")


if __name__ == "__main__":
    main()
