"""One measure, one file. `discover` finds what is here; nothing is registered."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import polars as pl

from framing.corpus.corpus import Corpus
from framing.errors import AnalyserError, one_line
from framing.measures.analyser import Analyser, Findings, Metric
from framing.measures.lexicon import Lexicon, read_lexicon
from framing.measures.match import LEXICONS, bundled, find


def discover(lexicons: Iterable[Path] = (), files: Iterable[Path] = ()) -> tuple[Analyser, ...]:
    """Every analyser: the modules of this folder, the word lists, entry points, and the user's own files.

    Raises AnalyserError where two declare the same metric or a file holds no analyser, and LexiconError
    for a word list that is not in form.
    """
    found: list[Analyser] = []
    for module in pkgutil.iter_modules(__path__):
        found.extend(_analysers_of(importlib.import_module(f"{__name__}.{module.name}")))
    found.extend(lexicon_analyser(bundled(path.stem)) for path in sorted(LEXICONS.glob("*.toml")))
    for entry in sorted(entry_points(group="framing.analysers"), key=lambda entry: entry.name):
        found.extend(_plugged(entry))
    found.extend(lexicon_analyser(read_lexicon(path)) for path in lexicons)
    for path in files:
        found.extend(_load_file(path))
    owner: dict[str, str] = {}
    for item in found:
        for metric in item.metrics:
            if metric.name in owner:
                raise AnalyserError(
                    f"{item.name} and {owner[metric.name]} both declare the metric {metric.name!r}; rename one"
                )
            owner[metric.name] = item.name
    return tuple(found)


def lexicon_analyser(lexicon: Lexicon) -> Analyser:
    """The analyser of a word list: hits per 1,000 words, in total and by category; where the list has
    `counts`, a term counts by its intensity.

    Where the list says what it `counted`, each category is a share (%) of all the list's hits instead.
    """
    name, weight = lexicon.measure, "own_words" if lexicon.voice == "own" else "words"
    words = "own words" if lexicon.voice == "own" else "words"
    unit = f"% of {lexicon.counted}" if lexicon.counted else f"per 1,000 {words}"
    undefined = f"an article without {lexicon.counted or words}"

    def metric(part: str | None) -> Metric:
        label = lexicon.categories[part] if part else None
        return Metric(
            name=f"{name}_{part}" if part else name,
            unit=unit,
            weight=lexicon.counted or weight,
            higher=f"{lexicon.higher}: {label}" if label else lexicon.higher,
            source=lexicon.source,
            kind="share" if lexicon.counted else "rate",
            title=f"{lexicon.title}: {label}" if label else lexicon.title,
            undefined=undefined,
            family=name if part and lexicon.total else None,
            label=part,
            primary=lexicon.primary,
            language=lexicon.language,
        )

    metrics = [metric(None)] if lexicon.total else []
    metrics += [metric(part) for part in lexicon.categories]

    counts = lexicon.counts and ", ".join(f"{count:g}" for count in lexicon.counts)
    weighed = f" A mild, a plain and a strong term count {counts} where the list says nothing else." if counts else ""
    doc = f"{lexicon.title}: {unit}, from the word list {lexicon.file}.{weighed} Null for {undefined}."
    return Analyser(name, tuple(metrics), partial(_counted, lexicon, tuple(metrics)), doc, lexicon.file, lexicon.sha256)


def _counted(lexicon: Lexicon, metrics: Sequence[Metric], corpus: Corpus) -> Findings:
    """The hits of a word list, as rates or shares."""
    name = lexicon.measure
    hits = find(corpus, lexicon).filter(pl.col("part").is_in(lexicon.parts))
    if lexicon.voice == "own":
        hits = hits.filter(~pl.col("quoted"))
    weight = pl.col("count")
    by_category = hits.group_by("article").agg(
        weight.sum().alias("hits"),
        *(weight.filter(pl.col("category") == part).sum().alias(f"hits_{part}") for part in lexicon.categories),
    )
    counted = corpus.sentences.filter(pl.col("part").is_in(lexicon.parts))
    words = pl.col("own_words" if lexicon.voice == "own" else "words")
    sizes = (
        corpus.sentences.select(pl.col("article").unique())
        .join(counted.group_by("article").agg(size=words.sum()), on="article", how="left")
        .with_columns(pl.col("size").fill_null(0))
    )
    counts = sizes.join(by_category, on="article", how="left").with_columns(
        pl.selectors.starts_with("hits").fill_null(0)
    )
    size, scale = (pl.col("hits"), 100) if lexicon.counted else (pl.col("size"), 1000)
    values = counts.select(
        "article",
        *(
            (scale * pl.col(f"hits_{one.label}" if one.label else "hits") / pl.when(size > 0).then(size)).alias(
                one.name
            )
            for one in metrics
        ),
        *(size.cast(pl.Float64).alias(f"{one.name}_weight") for one in metrics),
    )
    passages = hits.select(
        "article",
        "start",
        "end",
        "rule",
        label="category",
        value="count",
    )
    named = [passages.with_columns(metric=pl.format(f"{name}_{{}}", "label"))]
    if lexicon.total:
        named.append(passages.with_columns(metric=pl.lit(name)))
    return Findings(values, pl.concat(named))


def _analysers_of(owner: object) -> list[Analyser]:
    if isinstance(owner, Analyser):
        return [owner]
    return [value for value in vars(owner).values() if isinstance(value, Analyser)]


def _plugged(entry: EntryPoint) -> list[Analyser]:
    """The analysers of another package. A damaged one is named: without it no number would be missed."""
    package = entry.dist.name if entry.dist is not None else entry.value
    try:
        found = _analysers_of(entry.load())
    except Exception as problem:
        what = one_line(repr(problem))
        raise AnalyserError(
            f"the package {one_line(package)} fails to load its analyser {one_line(entry.name)}: {what}; "
            "update that package, or uninstall it"
        ) from problem
    if not found:
        raise AnalyserError(
            f"the package {one_line(package)} declares no analyser at {one_line(entry.value)}; "
            "update that package, or uninstall it"
        )
    return found


def _load_file(path: Path) -> list[Analyser]:
    """The analysers of a user's own Python file, which is run: it was named on the command line."""
    spec = importlib.util.spec_from_file_location(f"framing_user_{path.stem}", path)
    if not path.is_file():
        raise AnalyserError(f"there is no file {one_line(path)} with measures; check the path")
    if spec is None or spec.loader is None:
        raise AnalyserError(f"{one_line(path)} is no Python file; give a path that ends in .py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        raise AnalyserError(
            f"{one_line(path.name)} fails when it is loaded: {one_line(repr(problem))}; mend it"
        ) from problem
    found = _analysers_of(module)
    if not found:
        raise AnalyserError(f"{one_line(path.name)} declares no analyser; write @analyser(Metric(...)) over a function")
    return found
