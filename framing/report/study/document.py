"""What stands where in the report of a study."""

from __future__ import annotations

from collections.abc import Sequence

from framing import __version__
from framing.comparison.content.labels import number
from framing.corpus.event import slug
from framing.errors import UnknownNameError
from framing.report.blocks import Block, Bullets, Document, Inline, Link, Paragraph, Quote, Section, Strong
from framing.report.front import between
from framing.report.look.labels import short
from framing.report.study.desk import Desk, anchor
from framing.report.study.findings import findings, open_questions
from framing.report.study.views import views
from framing.report.writer import linked

BRIEF = 3  # findings above the chart
_ESTIMAND = (
    "Each outlet is compared with the others on the same events, event by event; the figures are means over events. "
    "Reprints and agency texts are left out. The report shows choices of words, not intentions."
)


def document(desk: Desk, sections: Sequence[str] = ()) -> Document:
    """The report of a study, the same for every format.

    Raises UnknownNameError for a section that it does not have.
    """
    study = desk.study
    days = study.events["first"].drop_nulls()
    articles = study.articles
    copies = int(study.outlets["copies"].sum())
    taking = int(study.events["takes_part"].sum())
    facts = [
        ("Events", f"{taking}" + (f" of {study.events.height}" if taking < study.events.height else "")),
        ("Outlets", str(len(study.names))),
        ("Articles", f"{articles.height:,} ({articles['words'].sum():,} words; {_reprints(copies)})"),
    ]
    if len(days):
        facts.append(("Time", between(days.min(), days.max())))
    facts.append(("Made with", f"framing {__version__}, seed {study.seed}"))
    whole = [_front(desk), *_passages(desk), *views(desk), _methods(desk)]
    for name in sections:
        if name not in (known := [section.id for section in whole]):
            raise UnknownNameError("section", name, known)
    return Document(
        title=study.plan.title,
        subtitle=study.plan.question or "What outlets do over many events",
        notes=study.plan.notes or "",
        facts=tuple(facts),
        sections=linked([section for section in whole if not sections or section.id in sections], desk.snippet),
        keywords=("framing", "news", slug(study.plan.name)),
        contents=False,
    )


def _reprints(count: int) -> str:
    return f"{number(count)} reprint{'' if count == 1 else 's'} set aside"


def _front(desk: Desk) -> Section:
    """Page one: what outlets do, with passages; one chart; how far to trust it."""
    found = findings(desk)
    blocks: list[Block | Section] = [Paragraph((_ESTIMAND,))]
    items = []
    for one in found:
        line: list[Inline] = [Strong(f"{one.lead}. "), one.sentence]
        if one.event is not None:
            if quoted := _quoted(desk, one.metric, one.shown, one.event):
                line += [f" Typical ({short(desk.title(one.event), 60)}): ", *quoted]
            line += [" ", Link("Passages", anchor(one.metric, one.shown))]
        items.append(tuple(line))
    if not items:
        items = [("In no measure does an outlet differ from the others for certain.",)]
    blocks.append(Bullets(tuple(items[:BRIEF])))
    blocks.extend(desk.figures("study-glance"))
    if items[BRIEF:]:
        blocks.append(Bullets(tuple(items[BRIEF:])))
    if lines := open_questions(desk):
        blocks.append(Section("open", "What is not certain", (Bullets(tuple((line,) for line in lines)),)))
    return Section("findings", "What outlets do over these events", tuple(blocks))


def _quoted(desk: Desk, metric: str, outlet: str, event: str) -> list[Inline]:
    """Two or three of the words behind a finding."""
    block = desk.passages(metric, outlet, event, 3)
    if block is None or not desk.is_rate(metric):
        return []
    parts: list[Inline] = []
    for passage in block.passages:
        parts += ["; " if parts else "", Quote(short(passage.text, 110))]
    return [*parts, "."]


def _passages(desk: Desk) -> list[Section]:
    blocks = [
        block
        for one in findings(desk)
        if one.event is not None and (block := desk.passages(one.metric, one.shown, one.event, 6))
    ]
    if not blocks:
        return []
    text = "For each finding, the event whose difference is nearest to the mean over all events."
    return [Section("passages", "Passages of typical events", (Paragraph((text,)), *blocks))]


def _methods(desk: Desk) -> Section:
    tests = desk.study.tests
    level = tests["level"].drop_nulls()
    permutations = max(tests["permutations"].to_list(), default=0)
    named = f"{level[0]:.3g}" if len(level) else "none: no measure differs"
    lines = (
        "Estimates: a two-way model of outlets and events. Means, shares and scores: value = outlet + event, least "
        "squares on outlets' values of each event. Rates: hits = words × outlet × event, Poisson pseudo-likelihood, "
        "half a hit added to each outlet, events weighted by what they can tell. The others' mean counts each outlet "
        "by its events, or by the hits to be expected of it.",
        "Intervals: standard errors with events as clusters, corrected for few clusters (CR2; Bell and McCaffrey 2002, "
        "Pustejovsky and Tipton 2018), Student's t at Satterthwaite's degrees of freedom, 95 %, two-sided. A rate's "
        "interval is never narrower than counting alone makes it.",
        f"Tests: outlets permuted within events ({permutations:,} rearrangements, seed {desk.study.seed}); false "
        f"discovery rate over {tests.height} primary measures (Benjamini and Hochberg 1995); outlets within a measure "
        f"that differs by Holm (1979), at the level of Benjamini and Bogomolov (2014): {named}.",
        "How often intervals hold and tests err was measured by simulation: see “How far the figures of a study can be "
        "trusted” in the documentation. How well each measure agrees with human coders: `framing measures`.",
        "The events were chosen by whoever made this study. The estimates hold for other events as far as these are a "
        "fair sample of them.",
    )
    return Section("methods", "How this was made", (Bullets(tuple((line,) for line in lines)),))
