"""What a figure is, and the ways in which one is taken at each level.

sentence: a sentence or passage is or is not a case. article: an article's value against what coders say of the
article. order: of two texts of one event, which has more. certain: the same of pairs that framing itself says
differ. outlets: of two outlets over all events that they share, which has more.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.coding import agreement
from framing.coding.agreement import Estimate, Floats, auc, bootstrap, rank_correlation, resample, tables
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.measures.analyser import Analyser
from framing.measures.analysers import discover
from framing.scoring.scores import Scores, choose, score

STRONGLY = "VADER's strongly valenced words"
STRONG = 2.0  # of a word's valence in VADER's lexicon, which goes to 4
FIFTY = (
    "may might could would should can possibly perhaps probably likely unlikely maybe apparently seemingly seem seems "
    "seemed appear appears appeared suggest suggests suggested believe believes believed think thinks thought assume "
    "assumed presumably supposedly allegedly reportedly about around approximately roughly nearly almost some many "
    "several often sometimes usually generally possible probable potential potentially"
)
NEUTRAL = 0.05  # VADER's bounds of the neutral zone


@dataclass(frozen=True)
class Figure:
    """One figure of one measure against one set.

    chance: what guessing reaches. baseline: what a plainer method reaches (`baseline_is`), learned: what a regression
    on the words of this very set reaches; null where nobody looked. graded: whether the measure's grade at this
    level hangs on the figure; precision beside an F1 explains, and grades nothing.
    """

    measure: str
    level: str
    set: str
    task: str
    unit: str
    figure: str
    value: float
    low: float
    high: float
    n: int
    chance: float | None = None
    baseline: float | None = None
    baseline_is: str | None = None
    learned: float | None = None
    graded: bool = False

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        return self.measure, self.level, self.set, self.task, self.figure


@dataclass(frozen=True)
class Task:
    """What is compared, in words; its methods turn codings into lines of the results."""

    measure: str
    level: str
    set: str
    task: str
    unit: str

    def line(self, name: str, found: Estimate, n: int, **more: Any) -> Figure:
        """A figure in its rounded form; what is not known stays null."""
        if more.get("baseline") is None:
            more |= {"baseline": None, "baseline_is": None}
        known: dict[str, Any] = {
            key: round(value, 4) if isinstance(value, float) else value for key, value in more.items()
        }
        value, low, high = (round(number, 4) for number in (found.value, found.low, found.high))
        return Figure(self.measure, self.level, self.set, self.task, self.unit, name, value, low, high, n, **known)

    def add(self, name: str, figure: Callable[[Floats], Floats], parts: Floats, n: int, **more: Any) -> Figure:
        """A figure of sums. chance, baseline, learned: a number, or the parts by which the same is computed."""
        for key in ("chance", "baseline", "learned"):
            if isinstance(more.get(key), np.ndarray):
                more[key] = float(figure(more[key].sum(0)))
        return self.line(name, bootstrap(parts, figure), n, **more)

    def found(
        self, gold: npt.ArrayLike, hits: npt.ArrayLike, groups: npt.ArrayLike | None = None, macro: bool = False,
        plain: npt.ArrayLike | None = None, plain_is: str | None = None, learned: npt.ArrayLike | None = None,
        graded: bool = True,
    ) -> Iterator[Figure]:  # fmt: skip
        """F1 (macro: of both classes), precision and recall of hits among units that are, or are not, a case."""

        def parts(codes: npt.ArrayLike | None) -> Floats | None:
            return None if codes is None else tables(gold, codes, groups=groups)

        counts = tables(gold, hits, groups=groups)
        n = int(counts.sum())
        by = {"baseline": parts(plain), "baseline_is": plain_is, "learned": parts(learned)}
        every = 0.5 if macro else parts(np.ones(n))  # a coin's macro-F1, or that of holding every unit for a case
        name, figure = ("macro-F1", agreement.macro_f1) if macro else ("F1", agreement.f1)
        yield self.add(name, figure, counts, n, **by, chance=every, graded=graded)
        yield self.add("precision", agreement.precision, counts, n, **by, chance=parts(np.ones(n)))
        yield self.add("recall", agreement.recall, counts, n, **by)

    def correlated(
        self, gold: npt.ArrayLike, value: npt.ArrayLike, groups: npt.ArrayLike,
        plain: npt.ArrayLike | None = None, plain_is: str | None = None,
    ) -> Figure:  # fmt: skip
        """Spearman's rank correlation of values with what coders say, resampled by group."""
        x, y = np.asarray(gold, dtype=np.float64), np.asarray(value, dtype=np.float64)
        found = resample(groups, lambda rows: rank_correlation(x[rows], y[rows]))
        low = None if plain is None else rank_correlation(x, plain)
        more = {"chance": 0.0, "baseline": low, "baseline_is": plain_is}
        return self.line("rank correlation", found, len(x), **more, graded=True)

    def ranked(
        self, gold: npt.ArrayLike, value: npt.ArrayLike, groups: npt.ArrayLike,
        plain: npt.ArrayLike | None = None, plain_is: str | None = None, learned: npt.ArrayLike | None = None,
    ) -> Figure:  # fmt: skip
        """AUC: how often a case has a larger value than another unit, resampled by group."""
        x, y = np.asarray(gold, dtype=bool), np.asarray(value, dtype=np.float64)
        found = resample(groups, lambda rows: auc(x[rows], y[rows]))
        low, high = (None if by is None else auc(x, by) for by in (plain, learned))
        more = {"chance": 0.5, "baseline": low, "baseline_is": plain_is, "learned": high}
        return self.line("AUC", found, len(x), **more, graded=True)

    def ordered(self, pairs: pl.DataFrame, plain_is: str | None = None, graded: bool = True) -> Figure:
        """Share of pairs in the coders' order (`pairs_of`), resampled by story; a tie of the measure counts half."""
        parts = pairs.group_by("story", maintain_order=True).agg(right=pl.col("right").sum(), n=pl.len())
        plain = float(pairs["plain"].to_numpy().mean()) if "plain" in pairs.columns else None
        counts = parts.select("right", pl.col("n").cast(pl.Float64)).to_numpy()
        found = bootstrap(counts, lambda sums: sums[..., 0] / sums[..., 1])
        more = {"chance": 0.5, "baseline": plain, "baseline_is": plain_is}
        name = "certain pairs in order" if self.level == "certain" else "pairs in order"
        return self.line(name, found, pairs.height, **more, graded=graded)


def pairs_of(articles: pl.DataFrame, gold: str, value: str, plain: str | None = None) -> pl.DataFrame:
    """Every two articles of a story that coders put in an order: story, first, second, right (1, or 0, or .5).

    articles: story, article and the named columns. A pair on which either side is null is left out.
    """
    rows = articles.sort("story", "article")
    both = rows.join(rows, on="story", suffix="_2").filter(pl.col("article") < pl.col("article_2"))

    def order(name: str) -> pl.Expr:
        return (pl.col(name) - pl.col(f"{name}_2")).sign()

    def agrees(name: str) -> pl.Expr:
        return (1 + order(name) * order(gold)) / 2

    return both.filter(order(gold) != 0, order(value).is_not_null()).select(
        "story",
        first="article",
        second="article_2",
        right=agrees(value),
        **({"plain": agrees(plain).fill_null(0.5)} if plain else {}),
    )


def read(path: Path) -> pl.DataFrame:
    """The rows of a set."""
    return pl.read_ndjson(path, infer_schema_length=None)


def keys() -> pl.Expr:
    """A key for each row that sorts as the rows do."""
    return pl.int_range(pl.len()).cast(pl.String).str.zfill(6)


def values(corpus: Corpus, measures: list[str]) -> pl.DataFrame:
    """The measures' values, a column each, one row for each article of the corpus."""
    found = score(corpus, analysers=analysers_of(*measures)).metrics.filter(pl.col("metric").is_in(measures))
    return corpus.articles.select("article", "words", "own_words").join(
        found.pivot("metric", index="article", values="value"), on="article", how="left", maintain_order="left"
    )


def untokenised(column: str) -> pl.Expr:
    """Text as it stood before a treebank's marks and blanks were put in."""
    text = pl.col(column)
    for mark, sign in (("-LRB-", "("), ("-RRB-", ")"), ("``", "“"), ("''", "”")):
        text = text.str.replace_all(mark, sign, literal=True)
    for pattern, sign in ((r"([(“]) ", "$1"), (r" ([)”,;:.?!])", "$1"), (r" ('s|n't)\b", "$1")):
        text = text.str.replace_all(pattern, sign)
    return text


def unquoted(text: pl.Expr) -> pl.Expr:
    """Text without quotation marks: coders judged its words in any voice, and so must the measure."""
    return text.str.replace_all(r"[“”\"«»]", "")


def of_actors(article: pl.DataFrame, names: list[str], measure: str) -> Scores:
    """One article scored by one measure, with these actors."""
    event = Event("actors", "Actors", actors=tuple(Actor(name, last_name(name)) for name in names))
    return score(Corpus.from_frame(article, event), analysers=analysers_of(measure))


def last_name(name: str) -> tuple[str, ...]:
    """A person's last name, as papers give it at second mention."""
    parts = name.split()
    return (parts[-1],) if len(parts) == 2 and all(part[:1].isupper() for part in parts) else ()


def analysers_of(*measures: str) -> tuple[Analyser, ...]:
    """The analysers of these measures."""
    return choose(_analysers(), measures)


@cache
def _analysers() -> tuple[Analyser, ...]:
    return discover()


def hit(corpus: Corpus, measure: str, least: float = 0.0, parts: bool = False) -> npt.NDArray[np.bool_]:
    """For each article, here a sentence, whether the measure has hits in it that count for so much (0: any hit).

    parts: of a measure without a total, whether any of its parts does.
    """
    evidence = score(corpus, analysers=analysers_of(measure)).evidence
    evidence = evidence if parts else evidence.filter(metric=measure)
    found = evidence.group_by("article").agg(pl.col("value").sum()).filter(pl.col("value") >= least)["article"]
    return corpus.articles["article"].is_in(found.implode()).to_numpy()


def strong_words() -> list[str]:
    """The words of VADER's lexicon that it holds to be strongly positive or negative."""
    return [word for word, valence in _valences().items() if abs(valence) >= STRONG]


def strong_valence(texts: pl.Series) -> pl.Series:
    """How many strongly positive words each text has, less its strongly negative ones."""
    words = texts.str.to_lowercase().str.extract_all(r"[\w'’]+")
    signs = {word: 1 if valence > 0 else -1 for word, valence in _valences().items() if abs(valence) >= STRONG}
    return words.list.eval(pl.element().replace_strict(signs, default=0)).list.sum()


@cache
def _valences() -> dict[str, float]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    lexicon: dict[str, float] = SentimentIntensityAnalyzer().lexicon
    return lexicon


def strong_rate(corpus: Corpus) -> pl.DataFrame:
    """Strongly valenced words per own word of each article: article, strong. The plainest list there is."""
    words = corpus.tokens.filter("is_word", ~pl.col("quoted"))
    return words.group_by("article").agg(strong=pl.col("lower").is_in(strong_words()).mean())


def listed(texts: pl.Series, words: str = FIFTY) -> pl.Series:
    """Whether each text has a word of a plain list."""
    return texts.str.contains(rf"(?i)\b(?:{'|'.join(words.split())})\b")


@contextmanager
def unmasked() -> Iterator[None]:
    """Tone as VADER has it where names and fixed terms of news are scored like other words."""
    with ExitStack() as stack:
        for name in ("sentiment", "sentiment_toward"):
            module = importlib.import_module(f"framing.measures.analysers.{name}")
            stack.enter_context(patch.object(module, "masked_sentences", _plain))
        yield


def _plain(corpus: Corpus) -> pl.Series:
    return corpus.sentences["text"]
