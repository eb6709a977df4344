"""What a report is made of: plain values without markup. Each format renders the same blocks.

Text inside blocks is data, and may come from hostile articles: a renderer escapes it, always.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Link:
    """Words that lead to an anchor of this report (`evidence-hedging-the-courier`)."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Quote:
    """The very words of an article: set as a quotation."""

    text: str


Inline: TypeAlias = "str | Link | Strong | Quote"


@dataclass(frozen=True)
class Paragraph:
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Bullets:
    items: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Cell:
    """A table cell: what is shown, what it is sorted by, where it leads, and a note in small print."""

    text: str
    sort: float | None = None
    anchor: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Columns with their names; `numeric` columns are set to the right."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A chart, by the name of its file without ending; `alt` says in words what it shows."""

    name: str
    title: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Passage:
    """Words of an article that stand behind a number."""

    article: str
    outlet: str
    before: str
    text: str
    after: str
    label: str = ""
    rule: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Evidence:
    """The passages behind one outlet's number; `total` counts those that are not shown, too."""

    id: str
    measure: str
    outlet: str
    passages: tuple[Passage, ...]
    total: int

    @property
    def title(self) -> str:
        return f"{self.measure} in {self.outlet}"


Block: TypeAlias = "Paragraph | Bullets | Table | Figure | Evidence"


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    blocks: tuple[Block | Section, ...]


@dataclass(frozen=True)
class Document:
    """A whole report. facts: label and text of the title block (articles, outlets, dates, version)."""

    title: str
    subtitle: str
    notes: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    language: str = "en"
    keywords: tuple[str, ...] = field(default=())
