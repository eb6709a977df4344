"""A rule of cleaning: a form that is no journalism, and where it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

ANY = 10**9  # characters: of any length
START, END = 5, 6  # paragraphs at the start and at the end of a text


@dataclass(frozen=True)
class Rule:
    """A form that is no journalism. zone: any, start (first five paragraphs), end (last six), first (the first),
    edge (start, or with no text of the story behind it)."""

    kind: str
    name: str
    form: str
    zone: str = "any"
    limit: int = 200  # characters; a longer paragraph is left alone
    needs: tuple[str, ...] = ()  # a text without any of these is not searched (paragraphs: in letters of any size)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form, compiled when it is first asked for: most texts ask for none."""
        return re.compile(self.form)
