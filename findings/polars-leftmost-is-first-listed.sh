#!/usr/bin/env bash
# polars 2.1.0: with leftmost=True, extract_many gives the entry listed first, not the longest.
#
# str.extract_many looks for many words at once. Of entries that begin at one place one must win. By default it is the
# one that ends first ("prime" hides "prime minister", and also "the prime minister spoke"). With leftmost=True one
# would think of the leftmost-longest rule of dictionaries and of POSIX; it is leftmost-first, so that the result
# changes with the order of the list. A list of terms must be sorted, the longest first, to find the longest.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0
"$place/env/bin/python" - <<'PYTHON'
import polars as pl

text = pl.Series(["the prime minister spoke"])
default = text.str.extract_many(["the prime minister spoke", "prime minister", "prime"]).to_list()
short_first = text.str.extract_many(["prime", "prime minister"], leftmost=True).to_list()
long_first = text.str.extract_many(["prime minister", "prime"], leftmost=True).to_list()
print("polars", pl.__version__, "default", default, "short first", short_first, "long first", long_first)
assert default == [["prime"]]
assert short_first == [["prime"]]
assert long_first == [["prime minister"]]
PYTHON
