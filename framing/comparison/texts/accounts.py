"""What each rewrite did to its source, in numbers and in the sentence that a reader wants."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import polars as pl

from framing.comparison.content.labels import possessive, the
from framing.comparison.content.vocabulary import DEMONYMS, WORLD
from framing.comparison.texts.reuse import with_agencies
from framing.comparison.texts.rewrites import LABELS, MEASURES, REWRITES, effects, hits_of
from framing.corpus.metadata.agencies import agency_of
from framing.schema import Schema, conform, empty
from framing.scoring.scores import Scores

_EFFECTS = [f"{name}_{way}" for name in MEASURES for way in ("in", "out")]
# One row: a rewrite, and what it made of its source in all.
ACCOUNTS: Schema = {
    "source": pl.String,  # article key
    "source_outlet": pl.String,
    "article": pl.String,
    "outlet": pl.String,
    "sentences": pl.UInt32,  # of the source's body
    **dict.fromkeys(LABELS, pl.UInt32),  # of them; for added, sentences of the rewrite
    **{name: REWRITES[name] for name in _EFFECTS},  # over the whole bodies, net: words that the other side lacks
    "unmentioned": pl.List(pl.String),  # actors of the event that the source's body names and the rewrite does not
    "same_changes": pl.List(pl.String),  # other rewrites that have half of its changed or added sentences
    "before": pl.Boolean,  # by their days the source was there first; else the rewrite may print an earlier version
    "account": pl.String,  # all this in plain words
}
_LISTED = 5  # words in an account
_SOURCES = ("named", "unnamed")  # of the effects, those that are told apart by who is meant, not by words
_COUNTRIES = frozenset([*WORLD, *DEMONYMS, *DEMONYMS.values(), *(form for forms in WORLD.values() for form in forms)])
_SAME, _FEWEST = 0.5, 2  # share and number of sentences that make it likely that no outlet wrote them
_EFFECT = {
    "loaded": "loaded terms", "hedges": "hedges", "boosters": "certainty markers", "named": "named sources",
    "unnamed": "unnamed sources",
}  # fmt: skip


def accounts(scores: Scores, rewrites: pl.DataFrame) -> pl.DataFrame:
    """`ACCOUNTS`: what became of each source in each rewrite, in numbers and in a sentence.

    rewrites: `REWRITES`. Loaded terms, hedges and sources are counted over the whole bodies, what came in
    against what went out, in the outlets' own words, and no word that the other side has, too; the lists are empty
    where those measures were not taken.
    """
    articles = {row["article"]: row for row in with_agencies(scores.corpus).iter_rows(named=True)}
    notes = scores.corpus.removed.filter(rule="update note")
    updated = frozenset(notes["article"])
    bodies = {
        key: {name: [hit for hit in hits if hit[0] >= articles[key]["body_start"]] for name, hits in found.items()}
        for key, found in hits_of(scores, {*rewrites["source"], *rewrites["article"]}).items()
    }
    same = _same_changes(rewrites)
    rows = []
    for (source, article), frame in rewrites.group_by("source", "article", maintain_order=True):
        one, other = articles[source], articles[article]
        found = frame.drop_nulls("source_sentence")
        sentences = found.unique("source_sentence", maintain_order=True)["source_text"].to_list()
        unmentioned = _unmentioned(scores, sentences, other["text"])
        row = {
            "source": source,
            "source_outlet": one["outlet"],
            "article": article,
            "outlet": other["outlet"],
            "sentences": len(sentences),
            **dict.fromkeys(LABELS, 0),
            **dict(found.group_by("label").agg(pl.col("source_sentence").n_unique()).iter_rows()),
            "added": frame.filter(label="added").height,
            **_net(effects(bodies[source], bodies[article]), one["text"], other["text"]),
            "unmentioned": list(unmentioned),
            "same_changes": same[source, article],
        }
        others = list(dict.fromkeys(articles[key]["outlet"] for key in row["same_changes"]))
        before = _before(one, other, updated)
        rows.append(row | {"before": before, "account": _account(row, unmentioned, others, before)})
    return conform(pl.DataFrame(rows, schema=dict(ACCOUNTS)), ACCOUNTS, "accounts") if rows else empty(ACCOUNTS)


def _net(changes: Mapping[str, Any], source: str, rewrite: str) -> dict[str, list[str]]:
    """The changes without words that the other side has somewhere, too: one of two *may* is not taken out."""
    sides = {"in": source.lower(), "out": rewrite.lower()}
    return {
        name: [
            word
            for word in words
            if name.startswith(_SOURCES)
            or not re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", sides[name.rpartition("_")[2]])
        ]
        for name, words in changes.items()
    }


def _before(source: Mapping[str, Any], rewrite: Mapping[str, Any], updated: Collection[str]) -> bool:
    """Whether the source was there before the rewrite was made of it: by their days, and no update of a wire story.

    A text that is credited to the agency whose own version is the source may print an earlier take of it.
    """
    days = source["published"], rewrite["published"]
    earlier = None not in days and days[0] < days[1]
    return earlier and source["article"] not in updated and not (rewrite["wire"] and rewrite["wire"] == source["wire"])


def _unmentioned(scores: Scores, sentences: Sequence[str], rewrite: str) -> dict[str, int]:
    """Actors that the rewrite does not name, with the number of the source's sentences that do."""
    missing = {}
    for actor in scores.corpus.event.actors:
        name = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in actor.names))
        count = sum(name.search(sentence) is not None for sentence in sentences)
        if count and not name.search(rewrite):
            missing[actor.name] = count
    return missing


def _same_changes(rewrites: pl.DataFrame) -> dict[tuple[str, str], list[str]]:
    """For each source and rewrite the other rewrites of that source with the same new sentences."""
    letters = pl.col("text").str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]", "")
    new = (
        rewrites.with_columns(letters=letters)
        .group_by("source", "article", maintain_order=True)
        .agg(pl.col("letters").filter(~pl.col("label").is_in(["kept", "lacking"])))
    )
    texts = {(source, article): set(found) for source, article, found in new.iter_rows()}
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (source, article), found in texts.items():
        for text in found:
            holders[source, text].append(article)
    same = {}
    for (source, article), found in texts.items():
        shared = Counter(other for text in found for other in holders[source, text] if other != article)
        least = max(_FEWEST, _SAME * len(found))
        same[source, article] = sorted(other for other, count in shared.items() if count >= least)
    return same


_TOOK = {  # where the source was there before
    "lacking": "left out", "added": "it added {}", "in": "brought in", "out": "took out", "cites": "also cites",
    "silent": "does not cite",
}  # fmt: skip
_HAS = {  # where nobody knows: it may print an earlier version
    "lacking": "lacks", "added": "it has {} others", "in": "has, beyond the source,", "out": "lacks",
    "cites": "also cites", "silent": "does not cite",
}  # fmt: skip


def _account(row: Mapping[str, Any], unmentioned: Mapping[str, int], others: Sequence[str], before: bool) -> str:
    """Such as: Of A’s 21 sentences, B kept 9, edited 6 and left out 6; it added 4. It brought in 2 loaded terms (...)

    before: the source was there before the rewrite, by their days; else the words say what is there and what is not,
    and nothing of who did it.
    """
    source, outlet, total, words = row["source_outlet"], row["outlet"], row["sentences"], _TOOK if before else _HAS
    kept = "kept" if before else "has"
    if row["kept"] == total:
        text = f"{outlet} {kept} {'all' if total > 1 else 'the'} {_number(total, 'sentence')} of {source}"
    else:
        done = [
            (f"kept {row['kept']}" if before else f"{row['kept']} word for word") if label == "kept"
            else f"{words['lacking']} {row['lacking']}" if label == "lacking"
            else f"{label} {row[label]}" if before else f"{row[label]} {label}"
            for label in LABELS
            if row[label] and label != "added"
        ]  # fmt: skip
        if not before and row["lacking"] < total:
            done[0] = f"has {done[0]}"
        text = f"Of {possessive(source)} {_number(total, 'sentence')}, {outlet} {_and(done)}"
    if not before and row["added"] == 1:
        words = words | {"added": "it has {} other"}
    text += f"; {words['added'].format(row['added'] or ('none' if before else 'no'))}."
    parts = []
    for way in ("in", "out"):
        found = [(row[f"{name}_{way}"], noun) for name, noun in (("loaded", "loaded term"), ("hedges", "hedge"))]
        counts = [f"{_number(len(terms), noun)} ({some(terms)})" for terms, noun in found if terms]
        if counts:
            parts.append(f"{words[way]} {_and(counts)}")
    for way, verb in (("out", words["silent"]), ("in", words["cites"])):
        if names := _sources(row[f"named_{way}"], source):
            parts.append(f"{verb} {some(names, ' or ' if way == 'out' else ' and ')}")
    if parts:
        text += f" It {'; it '.join(parts)}."
    if unmentioned:
        named = [f"{the(name)} ({_number(count, 'sentence')} of the source)" for name, count in unmentioned.items()]
        text += f" It does not mention {some(named, ' or ')}."
    if others:
        have = "has" if len(others) == 1 else "have"
        text += f" {some(others, ' and ')} {have} the same changes: they may come from another version of the source."
    return text


def _sources(names: Sequence[str], source: str) -> list[str]:
    """Those who are sources of the text by name; not its own outlet or agency, which cites itself."""
    own = {source, agency_of(source)}
    return [the(name) for name in names if name not in own and _is_source(name)]


def _is_source(name: str) -> bool:
    """Somebody with a name: no country (*the United States said*), no description (*the Kremlin chief*, *data of*)."""
    return name[:1].isupper() and not name.startswith(("The ", "A ", "An ")) and name not in _COUNTRIES


def said(row: Mapping[str, Any]) -> str:
    """What one step did to the measures, such as: loaded terms in: regime, plot; hedges out: may."""
    ways = [(name, way) for name in _EFFECT for way in ("in", "out") if row[f"{name}_{way}"]]
    return "; ".join(f"{_EFFECT[name]} {way}: {some(row[f'{name}_{way}'])}" for name, way in ways)


def some(words: Sequence[str], last: str = ", ") -> str:
    """The first few of the words, each once."""
    distinct = list({word.lower(): word for word in reversed(words)}.values())[::-1]
    if len(distinct) > _LISTED:
        return ", ".join(distinct[:_LISTED]) + ", …"
    return last.join([", ".join(distinct[:-1]), distinct[-1]]) if len(distinct) > 1 else "".join(distinct)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _and(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
