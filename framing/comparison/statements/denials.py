"""Accusation without denial: texts that report a charge and not what the accused say to it."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.answers import denied_plainly
from framing.comparison.content.charges import shown
from framing.comparison.content.denials import answered
from framing.comparison.content.labels import cut_short, listed
from framing.comparison.statements import Evidence, Statement, evidence_of

_LONGEST = 170  # characters of an answer that is shown
_INNER = str.maketrans('“”"', "‘’'")  # quotation marks in what is quoted


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A charge that the accused deny in two independent reports, or in one in plain words, and that other texts report
    without any answer; where none is told of somebody, what they are accused of, whatever it is called, with an answer
    here and without any there.

    A text is only named where it has the charge beside the accused and no word of denying, disputing, insisting or of a
    comment at all: see `denials` and `answers`. Where another has the charge and some answer, *at least* the others
    print the denial; where no other has an answer to anything, a single one is *only*.

    Else what somebody denies in plain words of two texts, where each other text names them and has no word of denying.
    """
    told: list[tuple[set[str], set[str]]] = []  # of whom, of which texts
    for actor, charges, part in _together(comparison.denials):
        found = _denied(comparison, actor, charges, part)
        if found is not None:
            told.append((set(actor.split()), set(found.outlets)))
            yield found
    for (actor,), part in comparison.answers.group_by("actor", maintain_order=True):
        found = _answered(comparison, str(actor), part)
        words = set(str(actor).split())
        if found is not None and not any(words & of or set(found.outlets) <= outlets for of, outlets in told):
            told.append((words, set(found.outlets)))
            yield found
    for having, lacking, places in denied_plainly(comparison.scores.corpus, comparison.labels):
        if not any(set(comparison.labels.of_outlets(lacking)) <= outlets for _, outlets in told):
            yield _plainly(comparison, having, lacking, places)


def _plainly(
    comparison: Comparison, having: list[str], lacking: list[str], places: dict[str, tuple[int, int]]
) -> Statement:
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    shortest = min(having, key=lambda one: (places[one][1] - places[one][0], one))
    words = " ".join(texts[shortest][slice(*places[shortest])].split()).rstrip(".").translate(_INNER)
    verb = "has" if len(labels.of_outlets(lacking)) == 1 else "have"
    said = f"{labels.listed(lacking)} {verb} no word of denying; {labels.listed(having)} print a denial: "
    said += f"“{cut_short(words, _LONGEST)}” ({labels.listed([shortest])})."
    share = min(len(lacking), len(having)) / labels.total
    evidence = tuple(Evidence(one, *places[one]) for one in having)
    return Statement("texts", "denial", labels.of_outlets(lacking), said, evidence, min(1.0, 0.6 + 0.5 * share))


def _together(denials: pl.DataFrame) -> Iterator[tuple[str, list[str], pl.DataFrame]]:
    """Charges against somebody of which the same texts print the denial, and the same do not, in one."""
    seen: dict[tuple[object, ...], list[tuple[str, pl.DataFrame]]] = {}
    for (actor, charge), part in denials.group_by("actor", "charge", maintain_order=True):
        key = actor, *sorted(part.select("article", "denied").iter_rows())
        seen.setdefault(key, []).append((str(charge), part))
    for (actor, *_), some in seen.items():
        yield str(actor), [charge for charge, _ in some], some[0][1]


def _denied(comparison: Comparison, actor: str, charges: list[str], part: pl.DataFrame) -> Statement | None:
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    having, lacking = part.filter("denied"), part.filter(~pl.col("denied"))
    who, others = lacking["article"].to_list(), having["article"].to_list()
    if not {labels.groups[one] for one in who} - {labels.groups[one] for one in others}:
        return None
    verb = "report" if len(labels.of_outlets(who)) > 1 else "reports"
    lines = [texts[row["article"]][row["start"] : row["end"]] for row in lacking.to_dicts()]
    words = listed([f"“{shown(charge, lines)}”" for charge in charges])
    said = f"{labels.listed(who)} {verb} the charge against {actor} ({words}) without any denial; "
    prints = "prints" if len(labels.of_outlets(others)) == 1 else "print"
    silent = not any(answered(text) for article, text in texts.items() if article not in others)
    degree = "at least " if part["denied"].has_nulls() else "only " if len(others) == 1 and silent else ""
    said += f"{degree}{labels.listed(others)} {prints} that {actor} denies it."
    evidence = evidence_of(part)
    share = min(len(who), len(others)) / labels.total
    return Statement("texts", "denial", labels.of_outlets(who), said, evidence, min(1.0, 0.8 + 0.5 * share))


def _answered(comparison: Comparison, actor: str, part: pl.DataFrame) -> Statement | None:
    """None where all have an answer, or where a version of the same report has it."""
    labels = comparison.labels
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    having, lacking = part.filter("answer"), part.filter(~pl.col("answer"))
    who, others = lacking["article"].to_list(), having["article"].to_list()
    if not others or not {labels.groups[one] for one in who} - {labels.groups[one] for one in others}:
        return None
    verb = "report" if len(labels.of_outlets(who)) > 1 else "reports"
    shortest = min(having.to_dicts(), key=lambda row: (row["end"] - row["start"], row["article"]))
    words = " ".join(texts[shortest["article"]][shortest["start"] : shortest["end"]].split()).rstrip(".")
    quoted = f"“{cut_short(words.translate(_INNER), _LONGEST)}”"
    prints = "prints" if len(labels.of_outlets(others)) == 1 else "print"
    quoted += f" ({labels.listed([shortest['article']])})" if len(others) > 1 else ""
    said = f"{labels.listed(who)} {verb} what {actor} is accused of and no answer to it; at least "
    said += f"{labels.listed(others)} {prints} one: {quoted}."
    evidence = tuple(
        Evidence(*row) for row in pl.concat([having, lacking]).select("article", "start", "end").iter_rows()
    )
    share = min(len(who), len(others)) / labels.total
    return Statement("texts", "denial", labels.of_outlets(who), said, evidence, min(1.0, 0.8 + 0.5 * share))
