"""Which tokens stand inside a quotation: by marks, mark-up, the line before, a dash, or as a turn of an interview.

Double marks (curly, straight, typewriter ``''``, guillemets, low ones), single marks as British papers set
them, and marks that an encoding lost. A mark opens where white space, a bracket or a dash stands before it
and text is glued behind it; it closes where text is glued before it; between blanks it does what is due.

A single mark may be an apostrophe: it opens a quotation only if a mark that can close it follows in its
paragraph, and behind a final *s* (*the workers' rights*) it closes only if no better mark does. Lost marks
(U+FFFD) are paired in the same way.

A quotation that is still open at the end of its paragraph goes on if the next paragraph opens with a mark again, as
newspapers set long quotations, or if the next mark closes (the mark was forgotten). A paragraph without marks behind a
line that ends in a speech word and a colon, or that says *the full letter:*, is a block quotation. Paragraphs that
mark-up quotes are handed over by the readers (`blocks.py`); turns of interviews are told by their labels (`turns.py`)
or by their questions (`questions.py`), dialogue set with dashes by who speaks (`dialogue.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, groupby
from typing import Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from framing.text.dialogue import dialogue
from framing.text.questions import interviews
from framing.text.titles import titles
from framing.text.tokenise import Tokens
from framing.text.turns import Turn, posts, turns

# How a token is known to be quoted; of several the last.
TOLD = ("own", "line before", "dash", "marks", "mark-up", "turn")
_DOUBLE, _SINGLE, _LOST = (*'"“”„‟«»〝〞＂', "''", "``"), tuple("'‘’‚‛‹›`´＇"), "�"
_MARKS = [*_DOUBLE, *_SINGLE, _LOST]
_OPEN_SHAPES, _CLOSE_SHAPES = frozenset("“„‟〝‘‚‛`«‹"), frozenset("”〞’»›")
_LEFT = frozenset("([{-/\"'")  # a mark behind these, as they are folded, can open
_STOPS = frozenset(".,;:?!)]}")
_RIGHT = frozenset(".,;:?!…)]}-/\"'")  # a mark before these, as they are folded, can close
# What an apostrophe begins: 'em, 'til, '90s.
_ELISIONS = frozenset("em til till tis twas cause cuz n bout round tude ere".split())
_SPEECH = frozenset(
    "say says said saying write writes wrote writing tweet tweets tweeted tweeting posted posting replied reads "
    "adding added declared declaring explained explaining stated stating".split()
)
# *Read the full letter:* says that the next paragraph is one.
_WHOLE = frozenset("read full entire complete below following".split())
_TEXTS = frozenset(
    "statement letter memo rant message note e-mail email tweet post caption speech remarks reply".split()
)
_HEAD = 12  # tokens of such a line
_DEEPEST = 2  # quotations inside one another in the same marks
_REACH = 100  # marks among which the second of a pair is looked for
_FORGOTTEN = 8  # paragraphs over which a forgotten mark is looked for
_LINE = 7  # tokens before a colon in which a speech word announces a block quotation

_Bools = npt.NDArray[np.bool_]
_Ints = npt.NDArray[np.int64]
_Span = tuple[int, int]  # rows of the tokens inside, half-open


@dataclass(frozen=True)
class _Mark:
    """A mark at a row (`after`: the row behind it); weak: as likely a possessive apostrophe as a close; again: it
    begins a paragraph as the French let a quotation go on, *» They ran*."""

    row: int
    after: int
    kind: Literal["double", "single", "lost"]
    opens: bool
    closes: bool
    weak: bool
    paragraph: int
    again: bool

    @property
    def only_opens(self) -> bool:
        return self.opens and not self.closes


def told(
    tokens: Tokens, blocks: Sequence[Sequence[int] | None], outlets: list[str]
) -> tuple[npt.NDArray[np.uint8], list[Turn]]:
    """For each token, by what it is known to be quoted (its place in TOLD; 0: it is not), and the turns of interviews.

    The outer marks themselves are not inside. blocks: for each article the paragraphs that mark-up quotes. outlets: the
    outlet of each article.
    """
    size = len(tokens.row)
    new_article = np.append(True, tokens.row[1:] != tokens.row[:-1])[:size]
    breaks = (tokens.gap >= 2) | new_article
    starts = np.append(np.flatnonzero(breaks), size)
    marks = {number: list(of) for number, of in groupby(_marks(tokens, starts), key=lambda mark: mark.paragraph)}
    marked_up = list(_marked_up(tokens, blocks, starts))
    speaking = list(turns(tokens, starts, outlets))
    speaking += interviews(tokens, starts, {int(tokens.row[turn.label]) for turn in speaking})
    talking = dialogue(tokens, starts, {int(tokens.row[turn.label]) for turn in speaking})
    marked = list(_spans(marks, starts.tolist(), new_article))
    spans: dict[str, Iterable[_Span]] = {
        "line before": _blocks(tokens, marks, starts, new_article),
        "dash": talking,
        "marks": compress(marked, ~titles(tokens, marked)),
        "mark-up": marked_up,
        "turn": ((turn.begin, turn.end) for turn in speaking if not turn.asks),
    }
    how = np.zeros(size, dtype=np.uint8)
    for number, name in enumerate(TOLD[1:], 1):
        for low, high in spans[name]:
            how[low:high] = number
    return how, [*speaking, *posts(tokens, marked_up)]


def _marked_up(tokens: Tokens, blocks: Sequence[Sequence[int] | None], starts: _Ints) -> Iterator[_Span]:
    """Rows of the paragraphs that mark-up quotes."""
    if not any(blocks):
        return
    article = tokens.row[starts[:-1]]
    for number, quoted in enumerate(blocks):
        first, behind = np.searchsorted(article, [number, number + 1])
        for paragraph in quoted or ():
            if first + paragraph < behind:
                yield int(starts[first + paragraph]), int(starts[first + paragraph + 1])


def _marks(tokens: Tokens, starts: _Ints) -> Iterator[_Mark]:
    """The marks of the text, with what each can do there. starts: of paragraphs, and behind the last."""
    rows = np.flatnonzero(tokens.holds(pl.col("text").is_in(_MARKS)))
    paragraph = np.searchsorted(starts, rows, "right") - 1
    begins, behind_it = starts[paragraph], starts[paragraph + 1]
    nothing = pl.DataFrame({"text": [""], "lower": [""], "is_word": [False]})
    forms = tokens.forms.vstack(nothing)

    def beside(offset: int) -> Iterator[tuple[str, str, bool, int]]:
        """The tokens at an offset, in the paragraph, and their gaps; where there is none, an empty one."""
        at = rows + offset
        there = (begins <= at) & (at < behind_it)
        at = np.where(there, at, rows)
        found = forms[np.where(there, tokens.form[at], tokens.forms.height)]
        return found.with_columns(gap=np.where(there, tokens.gap[at], 2)).iter_rows()

    places = zip(rows.tolist(), paragraph.tolist(), (rows == begins).tolist(), strict=True)
    for (row, number, begin), here, before, next_ in zip(places, beside(0), beside(-1), beside(1), strict=True):
        text, _, _, gap = here
        behind, lower, behind_is_word, gap_behind = next_
        first, glued = begin or gap >= 0, gap_behind < 0
        kind: Literal["double", "single", "lost"] = (
            "lost" if text == _LOST else "double" if text in _DOUBLE else "single"
        )
        opens = glued and behind not in _STOPS and (first or before[1] in _LEFT)
        closes = not first and (not glued or lower in _RIGHT or not opens)
        if text in _OPEN_SHAPES and (first or opens or (glued and lower not in _RIGHT)):
            opens, closes = True, False  # also where blanks surround it; but it closes where a German one would
        elif text in _CLOSE_SHAPES and not (opens and not closes):
            opens, closes = False, True
        elif kind == "double" and first and not glued:
            opens = closes = True
        if kind != "double":
            opens = opens and glued and not (lower in _ELISIONS or _is_year(lower))
            closes = closes and not first and not (glued and behind_is_word)
        weak = kind != "double" and before[2] and before[1].endswith(("s", "in")) and not glued and behind_is_word
        if opens or closes:
            yield _Mark(row, row + 1, kind, opens, closes, weak, number, begin and text == "»")


def _is_year(lower: str) -> bool:
    return lower[:2].isdigit() and lower[2:] in ("", "s")


def _spans(marks: dict[int, list[_Mark]], starts: list[int], new_article: _Bools) -> Iterator[_Span]:
    """Rows inside quotations, from the marks of each paragraph."""
    left_open = -1  # the paragraph in which a double quotation was left open
    for number, here in marks.items():
        start, end = starts[number], starts[number + 1]
        same_article = left_open >= 0 and not new_article[starts[left_open + 1] : start + 1].any()
        double = [mark for mark in here if mark.kind == "double"]
        if same_article and left_open == number - 1 and double and double[0].again:
            double[0] = replace(double[0], opens=True, closes=False)
        if (
            same_article
            and left_open == number - 1
            and len(double) > 1
            and double[0].row == start
            and double[1].only_opens
        ):
            double = double[1:]  # it closes the one before: a sentence was cut off before its mark
        forgotten = same_article and number - left_open <= _FORGOTTEN and double and not double[0].opens
        opened = start if forgotten else None
        if opened is not None:
            yield starts[left_open + 1], start  # the paragraphs between
        left_open = -1 if double else left_open
        again = next(iter(marks.get(number + 1, [])), None)
        goes_on = again is not None and again.row == end and again.opens and not new_article[end]
        inner = 0  # quotations that are open inside the one that is
        nested = opened is None and _nests(double)
        for mark in double if goes_on or opened is not None else _without_stray(double):
            if opened is None and mark.opens:
                opened = mark.after
            elif nested and mark.only_opens:
                inner += 1
            elif inner and mark.closes:
                inner -= 1
            elif opened is not None and mark.closes:
                yield opened, mark.row
                opened = None
        if opened is not None:
            yield opened, end
            left_open = number
        yield from _pairs(here, end, start, again.kind if again and goes_on else None)


def _nests(marks: list[_Mark]) -> bool:
    """Whether each mark either opens or closes, and they close in turn what they open: *"It is a "free zone," no more,"
    she said*."""
    depth = 0
    for mark in marks:
        depth += 1 if mark.only_opens else -1
        if (mark.opens and mark.closes) or not 0 <= depth <= _DEEPEST:
            return False
    return depth == 0


def _without_stray(marks: list[_Mark]) -> list[_Mark]:
    """Without a mark that opens before another one does, where fewer close than open: *"It is a "Free Zone."*."""
    if sum(mark.closes for mark in marks) >= sum(mark.only_opens for mark in marks):
        return marks
    beside = zip(marks, [*marks[1:], None], strict=True)
    return [mark for mark, behind in beside if not (mark.only_opens and behind and behind.only_opens)]


def _pairs(marks: list[_Mark], end: int, start: int, again: str | None) -> Iterator[_Span]:
    """Rows between single (or lost) marks of a paragraph that belong together."""
    behind = -1
    for number, mark in enumerate(marks):
        if mark.kind == "double" or not mark.opens or mark.row < behind:
            continue
        weak = None
        for other in marks[number + 1 : number + 1 + _REACH]:
            if other.kind != mark.kind:
                continue
            if other.opens and not other.closes:
                if weak is not None:
                    break
                continue
            if not other.weak:
                weak = other
                break
            weak = weak or other
        if weak is not None:
            yield mark.after, weak.row
            behind = weak.after
        elif mark.row == start and again == mark.kind:
            yield mark.after, end


def _blocks(
    tokens: Tokens,
    marks: dict[int, list[_Mark]],
    starts: _Ints,
    new_article: _Bools,
) -> Iterator[_Span]:
    """Paragraphs without marks behind a line such as *He wrote on Thursday:* or *Read the full letter:*"""
    colons = np.flatnonzero(tokens.holds(pl.col("text") == ":", starts[1:] - 1))
    for number in colons.tolist():
        low, high = int(starts[number + 1]), int(starts[min(number + 2, len(starts) - 1)])
        if low >= high or new_article[low]:
            continue
        here, begin = marks.get(number + 1, []), int(starts[number])
        if not here and _SPEECH.intersection(tokens.of("lower", slice(max(begin, low - _LINE), low))):
            yield low, high
        elif low - begin <= _HEAD and not any(mark.kind == "double" for mark in here):
            line = set(tokens.of("lower", slice(begin, low)))
            if line & _WHOLE and line & _TEXTS:
                yield low, high
