#!/usr/bin/env bash
# dateparser 1.5.0: "the 1990s" is a moment of this morning.
#
# A decade is read as a number of seconds ("90s" like "90 sec"): "the 1990s" is 1,990 seconds before now, 33 minutes and
# 10 seconds; after "in" it can be as long after now. No error, no warning, and in a sentence search_dates reports it
# beside true dates. Whoever dates events in articles about history gets the day on which the programme was run.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$place/env/bin/python" - <<'PYTHON'
from datetime import datetime, timedelta
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

now = datetime(2026, 11, 28, 10, 0)
settings = {"RELATIVE_BASE": now}
alone = dateparser.parse("the 1990s", languages=["en"], settings=settings)
ahead = dateparser.parse("in the 1990s", languages=["en"], settings=settings)
sentence = "The war of the 1940s ended in 1945."
found = search_dates(sentence, languages=["en"], settings=settings)
print("dateparser", version("dateparser"), "with now", now)
print("the 1990s:", alone, "; in the 1990s:", ahead)
print(sentence, found)
assert alone == now - timedelta(seconds=1990)
assert ahead == now + timedelta(seconds=1990)
assert found[0][1] == now - timedelta(seconds=1940)
assert found[1][1].year == 1945
PYTHON
