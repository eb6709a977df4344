"""How a report is dressed: a folder with a logo, further CSS, and words in place of ours.

    my-look/words.toml    language = "de"
                          [words]
                          "Findings" = "Befunde"
    my-look/logo.svg      or logo.png
    my-look/style.css     added to the HTML report's style

All of it is optional. `words` may replace headings, captions, names of columns and measures, and sentences
that stand alone; keys are our words, letter by letter, and one that stands nowhere in a report does nothing.
What articles say, and charts, stay as they are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import ReportError, one_line
from framing.text.typography import plain_line

WORDS, LOGOS, STYLE = "words.toml", {"logo.svg": "image/svg+xml", "logo.png": "image/png"}, "style.css"
_LARGEST = 1_000_000  # bytes


@dataclass(frozen=True)
class Look:
    """Language of the headings (ISO 639-1), words in place of ours, logo, further CSS."""

    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)
    logo: bytes = b""
    logo_type: str = ""
    style: str = ""

    def say(self, words: str) -> str:
        """Our words, or those in their place."""
        return self.words.get(words, words)


def read_look(folder: Path) -> Look:
    """The look in a folder. Raises ReportError naming everything in it that cannot be used."""
    if not folder.is_dir():
        raise ReportError(f"there is no template folder {one_line(folder)}; check the path")
    problems: list[str] = []
    found = {name: _read(folder / name, problems) for name in (WORDS, *LOGOS, STYLE)}
    language, words = _words(found[WORDS], problems)
    logo = next((name for name in LOGOS if found[name]), None)
    if logo == "logo.png" and not found[logo].startswith(b"\x89PNG"):
        problems.append("logo.png is no PNG file")
    style = found[STYLE].decode("utf-8", "replace")
    if "</" in style or "@import" in style or "url(" in style.replace("url(data:", ""):
        problems.append(f"{STYLE} holds '</', '@import' or an address: the report asks the network for nothing")
    if not any(found.values()):
        problems.append(f"holds none of {', '.join(found)}")
    if problems:
        raise ReportError(f"template {one_line(folder.name)}: {'; '.join(problems)}; mend the folder")
    return Look(language, words, found[logo] if logo else b"", LOGOS[logo] if logo else "", style)


def logo_name(look: Look) -> str:
    """The logo's file beside the figures."""
    return next((name for name, kind in LOGOS.items() if kind == look.logo_type), "")


def _read(path: Path, problems: list[str]) -> bytes:
    if not path.is_file():
        return b""
    if path.stat().st_size > _LARGEST:
        problems.append(f"{path.name} is larger than {_LARGEST // 1_000_000} MB")
        return b""
    return path.read_bytes()


def _words(source: bytes, problems: list[str]) -> tuple[str, dict[str, str]]:
    try:
        read = tomllib.loads(source.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as problem:
        problems.append(f"{WORDS} is not valid TOML ({one_line(problem, 100)})")
        return "en", {}
    language, words = read.pop("language", "en"), read.pop("words", {})
    if read:
        problems.append(f"{WORDS} has the unknown field {one_line(min(read), 40)!r}; it may have language and words")
    if not (isinstance(language, str) and language.isascii() and language.isalpha() and len(language) in (2, 3)):
        problems.append(f"{WORDS}: language must be a code such as 'de'")
        language = "en"
    if not isinstance(words, dict) or not all(isinstance(value, str) for value in words.values()):
        problems.append(f"{WORDS}: [words] must hold texts")
        words = {}
    return language, {ours: plain_line(theirs) for ours, theirs in words.items()}
