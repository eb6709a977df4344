"""Compare how news outlets frame the same event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.comparison.compare import Comparison as Comparison
    from framing.comparison.compare import compare as compare
    from framing.corpus.corpus import Corpus as Corpus
    from framing.corpus.load import load as load
    from framing.report.write import write_report as write_report
    from framing.scoring.scores import Scores as Scores
    from framing.scoring.scores import score as score

__version__ = "0.1.0"

# Public names are loaded when first used: `framing --help` needs none of them.
_HOMES = {
    "Comparison": "framing.comparison.compare",
    "Corpus": "framing.corpus.corpus",
    "Scores": "framing.scoring.scores",
    "compare": "framing.comparison.compare",
    "load": "framing.corpus.load",
    "score": "framing.scoring.scores",
    "write_report": "framing.report.write",
}
__all__ = ["Comparison", "Corpus", "Scores", "__version__", "compare", "load", "score", "write_report"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
