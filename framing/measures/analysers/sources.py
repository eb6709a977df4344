"""Who is given the word: sources that are named, and sources that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.measures.match import bundled, find, words_of
from framing.text.annotate import BODY
from framing.text.typography import folded

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|St)\.? )"
_WORD = r"[A-Z][\w'’.&-]*[\w.]"
_NAME = rf"{_TITLE}?{_WORD}(?:,? (?:Jr|Sr)\.?| (?:{_WORD}|de|la|van|von|bin|al|of|the|for|and)(?= |$|[,.;:”\"]))*"
_HEADS = (
    r"(?:officials?|sources?|people|persons?|analysts?|experts?|critics|observers|aides?|diplomats?|insiders?|lawmakers|"
    r"lawyers|executives?|spokes(?:man|woman|person|people)|activists|advocates|advis[eo]rs?|economists|scientists|"
    r"researchers|investigators|authorities|witnesses|residents|locals|engineers?|traders|investors|bosses|boffins|"
    r"supporters|opponents|campaigners|police|prosecutors|historians|scholars|friends?|relatives|employees?|workers?|"
    r"staffers?|teachers?|doctors?|soldiers?|directors?|managers?|officers?|operatives|strategists?|donors?|voters|"
    r"students|parents|neighbou?rs|survivors|victims|detractors|allies|leaders|organi[sz]ers|protesters|migrants|"
    r"commentators|pollsters|negotiators|envoys?|delegates|ministers|senators|congressmen|governors|mayors|farmers|"
    r"Democrats|Republicans|Conservatives|Liberals|some|others|many)"
)
# One of these alone is a source of its own only as somebody: "a neighbour", not "the judge", who has a name elsewhere.
_ONE_OF = (
    r"(?:witness|neighbou?r|resident|local|farmer|minister|judge|lawmaker|lawyer|attorney|executive|activist|advocate|"
    r"investor|trader|scientist|researcher|investigator|prosecutor|supporter|opponent|critic|insider|historian|scholar|"
    r"student|parent|survivor|victim|protester|migrant|voter|donor|strategist|ally|senator|driver|nurse|doctor|pupil|"
    r"pollster|negotiator|commentator|economist|academic|professor|veteran|passenger|shopper|patient|passer-by)"
)
_BEHIND = (
    r"(?: (?:familiar|close|briefed|involved|with|in|at|for|from|of|on|to|who|along|across|near|inside|outside|under)\b"
    r"[^,;:“”\"]{0,70})?"
)
_QUANTIFIER = r"(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Mm]any|[Oo]ther|[Tt]he|[Tt]hose|[Mm]ost)"
_NOT_INSIDE = r"(?:is|are|was|were|be|been|has|had|have|who|that|which|and|said|says|say|told|according|to|by)\s"
_INSIDE = rf"(?:(?!{_NOT_INSIDE})[\w.'’-]+\s){{0,4}}?"
_UNNAMED = rf"(?:{_QUANTIFIER}\s)?{_INSIDE}(?i:{_HEADS})\b{_BEHIND}"
_SOMEBODY = rf"(?:[Aa]n?|[Oo]ne|[Aa]nother)\s{_INSIDE}(?i:{_ONE_OF})\b{_BEHIND}"
# An office and its holder: "the mayor of Leeds, Ada Holm,".
_OFFICE = r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?: [\w'’-]{1,25}){1,7}, "
_APPOSITION = r"(?:(?:, [^,;“”\"]{2,120}){1,2},)?"
_ADVERBS = (
    r"(?:,? who(?= )| (?:also|has|have|had|later|then|only|earlier|again|once|first|now|still|just|already|did|would|"
    r"not|never|himself|herself|themselves|itself|\w{3,15}ly|went on to|goes on to|(?:was|is) quick to))*"
)
_BEFORE = (
    ("named", re.compile(rf"{_OFFICE}({_NAME}),{_ADVERBS}\s$")),
    ("unnamed", re.compile(rf"(?:^|[\s“\"(—–-])({_SOMEBODY}){_APPOSITION}{_ADVERBS}\s$")),
    ("unnamed", re.compile(rf"(?:^|[\s“\"(—–-])({_UNNAMED}){_APPOSITION}{_ADVERBS}\s$")),
    ("named", re.compile(rf"(?:^|[\s“\"(—–-])({_NAME}){_APPOSITION}{_ADVERBS}\s$")),
)
_AFTER = (
    ("named", re.compile(rf"^\s{_OFFICE}({_NAME})(?=[,.;:—–]|$|\s)")),
    ("unnamed", re.compile(rf"^\s({_SOMEBODY})(?=[,.;:—–]|$|\s(?:who|in|at|on|of|for|from|with|as|when))")),
    ("unnamed", re.compile(rf"^\s({_UNNAMED})(?=[,.;:—–]|$|\s(?:who|in|at|on|of|for|from|with|as|when))")),
    ("named", re.compile(rf"^\s({_NAME})")),
)
_PRONOUNS = frozenset(
    "He She They It We I You That This These Those There And But The If In So Who What As Yet Nobody Everybody One "
    "Then Now Here Not Which When While".split()
)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)
_LEAD = re.compile(
    r"^(?:(?i:but|and|yet|that|the|when|which|while|as|if|because|what|after|before|since|though|although|then|still|by|"
    r"for)\s)+"
)
_ADDRESSED = (
    "tell",
    "told",
    "inform",
    "remind",
    "warn",
    "urg",
    "call",
    "describ",
    "cit",
)  # a name behind is no speaker
_OBJECT = re.compile(r"\b(?:to|of|by|with|for|from|against|about|than|at)$")
_TRAIL = re.compile(r"(?:[ ,.]|\s(?:of|for|and|the|at|in|to|with|from|on|who|that))+$")
_HEAD = rf"(?i)\b(?:{_HEADS}|{_ONE_OF})\b"
# Who did not speak is no source.
_SILENT = re.compile(r"(?:n['’]t|\bnot|\bnever|\bnor)(?: \w+ly)? $")
_SPOKE = ("say", "respond", "comment", "answer", "reply", "tell", "explain", "disclose", "reveal")
_REFUSED = re.compile(r"^(?:decline|refuse)|^respond\w* to (?:a |an |any |several |repeated )?request")
_REFLEXIVE = re.compile(r"^ \w+sel(?:f|ves)\b")
# Verbs of speech only where the sentence quotes somebody: "Ruiz continued", "wrote", "shot back".
_BY_QUOTATION = (
    "continues continued concludes concluded writes wrote writing posted joked retorts retorted remarked adds added "
    "adding claimed exclaimed shouted declares declared began stated asks asked"
).split()
_REACH = 160  # characters beside the verb
_LINE = 90  # characters of a speaker's phrase that evidence shows


def _metric(name: str, title: str) -> Metric:
    return Metric(
        name,
        unit="per 1,000 words",
        weight="words",
        higher="more attributions to such sources",
        source="attribution by speech verb and position; written for framing, after Bell (1991) on sources in news",
        kind="rate",
        title=title,
    )


@analyser(_metric("sources_named", "Named sources"), _metric("sources_unnamed", "Unnamed sources"))
def sources(corpus: Corpus) -> Findings:
    """Attributions to named and to unnamed sources per 1,000 words of the body.

    An attribution is a speech verb (or *according to*) in the outlet's own words with a speaker beside it:
    a name, or a description such as *two people familiar with the matter*. Pronouns are not counted.
    Evidence is the speaker's phrase, its label the speaker. Null for an article without words.
    """
    found = pl.DataFrame(
        _attributions(_verbs(corpus)),
        schema={
            "article": pl.String,
            "start": pl.Int64,
            "end": pl.Int64,
            "label": pl.String,
            "kind": pl.String,
            "rule": pl.String,
        },
        orient="row",
    ).unique(["article", "start"], keep="first", maintain_order=True)
    words = pl.col("words")
    values = (
        corpus.articles.select("article", "words")
        .join(found.group_by("article").agg(
            named=(pl.col("kind") == "named").sum(), unnamed=(pl.col("kind") == "unnamed").sum()
        ), on="article", how="left")
        .select(
            "article",
            *(
                (1000 * pl.col(kind).fill_null(0) / pl.when(words > 0).then(words)).alias(f"sources_{kind}")
                for kind in ("named", "unnamed")
            ),
        )
    )  # fmt: skip
    evidence = found.select(
        "article", "start", "end", "label", "rule", metric="sources_" + pl.col("kind"), value=pl.lit(1.0)
    )
    return Findings(values, evidence)


def _verbs(corpus: Corpus) -> pl.DataFrame:
    """Speech verbs outside quotations: article, start, end, and the texts before, verb and behind, of its sentence.

    head_before, head_behind: whether a word for somebody unnamed stands there, asked of all at once.
    """
    text = corpus.annotation
    words, place = text.words, corpus.once(words_of).frame["token"]
    own = (words["part"] == BODY) & ~words["quoted"] & words["is_word"]
    listed = find(corpus, bundled("reporting_verbs"))
    quoting = np.zeros(text.sentences.height, dtype=bool)
    quoting[words.filter("quoted", "is_word")["sentence"].to_numpy()] = True
    speaks = text.forms["text"].is_in(_BY_QUOTATION).gather(words["form"])
    beside = (own & speaks & pl.Series(quoting).gather(words["sentence"])).arg_true()
    places = [(place.gather(listed["at"]), place.gather(listed["to"])), (beside, beside)]
    verbs = pl.concat([pl.DataFrame({"first": first, "last": last}) for first, last in places])
    verbs = verbs.unique("first", keep="first").sort("first").filter(pl.lit(own).gather(pl.col("first")))
    around = text.around(verbs["first"], verbs["last"], _REACH)
    return around.with_columns(folded(pl.col("before", "passage", "behind"))).with_columns(
        head_before=pl.col("before").str.contains(_HEAD), head_behind=pl.col("behind").str.contains(_HEAD)
    )


def _attributions(verbs: pl.DataFrame) -> Iterator[tuple[str, int, int, str, str, str]]:
    """The speaker beside each verb, before it or behind it, if there is one."""
    columns = verbs.select("article", "start", "end", "before", "passage", "behind", "head_before", "head_behind")
    for article, at, to, left, verb, right, head_left, head_right in columns.iter_rows():
        silent = _SILENT.search(left) and verb.lower().startswith(_SPOKE)
        if silent or _REFUSED.match((verb + right[:40]).lower()) or _REFLEXIVE.match(right):
            continue  # "did not say", "declined to comment", "who describes herself as"
        if left and verb[0].isupper() and left[-1:] == " " and left.rstrip()[-1:].isalnum():
            continue  # a name: "Port Said"
        before, after = (_BEFORE, left, at - len(left), head_left), (_AFTER, right, to, head_right)
        # The speaker follows the verb behind a quotation, a comma, or at the start of the sentence.
        inverted = re.search(r"(?:[”\"'’,�]|^)\s*$", left) and not verb.lower().startswith(_ADDRESSED)
        sides = [after] if verb.lower().startswith("according") else [after, before] if inverted else [before]
        for patterns, text, offset, head in sides:
            found = next(
                (
                    (kind, match)
                    for kind, pattern in patterns
                    if (kind == "named" or head) and (match := pattern.search(text))
                ),
                None,
            )
            if found is None:
                continue
            kind, match = found
            lead = len(match[1]) - len(_LEAD.sub("", match[1]))
            phrase = _TRAIL.sub("", match[1][lead : lead + _LINE])
            if not phrase or _is_no_speaker(kind, phrase, match, text, verb):
                continue
            start = offset + match.start(1) + lead
            yield article, start, start + len(phrase), phrase, kind, verb
            break


def _is_no_speaker(kind: str, phrase: str, match: re.Match[str], text: str, verb: str) -> bool:
    """Pronouns, days, and those that somebody else speaks to (*wrote to X and said*, *a letter to X warning*)."""
    first = phrase.split()[0].rstrip(",.")
    if kind == "named" and (first in _PRONOUNS | _DAYS or not phrase[0].isupper()):
        return True
    coordinated = match[0].rstrip().endswith((" and", " or"))
    addressed = verb.lower().endswith("ing") and _OBJECT.search(text[: match.start(1)].rstrip()) is not None
    return kind == "named" and (coordinated or addressed)
