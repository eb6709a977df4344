"""Which verb a text's first sentences give a speaker for one remark: *Norland says* here, *Norland claims* there.

`headlines` tells the verbs of headlines, `speech_verbs` those beside quoted remarks.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from framing.comparison.content.headline_verbs import KIND, LEMMA
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels
from framing.comparison.content.stems import stems
from framing.corpus.corpus import Corpus
from framing.schema import Schema

# One row: the first verb of doubt (claims, alleges) or of plain saying behind a speaker's name in a text's beginning.
OPENING_VERBS: Schema = {
    "speaker": pl.String,
    "article": pl.String,
    "outlet": pl.String,
    "verb": pl.String,  # as it stands: claimed
    "kind": pl.String,  # doubt, neutral
    "start": pl.UInt32,
    "end": pl.UInt32,
}
_OPENING = 3  # sentences of a body
_SHARED = 3  # words of content of what is said in two texts: the same remark
_OWNED = frozenset("responsibility victory credit lives life asylum benefits the a an at".split())  # behind "claimed"
_SAID = frozenset("say tell state announce declare".split())


def opening_verbs(corpus: Corpus, labels: Labels) -> pl.DataFrame:
    """`OPENING_VERBS`: of speakers to whom one report gives a verb of doubt and an independent one a plain one.

    Right behind the name, outside quotation marks, at most a comma between; not *claimed responsibility*. What is said
    (the words behind the verb, where it leads to three of content, else the sentence) shares three words of content
    with what the other kind of verb tells.
    """
    words = corpus.once(stems).filter(part="body")
    opens = words.group_by("article").agg(opens=pl.col("sentence").min())
    first = words.join(opens, on="article").filter(pl.col("sentence") < pl.col("opens") + _OPENING)
    first = first.sort("article", "start")
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "item", ends="end")
    taken = pl.col("lower").shift(-1).is_in(list(_OWNED)).fill_null(False)
    verbs = (
        first.with_columns(owned=taken & pl.col("lower").str.starts_with("claim"))
        .filter(pl.col("lower").is_in(list(LEMMA)), ~pl.col("quoted"), ~pl.col("owned"))
        .with_columns(lemma=pl.col("lower").replace_strict(LEMMA))
        .filter((pl.col("lemma").replace_strict(KIND) == "doubt") | pl.col("lemma").is_in(list(_SAID)))
        .filter(~pl.col("lower").str.ends_with("ing"), pl.col("lower") != pl.col("lemma"))
    )
    near = [
        verbs.join(named.with_columns(start=(pl.col("ends") + gap).cast(pl.UInt32)), on=["article", "start"])
        for gap in (1, 2)
    ]
    found = pl.concat(near).sort("article", "start").unique(["article", "item"], keep="first", maintain_order=True)
    content = {
        (article, sentence): list(zip(starts, some, strict=True))
        for article, sentence, starts, some in first.filter("content")
        .group_by("article", "sentence")
        .agg("start", "stem")
        .iter_rows()
    }
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows: list[tuple[object, ...]] = []
    for (item,), part in found.group_by("item", maintain_order=True):
        some = part.to_dicts()
        name = {word.lower() for word in str(item).split()}
        for row in some:
            row["kind"] = "neutral" if row["lemma"] in _SAID else "doubt"
            words_of = content[row["article"], row["sentence"]]
            behind = {word for start, word in words_of if start > row["start"]}
            row["matter"] = (behind if len(behind) >= _SHARED else {word for _, word in words_of}) - name
        rows += [
            (item, row["article"], outlets[row["article"]], row["text"], row["kind"], row["start"], row["end"])
            for row in some
            if any(_differs(row, other, labels) for other in some)
        ]
    return pl.DataFrame(rows, schema=dict(OPENING_VERBS), orient="row")


def _differs(one: dict[str, Any], other: dict[str, Any], labels: Labels) -> bool:
    apart = labels.groups[one["article"]] != labels.groups[other["article"]]
    return apart and one["kind"] != other["kind"] and len(one["matter"] & other["matter"]) >= _SHARED
