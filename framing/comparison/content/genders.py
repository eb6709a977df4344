"""Who is *he* and who is *she*, by what the texts say: courtesy titles, and pronouns that can mean nobody else. Where
they do not say it, by a first name that hardly anybody of the other has."""

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
_MEN = frozenset(
    """aaron adam ahmed alan albert ali andrew anthony antonio arthur barack bashar ben benjamin bernard bernie
    beto bill bob bobby boris brad brian bruce carl carlos charles christopher chuck cory craig dan daniel david
    dennis dick dmitry don donald doug douglas dwight earl ed edward elon emmanuel eric ernest francisco frank
    fred gary george gerald glenn gordon greg gregory hans harold harry hassan henry howard hugh ibrahim jack
    jacob james jared jason jeb jeff jeffrey jens jeremy jerry jim jimmy joe john jonathan jose joseph josh juan
    keith ken kenneth kevin klaus larry lawrence leonard louis luis mahmoud manuel marco mark martin marvin matt
    matthew michael mike mitch mitt mohammed narendra nathan neil newt nicholas nigel norman omar patrick paul
    pete peter phil philip pierre rahm ralph rand raymond recep ricardo richard rick rob robert roger ron ronald
    roy rudy rupert russell samuel scott sean sergei sergey simon stephen steve steven ted thomas tim timothy
    todd tom tony trey vincent vladimir volodymyr walter warren william yusuf""".split()
)
_WOMEN = frozenset(
    """abigail alexandria alice alison amanda amber amy angela anita ann anna anne barbara beth betsy betty
    brenda carla carly carol caroline carolyn catherine cathy charlotte cheryl christina christine cindy claire
    condoleezza cynthia debbie deborah debra denise diana diane dianne donna doris dorothy eleanor elena
    elizabeth ellen emily emma esther eva evelyn frances gloria greta hannah heather helen hillary ilhan irene
    ivanka jacinda jacqueline jane janet janice jeanne jen jennifer jessica jill joanna josephine joyce judith
    judy julia julie kamala karen kate katherine kathleen kathryn kathy katie kellyanne ketanji kirsten kirstjen
    kristen laura lauren letitia linda lisa liz lois loretta lori louise maggie malala margaret maria marie
    marilyn martha mary mazie megan melania melissa michele michelle monica nan nancy natalie nicole nikki nina
    olivia pamela patricia patty peggy rachel rashida rebecca rita rosa rose ruth sally samantha sandra sara
    sarah sharon sheila shirley sofia sonia sophia sophie stephanie sue susan susanna susie suzanne sylvia tammy
    teresa theresa tina tulsi ursula valerie veronica victoria virginia wanda wendy yvonne""".split()
)
FIRST_NAMES = _MEN | _WOMEN
_FEWEST, _SHARE = 2, 0.8  # pronouns that tell, and how many of them agree


def genders(corpus: Corpus) -> pl.DataFrame:
    """item, gender (he, she) of the people of whom the texts tell it; use `corpus.once(genders)`.

    By *Mr*, *Dame* and the like right before the name, each as good as three pronouns, and by pronouns before which
    one person alone is named: two at least, of which four fifths agree. Else by the first name, where it is one of the
    commonest of English-language news, and no pronoun speaks against it.
    """
    found = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"])).select("article", "item", "start")
    before = pl.lit(corpus.beside(found, "start", ahead=_BEFORE)).str.to_lowercase()
    titled = found.select(
        "item",
        he=before.str.contains(rf"(?:^|\W)(?:{_HE})\.? $").cast(pl.Int64) * _TITLE,
        she=before.str.contains(rf"(?:^|\W)(?:{_SHE})\.? $").cast(pl.Int64) * _TITLE,
    )
    pronouns = corpus.once(certain).select(item="actor", he=is_he().cast(pl.Int64), she=(~is_he()).cast(pl.Int64))
    votes = pl.concat([titled, pronouns]).group_by("item").sum()
    total, most = pl.col("he") + pl.col("she"), pl.max_horizontal("he", "she")
    sure = (most >= _FEWEST) & (most >= _SHARE * total)
    told = pl.when(pl.col("he") > pl.col("she")).then(pl.lit("he")).otherwise(pl.lit("she"))
    first = pl.col("item").str.extract(r"^(\p{L}+) ").str.to_lowercase()
    by_name = (
        pl.when(first.is_in(sorted(_MEN)) & (pl.col("she") == 0)).then(pl.lit("he"))
        .when(first.is_in(sorted(_WOMEN)) & (pl.col("he") == 0)).then(pl.lit("she"))
    )  # fmt: skip
    return votes.select("item", gender=pl.when(sure).then(told).otherwise(by_name)).drop_nulls()
