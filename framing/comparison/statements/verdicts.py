"""Verdicts on what somebody says, in the words of some reports: *falsely*, *contradicts*, *debunked*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.labels import listed
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.loaded import reported

CHECK = True  # doubt has more words than any list: *none are widely supported*
_REPORTS, _MANY = 3, 8  # independent ones
_FEWEST = 100  # words of a text that is said to have none
_TEXTS = 4  # that are shown
_BEFORE, _BEHIND = 4, 10  # words that are shown beside a verdict, up to a break
_VERDICT = re.compile(
    r"\b(?:falsely|wrongly|erroneously|inaccurately|misleadingly|baseless(?:ly)?|unfounded|debunked|discredited|"
    r"disproven|disproved|unsubstantiated|untrue|misstated|contradict(?:s|ed|ing(?! \w+s\b))?|"
    r"false (?:claims?|statements?|allegations?|narratives?|accusations?)|conspiracy theor(?:y|ies|ists?))\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(  # any word of doubt or proof, for silence
    r"\b(?:fals\w+|wrong\w*|erroneous\w*|inaccura\w+|mislead\w*|misled|baseless\w*|unfounded|debunk\w*|discredit\w*|"
    r"dis(?:prov|put)\w*|unsubstantiated|untrue|misstat\w+|contradict\w*|conspirac\w+|lie[sd]?|lying|incorrect\w*|"
    r"(?:no|without|any|little) (?:\w+ )?(?:evidence|proof|basis)|not true|unproven|rumou?rs?|hoax|myths?|"
    r"(?:none|not|never|nor|few|hardly|n[’']t)\b[^.;]{0,30}\b(?:support|back|confirm|bear|borne)\w*|disput\w+|refut\w+|"
    r"rebut\w*|exaggerat\w+|distort\w+|dubious|s[ck]eptic\w*|question(?:ed|able|s whether)|"
    r"den(?:y|ies|ied|ials?|ying))\b",
    re.IGNORECASE,
)
_WORDS_BEFORE = re.compile(rf"(?:[\w’'%$-]+ ){{0,{_BEFORE}}}$")
_WORDS_BEHIND = re.compile(rf"(?: [\w’'%$-]+){{0,{_BEHIND}}}")
_LINK = re.compile(r"(?:of|in|on|to|and|that|by|for|with|at|from|as|or|but|which|who|than) ")  # begins no passage
_FAR = 80  # characters


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The first verdict of each text in its own words (*falsely*, *debunked*), where another text of a hundred words
    has no word of doubt, quoted or not.

    Not what the text reports as somebody's (behind *said*, see `loaded`). Of three to eight independent reports of one
    event.
    """
    labels = comparison.labels
    if not comparison.one_event or not _REPORTS <= labels.reports <= _MANY:
        return
    corpus = comparison.scores.corpus
    columns = ("article", "text", "body_start", "words")
    texts = {article: row for article, *row in corpus.articles.select(columns).iter_rows() if article in labels.groups}
    quoted = set(corpus.tokens.filter("quoted").select("article", "start").iter_rows())
    shown = {}
    for article, (text, body, _) in texts.items():
        sentences = corpus.sentences.filter(article=article, part="body").select("start", "end").rows()
        for verdict in _VERDICT.finditer(text, body):
            at = bisect_right(sentences, verdict.start(), key=lambda place: place[0]) - 1
            start, end = sentences[at] if at >= 0 else (body, len(text))
            if (article, verdict.start()) not in quoted and not reported(text[start:end], verdict.start() - start):
                shown[article] = _place(article, text, verdict)
                break
    without = [
        article
        for article, (text, _, words) in texts.items()
        if words >= _FEWEST and not _DOUBT.search(text) and labels.groups[article] not in map(labels.groups.get, shown)
    ]
    if not shown or not without:
        return
    parts = [
        labels.beside(f"“{' '.join(texts[article][0][place.start : place.end].split())}”", [article])
        for article, place in list(shown.items())[:_TEXTS]
    ]
    verb = "has" if len(without) == 1 else "have"
    sentence = f"A verdict in a report’s own words: {listed(parts)}; {labels.listed(without)} {verb} no word of doubt."
    outlets = labels.of_outlets([*shown, *without])
    yield Statement("texts", "claim", outlets, sentence, tuple(shown.values())[:_TEXTS], 0.45)


def _place(article: str, text: str, verdict: re.Match[str]) -> Evidence:
    """The verdict with the words beside it, up to a break."""
    low, high = max(0, verdict.start() - _FAR), verdict.end() + _FAR
    before, behind = _WORDS_BEFORE.search(text, low, verdict.start()), _WORDS_BEHIND.match(text, verdict.end(), high)
    start, end = before.start() if before else verdict.start(), behind.end() if behind else verdict.end()
    while start < verdict.start() and (link := _LINK.match(text, start)):
        start = link.end()
    return Evidence(article, start, end)
