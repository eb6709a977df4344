"""Other words in one and the same sentence: *300 rioters had gathered outside*, *300 protesters had gathered outside*.

Two texts that have the same words on both sides of a noun, and another noun between them, speak of the same people or
thing. No list is needed; what they call it is told by the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from framing.comparison.content.slots import built_in
from framing.comparison.content.stems import stems
from framing.comparison.content.vocabulary import CALENDAR, NUMBER_WORDS, STOP
from framing.schema import Schema
from framing.scoring.scores import Scores

# a noun in a place of a sentence where another text has another noun between the same words
SAME_PLACE: Schema = {
    "place": pl.UInt32,  # the same for all texts that have the words around it
    "before": pl.String,  # words that all of them have before it, as the first text sets them
    "after": pl.String,  # and behind it
    "word": pl.String,  # the noun, or a word and the noun, in small letters
    "quoted": pl.Boolean,  # the words around stand in quotation marks: one quotation with another word
    "charged": pl.Boolean,  # a loaded term, or a word of `slots.toml` that judges
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_WINDOW = 4  # words around by which places are found: three and one, two and two, one and three
# Words around that two texts share, and words of content (or figures) among them, a name of several words counted once:
# "the ... of Velm Harbour council" stands before anything.
_FEWEST, _CONTENT = 5, 3
_ROOT = 4  # letters by which two words are one in another spelling or form: licence, license
_SHOWN = 8  # words around that are shown
_CROWDED = 60  # texts with the same words: a phrase of the trade, no place
_ARTICLES = frozenset("the a an his her its their our my your this that these those some any no each every".split())
_SAYING = frozenset("said says told tells familiar speaking according".split())  # who is the source, is told elsewhere
_NO_NOUN_BEHIND = frozenset(  # behind these stands a verb, an adjective or an adverb
    """to will would can could may might must should shall not never has have had having was were is are am be been
    being he she it they we i you who which do does did very so too more most as than also only just still""".split()
)
_VERBAL = ("ly", "ing", "ed")  # endings of no noun, but for these
_NOUNS = frozenset(
    """ceiling building meeting hearing ruling killing shooting bombing stabbing funding spending gathering uprising
    beating briefing painting wedding king ring spring string family ally supply assembly monopoly rally bully reply
    bed seed speed feed deed breed""".split()
)
_ADJECTIVE = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ish", "ary", "ese", "ian", "est", "ent", "ant")
_PLAIN = frozenset(  # that choose no words, or are no nouns
    """new old big small large great good bad high low long short early late young own main major minor top key next
    last past first second third same other another such many few several left right wrong true full free open whole
    year month week day hour minute morning afternoon evening night today yesterday tomorrow weekend spring summer
    autumn winter time moment metre meter mile kilometre kilometer foot inch euro pound dollar cent percent percentage
    point number north south east west northern southern eastern western went came took gave got put set made said told
    saw knew thought found left kept held began fell rose grew drew wrote spoke met sent built bought brought caught
    lost won paid led ran sat stood cut hit let read back then now here there away later soon often ago again even
    once twice home down up out off over under near""".split()
)
_ALIKE = """people persons residents men women; company firm group business corporation; children kids youngsters;
reporters journalists; police officers policemen; film movie; flat apartment; lorry truck; job post role;
plan proposal scheme; meeting session; agency authority; city town; area region district; home house;
car vehicle; cars vehicles; ship vessel; ships vessels; plane aircraft jet; road street; report study; vote ballot;
lawmakers legislators; lawyer attorney; lawyers attorneys;
start beginning; end close; rise increase; fall drop decline decrease; team side; money cash funds;
woman lady; worker workers employee employees staff; member members"""  # they say the same to every reader
_SAME = {frozenset(pair) for words in _ALIKE.split(";") for pair in combinations(words.split(), 2)}


@dataclass(frozen=True)
class _Word:
    lower: str
    stem: str
    content: bool
    sentence: int
    quoted: bool
    start: int
    end: int
    plain: bool  # small letters
    gap: str  # marks before it: the same in both texts, or the words around end there


Spot = tuple[str, int, int]  # article; numbers of the first word, and of the one behind the last


def same_place(scores: Scores) -> pl.DataFrame:
    """`SAME_PLACE`: a row for each text and place; at least two texts and two nouns a place.

    The words around are five and more in one sentence, three of them words of content or figures, in the same order,
    the nouns touching them. A noun is a word in small letters, or two (*asylum seekers*), behind an article, a figure,
    a preposition or a word of content, and before a word that can follow a noun; no adjective, number, day or unit.
    Within quotation marks any single word of content counts, as far as the words around are quoted, too. Its stem
    stands nowhere in the other's text (or quotations), so that both names are not used by one. Two nouns that say the
    same to everybody (*company*, *firm*; *licence*, *license*) are no difference, nor are those beside *said*.
    """
    texts = _texts(scores)
    found = list(_pairs(texts))
    linked = _linked(found)
    charged, judging = _charged(scores), frozenset().union(*(slot.charged for slot in built_in()))
    outlets = dict(scores.corpus.articles.select("article", "outlet").iter_rows())
    whole = dict(scores.corpus.articles.select("article", "text").iter_rows())
    rows = []
    for place, spots in enumerate(linked):
        before, after = _around(texts, spots, whole[spots[0][0]])
        if not before or not after:
            continue  # brought together by a third text, with few words that all share
        for article, at, behind in spots:
            words = texts[article][at:behind]
            noun, start, end = " ".join(word.lower for word in words), words[0].start, words[-1].end
            judges = noun in judging or any((article, word.start) in charged for word in words)
            rows.append(
                (
                    place, before, after, noun, words[0].quoted, judges,
                    article, outlets[article], start, end, whole[article][start:end],
                )
            )  # fmt: skip
    return pl.DataFrame(rows, schema=dict(SAME_PLACE), orient="row")


def _texts(scores: Scores) -> dict[str, list[_Word]]:
    words = scores.corpus.once(stems).filter(part="body")
    texts: defaultdict[str, list[_Word]] = defaultdict(list)
    whole = dict(scores.corpus.articles.select("article", "text").iter_rows())
    columns = ("article", "lower", "stem", "content", "sentence", "quoted", "start", "end", "text")
    for article, word, stem, content, sentence, quoted, start, end, text in words.select(columns).iter_rows():
        lower = "a" if word == "an" else word  # an uprising, a protest
        last = texts[article][-1].end if texts[article] else start
        gap = whole[article][last:start].strip()
        texts[article].append(_Word(lower, stem, content, sentence, quoted, start, end, text == word, gap))
    return texts


def _pairs(texts: dict[str, list[_Word]]) -> Iterator[tuple[Spot, Spot]]:
    """Places of two texts with other nouns between the same words."""
    held: defaultdict[tuple[int, bool, str], list[Spot]] = defaultdict(list)
    used = {
        (article, quoted): {word.stem for word in words if word.quoted == quoted}
        for article, words in texts.items()
        for quoted in (True, False)
    }
    for article, words in texts.items():
        for at, behind in _nouns(words):
            for left in range(1, _WINDOW):
                low, high = at - left, behind + _WINDOW - left
                if low >= 0 and high <= len(words) and words[low].sentence == words[high - 1].sentence:
                    around = " ".join(word.lower for word in (*words[low:at], *words[behind:high]))
                    held[left, words[at].quoted, around].append((article, at, behind))
    seen: set[tuple[Spot, Spot]] = set()
    for spots in held.values():
        if len({texts[article][behind - 1].stem for article, _, behind in spots}) < 2 or len(spots) > _CROWDED:
            continue
        for one, other in combinations(spots, 2):
            if (one, other) in seen or one[0] == other[0]:
                continue
            seen.add((one, other))
            mine, yours = texts[one[0]][one[2] - 1], texts[other[0]][other[2] - 1]
            first, second = texts[one[0]][one[1]], texts[other[0]][other[1]]
            same = mine.stem == yours.stem and first.stem == second.stem
            if not same and first.stem == second.stem:
                continue  # the nouns alone differ
            apart = mine.stem not in used[other[0], mine.quoted] and yours.stem not in used[one[0], mine.quoted]
            alike = frozenset((mine.lower, yours.lower)) in _SAME or _root(mine) == _root(yours)
            if (same or (apart and not alike)) and any(_shared(texts, (one, other))):
                yield one, other


def _root(word: _Word) -> str:
    return word.lower.replace("-", "")[:_ROOT]


def _nouns(words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    """The words that may have another in another text: numbers of the first, and of the one behind the last."""
    for at in range(1, len(words) - 1):
        if _is_quoted(words, at) or _is_noun(words, at):
            yield at, at + 1
        two = words[at : at + 2]
        if at + 2 < len(words) and all(word.plain and word.content and not word.quoted for word in two):
            joined = two[0].end + 1 == two[1].start and two[0].sentence == two[1].sentence
            joined = joined and two[0].lower not in NUMBER_WORDS
            if joined and words[at - 1].lower not in _NO_NOUN_BEHIND and _is_noun(words, at + 1):
                yield at, at + 2


def _is_quoted(words: Sequence[_Word], at: int) -> bool:
    """A word of content within a quotation."""
    word = words[at]
    near = words[max(0, at - 1) : at + 2]
    return (
        all(one.quoted and one.sentence == word.sentence for one in near)
        and word.plain
        and word.content
        and word.lower not in CALENDAR | NUMBER_WORDS
        and len(word.lower) > 2
    )


def _is_noun(words: Sequence[_Word], at: int) -> bool:
    before, word, after = words[at - 1 : at + 2]
    if not (before.sentence == word.sentence == after.sentence) or word.quoted or not word.plain:
        return False
    if not word.content or word.stem in _PLAIN or word.lower in _PLAIN | CALENDAR | NUMBER_WORDS or len(word.lower) < 3:
        return False
    if word.lower.endswith(_VERBAL) and word.lower.removesuffix("s") not in _NOUNS:
        return False
    if before.lower in _NO_NOUN_BEHIND or before.lower.endswith("ly"):
        return False
    if after.lower in _ARTICLES or after.lower[:1].isdigit():
        return False  # a verb with its object
    if after.lower in _SAYING or before.lower in _SAYING:
        return False
    if after.lower in STOP:
        return True
    # "the national teams": before a word of content only a plural, or what may have a verb behind it
    if word.lower.endswith("s") or after.lower.endswith("ed"):
        return True
    return after.lower.endswith("s") and not word.lower.endswith(_ADJECTIVE)


def _shared(texts: dict[str, list[_Word]], spots: Sequence[Spot]) -> tuple[int, int]:
    """How many words before and behind all of these are the same; none where they are too few."""
    first, *others = spots
    left = min(_run(texts, first, other, -1) for other in others)
    right = min(_run(texts, first, other, 1) for other in others)
    words, (_, at, behind) = texts[first[0]], first
    around = words[at - left : at] + words[behind : behind + right]
    telling = sum(
        (word.content or word.lower[:1].isdigit()) and (word.plain or at == 0 or around[at - 1].plain)
        for at, word in enumerate(around)
    )
    enough = left > 0 < right and left + right >= _FEWEST and telling >= _CONTENT
    return (left, right) if enough else (0, 0)


def _run(texts: dict[str, list[_Word]], one: Spot, other: Spot, step: int) -> int:
    """How many words before (-1) or behind (1) both are the same, within their sentences."""
    mine, yours = texts[one[0]], texts[other[0]]
    count = 0
    while True:
        i, j = (spot[1] - 1 - count if step < 0 else spot[2] + count for spot in (one, other))
        if not (0 <= i < len(mine) and 0 <= j < len(yours)) or mine[i].lower != yours[j].lower:
            return count
        if mine[i].quoted != yours[j].quoted or mine[i].quoted < mine[one[1]].quoted:
            return count  # out of the quotation
        if mine[i + (step < 0)].gap != yours[j + (step < 0)].gap:
            return count
        if mine[i].sentence != mine[one[1]].sentence or yours[j].sentence != yours[other[1]].sentence:
            return count
        count += 1


def _linked(pairs: Sequence[tuple[Spot, Spot]]) -> list[list[Spot]]:
    """Places that belong together, in order of their first text."""
    group: dict[Spot, list[Spot]] = {}
    for one, other in pairs:
        mine, yours = group.setdefault(one, [one]), group.setdefault(other, [other])
        if mine is not yours:
            mine += yours
            group |= dict.fromkeys(yours, mine)
    return sorted({id(spots): sorted(spots) for spots in group.values()}.values())


def _around(texts: dict[str, list[_Word]], spots: Sequence[Spot], text: str) -> tuple[str, str]:
    """The words that all have before and behind: eight at most, shared out evenly where both sides have enough."""
    left, right = _shared(texts, spots)
    article, at, behind = spots[0]
    words = texts[article]
    before = words[at - min(left, _SHOWN - min(right, _SHOWN // 2)) : at]
    after = words[behind : behind + min(right, _SHOWN - min(left, _SHOWN // 2))]
    shown = [text[side[0].start : side[-1].end] if side else "" for side in (before, after)]
    return " ".join(shown[0].split()), " ".join(shown[1].split())


def _charged(scores: Scores) -> set[tuple[str, int]]:
    return set(scores.evidence.filter(metric="loaded").select("article", "start").iter_rows())
