"""Exports of news databases: many articles in one text or page. One vendor, one file, found by scanning the folder.

A vendor's module says:

    NAME      what the vendor's product is called
    CHECKED   how the module was checked: a real file seen, or the public description it was written after
    PAGE      a pattern that its HTML exports hold, and other pages do not
    recognises(text) -> bool            whether a text is such an export
    split(text) -> Iterator[Raw]        its articles; what is no article (a cover page, a search summary) as a note
    split_page(page) -> Iterator[Raw]   the same for HTML, where plain lines would lose what the markup says
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from framing.corpus.files.fields import Raw


@dataclass(frozen=True)
class Database:
    """A vendor whose exports are split into their articles."""

    name: str
    checked: str
    page: re.Pattern[str]
    recognises: Callable[[str], bool]
    split: Callable[[str], Iterator[Raw]]
    split_page: Callable[[str], Iterator[Raw]] | None


@cache
def databases() -> tuple[Database, ...]:
    """All vendors that are known, by the names of their files."""
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "split"):
            found.append(
                Database(
                    module.NAME,
                    module.CHECKED,
                    module.PAGE,
                    module.recognises,
                    module.split,
                    getattr(module, "split_page", None),
                )
            )
    return tuple(found)


def split(text: str) -> Iterator[Raw] | None:
    """The articles of a database's export; null for a text that is none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\N{NO-BREAK SPACE}", " ")
    found = next((database for database in databases() if database.recognises(text)), None)
    return found.split(text) if found else None


def split_page(page: str) -> Iterator[Raw] | None:
    """The articles of a database's export in HTML; null for a page that is none."""
    from framing.corpus.databases.lines import lines_of

    for database in databases():
        if database.page.search(page):
            if database.split_page is not None:
                return database.split_page(page)
            text = lines_of(page)
            if database.recognises(text):
                return database.split(text)
    return None
