"""From the text of a page to the text of an article: what is no journalism is taken out, and listed.

Every rule is a row of a table below: its kind, its name, and the pattern of a whole paragraph (or of a
passage inside one). Nothing is taken out without a row in `removed`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from framing.corpus.agencies import AGENCIES

STUB_WORDS = 40  # shorter bodies are flagged as stubs
LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Removed:
    """A passage that was taken out: its kind, the rule that did it, and the very text."""

    kind: str
    rule: str
    text: str


@dataclass
class Cleaned:
    """An article's body, with what the page said about it beside the story itself."""

    body: str
    removed: list[Removed] = field(default_factory=list)
    dateline: str | None = None
    agency: str | None = None
    byline: str | None = None
    flags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Rule:
    """A paragraph of this form, in this zone of the text (start: first five, end: last six), is no journalism."""

    kind: str
    name: str
    pattern: re.Pattern[str]
    zone: str = "any"


def _rule(kind: str, name: str, pattern: str, zone: str = "any") -> Rule:
    return Rule(kind, name, re.compile(pattern), zone)


_PHOTO = r"(?:Getty Images|Shutterstock|Reuters|REUTERS|AFP|AP Photo|EPA|Bloomberg|iStock|Alamy|Xinhua)"
PARAGRAPHS = (
    _rule("breadcrumb", "names between slashes", r"^[\w'’&. -]{2,30}(?:\s*[/›>»|]\s*[\w'’&. -]{2,30}){1,5}$", "start"),
    _rule("caption", "image copyright", r"(?i)^image (?:copyright|caption|source)\b"),
    _rule("caption", "file photo", r"(?i)^file (?:photo|picture|image)\b"),
    _rule("caption", "in this photo", r"^(?:In|On) this\b.{0,60}\b(?:file )?(?:photo|picture|image)\b"),
    _rule("caption", "photo credit at the end",
          rf"^.{{0,400}}(?:\([^()]*{_PHOTO}[^()]*\)|\bREUTERS/[A-Z].{{1,60}}|\[[^\]]*{_PHOTO}[^\]]*\])$"),
    _rule("caption", "photo line",
          r"(?i)^\(?(?:photo|picture|image|photograph)(?: credit)?(?: by)?:? .{1,80}\)?$", "any"),
    _rule("caption", "caption label", r"(?i)^caption:\s"),
    _rule("share", "share widget", r"(?i)^share (?:this(?: article| story| page)?|on|via)\b.{0,60}$"),
    _rule("share", "social accounts",
          r"(?i)^(?:(?:follow|like|join|find) (?:us|our)|(?:subscribe to|sign up for) (?:our|the \w+))\b.{0,120}$"),
    _rule("related", "read more",
          r"(?i)^(?:read (?:more|also|next|the full)|also read|more on this|see also|related|most read|recommended)\b"
          r".{0,20}[:|].*$"),
    _rule("related", "read more at", r"(?i)^(?:read more at|read full story|continue reading|click here)\b.*$"),
    _rule("notice", "other addresses", r"(?i)^.{0,60}website can also be accessed at\b.*$"),
    _rule("notice", "copyright", r"(?i)^(?:©|\(c\)|copyright\b).{0,200}$"),
    _rule("notice", "rights reserved", r"(?i)^.{0,160}\ball rights reserved\b.{0,120}$"),
    _rule("notice", "reprint",
          r"(?i)^\(?this (?:story|article|report) (?:has been|was|is) (?:\w+ )?"
          r"(?:published|produced|distributed|auto-generated|not been edited|reprinted|republished)\b.*$"),
    _rule("notice", "update note", r"(?i)^\((?:updates?|adds?|recasts?|corrects?|rewrites?)\b.{0,160}\)$"),
    _rule("credit", "reporting and editing",
          r"(?i)^\(?(?:additional )?(?:reporting|writing|editing|compiled|with (?:reporting|assistance|contributions?)|"
          r"[—–�-]+ ?with assistance) (?:by|from)\b.{0,400}$"),
    _rule("credit", "contributed", r"(?i)^.{3,80}\bcontributed (?:to|reporting)\b.{0,80}$", "end"),
    _rule("byline", "by a name",
          r"^(?:By|BY) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,4}(?:(?:,| and| in| for) .{2,60})?$", "start"),
    _rule("link", "address alone", r"^(?:https?://|www\.)\S+$"),
    _rule("separator", "marks alone", r"^[\W_]{1,60}$"),
)  # fmt: skip
PASSAGES = (
    _rule("ticker", "exchange code",
          r" ?[\[(](?:[A-Z0-9]{1,6}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|LSE|HKEX|TSX): ?[A-Z0-9.]{1,6})[\])]"),
)  # fmt: skip
_CITIES = "Moscow|Washington|London|Beijing|Brussels|Paris|Berlin|New York|Kyiv|Tokyo|Hong Kong|Geneva|Vienna|Delhi"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DASH = rf"\s*(?:--|[-–—{LOST}])\s+"


def clean(raw: str, headline: str | None = None, agencies: Mapping[str, str] | None = None) -> Cleaned:
    """The article in a text that was pasted, scraped or exported.

    headline: is taken out where the body repeats it. agencies: forms, beside the known ones, that
    stand in datelines and credits, with the agency's name (outlets of the event that are agencies).
    """
    done = Cleaned("")
    wire = _wire(tuple((agencies or {}).items()))
    text = _characters(raw, done)
    kept: list[str] = []
    paragraphs = list(_paragraphs(text))
    after_share = False
    for number, paragraph in enumerate(paragraphs):
        rule = _matching(paragraph, number, len(paragraphs))
        if rule is None and after_share and len(paragraph.split()) <= 6 and not re.search(r"[.!?”\"]$", paragraph):
            rule = Rule("share", "short line behind a share widget", re.compile(""))
        if rule is None and _same(paragraph, headline) and number < 4:
            rule = Rule("headline", "headline again", re.compile(""))
        if rule is None and number >= len(paragraphs) - 3 and (credit := wire.alone.match(paragraph)):
            done.agency = done.agency or wire.names[credit["agency"].casefold()]
            rule = Rule("credit", "agency alone", re.compile(""))
        if rule is not None:
            done.removed.append(Removed(rule.kind, rule.name, paragraph))
            after_share = after_share or rule.kind == "share"
            if rule.kind == "byline":
                done.byline = done.byline or re.sub(r"^(?:By|BY) ", "", paragraph)
            continue
        if len(kept) < 3:
            paragraph = _dateline(paragraph, wire, done)
        for passage in PASSAGES:
            for found in passage.pattern.finditer(paragraph):
                done.removed.append(Removed(passage.kind, passage.name, found.group().strip()))
            paragraph = passage.pattern.sub("", paragraph)
        if paragraph:
            kept.append(paragraph)
    done.body = "\n\n".join(_joined(_without_repeats(kept, done)))
    _flag(done)
    return done


def _characters(raw: str, done: Cleaned) -> str:
    """The text in one form; marks that turn the writing round are listed."""
    turned = re.findall("[\u202a-\u202e\u2066-\u2069]", raw)
    if turned:
        done.removed.append(
            Removed("control", "direction marks", " ".join(f"U+{ord(mark):04X}" for mark in turned[:20]))
        )
    # A stop glued to the next sentence, as scrapers leave it where a paragraph ended.
    return re.sub(r"(?<![\w.@/])(\w*[a-z]{2}[.!?][”\"]?)(?=[A-Z][a-z]*[\s,])", r"\1 ", tidy(raw))


def tidy(raw: str) -> str:
    """One form of each character; those that cannot be seen are left out."""
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff\u00ad]", "", text)
    text = re.sub("[\u00a0\u2000-\u200a\u202f\u3000\t]", " ", text)
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Co"))


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs: between blank lines, or line by line where lines are no wrapped ones."""
    lines = [line.strip() for line in text.split("\n")]
    filled = [line for line in lines if line]
    inner = [line for line, below in pairwise(lines) if line and below]
    wrapped = (
        len(inner) >= 3
        and max(map(len, filled)) <= 100
        and sum(not re.search(r"[.!?:”\"]$", line) for line in inner) >= 0.6 * len(inner)
    )
    separator = r"\n\s*\n" if wrapped else r"\n+"
    for block in re.split(separator, "\n".join(lines)):
        paragraph = re.sub(r"\s+", " ", block).strip()
        if paragraph:
            yield paragraph


def _matching(paragraph: str, number: int, size: int) -> Rule | None:
    if len(paragraph) > 600:
        return None
    zones = {"any", *(["start"] if number < 5 else []), *(["end"] if number >= size - 6 else [])}
    return next((rule for rule in PARAGRAPHS if rule.zone in zones and rule.pattern.search(paragraph)), None)


@dataclass(frozen=True)
class _Wire:
    """How agencies are recognised: names by their forms, datelines, and a credit that stands alone."""

    names: dict[str, str]
    datelines: tuple[re.Pattern[str], ...]
    alone: re.Pattern[str]


@lru_cache(maxsize=64)
def _wire(extra: tuple[tuple[str, str], ...]) -> _Wire:
    names = {alias.casefold(): name for name, aliases in AGENCIES.items() for alias in (name, *aliases)}
    names.update({alias.casefold(): name for alias, name in extra})
    any_agency = "|".join(re.escape(alias) for alias in sorted(names, key=len, reverse=True))
    place = r"(?P<place>[A-Z][A-Z.'’/]+(?:[ -][A-Z.'’/]+){0,4}(?:, [A-Z][A-Za-z.]+){0,2}?)"
    date = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:, \d{{4}})?\.?)?"
    agency = rf"[(/](?P<agency>(?i:{any_agency}))[)/]"
    forms = (
        rf"{place}{date} ?{agency}(?:{_DASH}|\. )",  # MOSCOW, Dec 9 (Reuters) -   BISHKEK, December 9. /TASS/.
        rf"{agency}{_DASH}",  # (Bloomberg) --
        rf"{place}{date}{_DASH}(?=[A-Z“\"‘])",  # BEIJING --
        # MOSCOW: Russia ...
        r"(?P<place>(?!UPDATE|EXCLUSIVE|WATCH|OPINION|BREAKING|ANALYSIS|CORRECTION|NOTE|EDITORIAL)"
        r"[A-Z]{3,}(?: [A-Z]{3,})?): (?=[A-Z“\"‘])",
        rf"(?P<place>{_CITIES})\s+[—–{LOST}]\s+(?=[A-Z])",
    )
    alone = re.compile(rf"^[(—–-]*\s*(?P<agency>(?i:{any_agency}))\s*[)]?\.?$")
    return _Wire(names, tuple(re.compile(form) for form in forms), alone)


def _dateline(paragraph: str, wire: _Wire, done: Cleaned) -> str:
    """The paragraph without its dateline; place and agency are kept as fields."""
    for form in wire.datelines:
        found = form.match(paragraph)
        if found:
            fields = found.groupdict()
            done.removed.append(Removed("dateline", "place and agency before a dash", found.group().strip()))
            done.dateline = done.dateline or (fields.get("place") or "").strip(" ,") or None
            if fields.get("agency"):
                done.agency = done.agency or wire.names[fields["agency"].casefold()]
            return paragraph[found.end() :]
    return paragraph


def _joined(paragraphs: list[str]) -> list[str]:
    """Sentences that a page splits over paragraphs are put together again."""
    whole: list[str] = []
    for paragraph in paragraphs:
        if whole and re.search(r"[a-z,;—–-]$", whole[-1]) and re.match(r"[a-z]", paragraph):
            whole[-1] += " " + paragraph
        else:
            whole.append(paragraph)
    return whole


def _without_repeats(paragraphs: list[str], done: Cleaned) -> list[str]:
    """A paragraph of eight words or more that stood before word for word is a slip of the page."""
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        key = _key(paragraph)
        if key in seen and key.count(" ") >= 7:
            done.removed.append(Removed("repeat", "paragraph again", paragraph))
        else:
            kept.append(paragraph)
        seen.add(key)
    return kept


def _flag(done: Cleaned) -> None:
    if LOST in done.body:
        done.flags.append("lost_characters")
    if len(done.body.split()) < STUB_WORDS:
        done.flags.append("stub")
    if re.search(r"(?:\.\.\.|…|\[\+?\d+ chars\])$", done.body):
        done.flags.append("truncated")


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _same(paragraph: str, headline: str | None) -> bool:
    return headline is not None and bool(_key(headline)) and _key(paragraph) == _key(headline)
