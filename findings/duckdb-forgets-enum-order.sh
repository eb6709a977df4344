#!/usr/bin/env bash
# DuckDB 2.0.1 on a polars 2.1.0 frame: the greatest of low, middle and high is "middle".
#
# polars has an Enum whose values stand in a stated order, DuckDB has an ENUM of the same kind, and both pass data by
# Arrow, whose dictionary says that it is ordered. Between them the order is lost: DuckDB reads the column as plain text,
# from memory and from a Parquet file, and sorts, compares and takes the maximum by the alphabet. No step warns. A filter
# "above low" then drops "high". Cast in the query, to an ENUM that lists the values again.
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

grades = pl.Enum(["low", "middle", "high"])
coded = pl.DataFrame({"grade": pl.Series(["high", "low", "middle"], dtype=grades)})
coded.write_parquet("coded.parquet")
above = coded.filter(pl.col("grade") > "low")["grade"].to_list()
ordered = pyarrow.parquet.read_table("coded.parquet").schema.field("grade").type.ordered
print("polars", pl.__version__, "greatest", coded["grade"].max(), "; above low", above, "; ordered in the file:", ordered)
assert (coded["grade"].max(), above, ordered) == ("high", ["high", "middle"], True)
for source in ("coded", "'coded.parquet'"):
    kind, greatest = duckdb.sql(f"select any_value(typeof(grade)), max(grade) from {source}").fetchall()[0]
    above = [row[0] for row in duckdb.sql(f"select grade from {source} where grade > 'low'").fetchall()]
    print("duckdb", duckdb.__version__, source, "type", kind, "greatest", greatest, "; above low", above)
    assert (kind, greatest, above) == ("VARCHAR", "middle", ["middle"])
cast = duckdb.sql("select max(grade::enum('low', 'middle', 'high')) from coded").fetchall()[0][0]
print("duckdb with a cast: greatest", cast)
assert cast == "high"
PYTHON
