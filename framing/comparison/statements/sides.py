"""Which sides are heard: parties and countries of those who are quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed, number, without_office
from framing.comparison.content.persons import last_name
from framing.comparison.content.voices import NOBODY
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.voices import beside_quotations

_QUOTE = 4  # words of a quotation that gives somebody the word
_NAMES = 3  # of a side in one text
_MANY = 6  # texts that are listed
# "Beijing": a government, or one of three capitals that sign a paper
_CAPITAL = (pl.col("kind") == "institution") & ~pl.col("speaker").str.contains(" ", literal=True)
_PLURAL = {
    "Republican": "Republicans", "Democrat": "Democrats", "Independent": "independents", "Labour": "Labour politicians",
    "Conservative": "Conservatives", "Liberal Democrat": "Liberal Democrats", "SNP": "SNP politicians",
}  # fmt: skip


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The side of a speaker is that of event.toml, else the party or country that the texts set right beside the name:
    see `affiliations`.

    Stated where people of two parties (else of two countries) are quoted with four words and more, and some text quotes
    one of them only; not of a text that quotes, be it with a word, somebody whose side the texts do not tell, whose
    words could not be assigned, or in which the name of somebody of the other side stands beside a quotation. Of the
    other side *among others* where a text has a scrap of theirs, or the name of one of them beside a quotation, *at
    least* those of a text that quotes somebody whose side is not told, too.
    """
    for column in ("party", "side"):
        heard = comparison.speakers.filter(
            (pl.col("longest") >= _QUOTE) & (pl.col("kind") != "unknown") & pl.col(column).is_not_null() & ~_CAPITAL
        )
        if heard[column].n_unique() >= 2:
            yield from _sides(comparison, heard, column)
            return


def _sides(comparison: Comparison, heard: pl.DataFrame, column: str) -> Iterator[Statement]:
    labels = comparison.labels
    members = {side: set(part) for side, part in heard.group_by(column).agg("speaker").iter_rows()}
    quoted: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for article, side, speaker in heard.select("article", column, "speaker").iter_rows():
        quoted[article][side].append(speaker)
    given = comparison.speakers.filter(pl.col("longest") >= _QUOTE)
    unclear = _CAPITAL | (pl.col("speaker") == NOBODY) | pl.col(column).is_null() | ~pl.col("sure")
    nameless = set(given.filter(unclear)["article"])
    scraps = comparison.speakers.filter((pl.col("direct") > 0) & (pl.col("kind") == "person"))
    given_word = {article: set(sides) for article, sides in scraps.group_by("article").agg(column).iter_rows()}
    beside, _ = beside_quotations(comparison)
    first, second = sorted(
        members, key=lambda side: (-heard.filter(pl.col(column) == side)["article"].n_unique(), side)
    )[:2]
    for one, other in ((first, second), (second, first)):
        near = set().union(*(beside.get(last_name(name).casefold(), set()) for name in members[other]))
        only = [
            article
            for article, sides in quoted.items()
            if one in sides
            and other not in sides
            and article not in nameless
            and article not in near
            and given_word.get(article, {one}) == {one}  # nobody of another side, or of none known, even with a scrap
        ]
        also = [article for article, sides in quoted.items() if other in sides]
        if not only or not also or labels.independent(also) + labels.independent(only) < 2:
            continue
        what, others = _people(one, column), _people(other, column)
        parts = [
            f"{labels.names[article]} ({'at least ' * (article in nameless)}{_names(quoted[article][other])})"
            for article in sorted(also, key=labels.names.__getitem__)
        ]
        perhaps = near | {article for article, sides in given_word.items() if other in sides}
        among = ", among others," if perhaps - {*also, *only} else ""
        told = (
            f"{others} are quoted{among} in {listed(parts)}"
            if len(parts) <= _MANY
            else f"{others} are quoted in {'at least ' if among else ''}{number(len(parts))} others"
        )
        who = [
            f"{labels.names[article]} ({_names(quoted[article][one])})"
            for article in sorted(only, key=labels.names.__getitem__)
        ]
        texts = listed(who) if len(who) <= _MANY else labels.listed(only)
        sentence = f"Of these two, {texts} {'quotes' if len(only) == 1 else 'quote'} {what} only; {told}."
        sentence = sentence.replace("Of these two, ", "", 1)
        rows = heard.filter(pl.col("article").is_in([*only, *also]) & pl.col(column).is_in([one, other]))
        evidence = tuple(Evidence(*place) for place in rows.select("article", "start", "end").iter_rows())
        balance = min(len(only), len(also)) / labels.total
        yield Statement("texts", "voice", labels.of_outlets([*only, *also]), sentence, evidence, 0.5 + 0.4 * balance)


def _people(side: str, column: str) -> str:
    if column == "party":
        return _PLURAL.get(side, side)
    return f"people of {'the ' if side.startswith(('United', 'Euro')) and ' ' in side else ''}{side}"


def _names(people: list[str]) -> str:
    shown = [without_office(name) for name in people[:_NAMES]]
    return listed([*shown, f"{number(len(people) - _NAMES)} more"] if len(people) > _NAMES else shown)
