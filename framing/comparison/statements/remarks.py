"""What texts say of their own reporting: nobody answered, nothing was checked, somebody has an interest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number
from framing.comparison.content.remarks import DOUBT
from framing.comparison.statements import Statement, evidence_of

_SHOWN, _EACH = 4, 2  # texts whose words are shown, and remarks of each
_LONGEST = 30  # words of a clause that is shown
_SAID = {
    "unanswered": ("Who gave no comment", "say so of nobody", "says so of nobody"),
    "unchecked": ("Not checked or not proven, by the text’s own word", "", ""),  # others may say so in many ways
    "papers": ("What an outlet says it has seen or been told itself", "", ""),
    "interest": ("An interest of somebody who is cited is disclosed", "disclose none", "discloses none"),
}
_CHECK = {"unchecked", "interest"}  # phrases that stand beside other things, too
_SALIENCE = {"unanswered": 0.44, "unchecked": 0.5, "papers": 0.42, "interest": 0.48}


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Set phrases by which some of the texts tell how they were made, in their own words: see `remarks`.

    Somebody *did not respond to a request for comment*; something *could not be verified*, or was said *without
    evidence*; something was *seen by this newspaper*; somebody who is
    cited *has received fees from* a party. Only where another text has no such phrase; that the others lack it is said
    where none has a word that may say it in another way.
    """
    labels = comparison.labels
    for (kind,), part in comparison.remarks.group_by("kind", maintain_order=True):
        short = part.filter(pl.col("text").str.split(" ").list.len() <= _LONGEST)
        lacking = set(labels.names) - set(part["article"])
        if short.is_empty() or not lacking:
            continue
        first, several, one = _SAID[str(kind)]
        said: defaultdict[str, list[str]] = defaultdict(list)
        for article, text in short.select("article", "text").iter_rows():
            said[article].append(f"“{' '.join(text.split())}”")
        by_text: defaultdict[str, list[str]] = defaultdict(list)
        for article, texts_of in said.items():
            by_text[listed(texts_of[:_EACH])].append(article)
        shown = [labels.beside(text, articles) for text, articles in list(by_text.items())[:_SHOWN]]
        cut = len(by_text) > _SHOWN or any(len(one) > _EACH for one in said.values())
        rest = len(lacking)
        others = f"The other text {one}" if rest == 1 else f"The other {number(rest)} texts {several}"
        texts = comparison.scores.corpus.articles.filter(pl.col("article").is_in(sorted(lacking)))["text"]
        doubt = kind in DOUBT and any(DOUBT[str(kind)].search(text) for text in texts)
        more = "" if doubt or not several or cut or short.height < part.height else f" {others}."
        among = ", among others" if cut or doubt or kind == "papers" else ""
        sentence = f"{first}{among}: {'; '.join(shown)}.{more}"
        evidence = evidence_of(short)
        outlets, check = labels.of_outlets(short["article"]), kind in _CHECK
        yield Statement("texts", "source", outlets, sentence, evidence, _SALIENCE[str(kind)], check=check)
