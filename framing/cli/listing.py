"""What `framing check` and `framing add` print: a line for each article, sums of many, problems by their kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import fill

import polars as pl

from framing.corpus.add import Added
from framing.corpus.corpus import Corpus
from framing.errors import one_line

WIDTH = 80
MANY = 30  # articles, beyond which outlets are summed up
_SAME = re.compile(r"(?<=(?: as| of) )[\w-]+/[\w-]+(?=:|$)")  # the key of an article that another one repeats
_PLACES = 6  # places of one kind of problem that are named


def articles(corpus: Corpus, every: bool = False) -> str:
    """What was understood: a line for each article, or for each outlet where there are many."""
    frame = corpus.articles
    first, last = frame["published"].min(), frame["published"].max()
    dates = "" if first is None else f", {first!s}" if first == last else f", {first!s} to {last!s}"
    outlets = frame["outlet"].n_unique()
    sizes = f"{count_of(frame.height, 'article')}, {count_of(outlets, 'outlet')}"
    head = f"{one_line(corpus.event.title, 50)}: {sizes}{dates}"
    lines = list(_each(frame) if every or frame.height <= MANY else _by_outlet(frame))
    if corpus.extra:
        lines.append(fill(f"Columns of your own: {', '.join(one_line(name, 30) for name in corpus.extra)}", WIDTH))
    if frame.height > MANY and not every:
        lines.append("Every article on a line: --all. One article before and after: --diff NUMBER.")
    return "\n".join([head, "", *lines])


def _each(frame: pl.DataFrame) -> Iterator[str]:
    wide = len(str(frame.height))
    named = min(18, max(map(len, frame["outlet"])))
    yield f"{'':>{wide}} {'date':10} {'outlet':{named}} {'words':>5} headline"
    for number, row in enumerate(frame.iter_rows(named=True), 1):
        marks = [row["genre"]] if row["genre"] not in ("news", None) else []
        marks += [row["agency"]] if row["agency"] else []
        marks += row["flags"]
        mark = f" [{one_line(', '.join(marks), 32)}]" if marks else ""
        start = (
            f"{number:>{wide}} {row['published'] or 'undated'!s:10} {_cut(row['outlet'], named):{named}} "
            f"{row['words']:>5} "
        )
        yield start + _cut(row["headline"] or "no headline", max(8, WIDTH - len(start) - len(mark))) + mark


def _by_outlet(frame: pl.DataFrame) -> Iterator[str]:
    named = min(26, max(map(len, frame["outlet"])))
    yield f"{'outlet':{named}} {'articles':>8} {'first':10} {'last':10} {'words':>6} flags"
    summed = frame.group_by("outlet").agg(
        articles=pl.len(),
        first=pl.col("published").min(),
        last=pl.col("published").max(),
        words=pl.col("words").median(),
        flags=pl.col("flags").explode().drop_nulls(),
    )
    for row in summed.sort("articles", "outlet", descending=[True, False]).iter_rows(named=True):
        counts = {flag: row["flags"].count(flag) for flag in dict.fromkeys(row["flags"])}
        flags = ", ".join(f"{flag} {count}" for flag, count in sorted(counts.items(), key=lambda one: -one[1]))
        start = (
            f"{_cut(row['outlet'], named):{named}} {row['articles']:>8} {row['first'] or '-'!s:10} "
            f"{row['last'] or '-'!s:10} {row['words']:>6.0f} "
        )
        yield start + _cut(flags, max(0, WIDTH - len(start)))


def problems(frame: pl.DataFrame) -> Iterator[str]:
    """The problems of a corpus, errors first; those of one kind in one file together, with where they are."""
    order = {"error": 0, "warning": 1, "note": 2}
    rows = sorted(frame.iter_rows(named=True), key=lambda row: order.get(row["severity"], 3))
    groups: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for row in rows:
        apart = row["line"] is not None and not _SAME.search(row["problem"])
        file = row["file"].partition("/")[0] if apart else ""
        groups.setdefault((row["severity"], file, _kind(row["problem"]), row["advice"]), []).append(row)
    for (severity, _, _, advice), same in groups.items():
        first = same[0]
        what = f"{one_line(first['problem'], 300)}; {one_line(advice, 300)}"
        if len(same) == 1:
            where = f"{first['file']}:{first['line']}" if first["line"] else str(first["file"])
            yield _wrapped(f"{severity}: {where}: {what}")
            continue
        what = _SAME.sub("another article", what)
        places = [f"{row['file']}:{row['line']}" if row["line"] else str(row["file"]) for row in same]
        shown = ", ".join(one_line(place, 60) for place in places[:_PLACES])
        more = f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
        yield _wrapped(f"{severity}, {len(same)} times: {what} ({shown}{more})")


def added(results: Iterable[Added]) -> Iterator[str]:
    """What became of what was given: a line for each, or a sum for a file of many."""
    for source, group in groupby(results, key=lambda one: re.sub(r"(?<=\w):\d+$", "", one.source)):
        same: list[Added] = []
        for one in group:
            same.append(one)
            if len(same) <= MANY:
                yield _of_one(one)
        if len(same) > MANY:
            yield from _of_many(source, same)


def _of_one(one: Added) -> str:
    if one.problem is not None:
        return _wrapped(f"- {one.source}: {one.problem}")
    about = [f"{one.words} words", *one.remarks]
    mark = f" [{one_line(', '.join(about), 40)}]"
    start = f"+ {one.file}: "
    if len(start) + len(mark) > WIDTH - 12:
        return f"{start}\n    {_cut(one.headline or 'no headline', WIDTH - 4 - len(mark))}{mark}"
    return start + _cut(one.headline or "no headline", WIDTH - len(start) - len(mark)) + mark


def _of_many(source: str, same: list[Added]) -> Iterator[str]:
    written = [one for one in same if one.problem is None]
    outlets = len({one.outlet for one in written})
    yield f"{one_line(source, 60)}: {count_of(len(written), 'article')} added in all, of {count_of(outlets, 'outlet')}"
    kinds: dict[str, int] = {}
    for one in same[MANY:]:
        if one.problem is not None:
            kinds[_kind(one.problem)] = kinds.get(_kind(one.problem), 0) + 1
    yield from (_wrapped(f"- {count} more: {kind}") for kind, count in kinds.items())


def _kind(problem: object) -> str:
    """A problem without what differs from article to article."""
    text = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "(…)", str(problem))
    return re.sub(r"\d+(?:[.,]\d+)*", "n", re.sub(r"[\w.-]+/[\w./-]+", "…", text))


def _wrapped(text: str) -> str:
    return fill(text, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _cut(text: object, width: int) -> str:
    line = one_line(text, 500)
    return line if len(line) <= width else line[: max(0, width - 1)] + "…"


def count_of(number: int, what: str) -> str:
    """*1 event*, *2,000 events*."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
