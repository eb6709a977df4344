"""A table of Excel or LibreOffice Calc, with a header row; every sheet that has one."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import opened
from framing.corpus.files.records import MAX_RECORDS, article_of, header_at
from framing.corpus.files.source import Source
from framing.errors import install

ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
CHECKED = "made with xlsxwriter 3"
_UNPACKED = 512 * 1024**2  # bytes
_CELL = 32_767  # characters that a cell of Excel holds; what is longer was cut when it was saved


def recognises(head: bytes) -> bool:
    """A zip or an old Office file."""
    return head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def read(source: Source) -> Iterator[Raw]:
    """The article of each row."""
    try:
        import fastexcel
    except ImportError as problem:
        advice = f"{install('archives')} to read it, or save it as CSV"
        raise UnreadableError("is a spreadsheet", advice) from problem
    content = source.read()
    if content.startswith(b"PK"):
        with opened(source, "spreadsheet") as archive:
            if sum(info.file_size for info in archive.infolist()) > _UNPACKED:
                raise UnreadableError(f"unpacks to more than {_UNPACKED // 1024**2} MB", "split it, or save it as CSV")
    try:
        book = fastexcel.read_excel(content)
        # All rows decide on a column's type; after a sample that holds numbers alone, a later word would be null.
        sheets = [
            book.load_sheet(name, n_rows=MAX_RECORDS, schema_sample_rows=None).to_polars()
            for name in book.sheet_names[:50]
        ]
    except BaseException as problem:  # calamine panics on what it does not expect
        if isinstance(problem, (KeyboardInterrupt, SystemExit)):
            raise
        raise UnreadableError("is no readable spreadsheet", "save it as CSV") from problem
    for sheet in sheets:
        above = header_at([sheet.columns, *(row for row in sheet.head(20).iter_rows())])
        names = [str(cell or "") for cell in sheet.row(above - 1)] if above else sheet.columns
        for number, row in enumerate(sheet.slice(above).iter_rows(), 2 + above):
            record = {name: value for name, value in zip(names, row, strict=True) if name}
            if not any(value not in (None, "") for value in record.values()):
                continue
            raw = article_of(record, number, source.columns)
            if any(isinstance(value, str) and len(value) >= _CELL for value in record.values()):
                raw.fields["truncated"] = "true"
            yield raw
