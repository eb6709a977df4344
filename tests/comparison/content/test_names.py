"""Names in runs of capitals, and which of them are one: parties, offices, days, states, initials, juniors."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.content.holders import Office, means, office_before
from framing.comparison.content.items import mentions
from framing.comparison.content.persons import is_person
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from tests.comparison.statements.events import comparison


def items(*texts: str, headline: str | None = None) -> dict[str, set[str]]:
    """Item -> forms, of articles with these texts."""
    rows = [(f"Paper {at}", headline if at == 0 else None, text) for at, text in enumerate(texts)]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(("outlet", "headline", "body"), pl.String), orient="row")
    found: dict[str, set[str]] = {}
    for item, text in mentions(Corpus.from_frame(frame, Event("e", "E"))).select("item", "text").iter_rows():
        found.setdefault(item, set()).add(text)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was Republican Tom Halvorsen who spoke.", {"Republicans", "Tom Halvorsen"}),
        ("Then Kansas Republican Tom Halvorsen spoke.", {"Kansas", "Republicans", "Tom Halvorsen"}),
        ("He joined the Republican National Committee.", {"Republican National Committee"}),
        ("They met Senate Majority Leader Ines Caldwell.", {"Senate", "Ines Caldwell"}),
        ("He told Ada Wexford Monday that it was late.", {"Ada Wexford"}),
        ("It was on Fox News Sunday again.", {"Fox News Sunday"}),
        ("We saw governor of Arkansas Mick Harbottle there.", {"Arkansas", "Mick Harbottle"}),
        ("Then Commissioner to Norway Ada Lund spoke.", {"Norway", "Ada Lund"}),
        ("So said Lund Cheuk-ting, a lawmaker, of Osk-backed men.", {"Lund Cheuk-ting"}),
        ("He and Michael F. Bellamy left.", {"Michael F. Bellamy"}),
        ("They play Call of Tides at night.", {"Call of Tides"}),
        ("It was a Verrin COVID-19 shot.", {"Verrin", "COVID-19"}),
        ("Adopt Nordal rules, they said. The Nordal rules are strict.", {"Nordal"}),
        ("Excluding Nordal would hurt. The Nordal plant is large.", {"Nordal"}),
        ("She leads the Council on Foreign Fisheries now.", {"Council on Foreign Fisheries"}),
        ("They sued the Centers for Care and Research.", {"Centers for Care and Research"}),
        ("In the History of our land he was first.", set()),
        ("We wrote #SaveOsk and thanked @oskwatch.", set()),
        ("He flew to St. Albans by night.", {"St. Albans"}),
        ("It was sold to AT&T. Neighbours wept. Of AT&T they knew little, and AT&T’s men slept.", {"AT&T"}),
        ("Photo by Ann Roe/Getty Images was shown to Bo Tern.", {"Ann Roe", "Getty Images", "Bo Tern"}),
        ("Not I’ve, nor I'm, nor Four Republicans. So we say We’re here.", {"Republicans"}),
        ("They heard Osk Prime Minister Ada Lund.", {"Osk", "Ada Lund"}),
        ("Two Liberals did not vote. Three Liberals left.", {"Liberals"}),
        (
            "So Department of Homeland Security Secretary Ada Lund left.",
            {"Department of Homeland Security", "Ada Lund"},
        ),
        ("The Department of the Treasury Inspector General for Tax came.", {"Department of the Treasury"}),
        ("He asked FBI Special Agent Peter Quill.", {"FBI", "Peter Quill"}),
        ("It was in FBI & DOJ files. The FBI and DOJ wept.", {"FBI", "DOJ"}),
        ("The Immigration and Customs Enforcement office shut.", {"Immigration and Customs Enforcement"}),
        (
            "It was the House Committee on Oversight and Government Reform.",
            {"House Committee on Oversight and Government Reform"},
        ),
        ("He sits on House Ways and Means there.", {"House Ways and Means"}),
        (
            "The Senate Health, Education, Labor and Pensions Committee met.",
            {"Senate Health, Education, Labor and Pensions Committee"},
        ),
        ("Much of tax is cuts. He praised the Tax Cuts and Jobs Act.", {"Tax Cuts and Jobs Act"}),
        ("He praised Congress and the Jobs Act.", {"Congress", "Jobs Act"}),
        ("They cited Harrow v. Osk again. In Harrow it was said.", {"Harrow v. Osk"}),
        ("National Harvest Society men came. For the national press it was late.", {"National Harvest Society"}),
        ("Timid Trade Department clerks hid. The Trade Department was shut.", {"Trade Department"}),
        ("The super PAC Rising Tide paid.", {"Rising Tide"}),
        ("It was near St. Mark’s Place at night.", {"St. Mark’s Place"}),
        ("He drove to McDonald’s. At McDonald’s in Osk, he ate.", {"McDonald’s", "Osk"}),
        ("It was Wexel’s coat. A coat like Wexel’s.", {"Wexel"}),
        ("The strain QX.4.1 came. A QX.4.1 case. It rose.", {"QX.4.1"}),
        ("Many NGOs and CEOs and Jewish, Guatemalan and Texan guests came.", set()),
        ("Photo by Bo Tern/Getty Images Ada Lund sang.", {"Bo Tern", "Getty Images", "Ada Lund"}),
        ("So Tilden Amos Tilden spoke. Then Amos Tilden left.", {"Amos Tilden"}),
        ("It was “Osk Daily Puts Picture Above Nearly Everything” there.", set()),
        ("Under the Defense of Marriage Act it fell.", {"Defense of Marriage Act"}),
        (
            "It sat in the House of Representatives. The Speaker of the House Ada Lund left.",
            {"House of Representatives", "Ada Lund"},
        ),
        ("They gave him a Notice to Appear in Osk.", {"Notice to Appear", "Osk"}),
        ("She is Palestinian-American and he an Islamist.", set()),
        ("The Citizenship and Immigration Services office shut.", {"Citizenship and Immigration Services"}),
        ("She lives on Harrow’s Meadow. Then Harrow’s Meadow burnt.", {"Harrow’s Meadow"}),
        ("The Tilden Administration left. Amos Tilden wept.", {"Amos Tilden"}),
        ("We wept. James B. Corley went home.", {"James B. Corley"}),
        ("Then Velmish MP Ada Lund left. It hurt Velmish MP Ada Lund.", {"Velmish", "Ada Lund"}),
    ],
)
def test_what_a_name_is(text: str, names: set[str]) -> None:
    assert set(items(text)) == names


def test_capitals_of_any_language() -> None:
    assert set(items("We met Łucja Żuk and Étienne Ürün, and saw Ōsaka.")) == {"Łucja Żuk", "Étienne Ürün", "Ōsaka"}


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("We met Joseph R. Tilden Jr. today.", "So Joe Tilden came, and Tilden sang."), 3),
        (("So the leader, Per Lund, wept. “No,” Lund said.",), 2),
        (("We met Elena Vargas Soto.", "Here Vargas Soto laughed with Elena Vargas Soto."), 2),
        (("We met Steven Stafford.", "So Steve Stafford sang."), 2),
        (("We had the House Judiciary Committee.", "So the Judiciary Committee sat."), 2),
        (("We wrote Senate Bill 12 down.", "So SB 12 failed."), 2),
        (("We had Verrin & Lowe here.", "So V&L fell."), 2),
        (("The Trade Department sat. So the DOT spoke.",), 2),
        (("The Supreme Court ruled.", "So the United States Supreme Court ruled."), 2),
        (("It was the Harbor Fees Commission.", "So the Harbor Fee Commission sat."), 2),
        (("They came to Ft. Wexel by sea.", "So Fort Wexel fell."), 2),
        (("We met Frank Robert Jansen.", "So Frank R. Jansen ran, and Frank Jansen fell."), 3),
        (("We met Robert S. Mulder III.", "So Robert Mulder sang, and Mulder left."), 3),
        (("We met Response Coordinator Ashe Jahn.", "So Ashe Jahn sang."), 1),
        (("Health and Human Services Department men came.", "It was for Health and Human Services."), 2),
        (("It is the Defense of Marriage Act.", "So DOMA fell."), 2),
        (("They sold WexelMobil.", "So Wexel Mobil fell."), 2),
        (("We met Sergei Larov.", "So Sergey Larov sang."), 2),
        (("We met H.R. McAllen.", "So H. R. McAllen sang."), 2),
        (("It was the CDC and CDC men.", "So the Centers for Disease Control and Prevention sat."), 2),
    ],
)
def test_forms_of_one_name(texts: tuple[str, ...], one: int) -> None:
    found = items(*texts)
    assert len(found) == 1, found
    assert len(next(iter(found.values()))) == one


@pytest.mark.parametrize(
    ("text", "item", "forms"),
    [
        ("They met Robert F. Lund Jr. at noon. RFL Jr. left.", "Robert F. Lund Jr", {"Robert F. Lund Jr", "RFL Jr"}),
        ("They came to Holland. They like the Netherlands.", "Netherlands", {"Holland", "Netherlands"}),
        ("They came to Cabo Verde. They like Cape Verde.", "Cape Verde", {"Cabo Verde", "Cape Verde"}),
        ("They left Cote d'Ivoire. They like Ivory Coast.", "Ivory Coast", {"Cote d'Ivoire", "Ivory Coast"}),
        ("They met Nguyen Van An. It was An answer.", "Nguyen Van An", {"Nguyen Van An"}),
    ],
)
def test_one_under_two_names(text: str, item: str, forms: set[str]) -> None:
    assert items(text)[item] == forms


def test_who_asks_in_marks_is_a_person() -> None:
    from framing.comparison.content.speaker_names import askers

    text = "“Will it hold?” asked Roe. “Who pays?” Velm said. “No!” said NATO. “Why?” asked Norway. They live in Velm."
    frame = pl.DataFrame({"outlet": ["A"], "body": [text]})
    assert askers(Corpus.from_frame(frame, Event("e", "E")), set()) == {"Roe"}
    assert askers(Corpus.from_frame(frame.with_columns(body=pl.lit("")), Event("e", "E")), set()) == set()


def test_a_first_name_alone_is_the_one_who_has_it() -> None:
    found = items("We met Duncan Harrow. Harrow had a wife, Ada Harrow.", "So Harrow and his wife, Ada, left.")
    assert found["Ada Harrow"] == {"Ada Harrow", "Ada"}


def test_another_name_that_a_text_gives_is_the_same_person() -> None:
    found = items(
        "We met Rodrigo Larsen, better known by his nom de guerre, Sparrow. Larsen sang.",
        "Then Timo Berg, known as Sparrow, came.",
        "So they heard Timo Berg and Pia Roe.",
    )
    assert sorted(map(sorted, found.values())) == [["Larsen", "Rodrigo Larsen", "Sparrow", "Timo Berg"], ["Pia Roe"]]


def test_a_slip_of_one_text_is_no_part_of_a_name() -> None:
    found = items("So Minster Ada Lund spoke.", *["They heard Ada Lund, then Lund."] * 2)
    assert found == {"Ada Lund": {"Minster Ada Lund", "Ada Lund", "Lund"}}


def test_an_acronym_before_a_surname_is_another_name() -> None:
    found = items("They told XNN Tilden’s plan was late. XNN saw it. Amos Tilden wept, and Tilden left. On XNN it ran.")
    assert found == {"XNN": {"XNN"}, "Amos Tilden": {"Amos Tilden", "Tilden"}}


def test_a_programme_is_nobodys_surname() -> None:
    found = items("It is Managed Elderfund now. Elderfund pays. In all, Elderfund is late, and Elderfund is poor.")
    assert "Elderfund" in found


def test_a_son_is_not_his_father_where_both_are_named() -> None:
    found = items("We saw Amos Tilden and his son Amos Tilden Jr. there. Tilden slept.")
    assert found == {"Amos Tilden": {"Amos Tilden", "Tilden"}, "Amos Tilden Jr": {"Amos Tilden Jr"}}


def test_a_place_is_nobodys_surname() -> None:
    found = items("The fire in Benzar spread. All in Benzar fled. She, Ada Benzar, ran.", "A storm in Benzar passed.")
    assert found["Benzar"] == {"Benzar"}


def test_runs_of_headlines_are_the_names_of_the_bodies() -> None:
    found = items("So Ina Krog met Bo Tern in Osk. Krog wept. Tern left.", headline="Krog Tern Meeting Ends")
    assert set(found) == {"Ina Krog", "Bo Tern", "Osk"}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("said Russian President ", Office("president", "Russia")),
        ("by Sen. ", Office("senator", None)),
        ("when Vice President ", Office("vice president", None)),
        ("and former President ", None),
        ("told Mr. ", None),
        ("in the ", None),
    ],
)
def test_offices_before_names(text: str, office: Office | None) -> None:
    assert office_before(text) == office


@pytest.mark.parametrize(
    ("words", "title", "nation", "meant"),
    [
        ("the president", "president", None, True),
        ("the president", "vice president", None, False),
        ("the vice president", "vice president", None, True),
        ("the embattled president", "president", None, True),
        ("the former president", "president", None, False),
        ("the university president", "president", None, False),
        ("The Russian leader", "president", "Russia", True),
        ("The Russian leader", "president", "France", False),
        ("The Kremlin chief", "president", "Russia", True),
        ("the House leader", "leader", None, False),
        ("Boehner’s chief", "chief", None, False),
        ("the prime minister", "prime minister", None, True),
        ("the minister", "prime minister", None, True),
    ],
)
def test_whom_a_description_may_mean(words: str, title: str, nation: str | None, meant: bool) -> None:
    assert means(words, Office(title, nation)) is meant


def test_an_acronym_that_takes_more_than_the_initials() -> None:
    text = "The Velm Anti-Rust Agency (VELARA) met on Monday. VELARA told the mayor that the pier is safe."
    found = comparison([("A", "Pier", text), ("B", "Pier", "The Velm Anti-Rust Agency was asked.")])
    items = found.scores.corpus.once(mentions).filter(pl.col("text").is_in(["VELARA", "Velm Anti-Rust Agency"]))
    assert items["item"].n_unique() == 1


def test_letters_in_brackets_behind_a_body_are_its_name_in_every_text() -> None:
    found = items(
        "They asked the United States Pilot Alliance (USPX) on Monday. The USPX met.",
        "They asked the U.S. Pilot Alliance on Monday.",
        "They asked the USPX on Monday.",
        "The Velm Navy (AFP) sailed. The AFP said so, and the Velm Navy left.",
        "They met the Norwegian Tide Security Service (KVB), or the Norwegian Security Service (KVB).",
        "They met the Tide Security Service, Norwegian Security Service men and the KVB.",
        "Its guard told the European Tide Union’s (ETU) men, and the European Tide Union left.",
    )
    assert {"USPX", "Pilot Alliance", "United States Pilot Alliance"} <= found["United States Pilot Alliance"]
    assert found["Velm Navy"] == {"Velm Navy"}
    kvb = next(forms for forms in found.values() if "KVB" in forms)
    assert {"Norwegian Tide Security Service", "Norwegian Security Service"} <= kvb
    assert "European Tide Union" in found


def test_the_same_name_of_two_countries_is_two_bodies() -> None:
    found = items(
        "They met the Norwegian Tide Service (NTS) on Monday, and the Swedish Tide Service came.",
        "They met the Norwegian Tide Service on Monday. The NTS left, and the Swedish Tide Service stayed.",
    )
    assert found["Swedish Tide Service"] == {"Swedish Tide Service"}
    assert found["Norwegian Tide Service"] >= {"NTS"}


def test_what_stands_behind_a_possessive_belongs_to_the_name_of_an_acronym() -> None:
    found = items(
        "They met the National Oarsmen’s Union (NOU) on Monday, and the NOU left.",
        "They met the National Oarsmen’s Union on Monday, and a Union of Velm.",
    )
    assert found["National Oarsmen’s Union"] == {"National Oarsmen", "NOU"}


def test_republics_are_no_person() -> None:
    assert is_person("ada holm")
    assert not is_person("velm republics")
