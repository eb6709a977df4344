"""What people by name are called beside their name: *Otto Weil, a lawyer*, *the organiser Petra Lund*.

Only what stands in apposition, with an article or an owner, and has a noun for a person; in the outlet's own words.
"""

from __future__ import annotations

import re

import polars as pl

from framing.comparison.content.items import mentions
from framing.comparison.content.stems import stem, stems
from framing.comparison.content.vocabulary import CROWDS, PERSONS, STOP, TITLES
from framing.corpus.corpus import Corpus
from framing.schema import Schema
from framing.scoring.scores import Scores
from framing.text.typography import CAPITALS

# a description that stands beside somebody's name
DESCRIBED: Schema = {
    "item": pl.String,  # the name
    "article": pl.String,
    "outlet": pl.String,
    "noun": pl.String,  # that says who they are: lawyer
    "stems": pl.List(pl.String),  # of its words of content
    "near": pl.List(pl.String),  # stems of content of all sentences of the article that name them
    "charged": pl.Boolean,  # a loaded term stands in it, or its noun judges
    "start": pl.UInt32,
    "end": pl.UInt32,
    "text": pl.String,
}
_STOPS = (
    "who|which|whose|that|with|from|at|in|for|on|to|by|as|under|over|behind|since|when|where|and|or|but|is|was|said|"
    "says"
)
_WORD = rf"(?:(?:[{CAPITALS}]\.){{2,6}}|[^\W\d_][\w’'&-]{{0,40}})"
_OWNER = rf"(?:[{CAPITALS}][\w-]{{0,40}} ){{0,2}}[{CAPITALS}][\w-]{{0,40}}(?:['’]s|s['’])"
_FIRST = rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|{_OWNER}|[Tt]he \w{{1,40}}(?:['’]s|s['’]))"
_BEHIND = re.compile(
    rf"^(?:, \d{{1,3}})?, (?P<what>{_FIRST}(?: (?!(?:{_STOPS})\b){_WORD}){{1,8}})"
    rf"(?=(?P<end>[,.;:)—–]| [—–]|$| (?:who|whose|with|from|at|in|for)\b))"
)
_LISTED = re.compile(rf"^,? (?:and|or|as well as) |^, (?:[Tt]he |[Aa]n? )?(?:[{CAPITALS}][\w.’'-]+ ?){{2}}")
_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<what>(?:[Tt]he|[Aa]n?)(?: (?!(?:{_STOPS})\b)[^\W\d_{CAPITALS}][\w-]{{0,40}}){{1,4}}) $"
)
# Without an article, with an adjective or without: *gun-rights activist Ada Holm*, *White nationalist Ada Holm*.
_BARE = re.compile(
    rf"(?:^|[^\w’'-])(?P<what>(?:(?:[^\W\d_]\w{{0,40}}-[\w-]{{1,40}}|[{CAPITALS}]\w{{1,40}}|"
    rf"\w{{2,40}}(?:al|ive|ary|ian|ic)|white|black) )?[^\W\d_{CAPITALS}][\w-]{{2,40}}) $"
)
_ANOTHER = re.compile(r"^(?:the )?(?:an)?other\b|^the (?:same|latter|first|second|last)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|between) (?:the )?$|['’]s $|\band $")  # "the sister of Ada Holm, a nurse": whose?
_NOUNS = (PERSONS | TITLES | CROWDS) | frozenset(
    """critic expert mother father nurse teacher chief head boss advocate survivor member student widow widower victim
    hero heroine fugitive convict felon criminal suspect immigrant migrant refugee farmer actress actor athlete
    professor scholar academic scientist researcher doctor surgeon lawyer attorney barrister solicitor judge
    prosecutor policeman policewoman officer soldier veteran pilot driver sailor worker labourer laborer clerk baker
    miner engineer architect builder developer landlord landlady tenant lobbyist consultant adviser advisor analyst
    economist banker broker trader investor financier industrialist magnate tycoon mogul billionaire millionaire heir
    heiress founder owner entrepreneur businessman businesswoman manager executive director chairman chairwoman
    president secretary spokesman spokeswoman spokesperson politician lawmaker legislator councillor mayor minister
    senator congressman congresswoman governor diplomat ambassador campaigner activist protester organiser organizer
    leader militant rebel extremist radical hardliner moderate reformer populist nationalist socialist communist
    conservative liberal feminist environmentalist pacifist anarchist fascist racist supremacist dissident
    whistleblower journalist reporter columnist commentator blogger author writer poet novelist historian philosopher
    artist painter musician singer rapper comedian celebrity influencer star model player coach footballer swimmer
    champion winner loser priest pastor bishop imam rabbi nun monk pensioner retiree teenager boy girl man woman child
    son daughter brother sister cousin husband wife friend ally rival opponent supporter loyalist donor defector spy
    hacker gunman killer murderer terrorist crook fraudster swindler liar hydrologist meteorologist virologist
    epidemiologist psychologist sociologist biologist geologist hawk dove maverick firebrand insider outsider
    heavyweight newcomer stalwart pioneer guru mastermind architect chef cook waiter trucker fisherman fisherwoman
    volunteer paramedic firefighter vet veterinarian dentist pharmacist trustee governor inspector warden caretaker
    midwife carer native resident neighbour neighbor bystander witness specialist strategist pundit agitator
    troublemaker ringleader crusader zealot ideologue opportunist apologist propagandist""".split()
)

_JUDGING = frozenset(  # nouns that no list of loaded terms has, and that take a side
    """hardliner firebrand extremist radical ideologue zealot agitator ringleader troublemaker mastermind propagandist
    apologist tycoon magnate mogul strongman crook fraudster swindler fascist racist supremacist terrorist""".split()
)
_STANCES = _JUDGING | frozenset(  # where somebody stands, and no post: told without an article, too
    """nationalist socialist communist conservative liberal anarchist populist activist campaigner militant rebel hawk
    billionaire millionaire lobbyist provocateur commentator dissident whistleblower gunman fugitive felon convict
    reformer moderate feminist environmentalist dissenter denier""".split()
)


def described(scores: Scores) -> pl.DataFrame:
    """`DESCRIBED`: a row for each description beside a name of two words and more, or its last word alone, in order of
    the text.

    Behind the name between commas, with an age or without; right before it where it has an article, or says where
    somebody stands (*gun-rights activist Ada Holm*). None where it may belong to somebody else: behind *the sister of
    Ada Holm*, in a row of names. Quotations do not count.
    """
    corpus = scores.corpus
    found = corpus.once(mentions).filter(
        pl.col("kind").is_in(["actor", "name"]), pl.col("item").str.contains(" ", literal=True)
    )
    quoted = corpus.tokens.filter("quoted").select("article", "start")
    found = found.join(quoted, on=["article", "start"], how="anti", maintain_order="left")
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    outlets = dict(corpus.articles.select("article", "outlet").iter_rows())
    rows = []
    for article, item, start, end in found.select("article", "item", "start", "end").iter_rows():
        for low, high in (_behind(texts[article], start, end), _ahead(texts[article], start)):
            what = texts[article][low:high]
            noun = _noun(what)
            if noun is not None and not _ANOTHER.match(what) and (low > start or what.lower().endswith(noun)):
                words = [word for word in re.findall(r"[^\W\d_][\w-]*", what.lower()) if word not in STOP]
                rows.append((item, article, outlets[article], noun, sorted(set(map(stem, words))), low, high, what))
    schema = {name: dtype for name, dtype in DESCRIBED.items() if name not in ("near", "charged")}
    frame = pl.DataFrame(rows, schema=schema, orient="row")
    near = _near(corpus, frame)
    frame = frame.join(near, on=["article", "item"], how="left", maintain_order="left").with_columns(
        pl.col("near").fill_null([])
    )
    return _charged(frame, scores).select(*DESCRIBED)


def _near(corpus: Corpus, frame: pl.DataFrame) -> pl.DataFrame:
    """The stems of the sentences that name somebody: article, item, near."""
    words = corpus.once(stems).select("article", "sentence", "start", "stem", "content")
    places = corpus.once(mentions).join(frame.select("article", "item").unique(), on=["article", "item"], how="semi")
    named = words.join(places.select("article", "item", "start"), on=["article", "start"])
    inside = (
        named.select("article", "item", "sentence").unique().join(words.filter("content"), on=["article", "sentence"])
    )
    return inside.group_by("article", "item").agg(near=pl.col("stem").unique().sort())


def _behind(text: str, start: int, end: int) -> tuple[int, int]:
    match = _BEHIND.match(text[end : end + 160].split("\n")[0])
    if match is None or _OF.search(text[max(0, start - 12) : start]):
        return 0, 0
    if match["end"][:1] == "," and _LISTED.match(text[end + match.end() : end + match.end() + 60]):
        return 0, 0
    return end + match.start("what"), end + match.end("what")


def _ahead(text: str, start: int) -> tuple[int, int]:
    low = max(0, start - 80)
    match = _BEFORE.search(text[low:start])
    if match is None and (bare := _BARE.search(text[low:start])) and _noun(bare["what"]) in _STANCES:
        match = bare
    return (low + match.start("what"), low + match.end("what")) if match else (0, 0)


def _noun(what: str) -> str | None:
    """The noun of a description where it is one for a person: the last word before *of*."""
    head = what.split(" of ")[0].split()
    noun = head[-1] if head else ""
    lower = noun.lower().rpartition("-")[2]
    return lower if lower in _NOUNS and noun[:1].islower() else None


def _charged(found: pl.DataFrame, scores: Scores) -> pl.DataFrame:
    hits = scores.evidence.filter(metric="loaded").select("article", low="start", high="end")
    inside = (
        found.select("article", "start", "end")
        .join(hits, on="article")
        .filter(pl.col("low") < pl.col("end"), pl.col("start") < pl.col("high"))
        .select("article", "start", charged=pl.lit(True))
        .unique()
    )
    return found.join(inside, on=["article", "start"], how="left", maintain_order="left").with_columns(
        pl.col("charged").fill_null(False) | pl.col("noun").is_in(sorted(_JUDGING))
    )
