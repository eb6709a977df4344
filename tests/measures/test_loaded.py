"""Loaded terms and scare quotes: senses, rules, and agreement with coders."""

from __future__ import annotations

import json

import polars as pl
import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from framing.corpus.corpus import Corpus
from framing.measures.analysers.scare_quotes import scare_quotes
from framing.measures.lexicon import read_lexicon
from framing.measures.match import LEXICONS, find
from tests.conftest import shared


def corpus_of(*texts: str) -> Corpus:
    keys = [f"x/{number:05d}" for number in range(len(texts))]
    return Corpus.from_frame(pl.DataFrame({"article": keys, "outlet": ["x"] * len(texts), "body": texts}))


def passages(corpus: Corpus, found: pl.DataFrame) -> list[str]:
    whole = dict(corpus.articles.select("article", "text").iter_rows())
    return [whole[row["article"]][row["start"] : row["end"]] for row in found.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister slammed the plan.", ["slammed"]),
        ("He slammed the door, and they hit a grand slam.", []),
        ("It is a war on farmers; the war in the east is a civil war.", ["war on"]),
        ("Crude oil fell; his crude remark did not.", ["crude"]),
        ("The swamp in Florida is wet. They drain the swamp in Washington.", ["swamp"]),
        ("They doubled down on a deeply divisive plan.", ["doubled down", "deeply divisive"]),
        ("So helpfully, the so-called expert wrote a screed.", ["So helpfully", "so-called", "screed"]),
        ("Prices rose by ten percent and the council met on Monday.", []),
        ("It was very good of him.", ["very good"]),
        ("The noise woke the town. They fear a woke agenda.", ["woke"]),
        ("Hail fell, and a hail storm broke. Critics hailed it.", ["hailed"]),
        ("He wrote with a blunt pencil. Her blunt words hurt.", ["blunt"]),
        ("The charity War on Want came. It is a war on families.", ["war on"]),
        # other senses: law, tax, engines, sleep, growth
        ("He gave false testimony and was held in contempt. The tax regime changed.", []),
        ("The engine whined, and he woke up at six; shares soared by 8 percent.", []),
        ("The whining minister gave a false picture of the woke regime.", ["whining", "false", "woke", "regime"]),
        ("Germany declared war on France. He declared war on drivers.", ["declared war on"]),
        ("The town boasts three museums. He boasts of it.", ["boasts"]),
        # nicknames
        ("They cheered when he spoke of Sleepy Joe.", ["Sleepy Joe"]),
        # verbs of speech that take a side, idioms, coined compounds
        ("He complained of it and claimed that it was so; she claimed responsibility.", ["claimed"]),
        ("The rage-fuelled screed threw him under the bus.", ["rage-fuelled", "screed", "threw him under the bus"]),
        ("The commander-in-chief met fun-loving guests, who were supposed to dance.", []),
        ("Then he turned to Shifty Adam Bolt.", ["Shifty"]),
        ("She was very tall.", []),
    ],
)
def test_senses_of_loaded_terms(text: str, expected: list[str]) -> None:
    corpus = corpus_of(text)
    assert passages(corpus, find(corpus, read_lexicon(LEXICONS / "loaded.toml"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city wants “smart” bins in every one of its parks.", ["smart"]),
        ("The city wants 'smart growth' in every one of its parks.", ["smart growth"]),
        # somebody's words
        ("The mayor called the plan “smart” and went home.", []),
        ("The mayor said the plan was “smart” and went home.", []),
        ("Critics denounced the bins, which they find “ugly” indeed.", []),
        # a term, a title, a name, a number
        ("The word “smart” has many senses in this town.", []),
        ("They played “Smart Bins” on the radio all day long.", []),
        ("In the hall they sat in row “12b” all day long.", []),
        # a quotation
        ("The city wants “smart bins that never once smell” in every one of its parks.", []),
        ("“Smart,” he said.", []),
    ],
)
def test_scare_quotes(text: str, expected: list[str]) -> None:
    corpus = corpus_of(text)
    evidence = scare_quotes.run(corpus).evidence
    assert evidence is not None
    assert passages(corpus, evidence) == expected


def macro_f1(predicted: list[bool], gold: list[bool]) -> float:
    scores = []
    for kind in (True, False):
        both = sum(p == g == kind for p, g in zip(predicted, gold, strict=True))
        scores.append(2 * both / (predicted.count(kind) + gold.count(kind)))
    return sum(scores) / 2


def test_agrees_with_coders_on_sentences_whose_words_are_biased() -> None:
    """BABE without the rows on which coders disagree. The even rows were read when terms were chosen, the odd not."""
    rows = [json.loads(line) for line in shared("gold/babe.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["label_bias"] != "No agreement"][1::2]
    corpus = corpus_of(*(row["text"] for row in rows))
    hits = find(corpus, read_lexicon(LEXICONS / "loaded.toml")).filter(~pl.col("quoted"))
    found = set(hits["article"])
    predicted = [f"x/{number:05d}" in found for number in range(len(rows))]
    assert macro_f1(predicted, [row["label_bias"] == "Biased" for row in rows]) >= 0.72


def test_finds_more_of_the_coded_words_than_strong_sentiment_words_do_and_with_fewer_false() -> None:
    """Lexical bias spans of BASIL outside quotations, word by word, in the articles that were not read."""
    articles = [json.loads(line) for line in shared("gold/basil.jsonl").read_text(encoding="utf-8").splitlines()][1::2]
    bodies = ["\n\n".join(" ".join(paragraph) for paragraph in article["body-paragraphs"]) for article in articles]
    corpus = corpus_of(*bodies)
    words = corpus.tokens.filter("is_word", ~pl.col("quoted")).select("article", "start", "end", "lower")
    spans = [
        (f"x/{number:05d}", at, at + len(span["txt"]))
        for number, (body, article) in enumerate(zip(bodies, articles, strict=True))
        for span in article["annotations"]["phrase-level-annotations"]
        if span["bias"] == "lex" and (at := body.find(span["txt"])) >= 0
    ]
    coded = inside(words, pl.DataFrame(spans, schema=["article", "low", "high"], orient="row"))
    hits = find(corpus, read_lexicon(LEXICONS / "loaded.toml")).select("article", low="start", high="end")
    ours = inside(words, hits)
    valence = SentimentIntensityAnalyzer().lexicon
    strong = [word for word, value in valence.items() if abs(value) >= 2]
    theirs = set(words.filter(pl.col("lower").is_in(strong)).select("article", "start").iter_rows())
    assert len(ours & coded) > len(theirs & coded)
    assert len(ours & coded) / len(ours) > 2 * len(theirs & coded) / len(theirs)


def inside(words: pl.DataFrame, passages: pl.DataFrame) -> set[tuple[str, int]]:
    """The words that lie in the passages, by article and start."""
    joined = words.join(passages.cast({"low": pl.Int64, "high": pl.Int64}), on="article")
    return set(
        joined.filter(pl.col("start") >= pl.col("low"), pl.col("start") < pl.col("high"))
        .select("article", "start")
        .iter_rows()
    )
