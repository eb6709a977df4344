"""Figures without a set phrase that seem to be of one thing, and those that are of two."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import comparison, filler, lettered, sentences

NAMES = " Ada Holm and Kettle Group were at the pier in Velm. "


def figures(*lines: str) -> str:
    return sentences(comparison(lettered(lines, 900, "News", NAMES, " ")), "number")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The city is merging six schools.",
            "The city is about to merge nine schools.",
            "What reads like one figure differs: “city is merging six schools” (A) and “city is about to merge nine "
            "schools” (B).",
        ),
        (
            "Otters killed 640 sheep last year, according to the ministry.",
            "Ada Holm said that last year otters killed 1,400 sheep.",
            "What reads like one figure differs: “killed 640 sheep” (A, according to the ministry) and “killed "
            "1,400 sheep” (B, according to Ada Holm).",
        ),
        (
            "The crack in the wall of the pier was five metres long.",
            "A crack nine metres long was found in the pier.",
            "What reads like one figure differs: “crack in the wall of the pier was five metres long” (A) and “crack "
            "nine metres long was found in the pier” (B).",
        ),
        (
            "The ship ran aground 300 metres from the shore.",
            "The ship ran aground on Monday about 800 metres from the shore.",
            "What reads like one figure differs: “ship ran aground 300 metres from the shore” (A) and “ship ran aground "
            "on Monday about 800 metres from the shore” (B).",
        ),
        (
            "The reservoir was 62 per cent full on Sunday.",
            "On Sunday the reservoir was 80 per cent full.",
            "What reads like one figure differs: “reservoir was 62 per cent full” (A) and “reservoir was 80 per cent "
            "full” (B).",
        ),
        (
            "The city signed a contract for trams in Velm. It is worth 210 million euros.",
            "The city signed a 260 million euro contract for trams in Velm.",
            "What reads like one figure differs: “worth 210 million euros” (A) and “city signed a 260 million euro "
            "contract for trams” (B).",
        ),
        (
            "The march began at noon at the station.",
            "The march through Velm began at 2pm.",
            "What reads like one event has different times: “march began at noon” (A) and “march through Velm began at "
            "2pm” (B).",
        ),
        (
            "He was released from the old prison in February.",
            "He was released from the old prison in March.",
            "What reads like one event has different dates: “released from the old prison in February” (A) and “released "
            "from the old prison in March” (B).",
        ),
        (
            "Parliament passed the ban by 121 to 98.",
            "The ban was passed by 121 votes to 89.",
            "The result of the vote differs: 121 votes to 89 (B) and 121 to 98 (A).",
        ),
        ("Else Timm, 82, was there.", "Else Timm, 79, was there.", "The age of Else Timm differs: 79 (B) and 82 (A)."),
        (
            "Else Timm, 82, was there.",
            "Else Maria Timm, 82, was there; the town's own list gave her age as 79.",
            "The age of Else Timm differs: 82 (A). B has both: “82” and “79”.",
        ),
        (
            "A man of 34 was arrested.",
            "A 43-year-old man attacked a guard.",
            "The age of the suspect differs: 34 (A) and 43 (B).",
        ),
        (
            "Otters killed 640 sheep. Kettle Group puts the number at 1,400.",
            "Otters killed 1,400 sheep.",
            "What reads like one figure differs: “killed 1,400 sheep” (B). A has both: “killed 640 sheep” "
            "and “puts the number at 1,400”.",
        ),
    ],
)  # fmt: skip
def test_figures_of_one_thing_that_differ(one: str, other: str, expected: str) -> None:
    assert figures(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The city is merging six schools.", "The city is merging nine hospitals."),  # of other things
        ("The school has 200 pupils.", "Some 300 pupils of the school walked out."),
        ("The school has 200 pupils.", "The other school has 300 pupils."),
        ("Otters killed 640 sheep.", "Otters killed 1,400 sheep in 2019."),  # at other times
        ("Otters killed 640 sheep.", "Otters could have killed 1,400 sheep."),  # not in fact
        ("Otters killed 640 sheep.", "Otters killed another 140 sheep."),  # a part
        ("Otters killed 640 sheep.", "Otters killed 140 of the 640 sheep."),
        ("Otters killed 640 sheep.", "Otters killed at least 400 sheep."),  # hedged
        ("Otters killed 640 sheep.", "Otters killed about 600 sheep."),
        ("Otters killed 1,389 sheep.", "Otters killed 1,400 sheep."),  # rounded
        ("Otters killed 640 sheep.", "Otters killed 1,400 sheep in all, 640 sheep of them lambs."),  # knows both
        ("The crack was five metres long.", "The crack was nine metres deep."),
        ("The pier is five metres long.", "A crack nine metres long was found."),
        ("The ship ran aground 300 metres from the shore.", "The ship ran aground 800 metres from the pier."),
        ("The reservoir was 62 per cent full.", "The reservoir fell by 20 per cent."),
        ("He paid for a watch and $9,587 worth of clothes.", "He paid for a $43,000 watch."),
        ("He spent it on $9,587 worth of clothes.", "He spent it on $10,977 worth of furs."),
        ("They would cut $716 billion from health care.", "They would cut $1.3 trillion from the army."),
        ("The old ferry took off from the quay at 10:33 am.", "The old ferry last made contact at 10:50 am."),
        ("With 98 % of votes counted, the Pier Party had 53 %.", "Votes showed 62 % of votes versus 34 % for Holm."),
        ("The march began at noon.", "The rally began at 2pm."),
        ("The attack began at about 6.20pm.", "The attack began at 6pm."),
        ("A slide struck Velm at 4.10am.", "A slide struck Velm at approximately 4am."),
        ("A slide struck Velm at 1am.", "A second slide struck Velm at 4am."),
        ("A slide struck Velm at 1am, while the second one came later.", "A second slide struck Velm at 4am."),
        ("A slide struck Velm at 1am.", "Slides struck Velm between 2am and 6am."),
        ("He was released from prison in February.", "He was sent to prison in March."),
        ("Parliament passed the ban by 121 to 98.", "The team won by 121 to 89."),
        ("Else Timm, 82, was there.", "Karl Timm, 79, was there."),
        ("A man of 34 was arrested.", "A 16-year-old boy was stabbed to death."),
        ("Over the past three months, buses took migrants.", "Over the past 10 months, buses took migrants."),
        ("He opened the pier on March 4.", "He spoke on the pier on March 6."),
        ("A neighbour of Else Timm, 26, fled.", "Else Timm, the pilot whom Holm shot on Sept. 6, 2018, fled."),
        ("The march began at 6am.", "The march began at 6am CST (5am MST)."),
        ("The march began at 5am.", "The march began at 6am GMT."),
    ],
)  # fmt: skip
def test_figures_of_two_things(one: str, other: str) -> None:
    assert figures(one, other) == ""


def test_crowd_by_who_counts_it() -> None:
    said = figures(
        "Parents marched through Velm on Saturday. Police said 3,000 people had taken part.",
        "Parents marched through Velm. Kettle Group counted 10,000 marchers; the police, 3,000.",
        "Ten thousand people took part in the march.",
    )
    assert said == (
        "The number of people in the crowd differs: 3,000 (A, according to police) and ten thousand (C). B gives both "
        "3,000 and 10,000."
    )


def test_who_only_acts_gives_no_figure() -> None:
    said = figures(
        "Kettle Group recalled 12,000 loaves after a nail was found.", "Kettle Group recalled 40,000 loaves."
    )
    assert said == (
        "What reads like one figure differs: “recalled 12,000 loaves” (A) and “recalled 40,000 loaves” (B)."
    )


def test_jobs_to_be_cut() -> None:
    said = figures(
        "The mill will close in May with the loss of 340 jobs.",
        "Some 400 workers will lose their jobs at the mill.",
    )
    assert said == "The number of jobs to be cut differs: 340 (A) and some 400 (B)."


def test_birds_are_no_people() -> None:
    assert figures("They found 85 dead birds at dusk.", "At least 230 people were found dead.") == ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (  # nouns of people, with a word in common beside them
            "Some 11,500 songwriters and painters of the harbour walked off the job over pay at the pier of Velm.",
            "Ferries stood still as 11,000 union members of the harbour walked off the job at the pier of Velm.",
            "“11,000 union members of the harbour walked off the job” (B) and “11,500 songwriters and painters of the",
        ),
        (  # shares of two persons: each stands with a name
            "Ada Holm won 46.1 percent of the votes in Velm, while Per Moe, of the Lantern Party, had 29.1 percent of "
            "the votes.",
            "Ada Holm got 47 % of the votes in Velm, far ahead of Per Moe, who got 27.9 % of the votes.",
            "“Holm got 47 % of the votes” (B)",
        ),
        (  # of whom stands behind
            "The port would set tolls of 17.4% for Kettle, 20% for Halden and 38.1% for Solvo boats from July, it said.",
            "Boats of Kettle would pay an additional 17.1 per cent of tolls from July, and those of Halden 20 per cent.",
            "“Kettle would pay an additional 17.1 per cent of tolls” (B) and “tolls of 17.4% for Kettle” (A)",
        ),
        (  # another figure that both have
            "Of 147,300 voters in Velm, 117.2 thousand ballots went to the polls in the harbour.",
            "In Velm, 112.1 thousand ballots of 147,300 voters went to the polls in the harbour.",
            "“Velm, 112.1 thousand ballots” (B) and “Velm, 117.2 thousand ballots” (A)",
        ),
        (
            "The mayor of Velm held the post for 45 days.",
            "The mayor of Velm leaves after just 44 days in the post.",
            "44 days in the post” (B) and “mayor of Velm held the post for 45 days” (A)",
        ),
    ],
)
def test_figures_in_like_surroundings(one: str, other: str, expected: str) -> None:
    assert expected in figures(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holm won 46 % of the votes in Velm.", "A poll gave Ada Holm 44 % of the votes in Velm."),
        ("Ada Holm won 46 % of the votes in Velm.", "Per Moe won 44 % of the votes in Velm."),
        ("Kettle got 20% of it, with 46% for Halden in Velm.", "Kettle got 44% of it for the boats in Velm."),
        ("The two countries shook hands at the pier.", "The three countries wrote to the pier's owner."),  # of so few
        ("The mayor spent 45 days at the pier of Velm.", "The mayor spent 60 days at the pier of Velm in 1990."),
        ("Some 1,100 divers came to the pier.", "About 1,150 divers came to the pier."),  # rounded
        ("At our two piers alone 1,100 divers came.", "Some 1,300 divers came to the pier."),  # a part
    ],
)
def test_figures_in_other_surroundings(one: str, other: str) -> None:
    assert "What reads like one figure" not in figures(one, other)


def test_an_age_given_again_is_that_of_the_nearest_name() -> None:
    one, other = (
        "Else Timm, 82, was there.",
        "Else Timm, 82, and Ada Holm, 61, were there; the list gave her age as 60.",
    )
    assert "Else Timm" not in figures(one, other)
    assert figures(one, "Else Timm, 82, was there. The list gave the age of the mill as 79.") == ""


def test_the_ages_of_those_who_died() -> None:
    one, other = "The dead ranged in age from 14 to 27.", "Those who died were between 16 and 23 years old."
    assert figures(one, other) == "The ages of those who died differ: 14 to 27 (A) and 16 and 23 (B)."
    assert figures(one, "The pupils were between 16 and 23 years old.") == ""


def test_an_age_is_no_part_of_a_longer_number() -> None:
    assert "age of" not in figures("Ada Holm's 11,500 boats left.", "Ada Holm, 42, has left.")


def test_the_other_texts_that_have_one_of_the_values_are_named() -> None:
    lines = (
        "The board of the hospital voted to shut three wards by June, which will save 18 million crowns a year.",
        "The closure of three wards of the hospital will save 24 million crowns a year, says the board.",
        "Closures would save 18 million crowns a year.",
        "Ada Holm hopes to save 18 million crowns a year, others 24 million crowns.",
    )
    texts = [("ABCD"[at], "Wards of Velm", f"{line} {filler(410 + at)}") for at, line in enumerate(lines)]
    found = sentences(comparison(texts), "number")
    assert "save 18 million crowns” (A; the same figure in C)" in found
    assert "in C and D" not in found  # D has both
