"""An e-mail: a newsletter's text, the articles of a database that were sent, and files that are attached."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from email.message import Message
from itertools import zip_longest
from typing import Any

from framing.corpus.databases import split, split_page
from framing.corpus.files.encoding import UnreadableError, decode_bytes
from framing.corpus.files.fields import Raw
from framing.corpus.files.packed import shown
from framing.corpus.files.source import Source
from framing.corpus.pages.extract import MAX_PAGE, text_of
from framing.corpus.readers import articles_of, reader_of

ENDINGS = (".eml", ".mbox")
CHECKED = "real files of ProQuest seen; made with Python's mailbox"
_MESSAGES = 20_000
_FROM = re.compile(rb"(?m)(?:\A|^\r?\n)From [^\r\n]{3,200}\r?\n")


_SIGNATURE = re.compile(r"(?m)^-- ?\r?$")


def recognises(head: bytes) -> bool:
    """A header, or the line *From* of a mailbox."""
    return head.startswith(b"From ") or bool(re.match(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2}", head))


def read(source: Source) -> Iterator[Raw]:
    """The articles of each message."""
    content = source.read()
    if not content.startswith(b"From "):
        yield from _message(content, source, None)
        return
    starts = list(_FROM.finditer(content))
    for number, (start, end) in enumerate(zip_longest(starts, starts[1:]), 1):
        if number > _MESSAGES:
            yield Raw(line=number, problem=(f"has more than {_MESSAGES:,} messages", "split it"), many=True)
            return
        try:
            yield from _message(content[start.end() : end.start() if end else None], source, number)
        except UnreadableError as problem:
            yield Raw(line=number, problem=(problem.problem, problem.advice), severity="warning", many=True)


def _message(content: bytes, source: Source, number: int | None) -> Iterator[Raw]:
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(content, policy=policy.compat32)
        parts = [part for part in message.walk() if not part.is_multipart()][:500]
        headers = {name: _header(message, name) for name in ("Subject", "From", "Date", "Message-ID")}
        read_parts = [(part, _payload(part)) for part in parts]
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError, AttributeError) as problem:
        raise UnreadableError("is no readable e-mail", "save it again") from problem
    pages = [_page(part, body) for part, body in read_parts if _is_body(part, "text/html")]
    plain = [_page(part, body) for part, body in read_parts if _is_body(part, "text/plain")]
    for found in (*(split_page(page) for page in pages), *(split(text) for text in plain)):
        if found is not None:  # a database's export
            for raw in found:
                raw.line = number or raw.line
                yield raw
            return
    attached = 0
    for part, body in read_parts:
        name = shown(part.get_filename() or "").rpartition("/")[2]
        if name and "." in name and (inner := source.within(name, body)) and reader_of(inner) is not None:
            attached += 1
            try:
                for raw in articles_of(inner):
                    raw.inner = name
                    yield raw
            except UnreadableError as problem:
                yield Raw(line=number, problem=(problem.problem, problem.advice), inner=name, severity="warning")
    text = text_of(_shown(pages[0])) if pages else _SIGNATURE.split(plain[0])[0] if plain else ""
    if attached and len(text.split()) < 100:
        return
    if not text.strip():
        raise UnreadableError("is an e-mail without text", "leave it out")
    sender = re.sub(r"\s*<[^>]*>\s*$", "", headers["From"]).strip("\" '")
    fields = {
        "headline": re.sub(r"(?i)^(?:(?:fw|fwd|wg|tr|re|aw)\s*:\s*)+", "", headers["Subject"]),
        "outlet": "" if "@" in sender else sender,
        "published": headers["Date"],
        "id": headers["Message-ID"].strip("<> "),
        "body": text,
    }
    yield Raw({name: value for name, value in fields.items() if value}, line=number, many=number is not None)


def _is_body(part: Message[Any, Any], kind: str) -> bool:
    return part.get_content_type() == kind and not part.get_filename()


def _payload(part: Message[Any, Any]) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _shown(page: str) -> str:
    """A page without what it hides, such as the line that is shown in lists of messages."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return page
    for hidden in tree.xpath("//*[contains(translate(@style, ' ', ''), 'display:none')]"):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    return str(html.tostring(tree, encoding="unicode"))


def _page(part: Message[Any, Any], body: bytes) -> str:
    return decode_bytes(body, part.get_content_charset())[:MAX_PAGE]


def _header(message: Message[Any, Any], name: str) -> str:
    from email.header import decode_header, make_header

    value = str(message.get(name) or "")
    with contextlib.suppress(ValueError, LookupError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())
