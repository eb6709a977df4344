"""One verb, one file: a function of the file's name, and `ORDER`, its place in `framing --help`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any


def verbs() -> list[Callable[..., Any]]:
    """The functions behind the verbs, in the order of the help."""
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return [getattr(modules[name], name) for name in sorted(names, key=lambda name: modules[name].ORDER)]
