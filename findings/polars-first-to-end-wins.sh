#!/usr/bin/env bash
# polars 2.1.0: looking for many terms, the term that ends first wins: "state" hides "the state of emergency".
#
# str.extract_many and str.replace_many look for many terms at once. Of terms that overlap, neither the longest nor the
# one that begins first is found, but the one that ends first, in whatever order they are listed; the longer term counts
# zero, and replacing writes into its middle. The documentation does not say so. With leftmost=True the one that begins
# first is found, of two that begin together the one listed first: to find the longest, sort the list by length as well.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
"$place/env/bin/python" - <<'PYTHON'
import polars as pl

text = pl.Series(["the state of emergency ended"])
terms = ["the state of emergency", "state of emergency", "state"]
found = [text.str.extract_many(order).to_list()[0] for order in (terms, terms[::-1])]
replaced = text.str.replace_many({"the state of emergency": "martial law", "state": "country"})[0]
leftmost = [text.str.extract_many(order, leftmost=True).to_list()[0] for order in (terms, ["the", *terms])]
print("polars", pl.__version__, "the longest or the shortest listed first:", found, "; replaced:", replaced)
print("with leftmost=True:", leftmost)
assert found == [["state"], ["state"]]
assert replaced == "the country of emergency ended"
assert leftmost == [["the state of emergency"], ["the", "state of emergency"]]
PYTHON
