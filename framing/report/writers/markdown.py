"""The report as Markdown that GitHub and pandoc render alike. Text from articles is escaped throughout."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from framing.report.blocks import (
    Block,
    Bullets,
    Cell,
    Document,
    Evidence,
    Figure,
    Finding,
    Footnote,
    Inline,
    Link,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
)
from framing.report.look.look import Look, logo_name

_MARKS = re.compile(r"([\\`*_{}\[\]#|<>~$^@]|:(?=[\w+-]))")  # : before a letter opens an emoji or an address


def markdown(document: Document) -> str:
    """The whole report; figures are looked for in `figures/` beside it."""
    look = document.look or Look()
    lines = [f"![](figures/{logo_name(look)})", ""] if look.logo else []
    lines += [f"# {escape(document.title)}", "", f"*{escape(document.subtitle)}*", ""]
    if document.notes:
        lines += [f"> {escape(document.notes)}", ""]
    lines += [" · ".join(f"{escape(name)}: {escape(text)}" for name, text in document.facts), ""]
    lines += [f"- [{escape(section.title)}](#{section.id})" for section in document.sections] + [""]
    for section in document.sections:
        lines.extend(_section(section, 2, look))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def escape(text: str) -> str:
    """A text as Markdown that shows just these characters: no markup, no HTML, no link, on one line."""
    line = " ".join(text.split())
    marked = _MARKS.sub(r"\\\1", line).replace("&", "&amp;")
    # Addresses and numbered lists are made from plain text too.
    marked = re.sub(r"(?i)\b(www|https?|ftp|mailto)\b", lambda found: found[0][0] + "&#8203;" + found[0][1:], marked)
    marked = re.sub(r"^([-+=!])", r"\\\1", marked)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", marked)


def _section(section: Section, level: int, look: Look) -> Iterator[str]:
    yield f'<a id="{section.id}"></a>'
    yield ""
    yield f"{'#' * min(level, 6)} {escape(section.title)}"
    yield ""
    before: Block | Section | None = None
    for block in section.blocks:
        if isinstance(block, Finding) and not (isinstance(before, Finding) and before.kind == block.kind):
            yield from (f"**{block.mark} {escape(block.kind)}**", "")
        yield from _block(block, level, look)
        before = block


def _block(block: Block | Section, level: int, look: Look) -> Iterator[str]:
    if isinstance(block, Section):
        yield from _section(block, level + 1, look)
    elif isinstance(block, Paragraph):
        yield _inlines(block.content)
    elif isinstance(block, Bullets):
        yield from (f"- {_inlines(item)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Finding):
        yield f"- {_inlines(block.content)}"
    elif isinstance(block, Figure):
        yield f"![{escape(block.alt)}](figures/{block.name}.svg)"
        if block.caption:
            yield ""
            yield f"<sub>{escape(block.caption)}</sub>"
    else:
        yield from _evidence(block, look)
    yield ""


def _inlines(content: Sequence[Inline]) -> str:
    return "".join(_inline(part) for part in content)


def _inline(part: Inline) -> str:
    if isinstance(part, Link):
        return f"[{escape(part.text)}](#{part.anchor})"
    if isinstance(part, Strong):
        return f"**{escape(part.text)}**"
    if isinstance(part, Quote):
        return f"“{escape(part.text)}”"
    if isinstance(part, Footnote):
        return f" <sub>{_inlines(part.content)}</sub>"
    lead, trail = " " * part.startswith(" "), " " * (part.endswith(" ") and bool(part.strip()))
    return lead + escape(part) + trail


def _table(table: Table) -> Iterator[str]:
    yield f"**{escape(table.caption)}**"
    yield ""
    yield "| " + " | ".join(escape(name) for name in table.columns) + " |"
    yield "|" + "|".join("---:" if at in table.numeric else "---" for at in range(len(table.columns))) + "|"
    yield from ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows)
    if table.note:
        yield ""
        yield f"<sub>{escape(table.note)}</sub>"


def _cell(cell: Cell) -> str:
    text = "".join(_marked(words, kind) for words, kind in cell.pieces) if cell.marks else escape(cell.text)
    text += f" ({escape(cell.note)})" if cell.note else ""
    return f"[{text}](#{cell.anchor})" if cell.anchor else text


def _marked(words: str, kind: str) -> str:
    """Words that stand out: charged ones in bold, names in italics."""
    sign = {"charged": "**", "name": "*"}.get(kind, "")
    lead, trail = " " * (words[:1] == " "), " " * (words[-1:] == " " and words.strip() != "")
    return f"{lead}{sign}{escape(words)}{sign}{trail}"


def _evidence(block: Evidence, look: Look) -> Iterator[str]:
    more = f", {len(block.passages)} {look.say('shown')}" if block.total > len(block.passages) else ""
    count = f"{block.total} {look.say('passage' if block.total == 1 else 'passages')}{more}"
    yield f'<details id="{block.id}"><summary>{html.escape(f"{block.title}: {count}")}</summary>'
    yield ""
    for passage in block.passages:
        about = ", ".join(escape(part) for part in (passage.article, passage.label, passage.rule) if part)
        words = f"{escape(passage.before)} **{escape(passage.text)}** {escape(passage.after)}".strip()
        yield f"- {words} <sub>({about})</sub>"
    yield ""
    yield "</details>"
