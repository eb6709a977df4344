"""No number depends on how a paper sets its marks: one text in every house style, scored alike."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.corpus.metadata.metadata import read_date
from framing.scoring.scores import score
from framing.text.typography import CAPITALS, fold, folded, letters, set_apart


@dataclass(frozen=True)
class Style:
    """How a paper sets quotation marks, apostrophes, dashes and hyphens."""

    opening: str
    closing: str
    apostrophe: str = "’"
    dash: str = " – "
    hyphen: str = "-"

    def set(self, text: str) -> str:
        """A text in this style; it is written with < > for quotation marks, ' | and - for the others."""
        signs = {"<": self.opening, ">": self.closing, "'": self.apostrophe, "|": self.dash, "-": self.hyphen}
        return "".join(signs.get(sign, sign) for sign in text)


PLAIN = Style('"', '"', "'", " - ")
STYLES = [
    Style('"', '"', "'", " -- "),
    Style('"', '"', "'", "--"),
    Style("“", "”", "’", "—"),
    Style("“", "”", "ʼ", " — "),
    Style("“", "”", "’", "–", "\u2010"),
    Style("„", "“", "’", " – ", "\u2011"),
    Style("„", "”", "‘", "―"),
    Style("«", "»", "´", "—"),
    Style("« ", " »", "’", " — "),
    Style("«\u00a0", "\u202f»", "’", "\u2009–\u2009"),
    Style("»", "«", "`", "–"),
    Style("``", "''", "'", "---"),
]
TEXTS = [
    "The plan isn't good. It won't succeed|it can't. He spoke of a <disaster> on Monday.",
    "Critics|a <corrupt> lot, Roe says|didn't win. <It's a triumph,> said Mia Roe. They don't care.",
    "<Will the dam hold?> asked Roe. <We don't know,> she said|<nobody does>. He allegedly lied.",
    "A hard-line, far-right plan may perhaps fail|surely a so-called <reform>. Roe's thugs weren't there.",
    "<It rained. It stopped,> he said. <They'll slam the well-known crooks.> She wasn't pleased|not at all.",
]


def scored(text: str) -> dict[str, list[tuple[str, float | None]]]:
    """All measures of a text, by the style that it is set in."""
    event = Event("dam", "Dam", actors=(Actor("Mia Roe", aliases=("Roe",)),))
    styles = [PLAIN, *STYLES]
    articles = pl.DataFrame({
        "article": [f"{number:02}" for number in range(len(styles))], "outlet": "x", "headline": "A plan",
        "body": [style.set(text) for style in styles],
    })  # fmt: skip
    metrics = score(Corpus.from_frame(articles, event)).metrics.sort("metric")
    of = {
        key: list(rows.iter_rows()) for (key,), rows in metrics.select("article", "metric", "value").group_by("article")
    }
    return {styles[int(str(key))].set("<isn't>|far-off"): [row[1:] for row in rows] for key, rows in of.items()}


def differences(text: str) -> dict[str, list[tuple[str, float | None, float | None]]]:
    """By style, the measures that differ from the plainest one: name, value, value in the plainest."""
    found = scored(text)
    plain = found.pop(PLAIN.set("<isn't>|far-off"))
    rows = {
        style: [(n, v, w) for (n, v), (_, w) in zip(of, plain, strict=True) if v != w] for style, of in found.items()
    }
    return {style: of for style, of in rows.items() if of}


@pytest.mark.parametrize("text", TEXTS)
def test_every_measure_is_the_same_in_any_typography(text: str) -> None:
    assert differences(text) == {}


CLAUSE = st.lists(
    st.sampled_from("isn't won't hard-line good bad war not very claims may thugs the but Roe's no never".split()),
    min_size=1, max_size=6,
).map(" ".join)  # fmt: skip
SENTENCE = st.one_of(
    CLAUSE.map(lambda words: f"He {words}."),
    CLAUSE.map(lambda words: f"<We {words},> said Mia Roe."),
    CLAUSE.map(lambda words: f"<Is {words}?> Roe asked."),
    st.tuples(CLAUSE, CLAUSE).map(lambda two: f"She {two[0]}|{two[1]}."),
    st.tuples(CLAUSE, CLAUSE).map(lambda two: f"A <{two[0]}> plan {two[1]}!"),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=5).map(" ".join))
def test_any_sentences_score_the_same(text: str) -> None:
    assert differences(text) == {}


@given(st.text(max_size=80))
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert pl.select(folded(pl.lit(text))).item() == fold(text) == fold(fold(text))


def test_ligatures_and_full_width_letters_are_letters() -> None:
    assert letters("a conﬂict oﬃcer’s ﬁre, Ｇ７ ﬅop") == "a conflict officer’s fire, G7 stop"


def test_vader_reads_plain_typography_as_it_stands() -> None:
    plain = "He isn't \"good\" - a well-known 'crook'... (War!) :-) It's 5 - 3."
    assert pl.select(set_apart(pl.lit(plain))).item() == plain


@pytest.mark.parametrize(
    ("set_by_a_paper", "plain"),
    [
        ("It isn’t good.", "It isn't good."),
        ("A “disaster”—a “triumph”.", 'A "disaster" - a "triumph".'),
        ("good…bad", "good... bad"),
        ("« good » said »bad« and „war“", '"good" said "bad" and "war"'),
        ("a conﬂict", "a conflict"),
    ],
)
def test_vader_finds_the_words_that_marks_touch(set_by_a_paper: str, plain: str) -> None:
    library = SentimentIntensityAnalyzer()
    given_to_vader = pl.select(set_apart(pl.lit(set_by_a_paper))).item()
    assert library.polarity_scores(given_to_vader) == library.polarity_scores(plain)


def test_capitals_of_any_script() -> None:
    assert re.fullmatch(f"[{CAPITALS}]+", "AÉŁŞİÓЖΩ")
    assert not re.search(f"[{CAPITALS}]", "aéłşıж1'ª-")


@pytest.mark.parametrize(
    "text",
    ["5\u00a0January 2026", "Jan.\u00a05,\u202f2026", "2026\u201101\u201105", "2026\u201301\u201305", "2026-01-05"],
)
def test_dates_are_read_in_any_typography(text: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.date == dt.date(2026, 1, 5)
