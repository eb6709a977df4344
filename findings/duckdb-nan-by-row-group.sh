#!/usr/bin/env bash
# DuckDB 2.0.1: how many rows are above ten depends on how many rows the file keeps together.
#
# A measure that is undefined for a text is often NaN. DuckDB, like polars, holds NaN for greater than every number.
# Parquet notes the least and the greatest value of each group of rows and leaves NaN out of both; DuckDB skips groups
# by that note. So a NaN counts as above ten where a greater number happens to stand in its group, and else does not:
# two groupings of the same four rows give 1 and 2. The greatest value is 20 if pyarrow wrote the file and NaN if polars
# did. Nothing warns. (For pyarrow NaN is above nothing; it says 1 both times.) Write null, not NaN.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pyarrow==26.0.1
cd "$place"
"$place/env/bin/python" - <<'PYTHON'
import duckdb
import polars as pl
import pyarrow.parquet

scores = pl.DataFrame({"score": [1.0, float("nan"), 3.0, 20.0]})
held = scores.to_arrow()


def one(query):
    return duckdb.sql(query).fetchall()[0][0]


def above(source):
    return one(f"select count(*) from {source} where score > 10")


seen = {"in memory": above("held")}
for rows in (2, 4):
    pyarrow.parquet.write_table(held, f"{rows}.parquet", row_group_size=rows)
    read = pl.read_parquet(f"{rows}.parquet")
    seen[f"file, groups of {rows}"] = above(f"'{rows}.parquet'")
    seen[f"the same, counted by polars, groups of {rows}"] = read.filter(pl.col("score") > 10).height
    seen[f"the same, by pyarrow, groups of {rows}"] = pyarrow.parquet.read_table(
        f"{rows}.parquet", filters=[("score", ">", 10)]
    ).num_rows
scores.write_parquet("polars.parquet")
greatest = [str(one(f"select max(score) from {source}")) for source in ("held", "'4.parquet'", "'polars.parquet'")]
print("duckdb", duckdb.__version__, "rows above ten:", seen)
print("greatest in memory, in pyarrow's file, in polars's file:", greatest)
assert list(seen.values()) == [2, 1, 2, 1, 2, 2, 1], seen
assert greatest == ["nan", "20.0", "nan"], greatest
PYTHON
