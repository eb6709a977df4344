"""Words as they are compared between articles: what only differs in its dress becomes the same.

British and American spelling, numbers in words or figures, short months, quotation marks, hyphens and accents make no
difference; datelines and tickers are left out. The rules are crude on purpose: they need to give one form for both
spellings, not a right one (*tour* becomes *tor* in every text).
"""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus

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
    tokens = corpus.tokens.filter(pl.col("part") == "body").select(
        "article", "sentence", "start", "end", "text", "lower", "is_word"
    )
    kept = _without_datelines(_without_tickers(tokens)).filter("is_word").drop("text", "is_word")
    # What a word's plain forms are is asked once of each distinct word.
    forms = kept.select(pl.col("lower").unique()).with_columns(word=_plain(pl.col("lower"))).explode("word")
    forms = forms.with_columns(number=pl.col("word").str.contains(r"^\d"))
    words = kept.join(forms, on="lower", maintain_order="left_right")
    unit = pl.when(pl.col("number")).then(pl.col("word").shift(-1).replace_strict(_UNITS, default=""))
    follows = pl.col("number").shift(1, fill_value=False) & pl.col("word").is_in(list(_UNITS))
    return (
        words.with_columns(word=pl.col("word") + unit.fill_null(""))
        .filter(~follows, ~pl.col("word").is_in(_DROPPED))
        .select("article", "sentence", "start", "end", "word")
    )


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


def _without_tickers(tokens: pl.DataFrame) -> pl.DataFrame:
    """Tokens but for brackets that hold nothing but capitals, figures and marks."""
    bracket = pl.col("text").is_in([*_OPEN, *_CLOSE])
    first = (pl.col("article") != pl.col("article").shift(1)).fill_null(True)
    marked = tokens.with_columns(bracket=bracket, segment=(bracket | first).cum_sum())
    opened = marked.filter(pl.col("text").is_in(_OPEN)).select("segment")
    capitals = (
        marked.filter(~pl.col("bracket"))
        .join(opened, on="segment", how="semi")
        .group_by("segment")
        .agg(size=pl.len(), capital=pl.col("text").str.contains(r"^[\p{Lu}0-9.&:=/^-]+$").all())
        .filter("capital", pl.col("size") <= _TICKER)
    )
    return marked.join(capitals, on="segment", how="anti", maintain_order="left").select(tokens.columns)


def _without_datelines(tokens: pl.DataFrame) -> pl.DataFrame:
    """Tokens but for those before the first dash of a body, where they look like *LONDON, Dec 9 (Agency) -*."""
    first = (pl.col("article") != pl.col("article").shift(1)).fill_null(True)
    rows = tokens.with_row_index("at")
    begins = pl.when(first).then("at").forward_fill()
    rows = rows.with_columns(place=pl.col("at") - begins)
    head = rows.filter(pl.col("place") <= _DATELINE)
    dash = (pl.col("text").is_in(_DASHES)).arg_max()
    datelines = (
        head.group_by("article")
        .agg(
            dash=pl.when(pl.col("text").is_in(_DASHES).any()).then(dash),
            capital=pl.col("text").first().str.contains(r"^\p{Lu}{3,}$"),
            before=pl.col("text").get((dash.cast(pl.Int64) - 1).clip(0)),
        )
        .filter(pl.col("dash") > 0, pl.col("capital") | (pl.col("before") == ")"))
        .select("article", "dash")
    )
    gone = head.join(datelines, on="article").filter(pl.col("place") <= pl.col("dash"))
    return rows.join(gone, on="at", how="anti", maintain_order="left").select(tokens.columns)
