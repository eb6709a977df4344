"""What somebody did is no citation, and words are nobody's where it is not told who says them."""

from __future__ import annotations

import pytest

from framing.comparison.content.items import mentions
from framing.comparison.content.unmarked import unmarked
from framing.comparison.statements import Statement, statements
from framing.comparison.texts.day_times import latest
from tests.comparison.statements.events import Text, comparison, filler, sentences

HOLM = "“We have built the longest pier of them all,” Ada Holm said."


def of(*bodies: str) -> list[Text]:
    return [("ABCDE"[at], "Pier of Velm opens", f"{body}\n\n{filler(640 + at)}") for at, body in enumerate(bodies)]


def credit(body: str) -> list[tuple[str, bool]]:
    frame = comparison([("A", "The mill closes", body)]).credited.sort("first")
    return list(frame.select("source", "sure").iter_rows())


def told(texts: list[Text], name: str) -> list[Statement]:
    return list(statements(comparison(texts), [name]))


@pytest.mark.parametrize(
    ("verb", "cited"),
    [("said that the pier is old", True), ("warned of the tide", True), ("floated the idea of a pier", False)],
)
def test_who_does_something_is_not_cited(verb: str, cited: bool) -> None:
    lines = f"Two harbour officials {verb}. Nine town officials {verb}."
    found = sentences(comparison(of(lines, "Pears are ripe.", "Lamps are lit.")), "source")
    assert ("“Two harbour officials”" in found) is cited


def test_who_laughs_is_not_cited() -> None:
    texts = of("Some younger people laughed at “the old pier of Velm”.", "Pears are ripe.", "Lamps are lit.")
    assert "younger people" not in sentences(comparison(texts), "source")


def test_words_of_nobody_known_are_not_of_who_is_named_before() -> None:
    before = "Ada Holm came to the mill.\n\n"
    accused = before + "The council was accused of “acting in the dark of the night” on Monday. Holm had left."
    assert credit(accused)[0][0] != "Ada Holm"
    by_her = before + "Ada Holm accused the council of “acting in the dark of the night” on Monday."
    assert credit(by_her)[0] == ("Ada Holm", True)


STRANGER = "“We closed the old mill,” said Ada Holm.\n\nOutside, {} sat on a bench. "


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("an old woman in black", "(speaker not found)"),
        ("a young fisherman in black", "Ada Holm"),  # no *she*
        ("the new board", "Ada Holm"),
    ],
)
def test_somebody_without_a_name_is_not_the_one_named_before(who: str, expected: str) -> None:
    found = credit(STRANGER.format(who) + "“They will ruin all of us here,” she said.")
    assert found[-1][0] == expected


def test_a_stranger_whom_somebody_meets_is_not_who_speaks() -> None:
    body = "Ada Holm met a woman from Tarn. “We closed the old mill,” she said."
    assert credit(body)[-1][0] == "Ada Holm"


def test_who_reports_a_statement_did_not_make_it() -> None:
    body = "Ada Holm released the following statement on Monday, radio station WQVX reports: “We closed the old mill.”"
    assert credit(body) == [("Ada Holm", True)]
    assert credit("Radio station WQVX reports: “We closed the old mill.”")[0][0] != "Ada Holm"


LOST = "We will never close this pier to anybody, Ada Holm said."


def test_a_text_that_lost_its_marks_is_not_said_to_quote_nobody() -> None:
    again = "“Nobody can take this harbour from us now,” Ada Holm said."
    whole = of(HOLM, again, "Ada Holm came late.", "The lamps are lit.")
    lost = of(HOLM, again, LOST, "The lamps are lit.")
    texts = (whole, lost)
    heard = ["Ada Holm is quoted" in " ".join(one.sentence for one in told(some, "heard")) for some in texts]
    where = ["quotes Ada Holm" in sentences(comparison(some), "source") for some in (
        of(HOLM, "Ada Holm came late.", "The lamps are lit."), of(HOLM, LOST, "The lamps are lit."))]  # fmt: skip
    assert heard == [True, False]
    assert where == [True, False]


def test_what_somebody_is_said_to_say_is_no_lost_quotation() -> None:
    for line in ("It will be closed, Ada Holm said.", "She told us that we will see, Ada Holm said that day to us all "
                 "at the long quay of the old town of Velm by the sea.", "It lies in the F.I.R. zone, Ada Holm said."):  # fmt: skip
        assert comparison(of(line)).scores.corpus.once(unmarked) == set()


def test_a_post_in_two_texts_is_not_their_own_words() -> None:
    line = (
        "{} think the old ferry of Velm should be sold to a museum in Tarn before the end of this year, with all boats"
    )
    for who, shown in (("They", True), ("I", False)):
        found = sentences(comparison(of(line.format(who), line.format(who), "Lamps are lit.")), "family")
        assert ("Word for word the same" in found) is shown


def test_a_kilometre_is_a_km_and_a_conversion_no_wording() -> None:
    remark = "“This boat would have a range of more than 13,000 {} on any normal day at sea,” Carla Orsini said."
    texts = of(remark.format("km (8,100 miles)"), remark.format("kilometres"), "Lamps are lit.")
    assert not told(texts, "quotations")


def test_two_remarks_on_one_matter_are_not_one() -> None:
    one = "“It makes sense, as many words that people find funny belong to several kinds, like birds and boats,”"
    two = "“We could do very well at guessing which words people find funny,”"
    assert not told(of(f"{one} Carla Orsini said.", f"{two} Carla Orsini said.", "Lamps are lit."), "quotations")


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("By midday 300 had come.", 12),
        ("As night fell, 400 were there.", 21),
        ("By mid afternoon 300 had come; by early evening it was over.", 18),
        ("By 3:30 p.m. all had left.", 15),
        ("They came on Monday morning.", None),
    ],
)
def test_the_hour_of_which_a_text_tells(text: str, hour: int | None) -> None:
    assert latest(text) == hour


STORY = "\n\n".join(filler(seed, 4) for seed in range(500, 506))
MORE = "“We were not asked,” said Ben Roe of the Alder Union."


def test_a_version_of_a_later_hour_is_no_earlier_one() -> None:
    for late, end in (
        ("By noon all slept.", "lacks this, and may be an earlier one."),
        ("As night fell, all slept.", "lacks this."),
    ):
        bodies = [f"{STORY}\n\nBy noon all slept.\n\n{MORE}"] * 2 + [f"{STORY}\n\n{late}"]
        texts = [("ABC"[at], "Ferry sold", body) for at, body in enumerate(bodies)]
        found = comparison([*texts, ("D", "Ferry goes", filler(640)), ("E", "Ferry, goodbye", filler(641))])
        assert end in sentences(found, "version")
        one = [line for line in sentences(found, "family").split("\n") if "print one text" in line]
        assert ("no date or credit tells" in one[0]) is (end != "lacks this.")


def test_no_body_is_international() -> None:
    lead = "Lighthouse International has seen the pier. "
    texts = of(lead, lead, "International stars came to the pier.", "International guests saw it.")
    mentioned = comparison(texts).scores.corpus
    named = mentioned.once(mentions).filter(item="Lighthouse International")["article"].unique()
    assert len(named) == 2
