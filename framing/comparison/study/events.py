"""Read and score the events of a study, one bundle after another, and say what is wrong with each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from framing.comparison.texts.reuse import reuse
from framing.comparison.texts.stories import stories
from framing.corpus.corpus import Corpus
from framing.corpus.event import slug
from framing.corpus.events import Sources
from framing.corpus.plan import Plan
from framing.errors import CorpusError, one_line
from framing.measures.analyser import Analyser
from framing.schema import REUSE, STORIES, Schema
from framing.scoring.cache import Cache
from framing.scoring.many import score_many
from framing.scoring.scores import Scores

TEXTS: Mapping[str, Schema] = {"reuse": REUSE, "stories": STORIES}  # what is kept beside the scores
BUNDLE = 400  # articles that are taken apart and scored together


@dataclass(frozen=True, eq=False)
class StudyEvent:
    """One event of a study: its scores, which texts share words, which articles tell one story."""

    name: str
    scores: Scores
    reuse: pl.DataFrame
    stories: pl.DataFrame

    @property
    def title(self) -> str:
        return self.scores.corpus.event.title

    @property
    def corpus(self) -> Corpus:
        return self.scores.corpus


def read_events(
    sources: Sources,
    plan: Plan,
    analysers: Sequence[Analyser],
    cache: Cache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[StudyEvent, ...], list[dict[str, Any]]]:
    """The events in the order of their dates, and all that is wrong: rows of `schema.PROBLEMS` with the event as file.

    An event that the plan leaves out, or that cannot be read, is listed with the reason. The same article in two
    events stays in the first. Outlets are called as the plan calls them; without it, as they are called first.
    """
    reader = _Reader(sources, plan, cache)
    events: list[StudyEvent] = []
    done = 0
    for bundle in reader.bundles():
        scored = score_many(bundle, analysers, cache)
        for name, scores in scored.items():
            kept = cache.get(scores.corpus, analysers, TEXTS) if cache is not None else None
            if kept is None:
                shared = reuse(scores.corpus)
                kept = [shared, stories(scores.corpus, shared)]
                if cache is not None:
                    cache.put(scores.corpus, analysers, dict(zip(TEXTS, kept, strict=True)))
            events.append(StudyEvent(name, replace(scores, corpus=_light(scores.corpus)), *kept))
        done += len(bundle)
        if progress is not None:
            progress(done, len(sources.found))
    if not events:
        listed = "; ".join(f"{row['file']} {row['problem']}" for row in reader.problems[:5])
        raise CorpusError(f"no event of the study can be used: {listed}; mend these")
    return tuple(sorted(events, key=_when)), reader.problems


def _when(event: StudyEvent) -> tuple[bool, Any, str]:
    first = first_day(event)
    return first is None, first, event.name


def first_day(event: StudyEvent) -> Any:
    """The event's start, else the first day on which anything was published; None where no day is known."""
    return event.corpus.event.start or event.corpus.articles["published"].min()


def _light(corpus: Corpus) -> Corpus:
    """The corpus without its sentences and tokens, which are made again when asked for."""
    return Corpus(corpus.event, corpus.articles, corpus.removed, corpus.problems)


class _Reader:
    def __init__(self, sources: Sources, plan: Plan, cache: Cache | None) -> None:
        self.sources, self.plan, self.cache = sources, plan, cache
        self.problems: list[dict[str, Any]] = list(sources.problems)
        self.seen: dict[bytes, str] = {}  # articles, by what they say: the event that has it
        self.names = {alias: outlet.name for outlet in plan.outlets for alias in (*outlet.aliases, outlet.name)}
        self.spellings = {_folded(alias): name for alias, name in self.names.items()}

    def bundles(self) -> Iterator[Mapping[str, Corpus]]:
        """Some hundred articles at a time."""
        bundle: dict[str, Corpus] = {}
        size = 0
        for name in self.plan.left_out:
            if name not in self.sources.found:
                self.say(name, "warning", "is left out, but is none of the events", "check its name in study.toml")
        for name, source in self.sources.found.items():
            if reason := self.plan.left_out.get(name):
                self.say(name, "note", f"is left out of the study: {one_line(reason)}", "leave it so")
                continue
            try:
                corpus = self.checked(name, source.read())
            except CorpusError as problem:
                self.say(name, "error", f"cannot be read: {one_line(problem, 300)}", "mend or leave it out")
                continue
            bundle[name] = corpus
            size += corpus.articles.height
            if size >= BUNDLE:
                yield bundle
                bundle, size = {}, 0
        if bundle:
            yield bundle

    def checked(self, name: str, corpus: Corpus) -> Corpus:
        """The corpus with the outlets' names of the study, and without what another event has already."""
        articles = corpus.articles
        names = articles["outlet"].unique().to_list()
        called = {outlet: self.outlet(name, outlet) for outlet in sorted(names)}
        twice = []
        for key, outlet, text in articles.select("article", "outlet", "text").iter_rows():
            digest = hashlib.sha256(f"{called[outlet]}\0{' '.join(text.split())}".encode("utf-8", "replace")).digest()
            first = self.seen.setdefault(digest, name)
            if first != name:
                twice.append(key)
                self.say(
                    f"{name}/{key}", "warning", f"is in {one_line(first)}, too: kept there", "remove one of the two"
                )
        changed = any(outlet != new for outlet, new in called.items())
        if changed or twice:
            kept = ~pl.col("article").is_in(twice)
            frame = articles.filter(kept).with_columns(pl.col("outlet").replace(called))
            corpus = Corpus(corpus.event, frame, corpus.removed.filter(kept), corpus.problems)
        if corpus.articles["outlet"].n_unique() < 2:
            self.say(name, "warning", "has no second outlet: says nothing of a difference", "add coverage of others")
        undated = corpus.articles["published"].null_count()
        if undated == corpus.articles.height and corpus.event.start is None:
            self.say(name, "note", "has no date: takes no part in trends and periods", "give start in event.toml")
        elif undated:
            self.say(name, "note", f"has {undated} articles without a date", "give their dates")
        errors = corpus.problems.filter(severity="error")
        if errors.height:
            one = errors.row(0, named=True)
            more = f", and {errors.height - 1} more" if errors.height > 1 else ""
            self.say(name, "warning", f"{one['file']} {one['problem']}{more}", "see framing check")
        return corpus

    def outlet(self, event: str, name: str) -> str:
        """What the study calls an outlet: spellings that differ in case, hyphens or a leading The are one."""
        known = self.spellings.setdefault(_folded(name), name)
        if known != name and self.names.setdefault(name, known) is known and name not in self.said:
            self.said.add(name)
            if not any(name in outlet.aliases for outlet in self.plan.outlets):
                self.say(event, "note", f"writes {one_line(name)} for {one_line(known)}: one outlet", "leave it so")
        return known

    @property
    def said(self) -> set[str]:
        """Spellings that were remarked on."""
        said: set[str] = self.__dict__.setdefault("_said", set())
        return said

    def say(self, event: str, severity: str, problem: str, advice: str) -> None:
        self.problems.append(
            {"file": one_line(event, 200), "line": None, "severity": severity, "problem": problem, "advice": advice}
        )


def _folded(name: str) -> str:
    return slug(name).removeprefix("the-")
