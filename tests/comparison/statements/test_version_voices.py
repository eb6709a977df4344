"""Whom versions of one report quote, and with which words."""

from __future__ import annotations

from tests.comparison.statements.events import Text, comparison, filler, sentences

STORY = "\n\n".join(filler(seed, 4) for seed in range(960, 966))
HOLM = "“The pilots are piling planks on the long quay of Velm,” Ada Holm said."
LATER = "“Gangs from the islands were very busy there all night,” Ada Holm said."
ROE = "“They use the planks to slander my union and me,” Ben Roe said."


def texts(*lines: str) -> list[Text]:
    found: list[Text] = [("ABC"[at], "Quay blocked", f"{STORY}\n\n{line}") for at, line in enumerate(lines)]
    return [*found, ("D", "Quay of Velm", filler(970, 30))]


def test_other_words_of_one_person() -> None:
    assert (
        "Versions of one report quote Ada Holm with different words: “The pilots are piling planks on the long quay of "
        "Velm” (A and B); “Gangs from the islands were very busy there all night” (C)."
    ) in sentences(comparison(texts(HOLM, HOLM, LATER)), "version")
    shared = "“The pilots are piling planks on the long quay of all,” Ada Holm said."
    assert "different words" not in sentences(comparison(texts(HOLM, HOLM, shared)), "version")


def test_words_that_a_version_lacks() -> None:
    named = "Ben Roe of the union was blamed for it."
    lacks = (
        "C, a version of the same report, lacks words of Ben Roe that A and B print: “They use the planks to slander my"
    )
    assert lacks in sentences(comparison(texts(ROE, ROE, named)), "version")
    for told in ("Ben Roe said that the planks were used to slander his union.", "Nobody was blamed for it."):
        assert "lacks words of Ben Roe" not in sentences(comparison(texts(ROE, ROE, told)), "version")
