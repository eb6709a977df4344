"""Which articles are read closely: all in English, up to a number; else those of the largest stories.

What sets texts beside each other sentence by sentence (rewrites, coverage, quotations, headlines, whatever one text has
and others lack) takes time that grows with pairs of texts, and lists that nobody reads to the end. Values, intervals,
tests and copies are of all articles, always. Names, themes and speech verbs are known in English only: in German every
noun has a capital, and no English word stands there "in any form".
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any, Self, TypeVar, overload

import polars as pl

T = TypeVar("T")
CLOSELY = 250  # articles
_STORIES = 0.6  # of them at most: the largest stories; the rest is drawn evenly from all outlets
_STORY = 40  # articles of one story at most


def english(articles: pl.DataFrame) -> pl.DataFrame:
    """`schema.ARTICLES` without those in another language; all of them where fewer than two are in English."""
    found = articles.filter(pl.col("language").fill_null("en") == "en")
    return found if found.height > 1 else articles


def chosen(stories: pl.DataFrame, most: int) -> list[str]:
    """Keys of the articles that are read closely, in order; all of them where there are `most` at most.

    First come the stories that most outlets print, then most articles, up to 40 articles of each; then articles of
    every outlet in turn, in an order that hangs on nothing but their keys. stories: `schema.STORIES`.
    """
    if stories.height <= most:
        return stories["article"].sort().to_list()
    many = (
        stories.with_columns(outlets=pl.col("outlet").n_unique().over("story"), size=pl.len().over("story"))
        .filter(pl.col("outlets") > 1)
        .sort(
            "outlets",
            "size",
            "story",
            pl.col("copy_of").is_not_null(),
            "article",
            descending=[True, True, *[False] * 3],
        )
        .group_by("story", maintain_order=True)
        .head(_STORY)
    )
    first = many["article"].head(int(_STORIES * most)).to_list()
    rest = stories.filter(~pl.col("article").is_in(first), pl.col("copy_of").is_null())
    if rest.height < most - len(first):
        rest = stories.filter(~pl.col("article").is_in(first))
    lot = [hashlib.blake2b(key.encode(), digest_size=8).hexdigest() for key in rest["article"]]
    drawn = (
        rest.with_columns(lot=pl.Series(lot, dtype=pl.String))
        .with_columns(turn=pl.col("lot").rank("ordinal").over("outlet"))
        .sort("turn", "lot", "article")
    )
    return sorted([*first, *drawn["article"].head(most - len(first))])


class close(cached_property[T]):  # noqa: N801
    """A cached property of the articles that are read closely only: see `Comparison.closely`."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        return self if instance is None else super().__get__(instance.closely, owner)
