"""A table in Parquet."""

from __future__ import annotations

import io
from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.records import MAX_RECORDS, article_of
from framing.corpus.files.source import Source

ENDINGS = (".parquet",)
CHECKED = "made with polars 2"
SURE = True


def recognises(head: bytes) -> bool:
    """PAR1."""
    return head.startswith(b"PAR1")


def read(source: Source) -> Iterator[Raw]:
    """The article of each row."""
    import polars as pl

    content = source.read()
    try:
        frame = pl.scan_parquet(io.BytesIO(content)).head(MAX_RECORDS).collect()
    except (pl.exceptions.PolarsError, OSError, pl.exceptions.PanicException) as problem:
        raise UnreadableError("is no readable Parquet file", "export it again") from problem
    for number, record in enumerate(frame.iter_rows(named=True), 1):
        yield article_of(record, number, source.columns)
