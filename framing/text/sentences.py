"""Sentence boundaries, decided on tokens.

A sentence ends at a paragraph break, and after a stop (with the closing quotation marks and
brackets that touch it) where white space follows and the next token can begin a sentence. A stop
behind an abbreviation, a title or an initial ends no sentence by itself: what follows decides.
What runs on for 1,000 tokens is no sentence of anybody's, but a list or a text without stops: there it is cut, so that
whatever looks at a whole sentence stays bounded (the article bears the flag `long_sentence`).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.tokenise import Numbers, Tokens
from framing.text.typography import DASHES

# Titles and the like: a name follows, so the stop never ends a sentence.
TITLES = (
    "mr mrs ms mx dr prof rev fr hon st sen sens rep reps gov govs gen lt col maj capt cpl sgt cmdr adm "
    "pres supt atty sec asst dep messrs mt ft vs v viz cf nos pp vol fig approx ca "
    "cllr ald insp det cdr ldr sqn wg flt brig pte msgr bp shri sri smt kum adv rs hon'ble er"
).split()
# Abbreviations that can stand at the end of a sentence: it ends there if a frequent sentence opener follows.
ABBREVIATIONS = (
    "inc corp ltd co cos llc plc bros jr sr esq est etc al dept univ assn ave blvd rd jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ariz ark calif colo conn del fla ga "
    "ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ala "
    "pvt govt bn mn hrs retd rtd hons dist engg"
).split()
# Words that open sentences far more often than they follow an abbreviation inside one.
OPENERS = (
    "the a an this that these those he she it they we i you his her its their our my there here in on at by "
    "for from with as but and or so if when while after before although though since because despite under "
    "however meanwhile what who why how where some many most several all both such no not yet now then"
).split()
# Behind a question or a cry in quotation marks these, and the name before them, belong to it: *“Who?” Roe asked.*
_SPEECH = (
    "said says asked asks wrote writes told tells cried cries shouted shouts replied replies answered exclaimed "
    "wondered tweeted demanded screamed yelled responded joked quipped recalled mused retorted"
).split()
LONGEST = 1000  # tokens of a sentence
_NAME = 5  # words of a name before such a verb
_NUMBERED = ["no", "art", "p"]  # titles before a number: *No. 3*
_CLOSING = [*"\"”〞’'´＇»›)]�", "''"]
_EITHER = [*"“„‟‘‚‛`«‹", "``"]  # marks that open here and close there: „so“, »so«
_OPENING = [*_CLOSING, *_EITHER, *DASHES, "--", *"([-$£€@#"]


def sentence_starts(tokens: Tokens) -> npt.NDArray[np.bool_]:
    """True at each token that begins a sentence."""
    text, lower = pl.col("text"), pl.col("lower")
    has = tokens.holds
    gap, is_word = tokens.gap, has(pl.col("is_word"))
    new_article = np.append(True, tokens.row[1:] != tokens.row[:-1])[: len(gap)]
    stop, full = has(text.str.contains(r"^(?:[.!?]|\.{2,}|…|。|！|？)$")), has(text == ".")
    stands_off = np.append(gap[1:], 0)[: len(gap)] >= 0
    closing = (gap < 0) & (has(text.is_in(_CLOSING)) | (has(text.is_in(_EITHER)) & stands_off))
    # The last token before each that is no closing mark: a stop there ends the sentence.
    last = _before(np.maximum.accumulate(np.where(closing, 0, np.arange(len(gap)))))
    stopped, after_full = stop[last], full[last]
    word = np.where(after_full, _before(np.arange(len(gap)))[last], last)  # behind which the stop stands
    joined = (gap < 0) & has(text == "&")[_before(np.arange(len(gap)))]  # the T of AT&T is no initial
    initial = after_full & (gap[last] < 0) & (has(text.str.contains(r"^\p{Lu}$")) & ~joined)[word]
    capital = has(text.str.contains(r"^[\p{Lu}\p{Lt}\p{Lo}\p{N}]"))
    # An ellipsis between blanks, behind a stop, leads what follows: *He left. ... She stayed.*
    leads = (
        has(text.str.contains(r"^(?:\.{2,}|…)$"))
        & (gap >= 0)
        & stopped
        & ~_next(new_article, True)
        & _next(has(text.str.contains(r"^\p{Lu}")), False)
    )
    begins = (
        (capital & ~leads[_before(np.arange(len(gap)))])
        | leads
        | (has(text.is_in(_OPENING)) & ~_next(has(text.str.contains(r"^\p{Ll}")), False) & (gap >= 0))
    )
    opens = has(lower.is_in(OPENERS))
    opener = np.where(is_word, opens, _next(opens, False))
    abbreviated = after_full & has(lower.is_in(ABBREVIATIONS))[word]
    numbered = has(lower.is_in(_NUMBERED))[word] & has(text.str.contains(r"^\p{N}"))
    titled = after_full & (has(lower.is_in(TITLES))[word] | numbered)
    doubtful = abbreviated | has(text.str.contains(r"^(?:\p{L}\.){2,}$"))[last] | initial
    # A number of a list, and a time of a live blog, at the start of a paragraph.
    starts = new_article | (gap >= 2)
    item = after_full & starts[word] & has(text.str.contains(r"^(?:\p{N}{1,3}|\p{L}|[ivx]{1,4})$"))[word]
    clock = has(text.str.contains(r"^(?i:[ap]\.m\.)$"))[last] & starts[_before(np.arange(len(gap)))[last]]
    titled |= item | clock
    ends = ~titled & np.where(doubtful, opener & (capital | ~is_word), stopped)
    inside = (gap >= 0) & begins & ends & ~closing
    cried = inside & has(text.is_in(["?", "!"]))[last] & (last != _before(np.arange(len(gap))))
    inside[_spoken(np.flatnonzero(cried), has(text.str.contains(r"^[\p{Lu}.]")), has(lower.is_in(_SPEECH)), gap)] = (
        False
    )
    starts |= inside
    place = np.arange(len(gap))
    endless: npt.NDArray[np.bool_] = (place - np.maximum.accumulate(np.where(starts, place, 0))) % LONGEST == 0
    return starts | endless


def _spoken(rows: Numbers, capital: npt.NDArray[np.bool_], speech: npt.NDArray[np.bool_], gap: Numbers) -> Numbers:
    """Of these rows those at which a name begins that a verb of speech follows."""
    open_, spoken = np.ones(len(rows), dtype=bool), np.zeros(len(rows), dtype=bool)
    for size in range(1, _NAME + 1):
        at = np.minimum(rows + size, len(gap) - 1)
        open_ &= capital[at - 1] & (gap[at] < 2) & (rows + size < len(gap))
        spoken |= open_ & speech[at]
    return rows[spoken]


def _before(rows: Numbers) -> Numbers:
    """What stands at the row before; the first row, which begins an article, stands for itself."""
    return np.append(rows[:1], rows[:-1])


def _next(holds: npt.NDArray[np.bool_], behind: bool) -> npt.NDArray[np.bool_]:
    """What holds of the next token; `behind` the last."""
    return np.append(holds[1:], behind)[: len(holds)]
