"""What an outlet leaves out: names and figures apart, and what is no omission."""

from __future__ import annotations

import pytest

from framing.comparison.statements import omission
from tests.comparison.statements.events import Text, comparison, filler, sentences

BOTH = "The Harbour Authority shut the north pier, and Ilse Varn of the Port Union agreed. "
FERRY: list[Text] = [
    ("Valley Post", "Velm pier shut", BOTH + "It hired 5,000 dockers. " + filler(401, 14)),
    ("North Wire", "North pier of Velm shut", BOTH + "It hired 5,000 dockers, it said. " + filler(402, 14)),
    ("The Lamp", "Pier shut in Velm", "The north pier of Velm is shut. " + filler(403, 14)),
]


def lamp(more: str = "", both: str = "") -> str:
    texts = [(*FERRY[0][:2], both + FERRY[0][2]), (*FERRY[1][:2], both + FERRY[1][2])]
    return sentences(comparison([*texts, (*FERRY[2][:2], FERRY[2][2] + more)]), "omission")


def test_names_and_figures_are_told_apart() -> None:
    found = lamp()
    assert "The Lamp does not name the Harbour Authority, Ilse Varn or the Port Union; both other reports do." in found
    assert "The Lamp does not give the figure “5,000 dockers”; both other reports do." in found


def test_its_own_figure_stands_beside_the_others() -> None:
    assert "does not give the figure “5,000 dockers”; both other reports do; it has “3,000 dockers”." in lamp(
        " It hired 3,000 dockers."
    )
    assert "dockers" not in lamp(" It hired 4,900 dockers."), "much the same"
    assert "it has" not in lamp(" It hired 20 dockers."), "another matter"


@pytest.mark.parametrize(
    ("both", "name"),
    [
        ("Varn wrote so on Twitter. ", "Twitter"),
        ("Varn told MSNBC so. ", "MSNBC"),
        ("The Lamp Digital had it first. ", "Lamp Digital"),
        ("It is as in Strand v. Holm, Varn said. ", "Strand"),
    ],
)
def test_media_and_cases_are_no_omissions(both: str, name: str) -> None:
    assert name not in lamp(both=filler(404, 4) + "\n\n" + both + "\n\n")


def test_a_country_far_from_the_news_is_no_omission() -> None:
    far = "\n\n".join(filler(seed, 2) for seed in range(405, 411)) + "\n\nThe steel came from Norway.\n\n"
    texts = [(*one[:2], one[2] + "\n\n" + far) for one in FERRY[:2]]
    assert "Norway" not in sentences(comparison([*texts, FERRY[2]]), "omission")
    near = [(*one[:2], "It is Norway that pays. " + one[2]) for one in FERRY[:2]]
    assert "Norway" in sentences(comparison([*near, FERRY[2]]), "omission")


def test_a_figure_that_differs_is_told_as_such_and_not_as_missing() -> None:
    levy = "A levy of 12 euros a passenger was set. "
    texts = [(*one[:2], levy + one[2]) for one in FERRY[:2]]
    assert "€12" in sentences(comparison([*texts, FERRY[2]]), "omission")
    other = (*FERRY[2][:2], "A levy of 9 euros a passenger was set. " + FERRY[2][2])
    found = comparison([*texts, other])
    assert "€12" not in sentences(found, "omission")
    assert "The figure for the levy differs: 9 euros (The Lamp) and 12 euros" in sentences(found, "number")


def test_two_that_lack_the_same_are_one_sentence() -> None:
    gull: Text = ("The Gull", "A pier is shut", "A pier in Velm is closed to all. " + filler(412, 14))
    found = sentences(comparison([*FERRY, gull]), "omission")
    assert "The Gull and The Lamp do not name the Harbour Authority, Ilse Varn or the Port Union; both other" in found
    assert found.count("Ilse Varn") == 1
    assert "The Gull and The Lamp do not give the figure “5,000 dockers”; both other reports do." in found


def test_one_amount_in_two_units_is_none() -> None:
    assert "“210,000 gallons”" in lacking("210,000 gallons of oil", "9,000 barrels of oil")
    assert "gallons" not in lacking("210,000 gallons of oil", "5,000 barrels of oil")
    assert "miles" not in lacking("62 miles of pipe", "100 km of pipe")
    assert "degrees" not in lacking("90 degrees of heat", "32 degrees of heat")


def lacking(figure: str, other: str) -> str:
    """What is said to be left out where two texts have a figure and the third another one."""
    texts = [
        (outlet, headline, f"{text} There were {one} in the harbour.")
        for (outlet, headline, text), one in zip(FERRY, (figure, figure, other), strict=True)
    ]
    return sentences(comparison(texts), "omission")


def test_one_that_has_another_figure_stands_apart() -> None:
    gull: Text = ("The Gull", "A pier is shut", "A pier in Velm is closed. It fed 3,000 dockers. " + filler(412, 14))
    found = sentences(comparison([*FERRY, gull]), "omission")
    assert "The Gull does not give the figure “5,000 dockers”" in found
    assert "The Lamp does not give the figure “5,000 dockers”" in found
    assert "The Gull and The Lamp do not name" in found


SHORT = "Two ferries were late in the fog. A crane was moved to the north quay, and rain is on its way to the coast."


def short(line: str, first: str = "The bridge of Kettle Group in Velm was shut.") -> str:
    """What is said of a text of 40 to 100 words beside two that have Kettle Group in the first sentence."""
    texts = [
        ("A", "Bridge shut", f"The company Kettle Group shut its bridge in Velm. {filler(411, 14)}"),
        ("B", "Bridge in Velm shut", f"{first} {filler(412, 14)}"),
        ("C", "Velm bridge is shut", f"The bridge in Velm is shut. {line} " + filler(413, 5)),
    ]
    return sentences(comparison(texts), "omission")


def test_a_short_text_without_the_name_that_all_others_have_on_top() -> None:
    assert "C does not name the Kettle Group; both other reports do." in short(SHORT)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("The company said so.", "The bridge of Kettle Group in Velm was shut."),
        ("The firm of the KG said so.", "The bridge of Kettle Group in Velm was shut."),
        ("Its owner, the group, said so.", "The bridge of Kettle Group in Velm was shut."),
        (SHORT, "The bridge in Velm was shut. It is old. Nobody was hurt. It belongs to Kettle Group."),
    ],
)
def test_a_short_text_that_may_mean_it(line: str, first: str) -> None:
    assert "Kettle" not in short(line, first)


def test_a_short_text_that_may_mean_a_person() -> None:
    def said(line: str) -> str:
        texts = [
            ("Tarn Daily", "Bridge shut", f"Ada Holm, the mayor, shut the bridge in Velm. {filler(411, 14)}"),
            ("B", "Bridge in Velm shut", f"The bridge in Velm was shut by Ada Holm. {filler(412, 14)}"),
            ("C", "Velm bridge is shut", f"The bridge in Velm is shut. {line} " + filler(413, 5)),
        ]
        return sentences(comparison(texts), "omission")

    assert "C does not name Ada Holm; both other reports do." in said(SHORT)
    assert "Holm" not in said("The mayor was there.")
    assert "Holm" not in said("She was there.")


@pytest.mark.parametrize(
    ("both", "more", "named"),
    [
        ("The Federal Tide Service shut it. ", "", True),
        ("The Federal Tide Service shut it. ", " The FTK came.", False),  # perhaps in another language
        ("The Federal Tide Service shut it. ", " The HTK came.", True),
        ("The FTK shut it. ", " The Federal Tide Service came.", False),
        ("The FTK shut it. ", " The Royal Tide Service came.", True),
    ],
)
def test_a_body_by_letters_that_are_no_initials(both: str, more: str, named: bool) -> None:
    name = "FTK" if "FTK" in both else "the Federal Tide Service"
    assert (f"does not name {name}" in lamp(more, both) or f" {name}, " in lamp(more, both)) is named


def test_a_common_noun_with_a_capital_is_no_omission() -> None:
    both = "It is the third Regatta, and the Regatta is long. The Kettler won the Regatta. "
    assert "Regatta" in lamp(both=both)
    assert "Regatta" not in lamp(" No regatta was held.", both)
    assert "Regatta" not in lamp(both=both + "It was a regatta. ")


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("", True),
        ("Spain's rowing federation wept. ", False),
        ("Norland's federation wept. ", True),
        ("Norland is a federation. ", True),
    ],
)
def test_a_body_that_is_told_by_what_it_is(line: str, named: bool) -> None:
    both = "The Royal Spanish Boat Federation came. "
    assert ("Royal Spanish Boat Federation" in lamp(line + filler(409, 20), both)) == named


def test_the_first_name_of_another_names_nobody() -> None:
    assert "Ilse Varn" in lamp(" Ilse Berg came.")
    assert "Ilse Varn" not in lamp(" Ilse came.")
    assert "Ilse Varn" not in lamp(" Ilse Varne came."), "another spelling"


def test_a_text_that_breaks_off_in_a_name_does_not_lack_it() -> None:
    assert "Ilse Varn" not in lamp(" It is said that the Dane-born Ilse Va")
    assert "Ilse Varn" in lamp(" It is said that the Dane-born Ilse Va came")


def test_what_an_agencys_text_lacks_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whose = "The Norpress text that The Lamp and Tide run"
    monkeypatch.setattr(omission, "_whose", lambda outlet, _: whose if outlet in ("The Lamp", "Tide") else outlet)
    texts = [*FERRY, ("Tide", "Pier is shut", "The pier of Velm is shut. " + filler(406, 14))]
    found = sentences(comparison(texts), "omission")
    assert found.count(f"{whose} does not name") == 1


@pytest.mark.parametrize(
    ("both", "line", "lacking"),
    [
        ("It is so in Wisconsin. ", "He came from Milwaukee. ", False),
        ("It is so in Wisconsin. ", "He came from Boston. ", True),
        ("The Trade Department's Bureau of Tides counts it. ", "The Bureau of Tides counts it. ", False),
        ("The Trade Department's Bureau of Tides counts it. ", "The Bureau of Boats counts it. ", True),
        ("The al-Shadrab militia did it. ", "Men of Al-Shadraab did it. ", False),
        ("Ambassador Tracey Jansson came. ", "Ambassador Travey Jenkins came. ", False),
    ],
)
def test_what_is_told_by_a_part_or_with_a_misprint_is_not_left_out(both: str, line: str, lacking: bool) -> None:
    found = lamp(line + filler(412, 20), both)
    names = ("Wisconsin", "Trade Department", "Shadrab", "Jansson")
    assert any(name in found for name in names if name in both) is lacking


def test_a_town_is_not_short_for_what_is_called_after_it() -> None:
    both = "The man is of Averna, Fla. "
    texts = [
        (*FERRY[0][:2], both + FERRY[0][2]),
        (*FERRY[1][:2], both + "The van stood at the Averna Waterways centre. " + FERRY[1][2]),
        FERRY[2],
    ]
    assert "Waterways" not in sentences(comparison(texts), "omission")


@pytest.mark.parametrize(
    ("both", "line", "name"),
    [
        ("Tidism is old there. ", "Tidists met there. ", "Tidism"),
        ("It is of the ITBM class. ", "It is an interbasin tide boat model. ", "ITBM"),
        ("They like iTides there. ", "They like the iTide there. ", "iTides"),
        ("The paper is called “Wavy, Sludgy, Brackish and Other Words of Tides”. ", "", "Brackish"),
        ('The paper is called "Wavy, Sludgy, Brackish and Other Words of Tides". ', "", "Brackish"),
        ("The boat is the Brask (DDV 63) of Averna. ", "", "DDV"),
    ],
)
def test_another_form_and_no_name_are_no_omission(both: str, line: str, name: str) -> None:
    assert name not in lamp(line, both)


def test_a_part_of_a_name_is_told_as_the_whole() -> None:
    assert "British Columbia" in lamp(both="It is so in British Columbia, they said in British Columbia. ")
    assert "Union of Coopers" not in lamp("Coopers met there. ", "It is of the Union of Coopers. ")


def test_of_many_names_others_are_among_them() -> None:
    names = ["Ulla Berg", "Tor Dahl", "Kari Moen", "Finn Lyng", "Eva Strand"]
    sang = " ".join(f"{name} sang." for name in names)
    came = " ".join(f"Then came {name}." for name in reversed(names))
    texts = [(*FERRY[0][:2], FERRY[0][2] + sang), (*FERRY[1][:2], FERRY[1][2] + came), FERRY[2]]
    (found,) = [one for one in sentences(comparison(texts), "omission").splitlines() if "does not name" in one]
    assert found.endswith(", among others; both other reports do.")


def test_a_state_in_short_is_told_in_full() -> None:
    found = lamp(both="They went to the pier in Averna, Calif. ")
    assert "Averna, California," in found
