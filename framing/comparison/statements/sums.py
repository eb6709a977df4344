"""Sums of money and percentages that one report alone gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.figures import figures
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Evidence, Statement
from framing.text.typography import CAPITALS

_REPORTS, _MANY = 3, 8  # of more reports, what one alone has is no finding
_SORTS = ["money", "share", "quantity", "count"]
_LEAST = 1000  # of money: a ticket's price is no finding
_NEAR = 0.1  # a figure within a tenth may be the same, rounded
_EACH, _TEXTS = 2, 5  # figures of a text, and texts, that are shown
_LONG = 300  # characters before what is shown of a sentence
_BEFORE, _BEHIND, _FAR = 12, 3, 90  # words that are shown beside a figure, and characters before it
_OPENING = frozenset({"last", "next", "this"})  # "Last year tolls rose by 9 per cent"
_NO_NOUN = re.compile(
    r"(?:ed|ly|ing|['’]s)$|\d|^\W*$|^\s*(?:per|each|every|if|when|after|before|because|since|into|than)$"
)
_VALUE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MILLION = 1e6  # of what is counted
_NO_THING = re.compile(r"\d(?: (?:million|billion|trillion))?$")
_SCALED = re.compile(r"\d[ -]?(?:thousand|million|billion|trillion|[mb]n|tn|trn|m|k)\b", re.IGNORECASE)
_SCALES = r"[ -]?(?:thousand|million|billion|trillion|[mb]n|tn|trn|m|k)\b"
_SIGNS = frozenset("$£€¥")
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_NO_TITLE = "".join(rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St"))
_BREAK = re.compile(rf"[;:!?()“”\"„«»\n–—―]|--|\s-\s|,(?=\s|$)|(?<!\b[{CAPITALS}]){_NO_TITLE}\.(?=\s|$)")
_LINK = frozenset(
    "a an the of in at on for with and or but to by from as that which who is was were are its their over last next "
    "will would could may might has have had this".split()
)
_HEDGE = frozenset(
    "about around roughly nearly almost some over under more less than up only just another additional approximately "
    "estimated least most be been being i i'm i’m".split()
)
_JOINING = frozenset("and but or while since though although because as whose despite amid whereas".split())
_PRONOUNS = frozenset(
    "just now each then also still already about with of it they he she we you there something nothing".split()
)
_SOMEBODY = re.compile(r"(?i)\b(?:he|she|i|his|her|him|my)\b")  # named before: *his plan would cut $800m*
_WHICH = re.compile(
    r"(?i)\bthe (?:country|nation|state|city|county|company|firm|agency|group|department|program(?:me)?)\b(?! of\b)"
)
# Before what is shown of a sentence: somebody who says it.
_SAID = re.compile(r"\b(?:sa(?:y|ys|id)|argue[ds]?|claim(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?|according to)\b")
_SAID_IT = re.compile(r"\b(?:sa(?:ys|id)|told|added) $")  # *Mr. Moe said $1 billion would do*: the rest is lacking
_SENTENCE = re.compile(r"[.!?]\s|\n")
_RELATIVE = frozenset({"that", "which", "who"})
_OF = re.compile(
    rf" of(?! whom| which)(?: (?:the|its|their|his|her|our|all|those|these))?(?: [^\W\d_][\w’'-]*){{1,3}}?(?<!ed)"
    rf"(?=[.,;:)]| [-–—]| (?:{'|'.join(sorted(_LINK))})\b|$)"
)
_INFINITIVE = re.compile(r"\bto (?=[a-z]+ )(?!(?:the|an?|its|their|his|her|about|some|more|over|at)\b)")
_RATE = re.compile(
    r" (?:an?|per|each|every) [^\W\d_][\w’'-]*(?= |[.,;:)]|$)(?! (?:ago|earlier|later|before)\b)|/[^\W\d_]+"
)
_SAME, _BESIDE = 3, 30  # words of content beside two figures that may be of one thing; characters behind a figure
_TO, _TO_MORE = re.compile(r"\d\S* (?:to|-|–)$"), re.compile(r" ?(?:to|-|–) ?[$£€]?\d")
_HALF = 10  # characters before a figure in which *between* stands
_TELLING = 2  # words beside a figure that say what it is of
# behind a word for something else; *showed that 64 per cent*: the words behind it say of what
_JOINED = re.compile(r"\b(?:(?:and|or|but|plus)(?: [\w’'-]+){0,2}|that(?: [\w’'-]+)?) $")
_PART_OF = re.compile(r"\b(?:an?|another|the)(?: [\w’'-]+)? $")  # a 7 per cent rise
_PERCENT = re.compile(r" (?:percent|per cent|pct\.?|percentage)$|%$")


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Money (from a thousand), amounts from a million and percentages in one report alone, with the words around them,
    the first two of a text.

    Another report has it where any figure in the same unit is within a tenth of it, or one of the same sort has three
    words of content beside it that this one has (*shares in Kettle fell 9 per cent*, *12 per cent*), or the bare number
    stands anywhere.
    Left out: *100 per cent*, which is mostly no figure; where fewer than two words beside it say what it is of, more
    than twelve stand before it in its clause, or the clause begins with a pronoun; the second of two figures joined by
    *and*. Only of three to eight independent reports of one event.
    """
    labels = comparison.labels
    if not _REPORTS <= labels.reports <= _MANY or not comparison.one_event:
        return
    corpus = comparison.scores.corpus
    found = corpus.once(figures).filter(pl.col("sort").is_in(_SORTS)).sort("article", "start")
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    bodies = dict(corpus.articles.select("article", "body_start").iter_rows())
    by_unit: defaultdict[str, list[tuple[tuple[float, float], str, str, set[str]]]] = defaultdict(list)
    spoken = corpus.tokens.filter("quoted").group_by("article").agg("start")
    quoted = {article: frozenset(starts) for article, starts in spoken.iter_rows()}
    rows = []
    for article, item, sort, start, end in found.select("article", "item", "sort", "start", "end").iter_rows():
        value, unit = _value(item), "%" if sort == "share" else ""
        written = texts[article][start:end]
        if value is None:
            continue
        by_unit[unit].append((value, labels.groups[article], sort, _around(texts[article], start, end)))
        weighty = sort == "share" or value[0] >= (_LEAST if sort == "money" else _MILLION)
        if sort == "count" and _NO_THING.search(item):
            continue  # "keeps 13 million out of poverty"
        if weighty and _VALUE.search(written) and not (sort == "share" and value[0] == 100):
            rows.append((article, value, unit, sort, start, end))
    told = (comparison.numbers, comparison.rivals, comparison.mismatches)
    disputed = {place for frame in told for place in frame.select("article", "start").iter_rows()}
    taken: dict[str, str] = {}
    shown: defaultdict[str, list[tuple[str, Evidence]]] = defaultdict(list)
    for article, value, unit, sort, start, end in rows:
        mine = labels.groups[article]
        if labels.groups[article] in taken and taken[labels.groups[article]] != article:
            continue  # a version of a report that was read
        taken[labels.groups[article]] = article
        around = _around(texts[article], start, end)
        elsewhere = any(
            max(other[0], value[0]) - min(other[1], value[1]) <= _NEAR * max(other[1], value[1])
            or (kind == sort and len(around & words) >= _SAME)
            or (
                unit == "%" and other[0] + value[0] == 100 and around & words
            )  # a cut by 23 per cent, 77 per cent are left
            for other, group, kind, words in by_unit[unit]
            if group != mine
        )
        number = re.escape(_VALUE.findall(texts[article][start:end])[0])  # in whatever unit: "85 million a year"
        scale = _SCALES if _SCALED.search(texts[article][start:end]) else r"(?!\d|[.,]\d)"
        bare = any(
            re.search(rf"(?<![\d.,]){number}{scale}", text) is not None
            for key, text in texts.items()
            if labels.groups[key] != mine
        )
        if elsewhere or bare or start < bodies[article] or (article, start) in disputed or len(shown[article]) >= _EACH:
            continue
        if start in quoted.get(article, ()):
            continue  # somebody's words, who would have to be told
        low, high = _window(texts[article], start, end, bodies[article])
        if _SAID.search(_SENTENCE.split(texts[article][max(0, low - _LONG) : low])[-1]):
            continue  # without the one who says so
        said = " ".join(texts[article][low:high].split())
        if _SAID_IT.search(texts[article][max(0, start - _HALF) : start]) or said.startswith("even "):
            continue
        again = any(said in other or other in said for other, _ in shown[article])
        if not again and _tells(said, texts[article][start:end]):
            shown[article].append((said, Evidence(article, low, high)))
    chosen = {article: some for article, some in list(shown.items()) if some}
    if not chosen:
        return
    plain = {key: " ".join(text.split()) for key, text in texts.items()}

    def _versions(article: str, some: list[tuple[str, Evidence]]) -> list[str]:
        """The versions of a report that have all its figures in these words."""
        same = [key for key in labels.names if labels.groups[key] == labels.groups[article]]
        return [key for key in same if all(said in plain[key] for said, _ in some)]

    first = dict(list(chosen.items())[:_TEXTS])
    parts = [
        f"{' and '.join(f'“{said}”' for said, _ in some)} ({labels.listed(_versions(article, some))})"
        for article, some in first.items()
    ]
    evidence = tuple(place for some in first.values() for _, place in some)
    sentence = f"Figures that one report alone gives, among others: {'; '.join(parts)}."
    having = {key for article, some in first.items() for key in _versions(article, some)}
    yield Statement("texts", "only", labels.of_outlets(having), sentence, evidence, 0.34)


def _around(text: str, start: int, end: int) -> set[str]:
    """The stems of the words of content beside a figure."""
    beside = text[max(0, start - _FAR) : start] + " " + text[end : end + _BESIDE]
    return {stem(word) for word in re.findall(r"[^\W\d_]{4,}", beside.lower()) if word not in STOP}


def _strips(word: str) -> bool:
    """Whether a first word only links to what stands before; *In Norland it took 14 per cent* is a whole beginning."""
    return word in _LINK - _ARTICLES - _OPENING or word.lower() in _JOINING


def _tells(said: str, figure: str) -> bool:
    """Whether two words beside the figure say what it is of, and none of another figure."""
    beside = said.replace(" ".join(figure.split()), " ", 1)
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", beside.lower()) if word not in _LINK | _HEDGE]
    joined = _JOINED.search(said.partition(figure)[0])
    return (
        len(words) >= _TELLING
        and not re.search(r"\d", beside)
        and not (joined or _SOMEBODY.search(said) or _WHICH.search(said))
    )


def _value(item: str) -> tuple[float, float] | None:
    """The number of a figure, as the least and the most: *13 to 15 million people*."""
    numbers = [float(one.replace(",", "")) for one in _VALUE.findall(item)]
    if not numbers:
        return None
    scale = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    by = next((by for word, by in scale.items() if word in item), 1.0)
    return by * min(numbers), by * max(numbers)


def _window(text: str, start: int, end: int, body: int) -> tuple[int, int]:
    """The words before a figure from the last break on, and what it counts; the figure alone where they are many."""
    low = max([body, *(match.end() for match in _BREAK.finditer(text, max(body, start - _FAR), start))])
    ahead = text[max(0, start - _HALF) : start].rstrip()
    if ahead.endswith(" between") or _TO.search(ahead) or _TO_MORE.match(text, end):
        return start, end  # "between $3 billion and $5 billion", "0% to 0.25%": half of it would be shown
    if text[low - 1 : low] == ")":
        return start, end  # "(a tenth) in stock and 5 billion in losses": the clause begins before the bracket
    starts = [match.start() for match in re.finditer(r"\S+", text[low:start])]
    if len(starts) > _BEFORE or start - low >= _FAR:
        verb = max(
            (match.end() for match in _INFINITIVE.finditer(text, max(body, start - _FAR // 2), start)), default=0
        )
        if not verb:
            return start, end
        low, starts = verb, [match.start() for match in re.finditer(r"\S+", text[verb:start])]
    while starts and not text[low + starts[0]].isalnum():
        starts = starts[1:]
    if starts and text[low + starts[0] : start].split()[0].lower() in _RELATIVE:
        return start, end  # "-- that means a 22 per cent rise": of what stands before the break
    while starts and _strips(text[low + starts[0] : start].split()[0]):
        starts = starts[1:]
    if starts and text[low + starts[0] : start].split()[0].lower() in _PRONOUNS:
        return start, end  # ", and with it something like $7,000"
    low = low + starts[0] if starts else start
    if text.startswith(" of ", end):  # "ran 70% of its tests on ...": of what, or nothing
        of = _OF.match(text, end)
        return (low, of.end()) if of else (start, end)
    if rate := _RATE.match(text, end):
        return low, rate.end()  # "$60,000 a kilogram"
    stop = _BREAK.search(text, end, end + 40)
    tail = text[end : stop.start() if stop else end + 40]
    words = re.findall(r"\s+\S+(?=\s|$)", tail) if text[end : end + 1].isspace() else []
    named = text[start] in _SIGNS or (_PERCENT.search(text[start:end]) and _PART_OF.search(text[low:start]))
    kept: list[str] = []
    for word in words[:_BEHIND] if named else []:
        if word.strip().lower() in _LINK or _NO_NOUN.search(word):
            break
        kept.append(word)
    return low, end + len("".join(kept))
