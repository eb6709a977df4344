"""Which words are part of a proper name: they say what something is called, not what it is like.

An article is read alone. Part of a name is:
- a word with a capital inside a sentence, unless the sentence has its capitals for style, as headlines do, or the
  word is all in capitals for emphasis: a long one, or a short one that the article has in small letters too, or that
  stands so in its headline alone (*declares WAR*);
- a word at the start of a sentence that has a capital inside one elsewhere in the article and is nowhere in small
  letters; a title before a name; what stands before the word for a body (*Justice Department*).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.annotate import Annotation
from framing.text.typography import APOSTROPHES

_HEADLINE = 1  # in `Annotation.words`, column part
_LONG = r"\p{L}{6}"  # letters: such a word in capitals is emphasis and no acronym; in a quotation any (AFL-CIO is two)
# Behind these, as at the start of a sentence, a capital says nothing.
_FREE = [*":\"'([…?!-•*", "..", "..."]
# Words that stay small where headlines have capitals.
_SMALL = (
    "a an the and or but nor of in on at to for from by with as is are was be its it vs via over into up out off per "
    "than that after amid about against under before not no"
).split()
_ACRONYMS = "us who it un uk eu pm am ag ai aids can is".split()  # that small words, or none, are spelt like
# A capital behind a small particle is one too: *d'Arcy*, *al-Rashid*.
PREFIXED = rf"(?:[dl][{APOSTROPHES}]|(?:al|el|ad|ar|as|ash|an|at|az|ul|ed|es)-)"
_CAPITAL = rf"^{PREFIXED}?\p{{Lu}}"
_TITLES = (
    "mr mrs ms dr prof gov sen rep gen col lt sgt capt maj rev hon sir dame lord lady king queen prince princess pope "
    "saint president justice judge general major chief secretary minister governor senator"
).split()
BODIES = (
    "act administration agency alliance association authority bank bill board bureau centre center church club "
    "coalition college commission committee congress corporation corps council court department directorate fund "
    "group hospital house institute league ministry museum office organisation organization parliament party police "
    "post press school senate service society street times tribunal trust union university"
).split()

_Bools = npt.NDArray[np.bool_]
_Ints = npt.NDArray[Any]


def names(text: Annotation) -> _Bools:
    """For each row of `text.words` whether it is part of a proper name."""
    words, form, sentence = text.words, text.words["form"].to_numpy(), text.words["sentence"].to_numpy()
    of = _asked(text.forms)
    prose = np.zeros(text.sentences.height, dtype=bool)
    prose[sentence[of["styled"][form]]] = True
    rows = np.flatnonzero(of["capital"][form])  # only words with a capital are looked at
    emphasis = of["loud"][form[rows]] & (of["long"][form[rows]] | words["quoted"].to_numpy()[rows])
    short = of["loud"][form[rows]] & ~emphasis
    emphasis[short] = _shouted(words, form, of, rows[short])
    rows = rows[~emphasis]
    kind, behind = form[rows], np.minimum(rows + 1, words.height - 1)
    goes_on = (behind > rows) & (sentence[behind] == sentence[rows])
    start = (rows == 0) | (sentence[rows - 1] != sentence[rows]) | of["free"][form[rows - 1]]
    start &= ~of["prefixed"][form[rows]]  # nothing but a name is spelt so
    start |= of["slash"][form[rows - 1]] & ~of["capital"][form[np.maximum(rows - 2, 0)]]  # but not of *CNN/ORC*
    inside = ~start & prose[sentence[rows]]
    named = np.zeros(words.height, dtype=bool)
    named[rows[inside]] = True

    asked = np.zeros(len(of["word"]), dtype=bool)
    asked[of["word"][kind[inside]]] = True  # words that are ever inside a sentence with a capital: few
    article = words["row"].to_numpy().astype(np.int64) * len(asked)
    doubtful = np.flatnonzero(~inside & asked[of["word"][kind]])
    small = np.flatnonzero((of["small"] & asked[of["word"]])[form])
    # A word of an article, whatever its capitals.
    one, others, smalls = (
        pl.Series(article[at] + of["word"][form[at]]) for at in (rows[doubtful], rows[inside], small)
    )
    known = np.zeros(len(rows), dtype=bool)
    known[doubtful] = (one.is_in(others.implode()) & ~one.is_in(smalls.implode())).to_numpy()

    next_inside = goes_on & named[behind]
    after = np.minimum(behind + 1, words.height - 1)
    after_stop = goes_on & of["stop"][form[behind]] & named[after] & (sentence[after] == sentence[behind])
    title = of["title"][kind] & (next_inside | after_stop)
    body = next_inside & of["body"][form[behind]]
    named[rows[known | title | body]] = True
    return named


def _shouted(words: pl.DataFrame, form: _Ints, of: dict[str, npt.NDArray[Any]], rows: _Ints) -> _Bools:
    """Short words in capitals that are no acronyms: the article has them in small letters, or in its headline alone."""
    asked = np.zeros(len(of["word"]), dtype=bool)
    asked[of["word"][form[rows]]] = True
    asked[of["word"][of["acronym"]]] = False
    small = np.flatnonzero((of["small"] & asked[of["word"]])[form])
    headline = words["part"].to_numpy()[rows] == _HEADLINE
    article = words["row"].to_numpy().astype(np.int64) * len(asked)
    one, smalls, bodies = (article[at] + of["word"][form[at]] for at in (rows, small, rows[~headline]))
    found: _Bools = np.isin(one, smalls) | (headline & asked[of["word"][form[rows]]] & ~np.isin(one, bodies))
    return found


def _asked(forms: pl.DataFrame) -> dict[str, npt.NDArray[Any]]:
    """What is asked of each distinct token. word: its number, the same whatever its capitals."""
    lower = pl.col("lower").str.replace(r"'s?$", "")
    whole = pl.col("text").str.replace(f"[{APOSTROPHES}]s?$", "")
    of = forms.select(
        word=lower.rank("dense").cast(pl.Int64) - 1,
        capital=whole.str.contains(_CAPITAL) & ~pl.col("lower").str.contains(r"^i(?:'|$)"),
        small=whole.str.contains(r"^\p{Ll}") & ~whole.str.contains(_CAPITAL),
        prefixed=whole.str.contains(rf"^{PREFIXED}\p{{Lu}}"),
        loud=whole.str.contains(r"^\p{Lu}[^\p{Ll}]*\p{Lu}") & ~whole.str.contains(r"\p{Ll}"),
        long=whole.str.contains(_LONG),
        free=pl.col("lower").is_in(_FREE),
        slash=pl.col("lower") == "/",
        stop=pl.col("lower") == ".",
        acronym=lower.is_in(_ACRONYMS),
        styled=whole.str.contains(r"^\p{Ll}") & ~pl.col("lower").is_in(_SMALL),
        title=lower.is_in(_TITLES),
        body=lower.str.replace(r"s$", "").is_in(BODIES),
    )
    return {name: of[name].to_numpy() for name in of.columns}
