"""Words as they are compared between articles: what only differs in its dress becomes the same.

British and American spelling, numbers in words or figures, short months, quotation marks, hyphens and accents make no
difference; datelines and tickers are left out. The rules are crude on purpose: they need to give one form for both
spellings, not a right one (*tour* becomes *tor* in every text).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.corpus.corpus import Corpus
from framing.text.annotate import BODY, Annotation

_Bools = npt.NDArray[np.bool_]
_Ints = npt.NDArray[Any]

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = (_ONES + " seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MONTHS = "january february march april may june july august september october november december".split()
_WORDS = (
    {word: str(number) for number, word in enumerate(_SMALL)}
    | {word: str(10 * number) for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}-{one}": str(10 * number + small)
        for number, ten in enumerate(_TENS, 2)
        for small, one in enumerate(_SMALL[1:10], 1)
    }
    | {month[:3]: month for month in _MONTHS if month not in ("march", "may")}
    | {"sept": "september", "grey": "gray", "tyre": "tire", "tyres": "tires", "plough": "plow", "sceptic": "skeptic",
       "sceptics": "skeptics", "sceptical": "skeptical", "ageing": "aging", "judgement": "judgment",
       "towards": "toward", "amongst": "among", "whilst": "while", "learnt": "learned", "aluminium": "aluminum",
       "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "cheque": "check", "cheques": "checks", "mum": "mom"}
)  # fmt: skip
_SPELLING = (  # of the letters of a word, in this order
    (r"([a-z]{2})our(s|ed|ing|able|ably|ite|ites|er|ers|ful|al|hood|less)?$", "${1}or${2}"),  # favour, labour
    (r"is(e|es|ed|er|ers|ing|ation|ations)$", "iz${1}"),  # authorise
    (r"ys(e|es|ed|er|ers|ing)$", "yz${1}"),  # analyse
    (r"(t|b)re(s?)$", "${1}er${2}"),  # centre, fibre
    (r"^(def|off|lic|pret)enc", "${1}ens"),  # defence, licence
    (r"ll(ed|ing|er|ers|or|ors|ment|ments|ful|s)?$", "l${1}"),  # cancelled, enrolment, skilful
    (r"ogue(s?)$", "og${1}"),  # catalogue
    (r"mme(s|d)?$", "m${1}"),  # programme
    (r"ae", "e"),  # anaemia
)
_UNITS = {"thousand": "e3", "million": "e6", "billion": "e9", "trillion": "e12"}
_SHORT_UNITS = {"k": "e3", "m": "e6", "mn": "e6", "mln": "e6", "bn": "e9", "b": "e9", "bln": "e9", "tn": "e12"}
_DROPPED = ("percent", "percentage", "pct", "per", "cent", "dollars", "dollar", "euros", "euro", "")
_OPEN, _CLOSE = ("(", "[", "<"), (")", "]", ">")
_TICKER, _DATELINE = 8, 14  # tokens that these have at most
_DASHES = ("-", "--", "–", "—", "―")


def plain_words(corpus: Corpus) -> pl.DataFrame:
    """The words of all bodies in their plain forms: article, sentence, start, end, word.

    A word joined by hyphens gives several rows with the offsets of the whole; a number takes its unit along
    (*$60 billion*, *$60bn*: 60e9), and loses signs and words of currency and percentage. Left out are a dateline
    before the first dash, and capitals and figures alone in brackets (*(AAPL.O)*, *<HWT.UL>*, *(EU)*).
    """
    text = corpus.annotation
    at, code, forms = plain_codes(text)
    words = text.words.select("row", "sentence", "start", "end")[at]
    return words.select(
        article=pl.lit(text.articles["article"]).gather(pl.col("row")),
        sentence=pl.lit(text.sentences["sentence"]).gather(pl.col("sentence")),
        start="start",
        end="end",
        word=forms.gather(code),
    )


def plain_codes(text: Annotation) -> tuple[_Ints, _Ints, pl.Series]:
    """`plain_words` by number: rows of `text.words`, rows of the plain forms, and these forms."""
    at = np.flatnonzero((text.words["part"] == BODY).to_numpy())
    row, form = text.words["row"].to_numpy(), text.words["form"].to_numpy()
    at = at[~_tickers(row[at], form[at], text.forms["text"])]
    at = at[~_datelines(row[at], form[at], text.forms["text"])]
    at = at[text.words["is_word"].to_numpy()[at]]
    # What a word's plain forms are is asked once of each distinct word.
    used = np.unique(form[at])
    pieces = text.forms["lower"].gather(used).to_frame().select(_plain(pl.col("lower"))).to_series()
    sizes = np.zeros(text.forms.height, dtype=np.int64)
    sizes[used] = pieces.list.len().to_numpy()
    first = np.cumsum(sizes) - sizes  # the first piece of each form
    words = pieces.explode().rename("word")
    size = sizes[form[at]]
    within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
    code = np.repeat(first[form[at]], size) + within
    at = np.repeat(at, size)

    number = words.str.contains(r"^\d").to_numpy()[code]
    unit = words.replace_strict({name: place for place, name in enumerate(_UNITS, 1)}, default=0, return_dtype=pl.Int64)
    unit_of = unit.to_numpy()[code]
    follows = np.zeros(len(code), dtype=bool)
    follows[1:] = number[:-1] & (unit_of[1:] > 0) & (row[at[1:]] == row[at[:-1]])
    power = np.append(np.where(follows[1:], unit_of[1:], 0), 0)[: len(code)]
    kept = ~follows & ~(words.is_in(_DROPPED).to_numpy()[code] & (power == 0))
    forms = pl.concat([words, *(words + power for power in _UNITS.values())])
    return at[kept], (code + power * len(words))[kept], forms


def _plain(lower: pl.Expr) -> pl.Expr:
    """The plain forms of a token in small letters, as a list: one for each part that a hyphen joins."""
    letters = lower.str.normalize("NFKD").str.replace_all(r"[^\p{L}\p{N}.\-‐‑]", "")
    pieces = letters.replace(_WORDS).str.replace_all(r"[‐‑]", "-").str.split("-")
    one = pl.element().replace(_WORDS)
    figure = one.str.contains(r"^\d")
    bare = one.str.replace_all(r"\.+$", "").str.replace(r"^(\d+)(?:st|nd|rd|th)$", "${1}")
    for short, power in _SHORT_UNITS.items():
        bare = bare.str.replace(rf"^([\d.]*\d){short}$", f"${{1}}{power}")
    spelled = one.str.replace_all(r"[^\p{L}\p{N}]", "")
    for pattern, form in _SPELLING:
        spelled = spelled.str.replace(pattern, form)
    return pieces.list.eval(pl.when(figure).then(bare).otherwise(spelled))


def _tickers(row: _Ints, form: _Ints, texts: pl.Series) -> _Bools:
    """Which tokens are brackets that hold nothing but capitals, figures and marks, and what these hold."""
    bracket = texts.is_in([*_OPEN, *_CLOSE]).to_numpy()[form]
    starts = np.flatnonzero(bracket | _first(row))  # of stretches between brackets
    sizes = np.diff(np.append(starts, len(row)))
    if not len(starts):
        return np.zeros(0, dtype=bool)
    capital = texts.str.contains(r"^[\p{Lu}0-9.&:=/^-]+$").to_numpy()[form] & ~bracket
    inside = sizes - bracket[starts]
    alone = (np.add.reduceat(capital, starts, dtype=np.int64) == inside) & (inside > 0) & (inside <= _TICKER)
    return np.repeat(alone & texts.is_in(_OPEN).to_numpy()[form[starts]], sizes)


def _datelines(row: _Ints, form: _Ints, texts: pl.Series) -> _Bools:
    """Which tokens stand before the first dash of a body, and the dash, where they look like *LONDON (Agency) -*."""
    first = np.flatnonzero(_first(row))
    place = np.arange(len(row)) - np.repeat(first, np.diff(np.append(first, len(row))))
    dash = np.flatnonzero(texts.is_in(_DASHES).to_numpy()[form] & (place <= _DATELINE))
    dash = dash[_first(row[dash])]
    begins, before = dash - place[dash], form[np.maximum(dash - 1, 0)]
    capital = texts.str.contains(r"^\p{Lu}{3,}$").to_numpy()[form[begins]]
    found = (place[dash] > 0) & (capital | (texts == ")").to_numpy()[before])
    until = np.full(int(row.max(initial=0)) + 1, -1)
    until[row[dash[found]]] = place[dash[found]]
    gone: _Bools = place <= until[row]
    return gone


def _first(row: _Ints) -> _Bools:
    """Whether a token is the first of its article."""
    return np.append(True, row[1:] != row[:-1])[: len(row)]
