"""Which faces a report is set in, and which characters they lack."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

# Browsers take the first of these that they have; the PDF has the first, which comes with matplotlib.
FACES = "'DejaVu Sans', Verdana, 'Noto Sans', 'Segoe UI', sans-serif"
# Fonts for scripts that the first face lacks, where the system has one.
_OTHER_FACES = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "PingFang SC", "Hiragino Sans", "Microsoft YaHei",
    "Yu Gothic", "Malgun Gothic", "WenQuanYi Zen Hei", "Noto Sans", "Noto Sans Devanagari", "Nirmala UI",
)  # fmt: skip
# Latin, Cyrillic, punctuation, arrows and signs: the first face has them all, and its file need not be opened.
_SURE = re.compile(r"[\x00-\x7e\xa0-\u024f\u0400-\u0525\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u25a0-\u25ff]*")


def fonts() -> Path:
    """The folder of the faces that come with matplotlib."""
    from importlib.util import find_spec

    found = find_spec("matplotlib")  # matplotlib itself takes long to load
    home = next(iter(found.submodule_search_locations or ())) if found else ""
    return Path(home) / "mpl-data" / "fonts" / "ttf"


def lacking(words: str, system: bool = False) -> set[str]:
    """The characters that the first face lacks; with `system`, those that no font known to matplotlib has."""
    if words.isascii() or _SURE.fullmatch(words):
        return set()
    known = _covered(_first_face())
    missing = {sign for sign in set(words) if ord(sign) not in known and sign.isprintable()}
    if system and missing:
        from matplotlib.font_manager import fontManager

        regular = sorted({font.fname for font in fontManager.ttflist if font.weight == 400 and font.style == "normal"})
        for path in (path for path in regular if "LastResort" not in path):
            if not missing:
                break
            missing = {sign for sign in missing if ord(sign) not in _covered(Path(path))}
    return missing


@cache
def _first_face() -> Path:
    return fonts() / "DejaVuSans.ttf"


@cache
def _covered(path: Path) -> frozenset[int]:
    """The code points that a font file has a glyph for; none where it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            return frozenset(font["cmap"].getBestCmap() or ())
    except (OSError, KeyError, TTLibError):
        return frozenset()


def faces(words: str) -> tuple[str, ...]:
    """The first face, and others of the system only for words that need them: looking for a font takes long."""
    return _all_faces() if lacking(words) else ("DejaVu Sans",)


@cache
def _all_faces() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    known = {font.name for font in fontManager.ttflist}
    return ("DejaVu Sans", *(name for name in _OTHER_FACES if name in known))
