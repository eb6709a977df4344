"""Datelines and agency credits: which wire a text comes from, and from where it was filed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framing.corpus.cleaning.forms import MONTH, NAME
from framing.corpus.metadata.agencies import AGENCIES
from framing.text.typography import CAPITALS

LOST = "\N{REPLACEMENT CHARACTER}"
# Cities that agencies file from: a dateline in small letters, or before a colon, is one of these only.
_CITIES = (
    "Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Amman|Amsterdam|Ankara|Athens|Baghdad|Baku|Bangkok|Beijing|Beirut|"
    "Belgrade|Berlin|Bishkek|Bogota|Brasilia|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Canberra|Caracas|Chicago|"
    "Colombo|Copenhagen|Damascus|Delhi|Dhaka|Doha|Dubai|Dublin|Frankfurt|Geneva|Hanoi|Harare|Havana|Helsinki|Hong Kong|"
    "Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Karachi|Kathmandu|Khartoum|Kiev|Kuala Lumpur|Kyiv|Lagos|"
    "Lahore|Lima|Lisbon|London|Los Angeles|Madrid|Manila|Melbourne|Mexico City|Minsk|Moscow|Mumbai|Nairobi|New Delhi|"
    "New York|Oslo|Ottawa|Paris|Phnom Penh|Prague|Pretoria|Pyongyang|Rio de Janeiro|Riyadh|Rome|San Francisco|Santiago|"
    "Seoul|Shanghai|Singapore|Sofia|Stockholm|Sydney|Taipei|Tashkent|Tbilisi|Tehran|Tel Aviv|Tokyo|Toronto|Tripoli|"
    "Tunis|United Nations|Vienna|Vilnius|Warsaw|Washington|Wellington|Yangon|Yerevan|Zurich"
)
_BROADCASTERS = (
    "CNN(?: Business| Money)?|CNBC|CBS News|NBC News|ABC News|Sputnik|Tasnim|RT|VOA|RFE/RL|UrduPoint[^()]{0,50}"
)
# In capitals before a dash, and no place.
_NO_PLACE = re.compile(
    r"(?:READ|WATCH|LISTEN|SEE|VIDEO|PHOTOS?|RELATED|SUBSCRIBE|SIGN UP|SPONSORED|PROMOTED|PAID|ADVERTISEMENT|ANNONS|"
    r"ANZEIGE|WERBUNG|PUBLICITÉ|PUBLICIDAD|PUBBLICITÀ|ADVERTENTIE|REKLAME?|BREAKING|EXCLUSIVE|UPDATED?|LATEST|LIVE|"
    r"DEVELOPING|OPINION|ANALYSIS|COMMENT|COMMENTARY|EDITORIAL|EXPLAINER|REVIEW|INTERVIEW|CORRECTION|CLARIFICATION|"
    r"NEWSLETTER|GALLERY|PODCAST|MORE|JUST IN|FACT CHECK|ALSO READ|IN PICTURES|DON['’]T MISS|CLICK HERE|SHARE)"
    r"(?: (?:MORE|NEXT|ALSO|NOW|LIVE|NEWS|CONTENT|POST|STORY|HERE|THIS|UPDATES?|VIDEO|STORIES|ONLY|\d))?"
)
_BEGINS = 1_500  # characters in which a text says where its news comes from
_DASH = rf"\.?\s*(?:--|[-–—_{LOST}])\s+"
_SIGNS, _REACH = re.compile(rf"[-–—_{LOST}(/\[:|•]"), 200  # one of these ends a dateline; characters of a long one


@dataclass(frozen=True)
class Dateline:
    """The dateline as it was printed, the place and the agency in it, and where the text begins behind it."""

    text: str
    place: str | None
    agency: str | None
    end: int


@dataclass(frozen=True)
class Signed:
    """A credit behind the last sentence: where it begins, and the agency."""

    start: int
    agency: str


@dataclass(frozen=True)
class Wires:
    """How agencies are recognised: their forms, the forms of datelines, a credit that stands alone."""

    names: dict[str, str]
    forms: tuple[re.Pattern[str], ...]
    alone: re.Pattern[str]
    any_form: re.Pattern[str]
    cited: re.Pattern[str]
    behind: re.Pattern[str]
    beside: re.Pattern[str]

    def dateline(self, paragraph: str, text: str = "") -> Dateline | None:
        """The dateline that a paragraph begins with. text: the whole, which tells whether *LEEDS:* is a place."""
        if not _SIGNS.search(paragraph, 0, _REACH):
            return None
        for form in self.forms:
            if found := form.match(paragraph):
                fields = found.groupdict()
                place = (fields.get("place") or "").strip(" ,") or None
                agency = None if fields.get("others") else self.name(fields.get("agency"))
                if fields.get("alone") and not _is_place(fields["alone"], text):
                    continue
                if place and _NO_PLACE.fullmatch(place):
                    continue
                return Dateline(found.group().strip(), place or fields.get("alone"), agency, found.end())
        return None

    def credited(self, paragraph: str) -> str | None:
        """The agency of a paragraph that is nothing but its name."""
        found = self.alone.match(paragraph)
        return self.name(found["agency"]) if found else None

    def named_beside(self, paragraph: str) -> str | None:
        """The agency of a line of names with it: *Jane Roe, Associated Press*, *JANE ROE / AFP*."""
        found = self.beside.match(paragraph) if len(paragraph) < 120 else None
        return self.name(found["agency"]) if found else None

    def signed(self, paragraph: str) -> Signed | None:
        """The agency in brackets or behind a dash at the end of a sentence that ends a text."""
        found = self.behind.search(paragraph)
        return Signed(found.start("mark"), self.names[found["agency"].casefold()]) if found else None

    def named(self, text: str | None) -> str | None:
        """The one agency that a byline or a credit names; null where it names none or several."""
        names = {self.names[found.casefold()] for found in self.any_form.findall(text or "")}
        return names.pop() if len(names) == 1 else None

    def cites(self, body: str, agency: str) -> bool:
        """Whether the beginning of a text names the agency as a source: *Reuters reported*, *told AFP*."""
        begins = body[:_BEGINS]
        return any(
            self.names[form.casefold()] == agency for found in self.cited.findall(begins) for form in found if form
        )

    def name(self, form: str | None) -> str | None:
        """The agency's name, of any of its forms."""
        return self.names.get(form.casefold()) if form else None


def _is_place(name: str, text: str) -> bool:
    """Whether a word in capitals before a colon is a place: the text has it elsewhere, and never in small letters."""
    titled = " ".join(word[:1] + word[1:].lower() for word in name.split())
    if len(re.findall(rf"(?m)^\W*{re.escape(name)}\b ?[:|•]", text)) > 1:  # who speaks, in a transcript
        return False
    return (
        re.search(rf"\b{re.escape(titled)}\b", text) is not None
        and re.search(rf"\b{re.escape(name.lower())}\b", text) is None
    )


@lru_cache(maxsize=64)
def wires(extra: tuple[tuple[str, str], ...] = ()) -> Wires:
    """The known agencies and `extra` ones: pairs of a form and the agency's name."""
    names = {alias.casefold(): name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
    names.update({alias.casefold(): name for alias, name in extra})
    known = "|".join(re.escape(alias) for alias in sorted(names, key=len, reverse=True))
    big = f"[{CAPITALS}]"
    word = rf"{big}[{CAPITALS}.'’/]+"
    words = rf"(?:[‘’'][Ss]-|[AO] )?{word}(?:[ -]{word}){{0,4}}"
    place = rf"(?P<place>{words}(?:,? {big}[\w.]+(?: {big}[^\W\d_]+)?){{0,2}}?)"
    mixed = rf"(?P<place>{big}[\w.'’]+(?:[ -]{big}[\w.'’]+){{0,2}}(?:,? \[?{big}[\w.]+\]?){{0,2}}?)"
    russian = "(?:янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек)[а-я]{1,6}"
    date = rf"(?:,? ?(?:(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH}|{russian}))(?:,? \d{{4}})?\.?)"
    agency = rf"[(/] ?(?P<agency>(?i:{known}))(?P<others>(?:/(?i:{known}))*)[)/]"
    day = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    label = (
        r"(?!DEAR\b|UPDATE|VIDEO|EXCLUSIVE|LIVE|ANALYSIS|WATCH|OPINION|BREAKING|PHOTO|NEWS|EDITOR|CORRECTION|COMMENT)"
    )
    # Without brackets, but not *SCRANTON, PA - *.
    bare = "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True) if form not in ("pa", "aa", "ia"))
    forms = (
        rf"{agency}{_DASH}{place}{date}?{_DASH}",  # (ANSA) - ROME, JAN 5 -
        rf"(?P<agency>(?i:{bare}))(?:, |{_DASH}){place}{date}?(?:{_DASH}|: )",  # AP - LEEDS -
        rf"[Bb]y (?P<agency>(?i:{bare})),? {place}{date}?(?:{_DASH}|: )",  # By Reuters LEEDS -
        rf"(?P<agency>(?i:{bare})), {mixed}{date}?(?:{_DASH}|: )",  # Reuters, Leeds:
        rf"{place}{date}?, (?P<agency>(?i:{bare})){_DASH}",  # TOKYO, Jan. 5, Kyodo -
        rf"{place}{date}? ?{agency}(?:{_DASH}|[.:]? )",  # MOSCOW, Dec 9 (Reuters) -   BISHKEK, December 9. /TASS/.
        rf"{mixed}{date}? ?{agency}(?:{_DASH}|: )",  # Washington (AFP) -   New Delhi [India], Dec 9 (ANI):
        rf"{mixed}{date} ?{agency} (?=[{CAPITALS}“\"‘])",  # Moscow, Dec 9 (IANS) Russia
        rf"{mixed} \((?:{_BROADCASTERS})\)(?:{_DASH}|\s*)(?=[{CAPITALS}“\"‘])",  # Hong Kong (CNN Business) Stocks
        rf"{agency}(?:{_DASH}|[.:] )",  # (Bloomberg) --
        rf"{date[3:-1].removeprefix(',? ?')} ?{agency}{_DASH}",  # Dec 9 (Reuters) -
        rf"{place}{date}?{_DASH}(?=[{CAPITALS}“\"‘])",  # BEIJING --
        rf"(?P<place>{word}(?: {word}){{0,2}})[—–](?=[{CAPITALS}“]\w)",  # WASHINGTON—The
        rf"{place}{date}?{_DASH}{agency}{_DASH}",  # LEEDS - (Reuters) -
        rf"{day}{mixed}{date}{_DASH}(?=[{CAPITALS}“\"‘])",  # Leeds, 4 November 2025 -
        rf"{place}{date}: (?=[{CAPITALS}“\"‘])",  # LEEDS, Nov. 4: The
        rf"\[{label}(?P<place>{word}(?: {word}){{0,2}}){date}?\](?:{_DASH}| )(?=[{CAPITALS}“\"‘])",  # [LEEDS] The
        rf"(?P<place>{word}(?: {word}){{0,2}}, {big}[^\W\d_]+) [•|] (?=[{CAPITALS}“\"‘])",  # LEEDS, England •
        rf"(?P<alone>{label}{word}(?: {word}){{0,2}})(?::| [|•]) (?=[{CAPITALS}“\"‘])",  # LEEDS: The, if it is a place
        rf"(?P<place>{_CITIES.upper()}): (?=[{CAPITALS}“\"‘])",  # MOSCOW: Russia
        rf"(?P<place>(?:{_CITIES})(?:, {big}[^\W\d_]+)?)\s+[—–{LOST}]\s+(?={big})",
    )
    alone = re.compile(
        rf"^[(/—–-]*\s*(?i:(?:news )?source: ?|(?:written |posted |published )?by:? )?(?P<agency>(?i:{known}))"
        r"(?: (?:[Ss]taff|[Cc]orrespondents?|[Rr]eporters?|[Nn]ewswire)|/[a-z]{2,5})?\s*[)]?\.?$"
    )
    # In running text a form counts only as it is written, or in capitals: *Scranton, Pa.* is no agency.
    written = [*(form for name, forms in AGENCIES.items() for form in (name, *forms)), *(alias for alias, _ in extra)]
    both = sorted({*written, *(form.upper() for form in written)}, key=len, reverse=True)
    exact = "|".join(map(re.escape, both))
    any_form = re.compile(rf"\b({exact})(?![\w’'])")
    cited = re.compile(
        rf"\b({exact}),? (?:has )?(?:first )?(?:report(?:ed|s)|cit(?:ed|es|ing)|quot(?:ed|es|ing))\b"
        rf"|\b(?:according to|reported by|in a report by) (?:the )?(?:news agency )?({exact})"
        r"(?! (?:data|calculations?|polls?|surveys?|estimates?|tall(?:y|ies)|figures|records))"
        rf"|\b(?:told|tells|interview with|spoke to|seen by|obtained by) (?:the )?(?:news agency )?({exact})\b"
    )
    behind = re.compile(rf"[.!?][”\"’']?\s*(?P<mark>(?:[(/]|[—–-]\s*|(?<=\s))(?P<agency>{exact})[)/]?)\s*\.?$")
    beside = re.compile(
        rf"^[(—–-]*\s*(?:By |BY )?{NAME.pattern}(?:(?:,| and| AND| &) {NAME.pattern}){{0,3}}(?:,| ?[/|"
        rf"–—-]) ?(?:[Tt]he )?"
        rf"(?P<agency>{exact})\)?\.?$"
    )
    return Wires(names, tuple(re.compile(form) for form in forms), alone, any_form, cited, behind, beside)


def agencies_of(extra: Mapping[str, str] | None) -> Wires:
    """`wires` of a mapping from forms to names."""
    return wires(tuple((extra or {}).items()))
