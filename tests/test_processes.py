"""Work in several processes: the same whatever their number, and no worse where something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import framing
from framing.comparison.texts.reuse import reuse, shingles
from framing.corpus.corpus import Corpus
from framing.errors import ArgumentError, FramingError
from framing.measures.analyser import Analyser, Findings, Metric
from framing.processes import SMALL, spread
from framing.scoring.scores import Scores

TEXT = (
    "The bridge over the Esk may close on Monday, the council said. “We have no choice,” said Ada Holm, the mayor. "
    "Lorries of more than forty tons could perhaps be sent round by the northern road, engineers suggested, although "
    "nobody knows yet what that would cost the town."
)
OTHER = "Der Rat will die alte Brücke am Montag schließen, sagte die Bürgermeisterin. Was das kostet, weiß niemand."
TURNS = "\n\n".join(
    f"Q: Why close it in year {n}?\n\nA: Because the old pillars are weak, and the river rises." for n in range(6)
)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes that are started find this file by its name, also where another package is called *tests*."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1]))


def times(factor: int, number: int) -> int:
    return factor * number


def ended(_: None, number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def fails(_: None, number: int) -> int:
    raise framing.CorpusError(f"number {number} cannot be read; mend it")


@pytest.mark.parametrize("workers", [1, 2])
def test_parts_come_back_in_their_order(workers: int) -> None:
    assert list(spread(times, 3, range(9), workers)) == [(number, 3 * number) for number in range(9)]
    assert list(spread(times, 3, [], workers)) == []


def test_few_parts_are_held_at_a_time() -> None:
    taken: list[int] = []

    def parts() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    running = spread(times, 2, parts(), 2)
    assert next(running) == (0, 0)
    assert len(taken) <= 5
    running.close()  # type: ignore[attr-defined]
    assert len(taken) <= 5


def test_what_goes_wrong_is_told() -> None:
    with pytest.raises(FramingError, match="is memory short"):
        list(spread(ended, None, range(6), 2))
    with pytest.raises(framing.CorpusError, match="number 0 cannot be read; mend it"):
        list(spread(fails, None, range(6), 2))


def test_a_script_that_its_workers_run_again_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(
        "from operator import add\nfrom framing.processes import spread\nprint(list(spread(add, 1, [1, 2], 2)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "put what it does under if __name__ == '__main__':" in done.stderr


def event(folder: Path) -> Path:
    """A table with all that a loader has to say something of."""
    texts = [f"{TEXT} Text {row}: {' '.join(f'word{row * 7 + n}' for n in range(30))}." for row in range(30)]
    rows = [
        {
            "outlet": ("The Herald", "Post", "Gazette")[row % 3],
            "title": f"Bridge {row}",
            "date": "2024-05-06",
            "text": text,
        }
        for row, text in enumerate(texts)
    ]
    rows[4]["text"] = OTHER
    rows[7]["text"] = "\n\n"
    rows[11]["outlet"] = ""
    rows[13]["text"] = rows[10]["text"]  # of one outlet: a second time
    rows[17]["text"] = rows[18]["text"] = f"LEEDS, May 6 (Reuters) - {texts[1]}"
    rows[20]["text"] = TURNS
    rows[22]["date"] = "some day"
    folder.mkdir()
    pl.DataFrame(rows).write_parquet(folder / "news.parquet")
    return folder


def test_the_same_corpus_and_scores_from_any_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against all articles at once in this process."""
    place, only = event(tmp_path / "event"), ["hedging", "quoted_share", "sources_named", "sentiment"]
    told: list[int] = []

    def frames(workers: int) -> dict[str, pl.DataFrame]:
        corpus = framing.load(place, workers=workers)
        scores = framing.score(
            corpus, only, workers=workers, also=(shingles,), progress=lambda done, of: told.append(done)
        )
        return {
            "articles": corpus.articles, "removed": corpus.removed, "problems": corpus.problems,
            "metrics": scores.metrics, "evidence": scores.evidence, "reuse": reuse(corpus),
        }  # fmt: skip

    whole = frames(1)
    height = whole["articles"].height
    assert told == [height]
    monkeypatch.setattr("framing.corpus.load._MANY", 8)
    monkeypatch.setattr("framing.corpus.cleaning.duplicates._BATCH", 8)
    monkeypatch.setattr("framing.corpus.load._PORTION", 5)
    monkeypatch.setattr("framing.corpus.corpus.BATCH", 8)
    monkeypatch.setattr("framing.scoring.scores.BATCH", 8)
    for workers in (1, 2, 3):
        told.clear()
        for name, frame in frames(workers).items():
            assert frame.equals(whole[name]), (name, workers)
        size = 8 if workers == 1 else 4
        assert told == [*range(size, height, size), height]
    assert height > 20
    assert {"en", "de"} <= set(whole["articles"]["language"])
    assert whole["problems"].height >= 5
    assert whole["reuse"].filter(band="copy").height >= 1


def test_what_is_asked_for_beside_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A", "B", "C"], "body": [TEXT] * 3}))
    monkeypatch.setattr("framing.scoring.scores.BATCH", 2)
    framing.score(corpus, "hedging", also=(shingles,))
    monkeypatch.setattr("framing.comparison.texts.reuse.plain_codes", None)
    assert reuse(corpus)["containment"].to_list() == [1, 1, 1]


@pytest.mark.parametrize("workers", [1, 2])
def test_passages_in_files_are_the_passages_in_memory(
    workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for one by one, all together, and in the tables that are written of them."""
    corpus, only = framing.load(event(tmp_path / "event")), ["hedging", "quoted_share"]
    memory = framing.score(corpus, only)
    monkeypatch.setattr("framing.scoring.scores.BATCH", 8)
    monkeypatch.setattr("framing.report.write.LONG", 50)
    (tmp_path / "apart").mkdir()
    files = framing.score(corpus, only, workers=workers, passages=tmp_path / "apart")
    assert isinstance(files.found, pl.LazyFrame)
    assert files.passages("hedging").equals(memory.passages("hedging"))
    keys = corpus.articles["article"][3:9].to_list()
    assert files.select(keys).evidence.equals(memory.select(keys).evidence)
    written = {}
    for name, scores in (("memory", memory), ("files", files)):
        out = framing.write_report(framing.compare(scores), tmp_path / name, options=framing.Options(tables_only=True))
        written[name] = {path.name: path.read_bytes() for path in out}
    assert written["files"].keys() == written["memory"].keys()
    assert "evidence" not in files.__dict__  # they were never all in memory
    assert pl.read_parquet(tmp_path / "files" / "evidence.parquet").equals(memory.evidence)
    del written["files"]["evidence.parquet"], written["memory"]["evidence.parquet"]
    assert written["files"] == written["memory"]
    assert files.evidence.equals(memory.evidence)


def test_a_measure_that_no_other_process_can_load_is_run_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    metric = Metric("letters", unit="letters", weight="words", higher="longer", source="a test")
    mine = Analyser(
        "letters", (metric,),
        lambda corpus: Findings(corpus.articles.select("article", letters=pl.col("text").str.len_chars().cast(pl.Float64))),
        "", "", "",
    )  # fmt: skip
    monkeypatch.setattr("framing.scoring.scores.BATCH", 2)
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A", "B", "C"], "body": [TEXT] * 3}))
    scores = framing.score(corpus, analysers=[mine], workers=2)
    assert isinstance(scores, Scores)
    assert scores.metrics["value"].to_list() == [float(len(TEXT))] * 3


@pytest.mark.parametrize("workers", [0, 1.5, "2"])
def test_a_number_of_processes_is_a_whole_one(workers: object, tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="workers"):
        framing.load(event(tmp_path / "event"), workers=workers)  # type: ignore[arg-type]
    with pytest.raises(ArgumentError, match="workers"):
        framing.score(Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "body": [TEXT]})), workers=workers)  # type: ignore[arg-type]


@pytest.mark.parametrize(("size", "given", "threads"), [(1, None, "1"), (SMALL + 1, None, "None"), (1, "2", "2")])
def test_a_small_event_has_one_thread_of_polars(tmp_path: Path, size: int, given: str | None, threads: str) -> None:
    (tmp_path / "Courier").mkdir()
    (tmp_path / "Courier" / "one.md").write_bytes(b"x" * size)
    environment = {name: value for name, value in os.environ.items() if name != "POLARS_MAX_THREADS"}
    code = (
        "import os, pathlib, sys; from framing.cli.options import event_at; event_at(sys.argv[1], None);"
        "print('polars' in sys.modules, os.environ.get('POLARS_MAX_THREADS'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**environment, **({"POLARS_MAX_THREADS": given} if given else {})},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False", threads]
