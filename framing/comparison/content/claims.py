"""A claim without a check: what somebody says in several texts, and which of them set something against it.

A check is a sentence of the outlet's own beside the claim that holds records, those who know, a lack of evidence or a
verdict against it (`checks.SIGNS`) and is about the same thing. It is better to see none than one that is none: the
speaker's own second thoughts, an opponent's answer and a fact about something else are no checks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from typing import Any

import polars as pl

from framing.comparison.content import checks
from framing.comparison.content.labels import Labels
from framing.comparison.content.persons import last_name
from framing.comparison.content.stems import stems
from framing.comparison.content.utterances import Line, Utterance, lines, utterances
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: a claim of a speaker in a text, where two independent reports have it and one of them checks it.
CLAIMS: Schema = {
    "claim": pl.UInt32,  # the same for one claim in all texts
    "speaker": pl.String,
    "article": pl.String,
    "outlet": pl.String,
    "checked": pl.Boolean,  # ? false: nothing of the kind in the text; null: an answer, a doubt, or something like it
    "check": pl.String,  # ? verdict, no evidence, records, experts, fact
    "start": pl.UInt32,  # of the claim: the clause, or the words quoted
    "end": pl.UInt32,
    "text": pl.String,  # the claim as the text has it
    "check_start": pl.UInt32,  # ? first character of the check
    "check_end": pl.UInt32,  # ? the character behind it
    "check_text": pl.String,  # ? the check as the text has it
}
_ALIKE, _BOTH = 0.66, 0.4  # of the weight of the shorter one's words, and of the longer one's: one claim
_SHARED = 3  # words of content that two wordings share
_COMMON = 40  # utterances with a word from which the word finds no others
_FEWEST = 3  # words of a check outside quotations
_FRESH = 2  # words of content of a check with one of the claim's, from which it is about something else
_BESIDE = 2  # sentences behind a claim in which its check stands
_NEAR = 4  # in which a turn against it may stand


def claims(corpus: Corpus, cited: pl.DataFrame, credited: pl.DataFrame, labels: Labels) -> pl.DataFrame:
    """`CLAIMS`: claims that a text checks and another, independent one has as well.

    cited: `voices.attributions`; credited: `voices.quotations`.
    """
    body = lines(corpus, cited, credited)
    sure = set(credited.filter("sure").select("article", "first").iter_rows())
    by_speaker: defaultdict[str, list[Utterance]] = defaultdict(list)
    for one in utterances(corpus, body, sure):
        by_speaker[one.speaker].append(one)
    core = _core(corpus)
    heads = corpus.sentences.filter(part="headline").select("article", "text")
    doubted = {article for article, text in heads.iter_rows() if checks.DOUBT.search(text)}
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, Any]] = []
    number = 0
    for speaker in sorted(by_speaker):
        for group in _groups(by_speaker[speaker]):
            if labels.independent(one.article for one in group) < 2:
                continue
            made = list(_rows(group, body, core, doubted))
            if any(row["checked"] for row in made):
                rows += [row | {"claim": number, "outlet": outlets[row["article"]]} for row in made]
                number += 1
    return pl.DataFrame(rows, schema=dict(CLAIMS))


def _core(corpus: Corpus) -> frozenset[str]:
    """What most headlines are about: having these in common tells little."""
    words = corpus.once(stems).filter("content", part="headline").group_by("stem").agg(n=pl.col("article").n_unique())
    return frozenset(words.filter(pl.col("n") > corpus.articles.height / 2)["stem"])


def _groups(spoken: list[Utterance]) -> Iterator[list[Utterance]]:
    """Utterances of one speaker that say the same, the longest first."""
    count = Counter(word for one in spoken for word in one.stems)
    weight = {word: log(1 + (1 + len(spoken)) / number) for word, number in count.items()}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    groups: list[list[Utterance]] = []
    for one in sorted(spoken, key=lambda one: (-len(one.stems), one.article, one.start)):
        near = Counter(at for word in one.stems for at in holders[word][:_COMMON])
        at = next((at for at, _ in near.most_common() if _same(one, groups[at][0], weight)), None)
        if at is not None:
            groups[at].append(one)
            continue
        for word in one.stems:
            holders[word].append(len(groups))
        groups.append([one])
    yield from (group for group in groups if len(group) > 1)


def _same(one: Utterance, other: Utterance, weight: dict[str, float]) -> bool:
    shared = one.stems & other.stems
    if len(shared) < _SHARED or one.negative != other.negative:
        return False
    figures = checks.amounts(one.text), checks.amounts(other.text)
    if all(figures) and figures[0].isdisjoint(figures[1]):
        return False
    both = sum(weight[word] for word in shared)
    short, long = sorted(sum(weight[word] for word in some.stems) for some in (one, other))
    return both >= _ALIKE * short and both >= _BOTH * long


@dataclass(frozen=True)
class _Check:
    kind: str
    start: int
    end: int
    line: Line  # the sentence that it stands in

    @property
    def text(self) -> str:
        return self.line.text[self.start - self.line.start : self.end - self.line.start]


def _rows(
    group: list[Utterance], body: dict[str, list[Line]], core: frozenset[str], doubted: set[str]
) -> Iterator[dict[str, Any]]:
    by_article: defaultdict[str, list[Utterance]] = defaultdict(list)
    for one in sorted(group, key=lambda one: (one.article, one.start)):
        by_article[one.article].append(one)
    found = {
        article: next(((one, check) for one in some if (check := _check(one, body[article], core))), None)
        for article, some in by_article.items()
    }
    telling = [
        (pair[1].line.stems - group[0].stems - core, checks.amounts(pair[1].line.own))
        for pair in found.values()
        if pair is not None
    ]
    for article, pair in found.items():
        one, check = pair or (by_article[article][0], None)
        answered = article in doubted or _answered(by_article[article], body[article], telling)
        yield {
            "speaker": one.speaker, "article": article, "start": one.start, "end": one.end, "text": one.text,
            "checked": True if check else None if answered else False,
            "check": check and check.kind, "check_start": check and check.start, "check_end": check and check.end,
            "check_text": check and check.text,
        }  # fmt: skip


def _check(one: Utterance, some: list[Line], core: frozenset[str]) -> _Check | None:
    """What stands against a claim, in its sentence or one of the next."""
    line = some[one.place]
    for low, high in ((line.start, one.start), (one.end, line.end)):
        if match := checks.BESIDE.search(line.own[max(low - line.start, 0) : max(high - line.start, 0)]):
            kind = "no evidence" if re.search("evidence|proof", match[0]) else "verdict"
            return _Check(kind, low + match.start(), low + match.end(), line)
    for other in some[one.place + 1 : one.place + 1 + _BESIDE]:
        kind = checks.sign(other.own) or ""
        near = other.paragraph <= line.paragraph + 1
        if kind and near and _holds(kind, one, other, core, other is some[one.place + 1]):
            return _Check(kind, other.start, other.end, other)
    return None


def _holds(kind: str, one: Utterance, line: Line, core: frozenset[str], next_to: bool) -> bool:
    """Whether a sentence with a sign is of the outlet, about the claim, and against it."""
    own = line.own.strip()
    if len(own.split()) < _FEWEST or checks.AGREES.search(own) or not _own(line):
        return False
    shared = line.stems & one.stems
    claimed, given = checks.amounts(one.text), checks.amounts(own)
    if claimed & given or (checks.MONEY.search(own) and not checks.MONEY.search(one.text)):
        return False
    back = next_to and checks.BACK.search(own) is not None
    if kind in ("no evidence", "verdict"):
        return len(shared) > 1 or back
    if last_name(one.speaker) in own:
        return False  # figures of the speaker's, or somebody on the speaker
    turns, against = checks.TURN.search(own) is not None, checks.AGAINST.search(own) is not None
    if back and against:
        return True
    if shared <= core or not (turns or against or (claimed and given)):
        return False
    if len(shared) > 1:
        return True
    # One word in common is enough for *a fall of 8 per cent* and *it is planned for 18,000 of the valley’s homes*.
    counted = bool(given) and bool(claimed or checks.EXTENT.search(one.text))
    fresh = line.stems - one.stems - checks.PLAIN
    return next_to and counted and (len(fresh) < _FRESH or re.search(r"\b(?:that )?(?:it|they) ", own) is not None)


def _own(line: Line) -> bool:
    """Whether the outlet says it, or gives it as the finding of papers, of those who know or of a public body."""
    return all(
        checks.HEARD.search(f"{source} {line.text[at - line.start : to - line.start]}")
        for source, _, at, to in line.speakers
    )


def _answered(
    said: Iterable[Utterance], some: list[Line], telling: list[tuple[frozenset[str], frozenset[float]]]
) -> bool:
    """Whether a text may hold something against the claim all the same."""
    said = list(said)
    speaker, places = said[0].speaker, {one.place for one in said}
    words = frozenset(word for one in said for word in one.stems)
    for at, line in enumerate(some):
        theirs = {source for source, *_ in line.speakers} | {source for *_, source in line.quotes}
        if checks.DOUBT.search(line.own):
            return True
        if at in places:
            continue
        shared = line.stems & words
        behind = min((at - place for place in places if place < at), default=_NEAR + 1)
        if behind <= _NEAR and theirs != {speaker} and (checks.TURN.search(line.own.strip()) or checks.sign(line.own)):
            return True
        if behind <= _BESIDE and (theirs - {speaker} or (theirs != {speaker} and checks.REACTS.search(line.own))):
            return True
        if len(shared) > 1 and (checks.sign(line.own) or theirs - {speaker}):
            return True
        figures = checks.amounts(line.own) - {0.0, 1.0, 2.0}
        if any(len(line.stems & some_stems) > 1 or figures & amounts for some_stems, amounts in telling):
            return True
    return False
