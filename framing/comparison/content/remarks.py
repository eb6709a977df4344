"""What a text says of its own reporting: who was asked and did not answer, what was not checked, whose interest it is.

Set phrases of newswriting, in the text's own words and outside quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from framing.comparison.content.sourcing import medium_of
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.text.typography import CAPITALS

# a remark of a text on its own reporting
REMARKS: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "kind": pl.String,  # unanswered, unchecked, papers, interest
    "start": pl.UInt32,  # of the clause that is shown; of an answer that begins with a pronoun the sentence before
    "end": pl.UInt32,
    "text": pl.String,
}
_COMMENT = r"(?:comments?|queries|questions|messages|inquiries|enquiries|calls|e-?mails?|requests?)"
# who is asked for a comment; of others, that they "declined to say" something is told of a hearing, too
_DESK = r"\b(?:spokes\w+|offices?|aides?|representatives?|lawyers?|attorneys?|compan(?:y|ies)|firms?|officials?)\b"
_NOT = r"(?:did not|didn['’]t|has not|have not|had not|could not|not)"
# Before *could not be reached*: nobody who was asked.
_NOBODY = "".join(
    rf"(?<!{thing} )"
    for thing in "agreement deal compromise consensus settlement decision conclusion accord verdict target goal".split()
)
PATTERNS = {
    "unanswered": re.compile(
        rf"\b(?:{_NOT} (?:immediately |yet |be )*(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|"
        rf"(?:immediately )?(?:be )?reached|available)\b[^.;“”\"]{{0,60}}?\b{_COMMENT}\b|"
        r"(?:declined|refused)(?: (?:a|several|repeated) requests?)? (?:to comment|comment|to be interviewed|"
        rf"an interview|to answer(?: \w+){{0,3}} {_COMMENT})\b|(?:was|were) (?:un|not )available for comment\b|"
        rf"{_DESK}[^.;“”\"]{{0,40}}\b(?:(?:declined|refused) to|would not|wouldn['’]t) (?:say|elaborate)\b|"
        r"\b(?:would not|wouldn['’]t) comment\b|"
        rf"{_NOBODY}"
        r"could not (?:immediately )?be reached\b(?=[^\w]*(?:$|on \w+day|late|yesterday|last night|before|by \w+day)))",
    ),
    "unchecked": re.compile(
        r"\b(?:(?:could|can|cannot|has|have|had) ?(?:not )?(?:yet )?(?:be|been) (?:independently |immediately )?"
        r"(?:verified|confirmed|corroborated)(?: independently)?|"
        r"(?:could not|couldn['’]t|(?:was|were) (?:un|not )able to|did not) (?:independently |immediately )?"
        r"(?:verify|confirm|corroborate)\b|"
        r"without (?:giving|offering|providing|citing|presenting|producing|showing|any|a shred of)?(?: any)? ?"
        r"(?:evidence|proof)|"
        r"(?:gave|offered|provided|cited|presented|produced|showed|[Tt]here is|[Tt]here was) no (?:evidence|proof)\b)"
    ),
    "papers": re.compile(
        r"\b(?:leaked to|seen by|obtained by|reviewed by|shown to|shared with|told) "
        r"(?:this (?:news)?paper|this magazine|our (?:news)?paper|our reporters?)\b"
    ),
    "interest": re.compile(
        r"\b(?:(?:receiv|accept)ed (?:\w+ ){0,2}(?:fees?|funding|payments?|grants?|honorari\w+) from|"
        r"(?:is|are|was|were|been) (?:partly |part-|largely )?(?:funded|financed|sponsored) by|"
        r"has (?:\w+ )?financial (?:ties|links) to|(?:holds|owns) (?:shares|a stake) in)\b|"
        rf"\b(?:which|who) (?:advises?|(?:has|have) advised) (?:the )?[{CAPITALS}]"  # a party, and not its trade
    ),
}  # fmt: skip
# Words of a text that may be such a remark in other words: nothing is then said of its lack.
DOUBT = {
    "unanswered": re.compile(
        r"(?i)\b(?:comment(?:s|ed)?|be reached|reached for|unavailable|unanswered|approached|contacted|respond(?:ed)?|"
        r"reporters? called|(?:not|no) (?:answer|repl|respon)\w*|would(?: not|n['’]t)|declin\w+|refus\w+|silent|"
        r"silence)\b"
    ),
    "unchecked": re.compile(
        r"(?i)\b(?:(?:un)?verif\w+|(?:un)?confirm\w*|corroborat\w+|independent\w*|evidence|proof|prove[nds]?|"
        r"unproven|unsubstantiated|unclear|not known)\b"
    ),
    "interest": re.compile(
        r"(?i)\b(?:advis\w+|consult\w+|fund(?:ed|s|ing)|financed|sponsor\w*|fees?|donat\w+|shareholder\w*|stake|"
        r"shares|own(?:s|ed|er)|lobby\w*|paid|relat(?:ed|ive)|brother|sister|cousin|nephew|husband|wife|son|daughter|"
        r"brother-in-law|sister-in-law|ties|links)\b"
    ),
}  # fmt: skip
# Whose money it may be nobody knows, or no source's: "it is not clear if the hackers are sponsored by Norland".
_NO_INTEREST = re.compile(
    r"(?i)\b(?:not|if|whether|unclear|may|might|could|alleg\w+|suspect\w+|accus\w+|believ\w+|hack\w+|attack\w*|"
    r"militants?|rebels?|terror\w*)\b|n['’]t\b"
)
_SEEN = re.compile(
    rf"\b(?:(?:seen|obtained|reviewed) by|told|statement to) (?:the )?([{CAPITALS}][\w’'-]{{2,}}(?: [{CAPITALS}]\w+)*)"
)
_NEGATED = re.compile(r"\b(?:could|can|has|have|had)(?: be| been)|\b(?:has|have|had) been\b")
_NONE = re.compile(r"\b(?:[Nn]either|[Nn]one|[Nn]othing|[Nn]o)\b")
_COMMENTED = re.compile(r"\bcomment")
_HEARING = re.compile(r"\b(?:grand jury|jurors|under oath|hearings?|testi\w+|committee|panel|trial|senators)\b")
_PRONOUN = re.compile(r"(?:It|He|She|They|Its|His|Her|Their|Neither|Both)\b")
_CONCEDED = re.compile(r"(?:While|Although|Though)\b")
_THERE = re.compile(r"[Tt]here (?:is|was) ")
_MAIN = re.compile(r"(?:^|[,;:–—] ?)(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Tt]hough|[Aa]lthough|[Hh]owever,?|[Ss]till,?) )?$")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys|ying)|told|argu\w+|insist\w*|claim\w*|according|believ\w+|conced\w+|conclud\w+|wr(?:ote|ites)|"
    r"concern\w*|add(?:s|ed)|contend\w*|not(?:ed|es))\b"
)
_OWN_AGAIN = re.compile(r"(?:, |\b)(?:but|and|yet|though|although|while|however)\b[^,;]*$")
_TOLD_BEHIND = re.compile(rf"^[^.;]{{0,80}}?,[”\"’']? (?:[\w.’'-]+ ){{0,6}}?{_SAID.pattern}")
_RELATIVE = re.compile(r"\W*(?:who|which)\b")
_TOLD = re.compile(r"\btold\b")
_WHAT = re.compile(
    r"\W*$|[,:;]| (?:that|about|of|how|why|it|its|he|she|they|the|his|her|their|there|in|on|at|by|a|an)\b"
)
_LONG = 20  # words of a sentence that is shown whole
_LOOSE = re.compile(r"(?: (?:and|or|but|that|which|who|of|to|the|a|an|in|on|for|with))+$")
_VERB_FIRST = re.compile(r"\W*(?:was|were|is|are|has|have|had|will|would)\b")
_PART = re.compile(r"[,;:–—] |\b(?:and|but|while|although|which|who|saying) ")


def remarks(corpus: Corpus) -> pl.DataFrame:
    """`REMARKS`: the remarks of each kind in a body, one a sentence, with the clause that it stands in.

    unanswered: somebody *did not respond to a request for comment*, *declined to comment*. unchecked: something *could
    not be verified*, is said *without evidence*; not where somebody says so (*Holm said Norland had offered no proof*).
    interest: somebody who is cited *has received fees from*, *is funded
    by* or *advises* a party, or owns the outlet; not where that is in doubt (*if*, *alleged*) or of attackers.
    papers: what was *seen by*, told or *leaked to* the outlet itself.
    """
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    before = pl.col("start").shift(1).over("article")
    rows = [
        row
        for sentence in corpus.sentences.filter(part="body").with_columns(before=before).iter_rows(named=True)
        for row in _read(sentence, outlets[sentence["article"]])
    ]
    found = pl.DataFrame(rows, schema=["article", "kind", "at", "start", "end"], orient="row").cast(
        {"article": pl.String, "kind": pl.String, "at": pl.UInt32, "start": pl.UInt32, "end": pl.UInt32}
    )
    quoted = corpus.tokens.filter("quoted").select("article", at=pl.col("start").cast(pl.UInt32))
    texts = corpus.articles.select("article", "outlet", whole="text")
    return (
        found.join(quoted, on=["article", "at"], how="anti", maintain_order="left")
        .unique(["article", "kind", "start"], keep="first", maintain_order=True)
        .join(texts, on="article", maintain_order="left")
        .with_columns(text=pl.col("whole").str.slice("start", pl.col("end") - pl.col("start")))
        .select(*REMARKS)
    )


def _read(sentence: dict[str, object], outlet: str) -> Iterator[tuple[str, str, int, int, int]]:
    text, base = str(sentence["text"]), int(str(sentence["start"]))
    for kind, pattern in PATTERNS.items():
        match = pattern.search(text)
        if kind == "papers" and match is None:
            own = (one for one in _SEEN.finditer(text) if _is_own(one[1], outlet))
            match = next(own, None)
        if match is None or (
            kind == "unchecked" and _NEGATED.match(match[0]) and not _NONE.search(text[: match.start()])
        ):
            continue
        if kind == "unanswered" and not _COMMENTED.search(match[0]) and _HEARING.search(text):
            continue  # questions of a court
        if kind == "unanswered" and _CONCEDED.match(text) and _SAID.search(text, match.end()):
            continue  # "While Ada Holm declined to comment on the bid, she said ..."
        if kind == "interest" and _NO_INTEREST.search(text[: match.start()]):
            continue
        if kind == "unchecked" and not match[0].startswith("without") and _is_told(text, match):
            continue
        if _THERE.match(match[0]) and not (_MAIN.search(text[: match.start()]) and not _SAID.search(text)):
            continue  # somebody else's view: "he insisted that there was no evidence"
        start, end = _clause(text, match)
        if kind == "papers" and _TOLD.search(match[0]) and not _WHAT.match(text, match.end()):
            end = match.end()  # "what agents told the Post amounted to a flag"
        begins = base + start
        if kind == "unanswered" and sentence["before"] is not None and start == 0 and _PRONOUN.match(text):
            begins = int(str(sentence["before"]))  # "It did not respond": who, the sentence before tells
        yield str(sentence["article"]), kind, base + match.start(), begins, base + end


def _is_own(name: str, outlet: str) -> bool:
    medium = medium_of(outlet)
    return re.search(rf"(?i)\b{re.escape(name)}\b", outlet) is not None or (
        medium is not None and medium == medium_of(name)
    )


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether it is somebody's word: *Holm said Norland had offered no proof*, *it offered no proof, Holm said*; not
    *Holm said it was so but offered no proof*."""
    before = text[: match.start()]
    said = next(reversed(list(_SAID.finditer(before))), None)
    if said and (match[0].startswith("had") or before.endswith("had ") or not _OWN_AGAIN.search(before, said.end())):
        return True
    return _TOLD_BEHIND.match(text[match.end() :]) is not None


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The sentence, if it is short and without a quotation; else its clause from the last break before the match."""
    end = len(text.rstrip(" .\n"))
    if len(text.split()) <= _LONG and not re.search(r"[“”\"„«»]", text):
        return 0, end
    breaks = [part.end() for part in _PART.finditer(text, 0, match.start()) if part.end() <= match.start() - 4]
    marks = [at + 1 for at, sign in enumerate(text[: match.start()]) if sign in '“”"„«»']
    if text[: match.start()].endswith(", "):
        breaks = []  # "a spokesman for Ada Holm, the mayor, did not respond": who comes before
    start = max([*breaks[-1:], *marks[-1:], 0])
    after = re.search(r"[,;“”\"„«»]", text[match.end() :])
    end = match.end() + after.start() if after else end
    if _VERB_FIRST.match(text[start:]) and not marks:
        start = 0  # ", which were filed and obtained by the Post"
    if _RELATIVE.match(text, start):
        start = 0  # "Ada Holm, who did not respond"
    while start < end and not text[start].isalnum():
        start += 1
    shown = text[:end].rstrip(" .\n")
    return start, len(_LOOSE.sub("", shown))
