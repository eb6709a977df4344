from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from framing.corpus.corpus import Corpus
from framing.errors import LexiconError
from framing.measures.lexicon import read_lexicon
from framing.measures.match import LEXICONS, find

HEAD = """
title = "Test"
measure = "test"
higher = "more"
source = "nobody"
licence = "MIT"
"""


def hits(tmp_path: Path, terms: str, text: str, vetoes: str = "") -> list[str]:
    path = tmp_path / "test.toml"
    path.write_text(f"{HEAD}\n[categories.a]\nterms = [{terms}]\n[vetoes]\nterms = [{vetoes}]", encoding="utf-8")
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x"], "body": [text]}))
    found = find(corpus, read_lexicon(path))
    whole = corpus.articles["text"][0]
    return [whole[row["start"] : row["end"]] for row in found.iter_rows(named=True)]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        ('"might"', "It might. MIGHT it? Mighty.", ["might", "MIGHT"]),
        ('"slam*"', "Slams, slammed; islam.", ["Slams", "slammed"]),
        ('"*-fuelled"', "A hate-fuelled row, fuelled by envy. HATE-FUELLED.", ["hate-fuelled", "HATE-FUELLED"]),
        ('"appear|appears to"', "It appears to fall. They appear, to me. We appear to.", ["appears to", "appear, to", "appear to"]),
        ('"so-called"', "The so-called plan", ["so-called"]),
        ('"don\'t"', "I don’t. I don't.", ["don’t", "don't"]),
        ('"regime"', "The regime’s end; the regime's end", ["regime’s", "regime's"]),
        ('"it\'s late"', "It’s late; it's late; it is late.", ["It’s late", "it's late"]),
        ('"Moody\'s|Fitch"', "Moody's fell, Fitch rose.", ["Moody's", "Fitch"]),
        ('"to rule out"', "He declined to rule. Out it went.", []),
        ('{ term = "may", case = "lower" }', "In May it may. May it?", ["may"]),
        ('{ term = "may", case = "not_name" }', "May it? In May it may.", ["May", "may"]),
        ('{ term = "turkey", case = "upper" }', "Turkey ate turkey in Turkey.", ["Turkey"]),
        ('{ term = "about", next = ["<number>"] }', "about 30, about China, about two, about", ["about", "about"]),
        ('{ term = "likely", not_next = ["to", "vot*"] }', "likely to; likely voters; likely rain", ["likely"]),
        ('{ term = "charge", previous = ["<start>"] }', "Charge! They charge.", ["Charge"]),
        ('{ term = "war", not_previous2 = ["world"] }', "world trade war; the trade war", ["war"]),
        ('{ term = "hold", next2 = ["that"] }', "hold we that; hold that", ["hold"]),
        ('{ term = "state", next = ["<capital>"] }', "state Senator, state senator", ["state"]),
        ('{ term = "cold", near = ["freez*"] }', "Cold war. Cold and freezing.", ["Cold"]),
        ('{ term = "cold", not_near = ["war"] }', "Cold war. Cold day.", ["Cold"]),
        ('{ terms = ["some", "around"], next = ["<number>"] }', "some 300; around 5; some people", ["some", "around"]),
        ('{ term = "end", next = ["<end>"] }', "the end. The end came.", ["end"]),
    ],
)  # fmt: skip
def test_finds(tmp_path: Path, terms: str, text: str, expected: list[str]) -> None:
    assert hits(tmp_path, terms, text) == expected


@pytest.mark.parametrize(
    ("terms", "vetoes", "text", "expected"),
    [
        ('"may"', '"in may"', "In May it may.", ["may"]),
        ('"war on", "war on drugs"', "", "a war on drugs", ["war on drugs"]),
        ('"a b", "b c"', "", "a b c", ["a b"]),
        ('"about"', '"about to"', "about to go, about it", ["about"]),
        ('"could"', '{ term = "could", next = ["hear"] }', "They could hear that it could fall.", ["could"]),
        ('"a b c"', '"b"', "a b c", ["a b c"]),
    ],
)
def test_longer_terms_and_vetoes_win(tmp_path: Path, terms: str, vetoes: str, text: str, expected: list[str]) -> None:
    assert hits(tmp_path, terms, text, vetoes) == expected


def test_terms_do_not_cross_sentences_or_articles(tmp_path: Path) -> None:
    assert hits(tmp_path, '"the end"', "Not the. End it.") == []
    path = tmp_path / "two.toml"
    path.write_text(f'{HEAD}\n[categories.a]\nterms = ["the end"]', encoding="utf-8")
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["x", "x"], "body": ["this is the", "end of it"]}))
    assert find(corpus, read_lexicon(path)).is_empty()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "is not valid TOML"),
        ("title = 'x'", "'measure' is missing"),
        (HEAD, "there is no [categories.NAME]"),
        (HEAD + "[categories.a]\nterms = [3]", "neither a text nor a table"),
        (HEAD + "[categories.a]\nterms = [{term='x', nxt=['y']}]", "unknown key 'nxt'"),
        (HEAD + "[categories.a]\nterms = ['*']", "no term of words"),
        (HEAD + "[categories.a]\nterms = ['a*b']", "no term of words"),
        (HEAD + "[categories.a]\nterms = ['*b*']", "no term of words"),
        (HEAD + "language = 'German'\n[categories.a]\nterms = ['x']", "language must be a code"),
        (HEAD + "counts = 2\n[categories.a]\nterms = ['x']", "counts must be three numbers above 0"),
        (HEAD + "[categories.a]\ncounts = [1, 2]\nterms = ['x']", r"[categories.a] counts must be three numbers"),
        (HEAD + "[categories.a]\nterms = [{term='x', intensity=4}]", "intensity must be 1, 2 or 3"),
        (HEAD + "[categories.a]\nterms = [{term='x', next=['<verb>']}]", "unknown class '<verb>'"),
        (HEAD + "[categories.a]\nterms = [{term='x', case='Upper'}]", "case must be one of"),
        (HEAD + "[categories.a]\nterms = ['x', 'x']", "'x' stands twice"),
        (HEAD + "voice = 'quoted'\n[categories.a]\nterms = ['x']", "voice must be"),
    ],
)
def test_names_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.toml") as caught:
        read_lexicon(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_names_every_problem_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(HEAD + "[categories.a]\nterms = [3, '*', {term='x', intensity=9}]", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        read_lexicon(path)
    assert str(caught.value).count(";") >= 3


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_list_of_the_project_is_in_form(path: Path) -> None:
    lexicon = read_lexicon(path)
    assert lexicon.licence == "MIT"
    assert all(entry.term for entry in lexicon.terms)
    assert set(lexicon.categories) == {entry.category for entry in lexicon.terms}


def test_the_lists_have_the_promised_size() -> None:
    sizes = {path.stem: len(read_lexicon(path).terms) for path in LEXICONS.glob("*.toml")}
    assert sizes["hedging"] + sizes["boosting"] >= 250
    assert sizes["loaded"] >= 600
