"""Passives that do not say who did it."""

from __future__ import annotations

import polars as pl

from framing.corpus.corpus import Corpus
from framing.measures.analyser import Findings, Metric, analyser

_BE = (
    "am is are was were be been being get gets got gotten getting isn't aren't wasn't weren't they're we're you're "
    "i'm ain't"
).split()
_BETWEEN = (
    "not never also already always ever just now then still soon again only even often sometimes once being been "
    "both either further well all later long first recently he she it they we you who"
).split()
_FORMS = (
    "arisen beaten become begun bent bet bitten blown borne bought bound broken brought built burnt burst cast "
    "caught chosen cut dealt done drawn driven drunk eaten fed felt fought flung forbidden forgiven forgotten "
    "forgone found frozen given ground grown held heard hidden hit hung hurt kept known laid led left lent let lit "
    "lost made meant met misled mistaken mown overcome overdone overheard overrun overseen overtaken overthrown "
    "paid proven put quit read rebuilt redone remade repaid resold rewritten ridden rung rid sawn said seen sent "
    "set sewn shaken shed shot shown shut slain slashed slit sold sought spent split spoken spread spun stolen "
    "struck stuck stung sung sunk sworn swept swung taken taught thrown told torn trodden undercut understood "
    "undertaken undone upheld upset wed won worn wound woven withdrawn withheld withstood written"
).split()
# Words in -ed that are no participles, or that say how somebody is and not what was done.
_STATES = (
    "red bed need indeed hundred seed feed speed breed greed deed weed bleed exceed proceed succeed kindred sacred "
    "naked wicked rugged ragged crooked aged beloved learned blessed supposed used interested concerned worried "
    "tired excited pleased delighted thrilled scared bored amazed surprised disappointed satisfied frustrated "
    "embarrassed confused determined convinced committed dedicated devoted accustomed addicted related unrelated "
    "married divorced engaged retired located situated based headquartered opposed inclined disposed prepared "
    "qualified skilled experienced talented gifted limited advanced complicated detailed sophisticated crowded "
    "deserted finished done gone set left drunk upset lost bound stuck meant involved read rid won known mistaken worn "
    "bent wound let felt"
).split()
# Behind *by*: when, how, how much; not who.
_NO_AGENT = (
    "then now far monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december midnight noon today tomorrow tonight mistake accident force "
    "law default hand phone email mail post road rail train air sea car bus plane early late mid means way about "
    "around at nearly almost up some roughly half two-thirds"
).split()
_REACH = 8  # words to the *by*


@analyser(
    Metric(
        "agentless_passive",
        unit="per 1,000 own words",
        weight="own_words",
        undefined="an article without own words",
        higher="more is done without a doer being named",
        source="agent deletion as a choice: van Leeuwen (2008), Trew (1979); rule on words written for framing",
        kind="rate",
        title="Agentless passives",
        primary=False,
    )
)
def agentless_passive(corpus: Corpus) -> Findings:
    """Passives without an agent (*mistakes were made*) per 1,000 own words, headline included.

    A form of *be* or *get* before a past participle, with at most three adverbs or a pronoun between. A *by* within
    the next eight words of the clause names the agent, unless it says when or how (*by Friday*, *by 3 percent*).
    Words that tell a state (*was pleased*, *is located*) are left out. Null for an article without own words.
    """
    found = _passives(corpus)
    words = corpus.articles.select("article", pl.col("own_words").cast(pl.Float64))
    counts = words.join(found.group_by("article").len("hits"), on="article", how="left")
    values = counts.select(
        "article",
        agentless_passive=1000
        * pl.col("hits").fill_null(0)
        / pl.when(pl.col("own_words") > 0).then(pl.col("own_words")),
    )
    return Findings(
        values, found.select("article", "start", "end", "rule", metric=pl.lit("agentless_passive"), value=pl.lit(1.0))
    )


def _passives(corpus: Corpus) -> pl.DataFrame:
    """Passives in the outlet's own words that name no agent: article, start, end, rule (the participle)."""
    lower = pl.col("lower")
    text = corpus.annotation
    kinds = text.forms.select(
        "lower",
        be=lower.is_in(_BE),
        between=lower.is_in(_BETWEEN) | (lower.str.ends_with("ly") & (lower.str.len_chars() > 3)),
        participle=(lower.str.ends_with("ed") | lower.is_in(_FORMS)) & ~lower.is_in(_STATES),
        by=lower == "by",
        mark=~pl.col("is_word") & ~lower.is_in(["“", "”", '"', "‘", "’", "'"]),
        someone=~(
            lower.is_in(_NO_AGENT) | lower.str.contains(r"^\p{N}|^[$£€]|ing$|(?:one|two|three|four|five|six|ten)$")
        ),
    )
    place = pl.int_range(pl.len())
    by = pl.col("by") & pl.col("someone").shift(-1).fill_null(False)
    # The clause goes on at most to the next mark that is no quotation mark, and to the next sentence.
    stop = pl.col("mark") | pl.col("first").shift(-1).fill_null(True)
    be, between = pl.col("be"), pl.col("between")

    def back(words: int) -> pl.Expr:
        """The place of a form of *be* so many words before, in the same sentence, with adverbs between."""
        chain = be.shift(words) & (pl.col("sentence").shift(words) == pl.col("sentence"))
        for number in range(1, words):
            chain = chain & between.shift(number)
        return pl.when(chain).then(pl.col("start").shift(words))

    words, form = text.words, text.words["form"]
    return (
        words.lazy()
        .with_columns(kinds[name].gather(form).alias(name) for name in kinds.columns[1:])
        .with_columns(first=(pl.col("sentence") != pl.col("sentence").shift(1)).fill_null(True))
        .with_columns(
            opens=pl.coalesce(back(words) for words in (1, 2, 3, 4)),
            by=pl.when(by).then(place).backward_fill(),
            stop=pl.when(stop).then(place).backward_fill(),
            place=place,
        )
        .filter("participle", ~pl.col("quoted"), pl.col("opens").is_not_null())
        .filter(~((pl.col("by") <= pl.col("stop")) & (pl.col("by") <= pl.col("place") + _REACH)).fill_null(False))
        .collect()
        .select(
            "end",
            article=pl.lit(text.articles["article"]).gather(pl.col("row")),
            start="opens",
            rule=pl.lit(kinds["lower"]).gather(pl.col("form")),
        )
    )
