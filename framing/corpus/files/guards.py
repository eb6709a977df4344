"""Many articles that stand in one text must not be read as one: how they are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from framing.corpus.cleaning.sieve import held
from framing.corpus.databases.lines import is_date
from framing.text.typography import CAPITALS

# What exports print once for each article; twice in one text, it holds several. Each with words, in small letters,
# without which it is not looked for.
_MARKS = {
    "lines “n of m DOCUMENTS”": (r"(?mi)^[ \t]*\d{1,6} (?:of|von|de|sur) \d{1,6} do[ck]ument", "document", "dokument"),
    "lines “Document n of m”": (
        r"(?mi)^[ \t]*do[ck]umento? \d{1,6} (?:of|von|de|sur) \d{1,6}[ \t]*$",
        "document",
        "dokument",
    ),
    "lines “End of Document”": (r"(?mi)^[ \t]*end of document[ \t]*$", "end of document"),
    "lines “Load-Date:”": (r"(?mi)^[ \t]*load-date:", "load-date:"),
    "lines “Full text:”": (r"(?mi)^[ \t]*full text:", "full text:"),
    "lines “ProQuest document ID:”": (r"(?mi)^[ \t]*proquest document (?:id:|link)", "proquest document"),
    "lines “Publication title:”": (r"(?mi)^[ \t]*publication title:", "publication title:"),
    "accession numbers of Factiva": (
        rf"(?m)\b(?:Document|Dokument|Documento) [{CAPITALS}0-9]{{4,12}}\d{{8}}[a-z0-9]{{6,16}}\b",
        "document",
        "dokument",
    ),
    "numbers of Europresse": (
        r"(?m)(?:Numéro de document|Document number) ?: ?\S|\bnews·\d{8}·",
        "numéro de document",
        "document number",
        "news·",
    ),
    "heads of APA's database": (
        r'(?m)^[ \t]*"[^"\n]{2,60}" (?:Nr\. \S{1,12} )?(?:vom|gefunden am) \d{1,2}\.\d{1,2}\.\d{4}\b',
        "vom ",
        "gefunden am",
    ),
    "lines of paper, date and page": (
        r"(?m)^[ \t]*[^\n,.]{2,40}, (?:[^\W\d_]{4,10} )?\d{1,2} [^\W\d_]{3,10} \d{4}, (?:p|pp|blz|S)\. ?\d{1,3}\b",
        ", p.",
        ", pp.",
        ", blz.",
        ", s.",
    ),
    "certificates of Europresse": (r"(?i)Ce certificat est émis à", "certificat est"),
}
_PATTERNS = {name: (re.compile(pattern), needs) for name, (pattern, *needs) in _MARKS.items()}
_NEEDS = frozenset(chain.from_iterable(needs for _, needs in _PATTERNS.values()))
_AGENCIES = "Reuters|AP|AFP|dpa|EFE|UPI|PTI|Xinhua|TASS|ANSA|Bloomberg"
_CREDIT = re.compile(rf"\((?:{_AGENCIES})\)")
_DATELINE = re.compile(rf"(?m)^[^\W\d_a-z][^\W\d_a-z., ]{{2,30}}(?:, [^\n(]{{2,25}})? ?\((?:{_AGENCIES})\) ?[-–—]")
_PAPER = re.compile(
    r"(?i)\b(?:the .{0,20}(?:times|post|guardian|telegraph|independent|journal|herald|tribune|courier|gazette|star|sun|"
    r"chronicle|observer|mirror|news|express|mail)|new york times|daily \w+|\w+ (?:times|post|herald|tribune|courier|"
    r"gazette|chronicle|journal|news|zeitung|today)|le monde|le figaro|el país|der spiegel|reuters|bbc(?: news)?|cnn|"
    r"associated press|agence france.presse)\b"
)
_SECOND = 2
_DATELINES = 4


def several(texts: Sequence[str]) -> list[str | None]:
    """Of each text what shows that it is several articles, such as *12 lines “Load-Date:”*; null for one."""
    return [_several(text, there) for text, there in zip(texts, held(texts, _NEEDS), strict=True)]


def _several(text: str, there: list[str]) -> str | None:
    """there: what of that patterns need the text has."""
    for name, (pattern, needs) in _PATTERNS.items():
        found = sum(1 for _ in pattern.finditer(text)) if any(map(there.__contains__, needs)) else 0
        if found >= _SECOND:
            return f"{found} {name}"
    mastheads = _mastheads(text)
    if mastheads >= _SECOND:
        return f"{mastheads} names of papers above dates"
    datelines = sum(1 for _ in _DATELINE.finditer(text)) if _CREDIT.search(text) else 0
    return f"{datelines} datelines of agencies" if datelines >= _DATELINES else None


def links(text: str) -> int:
    """How many addresses a text lists that is such a list and no article; 0 for another."""
    lines = [line.strip() for line in text[:200_000].split("\n") if line.strip()]
    found = sum(bool(re.match(r"[-*•\d.) ]{0,6}<?https?://\S+>?$", line)) for line in lines)
    return found if found and found * 2 > len(lines) else 0


def _mastheads(text: str) -> int:
    """How often a line that is a date stands below the name of a paper: short, and by the same or a like name."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 200_000:
        return 0
    named = [
        before
        for before, line in pairwise(lines)
        if len(line) < 60
        and is_date(line)
        and len(before.split()) <= 6
        and not re.search(r"[.!?:;,”\"]$", before)
        and re.search(_PAPER, before)
    ]
    return len(named)
