"""A small corpus, written for the tests: what analysers must cope with."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event

EVENT = Event(
    name="bridge",
    title="A bridge is closed",
    actors=(
        Actor("City Council", aliases=("the council",), references=("the spendthrift body",)),
        Actor("Norden Steel", aliases=("Norden",), kind="company"),
    ),
)
ARTICLES = {
    "plain": (
        "The Courier",
        "Council closes bridge",
        "The city council may close the old bridge next week, officials said on Monday. It could cost about "
        "3 million crowns.\n\n“We will not gamble with lives,” said Ada Holm, the mayor. Norden Steel, which built "
        "the bridge, reportedly knew of the cracks. Two people familiar with the matter said that the firm "
        "had been warned. The company did not answer.",
    ),
    "opinion": (
        "The Beacon",
        "A shameful scandal at last laid bare",
        "This is a disgraceful scandal, and everybody knows it! The council's incompetent cronies clearly slept "
        "while the bridge rotted. “Nobody told me anything. Nobody ever does,” the hapless mayor claimed.\n\n"
        "Perhaps they were afraid? Obviously, heads must roll.",
    ),
    "quoted": ("The Beacon", None, "“It may fall. It might not. Who could know?”"),
    "empty": ("The Courier", "Nothing", ""),
    "marks": ("The Courier", None, "… — ?! “” ***"),
    "unicode": (
        "Nordlys",
        "Brücke gesperrt 🌉",
        "The café owner’s daughter — naïve, perhaps — said: “It’s 5 o’clock 🙂, isn’t it?” «Ja», he might say. "
        "Ζήτω! Она может. 橋は危険だ。 e\u0301tude may help.",
    ),
    "long": (
        "Nordlys",
        "Forty sentences",
        " ".join(f"The council said on day {n} that the bridge might be repaired soon." for n in range(1, 41)),
    ),
}


def corpus(names: list[str] | None = None) -> Corpus:
    """The sample articles, or those that are named."""
    rows = [
        {"article": f"{name}", "outlet": outlet, "headline": headline, "body": body}
        for name, (outlet, headline, body) in ARTICLES.items()
        if names is None or name in names
    ]
    schema = dict.fromkeys(("article", "outlet", "headline", "body"), pl.String)
    return Corpus.from_frame(pl.DataFrame(rows, schema=schema), EVENT)
