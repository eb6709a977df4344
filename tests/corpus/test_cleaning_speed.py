"""The cheap looks that spare a text the dear ones: where they see nothing, nothing is there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.cleaning import sieve
from framing.corpus.cleaning.characters import one_form, tidy, unglued
from framing.corpus.cleaning.clean import _LIMITS, _NEEDS, _PARTS, _any_rule, _looser, clean, clean_all
from framing.corpus.cleaning.duplicates import versions
from framing.corpus.cleaning.mojibake import mend
from framing.corpus.cleaning.repeats import joined, without_repeats
from framing.corpus.cleaning.rule import Rule
from framing.corpus.cleaning.rules import PARAGRAPHS
from framing.corpus.cleaning.sieve import held, may_match
from framing.text.typography import CAPITALS

SENTENCE = "The council voted on Monday to close the old bridge over the river to lorries. "


@given(st.text(alphabet="aZ é\u0301ﬁ&;quot\u00a0\u200b\ufeff\x07Ã©”“.!\r\n", max_size=40))
def test_a_text_in_one_form_stays_as_it_is(text: str) -> None:
    assert one_form([text])[0][0] == unglued(tidy(mend(text)[0]))


@given(st.lists(st.text(alphabet="aZé. \u0301ß)\ud800/|\n", max_size=30), max_size=4))
def test_a_column_is_looked_through_as_text_by_text(texts: list[str]) -> None:
    words = ("zz", ")", "é.", "a z", "|")
    right = [{one for one in words if one in text.lower()} for text in texts]
    assert [set(found) for found in held(texts, words)] == right
    assert may_match(texts, "[.][A-Z]") == [re.search("[.][A-Z]", text) is not None for text in texts]


def test_long_texts_stand_in_columns_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_AT_ONCE", 5)
    texts = ["a z", "(", "a long one, with a)", "", "z) a"]
    assert [set(found) for found in held(texts, (")", "a z"))] == [{"a z"}, set(), {")"}, set(), {")"}]
    assert may_match(texts, "z") == [True, False, False, False, True]
    assert held([], ("a",)) == []
    assert may_match([], "a") == []


def test_half_a_pair_is_taken_out() -> None:
    assert one_form(["one\ud83d two", "three"]) == [("one two", [], []), ("three", [], [])]


def test_many_are_cleaned_as_one() -> None:
    paragraphs = (
        "Bridge is shut",
        "Sign up for our\nnewsletter",
        f"{SENTENCE}\u202ePhoto: AP",
        "By Jane Roe",
        "It rains",
    )
    texts = ["\n\n".join(paragraphs[number:]) for number in range(5)]
    assert clean_all([(text, "Bridge is shut", "The Courier") for text in texts]) == [
        clean(text, "Bridge is shut", None, "The Courier") for text in texts
    ]


def test_what_a_rule_needs_is_found_over_the_end_of_a_line() -> None:
    assert all(part in words and not re.search(r"\s", part) for words, part in _NEEDS.items())
    assert {*_NEEDS.values()} == _PARTS
    wrapped = f"{SENTENCE}\n\nIt rains.\n\nAll rights\nreserved by\nthe paper\nof the town"
    assert [removed.rule for removed in clean(wrapped).removed if removed.kind == "notice"] == ["rights reserved"]


@pytest.mark.parametrize("rule", PARAGRAPHS, ids=lambda rule: rule.name)
def test_every_rule_begins_at_the_start_of_its_paragraph(rule: Rule) -> None:
    """So that one pattern for all of them, matched at the start, sees what each of them sees."""
    assert rule.pattern.pattern.removeprefix("(?i)").startswith("^")
    assert rule.pattern.groups == rule.pattern.pattern.count("(?P<") == 0
    assert all(words == words.lower() for words in rule.needs)
    assert set(rule.needs) <= set(_NEEDS)
    looser = _looser(rule.pattern.pattern.removeprefix("(?i)"))
    for limit in (limit for limit, below in zip(_LIMITS, (0, *_LIMITS), strict=False) if rule.limit > below):
        assert rule.needs or looser in _any_rule(limit).pattern


def test_the_looser_pattern_takes_every_capital() -> None:
    capitals = [chr(code) for code in range(0x2C00) if re.match(f"[{CAPITALS}]", chr(code))]
    assert len(capitals) > 500
    assert all(re.match(_looser(f"[{CAPITALS}]"), one) for one in capitals)
    assert re.match("(?i:" + _looser(f"[{CAPITALS}]x)"), "ÉX")
    assert not re.match(_looser(f"[{CAPITALS}]"), "e")


def test_repeats_within_and_across_paragraphs_in_another_typography() -> None:
    once = "“No bridge lasts forever when lorries of forty tons cross it daily,” she said."
    again = '"NO bridge lasts forever, when lorries of forty tons cross it daily", she said.'
    assert without_repeats([once, "Short one.", again])[1] == [("paragraph again", again)]
    body = f"Yes. {SENTENCE.strip()} Nobody spoke against it at all, as the minutes of the meeting show."
    assert [rule for rule, _ in without_repeats([body, body])[1]] == ["paragraph again"]
    other = f"Nobody spoke against it. {SENTENCE}"
    assert [rule for rule, _ in without_repeats([SENTENCE, other.strip()])[1]] == ["sentence again"]


def test_versions_are_found_among_many_and_in_full() -> None:
    words = [f"w{number}" for number in range(3_000)]
    texts = [" ".join(words[start : start + 400]) for start in range(0, 2_400, 600)]
    cut = " ".join(texts[1].split()[:330])
    articles = [("a", text) for text in texts] + [("a", cut), ("b", cut)]
    (number, (other, share)), *more = versions(articles).items()
    assert (number, other, more) == (4, 1, [])
    assert share == pytest.approx(326 / 396)
    assert versions([("a", "One two"), ("a", "one, TWO!")]) == {0: (1, 1.0)}  # the longer is kept


def test_cleaning_takes_linear_time_of_marks_and_blanks() -> None:
    done = clean("a. " * 100_000 + "B" * 100_000)
    assert done.body


def test_who_says_it_may_stand_in_the_next_paragraph() -> None:
    assert joined(["“Can we say that?”", "former mayor Ada Holm asked.", "They met."]) == [
        "“Can we say that?” former mayor Ada Holm asked.",
        "They met.",
    ]
    assert joined(["She said “no.”", "it rained."]) == ["She said “no.”", "it rained."]
