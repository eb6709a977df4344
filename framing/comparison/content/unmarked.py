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
    """The articles with direct speech outside quotation marks, or with none at all and two sentences in the first
    person (*We take care of it, she said.*); use `corpus.once(unmarked)`."""
    lines = corpus.sentences.filter(part="body")
    own = lines.filter(pl.col("own_words") == pl.col("words"))
    said = {article for article, text in own.select("article", "text").iter_rows() if _SAID.match(text)}
    bodies = corpus.articles.select("article", "text", "body_start").iter_rows()
    bare = [article for article, text, body in bodies if not _MARKS.search(text[body:])]
    spoken = lines.filter(pl.col("article").is_in(bare), pl.col("text").str.contains(_FIRST_PERSON))
    return said | set(spoken.group_by("article").len().filter(pl.col("len") >= _SPOKEN)["article"])
