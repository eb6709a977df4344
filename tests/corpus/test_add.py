"""`framing add`: articles come in once, readable, correctable, and nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.cli.app import app
from framing.corpus.add import Added, add, front_matter, writable
from framing.corpus.files.fetch import Fetcher, FetchError, Page
from framing.corpus.files.fields import NOTHING
from framing.corpus.files.source import Source
from framing.corpus.load import load
from framing.corpus.readers import markdown
from framing.errors import CorpusError

FIRST = "The council closed the bridge on Monday after engineers found cracks in two of its four piers."
SECOND = "“It is not safe,” said Ada Holm, the mayor, who wants a new one by the spring."
OTHER = "Trains ran late again in the valley, and the railway blamed a frozen switch near the northern depot for it."
PAGE = f"""<html lang="en"><head><title>Bridge is shut | The Courier</title>
<meta property="og:site_name" content="The Courier"><meta property="og:title" content="Bridge is shut">
<meta property="article:published_time" content="2026-01-02T08:15:00Z"><meta name="author" content="By Jane Roe">
</head><body><article><h1>Bridge is shut</h1><p>WASHINGTON (Reuters) - {FIRST}</p><p>{SECOND}</p><p>{OTHER}</p></article></body></html>"""


class Pages(Fetcher):
    """Answers from memory."""

    def fetch(self, url: str) -> Page:
        if "gone" in url:
            raise FetchError(f"{url} answers 404; check it")
        return Page(url.replace("http:", "https:"), PAGE.encode("cp1252"), "text/html", "windows-1252")


def test_a_page_becomes_a_file_that_reads_back(tmp_path: Path) -> None:
    (done,) = add(tmp_path / "event", ["http://courier.example/bridge"], fetcher=Pages())
    assert done == Added(
        "http://courier.example/bridge",
        "the-courier--2026-01-02--1.md",
        "The Courier",
        dt.date(2026, 1, 2),
        "Bridge is shut",
        len(f"{FIRST} {SECOND} {OTHER}".split()),
    )
    written = (tmp_path / "event" / "the-courier--2026-01-02--1.md").read_text(encoding="utf-8")
    assert written.startswith("---\noutlet: The Courier\ntitle: Bridge is shut\ndate: 2026-01-02\nbyline: Jane Roe\n")
    (kept,) = (tmp_path / "event" / ".raw").iterdir()
    assert kept.read_bytes() == PAGE.encode("cp1252")
    assert f"raw: .raw/{kept.name}\n" in written
    corpus = load(tmp_path / "event")
    article = corpus.articles.row(0, named=True)
    assert article["text"] == f"Bridge is shut\n\n{FIRST}\n\n{SECOND}\n\n{OTHER}"
    assert (article["agency"], article["dateline"]) == ("Reuters", "WASHINGTON")
    assert (article["url"], article["byline"], article["language"]) == (
        "https://courier.example/bridge",
        "Jane Roe",
        "en",
    )


def test_run_twice_it_adds_nothing(tmp_path: Path) -> None:
    sources = ["https://courier.example/bridge", "https://courier.example/gone"]
    first = list(add(tmp_path, sources, fetcher=Pages()))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = list(add(tmp_path, sources, fetcher=Pages()))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert [done.problem for done in first] == [None, "https://courier.example/gone answers 404; check it"]
    assert again[0].there
    assert "is there already" in (again[0].problem or "")


def test_another_version_is_refused_either_way_round(tmp_path: Path) -> None:
    long, short = f"{FIRST}\n\n{SECOND}\n\n{OTHER}", f"{FIRST}\n\n{SECOND}"
    for number, (first, second) in enumerate([(long, short), (short, long)]):
        folder = tmp_path / str(number)
        for name, text in (("a", first), ("b", second)):
            (tmp_path / f"{name}.txt").write_text(text)
        done = list(add(folder, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], outlet="The Courier"))
        assert [article.there for article in done] == [False, True]
        assert "another version" in (done[1].problem or "")
        other = list(add(folder, [str(tmp_path / "b.txt")], outlet="The Beacon"))
        assert other[0].file == "the-beacon--undated--1.md", "another outlet's copy is coverage"


def test_files_folders_and_tables(tmp_path: Path) -> None:
    given_ = tmp_path / "given"
    (given_ / "sub").mkdir(parents=True)
    (given_ / "the-courier--2026-01-02--1.txt").write_text(FIRST)
    (given_ / "sub" / "all.csv").write_text(
        f"outlet,date,title,text\nThe Beacon,2026-01-03,T,{OTHER.replace(',', ';')}\n,,,{SECOND.replace(',', ';')}\n"
    )
    (given_ / "picture.png").write_bytes(b"\x89PNG")
    (given_ / "index.jsonl").write_text(
        '{"file": "the-courier--2026-01-02--1.txt", "title": "Bridge is shut", "wire_source": "Reuters"}\n'
    )
    (given_ / "away.txt").symlink_to("/etc/passwd")
    done = list(add(tmp_path / "event", [str(given_), str(tmp_path / "nothing.txt")]))
    names = {"the-beacon--2026-01-03--1.md", "the-courier--2026-01-02--1.md", "sub--undated--1.md"}
    assert {article.file for article in done if article.file} == names
    problems = {article.source: article.problem or "" for article in done if article.problem}
    assert "leads out of" in problems["away.txt"]
    assert "is of a kind that is not read" in problems["picture.png"]
    assert "is not there" in problems[str(tmp_path / "nothing.txt")]
    corpus = load(tmp_path / "event")
    assert corpus.articles.filter(outlet="The Courier").select("headline", "agency").row(0) == (
        "Bridge is shut",
        "Reuters",
    )
    assert all(not path.is_symlink() for path in (tmp_path / "event").rglob("*"))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    mine = tmp_path / "the-courier--2026-01-02--1.md"
    mine.write_text("notes of my own that are not coverage of anything")
    (done,) = add(tmp_path, ["https://courier.example/bridge"], fetcher=Pages())
    assert done.file == "the-courier--2026-01-02--2.md"
    assert mine.read_text() == "notes of my own that are not coverage of anything"


def test_an_outlets_name_is_no_path(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(
        '{"outlet": "../../evil/\\u0000x", "title": "a\\n---\\noutlet: B", "text": "' + FIRST + '"}'
    )
    (done,) = add(tmp_path / "event", [str(tmp_path / "x.json")])
    assert done.file == "evil-x--undated--1.md"
    assert load(tmp_path / "event").articles.row(0, named=True)["headline"] == "a"
    assert {path.name for path in tmp_path.iterdir()} == {"x.json", "event"}


def _says_nothing(text: str) -> bool:
    """What programs write for a value that is missing."""
    return " ".join(text.split()).strip("\"'").casefold() in NOTHING


FRONT = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("outlet", "title", "byline", "url"),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(lambda text: not _says_nothing(text)),
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=FRONT, body=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=100))
def test_front_matter_reads_back(fields: dict[str, str | None], body: str, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes((front_matter(fields) + markdown.written(body)).encode())
    (raw,) = markdown.read(Source.of(path))
    names = {"title": "headline"}
    expected = {names.get(name, name): " ".join((value or "").split()) for name, value in fields.items()}
    shown = {
        name: "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
        for name, text in expected.items()
    }
    assert {name: text for name, text in raw.fields.items() if name != "body"} == {
        name: text for name, text in shown.items() if text
    }
    assert raw.fields["body"].strip() == body.replace("\r\n", "\n").replace("\r", "\n").strip()


def test_where_articles_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FRAMING_DATA", raising=False)
    assert writable("new") == Path("data/events/new")
    monkeypatch.setenv("FRAMING_DATA", str(tmp_path / "mine"))
    assert writable("new") == tmp_path / "mine" / "new"
    with pytest.raises(CorpusError, match=r"there is no folder \.\./gone for a new event"):
        writable("../gone/new")
    with pytest.raises(CorpusError, match="the event huawei-curbs comes with framing; give another name"):
        writable("huawei-curbs")
    # In a checkout its own data folder is the reader's.
    monkeypatch.delenv("FRAMING_DATA")
    monkeypatch.chdir(Path(__file__).parents[2])
    assert writable("huawei-curbs") == Path("data/events/huawei-curbs")


def test_the_command(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    (tmp_path / "a.txt").write_text(f"{FIRST}\n\n{SECOND}")
    (tmp_path / "data").mkdir()
    line = ["add", "--event", "bridge", "--data", str(tmp_path / "data"), str(tmp_path / "a.txt")]
    result = CliRunner().invoke(app, line)
    assert result.exit_code == 1
    assert "names no outlet; give it with --outlet" in result.output
    result = CliRunner().invoke(app, [*line, "--outlet", "The Courier"])
    assert result.exit_code == 0
    assert "+ the-courier--undated--1.md: no headline [34 words, stub, no date]" in result.output
    result = CliRunner().invoke(app, [*line, "--outlet", "The Courier"])
    assert result.exit_code == 0, "what is there already is no fault"
    result = CliRunner().invoke(app, [*line[:-1], "http://127.0.0.1/"])
    assert result.exit_code == 1
    assert "no public address" in result.output


def test_a_new_event_that_got_nothing_is_no_event(tmp_path: Path) -> None:
    (tmp_path / "picture.gif").write_bytes(b"GIF89a")
    found = list(add(tmp_path / "fresh", [str(tmp_path / "picture.gif")]))
    assert found[0].problem
    assert not (tmp_path / "fresh").exists()
