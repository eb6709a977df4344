"""The analyser contract: what a measure declares, what it returns, how it is found.

A measure is one file in `framing/measures/analysers/` (or `--analyser mine.py`, or an entry point in the group
`framing.analysers`) with a function under `@analyser(Metric(...), ...)`. It sees one corpus, and an
article's score may depend on no other article.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from inspect import cleandoc
from pathlib import Path
from typing import Any, Literal

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import slug
from framing.errors import AnalyserError

Kind = Literal["rate", "share", "mean", "score"]


@dataclass(frozen=True)
class Metric:
    """What a number means. Printed wherever the number is.

    name: public name. unit: what one step is. weight: the denominator (words, own_words, sentences,
    mentions, ...), by which an outlet's value is averaged. higher: what a larger value says.
    source: citation. kind: rate (hits per 1,000 of the weight), share (% of the weight), mean (of the
    weight's units), score (a formula on the article as a whole). undefined: when the value is null.
    family: the measure this one is a part of; label: which part. per_actor: `name_<actor>` follows for
    each actor of the event. primary: False for a measure that is explored rather than tested: primary measures
    are corrected together for their number, the others (and all parts of a family) apart. established: True for
    a count or a published formula that means no more than it counts (see `grades`). of_actor: True of those
    that `per_actor` makes. language: the measure is null for articles in another one; None: any will do.
    """

    name: str
    unit: str
    weight: str
    higher: str
    source: str
    kind: Kind = "mean"
    title: str = ""
    undefined: str = "an article without words"
    family: str | None = None
    label: str | None = None
    per_actor: bool = False
    primary: bool = True
    established: bool = False
    of_actor: bool = False
    language: str | None = "en"

    @property
    def tested(self) -> bool:
        """Whether contrasts by this measure are corrected together with those of the other primary ones."""
        return self.primary and self.family is None

    @property
    def display(self) -> str:
        """The name as people read it."""
        return self.title or self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, eq=False)
class Findings:
    """What an analyser returns.

    values: `article`, and for each metric a column of its name (the value) and, where the weight is no
    column of `articles`, a column `<name>_weight`. Articles that are missing get null.
    evidence: article, start, end, metric and value; optionally label and rule. The values behind a rate add up to its
    numerator. The framework adds text, outlet and quoted: an analyser cannot misquote.
    """

    values: pl.DataFrame
    evidence: pl.DataFrame | None = None


@dataclass(frozen=True, eq=False)
class Analyser:
    """A function of the corpus, with the metrics it declares.

    fingerprint: SHA-256 of the file it stands in (a word list's TOML file, else the Python file).
    """

    name: str
    metrics: tuple[Metric, ...]
    run: Callable[[Corpus], Findings]
    doc: str
    file: str
    fingerprint: str

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled by its place where it has one: the name of the function stands for the analyser itself."""
        module = getattr(self.run, "__module__", "")
        if getattr(sys.modules.get(module), self.name, None) is self:
            return _standing, (module, self.name)
        return Analyser, (self.name, self.metrics, self.run, self.doc, self.file, self.fingerprint)


def analyser(*metrics: Metric) -> Callable[[Callable[[Corpus], Findings]], Analyser]:
    """Declare a function to be an analyser of these metrics."""
    if not metrics:
        raise AnalyserError("an analyser declares no metric; write @analyser(Metric(...))")

    def declare(function: Callable[[Corpus], Findings]) -> Analyser:
        file = Path(function.__code__.co_filename)
        fingerprint = sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
        return Analyser(function.__name__, metrics, function, cleandoc(function.__doc__ or ""), file.name, fingerprint)

    return declare


def _standing(module: str, name: str) -> Any:
    return getattr(importlib.import_module(module), name)


def actor_metric(metric: str, actor: str) -> str:
    """The name of a `per_actor` metric's part that is about one actor."""
    return f"{metric}_{slug(actor).replace('-', '_')}"
