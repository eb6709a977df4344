"""`study(events)`: many events, compared with one another's help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from framing.comparison.compare import Comparison, compare
from framing.comparison.study import content
from framing.comparison.study.alike import alike
from framing.comparison.study.cells import cells, differences, own
from framing.comparison.study.differ import differ
from framing.comparison.study.effects import Measured, effects, measured
from framing.comparison.study.events import StudyEvent, first_day, read_events
from framing.comparison.study.groups import by_attribute, by_period
from framing.corpus.events import sources
from framing.corpus.plan import Plan, find_plan, read_plan
from framing.errors import ComparisonError, UnknownNameError, expect, whole_number
from framing.measures.analyser import Analyser, Metric
from framing.measures.analysers import discover
from framing.notebook import html_table
from framing.schema import PROBLEMS, Schema
from framing.scoring.cache import Cache, cache_folder
from framing.scoring.scores import choose

# One row: an event of a study
STUDY_EVENTS: Schema = {
    "event": pl.String,  # name of the event
    "title": pl.String,  # what it is called
    "first": pl.Date,  # ? its start, else the first day of publication
    "period": pl.String,  # ? of study.toml
    "articles": pl.UInt32,
    "outlets": pl.UInt32,  # with any article
    "texts": pl.UInt32,  # independent ones: copies and edited copies of one text count once
    "takes_part": pl.Boolean,  # two outlets have coverage of their own
}
# One row: an outlet of a study
STUDY_OUTLETS: Schema = {
    "outlet": pl.String,
    "events": pl.UInt32,  # with any article
    "own_events": pl.UInt32,  # with coverage of its own, not only copies
    "articles": pl.UInt32,
    "copies": pl.UInt32,  # of other outlets' or an agency's texts
    "words": pl.UInt32,
    "first": pl.Date,  # ? earliest date of publication
    "last": pl.Date,  # ?
    "attributes": pl.String,  # ? of study.toml: "ownership: state; reach: world"
    "remark": pl.String,  # ? why the outlet has no interval, or no place beside the others
}


@dataclass(frozen=True, eq=False)
class Study:
    """What outlets do over many events.

    members: the events, by date. outlets: `STUDY_OUTLETS`. effects: `effects.EFFECTS`, what each outlet has more than
    the others on the same events, by measure. tests: `differ.DIFFER`, whether outlets differ at all in a measure.
    cells: `cells.CELLS`, outlets by events. problems: `schema.PROBLEMS`, with the event in place of the file.
    """

    plan: Plan
    members: tuple[StudyEvent, ...]
    cells: pl.DataFrame
    effects: pl.DataFrame
    tests: pl.DataFrame
    problems: pl.DataFrame
    measures: dict[str, Metric]
    fits: Mapping[str, Measured]  # of the measures that are tested
    seed: int
    cache: Cache | None = None  # where what was found in the texts is kept

    @property
    def title(self) -> str:
        return self.plan.title

    @cached_property
    def events(self) -> pl.DataFrame:
        """`STUDY_EVENTS`: one row for each event, by date."""
        rows = []
        for member in self.members:
            articles, mine = member.corpus.articles, member.stories.filter(own())
            day = first_day(member)
            rows.append(
                {
                    "event": member.name,
                    "title": member.title,
                    "first": day,
                    "period": self._period(day),
                    "articles": articles.height,
                    "outlets": articles["outlet"].n_unique(),
                    "texts": mine["story"].n_unique(),
                    "takes_part": mine["outlet"].n_unique() > 1,
                }
            )
        return pl.DataFrame(rows, schema=dict(STUDY_EVENTS))

    @cached_property
    def outlets(self) -> pl.DataFrame:
        """`STUDY_OUTLETS`: one row for each outlet, those with most events first."""
        copies = self.stories.group_by("outlet").agg(
            copies=(~own()).sum(),
            own_events=pl.col("event").filter(own()).n_unique(),
        )
        attributes = {
            outlet.name: "; ".join(f"{key}: {value}" for key, value in outlet.attributes.items())
            for outlet in self.plan.outlets
            if outlet.attributes
        }
        tied = self.effects.group_by("outlet").agg(tied=pl.col("tied").any())
        remark = (
            pl.when(~pl.col("tied").fill_null(False))
            .then(pl.when(pl.col("own_events") == 0).then(pl.lit("copies of other outlets' texts only"))
                  .otherwise(pl.lit("shares no event with the other outlets: left out")))
            .when(pl.col("own_events") == 1)
            .then(pl.lit("one event only: no interval"))
        )  # fmt: skip
        return (
            self.articles.group_by("outlet")
            .agg(
                events=pl.col("event").n_unique(),
                articles=pl.len(),
                words=pl.col("words").sum(),
                first=pl.col("published").min(),
                last=pl.col("published").max(),
            )
            .join(copies, on="outlet", how="left")
            .join(tied, on="outlet", how="left")
            .with_columns(
                attributes=pl.col("outlet").replace_strict(attributes, default=None, return_dtype=pl.String)
                if attributes
                else pl.lit(None, pl.String),
                remark=remark,
            )
            .sort(["own_events", "outlet"], descending=[True, False])
            .select(pl.col(name).cast(dtype) for name, dtype in STUDY_OUTLETS.items())
        )

    @cached_property
    def differences(self) -> pl.DataFrame:
        """`cells.EVENT_DIFFERENCES`: each outlet beside the others, event by event."""
        return differences(self.cells, self.measures)

    @cached_property
    def articles(self) -> pl.DataFrame:
        """`schema.ARTICLES` of all events without the texts, led by `event`; behind, the columns of the files' own.

        A column that one event has and another lacks is null there.
        """
        return pl.concat(
            [_led(member.corpus.articles.drop("text"), member.name) for member in self.members], how="diagonal_relaxed"
        )

    @cached_property
    def stories(self) -> pl.DataFrame:
        """`schema.STORIES`, led by `event`: which articles print one text, and whose it is."""
        return pl.concat([_led(member.stories, member.name) for member in self.members])

    @cached_property
    def alike(self) -> pl.DataFrame:
        """`alike.ALIKE`: how far outlets lie from each other, and how firmly that stands."""
        return alike(list(self.fits.values()), self.seed)

    @cached_property
    def periods(self) -> pl.DataFrame:
        """`groups.PERIODS`: the effects in each period of study.toml."""
        of = dict(self.events.drop_nulls("period").select("event", "period").iter_rows())
        return by_period(self.cells, self.differences, of, self.measures)

    @cached_property
    def groups(self) -> pl.DataFrame:
        """`groups.GROUPS`: outlets that share an attribute of study.toml, against all the others."""
        return by_attribute(self.fits, self.plan)

    @cached_property
    def reprints(self) -> pl.DataFrame:
        """`content.REPRINTS`: who runs whose text."""
        return content.reprints(self.stories)

    @cached_property
    def _contents(self) -> content.Contents:
        found = content.contents(self.members, self.cache)
        if self.cache is not None:
            self.cache.prune()
        return found

    @cached_property
    def coverage(self) -> pl.DataFrame:
        """`coverage.COVERAGE` of every event, led by `event`."""
        return self._contents.coverage

    @cached_property
    def omissions(self) -> pl.DataFrame:
        """`content.OMISSIONS`: who leaves out what most carry."""
        return content.omissions(self.coverage)

    @cached_property
    def naming(self) -> pl.DataFrame:
        """`naming.NAMING` of every event, led by `event`."""
        return self._contents.naming

    @cached_property
    def sources(self) -> pl.DataFrame:
        """`voices.SOURCES` of every event, led by `event`."""
        return self._contents.sources

    @cached_property
    def headlines(self) -> pl.DataFrame:
        """`content.HEADLINE_STYLE`: how the outlets' headlines are made."""
        return content.headlines(self.articles, self.stories)

    @cached_property
    def names(self) -> list[str]:
        """The outlets, by name: the order that tables and charts keep."""
        return self.outlets["outlet"].sort().to_list()

    def member(self, event: str) -> StudyEvent:
        """One event. Raises UnknownNameError."""
        for member in self.members:
            if member.name == event:
                return member
        raise UnknownNameError("event", event, [member.name for member in self.members])

    def comparison(self, event: str) -> Comparison:
        """The comparison of one event, made when it is first asked for. Raises UnknownNameError."""
        member = self.member(event)
        made: dict[str, Comparison] = self.__dict__.setdefault("_comparisons", {})
        if event not in made:
            made[event] = compare(member.scores, self.seed)
        return made[event]

    def forget(self, event: str) -> None:
        """Let go of the comparison of an event, which is large; it is made again when asked for."""
        self.__dict__.get("_comparisons", {}).pop(event, None)

    @property
    def comparisons(self) -> dict[str, Comparison]:
        """The comparison of every event, by its name."""
        return {member.name: self.comparison(member.name) for member in self.members}

    def _period(self, day: dt.date | None) -> str | None:
        if day is None:
            return None
        for period in self.plan.periods:
            if (period.start is None or period.start <= day) and (period.end is None or day <= period.end):
                return period.name
        return None

    def __repr__(self) -> str:
        return f"Study({self.title!r}: {len(self.members)} events, {len(self.names)} outlets)"

    def _repr_html_(self) -> str:
        chosen = self.effects.filter(
            pl.col("metric").is_in([name for name, one in self.measures.items() if one.tested])
        )
        return html_table(chosen.pivot("outlet", index="metric", values="effect"), repr(self))


def study(
    events: str | Path | Sequence[str | Path],
    plan: Plan | str | Path | None = None,
    data: str | Path | None = None,
    only: str | Sequence[str] | None = None,
    analysers: Sequence[Analyser] | None = None,
    seed: int = 1,
    cache: bool | str | Path = False,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """Study what outlets do over many events.

    events: names of events (folders under `data`), globs of names or paths, folders, a folder of event folders, a
    table with a column `event`, or the name of a study that comes with framing. plan: a `Plan`, a study.toml or the
    name of a study; of a folder of events its study.toml, if it has one. only: measures to keep. cache: keep scores
    (True: in the user's cache; or a folder), so that only events that changed are scored again. progress: told how
    many events are done, and of how many.

    Raises CorpusError where nothing can be read, UnknownNameError, and ComparisonError where no two outlets have
    coverage of their own of one event.
    """
    expect("study()", events, (str, Path, Sequence), "give names of events, folders or a table")
    asked = [events] if isinstance(events, (str, Path)) else list(events)
    for one in asked:
        expect("study()", one, (str, Path), "give names of events, folders or a table")
    whole_number("seed", seed, 0)
    if plan is not None:
        expect("plan", plan, (Plan, str, Path), "give a Plan, a study.toml or the name of a study")
    chosen_plan, asked = _planned(asked, plan)
    base = Path(data) if data is not None else None
    found = sources(asked, base, chosen_plan.folder)
    chosen = choose(tuple(discover() if analysers is None else analysers), [only] if isinstance(only, str) else only)
    kept = Cache(cache_folder() if cache is True else Path(cache)) if cache is not False else None
    members, problems = read_events(found, chosen_plan, chosen, kept, progress)
    if kept is not None:
        kept.prune()
    return compared(chosen_plan, members, problems, seed, kept)


def compared(
    plan: Plan,
    members: Sequence[StudyEvent],
    problems: Sequence[Mapping[str, object]],
    seed: int,
    cache: Cache | None = None,
) -> Study:
    """The study of events that are read and scored."""
    measures: dict[str, Metric] = {}
    for member in members:
        measures |= member.scores.measures
    metrics = pl.concat([_led(member.scores.metrics, member.name) for member in members])
    told = pl.concat([_led(member.stories, member.name) for member in members])
    found = cells(metrics, told, measures)
    if not (found.group_by("metric", "event").len()["len"] > 1).any():
        raise ComparisonError("no event has coverage of their own by two outlets; a study needs events that they share")
    fits: dict[str, Measured] = {}

    def each() -> Iterator[Measured | None]:
        """The fits one after another; those of measures that are tested are kept, for the rest is large."""
        for (name,), part in found.group_by("metric", maintain_order=True):
            one = measured(measures[str(name)], part)
            if one is not None and one.metric.tested:
                fits[str(name)] = one
            yield one

    days = {member.name: float(day.toordinal()) for member in members if (day := first_day(member)) is not None}
    beside = differences(found, measures)
    estimates = effects(each(), found, beside, days)
    tests = differ(fits.values(), seed)
    rows = pl.DataFrame([dict(row) for row in problems], schema=dict(PROBLEMS))
    study = Study(plan, tuple(members), found, estimates, tests, rows, measures, fits, seed, cache)
    study.__dict__["differences"] = beside
    return study


def _planned(events: list[str | Path], plan: Plan | str | Path | None) -> tuple[Plan, list[str | Path]]:
    """The plan of a study, and its events: those that are given, else those of the plan."""
    if isinstance(plan, Plan):
        return plan, events or list(plan.events)
    if plan is not None:
        path = Path(plan)
        read = read_plan(path if path.exists() or path.suffix == ".toml" else find_plan(str(plan)))
        return read, events or list(read.events) or [read.folder or Path()]
    if len(events) == 1:
        path = Path(events[0])
        if path.suffix == ".toml" and path.is_file():
            return _planned([], path)
        if path.is_dir() and (path / "study.toml").is_file():
            read = read_plan(path)
            return read, list(read.events) or [path]
        if not path.exists() and isinstance(events[0], str):
            try:
                return _planned([], find_plan(events[0]))
            except UnknownNameError:
                pass
    return _named(events), events


def _named(events: Sequence[str | Path]) -> Plan:
    """A plan that is called as the one table, folder or pattern is, or as the folder of all events; else Study."""
    folders = {Path(one).parent for one in events} if len(events) > 1 else {Path(one) for one in events}
    parts = next(iter(folders)).parts if len(folders) == 1 else ()
    plain = [part for part in parts if not set(part) & set("*?[") and part not in (".", "..", "/")]
    name = Path(plain[-1]).stem if plain else ""
    return replace(Plan(), name=name, title=name.replace("-", " ").capitalize()) if name else Plan()


def _led(frame: pl.DataFrame, event: str) -> pl.DataFrame:
    return frame.select(pl.lit(event).alias("event"), pl.all())
