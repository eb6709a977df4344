"""Exports of feeds, web archives and news databases.

The samples are built here after public descriptions of the formats (RSS 2.0 and RFC 4287; WARC 1.1 through warcio; the
help pages of Nexis Uni and Factiva and parsers of their exports): no file of a vendor was at hand.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from framing.corpus.databases import split
from framing.corpus.load import load

FIRST = "The council closed the bridge on Monday after engineers found cracks in two of its four piers."
SECOND = "“It is not safe,” said Ada Holm, the mayor, who wants a new one by the spring."
OTHER = "Trains ran late again in the valley, and the railway blamed a frozen switch near the northern depot for it."

NEXIS_NEW = f"""Bridge is shut
The Courier
January 2, 2026 Friday

Copyright 2026 The Courier All Rights Reserved

Section: NEWS; Pg. 1
Length: 30 words
Byline: Jane Roe
Dateline: OSLO

Body

{FIRST}

{SECOND}

Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: BRIDGES (90%)
Load-Date: January 3, 2026

End of Document
Late trains
The Beacon
January 4, 2026 Sunday

Section: OPINION
Length: 20 words

Body

{OTHER}

Classification

Language: ENGLISH

End of Document
"""
NEXIS_OLD = f"""


                               1 of 2 DOCUMENTS


                                  The Courier

                            January 2, 2026 Friday

Bridge is shut

BYLINE: Jane Roe

SECTION: NEWS; Pg. 1

LENGTH: 30 words

DATELINE: OSLO

BODY:

{FIRST}

{SECOND}

LOAD-DATE: January 3, 2026

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                         Copyright 2026 The Courier


                               2 of 2 DOCUMENTS


                                   The Beacon

                            January 4, 2026 Sunday

Late trains

SECTION: OPINION

LENGTH: 20 words

BODY:

{OTHER}

LOAD-DATE: January 4, 2026

LANGUAGE: ENGLISH
"""
FACTIVA_PLAIN = f"""Bridge is shut

By Jane Roe
30 words
2 January 2026
08:15
The Courier
COUR
1
English
Copyright 2026 The Courier. All rights reserved.

{FIRST}

{SECOND}

Document COUR000020260102em1200001

Late trains

20 words
4 January 2026
The Beacon
BEAC
English
(c) 2026 The Beacon

{OTHER}

Document BEAC000020260104em1400002
"""
FACTIVA_CODES = f"""HD Bridge is shut
BY By Jane Roe
WC 30 words
PD 2 January 2026
SN The Courier
SC COUR
PG 1
LA English
CY Copyright 2026 The Courier
LP
{FIRST}
TD
{SECOND}
NS gcat : Political/General News
PUB The Courier Ltd
AN Document COUR000020260102em1200001
HD Late trains
WC 20 words
PD 4 January 2026
SN The Beacon
SE Opinion
LA English
LP
{OTHER}
AN Document BEAC000020260104em1400002
"""
EXPORTS = {"nexis": NEXIS_NEW, "nexis-old": NEXIS_OLD, "factiva": FACTIVA_PLAIN, "factiva-codes": FACTIVA_CODES}


def rtf(text: str) -> bytes:
    marks = {"\n": "\\par\n", "\\": "\\\\", "{": "\\{", "}": "\\}"}
    body = "".join(marks.get(sign, sign if sign < "\x7f" else f"\\u{ord(sign)}?") for sign in text)
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Times;}}}}\\f0 {body}}}".encode("ascii")


def docx(text: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n")
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document xmlns:w='{space}'><w:body>{lines}</w:body></w:document>")
    return packed.getvalue()


@pytest.mark.parametrize("ending", [".txt", ".rtf", ".docx"])
@pytest.mark.parametrize("name", EXPORTS)
def test_databases_give_each_article(name: str, ending: str, tmp_path: Path) -> None:
    makers: dict[str, Callable[[str], bytes]] = {".txt": str.encode, ".rtf": rtf, ".docx": docx}
    make = makers[ending]
    (tmp_path / f"export{ending}").write_bytes(make(EXPORTS[name]))
    corpus = load(tmp_path)
    first, second = (
        corpus.articles.filter(outlet=outlet).row(0, named=True) for outlet in ("The Courier", "The Beacon")
    )
    assert first["text"] == f"Bridge is shut\n\n{FIRST}\n\n{SECOND}"
    assert (first["published"], first["byline"]) == (dt.date(2026, 1, 2), "Jane Roe")
    assert second["text"] == f"Late trains\n\n{OTHER}"
    assert second["published"] == dt.date(2026, 1, 4)
    assert second["genre"] == ("news" if name == "factiva" else "opinion")
    assert corpus.articles.height == 2
    assert corpus.problems.is_empty()


def test_a_text_that_is_no_export_is_one_article() -> None:
    for text in (FIRST, f"Document of the week\n\n{FIRST}", f"{FIRST}\nEnd of Document", "30 words\n" + FIRST):
        assert split(text) is None


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Bridge is shut</title><link>https://courier.example/1</link><dc:creator>Jane Roe</dc:creator>
<pubDate>Fri, 02 Jan 2026 08:15:00 GMT</pubDate><category>Opinion</category><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><figure><figcaption>A pier</figcaption></figure><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Late &amp; later</title><guid>https://courier.example/2</guid><pubDate>Sun, 04 Jan 2026 08:15:00 GMT</pubDate>
<description>&lt;p&gt;{OTHER}&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<entry><title>Bridge is shut</title><link rel="self" href="https://x.example/"/><link href="https://courier.example/1"/>
<published>2026-01-02T08:15:00Z</published><author><name>Jane Roe</name></author><category term="x">Opinion</category>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content></entry>
<entry><title>Late &amp; later</title><link href="https://courier.example/2"/><updated>2026-01-04T08:15:00Z</updated>
<summary>{OTHER}</summary></entry></feed>"""


@pytest.mark.parametrize(("name", "content"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM)])
def test_feeds(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    first, second = load(tmp_path).articles.sort("published").iter_rows(named=True)
    assert first["text"] == f"Bridge is shut\n\n{FIRST}\n\n{SECOND}"
    assert (first["outlet"], first["byline"], first["genre"]) == ("The Courier", "Jane Roe", "opinion")
    assert (first["url"], first["published"]) == ("https://courier.example/1", dt.date(2026, 1, 2))
    assert "truncated" not in first["flags"]
    assert second["text"] == f"Late & later\n\n{OTHER}"
    assert second["published"] == dt.date(2026, 1, 4)
    assert "truncated" in second["flags"]


def page(headline: str, *paragraphs: str) -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>{text}</article></body></html>".encode()


def record(url: str, status: str, kind: str, content: bytes) -> bytes:
    """A response record of WARC 1.0."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(answer)}>\r\nWARC-Date: 2026-01-05T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


RECORDS = [
    record(
        "https://courier.example/2026/01/02/bridge",
        "200 OK",
        "text/html; charset=utf-8",
        page("Bridge is shut", FIRST, SECOND),
    ),
    record(
        "https://beacon.example/trains",
        "200 OK",
        "text/html; charset=windows-1252",
        page("Late trains", OTHER, "Café owners complain too.").decode().encode("cp1252"),
    ),
    record("https://beacon.example/gone", "404 Not Found", "text/html", page("Gone", FIRST)),
    record("https://beacon.example/logo", "200 OK", "image/png", b"\x89PNG"),
    record("https://beacon.example/huge", "200 OK", "text/html", b" " * 9_000_000),
]


@pytest.mark.parametrize("packed", [True, False])
def test_web_archives(packed: bool, tmp_path: Path) -> None:
    name = "a.warc.gz" if packed else "a.warc"
    (tmp_path / name).write_bytes(b"".join(gzip.compress(part) if packed else part for part in RECORDS))
    corpus = load(tmp_path)
    articles = corpus.articles.sort("outlet").rows(named=True)
    assert [article["outlet"] for article in articles] == ["beacon.example", "courier.example"]
    assert articles[1]["text"] == f"Bridge is shut\n\n{FIRST}\n\n{SECOND}"
    assert articles[1]["published"] == dt.date(2026, 1, 2)
    assert articles[0]["text"].endswith("Café owners complain too.")
    assert "too large" in corpus.problems["problem"].item()


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines, written by hand."""
    text = "BT /F1 10 Tf 50 750 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(text)}>>stream\n{text}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out.encode()


def test_the_page_of_a_newspaper(tmp_path: Path) -> None:
    lines = [
        "The council closed the bridge on Monday af-",
        "ter engineers found cracks in two of its four",
        "piers.",
        "Nobody was hurt.",
    ]
    (tmp_path / "the-courier--2026-01-02--1.pdf").write_bytes(pdf(lines))
    (tmp_path / "the-beacon--2026-01-02--1.pdf").write_bytes(pdf([]))
    corpus = load(tmp_path)
    assert corpus.articles["text"].item() == f"{FIRST}\n\nNobody was hurt."
    assert "scanned" in corpus.problems.filter(severity="error")["problem"].item()


@pytest.mark.parametrize(
    ("header", "printed"),
    [
        ("3/4/26, 2:15 PM", "2026-03-04"),
        ("04.03.26, 14:15", "2026-03-04"),
        ("04/03/2026 14:15", "2026-03-04"),
        ("1 of 2 2026-03-04 14:15", "2026-03-04"),
    ],
)
def test_the_day_of_printing_is_no_day_of_publication(header: str, printed: str, tmp_path: Path) -> None:
    (tmp_path / "The Courier").mkdir()
    for name, dated, text in (("alone", "", FIRST), ("dated", "Published 2 January 2026", OTHER)):
        (tmp_path / "The Courier" / f"{name}.pdf").write_bytes(
            pdf([f"{header} Bridge is shut", "", "", dated, "", text])
        )
    corpus = load(tmp_path)
    assert corpus.articles.select("published", "printed").rows() == [(None, printed), (dt.date(2026, 1, 2), printed)]
    (note,) = corpus.problems.filter(severity="note").to_dicts()
    assert note["problem"] == f"names the day of its printing alone ({printed}), which is not taken as published"
    assert note["file"] == "The Courier/alone.pdf"
