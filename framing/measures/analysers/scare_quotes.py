"""Scare quotes: marks around a word or two that quote nobody and hold the word at arm's length."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser
from framing.measures.match import bundled, find, words_of
from framing.text.annotate import BODY

_LONGEST = 3  # words: longer ones are quotations
_OWN = 3  # words of the outlet's own that the sentence needs beside them
# Words of the sentence that say whose words they are.
_SPOKEN = (
    "call calls called calling accuse accuses accused accusing blame blames blamed blaming criticize criticizes "
    "criticized criticizing criticise criticises criticised criticising question questions questioned questioning "
    "object objects objected objecting attack attacks attacked attacking deem deems deemed consider considers praise "
    "praised praising blast blasted blasting denounce denounces denounced denouncing dismiss dismisses dismissed "
    "dismissing brand branded branding label labeled labelled describe describes described describing decry decried "
    "condemn condemns condemned condemning lament laments lamented hail hailed urge urged ask asked demand demanded "
    "quoted quoting predict predicts predicted prediction respond responded berate berated statement"
).split()
# Words before the marks that name, define or attribute: a title, a term, somebody's word. Then nothing is doubted.
_NAMED = (
    "call calls called calling dub dubs dubbed name names named title titled entitled term terms termed word words "
    "phrase phrases slogan hashtag reading reads read say says said saying as label labels labeled labelled deem "
    "deems deemed describe describes described describing write writes wrote tweeted shouting shouted chanting "
    "chanted chants yelled answer answered vote votes voted means mean meaning song album film movie book show series "
    "episode essay article column headline report nicknamed with to like being is was are were a"
).split()


@analyser(
    Metric(
        "scare_quotes",
        unit="per 1,000 words",
        weight="words",
        higher="more words held at arm's length by quotation marks",
        source="rule written for framing, after Predelli (2003) on scare quotes and Recasens and others (2013)",
        kind="rate",
        title="Scare quotes",
        primary=False,
    )
)
def scare_quotes(corpus: Corpus) -> Findings:
    """Quotation marks around at most three words that nobody is said to have said, per 1,000 words, body only.

    Not counted: words with a capital (titles, names) or a number, words that a speech verb in the sentence or
    a naming word before the marks (*called*, *the term*) attributes to somebody. Null for an article without words.
    """
    text = corpus.annotation
    forms = text.forms.select(
        named=pl.col("lower").is_in(_NAMED),
        spoken=pl.col("lower").is_in(_SPOKEN),
        name=pl.col("is_word") & pl.col("text").str.contains(r"^[\p{Lu}\p{N}]"),
    )
    word, own = pl.col("is_word"), pl.col("is_word") & ~pl.col("quoted")
    run = (pl.col("sentence") != pl.col("sentence").shift(1)) | (pl.col("quoted") != pl.col("quoted").shift(1))
    runs = (
        text.words.filter(pl.col("part") == BODY)
        .with_columns(
            run=run.fill_null(True).cast(pl.UInt32).cum_sum(),
            name=pl.lit(forms["name"]).gather(pl.col("form")),
            place=pl.int_range(pl.len()),
            last=pl.when(own).then(pl.int_range(pl.len())).forward_fill().shift(1),
        )
        .with_columns(
            before=pl.when(pl.col("row").gather(pl.col("last")) == pl.col("row")).then(
                pl.lit(forms["named"]).gather(pl.col("form").gather(pl.col("last")))
            )
        )
        .filter("quoted")
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("row", "sentence", "before").first(),
            start=pl.col("start").filter(word).first(),
            end=pl.col("end").filter(word).last(),
            size=word.sum(),
            name=pl.col("name").any(),
        )
        .with_columns(
            article=pl.lit(text.articles["article"]).gather(pl.col("row")),
            own=pl.lit(text.sentences["own_words"]).gather(pl.col("sentence")),
        )
        .filter(pl.col("size").is_between(1, _LONGEST), pl.col("own") >= _OWN, ~pl.col("name"))
        .filter(~pl.col("before").fill_null(True))
    )
    verbs = find(corpus, bundled("reporting_verbs")).filter(~pl.col("quoted"))
    group = corpus.once(words_of).frame["group"]
    spoken = [
        group.gather(verbs["at"]),
        text.words.filter(pl.lit(forms["spoken"]).gather(pl.col("form")), ~pl.col("quoted"))["sentence"],
    ]
    found = runs.filter(~pl.col("sentence").is_in(pl.concat(spoken).unique().to_list()))
    words = pl.col("words")
    values = (
        corpus.articles.select("article", "words")
        .join(found.group_by("article").len("hits"), on="article", how="left")
        .select(
            "article", scare_quotes=1000 * pl.col("hits").fill_null(0) / pl.when(words > 0).then(words)
        )
    )  # fmt: skip
    evidence = found.select(
        "article",
        "start",
        "end",
        metric=pl.lit("scare_quotes"),
        value=pl.lit(1.0),
        rule=pl.lit("marks around at most three words, nobody quoted"),
    )
    return Findings(values, evidence)
