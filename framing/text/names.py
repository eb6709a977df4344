"""Which words are part of a proper name: they say what something is called, not what it is like.

An article is read alone. Part of a name is:
- a word with a capital inside a sentence, unless the sentence has its capitals for style, as headlines do, or the
  word is all in capitals for emphasis;
- a word at the start of a sentence that has a capital inside one elsewhere in the article and is nowhere in small
  letters; a title before a name; what stands before the word for a body (*Justice Department*).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.annotate import Annotation
from framing.text.typography import APOSTROPHES

_SHORT = 5  # letters: a longer word in capitals is emphasis and no acronym; in a quotation any
# Behind these, as at the start of a sentence, a capital says nothing.
_FREE = [*":\"'([…?!-•*/", "..", "..."]
# Words that stay small where headlines have capitals.
_SMALL = (
    "a an the and or but nor of in on at to for from by with as is are was be its it vs via over into up out off per "
    "than that after amid about against under before not no"
).split()
_TITLES = (
    "mr mrs ms dr prof gov sen rep gen col lt sgt capt maj rev hon sir dame lord lady king queen prince princess pope "
    "saint president justice judge general major chief secretary minister governor senator"
).split()
_BODIES = (
    "act administration agency alliance association authority bank bill board bureau centre center church club "
    "coalition college commission committee congress corporation corps council court department directorate fund "
    "group hospital house institute league ministry museum office organisation organization parliament party police "
    "post press school senate service society street times tribunal trust union university"
).split()

_Bools = npt.NDArray[np.bool_]


def names(text: Annotation) -> _Bools:
    """For each row of `text.words` whether it is part of a proper name."""
    words, form = text.words, text.words["form"].to_numpy()
    lower = pl.col("lower").str.replace(r"'s?$", "")
    whole = pl.col("text").str.replace(f"[{APOSTROPHES}]s?$", "")
    of = text.forms.select(
        word=lower.rank("dense").cast(pl.Int64),
        capital=whole.str.contains(r"^\p{Lu}") & ~pl.col("lower").str.contains(r"^i(?:'|$)"),
        small=whole.str.contains(r"^\p{Ll}"),
        loud=whole.str.contains(r"^\p{Lu}[^\p{Ll}]*\p{Lu}") & ~whole.str.contains(r"\p{Ll}"),
        long=whole.str.len_chars() > _SHORT,
        free=pl.col("lower").is_in(_FREE),
        stop=pl.col("lower") == ".",
        styled=whole.str.contains(r"^\p{Ll}") & ~pl.col("lower").is_in(_SMALL),
        title=lower.is_in(_TITLES),
        body=lower.str.replace(r"s$", "").is_in(_BODIES),
    )  # fmt: skip
    asked = {name: of[name].to_numpy()[form] for name in of.columns}
    sentence, row = words["sentence"].to_numpy(), words["row"].to_numpy().astype(np.int64)
    quoted = words["quoted"].to_numpy()
    opens = np.append(True, sentence[1:] != sentence[:-1])[: len(sentence)]
    emphasis = asked["loud"] & (asked["long"] | quoted)
    capital = asked["capital"] & ~emphasis
    start = opens | np.append(False, asked["free"][:-1])[: len(sentence)]
    prose = np.bincount(sentence, weights=asked["styled"], minlength=int(sentence.max(initial=0)) + 1) > 0
    inside = capital & ~start & prose[sentence]
    asked_of = np.zeros(of["word"].n_unique() + 1, dtype=bool)
    asked_of[asked["word"][inside]] = True  # words that are ever inside a sentence with a capital: few
    of_article = row * len(asked_of) + asked["word"]  # a word of an article, whatever its capitals
    known, doubtful = np.zeros(len(row), dtype=bool), np.flatnonzero(capital & ~inside & asked_of[asked["word"]])
    small = of_article[asked["small"] & asked_of[asked["word"]]]
    known[doubtful] = np.isin(of_article[doubtful], of_article[inside]) & ~np.isin(of_article[doubtful], small)
    behind = _next(inside, sentence)
    behind |= _next(asked["stop"], sentence) & _next(_next(inside, sentence), sentence)
    title = capital & asked["title"] & behind
    body = capital & _next(inside & asked["body"], sentence)
    named: _Bools = inside | known | title | body
    return named


def _next(holds: _Bools, sentence: npt.NDArray[np.uint32]) -> _Bools:
    """Whether something holds of the next token in the same sentence."""
    same = sentence[1:] == sentence[:-1]
    return np.append(holds[1:] & same, False)[: len(holds)]
