"""Every format that is read: a valid file gives its articles, and what differs from service to service is understood."""

from __future__ import annotations

import bz2
import contextlib
import datetime as dt
import gzip
import importlib.util
import io
import json
import lzma
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw, read_record
from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.readers import articles_of, endings, reader_of, readers
from framing.errors import CorpusError

ROOT = Path(__file__).parents[2]
BODY = " ".join(
    f"Sentence {number} of the report says that the old bridge stays shut until the summer." for number in range(12)
)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


made = _script("format_samples")
SAMPLES: dict[str, bytes] = made.samples()


def raws(name: str, content: bytes | str) -> list[Raw]:
    return list(articles_of(Source(name, content=content if isinstance(content, bytes) else content.encode())))


def test_there_is_a_sample_of_every_ending_and_each_reader_says_what_it_is() -> None:
    assert set(SAMPLES) == set(endings())
    for reader in readers():
        assert reader.about
        assert reader.about.endswith((".", ")."))
        assert reader.checked
        assert all(ending.startswith(".") and ending == ending.casefold() for ending in reader.endings)


@pytest.mark.parametrize("ending", sorted(SAMPLES))
def test_a_valid_file_of_each_ending_gives_its_text(ending: str, tmp_path: Path) -> None:
    name = f"the-courier--2026-02-25--1{ending}"
    (tmp_path / name).write_bytes(SAMPLES[ending])
    corpus = load(tmp_path)
    row = corpus.articles.filter(outlet="The Courier").row(0, named=True)
    assert "closed the old bridge on Monday" in row["text"]
    assert "“It’s bad,” said Ada Holm" in row["text"]
    assert "First!" not in row["text"], "comments of readers are none of it"
    assert row["published"] == dt.date(2026, 2, 25)
    assert row["source_file"].startswith(name)
    assert not corpus.problems.filter(severity="error").height


def test_a_file_is_known_by_how_it_begins(tmp_path: Path) -> None:
    for content, reader in ((SAMPLES[".html"], "web_page"), (SAMPLES[".pdf"], "pdf"), (SAMPLES[".rtf"], "rtf")):
        found = reader_of(Source("saved.txt", content=content))
        assert found is not None
        assert found.name == reader
    nitf = reader_of(Source("a.xml", content=SAMPLES[".nitf"]))
    assert nitf is not None
    assert nitf.name == "nitf"
    assert reader_of(Source("picture.gif", content=b"GIF89a")) is None


def article(**fields: Any) -> dict[str, Any]:
    return {"title": "Bridge shut", "url": "https://courier.example/a", **fields}


SERVICES = {
    "event registry": {"articles": {"results": [article(uri="7", body=BODY, source={"uri": "x", "title": "The Courier"}, dateTime="2026-03-02T08:00:00Z")], "page": 1}},
    "guardian": {"response": {"status": "ok", "results": [{"id": "a/b", "type": "article", "webTitle": "Bridge shut", "webUrl": "https://courier.example/a", "webPublicationDate": "2026-03-02T08:00:00Z", "fields": {"bodyText": BODY, "publication": "The Courier"}}]}},
    "webz.io": {"posts": [{"thread": {"site_full": "courier.example", "site": "The Courier", "title": "x"}, "uuid": "u1", "title": "Bridge shut", "url": "https://courier.example/a", "published": "2026-03-02T08:00:00.000+02:00", "text": BODY}]},
    "fundus": [{"title": "Bridge shut", "publisher": "The Courier", "publishing_date": "2026-03-02 08:00:00+00:00", "body": {"summary": [], "sections": [{"headline": [], "paragraphs": [BODY]}]}, "url": "https://courier.example/a"}],
    "news-please": article(maintext=BODY, date_publish="2026-03-02 08:00:00", date_download="2026-04-01 00:00:00", outlet="The Courier"),
    "newspaper4k": article(text=BODY, publish_date="2026-03-02", meta_site_name="The Courier"),
    "trafilatura": article(text=BODY, date="2026-03-02", sitename="The Courier", **{"source-hostname": "courier.example"}),
    "ninjs 1": {"uri": "https://courier.example/a", "headline": "Bridge shut", "versioncreated": "2026-03-02T08:00:00Z", "body_xhtml": f"<p>{BODY}</p>", "copyrightholder": "The Courier"},
    "ninjs 2": {"uri": "https://courier.example/a", "headlines": [{"role": "main", "value": "Bridge shut"}], "versioncreated": "2026-03-02T08:00:00Z", "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{BODY}</p>"}], "copyrightholder": "The Courier"},
    "ninjs 3": {"uri": "https://courier.example/a", "headlines": [{"role": "main", "value": "Bridge shut"}], "versionCreated": "2026-03-02T08:00:00Z", "bodies": [{"role": "main", "contentType": "text/plain", "value": BODY}], "copyrightHolder": "The Courier"},
    "elastic": {"hits": {"hits": [{"_id": "1", "_source": article(text=BODY, outlet="The Courier", date="2026-03-02")}]}},
    "by id": {"a1": article(text=BODY, source="The Courier", date="2026-03-02"), "a2": article(text=BODY[5:], source="The Beacon", date="2026-03-02")},
}  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
def test_json_as_services_deliver_it(service: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps(SERVICES[service]), encoding="utf-8")
    corpus = load(tmp_path)
    row = (
        corpus.articles.row(0, named=True)
        if service != "by id"
        else corpus.articles.filter(outlet="The Courier").row(0, named=True)
    )
    assert row["text"] == f"Bridge shut\n\n{BODY}"
    assert row["published"] == dt.date(2026, 3, 2)
    assert row["outlet"] in ("The Courier", "courier.example")
    assert row["url"] == "https://courier.example/a"


def test_the_new_york_times_gives_headlines_without_texts(tmp_path: Path) -> None:
    doc = {"headline": {"main": "Bridge shut"}, "web_url": "https://x.example/a", "lead_paragraph": "Short.", "pub_date": "2026-03-02T08:00:00Z"}  # fmt: skip
    (tmp_path / "x.json").write_text(json.dumps({"response": {"docs": [doc]}}))
    with pytest.raises(CorpusError, match="list of 1 address without the texts"):
        load(tmp_path)
    assert read_record(doc).fields["headline"] == "Bridge shut"


def test_what_breaks_off_in_newsapi_is_said_so() -> None:
    raw = read_record({"title": "A", "content": "The council closed the bridge… [+1043 chars]"})
    assert raw.fields["body"] == "The council closed the bridge"
    assert raw.fields["truncated"] == "true"


@pytest.mark.parametrize("nothing", [float("nan"), "NaN", "nan", "None", "null", "N/A", "", None])
def test_what_is_missing_is_nothing(nothing: object) -> None:
    assert read_record({"source": nothing, "author": nothing, "text": BODY}).fields == {"body": BODY}


def test_a_column_article_is_the_text_or_the_key() -> None:
    assert read_record({"article": BODY}).fields == {"body": BODY}
    assert read_record({"article": "courier-17", "text": BODY}).fields == {"id": "courier-17", "body": BODY}


def test_dates_that_tell_how_a_file_writes_them_decide_the_others(tmp_path: Path) -> None:
    rows = [f'A,"{BODY}",3/2/26 8:15', f'B,"{BODY[9:]}",3/25/26 6:00', f'C,"{BODY[20:]}",46083', f'D,"{BODY[30:]}",2026-03-03T06:00:00.000000000', f'E,"{BODY[40:]}",2. März 2026', f'F,"{BODY[50:]}",2 mars 2026']  # fmt: skip
    (tmp_path / "x.csv").write_text("outlet,text,date\n" + "\n".join(rows), encoding="utf-8")
    corpus = load(tmp_path)
    days = {3: "A", 25: "B"}
    dates = dict(corpus.articles.select("outlet", "published").iter_rows())
    assert dates == {"A": dt.date(2026, 3, 2), "B": dt.date(2026, 3, 25), "C": dt.date(2026, 3, 2), "D": dt.date(2026, 3, 3), "E": dt.date(2026, 3, 2), "F": dt.date(2026, 3, 2)}, days  # fmt: skip
    assert not corpus.problems.filter(severity="warning").filter(file="x.csv").height


@pytest.mark.parametrize(
    ("end", "removed"),
    [
        (" [&#8230;]", []),
        ("<a href='x'>Continue reading...</a>", ["Continue reading..."]),
        (
            "&hellip; <a href='x'>Continue reading <span>Bridge shut</span> &rarr;</a>",
            ["Continue reading Bridge shut →"],
        ),
        (
            " The post Bridge shut appeared first on The Courier.",
            ["The post Bridge shut appeared first on The Courier."],
        ),
        (
            " [&#8230;]<p>The post <a href='x'>Bridge shut</a> first appeared on <a href='y'>The Courier</a>.</p>",
            ["The post Bridge shut first appeared on The Courier."],
        ),
        (" He said that people should read more.", None),
        (" Anyone can post what first appeared on paper.", None),
    ],
)
def test_what_stands_below_an_item_of_a_feed_is_no_text(end: str, removed: list[str] | None, tmp_path: Path) -> None:
    text = "The council closed the bridge on Monday, and nobody knows for how long it will stay so."
    item = f"<item><title>Bridge shut</title><link>https://courier.example/a</link><description><![CDATA[{text}{end}]]></description></item>"
    (tmp_path / "a.rss").write_text(f"<rss><channel><title>The Courier</title>{item}</channel></rss>", encoding="utf-8")
    corpus = load(tmp_path)
    (row,) = corpus.articles.iter_rows(named=True)
    assert row["text"].split("\n\n", 1)[1].rstrip("…") == text + ("" if removed is not None else end)
    assert corpus.removed["text"].to_list() == (removed or [])
    assert "truncated" in row["flags"]


def test_media_of_a_feed_are_no_body_and_a_list_of_links_is_no_article(tmp_path: Path) -> None:
    media = "xmlns:media='http://search.yahoo.com/mrss/'"
    item = (
        f"<item><title>Bridge shut</title><link>https://courier.example/a</link><description>{BODY}</description>"
        "<media:content url='https://x/1.jpg'><media:credit>Photo: A N Other</media:credit></media:content></item>"
    )
    feed = f"<rss version='2.0' {media}><channel><title>World | The Courier</title><link>https://courier.example/</link>{item}</channel></rss>"
    (tmp_path / "a.rss").write_text(feed)
    row = load(tmp_path).articles.row(0, named=True)
    assert row["text"] == f"Bridge shut\n\n{BODY}"
    assert (row["outlet"], row["flags"]) == ("The Courier", [])
    google = (
        "<rss version='2.0'><channel><title>bridge - Google News</title><item><title>Bridge shut - The Courier</title>"
        "<link>https://news.example/x</link><description>&lt;a href='https://news.example/x'&gt;Bridge shut&lt;/a&gt; The "
        "Courier</description><source url='https://courier.example'>The Courier</source></item></channel></rss>"
    )
    (tmp_path / "a.rss").write_text(google)
    with pytest.raises(CorpusError, match="without the texts"):
        load(tmp_path)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip", "x-gzip"])
def test_pages_in_an_archive_are_unpacked_however_they_were_packed(coding: str) -> None:
    import brotli
    import zstandard

    packers = {"br": brotli.compress, "zstd": zstandard.ZstdCompressor().compress, "gzip": gzip.compress, "x-gzip": gzip.compress}  # fmt: skip
    page = packers[coding](made.page().encode())
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n".encode() + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {made.ADDRESS}\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    (raw,) = raws("x.warc", head.encode() + answer + b"\r\n\r\n")
    assert "closed the old bridge" in raw.fields["body"]


def test_a_packed_page_never_unpacks_to_more_than_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import brotli

    monkeypatch.setattr("framing.corpus.readers.web_archive.MAX_PAGE", 100_000)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n" + brotli.compress(
        b"<p>" + b"a " * 10_000_000
    )
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {made.ADDRESS}\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    (raw,) = raws("x.warc", head.encode() + answer + b"\r\n\r\n")
    assert raw.problem is not None
    assert "too large" in raw.problem[0]


def test_a_resource_is_a_page_and_a_front_page_is_named() -> None:
    def record(url: str, page: str) -> bytes:
        content = page.encode()
        head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {url}\r\nContent-Type: text/html\r\nContent-Length: {len(content)}\r\n\r\n"
        return head.encode() + content + b"\r\n\r\n"

    front = "<html><head><title>The Courier</title></head><body>" + f"<p>{BODY}</p>" * 3 + "</body></html>"
    first, second = raws("x.warc", record("https://courier.example/", front) + record(made.ADDRESS, made.page()))
    assert first.problem is not None
    assert "front page" in first.problem[0]
    assert "courier.example" in first.problem[0]
    assert first.severity == "note"
    assert second.fields["headline"] == made.HEADLINE


def test_the_page_of_an_archive_is_of_the_site_that_was_archived(tmp_path: Path) -> None:
    archived = f"https://web.archive.org/web/20260305101112/{made.ADDRESS}"
    page = made.page().replace("<head>", f"<head><link rel=canonical href='{archived}'>").replace("The Courier", "")
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    row = load(tmp_path).articles.row(0, named=True)
    assert (row["url"], row["outlet"]) == (made.ADDRESS, "courier.example")


def _documents(before: str, box: str, after: list[str], style: str = "") -> dict[str, bytes]:
    """A Word document, one of LibreOffice and one in RTF: a text box in a paragraph above others."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    run = "<w:p>{1}<w:r><w:t>{0}</w:t></w:r></w:p>"
    styled = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>"
    boxed = (
        f"<w:p><w:r><w:t>{before}</w:t></w:r><w:r><w:txbxContent>{run.format(box, styled)}</w:txbxContent></w:r></w:p>"
    )
    text = "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:d='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
    frame = f"<t:p>{before}<d:frame><d:text-box><t:p>{box}</t:p></d:text-box></d:frame></t:p>"
    rtf = rf"{before}{{\shp{{\*\shpinst{{\shptxt {box}\par}}}}}}\par " + "".join(rf"{line}\par " for line in after)
    parts = {
        "docx": ("word/document.xml", f"<w:document xmlns:w='{word}'><w:body>{boxed}{''.join(run.format(line, '') for line in after)}</w:body></w:document>"),
        "odt": ("content.xml", f"<o:document xmlns:o='o' {text}>{frame}{''.join(f'<t:p>{line}</t:p>' for line in after)}</o:document>"),
    }  # fmt: skip
    made = {"rtf": rf"{{\rtf1\ansi {rtf}}}".encode()}
    for ending, (name, xml) in parts.items():
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            if ending == "odt":
                archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr(name, xml)
        made[ending] = packed.getvalue()
    return made


def test_a_box_above_the_text_goes_behind_its_first_paragraph() -> None:
    box, story = "The bridge in the rain, seen by a child", [BODY[:200], BODY[200:]]
    for ending, document in _documents("", box, story).items():
        (raw,) = raws(f"x.{ending}", document)
        assert raw.fields["body"].split("\n")[-3:] == [story[0], box, story[1]], ending
    for ending, document in _documents("", BODY, ["© The Courier"]).items():
        (raw,) = raws(f"x.{ending}", document)
        assert raw.fields["body"].strip().startswith(BODY), f"{ending}: the story is in the box"
    (raw,) = raws("x.docx", _documents("", box, story, "Title")["docx"])
    assert raw.fields["body"].strip().startswith(box), "its style says that it is the title"


def test_a_text_box_of_word_counts_once_and_deleted_text_not_at_all() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    alternative = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>First</w:t><w:noBreakHyphen/><w:t>rate.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
        f"<w:r><m:AlternateContent><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:t>Second.</w:t></w:r></w:p>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{word}' xmlns:m='{alternative}'><w:body>{body}</w:body></w:document>",
        )
    (raw,) = raws("x.docx", packed.getvalue())
    assert raw.fields["body"].split("\n") == ["First-rate.", "In a box.", "Second."]


def test_text_that_a_document_does_not_show_is_not_read() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "".join(
        f"<w:r><w:rPr>{mark}</w:rPr><w:t>{text}</w:t></w:r>"
        for text, mark in (("Shut", ""), (" SECRET", "<w:vanish/>"), (" again.", "<w:vanish w:val='false'/>"))
    )
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    files = {
        "x.docx": (
            "word/document.xml",
            f"<w:document xmlns:w='{word}'><w:body><w:p>{runs}</w:p></w:body></w:document>",
        ),
        "x.odt": (
            "content.xml",
            f"<o:document-content xmlns:o='{office}' xmlns:t='{text}' xmlns:s='{style}'><o:automatic-styles>"
            "<s:style s:name='T1' s:family='text'><s:text-properties t:display='none'/></s:style>"
            "<s:style s:name='T2' s:family='text'><s:text-properties t:display='true'/></s:style></o:automatic-styles>"
            "<o:body><o:text><t:p>Shut<t:span t:style-name='T1'> SECRET</t:span> "
            "<t:span t:style-name='T2'>again</t:span>.</t:p></o:text></o:body></o:document-content>",
        ),
    }
    for name, (member, xml) in files.items():
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            if name == "x.odt":
                archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr(member, xml)
        (raw,) = raws(name, packed.getvalue())
        assert raw.fields["body"] == "Shut again.", name


def test_articles_pasted_below_each_other_are_divided_where_that_is_certain() -> None:
    def pasted(*addresses: str) -> str:
        parts = [f"{address}\n2 March 2026\nBridge shut again\n\n{BODY}\n" for address in addresses]
        return "{\\rtf1\\ansi " + "\n".join(parts).replace("\n", "\\par\n") + "}"

    first, second = raws("x.rtf", pasted("https://courier.example/a", "https://beacon.example/b"))
    assert [one.fields["url"] for one in (first, second)] == ["https://courier.example/a", "https://beacon.example/b"]
    assert (first.fields["published"], first.fields["headline"]) == ("2 March 2026", "Bridge shut again")
    assert first.fields["body"] == BODY
    assert len(raws("x.rtf", pasted("https://courier.example/a"))) == 1, "one address divides nothing"
    above = "My notes\n\n" + "".join(f"https://courier.example/{n}\n\n{BODY}\n\n" for n in (1, 2))
    (asked,) = raws("x.txt", above)
    assert asked.problem is not None
    assert "seems to hold 2 articles" in asked.problem[0]


def test_a_zip_keeps_what_the_names_in_it_say_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("the-courier--2026-03-02--1.txt", BODY)
        archive.writestr("The Beacon/one.txt", BODY[30:])
        archive.writestr("picture.gif", b"GIF89a")
        archive.writestr("__MACOSX/x.txt", BODY)
        archive.writestr("../../escape--2026-03-02--1.txt", BODY[60:])
    corpus = load(tmp_path)
    assert corpus.articles["outlet"].to_list() == ["Escape", "The Beacon", "The Courier"]
    assert corpus.problems.filter(severity="warning")["file"].to_list() == ["x.zip/picture.gif"]
    assert {path.name for path in tmp_path.iterdir()} == {"x.zip"}, "nothing is unpacked onto the disk"


def test_archives_within_archives_end(tmp_path: Path) -> None:
    content = BODY.encode()
    for _ in range(6):
        content = gzip.compress(content)
    with pytest.raises(UnreadableError, match="archives within archives"):
        raws("x.txt" + ".gz" * 6, content)
    bomb = gzip.compress(b"\0" * 80_000_000)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        raws("x.txt.gz", bomb)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        raws("x.txt.bz2", bz2.compress(b"\0" * 80_000_000))
    with pytest.raises(UnreadableError, match="no readable xz file"):
        raws("x.txt.xz", lzma.compress(b"x" * 1000)[:-20])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.txt", b"\0" * 80_000_000)
    (raw,) = raws("x.zip", packed.getvalue())
    assert raw.problem is not None
    assert "unpacks to more than" in raw.problem[0]


def test_references_without_texts_are_a_list(tmp_path: Path) -> None:
    reference = "TY  - NEWS\nTI  - Bridge\nT2  - The Courier\nUR  - https://courier.example/a\nAB  - Short.\nER  - \n"
    (tmp_path / "x.ris").write_text(reference)
    with pytest.raises(CorpusError, match="list of 1 address without the texts"):
        load(tmp_path)


def test_a_list_of_addresses_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "links--2026-03-02--1.txt").write_text("\n".join(f"https://courier.example/{n}" for n in range(9)))
    with pytest.raises(CorpusError, match="list of 9 addresses, no article"):
        load(tmp_path)


def test_short_chapters_of_an_e_book_are_read_and_other_parts_are_counted() -> None:
    chapters = {
        "a": "<h1>Ferry late</h1><p>The ferry to the island left an hour late on Monday. Nobody was hurt, and the crew "
        "said that the fog had lifted by ten.</p>",
        "b": "<h1>The Courier</h1><p>Monday</p>",
        "c": "<h1>Inside</h1>"
        + "".join(f'<p><a href="{n}.xhtml">Page {n}. The ferry, again</a></p>' for n in range(9)),
    }
    items = "".join(f'<item id="{name}" href="{name}.xhtml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="b.opf"/></container>')
        archive.writestr("b.opf", f"<package><manifest>{items}</manifest><spine>{order}</spine></package>")
        for name, text in chapters.items():
            archive.writestr(f"{name}.xhtml", f"<html><body>{text}</body></html>")
    brief, others = raws("x.epub", packed.getvalue())
    assert (brief.fields["headline"], len(brief.fields["body"].split())) == ("Ferry late", 25)
    assert others.severity == "note"
    assert others.problem is not None
    assert others.problem[0].startswith("has 2 parts that are no article")


@pytest.mark.parametrize("ending", [".wacz", ".zip", ".docx", ".odt", ".epub"])
def test_a_packed_file_with_a_flag_that_nobody_unpacks_is_refused_in_words(ending: str) -> None:
    content = bytearray(SAMPLES[ending])
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + at] |= 0x20  # compressed patched data
            start = content.find(mark, start + 4)
    with contextlib.suppress(UnreadableError):
        assert all(raw.problem is not None for raw in raws(f"x{ending}", bytes(content)))


def test_a_spreadsheet_s_column_is_what_all_its_rows_say(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    dates = [dt.date(2025, 2, 3)] * 1_100
    with xlsxwriter.Workbook(tmp_path / "table.xlsx", {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Headline", "Source", "Date", "Text"])
        for number, date in enumerate([*dates, "4 March 2025"], 1):  # as typed by hand, late among dates
            sheet.write_row(number, 0, [f"Bridge {number}", "Dorn Bee", date, "The bridge is shut."])
    found = raws("table.xlsx", (tmp_path / "table.xlsx").read_bytes())
    assert len(found) == 1_101
    assert str(found[-1].fields["published"]) == "4 March 2025"
    assert str(found[0].fields["published"]).startswith("2025-02-03")
