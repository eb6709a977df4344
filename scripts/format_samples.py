"""A small valid file of every kind that framing reads, made here: two articles where the format holds several."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import mailbox
import plistlib
import tarfile
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl

from framing.corpus.readers import endings

OUTLET, HEADLINE, DATE, BYLINE = "The Courier", "Council shuts the old bridge", "2026-02-25", "Jane Roe"
ADDRESS = "https://courier.example/2026/02/25/bridge"
PARAGRAPHS = (
    "WASHINGTON (Reuters) - The council closed the old bridge on Monday after engineers found cracks in its piers.",
    "“It’s bad,” said Ada Holm, who runs the harbour office, and she added that nobody had been hurt in the night.",
    "Drivers must take the northern road, which adds half an hour to the trip, until the summer at the earliest.",
)
TEXT = "\n\n".join(PARAGRAPHS)
RECORD = {"outlet": OUTLET, "title": HEADLINE, "date": DATE, "author": BYLINE, "text": TEXT, "url": ADDRESS}
OTHER = {
    "outlet": "The Beacon",
    "title": "Late trains again",
    "date": "2026-02-26",
    "author": "Sam Doe",
    "text": "Trains ran late again in the valley on Thursday.\n\n“It was the frost,” said Per Lind of the railway, "
    "which blamed a frozen switch near the northern depot and promised that it would be mended before the weekend.",
    "url": "https://beacon.example/2026/02/26/trains",
}


def page(record: dict[str, str] = RECORD) -> str:
    """A web page."""
    linked = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": record["title"],
            "datePublished": record["date"],
            "author": [{"name": record["author"]}],
            "publisher": {"name": record["outlet"]},
        }
    )
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in record["text"].split("\n\n"))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{record['title']}</title>"
        f"<script type='application/ld+json'>{linked}</script></head><body><article><h1>{record['title']}</h1>"
        f"{paragraphs}</article></body></html>"
    )


def nexis() -> str:
    """An export of Nexis Uni."""
    return "".join(
        f"{one['title']}\n{one['outlet']}\n{one['date']}\n\nCopyright 2026\n\nSection: NEWS; Pg. 1\nLength: 60 words\n"
        f"Byline: {one['author']}\nBody\n\n{one['text']}\n\nClassification\n\nLanguage: ENGLISH\n"
        f"Load-Date: {one['date']}\n\nEnd of Document\n\n\n"
        for one in (RECORD, OTHER)
    )


def _tar(mode: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for number, one in enumerate((RECORD, OTHER)):
            content = json.dumps([one]).encode()
            info = tarfile.TarInfo(f"saved/{number}.json")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def _zip(files: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _xlsx() -> bytes:
    packed = io.BytesIO()
    pl.DataFrame([RECORD, OTHER]).write_excel(packed)
    return packed.getvalue()


def _parquet() -> bytes:
    packed = io.BytesIO()
    pl.DataFrame([RECORD, OTHER]).write_parquet(packed)
    return packed.getvalue()


def _docx() -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(part)}</w:t></w:r></w:p>" for part in TEXT.split("\n"))
    return _zip({"word/document.xml": f"<w:document xmlns:w='{word}'><w:body>{body}</w:body></w:document>"})


def _odt() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = f"xmlns:o='{space}:office:1.0' xmlns:t='{space}:text:1.0'"
    body = "".join(f"<t:p>{escape(part)}</t:p>" for part in PARAGRAPHS)
    content = f"<o:document-content {names}><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _epub() -> bytes:
    chapter = "<html><body><h1>{}</h1>{}</body></html>"
    texts = [
        (one["title"], "".join(f"<p>{escape(part)}</p>" for part in one["text"].split("\n\n") * 3))
        for one in (RECORD, OTHER)
    ]
    dublin = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    about = f"<dc:title>{OUTLET}</dc:title><dc:date>{DATE}</dc:date><dc:language>en</dc:language>"
    items = "".join(f"<item id='c{number}' href='c{number}.xhtml'/>" for number in range(2))
    spine = "<itemref idref='c0'/><itemref idref='c1'/>"
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfile full-path='book/p.opf'/></container>",
            "book/p.opf": f"<package {dublin}><metadata>{about}</metadata><manifest>{items}</manifest>"
            f"<spine>{spine}</spine></package>",
            **{f"book/c{number}.xhtml": chapter.format(*text) for number, text in enumerate(texts)},
        }
    )


def _warc(record: dict[str, str] = RECORD) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page(record)}".encode()
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {record['url']}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2026-03-01T00:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    ).encode() + answer + b"\r\n\r\n"  # fmt: skip


def _arc() -> tuple[bytes, bytes]:
    about = b"1 0 test\nURL IP-address Archive-date Content-type Archive-length\n"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page()}".encode()
    first = f"filedesc://x.arc 0.0.0.0 20260301000000 text/plain {len(about)}\n".encode() + about
    return first, f"{ADDRESS} 127.0.0.1 20260301000000 text/html {len(answer)}\n".encode() + answer + b"\n"


def _mail(record: dict[str, str] = RECORD) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = f"Fwd: {record['title']}"
    message["From"] = f"{record['outlet']} <news@courier.example>"
    message["Date"] = "Wed, 25 Feb 2026 08:00:00 +0000"
    message.set_content(record["text"])
    return message


def _mbox() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        box = mailbox.mbox(f"{place}/x.mbox")
        box.add(_mail())
        box.add(_mail(OTHER))
        box.close()
        return Path(place, "x.mbox").read_bytes()


def _mhtml() -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = ADDRESS
    message.set_content(page(), subtype="html", charset="utf-8")
    return message.as_bytes()


def _pdf() -> bytes:
    shown = [line for part in PARAGRAPHS for line in (part[:60], part[60:], "")]
    lines = "".join(f"({line.encode('cp1252', 'replace').decode('cp1252')}) Tj T*\n" for line in shown)
    lines = lines.replace("“", "\\223").replace("”", "\\224").replace("’", "\\222")
    stream = f"BT /F1 10 Tf 14 TL 50 700 Td\n{lines}ET".encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n9\n%%EOF"


def _nitf() -> str:
    body = "".join(f"<p>{escape(part)}</p>" for part in PARAGRAPHS)
    return (
        f"<?xml version='1.0'?><nitf><head><docdata><date.issue norm='20260225'/></docdata>"
        f"<pubdata name='{OUTLET}'/></head>"
        f"<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>By {BYLINE}</byline></body.head>"
        f"<body.content><block>{body}</block></body.content></body></nitf>"
    )


def _newsml() -> str:
    body = "".join(f"<p>{escape(part)}</p>" for part in PARAGRAPHS)
    return (
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1'>"
        f"<rightsInfo><copyrightHolder><name>{OUTLET}</name></copyrightHolder></rightsInfo>"
        f"<itemMeta><versionCreated>{DATE}T08:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta><by>{BYLINE}</by><headline>{HEADLINE}</headline></contentMeta>"
        f"<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html></inlineXML></contentSet>"
        "</newsItem>"
    )


def _tei() -> str:
    body = "".join(f"<p>{escape(part)}</p>" for part in PARAGRAPHS)
    return (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>"
        f"<titleStmt><title type='main'>{HEADLINE}</title><author>{BYLINE}</author></titleStmt>"
        f"<publicationStmt><publisher>{OUTLET}</publisher><date>{DATE}</date></publicationStmt></fileDesc></teiHeader>"
        f"<text><body><div type='entry'>{body}</div><div type='comments'><p>First!</p></div></body></text></TEI>"
    )


def _feed() -> str:
    items = "".join(
        f"<item><title>{one['title']}</title><link>{one['url']}</link><pubDate>{one['date']}</pubDate>"
        f"<description>&lt;p&gt;{one['text'].replace(chr(10), ' ')}&lt;/p&gt;</description></item>"
        for one in (RECORD, OTHER)
    )
    return f"<rss version='2.0'><channel><title>{OUTLET}</title>{items}</channel></rss>"


def _ris() -> str:
    return "".join(
        f"TY  - NEWS\nTI  - {one['title']}\nT2  - {one['outlet']}\nDA  - {one['date'].replace('-', '/')}/\n"
        f"UR  - {one['url']}\nAU  - {one['author']}\nFT  - {one['text']}\nER  - \n"
        for one in (RECORD, OTHER)
    )


def _bib() -> str:
    return "\n".join(
        f'@article{{key{number},\n\ttitle = {{{{{one["title"]}}}}},\n\tjournal = "{one["outlet"]}",\n\tdate = '
        f"{{{one['date']}}},\n\turl = {{{one['url']}}},\n\tauthor = {{{one['author']}}},\n\tfulltext = "
        f"{{{one['text']}}},\n}}\n"
        for number, one in enumerate((RECORD, OTHER))
    )


def _enw() -> str:
    more = " The council said so on Monday, and the harbour office said so too." * 10
    return "\n".join(
        f"%0 Newspaper Article\n%T {one['title']}\n%A {one['author']}\n%B {one['outlet']}\n%D {one['date'][:4]}\n"
        f"%8 {one['date']}\n%U {one['url']}\n%X {one['text']}{more}\n"
        for one in (RECORD, OTHER)
    )


def samples() -> dict[str, bytes]:
    """A file of each ending that is read."""
    both = (RECORD, OTHER)
    table = "\n".join([",".join(RECORD), *(",".join(f'"{value}"' for value in one.values()) for one in both)])
    rows = "\n".join(json.dumps(one) for one in both)
    front = "\n".join(f"{name}: {value}" for name, value in RECORD.items() if name != "text")
    rtf = TEXT.replace("\n", "\\par\n").replace("“", "\\ldblquote ")
    rtf = rtf.replace("”", "\\rdblquote ").replace("’", "\\rquote ")
    archive = {"WebMainResource": {"WebResourceData": page().encode(), "WebResourceURL": ADDRESS}}
    pages = json.dumps({"url": ADDRESS})
    found: dict[str, bytes] = {
        ".txt": nexis().encode(),
        ".md": f"---\n{front}\n---\n\n{TEXT}".encode(),
        ".html": page().encode(),
        ".mhtml": _mhtml(),
        ".json": json.dumps([RECORD, OTHER]).encode(),
        ".jsonl": rows.encode(),
        ".csv": table.encode(),
        ".xlsx": _xlsx(),
        ".parquet": _parquet(),
        ".xml": _feed().encode(),
        ".nitf": _nitf().encode(),
        ".newsml": _newsml().encode(),
        ".tei": _tei().encode(),
        ".ris": _ris().encode(),
        ".rtf": b"{\\rtf1\\ansi " + rtf.encode("ascii", "replace") + b"}",
        ".docx": _docx(),
        ".odt": _odt(),
        ".epub": _epub(),
        ".eml": _mail().as_bytes(),
        ".mbox": _mbox(),
        ".warc": _warc() + _warc(OTHER),
        ".warc.gz": gzip.compress(_warc()) + gzip.compress(_warc(OTHER)),
        ".arc": b"\n".join(_arc()),
        ".arc.gz": b"".join(gzip.compress(part) for part in _arc()),
        ".wacz": _zip({"archive/data.warc.gz": gzip.compress(_warc()), "pages/pages.jsonl": pages}),
        ".webarchive": plistlib.dumps(archive, fmt=plistlib.FMT_BINARY),
        ".pdf": _pdf(),
        ".zip": _zip({"a/one.jsonl": rows, "two.csv": table}),
        ".gz": gzip.compress(rows.encode()),
        ".bz2": bz2.compress(rows.encode()),
        ".xz": lzma.compress(rows.encode()),
        ".tar": _tar("w"),
        ".tar.gz": _tar("w:gz"),
        ".tar.bz2": _tar("w:bz2"),
        ".tar.xz": _tar("w:xz"),
        ".bib": _bib().encode(),
        ".enw": _enw().encode(),
    }
    same = {".text": ".txt", ".markdown": ".md", ".mht": ".mhtml", ".ndjson": ".jsonl", ".doc": ".rtf"}
    same |= {".tgz": ".tar.gz"} | dict.fromkeys((".htm", ".xhtml"), ".html") | dict.fromkeys((".tsv", ".tab"), ".csv")
    same |= dict.fromkeys((".rss", ".atom", ".rdf"), ".xml") | dict.fromkeys((".xlsm", ".xls", ".ods"), ".xlsx")
    return {ending: found[same.get(ending, ending)] for ending in endings()}
