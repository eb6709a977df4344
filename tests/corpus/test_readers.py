"""Files as people have them: names of fields, encodings, and files that mean harm."""

from __future__ import annotations

import contextlib
import io
import json
import time
import zipfile
from email.message import EmailMessage
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import ALIASES, FIELDS, Raw, fields_of
from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.metadata.language import language_code, language_of
from framing.corpus.readers import endings, reader_of
from framing.errors import CorpusError

TEXT = "The café owner’s daughter said: “It’s naïve – perhaps.” Nobody else was there on Monday, when the bridge fell. "
DOCS = Path(__file__).parents[2] / "docs" / "events.md"


def one(path: Path, content: str | bytes) -> dict[str, str]:
    """The fields of the only article in a file of this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (raw,) = raws(path)
    return raw.fields


def raws(path: Path) -> list[Raw]:
    """What the reader of a file gives."""
    source = Source.of(path)
    reader = reader_of(source)
    assert reader is not None
    return list(reader.read(source))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        # Media Cloud's download of stories
        (
            "id,url,title,publish_date,media_name,media_url,language,text",
            "id url headline published outlet domain language body",
        ),
        # GDELT's DOC API with a column of texts
        ("URL,Title,SeenDate,Domain,Language,SourceCountry,Text", "url headline published domain language body"),
        # NewsAPI
        ("source,author,title,description,url,publishedAt,content", "outlet byline headline url published body"),
        ("Publication Title,Author,Title,Date,Url,Full Text", "outlet byline headline published url body"),
        ("outlet;byline;headline;published;url;body", "outlet byline headline published url body"),
    ],
)
def test_columns_of_known_exports_are_understood(header: str, expected: str, tmp_path: Path) -> None:
    separator = ";" if ";" in header else ","
    row = separator.join(f"value {number}" for number, _ in enumerate(header.split(separator)))
    fields = one(tmp_path / "x.csv", f"{header}\n{row}\n")
    assert sorted(fields) == sorted(expected.split())


def test_the_documented_aliases_are_those_that_are_read() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for field, aliases in ALIASES.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{field}` |"))
        assert set(aliases.split()) - {field} == {name.strip("` ") for name in row.split("|")[2].split(",")} - {""}, (
            field
        )


def test_objects_and_lists_become_text() -> None:
    newsapi = {"source": {"id": None, "name": "The Courier"}, "author": None, "content": TEXT}
    assert fields_of(newsapi) == {"outlet": "The Courier", "body": TEXT.strip()}
    csl = {
        "title": "Bridge shut",
        "container-title": "The Courier",
        "author": [{"family": "Roe", "given": "Jane"}, {"literal": "x", "name": "Staff"}],
        "issued": {"date-parts": [[2026, 1, 2]]},
        "URL": "https://courier.example/1",
        "language": "en-GB",
    }
    assert fields_of(csl) == {
        "headline": "Bridge shut",
        "outlet": "The Courier",
        "byline": "Jane Roe, Staff",
        "published": "2026-01-02",
        "url": "https://courier.example/1",
        "language": "en-GB",
    }
    zotero = {
        "publicationTitle": "The Courier",
        "creators": [{"firstName": "Jane", "lastName": "Roe", "creatorType": "author"}],
    }
    assert fields_of(zotero) == {"outlet": "The Courier", "byline": "Jane Roe"}
    assert fields_of({"text": False, "title": 0, "url": float("nan")}).get("body") is None
    assert fields_of({"content": "later", "body": "first"})["body"] == "first", "the order of ALIASES decides"


def test_json_that_other_programs_write(tmp_path: Path) -> None:
    for wrapped in (
        {"items": [{"title": "T", "text": TEXT}]},
        {"data": [{"title": "T", "text": TEXT}]},
        {"title": "T", "text": TEXT},
    ):
        assert one(tmp_path / "x.json", json.dumps(wrapped))["headline"] == "T"
    item = {"key": "ABC", "data": {"title": "T", "publicationTitle": "The Courier", "fulltext": TEXT}}
    assert one(tmp_path / "x.json", json.dumps([item]))["outlet"] == "The Courier"
    page = {"title": "T", "html": f"<div><script>x()</script><p>{TEXT}</p><p>Second.</p></div>"}
    assert one(tmp_path / "x.json", json.dumps(page))["body"] == f"{TEXT.strip()}\n\nSecond."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_encodings(encoding: str) -> None:
    assert decode_bytes((TEXT * 5).encode(encoding)) == TEXT * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мост закрыли в понедельник после того, как инженеры нашли трещины в двух опорах. " * 20, "windows-1251"),
        ("橋は月曜日に閉鎖された。技術者が二本の橋脚にひび割れを見つけたためである。" * 20, "shift_jis"),
        ("Most zamknięto w poniedziałek, gdy inżynierowie znaleźli pęknięcia w dwóch filarach. " * 20, "cp1250"),
    ],
)
def test_legacy_encodings(text: str, encoding: str) -> None:
    page = f"<html><head><meta charset={encoding}></head><body>{text}</body></html>"
    assert decode_bytes(page.encode(encoding)) == page, "as the page declares"
    assert decode_bytes(text.encode(encoding), encoding) == text, "as the server declares"
    if encoding != "cp1250":
        assert decode_bytes(text.encode(encoding)) == text, "as it looks"


def test_one_bad_byte_does_not_change_the_encoding_of_all_others() -> None:
    damaged = (TEXT * 30).encode().replace(b"naive", b"naive") + b"\xff " + (TEXT * 30).encode()
    text = decode_bytes(damaged)
    assert text.count("\N{REPLACEMENT CHARACTER}") == 1
    assert "café owner’s" in text
    with pytest.raises(UnreadableError, match="is no text"):
        decode_bytes(b"\x7fELF\0\0\0\1" * 99)


def test_front_matter_is_read_whatever_ends_its_lines(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["---", 'title: "A: \\"B\\""', "outlet: C", "---", "", "Text --- here.", "---", "More."])
        assert one(tmp_path / "x.md", text) == {
            "headline": 'A: "B"',
            "outlet": "C",
            "body": text.split("---" + end, 2)[2].replace(end, "\n"),
        }
    assert one(tmp_path / "x.md", "---\nno end") == {"body": "---\nno end"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council closed the bridge on Monday, and nobody was hurt in the fall of it.", "en"),
        ("Le conseil a fermé le pont lundi, et personne n’a été blessé dans cette chute qui a surpris la ville.", "fr"),
        (
            "Der Rat hat die Brücke am Montag geschlossen, verletzt wurde niemand, wie die Stadt am Abend mitteilte.",
            "de",
        ),
        ("El consejo cerró el puente el lunes y nadie resultó herido en la caída, según informó la ciudad.", "es"),
        ("Мост закрыли в понедельник, никто не пострадал, сообщили вечером власти города.", "ru"),
        (
            "议会星期一关闭了这座桥，没有人受伤，市政府晚上通报说，工程师在四个桥墩中的两个发现了裂缝，因此不得不立即关闭，并将在春天之前进行修理，所有车辆必须绕行。",
            "zh",
        ),
        ("Police seek two men. Police arrest two men in Lagos. Gunmen kill nine.", "en"),  # not Pidgin: py3langid 0.4.0
        ("Short.", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_declared_languages() -> None:
    assert [language_code(text) for text in ("en-GB", "en_US", "English", "DE", "", None, "klingon")] == [
        "en",
        "en",
        "en",
        "de",
        None,
        None,
        None,
    ]


def test_the_text_decides_what_language_it_is_in(tmp_path: Path) -> None:
    french = (
        "Le conseil a fermé le pont lundi, et personne n’a été blessé dans cette chute qui a surpris la ville. " * 3
    )
    rows = [
        {"outlet": "A", "text": french, "language": "en"},
        {"outlet": "B", "text": TEXT * 3, "language": "fr"},
        {"outlet": "C", "text": TEXT * 4},
    ]
    (tmp_path / "x.json").write_text(json.dumps(rows), encoding="utf-8")
    corpus = load(tmp_path)
    assert dict(corpus.articles.select("outlet", "language").iter_rows()) == {"A": "fr", "B": "en", "C": "en"}
    assert corpus.articles.filter(outlet="A")["flags"].item().to_list() == ["not_english"]
    assert {(row["severity"], row["line"]) for row in corpus.problems.iter_rows(named=True)} == {
        ("warning", 1),
        ("note", 2),
    }


def docx(xml: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def test_a_page_saved_with_its_pictures(tmp_path: Path) -> None:
    page = f"<html><head><title>T</title></head><body><article>{f'<p>{TEXT}</p>' * 3}</article></body></html>"
    (tmp_path / "The bridge_files" / "deep").mkdir(parents=True)
    (tmp_path / "lost_files").mkdir()
    for place in (
        "The bridge.html",
        "The bridge_files/frame.html",
        "The bridge_files/deep/ad.js",
        "lost_files/b--2026-01-02--1.html",
    ):
        (tmp_path / place).write_text(page.replace("naïve", place), encoding="utf-8")
    (tmp_path / "index.jsonl").write_text('{"file": "The bridge.html", "outlet": "The Courier"}')
    corpus = load(tmp_path)
    assert corpus.articles["source_file"].sort().to_list() == ["The bridge.html", "lost_files/b--2026-01-02--1.html"]
    assert corpus.problems["file"].to_list() == ["The bridge_files"]


def test_a_page_saved_in_one_file(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>Bridge is shut</title></head><body><article>{f'<p>{TEXT}</p>' * 3}</article></body></html>"
    )
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://courier.example/2026/01/02/bridge"
    message.set_content(page, subtype="html", charset="windows-1252", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    fields = one(tmp_path / "x.mhtml", message.as_bytes())
    assert fields["body"].startswith(TEXT.strip())
    assert (fields["headline"], fields["url"], fields["published"]) == (
        "Bridge is shut",
        "https://courier.example/2026/01/02/bridge",
        "2026-01-02",
    )


def test_a_source_that_is_an_address() -> None:
    assert fields_of({"source": "https://courier.example/a", "title": "T"}) == {
        "url": "https://courier.example/a",
        "headline": "T",
    }


BOMB = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
    f"<!ENTITY {new} '{'&' + old + ';' * 1}{('&' + old + ';') * 9}'>".encode() for old, new in zip("abcdefgh", "bcdefghi", strict=True)
) + b"]><rss><channel><title>&i;</title><item><title>&i;</title><description>&i;</description></item></channel></rss>"  # fmt: skip
SECRET = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY s SYSTEM 'file:///etc/passwd'>]><rss><channel><title>T</title><item><title>x</title><description>root &s;</description></item></channel></rss>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("binary.txt", bytes(range(256)) * 50),
        ("binary.mhtml", bytes(range(256)) * 50),
        ("deep.mhtml", b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))),
        ("nul.txt", b"text\0" * 100),
        ("nul.json", b'{"text": "a\\u0000b", "outlet": "\\u0000"}'),
        ("nul.csv", b"outlet,text\nA\0,b\0c\n"),
        ("line.csv", b"outlet,text\nA," + b"x" * 1_000_000),
        ("line.txt", b"x " * 500_000),
        ("line.html", b"<p>" + b"x " * 500_000),
        ("deep.json", b"[" * 100_000),
        ("deep-object.json", b'{"text":' * 5_000 + b"1" + b"}" * 5_000),
        ("deep-list.jsonl", b'{"text": ' + b"[" * 900 + b"1" + b"]" * 900 + b"}"),
        ("huge-number.json", b'{"text": ' + b"9" * 100_000 + b"}"),
        ("deep.html", b"<div>" * 20_000 + b"text"),
        ("open.html", b"<p" * 20_000),
        ("comment.html", b"<!--" * 20_000),
        ("empty.html", b""),
        ("bomb.docx", docx(b"\0" * 100_000_000)),
        ("entities.docx", docx(BOMB)),
        ("no-word.docx", docx(b"<x/>")),
        ("zip.docx", b"PK\3\4" + b"\0" * 100),
        ("bomb.xml", BOMB),
        ("secret.rss", SECRET),
        ("broken.xml", b"<rss><channel><item>"),
        ("deep.rtf", b"{\\rtf1" + b"{" * 50_000),
        ("words.rtf", b"{\\rtf1 \\u99999999 \\'zz \\bin99999 x}"),
        ("broken.pdf", b"%PDF-1.7\n1 0 obj\n<</Length 99999999>>stream\n"),
        ("broken.parquet", b"PAR1" + b"\0" * 50 + b"PAR1"),
        ("broken.warc", b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\n"),
        ("broken.warc.gz", b"\x1f\x8b\x08\0garbage"),
        ("name\nwith lines.txt", b"Some text."),
        ("<b>.txt", b"Some text."),
        ("index.jsonl", b"[]\n1\nnull\n{\"file\": 1}\n\xff\xfe\0\n"),
    ],
)  # fmt: skip
def test_files_that_mean_harm_are_refused_or_bounded(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good--2026-01-02--1.txt").write_text(TEXT * 3, encoding="utf-8")
    corpus = load(tmp_path)
    assert "Good" in corpus.articles["outlet"]
    assert "root:" not in "".join(corpus.articles["text"])
    assert max(map(len, corpus.articles["text"])) < 2_000_000
    assert all("\n" not in place for place in corpus.problems["file"])
    assert all("\0" not in text for text in corpus.articles["text"])


def test_a_table_that_unpacks_to_more_than_fits_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.corpus.files.gather.MAX_TOTAL", 3_000_000)
    texts = [f"{n} {TEXT}" * 9_000 for n in range(9)]
    pl.DataFrame({"outlet": [f"O{n}" for n in range(9)], "text": texts}).write_parquet(tmp_path / "x.parquet")
    assert (tmp_path / "x.parquet").stat().st_size < 100_000
    corpus = load(tmp_path)
    assert corpus.articles.height == 3_000_000 // len(texts[0])
    assert "the rest is left out" in corpus.problems.filter(severity="error")["problem"].item()


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret--2026-01-02--1.txt").write_text(TEXT)
    event = tmp_path / "event"
    event.mkdir()
    (event / "good--2026-01-02--1.txt").write_text(TEXT)
    (event / "folder").symlink_to(outside)
    (event / "self").symlink_to(event)
    (event / "index.jsonl").symlink_to(outside / "secret--2026-01-02--1.txt")
    assert load(event).articles["outlet"].to_list() == ["Good"]


FIELD = st.sampled_from(sorted(FIELDS))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELD | st.text(max_size=8), inner, max_size=5),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    record = value if isinstance(value, dict) else {"text": value}
    assert all(isinstance(text, str) and text for text in fields_of(record).values())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(endings())), content=st.binary(max_size=600) | st.text(max_size=300).map(str.encode) | JSON.map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_any_bytes_are_read_or_refused(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"the-courier--2026-01-02--1{name}"
    path.write_bytes(content)
    with contextlib.suppress(UnreadableError):
        assert all(isinstance(raw, Raw) for raw in raws(path))
    with contextlib.suppress(CorpusError):
        load(tmp_path)
    path.unlink()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=60)), min_size=1, max_size=4)
)
def test_tables_are_read_as_json_is(rows: list[tuple[str, str]], tmp_path: Path) -> None:
    import csv

    rows = [
        (" ".join(a.replace("\0", "").split()) or "x", " ".join(b.replace("\0", "").split()) or "y") for a, b in rows
    ]
    with (tmp_path / "x.csv").open("w", newline="", encoding="utf-8", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerows([("outlet", "text"), *rows])
    (tmp_path / "x.json").write_text(
        json.dumps(
            [
                {"outlet": a.encode("utf-8", "replace").decode(), "text": b.encode("utf-8", "replace").decode()}
                for a, b in rows
            ]
        )
    )
    assert [raw.fields for raw in raws(tmp_path / "x.csv")] == [raw.fields for raw in raws(tmp_path / "x.json")]


def test_markdown_of_many_lines_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("---\n" * 200_000)
    began = time.perf_counter()
    raws(tmp_path / "x.md")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("name", ["no-such-encoding", "utf\0", "ut\x11f", "x" * 500])
def test_an_encoding_that_is_none_is_passed_by(name: str) -> None:
    assert decode_bytes("Ein Café in Köln öffnet früh. ".encode("cp1252") * 9, name).startswith("Ein Café in Köln")
