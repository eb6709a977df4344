#!/usr/bin/env bash
# textstat 0.7.13: eight sentences of two words are one sentence of sixteen.
#
# sentence_count passes over sentences of one or two words, which its documentation does not say; their words count all
# the same. Flesch, Kincaid, Fog, SMOG and the other grades go by that count: a text of short sentences is read as one
# long one, and with a third word in each it gets longer and seven school grades easier. In a report, "No comment."
# makes the sentences around it longer. There is no option.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.13
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

import textstat

TEXTS = [
    "He resigned. She stayed. Nobody died. They left. It ended. He wept. We won. I lost.",
    "He resigned now. She stayed there. Nobody died here. They left soon. It ended well. He wept much. We won it. I lost it.",
    "The minister resigned on Monday evening. No comment. No reason. His party looks for another.",  # four
]
seen = [
    (
        textstat.sentence_count(text),
        round(textstat.words_per_sentence(text), 2),
        round(textstat.automated_readability_index(text), 2),
    )
    for text in TEXTS
]
print("textstat", version("textstat"), "sentences, words in each, grade (ARI):")
for text, counts in zip(TEXTS, seen):
    print(counts, text)
assert [counts[:2] for counts in seen] == [(1, 16.0), (8, 3.0), (2, 7.5)], seen
assert seen[0][2] - seen[1][2] > 7
PYTHON
