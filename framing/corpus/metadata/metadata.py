"""What is known of an article beside its text: outlet, date, byline."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import combining, normalize

from framing.corpus.event import Event
from framing.corpus.metadata.addresses import is_archive, outlet_host
from framing.text.typography import fold, plain_line

# The months in the languages of the databases' interfaces, and as papers of other countries write them: in full (in
# Slavic languages as they stand in dates), and as they are cut short.
_MONTH_NAMES = (
    "january jan janvier januar jänner enero ene januari gennaio janeiro stycznia ocak ledna января січня",
    "february feb février févr febrero febbraio februar februari fevereiro lutego şubat února февраля лютого",
    "march mar mars märz mrz marzo maart março marca mart marts března марта березня",
    "april apr avril avr abril abr aprile kwietnia nisan dubna апреля квітня",
    "may mai mayo mei maggio maio maja maj mayıs května мая травня",
    "june jun juin juni junio giugno junho czerwca haziran června июня червня",
    "july jul juillet juil juli julio luglio julho lipca temmuz července июля липня",
    "august aug août agosto ago augustus sierpnia augusti ağustos srpna августа серпня",
    "september sep sept septembre septiembre settembre setembro września eylül září сентября вересня",
    "october oct octobre oktober okt octubre ottobre outubro października ekim října октября жовтня",
    "november nov novembre noviembre novembro listopada kasım ноября листопада",
    "december dec décembre déc dezember dez diciembre dic dicembre dezembro grudnia aralık desember prosince декабря "
    "грудня",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_IN_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-]|\. )(\d{1,2})(?:[/.-]|\. )(\d{4}|\d{2})(?!\d)")
_BEGINS_IN_NUMBERS = re.compile(rf"\s*{_IN_NUMBERS.pattern}")
_LONG_AGO = 10  # years
_EXCEL = dt.date(1899, 12, 30)  # the day that spreadsheets count from


_ARTICLES = "The|Le|La|Les|L'|El|Los|Las|Il|Lo|Der|Die|Das|De|Het|O|A"  # *Sun, The*
_INITIALS = frozenset(  # words of outlets' names that are written in capitals
    "aap abc afp ani ap ard bbc bfm bfmtv cbc cbs cctv cgtn cnbc cnn ctv dna dpa dw efe faz gb hbo ians irna itv "
    "kcna lci msnbc nbc ndr ndtv nhk npr nrc nrk nyt nzz orf pa pbs pti rai rbc rfi rmc rnz rt rtbf rte rtl rts "
    "rtve sbs scmp srf svt tass tf1 tns trt tv tve tvn tvp uk un upi us usa voa vrt wbur wdr wnyc wsj yle zdf".split()
)


@dataclass(frozen=True)
class Date:
    """A date as read; `ambiguous` where day and month could be the other way round."""

    date: dt.date
    ambiguous: bool = False


def read_date(text: str, event: Event | None = None, order: str | None = None) -> Date | None:
    """The date in a text such as 2020-02-05T10:00Z, 5 February 2020, Feb. 5, 2020, 05/02/2020, 1580860800, 43866.

    Null if there is none between the years 1600 and 2100. Of 05/02/2020 the reading is taken that `order` says (DMY,
    MDY, YMD), else the one inside the event's window, else day before month; it is ambiguous if two readings are dates
    and nothing decides. With full stops, 05.02.2020, the day comes first; 26-04-01 may begin with its year.
    """
    text = fold(text[:400]).strip()[:200]
    forms = (
        r"(?:.*?(?<![\d/.-]))??(\d{4})(?:[-/]|\. ?)(\d{1,2})(?:[-/]|\. ?)(\d{1,2})(?!\d)",
        r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?(?!\d)",
    )
    for form in forms:
        if (found := re.match(form, text)) and (date := _date(*map(int, found.groups()))):
            return date
    if re.fullmatch(r"\d{10}(?:\d{3}){0,3}(?:\.\d+)?", text):  # seconds since 1970, or parts of them
        return Date(dt.datetime.fromtimestamp(int(text[:10]), dt.UTC).date())
    if re.fullmatch(r"[2-6]\d{4}(?:\.\d+)?", text):  # days, as spreadsheets count them
        return Date(_EXCEL + dt.timedelta(days=int(text[:5])))
    if (found := re.search(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日", text)) and (
        date := _date(*map(int, found.groups()))
    ):
        return date
    month = r"(?P<month>[^\W\d_]{3,12})\.?"
    clock = r"\d{1,2}:\d\d(?::\d\d)?(?: [^\W\d_]{2,5}| [+-]\d{4})?"  # Thu Sep 11 06:00:00 2025
    day_, year_ = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?", r"(?P<year>\d{4})"
    for form in (rf"{day_}(?: of| de)?[ -]{month}(?: de)?[ ,-]+{year_}", rf"{month} {day_},? (?:{clock} )?{year_}"):
        for found in re.finditer(form, text):
            name = found["month"].casefold()
            number = _MONTHS.get(name) or (_MONTHS.get(name[:3]) if name[:3].isascii() else None)
            if number:
                return _date(int(found["year"]), number, int(found["day"]))
    if found := re.match(
        r"(\d{1,2})[- ]([^\W\d_]{3,4})\.?[- ]'?(\d\d)(?![\d:.])", text
    ):  # 3-Feb-25, as spreadsheets have it
        number = _MONTHS.get(found[2].casefold(), 0)
        return _date(_century(int(found[3])), number, int(found[1]))
    found = _IN_NUMBERS.search(text)
    return _of_numbers(found, event, order) if found else None


def _of_numbers(found: re.Match[str], event: Event | None, order: str | None) -> Date | None:
    readings = _readings(found)
    if order in readings:
        return readings[order]
    with_year = _begins_with_year(readings)
    if order is not None or not (with_year or found[2] == "-"):
        readings.pop("YMD", None)
    dates = list(dict.fromkeys(readings.values()))
    inside = [read for read in dates if event is not None and _in_window(read.date, event)]
    if len(dates) < 2 or len(inside) == 1:
        return inside[0] if inside else dates[0] if dates else None
    if found[2].startswith(".") and not with_year:
        return dates[0]
    return Date(readings["YMD"].date if with_year else dates[0].date, ambiguous=True)


def date_order(texts: Iterable[str]) -> str | None:
    """In which order day, month and year of one file's dates such as 25/3/2026 or 26-03-25 stand: DMY, MDY or YMD; null
    where no date tells, or they disagree."""
    dates = [found for text in texts if (found := _BEGINS_IN_NUMBERS.match(fold(text[:40])))]
    possible = []
    for found in dates:
        readings = _readings(found)
        past = {order for order, date in readings.items() if len(found[4]) == 4 or not _to_come(date)}
        possible.append(past or set(readings))
    common = set.intersection(*filter(None, possible)) if any(possible) else set()
    if "YMD" in common and len(common) > 1:  # of one event the year stays, and the days do not
        first, last = (len({found[group] for found in dates}) for group in (1, 4))
        if last == 1 < first:
            common.discard("YMD")
        elif first == 1 < last and all(found[2] == "-" for found in dates):
            common = {"YMD"}
    return common.pop() if len(common) == 1 else None


def _readings(found: re.Match[str]) -> dict[str, Date]:
    """The dates that three numbers can be, by the order of day, month and year."""
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    parts = {"DMY": (_century(three), two, one), "MDY": (_century(three), one, two)}
    if len(found[1]) == len(found[3]) == len(found[4]) == 2:
        parts["YMD"] = (_century(one), two, three)
    return {order: date for order, numbers in parts.items() if (date := _date(*numbers))}


def _to_come(date: Date) -> bool:
    return date.date > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)


def _begins_with_year(readings: dict[str, Date]) -> bool:
    """Whether 26-04-01 is the likelier of 2026: news is of late rather than of long ago."""
    first, other = readings.get("YMD"), readings.get("DMY") or readings.get("MDY")
    if first is None or _to_come(first):
        return False
    return other is None or _to_come(other) or first.date.year - other.date.year >= _LONG_AGO


def url_date(url: str | None) -> str | None:
    """The date in an address such as /2020/2/5/ or /2020-02-05-, as YYYY-MM-DD; null where there is none."""
    found = re.search(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)", (url or "")[:2000])
    read = _date(*map(int, found.groups())) if found else None
    return read.date.isoformat() if read else None


def _century(year: int) -> int:
    return year + (0 if year > 99 else 2000 if year < 70 else 1900)


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(dt.date(year, month, day)) if 1600 <= year <= 2100 else None
    except ValueError:
        return None


def _in_window(date: dt.date, event: Event) -> bool:
    return (
        (event.start is not None or event.end is not None)
        and (event.start is None or event.start <= date)
        and (event.end is None or date <= event.end)
    )


@dataclass
class OutletNames:
    """One name for each outlet: from event.toml's names, aliases and domains, else as it is most often written."""

    event: Event
    _known: dict[str, str] = field(default_factory=dict)
    _domains: set[str] = field(default_factory=set)
    _declared: set[str] = field(default_factory=set)  # names and aliases of event.toml

    def __post_init__(self) -> None:
        for outlet in self.event.outlets:
            self._declared |= {_key(name) for name in (outlet.name, *outlet.aliases)}
            for name in (outlet.name, *outlet.aliases, outlet.domain or ""):
                if name:
                    self._known.setdefault(_key(name), outlet.name)
            if outlet.domain:
                self._domains.add(_key(_shown(outlet.domain)))
                self._known.setdefault(_key(_shown(outlet.domain)), outlet.name)

    def _without_place(self) -> None:
        """*The Guardian (London)* is *The Guardian*, where that stands too and no other place is named with it."""
        places: dict[str, set[str]] = {}
        for known, name in self._known.items():
            if found := re.match(r"(.+?)\s*\([^()]{3,40}\)$", name):
                places.setdefault(_key(found[1]), set()).add(known)
        for bare, placed in places.items():
            if bare in self._known and len(placed) == 1:
                self._known[placed.pop()] = self._known[bare]

    def learn(self, written: Iterable[str]) -> None:
        """Of the spellings of a name, take the commonest; of equals the one with most capitals, then the first."""
        counts: dict[str, Counter[str]] = {}
        for name in written:
            shown = _shown(name)
            if _key(shown):
                counts.setdefault(_key(shown), Counter())[shown] += 1
        for known, spellings in counts.items():
            best = max(spellings, key=lambda name: (spellings[name], sum(map(str.isupper, name))))
            self._known.setdefault(known, best)
        self._without_place()
        for known, name in list(self._known.items()):  # presstv.com is Press TV, where that is an outlet too
            if "." in known and (plain := known.split(".")[0]) in self._known and known not in self._domains:
                self._known[known] = self._known[plain] if "." not in self._known[plain] else name

    def name(self, written: str | None, url: str | None = None) -> str | None:
        """The outlet's one name: of a name or a domain that event.toml has, else as written, else from the address."""
        if _key(_shown(written or "")) not in self._declared:
            labels = _key(outlet_host(url) or "").split(".")
            for start in range(max(0, len(labels) - 1)):  # edition.courier.example is of courier.example
                if (domain := ".".join(labels[start:])) in self._domains:
                    return self._known[domain]
        for candidate in (written, outlet_host(url)):
            if candidate and _key(shown := _shown(candidate)):
                return self._known.setdefault(_key(shown), shown)
        return None


@lru_cache(maxsize=4096)
def _shown(name: str) -> str:
    """The name on one line; of an address its domain, of *Sun, The* *The Sun*; empty for a machine's own address."""
    name = plain_line(name)[:200]
    if "://" in name:
        name = outlet_host(name) or ""
    elif re.fullmatch(r"(?:[\d.]+|localhost)(?::\d+)?", name) or is_archive(name):
        name = ""
    return re.sub(rf"^(.+), ({_ARTICLES})$", r"\2 \1", re.sub(r"^www\.", "", name))


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    """Names that differ in case, accents, blanks, marks, a leading *the* or *www.* are one."""
    bare = re.sub(r"^(?:www\.|the\s+)", "", re.sub(r"^(.+), the$", r"\1", name.strip().casefold()))
    plain = bare if bare.isascii() else "".join(c for c in normalize("NFKD", bare) if not combining(c))
    return re.sub(r"[^\w.]+", "", plain).strip(".")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one outlet's, but for case, accents, marks and a leading *the*."""
    return _key(one) == _key(other)


def outlet_of_name(name: str) -> str:
    """The outlet that a file or folder is named after: *the-courier* is *The Courier*, *bbc-news* *BBC News*.

    A name that has capitals of its own keeps them.
    """
    words = re.sub(r"[-_\s]+", " ", name).strip().split(" ")
    if name != name.casefold():
        return " ".join(words)
    return " ".join(word.upper() if word in _INITIALS else word[:1].upper() + word[1:] for word in words)


def read_byline(text: str | None) -> str | None:
    """The names of a byline, without *By*; null where there is none."""
    names = re.sub(r"(?i)^(?:by|von|par|por|door|di)\b:?\s+(?=\S)", "", " ".join((text or "").split()))
    return re.sub(r"\[\[|\]\]", "", names).strip(" ,;|") or None
