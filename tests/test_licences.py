"""CONTRIBUTING names the licence of everything that an installation of framing brings, indirectly too."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
EXTRAS = ("archives", "xlsx", "dask")


def brought() -> set[str]:
    """The names of what framing with its extras asks for, and of what that asks for, as far as it is installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(one for extra in EXTRAS for one in project["optional-dependencies"][extra])]
    names, waiting = set(), [Requirement(one) for one in asked]
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        wanted = one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *one.extras))
        if name in names or not wanted:
            continue
        try:
            found = distribution(one.name)
        except PackageNotFoundError:
            continue
        names.add(str(name))
        for line in found.requires or []:
            below = Requirement(line)
            if below.marker is None or any(below.marker.evaluate({"extra": extra}) for extra in ("", *one.extras)):
                below.marker = None
                waiting.append(below)
    return names


def test_every_licence_is_named() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("### Licences of all that is installed")[2].partition("\n## ")[0]
    named = {str(canonicalize_name(word)) for word in re.findall(r"[\w.-]+", table)}
    installed = brought()
    assert len(installed) > 40
    assert sorted(installed - named) == [], "add these to the table in CONTRIBUTING.md, with their licence"
