"""The sets of human coding that measures are compared with: one set, one file, found by scanning.

Each file has `figures(gold)`, which reads its set from the folder `gold` and yields what the measures reach on
it. The sets lie beside the project, in ../shared/gold, and stay there.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

from gold.figures import Figure

SETS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    module.name: found.figures
    for module in pkgutil.iter_modules(__path__)
    if hasattr(found := importlib.import_module(f"{__name__}.{module.name}"), "figures")
}
