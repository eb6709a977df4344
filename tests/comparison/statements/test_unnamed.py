"""Whom a text about something else does not name, though all others have them on top."""

from __future__ import annotations

from tests.comparison.statements.events import Text, comparison, filler, sentences

OPENS = (
    "Ada Holm opened the long pier of Velm with a key on Monday. ",
    "The long pier of Velm was opened with a key by Ada Holm on Monday. ",
)
AGAIN = "The pier of Velm is open, Holm told a crowd of pilots. "
ASIDE = "Snow fell upon the upper dales all night and trains stood still in the drifts. "
SNOW = (
    "Engines froze. Drivers dug. Passengers slept beneath coats upon platforms. Hens died. Roofs sagged under ice. "
    "Farmers brought soup. Telegraph wires snapped, signals failed, shovels broke. Thaw is not expected till Sunday. "
    "Sledges hauled milk. Wolves howled. Timber ran short. Schools closed early. Bakeries sold out by nine."
)


def texts(aside: str, again: str = AGAIN) -> list[Text]:
    found: list[Text] = [
        ("AB"[at], "Pier of Velm opened with a key", f"{line}{again}The pier is long. {filler(940 + at)}")
        for at, line in enumerate(OPENS)
    ]
    return [*found, ("C", "Trains stuck in snow", f"{aside}{SNOW} {filler(950, 6)}")]


def test_a_text_about_something_else_does_not_name_whom_the_others_have_on_top() -> None:
    line = "C does not name Ada Holm, whom both other reports name in the headline or the first two sentences."
    assert line in sentences(comparison(texts(ASIDE)), "about")


def test_not_where_she_is_named_or_the_others_name_her_once() -> None:
    for told in (texts(f"{ASIDE} Ms. Holm was away. "), texts(ASIDE, "The pier of Velm is open, they told pilots. ")):
        assert "does not name" not in sentences(comparison(told), "about")
