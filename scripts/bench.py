"""How fast is `framing.score`, beside the plain loop that one would write?

    python scripts/bench.py [ARTICLES.parquet] [--sample 200]

Both run in this process, on the same cores and the same articles. The loop asks vaderSentiment for each
sentence, textstat for its eight formulas, and two regular expressions for each word list. framing's time
includes taking the texts apart. The numbers of both are compared.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from pathlib import Path

import polars as pl
from textstat import textstat
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.corpus.corpus import Corpus
from framing.measures.lexicon import read_lexicon
from framing.measures.match import LEXICONS
from framing.scoring.scores import score

ARTICLES = Path(__file__).parents[2] / "shared" / "bench" / "articles-2k.parquet"
FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "automated_readability_index",
    "coleman_liau_index",
    "smog_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", nargs="?", type=Path, default=ARTICLES)
    options.add_argument("--sample", type=int, default=300, help="articles for the loop; it is slow")
    chosen = options.parse_args()
    texts = pl.read_parquet(chosen.articles).select("outlet", body="text")
    warm_up = Corpus.from_frame(texts.head(2))
    score(warm_up)

    began = time.perf_counter()
    corpus = Corpus.from_frame(texts)
    scores = score(corpus)
    ours = texts.height / (time.perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    sample = corpus.select(corpus.articles["article"].sample(min(chosen.sample, texts.height), seed=1).to_list())
    sentences = sample.sentences.filter(pl.col("words") > 0).group_by("article", maintain_order=True).agg("text")
    patterns = _patterns()
    vader = SentimentIntensityAnalyzer()
    vader.polarity_scores("warm up")
    loop: dict[str, list[float]] = {}
    began = time.perf_counter()
    for (article, parts), text in zip(sentences.iter_rows(), sample.articles["text"], strict=True):
        loop[article] = [vader.polarity_scores(part)["compound"] for part in parts]
        for formula in FORMULAS:
            getattr(textstat, formula)(text)
        for pattern in patterns:
            pattern.findall(text)
    plain = sample.articles.height / (time.perf_counter() - began)

    found = scores.evidence.filter(pl.col("metric") == "sentiment", pl.col("article").is_in(list(loop)))
    by_article = dict(found.sort("article", "start").group_by("article").agg("value").iter_rows())
    worst = max(abs(a - b) for article in loop for a, b in zip(by_article[article], loop[article], strict=True))
    print(f"articles: {texts.height}, words: {corpus.articles['words'].sum():,}, measures: {len(scores.measures)}")
    print(f"framing.score: {ours:.0f} articles/s, peak memory {peak:.0f} MB")
    print(f"plain loop: {plain:.0f} articles/s (on {sample.articles.height} of them)")
    print(f"ratio: {ours / plain:.1f}; largest difference of a sentence's compound: {worst:.5f}")


def _patterns() -> list[re.Pattern[str]]:
    """Two regular expressions for each word list: its single words, and its longer terms."""
    patterns = []
    for path in sorted(LEXICONS.glob("*.toml")):
        terms = [entry.term for entry in read_lexicon(path).terms]
        for group in ([t for t in terms if " " not in t], [t for t in terms if " " in t]):
            if group:
                words = "|".join(re.escape(term).replace(r"\|", "|").replace(r"\*", r"\w*") for term in group)
                patterns.append(re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    return patterns


if __name__ == "__main__":
    main()
