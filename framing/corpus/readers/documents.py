"""Text of word-processor files and PDFs. Databases export many articles in one file (`databases.py`)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from framing.corpus.databases.exports import split
from framing.corpus.files.encoding import UnreadableError, decode, read_bytes
from framing.corpus.files.fields import Raw
from framing.errors import install

MAX_XML = 64 * 1024 * 1024  # bytes of a .docx's text once it is unpacked
MAX_PAGES = 500
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_rtf(path: Path) -> Iterator[Raw]:
    """A text in Rich Text Format."""
    from striprtf.striprtf import rtf_to_text

    text = decode(path)
    if not text.lstrip().startswith("{\\rtf"):
        raise UnreadableError("is no RTF file", "save it as RTF again")
    try:
        yield from split(str(rtf_to_text(text, errors="replace")))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, AttributeError, LookupError, RecursionError) as problem:
        raise UnreadableError("is no readable RTF file", "save it as RTF again") from problem


def read_docx(path: Path) -> Iterator[Raw]:
    """A Word document: its paragraphs, in order."""
    from lxml import etree

    try:
        with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as packed:
            xml = packed.read(MAX_XML + 1)  # stops there, whatever size the archive claims or hides
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as problem:
        raise UnreadableError("is no readable Word document", "save it as .docx or .txt again") from problem
    if len(xml) > MAX_XML:
        raise UnreadableError(f"unpacks to more than {MAX_XML // 1024 // 1024} MB", "save its text as .txt")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise UnreadableError("is no readable Word document", "save it as .docx or .txt again") from problem
    yield from split("\n".join(_docx_paragraph(paragraph) for paragraph in root.iter(f"{_WORD}p")))


def _docx_paragraph(paragraph: object) -> str:
    signs = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}
    return "".join(
        (element.text or "") if element.tag == f"{_WORD}t" else signs.get(element.tag, "")
        for element in paragraph.iter()  # type: ignore[attr-defined]
    )


def read_pdf(path: Path) -> Iterator[Raw]:
    """A PDF of a newspaper page or an article: its text, page by page, in one article."""
    try:
        import pypdf
    except ImportError as problem:
        raise UnreadableError("is a PDF", f"{install('archives')} to read it, or paste its text") from problem
    import io
    import logging

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(read_bytes(path)))
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableError(f"has more than {MAX_PAGES} pages", "split it")
        pages = [page.extract_text() or "" for page in reader.pages]
        about = reader.metadata
        title = str(about.title or "") if about else ""
    except UnreadableError:
        raise
    except Exception as problem:  # pypdf meets broken files with errors of every kind
        raise UnreadableError("is no readable PDF", "paste its text into a .txt file") from problem
    text = _unwrapped("\n\n".join(pages))
    if not re.search(r"\w", text):
        raise UnreadableError("is a PDF without text (a scanned page?)", "recognise its text (OCR) first")
    yield Raw({"body": text, **({"headline": title.strip()} if len(title.split()) > 2 else {})})


def _unwrapped(text: str) -> str:
    """Lines of a column put together: words divided at a line's end, and lines that end without a stop."""
    text = re.sub(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])", "", text.replace("\r", "\n"))
    return re.sub(r"(?<![.!?:”\"\n])\n(?!\n)", " ", text)
