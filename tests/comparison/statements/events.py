"""Small invented events, with what may be said of them: written for these tests, places and people are made up."""

from __future__ import annotations

import ast
import importlib
import inspect
import random
import re
from collections.abc import Sequence
from functools import cache

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.estimates.differences import DIFFERENCES, PRIMARY
from framing.comparison.statements import Statement, files_of_statements, made, statements
from framing.comparison.texts.reuse import reuse
from framing.comparison.texts.stories import stories
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event
from framing.schema import CONTRASTS, OUTLETS
from framing.scoring.scores import score

ONLY = ["sources_named", "sources_unnamed", "loaded", "hedging"]
Text = tuple[str, str, str]  # outlet, headline, body


def comparison(texts: Sequence[Text], dates: Sequence[str] = ()) -> Comparison:
    frame = pl.DataFrame(
        list(texts), schema={"outlet": pl.String, "headline": pl.String, "body": pl.String}, orient="row"
    )
    if dates:
        frame = frame.with_columns(published=pl.Series(dates).str.to_date())
    scores = score(Corpus.from_frame(frame, Event("e", "E")), only=ONLY)
    shared = reuse(scores.corpus)
    told = stories(scores.corpus, shared)
    # What is said of texts needs no estimate of outlets: without them, half of a test's time is saved.
    values, pairs, different = (pl.DataFrame(schema=dict(columns)) for columns in (OUTLETS, CONTRASTS, DIFFERENCES))
    return Comparison(scores, values, pairs, different, shared, told, 1, {"seed": 1, "primary": list(PRIMARY)})


def said(of: Comparison, subject: str) -> list[Statement]:
    """What is stated on a subject; of files that never speak of it, nothing is made: most of a test's time."""
    return [one for one in statements(of, files_on(subject)) if one.subject == subject]


@cache
def files_on(subject: str) -> tuple[str, ...]:
    """The files of statements whose code has the subject, or one that is told only when it runs; not `measures`: it is
    of estimates."""
    return tuple(name for name in files_of_statements() if name != "measures" and _subjects(name) & {subject, None})


@cache
def _subjects(name: str) -> frozenset[str | None]:
    """The second argument of each `Statement(...)`, none where it is no plain string."""
    source = inspect.getsource(importlib.import_module(f"{made.__module__}.{name}"))
    calls = (one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call))
    given = [
        {None: dict(enumerate(call.args)).get(1), **{key.arg: key.value for key in call.keywords}}
        for call in calls
        if getattr(call.func, "id", "") == "Statement"
    ]
    subjects = [one.get("subject", one[None]) for one in given]
    return frozenset(
        one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in subjects
    ) or frozenset({None})


def sentences(of: Comparison, subject: str) -> str:
    """All sentences on a subject but those of `same_noun`, which joins whatever has one word: it has tests of its own.

    Without what a text writes of the names that are told (see `test_telling`)."""
    some = [one.sentence for one in said(of, subject) if not one.sentence.startswith("Before the word")]
    return "\n".join(re.sub(r"(?<=\.) [^.]*? writes?: “.*", "", sentence) for sentence in some)


def lettered(
    lines: Sequence[str], seed: int, headline: str = "h", before: str = "", behind: str = "\n\n"
) -> list[Text]:
    """Texts of the outlets A, B, C ...: each line between what all have before and behind it, then filler of its own."""
    return [(chr(ord("A") + at), headline, before + line + behind + filler(seed + at)) for at, line in enumerate(lines)]


def filler(seed: int, count: int = 9) -> str:
    """Sentences of everyday harbour life; those of different seeds share no long runs of words."""
    pick = random.Random(seed).choice
    return " ".join(pick(WHO).capitalize() + f" {pick(DID)} {pick(WHAT)} {pick(WHEN)}." for _ in range(count))


# None of them is read as a source.
WHO = "a lodger|two gardens|the verger|some pupils|a retired bargee|many walkers|the old sexton|three newcomers".split(
    "|"
)
DID = "saw|counted|drew|greeted|carried|cleaned|forgot|praised the view of|walked past|asked after".split("|")
WHAT = (
    "a row of lamps|the blue gate|an empty bench|the garden wall|seven swans|a wooden cart|the tall chimney|a basket of "
    "pears|the narrow lane|a box of letters|the school bell|a green umbrella"
).split("|")
WHEN = (
    "before breakfast|in light rain|near the chapel|with a smile|for a while|at dusk|under the lime trees|by the pond|"
    "on the way home|without a word|as the band played|while the kettle boiled"
).split("|")
# A ferry tariff: one remark of the mayor's, told with three verbs; the dispute over the island is left out by one.
TARIFF: list[Text] = [
    (
        "The Gull",
        "Orsini threatens to close Velm harbour over ferry tariff",
        "Mayor Carla Orsini said on Monday that Velm harbour could be closed if the ferry tariff is not withdrawn.\n\n"
        "“We will perhaps have to think about closing the harbour for some days,” Orsini told reporters.\n\n"
        "The tariff on Norland ships was agreed last week. Ferry diesel was at 81 cents a litre. The average fare on the "
        "Halden line was $14 on Monday.\n\n" + filler(1),
    ),
    (
        "Morning Tide",
        "Orsini says Velm harbour may close over ferry tariff",
        "Velm harbour may be closed, Mayor Carla Orsini said on Monday, because of the ferry tariff that Norland imposed.\n\n"
        "“We will consider a closing of the harbour for some days if we must,” Orsini said. She warned that fares would "
        "double.\n\nThe fare on the Halden line is around $19, the operator Bluewater said. Dov Hale, a spokesman for "
        "Bluewater, called the tariff unfair.\n\n" + filler(2),
    ),
    (
        "Coast Daily",
        "Velm harbour may close over ferry tariff, Orsini says",
        "The harbour of Velm may close over the ferry tariff, Mayor Carla Orsini said.\n\n"
        "“Nobody wants this, but we will have to think about closing the harbour,” she said.\n\n"
        "Norland put the tariff on ships last week. A ticket on the Halden line stood at $14 on Monday.\n\n"
        + filler(3),
    ),
    (
        "Velm Voice",
        "Tariff will not hurt Velm, Orsini promises",
        "The new charge will do no harm to the town, Mayor Carla Orsini told reporters on Monday.\n\n"
        "“Our budget is in order. Our people need not worry about it. We have prepared for this for a year, and we are "
        "calm,” Orsini said.\n\n" + filler(4),
    ),
]
