#!/usr/bin/env bash
# py3langid 0.4.0: plain English headlines are Nigerian Pidgin.
#
# The new model knows 139 languages, the one before it 97. Nigerian Pidgin (pcm) is among the new ones; it shares its
# words with English, and what distinguishes it, the small words, is what headlines leave out. Of these ten, release
# 0.3.0 calls nine English and one German; 0.4.0 calls all ten Pidgin, none with a warning. Only comparing scores shows
# how near English is. Where a set of languages is known, give it (set_languages): then all ten are English.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cat > "$place/headlines.py" <<'PYTHON'
from importlib.metadata import version

import py3langid

HEADLINES = [
    "Ukraine strikes oil depot in Russia",
    "Russia strikes oil depot in Ukraine",
    "Police seek man",
    "Police seek two men",
    "Police arrest two men in Lagos",
    "Trump meets Putin in Alaska",
    "Nigeria election: who is who",
    "Gunmen kill nine",
    "Sudan war: army takes Khartoum",
    "China bans seafood from Japan",
]
free = [py3langid.classify(headline)[0] for headline in HEADLINES]
py3langid.set_languages(["en", "fr", "de", "es", "it"])
bound = [py3langid.classify(headline)[0] for headline in HEADLINES]
print("py3langid", version("py3langid"), "of all its languages:", free, "; of five:", bound)
if version("py3langid") == "0.4.0":
    assert free == ["pcm"] * 10, free
    assert bound == ["en"] * 10, bound
else:
    assert free.count("en") == 9, free
PYTHON
for release in 0.3.0 0.4.0; do
  python3 -m venv "$place/$release"
  "$place/$release/bin/pip" install --quiet --disable-pip-version-check "py3langid==$release" numpy==2.4.6
  "$place/$release/bin/python" "$place/headlines.py"
done
