"""One quotation in several wordings; one remark that a text prints twice, as if it had been said twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.changed_words import in_long
from framing.comparison.content.in_full import in_full
from framing.comparison.content.labels import NUMBERS, cut_short, listed
from framing.comparison.content.quotations import in_order
from framing.comparison.content.spelling import close
from framing.comparison.content.translated import may_be_translated
from framing.comparison.content.units import UNIT_WORDS, UNITS
from framing.comparison.content.verbatim import common as in_common
from framing.comparison.content.verbatim import plain
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement, evidence_of
from framing.text.typography import CAPITALS

_SCRAP, _FULL = 7, 20  # words of somebody's longest quotation
_MOST = 4  # remarks that are stated
_WORDS = 6  # of a wording that is shown as another
_SAME = 0.85  # of the words in the same order: no other wording, but the same with a word changed
_CHANGED = 2  # words that the longer wording lacks: more than a slip
_JOINED = 5  # letters of a word that is another text's two
_AHEAD = 8  # words before those in which wordings differ
_RUN = 4  # words in a row that two excerpts share
_ORDER = 0.5  # of the shorter one's words in the same order: less are two remarks, but in translations
# An amount told again in another unit, which the paper has put in: *13,000 km (8,100 miles)*.
_CONVERTED = re.compile(r" \((?:about |around |nearly )?[$£€]?\d[\d,.]* ?(?:million |billion )?[\w° ]{0,20}(?:\)|$)")
_LONGEST = 200  # words of an excerpt that are looked at
_NAME = re.compile(rf"(?<=\s)(?:[a-z]{{2,3}}-)?[{CAPITALS}][\w’'-]+")  # behind the first word
_HIDDEN = "[email"  # an address that a page has blotted out: a word is lost
_DOTS, _GAP = re.compile(r"…|\.\.\.|\. \. \."), "0gap"
_BESIDE = 150  # characters beside a wording, within which its medium is named
_SHOWN, _BEFORE = 110, 40  # characters of a wording, and of those before its first shared word


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Remarks of a speaker that independent reports quote in different words: see `quotations`.

    Only wordings of six words and more of which neither is a cut of the other, and of which fewer than 85 % of the
    words stand in the other in the same order, or one word of content (two of others) does not stand in it at all; the
    four remarks that most texts have. What is shown of a wording all
    texts beside it print word for word; what one of them has otherwise is left out. Twice: one text has two such
    wordings of one remark, each of which another report prints alone. In full or in scraps: somebody whom half of the
    reports quote, three at least, is quoted in one with no more than seven words at a time, in another with twenty; all
    of it surely, and nothing in the first of which the speaker was not found.

    Words of a speaker whose country, institution or interpreter says that they did not speak English may be other
    translations, which is said (see `translated`).
    """
    yield from _scraps(comparison)
    labels = comparison.labels
    found: list[Statement] = []
    media = media_beside(comparison)
    for _, part in comparison.quotations.group_by("remark", maintain_order=True):
        rows = part.to_dicts()
        wordings = _shared(_different(rows))
        articles = [row["article"] for group in wordings for row in group]
        if len(wordings) < 2 or labels.independent(articles) < 2:
            continue
        agreed = [_agreed(group) for group in wordings]
        speaker = rows[0]["speaker"]
        foreign = speaker is not None and may_be_translated(comparison.scores.corpus, speaker, part)
        if not _apart([shown for shown, _ in agreed], 0.0 if foreign else _ORDER):
            continue
        wordings = [group for _, group in agreed]
        articles = [row["article"] for group in wordings for row in group]
        if to_several_media(media, wordings):
            continue
        common = set.intersection(*(set(_words(shown)) for shown, _ in agreed)) - STOP
        share = len(set(articles)) / labels.total
        short = _apart_shown([shown for shown, _ in agreed], common)
        if any(_parts_of_one(one, other) for at, one in enumerate(short) for other in short[:at]):
            continue  # what differs is not shown: nobody could check it
        parts = [
            labels.beside(f"“{text}”", (row["article"] for row in group))
            for text, (_, group) in zip(short, agreed, strict=True)
        ]
        how = ", perhaps in different translations" if foreign else ""
        whose = f" of {in_full(comparison.scores.corpus, [speaker])[0]}" if speaker else ""
        sentence = f"What reads like one remark{whose} is quoted in different words{how}: {listed(parts)}."
        evidence = tuple(Evidence(row["article"], row["start"], row["end"]) for group in wordings for row in group)
        spread = 0.1 * min(len(wordings) - 1, 2)
        salience = 0.42 + spread + 0.3 * share
        if speaker is None and any(set(one.evidence) & set(evidence) for one in found):
            continue  # told of one of its speakers
        found.append(Statement("texts", "quotation", labels.of_outlets(articles), sentence, evidence, salience))
        if speaker is None:
            continue
        yield from _twice(comparison, speaker, wordings, [shown for shown, _ in agreed], foreign)
    yield from sorted(found, key=lambda one: -one.salience)[:_MOST]


def _scraps(comparison: Comparison) -> Iterator[Statement]:
    labels = comparison.labels
    spoken = comparison.speakers.filter((pl.col("direct") > 0) & (pl.col("kind") == "person"))
    doubtful = comparison.credited.filter(~pl.col("sure"), pl.col("kind") != "title")["article"].unique().implode()
    for (speaker,), part in spoken.group_by("speaker", maintain_order=True):
        if labels.independent(part["article"]) < max(3, labels.reports / 2):
            continue
        scraps = part.filter(pl.col("longest") <= _SCRAP, pl.col("direct") > 1, ~pl.col("article").is_in(doubtful))
        full = part.filter(pl.col("longest") >= _FULL, "sure")
        if scraps.is_empty() or full.is_empty():
            continue
        little = [f"{labels.names[row['article']]} ({row['longest']})" for row in scraps.sort("outlet").to_dicts()]
        much = [f"{labels.names[row['article']]} ({row['longest']})" for row in full.sort("outlet").to_dicts()]
        sentence = (
            f"{speaker} is quoted in scraps in {listed(little)} and at length in {listed(much)}: the most words of a "
            "sentence in brackets."
        )
        both = pl.concat([scraps, full]).drop_nulls("start")
        evidence = evidence_of(both)
        share = min(scraps.height, full.height) / labels.total
        yield Statement(
            "texts", "quotation", labels.of_outlets(both["article"]), sentence, evidence, 0.42 + 0.4 * share
        )


def _different(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The wordings that differ by more than a cut or a word, the most printed first.

    A short one that stands in several of them tells of none.
    """
    groups: list[list[dict[str, Any]]] = []
    for row in sorted(rows, key=lambda row: (-row["words"], row["wording"], row["article"])):
        if row["words"] < _WORDS or _HIDDEN in row["text"]:
            continue
        same = [group for group in groups if _same(row["text"], group[0]["text"])]
        if not same:
            groups.append([row])
        elif len(same) == 1:
            same[0].append(row)
    groups = [sorted(group, key=lambda row: (row["wording"], row["article"])) for group in groups]
    return sorted(groups, key=lambda group: min(row["wording"] for row in group))


def _shared(wordings: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Without the wordings of a text that has one in common with others, too: the speaker came back to the matter. Nor
    those of which each text has another wording as well: both were said."""
    common = {row["article"] for group in wordings if len({row["article"] for row in group}) > 1 for row in group}
    kept = [
        group for group in wordings if len({row["article"] for row in group}) > 1 or group[0]["article"] not in common
    ]
    texts = [{row["article"] for row in group} for group in kept]
    return [
        group
        for at, group in enumerate(kept)
        if not any(texts[at] < other or (texts[at] == other and before < at) for before, other in enumerate(texts))
    ]


def _agreed(group: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """What of a wording all its texts print word for word, and their rows.

    Where that is too little, the wording of the first, and those that print it as it is.
    """
    rows = list({row["article"]: row for row in reversed(group)}.values())[::-1]
    base = min(rows, key=lambda row: (row["words"], row["article"]))
    shown, words = in_common(base["text"], [row["text"] for row in rows])
    if words >= _WORDS:
        return shown, group
    first = plain(group[0]["text"])
    return group[0]["text"], [row for row in group if plain(row["text"]) == first]


def _apart(shown: list[str], least: float) -> bool:
    """Whether what is shown of the wordings differs still, and not so much that they may be two remarks: least, of the
    shorter one's words in the same order."""
    return all(
        not _same(one, other) and in_order(*sorted((_words(one), _words(other)), key=len)) >= least
        for at, one in enumerate(shown)
        for other in shown[:at]
    )


def _same(one: str, other: str) -> bool:
    """Whether two wordings are one, cut or not: all words of the shorter one but for spelling, or one small word."""
    if _excerpts(one, other) or _words(_nameless(one)) == _words(_nameless(other)):
        return True
    short, long = sorted((_words(one), _words(other)), key=len)
    if in_order(short, long) < _SAME:
        return False
    left, near = Counter(short) - Counter(long), set(long) - set(short)
    run, forms = "".join(long), {word.rstrip("s") for word in long}  # lunch time, lunchtime; know, knows
    changed = [
        word for word in left
        if word.rstrip("s") not in forms and not any(word in one or close(word, one) for one in near)
        and not (len(word) >= _JOINED and word in run)
    ]  # fmt: skip
    return len(changed) < _CHANGED and STOP.issuperset(changed)


def _nameless(text: str) -> str:
    """A wording without what stands in brackets and without names, which papers spell in their own ways."""
    return _NAME.sub("", re.sub(r"[(\[][^()\[\]]*[)\]]", " ", text))


def _excerpts(one: str, other: str) -> bool:
    """Whether both may be cut from one wording: on either side of the words in a row that they share, one of them
    begins or ends, or has dots: *“As we saw … when it leaks, it leaks”*, *“It is old and when it leaks, it leaks”*."""
    left, right = ([_GAP, *plain(_DOTS.sub(f" {_GAP} ", text)).split()[:_LONGEST], _GAP] for text in (one, other))
    run = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    shared = left[run.a : run.a + run.size]
    before = shared[0] == _GAP or _GAP in (left[run.a - 1], right[run.b - 1])
    behind = shared[-1] == _GAP or _GAP in (left[run.a + run.size], right[run.b + run.size])
    return before and behind and len(shared) - shared.count(_GAP) >= _RUN


def _words(text: str) -> tuple[str, ...]:
    """Words in small letters, without marks and hyphens; *gonna* as *going to* (see `in_long`), numbers in words as
    figures (*two-in-three*: 2 in 3), units under one name (*km*, *kilometres*), what a paper converts left out."""
    found: list[str] = []
    text = in_long(_CONVERTED.sub("", text.lower()))
    for word in re.findall(r"[\w-]+", re.sub(r"#\w+|['’�\[\]]|(?<=\w)\.(?=\w)", "", text)):
        parts = [part for part in word.split("-") if part]
        numbers = any(part in NUMBERS for part in parts)
        found += [str(NUMBERS.get(part, part)) for part in parts] if numbers else ["".join(parts)]
    return tuple(UNITS.get(word, word) if word in UNIT_WORDS else word for word in found if word)


def _apart_shown(wordings: list[str], common: set[str]) -> list[str]:
    """Each wording cut short; where the cut leaves two alike, from before the words in which they differ."""
    short = [_short(text, common) for text in wordings]
    if len(set(map(plain, short))) == len(short):
        return short
    each = [plain(text).split() for text in wordings]
    same = next(at for at, words in enumerate(zip_longest(*each)) if len(set(words)) > 1)
    starts = [[match.start() for match in re.finditer(r"\S*\w\S*", text)] for text in wordings]
    lows = [some[min(max(same - _AHEAD, 0), len(some) - 1)] for some in starts]
    return ["… " + cut_short(text[low:], _SHOWN) for text, low in zip(wordings, lows, strict=True)]


def media_beside(comparison: Comparison) -> dict[str, list[tuple[int, str]]]:
    """article -> where it names a medium, and which."""
    media: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    frame = comparison.sourcing.filter(kind="medium").select("article", "start", "name")
    for article, start, name in frame.iter_rows():
        media[article].append((start, name))
    return media


def to_several_media(media: dict[str, list[tuple[int, str]]], wordings: list[list[dict[str, Any]]]) -> bool:
    """Whether each wording is said to another medium, as its texts tell (*told The Lamp*, *said on The Bee*): each is a
    remark of its own."""
    told = [
        {
            name
            for row in group
            for start, name in media.get(row["article"], ())
            if row["start"] - _BESIDE <= start < row["end"] + _BESIDE
        }
        for group in wordings
    ]
    return all(told) and all(one.isdisjoint(other) for at, one in enumerate(told) for other in told[:at])


def _parts_of_one(one: str, other: str) -> bool:
    """Whether one excerpt stands in another, or goes on where it ends: their words differ nowhere."""
    first, second = _words(one), _words(other)
    same = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    begins = same.a == 0 or same.b == 0
    ends = same.a + same.size == len(first) or same.b + same.size == len(second)
    return same.size >= _RUN and begins and ends


def _short(text: str, common: frozenset[str] | set[str] = frozenset()) -> str:
    """At most so many characters, from before the first word that the wordings have in common."""
    text = " ".join(text.split())
    if len(text) <= _SHOWN:
        return text
    found = [match.start() for word in common if (match := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.lower()))]
    begins = max(min(found, default=0) - _BEFORE, 0)
    head = ""
    if begins:
        begins, head = text.index(" ", begins) + 1, "… "
    rest = text[begins:]
    cut = head + cut_short(rest, _SHOWN)
    return re.sub(r"…(?: …)+", "…", cut)


def _twice(
    comparison: Comparison, speaker: str, wordings: list[list[dict[str, Any]]], shown: list[str], foreign: bool
) -> Iterator[Statement]:
    labels = comparison.labels
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(wordings):
        for article in sorted({row["article"] for row in group}):
            by_article[article].append(number)
    for article, numbers in by_article.items():
        elsewhere = [
            {one for one, other in by_article.items() if other == [number] and one != article} for number in numbers
        ]
        if len(numbers) != 2 or not all(elsewhere):
            continue
        places = [next(row for row in wordings[number] if row["article"] == article) for number in numbers]
        sentence = (
            f"{labels.names[article]} prints what reads like one remark of {speaker} twice, in two wordings"
            f"{', perhaps two translations' if foreign else ''}: "
            + listed([f"“{_short(shown[number])}”" for number in numbers])
            + ("." if sum(other == numbers for other in by_article.values()) > 1 else "; no other text has both.")
        )
        evidence = tuple(Evidence(article, place["start"], place["end"]) for place in places)
        yield Statement("texts", "quotation", labels.of_outlets([article]), sentence, evidence, 0.6)
