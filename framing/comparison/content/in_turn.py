"""The sentences of the bodies one after another, with the words of content that stand in each and in the one before."""

from __future__ import annotations

from dataclasses import dataclass

from framing.comparison.content.stems import stems
from framing.corpus.corpus import Corpus


@dataclass(frozen=True)
class Line:
    """A sentence. own: the stems of its words of content; before: those of the sentence before it in the text."""

    article: str
    sentence: int
    start: int
    text: str
    own: frozenset[str]
    before: frozenset[str]

    @property
    def context(self) -> frozenset[str]:
        return self.own | self.before


def in_turn(corpus: Corpus) -> list[Line]:
    """The sentences of all bodies, in order of the texts; use `corpus.once(in_turn)`."""
    content = corpus.once(contents)
    found: list[Line] = []
    of, before = "", frozenset[str]()
    body = corpus.sentences.filter(part="body").select("article", "sentence", "start", "text")
    for article, sentence, start, text in body.iter_rows():
        before = before if article == of else frozenset()
        own = content.get((article, sentence), frozenset())
        found.append(Line(article, sentence, start, text, own, before))
        of, before = article, own
    return found


def contents(corpus: Corpus) -> dict[tuple[str, int], frozenset[str]]:
    """The stems of the words of content in each sentence of the bodies, by article and number."""
    words = corpus.once(stems).filter("content", part="body").group_by("article", "sentence", maintain_order=True)
    return {(article, sentence): frozenset(found) for article, sentence, found in words.agg("stem").iter_rows()}
