"""Synthetic coverage for the tests of reports: a made-up event, told by outlets of different habits.

What charts and pages must cope with is in it: outlets with several articles, with one, with copies only,
with nothing that can be measured; and, if `hostile`, names and texts that look like markup, code or formulas,
that run from right to left, or that have no glyph in common fonts.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import polars as pl

from framing.comparison.compare import Comparison, compare
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event, Outlet
from framing.corpus.load import load
from framing.report.blocks import Document
from framing.report.charts import charts
from framing.report.charts.style import Chart
from framing.report.document import document
from framing.scoring.scores import score

NAMES = (
    "The Courier",
    "Nordlys",
    "Harbour & Lighthouse Evening Dispatch of the Western Isles",
    "Radio Three Rivers",
    "Tidewater News Agency",
    "The Beacon",
    "Weekly Ledger",
    "Isle Gazette",
    "Bay City Herald",
    "The Observer of Ports",
    "Channel 9",
    "Morning Post",
    "Seaboard Review",
    "The Lantern",
    "Dockside Times",
)
HOSTILE = (
    '#include "secret.typ" ] $x^2$ *bold* _it_',
    "<script>alert(1)</script> & <b>Sons</b>",
    "Ελληνικά Νέα της Θάλασσας",
    "Вечерний Портовый Вестник",
    "صحيفة الميناء",
    "港口日报",
    '=HYPERLINK("x")\\n\\textbf{Daily}',
    "$\\frac{1}{2}$ Post",
    "W" * 300,
    "e\u0301clair \U0001f30a News",
    "\u202eReversed Daily\u202c",
    "```\n| Pipe | Press |",
    "[Link](javascript:alert(1))",
    "Ⅻ — «Наши» “Quotes”",
    "@label ~ Times // comment /* open",
)
# Sentences are put together from short pieces, so that no two articles share long runs of words by chance.
WHO = (
    "the port authority", "engineers from Brightwater", "the island council", "ferry crews", "shop owners",
    "the transport ministry", "lorry drivers", "residents of Westhaven", "inspectors", "the harbour master",
    "a parliamentary committee", "Brightwater Works", "the tunnel company", "school heads", "fishing families",
)  # fmt: skip
DID = (
    "examined", "discussed", "measured", "closed", "photographed", "described", "reopened", "counted", "sealed",
    "visited", "compared", "mentioned", "repaired", "drained", "listed", "crossed", "paid for", "asked about",
)  # fmt: skip
WHAT = (
    "the eastern joint", "two of three cracks", "the pumping station", "a service lane", "the old ferry pier",
    "some {count} metres of cable", "the contract of 1998", "a steel gate", "the budget for upkeep",
    "{count} tonnes of silt", "the emergency exits", "the water level", "a delivery of sand", "the inspection file",
)  # fmt: skip
WHEN = (
    "on {day}", "before the {day} tide", "after a night shift", "for {count} minutes", "near Westhaven quay",
    "with hand tools", "at the northern end", "in the rain", "as traffic queued", "without further comment",
    "under a grey sky", "beside the old lighthouse", "during the morning", "while ferries waited",
)  # fmt: skip
FRAMES = (
    ("{Who} {did} {what} {when}.", "{When}, {who} {did} {what}.", "{Who} {did} {what}, and {who2} {did2} {what2}."),
    (
        "{Who} may have {did} {what} {when}.", "Perhaps {who} {did} {what}.", "It seems {who} {did} {what} {when}.",
        "{Who} reportedly {did} {what}, which could change {what2}.", "{Who} {did} about {count} parts of {what}.",
    ),
    (
        "In a shameful blunder, {who} {did} {what}.", "{Who} betrayed {who2} over {what}.",
        "{When}, chaos reigned: bungling officials {did} {what}.", "{Who} heroically {did} {what} {when}.",
        "{Who} slammed {who2} in a furious row about {what}.",
    ),
    (
        "“We {did} {what}, and we are proud of it,” said {who}.", "“Nobody {did} {what} {when},” {who} claimed.",
        "Two people familiar with {what} said that {who} {did} {what2}.", "“It is a terrible week,” {who} said {when}.",
        "{Who} said that {who2} {did} {what} {when}.", "“Good work {when},” {who} told this newspaper of {what}.",
    ),
)  # fmt: skip
HEADLINES = (
    "Sound tunnel shut after water comes in",
    "Island waits as crews fight terrible flood",
    "Council to discuss cost of tunnel repairs",
    "Tunnel reopens in one lane, good news for island",
    "Who knew of the cracks?",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
EVENT = Event(
    name="sound-tunnel",
    title="The Sound tunnel is flooded",
    question="Who is held to be at fault?",
    actors=(Actor("Brightwater Works", aliases=("Brightwater",)), Actor("Mara Lind", aliases=("Lind",))),
    outlets=(Outlet("Tidewater News Agency", kind="agency"),),
    notes="All outlets, people and events here are made up.",
)


def synthetic_articles(outlets: int = 8, seed: int = 1, hostile: bool = False) -> pl.DataFrame:
    """Articles of so many outlets: outlet, headline, body, published, genre.

    The fourth outlet has one article; the others have two to five. The sixth rewrites a text of the fifth, the
    seventh prints a copy of it and nothing else; the eighth has an article without body.
    """
    random = np.random.default_rng(seed)
    names = ((HOSTILE + NAMES) if hostile else NAMES)[:outlets]
    rows: list[dict[str, object]] = []
    for place, outlet in enumerate(names):
        hedged, loaded, quoted = random.dirichlet((2, 1.5, 4)) * 0.55
        size = 1 if place == 3 else int(random.integers(2, 6))
        for _ in range(size):
            body = _body(random, (1 - hedged - loaded - quoted, hedged, loaded, quoted))
            if hostile:
                speaker = names[int(random.integers(outlets))]
                body += f"\n\n{speaker} may have said: “{HOSTILE[0]}”, perhaps. <img src=x onerror=alert(1)>"
            headline = None if random.random() < 0.1 else str(random.choice(HEADLINES))
            published = dt.date(2031, 3, 3) + dt.timedelta(days=int(random.integers(9)))
            rows.append({"outlet": outlet, "headline": headline, "body": body, "published": published, "genre": "news"})
        if place in (5, 6):
            source = next(row for row in rows if row["outlet"] == names[4])
        if place == 5:
            kept = str(source["body"]).split("\n\n")
            body = "\n\n".join([*kept[: 1 + 3 * len(kept) // 4], _body(random, (0.6, 0.2, 0.2, 0.0))])
            rows.append({**source, "outlet": outlet, "body": body})
        if place == 6:
            rows = [row for row in rows if row["outlet"] != outlet]
            rows.append({**source, "outlet": outlet, "published": dt.date(2031, 3, 13)})
        if place == 7:
            rows = [row for row in rows if row["outlet"] != outlet]
            rows.append(dict.fromkeys(rows[0]) | {"outlet": outlet, "headline": "Picture of the day", "body": ""})
    if hostile:
        rows[0]["headline"] = '#include "x" ] ] $ \\ * _ ` <script> ' + "long" * 2500
        rows[0]["body"] = str(rows[0]["body"]) + "\n\n" + "x" * 10_000 + " may fall."
    schema = dict.fromkeys(("outlet", "headline", "body"), pl.String) | {"published": pl.Date, "genre": pl.String}
    return pl.DataFrame(rows, schema=schema)


@cache
def synthetic_comparison(outlets: int = 8, seed: int = 1, hostile: bool = False) -> Comparison:
    """The comparison of that coverage, by all measures that come with framing."""
    corpus = Corpus.from_frame(synthetic_articles(outlets, seed, hostile), EVENT)
    return compare(score(corpus), seed=seed)


@cache
def bundled_comparison() -> Comparison:
    """The comparison of the bundled event, by all measures. Made once for all tests of a process: its frames stay."""
    return compare(score(load("huawei-curbs")))


@cache
def drawn(comparison: Comparison) -> tuple[Chart, ...]:
    """All charts of a comparison."""
    return tuple(charts(comparison))


@cache
def whole_report(comparison: Comparison) -> Document:
    """The report with its appendix, before it is dressed."""
    return document(comparison, list(drawn(comparison)))


def _body(random: np.random.Generator, shares: tuple[float, ...]) -> str:
    """Fourteen to thirty-four sentences in paragraphs of two to four, of four kinds by their shares."""
    sentences = [_sentence(random, int(random.choice(4, p=shares))) for _ in range(int(random.integers(14, 35)))]
    paragraphs = []
    while sentences:
        size = int(random.integers(2, 5))
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return "\n\n".join(paragraphs)


def _sentence(random: np.random.Generator, kind: int) -> str:
    def one(choices: tuple[str, ...]) -> str:
        return choices[int(random.integers(len(choices)))].format(day=one_day, count=int(random.integers(3, 900)))

    one_day = DAYS[int(random.integers(len(DAYS)))]
    pieces = {
        "who": one(WHO), "who2": one(WHO), "did": one(DID), "did2": one(DID), "what": one(WHAT), "what2": one(WHAT),
        "when": one(WHEN),
    }  # fmt: skip
    pieces |= {name.capitalize(): piece[0].upper() + piece[1:] for name, piece in pieces.items()}
    frames = FRAMES[kind]
    return frames[int(random.integers(len(frames)))].format(**pieces, count=int(random.integers(3, 900)))
