"""Factiva: plain text, RTF and HTML, with field codes (HD, SN, PD, LP, TD) or in the order of the plain layout; XML is
read by its reader. *Document*, in the language of the interface, and an accession number stand below each article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases.factiva_summary import below_summary
from framing.corpus.databases.lines import blocks_of, is_date, is_rights, no_article, paragraphs, parts, text_of_element
from framing.corpus.files.fields import Raw
from framing.corpus.metadata.genre import GENRE
from framing.text.typography import CAPITALS

NAME = "Factiva"
CHECKED = (
    "real files of Factiva seen (text with codes; HTML; English, German, French, Chinese interface); PDF from these"
)

# Letters of the database itself, A to Z.
_NUMBER = rf"[{CAPITALS}0-9]{{4,12}}\d{{8}}[a-z0-9]{{6,16}}"
_BORDER = re.compile(
    rf"(?mi)^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument|Documento|文件|文書|Документ)[ \t]+({_NUMBER})[ \t]*$"
)
PAGE = re.compile(r"<div[^>]{0,80}class=['\"]article [a-z]{2}Article")
_WORDS = re.compile(
    r"(?i)^[\d.,  ]{1,10} ?(?:words|w\S{1,2}rter|mots|palabras|parole|woorden|palavras|слов\w*|字|語|ord)$"
)
_CODES = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM CX GC".split()
_BEGINS = re.compile(r"(?:SE|HD)(?:\s|$)")
_CODE = re.compile(rf"^({'|'.join(_CODES)})(?:[ \t]+(.*))?$")
# Subjects of Factiva's (NS) that say what kind of text it is.
_KINDS = {
    "nedc": "commentary",
    "ncolu": "column",
    "nlet": "letters",
    "nedi": "editorial",
    "nitv": "interview",
    "ntra": "transcript",
}
_LANGUAGES = (
    "english german french spanish russian italian dutch portuguese chinese japanese arabic "
    "englisch deutsch französisch spanisch russisch italienisch niederländisch portugiesisch "
    "anglais allemand français espagnol russe italien néerlandais portugais "
    "inglés alemán francés español ruso italiano neerlandés portugués 英文 德文 法文 西班牙文 英语 德语"
).split()
_AGENCIES = ("Reuters", "AP", "AFP", "dpa", "DPA", "PTI", "UPI", "Xinhua", "ANSA", "EFE", "TASS", "Bloomberg", "PA")
_PARTICLES = (
    "de",
    "da",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "del",
    "dos",
    "al",
    "bin",
    "ten",
    "ter",
    "zu",
)
_BY = re.compile(r"(?i)(?:by|von|par|por|di|door)\b")
_POST = re.compile(r"(?i)special to\b|.{0,40}\bcorrespondent$")
_POSTED = re.compile(  # with a name before it
    r"([^,;]{3,60}), (?:[\w’'& -]{0,50}[ -])?"
    r"(?i:correspondents?|reporters?|editors?|writers?|columnists?|korrespondent(?:in)?|redakteur(?:in)?|correspondante?)$"
)
_GOES_ON = re.compile(r"(?i)(?:\b(?:[^\W\d_]{1,3}|with|from|over|into)|[,:;–—-])$")
_WHERE = re.compile(  # *in Oslo*, *and agencies*
    rf" (?:in|à) [{CAPITALS}][\w’'-]*(?: [{CAPITALS}][\w’'-]*){{0,3}}(?=,| and\b| und\b| et\b|$)|(?:,| and) agencies$"
)
_SECTIONS = frozenset(
    "news sport sports business world politics main features front national international local metro city finance "
    "markets economy culture arts technology science health travel home uk us europe asia africa media books magazine "
    "weekend review life style money companies comment wirtschaft politik meinung kultur nachrichten".split()
)


def recognises(text: str) -> bool:
    """An accession number below, and a count of words or a coded headline above."""
    return bool(_BORDER.search(text)) and bool(
        any(_WORDS.match(line.strip()) for line in text.split("\n")) or re.search(r"(?m)^[ \t]*HD[ \t]", text)
    )


def split(text: str) -> Iterator[Raw]:
    """The articles; the search summary, at the end or above the first, is a note."""
    for part, line, border in parts(_BORDER, text):
        lines = [one.strip() for one in part.split("\n")]
        if border is None or not any(_WORDS.match(one) or _CODE.match(one) for one in lines):
            if len(part.split()) > 3:
                yield no_article("is a summary of the search", line)
            continue
        head = next((number for number, one in enumerate(lines) if _WORDS.match(one) or _BEGINS.match(one)), 0)
        if begin := below_summary(lines, head):
            yield no_article("is a summary of the search", line)
            line += begin + next(number for number, one in enumerate(lines[begin:]) if one)
            lines = lines[begin:]
        coded = any(one.startswith("HD") and _CODE.match(one) for one in lines)
        yield _raw(_coded(lines) if coded else _plain(lines), border[1], line)


def split_page(page: str) -> Iterator[Raw]:
    """The articles of a saved page: the mark-up tells headline, byline and paragraphs."""
    from lxml import html

    tree = html.document_fromstring(page)
    found = tree.xpath("//div[starts-with(@class, 'article ') and contains(@class, 'Article')]")
    for number, article in enumerate(found, 1):
        for hit in article.xpath(".//*[contains(@class, 'Headline')]"):
            hit.attrib["class"] = "headline"
        text = text_of_element(article)
        border = _BORDER.search(text)
        lines = text.split("\n")
        cells = article.xpath("./table//tr[td[contains(@class, 'index')] or td/b]")
        if cells:
            coded = {cell[0].text_content().strip(): text_of_element(cell[1]) for cell in cells if len(cell) > 1}
            fields = _of_codes({code: value for code, value in coded.items() if code in _CODES})
        else:
            headline = " ".join(article.xpath("string(.//*[@class='headline'])").split())
            byline = " ".join(article.xpath("string(.//*[@class='author'])").split())
            lines = [line.strip() for line in (text[: border.start()] if border else text).split("\n")]
            fields = _plain(lines, headline or None, byline or None)
        yield _raw(fields, border[1] if border else None, number)


def _raw(fields: dict[str, str | None], number: str | None, line: int) -> Raw:
    found = {name: value for name, value in fields.items() if value}
    return Raw({**found, **({"id": number} if number else {})}, line=line, many=True)


def _coded(lines: list[str]) -> dict[str, str | None]:
    coded: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found = _CODE.match(line)
        if found and found[1] not in coded and _is_code(found[1], found[2] or "", code):
            code = found[1]
            coded[code] = [found[2] or ""]
        elif code:
            coded[code].append(line)
    return _of_codes({name: "\n".join(texts).strip() for name, texts in coded.items()})


def _is_code(code: str, value: str, before: str) -> bool:
    """Whether a line that begins like a code is one: within the text, *IN* and *RE* are words as well."""
    if before not in ("LP", "TD"):
        return True
    if code in ("CO", "IN", "NS", "RE"):
        return not value or bool(re.search(r"^\w+ : |\|", value))
    return code in ("TD", "CT", "RF", "ART", "IPC", "IPD", "PUB", "AN")


def _of_codes(value: dict[str, str]) -> dict[str, str | None]:
    rubric = value.get("SE") or value.get("CLM")
    kinds = [_KINDS[code] for code in re.findall(r"\b\w{4,6}(?= ?:)", value.get("NS", "").casefold()) if code in _KINDS]
    return {
        "headline": " ".join(value.get("HD", "").split()),
        "byline": " ".join(value.get("BY", "").split()) or None,
        "agency": value.get("CR"),
        "published": value.get("PD"),
        "outlet": value.get("SN"),
        "language": value.get("LA"),
        "genre": " | ".join(filter(None, (rubric, *kinds))) or None,
        "page": value.get("PG"),
        "body": "\n\n".join(paragraphs(value[code].split("\n")) for code in ("LP", "TD") if value.get(code)),
    }


def _plain(lines: list[str], headline: str | None = None, byline: str | None = None) -> dict[str, str | None]:
    """Section, headline, byline, *n words*, date, (time,) outlet, code, (edition, page,) language, copyright; then
    the text, and the publisher below it."""
    count = next((number for number, line in enumerate(lines) if _WORDS.match(line)), 0)
    above = [line for line in lines[:count] if line]
    section = None
    if headline is None:
        section, headline, byline = _above(above)
    else:
        named = " ".join(above)
        at = named.find(headline)
        section = named[:at].strip() if at > 0 else None
    below = [number for number in range(count + 1, len(lines)) if lines[number]]
    date_at = next((number for number in below[:3] if is_date(lines[number])), None)
    about = [number for number in below if date_at is not None and number > date_at]
    about = [number for number in about if not re.fullmatch(r"\d{1,2}:\d\d(?:\s?\w+)?", lines[number])]
    # The head goes to the copyright notice, else to the language.
    ends = next((number for number in about[:10] if is_rights([lines[number]])), None)
    tongue = next((number for number in about[:9] if lines[number].casefold() in _LANGUAGES), None)
    head_end = ends if ends is not None else tongue if tongue is not None else (about[1] if len(about) > 1 else count)
    # The notice may go on below, up to the next blank line.
    begin = head_end + 1
    blocks = list(blocks_of(lines[begin:]))
    publisher = None
    if len(blocks) > 1 and len(blocks[-1]) == 1 and _is_name(blocks[-1][0]):
        publisher = blocks[-1][0]
        blocks.pop()
    text = [line for block in blocks for line in (*block, "")]
    return {
        "headline": headline,
        "byline": byline,
        "published": lines[date_at] if date_at is not None else None,
        "outlet": lines[about[0]] if about else None,
        "language": lines[tongue] if tongue is not None else None,
        "genre": section,
        "publisher": publisher,
        "body": paragraphs(text),
    }


def _is_name(line: str) -> bool:
    """A line that is a publisher's name and no sentence."""
    return len(line.split()) <= 8 and not re.search(
        r"[.!?…:;”\"’')]$", re.sub(r"(?:Inc|Ltd|Co|S\.A|Corp)\.$|\)$", "x", line)
    )


def _above(lines: list[str]) -> tuple[str | None, str | None, str | None]:
    """Section, headline and byline, of the lines above the count of words."""
    lines = list(lines)
    section = byline = None
    while len(lines) > 1 and _POST.match(lines[-1]) and not _signed(lines[-1]):
        lines.pop()
    if len(lines) > 1 and (_is_section(lines[0]) or (len(lines) > 2 and _may_be_section(lines[0]))):
        section = lines.pop(0)
    if len(lines) > 1 and _is_byline(lines[-1], " ".join(lines[:-1])):
        byline = lines.pop()
    elif len(lines) > 1 and section is None and _may_be_section(lines[0]):
        section = lines.pop(0)
    return section, " ".join(lines) or None, byline


def _is_section(line: str) -> bool:
    words = re.split(r"[\s;,&/|]+", line.casefold())
    return (
        any(word in GENRE for word in words[:3])
        or words[0] in _SECTIONS
        or bool(re.search(r"(?i)\bdesk\b|\bsect?(?:ion)?[^\W\d_]?\b|; \w{1,3}$", line))
    ) and len(words) <= 5


def _may_be_section(line: str) -> bool:
    """One to four words that are no sentence and no question."""
    return len(line.split()) <= 4 and len(line) <= 40 and not re.search(r"[.!?:…“”\"‘]", line)


def _is_byline(line: str, headline: str) -> bool:
    """*By Jane Roe*; the names of one or several people, or of an agency, and no more."""
    if _BY.match(line) or line in _AGENCIES:
        return True
    if len(line) <= 12 < len(headline) and not any(
        sign.isascii() and sign.isalnum() for sign in line
    ):  # scripts without capitals
        return True
    if re.search(r"[\d?!:“”…]", line) or line.endswith("."):
        return False
    if _signed(line):
        return True
    if _goes_no_further(headline):
        line = _WHERE.sub("", line)
    names = [part.split() for part in re.split(r"\s*[;,]\s*|\s+(?:and|und|et|y|e)\s+", line) if part]
    return all(1 < len(name) <= 5 and all(_is_name_word(word) for word in name) for name in names[:1]) and all(
        _is_name_word(word) for name in names for word in name
    )


def _signed(line: str) -> bool:
    """*By Jane Roe*; names with a post behind them: *Jane Roe, Transport Correspondent*."""
    posted = _POSTED.match(line)
    names = re.split(r"\s+(?:and|und|et|y|e)\s+", posted[1]) if posted else []
    return bool(_BY.match(line) or names) and all(
        1 < len(name.split()) <= 5 and all(map(_is_name_word, name.split())) for name in names
    )


def _goes_no_further(headline: str) -> bool:
    """Whether a headline in small letters may end here: not *The board meets the*."""
    words = headline.split()
    small = sum(word[:1].islower() for word in words)
    return (
        2 * small >= len(words)
        and re.search(r"(?i)(?:\b(?:[a-z]{1,3}|with|from|over|into)|[,:;–—-])$", headline) is None
    )


def _is_name_word(word: str) -> bool:
    return word.strip("\"'(")[:1].isupper() or word in _PARTICLES
