"""Themes and passages that some texts share and others have no word of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.labels import listed, number
from framing.comparison.content.persons import last_name
from framing.comparison.content.verbatim import common, stands
from framing.comparison.content.vocabulary import STOP
from framing.comparison.content.voices import NOBODY
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.voices import together

_FEWEST = 60  # words of every text that is said to lack a theme
_REPORTS = 3  # independent ones, without which "only" says nothing
_SHARED, _ALONE = 5, 4  # statements of each kind
_WORDS, _PASSAGE = 3, 130  # words of a theme that are named, characters of a passage
_ALL = 5  # words of a theme that are all named where they are counted
_PIECE = 4  # words of a quotation that is shown without its sentence
_FULL = 6  # words of a quotation that all its texts print alike, from which it is shown
_FEW, _CLOSE = 2, 4  # words of a theme of few reports, and how far apart they may stand
_BRIEF, _STEM = 4, 5  # reports of which a theme must stand close together; letters by which its words are known
_QUARTER = 0.25  # of the reports
_BEGINNING = 0.6  # of a word's letters, which a word of its family has, too
_DULL = frozenset("little just lot bit quite".split())  # beside others
_LISTED = 6  # texts without a theme that are named


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Words that go together in two independent reports or more, and that the other texts have in no form: `found`.

    Where the words stand in a quotation, the quotation is what is shared, and what of it all these texts print word for
    word is shown; if that is little, nothing is said: `quotations` compares wordings. Of other passages it is told
    whose they are. Only X: a theme of one report alone. Only of texts of one event, of three independent reports at
    least, and where every text without the theme has sixty words; the five themes with most words, the four of one
    report that come back most often. The two words of a theme stand close together in two reports, or, where a quarter
    of the reports have it, in one sentence of every text that has them: others go together by chance. Nothing is said
    of a text of which `only` says that it has no word of the headlines, and of the words of one remark (`retold`).
    """
    labels = comparison.labels
    if not comparison.one_event or labels.reports < _REPORTS:
        return
    long = set(comparison.scores.corpus.articles.filter(pl.col("words") >= _FEWEST)["article"])
    told: list[frozenset[str]] = []
    alone: list[str] = []
    headed = {(one.outlets, one.sentence) for one in made(comparison, "only")}
    for _, part in comparison.found.group_by("theme", maintain_order=True):
        rows = part.to_dicts()
        having = [row for row in rows if row["hits"]]
        lacking = [row["article"] for row in rows if not row["hits"]]
        texts = frozenset(row["article"] for row in having)
        if not lacking or not long.issuperset(lacking) or not having:
            continue
        if labels.independent(texts) > 1:
            if any(
                labels.of_outlets(lacking) == outlets and f"“{word}”" in sentence
                for outlets, sentence in headed
                for word in having[0]["words"]
            ):
                continue  # words of most headlines: said
            if _one_remark(comparison, having[0]["words"]):
                continue  # `retold` says it
            if texts in told or len(told) >= _SHARED or not _telling(comparison, having):
                continue
            if _within(comparison, having[0]["words"], lacking):
                continue  # *migrants* here, *immigrants* there
            told.append(texts)
            yield from _shared(comparison, having, lacking)
        elif len(alone) < _ALONE and having[0]["article"] not in alone:
            if _within(comparison, having[0]["words"], lacking):
                continue  # *responsible* there, *responsibility* here
            alone += sorted(texts)
            yield _alone(comparison, having)


def _one_remark(comparison: Comparison, words: list[str]) -> bool:
    """Whether the words of a theme stand together in a remark that some texts quote and others tell."""
    remarks = (re.findall(r"\w+", text.lower()) for text in comparison.retold["quote_text"].unique())
    return any(all(any(one[:_STEM] == word[:_STEM] for one in remark) for word in words) for remark in remarks)


def _within(comparison: Comparison, words: list[str], lacking: list[str]) -> bool:
    """Whether a word of a theme stands inside another word of a text that is said to lack it, or begins like one:
    *responsibility*, *responsible*."""
    texts = comparison.scores.corpus.articles.filter(pl.col("article").is_in(lacking))["text"].str.to_lowercase()
    beginnings = [word.rstrip("s")[: max(_STEM + 1, round(_BEGINNING * len(word)))] for word in words]
    return any(word in text for text in texts for word in beginnings if len(word) >= _STEM)


def _shared(comparison: Comparison, having: list[dict[str, Any]], lacking: list[str]) -> Iterator[Statement]:
    labels = comparison.labels
    articles = [row["article"] for row in having]
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    best = max(having, key=lambda row: (_hits(row), -len(row["text"])))
    telling = [word for word in having[0]["words"] if word not in _DULL]
    telling = telling if len(telling) > 1 else having[0]["words"]
    shown = sorted(telling, key=lambda word: word not in best["text"].lower())[:_WORDS]
    words = listed([f"“{word}”" for word in shown])
    who = labels.listed(articles)
    without = labels.listed(lacking) if len(lacking) <= _LISTED else f"the other {number(len(lacking))} texts"
    verb = "has" if len(lacking) == 1 else "have"
    if all(row["reported"] for row in having):
        speaker = _speaker(comparison, having)
        whose = f" words of {speaker}" if speaker else " words"
        passage, count = common(_short(_quoted(comparison, best)), [texts[article] for article in articles])
        passage = _rounded(max(passage.split(" … "), key=lambda piece: len(piece.split())))
        if min(count, len(passage.split())) < _FULL:
            return
        sentence = f"{who} print{whose} that {without} {'does' if len(lacking) == 1 else 'do'} not: “{passage}”."
    else:
        passage, none = _short(best["text"]), "neither" if len(shown) == 2 else "none of them"
        whose = labels.listed(article for article in articles if stands(passage, texts[article]))
        sentence = (
            f"The words {words} stand only in {who}, as in “{passage}” ({whose}); {without} {verb} {none} in any form."
        )
    earlier = of_earlier_day(comparison.scores.corpus, labels, lacking, articles)
    evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in having)
    balance = min(len(articles), len(lacking)) / labels.total
    salience = 0.36 + 0.3 * balance + 0.02 * min(len(having[0]["words"]), 5) - (LESS if earlier else 0)
    outlets = labels.of_outlets([*articles, *lacking] if len(lacking) <= len(articles) else articles)
    evidence += _headlines(comparison, lacking)
    check = labels.reports <= _BRIEF and not all(row["reported"] for row in having)
    yield Statement("texts", "theme", outlets, sentence + earlier, evidence, salience, check=check)


def _rounded(piece: str) -> str:
    """A piece without the small words behind its last comma that lead to what is left out: *we are not closing it, we
    are*."""
    head, _, tail = piece.rpartition(", ")
    return head if head and STOP.issuperset(tail.lower().split()) else piece


def _telling(comparison: Comparison, having: list[dict[str, Any]]) -> bool:
    """Whether a theme is more than common words in texts about other things.

    Two words stand close together in texts of two reports, or in one sentence of every text that has them. Of three or
    four reports, two of three words stand close together in two texts, where they are not quoted.
    """
    labels, words = comparison.labels, having[0]["words"]
    if labels.reports <= _BRIEF and len(words) > _FEW:
        return not all(row["reported"] is False for row in having) or _close(words, having)
    if len(words) > _FEW or all(row["reported"] for row in having):
        return True
    beside, together = set(), 0
    for row in having:
        text = re.findall(r"\w+", row["text"].lower())
        places = [[at for at, one in enumerate(text) if one[:_STEM] == word[:_STEM]] for word in words]
        together += all(places)
        if all(places) and min(abs(one - other) for one in places[0] for other in places[1]) <= _CLOSE:
            beside.add(labels.groups[row["article"]])
    if len(beside) > 1:
        return True
    seldom = labels.independent(row["article"] for row in having) < _QUARTER * labels.reports
    return together == len(having) and not seldom


def _close(words: list[str], having: list[dict[str, Any]]) -> bool:
    """Whether the same two words of a theme stand close together in the passages of two texts."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in having:
        text = re.findall(r"\w+", row["text"].lower())
        places = {word: at for at, one in enumerate(text) for word in words if one[:_STEM] == word[:_STEM]}
        counts.update(
            pair for pair in combinations(sorted(places), 2) if abs(places[pair[0]] - places[pair[1]]) <= _CLOSE
        )
    return any(count > 1 for count in counts.values())


def _hits(row: dict[str, Any]) -> int:
    return sum(word in row["text"].lower() for word in row["words"])


def _speaker(comparison: Comparison, having: list[dict[str, Any]]) -> str | None:
    """Who says the words, where all texts give one and the same speaker, by name."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    who = set()
    for row in having:
        inside = comparison.credited.filter(
            pl.col("article") == row["article"], pl.col("first") < row["end"], pl.col("last") > row["start"]
        )
        who |= set(inside["source"])
    named = all(last_name(one) in texts[row["article"]] for one in who for row in having)
    if len(who) != 1 or NOBODY in who or not named:
        return None
    said = pl.DataFrame(having).select("article", "start", "end", speaker=pl.lit(*who))
    return None if together(comparison, said).any() else next(iter(who))


def _alone(comparison: Comparison, having: list[dict[str, Any]]) -> Statement:
    labels = comparison.labels
    articles = [row["article"] for row in having]
    every = having[0]["words"]  # all of them are counted
    words = [f"“{word}”" for word in (every if len(every) <= _ALL else every[:_WORDS])]
    words += [f"{number(len(every) - _WORDS)} more"] if len(every) > _ALL else []
    often = number(max(row["hits"] for row in having))  # a part of a compound may be one more: *gun-reform*
    one = len(words) == 1
    sentence = (
        f"The word{'' if one else 's'} {listed(words)}, in any form, {'stands' if one else 'stand'} at least {often} "
        f"times{'' if one else ' together'} in {labels.listed(articles)}, and in no other text."
    )
    evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for row in having)
    return Statement("texts", "only", labels.of_outlets(articles), sentence, evidence, 0.36)


def _headlines(comparison: Comparison, articles: list[str]) -> tuple[Evidence, ...]:
    """What texts without a theme have instead: their headlines."""
    rows = comparison.scores.corpus.articles.filter(
        pl.col("article").is_in(articles) & pl.col("headline").is_not_null()
    )
    return tuple(
        Evidence(article, 0, len(headline)) for article, headline in rows.select("article", "headline").iter_rows()
    )


def _quoted(comparison: Comparison, row: dict[str, Any]) -> str:
    """The longest piece of a sentence that stands in quotation marks; the whole where there is none."""
    corpus, article = comparison.scores.corpus, row["article"]
    inside = corpus.tokens.filter(
        pl.col("article") == article, pl.col("start") >= row["start"], pl.col("end") <= row["end"]
    ).with_columns(run=(pl.col("quoted") != pl.col("quoted").shift(1)).fill_null(True).cum_sum())
    runs = (
        inside.filter("quoted").group_by("run", maintain_order=True)
        .agg(pl.col("start").min(), pl.col("end").max(), words=pl.col("is_word").sum())
        .filter(pl.col("words") >= _PIECE).sort("words", descending=True, maintain_order=True)
    )  # fmt: skip
    if runs.is_empty():
        return str(row["text"])
    text = corpus.articles.filter(article=article)["text"].item()
    return str(text[runs["start"][0] : runs["end"][0]])


def _short(text: str) -> str:
    """A passage without marks around it, single marks inside it, cut at a word."""
    text = " ".join(text.split()).strip("“”\"'‘’� ").removesuffix(",")
    text = re.sub(r"(?:(?<=\s)|(?<=[(—–]))[“\"]", "‘", text)
    text = re.sub(r"[”“\"]", "’", text)
    return text.rstrip(".") if len(text) <= _PASSAGE else text[:_PASSAGE].rsplit(" ", 1)[0] + " …"
