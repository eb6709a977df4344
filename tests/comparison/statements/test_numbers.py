"""Numbers for the same thing that disagree, and those that only seem to."""

from __future__ import annotations

import pytest

from framing.comparison.content.givers import giver, named
from tests.comparison.statements.events import comparison, filler, said, sentences


def two(one: str, other: str) -> str:
    return sentences(comparison([("A", "h", one + " " + filler(31)), ("B", "k", other + " " + filler(32))]), "number")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The price of Halden crude was $53 on Friday.",
            "Halden blend crude is around $65.",
            "Halden crude differs: $53 (A, Friday) and around $65 (B)",
        ),
        (
            "At least 12 people were killed in the fire.",
            "The fire killed 15 people.",
            "deaths differs: at least 12 (A) and 15 (B)",
        ),
        (
            "The death toll rose to 41.",
            "Officials said 38 people had died.",
            "deaths differs: 38 (B, according to officials) and 41 (A)",
        ),
        (
            "Police arrested seven people.",
            "Nine people were detained.",
            "people arrested differs: seven (A) and nine (B)",
        ),
        (
            "Inflation stood at 5.2 %.",
            "Inflation was 5.4 per cent.",
            "inflation differs: 5.2 % (A) and 5.4 per cent (B)",
        ),
    ],
)
def test_disagreement(one: str, other: str, said: str) -> None:
    assert said in two(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halden crude was $53.", "Halden crude was at $53 a barrel."),  # the same
        ("Halden crude was $53.", "Norland crude was $65."),  # another thing
        ("Halden crude was $53.", "Halden crude was $53 and later was at $65."),  # both
        ("Halden crude was $53.", "Halden crude was at $65 in 2019."),  # another year
        ("Divers expected a rate of 5 %.", "Divers expected a price of 6 %."),  # no name with its noun
        ("Halden shares were up 5 %.", "Halden shares were down 7 %."),  # changes, not levels
        ("Halden crude was $53.", "The Halden crude deal is worth $65 billion."),  # another order
        ("Halden crude was $53.", "Halden crude faces a $60 cap."),  # what is set
        ("12 people were killed in the fire.", "In 2011, 15 people were killed in a fire."),
        ("12 people were injured.", "15 people were killed."),
        ("Halden crude was $53.", "Halden crude was €49."),  # another unit
    ],
)
def test_no_disagreement(one: str, other: str) -> None:
    assert two(one, other) == ""


def test_a_bound_goes_with_its_number() -> None:
    texts = [
        ("A", "Five killed in mill fire", "At least five people were killed in the fire. " + filler(34)),
        ("B", "Mill fire", "The fire killed at least five people. " + filler(35)),
        ("C", "Mill fire", "Nine people were killed in the fire. " + filler(36)),
        ("D", "Mill fire", "Five people were killed in the fire. " + filler(37)),
    ]
    found = sentences(comparison(texts), "number")
    assert "deaths differs: at least five (A and B), five (D) and nine (C)" in found


def test_texts_without_the_name_are_told() -> None:
    one, other, third = (filler(seed) for seed in (36, 37, 38))
    texts = [
        ("A", "h", "Halden crude was $53. " + one),
        ("B", "k", "Halden crude was at $65. " + other),
        ("C", "l", third),
    ]
    assert sentences(comparison(texts), "number").endswith("$65 (B). C has no word of it.")


def test_versions_of_one_report_do_not_disagree() -> None:
    text = "Halden crude was ${} on Monday. " + filler(33)
    assert sentences(comparison([("A", "h", text.format(53)), ("B", "h", text.format(54))]), "number") == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "About 640 deckhands are taking part in the strike.",
            "The strike goes on. More than 700 workers are now out.",
            "number of people on strike differs: about 640 (A) and more than 700 (B)",
        ),
        (
            "Some 640 deckhands at the port have begun a two-day strike.",
            "The port put off 31 sailings after deckhands began a strike by some 400 sailors.",
            "number of people on strike differs: some 400 (B) and some 640 (A)",
        ),
        (
            "The union said 640 of the port's 900 deckhands took part in the strike. The port put the figure at 400.",
            "The strike goes on. Some 400 sailors walked out.",
            "number of people on strike differs: some 400 (B). A gives both 400 and 640.",
        ),
        (
            "The march had drawn some 35,000 people.",
            "About 50,000 people marched in Velm.",
            "number of people in the crowd differs: some 35,000 (A) and about 50,000 (B)",
        ),
        (
            "Thousands marched. The police put the number at 35,000. The unions spoke of 90,000.",
            "A march of 90,000 filled the town.",
            "in the crowd differs: 90,000 (B). A gives both 35,000 and 90,000.",
        ),
        (
            "Kettle Group will buy Halden Mill for $14.2bn.",
            "It is the $15bn takeover of the year.",
            "figure for the deal differs: $14.2bn (A) and $15bn (B)",
        ),
        (
            "The office asked about a payment of 8 million crowns to agent Eli Rud.",
            "Nobody saw the payment of 10 million crowns to Eli Rud.",
            "figure for the payment differs: 8 million crowns (A) and 10 million crowns (B)",
        ),
        (
            "Some 4,200 homes are without power.",
            "About 5,000 homes were left without electricity.",
            "number of homes without power differs: some 4,200 (A) and about 5,000 (B)",
        ),
        (
            "“The ferries were never mended,” the 47-page indictment says.",
            "Eli Rud had read the federal indictment, running to 48 pages.",
            "number of pages of the indictment differs: 47 (A) and 48 (B)",
        ),
        (
            "The economy of Velm grew by 2 %, far less than the 2.7% economists had predicted.",
            "Economists polled by Norpress had expected the GDP of Velm to rise by 2.8 percent.",
            "figure for the growth that economists had expected differs: 2.7% (A) and 2.8 percent (B)",
        ),
        (
            "The harbour master took the 35-word oath.",
            "Eli Rud spoke the oath of thirty words.",
            "number of words of the oath differs: thirty (B) and 35 (A)",
        ),
    ],
)
def test_tallies(one: str, other: str, said: str) -> None:
    assert said in two(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The march drew 35,000 people.", "Police said 35,000 people marched."),  # the same
        ("A payment of 8 million crowns went to Eli Rud.", "Per Moe had a payment of 10 million crowns."),
        ("About 640 marched.", "At least 30 demonstrators were injured in the march."),
        ("The march drew 35,000 people.", "Last year 60,000 people marched."),
        ("Kettle Group paid $14.2bn in taxes.", "It is the $15bn takeover of the year."),
        ("Economists had expected growth of 2.7%.", "Economists had expected inflation of 2.8 %."),
        ("Economists had expected growth of 2.7%.", "Economists expect growth of 2.8 % next year."),
        ("Economists had expected growth of 2.7%.", "Economists had expected growth of about 3%."),
        ("Economists had expected growth of 2.7%.", "Economists said that the 2.8 % growth was well."),
        ("She read the 47-page indictment.", "She read the 48-page letter."),
        ("She read the 47-page opinion.", "She read the 20-page dissenting opinion."),
        ("She read the 47-page report.", "She read a second 20-page report."),
        ("She read the 47-page report.", "The report has 47 pages, an earlier report of 20 pages was burnt."),
    ],
)
def test_no_tallies(one: str, other: str) -> None:
    assert two(one, other) == ""


def test_sizes_of_papers_are_stated() -> None:
    texts = [("A", "h", "He read the 47-page report. " + filler(31)), ("B", "k", "A 48-page report. " + filler(32))]
    assert [one.check for one in said(comparison(texts), "number")] == [False]


def test_the_day_of_a_dateline_is_the_day_of_the_text() -> None:
    one = "VELM, June 3 (Norpress) - At least eight people were killed in the fire."
    assert (
        two(one, "Nine people were killed in the fire.")
        == "The number of deaths differs: at least eight (A) and nine (B)."
    )
    assert two("On June 3, eight people were killed in Tarn.", "Nine people were killed in the fire.") == ""


def tolls(*lines: str) -> str:
    """What is said of lines as beginnings of reports of The Gull, B, C ..."""
    texts = [
        (name, "Fire in Velm", line + " " + filler(40 + at))
        for at, (name, line) in enumerate(zip("ABCD", lines, strict=False))
    ]
    return sentences(comparison(texts), "number")


def test_all_forms_of_a_count_are_one() -> None:
    lines = ("Fourteen people were killed in the fire.", "The fire claimed 14 lives.", "A fire in Velm left 14 dead.")
    assert tolls(*lines, "The fire killed 16.") == "The number of deaths differs: 14 (A, B and C) and 16 (D)."
    others = ("The fire killed a girl and 13 others.", "The fire killed 14 people.")
    assert (
        tolls(*others, "Sixteen people lost their lives.")
        == "The number of deaths differs: 14 (A and B) and sixteen (C)."
    )


def test_a_count_beside_a_month_joins_the_same_count() -> None:
    lines = ("The mill burned down last October, killing 14 people.", "14 people died in the mill.")
    assert tolls(*lines, "16 people died in the mill.") == "The number of deaths differs: 14 (A and B) and 16 (C)."
    assert tolls("A fire in Tarn killed 9 people in October.", *lines[1:], "14 people perished.") == ""


def test_a_count_beside_a_month_is_of_the_event_where_all_tell_of_that_month() -> None:
    one = "People in Velm mourned on Monday for the 14 people who died in the fire of October."
    other = "The fire burned all night in October. Sixteen people lost their lives in Velm."
    assert tolls(one, other) == "The number of deaths differs: 14 (A) and sixteen (B)."
    assert tolls(one, "Sixteen people lost their lives in Velm.") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve miners died in the fire.", "The fire killed 14 people."),  # some of them
        ("The pilot was killed, and two others died.", "Three people died."),
        ("Two people died in Tarn and five people died in Velm.", "Seven people died."),
        ("A gunman killed 22 people in Velm. In Tarn nine people were killed.", "In both towns 31 people were killed."),
    ],
)
def test_no_tolls(one: str, other: str) -> None:
    assert tolls(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The flood forced about 2,300 from their homes.",
            "Some 3,100 people had to leave their homes.",
            "people driven from their homes differs: about 2,300 (A) and some 3,100 (B)",
        ),
        (
            "Around 640 residents were forced to flee.",
            "The flood drove 900 residents out of their houses.",
            "residents driven from their homes differs: around 640 (A) and 900 (B)",
        ),
        ("Twelve miners died.", "Fourteen miners were killed.", "number of miners who died differs: twelve (A) and"),
    ],
)
def test_people_by_what_became_of_them(one: str, other: str, said: str) -> None:
    assert said in tolls(one, other)


def staged(*lines: tuple[str, str]) -> str:
    """What is said of lines as headlines with the day of their texts."""
    texts = [(name, line, filler(60 + at)) for at, (name, (line, _)) in enumerate(zip("ABCD", lines, strict=False))]
    return sentences(comparison(texts, [day for _, day in lines]), "number")


def test_a_count_that_grew_may_differ_by_more_than_five_times() -> None:
    early, late = (
        ("Fire in Velm kills 29 people", "2024-03-01"),
        ("Death toll of Velm fire climbs to 724", "2024-03-02"),
    )
    grew = " The texts are of different days."
    assert staged(early, late) == f"The number of deaths differs: 29 (A) and 724 (B).{grew}"
    assert staged(early, (late[0], early[1])) == ""  # of one day: two things
    assert staged((early[0], late[1]), (late[0], early[1])) == ""  # it did not grow


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ("The death toll rose to 41, up from a previous count of 38 dead.", "30 (B). A gives both 38 and 41."),
        ("The fire killed 41 people. Officials later revised the toll to 38 dead.", "30 (B). A gives both 38 and 41."),
        ("A fire killed nearly 40 people. The death toll reached 38, officials said.", "30 (B) and 38 (A"),
        ("The toll could reach 60 dead. So far 41 people have died.", "30 (B) and 41 (A)."),
        ("At least 41 people, most of them miners, were killed.", "30 (B) and at least 41 (A)."),
        ("VELM--Forty-one people were killed in the worst fire since 1960.", "30 (B) and forty-one (A)."),
        ("The death toll from the fire of two old mills in Velm has surged to 41 and more.", "30 (B) and 41 (A)."),
        ("The smoke left miners as young as 12 dead. It killed 41 people.", "30 (B) and 41 (A)."),
        ("The death toll from the quake has exceeded 41 people, with 300 hurt.", "30 (B) and 41 (A)."),
        ("It took the lives of 41 individuals and left others hurt.", "30 (B) and 41 (A)."),
        ("It killed 41 people. The mine's owner, a 30-year-old, is missing.", "30 (B) and 41 (A)."),
    ],
)
def test_the_count_of_all_in_a_text_with_several(one: str, said: str) -> None:
    assert said in tolls(one, "The fire killed 30 people.")


def test_children_among_those_killed() -> None:
    one, other = "The fire killed 41 people, including 23 children.", "It killed 41 people - including 24 children - ."
    assert "children who died differs: 23 (A) and 24 (B)" in tolls(one, other)
    assert "children who died differs: 22 (A) and 24 (B)" in tolls("There were 22 children among the dead.", other)
    both = "At least 24 children and 11 adults were killed."
    assert "children who died differs: 23 (A) and at least 24 (B)" in tolls(one, both)


def test_the_hurt_beside_the_dead() -> None:
    one, other = "Fire killed 12 people and 40 more were injured.", "Fire killed 12 people and wounded 55 others."
    assert tolls(one, other) == "The number of people injured differs: 40 (A) and 55 (B)."


def test_passengers_are_not_told_of_beside_people_with_the_same_counts() -> None:
    one = "900 people were hurt. About 900 passengers were injured."
    other = "Close to 1,000 were injured. About 1,000 passengers were injured."
    assert tolls(one, other).count("differs") == 1


def dated(*lines: tuple[str, str]) -> str:
    """What is said of lines as the text of a day."""
    texts = [("ABCD"[at], "News", f"{line} {filler(80 + at)}") for at, (line, _) in enumerate(lines)]
    return sentences(comparison(texts, [day for _, day in lines]), "number")


def test_a_count_of_another_order_keeps_no_others_silent() -> None:
    lines = ("At least two people died.", "The crush killed 146 people.", "At least 151 people were killed.")
    said = dated(*((line, "2024-03-01") for line in lines))
    assert said == "The number of deaths differs: 146 (B) and at least 151 (C)."


def test_part_of_a_word_is_no_count() -> None:
    other = "The crush killed eight people. A five-storey house fell, five-sixths of it."
    assert "deaths differs: five (A) and eight (B)" in tolls("The crush killed five people.", other)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("It killed 41 people and left about a quarter of a million homeless.", "30 (B) and 41 (A)"),
        ("On March 4, 2024, the slide killed 41 people.", "30 (B) and 41 (A)"),
        ("Officials say 41 people were killed since the slide began on Monday (4 March).", "30 (B) and 41 (A)"),
        ("On February 4 a slide killed 41 people.", ""),
        ("Officials say 41 people were killed since 2019.", ""),
    ],
)
def test_a_date_near_that_of_the_text_is_of_its_event(line: str, said: str) -> None:
    found = dated((line, "2024-03-05"), ("The slide killed 30 people.", "2024-03-05"))
    assert said in found
    assert bool(said) == bool(found)


def test_the_crowd_of_an_earlier_march() -> None:
    one = "Before that, on May 5, 2019: at the start of the march against the first plan of the board, police had "
    one += "counted 80,600 demonstrators. Police counted 35,000 demonstrators this time."
    assert two(one, "A march of 50,000 people filled Velm.").endswith("differs: 35,000 (A) and 50,000 (B).")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The slide buried 67 people.",
            "Some 80 people were buried alive.",
            "people buried differs: 67 (A) and some 80",
        ),
        ("A hundred cars and 500 people are trapped.", "It trapped 800 people.", "people trapped differs: 500 (A) and"),
        ("Boats rescued 40 people.", "In Velm 52 people were rescued.", "people rescued differs: 40 (A) and 52 (B)"),
        ("Police made 20 arrests.", "Police arrested 44 people.", "people arrested differs: 20 (A) and 44 (B)"),
        (
            "It caused 60 injuries.",
            "About 75 people sustained injuries.",
            "people injured differs: 60 (A) and about 75",
        ),
        (
            "The fire left 600 people homeless.",
            "It made 700 people homeless.",
            "made homeless differs: 600 (A) and 700",
        ),
        (
            "Only six bodies have been recovered.",
            "So far five bodies were pulled from the rubble.",
            "bodies recovered d",
        ),
        (
            "The remains of six people were recovered.",
            "They recovered nine bodies.",
            "bodies recovered differs: six (A)",
        ),
        (
            "At least 17 people were taken by ambulances to hospitals.",
            "Of them 25 people were hospitalised.",
            "taken to hospital differs: at least 17 (A) and 25 (B)",
        ),
        (
            "They put the turnout at 30,000, a march not seen since the war.",
            "The march attracted 50,000 people.",
            "in the crowd differs: 30,000 (A) and 50,000 (B)",
        ),
        (
            "They wrote about 30,000 participants of the Freedom March in Velm.",
            "In Velm 50,000 marched on Sunday.",
            "in the crowd differs: about 30,000 (A) and 50,000 (B)",
        ),
        ("“More than 50,000” people marched.", "A march of 30,000.", "in the crowd differs: 30,000 (B) and more"),
        (
            "The war killed 260,000 people and left six million internally displaced.",
            "It uprooted 6.9 million and killed 260,000 people.",
            "driven from their homes differs: six million (A) and 6.9 million (B)",
        ),
        (
            "The war has caused more than 220,000 deaths.",
            "The war killed 260,000 people.",
            "deaths differs: more than 220,000 (A) and 260,000 (B)",
        ),
        (
            "Death toll in Norland quake, flood climbs to 384.",
            "The death toll from the quake, the worst in years, reaches 420 on Saturday.",
            "deaths differs: 384 (A) and 420 (B)",
        ),
        (
            "The plane fell, killing all 157 people on board.",
            "All 149 aboard the plane died.",
            "deaths differs: 149 (B) and 157 (A)",
        ),
        (
            "The leak hospitalized 10 people.",
            "There have been 14 hospitalizations.",
            "taken to hospital differs: 10 (A) and 14 (B)",
        ),
        (
            "A woman was among eight injured people taken to hospital.",
            "The board said 23 people had been sent to hospitals.",
            "taken to hospital differs: eight (A) and 23 (B, according to the board)",
        ),
        (
            "Some 250 people remained missing.",
            "More than 90 people were feared missing.",
            "missing differs: more than 90 (B) and some 250 (A)",
        ),
        (
            "Police arrested 109 pro-Tarnish protesters.",
            "In all, 140 anti-Norland protesters were detained.",
            "protesters arrested differs: 109 (A) and 140 (B)",
        ),
        (
            "It has sickened nearly 50 people.",
            "The leak made 75 people fall; 75 people became ill.",
            "taken ill differs: nearly 50 (A) and 75 (B)",
        ),
        (
            "She said that the law “will change” after an attack which killed nine people and injured 40.",
            "The attack wounded 48 people.",
            "injured differs: 40 (A) and 48 (B)",
        ),
        (
            "Waves as high as six metres hit Velm.",
            "A tsunami up to 1.5 metres high hit Velm.",
            "metres that the waves rose differs: up to 1.5 (B) and six (A)",
        ),
        (
            "So far 49 cases of the stomach illness are known.",
            "The board counts 61 cases across ten states.",
            "cases differs: 49 (A) and 61 (B",
        ),
        (
            "A letter was signed by more than 700.",
            "Of them, 520 teachers had signed a letter.",
            "signatures differs: 520 (B) and more than 700 (A)",
        ),
        (
            "Barley Front won 113 of the 222 seats.",
            "The Barley Front coalition has secured 121 seats.",
            "seats of Barley Front differs: 113 (A) and 121 (B)",
        ),
        (
            "The plane carrying 72 people fell.",
            "With 68 people on board it fell.",
            "people on board differs: 68 (B) and 72 (A)",
        ),
    ],
)
def test_more_of_what_became_of_people(one: str, other: str, said: str) -> None:
    assert said in two(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Of all, 31 injured people have been discharged.", "The fire injured 60 people."),
        ("13 people were still hospitalised.", "25 people were taken to hospital."),
        ("Six bodies were recovered.", "Three bodies were recovered from the river."),  # there alone
        ("Boats rescued 40 people.", "They hope that 60 people will be rescued."),
        ("More than 220,000 people were killed.", "The war killed 225,000 people."),  # may be the same
        ("Five were killed and another eight were missing presumed dead.", "12 people are missing."),
        ("The court heard 49 cases of theft.", "The court heard 61 cases of fraud."),
    ],
)
def test_no_more_of_what_became_of_people(one: str, other: str) -> None:
    assert two(one, other) == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "Rockets killed 12 people, including one child.",
            "The 12 people in Velm, including two children, were buried.",
            "The number of children among the 12 differs: one (A) and two (B).",
        ),
        (
            "Of the 149 people - 149 people including 19 foreigners - many died.",
            "149 people, including 22 foreigners, were named.",
            "The number of foreigners among the 149 differs: 19 (A) and 22 (B).",
        ),
        ("There were 12 people, including one child.", "There were 14 people, including two children.", ""),
        ("There were 12 people, including one child.", "There were 12 people, including two soldiers.", ""),
        ("There were 12 people, including one child.", "There were 12 people, including at least two children.", ""),
    ],
)
def test_parts_of_one_number_of_people(one: str, other: str, said: str) -> None:
    assert two(one, other) == said


def test_people_of_a_country() -> None:
    said = tolls("It killed 232 Palestinians.", "At least 250 Palestinians were killed.", "The pier is shut.")
    assert said == "The number of Palestinians who died differs: 232 (A) and at least 250 (B)."


def test_some_people_by_what_became_of_them() -> None:
    found = two("Three Norlandish sailors were injured.", "At least six sailors were wounded.")
    assert "number of sailors injured differs: three (A) and at least six (B)" in found


@pytest.mark.parametrize(
    "one",
    [
        "Three Norlandish sailors were injured. Nobody spoke of six sailors.",  # it has both
        "Three Norlandish sailors were injured. Some put it at six.",
    ],
)
def test_some_people_of_whom_a_text_may_tell_otherwise(one: str) -> None:
    assert "sailors" not in two(one, "At least six sailors were wounded.")


def test_people_of_two_nations_are_not_set_beside_each_other() -> None:
    of_two = "Three Norlandish sailors were injured.", "Four Sudanese sailors were injured."
    assert "sailors" not in tolls(*of_two, "Nobody was hurt.")
    assert "sailors" in tolls(of_two[0], of_two[1].replace("Sudanese", "Norlandish"), "Nobody was hurt.")


def test_another_four_are_no_count_of_all() -> None:
    assert "injured" in two("The mast injured five people.", "Four people were hurt.")
    assert "injured" not in two("The mast injured five people.", "The mayor bled. Another four people were hurt.")


def test_a_small_number_of_something_else_is_no_other_count() -> None:
    one = "Three Norlandish sailors were injured. The six ships lay in the harbour."
    assert "sailors injured differs" in two(one, "At least six sailors were wounded. Three tall masts fell.")


def test_a_count_told_from_hour_to_hour() -> None:
    assert tolls("At least 230 people were killed.", "The fire killed 232 people.") == ""


def test_the_dead_whom_texts_count_far_apart() -> None:
    assert "at least eight (A) and at least 50 (B)" in two(
        "At least eight people died in the flood.", "At least 50 people died in the flood."
    )
    assert two("Eight people were arrested.", "More than 50 people were arrested.") == ""


def test_a_chronicle_gives_no_count() -> None:
    days = " ".join(f"In village {at} they said that {at + 20} people were killed." for at in range(50))
    two_others = [
        ("B", "k", "The fire killed nine people. " + filler(32)),
        ("C", "l", "Five people died. " + filler(33)),
    ]
    found = sentences(comparison([("A", "h", days), *two_others]), "number")
    assert "deaths differs: five (C) and nine (B)" in found


def test_a_source_without_a_name_keeps_the_capitals_of_its_text() -> None:
    said = two("The Velm fire department said that 23 people were injured.", "The flood injured 35 people.")
    assert "23 (A, according to the Velm fire department)" in said


def test_half_a_name_gives_no_figure() -> None:
    one = "The fire killed 232 people, according to the Holm-led health ministry there."
    assert "(A)" in tolls(one, "The fire killed 250 people.")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "A 7.8-magnitude earthquake struck Velm. An aftershock had a magnitude of 6.4.",
            "An earthquake of magnitude 7.4 struck Velm.",
            "The figure for the magnitude differs: 7.4 (B) and 7.8 (A).",
        ),
        ("A 7.8-magnitude quake struck.", f"A quake struck. {filler(3, 2)} A quake of magnitude 7.5 followed.", ""),
        ("A 7.8-magnitude quake struck.", "A quake struck, with four aftershocks of up to 4.8-magnitude.", ""),
        ("A 7.8-magnitude quake struck.", "A quake struck, the worst since one of magnitude 7.9 in 1939.", ""),
    ],
)
def test_the_magnitude_of_an_earthquake(one: str, other: str, said: str) -> None:
    assert two(one, other) == said


@pytest.mark.parametrize(
    ("giver", "said"),
    [("norwegian officials", "Norwegian officials"), ("council", "the council"), ("police", "police")],
)
def test_who_gives_a_figure_as_a_sentence_sets_it(giver: str, said: str) -> None:
    assert named(giver) == said


@pytest.mark.parametrize(
    ("who", "told"), [("whose members", None), ("the members", "members"), ("Ada Holm", "Ada Holm")]
)
def test_a_clause_about_somebody_gives_no_figure(who: str, told: str | None) -> None:
    text = f"A fee of $2 million went to the council, {who} argued."
    low, start = text.index(who), text.index("$2")
    cited = [(low, low + len(who), who.removeprefix("the "))]
    assert giver(text, 0, (start, start + 10), cited) == told


@pytest.mark.parametrize(
    "one",
    [
        "Raiders massacred 41 people in Velm.",
        "In all 41 worshipers were killed in Velm.",
        "At noon 41 Norlandians were slain in Velm. Years ago, raids of others killed 80 people there.",
        "The bodies of the dead were brought home: officials recovered 41 bodies.",
        "The raid killed 41 people. “30 martyrs are in heaven now,” Ada Holm wrote.",
    ],
)
def test_more_forms_of_the_dead(one: str) -> None:
    said = tolls(one, "A raid killed 30 people.", "A raid on Velm killed 41 people.")
    assert "30 (B)" in said
    assert "41 (A and C)" in said or "41 (A, according to officials; C)" in said or "41 (C; A, according" in said


def test_another_number_that_is_not_quoted_may_be_the_count() -> None:
    assert tolls("The raid killed 41 people. Others put it at 30.", "A raid killed 30 people.") == ""


def test_some_of_a_country_are_not_all_of_the_dead() -> None:
    assert tolls("A raid killed 30 people.", "Among others, 12 Norlandians were killed.") == ""


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (
            "The number of people still missing in the hills of Velm dropped to 249 on Sunday.",
            "Some 320 people remain missing.",
            "The number of people missing differs: 249 (A) and some 320 (B).",
        ),
        (
            "The number of people missing fell to 249. The number was revised from 475 as some held missing were found.",
            "Some 620 people remain missing.",
            "The number of people missing differs: some 620 (B). A gives both 249 and 475.",
        ),
        (
            "The navy said six of its seamen were wounded.",
            "The sailors were taken ashore on Sunday and at least three were hurt.",
            "The number of sailors injured differs: at least three (B) and six (A).",
        ),
        (
            "Last Saturday 9,000 people took part in the first march. More than 2,000 people were marching in Velm.",
            "More than 5,000 people were involved in marches across Velm.",
            "The number of people in the crowd differs: more than 2,000 (A) and more than 5,000 (B).",
        ),
    ],
)
def test_a_number_that_fell_or_is_of_those_in_the_clause_before(one: str, other: str, said: str) -> None:
    assert two(one, other) == said


def test_versions_of_one_report_with_two_tolls() -> None:
    text = "The fire killed {} people. " + filler(33)
    made = comparison([("A", "h", text.format(53)), ("B", "h", text.format(64))])
    assert sentences(made, "number").endswith("53 (A) and 64 (B). These texts are versions of one report.")


def test_figures_from_an_office_do_not_give_the_figure() -> None:
    one = "In Velm 5,000 people marched, according to figures from the interior ministry."
    assert "according" not in two(one, "In Velm 9,000 people marched.")
