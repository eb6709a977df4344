from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from framing.text.annotate import cut
from framing.text.tokenise import numbered, tokenise


@given(st.lists(st.text(max_size=3), max_size=30))
def test_values_are_numbered_by_their_first_appearance(values: list[str]) -> None:
    numbers, distinct = numbered(pl.Series(values, dtype=pl.String))
    assert distinct.to_list() == list(dict.fromkeys(values))
    assert [distinct[number] for number in numbers.tolist()] == values


@given(st.lists(st.text(alphabet="aé𝄞 .\n“", max_size=20), max_size=4))
def test_places_in_bytes_are_those_of_utf_8(texts: list[str]) -> None:
    tokens = tokenise(pl.Series(texts, dtype=pl.String))
    rows = pl.Series(texts, dtype=pl.String).gather(tokens.row)
    sizes = tokens.of("text").str.len_bytes().to_numpy()
    assert cut(rows, tokens.byte, tokens.byte + sizes).to_list() == tokens.of("text").to_list()
    assert [len(text[:start].encode()) for text, start in zip(rows, tokens.start, strict=True)] == tokens.byte.tolist()
