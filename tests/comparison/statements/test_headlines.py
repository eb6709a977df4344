"""Headlines: the verbs of one remark, and words that the text itself lacks."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from framing.comparison.compare import compare
from framing.comparison.content.headline_verbs import CHARGED, KIND, LEMMA, THIRD
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.scoring.scores import score
from tests.comparison.statements.events import ONLY, TARIFF, comparison, filler, sentences


def headline(text: str, body: str = filler(1)) -> dict[str, object]:
    return comparison([("A", text, "Carla Orsini runs Velm. " + body), ("B", "Other", filler(2))]).headlines.row(
        0, named=True
    )


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("Carla Orsini warns of closures", "Carla Orsini", "warns"),
        ("Velm may close, Carla Orsini says", "Carla Orsini", "says"),
        ("Carla Orsini again slams tariff", "Carla Orsini", "slams"),
        ("Velm may close, says Carla Orsini", "Carla Orsini", "says"),
        ("Velm “may close”, warns mayor Carla Orsini as tariff looms", "Carla Orsini", "warns"),
        ("Velm may close, says friend of Carla Orsini", None, None),
        ("Velm may close: Carla Orsini", "Carla Orsini", None),
        ("Velm may close – Carla Orsini", "Carla Orsini", None),
        ("Carla Orsini, who warns little, resigns", None, None),
        ("Velm “says no” to tariff", None, None),
        ("Old clock stops", None, None),
    ],
)
def test_a_headline_gives_somebody_the_word(text: str, speaker: str | None, verb: str | None) -> None:
    row = headline(text)
    assert (row["speaker"], row["verb"]) == (speaker, verb)


def test_each_verb_has_one_kind_and_its_forms() -> None:
    assert set(LEMMA.values()) == set(KIND)
    assert set(KIND.values()) >= CHARGED
    assert {"says", "threatens", "denies", "slams", "accuses", "rebuffs"} <= THIRD
    assert "say" not in THIRD


def test_one_remark_with_different_verbs() -> None:
    found = sentences(comparison(TARIFF), "headline")
    assert "Headlines give Carla Orsini different verbs for the same news: “threatens” (The Gull) and “says”" in found
    assert "Velm Voice" not in found.split("same news")[1].split("\n")[0], "another matter: it will not hurt"


def test_one_remark_with_different_verbs_in_all_headlines_of_a_speaker() -> None:
    heads = ["Orsini warns Velm: harbour is brain-dead", "Harbour of Velm is brain dead, says Carla Orsini"]
    texts = [
        (name, head, f"Mayor Carla Orsini spoke {name}. " + filler(at))
        for at, (name, head) in enumerate(zip("AB", heads, strict=True))
    ]
    found = sentences(
        comparison(
            [
                *texts,
                (
                    "C",
                    "Orsini tells harbour in Velm it is brain-dead",
                    "Carla Orsini spoke. It had a stroke and brain death. " + filler(5),
                ),
            ]
        ),
        "headline",
    )
    assert "different verbs for the same news: “warns” (A), “says” (B) and “tells” (C)" in found


def test_a_compound_stands_in_a_text_in_its_parts() -> None:
    body = "Mayor Carla Orsini spoke of the harbour and the death of the brain. " + filler(3, 16)
    found = comparison([("A", "Orsini: harbour is brain-dead", body), ("B", "Orsini: harbour", filler(4))])
    assert "brain-dead" not in sentences(found, "headline").replace("side by side: “Orsini: harbour is brain-dead", "")


def test_a_verb_that_only_the_headline_has() -> None:
    found = sentences(comparison(TARIFF), "headline")
    assert (
        "“Threatens” stands in the headline of The Gull on Carla Orsini, not below: its text never uses the word; verbs "
        "beside the name there: “said” and “told”." in found
    )
    told = [
        (outlet, head, body.replace("could be closed", "could be closed, a threat")) for outlet, head, body in TARIFF
    ]
    assert "Threatens” stands only" not in sentences(comparison(told), "headline")


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Carla Orsini calls ferry tariff ‘stupid’ and says Velm harbour may close", "says", "neutral"),
        ("Carla Orsini says Velm harbour may close and mocks her sister’s boat", "says", "neutral"),
        ("Carla Orsini mocks her sister’s boat and warns Velm harbour may close", "warns", "warning"),
        ("Carla Orsini calls ferry tariff ‘stupid’", "calls", "naming"),
        ("Carla Orsini calls for end of ferry tariff", "calls", "urging"),
        ("Carla Orsini slams ferry tariff and hails boats", "slams", "attack"),
    ],
)
def test_of_two_verbs_the_one_for_the_news_of_the_others(text: str, verb: str, kind: str) -> None:
    texts = [(TARIFF[0][0], text, TARIFF[0][2]), *TARIFF[1:]]
    row = comparison(texts).headlines.row(by_predicate=pl.col("outlet") == "The Gull", named=True)
    assert (row["verb"], row["kind"]) == (verb, kind)


def test_calls_is_no_verb_for_the_news() -> None:
    head = "Orsini calls ferry tariff ‘stupid’ over Velm harbour"
    found = sentences(comparison([*TARIFF, ("Quay", head, TARIFF[0][2].replace("Monday", "Tuesday"))]), "headline")
    assert "different verbs" in found
    assert "“calls”" not in found
    assert "different verbs" not in sentences(comparison([("Quay", head, TARIFF[0][2]), *TARIFF[1:3]]), "headline")


def test_a_strong_word_in_the_headline_of_an_opinion_is_no_news() -> None:
    rows = [
        {
            "outlet": outlet,
            "headline": "A shameful end for the ferry" if at == 0 else head,
            "body": body,
            "genre": genre,
        }
        for at, ((outlet, head, body), genre) in enumerate(zip(TARIFF, ["news", "news", "news", "news"], strict=True))
    ]
    assert "The headline of The Gull says “shameful”; the text never does." in _headlines(rows)
    rows[0]["headline"] = "Analysis: A shameful end for the ferry"
    assert "shameful" not in _headlines(rows)
    rows[0] |= {"headline": "A shameful end for the ferry", "genre": "opinion"}
    assert "shameful" not in _headlines(rows)


def _headlines(rows: list[dict[str, Any]]) -> str:
    return sentences(compare(score(Corpus.from_frame(pl.DataFrame(rows), Event("e", "E")), only=ONLY)), "headline")


def test_a_verb_of_the_same_kind_in_the_text_is_told() -> None:
    told = [("The Gull", "Orsini slams Velm harbour plan", "Carla Orsini said it was late. She criticized the plan. " + filler(5, 20)),
            *TARIFF[1:]]  # fmt: skip
    found = sentences(comparison(told), "headline")
    assert (
        "“Slams” stands in the headline of The Gull on Carla Orsini, not below: its text never uses the word" in found
    )
    assert "; verbs beside the name there: “criticized” and “said”." in found


def test_a_blow_with_the_hands_is_no_verb_of_speech() -> None:
    told = [
        ("The Gull", "Orsini attacks student on Velm pier", "Carla Orsini shoved him, he said. " + filler(5, 20)),
        *TARIFF[1:],
    ]
    assert "“Attacks” stands" not in sentences(comparison(told), "headline")


def test_who_is_praised_does_not_praise() -> None:
    line = "Carla Orsini said it was late. Una Berg praised Orsini’s plan, and Orsini’s comments were brief. "
    told = [("The Gull", "Orsini vows to end Velm harbour plan", line + filler(5, 20)), *TARIFF[1:]]
    assert "; verbs beside the name there: “said”." in sentences(comparison(told), "headline")


@pytest.mark.parametrize(
    "line", ["Orsini went on the offensive to claim that it was late.", "Orsini, who scolds the council, came."]
)
def test_an_attack_in_other_words_is_no_lack_of_the_word(line: str) -> None:
    told = [
        ("The Gull", "Orsini accuses Velm harbour board", f"Carla Orsini came. {line} {filler(5, 20)}"),
        *TARIFF[1:],
    ]
    assert "Accuses" not in sentences(comparison(told), "headline").replace("side by side: “Orsini accuses", "")


@pytest.mark.parametrize(
    ("head", "body", "beyond"),
    [
        ("Norland to offer Velm ferry", "Norland will draw up a plan, potentially offering an end to the row.", None),
        (
            "Norland plans to impose tariff",
            "Norland officials plan to meet next week to discuss a tariff.",
            "plans to impose",
        ),
        ("Norland to close Velm harbour", "Norland may close the harbour, or could close a pier.", "to close"),
        ("Norland to close Velm harbour", "Norland may close it. It will close on Monday.", None),
        ("Norland plans to impose tariff", "Norland plans to impose a tariff.", None),
        ("Norland asks Velm to close harbour", "Velm may close the harbour.", None),
        ("Norland to discuss tariff", "Norland may discuss a tariff.", None),
    ],
)
def test_a_certainty_that_the_text_hedges(head: str, body: str, beyond: str | None) -> None:
    found = comparison([("A", head, body + "\n\n" + filler(1)), ("B", "Other", filler(2))]).beyond.filter(
        kind="certainty"
    )
    assert found["text"].to_list() == ([] if beyond is None else [beyond])


def test_a_quoted_word_and_who_lacks_it() -> None:
    one = ("A", "Orsini on ‘stupid’ tariff", "It is “stupid”, Carla Orsini said.\n\n" + filler(4))
    two = ("B", "Orsini on tariff", "Carla Orsini spoke. " + filler(3) + "\n\nIt is a stupid charge, she said.")
    three = ("C", "Tariff", "A tariff came to town, and the mayor spoke of it for an hour or two at length. " * 8)
    found = sentences(comparison([one, two, three]), "quotation")
    assert "“Stupid”, set in quotation marks in the headline of A, stands in the text of B and nowhere in C." in found
    kin = ("D", "Tariff again", "A ferry came, for stupidity, and the mayor spoke of it for an hour at length. " * 8)
    told = sentences(comparison([one, two, three, kin]), "quotation")
    assert "nowhere in C. Of the other text it cannot be said for certain." in told
    broken = (one[0], one[1], one[2][:300])  # of a text that breaks off nothing is told
    four = ("D", "Orsini on the harbour", two[2].replace(filler(3), filler(5)))
    assert "“Stupid”, set" not in sentences(comparison([broken, two, three, four]), "quotation")


def quoted(second: str, headline: str = "Mayor plans ‘huge’ effort") -> str:
    texts = [
        ("A", headline, "The harbour of Velm waits.\n\n" + filler(4)),
        ("B", "Mayor plans effort", "The mayor spoke. " + filler(3) + f"\n\n{second}"),
        ("C", "Harbour", "A ferry came to town, and the mayor spoke of it for an hour or two at length. " * 8),
    ]
    return sentences(comparison(texts), "quotation")


def test_a_quoted_adjective_is_followed_with_its_noun() -> None:
    where = "“Huge”, set in quotation marks in the headline of A, stands in the text of B and nowhere in C."
    assert where in quoted("It was a huge local effort, they found.")
    assert where in quoted("They called it “huge” at noon.")
    assert quoted("It was a huge pear, they found.") == ""
    assert quoted("“We will not see a huge pear in this harbour again,” said Ada Holm.") == ""


def test_a_word_of_the_family_of_a_quoted_word_is_not_nowhere() -> None:
    told = quoted("It was a treasonous pear.\n\nIt was in the town.", "Mayor called ‘treasonous’")
    assert "stands in the text of B and nowhere in C." in told
    assert quoted("It was a treasonable pear.\n\nIt was in the town.", "Mayor called ‘treasonous’") == ""


def test_a_noun_of_two_words_may_be_a_verb_and_its_particle() -> None:
    rows = [("A", "Mayor plans crackdown on carts", "The mayor will {}.\n\n" + filler(8)), ("B", "Carts", filler(9))]
    never = "The headline of A says “crackdown”; the text never does."
    for body, told in (("stop carts", True), ("crack down on carts", False), ("be cracking down", False)):
        made = [(*rows[0][:2], rows[0][2].format(body)), rows[1]]
        assert (never in sentences(comparison(made), "headline")) is told


def test_a_letter_belongs_to_the_word_behind_it() -> None:
    made = [
        ("A", "Possible E. coli in Velm mill pears", "Pears in Velm.\n\n" + filler(31)),
        ("B", "E. coli in Velm mill pears", "Pears of Velm.\n\n" + filler(32)),
    ]
    assert "“possible E. coli” (A), but “E. coli” (B)" in sentences(comparison(made), "headline")


def test_reported_would_is_no_hedge_of_will() -> None:
    texts = [
        (
            "A",
            "Norland will close the mill",
            "Mayor Ada Holm said that Norland would close the mill in May. " + filler(91),
        ),
        ("B", "Mill in Norland", "The mill stands in Norland. Carts wait. " + filler(92)),
    ]
    assert comparison(texts).beyond.filter(kind="certainty").is_empty()
    texts[0] = (texts[0][0], texts[0][1], "Mayor Ada Holm said that Norland might close the mill in May. " + filler(91))
    assert comparison(texts).beyond.filter(kind="certainty")["text"].to_list() == ["will close"]


BRIEF = (
    "Tram drivers in Velm will stop work on Monday after talks on pay broke down late on Friday night, their union "
    "said. The operator said that it would run buses on two lines and that it had made a fair offer to all drivers, "
    "and asked passengers to stay at home where they can."
)


@pytest.mark.parametrize(
    ("head", "body", "word"),
    [
        ("Tram strike as bosses threaten to sack drivers", BRIEF, "threaten"),
        ("Tram strike as union boss slams offer", BRIEF, "slams"),
        ("Tram strike as bosses threaten to sack drivers", BRIEF + " It made no threat, it said.", None),
        ("Bosses said to threaten drivers", BRIEF, None),
        ("Tram strike as bosses ‘threaten’ to sack drivers", BRIEF, None),
        ("Tram strike as bosses threaten to sack drivers", BRIEF[: BRIEF.index(" where they")], None),  # cut
        ("Tram strike as bosses threaten to sack drivers", BRIEF[: BRIEF.index(" The operator")], None),  # a stub
    ],
)
def test_a_whole_brief_lacks_the_verb_of_its_headline(head: str, body: str, word: str | None) -> None:
    found = comparison([("A", head, body), ("B", "Other", filler(2))]).beyond.filter(outlet="A")
    assert found["text"].to_list() == ([] if word is None else [word])


def test_a_body_that_is_not_all_there_lacks_nothing() -> None:
    rows = [
        {
            "outlet": "A",
            "headline": "Tram strike as bosses threaten drivers",
            "body": BRIEF + " " + filler(7) + " Read",
        },
        {"outlet": "B", "headline": "Other", "body": filler(2)},
    ]
    assert "threaten" in _headlines(rows)
    for flag in ("truncated", "paywall", "partial"):
        assert "threaten" not in _headlines([rows[0] | {"flags": [flag]}, rows[1] | {"flags": []}])


def test_a_quoted_word_whose_own_text_is_short_is_not_asked_for() -> None:
    one = ("A", "Orsini on ‘stupid’ tariff", "It is “stupid”, Carla Orsini said.")
    two = ("B", "Orsini on tariff", "Carla Orsini spoke. " + filler(3) + "\n\nIt is a stupid charge, she said.")
    three = ("C", "Tariff", "A tariff came to town, and the mayor spoke of it for an hour or two at length. " * 8)
    four = ("D", "Tariff again", "A stupid tariff came to Velm, and so did the mayor, who spoke of it at length. " * 8)
    assert "Stupid" not in sentences(comparison([one, two, three, four]), "quotation")


def test_to_do_and_a_plan_are_one() -> None:
    texts = [("A", "Norland to close Velm mill", "Norland plans to close the mill in May.\n\n" + filler(91)),
             ("B", "Mill in Norland", "The mill stands in Norland. Carts wait. " + filler(92))]  # fmt: skip
    assert comparison(texts).beyond.filter(kind="certainty").is_empty()


MILL = "Spy held at Velm mill after the fire"


@pytest.mark.parametrize(
    ("other", "plain"),
    [
        (MILL, True),
        ("Spy is held at Velm mill, says mayor", False),
        ("Mayor claims spy was held at Velm mill", False),
        ("Was a spy held at Velm mill?", False),
        ("‘Spy’ held at Velm mill after the fire", False),
        ("Spy film shown in the old town hall", False),  # something else
        ("Spy mill burns at Velm", False),  # *alleged spy held*: it may be another thing that is hedged
        ("Mayor eyes spy held at Velm mill", False),
        ("Suspected spy held at Velm mill", False),
        ("Keeper of Velm mill claimed spy", False),
    ],
)
def test_a_hedge_in_one_headline_and_none_in_another(other: str, plain: bool) -> None:
    made = [
        ("A", "Alleged spy held at Velm mill", "The keeper of Velm held somebody.\n\n" + filler(31)),
        ("B", other, "Somebody was held in Velm mill.\n\n" + filler(32)),
    ]
    found = sentences(comparison(made), "headline")
    said = "With a hedge in some headlines and without any in others: “alleged spy” (A), but “spy” (B)."
    assert (said in found) == plain
    assert ("With a hedge" in found) == plain


def test_a_headline_that_goes_on_to_another_act_has_no_verb_for_the_news() -> None:
    heads = [
        "Orsini blames harbour rain for closing of Velm pier",
        "Carla Orsini announces closing of Velm pier in rain",
    ]
    spoken = "Mayor Carla Orsini spoke of the pier. "
    texts = [(name, head, spoken + filler(40 + at)) for at, (name, head) in enumerate(zip("AB", heads, strict=True))]
    assert "different verbs for the same news" in sentences(comparison(texts), "headline")
    goes_on = (texts[0][0], "Orsini blames harbour rain, resigns after closing of Velm pier", texts[0][2])
    assert "different verbs for the same news" not in sentences(comparison([goes_on, texts[1]]), "headline")


def test_of_two_verbs_of_speech_the_one_of_the_others_news_counts() -> None:
    heads = ["Orsini slams cap, says Velm pier may close", "Carla Orsini warns Velm pier may close"]
    spoken = "Mayor Carla Orsini spoke of the pier. "
    texts = [(name, head, spoken + filler(45 + at)) for at, (name, head) in enumerate(zip("AB", heads, strict=True))]
    assert "“warns” (B) and “says” (A)" in sentences(comparison(texts), "headline")
