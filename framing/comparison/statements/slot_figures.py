"""Different figures between the same words: *police detained 22 people in Velm*, *130 people in Velm*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from framing.comparison.compare import Comparison
from framing.comparison.content.givers import by_giver, cited_in, giver
from framing.comparison.content.labels import listed
from framing.comparison.content.slot_figures import InSlot, slot_figures
from framing.comparison.statements import Evidence, Statement, foremost, made

_MANY, _TEXTS = 8, 40  # independent reports of the event, and texts
_MOST = 4  # places
_TOLD = ("numbers", "rivals")  # what they set side by side is not said again


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Places at which texts of two outlets have different figures between the same words, in versions of one report as
    well: see `slot_figures`.

    The words that are shown stand so in their text. Not figures that `numbers` or `rivals` sets side by side; the four
    places with most texts, of up to eight independent reports of one event.
    """
    labels = comparison.labels
    if not comparison.one_event or labels.reports > _MANY or labels.total > _TEXTS:
        return
    told = [place for name in _TOLD for one in made(comparison, name) for place in one.evidence]
    some = [
        _said(comparison, group)
        for group in slot_figures(comparison.scores.corpus, labels)
        if sum(_within(one, told) for one in group) < len(group) - 1
    ]
    yield from foremost(some, _MOST)


def _said(comparison: Comparison, group: list[InSlot]) -> Statement:
    labels = comparison.labels
    frame = comparison.scores.corpus.articles
    texts = dict(frame.select("article", "text").iter_rows())
    days = dict(frame.select("article", "published").iter_rows())
    by_words: defaultdict[tuple[float, str], list[InSlot]] = defaultdict(list)
    by_value: defaultdict[float, set[object]] = defaultdict(set)
    for one in group:
        by_words[one.slot.value, " ".join(texts[one.slot.article][one.start : one.end].split()).casefold()].append(one)
        by_value[one.slot.value].add(days[one.slot.article])
    givers = _givers(comparison, group)
    parts = []
    for _, same in sorted(by_words.items()):
        articles = [one.slot.article for one in same]
        rows = [{"article": article, "speaker": givers.get(article)} for article in articles]
        words = f"“{_words(texts, same)}”"
        parts.append(f"{words} ({by_giver(rows, labels)})" if givers else labels.beside(words, articles))
    apart = any(some != next(iter(by_value.values())) for some in by_value.values())
    note = " The texts are of different days." if apart else ""
    names = [one.slot.article for one in group]
    evidence = tuple(Evidence(one.slot.article, one.start, one.end) for one in group)
    low, high = min(by_value), max(by_value)
    salience = 0.7 + 0.15 * min(1.0, 2 * (high / low - 1)) + 0.1 * len(names) / labels.total
    sentence = f"Different figures stand between the same words: {listed(parts)}.{note}"
    return Statement("texts", "number", labels.of_outlets(names), sentence, evidence, min(1.0, salience))


def _givers(comparison: Comparison, group: list[InSlot]) -> dict[str, str]:
    """Who gives the figure, by text, where each text has somebody and not all the same."""
    cited = cited_in(comparison.cited)
    found = dict[str, str]()
    for slot in (one.slot for one in group):
        figure = slot.tokens[slot.at]
        place = figure.start - slot.begin, figure.end - slot.begin
        speaker = giver(slot.sentence, slot.begin, place, cited[slot.article])
        if speaker is None:
            return {}
        found[slot.article] = speaker
    return found if len(set(found.values())) > 1 else {}


def _words(texts: dict[str, str], same: list[InSlot]) -> str:
    """As one of the texts has them: in the middle of its sentence, where one has them there."""
    return max(" ".join(texts[one.slot.article][one.start : one.end].split()) for one in same)


def _within(one: InSlot, told: list[Evidence]) -> bool:
    article, start = one.slot.place
    return any(place.article == article and place.start <= start < place.end for place in told)
