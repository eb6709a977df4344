"""What lists of references have in common: their notes and abstracts are an article's text only where they are long."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from framing.corpus.files.fields import Raw

_TEXT = 150  # words, from which on a note or an abstract is the text


def reference(fields: Mapping[str, str | None], texts: Iterable[str], notes: Iterable[str], line: int) -> Raw:
    """The article of a reference.

    texts: what is a text whatever its length; notes: what is one where it is long; of each the first that there is.
    """
    body = next((text for text in texts if text), None)
    body = body or next((note for note in notes if len(note.split()) >= _TEXT), None)
    return Raw({name: text for name, text in {**fields, "body": body}.items() if text}, line=line, many=True)
