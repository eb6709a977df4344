"""Quoted words that some of the reports print, and others not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.labels import number, without_office
from framing.comparison.content.stems import stems
from framing.comparison.content.verbatim import plain
from framing.comparison.statements import Evidence, Statement, made

_FEWEST = 3  # independent reports
_LACKING, _MANY = 2, 5  # independent reports that do not print it; of fewer than five, one is enough
_MOST = 3  # sentences
_NEARLY = 0.9  # of the words of a quotation stand in three in a row and more: the same but for a word or two
_RUN = 3
_ALIKE, _SURELY = 0.5, 3  # of its words of content in one sentence, and so many: the remark in other words
_FEWEST_TELLING, _TELLING_OF_FEW = 2, 3  # words of content without capitals; where one report alone lacks it
_SHOWN = 130  # characters of a quotation


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Quotations that two of five or more reports print word for word, and two or more with no piece of it, or of three
    or four reports all but one: see `shared_quotations`. Those that divide the reports most evenly, three at most of
    the same texts (of five reports and more: in all); not words that `found` or `quotations` show. Texts that print
    nine in ten of the words are named as such; of those with a few of the words in their own voice nothing is said. The
    reports without it do not tell the remark in other words either: half of those of content in one quoted sentence,
    three at least; a quotation of which one has half, but only two, is left out, as is one with a single word of
    content beside names. Only of texts of one event.
    """
    labels, frame = comparison.labels, comparison.shared_quotations
    if labels.reports < _FEWEST or not comparison.one_event or frame.is_empty():
        return
    told = plain(" ".join(one.sentence for name in ("found", "quotations") for one in made(comparison, name)))
    again = _other_words(comparison)
    few_reports = labels.reports < _MANY
    # That print it, and that do not, and whether these are of an earlier day.
    by_texts: defaultdict[tuple[str, str], list[tuple[str, Statement]]] = defaultdict(list)
    count = 0
    for _, part in frame.group_by("remark", maintain_order=True):
        row = part.sort(pl.col("text").str.contains("\ufffd"), maintain_order=True).row(
            0, named=True
        )  # not a broken one
        if plain(row["text"])[1:40] in told or count >= _MOST:
            continue
        speaker, close = row["speaker"], _nearly(comparison, row)
        other, (shared, size, small) = again.get(row["remark"], set()), _shared(comparison, row)
        lacked = {article: shared.get(article, 0) for article in row["lacking"] if article not in close}
        like = {article for article, count in lacked.items() if count > 1 and count >= _ALIKE * size}
        if small < (_TELLING_OF_FEW if few_reports else _FEWEST_TELLING) or any(
            lacked[article] < _SURELY for article in like - other
        ):
            continue  # it may be there in other words
        if any(lacked.get(article) == 0 for article in other):
            continue  # the remark is there, but perhaps not this part of it
        other = other | like
        having, lacking = row["having"], [article for article in row["lacking"] if article not in other | close]
        if labels.independent(lacking) < (1 if few_reports else _LACKING):
            continue
        partly = f", nearly so in {labels.listed(sorted(close))}" if close else ""
        pieces = [article for article in row["partly"] if article not in close]
        partly += f", in part in {labels.listed(pieces)}" if pieces else ""
        rest = [article for article in row["lacking"] if article not in close]
        few = len(rest) < len(having)
        where = labels.count(having) if few and not few_reports else labels.listed(having)
        unsure = set(row["alike"]) - close
        count_of = f"at least {number(len(rest))} others" if unsure else f"the other {number(len(rest))}"
        without = labels.listed(rest) if few else count_of
        whose = f" ({without_office(speaker)})" if speaker else ""
        verb = "does" if len(rest) == 1 else "do"
        where += f", and not in {labels.listed(rest)}" if few_reports else f"{partly}; {without} {verb} not print them"
        evidence = tuple(Evidence(*place) for place in part.select("article", "start", "end").iter_rows())
        even = 2 * min(labels.independent(having), labels.independent(lacking)) / labels.reports
        outlets = labels.of_outlets([*having, *row["partly"], *lacking])
        said, salience = f"“{_short(row['text'])}”{whose}", 0.36 + 0.24 * min(1.0, even)
        earlier = of_earlier_day(comparison.scores.corpus, labels, rest, having)
        salience -= LESS if earlier else 0
        sentence = f"{said} is printed in these words in {where}.{earlier}"
        one = Statement("texts", "quotation", outlets, sentence, evidence, salience)
        if few_reports:
            by_texts[where, earlier].append((said, one))
            continue
        count += 1
        yield one
    for (where, earlier), some in by_texts.items():
        sentence = f"Printed alike in {where}: {'; '.join(said for said, _ in some[:_MOST])}.{earlier}"
        evidence = tuple(place for _, one in some[:_MOST] for place in one.evidence)
        yield replace(some[0][1], sentence=sentence, evidence=evidence)


def _short(text: str) -> str:
    text = " ".join(text.split()).strip("“”\"'‘’ ").rstrip(" ,;.")
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _nearly(comparison: Comparison, row: dict[str, Any]) -> set[str]:
    """Texts that lack a quotation as it is, but have nine in ten of its words in runs of three and more."""
    each = plain(row["text"]).split()
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    found = set()
    for article in (*row["partly"], *row["alike"], *row["lacking"]):
        printed = plain(texts[article])
        runs = [at for at in range(len(each) - _RUN + 1) if f" {' '.join(each[at : at + _RUN])} " in printed]
        if len({at + step for at in runs for step in range(_RUN)}) >= _NEARLY * len(each):
            found.add(article)
    return found


def _shared(comparison: Comparison, row: dict[str, Any]) -> tuple[dict[str, int], int, int]:
    """Text -> how many words of content of a quotation one quoted sentence of it has; how many there are, how many of
    them without capitals."""
    words = comparison.scores.corpus.once(stems).filter("content", "quoted")
    own = words.filter(pl.col("start").is_between(row["start"], row["end"], closed="left"), article=row["article"])
    wanted = own["stem"].unique().to_list()
    sentences = (
        words.filter(pl.col("stem").is_in(wanted)).group_by("article", "sentence").agg(pl.col("stem").n_unique())
    )
    most = sentences.group_by("article").agg(pl.col("stem").max())
    small = own.filter(pl.col("text").str.contains(r"^\p{Ll}"))["stem"].n_unique()
    return dict(most.iter_rows()), len(wanted), small


def _other_words(comparison: Comparison) -> dict[int, set[str]]:
    """Remark -> texts that quote what reads like it in some words."""
    frame, remarks = comparison.shared_quotations, comparison.quotations
    places = frame.select("article", "start", "end", mine="remark")
    beside = places.join(remarks.select("article", "remark", low="start", high="end"), on="article")
    same = beside.filter(pl.col("start") < pl.col("high"), pl.col("low") < pl.col("end")).select("mine", "remark")
    told = same.unique().join(remarks.select("remark", "article"), on="remark")
    return {mine: set(articles) for mine, articles in told.group_by("mine").agg("article").iter_rows()}
