"""Only X, all but X: what one report alone brings in, and what one text alone leaves out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.acronyms import Letters
from framing.comparison.content.beside_name import behind_name
from framing.comparison.content.common import is_common
from framing.comparison.content.cried import cried
from framing.comparison.content.divided import middle
from framing.comparison.content.in_full import in_whole
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, without_office
from framing.comparison.content.listed_bodies import of_a_list
from framing.comparison.content.longer import is_surely_person, whole_name
from framing.comparison.content.meant import BYNAMES, may_mean, roles
from framing.comparison.content.only import items
from framing.comparison.content.persons import is_person, last_name
from framing.comparison.content.places import means
from framing.comparison.content.sourcing import is_medium
from framing.comparison.content.spelling import close, folded, initials, misnamed, misprint
from framing.comparison.content.told_with import Told
from framing.comparison.content.vocabulary import BODIES, DEMONYMS, SEATS, STATES
from framing.comparison.statements import Evidence, Statement, made
from framing.comparison.statements.endings import in_marks
from framing.comparison.statements.versions import FEWEST
from framing.comparison.telling import ROOM, evidence_of_told, told_of, writes
from framing.text.typography import CAPITALS

HOME = frozenset(
    {"United States", "United Kingdom", "Britain", "White House", "House of Representatives"}
)  # by many names: "here", "the president"
_GOES_ON = re.compile(rf" (?:and|for) (?:the )?[{CAPITALS}]\w+")
_OF_A_BILL = re.compile(rf" in [{CAPITALS}]\w+ (?:[Bb]ill|[Aa]ct|[Ll]aw)\b")  # Parental Rights in Education bill
_GOES_BEFORE = re.compile(rf"[{CAPITALS}]\w+ (?:to|of|for|and|&) (?:the )?$")
_AND_THE = re.compile(rf"[{CAPITALS}]\w+ (?:to|of|for|and|&) the $")  # before nobody's name
_TAIL = re.compile(rf"[{CAPITALS}]\w+ [{CAPITALS}]\w+ (?:to|of|for|and|&) (?:the )?$")
_DEBRIS = re.compile(r"\b(?:Comment|Gift|Share|Icon|Arrows?|Advertisement|Newsletter|Toggle|Caption|Getty|Your)\b")
_RUNS_ON = re.compile(rf" [{CAPITALS}]\w+")
_BRITAIN = re.compile(r"\b(?:United Kingdom|Britain|British|UK\b|U\.K\.)")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th) $")
_HYPHENS = re.compile(r"[\s‐‑-]")
_CLAUSE = re.compile(r"^(?:Article|Section|Chapter|Title|Part|Page) \d")
_LONG_DRAWN = re.compile(r"(\w)\1\1")
_OF = re.compile(rf" (?:of|and|for) (?:the )?[{CAPITALS}]\w+")
_CAPITAL = re.compile(rf"[{CAPITALS}]\w+ (?:(?:to|of|for|and|&) (?:the )?)?$")
_ORDERS = frozenset({"brotherhood", "order", "knights", "sons", "daughters", "friends"})
_NAMES = 5  # in one sentence
_TOLD, _WORDS = 3, 9  # of the first names one with words behind it
_SENTENCES = 2  # of the text, in which the first names stand
_LACKED = 2  # words of most headlines that a text lacks: one alone may only be another word for the same thing
_OFTEN = 3  # sentences in each text, from which a name or a sum of one report is worth a sentence
_BRIEF = 4  # reports, of which each name is worth telling
_FEW = 4  # full names that are worth one together, however often they stand
_REPORTS = 3  # independent reports, without which "only" says nothing


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Names and sums that one report (its versions counted once) alone has, and words that a text alone lacks.

    Only X: at least three independent reports; at least one name that stands in three sentences of each text of the
    report (they come first), or four full names together (of three or four reports: one full name or country); sums of
    money beside them only where they come as often. A town, or a price, that is named once or twice is no finding. All
    but X: a text lacks two words that half of the headlines have, one of them alone; names and sums that are left out
    are the matter of `omission`. Nothing is said where the texts are not of one event.
    """
    labels, rows = comparison.labels, items(comparison.only)
    if labels.reports < _REPORTS or not comparison.one_event:
        return
    yield from _lacking(comparison, [row for row in rows if row["rule"] == "all but" and row["kind"] == "word"])
    yield from _alone(comparison, [row for row in rows if row["rule"] == "only"])


def _lacking(comparison: Comparison, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    labels = comparison.labels
    words: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        for article in row["articles"]:
            words[article].append(row)
    for article, found in sorted(words.items()):
        if len(found) < _LACKED or all(len(row["articles"]) > 1 for row in found):
            continue
        terms = listed([f"“{row['item']}”" for row in found], "or")
        sentence = (
            f"{labels.names[article]} never uses {terms} in any form, words of most headlines."
            f"{_own_headline(comparison, article)}"
        )
        made = _statement(comparison, (article,), found, sentence, 0.75 + 0.1 * min(len(found), 2))
        yield replace(made, evidence=(*_headline(comparison, article), *made.evidence))


def _headline(comparison: Comparison, article: str) -> tuple[Evidence, ...]:
    headline = comparison.scores.corpus.articles.filter(article=article)["headline"].item()
    return (Evidence(article, 0, len(headline)),) if headline else ()


def _own_headline(comparison: Comparison, article: str) -> str:
    headline = comparison.scores.corpus.articles.filter(article=article)["headline"].item()
    return f" Its own headline is “{headline}”." if headline else ""


def _alone(comparison: Comparison, rows: list[dict[str, Any]]) -> Iterator[Statement]:
    labels = comparison.labels
    by_report: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_report[labels.groups[row["articles"][0]]].append(row)
    told, unsure = _quoted_alone(comparison), doubtful(comparison, rows)
    cited = set(comparison.speakers["speaker"])
    for report, group in by_report.items():
        versions: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for row in group:
            versions[tuple(row["articles"])].append(row)
        whole = [article for article, of in labels.groups.items() if of == report]
        for articles, found in versions.items():
            if len(articles) < len(whole) and len(found) >= FEWEST:
                continue  # `versions` says so
            names = [
                row
                for row in found
                if row["kind"] != "figure"
                and row["item"] not in told
                and (" " in row["item"] or row["sentences"] > 1)
                and not is_medium(row["item"])
                and not _begins_with_a_medium(row["item"])
                and not is_common(comparison.scores.corpus, row["item"])
                and row["item"] not in unsure
                and row["item"] not in HOME | BYNAMES
                and row["item"].lower() not in STATES  # another text may have *W.Va.* or *D-WV*
            ]
            sums = [row for row in found if row["kind"] == "figure" and row["item"][0] in "$£€¥"]
            weighty = [row for row in names if row["sentences"] >= _OFTEN * len(articles)]
            sums = [row for row in sums if row["sentences"] >= _OFTEN * len(articles)]
            few = labels.reports <= _BRIEF
            if few:  # media, and countries that are named once, are worth telling, too
                rest = [row for row in found if row["kind"] != "figure" and row not in names]
                names += [row for row in rest if is_medium(row["item"]) or _is_country(row["item"])]
                elsewhere = seats(comparison, articles)
                names = [row for row in names if row["item"] not in {*unsure, *HOME, *BYNAMES, *elsewhere}]
            full = [row for row in names if " " in row["item"] or _is_country(row["item"])]
            if not weighty and len(full) < (1 if few else _FEW):
                continue
            others = [row for row in (full if few else names) if row not in weighty]
            others = [row for row in others if few or " " in row["item"] or not weighty]
            others.sort(
                key=lambda row: (few and row["item"] not in cited, few and not _is_person(row["item"]), *_rank(row))
            )
            chosen = _whole([*sorted(weighty, key=_rank), *others, *sums])
            items_ = [row["item"] for row in chosen[:_NAMES]]
            apart = set(labels.names) - set(articles)
            told_in = told_of(comparison, items_, articles, apart, ROOM - len(" ".join(items_).split()), _SENTENCES)
            shown = listed(_names(comparison, chosen[:_NAMES], told_in))
            more = ", among others" if len(chosen) > _NAMES else ""
            verb = (
                ("have" if len(articles) > 1 else "has")
                if any(row in sums for row in chosen[:_NAMES])
                else ("name" if len(articles) > 1 else "names")
            )
            sentence = f"Only {labels.listed(articles)} {verb} {shown}{more}.{writes(comparison, told_in)}"
            often = sum(row["sentences"] for row in weighty[:_NAMES]) / len(articles)
            salience = 0.15 + 0.1 * min(1.0, often / 10) + 0.6 * min(len(articles) / labels.total, 0.5)
            one = _statement(comparison, articles, chosen[:_NAMES], sentence, salience)
            yield replace(one, evidence=(*one.evidence, *evidence_of_told(told_in)))


def _names(comparison: Comparison, rows: list[dict[str, Any]], told_in: Sequence[Told]) -> list[str]:
    """What is shown of each; behind the first of them who is a person what the text says of them, if none of the
    sentences does."""
    shown = [in_whole(comparison.scores.corpus, row["item"]) for row in rows]
    for at, row in enumerate(rows[:_TOLD]):
        place = row["evidence"][0]
        if row["kind"] == "figure" or not _is_person(row["item"]):
            continue
        if any(last_name(row["item"]) in one.text for one in told_in):
            continue
        if told := behind_name(comparison.scores.corpus, place["article"], place["start"], place["end"]):
            shown[at] += f" (“{in_marks(told, _WORDS)}”)"
            break
    return shown


def _begins_with_a_medium(item: str) -> bool:
    """*New York Times Op-Ed*."""
    words = item.split()
    return any(is_medium(" ".join(words[:at])) for at in range(1, len(words)))


def _is_person(item: str) -> bool:
    return is_person(folded(item))


def _is_country(item: str) -> bool:
    return item in DEMONYMS and item not in HOME


def seats(comparison: Comparison, apart: Collection[str]) -> set[str]:
    """Countries of which a seat, a city or the people stands in texts other than these: *Beijing* may mean China."""
    texts = comparison.scores.corpus.articles.filter(~pl.col("article").is_in(sorted(apart)))["text"]
    found = {SEATS[seat] for seat in SEATS if any(seat in text for text in texts)}
    found |= {"England"} if any(_BRITAIN.search(text) for text in texts) else set()
    return found | {land for land in DEMONYMS if any(word in text for word in means(land) for text in texts)}


def doubtful(comparison: Comparison, rows: list[dict[str, Any]]) -> set[str]:
    """Persons whom another text may name in another spelling or by a middle name, and names of which only a part was
    read: *Contraception Act* of the *Right to Contraception Act*, *Operation Fast* of *Operation Fast and Furious*;
    acronyms that another text may spell out (*Centers for Disease Control and Prevention*: CDC) and the other way
    round, misprints, what another text may mean by other words or as somebody's lawyer (see `meant`), and what is no
    word (*Sooo Boring*), and what is `cried` (*Greatest Witch Hunt*)."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    small = {article: text.lower() for article, text in texts.items()}
    names = comparison.scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    places: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for item, *place in names.select("item", "article", "start", "end").iter_rows():
        places[item].append(tuple(place))
    lasts = {str(item): _HYPHENS.split(str(item))[-1].casefold() for item in names["item"].unique()}
    letters = {article: Letters.of(text) for article, text in texts.items()}
    known = {str(item) for item in lasts if " " in item}
    having: defaultdict[str, set[str]] = defaultdict(set)
    for name, last in lasts.items():
        having[last] |= {article for article, *_ in places[name]}
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for last in lasts.values():
        alike[last[:2]].add(last)
    people: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(known):
        people[initials(folded(name))].append(name)
    found = set(comparison.scores.corpus.once(cried)) | _turned(texts, known)
    for row in rows:
        item = row["item"]
        if row["kind"] == "figure" or item not in lasts:
            continue
        if (
            _CLAUSE.search(item)
            or _DEBRIS.search(item)
            or any(item.startswith(other) and item[len(other) :].isalpha() for other in known)
        ):
            found.add(item)  # Article 1 of the Constitution; Gift Article; New Yorker
        elsewhere = (text for article, text in texts.items() if article not in {place[0] for place in places[item]})
        if item in SEATS and any(SEATS[item] in text for text in elsewhere):
            found.add(item)  # Pyongyang, where another has North Korea
        longer = whole_name(comparison.scores.corpus, item)
        own = [place for place in places[item] if texts[place[0]][slice(*place[1:])] == item]
        titled = bool(own) and all(_AND_THE.search(texts[article][:start][-24:]) for article, start, _ in own)
        if not own or (_is_person(item) and is_surely_person(item, texts, places[item])):
            own = places[item]  # also where they stand by the surname
        ends = [texts[article][end : end + 24] for article, _, end in own]
        begins = [texts[article][max(start - 24, 0) : start] for article, start, _ in own]
        body = item.split()[-1].lower() in BODIES | _ORDERS
        ahead = _CAPITAL if body else _GOES_BEFORE if " " in item else _TAIL
        part = titled or longer is None or (longer == item and all(ahead.search(one) for one in begins))
        part |= longer == item and " " in item and all((_OF if body else _GOES_ON).match(one) for one in ends)
        part |= all(_OF_A_BILL.match(one) for one in ends)
        part |= of_a_list(item, texts, places[item])
        part |= ("&" in item or " " not in item) and all(one[:2] in ("'s", "’s") for one in ends)  # McDonald's
        part |= all(_ORDINAL.search(one) for one in begins)  # the Airborne Division of the 82nd
        part |= all(_RUNS_ON.match(one) for one in ends)  # CNN National of CNN National Security Analyst
        spelt = " " in item and any(
            other != lasts[item]
            and (close(other, lasts[item]) or misprint(other, lasts[item]) or _vowels(other) == _vowels(lasts[item]))
            for other in alike[lasts[item][:2]]
            if not all(having[other] >= {article} for article in row["articles"])  # both, in one text: two persons
        )
        others = [article for article in texts if article not in row["articles"]]
        spelt |= _is_person(item) and any(
            misnamed(folded(item), folded(other))
            and not all(article in row["articles"] for article, *_ in places[other])
            for other in people[initials(folded(item))]
        )
        short = any(letters[other].mean(item) for other in others)
        known_so = _is_person(item) and any(word in texts[other] for word in middle(item) for other in others)
        forms = roles(texts, places[item])  # also of *Ana Sá*, who reads like a company
        meant = any(may_mean(item, small[other]) for other in others) or any(
            re.search(rf"\b(?:{form})\b", small[other]) for form in forms for other in others
        )
        if part or spelt or short or known_so or meant or _LONG_DRAWN.search(item):
            found.add(item)
    return found


def _turned(texts: dict[str, str], names: set[str]) -> set[str]:
    """Names with a word that is one which stands more often, but for letters turned round: *Untied States*."""
    counts = Counter(
        word.removesuffix("s") for text in texts.values() for word in re.findall(rf"\b[{CAPITALS}][^\W\d_]{{4,}}", text)
    )
    by_letters: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts:
        by_letters["".join(sorted(word.lower()))].append(word)
    words = {
        word
        for some in by_letters.values()
        for word in some
        if any(misprint(word.lower(), other.lower()) and counts[other] > counts[word] for other in some)
    }
    return {name for name in names if not words.isdisjoint(name.split())}


def _vowels(word: str) -> str:
    """A word with one sign for vowels side by side: *haouz*, *hawz*."""
    return re.sub(r"[aeiouwy]+", "a", word)


def _whole(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without names that stand whole in another of them: *Schumer* beside *Charles Schumer*."""
    words = [set(row["item"].split()) for row in rows]
    lasts = [last_name(row["item"]) for row in rows]  # Charles Schumer, Chuck Schumer
    return [
        row
        for at, row in enumerate(rows)
        if not any(words[at] < other for other in words) and lasts[at] not in lasts[:at]
    ]


def _quoted_alone(comparison: Comparison) -> set[str]:
    """Speakers of whom `voices` says that one report alone quotes them."""
    said = [one.sentence for one in made(comparison, "quoted_where")]
    return {
        speaker
        for speaker in comparison.speakers["speaker"].unique()
        if any(without_office(speaker) in sentence for sentence in said)
    }


def _rank(row: dict[str, Any]) -> tuple[bool, bool, int, int]:
    """Names before sums, full names (mostly of persons and bodies) before others, then by mentions."""
    return row["kind"] == "figure", " " not in row["item"], -row["sentences"], row["evidence"][0]["start"]


def _statement(
    comparison: Comparison, articles: tuple[str, ...], rows: list[dict[str, Any]], sentence: str, salience: float
) -> Statement:
    evidence = tuple(Evidence(one["article"], one["start"], one["end"]) for row in rows for one in row["evidence"])
    return Statement("texts", "only", comparison.labels.of_outlets(articles), sentence, evidence, min(1.0, salience))
