"""A study from its events: what counts, what is listed, what changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import framing
from framing.comparison.study.cells import cells
from framing.comparison.study.content import reprints
from framing.comparison.study.events import StudyEvent
from framing.comparison.study.study import Study, study
from framing.corpus.corpus import Corpus
from framing.corpus.events import sources
from framing.corpus.load import load
from framing.corpus.plan import read_plan
from framing.errors import ComparisonError, CorpusError, UnknownNameError
from framing.measures.analyser import Analyser, Metric
from framing.measures.analysers import discover
from framing.scoring.cache import Cache
from framing.scoring.many import score_many
from framing.scoring.scores import Scores, score

TEXTS = {
    "The Beacon": "The ferry {n} sailed on {day}. Crews called the plan {word} and a disaster for the island. "
    "“We will not take it,” said Ruth Orne of the crews' union. Nobody at the ministry could say when it ends.",
    "Nordlys": "Officials said the ferry {n} may sail on {day}, although it was unclear whether the plan would hold. "
    "Perhaps half of the crews had agreed, one person suggested. The ministry declined to comment on route {n}.",
    "Isle Gazette": "Route {n}: the ferry leaves at noon on {day}. Tickets cost 12 pounds. The quay opens at ten. "
    "The council meets next week to look at the timetable. Cars must be booked one day ahead for all of {day}.",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
WORDS = ("shameful", "a shameful and reckless scandal", "reckless", "disgraceful", "appalling")


def write(root: Path, event: str, outlet: str, text: str, date: str | None = "2026-03-02", name: str = "") -> Path:
    path = root / event / f"{name or outlet.lower().replace(' ', '-')}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    dated = f"date: {date}\n" if date else ""
    path.write_text(f"---\noutlet: {outlet}\ntitle: Ferry news of {event}\n{dated}---\n\n{text}\n", encoding="utf-8")
    return path


def ferries(root: Path, events: int = 5) -> Path:
    for number in range(events):
        for outlet, text in TEXTS.items():
            said = text.format(n=number + 4, day=DAYS[number], word=WORDS[number])
            write(root, f"ferry-{number}", outlet, said, f"2026-03-0{number + 1}")
    return root


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return study(ferries(tmp_path_factory.mktemp("ferries")), only=["loaded", "hedging", "words_per_sentence"])


def effect(made: Study, metric: str, outlet: str) -> dict[str, object]:
    return made.effects.row(by_predicate=(pl.col("metric") == metric) & (pl.col("outlet") == outlet), named=True)


def test_events_are_the_unit_and_the_sides_are_right(made: Study) -> None:
    assert made.events["event"].to_list() == [f"ferry-{number}" for number in range(5)]
    assert made.outlets["own_events"].to_list() == [5, 5, 5]
    loaded = effect(made, "loaded", "The Beacon")
    assert loaded["events"] == 5
    assert loaded["above"] == 5
    assert isinstance(loaded["low"], float)
    assert loaded["low"] > 1
    assert made.tests.filter(metric="loaded")["p"].item() < 0.05


def test_an_effect_can_be_worked_out_by_hand(made: Study) -> None:
    """With the same outlets in all events: the mean of the differences within events."""
    values = made.cells.filter(metric="words_per_sentence").pivot("outlet", index="event", values="value")
    gap = values["Nordlys"] - (values["The Beacon"] + values["Isle Gazette"]) / 2
    row = effect(made, "words_per_sentence", "Nordlys")
    assert row["effect"] == pytest.approx(gap.mean())
    assert made.differences.filter(metric="words_per_sentence", outlet="Nordlys")["difference"].to_list() == (
        pytest.approx(gap.to_list())
    )


def test_a_study_repeats_itself_and_does_not_hang_on_the_order_of_events(made: Study, tmp_path: Path) -> None:
    root = ferries(tmp_path)
    names = ["loaded", "hedging", "words_per_sentence"]
    again = study([root / f"ferry-{number}" for number in (3, 1, 0, 4, 2)], only=names)
    assert_frame_equal(again.effects, made.effects)
    assert_frame_equal(again.tests, made.tests)


def test_copies_add_nothing_and_versions_of_one_text_share_a_voice() -> None:
    metrics = pl.DataFrame(
        {
            "event": ["e"] * 5,
            "article": ["a/1", "b/1", "c/1", "d/1", "e/1"],
            "outlet": list("abcde"),
            "metric": ["tone"] * 5,
            "value": [1.0, 2.0, 3.0, 9.0, 8.0],
            "weight": [10.0] * 5,
        }
    )
    stories = pl.DataFrame(
        {
            "event": ["e"] * 5,
            "article": ["a/1", "b/1", "c/1", "d/1", "e/1"],
            "outlet": list("abcde"),
            "role": ["source", "edited copy", "own", "copy", "agency text"],
            "story": ["a/1", "a/1", "c/1", "a/1", "e/1"],
            "copy_of": [None, None, None, "a/1", None],
        }
    )
    found = cells(metrics, stories, {"tone": Metric("tone", unit="", weight="sentences", higher="", source="")})
    assert found["outlet"].to_list() == ["a", "b", "c"]
    assert found["voice"].to_list() == [0.5, 0.5, 1.0]


def test_scores_of_many_events_are_those_of_each(tmp_path: Path) -> None:
    root = ferries(tmp_path, 3)
    corpora = {path.name: load(path) for path in sorted(root.iterdir())} | {"bundled": load("tiktok-orders")}
    analysers = discover()
    together = score_many(corpora, analysers)
    for name, corpus in corpora.items():
        alone = score(corpus, analysers=analysers)
        assert_frame_equal(together[name].metrics, alone.metrics)
        assert_frame_equal(together[name].evidence, alone.evidence)


def test_only_what_changed_is_scored_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from framing.scoring import many

    root, kept = ferries(tmp_path / "events"), tmp_path / "cache"
    first = study(root, only="loaded", cache=kept)
    write(root, "ferry-2", "Nordlys", TEXTS["Nordlys"].format(n=9, day="Sunday") + " It was a scandal.", "2026-03-03")
    scored: list[str] = []
    inner = many._scored

    def watched(corpora: Mapping[str, Corpus], analysers: tuple[Analyser, ...]) -> dict[str, Scores]:
        scored.extend(corpora)
        return inner(corpora, analysers)

    monkeypatch.setattr(many, "_scored", watched)
    second = study(root, only="loaded", cache=kept)
    assert scored == ["ferry-2"]
    same = pl.col("event") != "ferry-2"
    assert_frame_equal(second.cells.filter(same), first.cells.filter(same))


def test_what_the_texts_say_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from framing.comparison.study import content

    root, kept = ferries(tmp_path / "events"), tmp_path / "cache"
    first = study(root, only="loaded", cache=kept)
    found = {name: getattr(first, name) for name in ("coverage", "naming", "sources", "stories")}
    write(root, "ferry-2", "Nordlys", TEXTS["Nordlys"].format(n=9, day="Sunday") + " It was a scandal.", "2026-03-03")
    asked: list[str] = []
    inner = content._content

    def watched(member: StudyEvent) -> list[pl.DataFrame]:
        asked.append(member.name)
        return inner(member)

    monkeypatch.setattr(content, "_content", watched)
    second = study(root, only="loaded", cache=kept)
    for name, frame in found.items():
        same = pl.col("event") != "ferry-2"
        assert_frame_equal(getattr(second, name).filter(same), frame.filter(same))
    assert asked == ["ferry-2"]


def test_the_cache_is_bounded_and_may_be_broken_or_gone(tmp_path: Path) -> None:
    root, kept = ferries(tmp_path / "events"), tmp_path / "cache"
    first = study(root, only="loaded", cache=kept)
    for path in kept.iterdir():
        path.write_bytes(b"PAR1 nonsense")
    assert_frame_equal(study(root, only="loaded", cache=kept).effects, first.effects)
    Cache(kept, limit=1).prune()
    assert not list(kept.glob("*.parquet"))


def test_what_is_wrong_is_listed_event_by_event(tmp_path: Path) -> None:
    root = ferries(tmp_path)
    write(root, "alone", "Nordlys", TEXTS["Nordlys"].format(n=77, day="Sunday"))
    twice = (root / "ferry-1" / "nordlys.md").read_text(encoding="utf-8")
    (root / "ferry-3" / "nordlys-again.md").write_text(twice, encoding="utf-8")
    write(root, "ferry-4", "Visitor", "A visitor wrote this about the ferry and its long delays on the quay.")
    write(root, "undated", "Nordlys", TEXTS["Nordlys"].format(n=78, day="May"), None)
    write(root, "undated", "Isle Gazette", TEXTS["Isle Gazette"].format(n=78, day="May"), None)
    write(root, "ferry-5", "Beacon", "Another text, by hand, on how the ferry came in late once more.")
    write(root, "ferry-5", "Nordlys", TEXTS["Nordlys"].format(n=79, day="June"))
    (root / "empty").mkdir()
    found = study([root, root / "ferry-2"], only="loaded")
    said = "\n".join(f"{row['file']} {row['problem']}" for row in found.problems.iter_rows(named=True))
    assert "ferry-2 is listed twice" in said
    assert "alone has no second outlet" in said
    assert "ferry-3/nordlys/nordlys-again is in ferry-1, too" in said
    assert "undated has no date" in said
    assert "empty cannot be read" in said
    assert "ferry-5 writes Beacon for The Beacon: one outlet" in said
    assert "Beacon" not in found.names
    visitor = found.outlets.filter(outlet="Visitor").row(0, named=True)
    assert visitor["remark"] == "one event only: no interval"
    assert effect(found, "loaded", "Visitor")["low"] is None
    assert not found.events.filter(event="alone")["takes_part"].item()


def test_outlets_without_shared_events_are_named_and_left_out(tmp_path: Path) -> None:
    root = ferries(tmp_path)
    for outlet in ("Far Post", "Far Times"):
        write(root, "elsewhere", outlet, f"{outlet} reports a flood of the river far away from all ferries today.")
    found = study(root, only="words_per_sentence")
    assert found.outlets.filter(outlet="Far Post")["remark"].item().startswith("shares no event")
    assert effect(found, "words_per_sentence", "Far Post")["effect"] is None


def test_what_an_outlet_edits_of_its_own_text_is_no_reprint() -> None:
    columns = ("article", "outlet", "story", "copy_of", "role", "origin")
    rows = [
        ("a1", "Nordlys", "a1", None, "shared text", None),
        ("a2", "Nordlys", "a1", None, "edited copy", None),  # of its own first text
        ("b1", "Nordlys", "b1", None, "shared text", None),
        ("b2", "The Beacon", "b1", None, "edited copy", None),  # nobody knows whose
        ("c1", "The Beacon", "c1", None, "agency text", "Reuters"),
    ]
    told = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row").with_columns(event=pl.lit("e"))
    assert reprints(told).select("outlet", "origin").rows() == [("The Beacon", "Reuters"), ("The Beacon", None)]


@pytest.mark.parametrize("column", ["event", "event_id", "topic", "cluster", "triplet", "Triplet ID"])
def test_a_table_with_a_column_of_events(column: str, tmp_path: Path) -> None:
    rows = [
        {column: f"Ferry {n}", "outlet": outlet, "date": f"2026-03-0{n + 1}", "title": f"On {n}", "text": text.format(n=n, day=DAYS[n], word=WORDS[n])}
        for n in range(4)
        for outlet, text in TEXTS.items()
    ]  # fmt: skip
    pl.DataFrame(rows).write_csv(tmp_path / "all.csv")
    found = study(tmp_path / "all.csv", only="loaded")
    assert found.events["event"].to_list() == [f"ferry-{n}" for n in range(4)]
    pl.DataFrame(rows).drop(column).write_csv(tmp_path / "none.csv")
    with pytest.raises(CorpusError, match="no column that names the event"):
        study(tmp_path / "none.csv")


def test_rows_without_an_event_are_no_event(tmp_path: Path) -> None:
    rows = [
        {"event": event, "outlet": outlet, "text": text.format(n=n, day=DAYS[n], word=WORDS[n])}
        for n, event in enumerate(["one", " ", "two"])
        for outlet, text in TEXTS.items()
    ]
    pl.DataFrame(rows).write_csv(tmp_path / "all.csv")
    found = study(tmp_path / "all.csv", only="loaded")
    assert found.events["event"].to_list() == ["one", "two"]
    assert "has 3 rows without an event: left out" in found.problems["problem"].to_list()


def test_a_story_beside_a_text_is_what_it_is_about(tmp_path: Path) -> None:
    rows = [
        {"story": f"s{n}", "outlet": outlet, "text": text.format(n=n, day=DAYS[n], word=WORDS[n])}
        for n in range(2)
        for outlet, text in TEXTS.items()
    ]
    pl.DataFrame(rows).write_csv(tmp_path / "all.csv")
    assert study(tmp_path / "all.csv", only="loaded").events["event"].to_list() == ["s0", "s1"]


def test_columns_of_ones_own_may_differ_from_event_to_event(tmp_path: Path) -> None:
    """One event has `leaning` as words, the other as numbers; `page` stands in one alone."""
    for event, columns, values in (("one", "leaning,page", "left,4"), ("two", "leaning", "3")):
        (tmp_path / event).mkdir()
        lines = [f"outlet,headline,date,text,{columns}"]
        for outlet, text in TEXTS.items():
            lines.append(f'{outlet},Ferry {event},2026-03-02,"{text.format(n=4, day="Monday", word="bad")}",{values}')
        (tmp_path / event / "table.csv").write_text("\n".join(lines), encoding="utf-8")
    found = study(tmp_path, only=["loaded", "hedging"]).articles
    assert found.columns[-2:] == ["leaning", "page"]
    assert dict(found.select("event", "leaning").unique().iter_rows()) == {"one": "left", "two": "3"}
    assert found.filter(event="one")["page"].unique().to_list() == [4]
    assert found.filter(event="two")["page"].is_null().all()


def test_a_plan_names_leaves_out_and_divides(tmp_path: Path) -> None:
    root = ferries(tmp_path)
    (root / "study.toml").write_text(
        """
title = "Ferries"
[[outlets]]
name = "The Lighthouse"
aliases = ["The Beacon"]
ownership = "trust"
[[periods]]
name = "early"
end = 2026-03-03
[[left_out]]
event = "ferry-1"
reason = "a strike notice only"
""",
        encoding="utf-8",
    )
    found = study(root, only="loaded")
    assert found.title == "Ferries"
    assert "The Lighthouse" in found.names
    assert "The Beacon" not in found.names
    assert found.events["period"].to_list() == ["early", "early", None, None]
    assert "a strike notice only" in found.problems["problem"].str.join(" ").item()
    assert found.outlets.filter(outlet="The Lighthouse")["attributes"].item() == "ownership: trust"


def test_a_plan_says_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text('title = 3\n[[outlets]]\nname = "A"\naliases = ["A"]\n[[periods]]\nstart = 2026-01-02\n')
    with pytest.raises(CorpusError) as problem:
        read_plan(path)
    assert all(part in str(problem.value) for part in ("title must be text", "'A' stands twice", "without 'name'"))


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ("no-such-*", CorpusError, "no event is called"),
        ("tech-and-trad", UnknownNameError, "unknown"),
        ("no/such/folder", CorpusError, "there is no such folder or file"),
    ],
)
def test_what_is_not_there_is_said(asked: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        study(asked)


def test_no_two_outlets_of_one_event(tmp_path: Path) -> None:
    write(tmp_path, "one", "Nordlys", TEXTS["Nordlys"].format(n=1, day="May"))
    write(tmp_path, "two", "Isle Gazette", TEXTS["Isle Gazette"].format(n=1, day="May"))
    with pytest.raises(ComparisonError, match="two outlets"):
        study(tmp_path, only="loaded")


def test_the_bundled_study_finds_what_was_written_into_it() -> None:
    found = framing.study("tech-and-trade", only=["loaded", "hedging", "words_per_sentence"])
    assert effect(found, "hedging", "Ledger & Exchange")["p_outlets"] < 0.05  # type: ignore[operator]
    assert effect(found, "words_per_sentence", "The Rhine Observer")["p_outlets"] < 0.05  # type: ignore[operator]
    assert effect(found, "loaded", "The Potomac Standard")["p_outlets"] < 0.05  # type: ignore[operator]
    assert effect(found, "loaded", "Radio Concord")["p_outlets"] > 0.05  # type: ignore[operator]
    assert effect(found, "loaded", "Lakeland Tribune")["low"] < 1 < effect(found, "loaded", "Lakeland Tribune")["high"]  # type: ignore[operator]


def test_a_pattern_means_names_of_events_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not whatever lies in the folder that the command is given in."""
    for name in ("rain", "snow", ".hidden"):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / "courier--2026-01-01--1.txt").write_text("It rains in the town. Nobody knows why.")
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    monkeypatch.chdir(tmp_path)
    assert list(sources(["*"], tmp_path / "data").found) == ["rain", "snow"]
    assert list(sources(["data/r*"]).found) == ["rain"]


def test_a_person_with_and_without_a_middle_initial_is_one_over_events(tmp_path: Path) -> None:
    for event, name in (("one", "Ruth Orne"), ("two", "Ruth J. Orne")):
        for outlet in ("Nordlys", "The Beacon"):
            write(tmp_path, event, outlet, f"“We will not take it at all,” said {name} of the ferry {event} on Monday.")
    sources = study(tmp_path, only=["sources_named"]).sources
    assert set(sources["source"]) == {"Ruth Orne"}
    assert sources["event"].n_unique() == 2
