"""A row of a frame with offsets as a passage of the report: the very words, within those beside them."""

from __future__ import annotations

from framing.comparison.content.labels import legible
from framing.report.blocks import Passage
from framing.report.writer import Writer, cut

CONTEXT = 90  # characters on each side


def passage(writer: Writer, row: dict[str, object], outlet: str, label: str = "", rule: str = "") -> Passage:
    """The words of a row with article, start and end. They are read from the article, so that none is misquoted."""
    article, start, end = str(row["article"]), int(str(row["start"])), int(str(row["end"]))
    text = legible(writer.texts[article])
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Passage(
        article=article,
        outlet=outlet,
        before=("…" if "\n\n" not in before and start > CONTEXT else "") + before.split("\n\n")[-1],
        text=cut(text[start:end], writer.snippet),
        after=after.split("\n\n")[0] + ("…" if "\n\n" not in after and len(text) - end > CONTEXT else ""),
        label=label,
        rule=rule,
        start=start,
        end=end,
        name=writer.comparison.labels.names.get(article, ""),
    )
