#!/usr/bin/env bash
# jusText 3.0.2: two words in tags of their own become one.
#
# The text between </b> and <b> is a blank, and text that is blank is skipped: "<b>Prime</b> <b>Minister</b>" is read as
# "PrimeMinister", two linked names as one, and a sentence of stressed words as a single string. Counts of words, names
# and phrases go wrong exactly where pages link or stress them. lxml, from whose tree jusText reads, has the blanks.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check justext==3.0.2 lxml==6.1.3 lxml-html-clean==0.4.6
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

import justext
import lxml.html

PARAGRAPHS = {
    "<p>The <b>Prime</b> <b>Minister</b> won.</p>": "The PrimeMinister won.",
    '<p><a href="/s">Ann Smith</a> <a href="/j">Bob Jones</a> met.</p>': "Ann SmithBob Jones met.",
    "<p><em>It</em> <em>is</em> <em>not</em> <em>true</em></p>": "Itisnottrue",
}
for html, seen in PARAGRAPHS.items():
    page = f"<html><body>{html}</body></html>"
    (paragraph,) = justext.justext(page, justext.get_stoplist("English"))
    whole = lxml.html.fromstring(page).text_content()
    print("jusText", version("justext"), ":", paragraph.text, "; lxml", version("lxml"), ":", whole)
    assert paragraph.text == seen
    assert whole.replace(" ", "") == seen.replace(" ", "")
    assert whole.count(" ") > seen.count(" ")
PYTHON
