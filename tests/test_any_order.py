"""add, check, compare and study in any order, with good, damaged and doubled input: nothing lost, nothing half.

A model keeps what was added; after each step the folder holds that and no more, and a report names files that are there.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import polars as pl
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import framing
from framing.corpus.add import add
from framing.corpus.check import check
from framing.errors import CorpusError, FramingError

OUTLETS = ("The Courier", "Beacon", "Globe & Mail", "=1+1", "../Øst")
TOPICS = ("bridge", "harbour", "railway", "school", "forest", "market")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking runs of whole reports takes too long
MEASURES = ["hedging", "loaded", "quoted_share"]


def article(topic: str, outlet: str) -> str:
    """A text of its own for each topic and outlet."""
    seed = f"{topic} {OUTLETS.index(outlet)}"
    return "\n\n".join(
        f"The {topic} may close in year {number} {seed}, the mayor told {outlet} number {number}. "
        f"“The {topic} is a scandal of {seed} {number},” said Ada Holm of the {topic} office."
        for number in range(4)
    )


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.data = Path(self.place.name) / "data"
        self.reports = Path(self.place.name) / "reports"
        self.given = Path(self.place.name) / "given"
        self.given.mkdir()
        self.added: dict[str, set[tuple[str, str]]] = {"one": set(), "two": set()}

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.place.cleanup()

    @rule(event=st.sampled_from(["one", "two"]), topic=st.sampled_from(TOPICS), outlet=st.sampled_from(OUTLETS))
    def add_an_article(self, event: str, topic: str, outlet: str) -> None:
        path = self.given / "page.txt"
        path.write_text(article(topic, outlet), encoding="utf-8")
        if self.misspelt(event):
            with pytest.raises(CorpusError, match="did you mean 'title'"):
                list(add(self.data / event, [str(path)], outlet=outlet))
            return
        (told,) = add(self.data / event, [str(path)], outlet=outlet)
        assert told.there == ((topic, outlet) in self.added[event]), str(told)
        assert told.there or told.problem is None, str(told)
        self.added[event].add((topic, outlet))

    @rule(event=st.sampled_from(["one", "two"]), content=st.sampled_from([b"", b"\x00\xff", b"PK\x03\x04", b"{\\rtf1"]))
    def add_what_is_damaged(self, event: str, content: bytes) -> None:
        path = self.given / "page.docx"
        path.write_bytes(content)
        if self.misspelt(event):
            return
        assert all(told.problem for told in add(self.data / event, [str(path)], outlet="Beacon"))

    @rule(event=st.sampled_from(["one", "two"]), good=st.booleans())
    def describe(self, event: str, good: bool) -> None:
        if (self.data / event).is_dir():
            text = 'title = "A bridge"\n[[actors]]\nname = "Ada Holm"\n' if good else 'titel = "A bridge"\n'
            (self.data / event / "event.toml").write_text(text)

    @rule(event=st.sampled_from(["one", "two"]))
    def check_it(self, event: str) -> None:
        corpus = self.read(event)
        if corpus is not None:
            assert check(corpus).height == corpus.articles.height

    @rule(event=st.sampled_from(["one", "two"]))
    def compare_it(self, event: str) -> None:
        corpus = self.read(event)
        if corpus is None:
            return
        scores = framing.score(corpus, only=MEASURES)
        assert set(scores.metrics["article"]) == set(corpus.articles["article"])
        framing.write_report(framing.compare(scores), self.reports / event, ["md", "html"])

    @rule()
    def study_them(self) -> None:
        try:
            found = framing.study(["one", "two"], data=self.data, only=MEASURES)
        except FramingError:
            return
        assert set(found.events["event"]) <= {"one", "two"}
        framing.write_report(found, self.reports / "study", ["md"])

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "added"):
            return
        for event, wanted in self.added.items():
            corpus = self.read(event)
            if corpus is not None:
                articles = corpus.articles.select("outlet", topic=pl.col("text").str.extract(r"The (\w+) may close"))
                assert sorted(articles.select("topic", "outlet").rows()) == sorted(wanted)
            hidden = [path.name for path in (self.data / event).rglob("*") if path.name.endswith(".part")]
            assert hidden == []

    @invariant()
    def reports_are_whole(self) -> None:
        if not hasattr(self, "reports") or not self.reports.is_dir():
            return
        for report in self.reports.iterdir():
            assert not report.name.startswith(".")
            named = json.loads((report / "run.json").read_text(encoding="utf-8"))["files"]
            there = {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()}
            assert there == set(named)

    def misspelt(self, event: str) -> bool:
        described = self.data / event / "event.toml"
        return described.is_file() and "titel" in described.read_text()

    def read(self, event: str) -> framing.Corpus | None:
        """The event's corpus; null where it cannot be read, which must be because of what was put there."""
        if not (self.data / event).is_dir():
            assert not self.added[event]
            return None
        try:
            return framing.load(self.data / event)
        except CorpusError:
            assert not self.added[event] or self.misspelt(event)
            return None


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=15, stateful_step_count=12, deadline=None, phases=PHASES)
