"""Every statement of what differs, held against the texts by another reading of them: plain searches for words.

The bundled events are written for the project. A statement is false where a text that is said to lack a word has a word
that begins alike, or one that is said to have it has none. No kind may have more than two in a hundred false.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import framing
from framing.comparison.compare import Comparison
from framing.comparison.statements import Statement
from tests.comparison.statements.events import ONLY

EVENTS = ("chips-act", "huawei-curbs", "meng-release", "nord-stream-halt", "suez-blockage", "tiktok-orders")
BODIES = {"Department", "Party", "House", "Committee", "Commission", "Street", "State", "County"}  # many have them
QUOTED = re.compile(r"“([^”]+)”")


@cache
def compared(event: str | Path) -> Comparison:
    return framing.compare(framing.score(framing.load(event), only=[*ONLY, "quoted_share"]))


def texts(of: Comparison) -> dict[str, str]:
    """Label -> text, with straight apostrophes."""
    rows = of.scores.corpus.articles.select("article", "text").iter_rows()
    return {of.labels.names[article]: text.replace("’", "'") for article, text in rows}


def labels(of: Comparison, part: str) -> list[str]:
    """The texts that a part of a sentence names: *A (5 and 9 Feb)*, *A (both texts)*, longer names first."""
    found = []
    for outlet in sorted(set(of.labels.outlets.values()), key=len, reverse=True):
        names = [of.labels.names[article] for article, one in of.labels.outlets.items() if one == outlet]
        for hit in re.finditer(rf"{re.escape(outlet)}(?: \(([^()]*)\))?", part):
            marks = hit[1] or ""
            days = re.findall(r"\d+", marks)
            for name in names:
                mark = name.removeprefix(outlet)[2:-1]
                day, _, month = mark.partition(" ")
                if not mark or " texts" in marks or mark in marks or (day in days and month in marks):
                    found.append(name)
        part = part.replace(outlet, " ")
    return found


def begins(word: str, text: str) -> bool:
    """Whether a word stands in the text that begins as this one does, its ending left out."""
    root = word.lower()[: max(4, len(word) - 3)]
    return re.search(rf"(?<!\w){re.escape(root)}", text.lower()) is not None


def false(of: Comparison, one: Statement) -> str | None:
    """What is wrong with a statement; None where nothing is, or where this reading cannot tell."""
    every, sentence = texts(of), one.sentence.replace("’", "'")
    others = [text for label, text in every.items() if label not in labels(of, one.sentence)]
    if hit := re.match(
        r"The words? (.+?)(?:, in any form, stands? at least \S+ times(?: together)? in (.+?), and in no other text"
        r"| stand only in (.+?), as in)",
        one.sentence,
    ):
        where = hit[2] or hit[3]
        having = labels(of, where)
        lacking = [label for label in every if label not in having]
        for word in QUOTED.findall(hit[1]):
            bad = [label for label in lacking if re.search(rf"(?<!\w){word}(?!\w)", every[label].lower())]
            if bad or not any(begins(word, every[label]) for label in having):
                return f"{word}: {bad}"
    elif hit := re.match(r"Only (.+?) (?:names?|has|have|quotes?) (.+?)(?: \(and|\.$)", sentence):
        for name in re.split(r", | and ", hit[2]):
            figure = re.search(r"[$€£][\d,.]+", name)
            last = re.escape(figure[0]) if figure else name.split()[-1]
            if one.subject == "source":
                close = rf"[“”\"][^“”\"\n]{{0,60}}\b{re.escape(name.split()[-1])}\b|\b{re.escape(name.split()[-1])}\b[^“”\"\n]{{0,40}}[“\"]"
                if any(re.search(close, text) for text in others):
                    return name
            elif (figure or (len(last) > 4 and last not in BODIES)) and any(
                re.search(rf"(?<!\w){last}(?!\w)", text) for text in others
            ):
                return name
    elif hit := re.match(r"(.+?) do(?:es)? not name (.+?);", sentence):
        own = [every[label] for label in labels(of, hit[1])]
        for name in re.split(r", | or ", hit[2]):
            words = [word for word in name.split() if word[:1].isupper()]
            if words and any(re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", text) for text in own):
                return name
    elif hit := re.match(
        r"“(\w+)” stands in the headlines? of (.+?) on .+?, not below: .+? never uses? the word", one.sentence
    ):
        bodies = {
            of.labels.names[key]: text[at:]
            for key, at, text in of.scores.corpus.articles.select("article", "body_start", "text").iter_rows()
        }
        if any(begins(hit[1], bodies[label]) for label in labels(of, hit[2])):
            return hit[1]
    elif hit := re.match(
        r"(.+?) (?:is named|has the word) in the first .+?, but only in the last third of (.+?)(?: \(in between.*)?\.$",
        sentence,
    ):
        name = hit[1].removeprefix("The ").split()[-1]
        for label in labels(of, hit[2]) if " is named " in sentence else ():
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", every[label][: len(every[label]) // 2]):
                return name
    elif one.subject == "lead" and " nowhere in " in sentence:
        word = QUOTED.findall(one.sentence) or [sentence.split(" stands ")[0].removeprefix("The ")]
        nowhere = labels(of, one.sentence.split(" nowhere in ")[1])
        if any(re.search(rf"(?<!\w){word[0].lower()}(?!\w)", every[label].lower()) for label in nowhere):
            return str(word[0])
    return None


def unprinted(of: Comparison, one: Statement) -> str | None:
    """A wording in quotation marks of which a text named in the brackets behind it lacks a word; marks aside."""
    every = {
        of.labels.names[key]: bare(text) for key, text in of.scores.corpus.articles.select("article", "text").rows()
    }
    sentence = one.sentence
    for at, label in enumerate(every):  # brackets, and headlines in marks, within labels
        sentence = sentence.replace(label, f"@{at}@") if "(" in label else sentence
    sentence = re.sub(r"; more than half of its words also in [^()]+\)", ")", sentence)  # these have other words
    sentence = re.sub(r"; “([^”]+)” in ((?:[^()“;]|\([^()]*\))+)", r") “\1” (\2", sentence)  # (A; “cuts” in B)
    for wording, who in re.findall(r"“([^”]+)” \(((?:[^()“]|\([^()]*\))+)\)", sentence):
        named = [label for at, label in enumerate(every) if f"@{at}@" in who] + labels(of, who)
        for label in named:
            if not all(bare(piece) in every[label] for piece in wording.split("…") if re.search(r"\w", piece)):
                return f"{label}: {wording}"
    return None


def bare(text: str) -> str:
    """Words in small letters with single blanks, without marks."""
    words = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {words} "


def stated() -> Iterator[tuple[str, Comparison, Statement]]:
    for event in EVENTS:
        of = compared(event)
        yield from ((event, of, one) for one in of.statements if one.kind == "texts")


REAL = sorted(path for path in (Path(__file__).parents[4] / "shared" / "events").glob("*") if path.is_dir())


@pytest.mark.parametrize("event", [*EVENTS, *REAL], ids=str)
def test_each_wording_stands_in_every_text_that_it_is_credited_to(event: str | Path) -> None:
    of = compared(event)
    wrong = [found for one in of.statements if one.kind == "texts" and (found := unprinted(of, one))]
    assert not wrong, wrong


def test_a_wording_that_one_of_its_texts_lacks_is_found() -> None:
    of = compared("chips-act")
    article, text = of.scores.corpus.articles.select("article", "text").row(0)
    label, words = of.labels.names[article], " ".join(re.findall(r"\w+", text.split("\n")[0])[:4])
    other = next(name for name in of.labels.names.values() if name != label)
    made = [
        Statement("texts", "quotation", (), f"It is “{shown}” ({who})")
        for shown, who in (
            (words, label),
            (f"{words} … {words[:5]}xq", label),
            (words, f"{label} and {other}"),
            (words, f"{label}; “{words}” in {other}"),
        )
    ]
    assert [unprinted(of, one) is None for one in made] == [True, False, False, False]


def test_no_kind_has_more_than_two_in_a_hundred_false() -> None:
    counts: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for event, of, one in stated():
        counts[one.subject] += 1
        if (what := false(of, one)) is not None:
            wrong[one.subject].append(f"{event}: {what}: {one.sentence}")
    assert sum(counts.values()) > 60
    for subject, found in wrong.items():
        assert len(found) <= 0.02 * counts[subject], found


@pytest.mark.parametrize("event", EVENTS)
def test_evidence_lies_in_the_texts_of_those_named(event: str) -> None:
    of = compared(event)
    rows = {
        key: (outlet, len(text))
        for key, outlet, text in of.scores.corpus.articles.select("article", "outlet", "text").iter_rows()
    }
    for one in of.statements:
        if one.kind == "texts":
            assert one.evidence, one.sentence
            for place in one.evidence:
                assert 0 <= place.start < place.end <= rows[place.article][1]


@pytest.mark.parametrize("event", EVENTS)
def test_one_fact_is_told_once(event: str) -> None:
    sentences = [one.sentence for one in compared(event).statements]
    assert len(sentences) == len(set(sentences))
    only = [
        one
        for one in compared(event).statements
        if one.subject in ("only", "source") and one.sentence.startswith("Only")
    ]
    names = Counter(
        (one.outlets, name)
        for one in only
        for name in re.split(r", | and ", re.sub(r"^Only .+? (?:names?|has|have|quotes?|speaks?) ", "", one.sentence))
        if name[:1].isupper()
    )
    assert not [name for name, count in names.items() if count > 1]


def test_the_reading_finds_false_statements() -> None:
    of = compared("chips-act")
    label = next(iter(of.labels.names.values()))
    word = next(
        word
        for word in re.findall(r"\b[a-z]{6,}\b", texts(of)[label])
        if sum(word in text.lower() for text in texts(of).values()) > 2
    )
    other = next(name for name in of.labels.names.values() if name != label)
    lie = Statement(
        "texts",
        "only",
        (other,),
        f"The word “{word}”, in any form, stands at least five times in {other}, and in no other text.",
    )
    assert false(of, lie) is not None
