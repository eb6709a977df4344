"""What somebody is charged with: words of wrongdoing, and what stands in *accused of*, *charged with*, *blamed for*.

A word of the list is a charge beside a name. Any other word is one only in such a frame, which also tells who is
accused: *Holm, accused of hiding the report*; *the union accuses Holm of hiding the report*. Who *was arrested on
suspicion of* a word of the list is accused, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP

_WRONGS = {
    stem(word)
    for word in (
        "spy spying espionage surveillance steal theft fraud defraud bribe bribery corruption embezzle kickback "
        "murder torture rape assault "
        "harass harassment abuse violate violation launder laundering hack hacking poison genocide atrocity massacre "
        "discriminate "
        "discrimination pollute cheat doping collude collusion meddle meddling interfere interference sabotage "
        "smuggle trafficking evade "
        "evasion plagiarism perjury extortion blackmail negligence misconduct forgery forge sanctions-busting "
        "insider-trading slander "
        "defamation loot looting kidnap abduct bully bullying racism antisemitism misuse mismanage cover-up "
        "conspiracy conspire exploit backdoor snoop snooping mislead misled misleading deceive deception falsify "
        "overcharge overcharging underpay underpaying rig rigging tamper tampering manipulate manipulation "
        "price-fixing profiteering malpractice"
    ).split()
}
_ALSO = {  # one charge in several words
    stem("espionage"): stem("spy"), stem("surveillance"): stem("spy"), stem("snoop"): stem("spy"),
    stem("misled"): stem("mislead"), stem("deceive"): stem("mislead"), stem("underpaid"): stem("underpay"),
    stem("overcharged"): stem("overcharge"), stem("bribery"): stem("bribe"), stem("negligent"): stem("negligence"),
}  # fmt: skip
_BREAKING = re.compile(
    r"\b(?:br(?:eak|eaks|oke|oken|eaking)|violat\w+|flout\w*|breach\w*|circumvent\w*)(?: [\w’'-]+){0,3}? "
    r"(?P<what>laws?|rules?|regulations?|sanctions|embargo|treaty)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"\b(?:(?P<verb>accus(?:es?|ed|ing)|suspect(?:s|ed)?|charg(?:es?|ed|ing)|blam(?:es?|ed|ing))"
    r"(?P<object>(?: [^\s,.;:“”\"]+){0,6}?)(?:, (?:who|which|whose)\b[^,.;“”\"]{2,80},)? (?P<link>of|with|for)"
    r"|(?:accusations?|allegations?|charges|suspicions?) of)"
    r"(?: \w+ly)? (?P<what>[\w-]+(?: [\w’'-]+){0,4})",
    re.IGNORECASE,
)
_ARREST = re.compile(  # "Holm was arrested in Velm on suspicion of spying"
    r"\b(?:is|was|were|been|being) (?:arrested|detained|held|jailed|indicted)(?: [^\s,.;:“”\"]+){0,6}? (?:on|over|for) "
    r"(?:\w+ )?(?:suspicions?|charges|allegations?|accusations?) of(?: \w+ly)? (?P<what>[\w-]+(?: [\w’'-]+){0,4})",
    re.IGNORECASE,
)
_LINK = {"accus": "of", "suspe": "of", "charg": "with", "blame": "for", "blami": "for"}
_LIGHT = frozenset(
    "taking making having being doing giving using trying failing helping letting getting involvement role part counts "
    "count several serious multiple two three four five six illegal illegally secretly deliberately knowingly acts "
    "act".split()
)
_ASIDE = re.compile(
    r"(?:, (?:an?|the|who|which|whose|its|his|her|\d+)\b[^,;]*|,? who\b[^;]*), "
    r"(?:(?:has|have|had|is|are|was|were|been|now|also|stands?) ){0,3}$"
)
_SUBJECT = re.compile(
    r"\b(?:said|says|that|after|when|because|while|but|one of (?:the|its|their|his|her) \w+|he|she|they|it)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r",[^,;]{2,80}, who (?:(?:has|have|had|is|are|was|were|been) ){0,2}$")
PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be|stands?|stood)(?: \w+ly| also| now)? $", re.IGNORECASE)


def words_of(charge: str) -> set[str]:
    """The stems of the words for one charge: *mislead*, *misled* and *deceive*."""
    one = _ALSO.get(charge, charge)
    return {one, charge, *(word for word, other in _ALSO.items() if other == one)}


@dataclass(frozen=True)
class Frame:
    """A charge in a frame. accused: where in the text they are named, before the verb or behind it; None: not told."""

    charge: str
    accused: tuple[int, int] | None
    start: int


def frames(text: str) -> Iterator[Frame]:
    """The charges of a sentence that stand in frames."""
    for match in _ARREST.finditer(text):
        listed = sorted(named(match["what"]))
        if listed:
            yield Frame(listed[0], _before(text[: match.start()]), match.start())
    for match in _FRAME.finditer(text):
        verb = (match["verb"] or "").lower()
        if verb and _LINK[verb[:5]] != match["link"].lower():
            continue
        listed = sorted(named(match["what"]))
        if not listed and verb.startswith("charg") and match["what"].split()[0].endswith("ing"):
            continue  # "charged with running the school": an office
        if not listed and verb.startswith("blam") and not match["what"].split()[0].endswith("ing"):
            continue  # "blamed Holm for the rain": no deed
        charge = listed[0] if listed else _head(match["what"])
        if charge is None:
            continue
        if not verb:
            yield Frame(charge, None, match.start())
        elif match["object"].strip():
            yield Frame(charge, match.span("object"), match.start())
        elif PASSIVE.search(text[: match.start()]) or not verb.endswith(("s", "e", "ing")):
            yield Frame(charge, _before(text[: match.start()]), match.start())


def _before(text: str) -> tuple[int, int]:
    """Where those stand who are accused before a verb.

    Behind the last *said*, *after* or pronoun, without what stands in commas behind them (*Holm, a clerk at Kettle
    Group,*); nowhere where it is not told to whom *who* belongs.
    """
    aside = _ASIDE.search(text)
    high = aside.start() if aside else len(text)
    if _WHO.search(text):
        return high, high
    return max((match.end() for match in _SUBJECT.finditer(text, 0, high)), default=0), high


def named(text: str) -> set[str]:
    """Charges of the list in a text: stems."""
    found = {_ALSO.get(word, word) for word in map(stem, re.findall(r"[\w-]+", text.lower())) if word in _KNOWN}
    return found | {f"breaking {hit['what'].lower().rstrip('s')}s" for hit in _BREAKING.finditer(text)}


_KNOWN = _WRONGS | _ALSO.keys()


def _head(what: str) -> str | None:
    """The first telling word of what somebody is accused of."""
    words = [word.lower() for word in re.findall(r"[\w-]+", what)]
    telling = [word for word in words if word not in STOP and word not in _LIGHT and len(word) > 3 and word.isalpha()]
    first = next((stem(word) for word in telling), None)
    return _ALSO.get(first, first) if first else None


def shown(charge: str, texts: list[str]) -> str:
    """A charge as these texts print it: the stem where it is a word of theirs, else the form that most of them have."""
    forms = [
        {" ".join(hit[0].split()) for hit in _BREAKING.finditer(text) if charge in named(hit[0])}
        if " " in charge
        else {word for word in re.findall(r"[\w-]+", text.lower()) if _ALSO.get(stem(word), stem(word)) == charge}
        for text in texts
    ]
    every = {word for some in forms for word in some}
    best = min(every, key=lambda word: (-sum(word in some for some in forms), word), default=charge)
    return charge if charge in every else best
