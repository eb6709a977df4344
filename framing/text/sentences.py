"""Sentence boundaries, decided on tokens.

A sentence ends at a paragraph break, and after a stop (with the closing quotation marks and
brackets that touch it) where white space follows and the next token can begin a sentence. A stop
behind an abbreviation, a title or an initial ends no sentence by itself: what follows decides.
"""

from __future__ import annotations

import polars as pl

# Titles and the like: a name follows, so the stop never ends a sentence.
TITLES = (
    "mr mrs ms mx dr prof rev fr hon st sen sens rep reps gov govs gen lt col maj capt cpl sgt cmdr adm "
    "pres supt atty sec asst dep messrs mt ft vs v viz cf nos pp vol fig approx ca"
).split()
# Abbreviations that can stand at the end of a sentence: it ends there if a frequent sentence opener follows.
ABBREVIATIONS = (
    "inc corp ltd co cos llc plc bros jr sr esq est etc al dept univ assn ave blvd rd jan feb mar apr jun jul "
    "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ariz ark calif colo conn del fla ga "
    "ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ala"
).split()
# Words that open sentences far more often than they follow an abbreviation inside one.
OPENERS = (
    "the a an this that these those he she it they we i you his her its their our my there here in on at by "
    "for from with as but and or so if when while after before although though since because despite under "
    "however meanwhile what who why how where some many most several all both such no not yet now then"
).split()
_CLOSING = ['"', "”", "’", "'", ")", "]", "»", "�"]
_OPENING = ['"', "“", "‘", "'", "(", "[", "«", "—", "–", "-", "�", "$", "£", "€", "@", "#"]


def sentence_starts(tokens: pl.DataFrame) -> pl.Series:
    """True at each token that begins a sentence.

    `tokens` has article, text, lower, is_word and gap (see `tokenise`), in order.
    """
    text, lower = pl.col("text"), pl.col("lower")
    stop = text.str.contains(r"^(?:[.!?]|\.{2,}|…|。|！|？)$")
    closing = text.is_in(_CLOSING) & (pl.col("gap") < 0)
    # The last token that is no closing mark, seen from each token: a stop there ends the sentence.
    last = pl.when(closing).then(None)
    frame = tokens.lazy().with_columns(
        stop=last.otherwise(stop).forward_fill(),
        full=last.otherwise(text == ".").forward_fill(),
        acronym=last.otherwise(text.str.contains(r"^(?:\p{L}\.){2,}$")).forward_fill(),
        word=last.otherwise(pl.when(text == ".").then(lower.shift(1)).otherwise(lower)).forward_fill(),
        initial=last.otherwise(
            (text == ".") & text.shift(1).str.contains(r"^\p{Lu}$") & (pl.col("gap") < 0)
        ).forward_fill(),
    )
    capital = text.str.contains(r"^[\p{Lu}\p{Lt}\p{Lo}\p{N}]")
    # An ellipsis between blanks, behind a stop, leads what follows: *He left. ... She stayed.*
    leads = (
        text.str.contains(r"^(?:\.{2,}|…)$")
        & (pl.col("gap") >= 0)
        & pl.col("stop").shift(1)
        & (pl.col("article") == pl.col("article").shift(-1))
        & text.shift(-1).str.contains(r"^\p{Lu}")
    ).fill_null(False)
    begins = (
        (capital & ~leads.shift(1, fill_value=False))
        | leads
        | (text.is_in(_OPENING) & ~text.shift(-1).fill_null("").str.contains(r"^[\p{Ll}]") & (pl.col("gap") >= 0))
    )
    first_word = pl.when(pl.col("is_word")).then(lower).otherwise(lower.shift(-1))
    opener = first_word.is_in(OPENERS) & ~first_word.is_null()
    abbreviated = pl.col("full").shift(1) & pl.col("word").shift(1).is_in(ABBREVIATIONS)
    titled = pl.col("full").shift(1) & (
        pl.col("word").shift(1).is_in(TITLES)
        | (pl.col("word").shift(1).is_in(["no", "art", "p"]) & text.str.contains(r"^\p{N}"))
    )
    ends = (
        pl.when(titled)
        .then(False)
        .when(abbreviated | pl.col("acronym").shift(1) | pl.col("initial").shift(1))
        .then(opener & capital | (~pl.col("is_word") & opener))
        .otherwise(pl.col("stop").shift(1))
    )
    new_article = pl.col("article") != pl.col("article").shift(1)
    starts = (
        new_article.fill_null(True)
        | (pl.col("gap") >= 2)
        | ((pl.col("gap") >= 0) & begins & ends.fill_null(False) & ~closing)
    )
    return frame.select(starts=starts).collect().to_series()
