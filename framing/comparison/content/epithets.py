"""Words that one report alone sets on people and groups in its own voice: *far-left lawmakers*, *the unarmed teenager*.

Each sort is one pattern. What people call themselves is no epithet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import polars as pl

from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a word that one report alone sets on somebody outside quotations: the first time for each
EPITHETS: Schema = {
    "sort": pl.String,  # political (far-left, an Obama appointee), person (an unarmed black teenager)
    "label": pl.String,  # the word, in small letters
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,  # of the word with what it is set on
    "end": pl.UInt32,
    "text": pl.String,
}
_POLITICAL = (
    r"(?:far|hard|alt|ultra|extreme|religious)[- ](?:left|right)|(?:left|right)[- ]wing(?:ers?)?|left(?:ist|y)s?|"
    r"(?:ultra|arch|neo)?-?conservatives?(?:-\w+)?|(?:ultra|neo)?-?liberals?(?:-\w+)?|progressives?|radicals?|"
    r"extremists?|hard-?lin(?:e|ers?)|centrists?|(?:democratic |national )?socialists?|(?:ultra|white )?nationalists?|"
    r"populists?|libertarians?|evangelicals?|fundamentalists?|islamists?|supremacists?|anarchists?|"
    r"anti-(?:abortion|immigrant|immigration|government|gay|gun|vaccine|"
    r"muslim|establishment)|pro-(?:life|choice|abortion|gun|business|immigrant|democracy|israel|russia\w*)|"
    r"(?:nominated|appointed) by (?:\w+ ){0,3}?(?:President|Presidents|Gov\.|Governor)|appointees?|"
    r"hawkish|firebrand"
)
_PEOPLE = (
    r"(?:man|men|woman|women|teen|teens|teenagers?|boys?|girls?|youths?|person|people|persons|kids?|child|children|"
    r"students?|officers?|cops?|drivers?|suspects?|victims?|couples?|famil(?:y|ies)|voters?|residents?|workers?|"
    r"immigrants?|migrants?|refugees?|lawmakers?|congress(?:man|woman)|businessm[ae]n|activists?|leaders?)"
)
_WHAT = (
    r"unarmed|black|white|brown|Muslim|Jewish|Christian|Catholic|Mormon|Hispanic|Latino|Latina|Arab|gay|lesbian|"
    r"transgender|undocumented|homeless|disabled|pregnant|elderly|teenage|billionaire|millionaire|wealthy|rich|poor|"
    r"openly gay|biracial|native-born|foreign-born|working-class|middle-class"
)
_PERSON = (
    rf"(?:(?:{_WHAT})[ -]){{1,3}}{_PEOPLE}|(?:African|Asian|Arab|Mexican|Palestinian|Cuban|Muslim|Iranian|"
    r"Chinese|Haitian|Native)[- ]Americans?|billionaires?|millionaires?|ex-convicts?|convicted felons?|felons?|"
    r"army veterans?|"
    r"self-(?:styled|described|proclaimed|declared)|single mothers?|widows?|orphans?|"
    r"father of \w+|mother of \w+|(?:college )?drop-?outs?"
)
_SORTS = {
    sort: re.compile(rf"(?<![\w-])(?:{words})\b", re.IGNORECASE)
    for sort, words in (("political", _POLITICAL), ("person", _PERSON))
}
_SOMEBODY = re.compile(_PEOPLE, re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:\w+s|men|women|people|children|youth)$", re.IGNORECASE)
_NOT_OF_PEOPLE = re.compile(
    r" (?:arts|estimates?|interpretation|use|change|surgery|care|number|figure|day|tariffs?|trade)\b"
)
# Of these the word is one of politics: *radical cleric*; not *radical surgery*, *a progressive illness*.
_WIDE = re.compile(r"radical|progressive", re.IGNORECASE)
_BEHIND_IT = re.compile(r" ([^\W\d_A-Z][\w’'-]*)")
_POLITICAL_THING = re.compile(
    rf"(?:{_PEOPLE}|left|right|wing|groups?|movements?|part(?:y|ies)|factions?|politic\w*|ideolog\w+|agendas?|"
    rf"candidates?|members?|clerics?|preachers?|imams?|elements?|followers|supporters|allies|donors|organi[sz]ations?|base|"
    rf"caucus|bloc|senators?|mayors?|governors?|judges?|prosecutors?|democrats?|media|causes?)",
    re.IGNORECASE,
)
_WORD = re.compile(rf"[ -](?:(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|[{CAPITALS}])\.|[^\W\d_][\w’'-]*)")
_BEHIND = 5  # words that are shown behind a label
_THEMSELVES = re.compile(r"\b(?:him|her|them|my|it)sel(?:f|ves)\b[^.;:]{0,30}$")
_AHEAD = re.compile(r"[^\W\d_][\w’'-]* $")
_IN_A_NAME = re.compile(r"[^.!?\n“\"]\s$")  # before a capital: *NARAL Pro-Choice America*
_GOES_ON = re.compile(rf" [{CAPITALS}]")  # behind a capital: *the Coalition of African American Pastors*
_FAR = 80  # characters
_BEGUN = 4  # letters of the second part of a word with a hyphen


def epithets(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`EPITHETS`: where no other report has a word of the family of one of its words, be it in a quotation.

    With the words behind the label, up to five and a break, a name as a whole; where none stand there, with the word
    before it. Not *liberal arts*, *a conservative estimate*.
    """
    holders = corpus.once(beginnings)
    quoted = set(corpus.tokens.filter("quoted").select("article", "start").iter_rows())
    columns = ("article", "outlet", "text", "body_start")
    rows: list[dict[str, Any]] = []
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    for sort, pattern in _SORTS.items():
        for article, outlet, text, body in corpus.articles.select(columns).iter_rows():
            seen, until = set[str](), 0
            for match in pattern.finditer(text, body) if article in labels.groups else ():
                label, (low, high) = " ".join(match[0].lower().split()), _phrase(text, match)
                having = [holders.get(beginning(word), set()) for word in _telling(label)]
                alone = any({labels.groups.get(one) for one in those} == {labels.groups[article]} for those in having)
                others = (texts[one] for one, group in labels.groups.items() if group != labels.groups[article])
                alone = alone and not _elsewhere(label, others)
                own = _THEMSELVES.search(text, max(0, match.start() - _FAR), match.start())
                again = label in seen or match.start() < until or (article, match.start()) in quoted
                before = _IN_A_NAME.search(text, max(0, match.start() - 2), match.start())
                within = before if sort == "political" else _GOES_ON.match(text, match.end())
                again = again or (match[0][0].isupper() and within is not None)
                wide = _WIDE.fullmatch(match[0]) and _is_a_thing(text, match.end())
                if not alone or own or again or wide or _NOT_OF_PEOPLE.match(text, match.end()):
                    continue
                seen.add(label)
                until = high
                rows.append(
                    {"sort": sort, "label": label, "article": article, "outlet": outlet, "start": low, "end": high}
                    | {"text": re.sub(r"[’']s?$", "", " ".join(text[low:high].split()))}
                )
    return pl.DataFrame(rows, schema=dict(EPITHETS), orient="row")


def _elsewhere(label: str, texts: Iterable[str]) -> bool:
    """Whether a text has a word with a hyphen as one word, as two, or of the family: *antiabortion*, *hard line*."""
    first, hyphen, second = label.partition("-")
    form = rf"(?i)\b{re.escape(first)}[- ]?{re.escape(second[:_BEGUN])}"
    return bool(hyphen) and any(re.search(form, text) for text in texts)


def _is_a_thing(text: str, at: int) -> bool:
    """Whether a noun stands here that is none of people or politics: *surgery* behind *radical*."""
    noun = _BEHIND_IT.match(text, at)
    return noun is not None and noun[1] not in STOP and not _POLITICAL_THING.fullmatch(noun[1])


def _telling(label: str) -> list[str]:
    """The words of a label that tell something, each as its family has it: *gay* of *gay residents*."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", label) if word not in STOP]
    return [stem(word) for word in words if not _SOMEBODY.fullmatch(word)] or [stem(word) for word in words]


def _phrase(text: str, label: re.Match[str]) -> tuple[int, int]:
    """The label with the words behind it: what it is set on, a name as a whole; or, where none is, those before it."""
    end, name, plural = label.end(), False, _SEVERAL.search(label[0]) is not None
    for word in list(_WORD.finditer(text, end, end + _FAR))[:_BEHIND]:
        small = word[0][1:2].islower()
        verb = end > label.end() and word[0].endswith("ed")  # far-left council raised
        if verb or word.start() != end or (small and (name or plural)) or word[0][1:].lower() in STOP | CALENDAR:
            break
        end, name, plural = word.end(), not small, small and word[0].endswith("s") and not word[0].endswith("ss")
    bare = end == label.end() and not _SEVERAL.search(label[0])
    before = _AHEAD.search(text, max(0, label.start() - _FAR), label.start()) if bare else None
    start = before.start() if before and before[0].strip().lower() not in STOP else label.start()
    return start, end
