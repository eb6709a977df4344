"""Coding sheets: sentences drawn for people to code, and the sheets that come back.

Half of a sheet are sentences in which the measure hits something, half are others, each half drawn at random
from the event's distinct sentences, and shuffled. A blind sheet does not say which is which, nor whose article
it is. The key is in the id: a hash of the measure, the sentence's place and text, and whether there was a hit.
Only somebody who has the event can make both possible ids of a sentence and see which one was drawn.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.files.encoding import MAX_BYTES, UnreadableError, decode
from framing.errors import FramingError, install, one_line, whole_number
from framing.measures.analyser import Metric
from framing.scoring.scores import Scores
from framing.whole import whole

_CONTEXT, _PASSAGE = 300, 2_000  # characters that a sheet shows
_YES, _NO = frozenset("1 1.0 1,0 yes y true".split()), frozenset("0 0.0 0,0 no n false".split())
_CODE = re.compile(r"code(?:_\d{1,3})?")
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # an id of letters alone is no number to a spreadsheet
_XLSX = f"needs the extra xlsx ({install('xlsx')}); install it, or use a sheet in CSV"


class CodingError(FramingError):
    """A coding sheet cannot be drawn, read or judged."""


@dataclass(frozen=True)
class Codes:
    """What one coder wrote: for each measure the code (True: a case) of each sentence's id.

    kinds: for each measure the kind (a part of the measure, as it is labelled) that was written in place of a 1.
    drawn: for each measure how many sentences it hit, of how many, when the sheet was drawn (`drawn_from`).
    """

    coder: str
    codes: Mapping[str, Mapping[str, bool]]
    drawn: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def draw(scores: Scores, metric: str, size: int, seed: int = 1, blind: bool = True) -> pl.DataFrame:
    """A coding sheet of `size` sentences for a measure whose hits are passages, half of them with a hit.

    Columns: id, measure, drawn_from (how many sentences it hits, of how many), question, before, passage, after, code
    (empty); where it is not blind also outlet, article, hit and found (the words). A blind sheet writes [outlet] for
    the names of an article's own outlet.
    Where one half has too few sentences the other fills up. The same seed draws the same sheet.

    Raises CodingError for a measure without hits to code (a mean or a score), or that hits no sentence at all,
    UnknownNameError for one that is not there, and ArgumentError for a size or a seed that is none.
    """
    whole_number("size", size, 2)
    whole_number("seed", seed, 0)
    sentences = codable(scores, metric)
    hits, others = sentences.filter("hit"), sentences.filter(~pl.col("hit"))
    if hits.is_empty():
        raise CodingError(f"{metric} finds nothing in this event; there is nothing to code")
    wanted = min(max(math.ceil(size / 2), size - others.height), hits.height)
    random = np.random.default_rng(seed)
    chosen = pl.concat(
        part.gather(random.choice(part.height, min(count, part.height), replace=False))
        for part, count in ((hits, wanted), (others, size - wanted))
    )
    chosen = chosen.gather(random.permutation(chosen.height))
    shown = pl.DataFrame(
        list(_shown(scores.corpus, chosen, blind)), schema=dict.fromkeys(("before", "passage", "after"), pl.String)
    )
    measure = scores.measures[metric]
    where = " outside quotation marks" if measure.weight == "own_words" else ""
    kinds = kinds_of(scores.measures).get(metric, ())
    yes = f"1 or its kind ({', '.join(kinds)}) = yes" if kinds else "1 = yes"
    question = f"Is there a case of “{measure.display}” in the passage{where}? {yes}, 0 = no"
    sheet = pl.concat([chosen, shown], how="horizontal").with_columns(
        id=pl.when("hit").then("id_hit").otherwise("id_other"),
        measure=pl.lit(metric),
        drawn_from=pl.lit(drawn_from(sentences)),
        question=pl.lit(question),
        code=pl.lit(""),
    )
    columns = ["id", "measure", "drawn_from", "question", "before", "passage", "after", "code"]
    return sheet.select(columns if blind else [*columns, "outlet", "article", "hit", "found"])


def kinds_of(measures: Mapping[str, Metric]) -> dict[str, tuple[str, ...]]:
    """The parts of each measure, as coders may write them: *modal*, *approximator* ... of hedging."""
    kinds: dict[str, tuple[str, ...]] = {}
    for metric in measures.values():
        if metric.family and metric.label and not metric.of_actor:
            kinds[metric.family] = (*kinds.get(metric.family, ()), metric.label.casefold())
    return kinds


def drawn_from(sentences: pl.DataFrame) -> str:
    """What a sheet is drawn from, in words: *94 of 483 sentences*."""
    return f"{sentences['hit'].sum()} of {sentences.height} sentences"


def codable(scores: Scores, metric: str) -> pl.DataFrame:
    """The distinct sentences in which a measure could hit something: all with words (own words, if it counts these).

    Columns beside those of the sentence: outlet, found (the words it hits, or null), hit, and both ids that the
    sentence could have on a sheet: id_hit, id_other. Headlines are among them if it hits something in one.
    """
    evidence = scores.passages(metric).select("article", at="start", words="text")
    measure = scores.measures[metric]
    if measure.kind not in ("rate", "share"):
        raise CodingError(f"{metric} is no count of passages, so none can be coded; choose a measure such as hedging")
    corpus = scores.corpus
    size = "own_words" if measure.weight == "own_words" else "words"
    meant = pl.lit(True) if measure.language is None else pl.col("language") == measure.language
    sentences = corpus.sentences.filter(pl.col(size) > 0).join(
        corpus.articles.filter(meant).select("article", "outlet"), on="article"
    )
    hits = (
        evidence.sort("at")
        .join_asof(
            sentences.select("article", "sentence", "part", "start", "end").sort("start"),
            left_on="at", right_on="start", by="article", check_sortedness=False,
        )
        .filter(pl.col("at") < pl.col("end"))
        .group_by("article", "sentence")
        .agg(pl.col("part").first(), found=pl.col("words").sort().str.join("; "))
    )  # fmt: skip
    parts = ["body", *hits["part"].unique()]
    distinct = (
        sentences.filter(pl.col("part").is_in(parts))
        .join(hits.drop("part"), on=["article", "sentence"], how="left")
        .sort("article", "sentence")
        .unique("text", keep="first", maintain_order=True)  # a copied sentence counts once
        .with_columns(hit=pl.col("found").is_not_null())
    )
    rows = distinct.select("article", "start", "text").rows()
    return distinct.with_columns(
        id_hit=pl.Series([_id(metric, row, "hit") for row in rows], dtype=pl.String),
        id_other=pl.Series([_id(metric, row, "other") for row in rows], dtype=pl.String),
    )


def read_codes(path: Path, kinds: Mapping[str, Sequence[str]] | None = None) -> list[Codes]:
    """The codes of a filled sheet (CSV or XLSX): one coder for each column *code*, *code_2*, *code_3* ...

    1, yes, y, true and 0, no, n, false are codes, and so are the kinds of a measure (`kinds_of`); an empty cell is
    none. Raises CodingError naming every cell
    that is neither, a column that is missing, or an id that stands twice.
    """
    rows = list(_rows(path))
    name = one_line(path.name)
    if not rows:
        raise CodingError(f"{name} has no rows of codes; check the path")
    columns = list(rows[0])
    lacking = [column for column in ("id", "measure") if column not in columns]
    coders = [column for column in columns if _CODE.fullmatch(column)]
    if lacking or not coders:
        missing = (lacking or ["code"])[0]
        raise CodingError(f"{name} has no column {missing!r}; keep the columns of the sheet as they were drawn")
    twice = [key for key, count in Counter((row["measure"], row["id"]) for row in rows).items() if count > 1]
    if twice:
        raise CodingError(f"{name}: the id {one_line(twice[0][1], 30)!r} stands twice; keep each row once")
    wrong = [
        f"row {number} ({column}: {one_line(row[column], 20)!r})"
        for number, row in enumerate(rows, 2)
        for column in coders
        if row[column]
        and row[column].casefold() not in _YES | _NO
        and row[column].casefold() not in (kinds or {}).get(row["measure"], ())
    ]
    if wrong:
        more = f" and {len(wrong) - 5} more" if len(wrong) > 5 else ""
        raise CodingError(f"{name}: {', '.join(wrong[:5])}{more} is no code; write 1 or 0, or leave it empty")
    found = []
    for column in coders:
        codes: dict[str, dict[str, bool]] = {}
        named: dict[str, dict[str, str]] = {}
        for row in rows:
            code = row[column].casefold()
            if code:
                codes.setdefault(row["measure"], {})[row["id"].lower()] = code not in _NO
            if code and code not in _YES | _NO:
                named.setdefault(row["measure"], {})[row["id"].lower()] = code
        if codes:
            drawn = {row["measure"]: row["drawn_from"] for row in rows if row.get("drawn_from")}
            found.append(Codes(f"{path.stem}/{column}", codes, drawn, named))
    if not found:
        raise CodingError(f"{name} holds no code yet; write 1 or 0 into its column {coders[0]!r}")
    return found


def write_sheet(sheet: pl.DataFrame, path: Path, as_csv: bytes) -> Path:
    """A sheet as a file: `as_csv` for an ending of .csv, a workbook for .xlsx. Never over a file that is there.

    Raises CodingError for another ending, a file that exists (it may hold codes), or one that cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise CodingError(f"{one_line(path)} ends in neither .csv nor .xlsx; choose such a name")
    if path.exists():
        raise CodingError(f"{one_line(path)} is there already and may hold codes; choose another --out")
    # The mark tells spreadsheets that the file is UTF-8.
    return write_whole(path, b"\xef\xbb\xbf" + as_csv if ending == ".csv" else _xlsx(sheet, path))


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file in one step, so that it is never there half. Raises CodingError where that cannot be done."""
    try:
        with whole(path) as part:
            part.write_bytes(content)
    except OSError as problem:
        raise CodingError(f"cannot write {one_line(path)}: {problem.strerror}; check the folder") from problem
    return path


def _xlsx(sheet: pl.DataFrame, path: Path) -> bytes:
    """A sheet as a workbook: every cell is a text, none is ever a formula or a link."""
    try:
        import xlsxwriter
    except ImportError as problem:
        raise CodingError(f"writing {one_line(path.name)} {_XLSX}") from problem
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    page, wrap = book.add_worksheet("codes"), book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    widths = {"question": 30, "before": 40, "passage": 60, "after": 40, "code": 8}
    for column, name in enumerate(sheet.columns):
        page.set_column(column, column, widths.get(name, 15), wrap)
        for row, text in enumerate([name, *sheet[name].cast(pl.String).fill_null("")]):
            page.write_string(row, column, text, wrap if row else bold)
        if name == "code":
            page.data_validation(
                1, column, sheet.height, column, {"validate": "list", "source": ["1", "0"], "error_type": "warning"}
            )
    page.freeze_panes(1, 0)
    book.close()
    return buffer.getvalue()


def _id(metric: str, row: tuple[Any, ...], stratum: str) -> str:
    text = "\0".join(map(str, (metric, *row, stratum)))
    return sha256(text.encode()).hexdigest()[:12].translate(_LETTERS)


def _shown(corpus: Corpus, chosen: pl.DataFrame, blind: bool) -> Iterator[dict[str, str]]:
    """Each sentence with what stands before and behind it."""
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    aliases = {outlet.name: (*outlet.aliases, *filter(None, [outlet.domain])) for outlet in corpus.event.outlets}
    for row in chosen.iter_rows(named=True):
        text, start, end = texts[row["article"]], row["start"], row["end"]
        names = (row["outlet"], *aliases.get(row["outlet"], ()))
        own = _own_names(names)

        def cell(part: str, limit: int, own: re.Pattern[str] = own) -> str:
            return one_line(own.sub("[outlet]", part) if blind else part, limit)

        before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        if start > _CONTEXT:  # no half words
            before = before.partition(" ")[2]
        if end + _CONTEXT < len(text):
            after = after.rpartition(" ")[0]
        yield {
            "before": cell(before, 2 * _CONTEXT),
            "passage": cell(text[start:end], _PASSAGE),
            "after": cell(after, 2 * _CONTEXT),
        }


def _own_names(names: Sequence[str]) -> re.Pattern[str]:
    """An outlet's names in any case, with or without an article before them."""
    bare = sorted({re.sub(r"(?i)^the\s+", "", name) for name in names}, key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:the\s+)?(?:{'|'.join(map(re.escape, bare))})(?!\w)")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a sheet as texts; column names in small letters."""
    name = one_line(path.name)
    try:
        if path.suffix.lower() == ".xlsx":
            yield from _workbook(path)
            return
        text = decode(path).lstrip("\n")
        text = re.sub(r"^sep=.\r?\n", "", text)  # Excel's line about the delimiter
        header = text.split("\n", 1)[0]
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
        yield from _records(lines)
    except UnreadableError as problem:
        raise CodingError(f"{name} {problem.problem}; {problem.advice}") from problem
    except OSError as problem:
        raise CodingError(f"{name} cannot be read: {problem.strerror}; check the path") from problem
    except csv.Error as problem:
        raise CodingError(f"{name} is no readable table: {problem}; export it again as CSV in UTF-8") from problem


def _workbook(path: Path) -> Iterator[dict[str, str]]:
    if path.stat().st_size > MAX_BYTES:
        raise CodingError(f"{one_line(path.name)} is too large for a coding sheet; check the path")
    try:
        frame = pl.read_excel(path, engine="calamine", has_header=False, infer_schema_length=0)
    except ModuleNotFoundError as problem:
        raise CodingError(f"reading {one_line(path.name)} {_XLSX}") from problem
    except Exception as problem:  # whatever the reader makes of a broken file
        raise CodingError(f"{one_line(path.name)} is no readable workbook; export the sheet as CSV") from problem
    yield from _records([value or "" for value in row] for row in frame.cast(pl.String).iter_rows())


def _records(lines: Iterable[Sequence[str]]) -> Iterator[dict[str, str]]:
    """Each line as a record under the first line's names; empty lines are left out."""
    names: list[str] | None = None
    for line in lines:
        cells = [str(cell).strip() for cell in line]
        if names is None:
            names = [name.casefold() for name in cells]
        elif any(cells):
            yield dict(zip(names, [*cells, *[""] * len(names)], strict=False))
