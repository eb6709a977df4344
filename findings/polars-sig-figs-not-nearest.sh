#!/usr/bin/env bash
# polars 2.1.0: round_sig_figs(3) of a small p value gives a number with seventeen digits.
#
# Of numbers below about 1e-15 or above 1e22 the result is often not the float that is nearest to the rounded decimal, but
# a neighbour of it: 1.2345e-30 to three digits is 1.2299999999999999e-30, which is written so into CSV and is not equal
# to 1.23e-30. Of 400 numbers of ten digits near 1e150 and 1e-200, rounding to the ten digits that they have changes every
# one. Python's float(format(x, ".3g")) gives the nearest. The documentation does not say so.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
"$place/env/bin/python" - <<'PYTHON'
import polars as pl

small = pl.DataFrame({"p": [1.2345e-30]}).with_columns(pl.col("p").round_sig_figs(3))
print("polars", pl.__version__, "1.2345e-30 to three digits, as CSV:", small.write_csv().split()[1])
assert small.write_csv() == "p\n1.2299999999999999e-30\n"
assert small.filter(pl.col("p") == 1.23e-30).is_empty()
given = [float(f"{1 + number / 211:.9f}e{sign}{power}") for number in range(200) for sign, power in (("-", 200), ("", 150))]
once = pl.Series(given).round_sig_figs(10)
changed = sum(one != other for one, other in zip(given, once.to_list(), strict=True))
print(f"{changed} of {len(given)} numbers of ten digits changed by rounding to ten")
assert changed == len(given)
assert pl.Series([0.1 + 0.2, 1234567.8]).round_sig_figs(3).to_list() == [0.3, 1230000.0]  # near one it is right
PYTHON
