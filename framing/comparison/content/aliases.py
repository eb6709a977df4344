"""Which names mean one thing: spellings, acronyms, surnames, companies with and without their suffix.

What cannot be told (two people of one surname, Kiev and Kyiv in an unlisted case) is left apart; `close` says that two
names may be one, so that nothing is said to be left out on the strength of a spelling.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from framing.comparison.content.acronyms import acronyms, join_acronyms
from framing.comparison.content.also_known import also_known
from framing.comparison.content.persons import COUNTRIES, Same, is_junior, is_person, last_name, namesakes, people_of
from framing.comparison.content.spelling import folded
from framing.comparison.content.vocabulary import (
    BODIES,
    COMMON,
    COMPANY,
    SAME,
    TITLES,
    WORLD,
)
from framing.corpus.corpus import Corpus

PLACE = 0.3  # of the mentions of a name with *in* before it: it is a place, and nobody's surname


def item_of(corpus: Corpus, found: pl.DataFrame) -> dict[str, str]:
    """For each name as it stands in a text the name of its item: the fullest of its commonest forms.

    found: article, start, end, text, headline (it stands in one), placed (*in* stands before it). Names of
    `event.toml` are those of its actors. Only what stands so in a body is taken for a person's whole name, and no place
    for a surname.
    """
    counts = Counter(found["text"].to_list())
    where = {text: set(articles) for text, articles in found.group_by("text").agg("article").iter_rows()}
    bodies: dict[str, set[str]] = defaultdict(set)
    for text, article in found.filter(~pl.col("headline")).select("text", "article").unique().iter_rows():
        bodies[folded(text)].add(article)
    placed = found.group_by("text").agg(pl.col("placed").mean()).filter(pl.col("placed") >= PLACE)["text"]
    by_key: dict[str, list[str]] = defaultdict(list)
    for form in counts:
        by_key[folded(form)].append(form)
    shown = {key: max(forms, key=lambda form: _written(form, counts)) for key, forms in by_key.items()}
    held = {key: set().union(*(where[form] for form in forms)) for key, forms in by_key.items()}
    same = Same(by_key)
    actors = {folded(name): actor.name for actor in corpus.event.actors for name in actor.names}
    for key, whole in join_acronyms(acronyms(corpus), by_key, same).items():
        shown.setdefault(key, whole)
    for item, others in (*WORLD.items(), *SAME.items()):
        for other in others:
            same.join(folded(other), folded(item))
    _plurals(by_key, same)
    _bodies(held, same)
    _initials(by_key, same)
    bodies = {key: where for key, where in bodies.items() if not _has_acronym(shown[key])}
    _officers(held, same)
    people_of(bodies, held, same, {folded(text) for text in placed}, namesakes(found, corpus))
    for one, other in also_known(found, corpus):
        same.join(same.of(folded(other)), same.of(folded(one)))
    items: dict[str, str] = {}
    for key, forms in by_key.items():
        top = same.of(key)
        items |= dict.fromkeys(forms, actors.get(key) or actors.get(top) or _canonical(top, key, shown))
    return _without_junior(items, counts)


def _without_junior(items: dict[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    """*Ada B. Holm Jr*, whom texts call *Ada Holm* as well, under the commonest of those names."""
    plain: dict[str, str] = {}
    for form in sorted(items, key=lambda form: (-counts[form], form)):
        item = items[form]
        whole = is_person(folded(form)) and not is_junior(folded(form))
        if whole and is_junior(folded(item)) and last_name(form) == last_name(item):
            plain.setdefault(item, form)
    return {form: plain.get(item, item) for form, item in items.items()}


def _has_acronym(form: str) -> bool:
    """*CNN National*: no person; a name all in capitals may be one."""
    words = form.removesuffix(" III").split()
    return not form.isupper() and any(word.isupper() and len(word.replace(".", "")) > 2 for word in words)


def _written(form: str, counts: Mapping[str, int]) -> tuple[bool, int, str]:
    """Of the spellings of a name the commonest, and none in capitals that is no acronym."""
    return (not form.isupper() or len(form) < 6, counts[form], form)


def _canonical(key: str, own: str, shown: Mapping[str, str]) -> str:
    """The name of an item: of the world's where it has one, but no acronym that no text has."""
    name = next((name for name in (*WORLD, *SAME) if folded(name) == key), None)
    if name and name.isupper() and key not in shown and name not in WORLD:
        return shown[own]
    return name or shown.get(key) or key


def _officers(held: Mapping[str, set[str]], same: Same) -> None:
    """*Response Coordinator Ada Lund* is Ada Lund, where the words before her name are offices or common nouns, or one
    word that most texts with her full name do not have (*Minster Ada Lund*). held: the articles of each name."""
    for key in sorted(held):
        words = key.split()
        for at in range(1, len(words) - 1):
            whole = " ".join(words[at:])
            if whole not in held or not is_person(whole):
                continue
            odd = at == 1 and len(held[whole] - held[key]) > len(held[key])
            if odd or set(words[:at]) <= _COMMON_NOUNS:
                same.join(key, whole)
                break


def _plurals(by_key: Mapping[str, list[str]], same: Same) -> None:
    """*SIVs* and *Special Immigrant Visas* are their singulars; single words are left alone: *Jones*.

    *Federal Elections Commission* beside *Federal Election Commission*: the form that more texts have is the name.
    """
    solid: dict[str, list[str]] = defaultdict(list)  # "ExxonMobil", "Exxon Mobil"
    for key in by_key:
        solid[key.replace(" ", "")].append(key)
    for keys in solid.values():
        for key in keys[1:] if len(keys[0]) > 6 else ():
            same.join(key, keys[0])
    bare: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        if " " in key:
            bare[" ".join(word.removesuffix("s") for word in key.split())].append(key)
    for keys in bare.values():
        first = max(keys, key=lambda key: (len(by_key[key]), -len(key), key))
        if first.split()[-1] in BODIES:
            for key in keys:
                same.join(key, first)
    for key, forms in by_key.items():
        one = key.removesuffix("s")
        if one != key and one in by_key and (" " in key or all(form[:-1].isupper() for form in forms)):
            same.join(key, one)


def _initials(keys: Iterable[str], same: Same) -> None:
    """*SEC* is the Securities and Exchange Commission, where one name alone has these initials."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = [word for word in key.split() if word not in ("of", "and", "the", "for", "&")]
        if is_junior(key):  # "RFK Jr." of Robert F. Kennedy Jr.
            letters = "".join(word[0] for word in words[:-1])
            owners[letters].add(key)
            owners[f"{letters} {words[-1]}"].add(key)
        if len(words) > 2:
            owners["".join(word[0] for word in words)].add(key)
        elif "&" in key.split():
            owners["".join(word[0] for word in key.split())].add(key)
        if key.startswith(("department of ", "ministry of ")):  # HHS, DOJ
            owners["".join(word[0] for word in words[1:])].add(key)
            owners[words[0][0] + "o" + "".join(word[0] for word in words[1:])].add(key)
        full = [word for word in key.split() if word not in ("and", "the", "&")]
        if "of" in full and len(words) > 2:  # "Defense of Marriage Act", DOMA
            owners["".join(word[0] for word in full)].add(key)
        if len(words) == 2 and words[1] == "department":  # "Justice Department", DOJ
            owners["do" + words[0][0]].add(key)
    for key in keys:
        wholes = {same.of(owner) for owner in owners.get(key, ())} - {key}
        if (" " not in key or is_junior(key)) and 2 < len(key) < 7 and len(wholes) == 1:
            same.join(key, next(iter(wholes)))


def _bodies(held: Mapping[str, set[str]], same: Same) -> None:
    """*Commerce Department* and *Department of Commerce*; *Huawei Technologies* and *Huawei*; *Treasury*."""
    keys = sorted(held)
    known = set(keys)
    same.join("house", "house of representatives" if "house of representatives" in known else "house")
    tails: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = key.split()
        for at in range(1, len(words) - 1):
            tails[" ".join(words[at:])].add(same.of(key))
        if " and " in key and {"of", "for"} & set(words):  # "Centers for Disease Control", and Prevention
            same.join(key[: key.rindex(" and ")], key)
        same.join(key.removesuffix(" committee"), key)  # "Senate Judiciary"
        if words[-2:-1] == ["bill"] and words[-3:-2] in (["senate"], ["house"]):
            same.join(" ".join(words[-3:]), key)  # "Texas Senate Bill 8"
            same.join(f"{words[-3][0]}b {words[-1]}", key)  # "SB 8", Senate Bill 8
        # not where somebody has the name: "Weil v. Kerr"
        if words[1:2] == ["v"] and not any(one.endswith(f" {words[0]}") for one in keys):
            same.join(words[0], key)  # "Roe", Roe v. Wade
        if words[1:2] == ["&"] and held.get(words[0], set()) <= held[key]:
            same.join(words[0], key)  # "Verrin", of Verrin & Lowe
    for key in keys:
        words = key.split()
        if (rest := key.removeprefix("united states ")) in known:  # "United States Senate"
            same.join(key, rest)
        if words[-1] in _TAILED and len(words) > 1 and len(tails.get(key, ())) == 1:
            same.join(key, next(iter(tails[key])))
        if len(words) > 2 and words[0] in ("department", "ministry") and words[1] in ("of", "for"):
            same.join(f"{' '.join(words[2 + (words[2] == 'the') :])} {words[0]}", key)
        if f"{key} department" in known and len(words) > 2:  # "Health and Human Services"
            same.join(key, f"{key} department")
        if len(words) == 2 and words[1] in ("department", "ministry"):
            owner = f"{words[1]} of {words[0]}"
            whole = owner if owner in known else key
            if words[0] in known and words[0] not in COUNTRIES and words[0] in _DEPARTMENTS:
                same.join(words[0], whole)
        bare = list(words)
        while len(bare) > 1 and bare[-1] in COMPANY | {"co", "media"}:
            bare.pop()
        if len(bare) < len(words) and " ".join(bare) in known and " ".join(bare) not in COUNTRIES:
            same.join(key, " ".join(bare))


# Of these a part of the name will do: "Judiciary Committee", "Mercury News".
_COMMON_NOUNS = COMMON | TITLES | BODIES
_TAILED = frozenset("committee subcommittee commission board news times post panel".split())
_DEPARTMENTS = frozenset("treasury commerce justice defense energy interior".split())
