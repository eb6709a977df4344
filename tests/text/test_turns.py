"""Who speaks by a label: turns of interviews and transcripts, authors of posts that are quoted from elsewhere."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.text.blocks import block, unmarked, without_signs


def corpus_of(body: str, outlet: str = "The Beacon") -> Corpus:
    return Corpus.from_frame(pl.DataFrame({"outlet": [outlet], "headline": ["Q&A: The weir"], "body": [body]}))


def quoted(corpus: Corpus) -> str:
    return " ".join(corpus.tokens.filter("quoted", "is_word", part="body")["text"])


def own(corpus: Corpus) -> str:
    return " ".join(corpus.tokens.filter(~pl.col("quoted"), "is_word", part="body")["text"])


INTERVIEW = """The weir broke in March. Its keeper spoke to us.

{asks}: Did you see it?

{says}: I did. It was dreadful.

We ran.

{asks}: What comes now?

{says}: A new one, I hope."""


@pytest.mark.parametrize(
    ("asks", "says", "who"),
    [
        ("The Beacon", "Tom Vale", "Tom Vale"),
        ("Beacon", "Vale", "Vale"),
        ("Q", "A", None),
        ("Ines Roca", "Tom Vale", "Tom Vale"),  # she asks, he does not
        ("Interviewer", "Óscar Źrebak", "Óscar Źrebak"),
        ("Q", "Tom de la Vale, keeper of the weir", "Tom de la Vale"),
        ("BEACON", "VALE", "VALE"),
        ("TB", "TV", "TV"),
        ("LAMP", "VALE", "VALE"),  # not its own name, but it asks
    ],
)
def test_answers_are_quoted_and_questions_are_the_outlets_own(asks: str, says: str, who: str | None) -> None:
    corpus = corpus_of(INTERVIEW.format(asks=asks, says=says))
    assert quoted(corpus) == "I did It was dreadful We ran A new one I hope"
    assert own(corpus).endswith("spoke to us Did you see it What comes now")
    turns = corpus.annotation.turns
    assert turns["asks"].to_list() == [True, False, True, False]
    assert turns.filter(~pl.col("asks"))["who"].to_list() == [who, who]
    text = corpus.articles["text"][0]
    for start, end, first, last, name in turns.select("start", "end", "first", "last", "who").iter_rows():
        assert name is None or text[start:end] == name
        assert not text[first:last].startswith(":")


@pytest.mark.parametrize("label", ["{}.", "{})", "[{}]", "{} –", "{} -", "{}:"])
def test_letters_of_questions_and_answers_however_they_are_set(label: str) -> None:
    asks, says = label.format("Q"), label.format("A")
    text = INTERVIEW.replace("{asks}:", asks).replace("{says}:", says)
    for outlet in ("The Beacon", "Paper A"):  # whose name holds one of the letters
        assert quoted(corpus_of(text, outlet)) == "I did It was dreadful We ran A new one I hope", outlet
    plain = "A – it was late.\n\nA. Roe left.\n\nA) Keep the doors shut, we ask you.\n\nB) Wear a helmet.\n\nC) Go."
    assert quoted(corpus_of(plain)) == ""


@pytest.mark.parametrize("label", ["{} —", "{} –", "{} -", "[{}]"])
@pytest.mark.parametrize("asks", ["The Beacon", "Ines Roca", "LAMP"])
def test_names_before_a_dash_or_in_brackets_are_labels(label: str, asks: str) -> None:
    text = INTERVIEW.replace("{asks}:", label.format(asks)).replace("{says}:", label.format("Tom Vale"))
    corpus = corpus_of(text.replace("We ran.", "Yes — I ran."))  # which is no label
    assert quoted(corpus) == "I did It was dreadful Yes I ran A new one I hope"
    turns = corpus.annotation.turns.filter(~pl.col("asks"))
    body = corpus.articles["text"][0]
    assert [body[start:end] for start, end in turns.select("start", "end").iter_rows()] == ["Tom Vale", "Tom Vale"]


@pytest.mark.parametrize(
    "body",
    [
        "Delft — We saw it.\n\nLeiden — I ran.\n\nDelft — It is late.\n\nLeiden — We wait.",  # nobody asks
        "Delft — Who saw it?\n\nLeiden — I ran.\n\nGouda — Is it late?\n\nUtrecht — We wait.",  # none comes again
        "[Photo] It was late.\n\n[Map] We ran.\n\n[Photo] It broke.\n\n[Map] We wait.",
        "– Keep the doors shut.\n\n– Do you wear a helmet?\n\n– We go.\n\n– Do you stay?",
    ],
)
def test_dashes_and_brackets_of_other_uses(body: str) -> None:
    assert corpus_of(body).annotation.turns.height == 0


def test_an_interview_with_three_in_capitals_is_the_outlets_where_its_name_asks() -> None:
    body = "BEACON: Did you see it?\n\nVALE: I did.\n\nROCA: I did too.\n\nBEACON: And now?\n\nVALE: We wait."
    assert quoted(corpus_of(body)) == "I did I did too We wait"
    assert own(corpus_of(body.replace("BEACON", "MOOR"))) == ""


def test_a_transcript_in_quotation_marks_ends_with_them() -> None:
    body = """It was on air.

"MOOR: Is it safe, do you think?

"VALE: I think so.

"It held last year.

"MOOR: You think?

"VALE: It holds."

They left."""
    corpus = corpus_of(body)
    assert quoted(corpus) == "Is it safe do you think I think so It held last year You think It holds"
    assert corpus.annotation.turns["who"].to_list() == ["MOOR", "VALE", "MOOR", "VALE"]


def test_every_word_of_a_broadcast_is_somebodys_speech() -> None:
    body = """ANA MOOR, HOST: Good evening. Is it safe?

TOM VALE, KEEPER: I think so.

MOOR: You think?

LI WEN, ENGINEER: We know it is.

VALE: There you are."""
    corpus = corpus_of(body)
    assert own(corpus) == ""
    assert corpus.annotation.turns["who"].to_list() == [None, "TOM VALE", None, "LI WEN", "VALE"]


@pytest.mark.parametrize(
    "body",
    [
        "Three things count:\n\nPrice: It is high.\n\nPlace: It is far.\n\nTime: It is late, I hear.",
        "Price: 4 pounds.\n\nPlace: Delft.\n\nPrice: 5 pounds.\n\nPlace: Leiden.\n\nPrice: 6 pounds.",  # nobody speaks
        "Vale was blunt: I will go. Roca was not: I stay.\n\nIt rained.",
        "Update: We were wrong.\n\nIt rained on us.\n\nUpdate: We were right.",
    ],
)
def test_lists_with_colons_are_no_interviews(body: str) -> None:
    corpus = corpus_of(body)
    assert corpus.annotation.turns.height == 0
    assert quoted(corpus) == ""


def test_the_label_is_no_sentence_of_the_body() -> None:
    corpus = corpus_of(INTERVIEW.format(asks="Q", says="Tom Vale"))
    body = corpus.sentences.filter(part="body")["text"].to_list()
    assert body[2:5] == ["Did you see it?", "I did.", "It was dreadful."]
    assert corpus.sentences.filter(part="label")["text"].to_list() == ["Q:", "Tom Vale:", "Q:", "Tom Vale:"]


def test_the_author_of_a_post_is_its_speaker_and_no_word_of_it() -> None:
    body = (
        "She wrote:\n\n> The weir is gone.\n>\n> All gone.\n>\n> — Tom Vale (@weirman) March 4, 2026\n\nIt was deleted."
    )
    corpus = corpus_of(body)
    assert quoted(corpus) == "The weir is gone All gone"
    turn = corpus.annotation.turns.row(0, named=True)
    text = corpus.articles["text"][0]
    assert text[turn["start"] : turn["end"]] == turn["who"] == "Tom Vale"
    assert text[turn["first"] : turn["last"]] == "The weir is gone.\n\nAll gone."


def test_signs_of_block_quotations() -> None:
    text, numbers = without_signs("One.\n\n> Two,\n> two.\n\n>> Three.\nFour.\n\n>50 people came.")
    assert text == "One.\n\nTwo, two.\n\nThree.\n\nFour.\n\n>50 people came."
    assert numbers == [1, 2]


@given(st.text(alphabet="ab >\n", max_size=40))
def test_signs_are_taken_out_once_and_words_stay(text: str) -> None:
    bare, numbers = without_signs(text)
    assert bare.replace(">", "").split() == text.replace(">", "").split()
    assert len(numbers) <= bare.count("\n\n") + 1


@given(st.text(alphabet="ab. ", min_size=1).map(str.strip).filter(bool))
def test_what_is_marked_is_unmarked(paragraph: str) -> None:
    assert unmarked(block(paragraph)) == (paragraph, True)
