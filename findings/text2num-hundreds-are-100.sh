#!/usr/bin/env bash
# text2num 3.1.0: "hundreds of people" become "100 of people", "tens of thousands" "10 of 1000".
#
# alpha2digit writes the numbers of a text in figures. The plurals, which name no number but its order of magnitude, are
# taken for the singular: thousands who marched are 1000 who marched, lost billions a lost 1000000000; dozens, eighties
# and thirties stay as they are. Whoever reads counts of dead or marchers from the result reads figures that nobody gave.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

from text_to_num import alpha2digit

SEEN = {
    "Hundreds of people died.": "100 of people died.",
    "Thousands marched on Monday.": "1000 marched on Monday.",
    "Tens of thousands fled.": "10 of 1000 fled.",
    "It lost billions.": "It lost 1000000000.",
    "Dozens fled.": "Dozens fled.",
    "Forty-two fled.": "42 fled.",
}
written = {sentence: alpha2digit(sentence, "en") for sentence in SEEN}
print("text2num", version("text2num"), written)
assert written == SEEN, written
PYTHON
