"""Read a word list: one TOML file in `framing/measures/lexicons/`, or a user's own (`--lexicon mine.toml`).

The form of the file is described in docs/word-lists.md. Every problem of a file is named at once.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from framing.errors import LexiconError, one_line
from framing.text.typography import fold

SLOTS = {"previous2": -2, "previous": -1, "next": 1, "next2": 2}  # words away from the term
CLASSES = ("number", "capital", "start", "end", "ed", "ing", "ly", "article")
CASES = ("lower", "not_name", "upper", "any")
_ABOUT_WORDS = frozenset(
    {"near", "not_near", *SLOTS, *(f"not_{slot}" for slot in SLOTS)},
)
_ALIKE = (1.0, 1.0, 1.0)
_ENTRY_KEYS = frozenset({"term", "terms", "intensity", "case", "note", *_ABOUT_WORDS})


@dataclass(frozen=True)
class Entry:
    """A term with its conditions.

    words: for each place the alternatives, small letters; a stem ends in `*`, an ending begins with it. count: what a
    hit counts in the rate.
    conditions: words, stems and <classes> that must (`next`) or must not (`not_next`) stand at a place beside the term.
    """

    term: str
    words: tuple[tuple[str, ...], ...]
    category: str | None  # None: a veto
    count: float = 1.0
    case: str | None = None
    conditions: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Lexicon:
    """A word list: what it measures, and its entries."""

    measure: str
    title: str
    higher: str
    source: str
    licence: str
    voice: Literal["own", "all"]
    parts: tuple[str, ...]
    total: bool
    primary: bool
    language: str  # of the articles it is for: "en"
    names: bool  # whether terms count in proper names and fixed terms too
    counts: tuple[float, ...] | None  # what a term of intensity 1, 2 and 3 counts; None: every term counts 1
    counted: str | None  # what the hits are called, where categories are shares of all hits and no rates
    categories: dict[str, str]  # name -> label
    entries: tuple[Entry, ...]
    file: str
    sha256: str

    @property
    def terms(self) -> tuple[Entry, ...]:
        """The entries that are counted, without the vetoes."""
        return tuple(entry for entry in self.entries if entry.category is not None)


def read_lexicon(path: str | Path) -> Lexicon:
    """The word list of a TOML file. Raises LexiconError, naming every problem of the file."""
    path = Path(path)
    try:
        raw = path.read_bytes()
        fields = tomllib.loads(raw.decode("utf-8-sig"))
    except OSError as problem:
        raise LexiconError(f"word list {path.name} cannot be read: {problem.strerror}; check the path") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise LexiconError(f"word list {path.name} is not valid TOML: {one_line(problem)}; mend that line") from problem
    reader = _Reader(path.name, fields)
    lexicon = reader.lexicon(hashlib.sha256(raw).hexdigest())
    if reader.problems:
        shown = "; ".join(reader.problems[:8])
        more = f"; and {len(reader.problems) - 8} more" if len(reader.problems) > 8 else ""
        raise LexiconError(f"word list {path.name}: {shown}{more}; correct the file")
    return lexicon


class _Reader:
    def __init__(self, file: str, fields: dict[str, Any]) -> None:
        self.file, self.fields = file, fields
        self.problems: list[str] = []

    def lexicon(self, sha256: str) -> Lexicon:
        fields = self.fields
        for name in ("title", "measure", "higher", "source", "licence"):
            if not isinstance(fields.get(name), str) or not fields[name].strip():
                self.problems.append(f"{name!r} is missing or no text")
        measure = str(fields.get("measure", ""))
        if not measure.replace("_", "").isalnum() or measure != measure.lower():
            self.problems.append(f"measure {one_line(measure, 30)!r} must be small letters, digits and _")
        voice = fields.get("voice", "own")
        if voice not in ("own", "all"):
            self.problems.append("voice must be 'own' or 'all'")
        parts = fields.get("parts", ["body"])
        if not isinstance(parts, list) or not set(map(str, parts)) <= {"headline", "body"} or not parts:
            self.problems.append("parts must be a list of 'headline' and 'body'")
            parts = ["body"]
        language = fields.get("language", "en")
        if not isinstance(language, str) or not re.fullmatch(r"[a-z]{2,3}", language):
            self.problems.append("language must be a code such as 'en' or 'de'")
        counts = self._counts(fields, "")
        categories = fields.get("categories", {})
        if not isinstance(categories, dict) or not categories:
            self.problems.append("there is no [categories.NAME] with terms")
            categories = {}
        entries: list[Entry] = []
        labels: dict[str, str] = {}
        for name, category in categories.items():
            if not isinstance(category, dict) or not isinstance(category.get("terms"), list):
                self.problems.append(f"[categories.{one_line(name, 30)}] has no list 'terms'")
                continue
            labels[name] = str(category.get("label", name.replace("_", " ")))
            entries.extend(
                self._entries(name, category["terms"], self._counts(category, f"[categories.{name}] ") or counts)
            )
        vetoes = fields.get("vetoes", {})
        entries.extend(self._entries(None, vetoes.get("terms", []) if isinstance(vetoes, dict) else []))
        self._twice(entries)
        return Lexicon(
            measure=measure,
            title=str(fields.get("title")),
            higher=str(fields.get("higher")),
            source=str(fields.get("source")),
            licence=str(fields.get("licence")),
            voice="all" if voice == "all" else "own",
            parts=tuple(map(str, parts)),
            total=bool(fields.get("total", True)),
            primary=bool(fields.get("primary", True)),
            language=str(language),
            names=bool(fields.get("names", language != "en")),
            counts=counts,
            counted=fields.get("counted"),
            categories=labels,
            entries=tuple(entries),
            file=self.file,
            sha256=sha256,
        )

    def _counts(self, table: dict[str, Any], place: str) -> tuple[float, ...] | None:
        """What terms of each intensity count, where a list or a category says so."""
        given = table.get("counts")
        if given is None:
            return None
        if not isinstance(given, list) or len(given) != 3 or not all(map(_counting, given)):
            self.problems.append(f"{place}counts must be three numbers above 0: what intensity 1, 2 and 3 count")
            return None
        return tuple(map(float, given))

    def _entries(
        self, category: str | None, items: Iterable[Any], counts: tuple[float, ...] | None = None
    ) -> Iterator[Entry]:
        place = f"[categories.{category}]" if category else "[vetoes]"
        for item in items:
            table = {"term": item} if isinstance(item, str) else item
            if not isinstance(table, dict):
                self.problems.append(f"{place}: {one_line(item, 40)!r} is neither a text nor a table")
                continue
            unknown = sorted(set(table) - _ENTRY_KEYS)
            if unknown:
                self.problems.append(f"{place}: unknown key {unknown[0]!r}; known: {', '.join(sorted(_ENTRY_KEYS))}")
                continue
            terms = table["terms"] if "terms" in table else [table.get("term")]
            if not isinstance(terms, list):
                self.problems.append(f"{place}: 'terms' must be a list")
                continue
            conditions = {key: self._words(place, key, table[key]) for key in _ABOUT_WORDS & set(table)}
            intensity, case = table.get("intensity", 1), table.get("case")
            if intensity not in (1, 2, 3) or isinstance(intensity, bool):
                self.problems.append(f"{place}: intensity must be 1, 2 or 3")
                intensity = 1
            if case is not None and case not in CASES:
                self.problems.append(f"{place}: case must be one of {', '.join(CASES)}")
            for term in terms:
                words = self._places(place, term)
                if words:
                    yield Entry(
                        " ".join(term.split()), words, category, (counts or _ALIKE)[intensity - 1], case, conditions
                    )

    def _places(self, place: str, term: object) -> tuple[tuple[str, ...], ...]:
        words = tuple(tuple(map(normal, word.split("|"))) for word in term.split()) if isinstance(term, str) else ()
        alternatives = [word for place_words in words for word in place_words]
        if not words or any(
            not word.strip("*") or "*" in word[1:-1] or word[0] == word[-1] == "*" for word in alternatives
        ):
            self.problems.append(f"{place}: {one_line(term, 40)!r} is no term of words, a|b, stem* or *ending")
            return ()
        return words

    def _words(self, place: str, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
            self.problems.append(f"{place}: {key} must be a list of words")
            return ()
        for word in value:
            if word.startswith("<") and word.strip("<>") not in CLASSES:
                known = ", ".join(f"<{name}>" for name in CLASSES)
                self.problems.append(f"{place}: {key} has the unknown class {word!r}; known: {known}")
            elif " " in word:
                self.problems.append(f"{place}: {key} takes single words, not {one_line(word, 40)!r}")
        return tuple(normal(word) for word in value)

    def _twice(self, entries: list[Entry]) -> None:
        """The same term twice without conditions to tell them apart is a slip."""
        seen: dict[tuple[object, ...], Entry] = {}
        for entry in entries:
            key = (entry.words, entry.case, tuple(sorted(entry.conditions.items())))
            if key in seen:
                where = seen[key].category or "vetoes"
                self.problems.append(f"{entry.term!r} stands twice (in {where} and {entry.category or 'vetoes'})")
            seen[key] = entry


def _counting(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 100


def normal(word: str) -> str:
    """A word as terms are compared: small letters, straight apostrophes, no final *'s* (*it's* is found as *it*)."""
    lower = fold(word.lower())
    return lower.removesuffix("'s").removesuffix("'") or lower
