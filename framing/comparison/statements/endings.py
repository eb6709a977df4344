"""How the texts end, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement

_REPORTS, _MANY = 3, 6
_FEWEST, _LONGEST = 3, 14  # words of a last sentence, and of what is shown of it
_ALIKE = 0.5  # of the words of content of the shorter ending: the same ending
# A note of the paper behind the story, no part of it.
NOTE = re.compile(
    r"(?i)^\W*(?:the (?:author|writer) (?:is|was|has)|"
    r"follow|updated|subscribe|sign up|click|read (?:more|the)|watch|listen|see also|related|correction|editor|note|"
    r"this (?:story|article|post|report|piece)|"
    r"(?:it|the (?:story|article|post))(?: was| has|['’]s) (?:\w+ )?(?:been )?updated|"
    r"copyright|with (?:files|reporting)|reporting by|photo|image|"
    r"join|download|get the|for more|more (?:on|from|stories)|have a|send|contact|email|e-mail|share|advertisement|"
    r"like us|you can (?:follow|read|find)|all rights)\b|[—–-] ?[^()]{2,60} \(@\w|"
    r"\b(?:(?:is|are) (?:seen|pictured) (?:at|in|on|near|during|as)\b|contributed to this|"
    r"contributed (?:reporting|from)|@\w|https?:|www\.|\.com\b|associated press|newsletter|"
    r"(?:is|,)(?: also)? an? (?:[\w-]+ )?(?:reporter|correspondent|writer|columnist|professor|fellow|senior|journalist|"
    r"editor))\b"
)
_INSIDE = re.compile(r"^[^“”\"„«»]*\w[^“”\"„«»]*\s[“\"„«]\w")  # a sentence that begins in the text's own words
_MARK = re.compile(r"[”“\"]")
_UNOPENED = re.compile(r"(?<=[,.?!])[’'](?= |$)")  # a British mark that closes what the sentence before has opened


def statements(comparison: Comparison) -> Iterator[Statement]:
    """The last sentence of each report, and whose words it is where they are surely quoted.

    Of three to six independent reports of one event, one text of each, where no two end alike. A last sentence of
    fewer than three words, one without its end (the text breaks off), or one that reads like a note of the paper (*Ada
    Holm contributed to this report*), is left out; nothing is said where that is so of more than one.
    """
    ends = endings(comparison)
    if not ends:
        return
    labels = comparison.labels
    parts = [
        f"“{said}” ({labels.listed([place.article])}{f', {whose}' if whose else ''})" for said, whose, place in ends
    ]
    evidence = tuple(place for *_, place in ends)
    outlets = labels.of_outlets(place.article for place in evidence)
    shown = {labels.groups[place.article] for place in evidence}
    without = [article for article, group in labels.groups.items() if group not in shown]
    if without:
        last = labels.listed(without)
        parts.append(f"{last} {'is' if len(without) == 1 else 'are'} left out")
    yield Statement("texts", "lead", outlets, f"How the reports end: {'; '.join(parts)}.", evidence, 0.35)


def endings(comparison: Comparison) -> list[tuple[str, str, Evidence]]:
    """What is shown of each last sentence, whose words it is if quoted, and where; none where nothing is said."""
    labels = comparison.labels
    if not _REPORTS <= labels.reports <= _MANY or not comparison.one_event:
        return []
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    ended: dict[str, tuple[str, str, Evidence, set[str]]] = {}
    columns = ("article", "last_start", "last_end", "last_quoted", "last_speaker")
    rows = comparison.edges.drop_nulls("last_start").select(columns).sort(pl.col("article"))
    for article, start, end, quoted, speaker in rows.iter_rows():
        text = texts[article][start:end]
        words = {stem(word) for word in re.findall(r"\w+", text.lower()) if word not in STOP}
        if len(text.split()) < _FEWEST or (NOTE.search(text) and not quoted) or labels.groups[article] in ended:
            continue
        part = "with " if _INSIDE.search(text) else ""
        who = (
            f"{part}words of {speaker}"
            if quoted and speaker and " " in speaker and not speaker.split()[-1].islower()  # *the company*: which?
            else f"{part and 'partly '}quoted"
            if quoted
            else ""
        )
        ended[labels.groups[article]] = (in_marks(text, _LONGEST), who, Evidence(article, start, end), words)
    found = list(ended.values())
    alike = any(
        len(one[3] & other[3]) >= _ALIKE * max(1, min(len(one[3]), len(other[3])))
        for at, one in enumerate(found)
        for other in found[:at]
    )
    if alike or len(found) < max(2, labels.reports - 1):
        return []
    return [(said, who, place) for said, who, place, _ in found]


def in_marks(text: str, longest: int) -> str:
    """The first words of a sentence, without marks around it, single marks inside it."""
    words = text.split()
    text = " ".join(words[:longest]).rstrip(" ,.;:").lstrip("•⬤*·– ")
    if not _MARK.search(text[1:-1]):
        text = text.strip('“”"� ').rstrip(" ,.;:")
    if re.search(r"[”»]", text) and not re.search(r"[“„«\"]", text):
        text = re.sub(r"[”»]", "", text)  # opened in the sentence before
    if text.count('"') == 1:  # as here, or closed in the next
        text = text.replace('"', "")
    text = _UNOPENED.sub("", text) if "‘" not in text and len(_UNOPENED.findall(text)) == 1 else text
    text = re.sub(r"(?:(?<=\s)|(?<=[(—–])|^)[“\"]", "‘", text)
    return _MARK.sub("’", text) + (" …" if len(words) > longest else "")
