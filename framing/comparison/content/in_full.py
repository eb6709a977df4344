"""Names as a sentence sets them: with the article that the texts set, without a seat, by the name most texts have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import polars as pl

from framing.comparison.content.genders import FIRST_NAMES
from framing.comparison.content.items import mentions
from framing.comparison.content.labels import the, without_office
from framing.comparison.content.longer import whole_name
from framing.comparison.content.persons import last_name
from framing.comparison.content.posts import post
from framing.comparison.content.vocabulary import STATES_IN_SHORT, STOP
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

_NEAR, _BEHIND = 32, 20  # characters before and behind a name
_AHEAD = re.compile(rf"(?:[{CAPITALS}][\w&’'-]*(?:\.[{CAPITALS}]\.)* )+$")  # "US " of *US Coast Survey*
_ENDS = re.compile(r"^(?:[,.;:!?)”\"]|$| ([a-z]+))")  # behind a name that the article is of: else "the Rust set"
_SEAT = re.compile(r" (?:MP|MEP|MSP)$")
_MOSTLY, _TWICE = 2 / 3, 2
_LETTERS = 2  # and more, of a form
_RARE = 2  # times as many texts have the last word alone


def in_full(corpus: Corpus, names: Sequence[str]) -> list[str]:
    """Names of items, in their order: *the Tonight Show*, *Ada Holm* of *Ada Holm MP* and of *Ada Holm Live*.

    An article belongs to a name of several words where it stands before two thirds of its mentions, by any longer form,
    behind which no noun follows; the last word does not where more texts have the item without it, nor do the
    others where more than twice as many texts have it alone.
    """
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    every = corpus.once(mentions).filter(pl.col("item").is_in(list(names)))
    found = every.filter(pl.col("text").str.contains(" ", literal=True), pl.col("item").str.contains(" ", literal=True))
    mentioned = {str(item): part for (item,), part in found.group_by("item", maintain_order=True)}
    shown = []
    for item in names:
        if (longer := whole_name(corpus, item)) and longer != item:
            shown.append(_with_article(longer, item, texts.values()))
            continue
        name, places = item, mentioned.get(item, found.clear())
        short = name.rpartition(" ")[0]
        known = " " in short and short in places["text"]
        if known and sum(short in text for text in texts.values()) > sum(name in text for text in texts.values()):
            name = short
        name = _usual(name, every.filter(item=item))
        plain = the(without_office(_SEAT.sub("", name)))
        told = [
            before
            for article, start, end in places.select("article", "start", "end").iter_rows()
            for before in [texts[article][max(start - _NEAR, 0) : start]]
            if (behind := _ENDS.match(texts[article][end : end + _BEHIND])) and (behind[1] is None or behind[1] in STOP)
        ]
        article_ = len(told) >= _TWICE and sum(map(_has_article, told)) >= _MOSTLY * len(told)
        shown.append(f"the {plain}" if article_ and plain == name else plain)
    return shown


def _usual(name: str, places: pl.DataFrame) -> str:
    """The last word of a name, where more than twice as many texts have it alone: *Tidism* of *Old Tidism*; what most
    texts say, where none has any word of it (the list has *Obamacare*, they have *Affordable Care Act*)."""
    last, forms = last_name(name), places["text"]
    if (
        forms.len()
        and name not in STATES_IN_SHORT
        and not forms.str.to_lowercase().str.contains(last.lower(), literal=True).any()
    ):
        return str(forms.mode().sort().first())
    short = set(places.filter(text=last)["article"]) - set(places.filter(pl.col("text") != last)["article"])
    return last if len(short) > _RARE * places.filter(text=name)["article"].n_unique() else name


def in_whole(corpus: Corpus, name: str) -> str:
    """A name with its usual article; in the whole in which the texts have it (see `longer`)."""
    longer = whole_name(corpus, name)
    if longer is None or longer == name:
        return the(without_office(name))
    return _with_article(longer, name, corpus.articles["text"])


def in_common(corpus: Corpus, name: str, articles: Sequence[str]) -> str:
    """A name that is no person's by what all of these texts have of it: *Tide* of *Tide XL*."""
    texts = dict(corpus.articles.filter(pl.col("article").is_in(articles)).select("article", "text").iter_rows())
    if " " not in name or all(name in text for text in texts.values()):
        return name
    places = corpus.once(mentions).filter(pl.col("item") == name, pl.col("article").is_in(articles))
    forms = {form for form in places["text"] if f"{name} ".startswith(f"{form} ") and len(form) > _LETTERS}
    if name.split()[0].lower() in FIRST_NAMES or post(texts, places.select("article", "start", "end").rows()):
        return name
    shared = [form for form in forms if all(form in text for text in texts.values())]
    return max(shared, key=len, default=name)


def _with_article(longer: str, name: str, texts: Iterable[str]) -> str:
    """The article as the name has it, or a text sets it; none behind an owner (*Velm's Chiefs of Staff*)."""
    pattern = re.compile(rf"\b[Tt]he {re.escape(longer)}(?! [a-z])")
    owned = longer.removesuffix(name).endswith(("'s ", "’s ", "s' ", "s’ "))
    apart = owned or longer[-1].isdigit()
    has = (the(name) != name and not apart) or any(pattern.search(text) for text in texts)
    return f"the {longer}" if has and not longer.startswith("The ") else longer


def _has_article(before: str) -> bool:
    run = _AHEAD.search(before)
    return (before[: run.start()] if run else before).endswith("the ") or bool(run and "The " in run[0])
