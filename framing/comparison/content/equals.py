"""Words that plainly mean the same: whoever has another one of them does not lack the first. Crude, for silence."""

from __future__ import annotations

from framing.comparison.content.stems import stem

_SAME = [
    frozenset(stem(word) for word in words.split())
    for words in (
        "pandemic covid coronavirus covid-19 virus", "firearm gun weapon rifle", "employee worker staff",
        "vaccine shot jab", "vehicle car truck", "kid child", "aircraft plane jet", "lawyer attorney",
        "physician doctor", "cop police officer", "business company firm", "migrant immigrant asylum",
        "probe investigation inquiry", "legislation bill law act statute measure",
        "spending funding budget expenditure money fund cash", "magazine clip", "daughter sister", "son brother",
        "husband wife spouse", "lawmaker legislator congressman congresswoman senator representative",
        "candidate contender hopeful nominee", "organization organisation group", "restriction limit curb",
        "protest demonstration rally march", "fatality death dead killed died", "blaze fire", "jail prison",
        "film movie", "flood flooding mudslide landslide debris",
        "author writer", "teacher educator", "student pupil", "election vote ballot poll electoral voter",
        "storm hurricane", "tax levy", "military army troop soldier", "marijuana cannabis weed pot", "future fate",
        "treaty agreement deal accord pact", "risk chance odds danger", "strike attack hit raid", "racial racist",
        "remark comment statement", "missile rocket", "ship vessel boat", "crash accident collision",
        "suspect gunman shooter attacker", "murder homicide killing", "earthquake quake", "petrol gasoline fuel",
        "oil crude petroleum", "holiday vacation", "baby infant newborn", "house home", "ailment illness disease",
    )
]  # fmt: skip
_MEANT = {word: words - {word} for words in _SAME for word in words}


def equals(root: str) -> frozenset[str]:
    """The stems that mean the same as a stem."""
    return _MEANT.get(root, frozenset())
