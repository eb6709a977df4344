"""BASIL: three outlets' articles of one event each, with the spans that coders call biased, and who says them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl

from framing.coding import agreement
from framing.coding.agreement import Floats, tables
from framing.comparison.content.items import mentions
from framing.comparison.content.voices import quotations
from framing.corpus.corpus import Corpus
from framing.scoring.scores import score
from gold.figures import STRONGLY, Figure, Task, strong_words

NO_PERSON = "^other_|^$|(?i)lawmakers|officials|campaign|democrats|republicans|plaintiffs|protestors|america|buzzfeed"


def figures(gold: Path) -> Iterator[Figure]:
    """Spans of lexical bias outside quotations; whether spans are quoted; who says them; the given sentences."""
    articles = Basil(gold / "basil.jsonl")
    spans, corpus = articles.spans, articles.corpus

    # Quoted or not, of every span: by the majority of its words.
    inside = articles.words.join(spans, on="article").filter(
        pl.col("start") >= pl.col("from"), pl.col("start") < pl.col("to")
    )
    shares = inside.group_by("span").agg(found=2 * pl.col("quoted").sum() >= pl.len())
    judged = spans.join(shares, on="span").sort("span")
    counts = tables(judged["quoted_gold"], judged["found"], groups=judged["article"])
    never = tables(judged["quoted_gold"], np.zeros(judged.height), groups=judged["article"])
    task = Task("quoted_share", "sentence", "BASIL", "span of bias is quoted or not", "spans")
    yield task.add("agreement", agreement.accuracy, counts, judged.height, chance=never, graded=True)
    yield task.add("kappa", agreement.kappa, counts, judged.height)

    yield speakers(articles)

    # Lexical bias in the outlet's own words. All articles were read when terms were chosen.
    order = corpus.articles["article"]
    unread = pl.col("article").is_in(order.implode())
    lexical = spans.filter(pl.col("bias") == "lex", ~pl.col("quoted_gold"), unread)
    task = Task("loaded", "sentence", "BASIL, also read", "span of lexical bias outside quotations", "spans or hits")
    hits = score(corpus, ["loaded"]).evidence.filter(unread, metric="loaded").select("article", "start", "end")
    strong = articles.words.filter(~pl.col("quoted"), pl.col("lower").is_in(strong_words()), unread)
    found, plain = overlaps(order, lexical, hits), overlaps(order, lexical, strong.select("article", "start", "end"))
    yield task.add(
        "recall of spans",
        lambda sums: sums[..., 1] / sums[..., 0],
        found,
        lexical.height,
        baseline=plain,
        baseline_is=STRONGLY,
    )
    yield task.add(
        "precision of hits",
        lambda sums: sums[..., 3] / sums[..., 2],
        found,
        hits.height,
        baseline=plain,
        baseline_is=STRONGLY,
    )

    # Sentences: boundaries inside paragraphs, since a paragraph's end is plain to see.
    task = Task("words_per_sentence", "sentence", "BASIL", "sentence boundary inside a paragraph", "boundaries")
    ours = corpus.sentences.select("article", at="start", found=pl.lit(1))
    given = articles.sentences.select("article", at="start", gold=pl.lit(1), opens="opens")
    both = given.join(ours, on=["article", "at"], how="full", coalesce=True).filter(~pl.col("opens").fill_null(False))
    both = both.filter(pl.col("at") > 0).with_columns(pl.col("gold", "found").fill_null(0))
    counts = tables(both["gold"], both["found"], groups=both["article"])
    n = int(both["gold"].sum())
    naive = articles.naive_boundaries().select("article", "at", found=pl.lit(1))
    plainly = (
        given.join(naive, on=["article", "at"], how="full", coalesce=True)
        .filter(~pl.col("opens").fill_null(False))
        .with_columns(pl.col("gold", "found").fill_null(0))
    )
    plain = tables(plainly["gold"], plainly["found"], groups=plainly["article"])
    is_ = "a stop, a blank and a capital"
    yield task.add("F1", agreement.f1, counts, n, baseline=plain, baseline_is=is_, chance=0.0, graded=True)
    yield task.add("recall", agreement.recall, counts, n, baseline=plain, baseline_is=is_)
    yield task.add("precision", agreement.precision, counts, n, baseline=plain, baseline_is=is_)


def speakers(articles: Basil) -> Figure:
    """BASIL: who says a quoted span, where the coders name a person. All were read when rules were mended."""
    spans = articles.spans.filter("quoted_gold", ~pl.col("speaker").str.contains(NO_PERSON))
    surname = pl.col("speaker").str.extract(r"([^_]+)$")
    said = (
        spans.join(quotations(score(articles.corpus, ["sources_named", "sources_unnamed"])), on="article")
        .filter(pl.col("first") < pl.col("to"), pl.col("last") > pl.col("from"))
        .unique("span", keep="first", maintain_order=True)
        .select("span", found="source")
    )
    last_named = articles.corpus.once(mentions).filter(kind="name").select("article", "start", plain="item")
    judged = (
        spans.join(said, on="span", how="left")
        .sort("from")
        .join_asof(last_named.sort("start"), left_on="from", right_on="start", by="article", check_sortedness=False)
        .with_columns(pl.col("found", "plain").str.contains(surname, literal=True).fill_null(False))
    )
    everyone = np.ones(judged.height)
    counts, plain = (tables(everyone, judged[name], groups=judged["article"]) for name in ("found", "plain"))
    task = Task("sources_named", "sentence", "BASIL, also read", "the person who says a quoted span", "spans")
    return task.add(
        "agreement",
        agreement.accuracy,
        counts,
        judged.height,
        baseline=plain,
        baseline_is="the name before it",
        chance=0.0,
        graded=True,
    )


def overlaps(order: pl.Series, spans: pl.DataFrame, hits: pl.DataFrame) -> Floats:
    """For each article: spans, spans that are hit, hits, hits in a span."""
    pairs = spans.join(hits.with_row_index("hit"), on="article").filter(
        pl.col("from") < pl.col("end"), pl.col("start") < pl.col("to")
    )
    counts = (
        order.to_frame()
        .join(spans.group_by("article").len("spans"), on="article", how="left")
        .join(pairs.group_by("article").agg(found=pl.col("span").n_unique()), on="article", how="left")
        .join(hits.group_by("article").len("hits"), on="article", how="left")
        .join(pairs.group_by("article").agg(right=pl.col("hit").n_unique()), on="article", how="left")
    )
    table: Floats = counts.select(pl.col("spans", "found", "hits", "right").fill_null(0)).to_numpy().astype(np.float64)
    return table


class Basil:
    """The articles of BASIL as a corpus, with the spans and sentences that are given, at their offsets."""

    def __init__(self, path: Path) -> None:
        articles, spans, sentences = [], [], []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            key, title = f"{number:06}", " ".join(row["title"].split())
            paragraphs = [[" ".join(text.split()) for text in part] for part in row["body-paragraphs"]]
            articles.append((key, row["source"].lower(), title, "\n\n".join(" ".join(part) for part in paragraphs)))
            at, starts, texts = len(title) + 2, [], [text for part in row["body-paragraphs"] for text in part]
            for part in paragraphs:
                for place, sentence in enumerate(part):
                    sentences.append((key, at, place == 0))
                    starts.append(at)
                    at += len(sentence) + (1 if place < len(part) - 1 else 2)
            for note in row["annotations"]["phrase-level-annotations"]:
                given = row["title"] if note["id"] == "title" else texts[int(note["id"][1:])]
                base = 0 if note["id"] == "title" else starts[int(note["id"][1:])]
                # Blanks were made single: count those that went before the span.
                low, high = (len(" ".join((given[: note[end]] + "|").split())) - 1 for end in ("start", "end"))
                spans.append((key, base + low, base + high, note["bias"], note["quote"] == "yes", note["speaker"]))
        names = ("article", "outlet", "headline", "body")
        self.corpus = Corpus.from_frame(pl.DataFrame(articles, schema=dict.fromkeys(names, pl.String), orient="row"))
        schema = {
            "article": pl.String,
            "from": pl.UInt32,
            "to": pl.UInt32,
            "bias": pl.String,
            "quoted_gold": pl.Boolean,
            "speaker": pl.String,
        }
        self.spans = pl.DataFrame(spans, schema=schema, orient="row").with_row_index("span")
        self.sentences = pl.DataFrame(
            sentences, schema={"article": pl.String, "start": pl.UInt32, "opens": pl.Boolean}, orient="row"
        )
        self.words = self.corpus.tokens.filter("is_word")

    def naive_boundaries(self) -> pl.DataFrame:
        """Where sentences begin by the plainest rule: behind a stop and a blank, at a capital, digit or mark."""
        import re

        rule = re.compile(r"(?<=[.!?])[\"”’')]* (?=[\"“‘'(]*[A-Z0-9])")
        found = [
            (key, match.end())
            for key, text, base in self.corpus.articles.select("article", "text", "body_start").iter_rows()
            for match in rule.finditer(text, base)
        ]
        return pl.DataFrame(found, schema={"article": pl.String, "at": pl.UInt32}, orient="row")
