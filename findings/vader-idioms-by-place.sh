#!/usr/bin/env bash
# vaderSentiment 3.3.2: an idiom counts only if its loaded word is the fourth of the text or later.
#
# VADER keeps a short list of idioms whose words mislead: "the bomb" is praise, "bus stop" is nothing. It looks for them
# only at words with three others before them, so that "The bus stop closed" is negative and "They closed the old bus
# stop" is not, and "The bomb" is bad where "He is the bomb" is good. Headlines are where the three words are missing.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check vaderSentiment==3.3.2
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

score = SentimentIntensityAnalyzer().polarity_scores
PAIRS = [
    ("The bus stop closed", "They closed the old bus stop"),
    ("The bomb", "He is the bomb"),
    ("A kiss of death", "It was the kiss of death"),
    ("Yeah right", "And he said yeah right"),
]
seen = [(score(early)["compound"], score(late)["compound"]) for early, late in PAIRS]
print("vaderSentiment", version("vaderSentiment"))
for pair, scores in zip(PAIRS, seen):
    print(dict(zip(pair, scores)))
assert seen == [(-0.296, 0.0), (-0.4939, 0.6124), (0.0772, -0.6124), (0.296, -0.4588)], seen
PYTHON
