"""Whether a text may mean what it does not name: a law, a disease, a site by its address, somebody's lawyer."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Names for what has a name of its own, or for people who have: whoever lacks them may have those.
BYNAMES = frozenset(
    {"Beltway", "Big Apple", "Capitol Hill", "Emerald Isle", "First Family", "First Lady", "Founding Fathers"}
) | {"Holy Land", "Holy See", "Motor City", "Silicon Valley"}
_LAWS = frozenset({"act", "bill", "law", "amendment"})
_A_LAW = re.compile(r"\b(?:laws?|bills?|legislation|measures?|package)\b")
# Places that a text may mean by another name.
_ALSO = {
    "new york city": r"\bmanhattan\b|\bnew york\b", "manhattan": r"\bnew york\b|\bground zero\b",
    "world trade center": r"\bground zero\b|\btwin towers\b", "newtown": r"\bsandy hook\b|\bconnecticut school\b",
    **dict.fromkeys(("blue house", "elysee palace", "élysée palace"), r"\bpresidential (?:office|palace)\b"),
}  # fmt: skip
_AREAS = frozenset("sector region district area county".split())
_COVID = re.compile(r"\b(?:pandemic|coronavirus|virus|outbreak)\b")
_ADDRESS = 8  # letters of a name that an address may have as one word
_TITLED = re.compile(r"\b(Judge|Sheriff|Prosecutor|District Attorney|Inspector General|Police Chief|Superintendent) $")
_SENATOR = re.compile(r"\b(?:Sens?\.|[Ss]enators?),? (?:[\w.()-]+,? ){0,4}$")
_KIN = "wife|husband|partner|spouse|fiancée?|girlfriend|boyfriend"
_ROLE = (
    r"(?P<role>lawyer|attorney|counsel|spokes(?:man|woman|person)|chief of staff|press secretary|"
    rf"inspector general|district attorney|prosecutor|coroner|ambassador|sheriff|police chief|{_KIN})"
)
_COURT = re.compile(r"\b(?:\w+ court|court of appeals)\b")
_AHEAD = re.compile(rf"\b{_ROLE}\b[^.;:“”\"\n]{{0,40}}$")
_BEHIND = re.compile(rf"(?:, |\s\()[^.;:“”\"\n]{{0,40}}\b{_ROLE}\b")
_REACH = 70  # characters before and behind a name in which a role stands
_ALIKE = {"lawyer": "lawyers?|attorneys?|counsel", "attorney": "lawyers?|attorneys?|counsel"}
_ALIKE |= dict.fromkeys(_KIN.replace("?", "").split("|"), f"{_KIN}|marri(?:ed|age)")
_ALIKE |= {"counsel": _ALIKE["lawyer"], "chief of staff": "aides?|chief of staff"}


def may_mean(item: str, low: str) -> bool:
    """Whether a text, in small letters, has a word for a law or a pandemic that it does not name, a name as an address,
    the same kind of court, the acronym in a name, a place by another name."""
    words = item.lower().split()
    if (court := _COURT.search(item.lower())) and court[0] in low:
        return True
    letters = (word.lower() for word in item.split() if word.isupper() and word.isalpha() and len(word) > 2)
    if len(words) > 1 and any(re.search(r"\b" + r"\.?".join(word) + r"\b", low) for word in letters):
        return True  # "NCAA Final Four", where a text has the N.C.A.A. tournament
    if len(words) == 1 and re.search(rf"\b{re.escape(words[0])}(?:e?rs?)\b", low):
        return True  # Dream, Dreamers
    if words[-1] == "state":
        return True  # the Empire State
    if words[-1] in _LAWS and _A_LAW.search(low):
        return True
    if item.lower() in _ALSO and re.search(_ALSO[item.lower()], low):
        return True
    if len(words) == 2 and words[-1] in _AREAS and re.search(rf"\b{re.escape(words[0])}\b", low):
        return True  # the Yuma Sector, the Yuma region
    if words[0].startswith("covid") and _COVID.search(low):
        return True
    address = "".join(words)
    return len(words) > 1 and len(address) >= _ADDRESS and address in low


def roles(texts: dict[str, str], places: Iterable[tuple[str, int, int]]) -> set[str]:
    """The forms by which a text may mean somebody (patterns): by whose lawyer, spokesman or wife they are said to be,
    or by an office that many hold: *Judge Ada Holm*, *a judge*.

    places: article, start, end of the name.
    """
    found = set()
    for article, start, end in places:
        text = texts[article]
        ahead, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if title := _TITLED.search(ahead):
            found.add(title[1].lower())
        if _SENATOR.search(ahead):
            found.add(r"both (?:[\w.]+ ){0,3}senators")
        for hit in (_AHEAD.search(ahead), _BEHIND.match(behind)):
            if hit:
                role = hit["role"]
                found.add(_ALIKE.get(role, r"spokes\w+|aides?" if role.startswith(("spokes", "press")) else role))
    return found
