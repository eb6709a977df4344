"""Which names mean one thing: spellings, acronyms, surnames, companies with and without their suffix.

What cannot be told (two people of one surname, Kiev and Kyiv in an unlisted case) is left apart; `close` says that two
names may be one, so that nothing is said to be left out on the strength of a spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import polars as pl

from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    COMPANY,
    DEMONYMS,
    NICKNAMES,
    PAPERS,
    PARTICLES,
    PARTIES,
    SAME,
    STATES,
    STOP,
    SURNAME_FIRST,
    WORLD,
)
from framing.corpus.corpus import Corpus

_SPELLING = (
    (r"(\w{3})is(e|es|ed|er|ers|ing|ation|ations)\b", r"\1iz\2"),
    (r"\bcentre\b", "center"), (r"\btheatre\b", "theater"), (r"\bdefence\b", "defense"), (r"\bharbour\b", "harbor"),
    (r"\blabour\b", "labor"), (r"\bprogramme\b", "program"), (r"\blicence\b", "license"),
)  # fmt: skip
_PLACES = re.compile(
    r"^(?:new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|great|greater|little|big|united|san|santa|"
    r"los|las|saint|st|port|fort|lake|mount|cape|hong|saudi|sri|costa|el|puerto|black|red|white|yellow|middle|gulf|"
    r"baltic|ivory|sierra|papua|burkina|cote|abu|buenos|rio|tel|kuala|phnom|addis|capitol|wall|downing)\b"
)
_LONG = 6  # letters of a surname from which another transliteration is told
PLACE = 0.3  # of the mentions of a name with *in* before it: it is a place, and nobody's surname
MAIN = 2  # times as many articles have the whole name of one person as that of any other of the surname
WHOLE = 0.25  # of the articles with a surname that have the whole name, too
_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv)$")
_INSIDE = frozenset(("of", "for", "and", "the", "on", "in", *PARTICLES))
_BRACKET = re.compile(r" \(([^\W\d_][^\W_]{1,7})\)")


_TRANSLIT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=200_000)
def folded(name: str) -> str:
    """A name as it is compared: without accents, case, stops, apostrophes and hyphens, in American spelling."""
    return fold(name)


def fold(text: str) -> str:
    """`folded` of a whole text, which is not kept."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign)).translate(_TRANSLIT)
    letters = re.sub(r"['’ʼ`.]", "", letters)
    letters = re.sub(r"[^\w&]+", " ", letters).strip()
    for pattern, form in _SPELLING:
        letters = re.sub(pattern, form, letters)
    return re.sub(r"^the (?=\w)", "", letters)


_COUNTRIES = frozenset(folded(name) for name in (*DEMONYMS, *WORLD, "US", "UK", "EU", "UN", "America"))
_NAMESAKES = {"virginia", "georgia", "montana", "columbia"}  # states whose names people have, too
_NOT_PERSONS = BODIES | COMPANY | _COUNTRIES | PAPERS | PARTIES | CALENDAR | (STATES - _NAMESAKES)
_NOT_PERSONS |= {word for word in STOP if len(word) > 1} - {"will", "may"}
# Of these both names stand in the news, and they are two people.
_TWO = frozenset(
    {"donald trump jr", "robert kennedy jr", "robert f kennedy jr", "jesse jackson jr", "jerry falwell jr"}
)


def close(one: str, other: str) -> bool:
    """Whether two folded words may be one name in two transliterations: *zelensky*, *zelenskiy*."""
    if one == other:
        return True
    least = min(len(one), len(other))
    if least < 4 or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return _skeleton(one) == _skeleton(other) or _distance(one, other) <= (1 if least < 7 else 2)


def _skeleton(word: str) -> str:
    word = re.sub(r"[aeiouy]", "", word[1:].replace("ph", "f").replace("ck", "k").replace("q", "k").replace("kh", "k"))
    return re.sub(r"(.)\1", r"\1", word)


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def surname(name: str) -> str:
    """The folded surname of a folded name, with its particles: *marco de la vega* has *de la vega*."""
    words = _SUFFIX.sub("", name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return " ".join(words[at:])


def is_person(name: str) -> bool:
    """Whether a folded name may be a person's: two to four words, none of a body, company or place."""
    words = [word for word in _SUFFIX.sub("", name).split() if word not in PARTICLES]
    return (
        1 < len(words) < 5
        and not any(word.isdigit() or word in _NOT_PERSONS for word in words)
        and not {"&", "and", "of", "for"} & set(words)
        and not _PLACES.search(name)
    )


def acronyms(corpus: Corpus) -> dict[str, str]:
    """Acronyms with what they stand for, as written: *Bureau of Industry and Security (BIS)*."""
    return dict(pair for batch in corpus.batches() for pair in _acronyms(batch))


def _acronyms(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for text in corpus.articles["text"]:
        for match in _BRACKET.finditer(text):
            short = match[1]
            if not (short[0].isupper() and sum(map(str.isupper, short)) >= 2):
                continue
            words = text[max(0, match.start() - 120) : match.start()].split(" ")
            for at in range(len(words) - 1, -1, -1):
                if words[at] and words[at][0].isupper():
                    initials = "".join(word[0] for word in words[at:] if word and word[0].isupper())
                    if initials == short.upper():
                        yield short, " ".join(words[at:])
                        break
                elif words[at] not in _INSIDE:
                    break


def item_of(corpus: Corpus, found: pl.DataFrame) -> dict[str, str]:
    """For each name as it stands in a text the name of its item: the fullest of its commonest forms.

    found: article, text, headline (it stands in one), placed (*in* stands before it). Names of `event.toml` are those
    of its actors. Only what stands so in a body is taken for a person's whole name, and no place for a surname.
    """
    counts = Counter(found["text"].to_list())
    where = {text: set(articles) for text, articles in found.group_by("text").agg("article").iter_rows()}
    bodies: dict[str, set[str]] = defaultdict(set)
    for text, article in found.filter(~pl.col("headline")).select("text", "article").unique().iter_rows():
        bodies[folded(text)].add(article)
    placed = found.group_by("text").agg(pl.col("placed").mean()).filter(pl.col("placed") >= PLACE)["text"]
    by_key: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        by_key[folded(form)].append(form)
    shown = {key: max(forms, key=lambda form: _written(form, counts)) for key, forms in by_key.items()}
    held = {key: set().union(*(where[form] for form in forms)) for key, forms in by_key.items()}
    same = _Same(by_key)
    actors = {folded(name): actor.name for actor in corpus.event.actors for name in actor.names}
    for short, whole in acronyms(corpus).items():
        same.join(folded(short), folded(whole))
    for item, others in (*WORLD.items(), *SAME.items()):
        for other in others:
            same.join(folded(other), folded(item))
    _plurals(by_key, same)
    _initials(by_key, same)
    _bodies(held, same)
    bodies = {key: where for key, where in bodies.items() if not _has_acronym(shown[key])}
    _people(bodies, held, same, {folded(text) for text in placed})
    items: dict[str, str] = {}
    for key, forms in by_key.items():
        top = same.of(key)
        items |= dict.fromkeys(forms, actors.get(key) or actors.get(top) or _canonical(top, shown))
    return items


def _has_acronym(form: str) -> bool:
    """*CNN National*: no person; a name all in capitals may be one."""
    words = form.split()
    return not form.isupper() and any(word.isupper() and len(word.replace(".", "")) > 2 for word in words)


def _written(form: str, counts: Mapping[str, int]) -> tuple[bool, int, str]:
    """Of the spellings of a name the commonest, and none in capitals that is no acronym."""
    return (not form.isupper() or len(form) < 6, counts[form], form)


def _canonical(key: str, shown: Mapping[str, str]) -> str:
    return next((name for name in (*WORLD, *SAME) if folded(name) == key), None) or shown.get(key) or key


class _Same:
    """What each folded name stands for; a name that is nowhere in the corpus stands for nothing."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = set(keys)
        self.whole: dict[str, str] = {}

    def of(self, key: str) -> str:
        seen = set()
        while key in self.whole and key not in seen:
            seen.add(key)
            key = self.whole[key]
        return key

    def join(self, key: str, whole: str) -> None:
        """Names of the world may stand for names that no text has (*EU* alone is the European Union)."""
        if key in self.keys and key != whole and self.of(whole) != key and key not in self.whole:
            self.whole[key] = whole


def _plurals(by_key: Mapping[str, list[str]], same: _Same) -> None:
    """*SIVs* and *Special Immigrant Visas* are their singulars; single words are left alone: *Jones*."""
    for key, forms in by_key.items():
        one = key.removesuffix("s")
        if one != key and one in by_key and (" " in key or all(form[:-1].isupper() for form in forms)):
            same.join(key, one)


def _initials(keys: Iterable[str], same: _Same) -> None:
    """*SEC* is the Securities and Exchange Commission, where one name alone has these initials."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = [word for word in key.split() if word not in ("of", "and", "the", "for", "&")]
        if len(words) > 2:
            owners["".join(word[0] for word in words)].add(key)
        elif "&" in key.split():
            owners["".join(word[0] for word in key.split())].add(key)
        if key.startswith(("department of ", "ministry of ")):  # HHS, DOJ
            owners["".join(word[0] for word in words[1:])].add(key)
            owners[words[0][0] + "o" + "".join(word[0] for word in words[1:])].add(key)
    for key in keys:
        wholes = {same.of(owner) for owner in owners.get(key, ())} - {key}
        if " " not in key and 2 < len(key) < 7 and len(wholes) == 1:
            same.join(key, next(iter(wholes)))


def _bodies(held: Mapping[str, set[str]], same: _Same) -> None:
    """*Commerce Department* and *Department of Commerce*; *Huawei Technologies* and *Huawei*; *Treasury*."""
    keys = sorted(held)
    known = set(keys)
    same.join("house", "house of representatives" if "house of representatives" in known else "house")
    tails: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = key.split()
        for at in range(1, len(words) - 1):
            tails[" ".join(words[at:])].add(same.of(key))
        if " and " in key and {"of", "for"} & set(words):  # "Centers for Disease Control", and Prevention
            same.join(key[: key.rindex(" and ")], key)
        same.join(key.removesuffix(" committee"), key)  # "Senate Judiciary"
        if words[1:2] == ["bill"] and len(words) == 3:
            same.join(f"{words[0][0]}b {words[2]}", key)  # "SB 8", Senate Bill 8
        if words[1:2] == ["&"] and held.get(words[0], set()) <= held[key]:
            same.join(words[0], key)  # "Verrin", of Verrin & Lowe
    for key in keys:
        words = key.split()
        if words[-1] in _TAILED and len(words) > 1 and len(tails.get(key, ())) == 1:
            same.join(key, next(iter(tails[key])))
        if len(words) > 2 and words[0] in ("department", "ministry") and words[1] in ("of", "for"):
            same.join(f"{' '.join(words[2:])} {words[0]}", key)
        if len(words) == 2 and words[1] in ("department", "ministry"):
            owner = f"{words[1]} of {words[0]}"
            whole = owner if owner in known else key
            if words[0] in known and words[0] not in _COUNTRIES and words[0] in _DEPARTMENTS:
                same.join(words[0], whole)
        bare = list(words)
        while len(bare) > 1 and bare[-1] in COMPANY | {"co", "media"}:
            bare.pop()
        if len(bare) < len(words) and " ".join(bare) in known and " ".join(bare) not in _COUNTRIES:
            same.join(key, " ".join(bare))


# Of these a part of the name will do: "Judiciary Committee", "Mercury News".
_TAILED = frozenset("committee subcommittee commission board news times post panel".split())
_DEPARTMENTS = frozenset("treasury commerce justice defense energy interior".split())


def _people(bodies: Mapping[str, set[str]], held: Mapping[str, set[str]], same: _Same, places: set[str]) -> None:
    """Surnames alone, middle names left out, and spellings of one name are one person; two of a surname stay two.

    bodies: where names stand, but for headlines; held: with them. Of two of a surname the one of whom most articles
    tell has it alone.
    """
    people = [key for key in bodies if is_person(key) and key not in same.whole]
    people.sort(key=lambda key: (-len(key.split()), key))
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in people:
        words = key.split()
        first, last = words[0], surname(key)
        for whole in ends[first, last]:  # "Donald Trump" and "Donald J Trump"; not "Donald Trump Jr"
            junior = _SUFFIX.search(whole) is not None and _SUFFIX.search(key) is None and not whole.endswith("ii")
            apart = junior and (whole in _TWO or bool(bodies[key] & bodies[whole]))
            if len(whole.split()) > len(words) and not apart:
                same.join(key, whole)
        ends[first, last].append(key)
    tails: dict[str, set[str]] = defaultdict(set)  # "Peña Nieto" of "Enrique Peña Nieto"
    for key in people:
        words = key.split()
        for at in range(1, len(words) - 1):
            tails[" ".join(words[at:])].add(same.of(key))
    for key in people:
        if len(tails.get(key, ())) == 1 and key not in same.whole:
            same.join(key, next(iter(tails[key])))
    left = [key for key in people if same.of(key) == key]
    alike: dict[str, list[str]] = defaultdict(list)
    for key in left:
        alike[surname(key)].append(key)
    for key in left:  # "Joe Biden" and "Joseph R Biden"
        for long in alike[surname(key)]:
            if long != key and same.of(key) == key != same.of(long) and _nickname(key, long):
                same.join(key, long)
    left = [key for key in people if same.of(key) == key]
    firsts: dict[str, list[str]] = defaultdict(list)
    for key in left:
        words = key.split()
        other = next(
            (
                whole
                for whole in firsts[words[0]]
                if len(words) == len(whole.split())
                and all(a == b or close(a, b) for a, b in zip(words, whole.split(), strict=True))
                and min(len(words[-1]), len(whole.split()[-1])) > 4
                and not held[key] & held[whole]
            ),
            None,
        )
        if other:
            same.join(key, other) if len(held[key]) <= len(held[other]) else same.join(other, key)
        else:
            firsts[words[0]].append(key)
    told: dict[str, set[str]] = defaultdict(set)  # articles with any whole name of a person
    for key in people:
        told[same.of(key)] |= held[key]
    owners: dict[str, set[str]] = defaultdict(set)
    for key in left:
        whole = same.of(key)
        last = surname(key)
        for form in {last, last.split()[-1]}:
            owners[form].add(whole)
        first = key.split()[0]
        if len(key.split()) == 3 and held.get(key.split()[1], {""}) <= told[whole]:
            owners[key.split()[1]].add(whole)  # "Vargas" of "Elena Vargas Soto"
        if first in SURNAME_FIRST or held.get(first, set()) <= told[whole]:
            owners[first].add(whole)
    _transliterated(held, owners)
    for key, articles in held.items():
        found = owners.get(key, set())
        if found and key not in BODIES | COMPANY | _COUNTRIES | STATES | places:
            found = {whole for whole in found if not _SUFFIX.search(whole)} or found  # the elder has the bare surname
            ranked = sorted(found, key=lambda whole: (-len(told[whole]), whole))
            whole = ranked[0]
            if len(ranked) > 1 and len(told[whole]) < MAIN * len(told[ranked[1]]):
                continue
            if WHOLE * len(articles) <= len(told[whole]):  # else it is a name by itself: "Adopt Huawei"
                same.join(key, whole)


def _nickname(key: str, other: str) -> bool:
    """Whether a name is another of its surname with the first name cut short: *Steve Stafford*, *Steven Stafford*."""
    first, whole = key.split()[0], other.split()[0]
    short = len(first) > 2 and whole.startswith(first) and len(whole) > len(first)
    return short or NICKNAMES.get(first) == whole


def _transliterated(keys: Iterable[str], owners: dict[str, set[str]]) -> None:
    """A surname alone in another spelling of the same consonants: *Zelenskyy* beside *Volodymyr Zelensky*."""
    by_sound: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form, whole in list(owners.items()):
        if len(form) >= _LONG and len(whole) == 1:
            by_sound[form[0], _skeleton(form)].add(form)
    for key in keys:
        if " " in key or len(key) < _LONG or key in owners:
            continue
        near = {form for form in by_sound.get((key[0], _skeleton(key)), ()) if _distance(key, form) <= 2}
        wholes = set().union(*(owners[form] for form in near))
        if len(wholes) == 1:
            owners[key] = wholes
