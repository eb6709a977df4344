"""What may be said of a comparison: sentences with their evidence. One subject, one file; nothing is registered.

A file of this folder has a function `statements(comparison)`, which yields `Statement`s; its docstring says in words
when one is made. Adding a file adds a subject. It is given the articles that are read closely (all, but of a large
corpus), or, where it says `WHOLE = True`, all of them. Where it says `CHECK = True`, its sentences are to be checked
before they are cited: of their kind too many were wrong on events that no rule had seen (see docs/statements.md).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from framing.comparison.closely import english
from framing.comparison.content.labels import legible

if TYPE_CHECKING:
    import polars as pl

    from framing.comparison.compare import Comparison

Kind = Literal["texts", "texts differ", "outlets differ"]
KINDS: dict[Kind, str] = {  # as readers see them
    "texts": "In these texts",
    "texts differ": "These texts differ by more than chance",
    "outlets differ": "Outlets differ",
}
_AGAIN, _TIMES = 0.05, 3  # of salience, for each statement of the same kind before it; at most so many times
MARKS: dict[Kind, str] = {"texts": "●", "texts differ": "▲", "outlets differ": "■"}  # stand before every statement
OPEN = "○"  # before those that are to be checked


@dataclass(frozen=True)
class Evidence:
    """A passage that a statement rests on: characters `start` to `end` of an article's text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True)
class Statement:
    """A sentence that a report may print, and what it rests on.

    kind: a fact of the articles themselves ("texts"), a difference of these articles that is larger than chance
    ("texts differ"), or one of the outlets ("outlets differ"). subject: what it is about (headline, quotation, number,
    family, omission, ...), one word. outlets: those it says something of. sentence: plain English, plain text.
    salience: 0..1; larger comes first, in the order that readers chose (see docs/statements.md): texts that contradict
    each other (figures, a remark in other words, a headline beyond its text, a charge without its answer), one text
    behind several, who speaks, who and what is left out, single words and where a thing stands; of each, what concerns
    more of the coverage. scope: of which articles it is, where it is not of all (*the articles in English*): it stands
    in the heading, see `heading`. check: whether it joins passages that may not belong together, and is to be read
    beside them before it is cited: `Comparison.to_check` has those, `Comparison.statements` the others.
    """

    kind: Kind
    subject: str
    outlets: tuple[str, ...]
    sentence: str
    evidence: tuple[Evidence, ...] = ()
    salience: float = 0.5
    scope: str = ""
    check: bool = False


def statements(comparison: Comparison, files: Iterable[str] | None = None) -> tuple[Statement, ...]:
    """Every statement that the files of this folder make (or some of them), the most salient first; those to be checked
    are among them."""
    found: list[Statement] = []
    for name in files_of_statements() if files is None else files:
        file = importlib.import_module(f"{__name__}.{name}")
        whole, check = getattr(file, "WHOLE", False), getattr(file, "CHECK", False)
        scope = "" if whole else among(comparison)
        found.extend(
            replace(one, sentence=legible(one.sentence), scope=scope, check=check or one.check)
            for one in _in_turn(made(comparison if whole else comparison.closely, name))
        )
    return tuple(sorted(found, key=_order))


def files_of_statements() -> list[str]:
    """The names of the files that make statements."""
    return [module.name for module in pkgutil.iter_modules(__path__)]


def _order(one: Statement) -> tuple[float, str, tuple[str, ...], str]:
    return -one.salience, one.subject, one.outlets, one.sentence


def _in_turn(some: Iterable[Statement]) -> Iterator[Statement]:
    """Statements of one file with their salience: what is said a second and third time, of others, tells less."""
    before: Counter[str] = Counter()
    for one in sorted(some, key=_order):
        less = _AGAIN * min(before[one.subject], _TIMES)
        before[one.subject] += 1
        yield replace(one, salience=max(0.0, one.salience - less))


def foremost(some: Iterable[Statement], most: int) -> list[Statement]:
    """The most salient of some statements, so many at most."""
    return sorted(some, key=lambda one: (-one.salience, one.sentence))[:most]


def evidence_of(places: pl.DataFrame) -> tuple[Evidence, ...]:
    """The passages of a frame with the columns article, start and end, in its order."""
    return tuple(Evidence(*row) for row in places.select("article", "start", "end").iter_rows())


def made(comparison: Comparison, name: str) -> tuple[Statement, ...]:
    """What the file of a name makes of a comparison: kept with it, for other files ask for it, too."""
    if name not in comparison.made:
        comparison.made[name] = tuple(importlib.import_module(f"{__name__}.{name}").statements(comparison))
    return comparison.made[name]


def mark(one: Statement) -> str:
    """What stands before a statement: the mark of its kind, or an open one where it is to be checked."""
    return OPEN if one.check else MARKS[one.kind]


def heading(one: Statement) -> str:
    """What stands over statements of a kind and scope: *In these texts*, *In the articles in English*."""
    if one.check:
        return f"May be so in {one.scope}" if one.scope else "May be so"
    if one.kind == "texts" and one.scope:
        return f"In {one.scope}"
    return f"{KINDS[one.kind]}, of {one.scope}" if one.scope else KINDS[one.kind]


def among(comparison: Comparison) -> str:
    """*the 250 articles read closely*, *the articles in English*; nothing where all are."""
    near = comparison.closely
    if near is comparison:
        return ""
    count = near.scores.corpus.articles.height
    if count == english(comparison.scores.corpus.articles).height:
        return "the articles in English"
    return f"the {count:,} articles read closely"
