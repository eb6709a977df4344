"""Which articles print one text, whose text it is, and what each of them made of it.

A family is one text and its copies. It is grown from its fullest member downwards, so that a brief which stands in
two unlike stories joins one of them and does not join the two; a chain whose ends share little is cut. Takes of one
agency story are one family. Whose text it is, is only said on firm ground: an agency's own version, a credit that a
member carries, or a notice. A date says who was first here, and no more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from framing.comparison.texts.reuse import COPY, EDITED, with_agencies
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import agency_of
from framing.schema import STORIES, conform, empty
from framing.text.typography import CAPITALS

TAKE, TAKE_MEAN = 0.33, 0.25  # containment of the nearest, and mean of all pairs, of two takes of one agency story
SAME = 0.7  # Jaccard from which two texts are almost the same, and so are those between them
TAKE_DAYS = 3  # between them
FAR = 30  # days from the middle of the family beyond which a date decides nothing
# "KELVIN, Oct 3 (Albion Press) - Four": an agency that is on no list.
_DATELINE = re.compile(
    rf"[{CAPITALS}][{CAPITALS} /.'’-]{{2,40}}(?:, [^()\n]{{2,30}})? \(([{CAPITALS}][^()\n]{{1,40}})\) ?[-–—]{{1,2}} "
)
_NOBODY = frozenset({"staff", "own report", "archive", "file", "correspondent"})
_ORIGIN = re.compile(r"(?i)\b(?:first|originally) (?:published|appeared|posted|printed) (?:on|in|by|at|with) (.{2,80})")
_TOLD = re.compile(r"\btold (?:the )?(\w.{1,60})")
_LINKS = frozenset("of and & the for".split())  # small words inside names


@dataclass
class _Text:
    """An article as families see it. size: words; days: of its date; agency: credited; own: it is the agency's."""

    key: str
    outlet: str
    size: int
    days: int | None
    agency: str | None
    own: bool


@dataclass
class _Family:
    """Texts that are one: the fullest first. takes: the groups of it that are copies or edits of each other."""

    members: list[_Text]
    takes: list[list[_Text]] = field(default_factory=list)

    def agency(self) -> str | None:
        """The agency of its own members, else the one that most members credit; null where two are as common."""
        own = Counter(one.agency for one in self.members if one.own)
        return _commonest(own) or _commonest(Counter(one.agency for one in self.members if one.agency))


def stories(corpus: Corpus, shared: pl.DataFrame) -> pl.DataFrame:
    """`schema.STORIES`: for each article the family that it belongs to, whose text that is, and its part in it.

    shared: `schema.REUSE`. The source of a family is the agency's own version where the corpus has it. Where members
    credit an agency whose version is not there, the text is the agency's, and no outlet's: `origin` names it. Else it
    is named by a notice (*originally published in*) or dateline (*LEEDS (Norpress) -*), or by *told the Courier* in the
    text of several members where the Courier is one of them (*told Norpress* is where one remark is from). Else
    `origin` is null: dates and lengths do not tell whose a text is.
    """
    if corpus.articles.is_empty():
        return empty(STORIES)
    texts = _texts(corpus)
    # A text of a few words stands in others by chance: however much of it does, it is no copy.
    most = pl.when(pl.col("band") == "related version").then(EDITED - 0.01).otherwise(1.0)
    related = shared.filter(pl.col("band") != "independent").select(
        "a", "b", pl.min_horizontal("containment", most), pl.min_horizontal("jaccard", most)
    )
    pairs = {(a, b): (containment, jaccard) for a, b, containment, jaccard in related.iter_rows()}
    linked = _Links(pairs)
    families = _taken_together(_grown(texts, linked), linked)
    said = _origins(corpus, [family for family in families if len(family.members) > 1 or not family.agency()])
    rows = [row for family in families for row in _rows(family, linked, said)]
    return conform(pl.DataFrame(rows, schema=dict(STORIES)).sort("article"), STORIES, "stories")


def _texts(corpus: Corpus) -> list[_Text]:
    rows = with_agencies(corpus).select("article", "outlet", "words", pl.col("published").to_physical(), "wire", "own")
    return [_Text(*row) for row in rows.iter_rows()]


class _Links:
    """Containment and Jaccard of two articles, 0 where they are not related."""

    def __init__(self, pairs: dict[tuple[str, str], tuple[float, float]]) -> None:
        self.pairs = pairs

    def containment(self, a: str, b: str) -> float:
        return self.pairs.get((min(a, b), max(a, b)), (0.0, 0.0))[0]

    def jaccard(self, a: str, b: str) -> float:
        return self.pairs.get((min(a, b), max(a, b)), (0.0, 0.0))[1]

    def mean(self, one: _Text, others: Sequence[_Text]) -> float:
        return sum(self.containment(one.key, other.key) for other in others) / len(others)


def _grown(texts: Sequence[_Text], linked: _Links) -> list[_Family]:
    """Families grown from the fullest text downwards: each text joins the one that it shares most with.

    Texts that are almost the same word for word move together.
    """
    groups = _alike(texts, linked)
    home = {text.key: at for at, group in enumerate(groups) for text in group}
    near: list[dict[int, float]] = [defaultdict(float) for _ in groups]  # the nearest two texts of two groups
    for (a, b), (containment, _) in linked.pairs.items():
        one, other = home[a], home[b]
        near[one][other] = near[other][one] = max(near[one][other], containment)
    families: list[list[int]] = []
    member: dict[int, int] = {}
    for at in range(len(groups)):  # the fullest first
        best: tuple[float, int] | None = None
        for number in sorted({member[other] for other in near[at] if other in member}):
            shares = [near[at].get(other, 0.0) for other in families[number]]
            mean = sum(shares) / len(shares)
            if max(shares[0], mean) >= EDITED and (best is None or mean > best[0]):
                best = (mean, number)
        if best is None:
            member[at] = len(families)
            families.append([at])
        else:
            member[at] = best[1]
            families[best[1]].append(at)
    return [_Family(_by_size(text for at in family for text in groups[at])) for family in families]


def _alike(texts: Iterable[_Text], linked: _Links) -> list[list[_Text]]:
    """Texts in groups of almost the same words, the group with the fullest text first."""
    group = {text.key: [text] for text in texts}
    for (a, b), (_, jaccard) in linked.pairs.items():
        if jaccard >= SAME and group[a] is not group[b]:
            small, large = sorted((group[a], group[b]), key=len)
            large += small
            group |= dict.fromkeys((text.key for text in small), large)
    groups = {id(members): _by_size(members) for members in group.values()}
    return sorted(groups.values(), key=lambda members: (-members[0].size, members[0].key))


def _by_size(texts: Iterable[_Text]) -> list[_Text]:
    return sorted(texts, key=lambda text: (-text.size, text.key))


def _taken_together(families: list[_Family], linked: _Links) -> list[_Family]:
    """Families of one agency that are takes of one story, as one."""
    for family in families:
        family.takes = [family.members]
    home = {text.key: at for at, family in enumerate(families) for text in family.members}
    near = sorted(
        {(min(home[a], home[b]), max(home[a], home[b])) for a, b in linked.pairs if home[a] != home[b]},
        key=lambda pair: (-_nearest(families[pair[0]], families[pair[1]], linked), pair),
    )
    moved: dict[int, int] = {}
    for a, b in near:
        one, other = _lead(a, moved), _lead(b, moved)
        if one != other and _takes(families[one], families[other], linked):
            families[one].members = _by_size(families[one].members + families[other].members)
            families[one].takes += families[other].takes
            moved[other] = one
    return [family for at, family in enumerate(families) if at not in moved]


def _lead(at: int, moved: dict[int, int]) -> int:
    while at in moved:
        at = moved[at]
    return at


def _nearest(one: _Family, other: _Family, linked: _Links) -> float:
    return max(linked.containment(a.key, b.key) for a in one.members for b in other.members)


def _takes(one: _Family, other: _Family, linked: _Links) -> bool:
    """Whether two families are takes of one agency story.

    Both are the agency's by what they credit, or one is and the other is a text that several outlets print.
    """
    agencies = {one.agency(), other.agency()}
    agency = next((name for name in sorted(filter(None, agencies))), None)
    if agency is None or len(agencies - {None}) > 1:
        return False
    for family in (one, other):
        if family.agency() is None and len({text.outlet for text in family.members}) < 2:
            return False
    days = [[text.days for text in family.members if text.days is not None] for family in (one, other)]
    if all(days) and (min(days[0]) - max(days[1]) > TAKE_DAYS or min(days[1]) - max(days[0]) > TAKE_DAYS):
        return False
    mean = sum(linked.mean(text, other.members) for text in one.members) / len(one.members)
    return _nearest(one, other, linked) >= TAKE and mean >= TAKE_MEAN


def _origins(corpus: Corpus, families: Sequence[_Family]) -> dict[str, set[str]]:
    """Who an article names as the origin of its text, by article: *originally published in*, *told the Courier*."""
    wanted = [text.key for family in families for text in family.members if len(family.members) > 1]
    found: dict[str, set[str]] = {key: set() for key in wanted}
    bodies = corpus.articles.filter(pl.col("article").is_in(wanted)).select(
        "article", pl.col("text").str.slice("body_start")
    )
    removed = corpus.removed.filter(pl.col("article").is_in(wanted)).select("article", "text")
    for key, text in (*bodies.iter_rows(), *removed.iter_rows()):
        found[key] |= {f"notice:{name}" for match in _ORIGIN.finditer(text) if (name := _name(match[1]))}
    for key, text in bodies.iter_rows():
        if (match := _DATELINE.match(text.lstrip())) and match[1].lower() not in _NOBODY:
            found[key].add(f"notice:{match[1]}")
        found[key] |= {f"told:{name}" for match in _TOLD.finditer(text) if (name := _name(match[1]))}
    return found


def _name(text: str) -> str:
    """The name that a text begins with: words with a capital, and small words between them."""
    words: list[str] = []
    for word in text.split():
        if not (word[0].isupper() or word in _LINKS):
            break
        words.append(word.rstrip(".,;:!?”\"'"))
        if words[-1] != word:
            break
    while words and words[-1] in _LINKS:
        words.pop()
    return " ".join(words)


def _rows(family: _Family, linked: _Links, said: dict[str, set[str]]) -> list[dict[str, object]]:
    members, agency = family.members, family.agency()
    origin, basis = (agency, "agency" if any(text.own for text in members) else "credit") if agency else (None, None)
    if agency is None and len(members) > 1:
        origin, basis = _named(members, said)
    order = sorted(members, key=lambda text: _rank(text, members, origin, linked))
    first = order[0]
    rows: list[dict[str, object]] = []
    for text in members:
        source = next((other for other in order if other.own or other is first), first)
        if any(other.own for other in order):
            owns = [other for other in order if other.own]
            source = max(owns, key=lambda other: (linked.containment(text.key, other.key), -order.index(other)))
        role = _role(text, first, family, linked, origin)
        copied = role in ("copy", "version")
        if role == "copy" and not source.own:
            source = next(
                (other for other in order if other is not text and linked.containment(text.key, other.key) >= COPY),
                source,
            )
        rows.append(
            {
                "article": text.key, "outlet": text.outlet, "story": first.key,
                "copy_of": source.key if copied and source is not text else None,
                "role": role, "origin": origin if len(members) > 1 or text.agency else None,
                "basis": basis if len(members) > 1 or text.agency else None,
                "containment": None if text is first else linked.containment(text.key, source.key) or None,
            }
        )  # fmt: skip
    return rows


def _rank(text: _Text, members: Sequence[_Text], origin: str | None, linked: _Links) -> tuple[object, ...]:
    """The source first: an agency's own, then the outlet that is named as the origin, else the earliest.

    Where the text is an agency's whose version is not there, the one that is most like all the others stands for it:
    what one outlet added is then not taken for the agency's.
    """
    alike = -sum(linked.jaccard(text.key, other.key) for other in members if other is not text)
    days = _sound(text, members)
    if any(one.own for one in members) or text.agency or (origin and agency_of(origin)):
        return (not text.own, round(alike, 6), -text.size, text.key)
    named = origin is not None and _same(text.outlet, origin)
    return (not named, days is None, days or 0, round(alike, 6), -text.size, text.key)


def _sound(text: _Text, members: Sequence[_Text]) -> int | None:
    """The date, unless it lies far from those of the others."""
    others = sorted(one.days for one in members if one.days is not None and one is not text)
    if text.days is None or not others:
        return text.days
    return text.days if abs(text.days - others[len(others) // 2]) <= FAR else None


def _role(text: _Text, first: _Text, family: _Family, linked: _Links, origin: str | None) -> str:
    agency = family.agency()
    if len(family.members) == 1:
        return "agency text" if text.agency and not text.own else "own"
    if text.own or (text is first and (origin is None or _same(text.outlet, origin))):
        return "source" if text.own or origin else "shared text"
    if text is first:
        return "agency text" if agency else "shared text"
    nearest = max(linked.containment(text.key, other.key) for other in family.members if other is not text)
    if linked.containment(text.key, first.key) >= COPY or (not agency and nearest >= COPY):
        return "copy"
    take = next(take for take in family.takes if text in take)
    printed = {other.outlet for other in take if linked.containment(text.key, other.key) >= COPY} - {text.outlet}
    return "version" if agency and (text.agency or printed) else "edited copy"


def _named(members: Sequence[_Text], said: Mapping[str, set[str]]) -> tuple[str | None, str | None]:
    """Whom the texts name as the origin: a notice counts alone, *told* an outlet of the family in half of them."""
    outlets = {text.outlet for text in members}
    notices: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for text in members:
        for one in said.get(text.key, ()):
            kind, _, who = one.partition(":")
            outlet = next((outlet for outlet in sorted(outlets) if _same(outlet, who)), None)
            if kind == "notice" and (outlet is None or outlet != text.outlet):
                notices[outlet or who] += 1
            elif kind == "told" and outlet:  # an agency that was told one thing is no author of the rest
                told[outlet] += 1
    if name := _commonest(notices):
        return name, "notice"
    many = Counter({name: count for name, count in told.items() if count >= max(2, len(members) / 2)})
    return (name, "told") if (name := _commonest(many)) else (None, None)


def _same(one: str, other: str) -> bool:
    bare = [re.sub(r"^the |[^\w]", "", name.casefold()) for name in (one, other)]
    return bare[0] == bare[1] or (other.isupper() and len(other) > 1 and other == _initials(one))


def _initials(name: str) -> str:
    """*MNA* of *Meridian News Agency*."""
    return "".join(word[0] for word in name.split() if word[0].isupper() and word != "The")


def _commonest(counts: Counter[str | None] | Counter[str]) -> str | None:
    """The one that is most common; null where there is none, or two are."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
