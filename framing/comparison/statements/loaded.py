"""Loaded words that one report alone uses in its own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from framing.comparison.compare import Comparison
from framing.comparison.content.edges import STOPPED
from framing.comparison.content.embedded import embedded, in_post
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import Labels, listed, number
from framing.comparison.content.stems import beginning, beginnings, stem
from framing.comparison.content.unmarked import unmarked
from framing.comparison.statements import Evidence, Statement, made
from framing.text.typography import CAPITALS

CHECK = True

_WEIGHT = 1.4  # of the words of a report together: one plain loaded word, or two mild ones
_MILD = 0.7  # a word that counts less is often of the matter itself (*angry*, *dangerous*): not alone
# no judgement of their own
DOUBTS = (
    r"^(?i:claim\w*|claims?,? that|apparently|seemingly|suppos\w+|allegedly|of course|bad|worst|"
    r"bold|outstanding|lies|exceptional|spin|"  # letters, debts, lies with, American exceptional, spin room
    r"quash\w*|punish\w*|strip(?:ped)? of|curtail\w*|"  # by a court or a committee
    r"paper(?:s|ed|ing)? over|return fire|"  # "cancels paper over leak"
    r"a host of|parade of|yet another|yet again|spiral of|highly unusual|famously|deliberately|applaud\w*|"
    r"reckoning|contempt|jabs?|anyway|"
    # of things, too: belts that are buckled, a risk that is extreme, a last-ditch attempt
    r"buckl\w+|firestorms?|inappropriate\w*|conveniently|headaches?|extreme|ditch|tar|nuts?|pit(?:s|ted)|dominat\w+|stumbl\w+|genius\w*|statesm[ae]n|"
    r"(?:particularly|very|most) unusual|"
    r"fireworks|spun|sold out|out of control|gutted|overheat\w*|guts?|crush(?:ed)?|smash(?:ed)?|shredding)$"
)
_SAYING = (
    r"(?:sa(?:id|ys?|ying)|t(?:old|ells?)|call(?:s|ed|ing)|accus\w+|blam\w+|alleg\w+|claim\w*|argu(?:es|ed|ing)|describ\w+|"
    r"according to|insist\w*|denounc\w+|complain\w*|den(?:y|ies|ied)|reject\w*|dismiss\w*|wr(?:ote|ites)|add(?:s|ed)|"
    r"maintain(?:s|ed)|suggest\w*|conclud\w+|warn\w*|critics?|rais(?:e|ed|es|ing)|cit(?:ed|es|ing)|list(?:s|ed|ing)|outlin\w+|express\w*|fear(?:s|ed)|worr\w+|portray\w*|depict\w*|paint(?:s|ed)|brand(?:s|ed)|condemn\w*|contend\w*|damn\w*|decr(?:y|ies|ied)|blast(?:s|ed)|slam(?:s|med))"
)
# Terms of law where the sentence has the offence or the law: *recklessly causing death*, *negligent homicide*.
_OF_LAW = re.compile(
    r"^(?i:reckless\w*|negligen\w+|malicious\w*|wilful\w*|willful\w*|wanton\w*|heinous\w*|indecent\w*|depraved|gross\w*|"
    r"frivolous\w*)$"
)
_LAW = re.compile(
    r"(?i)\b(?:homicide|manslaughter|murder|endanger\w+|driving|laws?|statutes?|code|felony|misdemeanou?rs?|"
    r"charge[ds]?|counts?|convicted|pleaded|sentenced|lesser)\b"
)
_CHARGE = re.compile(r"(?i)\b(?:charges?|charged|counts?|convicted|guilty|indict\w*|offen[cs]es?)\b[^.;]{0,80}$")
_NOUN = re.compile(r"(?i)\b(?:an?|the|this|that|each|one|another)(?: \w+)? $")  # *a strip of tape* is no verb
_NOT = re.compile(r"(?i)(?:\b(?:no|not|little|without|hardly|never)|n['’]t)(?: \w+)? $")  # *little outrage*
_VERB_OR_NOUN = re.compile(r"(?i)^(?:strip|rip|tear|slap|pack|rash|blast|flood|wave|swarm)\b")
_SAID = re.compile(rf"(?i)\b{_SAYING}\b")
_SAID_BEHIND = re.compile(rf"(?i)\w,[”\"]? (?:[\w.’'-]+ ){{0,8}}?{_SAYING}\b")
_CREDITED = re.compile(
    rf": (?:[{CAPITALS}][\w.’'-]+ ){{1,3}}[{CAPITALS}][\w.’'-]+$"
)  # a line of theirs: *Pier is a joke: Ada Holm*
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|I|[Mm]y|[Yy]ou|[Yy]our)\b")  # whose marks are lost
_POSSESSIVE = r"['’]s?$"
_WORDS, _TEXTS = 5, 4  # that are shown
_REPORTS, _FEWEST = 3, 2  # independent reports; words in all


def statements(comparison: Comparison) -> Iterator[Statement]:
    """Terms of the list of loaded words (measure `loaded`) outside quotations, headline included.

    Not: terms of law beside the offence (*negligent homicide*), the name of a charge, parts of names, nouns like verbs
    of the list (*a strip of tape*), what is denied (*little outrage*), the last word of a text that breaks off, lines
    without a stop, embedded posts, texts that print speech without marks (see `unmarked`). Words that the text reports
    as somebody's (behind *said*, *accused of*, before *critics said*, of a line that ends in *: Ada Holm*, or that says
    *we*, *I* or *you*) are not its own; where some were left out so, the sentence has *among others*. A term counts
    where no text of another report has a word of its family (*controversial*, *controversy*), be it in a quotation. A
    report is named where such terms weigh as much as one plain loaded word, if there are two in all; words of which
    `names` says so are left to it. Only of three independent reports and more, and of one event.
    """
    labels = comparison.labels
    if labels.reports < _REPORTS or not comparison.one_event:
        return
    holders = comparison.scores.corpus.once(beginnings)
    beyond = " ".join(one.sentence for one in made(comparison, "headlines"))
    slots = set(comparison.slots.filter("charged")["word"].str.to_lowercase())
    hits = comparison.scores.evidence_where(
        pl.col("metric") == "loaded",
        ~pl.col("quoted").fill_null(False),
        ~pl.col("text").str.contains(DOUBTS),
        ~pl.col("article").is_in(sorted(comparison.scores.corpus.once(unmarked))),
    ).sort("start")
    names = comparison.scores.corpus.once(mentions).filter(kind="name").select("article", "start", until="end")
    hits = hits.join_asof(names.sort("start"), on="start", by="article", check_sortedness=False)
    hits = hits.filter((pl.col("start") >= pl.col("until")).fill_null(True)).drop("until")
    lines = comparison.scores.corpus.sentences.select("article", "start", "part", line="text").sort("start")
    lines = lines.with_columns(begins="start")
    hits = hits.join_asof(lines, on="start", by="article", check_sortedness=False).sort("article", "start")
    whole = pl.col("line").str.strip_chars_end().str.contains(STOPPED)
    hits = hits.filter(whole | (pl.col("part") != "body"))  # links to other stories have no stop
    posts = comparison.scores.corpus.once(embedded)
    posted = [in_post(posts, article, start) for article, start in hits.select("article", "start").iter_rows()]
    hits = hits.filter(~pl.Series(posted, dtype=pl.Boolean))
    lengths = dict(comparison.scores.corpus.articles.select("article", pl.col("text").str.len_chars()).iter_rows())
    told = [
        reported(line or "", start - (begins or 0))
        for line, begins, start in hits.select("line", "begins", "start").iter_rows()
    ]
    own = [
        _loaded(line or "", text, start - (begins or 0)) and lengths[article] > end
        for article, line, begins, start, end, text in hits.select(
            "article", "line", "begins", "start", "end", "text"
        ).iter_rows()
    ]
    perhaps = {labels.groups.get(one) for one in hits.filter(pl.Series(told, dtype=pl.Boolean))["article"]}
    hits = hits.filter(~pl.Series(told, dtype=pl.Boolean) & pl.Series(own, dtype=pl.Boolean))
    found: defaultdict[str, dict[str, tuple[str, float, Evidence, frozenset[str]]]] = defaultdict(dict)
    for article, start, end, text, value in hits.select("article", "start", "end", "text", "value").iter_rows():
        words = [stem(word) for word in text.lower().split()]
        having = [holders.get(beginning(word), set()) for word in words if len(word) > 2 and article in labels.groups]
        alone = [texts for texts in having if _groups(labels, texts) == {labels.groups[article]}]
        if alone and text.lower() not in slots and f"“{text}”" not in beyond:
            place, texts = Evidence(article, start, end), frozenset.intersection(*map(frozenset, alone))
            found[labels.groups[article]].setdefault(" ".join(words), (" ".join(text.split()), value, place, texts))
    weighty = {
        group: terms
        for group, terms in found.items()
        if sum(one[1] for one in terms.values()) >= _WEIGHT and any(one[1] >= _MILD for one in terms.values())
    }
    ranks = sorted(weighty, key=lambda group: (-sum(one[1] for one in weighty[group].values()), group))
    order, rest = ranks[:_TEXTS], len(ranks[_TEXTS:])
    if not order:
        return
    if sum(len(weighty[group]) for group in order) < _FEWEST:
        return
    evidence, outlets, parts = [], [], []
    for group in order:
        ranked = sorted(weighty[group].values(), key=lambda one: (-one[1], one[2].start))
        shown = ranked[:_WORDS]
        evidence += [one[2] for one in shown]
        by_texts: defaultdict[frozenset[str], list[str]] = defaultdict(list)  # a copy may have some of them only
        for term, _, _, texts in shown:
            by_texts[texts].append(f"“{re.sub(_POSSESSIVE, '', term.lower())}”")
        more = len(ranked) - len(shown) if len(by_texts) == 1 else 0
        for texts, terms in by_texts.items():
            outlets += sorted(texts)
            parts.append(f"{listed(terms)}{f' (and {more} more)' if more else ''} in {labels.listed(sorted(texts))}")
        parts += [f"{number(cut)} more in these versions"] if (cut := len(ranked) - len(shown) - more) else []
    parts += [f"others in {number(rest)} more"] if rest else []
    which = "other text has" if len(set(outlets)) == 1 else "other report has"
    some = ", among others" if not perhaps.isdisjoint(order) else ""
    sentence = f"Words listed as loaded, outside quotations, that no {which} in any form{some}: {'; '.join(parts)}."
    weight = sum(one[1] for one in weighty[order[0]].values())
    yield Statement(
        "texts", "name", labels.of_outlets(outlets), sentence, tuple(evidence), 0.35 + 0.05 * min(weight / _WEIGHT, 4)
    )


def reported(sentence: str, at: int) -> bool:
    """Whether a word of a sentence is somebody's whom the text cites: *she said the charge was absurd*."""
    behind = sentence[at:]
    parts = ((_SAID, sentence[:at]), (_SAID_BEHIND, behind), (_CREDITED, behind), (_OURS, sentence))
    return any(one.search(some) for one, some in parts)


def _loaded(sentence: str, word: str, at: int) -> bool:
    """Whether a word judges where it stands: no term of law, no noun that looks like a verb of the list."""
    at_noun = _VERB_OR_NOUN.search(word) and _NOUN.search(sentence[:at])
    law = (_OF_LAW.search(word) and _LAW.search(sentence)) or _CHARGE.search(sentence[:at])
    return not (law or at_noun or _NOT.search(sentence[:at]))


def _groups(labels: Labels, articles: set[str]) -> set[str]:
    return {labels.groups[one] for one in articles if one in labels.groups}
