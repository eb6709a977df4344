"""About what: texts that are no one event, texts that go on to other things, commentary among news."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.texts.news import said

_ELSEWHERE, _OTHERS = 0.4, 0.7  # at most this share on the matter, where the median of the others has this at least
_GENRES = {  # one, several
    "opinion": ("an opinion piece", "opinion pieces"),
    "editorial": ("an editorial", "editorials"),
    "live": ("a live page", "live pages"),
    "qa": ("told in questions and answers", "told in questions and answers"),
    "transcript": ("a transcript", "transcripts"),
}
_FEWEST = 150  # words
_LEAST, _CORE = 2, 3  # words that most headlines share
_ME = 2  # paragraphs in the first person
_REPORTING = (
    r"(?i:told|tell|tells|telling|asked|showed) (?i:me)\b|"
    r"\bI (?:asked|spoke|interviewed|met|visited|wrote|report|argue)\b|"
    r"\b(?i:in my) (?:view|opinion|reporting)\b"
)


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Four kinds of facts.

    Not one event: less than two thirds of the texts tell one piece of news (see `news`).
    Other things: at most two fifths of a text's words stand in paragraphs with a word that most headlines share, where
    the other texts have seven tenths there; and at most two fifths, too, in those with a word that two thirds of the
    texts open with. The reporter speaks: a text that says *I*, *me* or *my* in sentences of two paragraphs, without
    quotation marks and no questions (or in one, and *we* or *our* in another), or *told me* (not of a text in which a
    mark is missing); buttons and what a page says to its readers (*I would like to be emailed*, *my account*) do not
    count; to be checked where no sentence is of a reporter's work (*told me*, *I asked*): behind a dash, a suspect may
    speak. Of another kind: opinion, a live page or an interview, by section or label, where most texts are
    news.
    """
    frame, labels = comparison.about, comparison.labels
    if (sentence := said(comparison.news)) is not None:
        evidence = tuple(
            Evidence(article, 0, len(headline))
            for article, headline in comparison.scores.corpus.articles.select("article", "headline").iter_rows()
            if headline
        )
        yield Statement("texts", "about", labels.of_outlets(frame["article"]), sentence, evidence, 1.0)
    for row in frame.filter(
        pl.col("words") >= _FEWEST, pl.col("share") <= _ELSEWHERE, pl.col("near") <= _ELSEWHERE
    ).iter_rows(named=True):
        few = len(row["core"]) < _CORE  # two words can be told by others
        if len(row["core"]) < _LEAST or (few and row["share"] > _ELSEWHERE / 2):
            continue
        others = frame.filter(pl.col("article") != row["article"])["share"].median()
        if not isinstance(others, float) or others < _OTHERS:
            continue
        core = listed([f"“{word}”" for word in row["core"][:4]])
        sentence = (
            f"Only {round(100 * row['share'])} % of the text of {labels.names[row['article']]} ({row['on_matter']} of "
            f"{row['words']} words) is about what most headlines share ({core}), paragraph by paragraph; of the other "
            f"texts it is {round(100 * others)} % (median)."
        )
        evidence = (Evidence(row["article"], row["off_start"], row["off_end"]),)
        yield Statement("texts", "about", (row["outlet"],), sentence, evidence, 0.5 + 0.3 * (1 - row["share"]))
    personal = frame.filter((pl.col("first_person") >= _ME) & ~pl.col("article").is_in(_unpaired(comparison)))
    if 0 < personal.height <= frame.height / 2:
        reporting = _reporting(comparison)
        every = personal["article"].to_list()
        for surely in (True, False):
            articles = [article for article in every if (article in reporting) == surely]
            words, evidence = _first_person(comparison, articles)
            shown = f" ({', '.join(f'“{word}”' for word in words)})" if words else ""
            sentence = (
                f"In {labels.listed(articles)} the reporter speaks in the first person{shown}, "
                "a sign of commentary or analysis rather than a news report."
            )
            if articles:
                yield Statement(
                    "texts", "about", labels.of_outlets(articles), sentence, evidence, 0.45, check=not surely
                )
    genres = comparison.scores.corpus.articles.filter(pl.col("genre").is_in(list(_GENRES)))
    if 0 < genres.height < frame.height / 2:
        parts = []
        for (genre,), part in genres.group_by("genre", maintain_order=True):
            single, several = _GENRES[str(genre)]
            kind = f"is {single}" if part.height == 1 else f"are {several}"
            parts.append(f"{labels.listed(part['article'].to_list())} {kind}")
        sentence = f"Not all are news reports, and should not be compared as if they were: {'; '.join(parts)}."
        evidence = tuple(
            Evidence(article, 0, start) for article, start in genres.select("article", "body_start").iter_rows()
        )
        outlets = labels.of_outlets(genres["article"].to_list())
        yield Statement("texts", "about", outlets, sentence, evidence, 0.45)


def _reporting(comparison: Comparison) -> set[str]:
    """Texts with a sentence of a reporter's work in the first person, outside quotation marks."""
    own = comparison.scores.corpus.tokens.filter(~pl.col("quoted"), pl.col("part") == "body")
    lines = own.group_by("article", "sentence", maintain_order=True).agg(pl.col("text").str.join(" "))
    return set(lines.filter(pl.col("text").str.contains(_REPORTING))["article"])


def _unpaired(comparison: Comparison) -> list[str]:
    """Texts in which a quotation mark is missing, so that *I* may stand in somebody's words."""
    rows = comparison.scores.corpus.articles.select("article", "text").iter_rows()
    return [
        article
        for article, text in rows
        if text.count('"') % 2 or "''" in text or "'\"" in text or text.count("”") > text.count("“")
    ]


def _first_person(comparison: Comparison, articles: list[str]) -> tuple[list[str], tuple[Evidence, ...]]:
    """The words for the reporter that all of the articles use, and the sentences in which they stand, no questions."""
    corpus = comparison.scores.corpus
    said = (
        corpus.tokens.filter(
            pl.col("article").is_in(articles)
            & ~pl.col("quoted")
            & (pl.col("part") == "body")
            & ((pl.col("text") == "I") | pl.col("lower").is_in(["me", "my", "myself"]))
        )
        .join(corpus.sentences.select("article", "sentence", "text", "start", "end"), on=["article", "sentence"])
        .filter(~pl.col("text_right").str.ends_with("?"))
    )
    common = said.group_by("lower").agg(pl.col("article").n_unique()).filter(article=len(articles))["lower"]
    words = sorted("I" if word == "i" else word for word in common)  # capitals come first
    places = (
        said.sort("article", "start_right").select("article", "start_right", "end_right").unique(maintain_order=True)
    )
    return words, tuple(Evidence(*row) for row in places.iter_rows())
