"""Only X, all but X, and whole themes: what is said to be missing is missing under every name."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.compare import compare
from framing.comparison.content.items import mentions
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event, Theme
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY, TARIFF, Text, comparison, filler, said, sentences

# A strike at Brask's quarry: four reports of it, one of which has no form of the words of the others' headlines.
QUARRY: list[Text] = [
    ("Valley Post", "Brask quarry strike enters third week", "The strike at the Brask quarry goes on. Workers of the Alder Union want more pay. "
     "Two people were injured when a tunnel fell in. Ilse Varn of the Alder Union spoke to workers. " + filler(11)),
    ("North Wire", "Strike halts Brask quarry again", "Workers at the Brask quarry are on strike, the Alder Union said. Three people were injured in "
     "a tunnel. The quarry belongs to Kettle Group. " + filler(12)),
    ("The Lamp", "Union says quarry strike will go on", "The strike will go on, the Alder Union said. Workers of the quarry met. Kettle Group did not "
     "comment. Oda Lind and Per Moe, both workers, were there. Oda Lind spoke first. The bishop of Tarn, Eli Rud, came too. " + filler(13)),
    ("Ledger", "Kettle sees steady output", "Kettle Group expects steady output this year. The company said that its plans stand and that "
     "investors need not worry. Kettle has other sites. " + filler(14)),
]  # fmt: skip


def test_what_one_report_alone_names() -> None:
    assert "Only The Lamp names Oda Lind" in sentences(comparison(QUARRY), "only")
    fifth = ("The Gull", "Quarry", "The quarry is still. " + filler(97))
    assert "Oda Lind" not in sentences(comparison([*QUARRY, fifth]), "only"), "of five, named twice: no finding"
    more = (*QUARRY[2][:2], QUARRY[2][2] + " Oda Lind went home late.")
    found = sentences(comparison([*QUARRY[:2], more, QUARRY[3], fifth]), "only")
    assert "Only The Lamp names Oda Lind" in found
    assert "Only North Wire" not in found, "nothing of weight there"


def test_of_more_than_five_names_others_are_among_them() -> None:
    names = "Ulla Berg sang. Then Nils Aune sang. Tor Dahl sang. Kari Moen sang. Finn Lyng sang. Eva Strand sang, and Per Holt."
    texts = [(*QUARRY[0][:2], QUARRY[0][2] + " " + names), *QUARRY[1:]]
    (one,) = [line for line in sentences(comparison(texts), "only").splitlines() if "Only Valley Post names" in line]
    assert one.endswith(", among others.")


@pytest.mark.parametrize(
    "trifle", ["A pint is £12.99 there. It was £12.99 in May, too.", "Brask is by Eindhoven. Eindhoven is far."]
)
def test_a_town_or_a_price_in_one_text_is_no_finding(trifle: str) -> None:
    texts = [(*QUARRY[0][:2], QUARRY[0][2] + " " + trifle), *QUARRY[1:]]
    found = sentences(comparison(texts), "only")
    assert "Eindhoven" not in found
    assert "12.99" not in found


def test_four_names_that_one_text_alone_has_are_another_story() -> None:
    names = "Ulla Berg sang. Later, Tor Dahl sang. Then Nils Aune sang. At last Kari Moen sang, and so did Finn Lyng."
    texts = [(*QUARRY[0][:2], QUARRY[0][2] + " " + names), *QUARRY[1:]]
    found = sentences(comparison(texts), "only")
    assert "Only Valley Post names" in found
    assert "Ulla Berg" in found


def test_a_name_under_another_form_is_no_omission() -> None:
    texts = [
        (outlet, head, body.replace("Alder Union", "AU") if outlet == "North Wire" else body)
        for outlet, head, body in QUARRY[:3]
    ]
    texts[0] = (texts[0][0], texts[0][1], texts[0][2].replace("Alder Union", "Alder Union (AU)", 1))
    assert "Alder" not in sentences(comparison(texts), "only")


def test_words_of_most_headlines_that_one_text_lacks() -> None:
    found = sentences(comparison(QUARRY), "only")
    assert "Ledger never uses “strike” or “quarry” in any form" in found or "uses “quarry” or “strike” in any" in found
    assert "Its own headline is “Kettle sees steady output”." in found


def test_one_word_that_is_lacking_may_have_another_name() -> None:
    texts = [
        *QUARRY[:3],
        ("Ledger", "Stoppage at Brask quarry", "The walkout at the quarry of Brask is long. " + filler(14)),
    ]
    assert "never uses" not in sentences(comparison(texts), "only")


WAR = [
    (
        "A",
        "Grain ships wait",
        "Grain ships wait off Ukraine because of the war in Ukraine, brokers said. " + filler(21),
    ),
    ("B", "Ships wait for grain", "Since the invasion of Ukraine, ships wait for grain. " + filler(22)),
    ("C", "Grain prices rise", "Prices rise, with fighting in Ukraine near the port. " + filler(23)),
    (
        "D",
        "Grain dearer",
        "Grain is dearer. A trade war and the end of World War Two were named as reasons. " + filler(24),
    ),
]


def test_a_war_that_one_text_never_mentions() -> None:
    (one,) = said(comparison(WAR), "theme")
    assert one.sentence.startswith(
        "One of the 4 texts has no word of Ukraine or the war: D."
    ) or one.sentence.startswith("One of the four texts has no word of Ukraine or the war: D.")
    assert one.outlets == ("D",)
    assert {place.article for place in one.evidence} == {"a/1", "b/2", "c/3"}


@pytest.mark.parametrize("words", ["Ukrainian farmers wait.", "Kyiv says so.", "The fighting goes on.", "Troops came."])
def test_any_word_of_the_theme_is_enough(words: str) -> None:
    texts = [*WAR[:3], ("D", "Grain dearer", "Grain is dearer. " + words + " " + filler(24))]
    assert said(comparison(texts), "theme") == []


def test_a_short_text_is_not_said_to_lack_anything() -> None:
    texts = [*WAR[:3], ("D", "Grain dearer", "Grain is dearer.")]
    assert said(comparison(texts), "theme") == []


def test_texts_of_other_days_lack_nothing() -> None:
    dates = ["2024-01-03", "2024-02-20", "2024-04-01", "2024-05-30"]
    heads = ["Grain ships wait", "Bank opens", "Court sits", "Bridge falls"]
    texts = [(outlet, head, body) for (outlet, _, body), head in zip(WAR, heads, strict=True)]
    found = comparison(texts, dates)
    assert said(found, "theme") == said(found, "only") == []
    (one,) = said(found, "about")
    assert "not one event: they run from 3 January to 30 May 2024" in one.sentence


def test_nothing_is_said_of_two_versions_of_one_report() -> None:
    assert sentences(comparison([("A", "x y", TARIFF[0][2]), ("B", "x z", TARIFF[0][2])]), "only") == ""


def test_an_apostrophe_is_one_name() -> None:
    one, other, third = (filler(seed) for seed in (31, 32, 33))
    texts = [
        ("A", "h", "Terry O’Neill came. Terry O’Neill spoke. " + one),
        ("B", "k", "Terry O'Neill came. Terry O'Neill spoke. " + other),
        ("C", "l", third),
    ]
    assert "Neill" not in sentences(comparison(texts), "only")


def test_themes_and_sides_of_the_event() -> None:
    event = Event(
        "e", "E", actors=(Actor("Oda Lind", kind="person", country="Norway", side="the strikers"),),
        themes=(Theme("the pay", ("wage*", "salar*"), ("wage war",)),),
    )  # fmt: skip
    bodies = [
        "Wages are low. Wages fell. Salaries too. “We go on with it,” said Oda Lind. ",
        "The wage is low. A wage is a wage. ",
        "Wages matter: wages, salaries. ",
        "They wage war on rats. ",
    ]
    rows = [("ABCD"[at], body + filler(600 + at, 14)) for at, body in enumerate(bodies)]
    frame = pl.DataFrame(rows, schema=["outlet", "body"], orient="row")
    of = compare(score(Corpus.from_frame(frame, event), only=ONLY))
    (one,) = [one for one in said(of, "theme") if "no word" in one.sentence]
    assert (one.outlets, "has no word of the pay" in one.sentence) == (("D",), True)
    assert of.speakers.filter(speaker="Oda Lind")["side"].to_list() == ["the strikers"]


def test_a_photo_credit_names_nobody() -> None:
    texts = [*QUARRY[:2], (QUARRY[2][0], QUARRY[2][1], QUARRY[2][2].replace("Oda Lind spoke first.", "Photo: Ulla Berg. Workers meet (Tor Dahl/Norpress). Ulla Berg and Tor Dahl."), )]  # fmt: skip
    of = comparison([*texts, QUARRY[3]])
    places = of.only.filter(pl.col("item").is_in(["Ulla Berg", "Tor Dahl"]))
    assert places["item"].value_counts()["count"].to_list() in ([1, 1], []), "the credits do not count"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Kettle Group hauls 10 million barrels of oil.", "", "“Kettle Group hauls 10 million barrels of oil” (A)"),
        (
            "Kettle Group will pay 5 billion francs.",
            "The 5 boats left.",
            "“Kettle Group will pay 5 billion francs” (A)",
        ),
        ("Kettle Group will pay 5 billion francs.", "It costs 5bn francs.", ""),
        (
            "The Kettle Group fleet shrank from 5 million boats a century ago.",
            "",
            "fleet shrank from 5 million boats” (A)",
        ),
        ("The Kettle Group pension keeps 13 million out of poverty.", "", ""),  # of what?
        (
            "Ada Holm said in a long speech at the pier of Velm on Monday that the office of the mayor had decided to "
            "release an additional 10 million barrels of oil.",
            "",
            "",  # without the one who says so
        ),
        # Words of somebody, or whose speaker the words shown would leave out.
        ("“Kettle Group hauls 10 million barrels of oil,” Ada Holm said.", "", ""),
        (
            "Ada Holm says that at long last, in spite of all, Kettle Group hauls 10 million barrels of oil.",
            "",
            "",
        ),
        (
            "On Monday, Mr. Roe and Mr. Holm of Kettle Group paid 5 million francs.",
            "",
            "“Mr. Roe and Mr. Holm of Kettle",
        ),
        ("On Monday, Ms. Roe of Kettle Group said 5 million francs would do.", "", ""),
        ("The country hauls 10 million barrels of oil.", "", ""),
        ("It gets money (a tenth) in stock and will owe Kettle Group 5 billion francs.", "", ""),  # begins before
    ],
)
def test_amounts_of_one_report_alone(one: str, other: str, said: str) -> None:
    texts = [
        (name, "Velm", f"Ada Holm and Kettle Group are in Velm. {line} " + filler(970 + at))
        for at, (name, line) in enumerate(zip("ABC", (one, other, ""), strict=True))
    ]
    told = "\n".join(line for line in sentences(comparison(texts), "only").splitlines() if "Figures" in line)
    assert said in told if said else told == ""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Ilse Gravdal ran. Ilse Gravdal won.", "Ilsa Grevsund ran.", True),
        ("Astrid Gravdal ran. Astrid Gravdal won.", "Astrit Grønlund ran.", False),  # perhaps a misprint
        ("The Harbuor Lions ran. The Harbuor Lions won.", "The Harbour is old. The Harbour is deep. Harbour!", False),
        ("Rosa Sánchez Gravdal ran. Rosa Gravdál won.", "Lotta Gravdal ran.", False),  # the accent is no difference
    ],
)
def test_a_misprint_is_no_name_of_one_text_alone(one: str, other: str, told: bool) -> None:
    texts = [(name, "Velm", f"Ada Holm is in Velm. {line} " + filler(990 + at)) for at, (name, line) in
             enumerate(zip("ABC", (one, other, ""), strict=True))]  # fmt: skip
    found = sentences(comparison(texts), "only")
    assert ("Gravdal" in found or "Lions" in found) is told


def test_a_town_that_is_called_as_a_country_is_none() -> None:
    for town, told in (("Norway, Maine", False), ("Norway", True)):
        lines = (f"She works in {town}. She lives in {town}. Eva Strand and Per Holt came.", "", "")
        texts = [(name, "Velm", f"Ada Holm is in Velm. {line} " + filler(930 + at)) for at, (name, line) in
                 enumerate(zip("ABC", lines, strict=True))]  # fmt: skip
        assert ("Norway" in sentences(comparison(texts), "only")) is told


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("It stands on HarbourWatch.org today. HarbourWatch.org is old.", "HarbourWatch"),
        ("Pilots Helping the Homeless gave soup. Pilots Helping the Homeless is old.", "Pilots Helping"),
    ],
)
def test_half_a_name_is_none(line: str, name: str) -> None:
    whole = line.replace(".org", "").replace("Helping the Homeless", "Helping")
    for text, found in ((line, False), (whole, True)):
        corpus = comparison([("A", "h", f"{text} {filler(1)}"), ("B", "h", filler(2))]).scores.corpus
        assert (name in corpus.once(mentions)["item"].to_list()) is found


@pytest.mark.parametrize(
    ("line", "name", "told"),
    [
        (
            "They read Moorhens and the Brevik Riddle, a book. Brevik was a cook. Brevik is dead.",
            "Brevik Riddle",
            False,
        ),
        ("They met at the Brevik Peninsula.", "Brevik Peninsula", True),
        ("Lamp writers Ulla Berg in Tarn and Nils Aune in Oslo contributed to this report.", "Ulla Berg", False),
        ("Lamp readers Ulla Berg in Tarn and Nils Aune in Oslo came to this place.", "Ulla Berg", True),
        ("They heard the Norwegian Union of Coopers.", "the Norwegian Union of Coopers", True),
    ],
)
def test_names_of_one_report_are_whole_and_of_the_story(line: str, name: str, told: bool) -> None:
    texts = [(*QUARRY[0][:2], QUARRY[0][2] + " " + line), *QUARRY[1:]]
    assert (name in sentences(comparison(texts), "only")) is told


def test_a_rare_part_of_a_name_in_another_text_is_the_name() -> None:
    texts = [(*QUARRY[0][:2], QUARRY[0][2] + " They met at the Brevik Peninsula."), *QUARRY[1:]]
    texts[1] = (*texts[1][:2], texts[1][2] + " It is in northern Brevik.")
    assert "Brevik" not in sentences(comparison(texts), "only")


def test_a_seat_where_another_text_has_the_country_and_talks_of_two_are_no_names() -> None:
    texts: list[Text] = [
        (outlet, "Talks go on", f"{line}\n\n{filler(870 + at, 14)}")
        for at, (outlet, line) in enumerate(
            [
                (
                    "Gull",
                    "The North Korean-US talks went on, and Pyongyang sent clerks. The bishop, Ada Otterby, met them. "
                    "Ada Otterby spoke.",
                ),
                ("Lamp", "Envoys of North Korea and the US sat down to talk."),
                ("Quay", "There was talk of North Korea, clerks of the US said."),
            ]
        )
    ]
    found = sentences(comparison(texts), "only")
    assert "names Ada Otterby" in found
    assert "names Pyongyang" not in found
    assert "and Pyongyang" not in found
    assert "Korean-US." not in found
