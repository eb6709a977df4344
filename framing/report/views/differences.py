"""Numbers that disagree, other names for the same thing, charges without denial: each with the texts that have them."""

from __future__ import annotations

from collections.abc import Iterator

from framing.comparison.statements import Statement
from framing.report.blocks import Bullets, Section, Strong
from framing.report.writer import Writer

ORDER = 26
_TITLES = {  # subject -> what it is called
    "number": "Numbers that disagree",
    "outcome": "What became of it",
    "denial": "Charges without a denial",
    "claim": "Claims without a check",
    "theme": "Themes that some texts never touch",
    "only": "What one text alone has or lacks",
    "version": "Versions of one report",
    "name": "Same thing, other names",
    "wording": "Aims in other words",
    "lead": "First and last words",
    "about": "What the texts are about",
    "voice": "Who is heard",
    "source": "What the texts rest on",
}


def sections(writer: Writer) -> Iterator[Section]:
    """The statements of these subjects, those that stand out first; nothing where there is none."""
    found: dict[str, list[Statement]] = {subject: [] for subject in _TITLES}
    for statement in writer.comparison.statements:
        if statement.subject in found:
            found[statement.subject].append(statement)
    items = tuple(
        (Strong(f"{_TITLES[subject]}."), " " + statement.sentence)
        for subject, some in found.items()
        for statement in some
    )
    if items:
        yield Section("differences", "All that is stated of these texts", (Bullets(items),))
