"""At what time of its day a text was written, as it tells itself: *By mid afternoon 300 had come*, *as night fell*."""

from __future__ import annotations

import re

from framing.corpus.corpus import Corpus

_HOURS = {
    "dawn": 6, "daybreak": 6, "sunrise": 6, "morning": 9, "midday": 12, "noon": 12, "lunchtime": 12, "afternoon": 15,
    "sunset": 19, "dusk": 19, "nightfall": 20, "evening": 19, "night": 21, "darkness": 20, "midnight": 24,
}  # fmt: skip
_TIME = re.compile(
    rf"\b(?:[Bb]y|[Aa]s|[Uu]ntil) (?:(?P<part>early|mid|late)[ -])?(?:the )?(?P<time>{'|'.join(_HOURS)})(?: fell)?\b"
    r"(?! (?:of|after|before|on (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)))|"
    r"\b[Bb]y (?P<hour>1?\d)(?:[:.]\d\d)? ?(?P<half>[ap])\.?m\b"
)
_PART = {"early": -1, "mid": 0, "late": 2}


def latest(text: str) -> int | None:
    """The latest hour by which a text tells how things stood; null where it tells of none."""
    return max((_hour(found) for found in _TIME.finditer(text)), default=None)


def latest_hours(corpus: Corpus) -> dict[str, int]:
    """article -> `latest`, where there is one; use `corpus.once(latest_hours)`."""
    texts = corpus.articles.select("article", "text").iter_rows()
    return {article: hour for article, text in texts if (hour := latest(text)) is not None}


def _hour(found: re.Match[str]) -> int:
    if found["hour"]:
        return int(found["hour"]) % 12 + (12 if found["half"] == "p" else 0)
    return _HOURS[found["time"]] + _PART.get(found["part"] or "", 0)
