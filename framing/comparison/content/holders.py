"""Who holds which office, by the texts: *President Obama* makes *the president* Obama, unless two are president.

A description of a person is only taken for somebody whose office the texts or `event.toml` give, and only where no
other holder of it was named since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from framing.comparison.content.vocabulary import DEMONYMS, PERSONS, SEATS, TITLES
from framing.corpus.corpus import Corpus
from framing.text.typography import APOSTROPHES

_SHORT = {
    "sen": "senator", "gov": "governor", "rep": "congressman", "representative": "congressman", "gen": "general",
    "pres": "president", "vice-president": "vice president",
}  # fmt: skip
BARE = frozenset("vice deputy acting assistant former attorney major first ex lieutenant".split())
_COURTESY = frozenset("mr mrs ms miss dr sir lord lady dame".split())
_NATION = {adjective: country for country, adjective in DEMONYMS.items()}
_US = {"U.S.": "United States", "US": "United States", "British": "United Kingdom", "UK": "United Kingdom"}
_LEADERS = frozenset({"president", "prime minister", "chancellor", "premier", "king", "queen", "leader"})
_LEADING = frozenset("leader president strongman autocrat dictator chief ruler premier".split())
# Before an office they say that somebody else is meant, or nobody yet.
_OTHERS = frozenset(
    """former next first last new future past previous late other ex acting vice deputy second third another then
    university company club bank college school board party union council class student group state county city federal
    associate senior co-founder founding""".split()
)
_PLAIN = re.compile(r"[\w'’-]+(?:ed|ing|ive|ous|al|ful|less|ist|ish|ent|ant|ic|old|ble)|outgoing|populist|tough|weak")
_BEFORE = re.compile(r"((?:[\w.’'-]+ ){1,5})$")


@dataclass(frozen=True)
class Office:
    """An office as the texts write it before a name: *prime minister*; nation: the country before it, if any."""

    title: str
    nation: str | None

    @property
    def head(self) -> str:
        return self.title.split()[-1]

    def rivals(self, head: str) -> bool:
        """Whether a description with this noun may mean a holder: *the leader* may be any president."""
        return self.head == head or (head in _LEADING and self.title in _LEADERS)


def offices(corpus: Corpus, found: pl.DataFrame) -> pl.DataFrame:
    """The offices before names: article, start, item, title, nation. found: article, start, item."""
    rows = []
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    for article, start, item in found.select("article", "start", "item").iter_rows():
        office = office_before(texts[article][max(0, start - 60) : start])
        if office is not None:
            rows.append((article, start, item, office.title, office.nation))
    schema = {"article": pl.String, "start": pl.UInt32} | dict.fromkeys(("item", "title", "nation"), pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row")


def office_before(text: str) -> Office | None:
    """The office that ends a text: *said Russian President* gives president, Russia."""
    match = _BEFORE.search(text)
    words = match[1].split() if match else []
    title: list[str] = []
    while words and (lower := words[-1].lower().rstrip(".")) in TITLES - _COURTESY:
        title.insert(0, _SHORT.get(lower, lower))
        words.pop()
    if not title or title[0] in ("former", "ex") or (words and words[-1].lower() in ("former", "ex", "then-")):
        return None
    nation = re.sub(rf"[{APOSTROPHES}]s$", "", words[-1]) if words else ""
    return Office(" ".join(title), _US.get(nation) or _NATION.get(nation) or (nation if nation in DEMONYMS else None))


def given(kind: str | None, references: Iterable[str], country: str | None) -> set[Office]:
    """The offices that `event.toml` gives: its kind and references hold a noun of an office."""
    words = {word for text in (kind or "", *references) for word in re.findall(r"[a-z]+", text.lower())}
    return {Office(word, country) for word in words & PERSONS}


def means(words: str, office: Office) -> bool:
    """Whether a description such as *the embattled president* or *the Russian leader* may mean the holder."""
    parts = re.sub(r"^(?:[Tt]he|[Tt]his|[Tt]hat) ", "", words).split()
    nation: str | None = None
    rest: list[str] = []
    for part in parts:
        bare = re.sub(rf"[{APOSTROPHES}]s?$", "", part)
        place = _US.get(bare) or _NATION.get(bare) or SEATS.get(bare) or (bare if bare in DEMONYMS else None)
        if place is not None and nation is None:
            nation = place
        elif part[0].isupper() and part.lower() not in office.title.split():
            return False
        else:
            rest.append(part.lower())
    if nation is not None and nation != office.nation:
        return False
    if not rest:
        return False
    title = office.title.split()
    if nation is not None and office.title in _LEADERS and rest[-1] in _LEADING:
        title = [rest[-1]]
    bare_title = len(title) > 1 and title[0] not in BARE and rest[-len(title) :] != title
    title = title[-1:] if bare_title else title
    before = rest[: len(rest) - len(title)]
    return rest[-len(title) :] == title and all(
        word not in _OTHERS and _PLAIN.fullmatch(word) is not None for word in before
    )
