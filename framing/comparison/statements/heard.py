"""Who is named everywhere and quoted in some of the texts only."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number, without_office
from framing.comparison.content.persons import last_name
from framing.comparison.content.stems import stems
from framing.comparison.content.voices import NOBODY
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.voices import PLACES, QUOTE, beside_quotations, is_person

_PERSONS = 3  # who are stated
_LISTED = 6  # texts that are named
_REPORTS = 3


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A person whom more than half of the reports name, whom some of them quote and others do not.

    Quoted: with four words and more that surely are theirs. Not quoted: no quotation of the text stands in a sentence
    with the name, and the speaker of each was found. Where one text leaves that open, nothing is said. The three
    persons whom most texts name, none that some text has under another name or as an acronym alone (those are bodies);
    of three independent reports and more, of one event.
    """
    labels = comparison.labels
    if labels.reports < _REPORTS or not comparison.one_event:
        return
    words = comparison.scores.corpus.once(stems).filter(pl.col("text").str.contains(r"^\p{Lu}"))
    people = comparison.scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    beside, doubtful = beside_quotations(comparison)
    frame = comparison.speakers
    # A capital or country that is quoted is somebody, who may be the one; *the statement* is somebody's.
    unknown = pl.col("speaker").is_in([NOBODY, *sorted(PLACES)]) | ~pl.col("speaker").str.contains(r"\p{Lu}")
    open_ = set(frame.filter(unknown & (pl.col("direct") > 0))["article"])
    persons = frame.filter((pl.col("kind") == "person") & (pl.col("longest") >= QUOTE))
    found = []
    for (name,), part in persons.group_by("speaker", maintain_order=True):
        surname = last_name(str(name)).casefold()
        if not is_person(str(name)) or str(name) in PLACES or not part["sure"].all():
            continue
        quoted = set(part["article"])
        having = words.filter(pl.col("lower").str.replace(r"['’]s?$", "") == surname)
        named = set(having["article"])
        if named - _whole(people, str(name), surname):
            continue  # the surname may be another's there: a relative's, a company's
        own = people.filter(item=name)
        if set(own["article"]) - named or own["text"].str.contains(r"^\p{Lu}{3,}$").any():
            continue
        silent = named - quoted
        # A scrap, a quotation in the same sentence, one without a speaker: it may be theirs.
        scraps = set(frame.filter((pl.col("speaker") == name) & (pl.col("direct") > 0))["article"]) - quoted
        doubt = scraps | open_ | beside.get(surname, set()) | {at for at, names in doubtful.items() if surname in names}
        if not quoted <= named or silent & doubt or not silent or labels.independent(named) <= labels.reports / 2:
            continue
        if len({labels.groups[one] for one in quoted} & {labels.groups[one] for one in silent}):
            continue  # versions of one report: see `versions`
        first = having.filter(pl.col("article").is_in(sorted(silent))).unique(
            "article", keep="first", maintain_order=True
        )
        places = [
            *part.select("article", "start", "end").iter_rows(),
            *first.select("article", "start", "end").iter_rows(),
        ]
        found.append((labels.independent(named), len(quoted), str(name), quoted, silent, places))
    for count, _, name, quoted, silent, places in sorted(found, key=lambda one: (-one[0], -one[1], one[2]))[:_PERSONS]:
        others = sorted(set(labels.names) - quoted - silent)
        who = without_office(name)
        shown = [labels.listed(one) if len(one) <= _LISTED else f"{number(len(one))} texts" for one in (quoted, silent)]
        parts = [f"quoted in {shown[0]}", f"named but not quoted in {shown[1]}"]
        parts += [f"not named in {labels.listed(others)}"] if 0 < len(others) <= _LISTED else []
        sentence = f"{who} is {listed(parts)}."
        share = min(len(quoted), len(silent)) / labels.total
        yield Statement(
            "texts", "source", labels.of_outlets([*quoted, *silent]), sentence,
            tuple(Evidence(*place) for place in places), 0.4 + 0.3 * share * count / labels.reports,
        )  # fmt: skip


def _whole(people: pl.DataFrame, name: str, surname: str) -> set[str]:
    """The articles that surely mean the person: by the whole name, where another name has the surname, too."""
    own = people.filter(item=name)
    words = pl.col("text").str.to_lowercase().str.split(" ")
    others = people.filter((pl.col("item") != name) & words.list.contains(surname) & (words.list.len() > 1))
    return set((own if others.is_empty() else own.filter(pl.col("text").str.contains(" ", literal=True)))["article"])
