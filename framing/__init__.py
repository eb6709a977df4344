"""Compare how news outlets frame the same event.

    corpus = framing.load("huawei-curbs")      # a bundled event, or a folder of your own
    scores = framing.score(corpus)             # every measure of every article, with the passages behind it
    comparison = framing.compare(scores)       # outlets with intervals, copies, rewrites, what is left out
    framing.write_report(comparison, "report") # Markdown, HTML and PDF
    framing.study("tech-and-trade")            # many events: what outlets do over them

Each value is frozen and holds the one before it: every number leads back to words of an article.
"""

from __future__ import annotations

import typing as _typing

if _typing.TYPE_CHECKING:
    from framing.comparison.compare import Comparison as Comparison
    from framing.comparison.compare import compare as compare
    from framing.comparison.study.study import Study as Study
    from framing.comparison.study.study import study as study
    from framing.corpus.corpus import Corpus as Corpus
    from framing.corpus.event import Event as Event
    from framing.corpus.load import load as load
    from framing.errors import AnalyserError as AnalyserError
    from framing.errors import ComparisonError as ComparisonError
    from framing.errors import CorpusError as CorpusError
    from framing.errors import FramingError as FramingError
    from framing.errors import LexiconError as LexiconError
    from framing.errors import ReportError as ReportError
    from framing.errors import UnknownNameError as UnknownNameError
    from framing.measures.analyser import Findings as Findings
    from framing.measures.analyser import Metric as Metric
    from framing.measures.analyser import analyser as analyser
    from framing.measures.analysers import discover as discover
    from framing.measures.lexicon import read_lexicon as read_lexicon
    from framing.report.charts.intervals import plot as plot
    from framing.report.write import Options as Options
    from framing.report.write import write_report as write_report
    from framing.scoring.files import score_files as score_files
    from framing.scoring.opened import open_scores as open_scores
    from framing.scoring.scores import Scores as Scores
    from framing.scoring.scores import score as score

__version__ = "0.1.0"

# Public names are loaded when first used: `framing --help` needs none of them.
_HOMES = {
    "AnalyserError": "framing.errors",
    "Comparison": "framing.comparison.compare",
    "ComparisonError": "framing.errors",
    "Corpus": "framing.corpus.corpus",
    "CorpusError": "framing.errors",
    "Event": "framing.corpus.event",
    "Findings": "framing.measures.analyser",
    "FramingError": "framing.errors",
    "LexiconError": "framing.errors",
    "Metric": "framing.measures.analyser",
    "Options": "framing.report.write",
    "ReportError": "framing.errors",
    "Scores": "framing.scoring.scores",
    "Study": "framing.comparison.study.study",
    "UnknownNameError": "framing.errors",
    "analyser": "framing.measures.analyser",
    "compare": "framing.comparison.compare",
    "discover": "framing.measures.analysers",
    "load": "framing.corpus.load",
    "open_scores": "framing.scoring.opened",
    "plot": "framing.report.charts.intervals",
    "read_lexicon": "framing.measures.lexicon",
    "score": "framing.scoring.scores",
    "score_files": "framing.scoring.files",
    "study": "framing.comparison.study.study",
    "write_report": "framing.report.write",
}
__all__ = [
    "AnalyserError",
    "Comparison",
    "ComparisonError",
    "Corpus",
    "CorpusError",
    "Event",
    "Findings",
    "FramingError",
    "LexiconError",
    "Metric",
    "Options",
    "ReportError",
    "Scores",
    "Study",
    "UnknownNameError",
    "__version__",
    "analyser",
    "compare",
    "discover",
    "load",
    "open_scores",
    "plot",
    "read_lexicon",
    "score",
    "score_files",
    "study",
    "write_report",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
