"""Coverage: items under one name, versions counted once, the rule of omission, prominence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeAlias

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.comparison.compare import Comparison, compare
from framing.comparison.content.coverage import COVERAGE, FEWEST_WORDS, coverage, left_out
from framing.comparison.content.figures import in_text
from framing.comparison.content.items import MENTIONS, mentions
from framing.comparison.texts.timeline import TIMELINE, timeline
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.corpus.load import load
from framing.report.blocks import Paragraph, Section
from framing.report.charts import coverage as chart
from framing.report.views import coverage as view
from framing.report.views import timeline as timeline_view
from framing.report.writer import Writer
from framing.scoring.scores import score
from tests.conftest import shared
from tests.make import bundled_comparison

EVENT = Event(
    "dam", "A dam leaks", actors=(Actor("Water Board", aliases=("the board",)), Actor("Orla Finn", aliases=("Finn",)))
)
BARE = Event("e", "E")
DAY = dt.date(2030, 1, 2)
PAD = " ".join(f"Nobody at the lake could tell what would come next after day {n}." for n in ("one", "two"))
LONG = " ".join(
    f"{who} {did} {what} near the old weir."
    for who, did, what in zip(
        ("Walkers", "Anglers", "Campers", "Farmers", "Divers", "Rowers", "Cyclists", "Painters", "Hikers", "Millers",
         "Shepherds", "Masons", "Beekeepers"),
        ("saw", "heard", "moved", "counted", "checked", "missed", "passed", "drew", "met", "sold", "left", "fixed", "lost"),
        ("a heron", "loud pumps", "their tents", "dry fields", "the gates", "one oar", "two lorries", "grey water",
         "a ranger", "some flour", "their dogs", "a wall", "nine hives"), strict=True,
    )
)  # fmt: skip


Row: TypeAlias = tuple[str, str | None, str]


def corpus(rows: Sequence[Row], event: Event = EVENT, day: dt.date | None = None) -> Corpus:
    frame = pl.DataFrame(rows, schema={"outlet": pl.String, "headline": pl.String, "body": pl.String}, orient="row")
    return Corpus.from_frame(frame.with_columns(published=pl.lit(day, pl.Date)), event)


def items(text: str, event: Event = BARE) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item, words in mentions(corpus([("A", None, text)], event)).select("item", "text").iter_rows():
        found.setdefault(item, []).append(words)
    return found


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("a rise of 25%", "25 %"), ("25 per cent of it", "25 %"), ("some 25 percent", "25 %"),
        ("up to twenty per cent", "20 %"), ("a quarter of the value", "25 %"), ("less than a tenth", "10 %"),
        ("$1.1bn in sales", "$1.1 billion"), ("1.1 billion dollars", "$1.1 billion"), ("US$60 per barrel", "$60"),
        ("a $60-a-barrel cap", "$60"), ("£12.99 for a bag", "£12.99"), ("3 million euros", "€3 million"),
        ("sold 240 million of them", "240 million"), ("11.08 million barrels a day", "11.08 million barrels a day"),
        ("a 30-day pause", "30 days"), ("48 days", "48 days"), ("1,200 people", "1,200 people"),
        ("on Feb. 28 they met", "28 February"), ("on 28 February", "28 February"), ("on February 28, 2020", "28 February"),
        ("the 3rd May meeting", "3 May"), ("since May 2019", "May 2019"), ("the 3rd of May", "3 May"),
        ("on 2020-05-03", "3 May"), ("for $1.5B", "$1.5 billion"), ("1.5 billion US dollars", "$1.5 billion"),
        ("US$1.5bn", "$1.5 billion"), ("4 million Australian dollars", "A$4 million"), ("Rs 500 crore", "₹5 billion"),
        ("some 3 000 boats", "3,000 boats"), ("3\u202f000 boats", "3,000 boats"), ("3\u00a0000 boats", "3,000 boats"),
        ("3.000 boats", "3,000 boats"), ("1.250.000 euros for 1.400 boats", "1,400 boats"), ("$500 000", "$500,000"),
        ("$3.2T", "$3.2 trillion"), ("$3-4T", "$3 trillion to 4 trillion"), ("12 t of sand", "12 tonnes"),
        ("90 sq m", "90 sq metres"), ("90 m² of", "90 sq metres"), ("90 square meters", "90 sq metres"),
        ("5 km²", "5 sq km"), ("80 km/h", "80 km/h"), ("80 kilometres an hour", "80 km/h"), ("90 miles per hour", "90 mph"),
        ("1.234 children per woman", "1.23 children"), ("On March 3 300 boats left", "3 March"),
        ("forty kilometres", "40 km"), ("40 km of road", "40 km"), ("300 square kilometers", "300 sq km"),
        ("twelve villages", "12 villages"), ("12 small villages", "12 villages"), ("a dozen villages", "12 villages"),
        ("one-third of them", "33 %"), ("two-thirds of it", "67 %"), ("5-10 percent", "5 to 10 %"),
        ("between 5 and 10 per cent", "5 to 10 %"), ("3 percentage points", "3 percentage points"),
        ("2 million metric tons", "2 million tonnes"), ("2 million tons", "2 million tons"),
        ("9 million bpd", "9 million barrels a day"), ("Ada Roe, 52, spoke", "52 years old"),
        ("the 52-year-old", "52 years old"), ("half a million people", "500,000 people"),
        ("200 pounds of flour", "200 lb"), ("200 million pounds", "£200 million"), ("between 20 and 30 ships", "20 to 30 ships"),
        ("one and a half billion dollars", "$1.5 billion"), ("$1·5 billion", "$1.5 billion"),
        ("€1,5 billion", "€1.5 billion"), ("€1,500 million", "€1.5 billion"),
        ("two hundred and fifty ships", "250 ships"), ("at 30°C", "30 °C"),
        ("It costs 3.1 million kronor a year.", "3.1 million krona"),
        ("It costs 5m francs.", "CHF 5 million"),
    ],
)  # fmt: skip
def test_a_figure_has_one_name(text: str, item: str) -> None:
    assert item in {name for name, *_ in in_text(text)}


@pytest.mark.parametrize(
    "text",
    [
        "in 2019 it",
        "5G networks",
        "about it 12:30",
        "two people",
        "may 3 be",
        "A third said so",
        "Feb. 45",
        "Flight 370 fell",
        "at No. 10 they",
        "a Boeing 737",
        "won 2-1",
        "Article 5 of it",
        "from 1998-2003",
        "the 27-nation bloc",
        "the G20",
        "call 020 7946 000 now",
        "call 555 123 4567 now",
    ],
)
def test_no_figure(text: str) -> None:
    assert not list(in_text(text))


@given(st.text(alphabet="0123456789 .,%$£-/:abMilonFebcaquter\n", max_size=200))
def test_figures_lie_in_the_text(text: str) -> None:
    for item, kind, start, end in in_text(text):
        assert item
        assert kind in ("money", "quantity", "count", "age", "time", "share", "date")
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def test_names_are_brought_together() -> None:
    found = items(
        "The International Harbour Fund (IHF) met. The minister, Maria Santos, spoke. Santos said the IHF would pay. "
        "Officials from the U.S. and the United States agreed. Reporters followed Prime Minister Jan de Boer Smit."
    )
    assert found["Maria Santos"] == ["Maria Santos", "Santos"]
    assert found["International Harbour Fund"] == ["International Harbour Fund", "IHF", "IHF"]
    assert found["United States"] == ["U.S.", "United States"]
    assert not {"Officials", "Reporters", "The", "Prime Minister", "Minister"} & set(found)


def test_offices_and_adjectives_are_no_names() -> None:
    found = items(
        "We met French officials, Commerce Secretary Ida Brown and Secretary of State Tom Reed in Paris on Monday."
    )
    assert set(found) == {"Ida Brown", "Tom Reed", "Paris"}


def test_a_currency_is_no_country() -> None:
    event = Event("e", "E", actors=(Actor("United States", aliases=("US",)),))
    assert set(items("We paid US$60 for it.", event)) == {"$60"}
    assert set(items("We paid US$60 for it.")) == {"$60"}


def test_actors_go_by_their_aliases_and_bodies_in_any_case() -> None:
    event = Event("e", "E", actors=(Actor("China", aliases=("Beijing",)), Actor("Trade Department", kind="government")))
    found = items(
        "Yesterday Beijing replied. We asked China Daily and the trade department. And China's answer?", event
    )
    assert found["China"] == ["Beijing", "China"]
    assert found["Trade Department"] == ["trade department"]


def test_mentions_are_the_very_words() -> None:
    texts = load("huawei-curbs")
    bodies = dict(texts.articles.select("article", "text").iter_rows())
    found = texts.once(mentions)
    assert found.columns == list(MENTIONS)
    assert found.height > 400
    for row in found.iter_rows(named=True):
        assert bodies[row["article"]][row["start"] : row["end"]] == row["text"]


def bundled() -> Comparison:
    return bundled_comparison()


def test_what_the_bundled_outlets_leave_out() -> None:
    """Radio Concord took the Treasury out, and the tabloid the ministries and the numbers."""
    comparison = bundled()
    absent = comparison.coverage.filter("left_out").select("outlet", "item")
    said = {outlet: set(rows["item"]) for (outlet,), rows in absent.group_by("outlet")}
    assert said == {
        "Globe Flash": {"Commerce Department", "Pentagon", "Treasury"},  # and no percentages: of what, they do not say
        "Radio Concord": {"Treasury"},
    }
    texts = dict(comparison.scores.corpus.articles.select("article", "text").iter_rows())
    carried = left_out(comparison.coverage)
    for row in carried.iter_rows(named=True):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
        assert row["carrier"] != row["outlet"]
    treasury = carried.filter((pl.col("outlet") == "Radio Concord") & (pl.col("item") == "Treasury"))
    assert "The Harbour Courier" in set(treasury["carrier"])  # a copy carries what it prints, too


def test_copies_are_one_version() -> None:
    """Four mastheads with one agency text are one of the versions, though each carries what it says."""
    text = f"Yesterday the ranger met Petra Vance at the weir. {LONG}"
    head = "Ranger looks at leaking weir"
    rows: list[Row] = [(name, head, text) for name in ("One", "Two", "Three", "Four")]
    rows += [("Five", head, "Crowds came to Lower Town to look."), ("Six", head, "It was dry all week in the hills.")]
    comparison = compare(score(corpus(rows, day=DAY)))
    assert comparison.stories["copy_of"].null_count() == 3
    found = comparison.coverage
    assert "Petra Vance" not in set(found["item"])  # one version only
    rows.append(("Seven", head, "Later we asked Petra Vance about all this."))
    found = compare(score(corpus(rows, day=DAY))).coverage.filter(item="Petra Vance")
    assert found["versions"].unique().to_list() == [2]
    assert found["of_versions"].unique().to_list() == [4]
    assert found.filter("carried").height == 5


def test_the_rule_of_omission() -> None:
    carriers = (
        "Many saw Orla Finn arrive.",
        "Nobody asked Orla Finn anything.",
        "It rained while Orla Finn spoke there.",
    )

    def rows(silent: str) -> list[Row]:
        head = "Meeting on leaking dam ends in uproar"
        return [*((f"Outlet {at}", head, text) for at, text in enumerate(carriers)), ("Silent", head, silent)]

    silent = f"Nothing much was said. {LONG}"
    assert len(silent.split()) >= FEWEST_WORDS
    row = compare(score(corpus(rows(silent), day=DAY))).coverage.filter(
        (pl.col("item") == "Orla Finn") & (pl.col("outlet") == "Silent")
    )
    assert row.select("carried", "left_out", "versions", "of_versions").row(0) == (False, True, 3, 4)
    # By any alias, in any case; and an outlet of few words is not judged.
    for other in (f"Later Finn came. {LONG}", f"They shouted FINN, FINN. {LONG}", "Nothing much was said."):
        row = compare(score(corpus(rows(other), day=DAY))).coverage.filter(
            (pl.col("item") == "Orla Finn") & (pl.col("outlet") == "Silent")
        )
        assert not row["left_out"][0], other[:30]


def test_prominence_is_the_best_place_and_order_counts_items() -> None:
    lead = "\n\n".join(f"Paragraph {word} says little." for word in ("one", "two"))
    body = f"{lead}\n\nHere the crowd met Ada Quill.\n\nAnd then came Ben Roe.\n\nNobody else came.\n\nNot one."
    rows = [
        ("A", "Storm hits Port Ness", f"Ships left Port Ness.\n\n{body}"),
        ("B", None, f"We saw Port Ness, Ada Quill and Ben Roe. {PAD}"),
    ]
    found = compare(score(corpus(rows, BARE))).coverage.filter(outlet="A")
    places = {row["item"]: row["prominence"] for row in found.iter_rows(named=True)}
    assert places == {"Port Ness": "headline", "Ada Quill": "later", "Ben Roe": "later"}
    order = {row["item"]: row["order"] for row in found.iter_rows(named=True)}
    assert order == {"Port Ness": 1, "Ada Quill": 2, "Ben Roe": 3}


def test_real_coverage_leaves_out_what_it_leaves_out() -> None:
    """Read against the texts: the state agency names neither the group that set the cap nor the cap itself."""
    comparison = compare(score(load(shared("events/putin-oil-cap"))))
    absent = comparison.coverage.filter("left_out")
    tass = set(absent.filter(outlet="TASS")["item"])
    assert {"$60", "Group of Seven", "European Union", "Ukraine"} <= tass
    texts = dict(comparison.scores.corpus.articles.group_by("outlet").agg(pl.col("text").str.join("\n")).iter_rows())
    for row in absent.iter_rows(named=True):
        assert row["item"].lower() not in texts[row["outlet"]].lower()


def only_line(sections: list[Section]) -> str:
    (section,) = sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    return "".join(str(part) for part in block.content)


EMPTY: dict[str, list[Row]] = {
    "one outlet": [("A", None, "Yesterday we met Ada Quill."), ("A", None, "Later we met Ada Quill.")],
    "one article": [("A", "Rain in Ness", "It rains.")],
    "no items": [("A", None, "it rains here."), ("B", None, "it rains there.")],
    "all copies": [(name, None, LONG) for name in ("A", "B", "C")],
    "no text": [("A", None, ""), ("B", None, "")],
}


@pytest.mark.parametrize("case", EMPTY)
def test_nothing_to_show_says_why(case: str) -> None:
    comparison = compare(score(corpus(EMPTY[case], BARE)))
    assert comparison.coverage.columns == list(COVERAGE)
    assert only_line(list(view.sections(Writer(comparison, {})))).startswith("Nothing to compare: ")
    assert not list(chart.draw(comparison))
    assert only_line(list(timeline_view.sections(Writer(comparison, {})))) == "No order to show: no article has a date."


def test_the_view_never_judges() -> None:
    comparison = bundled()
    charts = {one.name: one for one in chart.draw(comparison)}
    said = repr(list(view.sections(Writer(comparison, charts)))) + charts["coverage"].alt + charts["coverage"].caption
    assert "bias" not in said.lower()
    assert "objectiv" not in said.lower()


def test_the_chart_says_its_numbers() -> None:
    comparison = bundled()
    (drawn,) = chart.draw(comparison)
    for row in (
        comparison.coverage.group_by("item", maintain_order=True).first().head(chart.ITEMS).iter_rows(named=True)
    ):
        assert f"{row['item']}: {row['versions']} of {row['of_versions']} versions" in drawn.alt


def test_timeline_names_the_first_and_what_later_ones_took() -> None:
    comparison = bundled()
    found = timeline(comparison.scores.corpus, comparison.reuse)
    assert found.columns == list(TIMELINE)
    assert set(found.filter("first")["outlet"]) == {"Meridian News Agency"}
    row = found.filter(pl.col("outlet") == "The Harbour Courier").row(0, named=True)
    assert row["follows"] == "meridian-news-agency/meridian-news-agency-2020-02-04-2"
    assert (row["days"], row["band"]) == (1, "copy")
    days = dict(found.select("article", "published").iter_rows())
    for row in found.drop_nulls("follows").iter_rows(named=True):
        assert days[row["follows"]] < row["published"]


def test_one_day_has_no_order() -> None:
    rows: list[Row] = [("A", None, LONG), ("B", None, LONG)]
    comparison = compare(score(corpus(rows, day=dt.date(2030, 1, 2))))
    assert timeline(comparison.scores.corpus, comparison.reuse).is_empty()
    assert "the same" in only_line(list(timeline_view.sections(Writer(comparison, {}))))


def test_articles_in_another_order_give_the_same() -> None:
    comparison = bundled()
    told = comparison.stories.sample(fraction=1.0, shuffle=True, seed=2)
    assert coverage(comparison.scores, told, comparison.news).equals(comparison.coverage)


def test_an_acronym_that_a_text_spells_out_is_not_left_out() -> None:
    texts = [
        ("A", None, f"The office gave a Temporary Emergency Permit (TEP) to Ada Holm. {LONG}"),
        ("B", None, f"Holm has the TEP of the office. {LONG.replace('old', 'new')}"),
        ("C", None, f"Holm has a Temporary Emergency Permit now. {LONG.replace('near', 'beside')}"),
    ]
    found = compare(score(corpus(texts, BARE, DAY), only=["sources_named"])).coverage
    assert found.filter("left_out").is_empty()


def test_numbers_that_count_nothing() -> None:
    found = [item for item, *_ in in_text("The rate was 40 times higher; 911 calls came; it cost $6.50, or 12 calls.")]
    assert found == ["$6.50", "12 calls"]


def test_a_report_lists_the_forms_that_were_looked_for() -> None:
    from framing.report.views.coverage import _looked_for

    assert _looked_for(["Ada Holm", "Holm", "holm", "AH"]) == "looked for: Ada Holm, Holm, AH"
    assert _looked_for(list("abcdefgh")) == "looked for: a, b, c, d, e, f, …"
