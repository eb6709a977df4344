"""Political labels that one report alone sets on people and groups: *far-left lawmakers*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.vocabulary import CALENDAR, STOP
from framing.comparison.statements import Evidence, Statement, made

_REPORTS, _MANY = 3, 8  # independent ones
_SHOWN, _TEXTS = 3, 4  # labels of a text, and texts, that are shown
_BEHIND = 5  # words that are shown behind a label
_LABEL = re.compile(
    r"(?<![\w-])(?:(?:far|hard|alt|ultra|extreme|religious)[- ](?:left|right)|(?:left|right)[- ]wing(?:ers?)?|"
    r"left(?:ist|y)s?|(?:ultra|arch|neo)?-?conservatives?(?:-\w+)?|(?:ultra|neo)?-?liberals?(?:-\w+)?|progressives?|radicals?|extremists?|"
    r"hard-?lin(?:e|ers?)|centrists?|(?:democratic |national )?socialists?|(?:ultra|white )?nationalists?|populists?|"
    r"libertarians?|evangelicals?|fundamentalists?|islamists?|supremacists?|anarchists?|militants|"
    r"self-(?:styled|described|proclaimed|declared)|anti-(?:abortion|immigrant|immigration|government|gay|gun|vaccine|"
    r"muslim|establishment)|pro-(?:life|choice|abortion|gun|business|immigrant|democracy|israel|russia\w*)|"
    r"(?:nominated|appointed) by (?:\w+ ){0,3}?(?:President|Presidents|Gov\.|Governor)|appointees?|"
    r"hawkish|firebrand|outspoken)\b",
    re.IGNORECASE,
)
_NOT_OF_PEOPLE = re.compile(r" (?:arts|estimates?|interpretation|use|change|surgery|care|number|figure|day)\b")
_WORD = re.compile(r"[ -](?:(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|[A-Z])\.|[^\W\d_][\w’'-]*)")
_THEMSELVES = re.compile(r"\b(?:him|her|them|my|it)sel(?:f|ves)\b[^.;:]{0,30}$")
_AHEAD = re.compile(r"[^\W\d_][\w’'-]* $")
_FAR = 80  # characters
_BEFORE = ("loaded", "described", "found", "keywords_alone")  # what they say is not said again


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Labels of politics (*far-left*, *conservative*, *appointed by President ...*) in a report's own words, where no
    other report has a word of the label's family, be it in a quotation; not what people call themselves.

    Three of each text, of four texts, with the words behind them; not those that `loaded`, `described` or `found`
    names. Of three to eight independent reports of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or not _REPORTS <= labels.reports <= _MANY:
        return
    corpus = comparison.scores.corpus
    holders = corpus.once(beginnings)
    told = " ".join(one.sentence for name in _BEFORE for one in made(comparison, name)).lower()
    quoted = set(corpus.tokens.filter("quoted").select("article", "start").iter_rows())
    shown: defaultdict[str, dict[str, tuple[str, Evidence]]] = defaultdict(dict)
    for article, text, body in corpus.articles.select("article", "text", "body_start").iter_rows():
        for match in _LABEL.finditer(text, body) if article in labels.groups else ():
            label, (low, high) = match[0].lower(), _phrase(text, match)
            words = [stem(word) for word in re.findall(r"[^\W\d_]{3,}", label) if word not in STOP]
            having = [holders.get(beginning(word), set()) for word in words]
            alone = any({labels.groups.get(one) for one in texts} == {labels.groups[article]} for texts in having)
            own = _THEMSELVES.search(text, max(0, match.start() - _FAR), match.start())
            new = (
                not own and label not in shown[article] and label not in told and (article, match.start()) not in quoted
            )
            inside = any(place.start <= match.start() < place.end for _, place in shown[article].values())
            if alone and new and not inside and not _NOT_OF_PEOPLE.match(text, match.end()):
                shown[article][label] = _bare(text[low:high]), Evidence(article, low, high)
    chosen = {article: list(some.values())[:_SHOWN] for article, some in shown.items() if some}
    chosen = dict(list(chosen.items())[:_TEXTS])
    if chosen:
        parts = [
            f"{listed([f'“{said}”' for said, _ in some])} ({labels.names[article]})" for article, some in chosen.items()
        ]
        evidence = tuple(place for some in chosen.values() for _, place in some)
        sentence = f"Political labels that one report alone sets, outside quotations: {'; '.join(parts)}."
        yield Statement("texts", "name", labels.of_outlets(chosen), sentence, evidence, 0.42)


def _phrase(text: str, label: re.Match[str]) -> tuple[int, int]:
    """The label with the words behind it: what it is set on, a name as a whole; or, where none is, those before it."""
    end, name, plural = label.end(), False, label[0].endswith("s")
    for word in list(_WORD.finditer(text, end, end + _FAR))[:_BEHIND]:
        small = word[0][1:2].islower()
        if word.start() != end or (small and (name or plural)) or word[0][1:].lower() in STOP | CALENDAR:
            break
        end, name, plural = word.end(), not small, small and word[0].endswith("s") and not word[0].endswith("ss")
    bare = end == label.end() and not label[0].endswith("s")
    before = _AHEAD.search(text, max(0, label.start() - _FAR), label.start()) if bare else None
    start = before.start() if before and before[0].strip().lower() not in STOP else label.start()
    return start, end


def _bare(text: str) -> str:
    return re.sub(r"[’']s?$", "", " ".join(text.split()))
