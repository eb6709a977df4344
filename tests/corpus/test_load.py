from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.check import check, raw_against_clean
from framing.corpus.cleaning.duplicates import versions
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, Outlet
from framing.corpus.find import find_event
from framing.corpus.load import load, raw_bodies
from framing.corpus.metadata.addresses import original_address
from framing.corpus.metadata.genre import headline_genre, read_genre
from framing.corpus.metadata.metadata import (
    OutletNames,
    outlet_of_name,
    read_date,
    url_date,
)
from framing.errors import CorpusError, UnknownNameError
from tests.conftest import shared

OTHERS = (
    "Trains ran late again in the valley, and the railway blamed a frozen switch near the northern depot for it.",
    "A museum of clocks opens in the old mill; its founder has mended four hundred of them with his own hands.",
    "Prices of bread rose for the third month, bakers said, because flour from abroad has become dearer by half.",
    "The harbour board wants two new cranes, which would lift twice the load of those that stand there today.",
)
TEXT = "The council closed the bridge on Monday. “It is not safe,” said Ada Holm, the mayor."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_every_format_gives_the_same_article(tmp_path: Path) -> None:
    record = {
        "outlet": "The Courier",
        "title": "Bridge shut",
        "date": "2026-01-02",
        "text": TEXT,
        "url": "https://x.example/a",
    }
    front = "\n".join(f'{key}: "{value}"' for key, value in record.items() if key != "text")
    page = (
        "<html lang=en><head><title>Bridge shut</title><meta property='og:site_name' content='The Courier'>"
        f"<meta property='article:published_time' content='2026-01-02'></head><body><article><h1>Bridge shut</h1>"
        f"{''.join(f'<p>{TEXT} Number {n} of the paragraphs follows here.</p>' for n in range(9))}</article></body></html>"
    )
    header, row = ",".join(record), ",".join('"' + value.replace('"', '""') + '"' for value in record.values())
    write(
        tmp_path,
        {
            "a/x.md": f"---\n{front}\n---\n\n{TEXT}\n",
            "b/x.json": json.dumps({"articles": [record]}),
            "c/x.jsonl": json.dumps(record),
            "d/x.csv": f"{header}\n{row}\n",
            "e/the-courier--2026-01-02--1.txt": TEXT,
            "f/x.html": page,
        },
    )
    (tmp_path / "g").mkdir()
    pl.DataFrame([record]).write_parquet(tmp_path / "g" / "x.parquet")
    for name in "abcdefg":
        article = load(tmp_path / name).articles.row(0, named=True)
        assert article["outlet"] == "The Courier", name
        assert article["published"] == dt.date(2026, 1, 2), name
        assert article["text"].endswith(TEXT) or name == "f", name
        assert article["headline"] == (None if name == "e" else "Bridge shut"), name


def test_the_index_the_folder_and_the_name_fill_in(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "index.jsonl": '{"file": "one.txt", "outlet": "The Beacon", "date": "2026-02-03", "title": "T", "truncated": true}\n'
            '{"file": "gone.txt", "outlet": "X"}\n{broken\n',
            "one.txt": TEXT,
            "night-post/two.txt": TEXT + " More.",
        },
    )
    corpus = load(tmp_path)
    assert set(corpus.articles["outlet"]) == {"The Beacon", "Night Post"}
    one = corpus.articles.filter(outlet="The Beacon").row(0, named=True)
    assert (one["published"], one["headline"]) == (dt.date(2026, 2, 3), "T")
    assert "truncated" in one["flags"]
    found = corpus.problems.filter(file="index.jsonl")
    assert set(found["severity"]) == {"warning", "error"}
    assert 3 in found["line"].to_list()


def test_outlets_have_one_name(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "event.toml": '[[outlets]]\nname = "ABC News"\naliases = ["ABC"]\ndomain = "abc.example"\n',
            "all.jsonl": "\n".join(
                json.dumps({"body": f"{OTHERS[n]} {TEXT}", **fields})
                for n, fields in enumerate(
                    [
                        {"outlet": "abc News"},
                        {"outlet": "ABC"},
                        {"url": "https://www.abc.example/x"},
                        {"outlet": "Other"},
                    ]
                )
            ),
        },
    )
    assert load(tmp_path).articles["outlet"].value_counts().sort("outlet").rows() == [("ABC News", 3), ("Other", 1)]


def test_the_same_text_twice_in_one_outlet_counts_once(tmp_path: Path) -> None:
    corpus = load(
        write(tmp_path, {"a--2026-01-01--1.txt": TEXT, "a--2026-01-01--2.txt": TEXT, "b--2026-01-01--1.txt": TEXT})
    )
    assert corpus.articles.height == 2
    assert "kept once" in corpus.problems["problem"].to_list()[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    text = "The café owner’s daughter said: “It’s naïve – perhaps.” " * 5
    corpus = load(write(tmp_path, {"a--2026-01-01--1.txt": text.encode(encoding)}))
    assert "café owner’s daughter said: “It’s naïve –" in corpus.articles["text"].item()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT)
    folder = write(tmp_path / "event", {"a--2026-01-01--1.txt": TEXT})
    (folder / "b--2026-01-01--1.txt").symlink_to(secret)
    corpus = load(folder)
    assert corpus.articles.height == 1
    assert "leads out of" in corpus.problems.filter(severity="error")["problem"].item()


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.corpus.files.encoding.MAX_BYTES", 1000)
    write(tmp_path, {"a--2026-01-01--1.txt": TEXT, "b--2026-01-01--1.txt": TEXT * 99})
    assert "is larger than" in load(tmp_path).problems.filter(severity="error")["problem"].item()


def test_deep_json_and_long_lines_are_survived(tmp_path: Path) -> None:
    write(
        tmp_path, {"a--2026-01-01--1.txt": TEXT, "deep.json": "[" * 100_000, "long--2026-01-01--1.txt": "x" * 1_000_000}
    )
    corpus = load(tmp_path)
    assert "is not valid JSON" in corpus.problems.filter(file="deep.json")["problem"].item()


def test_events_are_found_where_they_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "named", {"one/a--2026-01-01--1.txt": TEXT})
    write(tmp_path / "here" / "data" / "events", {"two/a--2026-01-01--1.txt": TEXT})
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("FRAMING_DATA", str(tmp_path / "named"))
    assert find_event("one").name == "one"
    assert find_event("two").name == "two"
    assert find_event("huawei-curbs").name == "huawei-curbs"
    with pytest.raises(UnknownNameError, match="did you mean 'huawei-curbs'"):
        find_event("huawei-curb")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="holds no articles"):
        load(tmp_path / "empty")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-02-05", (2026, 2, 5)), ("2026-02-05T10:00:00Z", (2026, 2, 5)), ("20260205", (2026, 2, 5)), ("5 February 2026", (2026, 2, 5)),
        ("Feb. 5, 2026", (2026, 2, 5)), ("Thursday, February 5th, 2026", (2026, 2, 5)), ("5-Feb-2026", (2026, 2, 5)),
        ("20260205T101500Z", (2026, 2, 5)), ("20260205101500", (2026, 2, 5)), ("2026/2/5", (2026, 2, 5)), ("1770280000", (2026, 2, 5)), ("1770280000123", (2026, 2, 5)),
        ("01:38:07 PM IST Feb 05, 2026", (2026, 2, 5)), ("Thu Feb 05 2026 03:05:46 GMT+0000", (2026, 2, 5)), ("the 5th of February 2026", (2026, 2, 5)), ("25/02/26", (2026, 2, 25)),
        ("Published 5 Feb 2026, updated 6 Feb 2026", (2026, 2, 5)), ("Thu, 05 Feb 2026 10:00:00 GMT", (2026, 2, 5)), ("25/02/2026", (2026, 2, 25)), ("02/25/2026", (2026, 2, 25)), ("05/02/2026", (2026, 2, 5)),
    ],
)  # fmt: skip
def test_dates(text: str, date: tuple[int, int, int]) -> None:
    found = read_date(text)
    assert found is not None
    assert found.date == dt.date(*date)
    assert found.ambiguous == (text == "05/02/2026")


def test_the_window_decides_day_and_month() -> None:
    event = Event("x", "x", start=dt.date(2026, 5, 1), end=dt.date(2026, 5, 30))
    found = read_date("05/02/2026", event)
    assert found is not None
    assert (found.date, found.ambiguous) == (dt.date(2026, 5, 2), False)
    for nonsense in (
        "",
        "soon",
        "2026-13-45",
        "99/99/2026",
        "0001-01-01T00:00:00Z",
        "31 Smarch 2026",
        "12345678901234567890",
        "31/02/2026",
    ):
        assert read_date(nonsense) is None


def test_genres_and_names() -> None:
    assert read_genre(None, "https://x.example/opinion/2026/a") == "opinion"
    assert read_genre("Leader") == "editorial"
    assert read_genre("sport", None) is None
    names = OutletNames(Event("x", "x"))
    assert names.name("The Courier") == names.name("courier") == names.name("THE COURIER")
    assert names.name(None, "https://www.x.example/a") == "x.example"
    assert names.name(" ") is None


def test_check_shows_what_was_taken_out(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, {"a--2026-01-01--1.txt": f"WASHINGTON (Reuters) - {TEXT}\n\nSHARE THIS ARTICLE"}))
    row = check(corpus).row(0, named=True)
    assert row["agency"] == "Reuters"
    assert "share" in row["removed"]
    assert "dateline" in row["removed"]
    shown = raw_against_clean(corpus, row["article"], raw_bodies(tmp_path)[row["article"]])
    assert "- [share: share widget] SHARE THIS ARTICLE" in shown
    assert (
        f"- WASHINGTON (Reuters) - {TEXT}\n    [dateline: place and agency before a dash] WASHINGTON (Reuters) -\n+ {TEXT}"
        in shown
    )
    with pytest.raises(UnknownNameError):
        raw_against_clean(corpus, "nothing", "")


def test_the_press_tv_text() -> None:
    corpus = load(shared("events") / "huawei-curbs")
    removed = corpus.removed.filter(pl.col("article").str.starts_with("press-tv"))
    assert {"breadcrumb", "caption", "share", "notice"} <= set(removed["kind"])
    text = corpus.articles.filter(pl.col("article").str.starts_with("press-tv"))["text"].item()
    assert "SHARE" not in text
    assert text.rstrip().endswith(".")


def test_the_truth_file_holds_sentences_of_the_bundled_event() -> None:
    corpus = load("huawei-curbs")
    truth = json.loads((Path(__file__).parents[1] / "truth" / "huawei-curbs.json").read_text(encoding="utf-8"))
    sentences = {name: set(rows["text"]) for (name,), rows in corpus.sentences.group_by("article")}
    for rewrite in truth["rewrites"]:
        for row in rewrite["rows"]:
            assert set(row["source"]) <= sentences[truth["source"]]
            assert set(row["target"]) <= sentences[rewrite["article"]]
        covered = [sentence for row in rewrite["rows"] for sentence in row["source"]]
        assert len(covered) == len(set(covered)) == 21


def test_the_bundled_event_is_as_promised() -> None:
    corpus = load("huawei-curbs")
    assert corpus.articles.height >= 20
    assert corpus.articles["outlet"].n_unique() >= 8
    assert corpus.articles["words"].is_between(250, 900).all()
    assert corpus.articles["genre"].is_in(["opinion", "editorial"]).sum() >= 3
    assert "llustrative corpus written for this project" in (corpus.event.notes or "")
    assert corpus.problems.is_empty()


def test_dates_in_addresses() -> None:
    assert url_date("https://courier.example/2026/2/5/bridge") == "2026-02-05"
    assert url_date("https://courier.example/world/2026-02-05-bridge.html") == "2026-02-05"
    for url in (
        None,
        "https://courier.example/2026/13/45/x",
        "https://courier.example/id/20260205",
        "https://courier.example/1/2/3",
    ):
        assert url_date(url) is None


def test_genres_of_headlines_and_sections() -> None:
    headlines = [
        "Opinion | Mend it",
        "Editorial: Mend it",
        "Live updates: The bridge",
        "Q&A: Why it fell",
        "Opinions differ on it",
        "The opinion: mend it",
        None,
    ]
    assert [headline_genre(text) for text in headlines] == ["opinion", "editorial", "live", "qa", None, None, None]
    assert read_genre("News", "Commentary") == "opinion", "what says more than news"
    assert read_genre("https://live.example/news/a") == "news", "a host says nothing"
    assert read_genre("http://[", "ANALYSIS/OPINION") == "opinion"


@given(
    st.permutations(
        ["abc News", "ABC News", "ABC News", "The Courier", "courier", "the courier", "beacon.example", "Beacon"]
    )
)
def test_the_name_of_an_outlet_does_not_depend_on_the_order_of_files(written: list[str]) -> None:
    names = OutletNames(Event("x", "x"))
    names.learn(written)
    assert {names.name(name) for name in written} == {"ABC News", "The Courier", "Beacon"}
    assert names.name(None, "https://www.beacon.example/a") == "Beacon"


def test_a_domain_of_the_event_beats_a_name_nobody_knows() -> None:
    names = OutletNames(Event("x", "x", outlets=(Outlet("The Courier", domain="courier.example"),)))
    assert names.name("Courier Media Group", "https://www.courier.example/a") == "The Courier"
    assert names.name("The Beacon", "http://[") == "The Beacon"


WORDS = st.lists(st.sampled_from("the bridge is shut and open again today".split()), max_size=14).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(["A", "B"]), WORDS), max_size=6))
def test_versions_are_those_that_counting_finds(articles: list[tuple[str, str]]) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.split()
        size = min(5, max(1, len(words)))
        return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}

    found = versions(articles)
    for number, (outlet, text) in enumerate(articles):
        longer = [
            other
            for other, (name, body) in enumerate(articles)
            if name == outlet and other != number and (-len(body), other) < (-len(text), number) and other not in found
        ]
        shares = [len(runs(text) & runs(articles[other][1])) / len(runs(text)) for other in longer if runs(text)]
        assert (number in found) == any(share >= 0.8 for share in shares)
        if number in found:
            kept = runs(articles[found[number][0]][1])
            assert found[number][1] == pytest.approx(len(runs(text) & kept) / max(len(kept), len(runs(text))))


def test_versions_are_found_among_many_articles() -> None:
    many = [("A", " ".join(f"w{number * 7 + step}x{number}" for step in range(300))) for number in range(450)]
    assert versions([*many, ("A", many[7][1]), ("B", many[8][1])]) == {450: (7, 1.0)}


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, {"a--2026-01-01--1.txt": TEXT})
    os.mkfifo(tmp_path / "b--2026-01-01--1.txt")
    assert load(tmp_path).articles.height == 1


def test_articles_behind_a_paywall_are_named(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, {"a--2026-01-01--1.txt": f"{TEXT}\n\nSubscribe to continue reading"}))
    assert "paywall" in corpus.articles["flags"].item()
    assert "paywall" in corpus.problems.filter(severity="warning")["problem"][0]


def test_a_file_is_an_event_by_itself(tmp_path: Path) -> None:
    rows = "\n".join(f'{outlet},2026-01-0{n},"{OTHERS[n]}",{event}' for n, (outlet, event) in enumerate(
        [("The Courier", "a"), ("The Post", "b"), ("The Post", "a")], 1
    ))  # fmt: skip
    write(tmp_path, {"ferry-2026.csv": f"outlet,date,text,topic\n{rows}\n", "other.csv": "outlet,text\nX,y\n"})
    corpus = load(str(tmp_path / "ferry-2026.csv"))
    assert (corpus.event.name, corpus.event.title) == ("ferry-2026", "Ferry 2026")
    assert corpus.articles["outlet"].to_list() == ["The Courier", "The Post", "The Post"]
    assert "names 2 events (a, b, ...): read as one" in corpus.problems["problem"].to_list()
    assert find_event(str(tmp_path / "ferry-2026.csv")) == tmp_path / "ferry-2026.csv"
    assert len(raw_bodies(tmp_path / "ferry-2026.csv")) == 3
    with pytest.raises(CorpusError, match="no such folder or file; give the name of an event, or the path"):
        load(str(tmp_path / "gone.csv"))


@pytest.mark.parametrize(
    ("written", "url", "name"),
    [
        ("Sun, The", None, "The Sun"),
        ("http://127.0.0.1:8000/a.html", None, None),
        (None, "http://localhost/a", None),
        (None, "http://192.168.0.4/2026/01/02/a", None),
        (None, "https://intranet/a", None),
        (None, "https://www.courier.example/a", "courier.example"),
        ("127.0.0.1:8931", None, None),
        ("Feed reader", "https://news.declared.example/a", "Declared"),
        ("Of Its Own", "https://declared.example/a", "Of Its Own"),
    ],
)
def test_what_names_an_outlet(written: str | None, url: str | None, name: str | None) -> None:
    event = Event("e", "E", outlets=(Outlet("Declared", domain="declared.example"), Outlet("Of Its Own")))
    assert OutletNames(event).name(written, url) == name


def test_accents_make_no_other_outlet() -> None:
    names = OutletNames(Event("e", "E"))
    names.learn(["El País", "El Pais", "El País"])
    assert {names.name("El Pais"), names.name("EL PAÍS")} == {"El País"}


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("the-courier", "The Courier"),
        ("bbc-news", "BBC News"),
        ("BBC", "BBC"),
        ("McClatchy_DC", "McClatchy DC"),
    ],
)
def test_outlets_named_by_files_keep_their_capitals(name: str, outlet: str) -> None:
    assert outlet_of_name(name) == outlet


def test_dates_that_cannot_be_the_events_are_noted(tmp_path: Path) -> None:
    write(tmp_path, {
        "event.toml": "start = 2026-01-01\nend = 2026-01-31\n",
        "a--2026-01-02--1.txt": OTHERS[0], "b--2025-12-02--1.txt": OTHERS[1], "c--2099-01-05--1.txt": OTHERS[2],
    })  # fmt: skip
    found = load(tmp_path).problems.filter(severity="warning").select("file", "problem").rows()
    assert found == [
        ("b--2025-12-02--1.txt", "is dated 2025-12-02, outside the days of event.toml"),
        ("c--2099-01-05--1.txt", "is dated 2099-01-05, in the future"),
    ]


def test_first_published_goes_before_updated(tmp_path: Path) -> None:
    line = "Updated 7 February 2026, 10:00 | First published 5 January 2026, 22:00"
    page = f"<html><body><article><h1>Ferry</h1><p>{line}</p>{''.join(f'<p>{o}</p>' for o in OTHERS)}</article></body></html>"
    corpus = load(write(tmp_path, {"a/x.html": page, "b/x.txt": f"{line}\n\n{OTHERS[0]}"}))
    assert corpus.articles["published"].to_list() == [dt.date(2026, 1, 5)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "5 January 2026 (updated 7 February 2026)",
        "January 5, 2026 (Updated February 7)",
        "5 January 2026, updated: 7 February 2026",
        "5 January 2026 (last updated at 14:05 GMT)",
        "7 February 2026 (first published 5 January 2026)",
    ],
)
def test_a_date_with_that_of_an_update_behind_it(line: str, tmp_path: Path) -> None:
    corpus = load(
        write(tmp_path, {"a/x.txt": f"The ferry is laid up for the year\n\n{line}\n\n{OTHERS[0]}\n\n{OTHERS[1]}"})
    )
    (row,) = corpus.articles.iter_rows(named=True)
    assert row["published"] == dt.date(2026, 1, 5)
    assert row["text"][row["body_start"] :] == f"{OTHERS[0]}\n\n{OTHERS[1]}"


def test_a_very_long_text_is_asked_about(tmp_path: Path) -> None:
    write(tmp_path, {"a--2026-01-02--1.txt": "\n\n".join(f"Pier number {n} was measured in May." for n in range(1600))})
    assert any("words: is it one article?" in problem for problem in load(tmp_path).problems["problem"])


def test_an_event_without_an_article_names_the_cure(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="names no outlet: left out; name the file outlet--date--n"):
        load(write(tmp_path, {"ferry.txt": OTHERS[0]}))


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("https://web.archive.org/web/20260105if_/http:/courier.example/a", "http://courier.example/a"),
        ("https://arquivo.pt/wayback/20260105101112/https://courier.example/a", "https://courier.example/a"),
        ("https://archive.ph/newest/https://courier.example/a", "https://courier.example/a"),
        ("https://archive.is/2026.01.05-101112/https://courier.example/a", "https://courier.example/a"),
        ("https://webcache.googleusercontent.com/search?q=cache:x_1Y:courier.example/a+b&hl=en", "https://courier.example/a"),
        ("https://www.google.com/amp/s/www.courier.example/a", "https://www.courier.example/a"),
        ("https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/a", "https://www.courier.example/a"),
        ("https://archive.ph/Ab3dE", "https://archive.ph/Ab3dE"),
        ("https://archive.ph/newest/https://[x", "https://archive.ph/newest/https://[x"),
        ("https://courier.example/2026/01/05/a?next=https://x.example", "https://courier.example/2026/01/05/a?next=https://x.example"),
    ],
)  # fmt: skip
def test_an_archives_address_is_not_the_pages(address: str, original: str) -> None:
    assert original_address(address) == original


def test_a_librarys_door_is_not_the_address() -> None:
    assert (
        original_address("https://door.uni.example/login?url=https://www.courier.example/a")
        == "https://www.courier.example/a"
    )
    assert (
        original_address("https://door.uni.example/login?qurl=https%3A%2F%2Fcourier.example%2Fa")
        == "https://courier.example/a"
    )


def test_reports_are_no_coverage(tmp_path: Path) -> None:
    run, tables = json.dumps({"framing": "0.1.0", "files": ["articles.csv"]}), "outlet,text\nThe Post,It rains here.\n"
    write(tmp_path / "rain", {"a--2026-01-01--1.txt": TEXT, "old/run.json": run, "old/articles.csv": tables,
                              "of-others/run.json": "{}", "of-others/post.csv": tables})  # fmt: skip
    corpus = load(tmp_path / "rain")
    assert set(corpus.articles["source_file"]) == {"a--2026-01-01--1.txt", "of-others/post.csv"}
    problem = corpus.problems.filter(file="old").row(0, named=True)
    assert (problem["severity"], problem["problem"]) == ("note", "is a report of framing, no coverage: not read")
    with pytest.raises(CorpusError, match=r"holds no article that can be read: \. is a report of framing"):
        load(tmp_path / "rain" / "old")


def test_conditions_hold_in_any_case_and_script() -> None:
    rows = [("a", "Straße"), ("b", "ΟΔΟΣ"), ("c", "İzmir")]
    corpus = Corpus.from_frame(
        pl.DataFrame([{"outlet": outlet, "body": TEXT, "genre": place} for outlet, place in rows])
    )
    for outlet, place in rows:
        for written in (place, place.lower()):
            assert corpus.where(f"genre = {written}").articles["outlet"].to_list() == [outlet], written
