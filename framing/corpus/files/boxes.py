"""Where text boxes and notes of a document stand: behind the paragraph that they are fixed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_STORY = 40  # words outside of boxes, from which on they are the story


def placed(paragraphs: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    """The paragraphs of a document, each with those of its boxes behind it.

    A box that is fixed to an empty paragraph above the text, such as a picture's caption, would begin the text: it goes
    behind its first paragraph, where the document has a story outside of its boxes.
    """
    parts = list(paragraphs)
    begun = sum(len(text.split()) for text, _ in parts) < _STORY
    held: list[str] = []
    for text, boxes in parts:
        yield text
        begun = begun or bool(text.strip())
        held.extend(boxes)
        if begun:
            yield from held
            held = []
    yield from held
