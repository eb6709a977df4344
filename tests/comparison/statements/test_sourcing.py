"""What texts rest on: people without a name, other media, one person's word alone; and which sides are heard."""

from __future__ import annotations

import polars as pl
import pytest

from framing.comparison.compare import compare
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY, Text, comparison, filler, sentences

BRIDGE: list[Text] = [
    ("Valley Post", "Tarn bridge to close", "Two people familiar with the plan said the Tarn bridge would close. A senior official said that the "
     "steel is tired. According to The Guardian, the bridge was checked in May. " + filler(51)),
    ("North Wire", "Tarn bridge closes", "Mayor Ilse Varn said that the Tarn bridge would close. “It is the only safe way,” Varn said. Varn said the "
     "work would take a year. She added that buses would run. " + filler(52)),
    ("The Lamp", "A bridge and its end", "The bridge of Tarn will close, the BBC reported. Engineers are at work. “We found cracks in every pier,” "
     "Eli Rud said. Per Moe, a fisherman, said he would move. " + filler(53)),
]  # fmt: skip


def test_people_without_a_name_and_media() -> None:
    found = sentences(comparison(BRIDGE), "source")
    assert (
        "Cited and not named, among others: “Two people familiar with the plan” and “A senior official” in Valley Post"
        in found
    )
    assert "Valley Post credits The Guardian (“According to The Guardian”)" in found
    assert "The Lamp credits BBC (“BBC reported”)" in found


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Two officials of the port said so.", True),
        ("The Gull had it first, citing two officials of the port.", False),
        ("Nine per cent of port officials said so.", False),
    ],
)
def test_whom_another_medium_cites_and_answers_to_a_poll(line: str, shown: bool) -> None:
    texts = [(BRIDGE[0][0], BRIDGE[0][1], f"{BRIDGE[0][2]} {line}"), *BRIDGE[1:]]
    assert ("of the port" in sentences(comparison(texts), "source")) is shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("A dozen harbour officials said so.", True),
        ("Two people in the harbour office said so.", True),
        ("It is a step harbour officials described as bold.", False),  # cut out of "a step that officials described"
        ("Skip Twitter post by @adaholm\n\nTwo people in the harbour office said so.", False),
        ("Two people in the harbour office said so. — Ada Holm (@adaholm) May 3, 2026", False),
    ],
)
def test_scraps_and_posts_are_no_source_of_the_text(line: str, shown: bool) -> None:
    texts = [(BRIDGE[0][0], BRIDGE[0][1], f"{BRIDGE[0][2]}\n\n{filler(57)}\n\n{line}"), *BRIDGE[1:]]
    found = sentences(comparison(texts), "source")
    assert "Two people familiar" in found
    assert ("harbour" in found) is shown


@pytest.mark.parametrize(
    ("who", "shown"),
    [("Ada Holm, a geologist at the Tide Institute", False), ("Dr. Ada Holm", False), ("Ada Holm, a sailor", True)],
)
def test_experts_of_whom_one_is_named_further_down(who: str, shown: bool) -> None:
    line = f"It is a folly, bridge experts said. {filler(58)}\n\n“It is old and tired,” said {who}."
    texts = [(BRIDGE[0][0], BRIDGE[0][1], f"{BRIDGE[0][2]}\n\n{line}"), *BRIDGE[1:]]
    assert ("bridge experts" in sentences(comparison(texts), "source")) is shown


def test_what_people_feel_is_no_source() -> None:
    line = "Young people in particular feel threatened. "
    texts = [(BRIDGE[0][0], BRIDGE[0][1], line + BRIDGE[0][2]), *BRIDGE[1:]]
    assert "particular" not in sentences(comparison(texts), "source")


def test_one_phrase_in_several_forms_is_shown_once() -> None:
    more = " Senior officials said it was so. A senior official said that it was late. The people said so, too."
    texts = [(BRIDGE[0][0], BRIDGE[0][1], BRIDGE[0][2] + more), *BRIDGE[1:]]
    found = sentences(comparison(texts), "source")
    assert found.count("enior official") == 1


def test_sources_of_another_medium_are_its_own() -> None:
    told = (
        "Quay",
        "Tarn bridge",
        "Two sources told The Guardian that the bridge is old. The sources spoke on Monday. " + filler(56),
    )
    found = sentences(comparison([*BRIDGE, told]), "source")
    assert "The Guardian’s “Two sources” in Quay" in found
    assert "The Guardian’s “Two people" not in found
    own = (
        "Quay",
        "Tarn bridge",
        "Two sources told Quay that the bridge is old. A source said that it was late. " + filler(56),
    )
    assert "“Two sources” and “A source” in Quay" in sentences(comparison([*BRIDGE, own]), "source")


def test_texts_with_the_same_credit_stand_together_and_all_are_named() -> None:
    same = [
        (f"Quay {letter}", f"Ships {at}", "It is late, the BBC reported. " + filler(560 + at))
        for at, letter in enumerate("PQRSTUVW")
    ]
    found = sentences(comparison([*BRIDGE, *same]), "source")
    assert (
        "Quay P, Quay Q, Quay R, Quay S, Quay T, Quay U, Quay V, Quay W and The Lamp credit BBC (“BBC reported”)"
        in found
    )


def test_an_agency_does_not_credit_itself() -> None:
    body = "It is late, according to Reuters. " + filler(57, 24)
    frame = pl.DataFrame(
        [("Quay", body, "Reuters"), ("Pier", body, "Reuters"), ("Mole", "It is late, Reuters reported. " + filler(58), "")],
        schema=["outlet", "body", "agency"], orient="row",
    )  # fmt: skip
    found = sentences(compare(score(Corpus.from_frame(frame, Event("e", "E")), only=ONLY)), "source")
    assert found == "Other media whom texts credit, among others: Mole credits Reuters (“Reuters reported”)."


def test_one_source() -> None:
    found = sentences(comparison(BRIDGE), "voice")
    assert "North Wire cites nobody but Ilse Varn" in found
    assert "The Lamp cites nobody" not in found
    assert "Valley Post cites nobody" not in found


@pytest.mark.parametrize(
    "more",
    ["Engineers said that it would hold.", "According to plans, it is long.", "Figures of the county showed cracks."],
)
def test_another_source_of_any_kind_is_another_source(more: str) -> None:
    texts = [BRIDGE[0], (BRIDGE[1][0], BRIDGE[1][1], BRIDGE[1][2] + " " + more), BRIDGE[2]]
    assert "cites nobody" not in sentences(comparison(texts), "voice")


@pytest.mark.parametrize(
    "sentence",
    [
        "A senior official, Eli Rud, said it was so.",  # named
        "Her lawyer said it was so.",  # clear who
        "A supporter of the bridge said it was so.",  # one person by a view: mostly somebody named
        "Nobody asked the officials.",
        "One official spoke of lunch. “We eat at noon,” Eli Rud, the press secretary, wrote.",  # named next
    ],
)
def test_who_has_a_name_is_no_nameless_source(sentence: str) -> None:
    texts = [(BRIDGE[0][0], BRIDGE[0][1], "The bridge is old. " + sentence + " " + filler(54)), *BRIDGE[1:]]
    rows = comparison(texts).sourcing.filter(pl.col("kind") != "medium", outlet="Valley Post")
    assert rows.is_empty()


def test_an_outlet_is_no_medium_in_its_own_text() -> None:
    texts = [("BBC News", "Bridge", "Eli Rud told the BBC that it is shut. " + filler(55)), *BRIDGE[:2]]
    assert comparison(texts).sourcing.filter(kind="medium", outlet="BBC News").is_empty()


PARTIES: list[Text] = [
    ("Valley Post", "Senate splits on toll", "“No toll shall pass while I sit here,” said Sen. Ada Holm (R-Ohio). “The toll is a tax on those who work,” "
     "said Rep. Eli Rud, R-Texas. " + filler(61)),
    ("North Wire", "Toll divides senators", "“No toll shall pass while I sit here,” Republican Senator Ada Holm said. “Roads must be paid for by "
     "somebody,” said Democratic Rep. Per Moe. " + filler(62)),
    ("The Lamp", "Toll vote", "The vote on the toll is on Monday. Drivers wait. " + filler(63)),
]  # fmt: skip


def test_one_party_only() -> None:
    found = sentences(comparison(PARTIES), "voice")
    assert (
        "Valley Post (Eli Rud and Ada Holm) quotes Republicans only; Democrats are quoted in North Wire (Per Moe)."
        in found
    )


@pytest.mark.parametrize(
    ("other", "told"),
    [("The gulls left.", True), ("She spoke of it at a CNN town hall.", False), ("MSNBC was there.", True)],
)
def test_a_medium_that_another_text_names_in_other_words_is_no_credit(other: str, told: bool) -> None:
    texts = [
        ("Valley Post", "Toll", "The toll is dear, Ada Holm told CNN. " + filler(67)),
        ("North Wire", "Bridge", f"{other} {filler(68)}"),
        ("The Lamp", "Gulls", "The bridge is old. " + filler(69)),
    ]
    assert ("Valley Post credits CNN (“told CNN”)" in sentences(comparison(texts), "source")) is told


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("said Sen. Jo Lang, Ohio Democrat. ", True),
        ("said Sen. Jo Lang of Ohio, the panel’s ranking Democrat. ", True),
        ("said Jo Lang. The panel’s top Democrat, Sen. Jo Lang, left. ", True),
        ("said Sen. Jo Lang of Österland, the panel’s ranking Democrat. ", True),
        ("said Jo Lang (Älvland), a moderate Democrat. ", True),
        ("said Jo Lang. On the death of Jo Lang, the Democratic leader, Åda Moe, left. ", False),
        ("said Ohio’s Democratic governor, Jo Lang. ", True),
        ("said Jo Lang (D., Ohio). ", True),
        ("said Democratic presidential hopeful Jo Lang. ", True),
        ("Jo Lang said. Other Democrats, such as Lang and Jo Lang, left. ", False),
        ("said Jo Lang, a former Democrat. ", False),
        ("said Jo Lang, a critic of the Democrat. ", False),
        ("said Jo Lang. On the death of Jo Lang, the Democratic leader, Ada Moe, left. ", False),
    ],
)
def test_who_belongs_to_a_party_by_what_stands_beside_the_name(said: str, known: bool) -> None:
    lang = f"“A toll is the price of a good road,” {said}" + filler(66)
    texts = [PARTIES[0], ("North Wire", "Toll divides senators", lang), PARTIES[2]]
    found = sentences(comparison(texts), "voice")
    assert ("quotes Republicans only; Democrats are quoted in North Wire (Jo Lang)" in found) is known


def test_of_a_text_that_quotes_somebody_of_no_known_side_too_some_are_named() -> None:
    more = " “The road is nobody’s but the town’s own,” said Jo Lang, who has a mill."
    texts = [PARTIES[0], (*PARTIES[1][:2], PARTIES[1][2] + more), PARTIES[2]]
    found = sentences(comparison(texts), "voice")
    assert "quotes Republicans only; Democrats are quoted in North Wire (at least Per Moe)." in found


def test_a_scrap_of_somebody_of_no_known_side_is_somebody_else() -> None:
    scrap = " Per Tunstall called it “odd”."
    texts = [(*PARTIES[0][:2], PARTIES[0][2] + scrap), *PARTIES[1:]]
    assert "quotes Republicans only" not in sentences(comparison(texts), "voice")


def test_no_word_on_sides_where_a_speaker_was_not_found() -> None:
    extra = " It was late.\n\n“Roads and bridges will be paid for in full.”\n\n" + filler(64)
    texts = [
        (PARTIES[0][0], PARTIES[0][1], "“We all have a road to pay for in the end.”\n\n" + PARTIES[0][2] + extra),
        *PARTIES[1:],
    ]
    assert "quotes Republicans only" not in sentences(comparison(texts), "voice")


def test_who_has_two_parties_has_none() -> None:
    texts = [(PARTIES[0][0], PARTIES[0][1], PARTIES[0][2].replace("(R-Ohio)", "(D-Ohio)")), *PARTIES[1:]]
    frame = comparison(texts).speakers
    assert frame.filter(speaker="Ada Holm")["party"].to_list() == [None, None]


def test_several_families_come_first_in_one_sentence() -> None:
    one, two = filler(71, 24), filler(72, 24)
    texts = [
        ("A", "Ships wait", one),
        ("B", "Ships wait", one),
        ("C", "Cranes stop", two),
        ("D", "Cranes stop", two),
        ("E", "Calm", filler(73, 24)),
    ]
    of = comparison(texts)
    first = of.statements[0]
    assert first.subject == "family"
    assert first.sentence.startswith("Four of the five texts are two stories, two (A and B) and two (C and D)")


def test_a_former_member_is_of_no_party() -> None:
    body = PARTIES[0][2].replace("(R-Ohio)", "of Ohio, a former Republican who left,")
    frame = comparison([(PARTIES[0][0], PARTIES[0][1], body), ("North Wire", "Toll", filler(66))]).speakers
    assert frame.filter(speaker="Ada Holm")["party"].to_list() == [None]


def test_a_rule_of_the_house_cites_nobody() -> None:
    line = "It is so. The ███ doesn’t generally identify people who say they are victims. It is where sources close to the bridge say it is. Two sources said it was so. "
    texts = [("A", "h", line + filler(61)), ("B", "k", "The bridge. " + filler(62)), ("C", "l", filler(63))]
    found = sentences(comparison(texts), "source")
    assert "identify people" not in found
    assert "where sources" not in found


@pytest.mark.parametrize(
    ("more", "alone"),
    [
        ("A growing number of fishers are calling for Varn to go.", False),
        ("Public statements this morning from Eli Rud and others forced the hand of Varn.", False),
        ("Engineers told her it would hold.", False),
        ("Varn called for more ferries.", True),
        ("It was read out in a statement from Varn.", True),
    ],
)
def test_who_calls_or_states_is_somebody_else(more: str, alone: bool) -> None:
    texts = [BRIDGE[0], (BRIDGE[1][0], BRIDGE[1][1], BRIDGE[1][2] + " " + more), BRIDGE[2]]
    assert ("cites nobody but Ilse Varn" in sentences(comparison(texts), "voice")) is alone


@pytest.mark.parametrize(
    "sick", ["Most people affected in Tarn reported eating fish", "Sick people reported eating fish"]
)
def test_patients_are_no_sources(sick: str) -> None:
    texts = [
        (BRIDGE[0][0], BRIDGE[0][1], f"{sick}. {sick} before the fair, officials said. " + filler(59)),
        *BRIDGE[1:],
    ]
    assert comparison(texts).sourcing.filter(outlet="Valley Post", name="person").is_empty()


@pytest.mark.parametrize(
    ("line", "other", "shown"),
    [
        ("Analysts said the steel was old. ", "", True),
        ("Analysts said the steel was old. ", "Analysts of the trade said no. ", False),  # another text has some, too
        ("Analysts from the small Tide Institute met. Analysts said the steel was old. ", "", False),  # whose they are
    ],
)
def test_analysts_of_one_text_without_a_name(line: str, other: str, shown: bool) -> None:
    texts = [(*BRIDGE[0][:2], line + BRIDGE[0][2]), (*BRIDGE[1][:2], other + BRIDGE[1][2]), BRIDGE[2]]
    found = sentences(comparison(texts), "source")
    assert ("“Analysts” in Valley Post" in found) is shown
