"""The table in `framing.comparison.content` that tells newcomers which frame answers which question."""

from __future__ import annotations

import re

from framing.comparison import content
from framing.comparison.compare import Comparison


def test_the_table_of_frames_names_every_frame() -> None:
    told = re.findall(r"^    (\w+)  +\S", content.__doc__ or "", re.MULTILINE)
    elsewhere = {"news", "rewrites", "accounts", "stitches", "pronouns"}  # in texts/, and in another's line
    assert sorted(told) == sorted(set(Comparison.tables()) - elsewhere)
