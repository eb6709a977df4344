"""One function for each parser of untrusted text: bytes in; an error of framing's own, of one line, or nothing out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl

from framing.corpus.cleaning.clean import clean
from framing.corpus.corpus import Corpus
from framing.corpus.event import read_event
from framing.corpus.load import load
from framing.corpus.pages.extract import page_fields
from framing.corpus.plan import read_plan
from framing.corpus.readers import endings
from framing.errors import FramingError
from framing.measures.lexicon import read_lexicon
from framing.report.look.look import read_look


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="framing-fuzz-"))


def _file(name: str, data: bytes) -> Path:
    path = _folder() / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def cleaning(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    headline, _, body = text.partition("\n")
    clean(body, headline=headline or None, outlet="The Courier")


def pages(data: bytes) -> None:
    page_fields(data.decode("utf-8", "replace"))


def text(data: bytes) -> None:
    """Every token and sentence lies in its text; no letter or digit is lost between them."""
    body = data.decode("utf-8", "replace")
    corpus = Corpus.from_frame(pl.DataFrame({"outlet": ["A"], "body": [body]}))
    whole = corpus.articles["text"][0]
    at = 0
    for start, end, words in corpus.tokens.select("start", "end", "text").iter_rows():
        assert whole[start:end] == words
        assert not any(sign.isalnum() for sign in whole[at:start])
        at = end
    assert not any(sign.isalnum() for sign in whole[at:])
    for start, end, words in corpus.sentences.select("start", "end", "text").iter_rows():
        assert whole[start:end] == words


def events(data: bytes) -> None:
    read_event(_file("event/event.toml", data).parent)


def plans(data: bytes) -> None:
    read_plan(_file("study.toml", data))


def word_lists(data: bytes) -> None:
    read_lexicon(_file("list.toml", data))


def looks(data: bytes) -> None:
    read_look(_file("look/words.toml", data).parent)


def files(data: bytes) -> None:
    """A file of any ending: the first byte chooses it."""
    known = endings()
    path = _file(f"files/courier--2026-01-02--1{known[data[0] % len(known)] if data else '.txt'}", data[1:])
    try:
        load(path.parent)
    finally:
        path.unlink()


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (cleaning, pages, text, events, plans, word_lists, looks, files)
}


def attempt(name: str, data: bytes) -> str | None:
    """Feed a parser; what was said, where it refused. Whatever else is raised is a fault."""
    told = None
    try:
        TARGETS[name](data)
    except FramingError as problem:
        told = str(problem)
    assert "\n" not in (told or ""), told
    return told
