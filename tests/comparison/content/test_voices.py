"""Who speaks: sources under one name, and the quoted words that go back to them."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import pytest

from framing.comparison.compare import Comparison, compare
from framing.comparison.content.voices import KINDS, NOBODY, SOURCES, quotations
from framing.corpus.corpus import Corpus
from framing.corpus.event import Actor, Event
from framing.corpus.load import load
from framing.measures.attributions import attributions
from framing.report.blocks import Bullets, Paragraph
from framing.report.views import voices as view
from framing.report.writer import Writer
from framing.scoring.scores import score
from tests.conftest import shared
from tests.make import bundled_comparison

EVENT = Event("e", "E", actors=(Actor("Norway", aliases=("Oslo",), kind="government", country="Norway"),))
ONLY = ["sources_named", "sources_unnamed"]


def comparison(texts: Sequence[tuple[str, str]], only: Sequence[str] = ONLY) -> Comparison:
    frame = pl.DataFrame(list(texts), schema={"outlet": pl.String, "body": pl.String}, orient="row")
    return compare(score(Corpus.from_frame(frame, EVENT), only=only))


def words(text: str) -> dict[str, int]:
    """Quoted words by source."""
    return dict(comparison([("A", text)]).sources.filter(pl.col("words") > 0).select("source", "words").iter_rows())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We closed it,” said Ada Holm.", {"Ada Holm": 3}),
        ("Ada Holm said: “We closed it.”", {"Ada Holm": 3}),
        ("Velmsoft CEO Ada Holm says the company will be “making changes soon.”", {"Ada Holm": 3}),
        # The rest of the paragraph, and the surname alone.
        ("“We closed it,” said Ada Holm. “It was late.” Holm said: “Sorry.”", {"Ada Holm": 7}),
        # A person of a body, what belongs to somebody, the author of a post, turns, a block of several paragraphs.
        ("Historian Ada Holm of Pell University said “it was late”. We met Ada Holm.", {"Ada Holm": 3}),
        ("“We closed it,” said Ada Holm's campaign. We met Ada Holm.", {"Ada Holm's campaign": 3}),
        ("It went on.\n\n> We closed it.\n>\n> — Ada Holm (@holm) 3 May\n\nIt rained.", {"Ada Holm": 3}),
        ("Q: Why did you close it?\n\nAda Holm: I had to.\n\nQ: And?\n\nAda Holm: We will see.", {"Ada Holm": 6}),
        ("“It was late,” said Ada Holm.\n\n> So it was.\n>\n> It rained.\n\nHe left.", {"Ada Holm": 8}),
        # A body by its noun alone: not the one whom it thanks, not who spoke before; its name where that is told.
        ("The union praised Ada Holm but said it was time to “open the mill again”.", {"union": 4}),
        ("Neighbours said they were tired. The league said in a note: “We closed it on Monday.”", {"league": 5}),
        ("Neighbours said they were tired. “We closed it on Monday,” said the league.", {"league": 5}),
        ("The Union of Port Workers met. “We closed it on Monday,” the union said.", {"Union of Port Workers": 5}),
        # Of a statement the body speaks, or nobody.
        ("We met the Harbour Agency (HAK). “We closed it,” an HAK statement said.", {"Harbour Agency": 3}),
        ("The Port Board met. “We closed it,” a Port Board statement said.", {"Port Board": 3}),
        # Whom a paper quotes, speaks, and not the paper.
        ("“We closed it,” the Velm Gazette quoted Ada Holm as saying.", {"Ada Holm": 3}),
        ("“We closed it on Monday,” the Velm Gazette quoted an opposition speaker as saying.", {NOBODY: 5}),
        # An office without a name is no body's.
        (
            "Ada Holm, chief of Kettle, said it was late (although Norden has said that it would wait). “We closed it on "
            "Monday,” said the Kettle president.",
            {"Ada Holm": 5},
        ),
        ("Norden, a shipping company, lost. Nobody came. “We closed it,” said the company.", {"Norden": 3}),
        (
            "Norden, a shipping company, and Pell, a wind company, lost. “We closed it,” said the company.",
            {"company": 3},
        ),
        ("The company “closed it twice,” she said. Ada Holm left.", {NOBODY: 3}),
        ("Pell University said it was over. “We closed it on Monday,” the university added.", {"Pell University": 5}),
        ("Ada Holm left the union and said “we closed it on Monday”.", {"Ada Holm": 5}),
        # The holder of an office: by the name beside it, as somebody unnamed, as one of those named before.
        ("Mayor Ada Holm came. “We closed it,” the mayor said.", {"Ada Holm": 3}),
        ("The chairwoman called it “a disgrace” on Friday.", {"chairwoman": 2}),
        ("The mayor came and said it leaks. “We closed it,” he said.", {"mayor": 3}),
        ("Ada Holm came.\n\n“We closed it,” the Leeds lawyer said.", {"Ada Holm": 3}),
        ("The mayor answered them in a letter.\n\n> So it was.\n\nHe left.", {"mayor": 3}),
        # Letters and other documents.
        ("“We closed it,” the letter says.", {"letter": 3}),
        ("It was “of no use”, according to court documents.", {"court documents": 3}),
        # A post under the name of an office.
        ("It went on.\n\n> We closed it.\n>\n> — Mayor of Port (@mayor) 3 May\n\nIt rained.", {"Mayor of Port": 3}),
        # What *he* said of somebody is his; a person is found behind what they lead.
        ("Ada Holm came.\n\nHe added that Oslo will answer “in a few days of this week”.", {"Ada Holm": 7}),
        ("Harbour Board President Ada Holm said: “We closed it.” The Harbour Board met.", {"Ada Holm": 3}),
        ("Senator Ada Holm, Democrat of Norland, said: “We closed it.”", {"Ada Holm": 3}),
        ("“We closed it,” said the director of one company.", {"director": 3}),
        # Of several in a sentence, the one behind the quotation, or the last before it.
        ("Asked by Ben Roe about the gate, Ada Holm said “it was late”.", {"Ada Holm": 3}),
        # Two words in a sentence that gives nobody the word are not those of the next one.
        ("The gate was called “a sieve” in court. Ada Holm said it leaks.", {NOBODY: 2}),
        # The sentence's own speaker comes first.
        ("“We closed it,” said Ada Holm. “No,” said Ben Roe.", {"Ada Holm": 3, "Ben Roe": 1}),
        # A paragraph that opens with the quotation.
        ("“It was late. Nobody came.” It rained. That is all, said Ada Holm.", {"Ada Holm": 5}),
        # She is the last single speaker, not the crowd.
        ("Ada Holm runs the gate. Two residents said it leaks.\n\n“We closed it twice,” she said.", {"Ada Holm": 4}),
        ("“Nobody told us of it,” raged mum-of-two Ada Holm, 34.", {"Ada Holm": 5}),
        ("“We closed it,” a spokesman said.", {"spokesman": 3}),
        ("“Nobody told us of it,” raged Ada Holm. “We closed it!”", {"Ada Holm": 8}),
        # A quotation that goes on in a paragraph of its own.
        ("“We closed it,” Ada Holm told reporters.\n\n“It was very late.”", {"Ada Holm": 7}),
        # Who opens the sentence, where it goes on to quote at length.
        ("Ada Holm was blunt: “We closed it twice.”", {"Ada Holm": 4}),
        ("It fell after Ada Holm chided Ben Roe, accusing him of “wasting a whole week.”", {"Ada Holm": 4}),
        ("Ada Holm's order “sets a limit on gates.” It rained.", {NOBODY: 5}),
        # Not whom somebody speaks to, nor who is named inside the quotation.
        ("Ada Holm said no.\n\n“We closed it twice,” she told Ben Roe.", {"Ada Holm": 4}),
        ("Ada Holm said no.\n\n“We fear Ben Roe.” It rained.\n\n“We closed it,” she said.", {"Ada Holm": 3, NOBODY: 4}),
        # The first named of a sentence is whom *he* means; an office is a person too.
        ("Ada Holm sued Ben Roe.\n\n“We closed it twice,” the governor said.", {"Ada Holm": 4}),
        # A title says that it is a person.
        ("Mr. Roe said no. It rained.\n\n“We closed it,” he said.", {"Roe": 3}),
        # The rest of a paragraph goes to who spoke, not to who reported it.
        ("“We closed it,” said Ada Holm, according to The Gate. “It was late.”", {"Ada Holm": 6}),
        # Nobody is named near it.
        ("It rained. “We closed it.” It snowed.", {NOBODY: 3}),
        ("Ada Holm runs the gate.\n\nIt rained.\n\nIt snowed.\n\nIt blew.\n\n“We closed it,” she said.", {NOBODY: 3}),
        ("Nobody was quoted, said Ada Holm.", {}),
        # Who stands before a colon, or in the paragraph that ends in one.
        ("It was no surprise to Ada Holm: “We closed it.” It rained.", {"Ada Holm": 3}),
        ("Ben Roe left.\n\nAda Holm continued:\n\n“We closed it twice.”\n\nIt rained.", {"Ada Holm": 4}),
        ("Ben Roe left.\n\nThree things stand there:\n\n“We closed it twice.”\n\nIt rained.", {NOBODY: 4}),
        # Of several before a quotation, the one whose verb leads to it.
        ("When Ben Roe said it leaks, Ada Holm replied, “We closed it.”", {"Ada Holm": 3}),
        ("“We closed it,” said a spokeswoman for Holm hotels, Ada Roe.", {"Ada Roe": 3}),
        ("Ben Roe left. “We closed it,” his campaign said.", {"his campaign": 3}),
    ],
)
def test_quoted_words_go_to_their_speaker(text: str, expected: dict[str, int]) -> None:
    assert words(text) == expected


def test_a_word_in_which_the_text_breaks_off_is_not_quoted() -> None:
    of = comparison([("A", "Ada Holm said: “We closed it lat")])
    assert of.credited["words"].to_list() == [3]
    text = of.scores.corpus.articles["text"].item()
    assert text[of.credited["first"].item() : of.credited["last"].item()] == "We closed it"


def test_kinds_and_countries() -> None:
    text = (
        "“One,” said Ada Holm. Oslo said it would pay. The research firm Able Baker said so too. Able Baker said it "
        "again. Two people familiar with it said nothing. “Two,” said Tern Holdings."
    )
    found = comparison([("A", text)]).sources
    rows = {row["source"]: row for row in found.iter_rows(named=True)}
    assert {name: row["kind"] for name, row in rows.items()} == {
        "Ada Holm": "person", "Norway": "institution", "Able Baker": "institution", "Tern Holdings": "institution",
        "people familiar with it" if "people familiar with it" in rows else "two people familiar with it": "unnamed",
    }  # fmt: skip
    assert rows["Norway"]["country"] == "Norway"
    assert rows["Ada Holm"]["country"] is None
    assert rows["Ada Holm"]["share"] == 50


def test_quotations_by_sentence() -> None:
    """The sentences with quoted words, each with who says them, at the places of the words."""
    text = "It rained. “We closed it,” said Ada Holm. “Late.”"
    scores = score(Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "body": [text]}), EVENT), only=ONLY)
    found = quotations(scores)
    whole = scores.corpus.articles["text"][0]
    said = [(whole[row["first"] : row["last"]], row["source"], row["words"]) for row in found.iter_rows(named=True)]
    assert said == [("We closed it", "Ada Holm", 3), ("Late", "Ada Holm", 1)]


def test_a_surname_goes_to_the_full_name_of_its_article() -> None:
    texts = [("A", "Ada Holm came. “Yes, we did,” Holm said."), ("B", "Ben Holm came. “No, we did not,” Holm said.")]
    found = comparison(texts).sources.filter(pl.col("words") > 0)
    assert set(found["source"]) == {"Ada Holm", "Ben Holm"}


def test_only_one_outlet_has_it_and_copies_do_not_count() -> None:
    shared_source = "Ada Holm said: “We closed it.” The gate is old and the wall is older than that."
    texts = [("A", f"{shared_source} Ben Roe said: “Fine.”"), ("B", f"Rain came at noon on the hill. {shared_source}")]
    found = comparison(texts).sources
    rows = {(row["outlet"], row["source"]): row["outlets"] for row in found.iter_rows(named=True)}
    assert rows == {("A", "Ada Holm"): 2, ("A", "Ben Roe"): 1, ("B", "Ada Holm"): 2}
    long = " ".join(f"Then lorry number {n} crossed the yard and stopped at gate {n * 7}." for n in range(12))
    copied = comparison([("A", f"{long} Ada Holm said: “Fine.”"), ("B", f"{long} Ada Holm said: “Fine.”")])
    assert copied.stories["copy_of"].null_count() == 1
    assert copied.sources["outlet"].to_list() == ["A"]


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    return bundled_comparison()


def test_the_frame_adds_up_and_quotes_the_text(bundled: Comparison) -> None:
    found = bundled.sources
    assert found.columns == list(SOURCES)
    assert set(found["kind"]) <= set(KINDS)
    assert not found.select("outlet", "source").is_duplicated().any()
    own = bundled.stories.filter(pl.col("copy_of").is_null()).select("article", "outlet")
    quoted = bundled.scores.corpus.tokens.filter(pl.col("is_word") & pl.col("quoted") & (pl.col("part") == "body"))
    expected = dict(quoted.join(own, on="article").group_by("outlet").len().iter_rows())
    assert {name: n for name, n in found.group_by("outlet").agg(pl.col("words").sum()).iter_rows() if n} == expected
    for (outlet,), rows in found.group_by("outlet"):
        assert rows["share"].sum() == pytest.approx(100 if outlet in expected else 0)
    measured = bundled.scores.evidence.filter(pl.col("metric").is_in(ONLY)).join(own, on="article")
    groups = (
        attributions(bundled.scores.corpus).filter(pl.col("kind").is_in(["document", "group"])).join(own, on="article")
    )
    nobody = measured.filter(text="Neither")
    assert found["attributions"].sum() == measured.height + groups.height - nobody.height
    texts = dict(bundled.scores.corpus.articles.select("article", "text").iter_rows())
    for row in found.iter_rows(named=True):
        assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_who_speaks_in_the_bundled_event(bundled: Comparison) -> None:
    """Words counted by hand in the texts."""
    found = bundled.sources
    shares = {(row["outlet"], row["source"]): row["words"] for row in found.iter_rows(named=True)}
    assert shares["The Harbour Courier", "Marguerite Dunn"] == 6 + 24 + 6 + 6
    assert shares["The Harbour Courier", "Ed Varga"] == 7 + 12
    assert shares["Radio Concord", "Grant Whitlow"] == 8 + 11 + 8 + 15
    assert shares["Caspian View TV", "Farid Tavalan"] == 11 + 6 + 7
    assert shares["Wafer Weekly", "company engineer"] == 7 + 6 + 11
    hadley = found.filter(source="Corin Hadley")
    assert set(hadley["outlet"]) == {"Meridian News Agency", "Radio Concord"}
    assert hadley["outlets"].unique().to_list() == [2]


def test_who_speaks_in_real_coverage() -> None:
    found = compare(score(load(shared("events/putin-oil-cap")))).sources
    first = found.group_by("outlet", maintain_order=True).first()
    assert set(first["source"]) == {"Vladimir Putin"}
    assert all(share > 50 for share in first["share"])
    assert set(found.filter(source="John Kirby")["outlet"]) == {"Reuters"}
    # "According to the Russian leader", "As the President noted": a description is a source with a name.
    assert found.filter(outlet="TASS").select("source", "share").row(0) == ("Vladimir Putin", 100)


@pytest.mark.parametrize(
    "texts",
    [[("A", "It rains."), ("B", "It snows.")], [("A", ""), ("B", "")], [("A", "It rains.")]],
    ids=["nobody speaks", "no text", "one article"],
)
def test_nothing_to_show_says_why(texts: list[tuple[str, str]]) -> None:
    result = comparison(texts)
    assert result.sources.columns == list(SOURCES)
    (section,) = view.sections(Writer(result, {}))
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert str(block.content[0]).startswith("No sources to show: ")


def test_without_the_measures_it_says_so() -> None:
    result = comparison([("A", "It rains."), ("B", "It snows.")], only=["loaded"])
    (section,) = view.sections(Writer(result, {}))
    assert section.blocks == (Paragraph(("No sources to show: sources were not measured.",)),)


def test_the_view_names_sources_of_one_outlet(bundled: Comparison) -> None:
    (section,) = view.sections(Writer(bundled, {}))
    (only,) = [block for block in section.blocks if isinstance(block, Bullets)]
    lines = ["".join(getattr(part, "text", str(part)) for part in item) for item in only.items]
    assert any(line.startswith("Caspian View TV: ") and "Farid Tavalan" in line for line in lines)
    assert not any("Corin Hadley" in line for line in lines)


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Holm called it “sad” after Jon Roe told reporters that the plan was “a joke”.", ["Mara Holm", "Jon Roe"]),
        ("Holm said she was “sad” at the words of Jon Roe, who called it “a joke”.", ["Mara Holm", "Jon Roe"]),
        ("“It is sad and late for this,” Holm said, and called Jon Roe “a joke”.", ["Mara Holm"]),
        ("Holm said it was “sad” and that Jon Roe was “a joke”.", ["Mara Holm"]),
    ],
)
def test_two_speakers_of_one_sentence_have_their_own_words(sentence: str, speakers: list[str]) -> None:
    articles = pl.DataFrame({"outlet": ["A"], "text": [f"Mara Holm spoke on Friday.\n\n{sentence}"]})
    said = quotations(score(Corpus.from_frame(articles), only=ONLY))
    assert said["source"].to_list() == speakers
