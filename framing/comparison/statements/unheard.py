"""Who is not heard: bodies that half of the texts name, and that none of them quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, number, the
from framing.comparison.content.persons import last_name
from framing.comparison.content.vocabulary import BODIES, COMPANY, PARTIES, TITLES, WORLD
from framing.comparison.statements import Statement, evidence_of
from framing.comparison.statements.voices import PLACES, QUOTE
from framing.text.typography import CAPITALS

_NAMED = 0.5  # of the texts name what none quotes
# Between a body and its speaker: "Huawei's vice-president Ada Holm", "Ada Holm, vice-president of Huawei".
_LEADS = re.compile(
    r"^(?:['’�]s?(?: [\w-]+){0,5}|(?:['’�]s?)?(?: [\w-]+){0,3} (?i:spokes\w+|chief|ceo|executive|president|chair\w*|"
    r"director|lawyer|official|minister|secretary|founder|manager|head|analyst|adviser|advisor|leader|commissioner|"
    r"ambassador|envoy|(?:secretary|director|attorney|inspector)[- ]general)),? $"
)
_FOLLOWS = re.compile(
    r"^(?:, (?:[\w-]+ ){0,6}(?:of|at|for|from|with) (?:the )?| (?:of|at|from) (?:the )?|, (?:the )?|"
    r"(?:,[^,.;]{1,90},)? (?:who )?(?:led|leads|founded|formed|heads|headed|runs|chairs) (?:the )?)$"
)
# Somebody who speaks for a body that was named before.
_SOMEBODY = (
    r"\b(?:it|they|he|she|company|firm|group|spokes\w+|representatives?|executives|an executive|"
    r"the executive (?:said|told|added)|directors?|statement)\b"
)
_OFFICES = r"(?i)\b(?:department|ministry|administration|agency|bureau|office|commission|authority|white house)\b"
_ROLE = (
    r"(?:chief executive|(?:\w+ )?manager|(?:vice[- ])?president|executive|lawyer|CEO|chair(?:man|woman)?|"
    r"managing director|director(?: general)?|spokes\w+|founder|owner|head ?teacher|headmaster|headmistress|head|"
    r"principal|dean|rector|vice-chancellor|superintendent|commissioner|secretary|chief|leader)"
)
_HEAD = re.compile(rf"(?:^|(?<=\n)|(?<=[.!?”\"] )|(?<!\S)[^{CAPITALS}\s]\S* )(?i:{_ROLE}),? $")
_HEADED = re.compile(rf"(?!(?i:chief|managing|vice|deputy)\b)\b[{CAPITALS}][\w’'-]+ (?i:{_ROLE}) $")
# "Ada Holm, the chief executive", of whatever body; "the leader of the Alliance, Ada Holm"
_HEAD_OF = re.compile(rf", (?:[^\s{CAPITALS}]\S* ){{0,4}}?(?i:{_ROLE})\b")
_OF_BODY = re.compile(r"\b(?:union|company|club|group|association|bank|university|council|league|board) President $")
_HEADS = re.compile(rf"\b(?i:{_ROLE}) (?:of|at|for) [^,.;:]{{2,50}}, $")
_WHOSE = re.compile(r"(?:['’]s?)? (?:administration|campaign|government|family|team|camp|era|White)\b")
_PLACED = (
    "near|across|outside|throughout|mayor of|town of|city of|village of|district of|residents of|people of|border with|"
    "war with|relations with|north of|south of|east of|west of|capital of|coast of"
)
_EUROPEAN = re.compile(r"\b(?:EU|European)\b")  # a speaker who may speak for the union
_BEFORE = 40  # characters before a name
_TREATY = r"(?: \([^()]{2,8}\))? (?i:treat(?:y|ies)|pacts?|agreements?|accords?|acts?|laws?|deals?)\b"
_SHOWN = 4  # bodies in one sentence
_CHAMBERS = frozenset(  # and bodies for which many speak
    "committee subcommittee department bureau ministry city town village borough "
    "house senate congress parliament court state states party republic news times post daily journal press "
    "tribune".split()
)
_UNIONS = frozenset(WORLD) - {"United States", "United Kingdom"}


def statements(comparison: Comparison) -> Iterator[Statement]:
    """A body that half of the texts (and three) name in their own words, in no sentence with a quotation and not beside
    a speaker.

    Only where most texts quote somebody. The most often named come first, four at most.
    """
    labels = comparison.labels
    named = comparison.scores.corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    heard = _heard(comparison, named)
    named = named.join(comparison.scores.corpus.tokens.filter("quoted"), on=["article", "start"], how="anti")
    reported = comparison.speakers.filter(pl.col("reported") > 0)["speaker"].value_counts()
    speaking = set(reported.filter(pl.col("count") > 1)["speaker"]) - PLACES
    titled = _titled(comparison, named)
    heard |= {"European Union"} if any(map(_EUROPEAN.search, comparison.speakers["speaker"])) else set()
    presides = _presides(comparison)
    silent = []
    every = named["item"].unique().to_list()
    for (item,), part in named.group_by("item", maintain_order=True):
        name, articles = str(item), part["article"].unique().to_list()
        last = last_name(name).lower()
        body = " " in name and last in BODIES | COMPANY and last not in _CHAMBERS and name not in titled
        body = body and {"we", "our", "i"}.isdisjoint(name.lower().split())  # In God We Trust
        body = body and not name.startswith("State of ")  # the Union, a speech
        body = body and not _is_place(comparison, name)
        body = body or name in _UNIONS or name in _actors(comparison)
        body = body and (name != "White House" or (name in speaking and not presides))  # back to the White House
        body = body or (name in speaking and " " not in name and name not in titled)  # persons are quoted as *he*, too
        if body and " " not in name and _of_others(comparison, part):
            continue  # the Obama administration
        if name.lower() in PARTIES:
            continue  # Democrats, of whom those who are quoted may be some
        if body and " " not in name and name not in _UNIONS and _is_place(comparison, name):
            continue
        body = body and not _misnamed(name, every) and not _is_treaty(comparison, name)
        if body and name not in heard | PLACES - _UNIONS and len(articles) >= max(3, _NAMED * labels.total):
            silent.append((name, articles, part))
    quoting = comparison.credited.filter(pl.col("words") >= QUOTE)["article"].n_unique()
    if silent and quoting > labels.total / 2:
        silent.sort(key=lambda one: (-len(one[1]), one[0]))
        silent, rest = silent[:_SHOWN], len(silent[_SHOWN:])
        counts = [("all " if len(one[1]) == labels.total else "") + number(len(one[1])) for one in silent]
        named_in = [f"{the(one[0])} (named in {count})" for one, count in zip(silent, counts, strict=True)]
        named_in += [f"{number(rest)} more {'bodies' if rest > 1 else 'body'}"] if rest else []
        who = listed(named_in, "or")
        sentence = f"None of the {number(labels.total)} texts quotes {who} with more than three words."
        first = pl.concat([part.unique("article", keep="first", maintain_order=True) for _, _, part in silent])
        evidence = evidence_of(first)
        yield Statement("texts", "voice", labels.of_outlets(labels.names), sentence, evidence, 0.6)


def _presides(comparison: Comparison) -> bool:
    """Whether somebody who is quoted is called *President*, and so speaks for the White House."""
    persons = comparison.credited.filter(pl.col("words") >= QUOTE, kind="person")["source"].unique()
    names = "|".join(sorted({re.escape(form) for name in persons for form in (name, last_name(name))}))
    titled = re.compile(rf"\bPresident (?:\w+ )?(?:{names})\b")
    return bool(names) and any(titled.search(text) for text in comparison.scores.corpus.articles["text"])


def _misnamed(name: str, every: Iterable[str]) -> bool:
    """Whether a longer name differs by one word from another: *Labor Review Board*, *Labor Relations Board*."""
    words = name.split()
    return len(words) > 2 and any(
        sum(a != b for a, b in zip(words, other.split(), strict=True)) == 1
        for other in every
        if other.count(" ") == name.count(" ")
    )


def _of_others(comparison: Comparison, places: pl.DataFrame) -> bool:
    """Whether a single name mostly says whose something is: *the Holm administration*, *Holm’s campaign*."""
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    behind = [texts[article][end : end + 16] for article, end in places.select("article", "end").iter_rows()]
    return 2 * sum(_WHOSE.match(one) is not None for one in behind) >= len(behind)


def _is_place(comparison: Comparison, name: str) -> bool:
    """Whether a name is a country or town: *border with Suria*, *mayor of Ostrava Bay*, a *Surian* minister."""
    root = re.escape(name.rstrip("aeiouy") if len(name) > 4 else name)
    demonym = rf"\b{root}[aeiouy]?(?:i?ans?|ese|is[ht])\b"
    place = rf"\b(?:{_PLACED}) (?:the )?{re.escape(name)}\b(?!['’]s)"
    texts = comparison.scores.corpus.articles["text"]
    return any(re.search(f"{demonym}|{place}", text) is not None for text in texts)


def _is_treaty(comparison: Comparison, name: str) -> bool:
    """Whether some text names a treaty so: *the Mid-Range Sea Forces (MSF) treaty*."""
    treaty = re.compile(f"{re.escape(name)}{_TREATY}")
    return any(treaty.search(text) for text in comparison.scores.corpus.articles["text"])


def _titled(comparison: Comparison, named: pl.DataFrame) -> set[str]:
    """Names that stand behind a title somewhere: persons (*President Holm*, *Ms. Holm*)."""
    ahead = pl.lit(comparison.scores.corpus.beside(named, "start", ahead=24))
    word = ahead.str.extract(r"(\p{L}+)\.? $").str.to_lowercase()
    return set(named.filter(word.is_in(sorted(TITLES)))["item"])


def _heard(comparison: Comparison, named: pl.DataFrame) -> set[str]:
    """Names that somebody quoted may speak for: the speakers; names in the sentence of a quotation of four words whose
    speaker was not found, outside the marks; names near somebody who is quoted; and, where *it said* or *a spokesman
    said* stands beside a quotation, or who is quoted is the head of some body (*chief executive Ada Holm*), every name
    of the text; where an official without a name is quoted, every public body."""
    corpus = comparison.scores.corpus
    own = corpus.tokens.filter(~pl.col("quoted")).group_by("article", "sentence").agg(own=pl.col("lower").str.join(" "))
    sentences = (
        corpus.sentences.join(own, on=["article", "sentence"], how="left")
        .select("article", low="start", own=pl.col("own").fill_null(""))
        .sort("low")
    )
    quotes = comparison.credited.sort("first").join_asof(
        sentences, left_on="first", right_on="low", by="article", check_sortedness=False
    )
    inside = corpus.tokens.filter("quoted").select("article", start=pl.col("start").cast(named.schema["start"]))
    placed = (
        named.join(inside, on=["article", "start"], how="anti")
        .sort("start")
        .join_asof(sentences, left_on="start", right_on="low", by="article", check_sortedness=False)
    )
    nameless = quotes.filter(pl.col("kind").is_in(["unnamed", "unknown"]) & (pl.col("words") >= QUOTE))
    whose = pl.when(pl.col("kind") == "unnamed").then(pl.col("source")).otherwise("own")
    said = nameless.filter(whose.str.contains(_SOMEBODY))
    officials = nameless.filter(whose.str.contains(r"(?i)\bofficials?\b")).select("article").unique()
    offices = placed.filter(pl.col("item").str.contains(_OFFICES)).join(officials, on="article", how="semi")
    speakers = placed.filter(pl.col("item").is_in(quotes.filter(kind="person")["source"].unique().to_list()))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    pairs = placed.join(speakers.select("article", "low", at="start", to="end"), on=["article", "low"])
    affiliated = {
        item
        for article, item, start, end, at, to in pairs.select("article", "item", "start", "end", "at", "to").iter_rows()
        if (end <= at and _LEADS.search(texts[article][end:at]))
        or (to <= start and _FOLLOWS.search(texts[article][to:start]))
    }
    known = {who for who in speakers["item"].unique() if _of_a_body(who, texts.values())}
    heads = {
        article
        for article, who, at, to in speakers.select("article", "item", "start", "end").iter_rows()
        if who not in known
        and (
            _is_head(texts[article][max(at - _BEFORE, 0) : at])
            or _HEADS.search(texts[article][max(at - 2 * _BEFORE, 0) : at])
            or _HEAD_OF.match(texts[article][to : to + 2 * _BEFORE])
        )
    }
    return {
        *quotes.filter(pl.col("words") >= QUOTE)["source"],
        *placed.filter(pl.col("article").is_in(list(heads)))["item"],
        *placed.join(nameless.select("article", "low").unique(), on=["article", "low"], how="semi")["item"],
        *placed.join(said.select("article").unique(), on="article", how="semi")["item"],
        *offices["item"],
        *affiliated,
    }


def _is_head(before: str) -> bool:
    """Whether somebody is the head of a body that is not told there; not *President Holm*, who is one of a country."""
    match = _HEAD.search(f" {before.partition(' ')[2]}")
    return match is not None and (not match[0].endswith("President ") or _OF_BODY.search(before) is not None)


def _of_a_body(who: str, texts: Iterable[str]) -> bool:
    """Whether some text says what somebody is the head of: *Shippers' Association Chief Executive Ada Holm*."""
    return any(_HEADED.search(text[max(at - _BEFORE, 0) : at]) for text in texts for at in _places(who, text))


def _places(who: str, text: str) -> Iterator[int]:
    at = text.find(who)
    while at >= 0:
        yield at
        at = text.find(who, at + 1)


def _actors(comparison: Comparison) -> set[str]:
    kinds = ("company", "person", "politician", "organisation", "organization", "party", "union", "agency")
    return {actor.name for actor in comparison.scores.corpus.event.actors if (actor.kind or "") in kinds}
