#!/usr/bin/env bash
# trafilatura 2.3.1: a sentence loses the date that its author marked up as one.
#
# HTML has an element for dates and times in running text. trafilatura takes <time> out together with its words, so that
# "was closed on 5 May" becomes "was closed on"; the same goes for <math>, <output> and <label>. Datelines under the
# headline are what this is good for, but nothing tells the one from the other, and the careful author's sentence is the
# one that is cut. The text read by jusText from the same page is whole.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 justext==3.0.2 lxml-html-clean==0.4.6
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

import justext
import trafilatura

MARKED = '<p>The old bridge was closed on <time datetime="2024-05-05">5 May</time> after <math><mn>40</mn></math> years.</p>'
AROUND = "".join(
    f"<p>On {day} the council said that its engineers had found cracks in two of the pillars under the road.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)
page = f"<!DOCTYPE html><html lang=en><head><title>Bridge</title></head><body><article>{AROUND}{MARKED}</article></body></html>"
ours = trafilatura.extract(page).splitlines()[-1]
other = justext.justext(page, justext.get_stoplist("English"))[-1].text
print("trafilatura", version("trafilatura"), ":", ours)
print("jusText", version("justext"), ":", other)
assert ours == "The old bridge was closed on after years."
assert other == "The old bridge was closed on 5 May after 40 years."
PYTHON
