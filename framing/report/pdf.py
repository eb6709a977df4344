"""The report as PDF, typeset by typst in this process. The only owner of typst.

The document goes to the template as JSON: text from articles is data there, and never source.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from framing.errors import ReportError
from framing.report.blocks import Document
from framing.report.charts.style import fonts

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
# The fonts that come with typst and matplotlib, and no other: the same page on every machine.
_FONTS: dict[str, Any] = {"font_paths": [str(fonts())], "ignore_system_fonts": True}
PAPERS = {"a4": "a4", "letter": "us-letter"}


def pdf(document: Document, figures: Mapping[str, bytes], paper: str = "a4") -> bytes:
    """The report as a tagged PDF. figures: SVG by name.

    The same document gives the same bytes: the date of the file is SOURCE_DATE_EPOCH, or none.
    Raises ReportError for an unknown paper, or where typst cannot set the document.
    """
    import typst

    if paper not in PAPERS:
        raise ReportError(f"unknown paper {paper!r}; use {' or '.join(PAPERS)}")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    made = dt.datetime.fromtimestamp(int(epoch) if epoch and epoch.isdigit() else 0, dt.UTC)
    data = {"paper": PAPERS[paper], "document": plain(document)}
    with tempfile.TemporaryDirectory(prefix="framing-") as name:
        folder = Path(name)
        (folder / "figures").mkdir()
        for figure, svg in figures.items():
            (folder / "figures" / f"{figure}.svg").write_bytes(svg)
        (folder / "report.typ").write_bytes(TEMPLATE.read_bytes())
        (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        try:
            made_pdf: bytes = typst.compile(
                str(folder / "report.typ"), root=str(folder), timestamp=made, **_FONTS
            )
        except Exception as problem:
            raise ReportError(f"the PDF cannot be set: {str(problem)[:300]}; try --format md,html") from problem
    return made_pdf


def images(vectors: Mapping[str, bytes], width: float, ppi: float = 160.0) -> dict[str, bytes]:
    """PNG of each SVG, drawn that many inches wide: typst draws them far quicker than matplotlib."""
    import typst

    with tempfile.TemporaryDirectory(prefix="framing-") as name:
        folder = Path(name)
        for figure, svg in vectors.items():
            (folder / f"{figure}.svg").write_bytes(svg)
        pages = "\n#pagebreak()\n".join(f'#image("{figure}.svg", width: {width}in)' for figure in vectors)
        (folder / "pages.typ").write_text(f"#set page(width: auto, height: auto, margin: 0pt)\n{pages}\n")
        made = typst.compile(str(folder / "pages.typ"), root=str(folder), format="png", ppi=ppi, **_FONTS) if vectors else []
    return dict(zip(vectors, made if isinstance(made, list) else [made], strict=True))


def plain(value: Any) -> Any:
    """Blocks as plain values; each says what it `is`, and characters that no page can show are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return {"is": type(value).__name__, **fields}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    if isinstance(value, str):
        return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in value)
    return value
