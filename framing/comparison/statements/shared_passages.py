"""What reports have in common word for word, though none is a copy of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.content.sourcing import medium_of
from framing.comparison.statements import Evidence, Statement

_PAIRS, _WORDED = 4, 2  # pairs that are named, and of which a passage is shown
_SHOWN = 110  # characters of a passage
_TAIL = re.compile(r"([.!?][”\"’)]*)(?: \w+){1,3}$")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """One sentence: the pairs of reports that share most words in passages of ten words and more, outside quotation
    marks: see `shared_passages`. Versions of one report are the matter of `family`. Whose the words are is said only
    where one credits the other.
    """
    labels, frame = comparison.labels, comparison.shared_passages
    shown = frame.head(_PAIRS)
    if shown.is_empty():
        return
    parts, evidence = [], []
    for number, row in enumerate(shown.iter_rows(named=True)):
        both = labels.listed([row["article"], row["other"]])
        passage = f" (“{_short(row['text'])}”)" if number < _WORDED else ""
        parts.append(f"{row['words']} {'words ' if not number else ''}of {both}{passage}")
        evidence.append(Evidence(row["article"], row["start"], row["end"]))
        evidence.append(Evidence(row["other"], row["other_start"], row["other_end"]))
    more = f"; {frame.height - _PAIRS} more pairs share no more than that" if frame.height > _PAIRS + 1 else ""
    pairs = shown.select("article", "other").iter_rows()
    told = list(filter(None, (_credit(comparison, *pair) for pair in pairs)))
    known = len(told) == frame.height
    why = listed(told) if known else "they have a source in common, or one has it from the other"
    sentence = f"Word for word the same, outside quotation marks, are {listed(parts)}{more}: {why}."
    texts = {*shown["article"], *shown["other"]}
    salience = min(0.8, 0.5 + 0.4 * len(texts) / labels.total)
    yield Statement("texts", "family", labels.of_outlets(texts), sentence, tuple(evidence), salience)


def _credit(comparison: Comparison, one: str, other: str) -> str | None:
    """*The Gull credits the Lamp*, where one of the texts names the other's medium as its source."""
    names, media = comparison.labels.names, comparison.sourcing.filter(kind="medium")
    outlets = dict(comparison.scores.corpus.articles.select("article", "outlet").iter_rows())
    for mine, theirs in ((one, other), (other, one)):
        if not media.filter(article=mine, name=medium_of(outlets[theirs]) or outlets[theirs]).is_empty():
            return f"{names[mine]} credits {names[theirs]}"
    return None


def _short(text: str) -> str:
    """Without a word or two of the next sentence at its end, dots where it begins within one; marks in it single."""
    text = re.sub(r"[“\"](?=\w)", "‘", text).replace("”", "’").replace('"', "’")
    text = _TAIL.sub(r"\1", " ".join(text.split()))
    text = f"… {text}" if text[0].islower() else text
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
