"""What is known of an article beside its text: outlet, date, genre, agency."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from framing.corpus.event import Event

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_GENRES = {  # words of a section, an address or a label -> genre
    "opinion": "opinion op-ed oped commentary comment column columns comment-is-free perspective viewpoint views",
    "editorial": "editorial editorials leader leaders leading-article",
    "live": "live live-blog liveblog live-updates",
    "qa": "q-a qa explainer explained interview",
    "news": "news",
}
GENRE = {word: genre for genre, words in _GENRES.items() for word in words.split()}


@dataclass(frozen=True)
class Date:
    """A date as read; `ambiguous` where day and month could be the other way round."""

    date: dt.date
    ambiguous: bool = False


def read_date(text: str, event: Event | None = None) -> Date | None:
    """The date in a text such as 2020-02-05T10:00Z, 5 February 2020, Feb. 5, 2020, 05/02/2020; null if none.

    Of 05/02/2020 the reading inside the event's window is taken, else day before month; it is ambiguous
    if both readings are dates and the window does not decide.
    """
    text = text.strip()
    if found := re.match(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)", text):
        return _date(*map(int, found.groups()))
    month = r"(?P<month>[A-Za-z]{3,9})\.?"
    day_, year_ = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
    for form in (rf"{day_}[ -]{month}[ ,-]+{year_}", rf"{month} {day_},? {year_}"):
        if (found := re.search(form, text)) and found["month"].lower()[:3] in _MONTHS:
            return _date(int(found["year"]), _MONTHS[found["month"].lower()[:3]], int(found["day"]))
    if found := re.search(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)", text):
        one, two, year = map(int, found.groups())
        readings = [read for read in (_date(year, two, one), _date(year, one, two)) if read is not None]
        inside = [read for read in readings if event is not None and _in_window(read.date, event)]
        if len(readings) == 2 and one != two:
            return inside[0] if len(inside) == 1 else Date(readings[0].date, ambiguous=True)
        return readings[0] if readings else None
    return None


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(dt.date(year, month, day))
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
    """One name for each outlet: from event.toml's names, aliases and domains, else as first written."""

    event: Event
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for outlet in self.event.outlets:
            for name in (outlet.name, *outlet.aliases, outlet.domain or ""):
                if name:
                    self._known.setdefault(_key(name), outlet.name)

    def name(self, written: str | None, url: str | None = None) -> str | None:
        """The outlet's one name; from the address where no name was given."""
        domain = urlsplit(url).hostname if url else None
        for candidate in (written, domain):
            if candidate and candidate.strip():
                shown = " ".join(candidate.split())
                return self._known.setdefault(_key(shown), shown)
        return None


def _key(name: str) -> str:
    """Names that differ in case, blanks, marks, a leading *the* or *www.* are one."""
    bare = re.sub(r"^(?:www\.|the\s+)", "", name.strip().casefold())
    return re.sub(r"[^\w.]+", "", bare)


def read_genre(*hints: str | None) -> str | None:
    """The genre that a label, a section or an address names; null where none does."""
    for hint in hints:
        for word in re.split(r"[/\s:|,]+", (hint or "").casefold()):
            if word.strip("&") in GENRE:
                return GENRE[word.strip("&")]
    return None
