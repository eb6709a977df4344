"""Scores of tables in parts: the same bytes whatever works on them, and nothing lost on the way."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.corpus.event import Event
from framing.errors import AnalyserError, CorpusError, UnknownNameError
from framing.scoring.files import Progress, score_files
from framing.scoring.parts import parts_of, read_part
from framing.scoring.scores import Scores

ONLY = ["hedging", "quoted_share"]
TEXT = (
    "The bridge over the Esk may close on Monday, the council said. “We have no choice,” said Ada Holm, the mayor. "
    "Lorries of more than forty tons could perhaps be sent round by the northern road, engineers suggested, although "
    "nobody knows yet what that would cost the town."
)
DEADLY = '''
"""A measure that fails on one word and ends the process on another."""
import os
import polars as pl
from framing import Findings, Metric, analyser

@analyser(Metric("deadly", unit="words", weight="words", higher="longer", source="a test"))
def deadly(corpus):
    """Words."""
    if corpus.articles["text"].str.contains("Deadly").any():
        os._exit(9)
    if corpus.articles["text"].str.contains("Faulty").any():
        raise ValueError("faulty word")
    return Findings(corpus.articles.select("article", deadly=pl.col("words").cast(pl.Float64)))
'''


def table(rows: int = 23, **words: int) -> pl.DataFrame:
    """Articles of three papers; of words, each stands in the text of the row with this number."""
    texts = [f"{TEXT} Text {row}." for row in range(rows)]
    for word, row in words.items():
        texts[row] += f" {word} words."
    return pl.DataFrame(
        {
            "id": [f"a{row:03d}" for row in range(rows)],
            "outlet": [("The Herald", "Post", "Gazette")[row % 3] for row in range(rows)],
            "title": [f"Bridge {row}, “closed”" for row in range(rows)],
            "date": ["2024-05-06"] * rows,
            "text": texts,
        }
    )


def written(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("part-*")) if path.is_file()}


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    table().write_parquet(tmp_path / "news.parquet")
    return tmp_path / "news.parquet"


def test_parts_hold_what_the_loader_and_score_give(parquet: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    done = score_files(parquet, tmp_path / "out", workers=1, only=ONLY, size=10, progress=told.append)
    assert (done.articles, done.left_out, done.parts, done.there_before) == (23, 0, 3, 0)
    assert [(one.parts, one.of_parts, one.articles) for one in told] == [(1, 3, 10), (2, 3, 20), (3, 3, 23)]
    files = Scores.scan(tmp_path / "out")
    frame = pl.read_parquet(parquet).with_columns(
        article=pl.col("outlet").replace("The Herald", "the-herald").str.to_lowercase() + "/" + pl.col("id")
    )
    whole = framing.score(
        framing.Corpus.from_frame(frame.select("article", "outlet", headline="title", body="text")), only=ONLY
    )
    assert files.metrics.collect().sort("article", "metric").equals(whole.metrics)
    assert files.evidence.collect().sort(pl.all()).equals(whole.evidence.sort(pl.all()))


def test_all_formats_and_sizes_give_the_same_articles(parquet: Path, tmp_path: Path) -> None:
    frame = pl.read_parquet(parquet)
    frame = frame.with_columns(text=pl.col("text") + '\n\nA last "line", with a comma.')
    frame.write_parquet(tmp_path / "news.parquet")
    frame.write_csv(tmp_path / "news.csv")
    frame.write_csv(tmp_path / "news.tsv", separator="\t")
    frame.write_ndjson(tmp_path / "news.jsonl")
    hive = tmp_path / "hive" / "outlet=The Herald" / "year=2024"
    hive.mkdir(parents=True)
    herald = frame.filter(pl.col("outlet") == "The Herald").drop("outlet")
    herald.write_parquet(hive / "part-0.parquet")
    keys = ["article", "outlet", "headline", "published", "text", "words"]
    read = {}
    for name, size in (("news.parquet", 7), ("news.csv", 5), ("news.tsv", 100), ("news.jsonl", 1)):
        score_files(tmp_path / name, tmp_path / f"out-{name}", workers=1, only=["quoted_share"], size=size)
        read[name] = Scores.scan(tmp_path / f"out-{name}").articles.select(keys).collect().sort("article")
    assert all(one.equals(read["news.parquet"]) for one in read.values())
    score_files(tmp_path / "hive", tmp_path / "out-hive", workers=1, only=["quoted_share"])
    of_hive = Scores.scan(tmp_path / "out-hive").articles.select(keys).collect().sort("article")
    assert of_hive.equals(read["news.csv"].filter(pl.col("outlet") == "The Herald"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet='ab"\n,; é', min_size=1, max_size=12), min_size=1, max_size=9), st.integers(1, 4))
def test_parts_of_a_table_divide_between_records(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], size: int
) -> None:
    path = tmp_path_factory.mktemp("table") / "a.csv"
    pl.DataFrame({"outlet": ["x"] * len(cells), "text": [f"t {cell} t" for cell in cells]}).write_csv(path)
    parts = parts_of([path], size)
    read = [raw.fields["body"] for part in parts for raw in read_part(part, Event("e", "E"))]
    assert read == [f"t {cell} t" for cell in cells]
    assert [part.number for part in parts] == list(range(len(parts)))


def test_a_run_that_was_stopped_goes_on_and_ends_with_the_same_bytes(parquet: Path, tmp_path: Path) -> None:
    whole, halved = tmp_path / "whole", tmp_path / "halved"
    score_files(parquet, whole, workers=1, only=ONLY, size=5)

    def stop(progress: Progress) -> None:
        if progress.parts == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        score_files(parquet, halved, workers=1, only=ONLY, size=5, progress=stop)
    (halved / "articles" / "part-000001.parquet").unlink()  # as when stopped within a part: its metrics stand already
    done = score_files(parquet, halved, workers=1, only=ONLY, size=5)
    assert (done.articles, done.there_before) == (23, 1)
    assert written(whole) == written(halved)
    assert not [path for path in halved.rglob(".*") if path.is_file()]
    with pytest.raises(CorpusError, match="holds a run of"):
        score_files(parquet, halved, workers=1, only=ONLY, size=6)
    with pytest.raises(CorpusError, match="is not empty"):
        score_files(parquet, parquet.parent, workers=1)


def test_what_cannot_be_is_said(parquet: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no table at"):
        score_files(tmp_path / "none", tmp_path / "out")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(CorpusError, match=r"bad\.parquet cannot be read"):
        score_files(tmp_path / "bad.parquet", tmp_path / "out")
    with pytest.raises(UnknownNameError, match="engine"):
        score_files(parquet, tmp_path / "out", engine="loca", only=ONLY)
    with pytest.raises(UnknownNameError, match="hedgin"):
        score_files(parquet, tmp_path / "out2", only="hedgin")
    with pytest.raises(CorpusError, match="holds no scored articles"):
        Scores.scan(tmp_path / "none")


def test_a_faulty_article_is_named_and_a_faulty_measure_stops(tmp_path: Path) -> None:
    measure = tmp_path / "mine.py"
    measure.write_text(DEADLY, encoding="utf-8")
    table(9, Faulty=4).write_parquet(tmp_path / "news.parquet")
    done = score_files(
        tmp_path / "news.parquet", tmp_path / "out", workers=1, only=["deadly"], analysers=[measure], size=6
    )
    assert (done.articles, done.left_out) == (8, 1)
    assert done.problems["file"].to_list() == ["news.parquet: post/a004"]
    assert "ValueError: faulty word" in done.problems["problem"][0]
    pl.concat([table(3, Faulty=row)[row] for row in range(3)]).write_parquet(tmp_path / "all.parquet")
    with pytest.raises(AnalyserError, match="every article"):
        score_files(tmp_path / "all.parquet", tmp_path / "o", workers=1, only=["deadly"], analysers=[measure])


ENGINES = ["local", "dask"] if importlib.util.find_spec("distributed") else ["local"]


@pytest.mark.parametrize("engine", ENGINES)
def test_workers_that_end_are_survived_and_change_no_byte(engine: str, tmp_path: Path) -> None:
    """Two workers; a deadly and a faulty article among others; against one process that is given the good ones."""
    measure = tmp_path / "mine.py"
    measure.write_text(DEADLY, encoding="utf-8")
    table(12, Faulty=2, Deadly=8).write_parquet(tmp_path / "news.parquet")
    options = {"only": ["deadly", "hedging"], "analysers": [measure], "size": 4}
    done = score_files(tmp_path / "news.parquet", tmp_path / "out", engine=engine, workers=2, **options)  # type: ignore[arg-type]
    assert (done.articles, done.left_out, done.parts) == (10, 2, 3)
    assert sorted(done.problems["file"]) == ["news.parquet: gazette/a002", "news.parquet: gazette/a008"]
    assert not (tmp_path / "out" / ".tried").exists() or not list((tmp_path / "out" / ".tried").rglob("ended-*"))
    table(12, Faulty=2, Faulty_=8).filter(pl.col("id") != "a008").write_parquet(tmp_path / "good.parquet")
    score_files(tmp_path / "good.parquet", tmp_path / "good", workers=1, **options)  # type: ignore[arg-type]
    ours, theirs = (Scores.scan(tmp_path / name) for name in ("out", "good"))
    assert ours.metrics.collect().sort("article", "metric").equals(theirs.metrics.collect().sort("article", "metric"))
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["parts"] == 3
