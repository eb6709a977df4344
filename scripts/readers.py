"""What is stated beside what careful readers state: found, missed, and stated by us alone.

    python scripts/readers.py ../shared/readers ../shared/events/*
    python scripts/readers.py --report ../shared/readers ../shared/events/*    # only what the report prints

A folder of readers holds a folder for each, with one JSON Lines file an event: event, kind, outlets, statement,
evidence (file, quote), certain. A reader's statement is found where one of ours has a subject that fits its kind,
shares a third of the outlets that either names, and shares its ground: the very outlets (three and more), a passage of
evidence that overlaps one of the reader's, or four words of content with the reader's statement, names of outlets and
of what all statements are about left out. What only a sentence finds that is to be checked before it is cited counts
apart. The rule is mechanical: read the lists.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import framing
from framing.comparison.compare import Comparison
from framing.comparison.content.stems import stem
from framing.comparison.content.vocabulary import STOP
from framing.comparison.statements import Statement
from framing.report.blocks import Block, Finding, Section
from framing.report.charts import charts
from framing.report.short import CHARTS, short

# Subjects of ours that may say what a reader files under a kind.
SUBJECTS = {
    "family": {"family", "version", "source"},
    "omission": {"theme", "only", "omission", "denial", "version", "source", "number", "wording", "claim"},
    "numbers": {"number", "figure", "only"},
    "headline": {"headline", "quotation"},
    "wording": {"quotation", "name", "wording", "headline", "lead"},
    "naming": {"name", "only", "naming"},
    "sources": {"voice", "source", "only", "denial", "claim"},
    "voice": {"voice", "source"},
    "rewrite": {"version", "quotation", "only", "source", "family"},
    "lead": {"lead", "only"},
    "tone": {"about", "tone", "name"},
    "other": {"about", "only", "version", "lead"},
}
SHARED = 4  # words of content
OUTLETS = 1 / 3
PASSAGE = 300  # characters: a longer passage grounds nothing


@dataclass(frozen=True)
class Said:
    """A statement with what it can be told by."""

    who: str
    kind: str
    outlets: frozenset[str]
    text: str
    words: frozenset[str]
    places: tuple[tuple[str, int, int], ...]  # article, start, end
    weight: float


def main() -> None:
    """Print the comparison for each event."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", type=Path)
    parser.add_argument("events", type=Path, nargs="+")
    parser.add_argument(
        "--report", action="store_true", help="judge what page one and the sections that it leads to print, not all"
    )
    parser.add_argument("--quiet", action="store_true", help="only the counts")
    options = parser.parse_args()
    for event in options.events:
        comparison = framing.compare(framing.score(framing.load(event)))
        stated = printed(comparison) if options.report else list(comparison.statements)
        show(comparison, event.name, options.readers, options.quiet, stated)


def printed(comparison: Comparison) -> list[Statement]:
    """The statements whose sentences stand in the report that is read, page one and its sections."""
    whole = short(comparison, list(charts(comparison, CHARTS)))
    said = {block.content[0] for block in findings(whole.sections)}
    front = {block.content[0] for block in findings(whole.sections[:1])}
    print(f"\npage one states {len(front)}, the report {len(said)} of {len(comparison.statements)}")
    return [one for one in comparison.statements if one.sentence in said]


def findings(blocks: Iterable[Block | Section]) -> Iterator[Finding]:
    for block in blocks:
        if isinstance(block, Finding):
            yield block
        elif isinstance(block, Section):
            yield from findings(block.blocks)


def show(comparison: Comparison, event: str, folder: Path, quiet: bool, stated: Sequence[Statement]) -> None:
    """Counts, and the three lists."""
    ours = [ourselves(comparison, one) for one in stated]
    also = [ourselves(comparison, one) for one in comparison.to_check]
    readers = {
        path.parent.name: [
            reader(comparison, path.parent.name, json.loads(line)) for line in path.open(encoding="utf-8")
        ]
        for path in sorted(folder.glob(f"*/{event}.jsonl"))
    }
    common = without_common([*ours, *also], readers)
    found: dict[str, list[tuple[Said, Said | None]]] = {
        who: [(one, match(one, ours, common) or match(one, also, common)) for one in some if one.weight]
        for who, some in readers.items()
    }
    checked = {id(one) for one in also}
    print(f"\n# {event}: {len(ours)} statements of ours, and {len(also)} to be checked")
    for who, pairs in found.items():
        print(f"{who}: {counted(pairs, checked)} of {len(pairs)} certain statements")
    both = [
        (one, other) for one, other in next(iter(found.values()), [])
        if all(match(one, some, common, strict=False) for some in list(readers.values())[1:])
    ]  # fmt: skip
    print(f"both: {counted(both, checked)} of {len(both)}")
    if quiet:
        return
    used = {id(other) for pairs in found.values() for _, other in pairs if other is not None}
    for who, pairs in found.items():
        for title, wanted in (("found", True), ("missed", False)):
            print(f"\n## {who}: {title}")
            for one, other in pairs:
                if (other is not None) is wanted:
                    print(f"- [{one.kind}] {one.text}" + (f"\n    = [{other.kind}] {other.text}" if other else ""))
    for title, some in (("ours alone", ours), ("ours alone, to be checked", also)):
        print(f"\n## {title}")
        for said in some:
            if id(said) not in used:
                print(f"- {said.weight:.2f} [{said.kind}] {said.text}")
    print("\n## ours by subject:", dict(Counter(said.kind for said in ours)))


def counted(pairs: Sequence[tuple[Said, Said | None]], checked: set[int]) -> str:
    """How many of a reader's statements are found, and how many more only among those that are to be checked."""
    found = [id(other) for _, other in pairs if other is not None]
    more = len([one for one in found if one in checked])
    share = f"{100 * (len(found) - more) / max(len(pairs), 1):.0f} %"
    return f"{len(found) - more} found ({share}), {more} more to be checked,"


def ourselves(comparison: Comparison, statement: Statement) -> Said:
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    places = tuple((one.article, one.start, one.end) for one in statement.evidence)
    passages = " ".join(texts[article][start:end] for article, start, end in places if end - start < 400)
    return Said(
        "ours", statement.subject, frozenset(map(plain, statement.outlets)), statement.sentence,
        content(statement.sentence + " " + passages), places, statement.salience,
    )  # fmt: skip


def reader(comparison: Comparison, who: str, line: dict[str, Any]) -> Said:
    """A reader's statement; weight 0 where it is a judgement and no fact."""
    articles = comparison.scores.corpus.articles.select("article", "source_file", "text").rows()
    places = []
    for one in line["evidence"]:
        words = r"[\W_]+".join(re.findall(r"\w+", one["quote"]))
        for article, file, text in articles:
            if Path(file).name == one["file"] or one["file"] == "index.jsonl":
                hit = re.search(words, text, re.IGNORECASE)
                places += [(article, hit.start(), hit.end())] if hit else []
    outlets = frozenset(plain(re.sub(r" \(.*\)$", "", outlet)) for outlet in line["outlets"])
    quotes = " ".join(one["quote"] for one in line["evidence"])
    return Said(
        who,
        line["kind"],
        outlets,
        line["statement"],
        content(line["statement"] + " " + quotes),
        tuple(places),
        float(line["certain"]),
    )


def plain(outlet: str) -> str:
    return re.sub(r"\W", "", outlet.casefold())


def content(text: str) -> frozenset[str]:
    """Stems of content, and numbers."""
    words = re.findall(r"\d[\d.,]*\d|\w+", text.lower())
    return frozenset(stem(word) for word in words if word not in STOP and len(word) > 2)


def without_common(ours: list[Said], readers: dict[str, list[Said]]) -> frozenset[str]:
    """Words that a fifth of all statements have, and words of outlets: they ground nothing."""
    every = [*ours, *(one for some in readers.values() for one in some)]
    counts = Counter(word for one in every for word in one.words)
    outlets = {word for one in every for outlet in one.outlets for word in counts if word in outlet}
    return frozenset(word for word, count in counts.items() if count > len(every) / 5) | outlets


def match(one: Said, others: list[Said], common: frozenset[str], strict: bool = True) -> Said | None:
    """The statement that says the same, best first, or None."""
    best, score = None, 0.0
    for other in others:
        if strict and other.kind not in SUBJECTS.get(one.kind, set()):
            continue
        union = one.outlets | other.outlets
        shared_outlets = len(one.outlets & other.outlets) / max(min(len(union), len(one.outlets) or 1), 1)
        if shared_outlets < OUTLETS:
            continue
        words = len((one.words & other.words) - common)
        ground = sum(
            any(
                place[0] == there[0] and place[1] < there[2] and there[1] < place[2] and there[2] - there[1] < PASSAGE
                for there in other.places
            )
            for place in one.places
        )
        same = len(one.outlets) > 2 and one.outlets == other.outlets
        value = words + 2 * ground + 2 * same
        if (ground or same or words >= SHARED) and (words or same) and value > score:
            best, score = other, value
    return best


if __name__ == "__main__":
    main()
