"""References to an actor in one text: names, what stands beside them, and definite descriptions.

The rules by which a description is linked to an actor. They prefer to miss one over linking a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from framing.comparison.content.holders import BARE, Office, given, means, offices
from framing.comparison.content.items import mentions
from framing.comparison.content.vocabulary import (
    BODIES,
    COMPANY,
    DEMONYMS,
    HEADS,
    PERSONS,
    SMALL_WORDS,
    STOP,
    TITLES,
    WEAK,
    WORLD,
)
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor
from framing.text.typography import CAPITALS

_NATIONS = (  # and other adjectives with a capital, which are nobody's names
    frozenset(DEMONYMS.values())
    | {"US", "U.S", "UK", "EU"}
    | set("Communist Marxist Maoist Stalinist Socialist Soviet Nazi Islamist Islamic Western Eastern Baathist".split())
)
ACTORS = 3  # the most frequent names, where the event names no actors
REACH_ALONE = 6  # for an office that one person alone of the text holds
REACH, REACH_MODIFIED = 1, 3  # sentences back: *the company* is anybody's, *the high-risk vendor* is not
_BESIDE = 140  # characters behind a name in which an apposition stands
_MAKERS = frozenset("maker manufacturer vendor supplier producer developer operator".split())
_FUNCTION = (
    "of|to|in|on|at|by|for|from|with|as|and|or|but|that|which|who|whose|whom|if|than|is|are|was|were|be|been|has|have|"
    "had|will|would|can|could|may|might|must|should|it|its|they|he|she|we|said|says|say|not|no|when|where|while|"
    "after|before|into|about|against|over|under|between|because|so|do|does|did|what|how|this|these|those|a|an|the|"
    "every|each|any|another|no|such|some|all|both|our|their|your|my|his|her"
)
_BOUND = "that|which|who|whose|in|at|with|from|for|on|behind|to|against|by|as|over|under|and|but"
_LISTS = frozenset("to against by as over under and but".split())  # "Huawei, the union and others" is a list
_WORD = rf"(?:(?:[{CAPITALS}]\.){{2,6}}|\w[\w&’'�-]{{0,40}})"  # bounded, so that no text makes the search slow
_INNER = rf"(?!(?:{_FUNCTION})\b){_WORD} "  # a word between the article and the noun

_OWNER = rf"(?:[{CAPITALS}]\w{{0,40}} ){{0,3}}[{CAPITALS}]\w{{0,40}}(?:['’�]s|s['’])"
_AFTER = re.compile(
    rf"^(?P<link>,| (?:is|was|are|were|remains|became|becomes)) "
    rf"(?P<what>(?:not )?(?:[Tt]he|[Aa]n?|{_OWNER})(?: (?!(?:{_FUNCTION})\b){_WORD}| of(?: the)?){{1,9}})"
    rf"(?=(?P<end>[,.;:)—–]|$| [—–]| (?:{_BOUND})\b))"
)
_OF = re.compile(rf"^ of(?: (?!(?:{_FUNCTION})\b){_WORD}){{1,3}}")
_PARTICIPLE = re.compile(r" \w+ed$")
_TITLED = re.compile(
    rf"(?<!\w)((?:[{CAPITALS}][\w-]* ){{0,3}}(?i:{'|'.join(sorted(TITLES - BARE))})\.? (?:of [{CAPITALS}]\w+ )?)$"
)
_NO_TITLE = re.compile(rf"^(?:(?:{'|'.join(sorted(SMALL_WORDS | STOP))}|despite|former|then) )+", re.IGNORECASE)
_IN = re.compile(rf" in ([{CAPITALS}]\w+)")
_NAME_BEHIND = re.compile(rf" [{CAPITALS}]\w")
_NAME_BEFORE = re.compile(
    rf"(?:^|[ \n“])(?!(?:In|On|At|By|For|But|And|So|Yet|Still|Now|Then|Today|Since)\b)[{CAPITALS}]\w+, $"
)
_NAME_APPOSED = re.compile(rf",? (?:[{CAPITALS}][\w.’'-]+ ){{1,3}}[{CAPITALS}]")  # "the House leader, Nancy Pelosi"
_VERB = re.compile(rf"^.*?\b[a-z]+(?:ed|s) (?=[{CAPITALS}])")
_CAPITAL = re.compile(rf"(?<![\w-])[{CAPITALS}][\w’'-]*")
_SAYING = re.compile(  # a clause behind a name is no description: "Obama, a White House aide confirmed"
    r" (?:said|says|say|told|tells|confirm(?:s|ed)|states?|stated|alleg(?:es|ed)|claim(?:s|ed)|adds?|added|shows?|"
    r"showed|argu(?:es|ed)|wr(?:ites|ote)|report(?:s|ed)|not(?:es|ed)|announced|explain(?:s|ed)|warn(?:s|ed)|insist(?:s|ed)|"
    r"suggest(?:s|ed)|tweeted|indicat(?:es|ed)|reads?|acknowledg(?:es|ed)|testified|finds?|found|ruled|believes?)$"
)
_THING = re.compile(  # what happened is no description of a person: "Mr. Roe, a breakthrough in the case"
    r"(?<!champ)(?<!compan)(?<!sc)(?:ity|ion|ment|ness|ance|ence|ship|ism|sis|through|sign|move|step|blow|loss|shift|victory|"
    r"defeat|reversal|refusal|denial|approval|proposal|case|fact|day|year|week|month|time|number|amount|sum|law|bill)$"
)
_WIFE = re.compile(r"\b(?:Mrs|Ms|Miss)\.? $")  # maybe another of the surname
_OBJECT = re.compile(  # behind these a name is not what "is" speaks of: "the effort to unseat Roe was a failure"
    r"\b(?:to [a-z]+|of|for|with|by|against|about|from|on|over|like|than) (?:the |Mr\.? |Dr\.? |[\w-]+ing )?$"
)
_CHIEF = re.compile(  # "chief of staff" is somebody else
    r" (?:of|executive|operating|financial|justice|economist|medical|legal|technology|diplomat|negotiator|strategist|"
    r"prosecutor|minister|whip|engineer|scientist|correspondent|spokes\w+)\b"
)


@dataclass(frozen=True)
class Subject:
    """An actor with what a description of it can be told by."""

    name: str
    kind: str  # company, person, state, body, unknown
    names: tuple[str, ...]
    places: tuple[str, ...]  # words for its country: Chinese, Beijing
    foreign: frozenset[str]  # adjectives of other countries
    offices: frozenset[Office] = frozenset()  # of a person, by the texts

    @cached_property
    def heads(self) -> frozenset[str]:
        return HEADS.get(self.kind, frozenset())

    def placed(self, words: str) -> bool:
        """Whether a description names the actor's country: Chinese, Beijing-backed."""
        return self.adjectives is not None and self.adjectives.search(words) is not None

    def begins(self, words: str) -> int | None:
        """Where the first word for the actor's country, or an owner of its names, stands."""
        place = self.adjectives.search(words) if self.adjectives else None
        found = [words.find(owner) for owner in self.owners if owner in words] + ([place.start()] if place else [])
        return min(found, default=None)

    def strange(self, words: str) -> bool:
        """Whether a description names another country, and not the actor's."""
        return not self.placed(words) and not self.foreign.isdisjoint(_CAPITAL.findall(words))

    def names_another(self, words: str) -> bool:
        """Whether a description holds a name that is none of the actor's: *the Trump regime* is not China."""
        own = {part for name in (*self.names, *self.places, *self.owners) for part in name.split()} | _NATIONS
        if self.kind == "company":  # whose favourite it is, names nobody else
            words = re.sub(rf"^(?:[Tt]he )?{_OWNER} ", "", words)
        return any(
            re.sub(r"['’�]s?$", "", word) not in own
            for word in _CAPITAL.findall(re.sub(r"^(?:The|This|That) ", "", words))
            if not word.endswith(("-based", "-backed", "-listed"))
        )

    @cached_property
    def adjectives(self) -> re.Pattern[str] | None:
        """Words for the actor's country."""
        return re.compile(r"\b(?:" + "|".join(map(re.escape, self.places)) + r")\b") if self.places else None

    @cached_property
    def owners(self) -> frozenset[str]:
        """Names without their last noun: *Trump administration* makes *the Trump regime* the same actor's."""
        split = [name.rsplit(" ", 1) for name in self.names if " " in name]
        return frozenset(first for first, last in split if last.lower() in self.heads)


def subjects_of(corpus: Corpus) -> tuple[Subject, ...]:
    """The actors of the event; without any, the names that most articles have, with a guess at their kind."""
    actors = corpus.event.actors or tuple(_frequent(corpus))
    held = corpus.once(offices_of)
    return tuple(_subject(actor, actors, held.filter(item=actor.name)) for actor in actors)


def offices_of(corpus: Corpus) -> pl.DataFrame:
    """`holders.offices` of all actors and names; use `corpus.once(offices_of)`."""
    return offices(corpus, corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])))


def _subject(actor: Actor, actors: tuple[Actor, ...], held: pl.DataFrame) -> Subject:
    country = actor.country
    places = [DEMONYMS.get(country or "", "")]
    same = [other for other in actors if country and other.name == country]
    places += [name for other in same for name in other.names]
    if country in WORLD:
        places += [country, *WORLD[country]]
    kind = (actor.kind or "").lower()
    last = {name.split()[-1].lower() for name in actor.names}
    if any(word in kind for word in ("company", "firm", "business", "corporation")):
        group = "company"
    elif any(word in kind for word in ("person", "politician", "president", "minister")):
        group = "person"
    elif "state" in kind or "country" in kind or (kind == "government" and actor.name in (country, *WORLD, *DEMONYMS)):
        group = "state"
    elif kind in ("government", "ministry", "agency", "body") or last & BODIES:
        group = "body"
    else:
        group = "unknown"
    mine = frozenset(filter(None, places))
    foreign = frozenset(DEMONYMS.values()) - mine if country else frozenset()
    known = {Office(title, nation or country) for title, nation in held.select("title", "nation").unique().iter_rows()}
    known |= given(actor.kind, actor.references, country)
    return Subject(actor.name, group, actor.names, tuple(mine), foreign, frozenset(known))


def _frequent(corpus: Corpus) -> Iterator[Actor]:
    """The names that most articles have, in at least two outlets."""
    found = corpus.once(mentions).filter(pl.col("kind") == "name")
    outlets = corpus.articles.select("article", "outlet")
    counts = (
        found.with_columns(ahead=corpus.beside(found, "start", ahead=12))
        .join(outlets, on="article")
        .group_by("item")
        .agg(
            articles=pl.col("article").n_unique(), outlets=pl.col("outlet").n_unique(), n=pl.len(),
            names=pl.col("text").unique().sort(),
            before=pl.col("ahead").str.extract(r"(\p{L}+)\.? $").str.to_lowercase().is_in(TITLES).any(),
        )
        .filter(pl.col("outlets") >= 2)
        .sort(["articles", "n", "item"], descending=[True, True, False])
        .head(ACTORS)
    )  # fmt: skip
    for row in counts.iter_rows(named=True):
        state = row["item"] in DEMONYMS or row["item"] in WORLD
        kind = "state" if state else "person" if row["before"] else None
        if row["item"].split()[-1].lower() in COMPANY and not state:
            kind = "company"
        country = row["item"] if state else None
        yield Actor(row["item"], aliases=tuple(row["names"]), kind=kind, country=country)


def definite(subjects: Sequence[Subject]) -> re.Pattern[str] | None:
    """Descriptions with a noun that fits one of the actors; None where none has such nouns."""
    heads = sorted(set().union(*(subject.heads for subject in subjects)), key=lambda head: (-len(head), head))
    if not heads:
        return None
    nouns = "|".join(heads)
    return re.compile(
        rf"(?<![\w-])(?P<first>(?:[Tt]he|[Tt]his|[Tt]hat|{_OWNER}) |(?=[{CAPITALS}]))"
        rf"(?P<inner>(?:{_INNER}){{0,6}}?)(?P<head>(?i:{nouns}))\b(?!-)"
    )


@dataclass
class Reader:
    """Reads the references out of one text.

    starts: where its sentences begin. rivals: where companies stand
    that are no actors, and which a description could mean. holders: where others stand who hold offices, with these.
    """

    text: str
    starts: list[int]
    subjects: Mapping[str, Subject]
    pattern: re.Pattern[str] | None
    rivals: list[int]
    holders: Sequence[tuple[int, frozenset[Office]]] = ()
    marks: list[tuple[int, str]] = field(default_factory=list)  # where an actor is referred to, in order
    taken: list[tuple[int, int]] = field(default_factory=list)  # descriptions that were found

    def read(
        self, names: Sequence[tuple[int, int, str]], given: Sequence[tuple[int, int, str]]
    ) -> Iterator[tuple[str, int, int, str]]:
        """Actor, start, end, way. names, given: where names and given descriptions stand, with their actors."""
        begins = {start: actor for start, _, actor in names}
        self.marks = [(start, actor) for start, _, actor in (*names, *given)]
        for subject in self.subjects.values():
            if subject.kind == "state" and subject.adjectives:
                self.marks += [(match.start(), subject.name) for match in subject.adjectives.finditer(self.text)]
        self.marks.sort()
        for start, end, actor in given:
            self.taken.append((start, end))
            yield actor, start, end, "reference"
        for start, end, actor in names:
            yield actor, self._with_title(start, actor), end, "name"
            yield from self._beside(start, end, self.subjects[actor])
        for match in self.pattern.finditer(self.text) if self.pattern else ():
            start, end = self._span(match)
            cuts = any(low < end <= high for low, high, _ in names)  # the noun is part of a name
            if cuts or self._is_taken(start, end):
                continue
            follows = begins.get(end + 1) if self.text[end : end + 1] == " " else None
            means = follows or self._link(match, start, end)
            if means is None or (follows and not self._fits(match, start, self.subjects[follows])):
                continue
            self.taken.append((start, end))
            self.marks.insert(bisect_right(self.marks, (start, "")), (start, means))
            yield means, start, end, "apposition" if follows else "description"

    def _is_taken(self, start: int, end: int) -> bool:
        return any(low < end and start < high for low, high in self.taken)

    def _fits(self, match: re.Match[str], start: int, subject: Subject) -> bool:
        """Whether what stands before a name describes it; the offices of persons are part of their names."""
        fits = match["head"].lower() in subject.heads and self._first(match, start, subject)
        return subject.kind != "person" and fits

    def _with_title(self, start: int, actor: str) -> int:
        if self.subjects[actor].kind != "person":
            return start
        title = _TITLED.search(self.text[max(0, start - 60, self._sentence_start(start)) : start])
        return start - len(_NO_TITLE.sub("", title[1])) if title else start

    def _beside(self, begin: int, end: int, subject: Subject) -> Iterator[tuple[str, int, int, str]]:
        """What stands behind a name: an apposition, or what the actor is said to be, where it is the subject."""
        at = bisect_right(self.starts, end)
        stop = min(end + _BESIDE, self.starts[at] if at < len(self.starts) else len(self.text))
        match = _AFTER.match(self.text[end:stop].rstrip())
        if match is None or (match["link"] == "," and match["end"].strip() in _LISTS):
            return
        before = self.text[max(self._sentence_start(begin), begin - 60) : begin]
        if (subject.kind == "person" and _WIFE.search(before)) or (match["link"] != "," and _OBJECT.search(before)):
            return
        behind = self.text[end + match.end() : end + match.end() + 60]
        what, way = match["what"], "apposition" if match["link"] == "," else "predicate"
        if match["end"][:1] == " " and _PARTICIPLE.search(what) and what.count(" ") > 1:
            what = _PARTICIPLE.sub("", what)  # "a dagger pointed" at
        if match["link"] == "," and (
            _SAYING.search(match["what"])
            or (subject.kind == "person" and (_THING.search(what) or _NAME_APPOSED.match(behind)))
        ):
            return
        words = what.lower().split()
        nouns = set(words) & (subject.heads if way == "apposition" else set(words))
        about = way == "predicate" or subject.kind != "company" or bool(nouns)
        if about and what.split()[-1][0].islower() and not (subject.kind != "person" and words[-1] in PERSONS):
            start = end + match.start("what")
            if self._is_taken(start, start + len(what)):
                return
            self.taken.append((start, start + len(what)))
            yield subject.name, start, start + len(what), way

    def _span(self, match: re.Match[str]) -> tuple[int, int]:
        """From the article to the noun, with what a maker makes; a verb before a capital is no part of it."""
        start, end = match.start(), match.end()
        if not match["first"]:  # begins with a word for a country, or with an owner: "hit Norwegian giant"
            inner = match["inner"]
            at = [place for one in self.subjects.values() if (place := one.begins(inner)) is not None]
            start += min(at, default=0)
        verb = _VERB.match(match["first"] + match["inner"])
        if verb:
            start += verb.end()
        made = _OF.match(self.text[end : end + 60]) if match["head"].lower() in _MAKERS else None
        return start, end + (made.end() if made else 0)

    def _first(self, match: re.Match[str], start: int, subject: Subject) -> bool:
        """Whether the description begins as one: with an article, an owner, or a word for the actor's country."""
        if start == match.start() and match["first"]:
            return True
        begins = self.text[start : match.end()]
        return bool(match["inner"]) and (
            subject.placed(begins)
            or next(iter(begins.split()), "") in DEMONYMS.values()
            or begins.startswith(tuple(subject.owners) or "\0")
        )

    def _link(self, match: re.Match[str], start: int, end: int) -> str | None:
        """The actor that a definite description means, or None."""
        head, words = match["head"].lower(), self.text[start:end]
        modified = bool(match["inner"]) or end > match.end()
        if self._beside_another(start, end):
            self.rivals.append(start)
            return None
        if head in PERSONS:
            return self._holder(head, start, end)
        fitting = [
            one
            for one in self.subjects.values()
            if head in one.heads
            and self._first(match, start, one)
            and not one.strange(words)
            and not one.names_another(words)
        ]
        behind = _IN.match(self.text[end : end + 30])
        for one in fitting:
            if any(f" {owner} " in f" {words} " for owner in one.owners) or (behind and behind[1] in one.names):
                return one.name
        placed = [one for one in fitting if one.placed(words)]
        if len(placed) == 1 and any(actor == placed[0].name for _, actor in self.marks):
            return placed[0].name
        if not fitting or head in WEAK or (head in _MAKERS and not modified):
            return None
        here = bisect_right(self.starts, start) - 1
        reach = self.starts[max(0, here - (REACH_MODIFIED if modified else REACH))]
        names = {one.name for one in fitting}
        near = [(at, actor) for at, actor in self.marks if reach <= at < start and actor in names]
        rival = max((at for at in self.rivals if at < start), default=-1)
        return near[-1][1] if near and near[-1][0] > rival else None

    def _holder(self, head: str, start: int, end: int) -> str | None:
        """The person whose office a description names, if the last holder of it that was named is the actor."""
        words = self.text[start:end]
        if head == "chief" and _CHIEF.match(self.text[end : end + 20]):
            return None
        fitting = {
            one.name
            for one in self.subjects.values()
            if one.kind == "person" and any(means(words, office) for office in one.offices)
        }
        rivals = [
            at for at, held in self.holders if any(means(words, office) or office.head == head for office in held)
        ]
        others = [at for at in rivals if at < start]
        near = [(at, actor) for at, actor in self.marks if at < start and actor in fitting]
        here = bisect_right(self.starts, start) - 1
        alone = len(fitting) == 1 and not rivals
        reach = self.starts[max(0, here - (REACH_ALONE if alone else REACH))]
        if not near or near[-1][0] < reach or (others and others[-1] > near[-1][0]):
            return None
        return near[-1][1]

    def _beside_another(self, start: int, end: int) -> bool:
        """A description right before or behind the name of somebody else is theirs: *the law firm Crane Oakes*."""
        behind = self.text[end : end + 60]
        return (_NAME_BEHIND.match(behind) or _NAME_APPOSED.match(behind)) is not None or (
            _NAME_BEFORE.search(self.text[max(0, start - 40) : start]) is not None
        )

    def _sentence_start(self, at: int) -> int:
        return self.starts[bisect_right(self.starts, at) - 1]
