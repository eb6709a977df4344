"""The Corpus: articles of one event, taken apart into sentences and tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np
import polars as pl

from framing.corpus.event import Event, outlet_of, slug
from framing.errors import CorpusError, UnknownNameError, one_line, several
from framing.notebook import html_table
from framing.processes import spread
from framing.schema import ARTICLES, PROBLEMS, REMOVED, conform, empty
from framing.text.annotate import BODY, Annotation, annotate, passages
from framing.text.blocks import without_signs
from framing.text.quotations import TOLD
from framing.text.sentences import LONGEST
from framing.text.typography import plain_lines

T = TypeVar("T")
BATCH = 2_000  # articles taken apart at a time: keeps memory flat however many there are
_SAID = 0.4  # of the words in turns: an interview or a transcript
_ANSWERS, _BESIDE = 3, 0.5  # paragraphs that answer the outlet's own question, of those from there on: an explainer


@dataclass(frozen=True, eq=False)
class Corpus:
    """Coverage of one event.

    articles: `schema.ARTICLES`; removed: `schema.REMOVED`, what the loader took out of the pages;
    problems: `schema.PROBLEMS`, what it could not read or had to doubt.
    `sentences` and `tokens` are made when first asked for; use `batches()` where there are many articles.
    """

    event: Event
    articles: pl.DataFrame
    removed: pl.DataFrame = field(default_factory=lambda: empty(REMOVED))
    problems: pl.DataFrame = field(default_factory=lambda: empty(PROBLEMS))

    @classmethod
    def from_frame(
        cls,
        articles: pl.DataFrame,
        event: Event | None = None,
        removed: pl.DataFrame | None = None,
        problems: pl.DataFrame | None = None,
        workers: int = 1,
    ) -> Corpus:
        """A corpus of articles that are clean already.

        `articles` needs `outlet` and `body` (or `text`; lines that begin with `>` are block quotations); `headline`,
        `published`, `article` and the other columns of `schema.ARTICLES` are used where present. An `article` key is
        made where it is missing.

        A pandas frame is taken too, where pandas and pyarrow are there. workers: processes that take the texts apart,
        where they are many (`load`).

        Raises CorpusError for what is no frame, when a column is missing, or a key stands twice.
        """
        if type(articles).__module__.partition(".")[0] == "pandas":
            articles = pl.from_pandas(articles)
        if not isinstance(articles, pl.DataFrame):
            raise CorpusError(f"the articles are a {type(articles).__name__}; give a polars DataFrame")
        event = event or Event(name="corpus", title="Corpus")
        body = "body" if "body" in articles.columns else "text"
        lacking = [name for name in ("outlet", body) if name not in articles.columns]
        if lacking:
            raise CorpusError(f"the articles lack the column {lacking[0]!r}; give at least outlet and body")
        defaults = {name: pl.lit(None, dtype=dtype).alias(name) for name, dtype in ARTICLES.items()}
        frame = articles.with_columns(expr for name, expr in defaults.items() if name not in articles.columns)
        frame = _typed(frame, body)
        frame = frame.with_columns(plain_lines(pl.col(*_LINES)))
        headline = pl.col("headline").replace("", None)
        body_text = pl.col(body).fill_null("").str.strip_chars()
        frame = _without_signs(frame, body)
        frame = frame.with_columns(
            headline=headline,
            text=pl.when(headline.is_null()).then(body_text).otherwise(headline + "\n\n" + body_text),
            body_start=(headline.str.len_chars() + 2).fill_null(0),
            language=pl.col("language").fill_null("en"),
            flags=pl.col("flags").fill_null(pl.lit([], dtype=pl.List(pl.String))),
            source_file=pl.col("source_file").fill_null(""),
            sha256=pl.col("sha256").fill_null(""),
        ).drop("body", strict=False)
        if "article" not in articles.columns:
            keys = [f"{slug(outlet)}/{number + 1}" for number, outlet in enumerate(frame["outlet"])]
            frame = frame.with_columns(article=pl.Series(keys, dtype=pl.String))
        twice = frame.filter(pl.col("article").is_duplicated())["article"].unique().sort().to_list()
        if twice:
            raise CorpusError(f"the article key {twice[0]!r} stands twice ({len(twice)} such); make keys unique")
        frame = frame.sort("article")
        layer = annotate(frame) if frame.height <= BATCH else None
        if layer is not None:
            counts = _counts(layer)
        else:
            texts = frame.select("article", "text", "body_start", "outlet", "quoted_paragraphs")
            counts = pl.concat(of for _, of in spread(_taken_apart, None, texts.iter_slices(BATCH), workers))
        frame = frame.drop("words", "own_words", "sentences").join(
            counts, on="article", how="left", maintain_order="left"
        )
        frame = frame.with_columns(pl.col("words", "own_words", "sentences").fill_null(0))
        plain = pl.col("genre").is_null() | (pl.col("genre") == "news")
        frame = frame.with_columns(genre=pl.when(plain).then(pl.coalesce("form", "genre")).otherwise("genre"))
        long = pl.concat_list("flags", pl.lit(["long_sentence"], dtype=pl.List(pl.String)))
        frame = frame.with_columns(flags=pl.when("cut").then(long).otherwise("flags")).drop("cut", "form")
        corpus = cls(
            event,
            pl.concat([conform(frame, ARTICLES, "articles"), _extra(frame)], how="horizontal"),
            removed if removed is not None else empty(REMOVED),
            problems if problems is not None else empty(PROBLEMS),
        )
        if layer is not None:
            corpus.__dict__["annotation"] = layer
        return corpus

    @cached_property
    def annotation(self) -> Annotation:
        """Tokens and sentences by number: for measures of millions of words."""
        return annotate(self.articles)

    @property
    def extra(self) -> list[str]:
        """The columns of `articles` that are not framing's own: what the files give beside (leaning, page, ...)."""
        return [name for name in self.articles.columns if name not in ARTICLES]

    def with_extra(self, frame: pl.DataFrame) -> pl.DataFrame:
        """A frame of articles with the extra columns behind its own, to group or model by."""
        names = [name for name in self.extra if name not in frame.columns]
        if not names:
            return frame
        return frame.join(self.articles.select("article", *names), on="article", how="left", maintain_order="left")

    def where(self, *conditions: str) -> Corpus:
        """The corpus with the articles whose columns have these values: `where("leaning=left", "genre=news")`.

        Capitals do not matter; an empty value means that there is none. Raises UnknownNameError for a column that is
        not there, CorpusError where nothing is left.
        """
        articles = self.articles
        for condition in several("where()", conditions, str, "give conditions such as 'genre=news'"):
            name, sign, value = (part.strip() for part in condition.partition("="))
            if not sign:
                raise CorpusError(f"{one_line(condition)!r} is no condition; write COLUMN=VALUE, such as genre=news")
            columns = [one for one, kind in articles.schema.items() if one != "text" and not kind.is_nested()]
            if name not in columns:
                raise UnknownNameError("column", name, columns)
            same = pl.col(name).cast(pl.String).str.to_lowercase() == pl.lit(value).str.to_lowercase()
            articles = articles.filter(same if value else pl.col(name).is_null())
        if articles.is_empty():
            name = conditions[-1].partition("=")[0].strip()
            values = self.articles[name].cast(pl.String).drop_nulls().unique().sort().to_list()
            there = ", ".join(one_line(value, 30) for value in values[:6]) + (", ..." if len(values) > 6 else "")
            has = f"is one of {there}" if there else "is empty in all of them"
            raise CorpusError(f"no article has {' and '.join(map(one_line, conditions))}; {name} {has}")
        return self.select(articles["article"].to_list())

    @property
    def sentences(self) -> pl.DataFrame:
        """`schema.SENTENCES` of all articles."""
        return self.annotation.sentences

    @property
    def tokens(self) -> pl.DataFrame:
        """`schema.TOKENS` of all articles."""
        return self.annotation.tokens

    def once(self, make: Callable[[Corpus], T]) -> T:
        """`make(corpus)`, computed once and kept: for what several analysers need."""
        made: dict[Callable[[Corpus], T], T] = self.__dict__.setdefault("_made", {})
        if make not in made:
            made[make] = make(self)
        return made[make]

    def know(self, make: Callable[[Corpus], T], made: T) -> None:
        """What `once(make)` and `take(make)` give, where it was made already."""
        self.__dict__.setdefault("_made", {})[make] = made

    def take(self, make: Callable[[Corpus], T]) -> T:
        """`make(corpus)`, where it is not known; it is not kept: for what is large, and asked once."""
        made: dict[Callable[[Corpus], T], T] = self.__dict__.get("_made", {})
        return made.pop(make) if make in made else make(self)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts by their articles."""
        return dict(self.articles.select("article", "text").iter_rows())

    def beside(self, places: pl.DataFrame, at: str, ahead: int = 0, behind: int = 0) -> pl.Series:
        """What stands so many characters ahead of some places and behind them (article, and a column of characters).

        A slice of a column of texts would count the characters from the beginning of its text, for each place anew.
        """
        texts = self.texts
        rows = zip(places["article"], places[at], strict=True)
        return pl.Series(
            [texts[article][max(0, place - ahead) : place + behind] for article, place in rows], dtype=pl.String
        )

    def words_at(self, places: pl.DataFrame, start: str = "start", end: str = "end") -> pl.Series:
        """The words that stand at some places (article, and two columns of characters), in time linear in the texts.

        Null for a place without a beginning.
        """
        keys = self.articles.select("article", row=pl.int_range(pl.len()))
        rows = places.select("article", start=pl.col(start), end=pl.col(end)).join(
            keys, on="article", how="left", maintain_order="left"
        )
        known = rows.with_row_index("at").drop_nulls()
        words = passages(self.articles["text"], *(known[name].to_numpy() for name in ("row", "start", "end")))
        found = known.select("at", words=words)
        return rows.with_row_index("at").join(found, on="at", how="left", maintain_order="left")["words"]

    def select(self, articles: str | Iterable[str]) -> Corpus:
        """The corpus with these articles only. Raises UnknownNameError for a key that is not there."""
        articles = several("articles", articles, str, "give keys of articles")
        known = set(self.articles["article"])
        for key in (key for key in articles if key not in known):
            raise UnknownNameError("article", key, known)
        kept = pl.col("article").is_in(articles)
        return Corpus(self.event, self.articles.filter(kept), self.removed.filter(kept), self.problems)

    def keys_of(self, name: str) -> list[str]:
        """The keys of the articles that a name means: a key, its last part, or an outlet (`outlet_of`).

        Raises UnknownNameError where it means none.
        """
        articles = self.articles.select("article", "outlet").sort("article")
        key, outlet = pl.col("article"), pl.col("outlet")
        for meant in (
            key == name,
            key.str.ends_with("/" + name),
            outlet == (outlet_of(name, articles["outlet"]) or ""),
        ):
            if found := articles.filter(meant)["article"].to_list():
                return found
        raise UnknownNameError("article or outlet", name, [*articles["article"], *articles["outlet"]])

    def batches(self, size: int = BATCH) -> Iterator[Corpus]:
        """The corpus in parts of at most `size` articles, each taken apart when its turn comes."""
        if self.articles.height <= size:
            yield self
            return
        for part in self.articles.iter_slices(size):
            yield Corpus(self.event, part)

    def __repr__(self) -> str:
        outlets = self.articles["outlet"].n_unique()
        return f"Corpus({self.event.title!r}: {self.articles.height} articles, {outlets} outlets)"

    def _repr_html_(self) -> str:
        by_outlet = self.articles.group_by("outlet").agg(
            articles=pl.len(),
            words=pl.col("words").sum(),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
        )
        return html_table(by_outlet.sort("outlet"), repr(self))


def _typed(frame: pl.DataFrame, body: str) -> pl.DataFrame:
    """Framing's own columns in their types; dates may be texts. Raises CorpusError for what a type cannot hold."""
    nothing = [name for name, dtype in frame.schema.items() if dtype == pl.Null and name in (*ARTICLES, body)]
    texts = {body, *(name for name, dtype in ARTICLES.items() if dtype == pl.String)}
    frame = frame.with_columns(pl.col(name).cast(ARTICLES.get(name, pl.String)) for name in nothing)
    nested = [name for name in frame.columns if name in texts and frame[name].dtype.is_nested()]
    if nested:
        raise CorpusError(f"the column {nested[0]!r} holds lists or objects; give texts")
    frame = frame.with_columns(pl.col(name).cast(pl.String, strict=False) for name in texts if name in frame.columns)
    if frame["published"].dtype == pl.String:
        read = pl.col("published").str.strip_chars().str.head(10).str.to_date("%Y-%m-%d", strict=False)
        odd = frame.filter(pl.col("published").str.strip_chars() != "", read.is_null())["published"]
        if not odd.is_empty():
            raise CorpusError(f"published is {one_line(odd[0], 40)!r}; give dates, or texts such as 2026-01-31")
        frame = frame.with_columns(published=read)
    if frame["outlet"].null_count():
        number = int(frame["outlet"].is_null().arg_max() or 0) + 1
        raise CorpusError(
            f"article {number} names no outlet ({frame['outlet'].null_count()} such); name one, or drop it"
        )
    return frame


def _without_signs(frame: pl.DataFrame, body: str) -> pl.DataFrame:
    """Bodies without the signs of block quotations, and the paragraphs of the text that bore them."""
    signed = pl.col(body).str.contains(r"(?m)^[ \t]{0,3}>")
    rows = frame.with_row_index("row").filter(signed).select("row", body, "headline").iter_rows()
    bodies, quoted = frame[body].to_list(), frame["quoted_paragraphs"].to_list()
    for row, text, headline in rows:
        bodies[row], numbers = without_signs(text.strip())
        quoted[row] = [number + bool((headline or "").strip()) for number in numbers] or None
    column = pl.Series("quoted_paragraphs", quoted, dtype=ARTICLES["quoted_paragraphs"])
    return frame.with_columns(pl.Series(body, bodies, dtype=pl.String), column)


_LINES = ("outlet", "headline", "byline", "dateline", "agency")  # names and titles: one line each
_EXTRA = 40  # columns that are not framing's own, beyond which only the fullest are kept
_MADE = ("body", "line", "domain", "html", "id")  # what the loader works with


def _extra(frame: pl.DataFrame) -> pl.DataFrame:
    """The columns that are not framing's own; numbers as numbers where all of a column are."""
    names = [name for name in frame.columns if name not in ARTICLES and name not in _MADE]
    full = sorted(names, key=lambda name: frame[name].null_count())[:_EXTRA]
    return frame.select(numbers_of(frame[name]) for name in names if name in full)


def numbers_of(column: pl.Series) -> pl.Series:
    """A column of texts as whole or decimal numbers, where every text is one and none begins with a nought."""
    if column.dtype != pl.String or column.null_count() == len(column):
        return column
    for form, dtype in ((r"^-?(0|[1-9]\d{0,17})$", pl.Int64), (r"^-?(0|[1-9]\d*)(\.\d+)?$", pl.Float64)):
        if column.str.contains(form).all():
            return column.cast(dtype)
    return column


def _taken_apart(_: None, articles: pl.DataFrame) -> pl.DataFrame:
    return _counts(annotate(articles))


def _counts(layer: Annotation) -> pl.DataFrame:
    """Words, own words and sentences of each article's body, whether a sentence had to be cut, and its form.

    form: *qa* for an article two fifths of whose words are answers in an interview, *transcript* for one with as many
    words in turns and no question of the outlet's; *qa* too for an explainer, which asks and answers; else null.
    """
    body = pl.col("part") == "body"
    size = np.bincount(layer.words["sentence"].to_numpy(), minlength=layer.sentences.height)
    return (
        layer.sentences.with_columns(cut=pl.Series(size >= LONGEST))
        .group_by("article")
        .agg(
            cut=pl.col("cut").any(),
            words=pl.col("words").filter(body).sum(),
            own_words=pl.col("own_words").filter(body).sum(),
            sentences=body.sum(),
        )
        .join(_told_by_turns(layer), on="article", how="left")
        .join(_explainers(layer), on="article", how="left")
        .with_columns(form=pl.coalesce("turns", "explainer"))
        .drop("turns", "explainer")
    )


def _told_by_turns(layer: Annotation) -> pl.DataFrame:
    """Articles of which much is said in turns: article, turns (*qa* or *transcript*)."""
    words = layer.words.filter(pl.col("is_word") & (pl.col("part") == BODY)).group_by("row").agg(
        share=(pl.col("told") == TOLD.index("turn")).mean()
    )  # fmt: skip
    asks = layer.turns.group_by("article").agg(pl.col("asks").any())
    return (
        words.filter(pl.col("share") > _SAID)
        .select(article=pl.lit(layer.articles["article"]).gather(pl.col("row")))
        .join(asks, on="article", how="left")
        .select("article", turns=pl.when("asks").then(pl.lit("qa")).otherwise(pl.lit("transcript")))
    )


def _explainers(layer: Annotation) -> pl.DataFrame:
    """Articles in which the outlet asks and answers: article, explainer (*qa*).

    An answer is a paragraph that begins with a question outside quotation marks and goes on, or stands behind one that
    is nothing but a question. There are three, and half of the paragraphs from the first question on are such; it
    stands in the first half of the text.
    """
    asks = pl.col("text").str.contains(r"\?[*_]*$") & (pl.col("own_words") == pl.col("words")) & (pl.col("words") > 0)
    paragraphs = (
        layer.sentences.filter(part="body")
        .group_by("article", "paragraph", maintain_order=True)
        .agg(asks=asks.first(), bare=asks.first() & (pl.len() == 1))
        .with_columns(behind=pl.col("bare").shift(1, fill_value=False).over("article"))
        .with_columns(answers=~pl.col("bare") & (pl.col("asks") | pl.col("behind")))
        .with_columns(at=(pl.int_range(pl.len()) / pl.len()).over("article"))
        .filter(pl.col("asks").cum_max().over("article") & ~pl.col("bare"))
    )
    return (
        paragraphs.group_by("article", maintain_order=True)
        .agg(pl.col("answers").sum(), beside=pl.col("answers").mean(), at=pl.col("at").first())
        .filter(pl.col("answers") >= _ANSWERS, pl.col("beside") >= _BESIDE, pl.col("at") <= 1 / 2)
        .select("article", explainer=pl.lit("qa"))
    )
