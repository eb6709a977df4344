"""What sentences tell as done, still to come or not done: *the ban was lifted*, *will be lifted*, *was not lifted*.

Read are the passive of any verb with one thing or person before it, and a few active verbs of closed lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.text.typography import CAPITALS

DONE, COMING, NOT = "done", "still to come", "not done"
_STAGES = {
    DONE: r"was|has (?:already |now )?been|had (?:already )?been",
    COMING: r"will(?: (?:now|soon|also|then))? be|is (?:to be|set to be|due to be|expected to be|about to be)",
    NOT: r"was not|wasn['’]t|has not(?: yet)? been|hasn['’]t been|has yet to be|will not be|won['’]t be",
}
_BY_AUX = "|".join(
    f"(?P<{name}>{forms})" for name, forms in zip(("done", "come", "nots"), _STAGES.values(), strict=True)
)
_IRREGULAR = (
    "overturned withdrawn shot held sent built sold bought struck shut freed frozen begun broken stolen sunk won lost "
    "torn found born sworn thrown beaten hit cut"
).split()
_PASSIVE = re.compile(
    rf"(?<=[\w,] )(?:{_BY_AUX}) (?:(?:also|now|later|then|finally|unanimously|officially|immediately|formally) )?"
    rf"(?P<verb>[a-z]{{2,}}ed|{'|'.join(_IRREGULAR)})\b"
)
# Without an object or with one thing in all texts; forms of what is done, what is to come, what is not.
_INTO = "(?:effect|force)"
_ACTIVE = {
    "take effect": (
        rf"took effect|(?:went|came|entered) into {_INTO}|has (?:taken effect|(?:gone|come) into {_INTO})|"
        rf"is (?:now|already) in {_INTO}",
        rf"(?:will|is (?:set|due|expected) to|is to) (?:take effect|(?:go|come|enter) into {_INTO})|takes effect",
        rf"(?:did|will|has) not (?:take|taken|go|gone|come) (?:effect|into {_INTO})",
    ),
    "resign": (
        r"(?:has |have )?(?:resigned|stepped down)",
        r"(?:will|is (?:set|expected|about) to|plans to) (?:resign|step down)",
        r"(?:has|did|will|would) not (?:resign|resigned|step down)|refuse[sd] to (?:resign|step down)",
    ),
}
_ACTIVE |= {
    verb: (
        rf"(?:has |had )?(?:already )?{past}",
        rf"(?:will|is (?:set|due|expected) to|is to) {verb}",
        rf"(?:did|will|has) not (?:yet )?(?:{verb}|{past})",
    )
    for verb, past in {
        "begin": "(?:began|begun)", "end": "ended", "resume": "resumed", "arrive": "arrived", "return": "returned",
    }.items()
}  # fmt: skip
_CLOSED = {
    name: re.compile(
        rf"(?<=[\w,] )(?:(?P<done>{forms[0]})|(?P<come>{forms[1]})|(?P<nots>{forms[2]}))\b"
    )
    for name, forms in _ACTIVE.items()
}  # fmt: skip
_RULED = (
    "upheld|uphold|overturned|quashed|annulled|lifted|scrapped|extended|approved|passed|adopted|rejected|accepted|refused|"
    "dismissed|granted|convicted|acquitted|cleared|confirmed|allowed"
)
# "The court upheld the ban on ...": the thing behind the verb
_OBJECT = re.compile(
    rf"\b(?P<verb>{_RULED}) (?P<run>(?:the|a|an|his|her|its|their|[{CAPITALS}][\w-]+['’]s?)(?: [\w’'-]+){{1,6}})"
)
# Before a clause that is none of the text's own: what may be, or is asked.
_PERHAPS = re.compile(r"\b(?:if|unless|whether|until|once|when|before|after|could|may|might|would|should|not|never)\b")
_CUT = frozenset(
    "said says say saying that and but or when where while which who whom because as if after before since until "
    "though although unless whether told tells added claimed announced believes believed".split()
)
_LINK = frozenset("of on against in for to with by from at between over about into under near".split())
_STOPS, _NO_NAMES = _LINK | _CUT | STOP, CALENDAR | STOP
_TOKEN, _PAUSE = re.compile(r"[\w’'-]+|[,—–]"), frozenset(",—–")
_SHORTEST = 3  # letters of a thing
_AHEAD = 12  # words before a verb in which its subject stands
_LIGHT = frozenset(
    map(
        stem,
        """told asked made seen held found used known called expected needed required based named scheduled planned
        supposed considered believed reported said joined followed married interested concerned involved located allowed
        accused inspired surprised pleased worried tired shocked born listed forced able
        described cited quoted aimed designed linked related limited""".split(),
    )
)
_ONE = {"cease-fire": "ceasefire", "truce": "ceasefire"}  # words for one thing
_DEFINITE = frozenset("the his her its their this that".split())


@dataclass(frozen=True)
class Deed:
    """What became of a thing or person in a sentence. low, start, end: of its words, and of the verb."""

    thing: str
    verb: str  # the stem
    stage: str
    name: bool  # whether the thing has a name
    low: int
    start: int
    end: int


def deeds(text: str, names: frozenset[str] = frozenset()) -> Iterator[Deed]:
    """The deeds of a sentence; none in one that asks. names: of its text, see `names_inside`."""
    if text.rstrip().endswith("?"):
        return
    for match in _PASSIVE.finditer(text):
        verb = stem(match["verb"])
        subject = _subject(text, match.start(), names)
        if subject and verb not in _LIGHT and not _until(text, match):
            yield _deed(subject, verb, match, match.start("verb"))
    for verb, pattern in _CLOSED.items():
        for match in pattern.finditer(text):
            if subject := _subject(text, match.start(), names, definite=False):
                yield _deed(subject, verb, match, match.start())
    for match in _OBJECT.finditer(text):
        ahead = text[max(0, match.start() - 30) : match.start()]
        run = list(re.finditer(r"[\w’'-]+", match["run"]))
        stop = next((at for at, word in enumerate(run) if at and word[0].lower() in _STOPS), len(run))
        head = run[stop - 1]
        if stop > 1 and not _PERHAPS.search(ahead) and head[0].islower() and not ahead.endswith(("to ", "be ", "was ")):
            end = match.start("run") + head.end()
            yield Deed(_one(head[0]), stem(match["verb"]), DONE, False, match.start(), match.start(), end)


def _deed(subject: tuple[str, bool, int], verb: str, match: re.Match[str], start: int) -> Deed:
    stage = DONE if match["done"] else COMING if match["come"] else NOT
    thing, name, low = subject
    return Deed(thing, verb, stage, name, low, start, match.end())


def _until(text: str, match: re.Match[str]) -> bool:
    """*Will be closed until May*: it may be closed already."""
    return match["done"] is None and re.match(r" (?:until|till|for|again)\b", text[match.end() :]) is not None


def _subject(text: str, at: int, names: frozenset[str], definite: bool = True) -> tuple[str, bool, int] | None:
    """The thing or person before a verb: its head, whether that is a name, and where its words begin.

    *The ban on Ada Holm*: the ban. None of pronouns, of several (*flights*), behind *if*; definite: of *a ban*.
    """
    low = max(text.rfind(mark, 0, at) for mark in ';:()“”"') + 1
    words = list(_TOKEN.finditer(text, low, at))
    if words and words[-1][0] in _PAUSE:  # "Cardinal Holm, 78, will be freed"
        before = [place for place, word in enumerate(words[:-1]) if word[0] in _PAUSE]
        words = words[: before[-1]] if before else []
    words = words[-_AHEAD:]
    small = [word[0].lower() for word in words]
    cut = max(
        (
            place
            for place, word in enumerate(small)
            if word in _PAUSE or (word in _CUT and not (word == "and" and "between" in small[:place]))
        ),
        default=-1,
    )
    if cut >= 0 and _PERHAPS.search(small[cut]):
        return None
    words, small = words[cut + 1 :], small[cut + 1 :]
    link = next((place for place, word in enumerate(small) if place and word in _LINK), len(small))
    link -= link > 1 and link < len(small) and small[link - 1].endswith("ed")  # "a truce brokered by Norland"
    if not small[:link]:
        return None
    head, lower = words[link - 1][0], small[link - 1]
    if lower in STOP or lower in CALENDAR or not head[0].isalpha() or len(head) < _SHORTEST:
        return None
    if head[0].isupper() and (link > 1 or words[0].start() > 0 or head in names):
        begin = link - 1
        while begin and words[begin - 1][0][0].isupper() and small[begin - 1] not in _NO_NAMES:
            begin -= 1
        return lower, True, words[begin].start()
    known = not definite or any(word in _DEFINITE or word.endswith(("'s", "’s")) for word in small[:link])
    several = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return (_one(lower), False, words[0].start()) if known and head[0].islower() and not several else None


def _one(word: str) -> str:
    return _ONE.get(word.lower(), word.lower())
