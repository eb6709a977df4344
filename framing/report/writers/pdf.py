"""The report as PDF, and charts as PNG: set by typst in this process. The only owner of typst.

The document goes to the template as JSON: text from articles is data there, and never source.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ReportError, one_line
from framing.report.blocks import Cell, Document
from framing.report.look.fonts import fonts, lacking
from framing.report.look.labels import short
from framing.report.look.look import Look

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
_LONG = re.compile(r"\S{35,}")  # no line holds such a word: it may break anywhere
_LONG_FILE = 500_000  # bytes
PAPERS = {"a4": "a4", "letter": "us-letter"}
STANDARD = "ua-1"  # PDF/UA: whoever cannot see the page can hear it in order, with a text for each chart
_IMAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1in)
"""


def pdf(document: Document, figures: Mapping[str, bytes], paper: str = "a4", timestamp: int | None = None) -> bytes:
    """The report as a tagged PDF. figures: SVG by name.

    timestamp: the file's date in seconds since 1970; else SOURCE_DATE_EPOCH, else the file has no date. The same
    document gives the same bytes: only fonts that come with typst and matplotlib are used, unless a text has
    characters that they lack. Those are looked for in the system's fonts, and named where no font has them.

    Raises ReportError for an unknown paper, or where typst cannot set the document.
    """
    return prepared(document, figures, paper, timestamp)()


def prepared(
    document: Document, figures: Mapping[str, bytes], paper: str = "a4", timestamp: int | None = None
) -> Callable[[], bytes]:
    """What `pdf` has to do after its work in Python, for another thread: typst leaves Python free meanwhile."""
    if paper not in PAPERS:
        raise ReportError(f"unknown paper {one_line(paper)!r}; use {' or '.join(PAPERS)}")
    if timestamp is None and os.environ.get("SOURCE_DATE_EPOCH", "").isdigit():
        timestamp = int(os.environ["SOURCE_DATE_EPOCH"])
    look = document.look or Look()
    shown = plain(replace(document, look=None))
    drawn = {name: svg.decode() for name, svg in figures.items()}
    report = json.dumps(
        {
            "paper": PAPERS[paper],
            "dated": timestamp is not None,
            "running": short(document.title, 80),
            "document": shown,
            "words": dict(look.words),
            "logo": list(look.logo) or None,
            "logo_format": "png" if look.logo_type == "image/png" else "svg",
            "figures": drawn,
            "notes": _fallback_notes([json.dumps(shown, ensure_ascii=False), *drawn.values()]),
        },
        ensure_ascii=False,
    )
    made = dt.datetime.fromtimestamp(timestamp or 0, dt.UTC)
    inputs = {"report": report}
    return lambda: _packed(_compile(TEMPLATE.read_bytes(), inputs, timestamp=made, pdf_standards=[STANDARD]))


def image(svg: bytes, width: float, ppi: float = 160.0) -> bytes:
    """PNG of a chart, drawn that many inches wide."""
    return _compile(_IMAGE, {"svg": svg.decode(), "width": str(width)}, format="png", ppi=ppi)


def vector(svg: bytes, width: float) -> bytes:
    """PDF of a chart, that many inches wide, with its letters as TrueType."""
    made = dt.datetime.fromtimestamp(0, dt.UTC)
    return _compile(_IMAGE, {"svg": svg.decode(), "width": str(width)}, timestamp=made)


def _packed(made: bytes) -> bytes:
    """A long PDF with its many small objects (the tags, above all) in compressed streams: half the size."""
    if len(made) < _LONG_FILE:
        return made
    import pikepdf

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as file:
        file.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def plain(value: Any) -> Any:
    """Blocks as plain values; each says what it `is`, and its texts hold only what a page can show."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        if isinstance(value, Cell) and value.marks:
            fields["pieces"] = plain(value.pieces)
        if isinstance(value, Cell):
            fields["report"] = value.place
        return {"is": type(value).__name__} | fields
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return _visible(value) if isinstance(value, str) else value


def _visible(text: str) -> str:
    """Without characters that are not seen, or that turn the direction of what follows; joiners stay."""
    shown = text if text.isprintable() else "".join(map(_sign, text))
    return _LONG.sub(lambda found: "\u200b".join(found[0]), shown)


def _sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return sign if sign in "\u200c\u200d" else ""
    return "\ufffd" if kind in ("Cs", "Cn") else " " if kind[0] in "CZ" and sign != "\n" else sign


def _compile(source: bytes, inputs: dict[str, str], **options: Any) -> bytes:
    """What typst makes of the source."""
    import typst

    faces = _faces(system=bool(lacking("".join(inputs.values()))))
    try:
        made: bytes = typst.compile(source, sys_inputs=inputs, font_paths=faces, **options)
    except typst.TypstError as problem:
        if options.pop("pdf_standards", None):  # a character that no font has breaks the standard, not the page
            return _compile(source, inputs, **options)
        raise ReportError(f"the report cannot be set: {one_line(problem)}; try --format md,html") from problem
    return made


@cache
def _faces(system: bool) -> typst.Fonts:
    """The faces that come with typst and matplotlib, read once; the system's too, where a text needs them."""
    import typst

    return typst.Fonts(include_system_fonts=system, font_paths=[str(fonts())])


def _fallback_notes(texts: Iterable[str]) -> list[str]:
    """What to say of characters that no font here has."""
    missing = sorted(lacking("".join(texts), system=True))
    if not missing:
        return []
    named = ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, 'unnamed')}" for sign in missing[:6])
    more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
    return [
        f"No font on the machine that made this file has {named}{more}: they are shown as empty boxes. "
        "The HTML report shows them in the fonts of its reader."
    ]
