"""First and last: what the openings have that others lack, and whose words end the texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.absence import beside, in_short, shortened
from framing.comparison.content.divided import is_place
from framing.comparison.content.in_full import in_whole
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import listed, without_office
from framing.comparison.content.longer import is_surely_person, whole_name
from framing.comparison.content.only import holders, is_name, terms
from framing.comparison.content.other_forms import GENERAL, have_otherwise
from framing.comparison.content.persons import is_person, last_name
from framing.comparison.content.spelling import breaks_off_in, close, folded
from framing.comparison.content.stems import beginning, beginnings, stems
from framing.comparison.content.units import UNITS
from framing.comparison.content.vocabulary import ADJECTIVES, DEMONYMS, NUMBER_WORDS, SEATS, STATES, WORLD
from framing.comparison.statements import Evidence, Statement, evidence_of, made
from framing.comparison.statements.endings import endings
from framing.corpus.metadata.agencies import agency_of
from framing.measures.vader import compound
from framing.text.typography import CAPITALS

_WORDS, _NAMES = 1, 2  # words and names of openings that are stated
_FEW = 4  # reports, of which one that opens with a name is worth a sentence
_PLACES = {*DEMONYMS, *SEATS} - {"White House", "Kremlin", "Pentagon", "Downing Street"} | {"United States", *WORLD}
_GROUNDS = frozenset("Mount Lake River Port Cape Fort Saint St St. Camp Point".split())
_NAME = re.compile(rf"\b[{CAPITALS}][\w’'-]+")
_QUOTED = re.compile(r"[“”\"„«»‘�]|(?<!\w)'(?=\w)")
_TOP = 4  # sentences of a body, of which any may be its first: what stands in one is not told as further down
_FELT = 0.4  # VADER's score of a word alone, from which it is more than the plain verb for something
_SOME, _MOST = 0.25, 0.75  # of the reports open with a word that sets them apart


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Last word: a speaker's words in quotation marks end two independent reports, and not all texts; or different
    speakers have the last word in texts of two outlets and of a quarter of the reports.

    Openings: a word that most headlines share (see `about`), that half of the reports carry and a quarter to three
    quarters of them have in their first two sentences, where some text lacks it altogether; no plain verb (*to cut*),
    and not what `only` tells. Openings by name: somebody or something by name (no country or city) that stands in the
    first two sentences of a quarter to three quarters of the reports and by no form anywhere in some text; not whom
    `order` or `unnamed` tells of. A text that has it behind those two, but within its first four sentences, is not told
    of: some of them may be a standfirst or a caption. Openings are to be checked: what is first on a page may be a
    caption, and names have short forms. Only of texts of one event.
    """
    if not comparison.one_event or comparison.labels.reports < 3:
        return
    yield from _last(comparison)
    yield from _first(comparison)
    yield from _named(comparison)


def _last(comparison: Comparison) -> Iterator[Statement]:
    labels, frame = comparison.labels, comparison.edges
    ended = frame.filter(pl.col("last_speaker").str.contains(r"^\p{Lu}.* \p{Lu}\S*$"))  # no "Republicans", no place
    by_speaker = {str(who): part for (who,), part in ended.group_by("last_speaker", maintain_order=True)}
    shared = {
        who: part
        for who, part in by_speaker.items()
        if labels.independent(part["article"]) >= 2 and part.height < frame.height
    }
    for speaker, part in shared.items():
        articles = part["article"].to_list()
        rest = frame.filter(~pl.col("article").is_in(articles))
        if _named_last(comparison, rest, speaker):
            continue  # another text may end on their words, too
        count = labels.count(articles)
        sentence = (
            f"{count[0].upper()}{count[1:]} end on words of {speaker} in quotation marks: {labels.listed(articles)}."
        )
        yield _ends(comparison, part, sentence, 0.32 + 0.3 * len(articles) / labels.total)
    some = labels.independent(ended["article"]) >= max(2, _SOME * labels.reports)
    several = len(by_speaker) >= 2 and len(labels.of_outlets(ended["article"])) > 1
    if not shared and several and some and not endings(comparison):  # which name them, too
        parts = [labels.beside(str(who), part["article"]) for who, part in sorted(by_speaker.items())]
        yield _ends(comparison, ended, f"The last word is with different people: {listed(parts)}.", 0.36)


def _named_last(comparison: Comparison, frame: pl.DataFrame, speaker: str) -> bool:
    """Whether the last sentence of one of these texts has the speaker's name beside quoted words, or a pronoun, or
    is somebody's words of whom it is not sure who says them."""
    if frame.filter("last_quoted", pl.col("last_speaker").is_null()).height:
        return True
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    pattern = re.compile(rf"\b(?:[Hh]e|[Ss]he|{re.escape(last_name(speaker))})\b")
    return any(
        _QUOTED.search(texts[article][start:end]) and pattern.search(texts[article][start:end])
        for article, start, end in frame.select("article", "last_start", "last_end").drop_nulls().iter_rows()
    )


def _ends(comparison: Comparison, part: pl.DataFrame, sentence: str, salience: float) -> Statement:
    evidence = tuple(Evidence(*row) for row in part.select("article", "last_start", "last_end").iter_rows())
    outlets = comparison.labels.of_outlets(part["article"])
    return Statement("texts", "lead", outlets, sentence, evidence, salience)


def _named(comparison: Comparison) -> Iterator[Statement]:
    labels, frame = comparison.labels, comparison.edges
    corpus = comparison.scores.corpus
    named = corpus.once(mentions).filter(pl.col("kind").is_in(["actor", "name"]))
    low = frame.select("article", "start", until="end")
    opening = named.join(low, on="article", suffix="_first").filter(
        pl.col("start").is_between("start_first", "until", closed="left")
    )
    by_name = named.group_by("item").agg(pl.col("text").unique(), pl.col("article"))
    forms = dict(by_name.select("item", "text").iter_rows())
    mentioned = dict(by_name.select("item", "article").iter_rows())  # an article as often as it names it
    held = holders(corpus)
    aside = corpus.once(beside)  # a dateline names somebody, too
    whole = [
        (article, f"{text} {aside[article]}".casefold())
        for article, text in corpus.articles.select("article", "text").iter_rows()
    ]
    outlets = frozenset(word for outlet in labels.outlets.values() for word in outlet.casefold().split())
    high = _high(comparison)
    small = frozenset(corpus.once(stems).filter(pl.col("text") == pl.col("lower"))["lower"])
    starts = dict(corpus.articles.select("article", "text").iter_rows())
    opens = {
        article: starts[article][start:end].casefold()
        for article, start, end in frame.select("article", "start", "end").drop_nulls().iter_rows()
    }
    # Who comes first, and last; whom a text of other news does not name.
    told = " ".join(one.sentence for name in ("order", "unnamed") for one in made(comparison, name))
    found = []
    for (item,), part in opening.group_by("item", maintain_order=True):
        name, opened = str(item), set(part["article"])
        words = name.casefold().split()
        share = labels.independent(opened) / labels.reports
        crowd = not name.endswith("s") and any(text.endswith("s") for text in part["text"])  # New Yorkers
        if (
            crowd
            or name in _PLACES
            or name.lower() in STATES
            or len(words) < 2
            or agency_of(name)
            or not _SOME <= share <= _MOST
        ):
            continue
        if not is_name(name, outlets, small) or small.issuperset(words):
            continue
        if not is_surely_person(name, starts, part.select("article", "start", "end").rows()) and any(
            text != name and text.casefold() in small | GENERAL for text in part["text"]
        ):
            continue  # a common noun may be read as the name: *International* of *Tide International*
        telling = [form for form in forms[name] if not (is_person(folded(name)) and _is_first(form, name))]
        carried = set(mentioned[name])
        carried |= {article for term in terms(name, telling) for article in held.get(term, ())}
        carried |= {article for article, text in whole if any(form.casefold() in text for form in telling)}
        opened |= {article for article in carried if _spelt(opens.get(article, ""), telling, words[-1])}
        share = labels.independent(opened) / labels.reports
        nowhere = set(labels.names) - carried
        if any(in_short(name, starts[article]) or _near(words[-1], starts[article]) for article in nowhere):
            continue
        short = shortened(name, forms[name], starts.values())
        if any(re.search(rf"\b{one}\b", starts[article]) for one in short for article in nowhere):
            continue
        if carried - opened - set(mentioned[name]):
            continue  # by another name: that may stand anywhere
        if share > _MOST or any(f"({name.casefold()})" in opening for opening in opens.values()):
            continue  # everywhere; the agency of a dateline
        if have_otherwise(corpus, name, nowhere) or whole_name(corpus, name) is None:
            continue
        if is_place(starts, part.select("article", "start", "end").rows()):
            continue
        if nowhere and (len(opened) > 1 or (labels.reports <= _FEW and carried > opened)):  # else: `only`
            rest = {
                article
                for article in carried - opened
                if not _spelt(starts[article][slice(*high[article])].casefold(), forms[name], words[-1])
                and words[-1] not in starts[article][slice(*high[article])].casefold()
            }
            found.append((min(share, 1 - share), len(mentioned[name]), name, opened, rest, nowhere, part))
    ranked = sorted(found, key=lambda one: (-one[0], -one[1], one[2]))[:_NAMES]
    for *_, name, opened, elsewhere, nowhere, part in ranked:
        if without_office(name) in told:
            continue
        shown = in_whole(corpus, name)
        where = _where(comparison, opened, elsewhere, nowhere)
        crowd = name.endswith("s") and name.split()[-1].lower()[:-1] in ADJECTIVES  # *Reform Muslims*
        sentence = f"{shown[0].upper()}{shown[1:]} {'are' if crowd else 'is'} named {where}."
        first = part.unique("article", keep="first", maintain_order=True)
        evidence = evidence_of(first)
        yield Statement("texts", "lead", labels.of_outlets([*opened, *nowhere]), sentence, evidence, 0.28, check=True)


def _near(surname: str, text: str) -> bool:
    """Whether a text has a name that may be another spelling of a surname (*Vaishnaw*, *Vaishnav*), or breaks off in
    it."""
    return breaks_off_in(text, surname) or any(
        close(folded(surname), folded(word)) for word in set(_NAME.findall(text))
    )


def _is_first(form: str, name: str) -> bool:
    """Whether a form of a name is its first word alone: *Ada* of *Ada Holm* may be another Ada’s."""
    return form.casefold() == name.split()[0].casefold()


def _spelt(opening: str, forms: list[str], last: str) -> bool:
    """Whether an opening has a form of a name, or of a place its last word: *Kara* of *Mount Kara*."""
    place = any(form.split()[0] in _GROUNDS for form in forms)
    return any(form.casefold() in opening for form in (*forms, *([last] if place else [])))


def _where(
    comparison: Comparison,
    opened: set[str],
    elsewhere: set[str],
    nowhere: set[str],
    heads: Collection[str] = (),
    both: Collection[str] = (),
) -> str:
    """heads: texts that have it only in the headline; both: in the headline and further down."""
    labels = comparison.labels
    parts = [f"in the first two sentences of {labels.listed(opened)}"]
    parts += [f"in the headline and further down in {labels.listed(both)}"] if both else []
    parts += [f"further down in {labels.listed(elsewhere)}"] if elsewhere else []
    parts += [f"only in the {'headlines' if len(heads) > 1 else 'headline'} of {labels.listed(heads)}"] if heads else []
    parts += [f"nowhere in {labels.listed(nowhere)}"] if nowhere else []
    return listed(parts)


def _high(comparison: Comparison) -> dict[str, tuple[int, int]]:
    """From where to where each body may begin: whichever of its first lines are a standfirst, a caption or a credit."""
    body = comparison.scores.corpus.sentences.filter(part="body").sort("article", "sentence")
    top = body.group_by("article", maintain_order=True).head(_TOP).group_by("article")
    until = dict(top.agg(pl.col("end").max()).iter_rows())
    behind = body.join(comparison.edges.select("article", opens="start"), on="article")
    behind = behind.filter(pl.col("start") >= pl.col("opens")).group_by("article", maintain_order=True).head(_TOP)
    later = dict(behind.group_by("article").agg(pl.col("end").max()).iter_rows())
    begins = dict(body.group_by("article").agg(pl.col("start").min()).iter_rows())
    return {article: (begins[article], max(end, later.get(article, 0))) for article, end in until.items()}


def _first(comparison: Comparison) -> Iterator[Statement]:
    labels, frame = comparison.labels, comparison.edges
    words = comparison.scores.corpus.once(stems)
    carried: defaultdict[str, set[str]] = defaultdict(set)
    for article, stem in words.filter("content").select("article", "stem").unique().iter_rows():
        carried[stem].add(article)
    headed: defaultdict[str, set[str]] = defaultdict(set)
    for article, stem in words.filter("content", part="headline").select("article", "stem").unique().iter_rows():
        headed[stem].add(article)
    body: defaultdict[str, set[str]] = defaultdict(set)
    places: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    firsts = words.filter("content", part="body").group_by("article", "stem").agg(pl.col("start").min())
    for article, stem, start in firsts.iter_rows():
        body[stem].add(article)
        places[stem].append((article, start))
    high = _high(comparison)
    opened: defaultdict[str, set[str]] = defaultdict(set)
    for article, opening in frame.select("article", "opening").iter_rows():
        for stem in opening:
            opened[stem].add(article)
    core = comparison.about["core"].to_list()[0]
    topic = set(words.filter(pl.col("lower").is_in(core))["stem"])
    candidates, holders = [], comparison.scores.corpus.once(beginnings)
    for stem, articles in opened.items():
        share = labels.independent(articles) / labels.reports
        if stem not in topic:
            continue
        if (
            labels.independent(carried[stem]) >= labels.reports / 2
            and _SOME <= share <= _MOST
            and len(articles) >= 2
            and carried[stem] < set(labels.names)
        ):
            early = {article for article, start in places[stem] if start < high[article][1]}
            both = (headed[stem] & body[stem]) - articles - early
            elsewhere = (carried[stem] & body[stem]) - articles - both - early
            nowhere = set(labels.names) - carried[stem]
            if nowhere & holders.get(beginning(stem), set()):
                continue  # *parishioners* where others have *parish*
            heads = carried[stem] - body[stem] - articles
            candidates.append((min(share, 1 - share), len(articles), stem, articles, elsewhere, heads, both, nowhere))
    behind = (pl.col("lower").shift(1) == "to") & (pl.col("sentence").shift(1) == pl.col("sentence"))
    verbs = set(words.filter(behind)["stem"])
    said = {one.outlets: one.sentence for one in made(comparison, "only")}
    ranked = sorted(candidates, key=lambda one: (-one[0], -one[1], one[2]))[:_WORDS]
    for _, _, stem, articles, elsewhere, heads, both, nowhere in ranked:
        form = words.filter(pl.col("stem") == stem)["lower"].mode().sort()[0]
        # "to cut": others may say "reduce"; "to kill" they would not say otherwise for nothing
        if not form.isalpha() or form in NUMBER_WORDS or form in UNITS:
            continue  # others may write it in figures, or in another unit
        plain = stem in verbs and abs(compound(pl.Series([form]))[0]) < _FELT
        if plain or f"“{form}”" in said.get(labels.of_outlets(nowhere), ""):
            continue
        where = _where(comparison, articles, elsewhere, nowhere, heads, both)
        sentence = f"“{form.capitalize()}” stands {where}."
        evidence = tuple(
            Evidence(*row)
            for row in frame.filter(pl.col("article").is_in(sorted(articles)))
            .select("article", "start", "end")
            .iter_rows()
        )
        yield Statement("texts", "lead", labels.of_outlets(articles), sentence, evidence, 0.28, check=True)
