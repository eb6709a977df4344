"""Which metrics have values in the same articles: these permute alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from framing.comparison.estimates.intervals import Floats
from framing.comparison.estimates.normal import MANY, Moments

if TYPE_CHECKING:
    from framing.comparison.estimates.permutation import Table


@dataclass(frozen=True, eq=False)
class Stories:
    """Values of all stories at once, stories x metrics: by story, and each metric in order. See `part_delta`."""

    values: Floats
    ordered: Floats

    @classmethod
    def of(cls, top: Floats, bottom: Floats, scale: Floats) -> Stories:
        values = top / bottom / scale
        # Columns that lie together are what is searched.
        return cls(values, np.asfortranarray(np.sort(values, axis=0)))


@dataclass(frozen=True, eq=False)
class Pattern:
    """Metrics that have values in the same articles. constant: of each metric, no two articles differ.

    moments, stories: of all stories' sums, where these are many: for `normal` and for Cliff's delta.
    """

    articles: NDArray[np.intp]
    metrics: NDArray[np.intp]
    constant: NDArray[np.bool_]
    moments: Moments | None = None
    stories: Stories | None = None

    @classmethod
    def of(cls, table: Table, articles: NDArray[np.intp], metrics: NDArray[np.intp], whole: bool = True) -> Pattern:
        at = np.ix_(articles, metrics)
        value = table.part[at] / np.where(table.weight[at] > 0, table.weight[at], 1.0)
        spread = np.ptp(value, axis=0) if len(value) else np.zeros(len(metrics))
        constant = np.asarray(spread <= 1e-12)
        if not whole or len(articles) <= MANY:
            return cls(articles, metrics, constant)
        top, bottom = table.by_story(articles, metrics)
        stories = Stories.of(top, bottom, table.scales[metrics])
        return cls(articles, metrics, constant, Moments.of(top, bottom), stories)


def patterns(known: NDArray[np.bool_]) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Columns grouped by the rows in which they are true: rows and columns of each group."""
    groups: dict[bytes, list[int]] = {}
    for number, column in enumerate(np.ascontiguousarray(known.T)):
        groups.setdefault(column.tobytes(), []).append(number)
    return [(np.flatnonzero(known[:, groups[key][0]]), np.array(groups[key], np.intp)) for key in sorted(groups)]
