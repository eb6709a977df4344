"""Signs that a sentence holds something against a claim: figures and records, no evidence, a verdict, those who know.

Closed lists, written for this purpose. A sign alone is nothing: `claims` asks that the sentence is about the claim.
"""

from __future__ import annotations

import re

from framing.comparison.content.grouping import grouped
from framing.comparison.content.stems import stem
from framing.comparison.content.units import NUMBERS

_PAPERS = (
    r"(?:figures|data|statistics|records|documents|papers|stud(?:y|ies)|reports?|audits?|research|accounts|minutes|"
    r"e-?mails|footage|video|census|tests|analys[ie]s|archives|filings|transcripts?|reviews?|"
    r"inquir(?:y|ies)|investigations?|rulings?|contracts?|photographs|photos|measurements|estimates|registers?)"
)
_SHOW = (
    r"(?:shows?|showed|suggests?|suggested|indicates?|indicated|puts?|finds?|found|says?|said|reveals?|revealed|"
    r"contradicts?|contradicted|lists?|gives?|gave|tells?|recorded|doubts?|estimates?|estimated)"
)
_KNOWING = (
    r"(?:experts|economists|scientists|doctors|researchers|analysts|engineers|scholars|historians|specialists|"
    r"epidemiologists|academics|statisticians|geologists|physicists|biologists|climatologists)"
)
_RECKON = (
    r"(?:say|said|doubts?|doubted|dispute[sd]?|disagreed?|reckon|estimate[sd]?|put|question(?:ed)?|warn|warned|believe)"
)
_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|misleading|debunked|unsupported|unfounded|baseless|not true|"
    r"not correct|not supported|not so|contradicted|without (?:basis|foundation))"
)
_SPOKE = (
    r"(?:said|says|claimed|claims|claiming|stated|states|told|insisted|insists|asserted|suggested|alleged|repeated)"
)
_WRONGLY = r"(?:falsely|wrongly|incorrectly|erroneously|mistakenly|inaccurately)"
_CLAIM = r"(?:claim|statement|assertion|figure|number|remark)"
_PROOF = r"(?:evidence|proof)"
_FACTS = r"(?:facts?|data|figures|records|findings|numbers)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


SIGNS = {  # the first that a sentence has
    "verdict": _any(
        rf"\b{_WRONGLY} {_SPOKE}\b",
        rf"\b(?:{_CLAIM}|that|this)\b(?: \w+)? (?:is|was|has been|had been) (?:\w+ly )?{_FALSE}\b",
        r"\b(?:debunked|fact-check(?:ers?|ed|s)?)\b",
        r"\bcontradict(?:s|ed)? (?:this|that|the|his|her|its)\b",
        rf"\b(?:at odds with|runs? counter to) (?:the |official |what )*(?:\w+ )?{_FACTS}\b",
    ),
    "no evidence": _any(
        rf"\bthere (?:is|was) (?:no|little|scant) (?:\w+ ){{0,2}}{_PROOF}\b",
        rf"\b(?:gave|offered|provided|presented|cited) (?:no|little|scant) (?:\w+ )?{_PROOF}\b",
        rf"\b(?:did not|didn['’]t|has not|have not) (?:offer|give|provide|cite|present)(?:ed|d|n)? (?:any )?{_PROOF}\b",
    ),
    "records": _any(
        rf"\b{_PAPERS}\b[^.;]{{0,80}}?\b{_SHOW}\b", rf"\baccording to [^.;]{{0,60}}?\b{_PAPERS}\b"
    ),
    "experts": _any(rf"\b{_KNOWING}\b[^.;]{{0,60}}?\b{_RECKON}\b"),
    "fact": _any(r"^(?:But |Yet )?(?:in fact|in reality|in truth|actually)\b"),
}  # fmt: skip
# In the sentence of the claim, outside of what is said.
BESIDE = _any(
    rf"\b{_WRONGLY} {_SPOKE}\b",
    rf"\b{_SPOKE}, {_WRONGLY},",
    rf"\bwithout (?:\w+ing )?(?:any )?(?:\w+ )?{_PROOF}\b",
    rf"\b(?:offering|providing|citing|giving|with) (?:no|little|scant) (?:\w+ )?{_PROOF}\b",
)
# A turn against what was said before.
TURN = re.compile(
    r"^(?:But|However|Yet|Still|In fact|In reality|In truth|Actually|Nevertheless)\b|"
    r"\b(?:however|although|though|even though|despite|whereas|in fact|in reality|in truth|actually)\b"
)
# Words that point back to what was said.
BACK = _any(
    rf"\b(?:this|that|such|the|his|her|its|their) {_CLAIM}s?\b",
    r"\bdoubts? (?:this|that|it)\b",
    r"\b(?:of|for) (?:this|that|it)\b",
    r"\b(?:this|that) is not\b",
)
AGAINST = re.compile(r"\b(?:doubt|dispute|disagree|question)")
AGREES = re.compile(
    r"\b(?:confirm\w*|indeed|bear out|bears out|bore out|back up|backs up|supports? (?:this|the|his|her))\b"
)
REACTS = _any(
    r"\bcall(?:ed|s) (?:it|that|this|the|him|her)\b",
    r"\b(?:dismiss|reject|mock|attack|criticis|criticiz|hit back|counter|repl[iy]|respond|disagree|ridicul)\w*\b",
)
PLAIN = {  # of a sentence with a sign, what says nothing of its matter
    stem(word)
    for word in (
        "police official officials county statistics figures data records documents papers show shows showed put puts "
        "say says said find found reveal give gave suggest indicate per cent percent year years month months time same "
        "only just however fact reality number numbers rise fall rose fell actual"
    ).split()
}
EXTENT = re.compile(r"\b(?:all|whole|entire|every|each|most|none|double|twice)\b", re.IGNORECASE)
MONEY = re.compile(r"[$£€]|\b(?:dollars?|euros?|pounds|crowns|roubles|yen|yuan)\b", re.IGNORECASE)
HEARD = _any(  # whose figures and findings an outlet gives as its own
    rf"\b(?:{_PAPERS}|{_KNOWING}|police|statistic\w*|university|institute|bureau|court|auditors?)\b"
)
# A text with one of these may hold something against the claim in a way that is not read: nothing is said of it.
DOUBT = _any(
    rf"\b(?:{_PROOF}|{_FALSE}|{_WRONGLY}|doubt\w*|disput\w*|contradict\w*|exaggerat\w*|fact-check\w*|debunk\w*|critics|"
    r"sceptic\w*|skeptic\w*|contest(?:ed|s)|myth|rebut\w*|refut\w*|den(?:y|ied|ies)|inflated|overstat\w*|"
    r"experts|economists|in fact|in reality|in truth)\b"
)
_SHARES = {
    "half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0,
    "three quarters": 75.0, "a fifth": 20.0, "a tenth": 10.0, "doubled": 100.0, "twice": 200.0, "halved": 50.0,
}  # fmt: skip
_SHARE = re.compile(r"\b(?:" + "|".join(sorted(_SHARES, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")


def amounts(text: str) -> frozenset[float]:
    """The numbers of a text, years left out: *by half* and *50 per cent* are one, *eleven* is 11."""
    text = grouped(text)
    found = {float(hit[0].replace(",", "")) for hit in _NUMBER.finditer(text) if not _YEAR.match(hit[0])}
    found |= {_SHARES[hit[0].lower()] for hit in _SHARE.finditer(text)}
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(found | {NUMBERS[word] for word in words if word in NUMBERS and word not in ("one", "zero")})


def sign(text: str) -> str | None:
    """Which sign a sentence has, if any: a key of `SIGNS`."""
    return next((kind for kind, pattern in SIGNS.items() if pattern.search(text.strip())), None)
