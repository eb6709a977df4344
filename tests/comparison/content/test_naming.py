"""Naming: which references are linked to an actor, which are not, and what sets outlets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparison.compare import Comparison, compare
from framing.comparison.content.naming import FORMS, NAMING, forms, totals
from framing.comparison.content.references import _OWNER, subjects_of
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.corpus.load import load
from framing.report.blocks import Paragraph
from framing.report.charts import naming as chart
from framing.report.views import naming as view
from framing.report.writer import Writer
from framing.scoring.scores import score
from tests.conftest import shared
from tests.make import bundled_comparison

EVENT = Event(
    "mill",
    "A mill pollutes a river",
    actors=(
        Actor(
            "Nordal", aliases=("Nordal Paper",), references=("the river's poisoner",), kind="company", country="Norway"
        ),
        Actor("Ida Krog", aliases=("Krog",), kind="person"),
        Actor("China", aliases=("Beijing",), kind="government", country="China"),
        Actor("Trade Department", kind="government", country="Norway"),
    ),
)


def comparison(texts: Sequence[tuple[str, str]], event: Event = EVENT) -> Comparison:
    frame = pl.DataFrame(list(texts), schema={"outlet": pl.String, "body": pl.String}, orient="row")
    return compare(score(Corpus.from_frame(frame, event), only=["loaded"]))


def references(text: str, event: Event = EVENT) -> list[tuple[str, str, str]]:
    """Actor, words, way of all references that are not names."""
    found = comparison([("A", text)], event).naming.filter(pl.col("way") != "name")
    return list(found.select("actor", "text", "way").iter_rows())


@pytest.mark.parametrize(
    "text",
    [
        "Anglers said the effort to unseat Krog was not a failure.",  # the effort was none
        "A book about Krog was a failure.",
        "He and Mrs. Krog, a former model from Tarn, came late.",  # another person
        "Roe is a critic of Ida Krog, a similarity shared with others.",
    ],
)
def test_what_is_said_of_something_else_is_no_description(text: str) -> None:
    assert [found for found in references(text) if found[0] == "Ida Krog"] == []


@pytest.mark.parametrize(
    ("text", "words", "way"),
    [
        ("Nordal, the world's largest maker of greaseproof paper, was fined.", "the world's largest maker of greaseproof paper", "apposition"),
        ("We saw Nordal, the disgraced Norwegian mill giant.", "the disgraced Norwegian mill giant", "apposition"),
        ("Fines hit the embattled paper giant Nordal again.", "the embattled paper giant", "apposition"),
        ("Fines hit Norwegian giant Nordal again.", "Norwegian giant", "apposition"),
        ("Nordal was fined. The company did not pay.", "The company", "description"),
        ("Nordal was fined. It rained. The embattled firm did not pay.", "The embattled firm", "description"),
        ("Nordal was fined. It rained. It snowed. Nobody came. The Norwegian firm paid.", "The Norwegian firm", "description"),
        ("Nordal is a menace to anglers.", "a menace", "predicate"),
        ("Nordal is not a company in any sense.", "not a company", "predicate"),
        ("Anglers cursed the river's poisoner.  Nordal shrugged.", "the river's poisoner", "reference"),
    ],
)  # fmt: skip
def test_what_is_linked(text: str, words: str, way: str) -> None:
    assert ("Nordal", words, way) in references(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company did not pay.",  # nobody is named
        "Nordal was fined. It rained. It snowed. The company did not pay.",  # too far
        "Nordal was fined. The Swedish company did not pay.",  # another country
        "Nordal was fined, the consulting firm Able Baker said.",  # somebody else's description
        "Nordal was fined. Able Baker, the rival company, cheered.",
        "Nordal was fined. Tern Holdings cheered. The company did not pay.",  # another company is nearer
        "Nordal, the Trade Department and others met.",  # a list
        "Nordal was fined. Every company must pay. Companies paid.",
        "Nordal was fined. The makers of paper met, and a maker wept.",
        "Nordal said, the minister left.",
    ],
)
def test_what_is_not_linked(text: str) -> None:
    assert not [row for row in references(text) if row[0] == "Nordal"], references(text)


def test_persons_have_their_offices_in_their_names() -> None:
    found = comparison([("A", "We met Mayor Ida Krog. The mayor smiled. Then Krog, a former pilot, left.")]).naming
    rows = set(found.filter(actor="Ida Krog").select("text", "way").iter_rows())
    assert rows == {
        ("Mayor Ida Krog", "name"), ("The mayor", "description"), ("Krog", "name"), ("a former pilot", "apposition"),
    }  # fmt: skip


def test_states_by_their_adjective_or_an_owner() -> None:
    event = Event(
        "e",
        "E",
        actors=(
            *EVENT.actors,
            Actor("United States", aliases=("Trump administration", "US"), kind="government", country="United States"),
        ),
    )
    text = "Yesterday China replied. The Communist regime was angry, and the Trump regime too. The Chinese government left."
    rows = {(actor, words) for actor, words, _ in references(text, event)}
    assert rows == {
        ("China", "The Communist regime"),
        ("United States", "the Trump regime"),
        ("China", "The Chinese government"),
    }


def test_bodies_are_named_in_any_case_and_not_described_by_their_names() -> None:
    found = comparison(
        [("A", "We asked the trade department. The Trade Department declined. Then the department closed.")]
    ).naming
    rows = found.filter(actor="Trade Department")
    assert rows["way"].to_list() == ["name", "name"]  # "department" is anybody's


def test_quotations_and_copies() -> None:
    long = (
        "Early in the week two anglers counted eleven dead trout beside the old weir and then they walked home again."
    )
    texts = [
        ("A", f"Nordal was fined. “The company lies,” one angler said. {long} {long.replace('two', 'six')}"),
        ("B", f"Nordal was fined. “The company lies,” one angler said. {long} {long.replace('two', 'six')}"),
    ]
    found = comparison(texts).naming
    assert found["outlet"].unique().to_list() == ["A"]  # the copy counts for its source
    assert found.filter(way="description")["quoted"].to_list() == [True]
    assert totals(found).row(0, named=True) == {
        "actor": "Nordal", "outlet": "A", "names": 1, "descriptions": 0, "charged": 0, "total": 1,
    }  # fmt: skip


def test_charged_references_hold_a_loaded_term() -> None:
    result = comparison([("A", "Nordal, the sinister paper behemoth, was fined. Nordal, the old paper maker, paid.")])
    rows = dict(result.naming.filter(pl.col("way") != "name").select("form", "charged").iter_rows())
    assert rows == {"sinister paper behemoth": True, "old paper maker": False}
    charge = result.naming.filter("charged")["charge"][0]
    assert "sinister" in charge
    assert "behemoth" in charge


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    return bundled_comparison()


def test_planted_labels_come_out_on_top(bundled: Comparison) -> None:
    """The two state broadcasters, the hawkish paper and the tabloid each have a label of their own for Huawei."""
    found = forms(bundled.naming).filter(actor="Huawei")
    assert found.columns == list(FORMS)
    top = list(found.head(3).select("form", "outlet", "count", "other_count", "charged").iter_rows())
    counts = found.select("form", "outlet", "count", "other_count").rows()
    assert ("beijing-backed telecoms giant", "Radio Concord", 3, 0) in counts
    assert ("blacklisted chinese company", "Caspian View TV", 2, 0, True) in top
    # Then the single ones: which of them are charged hangs on the word list, but these are.
    ahead = found.head(8)
    assert {"chinese spy-tech behemoth", "chinese telecom behemoth", "dagger"} <= set(
        ahead.filter(pl.col("charged") & (pl.col("outlet") == "The Potomac Standard"))["form"]
    )
    assert (found.filter("charged")["other_count"] == 0).all()
    plain = {outlet: rows["charged"].any() for (outlet,), rows in found.group_by("outlet")}
    assert not plain["Meridian News Agency"]
    assert not plain["Ledger & Exchange"]
    others = {(row["form"], row["outlet"]) for row in forms(bundled.naming).iter_rows(named=True) if row["charged"]}
    assert {("trump regime", "Caspian View TV"), ("communist regime", "Radio Concord")} <= others


def test_every_description_of_the_bundled_event_is_right(bundled: Comparison) -> None:
    """Read one by one: all that is linked to Huawei means Huawei."""
    said = set(bundled.naming.filter((pl.col("actor") == "Huawei") & (pl.col("way") != "name"))["form"])
    assert said == {
        "beijing-backed telecoms giant", "biggest chinese maker of network equipment", "blacklisted chinese company",
        "china's technology champion", "chinese company", "chinese equipment maker", "chinese firm", "chinese giant",
        "chinese spy-tech behemoth", "chinese tech giant", "chinese telecom behemoth",
        "communist party's favorite company", "communist party's favoured firm", "company", "dagger", "firm",
        "high-risk vendor", "not a company", "world's largest maker of telecommunications equipment",
    }  # fmt: skip


def test_the_frame_quotes_the_text(bundled: Comparison) -> None:
    found = bundled.naming
    assert found.columns == list(NAMING)
    texts = dict(bundled.scores.corpus.articles.select("article", "text").iter_rows())
    for row in found.iter_rows(named=True):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    assert not found.select("actor", "article", "start", "end").is_duplicated().any()


def test_actors_are_found_where_none_are_given() -> None:
    result = compare(score(load(shared("events/putin-oil-cap"))))
    kinds = {one.name: one.kind for one in subjects_of(result.scores.corpus)}
    assert kinds["Vladimir Putin"] == "person"
    assert kinds["Russia"] == "state"
    words = set(result.naming.filter((pl.col("actor") == "Vladimir Putin") & (pl.col("way") == "description"))["form"])
    assert {"russian leader", "kremlin chief"} <= words


EMPTY = {
    "no actor is named": (EVENT, [("A", "it rains here."), ("B", "it rains there.")]),
    "no actors and no names": (Event("e", "E"), [("A", "it rains here."), ("B", "it rains there.")]),
    "one article": (Event("e", "E"), [("A", "Yesterday we met Ada Quill.")]),
    "no text": (EVENT, [("A", ""), ("B", "")]),
}


@pytest.mark.parametrize("case", EMPTY)
def test_nothing_to_show_says_why(case: str) -> None:
    event, texts = EMPTY[case]
    result = comparison(texts, event)
    assert result.naming.columns == list(NAMING)
    assert forms(result.naming).is_empty()
    (section,) = view.sections(Writer(result, {}))
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert str(block.content[0]).startswith("No references to show: ")
    assert not list(chart.draw(result))


@pytest.mark.parametrize(
    "texts", [[("A", "Nordal paid.")], [("A", "Nordal, the paper maker, paid."), ("A", "Nordal left.")]]
)
def test_one_outlet_has_references_too(texts: list[tuple[str, str]]) -> None:
    result = comparison(texts)
    (section,) = view.sections(Writer(result, {one.name: one for one in chart.draw(result)}))
    assert len(section.blocks) > 1


PIECES = (
    "Nordal",
    "Nordal Paper",
    "the ",
    "Norwegian ",
    "company",
    "giant ",
    ", ",
    ". ",
    " is a ",
    "Krog",
    "’s ",
    "“",
    "”",
    "\n\n",
    "of ",
    "x-",
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    result = comparison([("A", text), ("B", "Nordal.")])
    bodies = dict(result.scores.corpus.articles.select("article", "text").iter_rows())
    for row in result.naming.iter_rows(named=True):
        assert bodies[row["article"]][row["start"] : row["end"]] == row["text"]
    descriptions = result.naming.filter(pl.col("way") != "name").sort("article", "start")
    same = descriptions["article"] == descriptions["article"].shift(1)
    assert (descriptions["start"] >= descriptions["end"].shift(1)).filter(same.fill_null(False)).all()


def test_the_chart_says_its_numbers(bundled: Comparison) -> None:
    (drawn,) = chart.draw(bundled)
    for row in totals(bundled.naming).filter(actor="Huawei").iter_rows(named=True):
        assert f"{row['outlet']}: {row['total']} references, {row['names']} by name" in drawn.alt


@pytest.mark.parametrize("owner", ["Ørsted’s", "Łódź's", "Özil Holding's", "Norden's"])
def test_owners_begin_with_any_capital(owner: str) -> None:
    assert re.fullmatch(_OWNER, owner)
    assert not re.fullmatch(_OWNER, owner.lower())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("We saw President Ada Krog. The president wept.", ["The president"]),
        ("We saw President Ada Krog and Governor Ida Krog. Then Bo Tern wept. The governor left.", []),
        ("We saw President Ada Krog. Then President Bo Tern came. The president wept.", []),
        ("We saw President Ada Krog, an aide confirmed. Her chief of staff left.", []),
        ("We saw President Ada Krog. The House leader, Bo Tern, left.", []),
        ("We saw Ada Krog. The president wept.", []),  # nobody says that she is one
        ("We saw President Ada Krog. The former president, they say, slept.", []),
        ("We saw ex-President Ada Krog. A company president wept.", []),
    ],
)
def test_a_person_is_described_by_the_office_that_the_texts_give(text: str, who: list[str]) -> None:
    event = Event("e", "E", actors=(Actor("Ada Krog", aliases=("Krog",), kind="person"),))
    found = comparison([("A", text)], event).naming.filter(way="description")
    assert found["text"].to_list() == who


def test_a_country_is_not_described_by_the_name_of_another() -> None:
    event = Event("e", "E", actors=(Actor("China", kind="government", country="China"),))
    found = comparison([("A", "China replied to Washington. The Trump regime was angry.")], event).naming
    assert found.filter(way="description").is_empty()


def test_a_title_before_a_name_is_whole_and_no_other_word() -> None:
    event = Event("e", "E", actors=(Actor("Ada Krog", aliases=("Krog",), kind="person"),))
    found = comparison(
        [("A", "When Mr. Krog came, booking Krog was easy. Despite former Krog plans it failed.")], event
    )
    assert found.naming["text"].to_list() == ["Mr. Krog", "Krog", "Krog"]
