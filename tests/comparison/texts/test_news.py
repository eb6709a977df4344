"""News: groups by average linkage, the same as scipy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from framing.comparison.texts.news import _grouped


@pytest.mark.parametrize("seed", range(40))
def test_groups_are_those_of_scipy(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = int(random.integers(2, 40))
    same = random.random((count, count)) < random.random()
    same |= same.T
    np.fill_diagonal(same, True)
    theirs = fcluster(linkage(squareform(~same, checks=False), "average"), t=0.5, criterion="distance")
    ours = np.array(_grouped(same))
    assert ((ours[:, None] == ours[None, :]) == (theirs[:, None] == theirs[None, :])).all()


def test_one_article_and_none() -> None:
    assert _grouped(np.ones((1, 1), bool)) == [0]
    assert _grouped(np.ones((0, 0), bool)) == []
