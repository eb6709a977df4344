"""Bring articles into an event: each becomes a Markdown file with front matter, to be read and corrected by hand.

What was given is kept as it was in `.raw/`. Nothing is overwritten; an article that is there already is refused.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from framing.corpus.cleaning.clean import clean
from framing.corpus.cleaning.dateline import agencies_of
from framing.corpus.cleaning.duplicates import versions
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, read_event, slug
from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fetch import Fetcher
from framing.corpus.files.fields import FIELDS, MAX_TEXT
from framing.corpus.files.gather import Gathering
from framing.corpus.find import BUNDLED, event_folders, find_event, is_event_name, named_event
from framing.corpus.load import clean_headline, load
from framing.corpus.metadata.language import language_code, language_of
from framing.corpus.metadata.metadata import OutletNames, read_date, url_date
from framing.corpus.pages.extract import page_fields
from framing.corpus.readers import endings
from framing.corpus.readers.markdown import written
from framing.errors import CorpusError, one_line
from framing.whole import alone, clear_parts, whole

RAW = ".raw"  # what was given, as it was; the loader passes by what begins with a dot
_FRONT = ("outlet", "title", "date", "byline", "agency", "section", "url", "language", "truncated", "paywall", "raw")


@dataclass(frozen=True)
class Added:
    """What became of one article: the file that was written, or why none was; and what was understood."""

    source: str
    file: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    headline: str | None = None
    words: int = 0
    remarks: tuple[str, ...] = ()
    problem: str | None = None  # null: it was written
    there: bool = False  # nothing to do: it was there before, or is no article

    def __str__(self) -> str:
        if self.problem is not None:
            return f"- {self.source}: {self.problem}"
        about = (one_line(self.outlet), str(self.published or "undated"), f"{self.words} words", *self.remarks)
        return f"+ {self.file}: {one_line(self.headline or 'no headline')} ({', '.join(about)})"


@dataclass
class _Given:
    """An article that was given, with the bytes that it came in."""

    source: str
    fields: dict[str, str]
    content: bytes | Path
    ending: str = ""
    many: bool = False  # one of many in a file
    extra: dict[str, str] = field(default_factory=dict)


@dataclass
class _Adder:
    folder: Path
    event: Event
    outlet: str | None
    names: OutletNames
    texts: list[tuple[str, str]] = field(default_factory=list)  # outlet and body of all that is there
    keys: list[str] = field(default_factory=list)  # what they are called

    def same(self, outlet: str, body: str) -> str | None:
        """That this article, or another version of it, is there already; null if it is new."""
        own = [number for number, (name, _) in enumerate(self.texts) if name == outlet]
        found = versions([*(self.texts[number] for number in own), (outlet, body)])
        new = len(own)
        if new in found:
            other, share = found[new]
        elif any(kept == new for kept, _ in found.values()):
            other, share = next((old, share) for old, (kept, share) in found.items() if kept == new)
        else:
            return None
        what = (
            "is there already" if share > 0.995 else f"is another version ({share:.0%} the same) of one that is there"
        )
        return f"{what}: {self.keys[own[other]]}"


def writable(name: str, data: Path | None = None) -> Path:
    """The folder of an event that articles can be added to, by its name or path: one that is there, else a new one.

    Raises CorpusError for an event that comes with framing and for a name that is none.
    """
    folder = Path(name)
    if is_event_name(name):
        folder = named_event(name, data) or event_folders(data)[0] / name
    elif not is_event_name(folder.name) or name.casefold().endswith(endings()):
        folder = find_event(name, data)
    elif not folder.parent.is_dir():
        raise CorpusError(f"there is no folder {one_line(folder.parent)} for a new event; make it, or check the path")
    if folder.is_file():
        raise CorpusError(f"{one_line(name)} is a file; give the name of an event to add it to, and the file behind it")
    asked = [place.resolve() for place in event_folders(data) if place not in BUNDLED]
    if folder.parent.resolve() in [place.resolve() for place in BUNDLED if place.resolve() not in asked]:
        raise CorpusError(f"the event {one_line(name)} comes with framing; give another name, or a folder with --data")
    return folder


def add(
    folder: Path,
    sources: Iterable[str],
    outlet: str | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Added]:
    """Write the articles of files, folders and web addresses into an event's folder, one after the other.

    outlet: for articles that name none themselves. Yields what became of each; a source that cannot be read is one
    of these, and does not stop the others.

    Raises CorpusError where the folder cannot be written, or another run is adding to it.
    """
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CorpusError(f"{one_line(folder)} cannot be made ({problem.strerror}); check --data") from problem
    try:
        with alone(folder, wait=False):
            for place in (folder, folder / RAW):
                if place.is_dir():
                    clear_parts(place)
            yield from _added(folder, sources, outlet, fetcher or Fetcher())
    except BlockingIOError as problem:
        raise CorpusError(f"another run is adding to {one_line(folder.name)}; try again when it is done") from problem
    finally:
        if is_new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _added(folder: Path, sources: Iterable[str], outlet: str | None, fetcher: Fetcher) -> Iterator[Added]:
    event = read_event(folder)
    adder = _Adder(folder, event, outlet, OutletNames(event))
    corpus = _present(folder)
    if corpus is not None:
        adder.names.learn(corpus.articles["outlet"])
        for row in corpus.articles.iter_rows(named=True):
            adder.texts.append((row["outlet"], row["text"][row["body_start"] :]))
            adder.keys.append(row["article"])
    for source in sources:
        for given in _given(source, fetcher):
            yield given if isinstance(given, Added) else _write(adder, given)


def _present(folder: Path) -> Corpus | None:
    try:
        return load(folder)
    except CorpusError:
        return None


def _given(source: str, fetcher: Fetcher) -> Iterator[_Given | Added]:
    """The articles of one source."""
    shown = one_line(source, 200)
    if source.startswith(("http://", "https://")):
        try:
            page = fetcher.fetch(source)
            text = decode_bytes(page.content, page.charset)
            fields = {"body": text} if page.kind == "text/plain" else page_fields(text, page.url)
        except CorpusError as problem:
            yield Added(shown, problem=str(problem))
            return
        except UnreadableError as problem:
            yield Added(shown, problem=f"{problem.problem}; {problem.advice}")
            return
        fields.setdefault("url", page.url)
        yield _Given(shown, fields, page.content, ".txt" if page.kind == "text/plain" else ".html")
        return
    path = Path(source)
    if path.is_dir():
        gathering = Gathering(path)
        records = gathering.all()
    elif path.is_file():
        gathering = Gathering(path.parent)
        records = list(gathering.file(path, {}))
    else:
        yield Added(shown, problem="is not there; check the name (a web address begins with https:// or http://)")
        return
    for row in gathering.problems:
        where = f"{row['file']}:{row['line']}" if row["line"] else row["file"]
        yield Added(where, problem=f"{row['problem']}; {row['advice']}", there=row["severity"] == "note")
    for record in records:
        place = gathering.folder / record.file
        where = f"{record.place}:{record.raw.line}" if record.raw.line else record.place
        yield _Given(one_line(where, 200), record.fields, place, many=record.raw.many, extra=record.raw.extra)


def _write(adder: _Adder, given: _Given) -> Added:
    fields = given.fields
    body = fields.get("body", "").replace("\0", "").strip()
    headline = clean_headline(fields.get("headline"))
    outlet = adder.names.name(fields.get("outlet") or fields.get("domain") or adder.outlet, fields.get("url"))
    if outlet is None:
        cure = "give it with --outlet, or call the file outlet--date--n"
        if given.many:
            cure = "add a column `outlet`; if the whole file is of one outlet, say so with --outlet"
        return Added(given.source, headline=headline, problem=f"names no outlet; {cure}")
    done = clean(body[:MAX_TEXT], headline, None, outlet)
    words = sum(any(map(str.isalnum, word)) for word in done.body.split())
    found = Added(given.source, outlet=outlet, headline=headline, words=words)
    if not any(sign.isalnum() for sign in done.body) or len(body) > MAX_TEXT:
        return replace(found, problem="holds no story; paste its text into a .txt file")
    if there := adder.same(outlet, done.body):
        return replace(found, problem=there, there=True)
    date = read_date(fields.get("published") or url_date(fields.get("url")) or done.date or "", adder.event)
    language = language_of(done.body) or language_code(fields.get("language")) or "en"
    remarks = list(dict.fromkeys([*done.flags, *(["paywall"] if fields.get("paywall") else [])]))
    remarks += ["ambiguous_date"] if date and date.ambiguous else [] if date else ["no date"]
    remarks += [f"not English ({language})"] if language != "en" else []
    kept = _keep(adder.folder, given)
    front = {
        "outlet": outlet,
        "title": headline,
        "date": date.date.isoformat() if date else None,
        "byline": fields.get("byline") or done.byline,
        "agency": fields.get("agency") or done.agency or agencies_of(None).named(fields.get("byline")),
        "section": fields.get("genre"),
        "url": fields.get("url"),
        "language": language,
        "truncated": "true" if fields.get("truncated") else None,
        "paywall": fields.get("paywall"),
        "raw": kept,
        **{name: value for name, value in given.extra.items() if name not in FIELDS},
    }
    name = _free(adder.folder, outlet, date.date if date else None, front_matter(front) + written(body) + "\n")
    adder.texts.append((outlet, done.body))
    adder.keys.append(name)
    return replace(found, file=name, published=date.date if date else None, remarks=tuple(remarks))


def front_matter(fields: dict[str, str | None]) -> str:
    """The lines between two lines of three hyphens that the reader of Markdown reads back as these fields."""
    lines = []
    for name in (*_FRONT, *(name for name in fields if name not in _FRONT)):
        value = one_line(fields.get(name) or "", 1000)
        if value:
            quoted = value[0] in "\"'[{>|#&*!%@`-?~" or " #" in value or value != value.strip()
            escaped = value.replace("\\", r"\\").replace('"', r"\"")
            lines.append(f'{name}: "{escaped}"' if quoted else f"{name}: {value}")
    return "\n".join(["---", *lines, "---", "", ""])


def _keep(folder: Path, given: _Given) -> str:
    """Put the bytes that were given into the folder `.raw`, once; where they are, from the event's folder."""
    if isinstance(given.content, Path):
        content = given.content.read_bytes()
        name = given.content.name.casefold()
        ending = next((ending for ending in endings() if name.endswith(ending)), given.content.suffix)
    else:
        content, ending = given.content, given.ending
    kept = folder / RAW / (hashlib.sha256(content).hexdigest()[:16] + ending)
    try:
        kept.parent.mkdir(exist_ok=True)
        if not kept.exists():
            with whole(kept) as part:
                part.write_bytes(content)
    except OSError as problem:
        raise CorpusError(f"{one_line(kept)} cannot be written ({problem.strerror}); check the folder") from problem
    return kept.relative_to(folder).as_posix()


def _free(folder: Path, outlet: str, date: dt.date | None, text: str) -> str:
    """Write under the first free name `outlet--date--n.md`; what is there is never touched."""
    for number in range(1, 100_000):
        path = folder / f"{slug(outlet)}--{date or 'undated'}--{number}.md"
        try:
            if path.exists():
                continue
            with whole(path, over=False) as part:
                part.write_bytes(text.encode("utf-8", "replace"))
        except FileExistsError:
            continue
        except OSError as problem:
            raise CorpusError(f"{one_line(path)} cannot be written ({problem.strerror}); check the folder") from problem
        return path.name
    raise CorpusError(f"there are too many files of {one_line(outlet)}; use another event")
