"""Faults that showed in events of nine outlets, some of them versions of one story; each with an input of its own."""

from __future__ import annotations

import pytest

from framing.comparison.content.picks import runs
from framing.comparison.content.stems import beginning, beginnings, stem
from tests.comparison.statements.events import Text, comparison, filler, sentences

POST = "“In this hour of fog my thoughts are with the crews of the lost boats,”"


def of(*bodies: str) -> list[Text]:
    return [("ABCDE"[at], "Boats lost off Velm", f"{body} {filler(880 + at)}") for at, body in enumerate(bodies)]


def test_an_office_in_two_letters_before_a_surname() -> None:
    named = "Prime Minister Ada Holm will go to Velm. "
    quoted = "Prime Minister Ada Holm said: “The harbour shall have all the help that it needs from us.”"
    found = sentences(comparison(of(f"PM Holm went to Velm. {POST} PM Holm wrote.", quoted, named, "Pears.")), "source")
    assert "Ada Holm is quoted in A and B, named but not quoted in C" in found


@pytest.mark.parametrize(("other", "only"), [("a spokesman for the board said", False), ("", True)])
def test_only_one_quotes_somebody_whose_words_are_a_spokesmans_elsewhere(other: str, only: bool) -> None:
    words = "“Patience and pilots together are the pillars of this harbour”"
    second = f"{words}, {other}." if other else "The board met at noon."
    found = sentences(comparison(of(f"{words}, said Joan Kerr of the board.", second, "The pears are ripe.")), "source")
    assert ("Only A quotes Joan Kerr" in found) is only


def test_a_phrase_that_two_speakers_use_makes_no_quotation_of_the_other() -> None:
    kerr = "“The dues will fall on small and middling harbours for years, and nobody has asked them,” said Joan Kerr."
    fenn = "“We shall help the small and middling harbours of the coast as we always have,” said Tom Aldous."
    found = sentences(comparison(of(kerr, fenn, "The pears are ripe.")), "source")
    assert "Only A quotes Joan Kerr" in found
    assert "Only B quotes Tom Aldous" in found


def test_loaded_words_are_told_of_every_version_that_has_them() -> None:
    story = "Brutal thugs left a ghastly mess on the quay of Velm. " + filler(890, 14)
    texts = [
        ("Quay", "Quay of Velm", story),
        ("Mole", "Quay in Velm", f"The regime is back. {story}"),
        ("Pier", "Pears", filler(891, 14)),
        ("Lamp", "Lamps", filler(892, 14)),
    ]
    found = sentences(comparison(texts), "name")
    assert "“thugs”" in found
    assert "in Mole and Quay" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tragic", "tragedy"),
        ("chaos", "chaotic"),
        ("disastrous", "disasters"),
        ("furious", "fury"),
        ("centres", "center"),
        ("shots", "shot"),
        ("using", "use"),
    ],
)
def test_one_family_of_words(one: str, other: str) -> None:
    assert stem(one) == stem(other)
    assert beginning(stem(one)) == beginning(stem(other))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The driver was reckless.", True),
        ("Holm faces a charge of reckless homicide.", False),  # of law
        ("It was tied with a strip of tape.", False),  # a noun
        ("Pier is a reckless folly: Ada Holm", False),  # somebody's
        ("Our folk will never be so reckless.", False),
        ("Skip Twitter post by @adaholm\n\nThe driver may be reckless, and it went off.", False),  # a post
        ("The driver may be reckless. — Ada Holm (@adaholm) May 3, 2026", False),
        (f"{filler(895, 3)} It was reckless", False),  # where a text breaks off
    ],
)
def test_words_that_only_look_loaded(line: str, told: bool) -> None:
    begin = "Brutal thugs made a mess. " + filler(894, 8) + "\n\n"
    texts = [("A", "h", begin + line), *of("", "Pears.", "Plums.")[1:]]
    found = sentences(comparison(texts), "name")
    assert "“thugs”" in found
    assert ("“reckless”" in found or "“strip of”" in found) is told


@pytest.mark.parametrize(("elsewhere", "told"), [("The pears were ripe.", True), ("It was a horror.", False)])
def test_no_loaded_word_of_whose_family_another_text_has_one(elsewhere: str, told: bool) -> None:
    found = sentences(comparison(of("Brutal thugs made a horrific mess.", elsewhere, "Pears.")), "name")
    assert "“thugs”" in found
    assert ("“horrific”" in found) is told


@pytest.mark.parametrize(("credit", "told"), [(": Ada Holm", False), (" in Velm", False), (" in Velm.", True)])
def test_a_line_that_ends_in_a_name_or_has_no_stop_is_not_the_papers_own(credit: str, told: bool) -> None:
    found = sentences(
        comparison(of(f"Brutal thugs left a ghastly mess.\n\nPier is a horrific mess{credit}\n\n", "Pears.", "Plums.")),
        "name",
    )
    assert "“thugs”" in found
    assert ("“horrific”" in found) is told


@pytest.mark.parametrize(("word", "holds"), [("railway", True), ("railed", True), ("derail", False)])
def test_a_compound_is_of_the_family_of_its_first_word(word: str, holds: bool) -> None:
    corpus = comparison(of(f"The {word} is old.", "Pears.")).scores.corpus
    assert ("rail" in beginnings(corpus)) is holds


def test_a_scrap_may_be_the_remark_that_another_text_has_whole() -> None:
    texts = of(
        "“The harbour wall will stand for a hundred years,” said Ada Holm. “Nobody guilty” will be spared, Ada Holm said.",
        "“Those who built it badly will never be spared by me,” said Ada Holm.",
    )
    assert "Of what Ada Holm said" not in sentences(comparison(texts), "quotation")


def test_a_war_without_its_country_may_be_another() -> None:
    war = "The war in Yemen goes on and the fighting in Yemen spreads. "
    texts = of(
        war, war + "Pears.", war + "Plums.", "The board of Velm fears a price of the war in Ruritania.", "Pears."
    )
    texts = [(outlet, headline, body + filler(900 + at)) for at, (outlet, headline, body) in enumerate(texts)]
    found = sentences(comparison(texts), "theme")
    assert "E has no word of Yemen or the war; A, B and C have (“war”)." in found


def test_a_hedge_in_two_words() -> None:
    texts = of(
        "Close to 900 people were injured.", "Some 700 people were injured.", "At least 500 people were injured."
    )
    assert "close to 900 (A)" in sentences(comparison(texts), "number")


@pytest.mark.parametrize("second", ["is believed to be 278", "from the collision of two boats off Velm rose to 278"])
def test_a_text_with_two_tolls_gives_none(second: str) -> None:
    first = "In all 261 people were killed."
    texts = of(
        f"{first} The death toll {second}.", "At least 240 people were killed.", "At least 220 people were killed."
    )
    found = sentences(comparison(texts), "number")
    assert "240 (B)" in found
    assert "261" not in found


def test_nobody_is_missing_whom_a_text_spells_otherwise() -> None:
    named = "Minister Aswini Vaishnor saw the boats. "
    texts = of(named, named + "Pears.", "The fog fell. " * 3 + "Later Aswani Vaishnav came.", "Plums.", "Figs.")
    assert "Vaishnor is named in the first" not in sentences(comparison(texts), "lead")
    other = of(named, named + "Pears.", "The fog fell. " * 3 + "Later the minister came.", "Plums.", "Figs.")
    assert "Vaishnor is named in the first" in sentences(comparison(other), "lead")


def test_runs_know_no_case() -> None:
    assert runs("The pier is open.") == runs("“the PIER is open”") != set()


def test_a_hedge_that_stays_somewhere_was_not_taken_out() -> None:
    story = "It is perhaps late. Perhaps it rains. " + filler(700, 16)
    rewrite = "The regime’s grave threat is a plot. Brutal thugs run it. It is perhaps late. It rains. " + filler(
        700, 16
    )
    texts = [("Reuters", "Harbour at dusk", story), ("Quay", "Harbour", rewrite), ("Mole", "Pears", filler(701, 16))]
    made = comparison(texts, ["2024-01-02", "2024-01-03", "2024-01-03"])
    found = sentences(made, "version")
    assert "brought in" in found
    assert "“perhaps”" not in found
    assert "perhaps" not in " ".join(made.accounts.filter(source_outlet="Reuters", outlet="Quay")["account"]).lower(), (
        "the account tells the same changes"
    )


def test_a_surname_in_another_spelling_is_nobody_else() -> None:
    said = ", “the harbour shall have all the help that it needs”."
    story = filler(910, 14)
    texts = [
        ("Quay", "Help", f"Joan Ardern said{said} {story} Later Arden said, “that is all there is to tell you”."),
        ("Mole", "Help", f"Joan Ardern said{said} {story}"),
        ("Pier", "Pears", filler(911, 14)),
        ("Lamp", "Lamps", filler(912, 14)),
    ]
    assert "Arden is quoted only" not in "".join(one.sentence for one in comparison(texts).statements)


@pytest.mark.parametrize(("time", "differs"), [("at 12:30 pm", False), ("at 2 pm", True)])
def test_just_after_midday_may_be_half_past(time: str, differs: bool) -> None:
    texts = of("The march in Velm began just after midday.", f"The march in Velm began {time}.", "Pears.")
    assert ("different times" in sentences(comparison(texts), "number")) is differs
