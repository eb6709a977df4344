"""Page one: what stands out, the headlines side by side, one picture, and what cannot be said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import polars as pl

from framing.comparison.closely import english
from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number, some
from framing.comparison.statements import KINDS, MARKS, OPEN, Statement, heading, mark
from framing.measures.grades import doubtful
from framing.report.blocks import Block, Finding, Paragraph, Section, Strong
from framing.report.families import MAIN, main_measures
from framing.report.headlines import headline_rows, headline_table, unheaded
from framing.report.look.labels import inside
from framing.report.passages import passage
from framing.report.writer import Writer

MOST = 8  # findings
HEADLINES, _FEWEST = 10, 4  # rows on page one
_PAGE, _ROW, _LINE = 717, 12.4, 110  # points below each other on page one, and of a row; letters of a line
_LONGEST = 400  # letters of a finding on page one
_PASSAGES = 6  # behind a finding, where they can be folded away
_LEAST, _STRONG = 0.3, 0.5  # salience
_ALIKE = 3  # first words of two statements that say the same of two outlets
_LACKS = re.compile(r"\b(?:does|do) not (\w+)")
_FILLED = 6  # statements on page one, where there are that many
_MORE, _EACH, _LONG = 12, 5, 620  # statements, of one subject, and letters of one, where the page has room for more
_PLAIN = {  # measures in the words of page one
    "sentiment": "tone",
    "loaded": "loaded terms",
    "hedging": "hedges",
    "quoted_share": "the share of quoted words",
    "flesch_kincaid_grade": "reading level",
}
_NEVER_FIRST = frozenset({"flesch_kincaid_grade", "words_per_sentence"})  # length and readability


def chosen(found: Iterable[Statement], most: int = MOST) -> list[Statement]:
    """The statements for page one: the most salient of each subject, then, where there is room, a second one.

    A second one that stands out comes before the first of a subject that hardly does.
    What is too long for a line or two waits for its section, and so does whatever is of readability or length.
    """
    ready = [one for one in found if one.salience >= _LEAST and one.subject not in _NEVER_FIRST]
    brief = [one for one in ready if len(one.sentence) <= _LONGEST] or ready
    first: list[Statement] = []
    second: list[Statement] = []
    for one in brief:
        same = [other for other in first if _subject(other) == _subject(one)]
        if not same:
            first.append(one)
        elif one.salience >= _STRONG and not any(_again(one, other) for other in same):
            second.append(one)
    strong = [one for one in first if one.salience >= _STRONG]
    weak = sorted([*first[len(strong) :], *second], key=lambda one: -one.salience)
    return grouped([*strong, *weak][: min(most, max(len(first), _FILLED))])


def on_page_one(comparison: Comparison) -> list[Statement]:
    """The statements that are `chosen`, and, while paper has room below them and the headlines, more of those that are
    certain: longer ones, too, five of a subject at most, and one of each outlet."""
    found, every = chosen(comparison.statements), set(comparison.labels.outlets.values())
    left = _PAGE - _fixed(comparison) - _ROW * min(HEADLINES, len(headline_rows(comparison)))
    for one in comparison.statements:
        same = [other for other in found if _subject(other) == _subject(one)]
        if one.check or one.salience < _LEAST or one.subject in _NEVER_FIRST or one in found:
            continue
        if len(found) == _MORE or len(same) == _EACH or len(one.sentence) > _LONG or _points([*found, one]) > left:
            continue
        if not any(set(one.outlets) == set(other.outlets) != every for other in same):
            found.append(one)
    return grouped(found)


def _again(one: Statement, other: Statement) -> bool:
    """Whether two statements are of the same outlets, or say the same of others: *Of Kettle’s report, A kept*, *does
    not name*."""
    mine, theirs = one.sentence, other.sentence
    alike = mine.split()[:_ALIKE] == theirs.split()[:_ALIKE]
    lacking = _LACKS.findall(mine)[:1]
    return set(one.outlets) == set(other.outlets) or alike or (lacking != [] and lacking == _LACKS.findall(theirs)[:1])


def _subject(one: Statement) -> str:
    """What a reader would call the same subject."""
    return {"quoted_share": "voice", "source": "voice", "sentiment": "tone"}.get(one.subject, one.subject)


def grouped(found: Sequence[Statement]) -> list[Statement]:
    """Statements of a heading together, the kind of the most salient first, those of all articles before others."""
    best = {kind: max((one.salience for one in found if one.kind == kind), default=0.0) for kind in KINDS}
    return sorted(found, key=lambda one: (-best[one.kind], one.kind, one.scope, -one.salience, one.sentence))


def compared(comparison: Comparison) -> str:
    """*14 articles by 14 outlets, 9 December 2022. They are ten independent reports: ...*"""
    articles, labels = comparison.scores.corpus.articles, comparison.labels
    days = articles["published"].drop_nulls()
    when = f", {between(days.min(), days.max())}" if len(days) else ""
    text = f"{_count(articles.height, 'article')} by {_count(len(comparison.names), 'outlet')}{when}."
    if labels.reports < labels.total:
        other = labels.total - labels.reports
        does = "one shares its" if other == 1 else f"{number(other)} share their"
        stand, whose = f"stand {number(labels.reports)} independent reports", "one of these"
        if labels.reports == 1:
            stand, whose = "stands one independent report", "it"
        text += f" Behind them {stand}: the other {does} text with {whose}."
    elif labels.total > 1:
        two = labels.total == 2
        text += f" {'Neither is a version of the other' if two else 'None of them is a version of another'}."
    if (near := read_closely(comparison)) is not None:
        text += f" Read closely, passage by passage: {near}."
    return text


def read_closely(comparison: Comparison) -> str | None:
    """*250 of them, of the largest stories and of every outlet*; null where all are."""
    near = comparison.closely
    if near is comparison:
        return None
    count, articles = near.scores.corpus.articles.height, comparison.scores.corpus.articles
    if count == (known := english(articles).height):
        return f"the {number(count)} in English"
    whose = "them" if known == articles.height else "those in English"
    return f"{count:,} of {whose}, from the largest stories and from every outlet in turn"


def in_brief(writer: Writer) -> Section:
    """What page one holds, in order."""
    comparison = writer.comparison
    blocks: list[Block | Section] = []
    found = on_page_one(comparison)
    if found:
        blocks += [finding(writer, one) for one in found]
        marks = kinds(found)
        blocks.append(Paragraph((marks[:2] + marks[2].upper() + marks[3:],)))
    else:
        blocks.append(Paragraph((nothing(comparison),)))
    rows = headline_rows(comparison)
    if rows:
        blocks.append(headline_table(rows, room(comparison, found), unheaded(comparison)))
    blocks += writer.figures("glance")
    blocks.append(Paragraph((Strong("What cannot be said. "), " ".join(cannot(comparison)))))
    return Section("in-brief", "In brief", tuple(blocks))


def room(comparison: Comparison, found: Sequence[Statement]) -> int:
    """Rows of the table of headlines that paper's first page has room for, beside the findings and the picture."""
    return max(_FEWEST, min(HEADLINES, int((_PAGE - _fixed(comparison) - _points(found)) // _ROW)))


def _points(found: Sequence[Statement]) -> float:
    """What the findings take of an A4 page, in points, as the template for print sets them."""
    lines = sum(1 + len(one.sentence) // _LINE for one in found)
    return 17 * len({heading(one) for one in found}) + 11 * lines + 2.7 * len(found)


def _fixed(comparison: Comparison) -> float:
    """What all else takes, without the rows of headlines."""
    event = comparison.scores.corpus.event
    said = 1 + sum(len(text) + 1 for text in cannot(comparison)) // _LINE
    notes = 14 + 11 * (1 + len(event.notes) // _LINE) if event.notes else 0
    title = 28 * (len(event.title) // 48)
    picture = 58 + 10.1 * min(len(comparison.names), 14) if len(comparison.names) > 1 else 0
    return 146 + title + notes + 11 * said + (11 if unheaded(comparison) else 0) + picture


def finding(writer: Writer, one: Statement) -> Finding:
    """A statement as a block, with its first passages from every side."""
    outlets = writer.comparison.labels.outlets
    rows: list[Any] = []
    places = sorted(one.evidence, key=lambda place: [p.article for p in one.evidence].index(place.article))
    by_article: dict[str, list[Any]] = {}
    for place in places:
        by_article.setdefault(place.article, []).append(place)
    while any(by_article.values()) and len(rows) < _PASSAGES:  # one of each article in turn
        rows += [several.pop(0) for several in by_article.values() if several]
    shown = tuple(
        passage(writer, {"article": p.article, "start": p.start, "end": p.end}, outlets.get(p.article, ""))
        for p in rows[:_PASSAGES]
        if p.article in writer.texts
    )
    return Finding(heading(one), mark(one), (one.sentence,), shown, one.outlets)


TO_CHECK = (
    "Most of these set passages side by side because their words are alike, or because of where they stand on a page; "
    "the passages may not belong together. Others count words, or say that a text lacks one. Where such sentences were "
    "checked, between one in seven and two in five were wrong or led astray. Read the passages before you cite one."
)


def nothing(comparison: Comparison) -> str:
    if comparison.labels.total < 2:
        return "There is one article only: nothing to compare it with."
    return (
        "Nothing stands out for certain by the measures and lists of this report. That does not make the articles "
        "alike: read them side by side."
    )


def kinds(found: Iterable[Statement]) -> str:
    """What the marks say, of the kinds that are there."""
    said = {
        "texts": "a fact of these articles",
        "texts differ": (
            "these articles differ by more than chance, which says nothing of what the outlets do elsewhere"
        ),
        "outlets differ": "the outlets differ by more than chance, reprints counted once",
    }
    found = list(found)
    present = {one.kind for one in found if not one.check}
    parts = [f"{MARKS[kind]} {said[kind]}" for kind in MARKS if kind in present]
    parts += [f"{OPEN} may be so, to be checked"] if any(one.check for one in found) else []
    return "; ".join(parts) + "."


def cannot(comparison: Comparison) -> Iterator[str]:
    """A few plain sentences: copies, single articles, measures without a finding, measures that fail at something."""
    best = comparison.outlets.filter(pl.col("basis") != "copy").group_by("outlet").agg(pl.col("n").max())
    single = best.filter(pl.col("n") == 1)["outlet"].sort().to_list()
    several = best.filter(pl.col("n") > 1)["outlet"].to_list()
    copies = sorted(set(comparison.names) - set(best["outlet"]))
    if copies:
        verb, whose = ("prints", "its") if len(copies) == 1 else ("print", "their")
        yield f"{some(copies)} {verb} other people's text only: of {whose} own way of writing nothing can be said."
    if single and several:
        verb = "has" if len(single) == 1 else "have"
        yield f"{some(single)} {verb} only one article of {_own(single)} own, too few to describe an outlet."
    elif single:
        yield (
            "There is only one article from each outlet at most: this page tells about these articles, not about how "
            "the outlets usually write."
        )
    open_ = comparison.differences.filter(pl.col("family") == "primary", pl.col("q") > 0.05)["metric"].to_list()
    if open_ and several:
        names = listed([_PLAIN.get(name, inside(comparison.scores.measures[name].display)) for name in open_], "or")
        yield f"In {names} no difference between outlets is certain; more articles might show one."
    measures = comparison.scores.measures
    if asked := doubtful(measures[name] for name in main_measures(comparison) if name not in MAIN):
        yield f"Measures that were asked for by name and cannot bear everything: {'; '.join(asked)}."
    yield "The report shows choices of words, not intentions."


def _own(names: Sequence[str]) -> str:
    return "its" if len(names) == 1 else "their"


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def between(first: Any, last: Any) -> str:
    """*5 to 11 February 2020*"""
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {last:%B %Y}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} to {last.day} {last:%B %Y}"
