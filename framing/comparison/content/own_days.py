"""Dates near the day of a text, which are of what it tells: *on July 30*, in a text of July 31.

Other months and years in a sentence say that its figures are of another event.
"""

from __future__ import annotations

import re
from datetime import date

from framing.comparison.content.vocabulary import MONTHS

_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})\b\.?)(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_NEAR = 7  # days before and after that of the text


def without_own_days(text: str, day: date | None) -> str:
    """The sentence with *today* in place of dates within a week of the text's day; as it is, if that is not known.

    All characters stay in their places.
    """

    def renamed(match: re.Match[str]) -> str:
        month, of_month = MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
        years = [int(match["year"])] if match["year"] else [day.year - 1, day.year, day.year + 1] if day else []
        near = day is not None and any(abs((one - day).days) <= _NEAR for one in _days(years, month, of_month))
        return "today".ljust(len(match[0])) if near else match[0]

    return _DAY.sub(renamed, text) if day else text


def _days(years: list[int], month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day) for year in years]
    except ValueError:
        return []  # 31 April
