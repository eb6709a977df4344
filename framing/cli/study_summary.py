"""What the command line shows of a study: its findings, as lines of text."""

from __future__ import annotations

import textwrap

from framing.cli.listing import count_of
from framing.comparison.study.study import Study
from framing.errors import one_line
from framing.report.study.desk import Desk
from framing.report.study.findings import findings, open_questions

WIDTH = 80


def study_summary(study: Study) -> str:
    """Title, size, findings, and what stays open. Fits 80 columns."""
    desk = Desk(study, {})
    taking = int(study.events["takes_part"].sum())
    of = {"event": taking, "outlet": len(study.names), "article": study.articles.height}
    sizes = [count_of(number, what) for what, number in of.items()]
    lines = [
        one_line(study.title),
        f"{', '.join(sizes)}; each outlet against the others on the same events.",
        "",
    ]
    found = findings(desk)
    lines += [f"- {one_line(f'{one.lead}: {one.sentence}', 600)}" for one in found]
    if not found:
        lines.append("No outlet stands apart from the others with certainty in any measure.")
    if left := open_questions(desk):
        lines += ["", "What is not certain:", *(f"- {one_line(line, 900)}" for line in left)]
    return "\n".join(
        textwrap.fill(line, WIDTH, subsequent_indent="  " if line.startswith("- ") else "") for line in lines
    )
