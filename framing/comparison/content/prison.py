"""How long a prison term may be: what somebody faces, what prosecutors and the defence ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.comparison.content.tallies import Tally
from framing.comparison.content.units import NUMBERS
from framing.text.typography import CAPITALS

YEARS = "years"  # unit
_WORDS = "|".join(sorted((word for word in NUMBERS if word not in ("zero", "dozen")), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,3}}|{_WORDS})"
_SPAN = (
    rf"(?P<shown>(?:(?:up to|as (?:much|many|long) as|at least|more than|no more than|about|around|just|only) )?"
    rf"(?P<number>{_NUMBER})(?: 1/2|½| and a half)?(?:(?:-| to ){_NUMBER})?[ -]years?\b)(?![ -]old)"
)
_TERM = (
    r"(?:(?:an? |the )?(?:maximum |prison |jail |total )*(?:sentence|term|penalty|punishment)s? of )?(?:a maximum of )?"
)
_PRISON = re.compile(r"\b(?:prison|jail\w*|behind bars|imprison\w*|sentence\w*|penalty)\b", re.IGNORECASE)
_WHOLE = r"(?!(?: in (?:prison|jail)| behind bars)?,? (?:for|on|per|each)\b)"  # not for one charge of several
_LAWYERS = (
    rf"(?:[Dd]efen[cs]e(?: lawyers?| attorneys?| team)?|[Ll]awyers for [{CAPITALS}][\w’'-]+|[\w-]+[’']s? lawyers?)"
)
_ASK = (
    r"(?:asked|asking|sought|seeking|seeks?|requested|recommended|demanded|wanted|angling|called|argued|saying|"
    r"suggested)"
)
_KINDS = tuple(
    (key, name, re.compile(rf"\b{pattern}"))
    for key, name, pattern in (
        (
            "term faced", "the longest prison term",
            rf"(?:faces?|facing|punishable by|carr(?:y|ies|ied)|penalt(?:y|ies) of|could be jailed for) {_TERM}{_SPAN}"
            rf"{_WHOLE}",
        ),
        ("term prosecutors ask", "the term that prosecutors asked for", rf"[Pp]rosecutors? [^.;]{{0,20}}?{_ASK} "
         rf"[^.;\d]{{0,40}}?{_SPAN}"),
        ("term lawyers ask", "the term that the defence asked for", rf"{_LAWYERS} [^.;]{{0,30}}?{_ASK} "
         rf"[^.;\d]{{0,40}}?{_SPAN}"),
    )
)  # fmt: skip


def prison_terms(text: str) -> Iterator[Tally]:
    """The prison terms of a sentence that are no sentence yet."""
    if "years" not in text or not _PRISON.search(text):
        return
    for key, name, pattern in _KINDS:
        if match := pattern.search(text):
            number = match["number"].lower()
            value = NUMBERS.get(number) or float(number)
            half = 0.5 * any(part in match["shown"] for part in (" 1/2", "½", " and a half"))
            yield Tally(key, name, YEARS, value + half, *match.span("shown"))
