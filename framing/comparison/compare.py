"""Compare outlets: estimates with intervals, contrasts, copies of one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from framing.coding.agreement import Accuracy
from framing.comparison.closely import CLOSELY, chosen, english
from framing.comparison.estimates.contrasts import contrasts
from framing.comparison.estimates.covariates import known as known_covariates
from framing.comparison.estimates.differences import DIFFERENCES, PRIMARY, differences
from framing.comparison.estimates.outlets import outlets
from framing.comparison.estimates.strata import STRATA
from framing.comparison.estimates.within import within
from framing.comparison.quoted import Quoted
from framing.comparison.texts.reuse import reuse
from framing.comparison.texts.stories import stories
from framing.corpus.event import outlet_of
from framing.errors import ArgumentError, ComparisonError, UnknownNameError, expect, several, whole_number
from framing.measures.grades import doubtful
from framing.notebook import html_list, html_table
from framing.schema import CONTRASTS, OUTLETS, conform
from framing.scoring.scores import Scores

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from framing.comparison.statements import Statement

_SHOWN = 8  # statements in a notebook


@dataclass(frozen=True, eq=False)
class Comparison(Quoted):
    """What the scores say of the outlets.

    outlets: `schema.OUTLETS`, a value with its interval for each outlet and metric. contrasts:
    `schema.CONTRASTS`. differences: `differences.DIFFERENCES`, by which measures outlets differ, and which stand apart.
    reuse: `schema.REUSE`, which texts share words. stories: which articles tell one
    story, and which are copies. accuracy: how well measures agree with the coding of this very corpus.
    """

    scores: Scores
    outlets: pl.DataFrame
    contrasts: pl.DataFrame
    differences: pl.DataFrame
    reuse: pl.DataFrame
    stories: pl.DataFrame
    seed: int
    options: dict[str, Any]
    accuracy: Mapping[str, Accuracy] = field(default_factory=dict)

    @cached_property
    def names(self) -> list[str]:
        """The outlets, by name: the order that tables and charts keep."""
        return self.scores.corpus.articles["outlet"].unique().sort().to_list()

    @cached_property
    def closely(self) -> Comparison:
        """The comparison of the articles that are read closely: itself, unless some are in another language or there
        are more than `options` say.

        Whatever looks at passages (rewrites, coverage, naming, who speaks, statements on texts) looks at these; values,
        tests and copies stay those of all articles. See `closely.py`.
        """
        read = english(self.scores.corpus.articles)
        stories = self.stories.join(read.select("article"), on="article", how="semi", maintain_order="left")
        keys = chosen(stories, self.options.get("closely", CLOSELY))
        if len(keys) == self.stories.height:
            return self
        near = replace(
            self,
            scores=self.scores.select(keys),
            reuse=self.reuse.filter(pl.col("a").is_in(keys), pl.col("b").is_in(keys)),
            stories=self.stories.filter(pl.col("article").is_in(keys)),
        )
        whole = self.labels
        names = {key: whole.names[key] for key in keys}
        near.__dict__["labels"] = replace(whole, names=names)
        near.__dict__["closely"] = near
        return near

    @cached_property
    def sensitivity(self) -> pl.DataFrame:
        """`sensitivity.SENSITIVITY_COLUMNS`: how much each stated difference hangs on one article, and on one term."""
        from framing.comparison.estimates.sensitivity import sensitivity

        scores, stated = self.scores, self.differences.filter("stated")
        return sensitivity(stated, scores.metrics, scores.measures, self.stories, scores.found)

    @cached_property
    def text_differences(self) -> pl.DataFrame:
        """`differences.DIFFERENCES` of single texts, where most outlets have one article: see `texts_apart.py`."""
        from framing.comparison.estimates.texts_apart import text_differences

        return text_differences(self.scores, self.stories, self.seed, self.options["primary"])

    @cached_property
    def corrected(self) -> pl.DataFrame:
        """`correction.CORRECTIONS`: values beside what they would be without the measures' mistakes."""
        from framing.comparison.estimates.correction import corrections

        return corrections(self.outlets, self.scores.measures, self.accuracy)

    @cached_property
    def confounds(self) -> pl.DataFrame:
        """What else differs between the outlets: `confounds.CONFOUNDS`."""
        from framing.comparison.estimates.confounds import confounds

        return confounds(self.scores.corpus.articles, self.scores.metrics, self.stories)

    @cached_property
    def covariates(self) -> pl.DataFrame:
        """The articles of each outlet by the values of the covariates: `covariates.COVARIATES`."""
        from framing.comparison.estimates.covariates import covariates

        return covariates(self.scores.corpus.articles, self.stories, self.options.get("covariates", ()))

    @cached_property
    def strata(self) -> pl.DataFrame:
        """The primary contrasts in news only, in the own voice only, without wire text, and in the articles of each
        value of a covariate: see `strata.py`."""
        from framing.comparison.estimates.strata import strata

        scores, names = self.scores, self.options.get("covariates", ())
        return strata(
            scores.metrics, scores.measures, scores.corpus.articles, self.stories, self.seed, covariates=names
        )

    @cached_property
    def families(self) -> pl.DataFrame:
        """`families.FAMILIES`: texts that several outlets print, whose they are, and what was made of them."""
        from framing.comparison.texts.families import families

        return families(self.stories, self.scores.corpus)

    def diff(self, a: str, b: str) -> pl.DataFrame:
        """`rewrites.REWRITES` of any two articles, by their keys or by outlets: what b made of a, its source.

        Of two outlets the two articles that share most are taken. Raises UnknownNameError, ComparisonError.
        """
        from framing.comparison.texts.rewrites import diff, pair

        return diff(self.scores, *pair(self.scores.corpus, a, b, self.reuse))

    @cached_property
    def terms(self) -> pl.DataFrame:
        """`comparison.terms.TERMS`: words and phrases that set each outlet apart, without names and numbers."""
        from framing.comparison.content.terms import terms

        return terms(self.scores.corpus, self.stories, seed=self.seed)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What may be said of this comparison, with its evidence, the most salient first: see `statements/`."""
        return tuple(one for one in self._sentences if not one.check)

    @cached_property
    def to_check(self) -> tuple[Statement, ...]:
        """What may be so, the most salient first: passages set side by side by their words, which may not belong
        together. Read them before you cite one: docs/statements.md tells how often such a sentence was wrong."""
        return tuple(one for one in self._sentences if one.check)

    @cached_property
    def _sentences(self) -> tuple[Statement, ...]:
        from framing.comparison.statements import statements

        return statements(self)

    @cached_property
    def made(self) -> dict[str, tuple[Statement, ...]]:
        """Statements by the file that made them, as far as they were asked for: see `statements.made`."""
        return {}

    def plot(self, metric: str, width: float | None = None, ax: Axes | None = None, title: str | None = None) -> Figure:
        """A dot-and-interval chart of one metric, so many inches wide (6.6), or on axes of yours.

        title: in place of the words that say what is seen; "" for none. Raises UnknownNameError for a metric that is
        not there.
        """
        import framing

        # The front door knows where charts are; matplotlib stays unloaded till then.
        return framing.plot(self, metric, width, ax, title)

    def table(self, metric: str, format: Literal["markdown", "latex"] = "latex") -> str:  # noqa: A002
        """One measure's values with intervals, for a paper. Raises UnknownNameError for a metric that is not there."""
        from framing.comparison.tables import table

        if metric not in self.scores.measures:
            raise UnknownNameError("measure", metric, self.scores.measures)
        return table(self.outlets, self.scores.measures[metric], format)

    def __repr__(self) -> str:
        event = self.scores.corpus.event
        return f"Comparison({event.title!r}: {len(self.names)} outlets, {len(self.scores.measures)} measures)"

    def _repr_html_(self) -> str:
        measures = self.scores.measures
        primary = [name for name, measure in measures.items() if measure.tested] or list(measures)[:12]
        chosen = self.outlets.filter(pl.col("metric").is_in(primary))
        caption = "; ".join((repr(self), *doubtful(measures[name] for name in primary)))
        from framing.comparison.statements import MARKS, heading

        said = [(MARKS[one.kind], heading(one), one.sentence) for one in self.statements[:_SHOWN]]
        return html_list(said) + html_table(chosen.pivot("outlet", index="metric", values="value"), caption)


def compare(
    scores: Scores,
    seed: int = 1,
    pairs: Sequence[tuple[str, str]] = (),
    strata: Sequence[str] = (),
    moderate: bool = False,
    accuracy: Mapping[str, Accuracy] | None = None,
    primary: Sequence[str] = PRIMARY,
    outdated: Sequence[str] = (),
    closely: int = CLOSELY,
    covariates: Sequence[str] = (),
) -> Comparison:
    """Compare the outlets of a corpus by every measure of its scores.

    seed: of the permutations; the same seed gives the same numbers. pairs: outlets to be contrasted with
    each other, beside each against all the others. strata: keys of `strata.STRATA` that the report shows
    whole; the others it shows where they change what can be said. moderate: see `outlets.moderated`.
    accuracy: of measures that were coded in this corpus (`validate.event_validation`): the report prints it, and
    corrected estimates beside the others. primary: measures declared in advance: differences between outlets are
    stated by them alone, corrected for their number. outdated: measures that were coded in this corpus with another
    version of them (`validation.still_valid`): the report says so. closely: so many articles at most are set beside
    each other passage by passage, those of the largest stories; everything else is of all articles. covariates: columns
    of the files' own (`corpus.extra`), or genre, published, words, agency, byline, that may explain differences: the
    report tells whether these hold among the articles of each value (of numbers and dates: of each half).

    Raises ComparisonError for a corpus without articles, UnknownNameError for an outlet in `pairs`, a stratum, a
    covariate or a primary measure that is not there, ArgumentError for scores or a seed that are none.
    """
    expect("compare()", scores, Scores, "give what framing.score(...) returns")
    whole_number("seed", seed, 0)
    whole_number("closely", closely, 2)
    strata = several("strata", strata, str, "give names of strata")
    covariates = several("covariates", covariates, str, "give names of columns")
    primary = several("primary", primary, str, "give names of measures")
    for pair in pairs:
        expect("pairs", pair, (tuple, list), "give pairs of outlets, such as [('A', 'B')]")
        if len(pair) != 2:
            raise ArgumentError(f"a pair names {len(pair)} outlets; give two, such as ('A', 'B')")
    corpus = scores.corpus
    if corpus.articles.is_empty():
        raise ComparisonError(f"{corpus.event.title!r} holds no articles; add some with `framing add`")
    known = corpus.articles["outlet"].unique().to_list()
    pairs = [(outlet_of(one, known) or one, outlet_of(two, known) or two) for one, two in pairs]
    for name in (name for pair in pairs for name in pair if name not in known):
        raise UnknownNameError("outlet", name, known)
    for name in (name for name in strata if name not in STRATA):
        raise UnknownNameError("stratum", name, STRATA)
    for name in (name for name in covariates if name not in (columns := known_covariates(corpus.articles))):
        raise UnknownNameError("covariate", name, columns)
    tested = [name for name, measure in scores.measures.items() if measure.tested]
    for name in (name for name in primary if name not in tested and tuple(primary) != PRIMARY):
        raise UnknownNameError("tested measure", name, tested)
    shared = reuse(corpus)
    told = stories(corpus, shared)
    estimates = outlets(scores.metrics, scores.measures, told, within(scores, told), moderate)
    different = differences(scores.metrics, scores.measures, told, seed, primary)
    found = contrasts(scores.metrics, scores.measures, told, seed=seed, pairs=pairs, different=different)
    return Comparison(
        scores,
        conform(estimates, OUTLETS, "outlets"),
        conform(found, CONTRASTS, "contrasts"),
        conform(different, DIFFERENCES, "differences"),
        shared,
        told,
        seed,
        {
            "seed": seed,
            "pairs": [list(pair) for pair in pairs],
            "strata": list(strata),
            "moderate": moderate,
            "primary": list(primary),
            "closely": closely,
            **({"outdated": list(outdated)} if outdated else {}),
            **({"covariates": list(dict.fromkeys(covariates))} if covariates else {}),
        },
        dict(accuracy or {}),
    )
