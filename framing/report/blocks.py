"""What a report is made of: plain values without markup. Each format renders the same blocks.

Text inside blocks is data, and may come from hostile articles: a renderer escapes it, always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias
from urllib.parse import quote

from framing.report.look.look import Look


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


@dataclass(frozen=True)
class Footnote:
    """What a reader may look up, out of the line."""

    content: tuple[Inline, ...]


Inline: TypeAlias = "str | Link | Strong | Quote | Footnote"


@dataclass(frozen=True)
class Paragraph:
    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Bullets:
    items: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Definitions:
    """Words, each with what it means."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """A table cell: what is shown, what it is sorted by, where it leads, and a note in small print.

    marks: start, end and kind (`charged`, `name`) of words that stand out, in order, none over another.
    report: a folder with another report, beside this one, to which the cell leads.
    """

    text: str
    sort: float | None = None
    anchor: str | None = None
    note: str = ""
    marks: tuple[tuple[int, int, str], ...] = ()
    report: str | None = None

    @property
    def place(self) -> str | None:
        """The folder of the other report as an address."""
        return quote(self.report) if self.report else None

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """The text in runs, each with the kind of its mark, or with none."""
        cuts, at = [], 0
        for start, end, kind in self.marks:
            cuts += [(self.text[at:start], ""), (self.text[start:end], kind)]
            at = end
        return tuple(piece for piece in (*cuts, (self.text[at:], "")) if piece[0])


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
    name: str = ""  # how the article is called (*The Courier (5 Feb)*); its key where that is empty

    @property
    def blanks(self) -> tuple[str, str]:
        """What stands between the passage and its context on either side: a blank, or nothing before a full stop."""
        return " " if self.before[-1:].isspace() else "", " " if self.after[:1].isspace() else ""


@dataclass(frozen=True)
class Evidence:
    """The passages behind one outlet's number; `total` counts those that are not shown, too."""

    id: str
    measure: str
    outlet: str
    passages: tuple[Passage, ...]
    total: int
    place: str = ""  # the event, where a report has several

    @property
    def title(self) -> str:
        return f"{self.measure} in {self.outlet}" + (f", {self.place}" if self.place else "")


@dataclass(frozen=True)
class Finding:
    """A statement: the mark and the name of its kind, its sentence, and passages that it rests on."""

    kind: str
    mark: str
    content: tuple[Inline, ...]
    passages: tuple[Passage, ...] = ()
    outlets: tuple[str, ...] = ()


Block: TypeAlias = "Paragraph | Bullets | Definitions | Table | Figure | Evidence | Finding"


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
    keywords: tuple[str, ...] = ()
    contents: bool = True  # paper: a list of contents after the first section, and a new page
    look: Look | None = None


def rebuilt(node: Any, change: Callable[[Any], Any]) -> Any:
    """A block with `change` done to each of its parts (blocks, cells, inlines), innermost first, and then to itself."""
    if isinstance(node, Section):
        node = replace(node, blocks=tuple(rebuilt(block, change) for block in node.blocks))
    elif isinstance(node, Table):
        node = replace(node, rows=tuple(tuple(change(cell) for cell in row) for row in node.rows))
    elif isinstance(node, (Paragraph, Footnote, Finding)):
        node = replace(node, content=tuple(rebuilt(part, change) for part in node.content))
    elif isinstance(node, Bullets):
        node = replace(node, items=tuple(tuple(rebuilt(part, change) for part in item) for item in node.items))
    return change(node)


def anchors(blocks: Iterable[Block | Section]) -> Iterator[str]:
    """The places that links can lead to."""
    for block in blocks:
        if isinstance(block, (Section, Table, Evidence)):
            yield block.id
        if isinstance(block, Section):
            yield from anchors(block.blocks)


def figures(blocks: Iterable[Block | Section]) -> Iterator[str]:
    """The names of the charts that are shown."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block.name
        elif isinstance(block, Section):
            yield from figures(block.blocks)
