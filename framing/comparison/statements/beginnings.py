"""How the texts begin, in their own words, unless they all begin alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.edges import STOPPED, debris
from framing.comparison.content.stems import stem
from framing.comparison.content.tallies import DATELINE
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement
from framing.text.typography import CAPITALS

_REPORTS, _FEW, _MANY = 3, 6, 10
_ALIKE = 0.5  # of the words of content of the shorter beginning
_LINE = 120  # characters within which a dateline ends
_WORDS, _COMPARED, _MORE = 11, 8, 22  # of a beginning; of those, that are compared; where there are few
_LABEL = re.compile(r"(?i)(?:(?:live )?updated?|watch|breaking(?: news)?|live|video)\s*[:–—-]\s*")
# "Dubai: ", "New Delhi, Mar 16: ", "Riyadh, 11 March 2023 (TDI): ", "Jan. 19—"
_PLACE = re.compile(
    rf"(?:[{CAPITALS}][\w.’'-]*(?:,? |(?=[:—–]))){{1,4}}(?:\d{{1,2}},? ?)?(?:[{CAPITALS}]\w+ )?(?:\d{{4}},? ?)?"
    rf"(?:\([{CAPITALS}]\w+\) ?)?(?::|[—–](?=[{CAPITALS}])) ?"
)
_CAPTIONS = 8  # sentences among which the one with a dateline is the first
_SHORTEST, _WHOLE = 6, 3  # words; of a whole sentence
_COLON = 10  # words of a line that may begin a story, though it ends in a colon
_MARKED = re.compile(r"^[“”\"«„](?=\w)")
_LINK = STOP - {"not", "no"}


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The first words of each report, if one has no word of content in common with the rest.

    Of three to ten independent reports of one event, one text of each; a dateline and what stands before it, buttons
    and captions of a page, lines that end as no sentence does (as a headline among them) and labels (*Update:*) are
    left out. Nothing is said where a beginning has fewer than six words (three, if a whole sentence) or an odd mark at
    its start. Of three to six, also where two have less than half of the words of content of the shorter one in common.
    """
    labels = comparison.labels
    if not _REPORTS <= labels.reports <= _MANY or not comparison.one_event:
        return
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    begun: dict[str, tuple[str, Evidence, set[str]]] = {}
    # A line without a small letter is a dateline of its own.
    own = (pl.col("part") == "body") & pl.col("text").str.contains(r"\p{Ll}") & ~debris(pl.col("text"))
    ended = pl.col("text").str.strip_chars_end()
    own &= ended.str.contains(STOPPED) | (ended.str.ends_with(":") & (pl.col("words") >= _COLON))
    first = comparison.scores.corpus.sentences.filter(own).sort("article", "sentence")
    starts: dict[str, tuple[int, int]] = {}
    for article, some in first.group_by("article").agg(pl.struct("start", "end", "text").head(_CAPTIONS)).iter_rows():
        dated = (one for one in some if DATELINE.match(one["text"]))  # what stands before a dateline is of a picture
        begin = next(dated, some[0])
        starts[article] = begin["start"], begin["end"]
    for article in first["article"].unique(maintain_order=True):
        if labels.groups[article] in begun:
            continue
        start, end = starts[article]
        # "VELM, Ore. (NW) -": the sentence may end in the middle of the line
        line = DATELINE.match(texts[article][start : start + _LINE])
        low = start + (line.end() if line else 0)
        if low >= end:
            end = next(
                (stop for key, stop in first.select("article", "end").iter_rows() if key == article and stop > low), low
            )
        label = _LABEL.match(texts[article][low:end]) or _PLACE.match(texts[article][low:end])
        low += label.end() if label else 0
        high = low + _first(texts[article][low:end], _MORE if labels.reports <= _FEW else _WORDS)
        said = _MARKED.sub("‘", " ".join(texts[article][low:high].split()))
        whole = not texts[article][high:end].strip(" .!?")
        if len(said.split()) < (_WHOLE if whole else _SHORTEST) or not re.match(r"[‘'$£€#]?\w", said):
            return
        compared = " ".join(said.split()[: _MORE if labels.reports <= _FEW else _COMPARED])
        words = {stem(word) for word in re.findall(r"\w+", compared.lower()) if word not in STOP}
        begun[labels.groups[article]] = (said if whole else f"{said} …", Evidence(article, low, high), words)
    counts = Counter(word for _, _, words in begun.values() for word in words)
    apart = [one for one in begun.values() if not any(counts[word] > 1 for word in one[2])]
    different = len(begun) <= _FEW and any(
        len(one[2] & other[2]) < _ALIKE * min(len(one[2]), len(other[2]))
        for one, other in combinations(begun.values(), 2)
    )
    if len(begun) < _REPORTS or not (0 < len(apart) < len(begun) or different):
        return
    parts = [labels.beside(f"“{said}”", [place.article]) for said, place, _ in begun.values()]
    evidence = tuple(place for _, place, _ in begun.values())
    without = [article for article, group in labels.groups.items() if group not in begun]
    parts += [f"no beginning was found in {labels.listed(without)}"] if without else []
    outlets = labels.of_outlets(place.article for place in evidence)
    yield Statement("texts", "lead", outlets, f"How the reports begin: {'; '.join(parts)}.", evidence, 0.37)


def _first(text: str, count: int) -> int:
    """The end of the first words, or of the sentence; not behind a small word, if need be behind the next long one."""
    mark = re.search(r"(?<=.)[“”\"„«»]", text)
    every = list(re.finditer(r"\S+", text[: mark.start()] if mark else text))
    words = every[:count]
    while len(words) > 3 and (words[-1][0].lower() in _LINK or not words[-1][0][0].isalnum()):
        words.pop()
    if len(words) < _SHORTEST:
        long = (at for at in range(_SHORTEST, len(every) + 1) if every[at - 1][0].lower() not in _LINK)
        words = every[: next(long, len(words))]
    return len(text[: words[-1].end()].rstrip(" .,;:")) if words else 0
