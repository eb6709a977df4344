"""Words with capitals that stand in quotation marks alone, and name nothing: *Witch Hunt*, *GREATEST*."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.genders import FIRST_NAMES
from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import BODIES, DEMONYMS, STATES, WORLD
from framing.corpus.corpus import Corpus

_ACTS = frozenset("amendment act constitution treaty agreement".split())
_KNOWN = frozenset((*DEMONYMS, *WORLD))
_FAR = 120  # characters back to the mark that opens


def cried(corpus: Corpus) -> frozenset[str]:
    """The names of a corpus that stand inside quotation marks wherever they stand; use `corpus.once(cried)`.

    Not a person's with a common first name, a body's, a country's, nor letters (*NATO*).
    """
    names = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("item", "article", "start")
    quoted = corpus.tokens.filter("quoted").select("article", "start", quoted=pl.lit(True))
    opened = (
        pl.col("ahead")
        .str.replace_all(r'(^|[\s(])"', "${1}“")  # a straight mark behind a blank opens
        .str.replace_all('"', "”", literal=True)
        .str.extract(r"([“”\n])[^“”\n]*$")
        == "“"
    )  # in a title
    inside = (
        names.with_columns(ahead=corpus.beside(names, "start", ahead=_FAR))
        .join(quoted, on=["article", "start"], how="left")
        .group_by("item")
        .agg(every=(pl.col("quoted").fill_null(False) | opened.fill_null(False)).all())
    )
    return frozenset(str(item) for item in inside.filter("every")["item"] if not _is_known(str(item)))


def _is_known(item: str) -> bool:
    words = item.split()
    person = len(words) > 1 and words[0].lower().rstrip(".") in FIRST_NAMES
    body = len(words) > 1 and words[-1].lower() in BODIES | _ACTS
    return person or body or item.isupper() or item in _KNOWN or item.lower() in STATES
