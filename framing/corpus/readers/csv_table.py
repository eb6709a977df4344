"""A table as CSV or TSV, with a header row; separator comma, semicolon, tab or bar."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS, article_of, header_at
from framing.corpus.files.source import Source

ENDINGS = (".csv", ".tsv", ".tab")
CHECKED = "made with Python; columns after the public descriptions of Media Cloud, GDELT, ProQuest and All the News"
_CELL = 8_000_000  # characters


def recognises(head: bytes) -> bool:
    """Text: a table has no mark of its own."""
    return b"\0" not in head[:512] or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source) -> Iterator[Raw]:
    """The article of each row."""
    text = source.text().replace("\0", "").lstrip("\ufeff")
    if text[:5].casefold() == "sep=," or text[:5].casefold() == "sep=;":  # Excel's own first line
        text = text.partition("\n")[2]
    csv.field_size_limit(_CELL)
    first = [line[:10_000] for line in text.split("\n", 10)[:10]]
    above = header_at([re.split(r"[,;\t|]", line.replace('"', "").strip()) for line in first])
    text = text.split("\n", above)[above]
    separator = max(",;\t|", key=first[above].count)
    # Programs that write *\"* for a mark within a field double none.
    escaped = '\\"' in text and re.search(r'[^,;\t|\r\n]""[^,;\t|\r\n]', text) is None
    try:
        rows = csv.DictReader(
            io.StringIO(text, newline=""),
            delimiter=separator,
            escapechar="\\" if escaped else None,
            doublequote=not escaped,
        )
        for number, record in enumerate(rows):
            if number >= MAX_RECORDS:
                yield Raw(
                    line=rows.line_num + above, problem=(f"is longer than {MAX_RECORDS:,} rows", "split it"), many=True
                )
                return
            yield article_of(
                {name: value for name, value in record.items() if name}, rows.line_num + above, source.columns
            )
    except csv.Error as problem:
        raise UnreadableError(f"is no readable table: {problem}", "export it again as CSV in UTF-8") from problem
