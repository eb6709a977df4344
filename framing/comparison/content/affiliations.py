"""To which party or country people belong, as the texts themselves say: *Rep. Ada Holm (R-Ohio)*, *the Norwegian
minister Ada Holm*, *White House spokesman Jon Pell*.

Only what stands right beside a name counts. Who is given two of them belongs to none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import DEMONYMS, SEATS, TITLES
from framing.corpus.corpus import Corpus

_LETTERS = {"R": "Republican", "D": "Democrat", "I": "Independent"}
_PARTIES = {
    "Republican": "Republican", "GOP": "Republican", "Democrat": "Democrat", "Democratic": "Democrat",
    "Labour": "Labour", "Conservative": "Conservative", "Tory": "Conservative", "Lib Dem": "Liberal Democrat",
    "Liberal Democrat": "Liberal Democrat", "SNP": "SNP",
}  # fmt: skip
# Words of office that may stand between a party or country and the name.
_OFFICE = (
    "(?:(?i:"
    + "|".join(sorted(TITLES - {"former"}))
    + r"|mp|msp|minority|majority|leader|whip|nominee|candidate|national|security|foreign|"
    r"defen[cs]e|finance|interior|energy|trade|state|press|treasury|official|diplomat|lawmaker|negotiator|adviser|"
    r"advisor|strongman|autocrat|house|senate|oil|central|prime|home|health|economy|climate)\.? )"
)
_BEFORE = re.compile(rf"\b({'|'.join(_PARTIES)}) (?:US |U\.S\. )?{_OFFICE}{{0,4}}$|\b({'|'.join(_PARTIES)}) $")
_AFTER = re.compile(
    r"^,? ?\(?([RDI])[-–‑](?:\w|\.)+(?: \w+)?[,.)]|^ \(([RDI])\)"
    rf"|^, (?:an? |the )?(?:(?!former|ex-|one-?time|lifelong)[\w-]+ ){{0,2}}?"
    rf"({'|'.join(_PARTIES)})(?:,| from | of | on | who | and )"
)
_COUNTRY = {adjective: country for country, adjective in DEMONYMS.items()} | {
    "US": "United States", "U.S.": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom",
    "EU": "European Union", "British": "United Kingdom", **SEATS,
}  # fmt: skip
_CONTINENTS = {"European", "African", "Asian"}
_NATION = re.compile(
    rf"\b({'|'.join(re.escape(word) for word in sorted(set(_COUNTRY) - _CONTINENTS, key=len, reverse=True))})"
    rf"(?:['’]s?)? {_OFFICE}{{1,5}}$"
)
# "Ada Holm, an assistant secretary at the Norwegian Treasury"
_NATION_BEHIND = re.compile(
    rf"^, (?:an? |the )?(?:[a-z-]+ ){{0,7}}?(?:at|of|for|in|with) (?:the )?"
    rf"({'|'.join(re.escape(word) for word in sorted(set(_COUNTRY) - _CONTINENTS, key=len, reverse=True))})"
    r"(?:['’]s?)? (?:Treasury|treasury|government|State|Department|Ministry|ministry|parliament|Senate|embassy|"
    r"Embassy|army|navy|military|administration)\b"
)
_REACH = 90  # characters before and behind a name


def affiliations(corpus: Corpus) -> tuple[dict[str, str], dict[str, str]]:
    """Party and country of people, by the name under which they stand in `items.MENTIONS`."""
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    parties: defaultdict[str, Counter[str]] = defaultdict(Counter)
    countries: defaultdict[str, Counter[str]] = defaultdict(Counter)
    named = corpus.once(mentions)
    for article, item, kind, start, end in named.select("article", "item", "kind", "start", "end").iter_rows():
        if kind not in ("name", "actor"):
            continue
        text = texts[article]
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if hit := _BEFORE.search(before):
            parties[item][_PARTIES[hit[1] or hit[2]]] += 1
        if hit := _AFTER.search(after):
            letter = hit[1] or hit[2]
            parties[item][_LETTERS[letter] if letter else _PARTIES[hit[3]]] += 1
        if hit := _NATION.search(before):
            countries[item][_COUNTRY[hit[1]]] += 1
        if hit := _NATION_BEHIND.search(after):
            countries[item][_COUNTRY[hit[1]]] += 1
    return _settled(parties), {**SEATS, **_settled(countries)}


def _settled(found: dict[str, Counter[str]]) -> dict[str, str]:
    return {name: next(iter(sides)) for name, sides in found.items() if len(sides) == 1}
