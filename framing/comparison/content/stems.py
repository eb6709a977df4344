"""Words without their endings, so that *cut*, *cuts* and *cutting* are one word: for what texts have in common.

The rules are crude on purpose, as in `plain_words`: they bring the forms of a word together and need no right stem.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import lru_cache

import polars as pl

from framing.comparison.content.vocabulary import STOP
from framing.corpus.corpus import Corpus
from framing.text.typography import APOSTROPHES

_FORMS = {
    "say": "said says", "tell": "told", "sell": "sold sale sales", "lose": "lost loss losses", "win": "won",
    "die": "died dead death deaths dying", "buy": "bought", "fall": "fell fallen", "rise": "rose risen rising",
    "begin": "began begun", "spy": "spies spied spying", "lie": "lied lies lying", "steal": "stole stolen",
    "withdraw": "withdrew withdrawn "
                "withdrawal", "think": "thought", "hit": "hitting", "cut": "cutting", "leave": "left",
    "fight": "fought", "seek": "sought", "producer": "producers", "deny": "denied denies denial denials denying",
    "threat": "threaten threatens threatened threatening", "strike": "struck striking", "shoot": "shot shots shooting",
    "use": "used uses using", "cling": "clung clinging", "hang": "hung hanging", "sink": "sank sunk sunken",
    "sweep": "swept", "weep": "wept", "tear": "tore torn", "break": "broke broken", "drive": "drove driven",
    "speak": "spoke spoken", "choose": "chose chosen", "throw": "threw thrown", "blow": "blew blown", "run": "ran",
    "catch": "caught", "flee": "fled fleeing", "send": "sent", "spend": "spent", "shake": "shook shaken",
    "freeze": "froze frozen", "hide": "hid hidden", "beat": "beaten", "write": "wrote written", "draw": "drew drawn",
    "shrink": "shrank shrunk", "swear": "swore sworn", "take": "took taken", "give": "gave given", "bring": "brought",
    "invad": "invasion invade invaded invades invading invasions", "woman": "women", "man": "men", "child": "children",
    "tragic": "tragedy tragedies tragically", "disaster": "disasters disastrous disastrously",
    "monster": "monsters monstrous", "fury": "furious furiously", "anger": "angry angrily angered",
    "horror": "horrors horrible horribly horrific horrifying horrified", "chaos": "chaos chaotic",
    "drama": "dramas dramatic dramatically", "hero": "heroes heroic heroism", "hunger": "hungry",
    "grief": "grieve grieving grieved",
    "center": "centre centres centers", "theater": "theatre theatres theaters", "harbor": "harbour harbours harbors",
    "color": "colour colours colors", "labor": "labour", "see": "saw seen",
    "judgment": "judgments judgement judgements",
    "neighbor": "neighbour neighbours neighbors",
}  # fmt: skip
_IRREGULAR = {form: word for word, forms in _FORMS.items() for form in forms.split()}
_VOWEL = frozenset("aeiouy")
_FAMILY, _SHORT = 0.7, 5  # of a word's letters (five at least) that another begins with: immigrant, immigration
# Behind a word of four letters they make a compound of its family: *rail*, *railway*, *bank*, *banker*.
_COMPOUND = re.compile(
    r"^(\w{4})(?:ways?|road|side|lines?|m[ae]n|wom[ae]n|works?|workers?|houses?|rooms?|land|time|s?ship|ers?|ings?)$"
)
# One word of two: *crackdown*, of the family of *to crack down*.
_PHRASAL = re.compile(r"^(\w{4,9})(?:down|out|off|over|back|away)s?$")
_PREFIX = re.compile(r"^(?:re|un|non|pre|anti)-?(?=\w{6})")
# Censor, censorship; pain, painful; election, electoral.
_DERIVED = re.compile(r"(?<=\w{4})(?:ship|ful|fully|less|ness|hood)s?$|(?<=\w{5})oral$")
_LONGEST = 40  # letters of a word


@lru_cache(maxsize=200_000)
def stem(lower: str) -> str:
    """The word (in small letters) without possessive, plural, -ing, -ed, -ion and a final e."""
    word = lower.rstrip(APOSTROPHES)
    if len(word) > 2 and word[-2] in APOSTROPHES and word[-1] == "s":
        word = word[:-2]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ations", "ation", "ition", "tion", "sion", "ing", "ied", "ed", "ment"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and not _VOWEL.isdisjoint(rest):
            word = rest + {"ied": "y", "tion": "t", "sion": "s"}.get(ending, "")
            if ending in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def stems(corpus: Corpus) -> pl.DataFrame:
    """The words of all texts, headline included, in order. Use `corpus.once(stems)`.

    Columns: article, sentence, part, start, end, text, lower, quoted as in `tokens`; stem; content (whether it is no
    function word and no number).
    """
    words = corpus.tokens.filter("is_word").select(
        "article", "sentence", "part", "start", "end", "text", "lower", "quoted"
    )
    distinct = words["lower"].unique()
    known = pl.DataFrame(
        {"lower": distinct, "stem": [stem(word) for word in distinct]}, schema={"lower": pl.String, "stem": pl.String}
    )
    functions = sorted(STOP)
    return words.join(known, on="lower", how="left", maintain_order="left").with_columns(
        content=~pl.col("lower").is_in(functions) & pl.col("lower").str.contains(r"\p{L}{2}")
    )


def beginnings(corpus: Corpus) -> dict[str, set[str]]:
    """Beginning of a word -> the texts that have a word which begins so; capitals, numbers and headlines count.

    Use `corpus.once(beginnings)`. Of what is too long for a word only the whole and its own beginning are kept.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, articles in corpus.once(stems).group_by("lower").agg(pl.col("article").unique()).iter_rows():
        head = _COMPOUND.match(word) if len(word) <= _LONGEST else None
        pieces = word.split("-")  # labor in pro-labor, judge in three-judge
        forms = {word, stem(word), *pieces, *map(stem, pieces)}
        parts = {*forms, *(_DERIVED.sub("", form) for form in forms), *(head.groups() if head else ())}
        parts |= {whole} if (whole := phrasal(word)) else set()
        for part in parts:
            usual = len(part) <= _LONGEST
            for size in range(min(_SHORT, len(part)), len(part) + 1) if usual else (len(beginning(part)), len(part)):
                found[part[:size]].update(articles)
    return found


def beginning(word: str) -> str:
    """What all words of its family begin with, by and large: *controversial*, *controversy*. Crude, for silence."""
    word = _DERIVED.sub("", phrasal(word) or word)
    return word[: max(_SHORT, math.ceil(_FAMILY * len(word)))]


def phrasal(word: str) -> str | None:
    """The verb in a noun of two words: *crack* of *crackdown*."""
    found = _PHRASAL.match(word) if len(word) <= _LONGEST else None
    return found[1] if found else None


def holders(found: dict[str, set[str]], word: str) -> set[str]:
    """The texts with a word of the family of a word, be it without *re*, *un* or *non*: *reapportion*, *apportion*.

    found: `beginnings`.
    """
    bare = _PREFIX.sub("", word)
    return found.get(beginning(word), set()) | (found.get(beginning(bare), set()) if bare != word else set())
