"""Names in a text: runs of words with a capital, with the small words that belong inside them.

*Bureau of Industry and Security*, *Johnson & Johnson*, *Marco de la Vega* and *Mohammed bin Salman* are one name each;
*Putin and Biden* are two. Offices, adjectives of countries, days, months and words that only open a sentence are none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import polars as pl

from framing.comparison.content.pieces import LINKS, Known, pieces
from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    DEMONYMS,
    NUMBERED,
    OCCUPATIONS,
    STOP,
    TITLES,
    TOPICS,
)
from framing.corpus.corpus import Corpus
from framing.text.typography import APOSTROPHES

# *Moscow-backed*, not *Cheuk-ting*
_COMPOUND = (
    r"[-‐‑](?:\p{Ll}{2,}ed|\p{Ll}{3,}ing|"
    r"\p{Ll}*(?:led|by|law|elect|born|run|made|style|era|wide|area|held|bound|like))$"
)
_OWNERS = frozenset(
    "people women woman children men workers veterans farmers citizens".split()
)  # People's Liberation Army
_SMALL = "a an and as at but by for from in into nor of on or over per than the to up v via vs with".split()
_TITLE = 5  # words of four letters and more, all with a capital, from which a line is a title
# "St. Mark's Place", "King's College"
_OWNED = frozenset("place square church cathedral hospital college beach island".split())
_DAY = r"day$|^(?:january|february|march|april|june|july|august|september|october|november|december)$"
_NIGHTS = ["live", "football", "lights", "fever", "takeaway", "raw"]
_SUNDAYS = "times telegraph mail express mirror world independent herald post people business".split()
# Before these a day is part of a name: "Black Friday", "Fox News Sunday"; else it says when.
_DAYS_OF = ["black", "super", "good", "bloody", "ash", "palm", "holy", "cyber", "giving", "shrove", "maundy", "news"]


def known(corpus: Corpus) -> Known:
    """`Known` of a corpus; use `corpus.once(known)`."""
    parts = [(capitals(batch), _pairs(batch), _owners(batch)) for batch in corpus.batches()]  # taken apart once
    counts = _totalled([spelled for spelled, *_ in parts])
    per_lower = counts.group_by("lower").agg(small=pl.col("small").sum())
    inside = _inside(counts)
    shouted = counts.filter(pl.col("form").str.contains(r"^\p{Lu}{2,6}$"))["form"]
    pairs: Counter[tuple[str, ...]] = Counter()
    for _, beside, _ in parts:
        pairs.update({(one, other): count for one, other, count in beside.iter_rows()})
    small = frozenset(per_lower.filter(pl.col("small") > 0)["lower"])
    return Known(inside, small, frozenset(shouted), pairs, _owned(pl.concat(owners for *_, owners in parts)))


def known_names(corpus: Corpus) -> frozenset[str]:
    """Words, in small letters, that stand with a capital inside sentences more often than without; and countries."""
    return frozenset(word.lower() for word in (*corpus.once(known).inside, *DEMONYMS))


def names_by(counts: Sequence[pl.DataFrame]) -> frozenset[str]:
    """`known_names`, by the `capitals` of the parts of a corpus."""
    return frozenset(word.lower() for word in (*_inside(_totalled(counts)), *DEMONYMS))


def _totalled(counts: Sequence[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(counts).group_by("form", "lower").sum()


def _inside(counts: pl.DataFrame) -> frozenset[str]:
    """Forms that stand with a capital inside sentences more often than their word does without one."""
    per_lower = counts.group_by("lower").agg(pl.col("small").sum())
    both = counts.drop("small").join(per_lower, on="lower")
    return frozenset(both.filter(pl.col("capital") > pl.col("small"))["form"])


def names(corpus: Corpus, taken: pl.DataFrame, of: Known) -> pl.DataFrame:
    """Names outside the passages taken: article, start, end, text (without a final 's).

    taken: article, start, end. of: what the whole corpus tells, where this is a part of it.
    """
    runs = _runs(corpus, taken, of.owned)
    schema = {"article": pl.String, "start": pl.UInt32, "end": pl.UInt32, "text": pl.String}
    if runs.is_empty():
        return pl.DataFrame(schema=schema)
    found: dict[tuple[tuple[str, ...], bool, bool], list[tuple[int, int]]] = {}  # the same run is taken apart once
    parts = []
    for at, (words, first, headline) in enumerate(runs.select("words", "first", "headline").iter_rows()):
        run = (tuple(words), first, headline)
        if run not in found:
            found[run] = list(pieces(*run, of))
        parts += [(at, *piece) for piece in found[run]]
    rows = pl.DataFrame(parts, schema=dict.fromkeys(("at", "low", "high"), pl.UInt32), orient="row")
    rows = rows.with_columns(runs.select("article", "starts", "ends")[rows["at"]])
    start, end = pl.col("starts").list.get("low"), pl.col("ends").list.get(pl.col("high") - 1)
    places = rows.select("article", start=start, end=end)
    return places.with_columns(text=corpus.words_at(places).str.replace_all(r"\s+", " "))


def capitals(corpus: Corpus) -> pl.DataFrame:
    """For each form of a word: how often with a capital inside a sentence of the body, how often without one."""
    words = corpus.once(_words)
    return words.group_by("form", "lower").agg(
        capital=(pl.col("capital") & ~pl.col("first") & ~pl.col("styled") & (pl.col("part") == "body")).sum(),
        small=(~pl.col("capital")).sum(),
    )


def _owners(corpus: Corpus) -> pl.DataFrame:
    """Capitals with whose they are: form, capital, whole, behind (the owner before it, else null)."""
    return (
        corpus.once(_words)
        .filter(~pl.col("lower").is_in(STOP))
        .select(
            "form",
            "capital",
            "whole",
            behind=pl.when(
                ~pl.col("whole").shift(1),
                pl.col("capital").shift(1),
                pl.col("start") == pl.col("end").shift(1) + 1,
                pl.col("article") == pl.col("article").shift(1),
            ).then(pl.col("form").shift(1)),
        )
        .filter("capital")
    )


def _owned(words: pl.DataFrame) -> frozenset[str]:
    """Words that stand behind one owner only, who owns nothing else and never stands alone: *Martha's Vineyard*.

    words: the `_owners` of all parts of a corpus.
    """
    owners = words.group_by("form").agg(whole=pl.col("whole").sum(), n=pl.len())
    owners = owners.filter(pl.col("whole") == 0).select(behind="form", mentions="n")
    return frozenset(
        words.group_by("form")
        .agg(
            pl.col("behind").n_unique(), owner=pl.col("behind").first(), n=pl.len(), gaps=pl.col("behind").null_count()
        )
        .filter(pl.col("behind") == 1, pl.col("gaps") == 0, pl.col("n") >= 2)
        .join(owners, left_on=["owner", "n"], right_on=["behind", "mentions"], how="semi")["form"]
    )


def _pairs(corpus: Corpus) -> pl.DataFrame:
    """Capitals side by side inside sentences of bodies: one, other, count."""
    words = corpus.once(_words)
    beside = (
        (pl.col("article") == pl.col("article").shift(1))
        & (pl.col("sentence") == pl.col("sentence").shift(1))
        & (pl.col("start") == pl.col("end").shift(1) + 1)
    )
    both = pl.col("capital") & pl.col("capital").shift(1) & ~pl.col("first").shift(1) & pl.col("whole").shift(1)
    both &= ~pl.col("styled")
    return (
        words.select("form", one=pl.col("form").shift(1), keep=beside & both & (pl.col("part") == "body"))
        .filter("keep")
        .group_by("one", "form")
        .len()
    )


def _words(corpus: Corpus) -> pl.DataFrame:
    """Words with what names are told by: form (no possessive), capital, first (of a sentence or quotation)."""
    opens = (pl.col("sentence") != pl.col("sentence").shift(1)) | (pl.col("article") != pl.col("article").shift(1))
    money = (pl.col("text").shift(-1) == "$") & (pl.col("start").shift(-1) == pl.col("end"))  # US$60
    colon = pl.col("text").shift(1).is_in([":", "•", "*", "|", "·"])  # what follows begins as a sentence does
    before = pl.col("text").shift(1)
    words = corpus.tokens.with_columns(
        tag=before.is_in(["#", "@"]).fill_null(False),  # "#BoycottHulu"
        slash=(before == "/").fill_null(False),
        comma=(before == ",").fill_null(False),
        money=money.fill_null(False),
        colon=colon.fill_null(False),
        stop=(pl.col("text").shift(-1) == ".").fill_null(False),
        apart=(pl.col("start") != pl.col("end").shift(1)).fill_null(True),  # a blank stands before it
    ).filter(pl.col("is_word") | (pl.col("text") == "&"))
    quotes = pl.col("quoted") & ~pl.col("quoted").shift(1).fill_null(False)
    behind = pl.col("stop").shift(1) & ~pl.col("apart").shift(1)  # "AT&T. Neighbours"
    return words.join(_forms(words["text"].unique()), on="text", how="left", maintain_order="left").select(
        "article", "sentence", "part", "start", "end", "form", "whole", "apart", "slash", "comma",
        initial=pl.col("initial") & pl.col("stop") & pl.col("apart"),  # not the T of "AT&T."
        capital=pl.col("capital") & ~pl.col("money") & ~pl.col("tag"),
        first=opens.fill_null(True) | pl.col("colon") | quotes | behind.fill_null(False),
        lower="lower_form",
        stretch=(opens.fill_null(True) | (pl.col("quoted") != pl.col("quoted").shift(1)).fill_null(True)).cum_sum(),
    ).with_columns(styled=_styled().over("stretch"))  # fmt: skip


def _of_a_name() -> pl.Expr:
    """Whether a day begins a name: *Saturday Night Live*, *The Sunday Times*."""
    night = (pl.col("lower").shift(-1) == "night") & pl.col("lower").shift(-2).is_in(_NIGHTS)
    paper = (pl.col("lower") == "sunday") & pl.col("lower").shift(-1).is_in(_SUNDAYS)
    return ((night | paper) & pl.col("capital").shift(-1)).fill_null(False)


def _styled() -> pl.Expr:
    """Whether a sentence, or a quotation in it, has its capitals for style: only the small words have none."""
    long = pl.col("form").str.contains(r"^\p{L}{4,}") & pl.col("capital")
    small = pl.col("form").str.contains(r"^\p{L}") & ~pl.col("capital") & ~pl.col("lower").is_in(_SMALL)
    return (long.sum() >= _TITLE) & ~small.any()


def _forms(texts: pl.Series) -> pl.DataFrame:
    """What is told by a word alone: text, form, whole (nothing was cut off), capital, initial, lower_form."""
    plain = pl.col("text").str.replace_all(f"[{APOSTROPHES}]", "'")
    form = plain.str.replace(r"'[sS]?$", "").str.replace(r"[-‐‑]based$", "")
    capital = pl.col("form").str.contains(r"^(?:\p{Lu}|(?:al|el|as|ad|ash|an|d|l)[-‐'’]\p{Lu}|\p{Ll}{1,3}\p{Lu}\p{Ll})")
    return (
        pl.DataFrame({"text": texts})
        .with_columns(form=form)
        .with_columns(
            whole=plain == pl.col("form"),
            capital=capital & ~pl.col("form").str.contains(_COMPOUND),
            initial=pl.col("form").str.contains(r"^(?:\p{Lu}|St|Ste|Mt|Ft|v)$"),  # before a stop
            lower_form=pl.col("form").str.to_lowercase(),
        )
    )


def _runs(corpus: Corpus, taken: pl.DataFrame, owned: frozenset[str]) -> pl.DataFrame:
    """Capitals side by side, with links between: article, words, starts, ends, first, headline."""
    words = corpus.once(_words).sort("article", "start")
    if taken.height:
        hidden = taken.select("article", "start", until="end").sort("article", "start")
        words = words.join_asof(hidden, on="start", by="article", strategy="backward", check_sortedness=False)
        covered = (pl.col("end") <= pl.col("until") + 2).fill_null(False)
    else:
        covered = pl.lit(False)
    ampersand, short = pl.col("form") == "&", pl.col("form").str.contains(r"^\p{Lu}{2,4}$")
    topics = pl.all_horizontal(
        pl.col("capital") & pl.col("lower").is_in(sorted(TOPICS)),
        pl.col("capital").shift(1) & pl.col("lower").shift(1).is_in(sorted(TOPICS)),
    )
    possessed = pl.col("lower").is_in(_OWNED) | pl.col("form").is_in(sorted(owned))
    owner = pl.col("lower").shift(1).str.ends_with("s") & pl.col("capital").shift(1) & pl.col("capital")
    joined = (
        (pl.col("article") == pl.col("article").shift(1))
        & (pl.col("sentence") == pl.col("sentence").shift(1))
        & (pl.col("whole").shift(1) | pl.col("lower").shift(1).is_in(_OWNERS) | possessed)
        & (
            ((pl.col("start") == pl.col("end").shift(1) + 1) & pl.col("apart"))
            | ((pl.col("start") == pl.col("end").shift(1) + 1) & pl.col("slash") & short & short.shift(1))  # OB/GYN
            | ((pl.col("start") == pl.col("end").shift(1) + 2) & pl.col("initial").shift(1))  # "Michael F. Bennet"
            | ((pl.col("start") == pl.col("end").shift(1)) & (ampersand | ampersand.shift(1)))
            | ((pl.col("start") == pl.col("end").shift(1) + 2) & pl.col("comma") & topics)  # "Labor, Health and Sport"
            # "Port Employers' Federation"
            | ((pl.col("start") == pl.col("end").shift(1) + 2) & owner & pl.col("lower").is_in(sorted(BODIES)))
        )
    ).fill_null(False)
    number = pl.col("form").str.contains(r"^\d{1,4}$") & pl.col("lower").shift(1).is_in(NUMBERED).fill_null(False)
    may = (pl.col("lower") == "may") & ~(
        pl.col("capital").shift(1).fill_null(False) & joined & ~pl.col("lower").shift(1).is_in(CALENDAR | STOP)
    )
    named = pl.col("lower").shift(1).is_in(_DAYS_OF) & (
        (pl.col("lower") == "sunday") | (pl.col("lower").shift(1) != "news")
    )
    whole_day = pl.col("lower").str.contains(_DAY) & ~named.fill_null(False)
    day = pl.col("lower").is_in(CALENDAR) & ~(
        pl.col("capital").shift(1).fill_null(False)
        & joined
        & ~whole_day
        & ~pl.col("lower").shift(1).is_in(CALENDAR | STOP | TITLES)
        & ~pl.col("form").shift(-1).str.contains(r"^\d").fill_null(False)
    )
    day &= ~_of_a_name()
    self = pl.col("form").is_in(["I", "No", "Nos"]) | pl.col("lower").str.contains(rf"^i[{APOSTROPHES}]\p{{L}}+$")
    trade = pl.col("first") & pl.col("lower").is_in(sorted(OCCUPATIONS))
    capital = pl.col("capital") & ~covered & ~day & ~may & ~self & ~trade
    member = capital | number | (pl.col("form").is_in(LINKS) & ~covered)
    words = words.with_columns(capital=capital, joined=joined, member=member)
    begins = pl.col("member") & ~(pl.col("member").shift(1).fill_null(False) & pl.col("joined"))
    return (
        words.with_columns(run=begins.cum_sum(), behind=pl.col("form").shift(1))
        .filter("member")
        .filter(pl.col("capital").any().over("run"))
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article", "first").first(),
            headline=(pl.col("part").first() == "headline") | pl.col("styled").first(),
            words="form",
            starts="start",
            ends=pl.col("start") + pl.col("form").str.len_chars(),
        )
        .drop("run")
    )
