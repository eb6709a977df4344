"""An article that tries everything: it must stay text in every format."""

from __future__ import annotations

from functools import cache

import polars as pl

from framing.comparison.compare import Comparison, compare
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.scoring.scores import score

TRICKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    '<img src=x onerror="alert(3)">',
    "<a href='javascript:alert(4)'>x</a>",
    "[x](javascript:alert(5))",
    "![x](http://evil.example/x.png)",
    "<style>body{display:none}</style>",
    "| pipe | `tick` | *star* _under_ | # head",
    '#include "/etc/passwd" $x^2$ #eval("1") \\ @ref <label> //',
    '=HYPERLINK("http://evil.example")',
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "https://evil.example/ www.evil.example @everyone",
    "emoji 🙂👩‍👩‍👧 and اَلْعَرَبِيَّةُ and 漢字",
    "1. not a list",
)
NAME = '<b onmouseover="alert(6)">Outlet</b> | *x* ${y}'
LONG = "x" * 10_000


@cache
def hostile() -> Comparison:
    """The comparison of a hostile article, twice, with a harmless one."""
    body = "\n\n".join(f"It may be a shameful scandal, {trick} he claimed." for trick in TRICKS) + f"\n\n{LONG}"
    rows: list[dict[str, str | None]] = [
        {"article": f"hostile/{n}", "outlet": NAME, "headline": f"{TRICKS[0]} {TRICKS[2]} {n}", "body": body + f" {n}"}
        for n in range(2)
    ]
    rows.append({"article": "tame/1", "outlet": "Tame", "headline": None, "body": "It may rain. Perhaps not."})
    frame = pl.DataFrame(rows, schema=dict.fromkeys(("article", "outlet", "headline", "body"), pl.String))
    frame = frame.with_columns(url=pl.lit("javascript:alert(7)"))
    event = Event(name="hostile", title=f"Title {TRICKS[0]}", question=TRICKS[2], notes=TRICKS[3])
    return compare(score(Corpus.from_frame(frame, event)))
