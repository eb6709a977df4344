"""Kinds of sentences that careful readers called false or misleading, each with an input of its own."""

from __future__ import annotations

import pytest

from framing.comparison.content.cried import cried
from framing.comparison.content.labels import the, without_office
from framing.comparison.content.meant import may_mean
from framing.comparison.content.shared_quotations import _in_marks
from framing.comparison.statements.quotations import _parts_of_one
from tests.comparison.statements.events import comparison, filler, sentences
from tests.comparison.statements.test_own_words import three

PIER = "The pier of Velm was shut on Monday. "


def texts(*bodies: str, head: str = "Pier of Velm shut") -> list[tuple[str, str, str]]:
    return [
        (name, head, f"{PIER}{body}\n\n{filler(940 + at, 14)}")
        for at, (name, body) in enumerate(zip("ABC", bodies, strict=True))
    ]


def test_how_many_words_of_somebody_each_text_quotes() -> None:
    long = "“" + "We have built the longest pier of them all and paid for every stone of it ourselves. " * 2 + "”"
    made = comparison(three(f"{long} said Ada Holm.", "“It is ours,” said Ada Holm.", "Ada Holm spoke there."))
    assert "A quotes 34 words of Ada Holm, B 3." in sentences(made, "voice")
    made = comparison(
        three(
            f"{long} said Ada Holm.",
            "“We have built it all by ourselves, and we paid for each stone,” said Ada Holm.",
            "",
        )
    )
    assert "words of Ada Holm" not in sentences(made, "voice")  # not three times as many
    unsure = "“It is ours,” said Ada Holm. In the harbour stood “a proud and shining pier”."
    made = comparison(three(f"{long} said Ada Holm. It is “hers” now.", unsure, ""))
    assert "A quotes at least 34 words of Ada Holm, B at most 8." in sentences(made, "voice")


def test_a_word_that_another_text_has_in_short() -> None:
    ban = "They call it censorship. Censorship is bad. No censorship here. The censorship went on. "
    assert "“censorship” (" not in sentences(comparison(texts(ban, "They want to censor it.", "It rained.")), "only")


def test_bankers_have_a_bank() -> None:
    phrase = "The central bank met. The central bank spoke. The central bank left. "
    made = comparison(texts(phrase, phrase + "It went.", "The central bankers were not there."))
    assert "as in “central bank”" not in sentences(made, "omission")


def test_half_a_range_is_no_figure_of_one_report() -> None:
    made = comparison(texts("Rates stay in the range of 0% to 0.25% there.", "It rained.", "Boats came."))
    assert "0%" not in sentences(made, "only")


@pytest.mark.parametrize("letters", ["U.N.", "Ö.Å."])
def test_a_dot_behind_a_letter_ends_no_clause(letters: str) -> None:
    line = f"Trips with {letters} Harbour boats fell by 29 percent"
    assert line in sentences(comparison(texts(f"{line} there.", "It rained.", "Boats came.")), "only")


@pytest.mark.parametrize(
    ("item", "text", "meant"),
    [
        ("Velm Sector", "in the velm region of the north", True),
        ("Velm Sector", "in the sector of halden", False),
        ("World Trade Center", "near ground zero", True),
        ("New York City", "in lower manhattan", True),
        ("Newtown", "the connecticut school massacre", True),
        ("Newtown", "a school in velm", False),
        ("Dream", "the dreamers of velm", True),
        ("Dream", "a dreamy town", False),
    ],
)
def test_places_by_other_names(item: str, text: str, meant: bool) -> None:
    assert may_mean(item, text) is meant


def test_a_headline_that_says_who_says_it_goes_not_beyond_its_text() -> None:
    body = "The pier is likely to sink by then, the board wrote. It is likely to sink soon."
    for head, beyond in (("Pier will sink by June, report predicts", False), ("Pier of Velm will sink by June", True)):
        made = comparison([("A", head, f"{PIER}{body}\n\n{filler(961, 14)}"), *texts("It rained.", "", "")[1:]])
        assert ("goes beyond its text: it says “will sink”" in sentences(made, "headline")) is beyond


@pytest.mark.parametrize(("body", "beyond"), [("A right-wing club met in Velm.", False), ("A club met in Velm.", True)])
def test_a_word_with_a_hyphen_in_the_headline_and_another_form_in_the_text(body: str, beyond: bool) -> None:
    head = "Right-Wingers meet at the pier of Velm"
    made = comparison([("A", head, f"{PIER}{body}\n\n{filler(981, 14)}"), *texts("It rained.", "", "")[1:]])
    assert ("The headline of A says “Right-Wingers”" in sentences(made, "headline")) is beyond


def test_a_last_line_in_marks_is_no_note_of_the_paper() -> None:
    ends = (
        "She turned to them. “Send it to my desk and I will sign it,” said Ada Holm.",
        "Boats came to Velm.",
        "It rained all day.",
    )
    made = comparison(
        [
            (name, f"Pier {at}", f"{filler(970 + at, 14)}\n\n{end}")
            for at, (name, end) in enumerate(zip("ABC", ends, strict=True))
        ]
    )
    assert "“‘Send it to my desk" in sentences(made, "lead").replace("“Send", "“‘Send")


def test_what_one_report_alone_tells_is_four_words_and_most_of_the_sentence() -> None:
    made = comparison(
        texts("Lamplighters hid powder beneath floors, drunk sextons swore.", "It rained.", "Boats came.")
    )
    assert "“Lamplighters hid powder" in sentences(made, "only")
    line = "Lamplighters hid powder beneath floors while pilots, gardeners, sextons and lodgers slept."
    made = comparison(texts(line, "Pilots, gardeners, sextons, lodgers: all of them slept.", "Boats came."))
    assert "“Lamplighters hid powder" not in sentences(made, "only")


def test_a_participle_is_nobody_s_saying_of_who_stands_behind_it() -> None:
    body = "The mayor, Ada Holm, came. “I feel that the board held some papers back,” she then alleged, claiming dark powers steered Otto Brill."
    credited = comparison(three(body, "It rained.", "Boats came.")).credited
    assert "Otto Brill" not in credited["source"].to_list()


def test_a_dozen_in_words_is_no_figure_that_a_text_lacks() -> None:
    made = comparison(
        texts("They flew almost a dozen relatives to Velm.", "Almost a dozen relatives flew to it.", "It rained.")
    )
    assert "12 relatives" not in sentences(made, "omission")


def test_a_word_that_another_text_has_as_two() -> None:
    care = "The healthcare is dear. Their healthcare went. A healthcare firm left. No healthcare is there. "
    assert "“healthcare” (" not in sentences(comparison(texts(care, "The health care is dear.", "It rained.")), "only")


def test_a_bill_in_two_parts_is_one_name() -> None:
    made = comparison(texts("She signed the Parental Rights in Education bill there.", "It rained.", "Boats came."))
    assert "the Parental Rights" not in sentences(made, "only").replace("Parental Rights in", "")


def test_the_name_of_a_body_is_whole_and_has_its_article() -> None:
    assert without_office("National Organization for Pilots") == "National Organization for Pilots"
    assert without_office("National Security Adviser Ada Holm") == "Ada Holm"
    assert the("National Organization for Pilots") == "the National Organization for Pilots"
    assert the("Hospital of Velm") == "the Hospital of Velm"
    assert the("Velm") == "Velm"


def test_the_president_pro_tem_is_no_name() -> None:
    first = "“No one will ever shut the pier of Velm,” said Senate President Pro Tem Ada Holm."
    made = comparison(three(first, "It rained.", "It snowed."))
    assert "Only A quotes Ada Holm (" in sentences(made, "source")


def test_a_label_of_people_is_alone_where_what_it_tells_is() -> None:
    others = "Many Catholic families live in Velm."
    told = "The Catholic residents of Velm went to the pier."
    assert "Catholic residents" not in sentences(comparison(three(told, others, others)), "name")
    assert "“Catholic residents”" in sentences(comparison(three(told, "It rained.", "It snowed.")), "name")
    pregnant = comparison(three("The sailor shot two white women pregnant with twins.", "It rained.", "It snowed."))
    assert "“white women”" in sentences(pregnant, "name")
    against = comparison(three("The anti-abortion group left.", "An antiabortion group left.", "It snowed."))
    assert "anti-abortion" not in sentences(against, "name")


def test_capitals_in_quotation_marks_alone_name_nothing() -> None:
    cry = "“Greatest Pier Heist in the History of our Country!” she wrote. “It is all Smoothie and Shifty,” she said."
    made = comparison(three(cry, cry, "It rained."))
    for word in ("Pier Heist", "Smoothie", "Shifty"):
        assert word not in sentences(made, "omission")
    rows = [("A", "h", f"{cry} {filler(7)}"), ("B", "h", f"“We met Anna Holm and NATO,” she said. {filler(8)}")]
    found = cried(comparison(rows).scores.corpus)
    assert {"Smoothie", "Shifty"} <= found
    assert not {"Anna Holm", "NATO"} & found


def test_what_an_earlier_text_cannot_have_is_said_to_be_so() -> None:
    said = "“Nobody will take our pier and our harbour away from these people,” said Ada Holm."
    made = comparison(three(said, said, "It rained."), ["2026-03-05", "2026-03-05", "2026-03-03"])
    assert "(Ada Holm). C is of an earlier day." in sentences(made, "quotation")


def test_a_law_is_named_as_the_texts_name_it() -> None:
    law = "The mayor wants to repeal the Affordable Care Act. The Affordable Care Act is dear to Velm."
    found = sentences(comparison(three(law, law, "It rained.")), "omission")
    assert "C does not name the Affordable Care Act" in found
    assert "Obamacare" not in found


def test_who_is_meant_by_an_office_of_another_name() -> None:
    met = "The guest met Taoiseach Eoin Dorn on the pier. Eoin Dorn spoke of the harbour."
    assert "does not name Eoin Dorn" in sentences(comparison(three(met, met, "It rained.")), "omission")
    meant = "The guest met the Norish prime minister on the pier."
    assert "does not name Eoin Dorn" not in sentences(comparison(three(met, met, meant)), "omission")


def test_excerpts_whose_words_differ_nowhere_are_not_shown_as_different() -> None:
    assert _parts_of_one("Ada Holm calls for a total shutdown of piers", "a total shutdown of piers until …")
    assert _parts_of_one("a total shutdown of piers", "calls for a total shutdown of piers until")
    assert not _parts_of_one("a total shutdown of piers in Velm", "a total closure of piers in Velm")
    assert not _parts_of_one("we shut the piers now", "shut the harbours now")


def test_who_reads_a_paper_aloud_does_not_say_its_words() -> None:
    read = "Ada Holm read the charter of the town (“The harbour of Velm belongs to all the people who live beside it”)."
    assert "quotes Ada Holm" not in sentences(comparison(three(read, "It rained.", "It snowed.")), "source")
    said = read.replace("read the charter of the town", "said of the town")
    assert "quotes Ada Holm" in sentences(comparison(three(said, "It rained.", "It snowed.")), "source")


def test_words_of_which_a_scrap_is_in_marks_are_not_printed_alike_as_a_quotation() -> None:
    whole = "“Nobody will take our pier and our harbour away from these people,” said Ada Holm."
    scrap = "Nobody will take our pier and “our harbour” away from these people, said Ada Holm."
    assert "Printed alike in A and B" in sentences(comparison(three(whole, whole, "It rained.")), "quotation")
    assert "Printed alike" not in sentences(comparison(three(whole, scrap, "It rained.")), "quotation")
    assert _in_marks(" steps to silence the pilots ", " took some steps to silence the pilots ")
    assert not _in_marks(" some extraordinary steps to silence ", " extraordinary steps ")


def test_what_could_not_be_reached_is_no_answer() -> None:
    deal = "The mayor will build it if an agreement could not be reached by Monday."
    assert "gave no comment" not in sentences(comparison(three(deal, "It rained.", "It snowed.")), "source")
    mayor = "The mayor could not be reached by Monday."
    assert "gave no comment" in sentences(comparison(three(mayor, "It rained.", "It snowed.")), "source")


def test_a_brand_with_a_mark_of_the_genitive_is_no_person() -> None:
    brand = "The town gave out Dorn’s gift cards. Dorn’s cards were liked by all the people of Velm."
    assert "Dorn" not in sentences(comparison(three(brand, brand, "It rained.")), "omission")
    name = brand.replace("Dorn’s", "Dorn")
    assert "C does not name Dorn" in sentences(comparison(three(name, name, "It rained.")), "omission")


@pytest.mark.parametrize(
    ("here", "there", "one_remark"),
    [("said", "said", True), ("told CNN", "said on CNN", True), ("told The New York Times", "said on CNN", False)],
)
def test_what_was_said_to_two_media_is_no_one_remark(here: str, there: str, one_remark: bool) -> None:
    first = f"“We built the longest pier of Velm and paid for every stone of it ourselves,” Ada Holm {here}."
    other = (
        f"“We built the longest pier in Velm, and other people will have paid for all its stones,” Ada Holm {there}."
    )
    made = comparison(three(first, other, "It rained."))
    assert ("What reads like one remark of Ada Holm" in sentences(made, "quotation")) is one_remark


def test_an_outspoken_man_has_no_political_label() -> None:
    told = comparison(three("An outspoken sailor of Velm left.", "It rained.", "It snowed."))
    assert "outspoken" not in sentences(told, "name")


def test_the_one_text_that_does_not_quote_somebody_is_named() -> None:
    said = "“Nobody will take our pier and our harbour away from these people,” said Ada Holm."
    found = sentences(comparison(three(said, said, "It rained.")), "source")
    assert "Ada Holm is quoted directly in A and B, and not in C." in found


def test_a_station_is_not_who_said_it() -> None:
    line = "“We are glad that the old pilot is safe and ask for some time to rest”"
    told = [f"Ada Holm wrote this, the Velm affiliate WQLM reports: {line}", f"Holm wrote this, WQLM reports: {line}"]
    found = sentences(comparison(three(told[0], told[1], "It rained.")), "quotation")
    assert "Printed alike in A and B" in found
    assert "(WQLM)" not in found
