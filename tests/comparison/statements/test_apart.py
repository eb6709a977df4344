"""A text that has little in common with the rest."""

from __future__ import annotations

from tests.comparison.statements.events import comparison, filler, sentences

SHARED = [
    "The council of Velm closed the northern pier for repairs.",
    "Divers found long cracks beneath the wooden pillars.",
    "Fishermen must unload their boats at the southern quay.",
    "Harbour master Ada Holm promised temporary berths for trawlers.",
    "Engineers will replace the rotten planks before winter storms.",
    "Ferry passengers walk along the muddy breakwater instead.",
    "Shopkeepers near the lighthouse complain about missing customers.",
    "The regional treasury pays half of the masonry.",
]

AGAIN = [
    "For repairs, the northern pier in Velm is shut.",
    "There are cracks beneath its pillars, divers said.",
    "Boats of the fishermen unload at the quay.",
    "Berths for trawlers were promised by the harbour master.",
    "Before the winter storms, planks are to be changed by engineers.",
    "The breakwater is muddy, and ferry passengers have to walk there.",
    "Customers are missing, shopkeepers by the lighthouse say.",
    "Half of the masonry is paid by the treasury.",
]


def told(*bodies: str) -> str:
    return sentences(comparison([("ABC"[at], "h", body) for at, body in enumerate(bodies)]), "about")


def test_a_text_that_tells_of_other_things() -> None:
    found = told(" ".join(SHARED), " ".join(AGAIN), f"{filler(900, 9)} {AGAIN[3]}")
    assert "C has little in common with the other reports: one of its nine sentences shares three words" in found
    assert "of each other text at least 88 % do" in found


def test_a_text_that_has_as_much_in_common() -> None:
    third = " ".join(f"{one[:-1]}, a clerk knew." for one in reversed(AGAIN))
    assert "little in common" not in told(" ".join(SHARED), " ".join(AGAIN), third)


def test_of_two_each_may_tell_of_its_own() -> None:
    assert "little in common" not in told(" ".join(SHARED), f"{filler(900, 9)} {AGAIN[3]}")


def test_the_same_in_other_words_has_the_names_of_the_others() -> None:
    names = " Ada Holm of Velm spoke to Ilse Varn and Otto Brill."
    other = f"{filler(900, 9)} {AGAIN[3]}"
    told_too = told(" ".join(SHARED) + names, " ".join(AGAIN) + names, other + names)
    assert "little in common" not in told_too
    assert "little in common" in told(" ".join(SHARED) + names, " ".join(AGAIN) + names, other)
