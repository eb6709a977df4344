"""The report as Markdown that GitHub, pandoc and Quarto render alike. Text from articles is escaped throughout.

No raw HTML. Links lead to headings only, by the identifier that all of them make of a heading's words; what leads to
a table or to passages elsewhere is plain text here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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
    places = _places(document)
    lines += [f"- [{escape(section.title)}](#{places[section.id]})" for section in document.sections] + [""]
    for section in document.sections:
        lines.extend(_section(section, 2, look, places))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def escape(text: str) -> str:
    """A text as Markdown that shows just these characters: no markup, no HTML, no link, on one line."""
    line = " ".join(text.split())
    marked = _MARKS.sub(r"\\\1", line).replace("&", "&amp;")
    # Addresses and numbered lists are made from plain text too.
    marked = re.sub(r"(?i)\b(www|https?|ftp|mailto)\b", lambda found: found[0][0] + "&#8203;" + found[0][1:], marked)
    marked = re.sub(r"^([-+=!])", r"\\\1", marked)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", marked)


def _places(document: Document) -> dict[str, str]:
    """Section ids and the identifiers of their headings; those that several headings would share are numbered."""
    taken = {_identifier(document.title): 1}
    found: dict[str, str] = {}
    sections = list(document.sections)[::-1]
    while sections:
        section = sections.pop()
        name = _identifier(section.title)
        found.setdefault(section.id, f"{name}-{taken[name]}" if name in taken else name)
        taken[name] = taken.get(name, 0) + 1
        sections += [block for block in section.blocks if isinstance(block, Section)][::-1]
    return found


def _identifier(title: str) -> str:
    """What a heading is called in links: small letters, hyphens for spaces, no punctuation."""
    kept = "".join(sign for sign in title.lower() if sign.isalnum() or sign in "-_ ")
    return kept.strip().replace(" ", "-")


def _section(section: Section, level: int, look: Look, places: Mapping[str, str]) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escape(section.title)}"
    yield ""
    before: Block | Section | None = None
    for block in section.blocks:
        if isinstance(block, Finding) and not (isinstance(before, Finding) and before.kind == block.kind):
            yield from (f"**{block.mark} {escape(block.kind)}**", "")
        yield from _block(block, level, look, places)
        before = block


def _block(block: Block | Section, level: int, look: Look, places: Mapping[str, str]) -> Iterator[str]:
    if isinstance(block, Section):
        yield from _section(block, level + 1, look, places)
    elif isinstance(block, Paragraph):
        yield _inlines(block.content, places)
    elif isinstance(block, Bullets):
        yield from (f"- {_inlines(item, places)}" for item in block.items)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Finding):
        yield f"- {_inlines(block.content, places)}"
    elif isinstance(block, Figure):
        yield f"![{escape(block.alt)}](figures/{block.name}.svg)"
        if block.caption:
            yield ""
            yield f"*{escape(block.caption)}*"
    else:
        yield from _evidence(block, look)
    yield ""


def _inlines(content: Sequence[Inline], places: Mapping[str, str]) -> str:
    return "".join(_inline(part, places) for part in content)


def _inline(part: Inline, places: Mapping[str, str]) -> str:
    if isinstance(part, Link):
        return f"[{escape(part.text)}](#{places[part.anchor]})" if part.anchor in places else escape(part.text)
    if isinstance(part, Strong):
        return f"**{escape(part.text)}**"
    if isinstance(part, Quote):
        return f"“{escape(part.text)}”"
    if isinstance(part, Footnote):
        return f" ({_inlines(part.content, places)})"
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
        yield f"*{escape(table.note)}*"


def _cell(cell: Cell) -> str:
    text = "".join(_marked(words, kind) for words, kind in cell.pieces) if cell.marks else escape(cell.text)
    text += f" ({escape(cell.note)})" if cell.note else ""
    return text


def _marked(words: str, kind: str) -> str:
    """Words that stand out: charged ones in bold, names in italics."""
    sign = {"charged": "**", "name": "*"}.get(kind, "")
    lead, trail = " " * (words[:1] == " "), " " * (words[-1:] == " " and words.strip() != "")
    return f"{lead}{sign}{escape(words)}{sign}{trail}"


def _evidence(block: Evidence, look: Look) -> Iterator[str]:
    more = f", {len(block.passages)} {look.say('shown')}" if block.total > len(block.passages) else ""
    count = f"{block.total} {look.say('passage' if block.total == 1 else 'passages')}{more}"
    yield f"**{escape(f'{block.title}: {count}')}**"
    yield ""
    for passage in block.passages:
        about = ", ".join(escape(part) for part in (passage.article, passage.label, passage.rule) if part)
        words = f"{escape(passage.before)} **{escape(passage.text)}** {escape(passage.after)}".strip()
        yield f"- {words} ({about})"
    yield ""
