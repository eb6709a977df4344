from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.corpus import Corpus
from framing.corpus.event import read_event, slug
from framing.errors import CorpusError, SchemaError, UnknownNameError, one_line
from framing.schema import ARTICLES, REMOVED, conform
from framing.text.annotate import annotate
from tests.samples import corpus


def test_offsets_index_the_one_text() -> None:
    given_corpus = corpus()
    texts = dict(given_corpus.articles.select("article", "text").iter_rows())
    for frame in (given_corpus.sentences, given_corpus.tokens):
        for row in frame.iter_rows(named=True):
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_text_is_headline_blank_line_body() -> None:
    row = corpus(["plain"]).articles.row(0, named=True)
    assert row["text"].startswith("Council closes bridge\n\nThe city council")
    assert row["text"][row["body_start"] :].startswith("The city council")
    assert corpus(["quoted"]).articles["body_start"].item() == 0


def test_counts_are_of_the_body() -> None:
    row = Corpus.from_frame(
        pl.DataFrame({"outlet": ["x"], "headline": ["Four words stand here"], "body": ["One two. “Three four,” five."]})
    ).articles.row(0, named=True)
    assert (row["words"], row["own_words"], row["sentences"]) == (5, 3, 2)


def test_batches_give_the_same() -> None:
    whole = corpus()
    parts = list(whole.batches(2))
    assert len(parts) == 4
    assert pl.concat([part.tokens for part in parts]).equals(whole.tokens)
    assert pl.concat([part.sentences for part in parts]).equals(whole.sentences)


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_can_be_taken_apart(bodies: list[str]) -> None:
    frame = pl.DataFrame({"article": [str(n) for n in range(len(bodies))], "text": bodies, "body_start": 0})
    annotation = annotate(frame)
    sentences, tokens = annotation.sentences, annotation.tokens
    for part in (sentences, tokens):
        for row in part.iter_rows(named=True):
            assert bodies[int(row["article"])][row["start"] : row["end"]] == row["text"]
    # Nothing but white space stands between tokens.
    for number, body in enumerate(bodies):
        rest = list(body)
        for row in tokens.filter(article=str(number)).iter_rows(named=True):
            rest[row["start"] : row["end"]] = [" "] * (row["end"] - row["start"])
        assert not "".join(rest).strip()


def test_needs_outlet_and_body_and_single_keys() -> None:
    with pytest.raises(CorpusError, match="lack the column 'outlet'"):
        Corpus.from_frame(pl.DataFrame({"body": ["x"]}))
    twice = pl.DataFrame({"article": ["a", "a"], "outlet": ["x", "x"], "body": ["x", "y"]})
    with pytest.raises(CorpusError, match="'a' stands twice"):
        Corpus.from_frame(twice)


def test_an_event_file_is_read_and_its_problems_named_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "the-bridge"
    folder.mkdir()
    assert read_event(folder).title == "The bridge"
    (folder / "event.toml").write_text(
        'title = "A bridge"\nstart = 2026-01-02\n[[actors]]\nname = "Council"\naliases = ["the council", "Council"]\n'
    )
    event = read_event(folder)
    assert event.title == "A bridge"
    assert event.actors[0].names == ("Council", "the council")
    (folder / "event.toml").write_text(
        'title = 3\nstart = 2026-02-01\nend = "2026-01-01"\n[[actors]]\naliases = "x"\n[[outlets]]\nname = ""\n'
    )
    with pytest.raises(CorpusError) as caught:
        read_event(folder)
    for part in ("title must be text", "later than end", "an entry without 'name'", "aliases must be a list"):
        assert part in str(caught.value)
    (folder / "event.toml").write_text("title = ")
    with pytest.raises(CorpusError, match="not valid TOML"):
        read_event(folder)


@pytest.mark.parametrize(
    ("name", "key"),
    [("The Courier", "the-courier"), ("  ABC  News! ", "abc-news"), ("Ведомости", "ведомости"), ("../..", "unnamed"), ("a/b", "a-b")],
)  # fmt: skip
def test_slug(name: str, key: str) -> None:
    assert slug(name) == key


@given(st.text())
def test_a_slug_is_never_a_path(name: str) -> None:
    key = slug(name)
    assert key
    assert "/" not in key
    assert "." not in key
    assert "\\" not in key


def test_conform_names_what_is_missing() -> None:
    with pytest.raises(SchemaError, match="lacks article, kind, rule, text"):
        conform(pl.DataFrame({"x": [1]}), REMOVED, "removed")
    with pytest.raises(SchemaError, match="does not hold its declared types"):
        conform(corpus().articles.with_columns(words=pl.lit("many")), ARTICLES, "articles")


def test_messages_are_one_printable_line() -> None:
    assert one_line("a\nb\x1b[31m" + "c" * 200, 20) == "a b�[31mcccccccccccc"[:19] + "…"
    assert "did you mean 'Huawei'" in str(UnknownNameError("event", "huwaei", ["Huawei", "Oil"]))
    assert "known: Huawei, Oil" in str(UnknownNameError("event", "zzz", ["Huawei", "Oil"]))


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3), st.data())
def test_the_words_at_a_place(bodies: list[str], data: st.DataObject) -> None:
    """Characters, not bytes; whichever article, in any order; null without a beginning."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A"] * len(bodies), "body": bodies}))
    texts = dict(corpus.articles.select("article", "text").iter_rows())
    rows: list[tuple[str, int | None, int]] = [(next(iter(texts)), None, 0)]
    for article in data.draw(st.lists(st.sampled_from(sorted(texts)), max_size=5)):
        end = data.draw(st.integers(0, len(texts[article])))
        rows.append((article, data.draw(st.integers(0, end)), end))
    places = pl.DataFrame(rows, schema={"article": pl.String, "start": pl.Int64, "end": pl.Int64}, orient="row")
    wanted = [None if start is None else texts[article][start:end] for article, start, end in rows]
    assert corpus.words_at(places).to_list() == wanted


def test_what_stands_beside_a_place() -> None:
    """Characters, not bytes; no more than the text has."""
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A", "B"], "body": ["Zoë paid €5 more.", "Ada left."]}))
    places = corpus.articles.select("article", at=pl.Series([9, 4]))
    assert corpus.beside(places, "at", ahead=6).to_list() == [" paid ", "Ada "]
    assert corpus.beside(places, "at", behind=6).to_list() == ["€5 mor", "left."]
    assert corpus.beside(places, "at", ahead=1, behind=2).to_list() == [" €5", " le"]
    assert corpus.beside(places.clear(), "at", ahead=1).dtype == pl.String
