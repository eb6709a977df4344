"""A PDF with text (no scanned page): one article, printed by a browser or cut out, or a news database's export."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from framing.corpus.databases import split
from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw
from framing.corpus.files.source import Source
from framing.corpus.metadata.metadata import read_date
from framing.errors import install

ENDINGS = (".pdf",)
CHECKED = "made with Chromium 156 (pages, exports of databases), and by hand"
SURE = True

MAX_PAGES = 1_000
_MAX_CHARS = 20_000_000  # of all pages
_EDGE = 0.09  # of a page's height: where headers and footers stand
_LIGATURES = {0xFB00 + number: text for number, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
# The day and time of printing, as browsers put them into the header or footer of a page.
_STAMP = r"(\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d-\d\d),? \d{1,2}:\d\d( ?[AP]M)?"
_DAY = re.compile(rf"(?:^| ){_STAMP}")
_PRINTED = re.compile(
    rf"^(?:\d{{1,4}} (?:of|von|de|sur) \d{{1,4}} )?{_STAMP}|^(?:page|seite|página) \d+(?: (?:of|von|de|sur) \d+)?$"
    r"|\b\d{1,4} ?/ ?\d{1,4}$|^\d{1,4}$|^(?:https?|file)://",
    re.IGNORECASE,
)


@dataclass
class _Line:
    page: int
    text: str
    top: float  # from the page's lower edge, as a share of its height
    height: float
    left: float


def recognises(head: bytes) -> bool:
    """%PDF within the first bytes."""
    return b"%PDF-" in head[:1024]


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export."""
    try:
        import pypdfium2
    except ImportError as problem:
        advice = f"{install('archives')} to read it, or paste its text"
        raise UnreadableError("is a PDF", advice) from problem
    content = source.read()
    try:
        document = pypdfium2.PdfDocument(content)
    except Exception as problem:  # of a broken or locked file
        locked = "password" in str(problem).casefold()
        what = "is locked with a password" if locked else "is no readable PDF"
        raise UnreadableError(what, "paste its text into a .txt file") from problem
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableError(f"has more than {MAX_PAGES:,} pages", "split it")
        about = document.get_metadata_dict()
        title = str(about.get("Title") or "").strip()
        printed = "Skia" in str(about.get("Producer") or "")
        lines = _lines(document)
    except UnreadableError:
        raise
    except Exception as problem:
        raise UnreadableError("is no readable PDF", "paste its text into a .txt file") from problem
    finally:
        document.close()
    if not any(re.search(r"\w", line.text) for line in lines):
        raise UnreadableError("is a PDF without text (a scanned page?)", "recognise its text (OCR) first")
    text, furniture = _without_furniture(lines)
    exported = split(_text(text, unwrapped=False, printed=printed))
    if exported is not None:
        yield from exported
        return
    yield _article(text, furniture, title, printed)


def _lines(document: Any) -> list[_Line]:
    """The lines of all pages, with where they stand."""
    found: list[_Line] = []
    total = 0
    for number in range(len(document)):
        page = document[number]
        height = page.get_height() or 1.0
        text_page = page.get_textpage()
        total += text_page.count_chars()
        if total > _MAX_CHARS:
            raise UnreadableError(f"holds more than {_MAX_CHARS:,} characters", "split it")
        found.extend(_page_lines(text_page, number, height))
        text_page.close()
        page.close()
    return found


def _page_lines(text_page: Any, number: int, height: float) -> list[_Line]:
    """The lines of a page, as pdfium breaks them; where it takes the page for one that is written from top to bottom,
    as it does with a narrow column, by where its letters stand."""
    import pypdfium2.raw as pdfium

    found: list[_Line] = []
    signs: list[str] = []
    first = None
    for index in range(text_page.count_chars() + 1):
        code = pdfium.FPDFText_GetUnicode(text_page, index) if index < text_page.count_chars() else 10
        if code in (10, 13):
            text = _tidy("".join(signs))
            if text and first is not None:
                left, bottom, _, top = text_page.get_charbox(first, loose=True)
                found.append(_Line(number, text, top / height, (top - bottom) / height, left))
            signs, first = [], None
            continue
        if first is None and code > 32:
            first = index
        signs.append(_sign(code))
    alone = sum(len(line.text) < 3 for line in found)
    return _placed(text_page, number, height) if len(found) > 40 and alone * 2 > len(found) else found


def _placed(text_page: Any, number: int, height: float) -> list[_Line]:
    """The lines of a page, made of letters that stand beside each other."""
    import pypdfium2.raw as pdfium

    found: list[_Line] = []
    signs: list[str] = []
    box: tuple[float, float, float, float] | None = None
    start = (0.0, 0.0, 0.0)
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code <= 32 or pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        left, bottom, right, top = text_page.get_charbox(index, loose=True)
        size = max(top - bottom, 0.1)
        if box is not None and abs(box[1] - bottom) < 0.5 * size and left > box[2] - size:
            signs += [" "] if left - box[2] > 0.15 * size else []
        elif signs:
            found.append(_Line(number, _tidy("".join(signs)), *start))
            signs = []
        if not signs:
            start = (top / height, size / height, left)
        signs.append(_sign(code))
        box = (left, bottom, right, top)
    if signs:
        found.append(_Line(number, _tidy("".join(signs)), *start))
    return found


def _sign(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _tidy(text: str) -> str:
    """Ligatures spelt out; a hyphen at a line's end, behind which pdfium may join the next line, as a soft one."""
    text = re.sub("[\x02\ufffe]+", "\N{SOFT HYPHEN}", text.rstrip().translate(_LIGATURES))
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text).strip(" \t")


def _without_furniture(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines of the text, and those of headers and footers: what a browser prints at the edges, and what stands at
    one height on several pages, numbers aside."""
    at = Counter((re.sub(r"\d+", "#", line.text), round(line.top, 2)) for line in lines)
    pages = len({line.page for line in lines})
    often = max(2, pages // 3)
    furniture = [
        line
        for line in lines
        if (line.top > 1 - _EDGE or line.top < _EDGE)
        and (
            _PRINTED.search(line.text)
            or (pages > 1 and at[re.sub(r"\d+", "#", line.text), round(line.top, 2)] >= often)
        )
    ]
    apart = {id(line) for line in furniture}
    return [line for line in lines if id(line) not in apart], furniture


def _text(lines: list[_Line], unwrapped: bool, printed: bool = False) -> str:
    """The lines as text; where a gap is wider than between the lines of a paragraph, a blank line stands.

    printed: by a browser, which breaks words at their own hyphens only.
    """
    gaps = Counter(
        round((one.top - two.top) / max(one.height, 0.001), 1)
        for one, two in pairwise(lines)
        if one.page == two.page and one.top > two.top
    )
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=1.2)
    widths = {line.page: 0 for line in lines}
    for line in lines:
        widths[line.page] = max(widths[line.page], len(line.text))
    found: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None:
            found.append(_between(before, line, usual, widths[before.page], unwrapped))
        found.append(line.text)
    text = "".join(found)
    if not unwrapped:  # the rest of a divided word belongs to its line
        text = re.sub(r"\N{SOFT HYPHEN}\n(\S+) ?", "\N{SOFT HYPHEN}\\1\n", text)
    return _mended(text, printed)


_COMPOUND = re.compile(
    r"(?i)^(?:well|self|long|short|high|low|full|part|non|ex|anti|pro|mid|post|half|two|three|four|five|six|ten|one|"
    r"first|second|third|vice|so|cross|far|hard|left|right|north|south|east|west|up|down|off|on|in|out|e|co|state|\d+)$"
)


def _mended(text: str, printed: bool) -> str:
    """Words that were divided at a line's end, whole: with their hyphen where the text has it elsewhere, or the first
    part is one that words are compounded with."""
    words = set(re.findall(r"[\w-]+", text.casefold()))

    def whole(found: re.Match[str]) -> str:
        joined, hyphened = found[1] + found[2], f"{found[1]}-{found[2]}"
        if joined.casefold() in words and hyphened.casefold() not in words:
            return joined
        keep = printed or hyphened.casefold() in words or bool(_COMPOUND.match(found[1])) or not found[2][:1].islower()
        return hyphened if keep else joined

    return re.sub(r"(\w+)\N{SOFT HYPHEN}\s?(\w+)", whole, text).replace("\N{SOFT HYPHEN}", "")


def _between(before: _Line, line: _Line, usual: float, width: int, unwrapped: bool) -> str:
    """What stands between two lines: a blank, a line's end, or a paragraph's."""
    gap = (before.top - line.top) / max(before.height, 0.001)
    if before.page != line.page:
        if not unwrapped:
            return "\n\n" if re.match(r"(?i)document \d+ of \d+|end of document", line.text) else "\n"
        apart = bool(re.search(r"[.!?…:”\"’]$", before.text))
    else:
        ends = len(before.text) < 0.75 * width and re.search(r"[.!?…”\"’]$", before.text) is not None
        apart = ends or gap > usual * 1.35 + 0.1 or abs(line.height - before.height) > 0.3 * before.height
    if apart:
        return "\n\n"
    if not unwrapped:
        return "\n"
    return "" if before.text.endswith("-") and line.text[:1].islower() and re.search(r"\w-$", before.text) else " "


def _article(lines: list[_Line], furniture: list[_Line], title: str, printed: bool) -> Raw:
    """The article of a printed page: what stands above its title is the page's head and menu. The day on which it was
    printed is not taken for the day of publication: it is kept as `printed`."""
    fields: dict[str, str] = {}
    address = next((found for line in furniture if (found := _ADDRESS.search(line.text))), None)
    if address and not address[0].startswith("file:"):
        fields["url"] = re.sub(r"\d+/\d+$", "", address[0]) if re.search(r"\D\d+/\d+$", address[0]) else address[0]
    bare = _bare(title)
    begin = 0
    if len(title.split()) > 2:
        for start in range(min(len(lines), 60)):
            shown, end = "", start
            while end < len(lines) and end - start < 8 and len(shown) < len(bare):
                shown += _bare(lines[end].text)
                end += 1
                if len(shown) > 12 and (
                    shown == bare
                    or (bare.startswith(shown) and bare[len(shown) :] != bare and _ends_name(title, shown))
                ):
                    begin = end
            if begin:
                fields["headline"] = " ".join(line.text for line in lines[start:begin])
                break
        else:
            fields["headline"] = title
    if begin and (named := re.search(r"\s[|–—-]\s+([^|–—]{2,40})$", title)):
        fields["outlet"] = named[1].strip()  # *Bridge is shut | The Courier*
    fields["body"] = _text(lines[begin:], unwrapped=True, printed=printed)
    extra = {}
    if day := next((found for line in furniture if (found := _DAY.search(line.text))), None):
        read = read_date(day[1], order="MDY" if day[2] else "DMY")
        extra["printed"] = read.date.isoformat() if read else day[1]
    return Raw({**fields, **extra}, extra=extra)


def _ends_name(title: str, shown: str) -> bool:
    """Whether what was shown is the title without the outlet's name behind a bar or dash."""
    return any(_bare(title[: found.start()]) == shown for found in re.finditer(r"\s[|–—-]\s", title))


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
