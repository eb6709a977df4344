"""What texts rest on: people without a name, and other media that they credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

import polars as pl

from framing.comparison.content.embedded import embedded, in_post
from framing.corpus.corpus import Corpus
from framing.corpus.metadata.agencies import AGENCIES
from framing.measures.attributions import attributions
from framing.schema import Schema
from framing.text.typography import CAPITALS

# One row: somebody without a name whom a text cites, or another medium that it credits.
SOURCING: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "kind": pl.String,  # insider (a source, an official, a person), voice (experts, analysts, critics), medium
    "name": pl.String,  # of a medium; of the others the noun: official, expert
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_INSIDERS = (
    "source official person people aide adviser advisor diplomat insider staffer friend colleague associate "
    "negotiator operative strategist ally"
).split()
_VOICES = "expert analyst critic observer scholar economist commentator supporter opponent historian researcher".split()
_NOUN = {form: noun for noun in (*_INSIDERS, *_VOICES) for form in (noun, noun + "s")} | {
    "people": "person", "allies": "ally",
}  # fmt: skip
_KIND = {**dict.fromkeys((*_INSIDERS, "person"), "insider"), **dict.fromkeys(_VOICES, "voice")}
_LEARNED = frozenset("expert scholar researcher".split())
_EXPERT = (
    r"|[Ee]xpert|[Aa]nalyst|[Rr]esearcher|[Ss]cholar|[Ss]cientist|[Pp]rofessor|[Ll]ecturer|[Ss]pecialist|[Ee]conomist|"
    r"[Hh]istorian|[Ff]ellow|[Ss]urgeon|[Pp]hysician|[Ss]trategist|Dr\.?|\w+ologist"
)
_NEXT = 320  # characters behind *one official* within which the official may be named
_CALLED = 90  # characters round a name in which it stands what somebody is
_CROWD = frozenset("many some few most several other as so too these those young old".split())
_SHORT = 20  # characters of *many people*: a crowd, where nothing more is told of them
_AHEAD = 8  # words before the noun: *a senior U.S. State Department official*
# What is said of a crowd (*most people affected*), and what the sick and wounded tell of themselves.
_PATIENTS = re.compile(r"^(?:\W*(?:have|had|are|were|who|also) ){0,2}(?: ?report(?:ed|s|ing)?) \w+ing\b")
_ILL = frozenset("sick ill infected affected injured wounded hospitalized hospitalised dead homeless displaced".split())
_ALONE = frozenset({"source", "official", "person", "diplomat", "insider"})
_NAMED = re.compile(r",? (?:named |called )?[^\W\d_a-zß-öø-ÿ]")  # a name follows
# An article of another noun, of which the phrase is cut: not *a dozen officials*, *a group of people*.
_SCRAP = re.compile(
    r"(?i)an? (?!.*\bof\b)(?!(?:\S+[ -])?(?:few|dozen|couple|hundred|thousand|handful|many)\b)"
    r"(?!(?:estimated|further|additional|record|reported|combined|mere|whole) )"
)
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov)\. $")  # a name is cut in two: "Ms. Holm's colleagues"
# Whom another medium cites (*the Lamp said so on Monday, citing two officials*), and answers to a poll.
# Behind scholars: whose they are (*researchers from the Tide Institute*).
_OF_A_BODY = re.compile(rf"(?:from|of|at|with|for) (?:the |an? )?(?:[a-z-]+ ){{0,3}}[{CAPITALS}]")
_NONE_OF_ITS = re.compile(
    r"\bciting (?:at least )?$|"
    r"(?:%|\bper ?cent|\b(?:half|third|quarter|majority|most|percentage|share)) of (?:the |all |likely )?$"
)
_COUNTED = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:other |more )?(?:person|people)")
_INFORMED = re.compile(r"\b(?:familiar|briefed|knowledge|close to|aware)\b")  # "people familiar with the plan"
_BY_NAME = re.compile(rf"\b(?:led|headed|directed|represented|chaired) by (?:\w+ ){{0,2}}?[{CAPITALS}]")
# Who was named before (*her lawyer*), or is no speaker (*see what officials*).
_OTHER = frozenset("his her their its who what see that whether if where when how why".split())
_FEELING = frozenset("feel feels felt".split())  # what somebody says of them
_UNWELL = _ILL | _FEELING
# Verbs that tell what somebody did, liked or wanted, by which nobody is cited: *aides floated it*, *people laughed*.
_DEEDS = re.compile(
    r"(?:float|laugh|smil|sigh|beg[au]n|continu|decid|offer|refus|releas|shar|post|unveil|promot|deliver|confront|teas|"
    r"took|tak|ma[dk]|g[ai]v|push|press|protest|encourag|embrac|found|find|remember|lik|lov|hat|admir|regret|want|seek|"
    r"sought|plan|intend|consider|weigh|mull|eager|rais|debat|attack|hit|list|back|support|oppos|prefer|favou?r|welcom|"
    r"thank|applaud|play|unleash|fir|went|read)"
)
_VERBS = frozenset(
    "is are was were has have had do does did doesn don didn isn aren won".split()
)  # *doesn’t name people*
_MEDIA = {
    "The New York Times": "New York Times|NYT|NY Times", "The Washington Post": "Washington Post",
    "The Wall Street Journal": "Wall Street Journal|WSJ", "Financial Times": "Financial Times", "CNN": "CNN",
    "Fox News": "Fox News", "NBC": "NBC(?: News)?", "CBS": "CBS(?: News)?", "ABC": "ABC News", "MSNBC": "MSNBC",
    "BBC": "BBC(?: News)?", "NPR": "NPR", "Politico": "Politico|POLITICO", "Axios": "Axios", "The Hill": "The Hill",
    "The Guardian": "Guardian", "The Daily Beast": "Daily Beast", "BuzzFeed": "BuzzFeed(?: News)?", "Vox": "Vox",
    "USA Today": "USA Today|USA TODAY", "Los Angeles Times": "Los Angeles Times|LA Times|L\\.A\\. Times",
    "The Times": "Times of London", "The Telegraph": "(?:Daily )?Telegraph", "Daily Mail": "Daily Mail|Mail Online",
    "The Economist": "Economist", "Der Spiegel": "(?:Der )?Spiegel", "Le Monde": "Le Monde", "Bild": "Bild",
    "Al Jazeera": "Al Jazeera", "Newsweek": "Newsweek", "Time": "Time magazine|TIME magazine", "Slate": "Slate",
    "HuffPost": "HuffPost|Huffington Post", "Breitbart": "Breitbart(?: News)?", "Miami Herald": "Miami Herald",
    "Chicago Tribune": "Chicago Tribune", "The Boston Globe": "Boston Globe", "The Denver Post": "Denver Post",
    "The Daily Caller": "Daily Caller", "National Review": "National Review", "The Atlantic": "The Atlantic",
    "The New Yorker": "New Yorker", "Vanity Fair": "Vanity Fair", "Rolling Stone": "Rolling Stone",
    "Global Times": "Global Times", "South China Morning Post": "South China Morning Post",
    "Nikkei": "Nikkei(?: Asia)?", "RT": "RT", "Haaretz": "Haaretz", "El País": "El Pa[ií]s",
    "La Repubblica": "La Repubblica", "Sky News": "Sky News", "ITV": "ITV(?: News)?", "Univision": "Univision",
    "Telemundo": "Telemundo", "The Verge": "The Verge", "Wired": "Wired", "New York Post": "New York Post",
    "The Washington Times": "Washington Times", "The Epoch Times": "Epoch Times", "OilPrice": "OilPrice(?:\\.com)?",
}  # fmt: skip
_SAID = (
    r"(?:first |also |earlier )?(?:reported|(?:is |was )?reporting|reports|wrote|revealed|published|said in a report)"
)
_BEHIND = (
    r"(?i:told|according to(?: a report (?:by|in|from))?|reported by|reports? (?:by|from|in)|as reported in|citing|"
    r"cited by|quoted by|seen by|obtained by|first reported in|speaking (?:to|with)|data from|"
    r"published (?:by|in)|more from|(?<=\()via|"
    r"(?:said|saying|spoke|speaking|interviewed|appeared|appearance|appearing) on)"
)
_AND_MORE = (  # the Times Festival
    rf" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|On |In |The |He |She )[{CAPITALS}][^\W\d_{CAPITALS}]"
)
_HIT = (
    rf"\b{_BEHIND} (?:[Tt]he )?(?P<behind>MEDIA)(?!\w)(?! (?:poll|editorial)|{_AND_MORE})|"
    rf"(?<!\w)(?P<ahead>MEDIA)(?:['’]s [\w ]{{2,40}}?)? (?:{_SAID})\b"
    r"(?! (?:incorrectly|inaccurately|wrongly|falsely|mistakenly|erroneously)\b)"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    forms = {name: "|".join(map(re.escape, (name, *others))) for name, others in AGENCIES.items()}
    media = {**forms, **_MEDIA}
    every = "|".join(sorted(media.values(), key=len, reverse=True))
    pattern = re.compile(_HIT.replace("MEDIA", f"(?:{every})"))
    return pattern, tuple((name, re.compile(rf"(?:{some})")) for name, some in media.items())


def sourcing(corpus: Corpus, cited: pl.DataFrame) -> pl.DataFrame:
    """`SOURCING`: a row for each place, in the order of the texts. cited: `voices.attributions`.

    People without a name are the attributions of the measure `sources_unnamed` whose phrase has a noun for them. Media
    are credited in the text's own words, by a closed list; not an outlet in its own text. Nothing of embedded posts.
    """
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    posts = corpus.once(embedded)
    rows: list[tuple[str, str, str, str, int, int, str]] = []
    verbs = {(article, start): verb for article, start, verb in _verbs(corpus)}
    named = {
        article: sorted(starts)
        for article, starts in cited.filter(kind="person").group_by("article").agg("start").iter_rows()
    }
    for article, start, end, text in cited.filter(kind="unnamed").select("article", "start", "end", "text").iter_rows():
        words = re.findall(r"[a-z]+", text.lower())
        at = next((place for place, word in enumerate(words) if word in _NOUN), None)
        if (
            at is None
            or in_post(posts, article, start)
            or _DEEDS.match(verbs.get((article, start), ""))
            or at > _AHEAD
            or not _OTHER.isdisjoint(words[:at])
            or not _VERBS.isdisjoint(words[:at])
            or (_NOUN[words[at]] == "person" and _CROWD.issuperset(words[:at]) and end - start < _SHORT)
            or (_NOUN[words[at]] == "person" and not _UNWELL.isdisjoint(words))
            or (_NOUN[words[at]] == "person" and _PATIENTS.match(texts[article][end : end + 40]))
            or (_NOUN[words[at]] == "person" and _COUNTED.fullmatch(text.lower()))  # "One person was found dead"
            or (at and words[0].endswith("ing"))  # "arguing people were worried"
            or (words[at] != _NOUN[words[at]] and _SCRAP.match(text))  # "a move harbour experts described as bold"
            or (at and texts[article][max(start - 3, 0) : start] == "to ")  # "to parry critics"
            or _NAMED.match(texts[article][end : end + 9])
            or _BY_NAME.search(text)
            or text.endswith((" and", " or", " but"))  # "aides lined the garden and applauded"
            or _TITLED.search(texts[article], max(start - 6, 0), start)
            or _NONE_OF_ITS.search(texts[article], max(start - 40, 0), start)
        ):
            continue
        noun = _NOUN[words[at]]
        if words[at] == noun and noun not in ("source", "person") and _behind(named.get(article, []), end):
            continue  # "One official spoke of lunch. “We ...,” Ada Holm, the press secretary, wrote": who is named next
        if noun not in ("source", "insider") and at == 0 and _KIND[noun] == "insider" and not _INFORMED.search(text):
            continue  # "people said", "officials said": anybody
        near = named.get(article, [])
        if words[at] != noun and _KIND[noun] == "voice" and (_behind(near, end) or _one_of(noun, near, texts[article])):
            continue  # "Analysts expect it. “...,” said Ada Holm, an analyst": one of them is named
        if _KIND[noun] == "voice" and re.search(rf"(?i:\b{noun}s?) {_OF_A_BODY.pattern}", texts[article]):
            continue  # whose they are, is told somewhere
        body = [word for word in words[:at] if word not in ("the", "a", "an")]
        if len(body) > 1 and " ".join(body).title() in texts[article]:
            continue  # "harbour board analysts", of the Harbour Board
        # One person described by an office or a view is mostly somebody whom the text names.
        if words[at] != noun or noun in _ALONE:
            rows.append((article, outlets[article], _KIND[noun], noun, start, end, text))
    pattern, media = _patterns()
    quoted = corpus.tokens.filter("quoted").select("article", "start")
    inside = {article: set(starts) for article, starts in quoted.group_by("article").agg("start").iter_rows()}
    for article, outlet, text in corpus.articles.select("article", "outlet", "text").iter_rows():
        for hit in pattern.finditer(text):
            group = "behind" if hit["behind"] else "ahead"
            place = hit.start(group)
            name = next(name for name, one in media if one.fullmatch(hit[group]))
            if place in inside.get(article, ()) or same_medium(name, outlet) or in_post(posts, article, place):
                continue
            rows.append((article, outlet, "medium", name, hit.start(), hit.end(), hit[0]))
    frame = pl.DataFrame(rows, schema=dict(SOURCING), orient="row")
    return frame.sort("article", "start")


def _verbs(corpus: Corpus) -> Iterator[tuple[str, int, str]]:
    """Article, start of a speaker's phrase, and the verb beside it in small letters."""
    yield from corpus.once(attributions).select("article", "start", pl.col("rule").str.to_lowercase()).iter_rows()


def _behind(starts: list[int], end: int) -> bool:
    """Whether a person is cited within the next two sentences or so."""
    at = bisect_left(starts, end)
    return at < len(starts) and starts[at] - end < _NEXT


def _one_of(noun: str, starts: list[int], text: str) -> bool:
    """Whether somebody who is cited by name is called so: *Ada Holm, an expert on piers*; of experts, also by what
    they are: *Dr. Ada Holm*, *Ada Holm, a geologist*."""
    called = rf"\b(?:{noun}{_EXPERT if noun in _LEARNED else ''})\b"
    return any(re.search(called, text[max(0, at - _CALLED) : at + _CALLED]) for at in starts)


def is_medium(name: str) -> bool:
    """Whether a name is one of the media of the list."""
    return medium_of(name) is not None


def medium_of(name: str) -> str | None:
    """The medium of the list that a name means: HuffPost of *The Huffington Post*; null for others."""
    bare = name.removeprefix("The ")
    return next((medium for medium, one in _patterns()[1] if one.fullmatch(bare)), None)


def names_medium(outlet: str, text: str, medium: str) -> bool:
    """Whether a text has a medium of the list by one of its names, be it no credit (*an MSNBC town hall*); not its
    own."""
    if same_medium(medium, outlet):
        return False
    form = next((one.pattern for name, one in _patterns()[1] if name == medium), re.escape(medium))
    return re.search(rf"(?<!\w){form}(?!\w)", text) is not None


def same_medium(one: str, other: str) -> bool:
    """Whether two names mean one medium: *HuffPost*, *The HuffPost Online*."""
    first, second = (re.sub(r"\W|^the ", "", name.lower()) for name in (one, other))
    return first in second or second in first
