"""Headlines: one remark with different verbs, one text with different headlines, words that the text itself lacks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.beyond import whole_bodies
from framing.comparison.content.headline_verbs import CHARGED, KIND, LEMMA, THIRD
from framing.comparison.content.labels import listed, number
from framing.comparison.content.persons import last_name
from framing.comparison.statements import Evidence, Statement
from framing.comparison.statements.loaded import DOUBTS

_SHARED, _HALF = 3, 2  # words of the matter that two headlines share; or two, if they are half of the shorter one's
_LABELLED = r"(?i)^(?:analysis|opinion|comment(?:ary)?|editorial|(?:re)?view)\s*[:|]"  # headlines of no news
# Behind a headline's verb, another one of the same subject: *blames the rain, resigns*.
_SECOND = re.compile(
    r"(?:[,;][”\"’']?|(?P<joined>[,;]?[”\"’']? (?:and|but|then))) (?P<verb>[^\W\d_][\w-]*[^\Ws]s)\b(?! of\b)"
)
_OWN = 4  # verbs of a text that are told
_BLOWS = {"attack", "assail"}  # with hands as well as with words
_BELOW = {"lead": "text", "later": "text"}  # of a body: what comes first may be a caption


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Four kinds, all of them facts of the texts.

    Different verbs: headlines give the same speaker verbs of different kinds (*says*, *warns*, *threatens*), and each
    of them shares three words of its matter (or half of them, and two at least) with a headline that has another verb;
    where all of the speaker's headlines have those words, three and half of them. *Calls* gives a thing a name and is
    no verb for news.
    One text, different headlines: the same among versions of one text. Beyond the text: a verb of threat, warning,
    attack, promise, admission or doubt, a loaded word, or a certainty stands in the headline and in no form in the
    body (not of opinion: there the words are the writer's all through). A quoted word: one that a headline sets in
    quotation marks, with the texts that have it nowhere.
    """
    rows = comparison.headlines.to_dicts()
    spoken = [row for row in rows if row["verb"] is not None]
    news = [row for row in spoken if row["kind"] != "naming"]
    for speaker in sorted({row["speaker"] for row in news}):
        yield from _verbs(comparison, speaker, [row for row in news if row["speaker"] == speaker])
    yield from _lacking(comparison, spoken)
    yield from _beyond(comparison, spoken)
    yield from _quoted(comparison)


def _verbs(comparison: Comparison, speaker: str, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    labels = comparison.labels
    rows = [row for row in rows if not _goes_on(row)]
    topic = set.intersection(*(set(row["matter"]) for row in rows)) if len(rows) > 2 else set()
    alike = [
        row for row in rows if any(_same_matter(row, other, topic) for other in rows if other["lemma"] != row["lemma"])
    ]
    if len({row["kind"] for row in alike}) < 2:
        return
    share = len(alike) / labels.total
    yield Statement(
        "texts",
        "headline",
        labels.of_outlets(row["article"] for row in alike),
        f"Headlines give {speaker} different verbs for the same news: {_by_verb(comparison, alike)}.",
        tuple(Evidence(row["article"], row["start"], row["end"]) for row in alike),
        min(1.0, 0.7 + 0.3 * share) if _charged(alike) else 0.4 + 0.3 * share,
    )
    by_group: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in alike:
        by_group[labels.groups[row["article"]]].append(row)
    for group in by_group.values():
        if len({row["kind"] for row in group}) > 1 and _charged(group):
            yield Statement(
                "texts",
                "headline",
                labels.of_outlets(row["article"] for row in group),
                f"Over versions of one and the same report the headlines differ: {_by_verb(comparison, group)}.",
                tuple(Evidence(row["article"], row["start"], row["end"]) for row in group),
                0.65,
            )


def _goes_on(row: dict[str, Any]) -> bool:
    """Whether a headline has another verb that is none of speech: then the first tells half of its news."""
    second = _SECOND.search(row["headline"], row["end"])
    return second is not None and second["verb"].lower() not in THIRD


def _charged(rows: Iterable[dict[str, Any]]) -> bool:
    return any(row["kind"] in CHARGED for row in rows)


def _same_matter(one: dict[str, Any], other: dict[str, Any], topic: set[str]) -> bool:
    shared = set(one["matter"]) & set(other["matter"])
    least = min(len(one["matter"]), len(other["matter"]))
    half = 2 * len(shared) >= least
    if shared <= topic:
        return len(shared) >= _SHARED and half
    return len(shared) >= _SHARED or (len(shared) >= _HALF and half)


def _by_verb(comparison: Comparison, rows: list[dict[str, Any]]) -> str:
    """*“threatens” (Al Jazeera and Business Live), “says” (Reuters)*: charged verbs first."""
    verbs: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        verbs[row["verb"].lower()].append(row)
    order = sorted(verbs, key=lambda verb: (verbs[verb][0]["kind"] not in CHARGED, -len(verbs[verb]), verb))
    parts = [comparison.labels.beside(f"“{verb}”", (row["article"] for row in verbs[verb])) for verb in order]
    return listed(parts)


def _lacking(comparison: Comparison, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    """Verbs that stand in headlines only."""
    labels, whole = comparison.labels, set(whole_bodies(comparison.scores.corpus)["article"])
    missing: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["kind"] not in CHARGED or row["in_text"] or row["article"] not in whole:
            continue
        blows = row["kind"] == "attack" and (row["lemma"] in _BLOWS or _attacks(comparison, row))
        if not blows:
            missing[row["lemma"], row["speaker"]].append(row)
    for (_, speaker), found in missing.items():
        kin = sorted({word for row in found for word in row["kin"] if _theirs(comparison, row, word)})
        said = ((row, verb) for row in found for verb in row["body_verbs"] or ())
        verbs = Counter(verb for row, verb in said if _theirs(comparison, row, verb))
        forms = {LEMMA[verb]: verb for verb in reversed([*kin, *(verb for verb, _ in verbs.most_common())])}
        own = [f"“{verb}”" for verb in reversed(forms.values())]
        own = [*own[:_OWN], "others"] if len(own) > _OWN else own
        one = len(found) == 1
        instead = f"; verbs beside the name there: {listed(own)}" if own else ""
        whose = labels.listed(row["article"] for row in found)
        sentence = (
            f"“{found[0]['verb'].capitalize()}” stands in the {'headline' if one else 'headlines'} of {whose} on "
            f"{speaker}, not below: {'its text never uses' if one else 'their texts never use'} the word{instead}."
        )
        evidence = [Evidence(row["article"], row["start"], row["end"]) for row in found]
        evidence += [Evidence(row["article"], row["body_start"], row["body_end"]) for row in found if row["body_verb"]]
        evidence += [place for row in found for place in _places(comparison, row["article"], kin)]
        yield Statement(
            "texts", "headline", labels.of_outlets(row["article"] for row in found), sentence, tuple(evidence),
            min(1.0, 0.7 + 0.7 * len(found) / labels.total),
        )  # fmt: skip


def _attacks(comparison: Comparison, row: dict[str, Any]) -> bool:
    """Whether a sentence of the body with the speaker's surname has another verb of attack, or *claim*: it may say in
    its own way what the headline says, beside other words (*went on the offensive to claim*)."""
    body = comparison.scores.corpus.sentences.filter(article=row["article"], part="body")["text"]
    surname = last_name(row["speaker"])
    words = {word for text in body if surname in text for word in re.findall(r"[a-z]+", text)}
    return any(KIND.get(LEMMA.get(word, "")) in ("attack", "doubt") for word in words)


def _theirs(comparison: Comparison, row: dict[str, Any], word: str) -> bool:
    """Whether a body sets a verb right behind the speaker's surname or *he*, *she*, or before the surname that ends
    there (*“...,” said Holm.*): others may accuse them, and praise them."""
    text, begins = comparison.scores.corpus.articles.filter(article=row["article"]).select("text", "body_start").row(0)
    surname = re.escape(last_name(row["speaker"]))
    pattern = rf"\b(?:[Hh]e|[Ss]he|{surname})(?: (?:has|had|also|again|\w+ly))? {re.escape(word)}\b"
    pattern += rf"|\b{re.escape(word)} (?:[\w.]+ ){{0,2}}{surname}(?=[,.;]|\s*$)"
    return re.search(pattern, text[begins:], re.MULTILINE) is not None


def _places(comparison: Comparison, article: str, words: list[str]) -> Iterator[Evidence]:
    """Where each of the words stands first in the body."""
    text, begins = comparison.scores.corpus.articles.filter(article=article).select("text", "body_start").row(0)
    for word in words:
        if hit := re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE).search(text, begins):
            yield Evidence(article, *hit.span())


def _beyond(comparison: Comparison, spoken: list[dict[str, Any]]) -> Iterator[Statement]:
    labels = comparison.labels
    told = {(row["article"], row["start"]) for row in spoken if row["kind"] in CHARGED}
    articles = comparison.scores.corpus.articles
    opinion = set(articles.filter((pl.col("genre") != "news") | pl.col("headline").str.contains(_LABELLED))["article"])
    by_text: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in comparison.beyond.iter_rows(named=True):
        charged = row["kind"] == "charged word"
        if (row["article"], row["start"]) in told or (charged and row["article"] in opinion):
            continue
        if charged and re.search(DOUBTS, row["text"]):
            continue
        name, place = labels.names[row["article"]], Evidence(row["article"], row["start"], row["end"])
        if row["kind"] != "certainty":
            by_text[row["article"]].append(row)
            continue
        sentence = (
            f"The headline of {name} goes beyond its text: it says “{row['text']}”, the text says “{row['body_text']}”."
        )
        places = (place, Evidence(row["article"], row["body_start"], row["body_end"]))
        yield Statement("texts", "headline", labels.of_outlets([row["article"]]), sentence, places, 0.75)
    for article, rows in by_text.items():
        words = listed([f"“{row['text']}”" for row in rows])
        lacks = "the text never does" if len(rows) == 1 else "the text has none of these words"
        heads = tuple(Evidence(article, row["start"], row["end"]) for row in rows)
        sentence = f"The headline of {labels.names[article]} says {words}; {lacks}."
        yield Statement("texts", "headline", labels.of_outlets([article]), sentence, heads, 0.5)


def _quoted(comparison: Comparison) -> Iterator[Statement]:
    """Words that headlines set in quotation marks, and the texts that have them nowhere."""
    labels, places = comparison.labels, comparison.headline_quotes
    for (stem,), part in places.group_by("stem", maintain_order=True):
        where: defaultdict[str, list[str]] = defaultdict(list)
        for article, place in part.select("article", "place").iter_rows():
            where[_BELOW.get(place, place)].append(article)
        lacking = where["nowhere"]
        if (
            not where["headline"]  # a text that breaks off, of which nothing is told
            or not lacking
            or labels.independent(where["headline"] + where["unmarked"] + where["text"]) < 2
            or not str(stem)
        ):
            continue
        first = part.filter(place="headline").row(0, named=True)
        heads = where["headline"]
        parts = [
            f"{words} {labels.listed(where[place])}"
            for place, words in (
                ("unmarked", "without the marks in the headline of"),
                ("text", "in the text of"),
                ("nowhere", "nowhere in"),
            )
            if where[place]
        ]
        rest = labels.total - part.height
        others = f"the other {number(rest)} texts" if rest > 1 else "the other text"
        sentence = (
            f"“{first['text'].capitalize()}”, set in quotation marks in the "
            f"{'headlines' if len(heads) > 1 else 'headline'} of "
            f"{labels.listed(heads)}, stands {', '.join(parts[:-1])}{' and ' if parts[:-1] else ''}{parts[-1]}."
            f"{f' Of {others} it cannot be said for certain.' if rest else ''}"
        )
        evidence = tuple(
            Evidence(row["article"], row["start"], row["end"]) for row in part.to_dicts() if row["start"] is not None
        )
        share = len(lacking) / labels.total
        yield Statement(
            "texts",
            "quotation",
            labels.of_outlets([*heads, *lacking]),
            sentence,
            evidence,
            0.45 + 0.4 * min(share, 0.5),
        )
