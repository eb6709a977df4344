#!/usr/bin/env bash
# simplemma 2.0.0: the lemma of "worse" is "wrong", that of "gone" is "gan".
#
# A form can belong to several words, and the list keeps one of them, for some of the commonest forms the rarest: better,
# best and worst become good, good and bad, but worse becomes "wrong"; went and going become go, but gone a word of
# dialect; knives are a knife, but wives, thieves and shelves become verbs. "The war got worse" turns into a judgement,
# and what is counted by lemma falls apart.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check simplemma==2.0.0
"$place/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

from simplemma import lemmatize, text_lemmatizer

SEEN = {
    **{"better": "good", "best": "good", "worst": "bad", "worse": "wrong"},
    **{"goes": "go", "went": "go", "going": "go", "gone": "gan"},
    **{"knives": "knife", "wolves": "wolf", "wives": "wive", "thieves": "thieve", "shelves": "shelve"},
}
lemmas = {word: lemmatize(word, lang="en") for word in SEEN}
sentence = text_lemmatizer("The war got worse.", lang="en")
print("simplemma", version("simplemma"), lemmas, sentence)
assert lemmas == SEEN, lemmas
assert sentence[-2] == "wrong"
PYTHON
