"""What is in a corpus, and how much was taken out of each page."""

from __future__ import annotations

from difflib import SequenceMatcher

import polars as pl

from framing.corpus.cleaning.characters import tidy
from framing.corpus.corpus import Corpus
from framing.errors import UnknownNameError, one_line
from framing.text.annotate import BODY
from framing.text.blocks import unmarked
from framing.text.quotations import TOLD


def check(corpus: Corpus) -> pl.DataFrame:
    """One row for each article: article, outlet, published, agency, words, quoted (% of the words of the body, by
    what they are told: marks, mark-up, the line before, a turn of an interview), removed (%, of the characters read,
    by kind), flags."""
    body = pl.col("text").str.len_chars() - pl.col("body_start")
    taken = corpus.removed.group_by("article", "kind").agg(size=pl.col("text").str.len_chars().sum())
    sizes = corpus.articles.select("article", body=body)
    total = taken.group_by("article").agg(all=pl.col("size").sum())
    shares = (
        taken.join(sizes, on="article")
        .join(total, on="article")
        .with_columns(share=100 * pl.col("size") / (pl.col("body") + pl.col("all")))
        .sort("article", "share", "kind", descending=[False, True, False])
        .group_by("article", maintain_order=True)
        .agg(removed=pl.format("{} {}%", "kind", pl.col("share").round(1)).str.join(", "))
    )
    with_shares = corpus.articles.join(shares, on="article", how="left", maintain_order="left")
    return with_shares.join(_voices(corpus), on="article", how="left", maintain_order="left").select(
        "article", "outlet", "published", "agency", "words", "quoted", "removed", flags=pl.col("flags").list.join(" ")
    )


def _voices(corpus: Corpus) -> pl.DataFrame:
    """article, quoted: how much of the body is told to be quoted, and by what."""
    words = pl.concat(batch.annotation.words.select(
        "told", "is_word", "part", article=batch.articles["article"].gather(batch.annotation.words["row"])
    ) for batch in corpus.batches())  # fmt: skip
    return (
        words.filter("is_word", part=BODY)
        .group_by("article", "told")
        .agg(words=pl.len())
        .with_columns(share=(100 * pl.col("words") / pl.col("words").sum().over("article")).round(1))
        .filter(pl.col("told") > 0)
        .sort("article", "told")
        .group_by("article", maintain_order=True)
        .agg(quoted=pl.format("{} {}%", pl.lit(pl.Series(TOLD)).gather(pl.col("told")), "share").str.join(", "))
    )


def raw_against_clean(corpus: Corpus, article: str, raw: str) -> str:
    """An article as it was read against what was kept, paragraph by paragraph.

    What was kept as it was begins with two blanks; what was taken out with a minus sign, its kind and rule; a
    paragraph that was changed stands twice, with a minus and a plus sign.
    """
    if article not in corpus.articles["article"]:
        raise UnknownNameError("article", article, corpus.articles["article"])
    row = corpus.articles.row(by_predicate=pl.col("article") == article, named=True)
    lines = [article, *(f"{name}: {_shown(row[name])}" for name in _ABOUT if row[name] not in (None, [])), ""]
    rules: dict[str, list[str]] = {}
    for kind, rule, text in corpus.removed.filter(article=article).select("kind", "rule", "text").iter_rows():
        rules.setdefault(_one(text), []).append(f"[{kind}: {rule}]")
    before = [_one(unmarked(line)[0]) for line in tidy(raw).split("\n") if line.strip()]
    after = [_one(paragraph) for paragraph in row["text"][row["body_start"] :].split("\n\n")]
    for what, low, high, low_new, high_new in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            lines += [f"  {text}" for text in before[low:high]]
            continue
        changed = after[low_new:high_new]
        for text in before[low:high]:
            if whole := rules.get(text):
                lines.append(f"- {whole.pop(0) if len(whole) > 1 else whole[0]} {text}")
                continue
            lines.append(f"- {text}")
            lines += [f"    {' '.join(marks)} {part}" for part, marks in rules.items() if part in text]
            lines += [f"+ {changed.pop(0)}"] if changed else []
        lines += [f"+ {text}" for text in changed]
    return "\n".join(lines)


_ABOUT = (
    "source_file",
    "outlet",
    "headline",
    "published",
    "byline",
    "dateline",
    "agency",
    "genre",
    "language",
    "flags",
)


def _shown(value: object) -> str:
    return " ".join(map(one_line, value)) if isinstance(value, list) else one_line(value, 500)


def _one(text: str) -> str:
    return " ".join(text.split())
