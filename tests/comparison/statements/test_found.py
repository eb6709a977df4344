"""Themes found in the texts: what some share and others have no word of, in no form."""

from __future__ import annotations

import pytest

from framing.comparison.statements.found import _rounded
from tests.comparison.statements.events import Text, comparison, filler, said, sentences

# A minister steps down: two reports tell of a stable and its grooms, one does not.
STABLE: list[Text] = [
    ("Valley Post", "Minister Oda Lind steps down", "Minister Oda Lind stepped down on Monday. Documents show that grooms at her stable were paid in "
     "cash and without insurance. The insurance for the stable had lapsed. " + filler(31)),
    ("North Wire", "Lind gives up her post", "Oda Lind gave up her post. A groom at the stable told the court that he had no insurance and was paid "
     "in cash. " + filler(32)),
    ("The Lamp", "Oda Lind resigns", "Oda Lind resigned on Monday for reasons of family. She thanked her colleagues and wished them well. " + filler(33)),
]  # fmt: skip


def test_what_two_reports_share_and_one_lacks() -> None:
    of = comparison(STABLE)
    (statement,) = [one for one in said(of, "theme") if "stable" in one.sentence]
    assert statement.sentence.startswith(
        "The words “insurance”, “stable” and “cash” stand only in North Wire and Valley Post, as in"
    )
    assert "“insurance”" in statement.sentence
    assert statement.sentence.endswith("The Lamp has none of them in any form.")
    texts = dict(of.scores.corpus.articles.select("article", "text").iter_rows())
    sides = {place.article for place in statement.evidence}
    assert sides == set(texts), "a passage of those that have it, the headline of the one that has not"
    assert any("stable" in texts[place.article][place.start : place.end] for place in statement.evidence)


@pytest.mark.parametrize(
    ("form", "word"), [("stables", "stable"), ("Insurance", "insurance"), ("paying in cash", "cash")]
)
def test_a_form_of_a_word_anywhere_is_no_lack(form: str, word: str) -> None:
    texts = [*STABLE[:2], ("The Lamp", "Oda Lind resigns", STABLE[2][2] + f" Somebody spoke of {form}.")]
    named = [one.sentence.split("as in")[0] for one in said(comparison(texts), "theme")]
    assert not any(f"“{word}”" in sentence for sentence in named)


def test_shared_words_of_somebody_are_shown_as_a_quotation() -> None:
    remark = "“A harbour without the pilots is a wreck and a grave,” Per Moe said."
    texts = [
        ("Valley Post", "Moe on the harbour", f"Per Moe spoke on Monday. {remark} " + filler(41)),
        ("North Wire", "Harbour talks", f"Talks went on. {remark} " + filler(42)),
        ("The Lamp", "Moe calls for calm", "Per Moe called for calm at the quay. " + filler(43)),
    ]
    found = sentences(comparison(texts), "theme")
    assert (
        "North Wire and Valley Post print words of Per Moe that The Lamp does not: “A harbour without the pilots"
        in found
    )


@pytest.mark.parametrize(
    ("piece", "shown"),
    [("We are not closing it, we are", "We are not closing it"), ("that is what we are", "that is what we are")],
)
def test_a_piece_does_not_end_on_small_words_behind_a_comma(piece: str, shown: str) -> None:
    assert _rounded(piece) == shown


def test_what_one_report_alone_speaks_of() -> None:
    texts = [(STABLE[0][0], STABLE[0][1], STABLE[0][2] + " The hounds bark. The hounds of the kennel ran. A kennel for hounds was built. The "
              "kennel is shut. One of the hounds died in the kennel."), *STABLE[1:]]  # fmt: skip
    found = sentences(comparison(texts), "only")
    assert "The words “hounds” and “kennel”, in any form, stand at least eight times together in Valley Post" in found
    assert "together in Valley Post, and in no other text" in found


def test_all_words_that_are_counted_are_named() -> None:
    line = "The hounds of the kennel bark at the huntsman near the bridle. "
    texts = [(*STABLE[0][:2], STABLE[0][2] + " " + line * 3), *STABLE[1:]]
    (told,) = (one for one in sentences(comparison(texts), "only").split("\n") if "in any form" in one)
    assert all(f"“{word}”" in told for word in ("hounds", "kennel", "huntsman", "bridle"))


def test_two_words_that_both_texts_have_once_are_no_theme() -> None:
    texts = [("Valley Post", "Lind steps down", "Oda Lind stepped down. It was over the kennel and its hounds. " + filler(31)),
             ("North Wire", "Lind gives up", "Oda Lind gave up. The hounds left the kennel. " + filler(32)), STABLE[2]]  # fmt: skip
    assert "hounds" not in sentences(comparison(texts), "theme")
    back = [(*one[:2], one[2] + " Nobody fed the hounds.") for one in texts[:2]]
    assert "hounds" in sentences(comparison([*back, STABLE[2]]), "theme")


def test_a_word_of_the_same_family_is_a_form() -> None:
    more = (
        " The kennel is shut. A kennel is no barn. The kennel stood empty. One kennel burnt. In the kennel it is cold."
    )
    texts = [(*STABLE[0][:2], STABLE[0][2] + more), *STABLE[1:]]
    assert "The word “kennel”, in any form, stands at least five times in Valley Post" in sentences(
        comparison(texts), "only"
    )
    family = [texts[0], STABLE[1], (*STABLE[2][:2], STABLE[2][2] + " Lind was a kennelmaid once.")]
    assert "kennel" not in sentences(comparison(family), "only")


def test_a_word_that_begins_like_another_is_no_lack() -> None:
    texts = [(*one[:2], one[2].replace("insurance", "responsibility")) for one in STABLE]
    assert "“responsibility”" in sentences(comparison(texts), "theme")
    texts[2] = (*texts[2][:2], texts[2][2] + " A clerk was responsible.")
    assert "“responsibility”" not in sentences(comparison(texts), "theme")


def test_silent_on_two_reports_and_on_short_texts() -> None:
    assert "stand only in" not in sentences(comparison(STABLE[:2]), "theme")
    short = [*STABLE[:2], ("The Lamp", "Oda Lind resigns", "Oda Lind resigned on Monday for reasons of family.")]
    assert "The Lamp" not in sentences(comparison(short), "theme")


def test_openings_by_name_and_the_last_word() -> None:
    texts = [
        ("Valley Post", "Bridge to close", "Mayor Ilse Varn spoke first. The bridge will close. " + filler(81) + "\n\n“It is over now,” said Eli Rud."),
        ("North Wire", "Bridge is shut", "The bridge is shut. Rain fell. It was cold. " + filler(82) + " Mayor Ilse Varn was there, too."),
        ("The Lamp", "A bridge ends", "The bridge is at its end. Carts wait. " + filler(83) + "\n\n“We go on as ever,” said Per Moe."),
    ]  # fmt: skip
    found = sentences(comparison(texts), "lead")
    assert (
        "Ilse Varn is named in the first two sentences of Valley Post, further down in North Wire and nowhere in The Lamp."
        in found
    )
    assert "‘We go on as ever,’ said Per Moe” (The Lamp, words of Per Moe)" in found


def test_the_first_name_of_another_opens_no_text() -> None:
    texts = [
        ("Valley Post", "Bridge to close", "Mayor Ilse Varnholt spoke first. The bridge will close. " + filler(81)),
        ("North Wire", "Bridge is shut", "The bridge is shut. Rain fell. It was cold. " + filler(82) + " Mayor Ilse Varnholt was there, too. They knew Ilse."),
        ("The Lamp", "A bridge ends", "The bridge is at its end. Mayor Ilse Berg waits. " + filler(83)),
    ]  # fmt: skip
    where = "first two sentences of Valley Post, further down in North Wire and nowhere in The Lamp."
    assert f"Ilse Varnholt is named in the {where}" in sentences(comparison(texts), "lead")


def test_the_first_sentence_may_stand_behind_a_standfirst() -> None:
    texts = [
        ("Valley Post", "Bridge to close", "Mayor Ilse Varn spoke first. The bridge will close. " + filler(81)),
        ("North Wire", "Bridge is shut", "Rain fell. It was cold.\n\nMayor Ilse Varn shut the bridge. " + filler(82)),
        ("The Lamp", "A bridge ends", "The bridge is at its end. Carts wait. " + filler(83)),
        ("The Gull", "Bridge", "The bridge is shut. Carts wait. " + filler(84) + " Mayor Ilse Varn was there."),
    ]
    found = sentences(comparison(texts), "lead")
    told = "Ilse Varn is named in the first two sentences of Valley Post, further down in The Gull and nowhere in The Lamp."
    assert told in found


def test_in_full_and_in_scraps() -> None:
    whole = "“We will not close the bridge before the winter, whatever the county says of it, for carts must go over it to reach the mill and the market,” said Eli Rud."
    texts = [
        ("Valley Post", "Bridge", "The bridge is old. " + whole + " " + filler(84)),
        ("North Wire", "Bridge is shut", "The bridge is shut. “We will not close,” said Eli Rud. " + filler(85)),
        ("The Lamp", "A bridge ends", "The bridge ends. “Carts must go over it for many years to come,” said Eli Rud. " + filler(86)),
    ]  # fmt: skip
    found = sentences(comparison(texts), "quotation")
    assert "Eli Rud is quoted in scraps in North Wire (4) and at length in Valley Post (28)" in found


def test_a_body_named_further_down_does_not_stand_nowhere() -> None:
    texts = [
        ("Valley Post", "Bridge to close", "The State Department spoke first. The bridge will close. " + filler(87)),
        ("North Wire", "Bridge is shut", "The State Department wrote. The bridge is shut. " + filler(88)),
        ("The Lamp", "A bridge ends", "The bridge is at its end. Carts wait. " + filler(89) + " The State Department was silent."),
    ]  # fmt: skip
    assert "State Department stands" not in sentences(comparison(texts), "lead")


def test_words_of_two_quotations_are_no_shared_remark() -> None:
    texts = [
        ("Valley Post", "Moe on pilots", "“Our pilots fear the wreck and the reef,” Per Moe said. “A wreck is a grave,” Moe said. " + filler(41)),
        ("North Wire", "Pilots wanted", "“No wreck was ever found near the reef,” Eli Rud said. “Few see a wreck,” he said. " + filler(42)),
        ("The Lamp", "Moe calls for calm", "Per Moe called for calm at the quay. " + filler(43)),
    ]  # fmt: skip
    found = sentences(comparison(texts), "theme")
    assert "print words" not in found
    marks = [(*texts[0][:2], "When bells rang, Per Moe said, “our pilots fear the wreck on the reef and in the bay.” " + filler(41)),
             (*texts[1][:2], "Moe said, “our pilots fear the wreck on the reef and in the bay.” " + filler(42)), texts[2]]  # fmt: skip
    assert "does not: “our pilots fear the wreck on the reef and in the bay”" in sentences(comparison(marks), "theme")
