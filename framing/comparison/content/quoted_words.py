"""Whose words stand inside quotations: the rules by which they go to one of those who may be speaking."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from framing.comparison.content.antecedents import (
    OBJECT,
    Line,
    Speaker,
    antecedents,
    is_a_stranger,
    is_object,
    is_scrap,
    of_gender,
    of_them,
    only_person,
    possible,
)
from framing.comparison.content.beside_marks import HE_SAID, LETTER, MARKS, VERB, announced, credit
from framing.comparison.content.spoken_of import (
    closed_by,
    is_called,
    is_cried,
    joins,
    of_a_paper,
    owns,
    passes_on,
    pronouns_in,
    says_of,
    speaks,
    turns_to,
    with_others,
)
from framing.corpus.corpus import Corpus
from framing.measures.speaker_words import BODIES

_BESIDE, _QUOTATION = 60, 4  # characters behind a quotation of so many words, within which its speaker is named
_NEAR = 60  # sentences before and behind a quotation among which its speaker is looked for
_BACK = 2  # paragraphs back to which *she said* may lead
_POSTS = (
    r"president|prime minister|minister|governor|senator|congress(?:man|woman)|mayor|speaker|secretary|justice|judge|"
    r"chair(?:man|woman)?|nominee|candidate|chief executive|director|general|ambassador|lawmaker|lawyer|attorney|"
    r"professor|author|billionaire|businessman|chancellor|king|queen|prince|pope|bishop|leader|premier|commissioner|commander"
)
_SINGLE = re.compile(rf"\b(?:he|she|He|She|[Tt]he (?:[\w-]+ ){{0,3}}?(?:{_POSTS}))\b")
_SPEAKING = re.compile(
    rf"{_SINGLE.pattern} (?:(?:has|have|had|is|was|also|then|later|again|once|who|\w+ly) ){{0,3}}(?:{VERB}|"
    r"(?:accus|describ|believ|think|thought|urg|blast|dismiss|den[iy]|refer|hail|prais|express|thank|ask|pledg|threaten|"
    r"defend|reject|condemn|critici|speak|spoke|talk|announc|declar|conced|hint|joke|recall|reveal|suggest|hope|want|"
    r"feel|felt|saw|see|quot|cit|mock|label|dub|brand|warn|insist|claim|say|tell|add|call|writ|stat)\w*\b)|"
    rf"[”\"’'�],? \w+ {_SINGLE.pattern}|"  # “No,” asked the mayor
    r"\b(?:saying|adding|calling|claiming|warning|insisting|arguing|describing|telling|writing|noting|asserting)\b"
)
_LATER = r"(?:also |then |later |\w+ly )?"
_SEVERAL = re.compile(r"\b(?:they|They)\b")
# Behind a quotation: “...,” he said, whoever is named elsewhere in the sentence.
_THEN_SAID = re.compile(rf"(?:[,?!.…][”\"’'�]{{1,2}}|[”\"’'�]{{1,2}},) (?:he|she) {_LATER}{VERB}")
# Behind a quotation: "..., one of them said", somebody without a name.
_SOMEONE = (
    r"(?:one|another|some|many|both|several|neither|an? \w+|(?:the )?(?:other|others|first|second))(?: one)?"
    r"(?: of (?:them|those|us|(?:the|his|her|its|their) \w+))?"
)
# ..., or "..., the Gazette quoted a sailor as saying".
_SOMEONE_SAID = re.compile(
    rf"[,?!.…][”\"’'�]{{1,2}},? (?:{_SOMEONE} {VERB}|[\w .’'-]{{2,60}}? (?:quoted|cited) [^“”\"]{{2,60}}? as saying\b)"
)
_OF_WHOM = re.compile(r"\b(?:who|whom|which|whose) [“\"‘'�]+$")  # a president who “knows nothing”: words on somebody
# Between a quotation and a name behind it: then it is somebody who is spoken to.
_SPOKEN_TO = re.compile(
    rf"{_SINGLE.pattern}|\b(?:which|whose|whom|while|when|where|before|after|until|because)\b|\b(?:told|tells|with|to|by|I|they)\b"
)
_RELAYED = re.compile(r"^(?:He|She) (?:\w+ ){1,4}(?:that|how|why) ")
_QUOTING = re.compile(r"\bquot(?:es|ed|ing)\b[^“\"]{0,80}\bsaying[,:]?\W*$")  # whose words these are, is another's
_LED = re.compile(r"\b(?:that|saying),? [“\"‘'�]{0,2}$")  # to a quotation by who stands before it
_ASKED = re.compile(
    r"\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed)\b[^“”\"]*[^,“”\"] [“\"‘'�]{0,2}$"
)  # whether it is “so,” Holm said
_FOR_THEM = re.compile(
    r"\b(?:spokes\w+|aides?|lawyers?|attorneys?|advis[eo]rs?) (?:for|to|of) "
    r"(?:[^.;“”\"]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St)\.){0,60}$"
)
_READ = re.compile(
    r"\b(?:read|reads|recit(?:ed|es|ing))\b(?! (?:from )?(?:\w+ ){0,3}(?:statement|speech|remarks))[^“”\"]*[“\"]?$"
)
_CLOSES = re.compile(r"[,?!][\"”’'�]{1,2}\s*$|[\"”’'�]{1,2},\s*$")  # a comma leads to the speaker
# A body that speaks by its noun alone: *the union thanked Roe but said*.
_BODY = rf"[Tt]he (?:[a-z][\w-]* ){{0,2}}(?:{'|'.join(sorted(BODIES))})"
_SAID = r"(?:said|says|added|adds|told|tells|wrote|writes|warned|argued|insisted|announced|replied|stated)\b"
_BODY_SAID = re.compile(
    rf"(?:^|[\"”’',:;—–-] ?|\b(?:and|but|while|as|that) ){_BODY} "
    rf"(?:(?!(?:he|she|they|I|we|who|it|which)\b)[\w.,'’-]+ ){{0,8}}?{_SAID}|[\"”’'] {_SAID} {_BODY}\b"
)
# Behind a quotation, an office without a name, which is no body's: *“...,” said the Kettle president*.
_OFFICE = rf"the (?:[\w’'&-]+ ){{0,4}}(?:{_POSTS})\b(?! of\b)"
_OFFICE_SAID = re.compile(rf"[\"”’'�]{{1,2}},? (?:{VERB} {_OFFICE}|{_OFFICE} {_LATER}{VERB})")
# Behind a quotation, what begins another clause, and not who said it.
_TURNS = re.compile(
    r"[”\"’'�»]{1,2},? (?:to which|after|while|but|and|as|because|whereas|though|although|when|before|since|by|at|of|"
    r"from|over|despite|following)\b(?! said)"
)
_GAP = 3  # characters between two sentences of one quotation
_CLOSE = 40  # characters between a speaker and the quotation that its verb leads to
_TO_ITS_END = re.compile(r"[“\"]?[^“”\"]*[”\"]\W*")  # a sentence of nothing but a quotation, and its closing mark
_MARK = re.compile(r"[\"”’'»�]")


def quoted_words(corpus: Corpus, speakers: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """Quoted words by sentence: article, at (where the speaker stands, null if unknown), sure, words, first, last.

    sure: the sentence itself names who speaks, or nobody else can be meant; not a pronoun for one of several people.
    first, last: where the quoted words begin and end.
    """
    body = corpus.sentences.filter(pl.col("part") == "body").join(own, on="article", how="semi", maintain_order="left")
    quoted = (
        corpus.tokens.filter(pl.col("quoted") & pl.col("is_word") & (pl.col("part") == "body"))
        .group_by("article", "sentence")
        .agg(words=pl.len(), first=pl.col("start").min(), last=pl.col("end").max(), starts="start", ends="end")
    )
    sentences = (
        body.drop("words")
        .join(quoted, on=["article", "sentence"], how="left", maintain_order="left")
        .with_columns(any=pl.col("words").is_not_null().any().over("article"))
        .filter("any")
    )
    turns: dict[str, list[tuple[int, int, int, str | None]]] = {}
    for article, *turn in corpus.annotation.turns.select("article", "first", "last", "start", "who").iter_rows():
        turns.setdefault(article, []).append((turn[0], turn[1], turn[2], turn[3]))
    by_article: dict[str, list[Speaker]] = {}
    for article, *rest in speakers.select("article", *Speaker._fields).iter_rows():
        by_article.setdefault(article, []).append(Speaker(*rest))
    rows: list[tuple[str, int | None, bool, int, int, int]] = []
    columns = ("paragraph", "start", "end", "text", "words", "first", "last", "starts", "ends")
    for (article,), part in sentences.group_by("article", maintain_order=True):
        there = by_article.get(str(article), [])
        lines = [
            line
            for *row, begins, ends in part.select(columns).iter_rows()
            for line in _by_speaker(Line(*row), there, list(zip(begins or (), ends or (), strict=True)))
        ]
        labelled = turns.get(str(article), [])
        last: tuple[Line, _Found] | None = None  # the sentence of the quotation before, and who spoke it
        starts = [one.start for one in there]
        alone = len({one.source for one in there if one.attributions}) < 2
        here: list[tuple[Line, _Found]] = []
        for at, line in enumerate(lines):
            if line.words is not None and line.first is not None and line.last is not None:
                near = lines[max(0, at - _NEAR) : at + _NEAR]
                some = there[bisect_left(starts, near[0].start) : bisect_left(starts, near[-1].end + _BESIDE)]
                found = _speaker(near, line, some, last if last and last[0].paragraph == line.paragraph else None)
                above = last[0].paragraph == line.paragraph - 1 if last else False
                if last and above and found.at in (None, last[1].at) and not LETTER.search(line.outside):
                    # a block quotation of several paragraphs; below its end another's may begin
                    ended = any(
                        (_TO_ITS_END.fullmatch(last[0].text), of_them(line, last[1].at, there), is_scrap(last[0]))
                    )
                    found = _Found(last[1].at, last[1].sure and (alone or not ended))
                for low, high, start, who in labelled:
                    found = _Found(start if who else None, who is not None) if low <= line.first < high else found
                last = None if found.at is None else (line, found)
                here.append((line, found))
        rows += [
            (str(article), *found, line.words or 0, line.first or 0, line.last or 0) for line, found in _carried(here)
        ]
    schema: dict[str, pl.DataType | type[pl.DataType]] = {"article": pl.String, "at": pl.UInt32, "sure": pl.Boolean}
    schema |= dict.fromkeys(("words", "first", "last"), pl.UInt32)
    return pl.DataFrame(rows, schema=schema, orient="row")


def _by_speaker(line: Line, speakers: list[Speaker], words: list[tuple[int, int]]) -> Iterator[Line]:
    """A sentence, parted where another is given the word between two quotations.

    *Holm called it “sad” after Roe told of “joy”*, *..., Holm said over cries of “Out”.* speakers: in order of place.
    words: where its quoted words begin and end.
    """
    crowd = (at for at, (begin, _) in enumerate(words) if at and is_cried(line.text, begin - line.start))
    if cut := next(crowd, None):
        at = words[cut][0]
        yield from _by_speaker(line.part(line.start, at, words[:cut]), speakers, words[:cut])
        yield line.part(words[cut - 1][1], line.end, words[cut:])
        return
    low, high = (bisect_left(speakers, at, key=lambda one: one.start) for at in (line.start, line.end))
    there = [one for one in speakers[low:high] if one.attributions] if words and high - low > 1 else []
    for one in there[1:]:
        before = [word for word in words if word[1] <= one.start]
        behind = words[len(before) :]
        if not before or not behind or one.source == there[0].source:
            continue
        if _TURNS.match(line.text[before[-1][1] - line.start : one.start - line.start]) is None:
            continue  # "“No,” said Roe": of the quotation before
        at = before[-1][1] + 1
        yield line.part(line.start, at, before)
        yield from _by_speaker(line.part(at, line.end, behind), speakers, behind)
        return
    yield line


class _Found(NamedTuple):
    """Where the speaker stands (None: it cannot be told), and whether nobody else can be meant."""

    at: int | None
    sure: bool


def _carried(here: list[tuple[Line, _Found]]) -> list[tuple[Line, _Found]]:
    """A quotation that its paragraph leaves open is by whoever speaks in the next one: “One ... \\n “Two,” she said.
    Its sentences are by whom the last of them names: “One. Two,” she said."""
    found = list(here)
    for at in range(len(found) - 2, -1, -1):
        (line, mine), (behind, theirs) = found[at], found[at + 1]
        ends_open = line.last is not None and not _MARK.search(line.text[line.last - line.start :])
        goes_on = behind.first is not None and behind.first - behind.start <= 1
        if theirs.sure and not mine.sure and ends_open and goes_on and behind.paragraph == line.paragraph + 1:
            found[at] = (line, theirs)
        inside = behind.first == behind.start and behind.paragraph == line.paragraph and behind.start - line.end < _GAP
        told = theirs.at is not None or LETTER.search(behind.outside)
        if ends_open and inside and not LETTER.search(line.outside) and told:
            found[at] = (line, theirs)
    return found


def _speaker(lines: list[Line], line: Line, speakers: list[Speaker], last: tuple[Line, _Found] | None) -> _Found:
    """Where the speaker of a sentence's quoted words stands. lines, speakers: those near the sentence. last: the
    sentence of the quotation before and its speaker, if it is in the same paragraph."""
    speakers = possible(line, speakers)
    # "He added that Moscow will answer"
    told = HE_SAID.match(line.text) or _RELAYED.match(line.text) or _THEN_SAID.search(line.text)
    pronoun = told is not None
    # A sentence that names somebody itself may mean them by its own *he*.
    named = any(one.single and line.start <= one.start < (line.first or line.start) for one in speakers)
    others = of_gender(lines, line, speakers, pronouns_in(told[0] if told else line.outside))
    if last and any(one.start == last[1].at for one in speakers if one not in others or (pronoun and not one.single)):
        last = None  # a man, where *she* goes on; a body
    speakers = others
    attributed = [one for one in speakers if one.attributions]
    here = [] if pronoun else [one for one in attributed if line.start <= one.start < line.end]
    first = line.first or line.start
    ahead = line.text[: first - line.start]
    if of_a_paper(ahead) or _READ.search(ahead) or is_cried(line.text, first - line.start):
        return _Found(None, False)  # *Holm read the preamble (“We the people”)*: words of the paper
    if here:
        return _given(line, speakers, here)
    if _SOMEONE_SAID.search(line.text) or _OF_WHOM.search(ahead) or is_called(ahead):
        return _Found(None, False)
    by_mark = announced(lines, line, speakers)
    if by_mark is not None:
        return _Found(by_mark, True)
    if not pronoun and _BODY_SAID.search(line.outside):  # nobody's but a body's: its name, where one was given
        speakers = [one for one in speakers if one.kind == "institution"]
        attributed = [one for one in speakers if one.attributions]
        last = last if last and any(one.start == last[1].at for one in speakers) else None
    elif _OFFICE_SAID.search(line.outside):
        speakers = [one for one in speakers if one.kind != "institution"]
        attributed = [one for one in speakers if one.attributions]
        last = last if last and any(one.start == last[1].at for one in speakers) else None
    credited = credit(lines, line, speakers)
    if credited is not None:
        return _Found(credited, True)
    subject = None if pronoun else _subject(line, speakers)
    if subject is not None:
        return _Found(subject.start, speaks(line.text[subject.end - line.start : first - line.start]))
    end = line.last or 0
    beside = [
        one
        for one in speakers
        if one.start < line.end
        and 0 <= one.start - end < _BESIDE
        and not _SPOKEN_TO.search(line.text[end - line.start : one.start - line.start])
    ]
    whole = (line.words or 0) >= _QUOTATION or not LETTER.search(line.outside)
    if whole and not pronoun and len({one.source for one in beside}) == 1:
        return _Found(beside[0].start, True)
    block = [other for other in lines if other.paragraph == line.paragraph]
    there = [
        one.start for one in attributed if block[0].start <= one.start < block[-1].end and (one.single or not pronoun)
    ]
    if not whole and not _SINGLE.search(line.outside) and not _SEVERAL.search(line.outside):
        return _Found(None, False)  # two or three words in a sentence of the outlet's own
    outside = " ".join(other.outside for other in block)
    alone = not LETTER.search(outside)  # a paragraph of nothing but a quotation goes on where the last one ended
    back = [other for other in lines if 0 <= line.paragraph - other.paragraph <= (1 if alone else _BACK)]
    if is_a_stranger(back, line, speakers, pronouns_in(line.outside if pronoun else outside)):
        return _Found(None, False)
    near = [one for one in speakers if back[0].start <= one.start < line.start]
    bare = not LETTER.search(line.outside)
    # *A laboratory found “no sign of it”*: words of the sentence's own, without a pronoun, may lead to somebody else.
    # *The inquiry found the mayor “misled us”*: nor do *he* and *the mayor*, where they do not speak.
    open_to = bare or pronoun or bool(_SPEAKING.search(line.outside) or _SEVERAL.search(line.outside))
    open_to = open_to and (pronoun or not named)
    only = only_person(back, line, speakers)
    before = [start for start in there if (last[0].end if last else 0) <= start < line.start]
    if before:
        same = any(one.start == max(before) and one.source == only for one in speakers)
        return _Found(max(before), bare or (open_to and same))
    if last:
        between = any(one.single and last[0].end <= one.start < line.start for one in speakers)
        those = {one.source for one in speakers if one.single and last[0].start <= one.start < line.start}
        several = not bare and not pronoun and len(those) > 1  # *Holm asked Roe. She bit her lip before saying “No”*
        return _Found(last[1].at, last[1].sure and not between and not several and open_to)
    if there and whole and not pronoun and not _SINGLE.search(line.outside):
        # *“It is so.” Prosecutors say they are confident*: who speaks next, may speak of something else.
        one = next(one for one in attributed if one.start == there[0])
        own = next(other for other in block if other.start <= one.start < other.end)
        goes_on = own.words is not None or one.kind == "person"
        return _Found(one.start, goes_on and len({one.source for one in attributed if one.start in there}) == 1)
    if pronoun or _SINGLE.search(outside):
        near = antecedents([one for one in near if one.single], back)
    elif alone or _SEVERAL.search(outside):
        near = [one for one in near if one.attributions]
    else:
        return _Found(None, False)
    return _Found(
        near[-1].start if near else None,
        bool(near) and near[-1].source == only and open_to and not alone and not is_object(near[-1], back),
    )


def _given(line: Line, speakers: list[Speaker], here: list[Speaker]) -> _Found:
    """The one whom a sentence gives the word, of those whom it gives it (here).

    Not sure where the quotation may be the words of either or of both: *Holm said Roe had called it “bad”*, *Holm told
    him that “...,” Roe said*, *Holm and Roe said*; or of somebody who speaks for them: *a spokesman for the mayor,
    Holm*.
    """
    first, last = line.first or line.start, line.last or line.start
    found, sure = _of_several(line, here)
    ahead = line.text[: first - line.start]
    told = any(one.end <= first for one in here) and _LED.search(ahead)
    between = line.text[last - line.start : max(found.start - line.start, 0)]
    if found.start >= last and (told or _ASKED.search(ahead) or passes_on(ahead, between)):
        sure = False
    if found.end <= first and any(
        closed_by(line.text[last - line.start : one.start - line.start], line.text[one.end - line.start :])
        for one in here
        if one.start >= last and one.source != found.source
    ):
        sure = False
    others = [
        one for one in speakers if one.kind == "person" and line.start <= one.start and one.source != found.source
    ]
    before = [one for one in others if one.end <= found.start][-1:]
    until = found.end if found.kind == "person" else found.start  # *a spokesman for Mr. Roe* is one phrase
    sure = sure and not with_others(line.text[found.end - line.start :])
    sure = sure and not _FOR_THEM.search(line.text[: until - line.start])
    if any(joins(line.text[one.end - line.start : found.start - line.start]) for one in before) or any(
        found.start < one.start < found.end for one in others
    ):
        sure = False
    return _Found(found.start, sure and _QUOTING.search(ahead) is None)


def _of_several(line: Line, here: list[Speaker]) -> tuple[Speaker, bool]:
    """Whose words a quotation is, of those whom its sentence gives the word, and whether it can be no other's."""
    first = line.first or line.start
    found = _nearest(here, line)
    before = [one for one in here if one.end <= first]
    if found.start >= (line.last or line.start) or len({one.source for one in before}) < 2:
        return found, True
    if line.text[: first - line.start].rstrip(MARKS).endswith((",", ":")):
        return found, True
    one, other = before[-2:]
    between, behind = line.text[one.end - line.start : other.start - line.start], line.text[other.end - line.start :]
    if turns_to(between):
        return other, True
    return (one, True) if says_of(between, behind) else (found, False)


def _nearest(here: list[Speaker], line: Line) -> Speaker:
    """Of those whom a sentence gives the word: who stands right behind a whole quotation, else the first.

    Not who asks: *Challenged by Roe, Holm said*.
    """
    first, last = line.first or 0, line.last or 0
    behind = next((one for one in here if 0 <= one.start - last < _BESIDE), None)
    if behind is not None and (line.words or 0) >= _QUOTATION and _CLOSES.search(line.text[: last + 3 - line.start]):
        return behind
    answers = [one for one in here if not line.text[: one.start - line.start].endswith("by ") or one.start > first]
    if line.text[: first - line.start].rstrip(MARKS).endswith((",", ":")):  # "When Roe left, Holm said, “No ...”"
        close = [one for one in answers if one.end <= first and first - one.end < _CLOSE]
        answers = close[-1:] or answers
    return (answers or here)[0]


def _subject(line: Line, speakers: list[Speaker]) -> Speaker | None:
    """The person that a sentence begins with, where it goes on to quote at some length: "Roe was blunt: “No ...”"."""
    if line.first is None or (line.words or 0) < _QUOTATION:
        return None
    opening = next((one for one in speakers if one.single and line.start <= one.start < line.first), None)
    if opening is None:
        return None
    ahead, behind = line.text[: opening.start - line.start], line.text[opening.end - line.start :]
    someone = _SINGLE.search(ahead)
    before = someone and not ahead.endswith(", ") and ahead[someone.end() :].strip()  # not *the mayor, Ada Holm*
    spoken_of = before or OBJECT.search(ahead) or owns(opening.text, behind)
    return None if spoken_of else opening
