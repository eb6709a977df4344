"""Rewrites beside their sources: the truth file, hand-made cases, properties, and what a reader is shown."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparison.compare import Comparison, compare
from framing.comparison.texts import align as aligning
from framing.comparison.texts import rewrites as module
from framing.comparison.texts.accounts import accounts
from framing.comparison.texts.align import align, changes
from framing.comparison.texts.reuse import reuse
from framing.comparison.texts.rewrites import REWRITES, _others, diff, pair, sources_of
from framing.comparison.texts.stories import stories
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event, Outlet
from framing.corpus.load import load
from framing.errors import ComparisonError, UnknownNameError
from framing.report.blocks import Cell, Paragraph, Section, Table
from framing.report.charts.rewrites import draw
from framing.report.views.rewrites import sections
from framing.report.writer import Writer
from framing.scoring.scores import score
from tests.cli.test_cli import run
from tests.conftest import shared
from tests.make import bundled_comparison, synthetic_comparison

TRUTH = json.loads((Path(__file__).parents[2] / "truth" / "huawei-curbs.json").read_text(encoding="utf-8"))
EVENT = Event(
    "pier",
    "The old pier",
    actors=(Actor("Norden Steel", aliases=("Norden",)), Actor("Port Authority")),
    outlets=(Outlet("Tidewater News Agency", kind="agency"), Outlet("The Beacon")),
)
SOURCE = (
    "The council may close the old pier next week, officials said on Monday. Norden Steel built the pier in 1967 and "
    "repaired it twice. “We will not gamble with lives,” said Ada Holm, the mayor. The Port Authority wants to keep "
    "the pier open for fishing boats in winter. A ferry company has offered to pay for new pillars of concrete."
)
REWRITE = (
    "The council will slam shut the old pier next week, officials said on Monday. It is a shameful scandal that nobody "
    "saw coming. A ferry company has offered to pay for new pillars of concrete. “We will not gamble with lives,” said "
    "Ada Holm, the mayor."
)


@cache
def bundled() -> Comparison:
    return bundled_comparison()


def two(source: str = SOURCE, rewrite: str = REWRITE, **columns: Any) -> Comparison:
    frame = pl.DataFrame({"outlet": ["Tidewater News Agency", "The Beacon"], "body": [source, rewrite], **columns})
    return compare(score(Corpus.from_frame(frame, EVENT)))


def done(rewrites: pl.DataFrame) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Label, sentences of the source and of the rewrite, of each step."""
    found = set()
    for (_,), rows in rewrites.group_by("step"):
        texts = (tuple(dict.fromkeys(rows[name].drop_nulls().to_list())) for name in ("source_text", "text"))
        found.add((str(rows["label"][0]), *texts))
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(("kinds", "least"), [(("reprint", "cut reprint"), 0.95), (("rewrite",), 0.85)])
def test_f1_of_each_label_against_the_truth(kinds: tuple[str, ...], least: float) -> None:
    hits: Counter[str] = Counter()
    given_: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    for rewrite in (one for one in TRUTH["rewrites"] if one["kind"] in kinds):
        frame = bundled().rewrites.filter(source=TRUTH["source"], article=rewrite["article"])
        truth = {(row["label"], tuple(row["source"]), tuple(row["target"])) for row in rewrite["rows"]}
        for row in done(frame):
            given_[row[0]] += 1
            hits[row[0]] += row in truth
        for row in truth:
            expected[row[0]] += 1
    assert expected
    for label in {*given_, *expected}:
        assert 2 * hits[label] / (given_[label] + expected[label]) >= least, label


def test_the_rewrites_of_the_bundled_event_are_those_of_the_truth_file() -> None:
    pairs = set(bundled().rewrites.select("source", "article").iter_rows())
    assert pairs == {(TRUTH["source"], rewrite["article"]) for rewrite in TRUTH["rewrites"]}


def test_heavy_rewrites_are_found_by_their_sentences_where_runs_of_words_are_not_shared() -> None:
    apart = bundled().reuse.with_columns(
        band=pl.when(pl.col("containment") < 0.5).then(pl.lit("independent")).otherwise("band")
    )
    corpus = bundled().scores.corpus
    found = set(sources_of(corpus, apart, stories(corpus, apart)))
    broadcasters = {row["article"] for row in TRUTH["rewrites"] if row["kind"] == "rewrite"}
    assert {(TRUTH["source"], name) for name in broadcasters} <= found
    assert not {article.split("/")[0] for _, article in found} & {"globe-flash", "wafer-weekly", "the-potomac-standard"}


@pytest.mark.parametrize(("source", "rewrite", "found"), [(4, 5, True), (4, 4, True), (5, 4, False)])
def test_no_outlet_rewrites_what_another_printed_later(source: int, rewrite: int, found: bool) -> None:
    early = (
        "The council may close the old pier next week, the harbour master said on Monday. Norden Steel built the bridge "
        "in 1967 and repaired it twice since then. The mayor will not gamble with the lives of sailors, she said. A "
        "ferry company offered money for new concrete pillars below it. Some shops on the quay fear for their trade."
    )
    late = (
        "Next week the council may close the old pier, said the harbour master on Monday. The bridge was built in 1967 by "
        "Norden Steel, which repaired it twice. The mayor said she will not gamble with lives of sailors. Money for "
        "concrete pillars was offered by a ferry company. Shops on the quay fear for trade."
    )
    columns = {
        "outlet": ["Coast Daily", "The Beacon"],
        "body": [f"{early} Nobody else was asked. The weather was calm and the ferries ran all day.", late],
        "published": [dt.date(2026, 3, source), dt.date(2026, 3, rewrite)],
    }
    corpus = Corpus.from_frame(pl.DataFrame(columns), EVENT)
    shared = reuse(corpus)
    pairs = [tuple(key.split("/")[0] for key in pair) for pair in sources_of(corpus, shared, stories(corpus, shared))]
    assert pairs == [("coast-daily", "the-beacon")] * found


def test_a_source_is_one_with_or_without_the_body_that_it_is_of() -> None:
    def speakers(*names: str) -> list[tuple[int, str, str]]:
        return [(0, name, name.lower()) for name in names]

    assert _others(speakers("Ingrid Moen"), speakers("Ingrid Moen of the Midwives' Union")) == []
    assert _others(speakers("Oda Lind", "Ingrid Moen"), speakers("Moen")) == ["Oda Lind"]
    assert _others(speakers("the Bank of England"), speakers("a Treasury spokesman")) == ["the Bank of England"]


def words(*sentences: str) -> list[list[str]]:
    return [sentence.lower().rstrip(".").split() for sentence in sentences]


FOUR = words(
    "The council may close the old pier next week",
    "Norden Steel built the bridge in 1967 and repaired it twice",
    "The mayor will not gamble with lives of sailors",
    "A ferry company offered money for concrete pillars",
)


@pytest.mark.parametrize(
    ("target", "steps"),
    [
        (FOUR, [((0,), (0,), "kept"), ((1,), (1,), "kept"), ((2,), (2,), "kept"), ((3,), (3,), "kept")]),
        (FOUR[1:3], [((0,), (), "lacking"), ((1,), (0,), "kept"), ((2,), (1,), "kept"), ((3,), (), "lacking")]),
        ([FOUR[3], *FOUR[:3]], [((0,), (1,), "kept"), ((1,), (2,), "kept"), ((2,), (3,), "kept"), ((3,), (0,), "moved")]),
        (
            [*words("Rain fell all day over Westhaven"), *FOUR[:1], *words("Critics sneered at everybody"), *FOUR[1:]],
            [
                ((), (0,), "added"), ((0,), (1,), "kept"), ((), (2,), "added"), ((1,), (3,), "kept"),
                ((2,), (4,), "kept"), ((3,), (5,), "kept"),
            ],
        ),
        (
            [*FOUR[:1], *words("Norden Steel built the bridge in 1967", "Later it repaired the bridge twice"), *FOUR[2:]],
            [((0,), (0,), "kept"), ((1,), (1, 2), "split"), ((2,), (3,), "kept"), ((3,), (4,), "kept")],
        ),
        (
            [*FOUR[:2], *words("The mayor will not gamble with lives of sailors after a ferry company offered money for concrete pillars")],
            [((0,), (0,), "kept"), ((1,), (1,), "kept"), ((2, 3), (2,), "merged")],
        ),
        (
            [*words("The council will shut the old pier next week"), *FOUR[1:]],
            [((0,), (0,), "edited"), ((1,), (1,), "kept"), ((2,), (2,), "kept"), ((3,), (3,), "kept")],
        ),
        ([], [((0,), (), "lacking"), ((1,), (), "lacking"), ((2,), (), "lacking"), ((3,), (), "lacking")]),
    ],
    ids=["kept", "lacking", "moved", "added", "split", "merged", "edited", "nothing left"],
)  # fmt: skip
def test_each_label_by_hand(target: list[list[str]], steps: list[tuple[object, object, str]]) -> None:
    assert [(step.source, step.target, step.label) for step in align(FOUR, target)] == steps


def test_an_opening_but_goes_when_a_sentence_moves_and_counts_when_it_stays() -> None:
    but = [FOUR[0], ["but", *FOUR[1]], *FOUR[2:]]
    assert [step.label for step in align(but, [FOUR[1], FOUR[0], *FOUR[2:]])] == ["kept", "moved", "kept", "kept"]
    assert [step.label for step in align(but, FOUR)] == ["kept", "edited", "kept", "kept"]


def test_words_taken_from_another_sentence_are_moved_and_new_words_are_an_edit() -> None:
    quotation, other = words(
        "They never asked us about the price",
        "Nobody in town slept or ate or prayed that terrible windy night said one old sailor of the northern fleet",
    )
    carried = [*quotation, *"said one old sailor of the northern fleet".split()]
    assert [step.label for step in align([other, quotation], [carried])] == ["lacking", "moved"]
    new = [*quotation, *"said a furious captain from the southern docks".split()]
    assert [step.label for step in align([other, quotation], [new])] == ["lacking", "edited"]


@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=7),
    st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=7),
)
def test_every_sentence_is_in_one_step(source: list[list[str]], target: list[list[str]]) -> None:
    steps = align(source, target)
    assert sorted(i for step in steps for i in step.source) == list(range(len(source)))
    assert sorted(j for step in steps for j in step.target) == list(range(len(target)))
    for step in steps:
        assert (step.label == "added") == (not step.source)
        assert step.label in ("lacking", "reworded") if not step.target else step.label != "lacking"
        assert (step.similarity is None) == (step.label in ("added", "lacking"))
        assert step.similarity is None or 0 < step.similarity <= 1.000001


@given(st.permutations(range(7)))
def test_as_few_as_possible_are_said_to_have_moved(order: list[int]) -> None:
    source = [[f"{letter}{n}" for letter in "abcdef"] for n in range(7)]
    steps = align(source, [source[at] for at in order])
    assert {step.label for step in steps} <= {"kept", "moved"}
    longest = max(
        size for size in range(1, 8) for some in combinations(order, size) if list(some) == sorted(some)
    )  # all runs, by brute force
    assert sum(step.label == "moved" for step in steps) == 7 - longest


@given(
    st.lists(st.sampled_from(["the", "of", "pier", "may", "old", "fell"]), max_size=12),
    st.lists(st.sampled_from(["the", "of", "pier", "may", "old", "fell"]), max_size=12),
)
@pytest.mark.parametrize("long", [300, 3])
def test_changes_turn_one_sentence_into_the_other(long: int, source: list[str], target: list[str]) -> None:
    before, aligning._LONG = aligning._LONG, long
    try:
        codes = changes(source, target)
    finally:
        aligning._LONG = before
    assert [word for _, a, b, _, _ in codes for word in source[a:b]] == source
    assert [word for _, _, _, c, d in codes for word in target[c:d]] == target
    for tag, a, b, c, d in codes:
        assert tag != "equal" or source[a:b] == target[c:d]
        assert (tag == "delete") == (a < b and c == d)
        assert (tag == "insert") == (a == b and c < d)


def test_made_up_rewrites_are_read_back() -> None:
    """Known operations on sentences of a large vocabulary: what was done is what is found."""
    hits = total = 0
    for seed in range(20):
        random = np.random.default_rng(seed)
        source = [[f"w{n}" for n in random.zipf(1.3, random.integers(12, 26)) % 3000] for _ in range(20)]
        target: list[list[str]] = []
        truth: list[tuple[tuple[int, ...], str]] = []
        for at, sentence in enumerate(source):
            what = random.choice(["kept", "edited", "lacking", "split"], p=[0.4, 0.3, 0.2, 0.1])
            truth.append(((at,), str(what)))
            if what == "split":
                target += [sentence[: len(sentence) // 2], sentence[len(sentence) // 2 :]]
            elif what == "edited":
                changed = random.random(len(sentence)) < 0.3
                changed[random.integers(len(sentence))] = True
                target.append(
                    [
                        f"n{seed}x{at}x{n}" if new else word
                        for n, (word, new) in enumerate(zip(sentence, changed, strict=True))
                    ]
                )
            elif what == "kept":
                target.append(sentence)
            if random.random() < 0.2:
                target.append([f"w{n}" for n in random.zipf(1.3, 15) % 3000])
        found = {(step.source, step.label) for step in align(source, target)}
        hits += len(found & set(truth))
        total += len(truth)
    assert hits / total > 0.95


def test_offsets_lead_back_to_the_words() -> None:
    corpus = bundled().scores.corpus
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    sentences = {(row["article"], row["sentence"]): row["text"] for row in corpus.sentences.iter_rows(named=True)}
    assert bundled().rewrites.schema == pl.Schema(REWRITES)
    for row in bundled().rewrites.iter_rows(named=True):
        for key, prefix, way in ((row["source"], "source_", "out"), (row["article"], "", "in")):
            if row[f"{prefix}sentence"] is not None:
                text = texts[key][row[f"{prefix}start"] : row[f"{prefix}end"]]
                assert text == row[f"{prefix}text"] == sentences[key, row[f"{prefix}sentence"]]
            for span, said in zip(row[f"spans_{way}"], row[f"words_{way}"], strict=True):
                start, end = map(int, span.split(":"))
                assert texts[key][start:end] == said


_TEXT = st.text(st.sampled_from('abAB12 .,-’“”"()—\n�é🌉[]{}+$%'), max_size=120)


@settings(max_examples=60)
@given(_TEXT, _TEXT)
def test_any_two_texts_can_be_set_side_by_side(one: str, other: str) -> None:
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A", "B"], "body": [one, other]}))
    frame = diff(score(corpus, analysers=[]), "a/1", "b/2")
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    for row in frame.iter_rows(named=True):
        for key, prefix, way in (("a/1", "source_", "out"), ("b/2", "", "in")):
            assert (row[f"{prefix}text"] is None) == (row["label"] == ("added" if prefix else "lacking"))
            spans = [tuple(map(int, span.split(":"))) for span in row[f"spans_{way}"]]
            assert [texts[key][start:end] for start, end in spans] == row[f"words_{way}"]
            assert all(row[f"words_{way}"])
    reuse(corpus)


def test_the_marked_line_holds_the_rewrite() -> None:
    for (article, step), rows in bundled().rewrites.group_by("article", "step", maintain_order=True):
        line = rows["diff"][0]
        text = " ".join(rows["text"].drop_nulls().unique(maintain_order=True))
        left = re.sub(r"\[-.*?-\]", "", line).replace("{+", "").replace("+}", "")
        assert left.split() == text.split() or "".join(left.split()) == "".join(text.split()), (article, step)
        for said in rows["words_out"][0]:
            assert f"[-{' '.join(said.split())}-]" in line


def test_a_small_rewrite_in_full() -> None:
    frame = two().rewrites
    labels = frame.select("source_sentence", "sentence", "label").rows()
    assert labels == [
        (0, 0, "edited"), (None, 1, "added"), (1, None, "lacking"), (2, 3, "kept"), (3, None, "lacking"),
        (4, 2, "moved"),
    ]  # fmt: skip
    first = frame.row(0, named=True)
    assert first["diff"] == (
        "The council [-may close-]{+will slam shut+} the old pier next week, officials said on Monday."
    )
    assert (first["words_out"], first["words_in"]) == (["may close"], ["will slam shut"])
    assert "may" in " ".join(first["hedges_out"])
    added = frame.row(1, named=True)
    assert {"shameful", "scandal"} & set(" ".join(added["loaded_in"]).split())


DAYS: dict[str, Any] = {"published": [dt.date(2031, 3, 1), dt.date(2031, 3, 2)]}


def test_the_account_says_it_in_a_sentence() -> None:
    dated = two(**DAYS)
    row = accounts(dated.scores, dated.rewrites).row(0, named=True)
    assert [row[name] for name in ("sentences", "kept", "edited", "moved", "lacking", "added")] == [5, 1, 1, 1, 2, 1]
    assert row["account"].startswith(
        "Of Tidewater News Agency’s 5 sentences, The Beacon kept 1, edited 1, moved 1 and left out 2; it added 1. "
        "It brought in "
    )
    assert "took out 1 hedge (may" in row["account"]
    assert row["account"].endswith(
        "It does not mention Norden Steel (1 sentence of the source) or the Port Authority (1 sentence of the source)."
    )
    same = two(rewrite=SOURCE, **DAYS)
    assert accounts(same.scores, same.rewrites)["account"].to_list() == [
        "The Beacon kept all 5 sentences of Tidewater News Agency; it added none."
    ]


def test_nothing_is_said_to_be_cut_unless_the_source_was_there_before() -> None:
    late = {"published": DAYS["published"][::-1]}
    wire = DAYS | {"agency": [None, "Tidewater News Agency"]}  # it may print an earlier take
    for comparison in (two(), two(**late), two(**wire)):
        (account,) = accounts(comparison.scores, comparison.rewrites)["account"]
        assert account.startswith(
            "Of Tidewater News Agency’s 5 sentences, The Beacon has 1 word for word, 1 edited, 1 moved and lacks 2; "
            "it has 1 other. It has, beyond the source, "
        )
        assert not re.search(r"left out|took out|cut|dropped|removed|added|no longer", account)


@pytest.mark.parametrize(
    ("target", "label"),
    [
        (
            "At the end of a long evening in the crowded town hall, when tea was brought and some had left, members "
            "heard that a ferry company would pay for concrete pillars, and clapped.",
            "reworded",
        ),
        ("The ferry was late again and its passengers stood in the rain.", "lacking"),
    ],
)
def test_what_is_there_in_other_words_is_not_lacking(target: str, label: str) -> None:
    source = [*FOUR[:3], *words("A ferry company has offered the council to pay for new pillars of concrete")]
    rewrite = [*FOUR[:3], *words("Rain fell all day", target)]
    (step,) = (step for step in align(source, rewrite) if step.source == (3,))
    assert step.label == label


def test_changes_that_two_outlets_share_are_not_laid_to_either() -> None:
    other = "The council sleeps while the old pier rots in the rain, critics say. " + REWRITE
    frame = pl.DataFrame(
        {"outlet": ["Tidewater News Agency", "The Beacon", "The Lantern"], "body": [SOURCE, REWRITE, other]}
    )
    comparison = compare(score(Corpus.from_frame(frame, EVENT)))
    told = accounts(comparison.scores, comparison.rewrites).sort("article")
    assert told["same_changes"].to_list() == [["the-lantern/3"], ["the-beacon/2"]]
    assert told["account"][0].endswith(
        "The Lantern has the same changes: they may come from another version of the source."
    )
    (section,) = sections(Writer(comparison, {}))
    assert [block.title for block in section.blocks if isinstance(block, Section)] == ["The Lantern"]


def test_accounts_add_up() -> None:
    told = accounts(bundled().scores, bundled().rewrites)
    assert (
        (told.select(pl.sum_horizontal("kept", "edited", "moved", "split", "merged", "lacking") == pl.col("sentences")))
        .to_series()
        .all()
    )
    concord = told.filter(outlet="Radio Concord").row(0, named=True)
    assert "Treasury" in concord["unmentioned"]  # as the truth file says
    assert concord["named_in"] == ["Grant Whitlow"]
    reprint = told.filter(outlet="The Harbour Courier").row(0, named=True)
    assert not [name for name in reprint if name.endswith(("_in", "_out")) and reprint[name]]


def test_two_articles_by_key_part_of_key_or_outlet() -> None:
    corpus = bundled().scores.corpus
    rewrite = "radio-concord/radio-concord-2020-02-05-1"
    for a, b in (
        (TRUTH["source"], rewrite), ("meridian-news-agency-2020-02-04-2", "radio-concord-2020-02-05-1"),
        ("Meridian News Agency", "Radio Concord"), ("meridian news agency", rewrite),
    ):  # fmt: skip
        assert pair(corpus, a, b) == (TRUTH["source"], rewrite)
    with pytest.raises(UnknownNameError, match="did you mean 'Radio Concord'"):
        pair(corpus, TRUTH["source"], "Radio Concorde")
    with pytest.raises(ComparisonError, match="share no text; name articles by their keys: "):
        pair(corpus, TRUTH["source"], "Wafer Weekly")
    with pytest.raises(ComparisonError, match="are one article"):
        pair(corpus, rewrite, rewrite)
    assert bundled().diff(TRUTH["source"], rewrite).equals(bundled().rewrites.filter(article=rewrite))
    with pytest.raises(UnknownNameError, match="unknown article"):
        diff(bundled().scores, rewrite, "x")


def test_books_are_refused_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 4)
    comparison = two()
    assert comparison.rewrites.is_empty()
    with pytest.raises(ComparisonError, match="more than 4 sentences"):
        comparison.diff("Tidewater News Agency", "The Beacon")


@pytest.mark.parametrize(
    "articles",
    [
        {"outlet": ["A"], "body": [SOURCE]},
        {"outlet": ["A", "A"], "body": [SOURCE, SOURCE]},
        {"outlet": ["A", "B"], "body": ["", ""], "headline": ["One", "Two"]},
        {"outlet": ["A", "B"], "body": ["Rain fell over Westhaven.", SOURCE]},
    ],
    ids=["one article", "one outlet", "no bodies", "nothing shared"],
)
def test_nothing_to_show_is_said_in_one_line(articles: dict[str, list[str]]) -> None:
    comparison = compare(score(Corpus.from_frame(pl.DataFrame(articles), EVENT)))
    assert comparison.rewrites.is_empty()
    assert not list(draw(comparison))
    (section,) = sections(Writer(comparison, {}))
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    (line,) = block.content
    assert isinstance(line, str)
    assert line.startswith("Nothing to set side by side: ")
    assert ("one outlet" in line) == (len(set(articles["outlet"])) == 1)


def test_copies_only_are_named_and_need_no_table() -> None:
    comparison = compare(
        score(Corpus.from_frame(pl.DataFrame({"outlet": ["A", "B", "C"], "body": [SOURCE] * 3}), EVENT))
    )
    (section,) = sections(Writer(comparison, {chart.name: chart for chart in draw(comparison)}))
    assert not [block for block in section.blocks if isinstance(block, Section | Table)]
    assert comparison.rewrites["label"].unique().to_list() == ["kept"]


def test_the_view_sets_sentences_side_by_side() -> None:
    comparison = bundled()
    (section,) = sections(Writer(comparison, {chart.name: chart for chart in draw(comparison)}))
    parts = [block for block in section.blocks if isinstance(block, Section)]
    assert [part.title for part in parts] == ["Caspian View TV", "Radio Concord", "Lakeland Tribune"]
    (table,) = (block for block in parts[0].blocks if isinstance(block, Table))
    assert table.columns == ("Meridian News Agency", "Caspian View TV", "What happened")
    rows = {row[2].text.split()[0].rstrip(",") for row in table.rows}
    assert rows == {"kept", "edited", "moved", "lacking", "added"}
    assert len(table.rows) == 26
    assert any("[bullied]" in row[1].text and "[pressed]" in row[0].text for row in table.rows)
    (cut_,) = (block for block in parts[2].blocks if isinstance(block, Table))
    assert {row[2].text.split()[0] for row in cut_.rows} == {"lacking"}
    assert "14 sentences that were kept are not shown" in cut_.note
    short = Writer(comparison, {}, snippet=30)
    (section,) = sections(short)
    cells = [
        cell
        for part in section.blocks
        if isinstance(part, Section)
        for table in part.blocks
        if isinstance(table, Table)
        for row in table.rows
        for cell in row[:2]
    ]
    assert max(len(cell.text) for cell in cells) <= 30


def test_the_chart_says_its_numbers() -> None:
    (chart,) = draw(bundled())
    assert "Caspian View TV has 2 of 21 sentences" in chart.title
    assert "Caspian View TV: 2 kept, 9 edited, 1 moved, 0 split, 0 merged, 0 reworded, 9 lacking, 5 added." in chart.alt
    assert (
        "Lakeland Tribune: 14 kept, 0 edited, 0 moved, 0 split, 0 merged, 0 reworded, 7 lacking, 0 added." in chart.alt
    )
    assert b"+5" in chart.svg()


@pytest.mark.parametrize("hostile", [False, True])
def test_made_up_coverage_with_hostile_names(hostile: bool) -> None:
    comparison = synthetic_comparison(8, hostile=hostile)
    told = accounts(comparison.scores, comparison.rewrites)
    assert told.height >= 2
    for chart in draw(comparison):
        assert chart.svg()
    for section in sections(Writer(comparison, {})):
        assert all(
            isinstance(cell, Cell)
            for block in section.blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row
        )


def test_the_command_shows_the_differences(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = run("diff", "Meridian News Agency", "Radio Concord", "-e", "huawei-curbs", capsys=capsys)
    assert "\x1b" not in out
    flat = " ".join(out.split())
    assert flat.startswith(
        "Of Meridian News Agency’s 21 sentences, Radio Concord kept 2, edited 9, moved 1, split 1 and left out 8; it added 5."
    )
    assert "The officials [-may-]{+will+} also take up restrictions" in flat
    assert max(map(len, out.splitlines())) <= 80
    out, _ = run("diff", "Meridian News Agency", "Radio Concord", "-e", "huawei-curbs", "-f", "json", capsys=capsys)
    rows = json.loads(out)
    assert {row["label"] for row in rows} == {"kept", "edited", "moved", "split", "lacking", "added"}
    out, _ = run("diff", "Meridian News Agency", "Radio Concord", "-e", "huawei-curbs", "-f", "csv", capsys=capsys)
    assert out.startswith("source,article,outlet,step,")
    _, remarks = run("diff", "Meridian News Agency", "Radio Concrd", "-e", "huawei-curbs", capsys=capsys, code=1)
    assert "did you mean 'Radio Concord'?" in remarks
    assert remarks.count("\n") == 1


def test_real_coverage_is_set_beside_its_nearest_source() -> None:
    comparison = compare(score(load(shared("events") / "putin-oil-cap"), ["loaded", "hedging", "sources_named"]))
    told = accounts(comparison.scores, comparison.rewrites)
    assert set(told.select("source_outlet", "outlet").iter_rows()) == {
        ("Financial Post", "Energy Voice"), ("Financial Post", "Hindustan Times"),
        ("Financial Post", "Business Standard"), ("Reuters", "IBTimes"), ("Reuters", "Business Live"),
        ("Reuters", "Channel News Asia"), ("Reuters", "Times of India"),
    }  # fmt: skip
    kept = dict(told.select("outlet", pl.col("kept") / pl.col("sentences")).iter_rows())
    assert min(kept["Energy Voice"], kept["Hindustan Times"]) > 0.8
    assert max(kept["Channel News Asia"], kept["Times of India"]) < 0.2
    same = dict(told.select("outlet", pl.col("same_changes").list.join(" ")).iter_rows())
    assert same["Channel News Asia"].startswith("times-of-india/")
    assert not same["Business Standard"]
    new = comparison.rewrites.filter(outlet="Hindustan Times", label="added")  # its own sentence, and not the agency's
    assert new["text"].str.contains("Bishkek").to_list() == [True]


def test_what_a_sentence_has_from_its_own_source_is_no_other_reworded() -> None:
    mayor = "i will deal with emails and phone calls of people with time on their hands the mayor said".split()
    again = "the mayor said he is getting emails and phone calls from people with time on their hands".split()
    other = "nobody else in the old town hall had anything to add that night".split()
    steps = align([mayor, again, other], [mayor, other])
    assert [(step.source, step.label) for step in steps] == [((0,), "kept"), ((1,), "lacking"), ((2,), "kept")]


def test_a_rewrite_is_silent_on_persons_and_bodies_only() -> None:
    from framing.comparison.texts.accounts import _sources

    names = ["Ada Holm", "The Kremlin chief", "United States", "Reuters", "Harbour Authority"]
    assert _sources(names, "Reuters UK") == ["Ada Holm", "the Harbour Authority"]
