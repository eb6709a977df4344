"""The names in a run of words with a capital: what opens a sentence, offices, parties and days are cut off.

*Commerce Secretary Wilbur Ross* is Wilbur Ross, *Republican Cory Gardner* a party and a person, *Detroit Monday* is
Detroit, *governor of Arkansas Mike Huckabee* a state and a person; *Republican National Committee* stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from framing.comparison.content.vocabulary import (
    ADJECTIVES,
    BEHIND_NAMES,
    BENCHES,
    BODIES,
    BODY_LEADS,
    COMMON,
    COMPANY,
    COUNTED,
    CROWDS,
    DEMONYMS,
    LABELS,
    NAMED_SO,
    NATIONS,
    NUMBER_WORDS,
    OFFICES,
    OPENING_VERBS,
    ORGANISATIONS,
    PAIRS,
    PARTICLES,
    PARTIES,
    PARTY_NAMES,
    POSTS,
    SMALL_WORDS,
    STATES,
    STOP,
    TITLES,
    TOPICS,
)
from framing.text.typography import CAPITALS

OFTEN = 3  # times side by side, from which a small word with a capital ends a name
LONGEST = 9  # words of a name; a longer run is a headline or a list
LINKS = frozenset(("of", "for", "to", "on", "the", "and", "&", "v", *PARTICLES))
_NO_PERSON, _NO_TOPICS = ORGANISATIONS | (LINKS - PARTICLES), BODIES | PARTIES | TITLES
_MATTERS, _PLAIN, _PARTS = BODIES | TOPICS, TITLES | STOP | COMMON, BODIES | LINKS
SPLIT_OFF = frozenset("US USA UK EU UN".split())  # "US Treasury" is two names
# Behind these "General", "Justice" and the like are no offices: "General Electric", "Justice Department".
_NO_OFFICE = (BODIES - TITLES) | COMPANY | frozenset("electric mills dynamics atomics".split())
_ENDING = re.compile(r"(?:ing|ed|ly)$")  # of words that open a sentence: "Relaxing HARB rules", "Asked Wednesday"
_MEMBERS = frozenset("MP MSP MEP MLA".split())  # "Labour MP Ada Holm"
_CHAMBERS = frozenset("house senate congress parliament".split())  # bodies that are names without more words
# No names when alone: abbreviated states that are words as well, zones of time, numbers of parts and crowns.
_CRUMBS = frozenset(
    "va pa la md mo ga ky vt mass ill ind wash ore miss wyo del et est gmt pst utc ii iii iv vi ngo ngos ceo ceos cfo "
    "tv id ids dna atm atms suv suvs ev evs pr gdp mp mps llc inc pac pacs er icu icus faq vip pm am rv diy pdf url ok "
    "rip asap hey wait oh yes okay ok sorry thanks bravo wp presented".split()
)
_NOUNS = frozenset(  # Freedom of Information, Call of Duty
    "freedom right bill declaration statue medal code articles order call game world".split()
)
_TO = frozenset({("notice", "appear"), ("right", "life"), ("right", "work")})
_ON = frozenset("council committee commission conference institute subcommittee convention center centre".split())
_ROMAN = re.compile(r"(?:Part|Chapter|Volume|Act|Phase|Tier|Stage|Episode|Appendix) (?:[IVX]{1,4}|One|Two|Three|\d+)")
_GLUED = re.compile(rf"(?:Photo)?Credit[{CAPITALS}]")


@dataclass(frozen=True)
class Known:
    """What the corpus tells of its words.

    inside: capitals inside sentences, so names; small: words seen in small letters; acronyms: words all in capitals;
    pairs: how often two capitals stand side by side inside sentences (the first of a sentence is in none);
    owned: words that belong to the name of their one owner, *Vineyard* to Martha's.
    """

    inside: frozenset[str]
    small: frozenset[str]
    acronyms: frozenset[str]
    pairs: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    owned: frozenset[str] = frozenset()


def pieces(words: tuple[str, ...], first: bool, headline: bool, of: Known) -> Iterator[tuple[int, int]]:
    """The names in a run: from, to. first: the run opens a sentence; headline: it stands in one."""
    for low, high in _stretches(words, first, headline, of):
        for start, end in _joined(words, low, high, headline, of):
            for left, right in _parted(words, start, end, of):
                yield from _trimmed(words, left, right, of)


def _stretches(words: tuple[str, ...], first: bool, headline: bool, of: Known) -> Iterator[tuple[int, int]]:
    """The parts of a run between words that only stand there with a capital by chance."""
    low = 0
    for at, word in enumerate(words):
        if word in LINKS or word[0].isdigit():
            continue
        lower = word.lower()
        behind = words[at + 1] if at + 1 < len(words) else ""
        label = word.isupper() and lower in LABELS and bool(behind) and not behind.isupper()
        shouted = _shouted(word) and lower in of.small and word not in SPLIT_OFF
        # A line in capitals between the others: "MASKED GUNMAN AT LARGE"
        loud = _shouted(word, 3) and any(_shouted(one, 3) for one in words[max(0, at - 1) : at + 2] if one != word)
        body = behind in ("of", "for") and lower in BODIES and len(words) > at + 2  # "Department of Justice"
        alone = not body and (not behind or behind in LINKS - PARTICLES - {"&"})
        opening = (
            first
            and at == 0
            and not _begins(words, of)
            and (lower in of.small or lower in STOP or alone or _opens(word, behind) or _strange(words, of))
        )
        if label or loud or (word not in of.inside and not word.islower() and (headline or shouted or opening)):
            yield low, at
            low = at + 1
    yield low, len(words)


def _shouted(word: str, more_than: int = 1) -> bool:
    return len(word) > more_than and word.isupper()  # "AT&T" does not begin with "at"


def _begins(words: tuple[str, ...], of: Known) -> bool:
    """Whether a run that opens a sentence is known to begin as a name: *National Harvest Society*."""
    lead = words[0].lower() in BODY_LEADS and not words[0].isupper()
    stop = next((at for at, word in enumerate(words) if word in LINKS), len(words))
    return words[:2] in of.pairs or (lead and stop > 2 and any(word.lower() in BODIES for word in words[2:stop]))


def _strange(words: tuple[str, ...], of: Known) -> bool:
    """*Timid State Department*: a word before a body that other sentences name without it."""
    return (
        len(words) > 2
        and words[1:3] in of.pairs
        and words[2].lower() in BODIES
        and words[0] not in of.inside
        and not words[0].isupper()
    )


def _opens(word: str, behind: str) -> bool:
    """Whether a word before a name is likely no part of it, though no text has it in small letters."""
    lower = word.lower()
    return (
        (behind.isupper() and len(behind) > 1 and not word.isupper())
        or lower in OPENING_VERBS
        or (len(lower) > 4 and _ENDING.search(lower) is not None and lower not in NAMED_SO)
    )


def _joined(words: tuple[str, ...], low: int, high: int, headline: bool, of: Known) -> Iterator[tuple[int, int]]:
    """The names of a stretch, cut at links that stand between two names."""
    start = low
    at = low
    while at < high:
        if words[at] not in LINKS:
            at += 1
            continue
        end = at
        while end < high and words[end] in LINKS:
            end += 1
        if start < at and end < high and _links(words, start, at, end, high, headline, of):
            at = end
            if words[end - 1] == "of" and _state_then_person(words, end, high):
                yield start, end + 1  # "District of Columbia Joseph diGenova"
                start = at = end + 1
            continue
        if at and words[at] in ("of", "for") and words[at - 1].lower() in OFFICES:
            office = at - 1
            while office > start and words[office - 1].lower() in TITLES:
                office -= 1
            if office > start:
                yield start, office
            end += 1  # "Secretary of State", "Minister of Trade and Industry": what the office is for is no name
            while end < high and (
                words[end].lower() in TOPICS
                or (words[end] == "and" and end + 1 < high and words[end + 1].lower() in TOPICS)
            ):
                end += 1
            start = at = end
            continue
        if start < at:
            yield start, at
        sent = words[end - 1] == "to" and at > 0 and words[at - 1].lower() in OFFICES  # "envoy to Australia Ada Holm"
        start = at = end
        if (sent or words[end - 1] == "of") and _state_then_person(words, end, high, sent):
            yield end, end + 1  # "governor of Arkansas Mike Huckabee"
            start = at = end + 1
    if start < high:
        yield start, high


def _state_then_person(words: tuple[str, ...], at: int, high: int, abroad: bool = False) -> bool:
    rest = words[at + 1 : high]
    return (
        len(rest) > 1
        and (words[at].lower() in STATES or (abroad and words[at] in DEMONYMS))
        and not any(word.lower() in _NO_PERSON for word in rest)
    )


def _links(words: tuple[str, ...], start: int, at: int, end: int, high: int, headline: bool, of: Known) -> bool:
    """Whether the small words from `at` to `end` stand inside one name."""
    small = words[at:end]
    before, behind = words[at - 1].lower(), words[end].lower()
    if small == ("&",):  # "FBI & DOJ" are two
        return not all(len(word) > 2 and word in of.acronyms for word in (words[at - 1], words[end]))
    if small == ("v",) or all(word in PARTICLES for word in small):  # "Roe v. Wade"
        return True
    if small[0] in ("of", "for") and small[1:] in ((), ("the",)):
        # "Court of Appeals", "Bill of Rights"; not "Pelosi of California", whose name is nowhere in small letters
        named = any(word in ("of", "for") for word in words[start:at])  # "Committee for Freedom of the Press"
        noun = (
            small[0] == "of"
            and (named or before in of.small or before in _NOUNS)
            and not headline
            and before not in PARTIES
        )
        crowd = small[0] == "for" and before in CROWDS
        body = before in BODIES and not (small[0] == "for" and before in _CHAMBERS)
        if (before, behind) == ("action", "childhood"):
            return True
        stop = next((at for at in range(end, high) if words[at] in LINKS), high)
        if small[0] == "of" and words[stop - 1].lower() == "act" and before in TOPICS:  # "Defense of Marriage Act"
            return True
        return (body or crowd or (noun and behind not in STATES)) and before not in POSTS
    if small == ("to",):
        return (before, behind) in _TO
    if small[0] == "on":
        return before in _ON
    if small == ("and",):
        stop = end
        while stop < high and words[stop] not in LINKS:
            stop += 1
        body = any(word.lower() in BODIES or word == "Enforcement" for word in words[end:stop]) or any(
            word in ("of", "for") for word in words[start:at]
        )
        initials = "".join(word[0] for word in words[start:stop] if word[0].isupper())
        act = words[stop - 1].lower() == "act" and all(
            word.lower() in TOPICS or word.lower() in COMMON or word.lower() in of.small for word in words[start:at]
        )
        topic = before in TOPICS or (before in of.small and before not in _NO_TOPICS)
        return (
            (before, behind) in PAIRS
            or (words[stop - 1].lower() in ("court", "courts") and before in BENCHES)
            or act  # "Tax Cuts and Jobs Act"
            or (topic and body and words[stop - 1].lower() in _MATTERS)
            or (before in TOPICS and body)
            # "Committee on Oversight and Government Reform"
            or (
                before in TOPICS
                and {behind, words[stop - 1].lower()} & TOPICS
                and any(word in ("of", "for", "on") for word in words[start:at])
            )
            or (body and behind in TOPICS and stop == end + 1 and any(word == "for" for word in words[start:at]))
            or (words[start].lower() in CROWDS and "for" in words[start:at])
            # "Centers for Medicare and Medicaid Services"
            or ("for" in words[start:at] and words[start].lower() in BODIES and words[stop - 1].lower() in BODIES)
            or (initials in of.acronyms and len(initials) > 2 and stop - start > 3)
        )
    return False


def _parted(words: tuple[str, ...], low: int, high: int, of: Known) -> Iterator[tuple[int, int]]:
    """A name cut at parties and at a plague's name: *Kentucky Republican*, *Janssen COVID-19*.

    What stands before a party is kept where it is a state or a chamber: *Four Republicans* are Republicans.
    """
    for at in range(low, high - 2):
        if words[at : at + 2] == ("Getty", "Images"):  # a credit that runs into the text
            yield low, at + 2
            low = at + 2
    twice = (
        high - low == 3 and words[low] == words[high - 1] and words[low + 1] not in LINKS
    )  # a name and its link: "Tilden Amos Tilden"
    if twice:
        behind = of.pairs.get(words[low + 1 : high], 0) >= of.pairs.get(words[low : high - 1], 0)
        low, high = (low + 1, high) if behind else (low, high - 1)
    last = words[high - 1].lower()
    whole = last in BODIES - {"house", "senate"} | PARTY_NAMES or "republic" in map(str.lower, words[low:high])
    start = low
    for at, word in enumerate(words[low:high], low):
        lower = word.lower()
        disease = lower in ("covid-19", "covid") and high - low > 1
        if not disease and (whole or lower not in PARTIES):
            continue
        before = " ".join(words[start:at]).lower()
        if not disease and before in PARTY_NAMES:
            yield start, at + 1
        else:
            if disease or before in STATES or before in ("senate", "house") or before.title() in DEMONYMS:
                yield start, at
            yield at, at + 1
            high = at + 1 if disease and high - at == 2 else high  # "Janssen COVID-19 Vaccine"
        start = at + 1
    if start < high:
        yield start, high


def _is_over(words: tuple[str, ...], low: int, high: int, of: Known) -> bool:
    """Whether the last word is no part of a name: *Ada Holm On*, but *Safe Now*, *Nguyen Van An*."""
    last, pair = words[high - 1], words[high - 2 : high]
    known = of.pairs.get(pair, 0) >= OFTEN or (last in ("An", "So", "To", "Do") and pair in of.pairs)
    ends = high - low > 1 and words[high - 2] != "&" and _ends(last) and not (high - low > 2 and known)
    return last.islower() or ends


def _trimmed(words: tuple[str, ...], low: int, high: int, of: Known) -> list[tuple[int, int]]:
    """The names of one stretch without offices, adjectives and countries before them."""
    found: list[tuple[int, int]] = []
    if high - low > 1 and words[low] in ("PAC", "AG"):  # "the super PAC Rising Tide"
        low += 1
    while low < high and words[low].replace(".", "") in SPLIT_OFF and high - low > 1:
        found.append((low, low + 1))
        low += 1
    while high - low > 1 and (
        (words[low].lower() in SMALL_WORDS and not _shouted(words[low])) or _counts(words[low], words[low + 1])
    ):
        low += 1
    offices = [
        at
        for at in range(low, high)
        if (words[at].lower().rstrip(".") in TITLES or (words[at] in _MEMBERS and at + 1 < high))
        and not (_behind(words, at, high) in _NO_OFFICE and words[at].lower() not in ("deputy", "acting", "assistant"))
        and not (at > low and words[at - 1] in LINKS)  # "Department of Justice"
        and not (at + 1 == high and any(word in ("of", "for") for word in words[low:at]))  # "Bond for Justice"
        and not (
            words[at].lower() in ("first", "special") and _behind(words, at, high) not in TITLES | {"lady"}
        )  # "First Amendment", "Special Olympics"
    ]
    if offices:
        body = offices[0]
        while body > low and words[body - 1].lower() in TOPICS and words[body - 1] not in of.acronyms:
            body -= 1
        if body > low and words[body - 1] in LINKS:  # "Department of Trade Secretary Ines Caldwell"
            body = offices[0]
        if body - low > 1 and words[low] in of.inside:  # "Federal Reserve Chair Jerome Powell"
            found += _trimmed(words, low, body, of)
        elif body > low and not (words[low].lower() in _PLAIN or words[low].lower() in of.small):  # "FBI Director"
            found += _trimmed(words, low, low + 1, of)
        low = min(offices[-1] + 1, high)
    while low < high and words[low].islower() and words[low] not in PARTICLES:
        low += 1
    while low < high and _is_over(words, low, high, of):
        high -= 1
    while high - low > 2 and words[high - 1] in BEHIND_NAMES:
        high -= 1  # "Ada Holm MP"
    while high - low > 1 and words[high - 1].replace(".", "") in ("US", "UK") and "." in words[high - 1]:
        high -= 1  # "Brooklyn U.S.", of "Attorney"
    if high - low == 3 and words[low] == "House" and not any(word.lower() in _PARTS for word in words[low + 1 : high]):
        found.append((low, low + 1))  # "Speaker of the House Ada Lund"
        low += 1
    if high - low == 2 and words[low].lower() in STATES and words[low + 1] == "Independent":
        high -= 1
    if high - low > 1 and len(words[low]) == 1 and words[low + 1].lower() in BODIES:
        low += 1  # "U. S. Senate"
    name = words[low:high]
    if " ".join(name) not in DEMONYMS and len(name) > 1 and name[0].lower() in NATIONS:
        low += name[-1].lower() not in ORGANISATIONS  # "Russian Urals"
    if low < high and (re.match(r"[RDI]-\w", words[low]) or _GLUED.match(words[low])):
        return found  # the party and state behind a politician's name; a credit that runs into the text
    empty = all(
        word.lower() in ADJECTIVES
        or word[0].isdigit()
        or (word.lower() in STOP and not word.isupper() and word != "Will")
        for word in words[low:high]
    )
    empty = empty or all(word.lower() in TOPICS for word in words[low:high])  # "Foreign Relations", of a committee
    alone = high - low == 1 and (
        len(words[low]) == 1
        or (words[low].lower() in TOPICS and words[low] != "Treasury")  # "Revenue", a heading
        or {words[low].lower(), words[low].lower().removesuffix("s")} & (BODIES - _CHAMBERS)  # "the Court"
        or words[low].lower() in _CRUMBS
        or _countries(words[low])
    )
    numbered = _ROMAN.fullmatch(" ".join(words[low:high])) is not None
    if low < high <= low + LONGEST and not empty and not alone and not numbered:
        found.append((low, high))
    return found


def _behind(words: tuple[str, ...], at: int, high: int) -> str:
    return words[at + 1].lower() if at + 1 < high else ""


def _ends(word: str) -> bool:
    """Whether a word at the end of a name is no part of it: an initial, a verb or link with a capital."""
    return (len(word) == 1 and word.isupper()) or (word.lower() in STOP - {"will", "may", "us"} and not word.isupper())


def _counts(word: str, behind: str) -> bool:
    """*Twenty-six Russian*, *3 Republican*, *Two Liberals*: a number before a name that counts."""
    return word[0].isdigit() or (word.lower().split("-")[0] in NUMBER_WORDS and behind.lower() in COUNTED)


def _countries(word: str) -> bool:
    """*US-Mexico*, *Polish-American*: two countries and no name."""
    parts = re.split("[-‐‑/]", word)
    return len(parts) == 2 and all(part in DEMONYMS or part in SPLIT_OFF or part.lower() in NATIONS for part in parts)
