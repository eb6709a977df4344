"""Families: whose text is it, who prints it, and do generated families come out as they were made."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
import pytest

from framing.comparison.texts.families import families
from framing.comparison.texts.reuse import reuse
from framing.comparison.texts.stories import stories
from framing.corpus.corpus import Corpus
from framing.corpus.event import Event, Outlet
from framing.corpus.metadata.agencies import agency_of

DAY = dt.date(2031, 3, 3)


def prose(seed: int, words: int = 120) -> str:
    """Sentences of made-up words, so that no two texts share a run by chance."""
    random = np.random.default_rng(seed)
    letters = "bdfgklmnprstvz"
    made = [
        "".join(random.choice(list(letters)) + random.choice(list("aeiou")) for _ in range(3)) for _ in range(words)
    ]
    return " ".join(" ".join(made[at : at + 12]).capitalize() + "." for at in range(0, words, 12))


def told(rows: list[dict[str, Any]], event: Event | None = None) -> pl.DataFrame:
    corpus = Corpus.from_frame(pl.DataFrame(rows, infer_schema_length=None), event)
    return stories(corpus, reuse(corpus)).join(corpus.articles.select("article", "published"), on="article")


def sentences(rows: list[dict[str, Any]]) -> list[str]:
    corpus = Corpus.from_frame(pl.DataFrame(rows, infer_schema_length=None))
    return families(stories(corpus, reuse(corpus)), corpus)["sentence"].to_list()


@pytest.mark.parametrize(
    ("outlet", "agency"),
    [
        ("AP", "Associated Press"), ("Associated Press News", "Associated Press"), ("apnews.com", "Associated Press"),
        ("The Associated Press", "Associated Press"), ("Reuters UK", "Reuters"), ("ansa.it", "ANSA"),
        ("Agence France-Presse", "AFP"), ("Press Association", "PA Media"), ("DPA", "dpa"), ("ITAR-TASS", "TASS"),
        ("Xinhua News Agency", "Xinhua"), ("The Tribune", None), ("Asian Age", None), ("The Press", None),
        ("World News", None), ("Bloomberg Opinion", None), ("AA Gazette", None), ("Grand Rapids PA Press", None),
        ("Agence France-Presse (AFP)", "AFP"), ("AFP International Text Wire in English", "AFP"),
        ("The Associated Press State & Local Wire", "Associated Press"), ("Agencia EFE - Servicio General", "EFE"),
        ("PTI - The Press Trust of India Ltd.", "PTI"), ("ANSA English Media Service", "ANSA"),
        ("Xinhua General News Service", "Xinhua"), ("Interfax: Russia & CIS General Newswire", "Interfax"),
        ("english.kyodonews.net", "Kyodo"), ("Anadolu Ajansı", "Anadolu"), ("AP Reuters", None),
        ("TASS Russian News Agency", "TASS"), ("AP Top News", "Associated Press"), ("Russian News Agency", None),
        ("The State", None), ("Top News", None),
    ],
)  # fmt: skip
def test_an_outlet_that_is_an_agency(outlet: str, agency: str | None) -> None:
    assert agency_of(outlet) == agency


@pytest.mark.parametrize("name", ["AP News", "The Associated Press", "Associated Press"])
def test_an_agency_under_any_name_is_the_source_of_text_credited_to_it(name: str) -> None:
    text = prose(1)
    rows: list[dict[str, Any]] = [
        {"outlet": "Morning Post", "body": text, "agency": "AP", "published": DAY - dt.timedelta(1)},
        {"outlet": name, "body": text, "agency": None, "published": DAY},
        {"outlet": "The Courier", "body": text[:500], "agency": None, "published": DAY},
    ]
    found = {row["outlet"]: row for row in told(rows).iter_rows(named=True)}
    assert found[name]["role"] == "source"
    assert {found[outlet]["role"] for outlet in ("Morning Post", "The Courier")} == {"copy"}
    assert {row["origin"] for row in found.values()} == {"Associated Press"}
    assert {row["copy_of"] for row in found.values()} == {None, found[name]["article"]}
    assert sentences(rows) == ["Morning Post and The Courier run Associated Press’ text."]


def test_a_text_credited_to_an_absent_agency_is_nobodys_own() -> None:
    text = prose(1)
    rows: list[dict[str, Any]] = [
        {"outlet": "A", "body": f"{prose(9, 12)} {text}", "agency": "Reuters"},
        {"outlet": "B", "body": text, "agency": None},
        {"outlet": "C", "body": text, "agency": "Reuters"},
        {"outlet": "D", "body": prose(2), "agency": "AFP"},
        {"outlet": "E", "body": prose(3), "agency": None},
    ]
    found = {row["outlet"]: row for row in told(rows).iter_rows(named=True)}
    assert [found[name]["role"] for name in "ABCDE"] == ["copy", "agency text", "copy", "agency text", "own"]
    assert [found[name]["origin"] for name in "ABCDE"] == ["Reuters", "Reuters", "Reuters", "AFP", None]
    assert sentences(rows) == [
        "B, A and C share one text, which is Reuters’ by the agency that the files name; Reuters’ own version is not among "
        "these articles.",
        "D runs AFP text, by the agency that its file names; AFP’s own version is not among these articles.",
    ]


def test_only_a_text_with_a_credit_is_said_to_have_one() -> None:
    text = prose(1)
    rows: list[dict[str, Any]] = [
        {"outlet": "A", "body": text, "byline": "Reuters"},
        {"outlet": "B", "body": text, "agency": "Reuters"},  # the data say so, no line does
        {"outlet": "C", "body": text},
        {"outlet": "D", "body": prose(2), "byline": "AFP", "agency": "AFP"},
    ]
    assert sentences(rows) == [
        "A, B and C share one text, which A credits to Reuters; Reuters’ own version is not among these articles.",
        "D runs AFP text, by its credit; AFP’s own version is not among these articles.",
    ]
    rows[1]["byline"] = rows[2]["byline"] = "Reuters"
    assert "which all of them credit to Reuters" in sentences(rows)[0]


def test_half_of_a_text_is_one_in_part() -> None:
    half = prose(1)[: len(prose(1)) * 6 // 10].rpartition(" ")[0]
    (found,) = sentences([{"outlet": "A", "body": prose(1)}, {"outlet": "B", "body": half + " " + prose(2)}])
    assert re.fullmatch(
        r"B and A print one text in part: 5\d % of the shorter one stands in the longer, in runs of five words; "
        r"no date or credit tells which of them had it first\.",
        found,
    )


def test_without_a_credit_nobody_is_said_to_be_the_source() -> None:
    rows: list[dict[str, Any]] = [
        {"outlet": name, "body": prose(1), "published": DAY + dt.timedelta(at)} for at, name in enumerate("AB")
    ]
    assert sentences(rows) == ["A and B print one text; A’s is of an earlier day."]
    assert told(rows)["origin"].null_count() == 2
    assert sentences([row | {"published": DAY} for row in rows]) == [
        "A and B print one text; no date or credit tells which of them had it first."
    ]
    changed = " ".join("otherwise" if at % 25 == 9 else word for at, word in enumerate(prose(1).split()))
    assert sentences([rows[0] | {"published": DAY}, rows[1] | {"body": changed, "published": DAY}]) == [
        "A and B print one text, not word for word; no date or credit tells which of them had it first."
    ]
    far = [rows[0] | {"published": dt.date(2030, 1, 1)}, rows[1]]
    assert "no date or credit tells" in sentences(far)[0]


@pytest.mark.parametrize(
    ("line", "origin", "basis"),
    [
        ("This story was originally published by The Lantern.", "The Lantern", "notice"),
        ("It was first published in Dockside Review, a magazine.", "Dockside Review", "notice"),
        ("Two sailors told The Lantern that it was so.", "The Lantern", "told"),
        ("A sailor on the pier told AFP that it was so.", None, None),  # where one remark is from
        ("Two sailors told Ada Holm that it was so.", None, None),
    ],
)
def test_notices_name_the_origin(line: str, origin: str | None, basis: str | None) -> None:
    rows: list[dict[str, Any]] = [{"outlet": name, "body": f"{prose(1)} {line}"} for name in ("The Lantern", "B", "C")]
    found = told(rows)
    assert found.select("origin", "basis").unique().rows() == [(origin, basis)]
    if origin == "The Lantern":
        assert found.filter(role="source")["outlet"].to_list() == ["The Lantern"]


def test_a_brief_joins_one_of_two_unlike_stories_and_not_both() -> None:
    brief = prose(1, 60)
    rows: list[dict[str, Any]] = [
        {"outlet": "A", "body": f"{brief} {prose(2, 300)}"},
        {"outlet": "B", "body": f"{prose(3, 300)} {brief}"},
        {"outlet": "C", "body": brief},
    ]
    found = told(rows)
    assert found["story"].n_unique() == 2
    assert found.filter(outlet="A")["story"].item() != found.filter(outlet="B")["story"].item()


def test_a_chain_is_cut_where_its_ends_share_little() -> None:
    parts = [prose(seed, 60) for seed in range(6)]
    rows: list[dict[str, Any]] = [{"outlet": f"O{at}", "body": " ".join(parts[at : at + 3])} for at in range(4)]
    found = told(rows)
    story = {row["outlet"]: row["story"] for row in found.iter_rows(named=True)}
    assert story["O0"] != story["O3"]


def test_cuts_of_one_text_are_one_family_though_they_share_nothing() -> None:
    parts = [prose(seed, 120) for seed in range(2)]
    rows: list[dict[str, Any]] = [
        {"outlet": "A", "body": " ".join(parts)},
        *({"outlet": f"O{n}", "body": parts[n]} for n in range(2)),
    ]
    assert told(rows)["story"].n_unique() == 1


def test_takes_of_one_agency_story_are_one_family_with_versions() -> None:
    first, second, third = (prose(seed, 120) for seed in range(3))
    rows: list[dict[str, Any]] = [
        {"outlet": "Reuters", "body": f"{first} {second}", "published": DAY},
        {"outlet": "A", "body": f"{first} {third}", "agency": "Reuters", "published": DAY},
        {"outlet": "B", "body": f"{first} {third}", "agency": None, "published": DAY},
        {"outlet": "C", "body": f"{first} {prose(7)}", "agency": None, "published": DAY},  # its own, for all we know
    ]
    found = {row["outlet"]: row for row in told(rows).iter_rows(named=True)}
    assert [found[name]["role"] for name in ("Reuters", "A", "B")] == ["source", "version", "version"]
    assert found["A"]["story"] == found["B"]["story"] == found["Reuters"]["story"]
    later = [row | {"published": DAY + dt.timedelta(20)} if row["outlet"] in "AB" else row for row in rows]
    apart = {row["outlet"]: row["story"] for row in told(later).iter_rows(named=True)}
    assert apart["A"] != apart["Reuters"]


def test_an_agency_of_the_event_is_one() -> None:
    rows: list[dict[str, Any]] = [{"outlet": name, "body": prose(1)} for name in ("B", "Tidewater")]
    event = Event("e", "E", outlets=(Outlet("Tidewater", kind="agency"),))
    found = told(rows, event)
    assert found.filter(role="source")["outlet"].to_list() == ["Tidewater"]
    assert set(found["origin"]) == {"Tidewater"}


def made(seed: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """A corpus of families: an original, reprints, cuts, edits, briefs, shared quotations; and who is of which."""
    random = np.random.default_rng(seed)
    rows: list[dict[str, Any]] = []
    truth: dict[str, str] = {}
    quotation = prose(5_000 + seed, 24)
    for number in range(12):
        lines = prose(100 * seed + number, int(random.integers(200, 600))).split(". ")
        lines.insert(3, quotation)
        for kind in ["original", *random.choice(["reprint", "cut", "edit", "brief"], int(random.integers(0, 6)))]:
            mine = list(lines)
            if kind == "cut":
                mine = mine[: max(5, int(len(mine) * random.uniform(0.4, 0.9)))]
            elif kind == "brief":
                mine = mine[:6]
            elif kind == "edit":
                at = random.choice(len(mine), len(mine) // 4, replace=False)
                mine = [prose(9_000 + 13 * number + int(n), 12) if n in at else line for n, line in enumerate(mine)]
            if kind != "original" and random.random() < 0.5:
                mine.append(prose(7_000 + len(rows) + seed, 24))
            name = f"O{len(rows)}"
            truth[name] = f"{seed}-{number}"
            rows.append({"outlet": name, "body": ". ".join(mine), "published": DAY})
    return rows, truth


def test_precision_and_recall_of_pairs_on_generated_families() -> None:
    hits = given = expected = 0
    for seed in range(8):
        rows, truth = made(seed)
        found = dict(told(rows).select("outlet", "story").iter_rows())
        for a, b in combinations(truth, 2):
            hits += found[a] == found[b] and truth[a] == truth[b]
            given += found[a] == found[b]
            expected += truth[a] == truth[b]
    assert expected > 200
    assert hits / given >= 0.98
    assert hits / expected >= 0.98
