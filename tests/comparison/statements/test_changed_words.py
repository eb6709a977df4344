"""One quotation that reports print alike but for a word or two: the words are shown, and what is only set is not."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.changed_words import changed
from tests.comparison.statements.events import comparison, lettered, said, sentences

SAID = "“We have a mayor who has sided {} the worst men of {} town,” Carla Orsini said."
WITH = SAID.format("with", "this")


def changed_in(*remarks: str) -> list[str]:
    found = [one.sentence for one in said(comparison(lettered(remarks, 100)), "quotation")]
    return [one for one in found if "alike but for a word or two" in one]


def test_the_words_at_the_place_are_shown_with_who_prints_them() -> None:
    (one,) = changed_in(WITH, SAID.format("against", "this"), WITH)
    assert one == (
        "Words of Carla Orsini that texts print alike but for a word or two: “mayor who has sided with the worst men "
        "of” (A and C) and “mayor who has sided against the worst men of” (B)."
    )


def test_the_frame_leads_to_the_words() -> None:
    found = comparison(lettered((WITH, SAID.format("against", "this")), 100))
    texts = dict(found.scores.corpus.articles.select("article", "text").iter_rows())
    frame = found.changed_words
    assert frame.select("version", "outlet", "speaker").rows() == [
        (0, "B", "Carla Orsini"), (1, "A", "Carla Orsini"),
    ]  # fmt: skip
    for article, start, end, text in frame.select("article", "start", "end", "text").iter_rows():
        assert texts[article][start:end] == text


def test_nobody_is_named_where_no_text_is_sure() -> None:
    bare = "Somebody wrote it on the wall: “We have a mayor who has sided {} the worst men of this town.”"
    found = comparison(lettered((bare.format("with"), bare.format("against")), 100))
    assert found.changed_words["speaker"].to_list() == [None, None]
    assert "Quoted words that texts print alike but for a word or two: " in sentences(found, "quotation")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("it's a disgrace for three old towns", "it is a disgrace for 3 old towns"),
        ("we are going to close the harbour now", "we’re gonna close the harbor now"),
        ("I think that we need the new harbour", "I think we need the new harbour"),
        ("all the longstanding rights of the old town", "all the long-standing rights of the old town"),
        ("we must help Kseniya Holm with the new boat", "we must help Ksenia Holm with the new boat"),
        ("they recieved all the boats in the harbour", "they received all the boats in the harbour"),
        ("we told [the mayor] all about the new harbour", "we told him all about the new harbour"),
        ("we want the boats … and the new harbour now", "we want the boats here and the new harbour now"),
        ("the sailors like the new harbour very much", "the sailor likes the new harbour very much"),
        ("boats for which it is a way of life here", "it is not a way of life here"),
        ("we have no money for the new harbour", "they gave us a plan for the new harbour in which nobody believes"),
    ],
)  # fmt: skip
def test_how_words_are_set_is_no_change(one: str, other: str) -> None:
    assert list(changed(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other", "shown", "weight"),
    [
        ("it was right to put that in its old place", "it was right to put it in its old place", "that in its", 0),
        ("we will never give the old harbour away now", "we will give the old harbour away now", "", None),
        ("we and our friends will never give it all away", "we and our friends will give it all away", "never", 0),
        ("nobody here can believe what they are finding", "nobody here can believe what they are saying", "finding", 1),
        ("nobody here can believe what they are finding", "nobody here can believe what they are", "", None),
        ("we take power from the elites and give it to you", "we take power from the few and give it to you", "elites", 1),
    ],
)  # fmt: skip
def test_small_words_count_and_a_not_needs_more_around_it(one: str, other: str, shown: str, weight: int | None) -> None:
    found = list(changed(one, other))
    assert [place.weight for place in found] == ([] if weight is None else [weight])
    assert all(shown in one[slice(*place.one)] for place in found)


def test_what_one_text_has_in_both_versions_is_not_set_against_it() -> None:
    both = f"{WITH} {SAID.format('against', 'this')}"
    found = comparison(lettered((WITH, both), 100))
    assert found.changed_words.filter(pl.col("outlet") == "B").is_empty()
    assert changed_in(WITH, both) == []


def test_two_speakers_with_the_same_words_are_two_quotations() -> None:
    other = SAID.format("against", "this").replace("Carla Orsini", "Ben Roe")
    assert changed_in(WITH, other) == []


def test_words_that_were_said_in_another_language_may_be_translated_otherwise() -> None:
    russian = SAID.format("against", "this").replace("Carla", "Russian President Carla")
    (one,) = changed_in(WITH, russian)
    assert "but for a word or two, perhaps in different translations: " in one
