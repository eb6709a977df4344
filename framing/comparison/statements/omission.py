"""What an outlet's own text leaves out that half of the others carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.common import is_common
from framing.comparison.content.coverage import left_out
from framing.comparison.content.cried import cried
from framing.comparison.content.divided import HOME, is_place
from framing.comparison.content.earlier import LESS, of_earlier_day
from framing.comparison.content.figures import currency
from framing.comparison.content.in_full import in_common, in_full
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number
from framing.comparison.content.listed_bodies import of_a_list
from framing.comparison.content.longer import whole_name
from framing.comparison.content.means_by import by_office, called, in_short, roughly
from framing.comparison.content.meant import BYNAMES
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.told_with import Told
from framing.comparison.content.units import CODES, SIGNS
from framing.comparison.content.vocabulary import DEMONYMS, REGIONS, STATES, WORLD
from framing.comparison.statements import Evidence, Statement, evidence_of, made
from framing.comparison.telling import ROOM, evidence_of_told, told_of, writes
from framing.text.typography import CAPITALS

_NAMED = 6  # items in one sentence
_ROOM = 5  # more words than `telling` has for names and sentences: *does not name*
_CODE = re.compile(rf"(?<={CODES})(?=\d)")  # behind that of a currency
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CARRIERS = 4  # outlets that are named
_ORDER = 3  # times, within which two figures of a thing are set beside each other
_NEAR = 1.5  # times, within which a sum is near another
_SCALES = frozenset("million billion trillion percent".split())
_AMOUNT = re.compile(r"^\S+ (?:(?:million|billion|trillion) (?=\w))?")  # behind it stands what is counted
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) $")
_PLATFORMS = frozenset({"Twitter", "Facebook", "Instagram", "YouTube", "TikTok", "Truth Social", "Telegram", "Reddit"})
_FAITH = frozenset({"God", "Allah", "Lord", "Bible", "Christmas", "Easter", "Ramadan"})
_NETWORKS = frozenset({"ABC", "NBC", "CBS", "MSNBC", "PBS", "C-SPAN"})  # by the name of a show, too
_NOT_NEWS = _PLATFORMS | _FAITH | _NETWORKS | BYNAMES
_PARTIES = {"Democrats", "Republicans"}
_WEIGHTY = 0.12  # more for what stands in headlines of two others, and for who acts or is given the word
_NICKNAME = re.compile(rf"['’] [{CAPITALS}]")  # behind the first word of one: *Lyin' Ted*
_LATER = "later"  # the place of a country that stands in no headline and no lead: no part of the news


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Two sentences at most for each outlet that leaves out names or figures, by the rule of `coverage`; one for those
    that leave out the same.

    A text of 40 to 100 words leaves out only names that all others have on top (see `coverage`).
    Stated only among articles of the main news, of an outlet's own text (a reprint leaves out nothing of its own;
    text of an absent agency is called that agency's), and only where no form of the item stands anywhere in what
    the outlet printed. Not said: where something was first told or posted (other media, networks), places alone
    that no headline has and that not all others name, a country that no report has in its headline or its first
    paragraphs, the reader's own country, if no headline has it, names behind an ordinal (*34th Congressional
    District*), what may be a common noun (see `is_common`), what is `cried` (*“The Greatest”*),
    a body that the outlet may mean by what it is (*Norland's football federation*), somebody whom it may mean by an
    office (*the vice president*).
    Of a figure, the outlet's own figures of the same thing are given, which no text gives beside it; where it gives
    another one for what `numbers`, `rivals` and `mismatches` tell, nothing is said here, nor of a sum where it gives
    sums in another currency only. Those that carry it are named where they are few; of the rest nothing is said: they
    may be short, or have it in a dateline.
    """
    found = left_out(comparison.coverage)
    told = [(one.outlets, one.sentence.split(":")[0]) for one in made(comparison, "themes")]
    known = pl.struct("outlet", "item").map_elements(
        lambda row: any(row["outlet"] in outlets and row["item"] in words for outlets, words in told),
        return_dtype=pl.Boolean,
    )
    found = found.filter(~known) if told and found.height else found  # a theme that is lacking is said by `themes`
    found = found.join(_differing(comparison, found), on=["outlet", "item"], how="anti", maintain_order="left")
    found = found.filter(~pl.col("item").is_in(sorted(_unsaid(comparison, found))))
    found = found.join(_converted(comparison, found), on=["outlet", "item"], how="anti", maintain_order="left")
    for otherwise in (in_short, roughly, called, by_office):
        other = otherwise(comparison.scores.corpus, found)
        found = found.join(other, on=["outlet", "item"], how="anti", maintain_order="left")
    named_after = pl.struct("outlet", "item").map_elements(
        lambda row: f" {row['item']} ".casefold() in f" {row['outlet']} ".casefold(), return_dtype=pl.Boolean
    )
    found = found.filter(~named_after) if found.height else found  # *The Velmia Times* need not name Velmia
    every = set(found["item"])
    lasts = {name.rpartition(" ")[2] for name in every if " " in name}
    twice = {name for name in every if name.removesuffix("s") in every - {name}} | (every & lasts)  # Muslim, Muslims
    found = found.filter(~pl.col("item").is_in(sorted(twice)))
    alike: dict[tuple[bool, tuple[str, ...], str], tuple[list[str], pl.DataFrame]] = {}
    for (outlet,), part in found.group_by("outlet", maintain_order=True):
        for figures in (False, True):
            rows = part.filter((pl.col("kind") == "figure") == figures)
            if rows.is_empty():
                continue
            names = rows["item"].unique(maintain_order=True).to_list()
            own = _own_figures(comparison, str(outlet), names) if figures else ""
            whose = _whose(str(outlet), comparison)
            key = figures, tuple(names), whose if own or whose != outlet else ""
            alike.setdefault(key, ([], rows))[0].append(str(outlet))
    shown = [place for one in made(comparison, "only") for place in one.evidence]
    for (figures, _, _), (outlets, rows) in alike.items():
        if not figures and _mere_places(comparison, rows, outlets):
            continue
        one = _said(comparison, outlets, rows, figures)
        text = _told(comparison, outlets, rows, ROOM + _ROOM - len(one.sentence.split()), shown)
        yield replace(
            one, sentence=one.sentence + writes(comparison, text), evidence=(*one.evidence, *evidence_of_told(text))
        )
        shown += evidence_of_told(text)


def _told(
    comparison: Comparison, outlets: list[str], rows: pl.DataFrame, room: int, shown: list[Evidence]
) -> list[Told]:
    """A sentence with the first of the names or figures that has one which is not shown yet."""
    articles = comparison.scores.corpus.articles
    lacking = articles.filter(pl.col("outlet").is_in(outlets))["article"].to_list()
    names = rows["item"].unique(maintain_order=True).to_list()[:_NAMED]
    carrying = rows["article"].unique().to_list()
    return told_of(comparison, names, carrying, lacking, room, 1, shown)


def _mere_places(comparison: Comparison, rows: pl.DataFrame, outlets: list[str]) -> bool:
    """Whether all that is left out are places that stand in no headline and that not all others name."""
    if (rows["prominence"] == "headline").any():
        return False
    if all(_wide(name) for name in rows["item"]):
        return True  # by many names
    if rows["versions"][0] >= rows["of_versions"][0] - len(outlets):
        return False
    corpus = comparison.scores.corpus
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    named = corpus.once(mentions)
    for name in rows["item"].unique():
        country = name in WORLD or name in DEMONYMS
        places = named.filter(item=name).select("article", "start", "end").rows()
        if not _wide(name) and (country or not is_place(texts, places)):
            return False
    return True


def _wide(name: str) -> bool:
    """The United States, by many names (*the president*), and parts of the world (*Middle East*)."""
    return name in HOME or REGIONS.issuperset(name.lower().split())


def _said(comparison: Comparison, outlets: list[str], rows: pl.DataFrame, figures: bool) -> Statement:
    """outlets: those that lack all of it."""
    items = rows.unique("item", keep="first", maintain_order=True)
    names = items["item"].to_list()
    most, least, of = int(items["versions"][0]), int(items["versions"][-1]), int(items["of_versions"][0])
    outlets = sorted(outlets, key=str.casefold)
    shown = (
        [f"“{_CODE.sub(' ', name)}”" for name in names[:_NAMED]]
        if figures
        else in_full(comparison.scores.corpus, [_in_common(comparison, name, rows) for name in names[:_NAMED]])
    )
    among = ", among others" if len(names) > _NAMED else ""
    others = of - len(outlets) if of == comparison.labels.reports else 0  # 0: some tell other news
    carrying = {frozenset(part["carrier"]) for _, part in rows.group_by("item")}
    rest = set(comparison.scores.corpus.articles["outlet"]) - set(outlets)
    everywhere = all(rest <= one for one in carrying)  # a version of a report may lack it
    who = (
        "the other report does" if others == 1
        else "both other reports do" if least == others == 2 and everywhere
        else f"all {number(len(rest))} others do" if least == others and everywhere
        # The rest may have it in a dateline, or be too short to be asked: nothing is said of them.
        else f"{listed(sorted(next(iter(carrying)), key=str.casefold))} do"
        if len(carrying) == 1
        and len(next(iter(carrying))) <= _CARRIERS
        and not _elsewhere(comparison, names, {*next(iter(carrying)), *outlets})
        else f"at least {number(least)} other reports do" if len(names) == 1
        else f"each of these stands in at least {number(least)} other reports"
    )  # fmt: skip
    verb = "give" if figures else "name"
    of_all = {_whose(outlet, comparison) for outlet in outlets}
    does = "does" if len(of_all) == 1 else "do"
    own = _own_figures(comparison, outlets[0], names) if figures and len(outlets) == 1 else ""
    whose = of_all.pop() if len(of_all) == 1 else listed(outlets)
    what = ("the figure " if len(names) == 1 else "the figures ") if figures else ""
    articles = comparison.scores.corpus.articles
    lacking = articles.filter(pl.col("outlet").is_in(outlets))["article"]
    earlier = of_earlier_day(comparison.scores.corpus, comparison.labels, lacking, rows["article"])
    sentence = f"{whose} {does} not {verb} {what}{listed(shown, 'or')}{among}; {who}{own}.{earlier}"
    evidence = rows.filter(rows["item"].is_in(names[:_NAMED]))
    headed = len(set(rows.filter(prominence="headline")["carrier"])) > 1
    weighty = headed or items["kind"].is_in(["actor", "source"]).any()
    weight = 0.3 * most / max(1, of) + 0.02 * min(len(names), 4)
    return Statement(
        kind="texts",
        subject="omission",
        outlets=tuple(outlets),
        sentence=sentence,
        evidence=evidence_of(evidence),
        salience=min(1.0, 0.2 + weight + (_WEIGHTY if weighty else 0) - (LESS if earlier else 0)),
    )


def _in_common(comparison: Comparison, name: str, rows: pl.DataFrame) -> str:
    articles = rows.filter(item=name)["article"].unique().to_list()
    return in_common(comparison.scores.corpus, name, articles)


def _elsewhere(comparison: Comparison, names: list[str], told: set[str]) -> bool:
    """Whether another outlet has the number, or the last word, of one of these: it may carry it in another form."""
    articles = comparison.scores.corpus.articles.filter(~pl.col("outlet").is_in(sorted(told)))
    wanted = [found[0] if (found := _DIGITS.search(name)) else name.split()[-1] for name in names]
    patterns = [re.compile(rf"(?<![\w.,]){re.escape(one)}(?!\w|[.,]\d)", re.IGNORECASE) for one in wanted]
    return any(pattern.search(text) for text in articles["text"] for pattern in patterns)


def _own_figures(comparison: Comparison, outlet: str, names: list[str]) -> str:
    """*; it has “3,000 troops”*, where it has one figure of the thing, of the same order; of sums in millions and more
    the nearest, if it is near."""
    corpus = comparison.scores.corpus
    keys = corpus.articles.filter(outlet=outlet)["article"].to_list()
    every = corpus.once(mentions).filter(pl.col("kind") == "figure")
    figures = every.filter(pl.col("article").is_in(keys))["item"]
    parts = []
    for name in names[:_NAMED]:
        thing, value = _AMOUNT.sub("", name), _value(name)
        both = every.filter(item=name)["article"].unique().to_list()  # who gives both tells of two things
        beside = set(every.filter(pl.col("article").is_in(both))["item"])
        same = [one for one in figures.unique().sort() if _AMOUNT.sub("", one) == thing and one not in beside]
        if thing in _SCALES and name[:1] in SIGNS and value:
            sums = {one: other for one in same if one[:1] == name[:1] and (other := _value(one))}
            near = [one for one, other in sums.items() if max(value, other) <= _NEAR * min(value, other)]
            parts += [f"“{one}”" for one in near[:1] if len(near) == 1]
            continue
        if not thing.replace(" ", "").isalpha() or thing in _SCALES or len(same) != 1 or value is None:
            continue
        other = _value(same[0])
        if other and max(value, other) <= _ORDER * min(value, other):
            parts.append(f"“{same[0]}”")
    return f"; it has {listed(list(dict.fromkeys(parts)))}" if parts else ""


def _value(figure: str) -> float | None:
    """The number that a figure begins with, thousands with commas."""
    found = re.match(r"[^\d\s]?(\d[\d,]*(?:\.\d+)?) [a-z]", figure)
    return float(found[1].replace(",", "")) if found else None


def _differing(comparison: Comparison, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: figures of a thing for which the outlet has a figure of its own, which is told as such."""
    told = pl.concat(
        frame.select("object", "outlet", "article", "start", "end")
        for frame in (
            comparison.numbers,
            comparison.rivals,
            comparison.mismatches.with_columns(object=pl.format("thing {}", "thing")),
        )
    )
    things = found.join(told.select("object", "article", first="start", last="end"), on="article").filter(
        pl.col("first") < pl.col("end"), pl.col("start") < pl.col("last")
    )
    return things.join(told, on=["object", "outlet"], how="semi").select("outlet", "item").unique()


def _converted(comparison: Comparison, found: pl.DataFrame) -> pl.DataFrame:
    """outlet, item: sums in a currency in which an outlet gives none, where it gives sums in another."""
    corpus = comparison.scores.corpus
    own = (
        corpus.once(mentions)
        .filter(pl.col("sort") == "money")
        .join(corpus.articles.select("article", "outlet"), on="article")
    )
    sign = currency(pl.col("item")).alias("currency")
    given = own.select("outlet", sign).unique()
    wanted = found.join(own.select("item").unique(), on="item", how="semi").select("outlet", "item", sign).unique()
    return wanted.join(given, on=["outlet", "currency"], how="anti").join(given, on="outlet", how="semi").select(
        "outlet", "item"
    )  # fmt: skip


def _unsaid(comparison: Comparison, found: pl.DataFrame) -> set[str]:
    """Items whose lack says nothing."""
    names = found.filter(pl.col("kind") != "figure")
    actors = {actor.name for actor in comparison.scores.corpus.event.actors}
    lead = names.group_by("item").agg((pl.col("prominence") == _LATER).all())
    headed = {*actors, *names.filter(prominence="headline")["item"]}
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    outlets = tuple({re.sub(r" \(.*", "", outlet) for outlet in comparison.labels.outlets.values()})
    far = (set(WORLD) | set(DEMONYMS)) - actors
    unsaid = {
        name
        for name, later in lead.iter_rows()
        if name in _NOT_NEWS
        or name in comparison.scores.corpus.once(cried)
        or is_medium(name)
        or is_common(comparison.scores.corpus, name)
        or whole_name(comparison.scores.corpus, name) is None
        or name.startswith(outlets)
        or (later and name in far)
        or (name in HOME and name not in headed)
    }
    named = comparison.scores.corpus.once(mentions)
    owners = dict(comparison.scores.corpus.articles.select("article", "outlet").iter_rows())
    for item, part in ((str(item), part) for (item,), part in found.group_by("item")):
        if _barely(named, item, set(part["article"]), owners):
            unsaid.add(item)
        places = part.select("article", "start", "end").rows()
        in_words = [
            item[:1].isdigit() and not _DIGITS.search(texts[article][start:end]) for article, start, end in places
        ]
        sum_goes_on = [texts[article][end : end + 1].isalnum() for article, _, end in places]  # $1 of "$1T"
        numbered = [_ORDINAL.search(texts[article][max(start - 6, 0) : start]) for article, start, _ in places]
        owned = [" " not in item and texts[article][end : end + 2] in ("'s", "’s") for article, _, end in places]
        called = [" " not in item and _NICKNAME.match(texts[article][end : end + 3]) for article, _, end in places]
        if (
            all(in_words)
            or all(sum_goes_on)
            or all(numbered)
            or all(called)
            or all(owned)
            or of_a_list(item, texts, places)
        ):
            unsaid.add(item)
    return unsaid


def _barely(named: pl.DataFrame, item: str, articles: set[str], outlets: dict[str, str]) -> bool:
    """Whether some text that carries a party or a place has but its adjective (*a Democratic mayor*), its letters
    (*Leeds, N.Y.*), or its own name (*The New York Times*)."""
    if item not in _PARTIES and item.lower() not in STATES:
        return False
    whole = named.filter(pl.col("item") == item, ~pl.col("text").str.contains(r"ic(?:an)?$|\.|^\p{Lu}{1,2}$"))
    having = set(whole["article"])
    return any(article not in having or item in outlets[article] for article in articles)


def _whose(outlet: str, comparison: Comparison) -> str:
    """The outlet; or the agency's text that it and others run, where the agency's own version is not there."""
    family = next(
        (
            row
            for row in comparison.families.iter_rows(named=True)
            if row["basis"] == "credit" and len(row["outlets"]) > 1 and outlet in row["outlets"]
        ),
        None,
    )
    if family is None:
        return outlet
    outlets = sorted(family["outlets"], key=str.casefold)
    return f"The {family['origin']} text that {listed(outlets)} run"
