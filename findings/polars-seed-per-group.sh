#!/usr/bin/env bash
# polars 2.1.0: with a seed, every group is shuffled alike, and a permutation test finds nothing.
#
# shuffle and sample take a seed; within groups (over, group_by) each group begins with it anew, which the documentation
# does not say. Groups of one size get the same permutation and the same draw. Shuffling two outlets within each of 30
# events then swaps all pairs or none: a difference that every event shows has p = 0.5, and a bootstrap within events
# repeats the same rows in all of them. Without a seed groups differ, but set_random_seed does not make them repeatable.
# Sorting each group by a column of random numbers is both independent and repeatable.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 numpy==2.4.6
"$place/env/bin/python" - <<'PYTHON'
import numpy as np
import polars as pl

events = pl.DataFrame({"event": [event for event in range(30) for _ in "AB"], "outlet": ["A", "B"] * 30}).with_columns(
    tone=pl.col("event") + (pl.col("outlet") == "A")  # A is one higher than B in every event
)


def difference(shuffled, frame=events):
    mean = dict(frame.with_columns(shuffled).group_by("outlet").agg(pl.col("tone").mean()).iter_rows())
    return round(mean["A"] - mean["B"], 6)


def p(turns):
    return sum(turn >= 1 for turn in turns) / len(turns)


random = np.random.default_rng(1)
seeded = [difference(pl.col("tone").shuffle(seed=seed).over("event")) for seed in range(400)]
drawn = [
    difference(pl.col("tone").sort_by("key").over("event"), events.with_columns(key=random.random(60)))
    for _ in range(400)
]
repeats = events.group_by("event", maintain_order=True).agg(
    pl.int_range(pl.len()).sample(fraction=1, with_replacement=True, seed=7).alias("rows")
)
unseeded = set()
for _ in range(20):
    pl.set_random_seed(0)
    unseeded.add(tuple(events.select(pl.col("tone").shuffle().over("event"))["tone"]))
print("polars", pl.__version__, "shuffled with a seed: differences", sorted(set(seeded)), "p =", p(seeded))
print("sorted by random numbers:", len(set(drawn)), "differences, p =", p(drawn))
print("bootstrap with a seed: different draws in 30 events:", repeats["rows"].n_unique())
print("after the same set_random_seed, 20 times:", len(unseeded), "results")
assert set(seeded) == {-1.0, 1.0}
assert 0.4 < p(seeded) < 0.6
assert len(set(drawn)) > 10 and p(drawn) == 0
assert repeats["rows"].n_unique() == 1
assert len(unseeded) > 1
PYTHON
