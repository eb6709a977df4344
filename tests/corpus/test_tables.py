"""Tables and records as other programs write them: names of columns, dates, marks in fields, texts that were cut."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import polars as pl
import pytest

from framing.corpus.event import Event
from framing.corpus.files.fields import read_record
from framing.corpus.load import load
from framing.corpus.metadata.metadata import Date, date_order, read_date

TEXT = (
    'The weir at Lund gave way on Sunday, and the "lower town" stood under water until noon, the mayor told the paper.\n\n'
    "Nobody was hurt. A new weir takes two years to build, and the town has asked the state for half of its price."
)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("clean_text", "body"),
        ("Document", "body"),
        ("news", "body"),
        ("Conteúdo", "body"),
        ("News Title", "headline"),
        ("hed", "headline"),
        ("Tytuł", "headline"),
        ("article.source.name", "outlet"),
        ("article.publishedAt", "published"),
        ("Manchete", "headline"),
        ("Publication Name", "outlet"),
        ("paper", "outlet"),
        ("Veículo", "outlet"),
        ("source.title", "outlet"),
        ("domain_name", "domain"),
        ("publish_time", "published"),
        ("created_at", "published"),
        ("Dato", "published"),
    ],
)
def test_columns_by_other_names(name: str, field: str) -> None:
    assert read_record({name: TEXT if field == "body" else "x y"}).fields.keys() == {field}


@pytest.mark.parametrize("name", ["site_name", "sitename", "newspaper", "publication_title", "source"])
def test_a_paper_goes_before_its_publisher(name: str) -> None:
    assert read_record({"publisher": "Lund Media Ltd", name: "Lund Bee"}).fields == {"outlet": "Lund Bee"}
    assert read_record({"publisher": "Lund Bee"}).fields == {"outlet": "Lund Bee"}


@pytest.mark.parametrize(
    "word", ["unknown", "Unknown", "n.a.", "n/a", "none", "NULL", "-", "—", "NaN", "not available"]
)
def test_what_stands_for_nothing_is_nothing(word: str, tmp_path: Path) -> None:
    record = {"source": word, "author": word, "url": word, "section": word, "date": word, "publisher": "Lund Bee"}
    assert read_record({**record, "text": TEXT}).fields == {"outlet": "Lund Bee", "body": TEXT}
    (tmp_path / "The Lund Owl").mkdir()
    story = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    about = (
        f"<title>Unknown</title><meta property='og:site_name' content='{word}'><meta name='author' content='{word}'>"
    )
    page = f"<html><head>{about}</head><body><article><h1>Unknown</h1>{story}</article></body></html>"
    (tmp_path / "The Lund Owl" / "a.html").write_text(page, "utf-8")
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert (row["outlet"], row["byline"], row["headline"]) == ("The Lund Owl", None, "Unknown")


def test_a_short_document_or_news_is_a_key_or_a_subject() -> None:
    assert read_record({"document": "A-17", "news": "sport", "text": TEXT}).fields == {"id": "A-17", "body": TEXT}


@pytest.mark.parametrize(
    "end",
    [
        "… [+1043 chars]",
        "...[ + 12 characters ]",
        "(+310 chars)",
        "… [1,043 more characters]",
        "...[truncated]",
        "[…]",
        "[&#8230;]",
        "[&hellip;]",
        "... (continued)",
        "…[Message clipped]",
        "... Read more",
        "… Continue reading →",
        "... ONLY AVAILABLE IN PAID PLANS",
    ],
)
def test_what_a_service_puts_where_it_cuts_is_no_text(end: str) -> None:
    fields = read_record({"content": f"The weir gave way {end}"}).fields
    assert fields == {"body": "The weir gave way", "truncated": "true"}


@pytest.mark.parametrize(
    "end", ["and read more.", "(a third).", "[in May].", "he told readers … to continue reading it"]
)
def test_a_text_that_only_speaks_of_reading_is_whole(end: str) -> None:
    assert "truncated" not in read_record({"content": f"The weir gave way {end}"}).fields


def test_marks_escaped_with_a_backslash(tmp_path: Path) -> None:
    rows = [("title", "outlet", "date", "text"), ("Weir", "Lund Bee", "2025-05-04", TEXT.replace('"', '\\"'))]
    (tmp_path / "a.csv").write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), "utf-8")
    (row,) = load(tmp_path).articles.iter_rows(named=True)
    assert row["text"][row["body_start"] :] == TEXT


def test_a_backslash_in_a_table_that_doubles_its_marks_stays(tmp_path: Path) -> None:
    text = 'It lay in C:\\"weir" and ""here"".'
    (tmp_path / "a.csv").write_text(
        'title,outlet,date,text\nWeir,Lund Bee,2025-05-04,"' + text.replace('"', '""') + '"\n', "utf-8"
    )
    assert load(tmp_path).articles["text"][0].endswith(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sun May 4 06:00:00 2025",
        "Sun May 04 06:00:00 +0000 2025",
        "4 maja 2025",
        "4 Mayıs 2025",
        "4 мая 2025 г.",
        "4 травня 2025",
        "4. května 2025",
        "domingo, 4 de maio de 2025",
        "4 May 25",
        "4. 5. 2025",
        "1746338400000000",
        "1746338400000000000",
    ],
)
def test_dates_of_other_places_and_programs(text: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.date == dt.date(2025, 5, 4)


@pytest.mark.parametrize(
    ("text", "date", "ambiguous"),
    [
        ("01.04.2025", "2025-04-01", False),
        ("1. 4. 2025", "2025-04-01", False),
        ("01.04.25", "2025-04-01", False),
        ("04.15.2025", "2025-04-15", False),
        ("01/04/2025", "2025-04-01", True),
        ("25-04-01", "2025-04-01", True),
        ("24-04-25", "2025-04-24", True),
        ("24/04/25", "2025-04-24", False),
        ("25/04/01", "2025-04-01", True),
        ("98-04-01", "1998-04-01", False),
        ("2025. 4. 1.", "2025-04-01", False),
    ],
)
def test_dates_in_numbers(text: str, date: str, ambiguous: bool) -> None:
    assert read_date(text) == Date(dt.date.fromisoformat(date), ambiguous)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["4/1/2025", "4/25/2025"], "MDY"),
        (["4.1.2025", "25.4.2025"], "DMY"),
        (["25/4/2025", "4/25/2025"], None),
        (["4/1/2025", "99/99/2025"], None),
        (["25-04-01", "25-04-15", "25-05-02"], "YMD"),
        (["23-04-25", "24-04-25"], "DMY"),
        (["04/07/21", "04/07/22"], None),
        (["25-04-01"], None),
    ],
)
def test_the_dates_of_a_file_tell_how_it_writes_them(texts: list[str], order: str | None) -> None:
    assert date_order(texts) == order


def test_a_file_has_no_dates_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["framing.corpus.metadata.metadata"]
    monkeypatch.setattr(module, "_to_come", lambda date: date.date > dt.date(2026, 1, 1))
    assert date_order(["25/04/30", "24/12/31"]) == "YMD"
    assert read_date("25/04/30", order="YMD") == Date(dt.date(2025, 4, 30))


def test_the_events_days_tell_how_a_date_is_meant() -> None:
    event = Event("weir", "Weir", start=dt.date(2025, 4, 1), end=dt.date(2025, 4, 30))
    for text in ("25-04-01", "04.01.2025", "4/1/2025"):
        assert read_date(text, event) == Date(dt.date(2025, 4, 1))


def test_a_day_month_and_time_are_no_date() -> None:
    assert read_date("4 May 10:30") is None


def test_months_of_twelve_letters() -> None:
    date = read_date("4 października 2025")
    assert date is not None
    assert date.date == dt.date(2025, 10, 4)


ITEM = {"title": "Weir", "url": "https://lundbee.example/weir", "date": "2025-05-04", "body": TEXT}


@pytest.mark.parametrize(
    "answer",
    [
        {"recentActivityArticles": {"activity": [ITEM, ITEM | {"title": "Mill"}]}},
        {"8001": {"info": ITEM}, "8002": {"info": ITEM | {"title": "Mill"}}},
        {"response": {"content": {"webTitle": "Weir", "webUrl": ITEM["url"], "fields": {"bodyText": TEXT}}}},
        {
            "webTitle": "Weir",
            "webUrl": ITEM["url"],
            "blocks": {"body": [{"bodyHtml": "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))}]},
        },
        {**ITEM, "body": None, "fields": {"body": f"<p>{TEXT}</p><aside><p>Related: <a href='x'>Mill</a></p></aside>"}},
        {**ITEM, "meta_data": {"og": {"site_name": "Lund Bee"}}},
    ],
)
def test_answers_of_services(answer: object, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(answer), "utf-8")
    rows = load(tmp_path).articles
    named = "Lund Bee" if "meta_data" in json.dumps(answer) else "lundbee.example"
    assert rows["outlet"].unique().to_list() == [named]
    assert rows.filter(pl.col("headline") == "Weir")["text"][0].split("\n\n", 1)[1] == TEXT
