"""A report in one's own words, its sections, snippets, and what changed since an earlier one."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import polars as pl
import pytest
from pypdf import PdfReader

from framing.comparison.compare import Comparison, compare
from framing.corpus.corpus import Corpus
from framing.errors import ReportError, UnknownNameError
from framing.report.changes import read_before
from framing.report.look.look import read_look
from framing.report.write import Options, write_report
from framing.scoring.scores import score
from tests.make import EVENT, bundled_comparison, synthetic_articles

WORDS = """
language = "de"
[words]
"In brief" = "Befunde"
"What cannot be decided" = "Was offen bleibt"
"Contents" = "Inhalt"
"Outlet" = "Medium"
"Framing report" = "Bericht <zum> Framing"
"passages" = "Stellen"
"All outlets" = "Alle Medien"
"Figure" = "Abbildung"
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return bundled_comparison()


def test_a_look_of_ones_own(tmp_path: Path, comparison: Comparison) -> None:
    look = tmp_path / "look"
    look.mkdir()
    (look / "words.toml").write_text(WORDS, encoding="utf-8")
    (look / "logo.svg").write_text(LOGO, encoding="utf-8")
    (look / "style.css").write_text("h1{color:rebeccapurple}", encoding="utf-8")
    out = tmp_path / "out"
    write_report(comparison, out, options=Options(template=look))
    html = (out / "report.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in html
    assert "<h2>Befunde</h2>" in html
    assert "Bericht &lt;zum&gt; Framing" in html
    assert "rebeccapurple" in html
    assert 'class="logo" src="data:image/svg+xml;base64,' in html
    assert '<option value="">Alle Medien</option>' in html
    text = (out / "report.md").read_text(encoding="utf-8")
    assert text.startswith("![](figures/logo.svg)")
    assert (out / "figures" / "logo.svg").read_text(encoding="utf-8") == LOGO
    assert "## Befunde" in text
    assert "| Medium |" in text
    first = PdfReader(io.BytesIO((out / "report.pdf").read_bytes())).pages[0].extract_text()
    assert "Befunde" in first


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds none of"),
        ({"words.toml": "language = 3"}, "language must be a code"),
        ({"words.toml": "[words]\nFindings = 1"}, r"\[words\] must hold texts"),
        ({"words.toml": "x"}, "not valid TOML"),
        ({"words.toml": "wordz = 1"}, "unknown field 'wordz'"),
        ({"logo.png": "no picture"}, "no PNG"),
        ({"style.css": "</style><script>"}, "holds '</'"),
        ({"style.css": "@import 'x'"}, "'@import'"),
        ({"style.css": "body{background:url(http://x)}"}, "an address"),
        ({"style.css": "x" * 1_000_001}, "larger than 1 MB"),
    ],
)
def test_what_is_wrong_with_a_look(tmp_path: Path, files: dict[str, str], message: str) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReportError, match=message):
        read_look(tmp_path)


def test_no_such_look(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="there is no template folder"):
        read_look(tmp_path / "none")


def test_some_sections_only(tmp_path: Path, comparison: Comparison) -> None:
    write_report(comparison, tmp_path, options=Options(sections=("in-brief", "methods"), paper="letter"))
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["In brief", "Methods and limits"]
    assert "#evidence-" not in text  # no link leads nowhere
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids
    reader = PdfReader(io.BytesIO((tmp_path / "report.pdf").read_bytes()))
    assert round(reader.pages[0].mediabox.width) == 612
    with pytest.raises(UnknownNameError, match="did you mean 'methods'"):
        write_report(comparison, tmp_path, options=Options(sections=("method",)))


def test_without_texts_only_snippets_are_passed_on(tmp_path: Path, comparison: Comparison) -> None:
    write_report(comparison, tmp_path, ["html", "md"], options=Options(text=False, snippet=50))
    texts = comparison.scores.corpus.articles["text"].to_list()
    longest = [sentence for text in texts for sentence in text.split("\n\n") if len(sentence) > 260]
    assert longest
    for name in ("report.html", "report.md", "evidence.csv", "removed.csv", "comparison.json", "articles.csv"):
        content = (tmp_path / name).read_text(encoding="utf-8")
        plain = content.replace("&#39;", "'").replace("\\", "")
        assert not any(sentence in plain for sentence in longest), name
    assert pl.read_parquet(tmp_path / "evidence.parquet")["text"].str.len_chars().max() == 50
    assert 'id="reader"' not in (tmp_path / "report.html").read_text(encoding="utf-8")
    for path in sorted(tmp_path.glob("*.parquet")):  # every column with an article's words, whatever it is called
        frame = pl.read_parquet(path)
        for name in [one for one, dtype in frame.schema.items() if dtype == pl.String and one.endswith("text")]:
            assert not (frame[name].str.len_chars() > 50).any(), (path.name, name)
        for name in {"words_in", "words_out"} & set(frame.columns):
            assert not (frame[name].explode().str.len_chars() > 50).any(), (path.name, name)


def test_every_frame_of_passages_is_a_table(tmp_path: Path, comparison: Comparison) -> None:
    write_report(comparison, tmp_path, options=Options(tables_only=True))
    assert {"accusations", "cuts", "gaps", "picks", "remarks", "untold"} <= set(comparison.tables())
    for name in comparison.tables():
        assert pl.read_parquet(tmp_path / f"{name}.parquet").schema == getattr(comparison, name).schema, name


def small(rows: pl.DataFrame) -> Comparison:
    return compare(score(Corpus.from_frame(rows, EVENT), only=["hedging", "sentiment"]))


def test_what_changed(tmp_path: Path) -> None:
    rows = synthetic_articles(5).with_columns(article=pl.format("a/{}", pl.int_range(pl.len())))
    old, same, new = tmp_path / "old", tmp_path / "same", tmp_path / "new"
    write_report(small(rows.head(-1)), old, ["md"])
    write_report(small(rows.head(-1)), same, ["md"], options=Options(compare_with=old))
    assert "Nothing: articles, word lists and values are those of the earlier report." in (
        (same / "report.md").read_text(encoding="utf-8")
    )
    run = json.loads((old / "run.json").read_text(encoding="utf-8"))
    run["analysers"]["hedging"]["sha256"] = "0"
    run["analysers"]["gone-list"] = {"sha256": "1"}
    (old / "run.json").write_text(json.dumps(run), encoding="utf-8")
    comparison = small(rows)
    write_report(comparison, new, ["md"], options=Options(compare_with=old))
    text = (new / "report.md").read_text(encoding="utf-8").replace("\\", "")
    assert f"Articles that are new: a/{rows.height - 1}." in text
    assert "Measures that were changed: hedging." in text
    assert "Measures that are gone: gone-list." in text
    assert "Values that moved" in text
    outlet = rows["outlet"][-1]
    was = read_before(old).outlets.filter(metric="sentiment", outlet=outlet)["value"].item()
    now = comparison.outlets.filter(metric="sentiment", outlet=outlet)["value"].item()
    from framing.report.look.labels import significant as number

    assert f"| {outlet} | Sentiment | {number(was)} | {number(now)} |" in text


@pytest.mark.parametrize("content", ["", "[]", "{", '{"outlets": 1}', "[" * 100_000])
def test_an_earlier_report_that_is_none(tmp_path: Path, content: str) -> None:
    for name in ("comparison.json", "run.json"):
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReportError):
        read_before(tmp_path)
    with pytest.raises(ReportError, match="check --compare-with"):
        read_before(tmp_path / "none")
