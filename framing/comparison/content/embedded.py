"""Posts from elsewhere that a page shows within a text: nobody's words there are the report's own.

Who wrote a post stands behind it (*— Ada Holm (@adaholm) January 5, 2026*), or a label before it (*Skip Twitter post
by @adaholm*). Of its own bounds nothing tells, if it is not set in marks: it has at most as many characters as posts
have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from framing.corpus.corpus import Corpus

_LONGEST = 300  # characters of a post: 280, and blanks
_END = re.compile(
    r"(?:[—–-]{1,2} ?|\bA (?:post|photo|video) shared by )[^()\n]{2,80} \(@\w[\w. ]*\)|"
    r"\bpic\.(?:twitter|x)\.com/\w+|(?i:\bend of (?:[\w-]+ ){1,2}post by @?\w+)"
)
_BEGIN = re.compile(r"(?i)(?:\bskip|(?<=\n)) ?(?:twitter|x|facebook|instagram|tiktok|bluesky) post by @?\w[\w.]*")


def embedded(corpus: Corpus) -> dict[str, list[tuple[int, int]]]:
    """article -> start and end of what may be an embedded post, headline aside; use `corpus.once(embedded)`."""
    found = {}
    for article, text, body in corpus.articles.select("article", "text", "body_start").iter_rows():
        spans = [(max(body, hit.start() - _LONGEST), hit.end()) for hit in _END.finditer(text, body)]
        spans += [(hit.start(), hit.end() + _LONGEST) for hit in _BEGIN.finditer(text, body)]
        if spans:
            found[article] = sorted(spans)
    return found


def in_post(posts: Mapping[str, Sequence[tuple[int, int]]], article: str, at: int) -> bool:
    """Whether a place of an article is in one of its posts, as `embedded` gives them."""
    return any(start <= at < end for start, end in posts.get(article, ()))
