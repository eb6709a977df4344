"""What it is for: the aims that texts give to the matter of their headlines, each in the text's own words."""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.stems import stem
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# a phrase of aim: what the matter of the headlines is for
PURPOSES: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,  # from the word of aim to the end of the clause
    "quoted": pl.Boolean,  # begins inside a quotation
}
_CUE = re.compile(
    r"\b(?:aim(?:s|ed|ing)? (?:at|to)|(?:meant|designed|intended|supposed) to|in order to|so as to|"
    r"(?:seeks?|sought|seeking|hopes|hoping) to|(?:in an? |[\w'’�]+['’�]s )(?:attempt|effort|bid|drive) to|"
    r"with (?:the aim of|a view to)|for the purpose of|(?:aim|goal|purpose|objective|idea) (?:is|was) to|"
    r"to (?:target|punish|deprive|prevent|stop|force|pressure|starve|squeeze|curb))\b"
)
_ORDERED = re.compile(
    r"\b(?:order(?:ed|s|ing)?|told|tell(?:s|ing)?|asked|requir\w+|instruct\w+|urg(?:ed|es|ing)|has|have|had|need(?:s|ed)?|"
    r"months|weeks|days) (?:[\w’'-]+ ){0,8}$"
)
_END = re.compile(
    r"[,.;:–—]|�(?=\s|$)|\s(?:and said|while(?! \w+ing\b)|which|who|as|after|because|that is|is|was|are|"
    r"were|said|says)\s"
)
_LONGEST, _SHORTEST = 90, 12  # characters behind the cue
_AROUND = 160  # characters around the cue in which the matter is named
_MATTER = 2  # words of the core
_MOVE = 3  # words of a clause that names nothing: *..., a move intended to*


def purposes(corpus: Corpus, core: list[str], slots: pl.DataFrame) -> pl.DataFrame:
    """`PURPOSES`: phrases of aim beside which two words that most headlines share stand in the same sentence, and
    one in the same clause, if it has more than three words before them.

    core: those words (`about.ABOUT`). Empty without two of them. slots: `SLOTS`; another word of the texts for the same
    thing (a *ceiling* on the price beside a *cap*) counts as one of them.
    """
    same = slots.filter(pl.col("slot").is_in(slots.filter(pl.col("word").is_in(core))["slot"].to_list()))
    topic = {stem(word) for word in (*core, *same["word"].unique())}
    quoted = set(corpus.tokens.filter("quoted").select("article", "start").iter_rows())
    rows = []
    sentences = corpus.sentences.filter(part="body").join(corpus.articles.select("article", "outlet"), on="article")
    if len(topic) >= _MATTER:
        for article, outlet, base, text in sentences.select("article", "outlet", "start", "text").iter_rows():
            match = _CUE.search(text)
            if match is None:
                continue
            near = text[max(0, match.start() - _AROUND) : match.end() + _AROUND].lower()
            if len(topic & {stem(word) for word in re.findall(r"\w+", near)}) < _MATTER:
                continue
            if match[0].startswith("to ") and _ORDERED.search(text[: match.start()]):
                continue  # what somebody is told to do
            clause = re.split(r"[,;:–—]", text[: match.start()])[-1].lower().split()
            if len(clause) > _MOVE and topic.isdisjoint(stem(word.strip("“”\"'’()")) for word in clause):
                continue  # somebody's aim with something else
            rest = text[match.end() :]
            stop = _END.search(rest)
            length = min(stop.start() if stop else len(rest), _LONGEST)
            if length < len(rest) and not (stop and stop.start() == length):
                length = rest[:length].rfind(" ")
            if length >= _SHORTEST:
                start, end = base + match.start(), base + match.end() + length
                rows.append(
                    (
                        article,
                        outlet,
                        start,
                        end,
                        text[match.start() : match.end() + length],
                        (article, start) in quoted,
                    )
                )
    return pl.DataFrame(rows, schema=dict(PURPOSES), orient="row")
