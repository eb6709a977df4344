"""Many articles in one text, as Nexis Uni and Factiva export them (plain text, RTF, DOCX).

Written after the public descriptions of these exports (the vendors' help pages; the R package LexisNexisTools; the
table of Factiva's field codes), without a sample of either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from framing.corpus.cleaning.rules import DATE
from framing.corpus.files.fields import Raw

_NEXIS_END = re.compile(r"(?m)^[ \t]*End of Document[ \t]*$")
_NEXIS_OLD = re.compile(r"(?m)^[ \t]*\d{1,5} of \d{1,5} DOCUMENTS[ \t]*$")
_FACTIVA_END = re.compile(r"(?m)^[ \t]*(?:AN[ \t]+)?Document [A-Za-z0-9]{4,12}\d{8}[A-Za-z0-9]{6,16}[ \t]*$")
_LABEL = re.compile(
    r"(?i)^[ \t]*(section|length|byline|dateline|headline|language|publication-type|load-date|url|highlight|"
    r"graphic|correction|type|subject|industry|geographic|organization|person|company|ticker|country|state|city|"
    r"document-type|journal code|notes):[ \t]*(.*)$"
)
_DATE = re.compile(rf"^(?:{DATE}|(?:[A-Z][a-z]+ \d{{1,2}}, \d{{4}}|\d{{1,2}} [A-Z][a-z]+ \d{{4}}))\b.{{0,40}}$")
_CODES = "HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|CLM|CT|RF|ART|VOL"
_CODE = re.compile(rf"^({_CODES})(?:[ \t]+(.*))?$")
_LANGUAGES = ("English", "German", "French", "Spanish", "Russian")


def split(text: str) -> Iterator[Raw]:
    """The articles of an export; a text that is none is one article."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _NEXIS_END.search(text) and re.search(r"(?mi)^[ \t]*(?:body|length:.*words.*)$", text):
        yield from _each(_NEXIS_END, text, _nexis)
    elif _NEXIS_OLD.search(text):
        yield from _each(_NEXIS_OLD, text, _nexis)
    elif _FACTIVA_END.search(text) and re.search(r"(?m)^(?:WC[ \t]+)?[\d,.]+ words[ \t]*$", text):
        yield from _each(_FACTIVA_END, text, _factiva)
    else:
        yield Raw({"body": text})


def _each(border: re.Pattern[str], text: str, read: Callable[[list[str]], Mapping[str, str]]) -> Iterator[Raw]:
    line = 1
    start = 0
    for found in [*border.finditer(text), None]:
        end = found.start() if found else len(text)
        part = text[start:end]
        skipped = len(part) - len(part.lstrip("\n "))
        if len(part.split()) > 10:
            fields = read(part.strip("\n").split("\n"))
            yield Raw(dict(fields), line=line + part[:skipped].count("\n"))
        line += text[start : (found.end() if found else end)].count("\n")
        start = found.end() if found else end


def _nexis(lines: list[str]) -> dict[str, str]:
    """Headline, outlet and date stand at the head; labelled lines follow; the text stands behind `Body`."""
    stripped = [line.strip() for line in lines]
    fields: dict[str, str] = {}
    for line in stripped:
        if (found := _LABEL.match(line)) and found[2].strip():
            fields.setdefault(found[1].casefold(), found[2].strip())
    body_at = next((number for number, line in enumerate(stripped) if line.rstrip(":").casefold() == "body"), None)
    end_at = next(
        (
            number
            for number, line in enumerate(stripped)
            if number > (body_at or 0) and (line == "Classification" or re.match(r"(?i)(?:load-date|language):", line))
        ),
        len(stripped),
    )
    labels = [number for number, line in enumerate(stripped) if _LABEL.match(line)]
    if body_at is None:
        body_at = max((number for number in labels if number < end_at), default=0)
    head = [
        line for line in stripped[: min([body_at, *labels])] if line and not re.match(r"(?i)copyright\b|page \d", line)
    ]
    date_at = next((number for number, line in enumerate(head) if _DATE.match(line)), None)
    found_fields = {
        "published": head[date_at] if date_at is not None else fields.get("load-date"),
        "outlet": head[date_at - 1] if date_at else None,
        "headline": fields.get("headline") or (_nexis_headline(head, date_at)),
        "byline": fields.get("byline"),
        "genre": fields.get("section"),
        "language": fields.get("language"),
        "url": fields.get("url"),
    }
    body = lines[body_at + 1 : end_at]
    return {name: value for name, value in {**found_fields, "body": "\n".join(body).strip()}.items() if value}


def _nexis_headline(head: list[str], date_at: int | None) -> str | None:
    """The lines above the outlet in new exports; those below the date in old ones."""
    if date_at is None:
        return head[0] if head else None
    above, below = head[: max(0, date_at - 1)], head[date_at + 1 :]
    return " ".join(above) or " ".join(below[:2]) or None


def _factiva(lines: list[str]) -> dict[str, str]:
    """With field codes (HD, SN, PD, LP, TD), or in the order of the plain layout."""
    coded: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := _CODE.match(line.strip()):
            code = found[1]
            coded.setdefault(code, []).append(found[2] or "")
        elif code:
            coded[code].append(line)
    if "HD" in coded:
        value = {name: "\n".join(texts).strip() for name, texts in coded.items()}
        fields = {
            "headline": " ".join(value["HD"].split()),
            "byline": value.get("BY"),
            "published": value.get("PD"),
            "outlet": value.get("SN"),
            "language": value.get("LA"),
            "genre": value.get("SE") or value.get("CLM"),
            "body": "\n\n".join(text for text in (value.get("LP"), value.get("TD")) if text),
        }
    else:
        fields = _factiva_plain([line.strip() for line in lines])
    return {name: text for name, text in fields.items() if text}


def _factiva_plain(lines: list[str]) -> dict[str, str | None]:
    """Headline, byline, *n words*, date, (time,) outlet, code, (edition, page,) language, copyright; then the text."""
    count = next((number for number, line in enumerate(lines) if re.fullmatch(r"[\d,.]+ words", line)), 0)
    head = [line for line in lines[:count] if line]
    byline = head.pop() if len(head) > 1 and re.match(r"(?i)by\b", head[-1]) else None
    about = [line for line in lines[count + 1 :][:14] if line]
    date_at = next((number for number, line in enumerate(about) if _DATE.match(line)), None)
    after = about[date_at + 1 :] if date_at is not None else []
    after = [line for line in after if not re.fullmatch(r"\d{1,2}:\d\d( \w+)?", line)]
    below = range(count + 1, len(lines))
    copyright_at = next((number for number in below if re.match(r"(?i)\(c\)|©|copyright\b", lines[number])), None)
    language_at = next((number for number in below if lines[number] in _LANGUAGES), count)
    begin = copyright_at if copyright_at is not None else language_at
    language = next((line for line in after if line in _LANGUAGES), None)
    return {
        "headline": " ".join(head) or None,
        "byline": byline,
        "published": about[date_at] if date_at is not None else None,
        "outlet": after[0] if after else None,
        "language": language,
        "body": "\n".join(lines[begin + 1 :]).strip(),
    }
