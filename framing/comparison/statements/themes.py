"""Themes that some texts never touch: *seven of the 14 texts have no word of Ukraine or the war*."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.stems import stems
from framing.comparison.content.themes import Theme, built_in
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Statement, evidence_of, foremost

_FEWEST, _NARROWEST, _BRIEF = 100, 80, 60  # words of a text that is said to lack a theme
_CARRIED = 3  # independent reports that touch the theme
_SHARE, _SHARE_WAR = 0.6, 0.4  # of all independent reports
_OFTEN = 3  # words of it in the median text that touches it: no mere aside
_FEW, _FIFTH = 2, 1 / 5  # reports that touch a narrow matter, and that do not, at least; share that touches it
_TIMES, _MOST = 3, 3  # words of it in all texts; narrow matters that are told
_SHOWN = 3  # words by which others touch it
_BEGINNING = 5  # letters by which words are of one family
_OWN = Theme("", "", ())  # one of the event's own
_RATE = 0.01  # or of the words of the median text, where texts are short, twice at least


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A theme of `themes.toml` is said to be missing in the texts without any of its words, or one that may touch it.
    Words by which the others touch it are shown, for the list cannot have all that may; but of a theme
    of one word that is among them, these words alone are said to be missing.

    Only where three independent reports touch it and three fifths of all do, the median of them with three words or
    more (of deaths: or two that are one in a hundred; the war: two fifths, and any word), and only of texts of a
    hundred words (of narrow matters eighty, of deaths sixty). A text with words of war and without the country's name
    is left out: it may tell of another war. Narrow matters, three of them, are told where two independent reports, and
    a fifth, touch them, with three words together, and two or more have none of its words; so are those that are both
    narrow and wide. Not said where the texts are of different days' news (see `statements.about`).
    """
    if not comparison.one_event:
        return
    labels = comparison.labels
    sizes = comparison.scores.corpus.articles.select("article", "words")
    long = set(comparison.scores.corpus.articles.filter(pl.col("words") >= _FEWEST)["article"])
    narrower = set(comparison.scores.corpus.articles.filter(pl.col("words") >= _NARROWEST)["article"])
    brief = set(comparison.scores.corpus.articles.filter(pl.col("words") >= _BRIEF)["article"])
    built = {theme.key: theme for theme in built_in()}
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    small = frozenset(comparison.scores.corpus.once(stems).filter(pl.col("text") == pl.col("lower"))["lower"])
    some: list[Statement] = []
    for (theme, title), part in comparison.themes.group_by("theme", "title", maintain_order=True):
        touched = part.filter(pl.col("hits") > 0)
        carrying = touched["article"].to_list()
        carried = labels.independent(carrying)
        war = theme == "war"
        median = touched["hits"].median()
        rate = touched.join(sizes, on="article").select(pl.col("hits") / pl.col("words")).to_series().median()
        often = war or (isinstance(median, float) and median >= _OFTEN)
        often |= (
            theme == "deaths"
            and isinstance(median, float)
            and median >= 2
            and isinstance(rate, float)
            and rate >= _RATE
        )
        share = _SHARE_WAR if war else _SHARE
        of = built.get(str(theme), _OWN)
        narrow = not (of.wide and carried >= max(_CARRIED, share * labels.reports) and often)
        few = carried < _FIFTH * labels.reports or len(labels.of_outlets(carrying)) < _FEW
        if narrow and (not of.narrow or few or touched["hits"].sum() < _TIMES):
            continue
        missing = [
            article
            for article in part.filter(hits=0)["article"]
            if article in (brief if theme == "deaths" else narrower if narrow else long)
            and not of.doubtful(texts[article])
        ]
        if not missing or (narrow and min(carried, labels.reports - carried, labels.independent(missing)) < _FEW):
            continue
        shown = _words(touched, small)
        words = listed([f"“{word}”" for word in shown], "or")
        whole = theme not in built or war or _named(str(title), shown)
        what, behind = (f"no word of {title}", f" ({words})") if whole else (f"no form of {words}", "")
        verb = f"{'have' if len(missing) > 1 else 'has'} {what}"
        sentence = f"{labels.listed(missing)} {verb}; {labels.listed(carrying)} have{behind}."
        if len(missing) + len(carrying) == labels.total:  # else some may mention it: no count
            count = labels.count(missing) if len(missing) > 1 else f"one of the {number(labels.total)} texts"
            sentence = (
                f"{count[0].upper()}{count[1:]} {verb}: {labels.listed(missing)}. "
                f"The others have{behind}: {labels.listed(carrying)}."
            )
        evidence = evidence_of(touched)
        balance = min(len(missing), len(carrying)) / labels.total
        salience = min(1.0, (0.75 if war else 0.35) + 0.4 * balance)
        one = Statement("texts", "theme", labels.of_outlets(missing), sentence, evidence, salience)
        if narrow:
            some.append(one)
        else:
            yield one
    yield from foremost(some, _MOST)


def _words(touched: pl.DataFrame, small: frozenset[str]) -> list[str]:
    """By which words texts touch a theme: the first of each text, those of most texts. small: words that some text has
    in small letters: *Critics* begins a sentence."""
    counts = (
        touched.group_by(word=pl.col("text").str.to_lowercase()).len().sort(["len", "word"], descending=[True, False])
    )
    forms = dict(touched.select(pl.col("text").str.to_lowercase().alias("word"), "text").iter_rows())
    return [word if word in small else forms[word] for word in counts["word"].head(_SHOWN)]


def _named(title: str, words: list[str]) -> bool:
    """Whether the title is one word, and one of these is of its family: *critics*, *any criticism*."""
    of = [word for word in re.findall(r"[^\W\d_]+", title.lower()) if word not in STOP]
    parts = {part[:_BEGINNING] for word in words for part in word.lower().split()}
    return len(of) == 1 and of[0][:_BEGINNING] in parts
