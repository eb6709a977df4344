"""Kinds of sentences that were false, or said little, on events that nobody had read: each with an input of its own."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences
from tests.comparison.statements.test_own_words import three

BOTH = "The Harbour Authority shut the north pier. "


def long(*bodies: str, heads: tuple[str, ...] = ()) -> list[Text]:
    names = ("Valley Post", "North Wire", "The Lamp", "Coast Daily", "Quay")
    heads = heads or tuple(f"Pier of Velm shut {at}" for at in range(len(bodies)))
    return [(names[at], heads[at], f"{body}\n\n{filler(910 + at, 14)}") for at, body in enumerate(bodies)]


def test_those_that_carry_it_are_named_and_nothing_is_said_of_the_rest() -> None:
    dateline = "HALDEN, March 3 (NW) - The north pier is shut. "
    texts = long(BOTH + "It met in Halden.", dateline, "The north pier is shut.", BOTH + "It met in Halden.")
    found = sentences(comparison(texts), "omission")
    assert "Halden or the Harbour Authority; each of these stands in at least two other reports." in found
    assert "North Wire does not name the Harbour Authority; Coast Daily and Valley Post do." in found


def test_a_sum_in_another_currency_is_not_left_out() -> None:
    both = BOTH + "It cost 480 million leva (about EUR 245 million)."
    texts = long(both, both, "The north pier is shut. It cost 480 million leva.")
    assert "€245" not in sentences(comparison(texts), "omission")
    texts = long(both, both, "The north pier is shut. It cost nothing.")
    assert "€245 million" in sentences(comparison(texts), "omission")


def test_a_code_of_a_currency_is_no_name() -> None:
    line = "It paid BGN 4 million, BGN 5 million in May and BGN 6 million in June. "
    texts = long(line + "Then BGN 7 million went.", "It paid four million.", "The pier is shut.")
    assert "BGN" not in sentences(comparison(texts), "only").replace("BGN 4", "")


def test_a_name_before_a_council_is_no_sentence() -> None:
    texts = [
        ("A", "h", "He walked in the corridors of Velm Harbour council. " + filler(921)),
        ("B", "k", "She met the boss of Velm Harbour council. " + filler(922)),
        ("C", "l", "They praised the leader of Velm Harbour council. " + filler(923)),
    ]
    assert "Same sentence" not in sentences(comparison(texts), "name")


def test_a_word_of_the_headline_is_told_as_such() -> None:
    texts = long(
        "The pier was sold on Monday. The bid was high.",
        "A bid for the pier won on Monday.",
        f"The pier goes to Kettle on Monday. {filler(931, 3)} Its bid won.",
        "The pier was given away on Monday.",
        heads=("Bid for pier", "A bid for the pier", "Kettle makes bid for pier", "Pier of Velm"),
    )
    found = sentences(comparison(texts), "lead")
    assert "in the headline and further down in The Lamp" in found


def test_words_of_one_headline_are_one_sentence() -> None:
    texts = long("The pier is shut.", "The pier was shut.", heads=("Thugs trash pier", "Pier shut"))
    found = sentences(comparison(texts), "headline")
    assert found == "The headline of Valley Post says “Thugs” and “trash”; the text has none of these words."


def test_all_who_gave_no_comment() -> None:
    lines = "The Harbour Board declined to comment. Kettle Group did not respond to a request for comment."
    found = sentences(comparison(three(lines)), "source")
    assert (
        "“The Harbour Board declined to comment” and “Kettle Group did not respond to a request for comment” (A)"
        in (found)
    )


HOLM = "Mayor Karin Holm won. Her rival {} lost. Holm told the Post: “Somebody should look into it at once.”"


@pytest.mark.parametrize(("rival", "speaker"), [("Erik Holm", None), ("Per Moe", "Karin Holm")])
def test_a_surname_of_two_is_whoever_the_text_named_before(rival: str, speaker: str | None) -> None:
    found = sentences(comparison(long(HOLM.format(rival), "Erik Holm lost.", "Votes were counted.")), "voice")
    assert (f"In Valley Post {speaker} is the only one" in found) is (speaker is not None)
    assert "In Valley Post Holm" not in found


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("The line ran 70 per cent of its trains on coal.", "“The line ran 70 per cent of its trains”"),
        ("The line ran 70 per cent of green old painted wooden trains.", None),
    ],
)
def test_a_share_is_shown_with_what_it_is_of(line: str, shown: str | None) -> None:
    found = sentences(comparison(three(line, "The line ran.")), "only")
    assert shown in found if shown else "70 per cent" not in found


@pytest.mark.parametrize(
    "begins",
    [
        "Velm, Mar 12 (NPR) Pilots",
        "VELM: Pilots",
        "VELM, March 3 (NW) - Pilots",
        "VELM — Pilots",
        "VELM, Ore. (AN) — Pilots",
        "Velm (Suria), 3 Mar (NW).- Pilots",
    ],
)
def test_a_dateline_is_no_beginning(begins: str) -> None:
    lines = (begins + " stopped work in the harbour.", "Pilots in Velm stopped work.", "Shares in Kettle Group fell.")
    assert "“Pilots stopped work in the harbour” (A)" in sentences(comparison(three(*lines)), "lead")


def test_informed_people_and_analysts_of_whom_one_is_named() -> None:
    lines = (
        "People familiar with the plan said that four of nine agree.",
        "Analysts said that it would go up. “Two of three would sell,” said Per Moe, an analyst at Kettle Bank.",
    )
    found = sentences(comparison(three(*lines)), "source")
    assert "“People familiar with the plan” in A" in found
    assert "Analysts" not in found


@pytest.mark.parametrize("other", ["Nobody saves 85 million a year on lamps.", "The saving of £85m is a guess."])
def test_a_bare_number_may_be_the_sum(other: str) -> None:
    lines = three("The deal saves €85m.", other)
    assert "€85m" not in sentences(comparison(lines), "only")
    assert "€85m" in sentences(comparison(three("The deal saves €85m.", "It saves a lot.")), "only")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("In Norland they would have 14 per cent.", "“In Norland they would have 14 per cent”"),
        ("It lost a place in the league, and with it something like $700,000.", None),
    ],
)
def test_a_figure_is_shown_from_the_beginning_of_its_clause(line: str, shown: str | None) -> None:
    found = sentences(comparison(three(line, "The league met.")), "only")
    assert shown in found if shown else "Figures" not in found


def test_a_toll_that_stands_beside_another_is_in_no_list_of_one() -> None:
    lines = (
        "The ministry puts the dead at eleven. The charity said that 14 people died in the harbour.",
        "Eleven people have died in the harbour.",
        "On Monday 14 people died in the harbour.",
    )
    found = sentences(comparison(three(*lines)), "number")
    assert found == "The number of deaths differs: eleven (B) and 14 (C)."
    part = "At the two tents of the harbour alone 14 people have died."
    assert not sentences(comparison(three(lines[1], part)), "number")


@pytest.mark.parametrize(
    "line", ["Per Moe said the charge was absurd and shameful.", "The plan was absurd and shameful, critics said."]
)
def test_loaded_words_that_are_reported(line: str) -> None:
    assert "absurd" not in sentences(comparison(three(line, "The plan is new.")), "name")
    own = "The plan was absurd and shameful."
    assert "absurd" in sentences(comparison(three(own, "The plan is new.")), "name")


def test_words_of_courts_are_not_loaded() -> None:
    assert "listed as loaded" not in sentences(
        comparison(three("The court quashed it. He was punished.", "It met.")), "name"
    )


def test_a_text_with_a_word_that_may_touch_a_theme_does_not_lack_it() -> None:
    court = "The court met. The judge spoke of the trial and the verdict. "
    texts = long(court, court + "It rained.", court + "It snowed.", "The pier is shut.")
    assert "has no form of “court”" in sentences(comparison(texts), "theme")
    texts = long(court, court + "It rained.", court + "It snowed.", "The judgment is out.")
    assert "courts" not in sentences(comparison(texts), "theme")


def test_words_that_nobody_with_a_name_says() -> None:
    lines = (
        "Mayor Ada Holm said it was late. Two pilots heard her. “I put my fork down,” one of them said.",
        "Mayor Ada Holm said that it was made up. A laboratory found “no sign of a fake at all”.",
        "The pier is shut.",
    )
    assert "Ada Holm" not in sentences(comparison(three(*lines)), "voice")


def test_a_reader_who_asks_and_a_headline_are_no_reporter() -> None:
    asked = "Can I return? Yes.\n\nWhat do I need? A pass.\n\nHolm to board: I will stay\n\nIt is open."
    assert "first person" not in sentences(comparison(long(asked, "It is shut.", "It rained.")), "about")
    told = "I stood there in May.\n\nIt rained, and I left.\n\nIt is open."
    assert "first person" in sentences(comparison(long(told, "It is shut.", "It rained.")), "about")


def test_what_a_page_lets_its_readers_say_is_no_reporter() -> None:
    page = (
        "I would like to be emailed about offers of the Bee.\n\nYou may pay via My Account.\n\nOur Picks\n\nMy Bee\n\n"
    )
    texts = long(page + "It is open.", "It is shut.", "It rained.")
    assert "first person" not in sentences(comparison(texts), "about")


def test_a_school_is_heard_through_its_head() -> None:
    school = "Velm Bay Academy shut its hall. {}“We do not need it any more,” said the head, Ada Holm."
    texts = long(*(school.format(line) for line in ("It rained. ", "", "It was cold. ")))
    assert "Academy" not in sentences(comparison(texts), "voice")


def test_all_who_carry_a_number_are_named_or_none() -> None:
    both = BOTH + "It hired 5,000 dockers. "
    texts = long(both, both, "The north pier is shut.", "It hired some 5,000 of them for the pier. " + BOTH)
    assert "“5,000 dockers”; at least two other reports do." in sentences(comparison(texts), "omission")


@pytest.mark.parametrize(
    "line", ["One person, a baker of 60, was found dead, the brigade said.", "Two people died, it said."]
)
def test_the_dead_are_no_source(line: str) -> None:
    assert "not named" not in sentences(comparison(three(line)), "source")


def test_caveats_of_others_are_not_counted() -> None:
    lines = ("The clip could not be independently confirmed.", "The clip was too poor for a conclusion.")
    assert "no such caveat" not in sentences(comparison(three(*lines)), "source")


@pytest.mark.parametrize(
    "line", ["The kinds, which now make up 11 per cent of cases, fell.", "Few came, 90 per cent of whom voted."]
)
def test_half_a_clause_is_no_figure(line: str) -> None:
    assert "Figures" not in sentences(comparison(three(line, "The league met.")), "only")


def test_a_rounded_figure_is_the_same() -> None:
    lines = ("Turnout was 52.3 per cent on Monday.", "Turnout was 52 per cent.", "It met.")
    assert not sentences(comparison(three(*lines)), "number")
    lines = ("Turnout was 53.4 per cent on Monday.", "Turnout was 52 per cent.", "It met.")
    assert "turnout differs" in sentences(comparison(three(*lines)), "number")


def test_a_body_by_its_last_word_is_not_left_out() -> None:
    both = "The Velm Alliance won in the harbour. "
    texts = long(both, both, "Will the Alliance be asked? It rained.")
    assert "Alliance" not in sentences(comparison(texts), "omission") + sentences(comparison(texts), "lead")


def test_a_body_is_heard_through_its_leader() -> None:
    line = "The Velm Harbour Alliance won. The leader of the Alliance, Ada Holm, was glad. {}“We did it all by ourselves,” Holm said."
    texts = long(*(line.format(more) for more in ("It rained. ", "", "It was cold. ")))
    assert "None of the" not in sentences(comparison(texts), "voice")


def test_who_owns_a_firm_is_no_interest_and_papers_are_shown_whole() -> None:
    lines = (
        "Shares of Kettle, the parent of Verda, fell.",
        "Letters, which were filed and obtained by this newspaper, say so.",
    )
    found = sentences(comparison(three(*lines)), "source")
    assert "interest" not in found
    assert "“Letters, which were filed and obtained by this newspaper, say so” (B)" in found


def test_a_body_stands_under_its_own_name() -> None:
    lines = (
        "Verda recalled it. “The safety of all is our first concern,” Verda said in a statement.",
        "The Verda Lull was recalled. The Verda Lull, a Verda Lull of 2019, broke.",
    )
    assert "Lull is the only" not in sentences(comparison(three(*lines)), "voice")


@pytest.mark.parametrize(
    ("hedged", "exact", "differs"),
    [("more than 20", "22", False), ("about 80", "83", False), ("more than 20", "31", True), ("some 80", "95", True)],
)
def test_a_round_figure_and_an_exact_one(hedged: str, exact: str, differs: bool) -> None:
    lines = (f"On Monday {hedged} people were injured.", f"On Monday {exact} people were injured.", "It met.")
    assert ("differs" in sentences(comparison(three(*lines)), "number")) is differs


def test_a_price_is_shown_with_what_it_is_for() -> None:
    found = sentences(comparison(three("A good horn sells for £60,000 a kilogram in Velm.", "It met.")), "only")
    assert "“A good horn sells for £60,000 a kilogram” (A)" in found


def test_the_i_of_a_state_is_no_reporter() -> None:
    lines = "Ben Roe (D-R.I.) came.\n\nIt rained on Ben Roe (D-R.I.) for an hour.\n\nIt is open."
    assert "first person" not in sentences(comparison(long(lines, "It is shut.", "It rained.")), "about")


def test_marks_that_do_not_pair_are_no_reporter() -> None:
    lines = "\"It was 'rapid fire.'\"\n\nI had to be fast.\n\nI wish I had not come.\n\nIt is open."
    assert "first person" not in sentences(comparison(long(lines, "It is shut.", "It rained.")), "about")


def test_of_a_theme_no_count_is_given_where_some_text_may_mention_it() -> None:
    poll = "The pandemic came to Velm in spring and the pandemic closed the pier. The pandemic is over."
    texts = [
        (paper, "Pier of Velm", f"{line} {filler(300 + at, 16)}")
        for at, (paper, line) in enumerate(
            [("A", poll), ("B", poll.replace("spring", "May")), ("C", "The pier is open."), ("D", "The pier is shut."),
             ("E", "A virus closed the pier.")]
        )
    ]  # fmt: skip
    found = sentences(comparison(texts), "theme")
    assert "C and D have no word of the pandemic; A and B have (“pandemic”)." in found
    assert "have no word of the pandemic: " not in found
