"""A row of a frame with offsets as a passage of the report: the very words, within those beside them."""

from __future__ import annotations

from framing.comparison.content.labels import legible
from framing.report.blocks import Passage
from framing.report.writer import Writer, cut

CONTEXT = 70  # characters on each side


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a passage in its paragraph, with the blank between; … where more stands there."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    first, last = before.split("\n\n")[-1], after.split("\n\n")[0]
    if first == before and start > CONTEXT:
        first = f"…{first.partition(' ')[2] or first}"  # no half words
    if last == after and len(text) - end > CONTEXT:
        last = f"{last.rpartition(' ')[0] or last}…"
    return first, last


def passage(writer: Writer, row: dict[str, object], outlet: str, label: str = "", rule: str = "") -> Passage:
    """The words of a row with article, start and end. They are read from the article, so that none is misquoted."""
    article, start, end = str(row["article"]), int(str(row["start"])), int(str(row["end"]))
    text = legible(writer.texts[article])
    before, after = around(text, start, end)
    return Passage(
        article=article,
        outlet=outlet,
        before=before,
        text=cut(text[start:end], writer.snippet),
        after=after,
        label=label,
        rule=rule,
        start=start,
        end=end,
        name=writer.comparison.labels.names.get(article, ""),
    )
