"""What an outlet added, cut and re-worded: each rewrite beside its source, sentence by sentence.

METHOD: the source is the agency's own text where the corpus has it, else the fullest version of those that most
outlets print. `framing.comparison.texts.align` pairs the sentences; here stand the pairs of articles, the words that
differ, and what the changes did to loaded terms, hedges, certainty and sources.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import polars as pl

from framing.comparison.texts.align import LONGEST, Step, align, changes
from framing.comparison.texts.plain_words import plain_words
from framing.comparison.texts.reuse import RELATED, with_agencies
from framing.comparison.texts.reuse import reuse as make_reuse
from framing.corpus.corpus import Corpus
from framing.errors import ComparisonError, UnknownNameError, one_line
from framing.measures.analyser import Analyser
from framing.schema import Schema, conform, empty
from framing.scoring.scores import Scores

LABELS = ("kept", "edited", "moved", "split", "merged", "reworded", "lacking", "added")
# One row: a sentence of a rewrite or of its source, and what became of it.
REWRITES: Schema = {
    "source": pl.String,  # article key
    "article": pl.String,  # the rewrite
    "outlet": pl.String,  # of the rewrite
    "step": pl.UInt32,  # counts from 0 in its rewrite, in the order of the source; a split sentence has several rows
    "source_sentence": pl.UInt32,  # ? as in `sentences`; null where added
    "sentence": pl.UInt32,  # ? null where lacking, or reworded within other sentences
    "label": pl.String,  # one of LABELS
    "out_of_order": pl.Boolean,  # stands earlier or later than in the source, whatever the label
    "similarity": pl.Float64,  # ? 0 to 1: weight of the words shared, over the mean weight of both
    "source_start": pl.UInt32,  # ? into the source's text
    "source_end": pl.UInt32,  # ?
    "start": pl.UInt32,  # ? into the rewrite's text
    "end": pl.UInt32,  # ?
    "source_text": pl.String,  # ?
    "text": pl.String,  # ?
    # Of the whole step, in its first row (empty in the others):
    "words_out": pl.List(pl.String),  # runs of words taken out
    "words_in": pl.List(pl.String),
    "spans_out": pl.List(pl.String),  # where they stand: start:end, into the source's text
    "spans_in": pl.List(pl.String),  # into the rewrite's
    "diff": pl.String,  # both in one: [-out-] {+in+}
    "loaded_in": pl.List(pl.String),  # what the change did to each measure, net
    "loaded_out": pl.List(pl.String),
    "hedges_in": pl.List(pl.String),
    "hedges_out": pl.List(pl.String),
    "boosters_in": pl.List(pl.String),
    "boosters_out": pl.List(pl.String),
    "named_in": pl.List(pl.String),  # named sources
    "named_out": pl.List(pl.String),
    "unnamed_in": pl.List(pl.String),
    "unnamed_out": pl.List(pl.String),
}
# Name of the columns -> metric, and what counts as the same hit: an entry of the list, a category, a speaker, any.
MEASURES = {
    "loaded": ("loaded", "rule"),
    "hedges": ("hedging", "label"),
    "boosters": ("boosting", "rule"),
    "named": ("sources_named", "label"),
    "unnamed": ("sources_unnamed", None),
}
REWRITTEN = 0.4  # of the shorter text's sentences found again, not counting quotations: a rewrite
FEWEST = 4  # such sentences at least
# Captions, credits and closing lines of agencies, which a cleaner may leave: nobody drops or adds these.
_NO_TEXT = (
    r"(?i)^\W*(?:(?:additional )?(?:reporting|writing|editing|compiled|translated) (?:and [a-z]+ )?by\b"
    r"|(?:file )?(?:photo|image|picture|photograph|video|caption|credit)s?(?: (?:by|courtesy|credit))?\s?[:/|]"
    r"|(?:photo|image|picture)s? (?:by|courtesy of)\b|story highlights\b|read more\b)"
    r"|(?:getty images|ap photo|reuters/[\w .]+|/(?:afp|ap|getty|reuters|epa)|via (?:ap|getty|reuters)|shutterstock"
    r"|file photo)\W*$"
)
_NEAR, _TRIED = 0.08, 3  # containment from which a text may be told anew; of so many texts
_AT_A_TIME = 400  # pairs of articles
Hit: TypeAlias = tuple[int, str, str]  # start, words, what it counts as


def rewrites(scores: Scores, reuse: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """`REWRITES`: every rewrite, reprint or other version of an outlet beside its source, sentence by sentence.

    reuse: `schema.REUSE`. told: `schema.STORIES`. An article is set beside the source of its family (see `sources_of`),
    or of a text of which it has two fifths of the shorter one's sentences (four at least, not quotations), reworded.
    Headlines are not aligned. Articles of more than 3,000 sentences are left out.
    """
    frames = []
    pairs = iter(sources_of(scores.corpus, reuse, told))
    while batch := list(islice(pairs, _AT_A_TIME)):
        frames.append(_aligned(scores, batch))
    return pl.concat(frames) if frames else empty(REWRITES)


def diff(scores: Scores, a: str, b: str) -> pl.DataFrame:
    """`REWRITES` of two articles by their keys: a the source, b what became of it.

    Raises UnknownNameError for an article that is not there, ComparisonError where an article has more than
    3,000 sentences.
    """
    articles = scores.corpus.articles
    for name in (a, b):
        if name not in articles["article"]:
            raise UnknownNameError("article", name, articles["article"])
        if articles.filter(article=name)["sentences"].item() > LONGEST:
            raise ComparisonError(f"{name} has more than {LONGEST:,} sentences: too many to be aligned; cut it")
    return _aligned(scores, [(a, b)])


def measures_of(analysers: Iterable[Analyser]) -> list[str]:
    """The metrics that tell what a change did, as far as these analysers have them."""
    wanted = {metric for metric, _ in MEASURES.values()}
    return [metric.name for item in analysers for metric in item.metrics if metric.name in wanted]


def pair(corpus: Corpus, a: str, b: str, reuse: pl.DataFrame | None = None) -> tuple[str, str]:
    """The keys of two articles that are named by key, by the last part of their key, or by outlet.

    Of outlets with several articles those two are taken that share most (`schema.REUSE`, made where it is not
    given). Raises UnknownNameError for a name that is not there, ComparisonError where several articles are meant
    that share nothing, or both are the same.
    """
    some, others = (corpus.keys_of(name) for name in (a, b))
    if some == others and len(some) == 1:
        raise ComparisonError(f"{one_line(a)} and {one_line(b)} are one article; name two")
    if len(some) == len(others) == 1:
        return some[0], others[0]
    near = (
        _both_ways(make_reuse(corpus) if reuse is None else reuse)
        .filter(pl.col("a").is_in(some), pl.col("b").is_in(others))
        .sort(["containment", "a", "b"], descending=[True, False, False])
    )
    if near.is_empty():
        several = some if len(some) > 1 else others
        shown = ", ".join(one_line(key) for key in several[:3])
        raise ComparisonError(f"{one_line(a)} and {one_line(b)} share no text; name articles by their keys: {shown}")
    return near["a"][0], near["b"][0]


def _both_ways(reuse: pl.DataFrame) -> pl.DataFrame:
    """Each pair twice, once from either side."""
    return pl.concat([reuse, reuse.rename({"a": "b", "b": "a"}).select(reuse.columns)])


def sources_of(corpus: Corpus, reuse: pl.DataFrame, told: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """Pairs of a source and a rewrite by another outlet; each article has at most one source.

    told: `schema.STORIES`. Of a family the source is the agency's own text, else the one that stands for the family.
    An article that is in no family has a source where it tells most of another's sentences anew: of those that share
    some words with it, are longer and no later, the agency's own is looked at first, then the nearest.
    """
    articles = corpus.articles.filter(pl.col("sentences").is_between(1, LONGEST))
    known = told.join(articles.select("article", "words"), on="article", how="semi")
    outlet = dict(known.select("article", "outlet").iter_rows())
    found: dict[str, str] = {}
    for article, story, copy_of in known.select("article", "story", "copy_of").iter_rows():
        source = copy_of or story
        if source in outlet and outlet[source] != outlet[article]:
            found[article] = source
    wire = with_agencies(corpus).select("article", "words", "own", "published")
    own = wire.filter("own")["article"].implode()
    alone = known.filter(pl.len().over("story") == 1, ~pl.col("article").is_in(own))["article"].implode()
    later = pl.col("published_b") > pl.col("published")  # of an agency's text there may have been an earlier version
    near = (
        _both_ways(reuse)
        .filter(pl.col("containment") >= _NEAR, pl.col("a").is_in(alone), pl.col("b").is_in(list(outlet)))
        .join(wire.drop("own"), left_on="a", right_on="article")
        .join(wire, left_on="b", right_on="article", suffix="_b")
        .filter(pl.col("own") | (pl.col("words_b") > pl.col("words")) & ~later.fill_null(False))
        .sort(["a", "own", "containment", "b"], descending=[False, True, True, False])
        .group_by("a", maintain_order=True)
        .head(_TRIED)
        .select("b", "a", "containment")
        .rows()
    )
    found |= {b: a for a, b, share in reversed(near) if share >= RELATED and outlet[a] != outlet[b]}
    doubtful = [(a, b) for a, b, share in near if b not in found and outlet[a] != outlet[b]]
    while doubtful:
        batch, doubtful = doubtful[:_AT_A_TIME], doubtful[_AT_A_TIME:]
        texts = _texts(corpus, batch)
        found |= {b: a for a, b in reversed(batch) if b not in found and _is_rewrite(texts[a], texts[b])}
    order = ["published", "outlet", "article"]
    yield from ((found[key], key) for key in articles.sort(order, nulls_last=True)["article"] if key in found)


@dataclass(frozen=True)
class _Text:
    """An article's text, and its body's sentences: number, start, end, half or more of it quoted; their words."""

    text: str
    spans: list[tuple[int, int, int, bool]]
    words: list[list[str]]
    places: list[list[tuple[int, int]]]


def _texts(corpus: Corpus, pairs: Iterable[tuple[str, str]]) -> dict[str, _Text]:
    part = corpus.select(sorted({article for pair in pairs for article in pair}))
    words = (
        plain_words(part)
        .group_by("article", "sentence", maintain_order=True)
        .agg("word", place=pl.concat_list("start", "end"))
    )
    sentences = (
        part.sentences.filter(~pl.col("text").str.contains(_NO_TEXT), part="body")
        .join(words, on=["article", "sentence"], maintain_order="left")  # a row of stars is no sentence
        .with_columns(quoted=2 * pl.col("own_words") < pl.col("words"))
    )
    found = {key: _Text(text, [], [], []) for key, text in part.articles.select("article", "text").iter_rows()}
    columns = ("article", "sentence", "start", "end", "quoted", "word", "place")
    for article, *span, word, place in sentences.select(columns).iter_rows():
        found[article].spans.append(tuple(span))
        found[article].words.append(word)
        found[article].places.append(place)
    return found


def _is_rewrite(source: _Text, rewrite: _Text) -> bool:
    steps = [step for step in align(source.words, rewrite.words) if step.source and step.target]
    again = {j for step in steps for j in step.target if not rewrite.spans[j][3]}
    shorter = min(len(source.words), len(rewrite.words))
    return len(again) >= max(FEWEST, REWRITTEN * shorter)


def _aligned(scores: Scores, pairs: Sequence[tuple[str, str]]) -> pl.DataFrame:
    corpus = scores.corpus
    texts = _texts(corpus, pairs)
    hits = hits_of(scores, texts)
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[dict[str, object]] = []
    for a, b in pairs:
        source, rewrite = texts[a], texts[b]
        for number, step in enumerate(align(source.words, rewrite.words)):
            about = {"source": a, "article": b, "outlet": outlets[b], "step": number, "label": step.label}
            about |= {"out_of_order": step.out_of_order, "similarity": step.similarity}
            said = _changes(source, rewrite, step) | effects(
                {name: _within(found, source, step.source) for name, found in hits[a].items()},
                {name: _within(found, rewrite, step.target) for name, found in hits[b].items()},
            )
            for i, j in _links(step):
                rows.append(about | _side(source, i, "source_") | _side(rewrite, j, "") | said)
                said = {key: [] for key in said} | {"diff": ""}
    return (
        conform(pl.DataFrame(rows, schema={name: REWRITES[name] for name in rows[0]}), REWRITES, "rewrites")
        if rows
        else empty(REWRITES)
    )


def _links(step: Step) -> list[tuple[int | None, int | None]]:
    """The pairs of sentences of a step; one side is null where it has none."""
    return [(i, j) for i in step.source or (None,) for j in step.target or (None,)]


def _side(text: _Text, at: int | None, prefix: str) -> dict[str, object]:
    if at is None:
        return dict.fromkeys((f"{prefix}sentence", f"{prefix}start", f"{prefix}end", f"{prefix}text"))
    sentence, start, end, _ = text.spans[at]
    return {
        f"{prefix}sentence": sentence, f"{prefix}start": start, f"{prefix}end": end,
        f"{prefix}text": text.text[start:end],
    }  # fmt: skip


def _changes(source: _Text, rewrite: _Text, step: Step) -> dict[str, object]:
    """The words taken out and brought in, apart and in one line."""
    one, was = _joined(source, step.source)
    two, now = _joined(rewrite, step.target)
    first = step.target or step.source
    line, at = "", (rewrite if step.target else source).spans[first[0]][1]
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    if not step.target or not step.source:  # the whole sentence, with its marks
        gone, come = _whole(source, step.source), _whole(rewrite, step.target)
        line = _marked(source.text, gone, "[-", "-]") + _marked(rewrite.text, come, "{+", "+}")
    else:
        for tag, a, b, c, d in changes(one, two):
            out, into = _span(was, a, b), _span(now, c, d)
            if tag == "equal":
                line, at = line + rewrite.text[at : into[1]], max(at, into[1])
                continue
            gone += [out] if a < b else []
            come += [into] if c < d else []
            removed, added = _marked(source.text, gone[-1:] if a < b else [], "[-", "-]"), ""
            if c < d:
                line, at = line + rewrite.text[at : into[0]], max(at, into[1])
                added = _marked(rewrite.text, [into], "{+", "+}")
            line += removed + added if c < d else f" {removed} " if c == 0 else f" {removed}"
        line += rewrite.text[at : rewrite.spans[step.target[-1]][2]]
    return {
        "words_out": [source.text[start:end] for start, end in gone],
        "words_in": [rewrite.text[start:end] for start, end in come],
        "spans_out": [f"{start}:{end}" for start, end in gone],
        "spans_in": [f"{start}:{end}" for start, end in come],
        "diff": " ".join(line.split()),
    }


def _span(places: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """From the first word to the one before the last."""
    return (places[first][0], places[last - 1][1]) if first < last else (0, 0)


def _whole(text: _Text, sentences: Sequence[int]) -> list[tuple[int, int]]:
    return [text.spans[at][1:3] for at in sentences]


def _marked(text: str, spans: Sequence[tuple[int, int]], before: str, after: str) -> str:
    return "".join(f"{before}{text[start:end]}{after}" for start, end in spans)


def _joined(text: _Text, sentences: Sequence[int]) -> tuple[list[str], list[tuple[int, int]]]:
    return [w for at in sentences for w in text.words[at]], [p for at in sentences for p in text.places[at]]


def hits_of(scores: Scores, articles: Iterable[str]) -> dict[str, dict[str, list[Hit]]]:
    """The evidence in the outlet's own words, by article and by name in MEASURES, in the order of the text."""
    names = {metric: (name, by) for name, (metric, by) in MEASURES.items()}
    found: dict[str, dict[str, list[Hit]]] = {article: {name: [] for name in MEASURES} for article in articles}
    rows = scores.evidence.filter(
        pl.col("metric").is_in(list(names)), pl.col("article").is_in(list(found)), ~pl.col("quoted")
    ).sort("article", "start")
    for row in rows.iter_rows(named=True):
        name, by = names[row["metric"]]
        found[row["article"]][name].append((row["start"], row["text"], str(row[by]).lower() if by else ""))
    return found


def _within(hits: Sequence[Hit], text: _Text, sentences: Sequence[int]) -> list[Hit]:
    spans = [text.spans[at] for at in sentences]
    return [hit for hit in hits if any(start <= hit[0] < end for _, start, end, _ in spans)]


def effects(before: Mapping[str, Sequence[Hit]], after: Mapping[str, Sequence[Hit]]) -> dict[str, object]:
    """What came in and what went out, by the names in MEASURES."""
    found: dict[str, object] = {}
    for name in MEASURES:
        more = _others if name == "named" else _more
        found[f"{name}_in"] = more(after[name], before[name])
        found[f"{name}_out"] = more(before[name], after[name])
    return found


def _others(mine: Sequence[Hit], others: Sequence[Hit]) -> list[str]:
    """Speakers of this side only, each once: *Vladimir Putin*, *President Putin* and *Putin of Russia* are one."""
    there = {_surname(key) for _, _, key in others}
    found = {_surname(key): words for _, words, key in reversed(mine) if key.split()}
    return [words for last, words in reversed(found.items()) if last not in there]


def _surname(speaker: str) -> str:
    """The last word of a name, before the body or place that somebody is of; of a speaker in small letters."""
    return next(iter(re.split(r" (?:of|from|at|for|with) ", speaker)[0].split()[-1:]), "")


def _more(mine: Sequence[Hit], others: Sequence[Hit]) -> list[str]:
    """The words of those hits that are more on this side, kind by kind; first those that the other side lacks."""
    groups: dict[str, list[str]] = defaultdict(list)
    for _, words, key in mine:
        groups[key].append(words)
    found = []
    for key, said in groups.items():
        there = Counter(other.lower() for _, other, same in others if same == key)
        surplus = len(said) - there.total()
        only: list[str] = []
        also: list[str] = []
        for one in said:
            (also if there[one.lower()] > 0 else only).append(one)
            there[one.lower()] -= 1
        found += [*only, *also][: max(0, surplus)]
    return found
