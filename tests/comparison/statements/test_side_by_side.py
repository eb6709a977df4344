"""What texts set differently side by side: headlines, endings, quotations, and what one of them alone names."""

from __future__ import annotations

import pytest

from framing.comparison.statements.endings import NOTE, in_marks
from tests.comparison.statements.events import Text, comparison, filler, sentences

LONG = "“We have built the longest pier, and we paid for it ourselves, with nobody’s help,” said Ada Holm."


def texts(*lines: str, last: str = "", heads: str = "hhh") -> list[Text]:
    return [("ABC"[at], heads[at], f"{line} {filler(900 + at)} {last}") for at, line in enumerate(lines)]


def three(*lines: str) -> list[Text]:
    return texts(*lines, *["The pier was opened."] * (3 - len(lines)))


# Three dots


def test_what_stands_where_another_has_three_dots() -> None:
    dots = "“We have built the longest pier … with nobody’s help,” said Ada Holm."
    assert sentences(comparison(three(LONG, dots)), "quotation").splitlines()[0] == (
        "Where B has three dots in a quotation, “We have built the longest pier … with nobody’s help”, A prints “and we "
        "paid for it ourselves”."
    )


@pytest.mark.parametrize(
    "dots",
    [
        "“We have built the longest pier with nobody’s help,” said Ada Holm.",  # no dots
        "“We have built the longest pier … with nobody’s help,” said Ada Holm. They paid for it ourselves, she said. "
        "“And we paid for it.”",
        "“We have built … a pier with nobody’s help,” said Ada Holm.",  # other words behind
        "“We have built the longest pier … with nobody’s help. All of it we paid ourselves,” said Ada Holm.",  # moved
        "They have built the longest pier … with nobody’s help.",  # not quoted
    ],
)
def test_no_gap(dots: str) -> None:
    assert "three dots" not in sentences(comparison(three(LONG, dots)), "quotation")


# What each text picks


def test_each_text_quotes_something_else() -> None:
    other = "“Our pilots will never leave,” said Ada Holm."
    assert (
        "Of what Ada Holm said, A and B quote different things: “We have built the longest pier, and we paid for it "
        in (sentences(comparison(three(LONG, other)), "quotation"))
    )
    third = "“The ferrymen waited for this,” said Ada Holm."
    found = sentences(comparison(three(LONG, other, third)), "quotation")
    assert "Of what Ada Holm said, each text quotes something else: “We have" in found


FERRYMEN = "“The ferrymen of the northern quay have waited for this very day,” said Ada Holm."


def test_words_of_a_speaker_that_one_text_alone_prints() -> None:
    both = "“Our pilots will never leave this harbour,” said Ada Holm."
    texts = three(f"{LONG} {both}", f"{both} {FERRYMEN}", both)
    found = sentences(comparison(texts), "quotation")
    assert (
        "Words of Ada Holm that one text alone prints, among others: “We have built the longest pier, and we paid for it ourselves, "
        "with nobody’s help” (A); “The ferrymen of the northern quay have waited for this very day” (B)."
    ) in found
    assert "different things" not in found, "said once"


@pytest.mark.parametrize(
    "third",
    [
        "The ferrymen of the northern quay, she knows, waited for it.",  # told
        "“The ferrymen of the northern quay,” she said, “are here.”",  # in part
    ],
)
def test_what_another_text_has_too_is_not_printed_by_one_alone(third: str) -> None:
    found = sentences(comparison(three(LONG, FERRYMEN, third)), "quotation")
    assert "that one text alone prints" not in found


def test_words_that_one_of_two_who_quote_somebody_prints() -> None:
    both = "“Our pilots will never leave this harbour,” said Ada Holm."
    found = sentences(comparison(three(f"{LONG} {both}", both)), "quotation")
    assert "Words of Ada Holm that one text alone prints, among others: “We have built the longest pier" in found


@pytest.mark.parametrize(
    "other",
    [
        "“The longest pier was built by us,” said Ada Holm.",  # the same in other words
        "“Our pilots will never leave this harbour,” said Ada Holm. “We paid for it ourselves,” she said.",
        "“Our pilots will never leave this harbour.” Ada Holm and Ben Roe were there.",  # who says it is not sure
    ],
)
def test_the_same_remark_is_no_pick(other: str) -> None:
    assert "different things" not in sentences(comparison(three(LONG, other)), "quotation")


def test_scraps_of_one_remark_are_no_picks() -> None:
    """A scrap behind a longer quotation, one whose speaker is not sure, a rare word: perhaps one remark."""
    one = "“Our pilots were spared a reckless, shameful levy,” said Ada Holm."
    rest = ["The pier was opened."] * 3

    def found(other: str) -> str:
        lines = [one, other, *rest]
        each = [("ABCDE"[at], "h", f"{line} {filler(950 + at)}") for at, line in enumerate(lines)]
        return sentences(comparison(each), "quotation")

    said = "“We look after the boatmen,” said Ada Holm"
    assert "A and B quote different things" in found(f"{said}.")
    assert "different things" not in found(f"{said} after calling the pier money “reckless and shameful”.")
    assert "different things" not in found(f"{said}.\n\nBen Roe came. The talk was of “a shameful burden on us all”.")
    assert "different things" not in found("“There is no end to a shameful winter in town,” said Ada Holm.")


# One remark, a word changed


def test_a_name_in_another_spelling_is_no_other_wording() -> None:
    said = "“Nobody knows what is up, and now it looks as if (mayor {}) {} is going to beat the pilots,” said Ada Holm."
    one, other = said.format("Moamar", "Gadafi"), said.format("Muammar", "al-Qaddafi")
    assert "different words" not in sentences(comparison(three(one, other)), "quotation")


def test_a_word_changed_is_another_wording() -> None:
    one = "“I want to say that the harbour has not worked as well as it should,” said Ada Holm."
    other = "“I want to say that the harbour is not working as well as it should,” said Ada Holm."
    assert "is quoted in different words" in sentences(comparison(three(one, other)), "quotation")


@pytest.mark.parametrize(("word", "other"), [("harbour", "harbor"), ("won’t", "won't"), ("[The] pier", "The pier")])
def test_another_spelling_is_the_same_wording(word: str, other: str) -> None:
    said = "“I want to say that {} will not work as well as it should,” said Ada Holm."
    found = sentences(comparison(three(said.format(word), said.format(other))), "quotation")
    assert "different words" not in found


# Headlines and endings


def test_headlines_side_by_side() -> None:
    of = comparison(
        [
            ("A", "Mayor hails longest pier", f"The pier was opened. {filler(1)}"),
            ("B", "Pilots fear for their harbour", f"The pier was opened. {filler(2)}"),
            ("C", "Pier opens in Velm", f"The pier was opened. {filler(3)}"),
        ]
    )
    assert (
        "The headlines side by side: “Mayor hails longest pier” (A); “Pilots fear for their harbour” (B); “Pier opens in "
        "Velm” (C)." in sentences(of, "headline")
    )


def test_headlines_that_are_alike_are_not_set_side_by_side() -> None:
    heads = ["Mayor opens longest pier", "Mayor opens longest pier in Velm", "Pilots fear for harbour"]
    of = comparison([("ABC"[at], head, f"The pier was opened. {filler(at)}") for at, head in enumerate(heads)])
    assert "side by side" not in sentences(of, "headline")


ENDS = (
    "“Nobody will take this harbour from us,” said Ada Holm.",
    "The pilots meet again on Monday.",
    "Shares in Kettle Group lost a tenth.",
)


def ended(*ends: str) -> list[Text]:
    return [("ABC"[at], "h", f"The pier was opened. {filler(40 + at)} {end}") for at, end in enumerate(ends)]


def test_how_the_reports_end() -> None:
    assert (
        "How the reports end: “‘Nobody will take this harbour from us,’ said Ada Holm” (A, words of Ada Holm); “The "
        "pilots meet again on Monday” (B); “Shares in Kettle Group lost a tenth” (C)."
    ) in sentences(comparison(ended(*ENDS)), "lead")


@pytest.mark.parametrize(
    "note", ["Ben Roe contributed to this report from Velm.", "The author was a member of the board until May."]
)
def test_a_note_of_the_paper_is_no_ending(note: str) -> None:
    found = sentences(comparison(ended(*ENDS[:2], note)), "lead")
    assert "(B); C is left out." in found
    assert note[:-1] not in found


def test_an_ending_in_marks_without_a_speaker_is_quoted() -> None:
    found = sentences(comparison(ended(ENDS[0], "“We will meet again on Monday.”", ENDS[2])), "lead")
    assert "“We will meet again on Monday” (B, quoted)" in found


def test_a_caption_is_no_ending() -> None:
    caption = "The yacht is seen at the pier of Velm in March."
    assert "C is left out" in sentences(comparison(ended(*ENDS[:2], caption)), "lead")


def test_where_a_text_breaks_off_it_does_not_end() -> None:
    found = sentences(comparison(ended(*ENDS[:2], "The board of the harbour had hoped for a")), "lead")
    assert "(B); C is left out." in found
    cut = "The pilots meet again on Monday, for"
    assert "How the reports end" not in sentences(comparison(ended(ENDS[0], cut, "Shares in Kettle Group")), "lead")


@pytest.mark.parametrize("end", ["The pilots will meet again, on Monday.", "He left."])
def test_endings_of_which_nothing_is_said(end: str) -> None:
    assert "reports end" not in sentences(comparison(ended(end, ENDS[1], "She left.")), "lead")


# Names of one report


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("They told China of it.", "", "China"),
        ("Orla Finch had built it.", "", "Orla Finch"),
    ],
)
def test_a_name_of_one_of_three_reports(one: str, other: str, name: str) -> None:
    assert f"Only A names {name}." in sentences(comparison(three(one, other)), "only")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They told China of it.", "Beijing was told of it."),
        ("They told China of it.", "Chinese ships came."),
        ("The Lutherans of Velm came. The Lutherans of Velm left.", "A Lutheran choir sang."),
    ],
)
def test_a_name_that_another_report_has_in_other_words(one: str, other: str) -> None:
    assert "names" not in sentences(comparison(three(one, other)), "only")


# Phrases that one text has no word of


PHRASE = "The minimum wage was raised. Nobody spoke of the minimum wage."


def test_a_phrase_of_all_others() -> None:
    found = sentences(comparison(long(PHRASE, "The mayor raised minimum wages.", "The pier was opened.")), "omission")
    line = next(line for line in found.splitlines() if line.startswith("C has no word of"))
    assert "“minimum wage”, which both other reports have." in line


@pytest.mark.parametrize("other", ["Wages rose.", "It is a minimum.", "The waged came."])
def test_a_word_of_the_phrase_is_enough(other: str) -> None:
    found = sentences(comparison(long(PHRASE, "The mayor raised minimum wages.", other)), "omission")
    assert "“minimum wage”" not in found


def long(*lines: str) -> list[Text]:
    return [("ABCDEFGHI"[at], "h", f"{line} {filler(950 + at, 16)}") for at, line in enumerate(lines)]


def test_a_text_about_the_matter_in_other_words() -> None:
    """Headlines share two words; the texts share what they open with."""
    near = "The new ferry of Velm was stopped. " + " ".join(
        f"{filler(970 + at, 2)} The ferry stays.\n\n" for at in range(9)
    )
    head = "Court halts new ferry law"
    other = "The court halts the law on the new ferry of Velm. " + " ".join(
        f"{filler(980 + at, 2)} The court spoke of the law.\n\n" for at in range(9)
    )
    of = comparison([("A", head, other), ("B", head + " again", other + "It was late."), ("C", head + " now", near)])
    assert "is about what most headlines share" not in sentences(of, "about")


# Charges of one report


KETTLE = "Kettle Group is large. Kettle Group owns the mill."


@pytest.mark.parametrize(
    "charge",
    [
        "The city accused Kettle Group of falsely counting ships. The city charged Kettle Group with stealing plans from "
        "the harbour.",
        "Kettle Group was blamed by many, amid accusations that it was stealing plans from the harbour.",
        "The company was blamed by many, amid accusations that it was stealing plans from the harbour.",
    ],
)
def test_a_charge_that_one_report_alone_carries(charge: str) -> None:
    found = sentences(comparison(three(f"{KETTLE} {charge}", KETTLE, KETTLE)), "only")
    assert (
        "A charge against Kettle Group that one report alone carries: “stealing plans from the harbour” (A)." in found
    )


@pytest.mark.parametrize(
    ("charge", "other"),
    [
        ("The city charged Kettle Group with stealing plans from the harbour.", "A thief stole the plans."),
        ("The city never charged Kettle Group with stealing plans from the harbour.", ""),
        ("“They charged Kettle Group with stealing plans from the harbour,” said Ada Holm.", ""),
        ("Kettle Group charged the city with stealing plans from the harbour.", ""),
    ],
)
def test_no_charge_of_one_report(charge: str, other: str) -> None:
    found = sentences(comparison(three(f"{KETTLE} {charge}", f"{KETTLE} {other}", KETTLE)), "only")
    assert "one report alone carries" not in found


# What one report tells


POWDER = "The lamplighter of Velm hid nine kegs of powder beneath the chapel floor."


def test_of_many_reports_a_sentence_with_names() -> None:
    brill = "The lamplighter Otto Brill hid nine kegs of powder beneath the chapel of Saint Anne."
    rest = ["The pier was opened."] * 8
    told = f"Told by one report, and by no other in similar words: “{brill[:-1]}” (A)."
    assert told in sentences(comparison(long(brill, *rest)), "only")
    assert "Told by one report" not in sentences(comparison(long(POWDER, *rest)), "only")  # no names
    again = "In the vault of Saint Anne lay nine barrels."
    assert "Told by one report" not in sentences(comparison(long(brill, again, *rest[1:])), "only")


@pytest.mark.parametrize("count", [4, 8])
def test_of_many_reports_no_captions_and_no_tweets(count: int) -> None:
    caption = "The lamplighter Otto Brill carries kegs of powder past the chapel of Saint Anne, May 4, 2025."
    tweet = "The lamplighter Otto Brill hid kegs of powder beneath the chapel pic.twitter.com/Velm by Lise Quill."
    own = "The lamplighter Otto Brill told Aaaa that kegs of powder lay beneath the chapel of Saint Anne."
    back = "The lamplighter Otto Brill of the Guild of Saint Anne in Ulm doubts that."
    for beside in (caption, tweet, own, back):
        texts = long(beside, *["The pier was opened."] * count)
        texts[0] = ("Aaaa", *texts[0][1:])
        told = sentences(comparison(texts), "only")
        assert "Told by one report" not in told
        assert "Told by A" not in told


def test_a_sentence_of_whose_words_no_other_report_has_most() -> None:
    found = sentences(comparison(long(POWDER, "The pier was opened.", "The pier was opened.")), "only")
    assert (
        "Told by A, and by no other report in similar words: “The lamplighter of Velm hid nine kegs of powder "
        "beneath the chapel floor”."
    ) in found


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (POWDER, "A lamplighter had powder in kegs, beneath the floor of the chapel."),
        (f"“{POWDER}”", "The pier was opened."),
        (POWDER.replace("The lamplighter of Velm", "He"), "The pier was opened."),
        (f"Ben Roe contributed to this report on {POWDER[4:]}", "The pier was opened."),
    ],
)
def test_a_sentence_that_is_not_told_by_one_report(line: str, other: str) -> None:
    found = sentences(comparison(long(line, other, "The pier was opened.")), "only")
    assert "powder" not in found


# Names that are none, voices that are told by a description


@pytest.mark.parametrize("name", ["Article 1 of the Velm Charter", "Coast National Harbour Analyst"])
def test_a_part_of_a_name_is_not_named_alone(name: str) -> None:
    found = sentences(comparison(three(f"They spoke of {name} Ben Roe.", "The pier was opened.")), "only")
    assert "Coast National" not in found
    assert "Article 1" not in found


def test_who_is_told_by_a_description_alone_is_not_listed_as_a_voice() -> None:
    line = f"{LONG} Police Officer Darren Roe was there. {filler(7, 2)} The officer yelled, “Where are you going? Hold it now!”"
    assert "Darren Roe (" not in sentences(comparison(three(line)), "voice")


# Who is not heard


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Trade lawyer Ben Roe said", True),
        ("President Ben Roe said", True),
        ("Shippers Association chief executive Ben Roe said", True),
        ("chief executive Ben Roe said", False),  # of the company, perhaps
        ("Ben Roe, the group’s president, said", False),
    ],
)
def test_a_company_that_no_text_quotes(who: str, told: bool) -> None:
    line = f"Solvo said that it had paid. The mill belongs to Solvo. Later Solvo said it again. “We keep to every rule of the port,” {who}."
    found = sentences(comparison(texts(line, line, line)), "voice")
    assert ("None of the three texts quotes Solvo" in found) is told


# Who says it, and what it is called


def test_somebody_who_is_told_something_is_not_quoted() -> None:
    line = "“We have built the longest pier of all,” she told the Lamp’s Ben Roe. “Nobody will ever take it from us.”"
    assert "quotes Ben Roe" not in sentences(comparison(three(f"Ada Holm came. {line}")), "source")


def test_a_scrap_in_another_text_is_a_quotation_too() -> None:
    scrap = "Ada Holm called it “the longest”."
    assert "Only A quotes Ada Holm" in sentences(comparison(three(LONG)), "source")
    assert "Only A quotes Ada Holm" not in sentences(comparison(three(LONG, scrap)), "source")


def test_a_scrap_of_what_another_text_picks() -> None:
    other = "“Our pilots will never leave this harbour,” said Ada Holm. She called it “the longest”."
    assert "different things" not in sentences(comparison(three(LONG, other)), "quotation")


def test_other_words_for_immigrants_without_papers() -> None:
    lines = ("Some illegal immigrants came.", "Some undocumented immigrants came.", "Ships came.")
    found = sentences(comparison(three(*lines)), "name")
    assert (
        "Different words for immigrants without papers: “illegal immigrants” (A) and “undocumented immigrants” (B)."
        in found
    )
    assert "Only A" not in found


@pytest.mark.parametrize(
    ("first", "head", "begun"),
    [
        ("Ships “lay” at anchor there.", "h", ""),
        ("Ships lay at anchor.", "", "“Ships lay at anchor” (A)"),
        ("Ships lay at anchor.\n\nVELM (NW) — Waves rose again.", "h", "“Waves rose again” (A)"),
    ],
)
def test_beginnings_without_a_scrap_a_headline_or_a_caption_before_the_dateline(
    first: str, head: str, begun: str
) -> None:
    bodies = (first, "Nobody came to the fair.", "Prices fell once more.")
    texts = [("ABC"[at], head if at == 0 else "h", f"{body}\n\n{filler(at)}") for at, body in enumerate(bodies)]
    found = sentences(comparison(texts), "lead")
    assert begun in found if begun else "How the reports begin" not in found


def test_the_credit_of_a_tweet_is_no_ending() -> None:
    assert NOTE.search("The pier is shut, now. — Ada Holm (@adaholm) May 4, 2026")
    assert not NOTE.search("The pier is shut - and so is the quay (since May).")


@pytest.mark.parametrize("mark", ["”", '"', "’"])
def test_a_mark_that_nothing_opens_is_not_shown(mark: str) -> None:
    assert in_marks(f"It was not needed at all,{mark} the board said", 14) == "It was not needed at all, the board said"
    assert in_marks("The pupils’ bread was not needed", 14) == "The pupils’ bread was not needed"


def test_a_hashtag_is_no_other_wording() -> None:
    said = "“I want to say that it will not work as well as it should{}” said Ada Holm."
    found = sentences(comparison(three(said.format(","), said.format(" #pierlife,"))), "quotation")
    assert "different words" not in found


def test_a_word_with_american_behind_it_is_no_country() -> None:
    said = "“I want to say that the harbour {} as well as it should,” said Ada Holm, a Russian-American."
    found = sentences(comparison(three(said.format("has not worked"), said.format("is not working"))), "quotation")
    assert "different words" in found
    assert "translation" not in found


@pytest.mark.parametrize(
    "first", ["Listen Comment on this story Gift Article Share.", "A clerk works in Velm on May 4, 2018.",
              "Mayor Ada Holm speaks in Velm, May 4, 2018.", "A kite flies over the town of Velm.", "Mayor Ada Holm",
              "Ships in a picture obtained from the Harbour Board.", "Update:",
              "A clerk weighs a crate in this undated photograph taken in Velm."]
)  # fmt: skip
def test_buttons_and_captions_are_no_beginning(first: str) -> None:
    bodies = (f"{first}\n\nShips lay at anchor.", "Nobody came to the fair.", "Prices rose again.")
    found = sentences(comparison([("ABC"[at], "h", body + " " + filler(at)) for at, body in enumerate(bodies)]), "lead")
    assert "How the reports begin: “Ships lay at anchor” (A)" in found


def test_a_department_may_have_many_voices() -> None:
    line = "The Trade Department said so. “We keep to every rule of the port,” said Ben Roe. The Trade Department knew."
    assert "Trade Department" not in sentences(comparison(texts(line, line, line)), "voice")


def test_of_three_reports_a_quotation_that_one_does_not_print() -> None:
    whole = "“We have built the longest pier of them all and paid for it,” said Ada Holm."
    texts = [("A", "Pier opens", f"The pier of Velm opened on Monday. {whole}")]
    texts += [("B", "Pier is open", f"In Velm a pier was opened by the mayor. {whole} Boats came.")]
    texts += [("C", "Pier opened", "On Monday they opened the pier of Velm, and the mayor was there.")]
    said = sentences(comparison(texts), "quotation")
    quoted = "We have built the longest pier of them all and paid for it"
    assert said == f"Printed alike in A and B, and not in C: “{quoted}” (Ada Holm)."
    texts[2] = (
        "C",
        "Pier opened",
        "On Monday they opened it. “It is the longest pier, we have built it and paid,” she said.",
    )
    assert "and not in C" not in sentences(comparison(texts), "quotation")
