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
_COUNTED = "step rule tip point item part chapter section lesson reason question phase stage option fact myth".split()
_ITEM = r"^(?:\p{N}{1,3}(?:\.\p{N}{1,2}){0,3}|\p{L}|[ivx]{1,4})$"  # a number of a list: *1.*, *1.2.*, *a.*, *iv.*
_CLOSING = [*"\"”〞’'´＇»›)]�", "''"]
_EITHER = [*"“„‟‘‚‛`«‹", "``"]  # marks that open here and close there: „so“, »so«
_MARKS = [*'"“„«', "``"]
_STOP, _ACRONYM = r"^(?:[.!?]|\.{2,}|…|。|！|？)$", r"^(?:\p{L}\.){2,}$"
_OPENING = [*_CLOSING, *_EITHER, *DASHES, "--", *"([-$£€@#"]


def sentence_starts(tokens: Tokens) -> npt.NDArray[np.bool_]:
    """True at each token that begins a sentence."""
    text, lower = pl.col("text"), pl.col("lower")
    gap, has = tokens.gap, tokens.holds
    new_article = np.append(True, tokens.row[1:] != tokens.row[:-1])[: len(gap)]
    starts = new_article | (gap >= 2)
    place = np.arange(len(gap))
    stands_off = np.append(gap[1:], 0)[: len(gap)] >= 0
    closing = (gap < 0) & (has(text.is_in(_CLOSING)) | (has(text.is_in(_EITHER)) & stands_off))
    ending = text.str.contains(_STOP) | text.str.contains(_ACRONYM)
    # The last token before each that is no closing mark: a stop there ends the sentence.
    last = _before(np.maximum.accumulate(np.where(closing, 0, place)))
    rows = np.flatnonzero((gap >= 0) & ~closing & has(ending)[last])  # nowhere else a sentence can end
    last, before, behind = last[rows], np.maximum(rows - 1, 0), np.minimum(rows + 1, len(gap) - 1)
    there, ends_here = rows < len(gap) - 1, np.append(new_article[1:], True)[rows]
    stopped, after_full = has(text.str.contains(_STOP), last), has(text == ".", last)
    word = np.where(after_full, np.maximum(last - 1, 0), last)  # behind which the stop stands
    joined = (gap[word] < 0) & has(text == "&", np.maximum(word - 1, 0))  # the T of AT&T is no initial
    initial = after_full & (gap[last] < 0) & has(text.str.contains(r"^\p{Lu}$"), word) & ~joined
    capital = has(text.str.contains(r"^[\p{Lu}\p{Lt}\p{Lo}\p{N}]"), rows)
    # An ellipsis between blanks, behind a stop, leads what follows: *He left. ... She stayed.*
    upper_next = has(text.str.contains(r"^\p{Lu}"), behind) & there
    leads = has(text.str.contains(r"^(?:\.{2,}|…)$"), rows) & stopped & ~ends_here & upper_next
    small_next = has(text.str.contains(r"^\p{Ll}"), behind) & there
    # A quotation in small letters may begin a sentence, if nothing closes before it: *It rose. "price gouging" is it.*
    quotes = has(text.is_in(_MARKS), rows) & small_next & (gap[behind] < 0) & after_full & (last == before)
    opening = has(text.is_in(_OPENING), rows) & ~small_next
    begins = (capital & ~np.isin(before, rows[leads])) | leads | opening | quotes
    is_word = has(pl.col("is_word"), rows)
    opener = np.where(is_word, has(lower.is_in(OPENERS), rows), has(lower.is_in(OPENERS), behind) & there)
    abbreviated = after_full & has(lower.is_in(ABBREVIATIONS), word)
    numbered = has(lower.is_in(_NUMBERED), word) & has(text.str.contains(r"^\p{N}"), rows)
    titled = after_full & (has(lower.is_in(TITLES), word) | numbered)
    doubtful = abbreviated | has(text.str.contains(_ACRONYM), last) | initial
    # A number of a list, and a time of a live blog, at the start of a paragraph.
    counted = has(text.str.contains(r"^\p{N}{1,3}$"), word) & (gap[word] >= 0)
    step = starts[np.maximum(word - 1, 0)] & counted & has(lower.is_in(_COUNTED), np.maximum(word - 1, 0))
    item = after_full & (step | (starts[word] & has(text.str.contains(_ITEM), word)))
    clock = has(text.str.contains(r"^(?i:[ap]\.m\.)$"), last) & starts[np.maximum(last - 1, 0)]
    ends = ~(titled | item | clock) & np.where(doubtful, opener & (capital | ~is_word), stopped)
    inside = begins & ends
    cried = inside & has(text.is_in(["?", "!"]), last) & (last != before)
    inside[cried] = ~_spoken(tokens, rows[cried])
    starts[rows[inside]] = True
    endless: npt.NDArray[np.bool_] = (place - np.maximum.accumulate(np.where(starts, place, 0))) % LONGEST == 0
    return starts | endless


def _spoken(tokens: Tokens, rows: Numbers) -> npt.NDArray[np.bool_]:
    """Whether a name begins at each of these rows that a verb of speech follows."""
    places = rows[:, None] + np.arange(_NAME + 1)
    at = np.minimum(places, len(tokens.gap) - 1)
    capital = tokens.holds(pl.col("text").str.contains(r"^[\p{Lu}.]"), at[:, :-1])
    name = np.logical_and.accumulate(capital & (tokens.gap[at[:, 1:]] < 2) & (places[:, 1:] < len(tokens.gap)), axis=1)
    speech = tokens.holds(pl.col("lower").is_in(_SPEECH), at[:, 1:])
    spoken: npt.NDArray[np.bool_] = np.logical_or.reduce(name & speech, axis=1)
    return spoken


def _before(rows: Numbers) -> Numbers:
    """What stands at the row before; the first row, which begins an article, stands for itself."""
    return np.append(rows[:1], rows[:-1])
