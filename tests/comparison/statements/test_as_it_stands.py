"""What is shown of a text is whole, its own, and no more than the text says."""

from __future__ import annotations

import pytest

from tests.comparison.statements.events import Text, comparison, filler, sentences

PIER = "The pier of Velm is shut."
OUTLETS = ("Gull", "Lamp", "Quay")


def of(*lines: str, outlets: tuple[str, ...] = OUTLETS) -> list[Text]:
    return [
        (outlets[at], "Pier of Velm shut", f"{PIER} {line} {filler(720 + at, 14)}") for at, line in enumerate(lines)
    ]


PEARS, LAMPS = "The pears are ripe.", "The lamps are lit."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Ilse Varn, a diver, came.", "Ilse Varn (“a diver”)"),
        ("The uncle of Ilse Varn came to the pier twice.", "Ilse Varn."),
        ("Under Ilse Varn, the piers have all been shut.", "Ilse Varn."),
        ("Ilse Varn, the mayor; rain fell on us.", "Ilse Varn (“the mayor”)"),
    ],
)
def test_what_stands_behind_a_name_is_said_of_it(line: str, shown: str) -> None:
    found = sentences(comparison(of(line, PEARS, LAMPS)), "only")
    assert f"Only Gull names {shown.removesuffix('.')}" in found
    assert (" (“" in found) is ("(“" in shown)


@pytest.mark.parametrize(
    ("line", "other", "told"),
    [
        ("They hold that Mayor Holm misled the council, who was accused of it.", PEARS, False),
        ("Mayor Ada Holm was accused of having misled the whole council on piers.", "It did mislead them.", False),
        ("Accusations that Mayor Ada Holm had misled the whole council were false.", PEARS, False),
        ("Mayor Ada Holm was accused of having misled the whole council on piers.", PEARS, True),
    ],
)
def test_a_charge_in_another_form_or_a_false_one(line: str, other: str, told: bool) -> None:
    named = " Mayor Ada Holm came."
    found = sentences(comparison(of(line, other + named, LAMPS + named)), "only")
    assert ("charge against Ada Holm" in found) is told


def test_figures_of_a_range_that_another_text_has() -> None:
    line = "The board counted 13 to 15 million people on the pier."
    alone = sentences(comparison(of(line, PEARS, LAMPS)), "only")
    assert "15 million people" in alone
    beside = sentences(comparison(of(line, "Over the pier went 14.8 million people.", LAMPS)), "only")
    assert "15 million people" not in beside


def test_a_sum_that_is_near_the_one_that_is_lacking_is_told() -> None:
    line = "The pier will cost the city $1 billion in all."
    found = sentences(comparison(of(line, line, "The pier will cost the city $1.2 billion.")), "omission")
    assert "Quay does not give the figure “$1 billion”; both other reports do; it has “$1.2 billion”." in found


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "The pier belongs to Ada Holm and her firm, who did not respond to requests for comment on “the deal”.",
            "The pier",
        ),
        (
            "Mayor Ada Holm was not there. Her office did not return calls.",
            "Mayor Ada Holm was not there. Her office did",
        ),
    ],
)
def test_who_gave_no_comment_is_told_with_the_name(line: str, shown: str) -> None:
    assert f"Who gave no comment: “{shown}" in sentences(comparison(of(line, PEARS, LAMPS)), "source")


@pytest.mark.parametrize(
    ("outlet", "line", "shown"),
    [
        (
            "HuffPost",
            "Ada Holm, the pilot, told The Huffington Post that it was shut.",
            "told The Huffington Post that it was shut”",
        ),
        ("Gull", "The rope of the pier is old. It was never bought, pilots told Gull.", "“It was never bought, pilots"),
        (
            "Gull",
            "She knew nothing of the warning which pilots have told Gull amounted to “a flag”.",
            "pilots have told Gull”",
        ),
        (
            "Gull",
            "A pilot here told Gull that she had turned it down.",
            "“A pilot here told Gull that she had turned it down”",
        ),
    ],
)
def test_what_an_outlet_was_told_itself(outlet: str, line: str, shown: str) -> None:
    found = sentences(comparison(of(line, PEARS, LAMPS, outlets=(outlet, "Lamp", "Quay"))), "source")
    assert "What an outlet says it has seen or been told itself, among others: " in found
    assert shown in found
    assert "amounted" not in found


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ABC News reported that the pier was shut.", "credits ABC"),
        ("Ada Holm told The Guardian that it was shut.", "credits The Guardian"),
        ("Ada Holm told The Guardian Ökofest that it was shut.", ""),
        ("ABC News reported incorrectly that the pier was open.", ""),
        ("The harbour board analysts said so. It was the report of the Harbour Board for Velm.", ""),
        ("Analysts said that the pier would be shut.", "“Analysts”"),
        ("Analysts said that the pier would be shut. " + PEARS * 20 + " Ada Holm, a pier analyst, said so.", ""),
    ],
)
def test_media_and_voices_that_a_text_rests_on(line: str, told: str) -> None:
    found = sentences(comparison(of(line, PEARS, LAMPS)), "source")
    assert told in found
    assert told or ("credits" not in found and "nalysts" not in found)


def test_a_passage_is_shown_in_one_piece() -> None:
    line = "“The hounds of the old kennel {} we fed the grey hounds of the kennel each single morning,” Ada Holm said."
    texts = of(line.format("guard the gate, and"), line.format("sleep now, for"), LAMPS)
    assert (
        "Gull and Lamp print words of Ada Holm that Quay does not: “we fed the grey hounds of the kennel each single "
        "morning”." in sentences(comparison(texts), "theme")
    ), "not joined with *the hounds of the old kennel*"


@pytest.mark.parametrize(
    ("head", "text", "told"),
    [
        ("The pier is brutal on boats", "It was a boat-brutal pier.", False),
        ("The pier is brutal on boats", "It was a boat pier.", True),
    ],
)
def test_a_word_of_a_headline_that_its_text_has_behind_a_hyphen(head: str, text: str, told: bool) -> None:
    texts = [("Gull", head, f"{PIER} {text} {filler(741, 30)}"), *of(PEARS, LAMPS, outlets=("Lamp", "Quay"))]
    assert ("says “brutal”" in sentences(comparison(texts), "headline")) is told


BLOCK = "The pier gave all of these boats a fresh start in a quiet harbour and they opted to take advantage of it all."


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("", True),
        ('\n\n"The boats were old and these people did not care for them.\n\n', False),
        ("Holm added:\n\n", False),
    ],
)
def test_words_in_common_that_may_be_quoted(before: str, told: bool) -> None:
    texts = of(f"{before}{BLOCK} The rest was lost.", f"It is so. {BLOCK} The rest was lost.", LAMPS)
    assert ("Word for word the same" in sentences(comparison(texts), "family")) is told


@pytest.mark.parametrize(
    ("line", "why"),
    [("As told (via Politico):", "Gull credits Politico."), ("It is so.", "they have a source in common")],
)
def test_who_has_it_from_whom_is_told_where_it_is_credited(line: str, why: str) -> None:
    texts = of(
        f"{line} Well. {BLOCK} The rest is lost.",
        f"Now. {BLOCK} The rest is out.",
        LAMPS,
        outlets=("Gull", "Politico", "Quay"),
    )
    assert why in sentences(comparison(texts), "family")


def test_words_for_one_war_beside_both_of_its_countries() -> None:
    texts = [
        ("Gull", "Talks", f"They spoke of the Russian aggression in Kyiv. {filler(751, 10)}"),
        ("Lamp", "Talks", f"They spoke of the Russian war. Moscow’s invasion came. {filler(752, 10)}"),
        (
            "Quay",
            "Talks",
            f"It was a Russian invasion, a Russian aggression, and the war in Ukraine. {filler(753, 10)}",
        ),
    ]
    found = sentences(comparison(texts), "name")
    assert "“aggression” (Gull and Quay)" in found
    assert "“war” (Lamp and Quay)" in found
