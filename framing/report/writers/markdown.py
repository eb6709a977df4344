"""The report as Markdown that GitHub, pandoc and Quarto render alike. Text from articles is escaped throughout.

No raw HTML. Links lead to headings only, and only where GitHub and pandoc make the same identifier of a heading's
words; what leads elsewhere is plain text here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from framing.report.blocks import (
    Block,
    Bullets,
    Cell,
    Definitions,
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
from framing.report.look.labels import clean
from framing.report.look.look import Look, logo_name

# Doubled signs are what pandoc makes dashes, ellipses and fences of; a colon opens emoji, addresses and fences.
_MARKS = re.compile(r"[\\\[\]&`*_{}#|<>~$^@]|:(?=\S)|!$|--+|\.\.+|==+|\+\++")
_BY_NUMBER = frozenset("\\[]&")  # with a backslash before them, brackets open mathematics for some
# Addresses are linked from plain text too, so that a space of no width must stand in them.
_ADDRESS = re.compile(r"(?i)(?<![^\W_])(?=(?:www|https?|ftp|mailto|xmpp)(?![^\W_]))(\w)")
_MAIL = re.compile(r"(?<=[\w.+-])(?=\\@)")
_FIRST = re.compile(r"^((?:\(?\w+(?=[.)](?:\s|$)))?)(?=[-+=!%:.)])")  # opens a list, a heading, a definition, a title


def markdown(document: Document) -> str:
    """The whole report; figures are looked for in `figures/` beside it."""
    look = document.look or Look()
    lines = [f"![](figures/{logo_name(look)})", ""] if look.logo else []
    lines += [f"# {escape(document.title)}", "", f"*{escape(document.subtitle)}*", ""]
    if document.notes:
        lines += [f"> {escape(document.notes)}", ""]
    lines += [" · ".join(f"{escape(name)}: {escape(text)}" for name, text in document.facts), ""]
    places = _places(document)
    lines += [f"- {_inline(Link(section.title, section.id), places)}" for section in document.sections] + [""]
    for section in document.sections:
        lines.extend(_section(section, 2, look, places))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def escape(text: str) -> str:
    """A text as Markdown that shows just these characters: no markup, no HTML, no link, on one line."""
    marked = _MARKS.sub(lambda found: "".join(map(_escaped, found[0])), clean(text))
    marked = _MAIL.sub("&#8203;", _ADDRESS.sub(r"\1&#8203;", marked))
    return _FIRST.sub(r"\1\\", marked, count=1)


def _escaped(sign: str) -> str:
    return f"&#{ord(sign)};" if sign in _BY_NUMBER else f"\\{sign}"


def _places(document: Document) -> dict[str, str]:
    """What can be led to, and the identifier of the heading it stands below, where GitHub and pandoc agree on it.

    Of headings with the same words, only the first can be led to: each numbers the others in its own way.
    """
    taken = {_identifier(document.title)}
    found: dict[str, str] = {}
    sections = list(document.sections)[::-1]
    while sections:
        section = sections.pop()
        name = _identifier(section.title)
        if name is not None and name not in taken:
            within = (block.id for block in section.blocks if isinstance(block, (Evidence, Table)))
            found = dict.fromkeys((section.id, *within), name) | found
        taken.add(name)
        sections += [block for block in section.blocks if isinstance(block, Section)][::-1]
    return found


def _identifier(title: str) -> str | None:
    """What a heading is called in links: small letters, hyphens for spaces, no punctuation; None where that differs."""
    line = " ".join(title.lower().split())
    github = "".join(sign for sign in line if sign.isalnum() or sign in "-_ ").replace(" ", "-")
    pandoc = "-".join("".join(sign for sign in line if sign.isalnum() or sign in "-_. ").split())
    return github if github[:1].isalpha() and github == pandoc else None  # pandoc's begin with a letter


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
    elif isinstance(block, Definitions):
        yield from (f"- **{escape(word)}** – {escape(said)}." for word, said in block.items)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Finding):
        yield f"- {_inlines(block.content, places)}"
    elif isinstance(block, Figure):
        # In one paragraph with its caption, so that pandoc does not print the alternative text as another caption.
        yield f"![{escape(block.alt)}](figures/{block.name}.svg)\\"
        yield f"*{escape(block.caption or block.title)}*"
    else:
        yield from _evidence(block, look)
    yield ""


def _inlines(content: Sequence[Inline], places: Mapping[str, str]) -> str:
    return "".join(_inline(part, places) for part in content)


def _inline(part: Inline, places: Mapping[str, str]) -> str:
    if isinstance(part, Link):
        return f"[{escape(part.text)}](#{places[part.anchor]})" if part.anchor in places else escape(part.text)
    if isinstance(part, Strong):
        return _marked(part.text, "charged")
    if isinstance(part, Quote):
        return f"“{escape(part.text)}”"
    if isinstance(part, Footnote):
        return f" ({_inlines(part.content, places)})"
    return _marked(part, "")


def _table(table: Table) -> Iterator[str]:
    yield f"**{escape(table.caption)}**"
    yield ""
    yield "| " + " | ".join(escape(name) for name in table.columns) + " |"
    yield "|" + "|".join(_rule(table, at) for at in range(len(table.columns))) + "|"
    yield from ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows)
    if table.note:
        yield ""
        yield f"*{escape(table.note)}*"


def _rule(table: Table, column: int) -> str:
    """The line below a column's name. pandoc takes the widths of columns from it, by what they hold."""
    longest = max((len(row[column].text) + len(row[column].note) for row in table.rows), default=0)
    line = "-" * max(3, min(60, max(longest, len(max(table.columns[column].split(), key=len, default="")))))
    return f"{line[1:]}:" if column in table.numeric else line


def _cell(cell: Cell) -> str:
    text = "".join(_marked(words, kind) for words, kind in cell.pieces) if cell.marks else escape(cell.text)
    text = f"[{text}]({cell.place}/report.md)" if cell.place else text
    return text + (f" ({escape(cell.note)})" if cell.note else "")


def _marked(words: str, kind: str) -> str:
    """Words with the spaces beside them; those that stand out are bold (charged) or in italics (names)."""
    sign = {"charged": "**", "name": "*"}.get(kind, "")
    lead, trail = " " * (words[:1] == " "), " " * (words[-1:] == " " and words.strip() != "")
    return f"{lead}{sign}{escape(words)}{sign}{trail}"


def _evidence(block: Evidence, look: Look) -> Iterator[str]:
    more = f", {len(block.passages)} {look.say('shown')}" if block.total > len(block.passages) else ""
    count = f"{block.total} {look.say('passage' if block.total == 1 else 'passages')}{more}"
    yield f"**{escape(f'{block.title}: {count}')}**"
    yield ""
    for passage in block.passages:
        about = ", ".join(
            escape(part) for part in (passage.name or passage.article, passage.label, passage.rule) if part
        )
        first, last = passage.blanks
        words = f"{escape(passage.before)}{first}**{escape(passage.text)}**{last}{escape(passage.after)}"
        yield f"- {words} ({about})"
    yield ""
