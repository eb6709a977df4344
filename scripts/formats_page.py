"""Write the tables of docs/events.md from the readers, the databases and the names of fields.

python scripts/formats_page.py

What stands between two lines `<!-- NAME -->` and `<!-- /NAME -->` is replaced; the rest is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from framing.corpus.databases import databases
from framing.corpus.files.fields import ALIASES
from framing.corpus.readers import readers

PAGE = Path(__file__).parents[1] / "docs" / "events.md"


def tables() -> dict[str, str]:
    """The tables, by their names."""
    return {"readers": "\n".join(_readers()), "databases": "\n".join(_databases()), "fields": "\n".join(_fields())}


def page(text: str) -> str:
    """The page with its tables as the code has them."""
    for name, table in tables().items():
        marks = re.compile(rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)")
        text = marks.sub(lambda found, table=table: f"{found[1]}{table}\n{found[2]}", text)  # type: ignore[misc]
    return text


def _readers() -> Iterator[str]:
    yield "| ending | is read as | checked with |"
    yield "|---|---|---|"
    for reader in sorted(readers(), key=lambda reader: reader.endings):
        endings = ", ".join(f"`{ending}`" for ending in reader.endings)
        yield f"| {endings} | {reader.about} | {reader.checked} |"


def _databases() -> Iterator[str]:
    yield "| database | checked with |"
    yield "|---|---|"
    for database in databases():
        yield f"| {database.name} | {database.checked} |"


def _fields() -> Iterator[str]:
    yield "| field | is also called |"
    yield "|---|---|"
    for name, aliases in ALIASES.items():
        others = [alias for alias in aliases.split() if alias != name]
        yield f"| `{name}` | {', '.join(f'`{alias}`' for alias in others)} |".replace("|  |", "| |")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
