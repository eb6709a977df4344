"""What earlier runs made of a corpus, found again by its content. Safe to delete at any time."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from framing import __version__
from framing.corpus.corpus import Corpus
from framing.measures.analyser import Analyser
from framing.schema import ARTICLES, EVIDENCE, METRICS, Schema, conform
from framing.whole import whole

LIMIT = 500_000_000  # bytes; the longest unused goes first
_UNKEYED = ("source_file",)  # where an article stands changes nothing
SCORES: Mapping[str, Schema] = {"metrics": METRICS, "evidence": EVIDENCE}


def cache_folder() -> Path:
    """$FRAMING_CACHE, else the user's folder for caches."""
    if named := os.environ.get("FRAMING_CACHE"):
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "framing"


@dataclass(frozen=True)
class Cache:
    """A folder of frames. What cannot be read or written is as if it were not there."""

    folder: Path
    limit: int = LIMIT

    def get(
        self, corpus: Corpus, analysers: Sequence[Analyser], kinds: Mapping[str, Schema] = SCORES
    ) -> list[pl.DataFrame] | None:
        """The frames of these kinds of this very corpus by these very analysers; null where they are not there."""
        key, found = _key(corpus, analysers), []
        for kind, schema in kinds.items():
            path = self.folder / f"{key}.{kind}.parquet"
            try:
                found.append(conform(pl.read_parquet(path), schema, path.name))
                os.utime(path)
            except Exception:  # missing, cut short, or of another make: then it is computed
                return None
        return found

    def put(self, corpus: Corpus, analysers: Sequence[Analyser], frames: Mapping[str, pl.DataFrame]) -> None:
        """Keep frames of a corpus by their kinds, each file whole or not at all."""
        key = _key(corpus, analysers)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for kind, frame in frames.items():
                with whole(self.folder / f"{key}.{kind}.parquet") as part:
                    frame.write_parquet(part)

    def prune(self) -> None:
        """Take away what was not used for longest, until the folder is within its limit."""
        with contextlib.suppress(OSError):
            files = [(path.stat().st_mtime, path.stat().st_size, path) for path in self.folder.glob("*.parquet")]
            size = sum(size for _, size, _ in files)
            for _, bytes_, path in sorted(files):
                if size <= self.limit:
                    break
                path.unlink(missing_ok=True)
                size -= bytes_


def _key(corpus: Corpus, analysers: Sequence[Analyser]) -> str:
    """SHA-256 of all that the frames depend on: the program, the analysers' files, the actors, the articles."""
    digest = hashlib.sha256(_program().encode())
    for item in analysers:
        digest.update(repr((item.name, item.fingerprint)).encode())
    digest.update(repr(corpus.event.actors).encode())
    for frame in (corpus.articles.select(set(ARTICLES) - set(_UNKEYED)), corpus.removed):
        for row in frame.select(sorted(frame.columns)).sort("article", maintain_order=True).iter_rows():
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:40]


@cache
def _program() -> str:
    """The version, and when the files that the frames depend on were changed: for a checkout."""
    root = Path(__file__).parent.parent
    files = (
        path
        for part in ("corpus", "text", "measures", "scoring", "comparison")
        for path in (root / part).rglob("*")
        if path.is_file()
    )
    changed = max((path.stat().st_mtime_ns for path in files if path.suffix in (".py", ".toml", ".json")), default=0)
    return f"{__version__} {changed} {pl.__version__}"
