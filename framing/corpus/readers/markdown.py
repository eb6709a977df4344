"""Markdown: one article, with front matter (`key: value` lines between two lines of three hyphens)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.databases import split
from framing.corpus.files.fields import Raw
from framing.corpus.files.front_matter import divided, headed
from framing.corpus.files.source import Source

ENDINGS = (".md", ".markdown")
CHECKED = "framing's own files; front matter as trafilatura and note-taking programs write it"

_TITLE = re.compile(r"\s*# +([^\n]+?)(?: +#+)?[ \t]*(?:\n|$)")
_SIGN = re.compile(r"([\\*_\[\]#=!])")
_TARGET = r"(?:[^()\n]|\([^()\n]*\)){0,2000}"
_EMPHASIS = (
    (r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])", r"\2"),
    (r"(?<![\w_\\])(_{1,3})(?=[^\s_])([^_\n]*[^\s_])\1(?![\w_])", r"\2"),
)
# Signs that say how words look, and what stands instead.
_SIGNS = tuple(
    (re.compile(form), instead)
    for form, instead in (
        (r"(?m)^ {0,3}=+[ \t]*$", ""),  # below a heading
        (rf"!\[[^\[\]\n]*\]\({_TARGET}\)", ""),  # pictures
        (rf"\[([^\[\]\n]+)\]\({_TARGET}\)", r"\1"),  # links
        (r"(?m)^ {0,3}#{1,6} +(.*?)(?: +#+)?[ \t]*$", r"\1"),
        (r"(?m)^(\*\*|\*|__|_)(?=\S)([^*_\n]+\?)\1[ \t]+(?=\S)", r"\2\n\n"),  # a question, and its answer behind it
        *_EMPHASIS,
        *_EMPHASIS,  # one within the other
        (r"(?<!\\)\\(?=\n[^\S\n]*\S)", ""),  # a line breaks off here: before another line only
        (r"\\([\\`*_{}\[\]()#+=.!~|<>'\"-])", r"\1"),
    )
)


def recognises(head: bytes) -> bool:
    """Text of any kind: Markdown has no mark of its own."""
    return b"\0" not in head[:512] or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def read(source: Source) -> Iterator[Raw]:
    """The article, or those of an export that was pasted."""
    text = source.text()
    found = split(text)
    if found is not None:
        yield from found
        return
    raw = headed(text, source.columns) or divided(text, source.columns)
    body = raw.fields["body"]
    if title := _TITLE.match(body):
        body = body[title.end() :] if "headline" not in raw.fields else body
        raw.fields.setdefault("headline", plain(title[1]))
    raw.fields["body"] = plain(body)
    yield raw


def plain(text: str) -> str:
    """A text without the signs of Markdown; block quotations and lists keep theirs, which say what they are."""
    for form, instead in _SIGNS:
        text = form.sub(instead, text)
    return text


def written(text: str) -> str:
    """A plain text as Markdown that is read as that text again."""
    return "\n".join(
        line if plain(f"{line}\nx") == f"{line}\nx" else _SIGN.sub(r"\\\1", line) for line in text.split("\n")
    )
