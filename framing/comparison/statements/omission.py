"""What an outlet's own text leaves out that half of the others carry."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.coverage import left_out
from framing.comparison.content.labels import listed, number, the
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.themes import statements as themes

_NAMED = 6  # items in one sentence


def statements(comparison: Comparison) -> Iterator[Statement]:
    """One sentence for each outlet that leaves out names or figures, by the rule of `coverage`.

    Stated only among articles of the main news, of an outlet's own text (a reprint leaves out nothing of its own; text
    of an absent agency is called that agency's), and only where no form of the item stands anywhere in what the outlet
    printed.
    """
    found = left_out(comparison.coverage)
    told = [(one.outlets, one.sentence.split(":")[0]) for one in themes(comparison)]
    known = pl.struct("outlet", "item").map_elements(
        lambda row: any(row["outlet"] in outlets and row["item"] in words for outlets, words in told),
        return_dtype=pl.Boolean,
    )
    found = found.filter(~known) if told and found.height else found  # a theme that is lacking is said by `themes`
    for (outlet,), rows in found.group_by("outlet", maintain_order=True):
        items = rows.unique("item", keep="first", maintain_order=True)
        names = items["item"].to_list()
        most, of = int(items["versions"][0]), int(items["of_versions"][0])
        least = int(items["versions"][-1])
        many = number(most) if most == least else f"{number(least)} to {number(most)}"
        shown = [the(name) for name in names[:_NAMED]]
        shown += [f"{number(len(names) - _NAMED)} more"] if len(names) > _NAMED else []
        yield Statement(
            kind="texts",
            subject="omission",
            outlets=(str(outlet),),
            sentence=f"{_whose(str(outlet), comparison)} does not mention {listed(shown, 'or')}, "
            f"which {many} of the {number(of)} independent versions {'each ' if len(names) > 1 else ''}carry.",
            evidence=tuple(
                Evidence(row["article"], row["start"], row["end"])
                for row in rows.filter(rows["item"].is_in(names[:_NAMED])).iter_rows(named=True)
            ),
            salience=min(1.0, 0.35 + 0.4 * most / max(1, of) + 0.03 * len(names)),
        )


def _whose(outlet: str, comparison: Comparison) -> str:
    """The outlet; or the agency's text that it runs, where the agency's own version is not there."""
    family = next(
        (
            row
            for row in comparison.families.iter_rows(named=True)
            if row["basis"] == "credit" and outlet in row["outlets"]
        ),
        None,
    )
    if family is None:
        return outlet
    others = [name for name in family["outlets"] if name != outlet]
    return f"The {family['origin']} text that {listed([outlet, *others])} run{'' if others else 's'}"
