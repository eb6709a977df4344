"""The frames that pass between the stages: their columns, types and meaning.

`conform` is called where a frame crosses a stage, and nowhere else. A column that may be null is
named in the schema's comment with a question mark. Offsets count characters, half-open, into
`articles.text`; keys are readable strings.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from framing.errors import SchemaError, one_line

Schema = Mapping[str, pl.DataType | type[pl.DataType]]

# One row: an article.
ARTICLES: Schema = {
    "article": pl.String,  # outlet slug / file stem
    "outlet": pl.String,
    "headline": pl.String,  # ?
    "published": pl.Date,  # ?
    "byline": pl.String,  # ?
    "dateline": pl.String,  # ? the place, as printed
    "agency": pl.String,  # ? the wire that the text credits
    "url": pl.String,  # ?
    "language": pl.String,  # ISO 639-1
    "genre": pl.String,  # ? news, opinion, editorial, live, qa (an interview or explainer), transcript
    "text": pl.String,  # headline, blank line, body: the one text that all offsets index
    "body_start": pl.UInt32,  # where the body begins in text
    "words": pl.UInt32,  # in the body
    "own_words": pl.UInt32,  # words of the whole text, headline included, that stand outside quotations
    "sentences": pl.UInt32,  # in the body
    "quoted_paragraphs": pl.List(pl.UInt32),  # ? of text, counted from 0: those that mark-up quotes
    "flags": pl.List(pl.String),  # stub, truncated, lost_characters, not_english, ...
    "source_file": pl.String,
    "sha256": pl.String,  # of the bytes that were read
}
# One row: a sentence of an article.
SENTENCES: Schema = {
    "article": pl.String,
    "sentence": pl.UInt32,  # counts from 0 in its article
    "part": pl.String,  # headline, body; label: the name of who speaks, before a turn or below a post
    "paragraph": pl.UInt32,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "words": pl.UInt32,
    "own_words": pl.UInt32,
}
# One row: a token: a word, a number or a mark.
TOKENS: Schema = {
    "article": pl.String,
    "sentence": pl.UInt32,
    "token": pl.UInt32,  # counts from 0 in its article
    "part": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "lower": pl.String,  # small letters, straight apostrophes
    "is_word": pl.Boolean,
    "quoted": pl.Boolean,
}
# One row: a passage that the loader took out of an article.
REMOVED: Schema = {
    "article": pl.String,
    "kind": pl.String,  # breadcrumb, caption, dateline, byline, share, credit, notice, related, repeat, ...
    "rule": pl.String,
    "text": pl.String,
}
# One row: what was wrong with a file, or had to be doubted.
PROBLEMS: Schema = {
    "file": pl.String,
    "line": pl.UInt32,  # ?
    "severity": pl.String,  # error, warning, note
    "problem": pl.String,
    "advice": pl.String,
}
# One row: a measure of an article.
METRICS: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "metric": pl.String,
    "value": pl.Float64,  # ?
    "weight": pl.Float64,  # the denominator: words, own words, sentences, mentions, ...
}
# One row: a passage behind a measure of an article.
EVIDENCE: Schema = {
    "article": pl.String,
    "outlet": pl.String,
    "metric": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
    "label": pl.String,  # ? category, actor, speaker
    "rule": pl.String,  # ? the entry or rule that made the hit
    "value": pl.Float64,  # what it counts in a rate or share; a sentence's own value for means
    "quoted": pl.Boolean,
}
# One row: a measure of an outlet, with its interval.
OUTLETS: Schema = {
    "metric": pl.String,
    "outlet": pl.String,
    "value": pl.Float64,  # ?
    "low": pl.Float64,  # ?
    "high": pl.Float64,  # ?
    "basis": pl.String,  # articles, sentences, none
    "articles": pl.UInt32,  # with a value
    "n": pl.UInt32,  # independent stories among them: copies of one text count once
}
# One row: a measure of an outlet against all others, or against one other.
CONTRASTS: Schema = {
    "metric": pl.String,
    "outlet": pl.String,
    "other": pl.String,  # "all others", or the other outlet of a pair
    "value": pl.Float64,  # ?
    "other_value": pl.Float64,  # ?
    "difference": pl.Float64,  # ? value - other_value
    "effect": pl.Float64,  # ? ratio of the values for rates, difference otherwise
    "low": pl.Float64,  # ? of the effect
    "high": pl.Float64,  # ? of the effect; null too where a ratio has no upper bound
    "cliffs_delta": pl.Float64,  # ? -1..1, over stories
    "p": pl.Float64,  # ?
    "p_floor": pl.Float64,  # ? the least p that so many stories can reach
    "q": pl.Float64,  # ? corrected: see `differences.py`; of pairs and of explored measures Benjamini-Hochberg
    "permutations": pl.UInt32,  # arrangements looked at; 0 where there are so many stories that their moments serve
    "exact": pl.Boolean,  # all that there are
    "n": pl.UInt32,  # stories of the outlet that have a value
    "other_n": pl.UInt32,
    "basis": pl.String,  # articles; sentences (a side has one story: no test); none
}
# One row: an article, with the family of texts that it belongs to.
STORIES: Schema = {
    "article": pl.String,  # key
    "outlet": pl.String,  # that printed it
    "story": pl.String,  # the article that stands for the family: one text, its copies, edits and takes
    "copy_of": pl.String,  # ? the article whose text this one prints
    "role": pl.String,  # own, source, copy, edited copy, version (another take), agency text, shared text
    "origin": pl.String,  # ? whose text it is: an agency or an outlet, in the corpus or not; null where nobody knows
    "basis": pl.String,  # ? agency (its own version is here), credit (it is not), notice, told
    "containment": pl.Float64,  # ? of the shorter of this text and its source in the longer
}
# One row: a pair of articles that share text.
REUSE: Schema = {
    "a": pl.String,  # key of one article
    "b": pl.String,  # key of the other
    "containment": pl.Float64,  # of the shorter text's 5-word shingles in the longer's
    "jaccard": pl.Float64,
    "shared": pl.UInt32,  # shingles
    "band": pl.String,  # copy, edited copy, related version, independent
}


def empty(schema: Schema) -> pl.DataFrame:
    """A frame of that schema without rows."""
    return pl.DataFrame(schema=dict(schema))


def conform(frame: pl.DataFrame, schema: Schema, name: str) -> pl.DataFrame:
    """The frame with exactly the schema's columns, in its order and types.

    A missing column that the caller may leave out must be added before; values that a type cannot
    hold raise.
    """
    missing = [column for column in schema if column not in frame.columns]
    if missing:
        raise SchemaError(f"frame {name!r} lacks {', '.join(missing)}; it has {', '.join(frame.columns)}")
    try:
        return frame.select(pl.col(column).cast(dtype) for column, dtype in schema.items())
    except pl.exceptions.PolarsError as problem:
        raise SchemaError(f"frame {name!r} does not hold its declared types: {one_line(problem)}") from problem
