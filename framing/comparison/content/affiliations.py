"""To which party or country people belong, as the texts themselves say: *Rep. Ada Holm (R-Ohio)*, *Ada Holm of Ohio,
the Republican leader*, *the panel's top Democrat, Sen. Ada Holm*, *the Norwegian minister Ada Holm*, *White House
spokesman Jon Pell*.

Only what stands right beside a name counts. Who is given two of them belongs to none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import DEMONYMS, SEATS, TITLES
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

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
    r"advisor|strongman|autocrat|house|senate|oil|central|prime|home|health|economy|climate|presidential|"
    r"vice-presidential|gubernatorial|senatorial|congressional|front-?runner|contender|hopeful|challenger|rival)\.? )"
)
_PARTY = "|".join(_PARTIES)
_TITLE = r"(?:(?:[Ss]en|[Rr]ep|[Gg]ov|Lt)(?:s|ators?|resentatives?|ernors?)?\.? ){1,2}"
_RANK = r"(?:top|ranking|senior|leading|highest-ranking|No\. ?\d)"
_POST = "(?:leader|whip|governor|senator|lawmaker|nominee|candidate|challenger)"
_WITHIN = r"(?: (?:in|on|for) [^,.;:]{3,40})?"
_BEFORE = re.compile(
    rf"\b({_PARTY}) (?:US |U\.S\. )?{_OFFICE}{{0,4}}$|\b({_PARTY}) $|"
    # "the panel's top Democrat, Sen. Ada Holm", "Ohio's Republican governor, Ada Holm", "One Democrat, Sen. Ada Holm"
    rf"(?:\b[Tt]he|['’]s) (?:\w+ )?{_RANK} (?:\w+ )?({_PARTY}){_WITHIN}, (?:{_TITLE})?$|"
    rf"(?:\b[Tt]he|['’]s) (?:\w+ )?({_PARTY}) {_POST}{_WITHIN}, (?:{_TITLE})?$|"
    rf"\b(?:[Tt]he|[Oo]ne|[Aa]nother) ({_PARTY}), {_TITLE}$|"
    # "Other Republicans, such as Ada Holm"
    rf"\b(?i:some|other|several|many|few|fellow|leading|prominent|moderate|house|senate) ({_PARTY})s,? "
    rf"(?:like|such as|including) (?:{_TITLE})?$"
)
_NOT_ONE = "(?!former|ex-|one-?time|lifelong|(?:the|an?|of|to|for|with|by|from|and|or|in|on|who|which) )"
_BIG = f"[{CAPITALS}]"
_AFTER = re.compile(
    rf"^,? ?\(?([RDI])[-–‑](?:\w|\.)+(?: \w+)?[,.)]|^ \(([RDI])(?:\.,? {_BIG}[\w. ]{{1,12}})?\)"
    # "Ada Holm of Ohio, the Senate's No. 2 Republican", "Holm (Ohio), a moderate Democrat", "Holm, Ohio Democrat"
    rf"|^(?: of (?:{_BIG}\w+ ?){{1,2}}| \({_BIG}[\w. ]{{1,14}}\))?, "
    rf"(?:(?:an?|(the)) (?:{_NOT_ONE}[\w.’'-]+ ){{0,3}}?|(?:{_NOT_ONE}[\w-]+ ){{0,2}}?)"
    # not "On the death of Roe, the top Democrat, Ada Holm, said": it is the next one
    rf"({_PARTY})(?(3)(?!,? {_BIG}|(?: {_POST})(?:,? {_BIG}| of {_BIG}\w+,? {_BIG})))"
    rf"(?:[,.;:”\"]| (?:from|of|on|in|who|and) | {_POST}\b(?! {_BIG}))"
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
            parties[item][_PARTIES[next(filter(None, hit.groups()))]] += 1
        if hit := _AFTER.search(after):
            letter = hit[1] or hit[2]
            parties[item][_LETTERS[letter] if letter else _PARTIES[hit[4]]] += 1
        if hit := _NATION.search(before):
            countries[item][_COUNTRY[hit[1]]] += 1
        if hit := _NATION_BEHIND.search(after):
            countries[item][_COUNTRY[hit[1]]] += 1
    return _settled(parties), {**SEATS, **_settled(countries)}


def _settled(found: dict[str, Counter[str]]) -> dict[str, str]:
    return {name: next(iter(sides)) for name, sides in found.items() if len(sides) == 1}
