"""From the text of a page to the text of an article: what is no journalism is taken out, and listed.

The forms are rows of tables: `rules.py` (paragraphs and passages), `dateline.py` (datelines and agencies). Nothing
is taken out without a row in `removed`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby, pairwise

from framing.corpus.cleaning.bylines import bare_names, goes_on, of_author, signed_by, written_by
from framing.corpus.cleaning.cards import SIGN, rejoined
from framing.corpus.cleaning.characters import one_form
from framing.corpus.cleaning.dateline import LOST, Wires, agencies_of
from framing.corpus.cleaning.forms import DATE, NAME
from framing.corpus.cleaning.pictures import CREDITED, may_tell_of_picture
from framing.corpus.cleaning.repeats import ABOVE, joined, key, twice_above, unwrapped, without_repeats
from framing.corpus.cleaning.rule import END, START, Rule
from framing.corpus.cleaning.rules import PARAGRAPHS, PASSAGES
from framing.corpus.cleaning.sieve import held
from framing.text.blocks import block, unmarked
from framing.text.typography import CAPITALS

STUB_WORDS = 40  # shorter bodies are flagged as stubs
_LED_ON = re.compile(r"(…|\.{2,5})\s*(?=[^\W\d_])(?![" + CAPITALS + "])")  # behind which the sentence goes on
_ENDLESS = 80  # words for each stop: a text with more has lost them
_NOTE, _CORRECTED = "author of the outlet", "editor's note"
# A note on the text below it: behind it stands what else the note says, or the page, and no more of the story.
_LAST = frozenset({_CORRECTED, "dated correction", "earlier version", "amended", "as often in breaking news"})
_CORRECTION, _FEW = re.compile(r"(?i)\W*corrections?\b"), 3  # paragraphs from the end
_CLOSING, _FAR = {'"', "”"}, 8  # a line that closes a quotation, and paragraphs over which it may
_OPENING, _OTHER = ('"', "“"), {"“": "”", "”": "“"}
_BUTTONS, _BUTTON = 12, 8  # lines of a page above its headline, words of each
_AGAIN = ("headline", "headline again")
_TITLED = 4  # paragraphs in which a headline is looked for again
_SHORT = 120  # characters of a line that is a name, or a name and a date
WALLED_WORDS = 120  # shorter bodies under an invitation to subscribe are what a paywall shows
# A text that ends so breaks off. A missing stop alone says nothing: one article in fifty lacks it.
_CUT = re.compile(
    r"(?:\.\.\.|…|\[\+?\d+ chars\]|[,;]|\s(?:the|a|an|and|or|but|of|to|in|for|with|that|by|from|as|at|on))$"
)
_ITEM = re.compile(r"[-–—•*·] ?\S.*[^.]$")  # of a list of headlines
_ENDS, _SENTENCE = re.compile(r"[.!?…][”\"’')\]]*$"), 5  # how a sentence ends, and the fewest words of one
_SOURCE = re.compile(r"(?i)\W*(?:news )?source:")
_WHO_IS = re.compile(rf"[•*–— ]*{NAME.pattern}(?:,? (?:is|was)\b|,? an? |, the )")
_LONGEST = max(rule.limit for rule in PARAGRAPHS)
_LIMITS = (200, _LONGEST)  # how long a paragraph is, for the rules that are tried on it: short ones are tried on all
# What rules need, by the longest part without blanks: a text may have the whole over the end of a line.
_NEEDS = {words: max(words.split(), key=len) for rule in PARAGRAPHS for words in rule.needs}
_PARTS = {*_NEEDS.values()}
_HELPED = re.compile(r"(?i)\bcontribut|\bwith (?:inputs|files|assistance|contributions|reporting)\b|^\W*additional ")
_RIGHTS = frozenset({"copyright", "rights reserved", "terms of use"})


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
    label: str | None = None  # what the page calls it: Opinion, Analysis
    date: str | None = None  # as written before or above the text
    flags: list[str] = field(default_factory=list)

    def take(self, kind: str, rule: str, text: str) -> None:
        """List what was taken out, and keep what it says of the article."""
        self.removed.append(Removed(kind, rule, text))
        if kind == "byline":
            self.byline = self.byline or written_by(text)
        elif kind == "label":
            self.label = self.label or text.rstrip(" :|–—-")
        elif kind == "date":
            self.date = self.date or first_published(text)
        elif rule == "views of the author":
            self.label = self.label or "opinion"


def first_published(text: str) -> str:
    """Of a line such as *Updated 7 February 2026 | First published 5 January 2026* what stands behind *published*."""
    parts = re.split(
        r"(?i)(?=\b(?:first |originally )?(?:published|posted|created|veröffentlicht|publié|publicado|pubblicato|"
        r"gepubliceerd)\b)",
        text,
        maxsplit=1,
    )
    return parts[-1] if len(parts) > 1 and re.search(r"\d{4}", parts[-1]) else text


def clean(
    raw: str, headline: str | None = None, agencies: Mapping[str, str] | None = None, outlet: str | None = None
) -> Cleaned:
    """The article in a text that was pasted, scraped or exported.

    headline: is taken out where the body repeats it. agencies: forms, beside the known ones, that
    stand in datelines and credits, with the agency's name (outlets of the event that are agencies).
    outlet: a line that is nothing but its name is taken out.
    """
    return clean_all([(raw, headline, outlet)], agencies)[0]


def clean_all(
    articles: Sequence[tuple[str, str | None, str | None]], agencies: Mapping[str, str] | None = None
) -> list[Cleaned]:
    """`clean` for many: texts with their headlines and outlets."""
    wire = agencies_of(agencies)
    formed = one_form([raw for raw, _, _ in articles])
    parts = held([text for text, _, _ in formed], _PARTS)
    found = []
    for (_, headline, outlet), (text, wrong, turned), there in zip(articles, formed, parts, strict=True):
        done = Cleaned("")
        if turned:
            done.take("control", "direction marks", " ".join(f"U+{ord(mark):04X}" for mark in turned[:20]))
        if wrong:
            done.flags.append("mojibake")
            done.removed.extend(Removed("mojibake", "read in a wrong encoding: put right", line) for line in wrong)
        _clean(text, headline, outlet, wire, [words for words, part in _NEEDS.items() if part in there], done)
        found.append(done)
    return found


def _clean(text: str, headline: str | None, outlet: str | None, wire: Wires, there: list[str], done: Cleaned) -> None:
    """The body of an article, and what is taken out of it. there: what of that rules need the text may have."""
    paragraphs = list(_paragraphs(text))
    whole = "\n".join(paragraphs)
    if SIGN in whole:
        paragraphs = rejoined(paragraphs)
    passages = [rule for rule in PASSAGES if not rule.needs or any(map(whole.__contains__, rule.needs))]
    kept: list[str] = []
    after_share = below_label = below_note = False
    rule_above = ""  # the rule that took the paragraph above
    short = True  # all that is kept so far
    above: str | None = None
    twice = twice_above(paragraphs, wire.dateline)
    lines = [unmarked(line) for line in paragraphs]
    for number, (paragraph, quoted) in enumerate(lines):
        left = len(paragraphs) - number
        if paragraph in _CLOSING and _left_open(kept, paragraph):
            kept[-1] += paragraph
            continue
        if paragraph in _OPENING and left > 1 and _left_open([lines[number + 1][0]], paragraph):
            lines[number + 1] = (paragraph + lines[number + 1][0], lines[number + 1][1])
            continue
        if left <= 2 and (signed := wire.signed(paragraph)):  # *... had asked for it. (AP)*
            done.take("credit", "agency behind the story", paragraph[signed.start :])
            done.agency = done.agency or signed.agency
            paragraph = paragraph[: signed.start].rstrip()
        behind = paragraphs[number + 1 : number + 1 + END]
        above_all = number < _BUTTONS and short
        found = _repeated_name(paragraph, 0 if above_all else number, headline, outlet)
        if found == _AGAIN and above_all:  # "One app.", "Start reading": buttons of the page, above its headline
            for line in kept:
                done.take("breadcrumb", "lines above the headline", line)
            kept.clear()
            short = True
        found = found or _no_journalism(paragraph, len(kept), left, there, behind)
        if found is None and number < ABOVE and paragraph in twice:
            found = ("caption", "line twice above the dateline")
        if found is None and below_note:
            found = ("notice", "behind a note on the text")
        below = lines[number + 1][0] if left > 1 else ""
        if found is None and not kept and NAME.fullmatch(paragraph) and _repeated_name(below, 0, None, outlet):
            found = ("byline", "name above the outlet's")
        if found is None and after_share and len(paragraph.split()) <= 6 and not re.search(r"[.!?”\"]$", paragraph):
            found = ("share", "short line behind a share widget")
        if found is None and below_label and _ITEM.match(paragraph):
            found = ("related", "item below a label")
        below_label = found is not None and found[0] == "related" and (below_label or paragraph.endswith(":"))
        credited = found is None and (wire.credited(paragraph) or (number > 2 and wire.named_beside(paragraph)))
        if credited and number > 1 and kept and not _ENDS.search(unmarked(kept[-1])[0]):  # a line that is no sentence
            found = ("caption", "agency below a caption")
        if found is None and (left <= 3 or number < 2) and (agency := wire.credited(paragraph)):
            source = _SOURCE.match(paragraph) is not None and left > 3  # above a text it may be the photograph's
            above = above or (agency if number < 2 and left > 3 and not source else None)
            done.agency = done.agency or (None if number < 2 and left > 3 else agency)
            found = ("credit", "agency alone")
        if found is None and (left <= 3 or number < 3) and (agency := wire.named_beside(paragraph)):
            done.agency = done.agency or agency
            found = ("credit" if kept else "byline", "names and agency")
        if found is None and not quoted and (not kept or left <= 2) and bare_names(paragraph, paragraphs, number):
            found = ("byline", "names alone")
        if found is None and outlet and (left <= 2 or number < 2) and signed_by(paragraph, outlet):
            found = ("byline", "name above the outlet's")
        if found is None and outlet and left <= 3 and of_author(paragraph, outlet):
            found = ("credit", _NOTE)
        if found is None and rule_above == _NOTE and goes_on(paragraph):
            found = ("credit", _NOTE)
        of_picture = found is not None and found[1] == CREDITED and headline and kept
        if of_picture and lines[number - 1][0] == kept[-1] and may_tell_of_picture(kept[-1]):
            done.take("caption", "line above a photographer", kept.pop())
        rule_above = found[1] if found else ""
        note = number >= END and left <= END and rule_above in _LAST
        below_note = below_note or note or (rule_above == _CORRECTED and left == 2)  # one line more, of a short text
        if found is not None:
            done.take(*found, paragraph)
            after_share = after_share or (found[0] == "share" and left <= END)
            # Who only contributed to a text did not write it; a notice of an agency's rights says whose text it is.
            if (
                found[0] == "byline"
                or (found[0] == "credit" and found[1] != "agency alone" and not _HELPED.search(paragraph))
                or found[1] in _RIGHTS
            ):
                done.agency = done.agency or wire.named(paragraph)
            continue
        if len(kept) < 3:
            paragraph = _begin(paragraph, headline, wire, done, first=not kept, text="" if kept else whole)
        if paragraph := _without_passages(paragraph, passages, wire, done, first=not kept, last=left <= END):
            kept.append(block(paragraph) if quoted else paragraph)
            short = short and len(kept[-1].split()) <= _BUTTON
    # An agency's name above a text that somebody else signs is the photograph's credit.
    if above and not (done.byline and done.byline.casefold() != above.casefold()):
        done.agency = done.agency or above
    kept, repeated = without_repeats(kept)
    done.removed.extend(Removed("repeat", rule, text) for rule, text in repeated)
    done.body = "\n\n".join(joined(kept))
    _flag(done)


def _left_open(kept: list[str], mark: str) -> bool:
    """Whether paragraphs lack the one of two marks that stands on a line of its own behind or before them."""
    near = "".join(kept[-_FAR:])
    return near.count(mark) % 2 == 1 if mark == '"' else near.count(_OTHER[mark]) > near.count(mark)


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs: between blank lines, or line by line where lines are no wrapped ones."""
    lines = [line.strip() for line in text.split("\n")]
    if ">" in text:
        lines = unwrapped(lines)
    filled = [line for line in lines if line]
    inner = [line for line, below in pairwise(lines) if line and below]
    wrapped = (
        len(inner) >= 3
        and max(map(len, filled)) <= 100
        and sum(not re.search(r"[.!?:”\"]$", line) for line in inner) >= 0.6 * len(inner)
    )
    if not wrapped and ">" not in text:
        yield from filter(None, (" ".join(line.split()) for line in filled))
        return
    for part in re.split(r"\n\s*\n" if wrapped else r"\n+", "\n".join(lines)):
        for (quoted, _), group in groupby(map(unmarked, part.split("\n")), key=lambda line: (line[1], bool(line[0]))):
            if paragraph := " ".join(" ".join(line for line, _ in group).split()):
                yield block(paragraph) if quoted else paragraph


def _no_journalism(
    paragraph: str, number: int, left: int, there: list[str], behind: Sequence[str] = ()
) -> tuple[str, str] | None:
    """Kind and name of the first rule that the whole paragraph matches.

    there: what of that rules need the text may have. behind: the paragraphs that follow.
    """
    size = len(paragraph)
    if size > _LONGEST:
        return None
    small = paragraph.lower()
    limit = next(limit for limit in _LIMITS if size <= limit)
    needed = [words for words in there if words in small]
    general = _any_rule(limit).match(paragraph)  # else no rule matches that needs no words
    if not needed and not general:
        return None
    for rule in _rules(number < START, left <= END):
        if size > rule.limit:
            continue
        if not (any(words in needed for words in rule.needs) if rule.needs else general):
            continue
        if rule.pattern.search(paragraph):
            inside = rule.zone == "edge" and number >= START and _goes_on(behind, there)
            inside = inside and not (rule.name == _CORRECTED and left <= _FEW and _CORRECTION.match(paragraph))
            return None if inside else (rule.kind, rule.name)
    return None


def _goes_on(behind: Sequence[str], there: list[str]) -> bool:
    """Whether a sentence of the story is among the paragraphs that follow; one that says who the author is is none."""
    return any(
        len(line.split()) >= _SENTENCE
        and _ENDS.search(line) is not None
        and _WHO_IS.match(line) is None
        and _no_journalism(line, START, END, there) is None
        for line in (unmarked(line)[0] for line in behind)
    )


@cache
def _rules(start: bool, end: bool) -> tuple[Rule, ...]:
    """The rules for paragraphs at the start or the end of a text, or neither, in order."""
    zones = {"any", "edge", *(["start"] if start else []), *(["end"] if end else [])}
    return tuple(rule for rule in PARAGRAPHS if rule.zone in zones)


@cache
def _any_rule(limit: int) -> re.Pattern[str]:
    """One pattern for all rules that look at so long a paragraph and need no words: few paragraphs match any."""
    shorter = max((below for below in _LIMITS if below < limit), default=0)
    rules = [rule for rule in PARAGRAPHS if rule.limit > shorter and not rule.needs]
    apart = (re.sub(r"^\(\?i\)(.*)", r"(?i:\1)", rule.form, flags=re.DOTALL) for rule in rules)
    return re.compile(_looser("|".join(apart)))


def _looser(form: str) -> str:
    """A pattern that may match too often, never too seldom: its class is compiled far sooner than all capitals."""
    return form.replace(f"[{CAPITALS}", r"(?-i:(?![a-z]))[\w")


_key_of = lru_cache(maxsize=1024)(key)  # of names, which are asked for again and again


def _repeated_name(paragraph: str, number: int, headline: str | None, outlet: str | None) -> tuple[str, str] | None:
    """The headline (alone, or with the outlet's name behind it) or the outlet's name, once more."""
    if len(paragraph) > (400 if number < _TITLED else _SHORT):
        return None
    small = paragraph.casefold()
    name = _key_of(outlet) if outlet else ""
    if name and name.rpartition(" ")[2] in small and key(paragraph) in (name, "by " + name):
        return "byline", "outlet alone"
    if number < START and name and name.rpartition(" ")[2] in small and _dated(paragraph, name):
        return "date", "date behind the outlet's name"
    if headline and number < _TITLED and (title := _key_of(headline)) and title.rpartition(" ")[2] in small:
        words = key(paragraph)
        behind = re.split(r" [|–—-] ", paragraph)
        if words == title or (len(behind) > 1 and key(" - ".join(behind[:-1])) == title):
            return _AGAIN
    return None


def _dated(paragraph: str, name: str) -> bool:
    """Whether a line is the outlet's name and a date: *The Courier, 3 March 2026*."""
    before, *behind = re.split(r"\s*[,|•·–—-]\s+", paragraph, maxsplit=1)
    return bool(behind) and key(before) == name and re.fullmatch(DATE, behind[0]) is not None


def _begin(paragraph: str, headline: str | None, wire: Wires, done: Cleaned, first: bool, text: str = "") -> str:
    """The paragraph without the headline glued before it and without its dateline, which become fields."""
    if first and headline and paragraph.startswith(headline + " "):
        rest = paragraph[len(headline) :].lstrip()
        if wire.dateline(rest):
            done.take("headline", "headline before the dateline", headline)
            paragraph = rest
    found = wire.dateline(paragraph, text)
    if found is None:
        return paragraph
    done.take("dateline", "place and agency before a dash", found.text)
    done.dateline = done.dateline or found.place
    done.agency = done.agency or found.agency
    return paragraph[found.end :]


def _without_passages(
    paragraph: str, rules: Sequence[Rule], wire: Wires, done: Cleaned, first: bool, last: bool
) -> str:
    """The paragraph without exchange codes, glued headlines, and the like."""
    for rule in rules:
        if (rule.zone == "first" and not first) or (rule.zone == "end" and not last):
            continue
        if len(paragraph) > rule.limit or (rule.needs and not any(map(paragraph.__contains__, rule.needs))):
            continue
        group = "out" if "out" in rule.pattern.groupindex else 0
        spans = [found.span(group) for found in rule.pattern.finditer(paragraph)]
        for start, end in spans:
            done.take(rule.kind, rule.name, paragraph[start:end].strip())
        for start, end in reversed(spans):
            paragraph = paragraph[:start] + paragraph[end:]
        if rule.kind == "date" and spans:
            paragraph = _begin(paragraph, None, wire, done, first=True)
    return paragraph.strip()


def _flag(done: Cleaned) -> None:
    words = len(done.body.split())
    if LOST in done.body:
        done.flags.append("lost_characters")
    stops = sum(map(done.body.count, ".!?…。"))
    if stops and words <= _ENDLESS * stops and ("…" in done.body or ".." in done.body):
        stops -= sum(len(found[1]) for found in _LED_ON.finditer(done.body))
    if words > _ENDLESS * max(1, stops):
        done.flags.append("no_stops")
    if words < STUB_WORDS:
        done.flags.append("stub")
    if words < WALLED_WORDS and any(removed.kind == "paywall" for removed in done.removed):
        done.flags.append("paywall")
    if _CUT.search(done.body[-40:]):
        done.flags.append("truncated")
