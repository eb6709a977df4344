"""Whether an outlet really lacks an item: every form of it is looked for in all that the outlet printed.

Looked for are its names and aliases, spellings, surname (of people whose surname others have: *wife*, *son*), each
telling word of it, acronym, the adjective, the people and the cities of a country, towns that a text sets before it,
the country of a capital, for figures the value in any unit, anything near it, and the same amount in another unit
(*5,000 barrels*, *210,000 gallons*); in texts, headlines and what was taken out of them (datelines, captions). What is
found in any of these is not left out; it is at most "not found in this form".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from framing.comparison.content.acronyms import Letters
from framing.comparison.content.conversions import same_amount
from framing.comparison.content.figures import in_text
from framing.comparison.content.grouping import grouped
from framing.comparison.content.names import known
from framing.comparison.content.other_forms import Forms
from framing.comparison.content.persons import is_person, last_name, surname
from framing.comparison.content.places import means, nation_of, states_of, towns
from framing.comparison.content.spelling import breaks_off_in, close, fold, folded, initials, misnamed, misprint
from framing.comparison.content.vocabulary import (
    BODIES,
    CALENDAR,
    COMPANY,
    DEMONYMS,
    REGIONS,
    SAME,
    SEATS,
    STATES_IN_SHORT,
    STOP,
    TITLES,
    WORLD,
)
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import agency_of
from framing.text.typography import CAPITALS

# One row: an item that an outlet does not carry.
ABSENCE: dict[str, pl.DataType | type[pl.DataType]] = {
    "item": pl.String,
    "outlet": pl.String,
    "found": pl.String,  # ? the form that stands in the outlet's texts all the same
    "forms": pl.List(pl.String),  # that were looked for
}
NEAR = 0.1  # of its value: a figure so near may be the same one, rounded
_GENERIC = STOP | CALENDAR | TITLES | BODIES | COMPANY | REGIONS | {"new", "san", "saint", "mount", "lake", "port"}
_PARTIES = ("Republican", "Democrat")
_RELATIVES = (
    "wife husband spouse widow son daughter child children brother sister mother father family relative Mrs"
).split()
_NICKNAMES = {"R": r"\bG\.?O\.?P\b", "D": r"\bDems?\b"}
_SORTS = frozenset({"money", "quantity", "count"})
_PLACED = re.compile(r"(?:\b(?:in|at|to|from|near|outside|around|of|for|reached|leaving)|capital,?|city of) (?:the )?$")
_CAPITAL = rf"[{CAPITALS}][\w-]{{1,40}}"
_BODY = rf"{_CAPITAL}(?: (?:of |and |the |for )?{_CAPITAL}){{1,5}}"
_OFFICES = re.compile(rf"\b({_BODY})['’]s ({_BODY})")
_COUNTING = {
    "Commerce Department": ("Bureau of Economic Analysis", "Census Bureau"),
    "Labor Department": ("Bureau of Labor Statistics",),
}
_OFFICE = re.compile(r"\b(?:Bureau|Office|Agency|Division|Administration|Service|Survey|Institute|Centers?)\b")
_SEAT_OF = {folded(seat): nation for seat, nation in SEATS.items()}


def statable(corpus: Corpus, found: pl.DataFrame) -> set[str]:
    """Items that can be said to be left out at all. found: `MENTIONS`.

    Not: agencies and outlets of the corpus, names of cases, parts of the world, single words that name no one thing;
    capitals that mostly stand for their government; dates, ages, spans of time, and percentages and parts, which say
    nothing without what they are parts of.
    """
    outlets = {folded(name) for name in corpus.articles["outlet"].unique()}
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    result = set()
    items = found.group_by("item", "kind", maintain_order=True).agg("sort", "article", "start")
    for item, kind, sorts, articles, starts in items.iter_rows():
        name = folded(item)
        if kind == "figure":
            if sorts[0] in _SORTS:
                result.add(item)
            continue
        if kind == "date" or name in outlets or agency_of(item) or name in _GENERIC or " v " in name or len(name) < 3:
            continue
        if name in _SEAT_OF and kind != "actor":
            placed = [
                _PLACED.search(texts[article][max(0, start - 24) : start]) is not None
                for article, start in zip(articles, starts, strict=True)
            ]
            if 2 * sum(placed) < len(placed) or name in ("kremlin", "white house", "pentagon", "washington"):
                continue
        result.add(item)
    return result


def absent(corpus: Corpus, found: pl.DataFrame, pairs: Iterable[tuple[str, str]]) -> pl.DataFrame:
    """`ABSENCE`: for each pair of an item and an outlet the forms looked for, and the first of them that is there.

    found: `MENTIONS` of the whole corpus.
    """
    pairs = list(pairs)
    wanted = {item for item, _ in pairs}
    forms_of: dict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for item, kind, text in found.select("item", "kind", "text").unique().iter_rows():
        if item in wanted:
            forms_of[item].add(text)
            kinds[item] = kind
    aliases = {actor.name: (*actor.names, *actor.references) for actor in corpus.event.actors}
    firsts: dict[str, set[str]] = defaultdict(set)
    for name in found.filter(pl.col("kind").is_in(["actor", "name"]))["item"].unique():
        if " " in name and is_person(folded(name)):
            firsts[surname(folded(name))].add(folded(name).split()[0])
    told = corpus.once(known)
    printed = {outlet: _Printed.of(corpus, found, outlet) for outlet in {outlet for _, outlet in pairs}}
    rows = []
    for item, outlet in pairs:
        if kinds[item] == "figure":
            forms, there = _figure(item, forms_of[item], printed[outlet])
        else:
            forms = _forms(item, forms_of[item] | set(aliases.get(item, ())), kinds[item] == "actor")
            forms += sorted(corpus.once(towns).get(item, ()))
            owned = corpus.once(offices)
            forms += sorted({office for form in forms[:] for office in owned.get(form, ())})
            last = surname(folded(item))
            relatives = is_person(folded(item)) and len(firsts[last]) > 1
            if relatives:  # Ada Holm beside Per Holm: the surname may be his alone, and *his wife* may be her
                forms = [*(form for form in forms if folded(form) != last), item.split()[0], *_RELATIVES]
            if printed[outlet].has_namesakes(item):
                forms = [form for form in forms if folded(form) != folded(item.split()[0])]
            there = (
                next((form for form in forms if printed[outlet].holds(form)), None)
                or (None if relatives else printed[outlet].like(item))
                or printed[outlet].misnamed(item)
                or printed[outlet].breaks_off_in(item)
                or (None if relatives else printed[outlet].otherwise.have(item, told))
                or printed[outlet].letters.mean(item)
                or in_short(item, printed[outlet].text)
                or state_in_short(item, printed[outlet].text)
                or party_in_short(item, printed[outlet].text)
            )
        rows.append((item, outlet, there, forms))
    return pl.DataFrame(rows, schema=ABSENCE, orient="row")


@dataclass(frozen=True, eq=False)
class _Printed:
    """All that an outlet printed: text, and the items of the figures in its articles."""

    text: str
    beside: str  # what of it is not in the articles' texts: datelines, bylines, what was taken out
    figures: tuple[str, ...]
    articles: tuple[str, ...]

    @classmethod
    def of(cls, corpus: Corpus, found: pl.DataFrame, outlet: str) -> _Printed:
        articles = corpus.articles.filter(outlet=outlet)
        others = corpus.once(beside)
        aside = "\n".join(others[article] for article in articles["article"])
        figures = found.filter(pl.col("kind").is_in(["figure", "date"]))
        figures = figures.join(articles.select("article"), on="article", how="semi", maintain_order="left")
        return cls("\n".join([*articles["text"], aside]), aside, tuple(figures["item"]), tuple(articles["text"]))

    @cached_property
    def line(self) -> str:
        """The folded words in one line."""
        return f" {fold(self.text)} "

    @cached_property
    def raw(self) -> frozenset[str]:
        """The words as written."""
        return frozenset(re.findall(r"[\w.]+", self.text))

    @cached_property
    def capitals(self) -> dict[str, list[str]]:
        """The folded words with a capital, by their first letter."""
        words = {word for form in self.raw if form[:1].isupper() for word in folded(form).split()}
        result: dict[str, list[str]] = {}
        for word in sorted(words):
            result.setdefault(word[0], []).append(word)
        return result

    @cached_property
    def otherwise(self) -> Forms:
        """What names may stand in it by."""
        return Forms.of(self.text)

    @cached_property
    def letters(self) -> Letters:
        """Its acronyms, and what may be short for one."""
        return Letters.of(self.text)

    @cached_property
    def values(self) -> tuple[tuple[str, float], ...]:
        """Its figures, and its bare numbers, with their values."""
        items = (*self.figures, *(item for item, *_ in in_text(self.beside)))
        values = tuple((item, value) for item in items if (value := _value(item)) is not None)
        return values + tuple(
            (word, value)
            for word in {word.rstrip(".,") for word in _DIGITS.findall(grouped(self.text))}
            for value in _readings(word)
        )

    def holds(self, form: str) -> bool:
        """Whether a form stands there, in any case, with or without a plural or possessive s."""
        if len(form) < 4 and form.isupper():  # US is not us
            return form in self.raw or ".".join(form) + "." in self.raw
        name = folded(form)
        return bool(name) and (
            f" {name} " in self.line
            or f" {name}s " in self.line
            or f" {name}es " in self.line
            or f" {name}ern " in self.line
        )

    def has_namesakes(self, item: str) -> bool:
        """Whether a person's first name stands there only before surnames of others: *Ada Berg* for *Ada Holm*."""
        first, *rest = item.split()
        if not rest or not is_person(folded(item)) or first in DEMONYMS.values():
            return False
        behind = re.findall(rf"(?<!\w){re.escape(first)}\b(?: ([{CAPITALS}][\w’'-]+))?", self.text)
        own = {word for one in rest for word in folded(one).split()}
        return bool(behind) and all(
            is_person(folded(f"{first} {name}"))
            and not any(close(part, word) for part in folded(name).split() for word in own)
            for name in behind
        )

    def misnamed(self, item: str) -> str | None:
        """Somebody who may be the person of this name, misprinted: *Travey Jansen* of *Tracey Jansson*."""
        name = folded(item)
        if " " not in name or not is_person(name):
            return None
        return next((one for one in self.people.get(initials(name), ()) if misnamed(name, folded(one))), None)

    @cached_property
    def people(self) -> dict[str, list[str]]:
        """Two words with a capital side by side, by their `initials`."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in dict.fromkeys(
            re.findall(rf"(?=\b([{CAPITALS}][\w’'-]{{1,40}} [{CAPITALS}][\w’'-]{{1,40}}))", self.text)
        ):
            found[initials(folded(one))].append(one)
        return found

    def breaks_off_in(self, item: str) -> str | None:
        """The last word of a name, where one of the texts breaks off in it."""
        last = last_name(item)
        return last if any(breaks_off_in(text, last) for text in self.articles) else None

    def like(self, item: str) -> str | None:
        """A word with a capital that may be a telling word of the item in another transliteration, or misprinted."""
        telling = [word for word in folded(item).split() if word not in _GENERIC and len(word) > 3]
        there = ((one, word) for one in telling[-1:] for word in self.capitals.get(one[0], ()))
        return next((word for one, word in there if close(one, word) or misprint(one, word)), None)


def beside(corpus: Corpus) -> dict[str, str]:
    """Article -> what it printed that is not in its text: dateline, byline, captions. Use `corpus.once(beside)`."""
    headings = pl.concat_str("dateline", "byline", ignore_nulls=True, separator=" ")
    found = {article: [line or ""] for article, line in corpus.articles.select("article", headings).iter_rows()}
    for article, text in corpus.removed.select("article", "text").iter_rows():
        if article in found:
            found[article].append(text)
    return {article: "\n".join(lines) for article, lines in found.items()}


def offices(corpus: Corpus) -> dict[str, set[str]]:
    """A body -> its offices that some text names behind it: *the Trade Department's Bureau of Tides*. Use
    `corpus.once(offices)`."""
    found: dict[str, set[str]] = defaultdict(set, {body: set(own) for body, own in _COUNTING.items()})
    for text in corpus.articles["text"]:
        for body, office in _OFFICES.findall(text):
            if _OFFICE.search(office):
                found[body.removeprefix("The ")].add(office)
    return found


def state_in_short(item: str, text: str) -> str | None:
    """*Mont.* of Montana, or *MT* behind a comma, with these capitals, if a text has it so."""
    short = STATES_IN_SHORT.get(item)
    if short is None:
        return None
    *usual, code = map(re.escape, short.split())
    found = re.search("|".join([*(rf"(?<!\w){one}" for one in usual), rf"(?<=, ){code}\b"]), text)
    return found[0] if found else None


def party_in_short(item: str, text: str) -> str | None:
    """*R-Ohio*, *(R)*, *GOP* of Republicans, if a text has it so; of Democrats the same with a D."""
    letter = next((party[0] for party in _PARTIES if item.startswith(party)), None)
    found = re.search(rf"\b{letter}-[{CAPITALS}]|\({letter}\)|{_NICKNAMES[letter]}", text) if letter else None
    return found[0] if found else None


def in_short(item: str, text: str) -> str | None:
    """*the Alliance* of the Dacian Alliance: the last word of a body's name, with its capital, if a text has it so."""
    last = last_name(item)
    if " " not in item or last.lower() not in BODIES or not last[0].isupper():
        return None
    found = re.search(rf"\b[Tt]he {re.escape(last)}\b(?! [{CAPITALS}])", text)
    return found[0] if found else None


def shortened(name: str, forms: Iterable[str], texts: Iterable[str]) -> set[str]:
    """The letters that texts set in brackets behind a name, or a longer one: *the Pier Panel on Tides (PPT)*."""
    whole = "|".join(map(re.escape, sorted({name, *forms}, key=len, reverse=True)))
    behind = rf"(?:{whole})(?: (?:on|of|for|and|the|[{CAPITALS}][\w’'-]*)){{0,6}} \(([{CAPITALS}]{{2,6}})\)"
    return {found for text in texts if "(" in text for found in re.findall(behind, text)}


_DIGITS = re.compile(r"\d[\d.,]*")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,3}")  # *3.000 km*: of three or of thousands
_NUMBER = re.compile(r"(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,4})?")


def _readings(word: str) -> Iterator[float]:
    """What a bare number may be worth."""
    if _NUMBER.fullmatch(word):
        yield float(word.replace(",", ""))
    if _DOTTED.fullmatch(word):
        yield float(word.replace(".", ""))


def _forms(item: str, found: Iterable[str], actor: bool) -> list[str]:
    """All forms under which a name may stand, the item itself first; an actor of the event is more than its seat."""
    name = folded(item)
    words = name.split()
    forms = [item, *sorted(found)]
    forms += [*WORLD.get(item, ()), *SAME.get(item, ())]
    nations = {form for form in forms if form in DEMONYMS}
    nations |= set() if actor else {SEATS[form] for form in forms if form in SEATS}
    nations |= {nation for nation, names in WORLD.items() if item in names or item == nation}
    nations |= {nation for form in forms if (nation := nation_of(form))}
    for nation in sorted(nations):
        forms += [nation, *WORLD.get(nation, ()), DEMONYMS.get(nation, nation)]
        forms += [*(seat for seat, of in SEATS.items() if of == nation), *means(nation)]
    forms += [*means(item), *states_of(item)]
    if is_person(name):
        forms += [surname(name), words[-1]]  # "van an", "an"
    forms += [word for word in words if word not in _GENERIC and len(word) > 3]
    initials = "".join(word[0] for word in re.findall(r"\w+", item) if word[0].isupper())
    if len(initials) > 1:
        forms.append(initials)
    if not [word for word in words if word not in _GENERIC and len(word) > 3]:
        forms += [word for word in words if word in BODIES]  # "the department", where all words are general
    return list(dict.fromkeys(forms))


def _figure(item: str, found: Iterable[str], printed: _Printed) -> tuple[list[str], str | None]:
    value = _value(item)
    forms = [item, *sorted(found)]
    if value is None:
        return forms, item  # a range: cannot be looked for
    there = next(
        (
            text
            for text, other in printed.values
            if abs(other - value) <= NEAR * abs(value) or same_amount(item, text, NEAR)
        ),
        None,
    )
    bare = re.sub(r"[^\d.,]", " ", item).split()[0]
    return [*forms, f"any figure within {NEAR:.0%}"], there or (bare if bare in printed.raw else None)


def _value(item: str) -> float | None:
    """The value of a figure's item, *$1.5 billion* as 1.5e9; null for a range."""
    match = re.fullmatch(r"\D{0,4}?([\d,]+(?:\.\d+)?)(?: (trillion|billion|million))?(?: (?!to ).*)?", item)
    if match is None or " to " in item:
        return None
    return float(match[1].replace(",", "")) * {"trillion": 1e12, "billion": 1e9, "million": 1e6}.get(match[2] or "", 1)
