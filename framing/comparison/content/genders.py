"""Who is *he* and who is *she*, by what the texts say: courtesy titles, and pronouns that can mean nobody else."""

from __future__ import annotations

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.pronouns import certain, is_he
from framing.corpus.corpus import Corpus

_HE = "mr|sir|lord|king|prince|father|brother|spokesman|chairman|businessman|congressman|herr|monsieur|señor|pope"
_SHE = (
    "mrs|ms|miss|dame|lady|queen|princess|sister|spokeswoman|chairwoman|businesswoman|congresswoman|actress|frau|"
    "mme|madame|señora"
)
_BEFORE = 14  # characters before a name in which its title stands
_TITLE = 3  # pronouns that a title outweighs
_FEWEST, _SHARE = 2, 0.8  # pronouns that tell, and how many of them agree


def genders(corpus: Corpus) -> pl.DataFrame:
    """item, gender (he, she) of the people of whom the texts tell it; use `corpus.once(genders)`.

    By *Mr*, *Dame* and the like right before the name, each as good as three pronouns, and by pronouns before which
    one person alone is named: two at least, of which four fifths agree.
    """
    found = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "item", "start")
    texts = corpus.articles.select("article", whole="text")
    reach = pl.min_horizontal(pl.lit(_BEFORE), "start")
    before = pl.col("whole").str.slice(pl.col("start") - reach, reach).str.to_lowercase()
    told = found.join(texts, on="article").select(
        "item",
        he=before.str.contains(rf"(?:^|\W)(?:{_HE})\.? $").cast(pl.Int64) * _TITLE,
        she=before.str.contains(rf"(?:^|\W)(?:{_SHE})\.? $").cast(pl.Int64) * _TITLE,
    )
    pronouns = corpus.once(certain).select(item="actor", he=is_he().cast(pl.Int64), she=(~is_he()).cast(pl.Int64))
    votes = pl.concat([told, pronouns]).group_by("item").sum()
    total, most = pl.col("he") + pl.col("she"), pl.max_horizontal("he", "she")
    sure = votes.filter(most >= _FEWEST, most >= _SHARE * total)
    return sure.select("item", gender=pl.when(pl.col("he") > pl.col("she")).then(pl.lit("he")).otherwise(pl.lit("she")))
