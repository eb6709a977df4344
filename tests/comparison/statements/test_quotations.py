"""One remark in several wordings: aligned, and left alone where it is another remark."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, lettered, said, sentences

A = "“We will perhaps have to think about closing the old harbour for some days,” Carla Orsini said."
B = "“We will close the old harbour for a few days if we have to think of that,” Carla Orsini said."
CUT = "“We will perhaps have to think about closing the old harbour,” Carla Orsini said."
OTHER = "“My sister paints lovely boats in the attic on Sundays,” Carla Orsini said."


def texts(*remarks: str) -> list[Text]:
    return lettered(remarks, 100)


def test_wordings_of_one_remark() -> None:
    found = comparison(texts(A, B, A))
    (one,) = said(found, "quotation")
    assert one.sentence.startswith("What reads like one remark of Carla Orsini is quoted in different words: ")
    assert "some days” (A and C) and “We will close" in one.sentence
    frame = found.quotations
    assert frame["remark"].n_unique() == 1
    assert sorted(zip(frame["outlet"], frame["wording"], strict=True)) == [("A", 0), ("B", 1), ("C", 0)]
    whole = dict(found.scores.corpus.articles.select("article", "text").iter_rows())
    for article, start, end, text in frame.select("article", "start", "end", "text").iter_rows():
        assert whole[article][start:end] == text


def test_the_words_in_which_wordings_differ_are_shown() -> None:
    long = (
        "“With open eyes they are quietly building and hiding a forbidden breakwater that brings a plain danger to our own "
        "sailors and to all the boats {},” Carla Orsini said."
    )
    found = sentences(comparison(texts(long.format("at anchor"), long.format("in dock"))), "quotation")
    assert (
        "“… our own sailors and to all the boats at anchor” (A) and “… our own sailors and to all the boats in dock” (B)"
        in found
    )


def test_a_cut_is_no_other_wording() -> None:
    found = comparison(texts(A, CUT))
    assert said(found, "quotation") == []
    assert sorted(found.quotations["form"]) == ["cut", "whole"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (A, OTHER),
        (  # excerpts of one wording: another part of it before the words that they share
            "“As we all saw this year … when the old harbour freezes, all the boats stay here,” Carla Orsini said.",
            "“The winter is hard on pilots and when the old harbour freezes, all the boats stay here,” Carla Orsini said.",
        ),
        (
            "“That takes power from the big owners, the old guilds and the few and gives it to the Velm people,” Carla Orsini said.",
            "“It’s a power grab for the Velm people,” Carla Orsini said.",
        ),
        (
            "“The F.B.I. of Velm lied to us many times in May,” Carla Orsini said.",
            "“The FBI of Velm lied to us many times,” Carla Orsini said.",
        ),
        (A, B.replace("Carla Orsini", "Dov Hale")),  # another speaker
        (  # one wording, set in two ways
            "“We’re gonna shut it, ’cause you’ve gotta keep ’em dry, and I dunno who’s gonna pay,” Carla Orsini said.",
            "“We are going to shut it, because you have got to keep them dry, and I don’t know who is going to pay,” "
            "Carla Orsini said.",
        ),
        (  # four words of the matter, in another order
            "“We can guess at noon which pears the pilots eat at sea,” Carla Orsini said.",
            "“That is plain, for at sea the pilots eat from many barrels, like figs, nuts, pears and old dry bread,” Carla "
            "Orsini said.",
        ),
        ("“It is late,” Carla Orsini said.", "“It is very late,” Carla Orsini said."),  # short
    ],
)
def test_other_remarks_are_left_alone(one: str, other: str) -> None:
    assert "one remark" not in sentences(comparison(texts(one, other)), "quotation")


LONG = "“After the vote on the decision, the pilots of both harbours will meet to prepare the exchange of lamps,” {}."
NEAR = (
    "“After voting on the decision, the pilots of both harbours will gather to prepare for the exchange of lamps,” {}."
)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (LONG.format("Carla Orsini said"), NEAR.format("a joint statement said"), True),
        (LONG.format("Carla Orsini said"), NEAR.format("Carla Orsini said"), False),  # of one
        (LONG.format("Carla Orsini said"), "“After the vote the harbour was left to the swans of Velm, and the lamps burnt all night,” Dov Hale said.", False),
        (LONG.format("Carla Orsini said"), LONG.format("the board said"), False),  # no other wording
        (LONG.format("Carla Orsini said").replace("lamps", "lamps at lunchtime"), LONG.format("the board said").replace("lamps", "lamps at lunch time"), False),
    ],
)  # fmt: skip
def test_one_remark_of_whom_the_texts_differ(one: str, other: str, found: bool) -> None:
    sentence = sentences(comparison(texts(one, other)), "quotation")
    assert ("What reads like one remark is quoted in different words: “After the vote" in sentence) is found


def test_a_cut_of_two_wordings_tells_of_neither() -> None:
    one = "“I have given the order to the harbour guards and the pilots to close the old gate without a word,” Carla Orsini said."
    other = "“I gave an order to the wardens and the crews to close the old gate without a word,” Carla Orsini said."
    cut = "Carla Orsini ordered them “to close the old gate without a word”."
    sentence = sentences(comparison(texts(one, other, cut, cut)), "quotation")
    assert "without a word” (A) and “I gave an order" in sentence
    assert "without a word” (B)" in sentence


def test_the_name_of_a_report_is_no_quotation_in_common() -> None:
    name = "“Bread or Roses for the Many” shows how Velm lives, Carla Orsini said."
    lines = [name, name, *(f"It rained {day}." for day in ("on Monday", "at dawn", "at night", "all week"))]
    assert "Bread or Roses" not in sentences(comparison(texts(*lines)), "quotation")


def test_one_remark_twice_in_a_text() -> None:
    both = A + " It rained.\n\n" + B
    assert "C prints what reads like one remark of Carla Orsini twice" in sentences(
        comparison(texts(A, B, both)), "quotation"
    )
    assert "twice" not in sentences(comparison(texts(A, OTHER, both)), "quotation"), "nobody has the other alone"


def test_two_quotations_in_one_sentence_are_two() -> None:
    text = "“We will close the old harbour gate,” she said, calling the tariff “a very bad idea for us”, Carla Orsini said."
    frame = comparison(texts(text, text.replace("rain", "sun"), A)).quotations
    assert all("she said" not in one for one in frame["text"])


def test_two_sentences_that_the_same_texts_print_are_no_two_wordings() -> None:
    one = "“There is no room on the northern pier for traders of old ships,” said Ada Holm."
    two = "“On the northern pier there is hardly any room left for buyers and traders of old ships,” Ada Holm said."
    texts = [("A", "Pier", f"{one} {two} " + filler(701)), ("B", "Pier", f"{one} {two} " + filler(702)),
             ("C", "Pier", f"{one} " + filler(703))]  # fmt: skip
    assert "different words" not in sentences(comparison(texts), "quotation")
    apart = [*texts[:1], ("B", "Pier", f"{two} " + filler(702)), texts[2]]
    apart[0] = ("A", "Pier", f"{one} " + filler(701))
    assert "different words" in sentences(comparison(apart), "quotation")


@pytest.mark.parametrize(
    ("speaker", "translated"),
    [
        ("Norwegian Prime Minister Carla Orsini", True),
        ("Kremlin spokeswoman Carla Orsini", True),
        ("Chinese foreign ministry spokeswoman Carla Orsini", True),
        ("Australian Prime Minister Carla Orsini", False),
        ("the U.S. ambassador to China, Carla Orsini", False),
        ("Carla Orsini", False),
        ("Mayor Carla Orsini, through an interpreter", True),
    ],
)
def test_words_of_another_language_may_be_translations(speaker: str, translated: bool) -> None:
    remarks = [remark.replace("Carla Orsini said.", f"{speaker}, said.") for remark in (A, B, A)]
    found = sentences(comparison(texts(*remarks)), "quotation")
    assert "What reads like one remark of Carla Orsini is quoted in different words" in found
    assert ("perhaps in different translations" in found) is translated
