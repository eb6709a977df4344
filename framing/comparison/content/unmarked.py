"""Texts that lack the marks of quotations: *It is what we do, Holm said*. What they quote cannot be told."""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.beside_marks import VERB
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_WHO = rf"(?:he|she|they|the [\w’' -]{{2,40}}|(?:[{CAPITALS}][\w.’'-]*,? ){{0,5}}[{CAPITALS}][\w’'-]+)"
# A sentence in the first or second person that ends in who said it, none of it in marks.
_SAID = re.compile(
    rf"^[^“”\"«»]*(?<![\w.])(?:I(?!\.)|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our)\b[^“”\"«»]*[,?!] {_WHO} "
    rf"(?:also |later |\w+ly )?{VERB}(?! (?:me|us)\b)[^“”\"«»]{{0,60}}$"
)
_MARKS = re.compile(r"[“”\"„«»�‘]|''|``|(?<!\w)'(?=\w)")
_FIRST_PERSON, _SPOKEN = r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b(?:[^.]|$)", 2  # and sentences


def unmarked(corpus: Corpus) -> set[str]:
    """The articles with direct speech outside quotation marks; use `corpus.once(unmarked)`."""
    own = corpus.sentences.filter(pl.col("part") == "body", pl.col("own_words") == pl.col("words"))
    return {article for article, text in own.select("article", "text").iter_rows() if _SAID.match(text)}


def in_first_person(corpus: Corpus) -> set[str]:
    """The articles without a quotation mark in which two sentences are in the first person: somebody's words without
    marks, or the paper's own; use `corpus.once(in_first_person)`."""
    bodies = corpus.articles.select("article", "text", "body_start").iter_rows()
    bare = [article for article, text, body in bodies if not _MARKS.search(text[body:])]
    lines = corpus.sentences.filter(pl.col("article").is_in(bare), part="body")
    spoken = lines.filter(pl.col("text").str.contains(_FIRST_PERSON))
    return set(spoken.group_by("article").len().filter(pl.col("len") >= _SPOKEN)["article"])
