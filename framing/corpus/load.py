"""An event folder -> Corpus: read every file, clean every article, name what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from framing.corpus.cleaning.characters import tidy
from framing.corpus.cleaning.clean import Cleaned, Removed, clean_all
from framing.corpus.cleaning.dateline import agencies_of
from framing.corpus.cleaning.duplicates import kept_once, versions
from framing.corpus.cleaning.mojibake import mend
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, read_event, slug
from framing.corpus.files.fields import MAX_TEXT, Raw
from framing.corpus.files.gather import RUN, Found, Gathering, made_by_framing
from framing.corpus.files.identity import content_of
from framing.corpus.find import event_name, events_in, file_stem, place_of
from framing.corpus.metadata.genre import headline_genre, read_genre
from framing.corpus.metadata.language import language_code, language_of
from framing.corpus.metadata.metadata import (
    OutletNames,
    read_byline,
    read_date,
    same_name,
    url_date,
)
from framing.errors import CorpusError, expect, one_line, whole_number
from framing.processes import spread
from framing.schema import ARTICLES, PROBLEMS, REMOVED
from framing.text.typography import plain_line

_OWN = frozenset((*ARTICLES, "body", "line"))  # columns that extra ones must not hide
_LONG_TEXT = 10_000  # words of a text, from which on it may be a collection
_SHORT_DATE = re.compile(r"\s*\d\d\D\d\d\D\d\d(?!\d)")
_SHOWN = 5  # problems named in an error
_PORTION = 200  # articles cleaned together
_MANY = 4_000  # articles from which on it pays to start other processes

_Read = tuple[Found, str | None]  # an article and its outlet
_Clean = tuple[str | None, Cleaned, str | None]  # headline, body, and the language that is read in it


def load(event: str | Path, data: str | Path | None = None, workers: int = 1) -> Corpus:
    """The corpus of an event: the name of one, its folder, or a file of articles (a table, an export, a feed ...).

    What was taken out of the pages is in `removed`; files and lines that could not be read, and all that
    had to be doubted, are in `problems`. workers: processes that clean and read the articles, where these are more than
    4,000; the corpus is the same for any number. They start this script again: see `framing.processes`.

    Raises CorpusError if there is no article at all, naming what is wrong; UnknownNameError for an unknown
    name.
    """
    expect("load()", event, (str, Path), "give the name of an event, its folder, or a file of articles")
    if data is not None:
        expect("data", data, (str, Path), "give the folder of events")
    whole_number("workers", workers, 1)
    return _loader(place_of(event, Path(data) if data is not None else None)).corpus(workers)


def _loader(place: Path, keep: bool = False) -> _Loader:
    """What reads an event's folder, or a file that is an event by itself: no other file beside it is looked at."""
    if place.is_dir():
        if inside := events_in(place):
            names = ", ".join(one_line(event.name, 30) for event in inside[:3])
            advice = "give one of them; `framing study --events` takes the folder"
            raise CorpusError(f"{one_line(place.name)} is a folder of events, such as {names}; {advice}")
        if made_by_framing(place / RUN) == "a folder of scores":
            advice = "`framing compare --scores` and `framing.open_scores` take it"
            raise CorpusError(f"{one_line(place.name)} is a folder of scores, no event; {advice}")
        described = read_event(place)
        return _Loader(Gathering(place, described.columns), described, keep=keep)
    stem = file_stem(place)
    gathering = Gathering(place.parent)
    found = list(gathering.file(place, {}))
    events = sorted({event for article in found if (event := article.fields.get("event"))})
    if len(events) > 1:
        what = (
            f"names {len(events)} events ({', '.join(one_line(event, 30) for event in events[:3])}, ...): read as one"
        )
        advice = f"`framing study --events {one_line(place.name)}` compares within each"
        gathering.problem(place.name, "note", what, advice)
    title = stem.replace("-", " ").replace("_", " ").strip()
    return _Loader(gathering, Event(event_name(place), title[:1].upper() + title[1:]), given=found, keep=keep)


def load_table(path: Path) -> tuple[dict[str, Callable[[], Corpus]], int]:
    """What reads each event of one table with a column `event`, by its values; how many articles name none.

    Raises CorpusError for a table that cannot be read, or that names no event; so does what is returned, for an event
    without an article.
    """
    gathering = Gathering(path.parent)
    events: dict[str, list[Found]] = {}
    for found in gathering.file(path, {}):
        events.setdefault(" ".join(found.fields.get("event", "").split())[:200], []).append(found)
    name = one_line(path.name)
    if not events:
        why = "; ".join(str(row["problem"]) for row in gathering.problems[:_SHOWN]) or "holds no articles"
        raise CorpusError(f"{name} {why}; give a table with columns such as event, outlet, date, title, text")
    if set(events) == {""}:
        raise CorpusError(f"{name} has no column that names the event; add one called event")

    def reader(event: str) -> Callable[[], Corpus]:
        about = Event(slug(event), event)
        return lambda: _Loader(
            Gathering(path.parent, problems=list(gathering.problems)), about, given=events[event]
        ).corpus()

    nameless = events.pop("", [])
    return {event: reader(event) for event in events}, len(nameless)


def load_part(raws: Sequence[Raw], path: Path, event: Event, known: Mapping[str, str]) -> Corpus:
    """The corpus of some records of a large file: cleaned as in `load`, but compared with no other article.

    known: what is known of all of them, such as the outlet in the name of a folder. An outlet is called as the event
    says, else as the first of these records spells it. There may be no article.
    """
    gathering = Gathering(path.parent, event.columns)
    found = list(gathering.articles(raws, path, known))
    return _Loader(gathering, event, given=found, whole=False).corpus()


def raw_bodies(folder: Path) -> dict[str, str]:
    """The body of each article of an event as its file gives it, before it is cleaned; by article."""
    loader = _loader(folder, keep=True)
    loader.corpus()
    return loader.bodies


@dataclass
class _Loader:
    gathering: Gathering
    event: Event
    articles: list[dict[str, Any]] = field(default_factory=list)
    removed: list[dict[str, str]] = field(default_factory=list)
    keys: Counter[str] = field(default_factory=Counter)
    bodies: dict[str, str] = field(default_factory=dict)  # as read, by article: only where `keep` is set
    keep: bool = False
    given: list[Found] | None = None  # instead of what the folder holds
    whole: bool = True  # these are all articles; else a part of many, which may be empty

    def corpus(self, workers: int = 1) -> Corpus:
        self.names = OutletNames(self.event)
        self.agencies = {
            alias: outlet.name
            for outlet in self.event.outlets
            if outlet.kind == "agency"
            for alias in (outlet.name, *outlet.aliases)
        }
        self.wires = agencies_of(self.agencies)
        found = deque(self.gathering.all() if self.given is None else self.given)
        written = (article.fields.get("outlet") or article.fields.get("domain") for article in found)
        self.names.learn(name for name in written if name)
        workers = workers if len(found) > _MANY else 1
        for some, cleaned in spread(_cleaned, self.agencies, self._portions(found), workers):
            for (article, outlet), done in zip(some, cleaned, strict=True):
                self._article(article, outlet, done)
        if self.whole:
            if not self.articles:
                raise CorpusError(self._why_empty())
            self._drop_twice(workers)
        if self.whole and len({article["outlet"] for article in self.articles}) == 1:
            self._problem(".", "warning", "all articles are of one outlet", "add coverage of others to compare")
        problems = pl.DataFrame(self.gathering.problems, schema=dict(PROBLEMS)) if self.gathering.problems else None
        removed = pl.DataFrame(self.removed, schema=dict(REMOVED)) if self.removed else None
        nothing = {"article": pl.String, "outlet": pl.String, "body": pl.String}
        articles = pl.DataFrame(self.articles, None if self.articles else nothing, infer_schema_length=None)
        self.articles = []
        return Corpus.from_frame(articles, self.event, removed, problems, workers)

    def _portions(self, found: deque[Found]) -> Iterator[list[_Read]]:
        """Articles with their outlets, some at a time. Of many the texts as they were read take much memory: what is
        cleaned is let go."""
        while found:
            some = [found.popleft() for _ in range(min(len(found), _PORTION))]
            fields = [one.fields for one in some]
            names = [self.names.name(of.get("outlet") or of.get("domain"), of.get("url")) for of in fields]
            yield list(zip(some, names, strict=True))

    def _problem(self, file: str, severity: str, problem: str, advice: str, line: int | None = None) -> None:
        self.gathering.problem(file, severity, problem, advice, line)

    def _key(self, outlet: str, found: Found) -> str:
        """`outlet/name`; where that stands already, with a mark of the text behind it, which no row moves."""
        key = f"{slug(outlet)}/{slug(found.name)}"
        if self.keys[key]:
            key += f"-{content_of(found.fields)}"
        self.keys[key] += 1
        return key if self.keys[key] == 1 else f"{key}-{self.keys[key]}"

    def _article(self, found: Found, outlet: str | None, cleaned: _Clean | None) -> None:
        place, raw, fields = found.place, found.raw, found.fields
        body = fields.get("body", "")
        if outlet is None:
            advice = "name the file outlet--date--n, or give `outlet` in front matter, index.jsonl or the table"
            self._problem(place, "error", "names no outlet: left out", advice, raw.line)
            return
        if cleaned is None:
            self._problem(place, "error", f"is longer than {MAX_TEXT:,} characters: left out", "split it", raw.line)
            return
        headline, done, language = cleaned
        if not any(sign.isalnum() for sign in done.body):
            but = " but a headline, links or notices" if done.removed else ""
            self._problem(place, "error", f"holds no words{but}: left out", "check what was saved", raw.line)
            return
        flags = list(done.flags)
        if fields.get("truncated", "").lower() in ("true", "1", "yes") and "truncated" not in flags:
            flags.append("truncated")
        if fields.get("paywall") and "paywall" not in flags:
            flags.append("paywall")
        if fields.get("partial"):
            flags.append("partial")
            what = "has more than twice the text that was taken from it"
            self._problem(place, "note", what, "look whether the story is whole", raw.line)
        if len(done.body) > _LONG_TEXT and (words := len(done.body.split())) > _LONG_TEXT:
            what = f"has {words:,} words: is it one article?"
            self._problem(place, "warning", what, "look into it; split a collection of articles by hand", raw.line)
        if "paywall" in flags:
            what = "is the beginning of a story behind a paywall"
            self._problem(place, "warning", what, "put the whole text there, or leave it out", raw.line)
        date = self._date(found, done, flags)
        language = self._language(found, language, flags)
        key = self._key(outlet, found)
        byline = read_byline(fields.get("byline")) or done.byline
        self.articles.append(
            {
                "article": key,
                "outlet": outlet,
                "headline": headline,
                "published": date,
                "byline": byline,
                "dateline": done.dateline,
                "agency": self._agency(fields.get("agency"), byline, done),
                "url": fields.get("url"),
                "language": language,
                "genre": read_genre(fields.get("genre"), done.label, fields.get("url"))
                or headline_genre(fields.get("headline"))
                or "news",
                "body": done.body,
                "flags": flags,
                "source_file": place,
                "sha256": found.sha256,
                "line": raw.line,
                **{name if name not in _OWN else f"given_{name}": value for name, value in raw.extra.items()},
            }
        )
        self.removed.extend(_row(key, removed) for removed in done.removed)
        if self.keep:
            self.bodies[key] = body

    def _date(self, found: Found, done: Cleaned, flags: list[str]) -> dt.date | None:
        """The date that is given; else the one in the address, else the one above the text."""
        place, line, given = found.place, found.raw.line, found.fields.get("published")
        date = read_date(given, self.event, found.order) if given else None
        if given and date is None:
            what = f"has no date that can be read ({one_line(given, 30)!r})"
            self._problem(place, "warning", what, "write the date as YYYY-MM-DD", line)
        if date is None:
            other = url_date(found.fields.get("url")) or done.date
            date = read_date(other, self.event) if other else None
            given = other
        if date is not None and date.ambiguous:
            flags.append("ambiguous_date")
            parts = "day, month and year" if _SHORT_DATE.match(given or "") else "day and month"
            what = f"{parts} of {one_line(given, 20)} may be the other way round"
            self._problem(place, "warning", what, "write the date as YYYY-MM-DD", line)
        elif date is not None and (where := self._outside(date.date)):
            what = f"is dated {date.date}, {where}"
            self._problem(place, "warning", what, "check its date, or leave it out", line)
        if date is None and (printed := found.fields.get("printed")):
            what = f"names the day of its printing alone ({one_line(printed, 20)}), which is not taken as published"
            self._problem(place, "note", what, "name the file outlet--date--n, or give it in index.jsonl", line)
        return date.date if date else None

    def _outside(self, date: dt.date) -> str | None:
        """Where a date lies that cannot be the event's; null for one that can."""
        start, end = self.event.start, self.event.end
        if date > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
            return "in the future"
        if (start is not None and date < start) or (end is not None and date > end):
            return "outside the days of event.toml"
        return None

    def _language(self, found: Found, read: str | None, flags: list[str]) -> str:
        """The language read in the text; what the file declares counts only where that is too short to tell."""
        declared = language_code(found.fields.get("language"))
        language = read or declared or "en"
        if language != "en":
            flags.append("not_english")
            what = f"is in another language ({one_line(language)}): the measures that come along are for English"
            self._problem(found.place, "warning", what, "bring a word list or measure of that language", found.raw.line)
        elif declared not in (None, "en"):
            what = f"says that it is in another language ({one_line(declared)}), but is in English"
            self._problem(found.place, "note", what, "mend the field `language`", found.raw.line)
        return language

    def _agency(self, given: str | None, byline: str | None, done: Cleaned) -> str | None:
        """The agency whose text it is. What a table says of it does not hold against *the agency reported*."""
        credit = done.agency or self.wires.named(byline)
        if credit is None and given and given.strip():
            credit = self.wires.name(given.strip()) or given.strip()
            if self.wires.cites(done.body, credit):
                return None
        return credit

    def _drop_twice(self, workers: int) -> None:
        """An article that is there twice in one outlet is kept once; the other is listed."""
        twice = versions([(article["outlet"], article["body"]) for article in self.articles], workers)
        left_out = set()
        for number, (other, share) in twice.items():
            article, kept = self.articles[number], self.articles[other]["article"]
            self._problem(article["source_file"], "note", *kept_once(kept, share), article["line"])
            left_out.add(article["article"])
        self.articles = [article for article in self.articles if article["article"] not in left_out]
        self.removed = [row for row in self.removed if row["article"] not in left_out]

    def _why_empty(self) -> str:
        name = one_line(self.event.name)
        if not self.gathering.problems:
            return (
                f"event {name} holds no articles; put .md, .txt, .html, .json, .csv or .parquet files into its folder"
            )
        shown = "; ".join(f"{problem['file']} {problem['problem']}" for problem in self.gathering.problems[:_SHOWN])
        more = f"; and {len(self.gathering.problems) - _SHOWN} more" if len(self.gathering.problems) > _SHOWN else ""
        cures = {str(problem["advice"]) for problem in self.gathering.problems if problem["severity"] == "error"}
        cure = cures.pop() if len(cures) == 1 else "mend these files"
        return f"event {name} holds no article that can be read: {shown}{more}; {cure}"


def _cleaned(agencies: Mapping[str, str], articles: Sequence[_Read]) -> list[_Clean | None]:
    """Articles with their outlets: the headline, the body and its language. Null for what is left out unread."""
    read = {
        number: (body, clean_headline(article.fields.get("headline"), outlet), outlet)
        for number, (article, outlet) in enumerate(articles)
        if outlet is not None and len(body := article.fields.get("body", "")) <= MAX_TEXT
    }
    found: list[_Clean | None] = [None] * len(articles)
    for (number, (_, headline, _)), done in zip(read.items(), clean_all([*read.values()], agencies), strict=True):
        found[number] = headline, done, language_of(done.body)
    return found


def clean_headline(text: str | None, outlet: str = "") -> str | None:
    """A headline is one line: what stands behind a line break (a read-more note), names its genre or is the outlet's
    name behind a dash or a bar is none of it."""
    first = next((line for line in (text or "").splitlines() if line.strip()), "")
    line = plain_line(tidy(mend(first)[0]))[:500]
    line = re.sub(r"^(?:Opinion|Editorial|Analysis|Commentary) \| (?=\S)", "", line)
    behind = re.search(r"(?<=\S)\s+[|–—-]\s+([^|–—]+)$", line)
    return (line[: behind.start()] if behind and outlet and same_name(behind[1], outlet) else line) or None


def _row(article: str, removed: Removed) -> dict[str, str]:
    return {"article": article, "kind": removed.kind, "rule": removed.rule, "text": removed.text}
