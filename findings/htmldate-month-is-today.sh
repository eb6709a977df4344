#!/usr/bin/env bash
# htmldate 1.11.0: a page dated with a month gets another day each day it is read, or January.
#
# Magazines and archives date by month. From <meta name="date" content="2024-05"> or <time datetime="2024-05">, both valid,
# find_date makes a day of May 2024: today's, so that the answer changes with the day of the run. "May 2024" in the text
# becomes the first of January. Whether a day was on the page or not cannot be told from the answer.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
"$place/env/bin/python" - <<'PYTHON'
from datetime import date
from importlib.metadata import version

from htmldate import find_date


def dated(head, text):
    story = "<p>The council closed the old bridge after its engineers had found cracks in two of the pillars.</p>" * 3
    return find_date(f"<html lang=en><head><title>Bridge</title>{head}</head><body><article>{text}{story}</article></body></html>")


today = date.today()
meta = dated('<meta name="date" content="2024-05">', "")
time = dated("", '<time datetime="2024-05">May 2024</time>')
words = dated("", "<p>Published in May 2024</p>")
print("htmldate", version("htmldate"), "run on", today, ": meta", meta, "; time", time, "; May 2024 in words", words)
assert meta == time == date(2024, 5, today.day).isoformat()
assert words == "2024-01-01"
PYTHON
