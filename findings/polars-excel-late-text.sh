#!/usr/bin/env bash
# polars 2.1.0 with fastexcel 0.21.0: a word in a column of numbers is silently null, if it comes late enough.
#
# The type of a column of a spreadsheet is decided by its first rows. CSV works alike, and there a value that does not
# fit is an error. read_excel instead leaves the cell empty: no error, no warning, and a fraction below whole numbers is
# kept all the same. A code, a note or "none" below the first hundred numbers is lost, where one row further up it makes
# the whole column text. With infer_schema_length=None all rows count and nothing is lost.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 xlsxwriter==3.3.1
"$place/env/bin/python" -W error - <<'PYTHON'
import io

import polars as pl
import xlsxwriter


def workbook(numbers):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["district", *map(str, range(numbers + 2))])
        sheet.write_column(0, 1, ["seats", *[1] * numbers, "none", 2.5])
    return out.getvalue()


def last(frame):
    return frame["seats"].tail(2).to_list()


early, late = pl.read_excel(workbook(99)), pl.read_excel(workbook(100))
whole = pl.read_excel(workbook(100), infer_schema_length=None)
try:
    csv = str(last(pl.read_csv(b"seats\n" + b"1\n" * 100 + b"none\n2.5\n")))
except pl.exceptions.ComputeError as problem:
    csv = str(problem).splitlines()[0]
print("polars", pl.__version__, "after 99 numbers:", last(early), "; after 100:", last(late), "; all rows:", last(whole))
print("the same as CSV:", csv)
assert last(early) == ["none", "2.5"]
assert last(late) == [None, 2.5]
assert last(whole) == ["none", "2.5"]
assert "could not parse `none`" in csv
PYTHON
