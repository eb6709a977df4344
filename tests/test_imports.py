"""Data flows one way, and so do imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import framing

ROOT = Path(framing.__file__).parent
# Each layer may import from itself and from those behind it.
LAYERS = [
    ("cli", "__main__"),
    ("report",),
    ("comparison",),
    ("coding",),
    ("scoring",),
    ("measures",),
    ("corpus",),
    ("text",),
    ("schema",),
    ("errors", "notebook", "processes", "whole"),
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
OWNERS: dict[str, str | tuple[str, ...]] = {
    "vaderSentiment": "framing/measures/vader.py",
    "textstat": "framing/measures/analysers/readability.py",
    "typst": "framing/report/writers/pdf.py",
    "typer": "framing/cli",
    "matplotlib": "framing/report",
    "jinja2": "framing/report",
    "rich": "framing/cli",
    "pandas": "nowhere",
}
FILES = sorted(ROOT.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for branch in ast.walk(tree):
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.unparse(branch.test):
            branch.body = [ast.Pass()]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path.name}: write imports in full"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_imports_only_go_down(path: Path) -> None:
    layer = path.relative_to(ROOT).with_suffix("").parts[0]
    if layer == "__init__":
        return
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "framing" and len(parts) > 1 and parts[1] in RANK:
            assert RANK[layer] <= RANK[parts[1]], f"{path.relative_to(ROOT)} imports {name}, which stands above it"


def test_no_circles() -> None:
    """Of modules, whether they import each other at the top or where a function needs it."""
    modules = {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__") for path in FILES
    }
    left = {}
    for path in FILES:
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        left[name] = {other for other in imported(path) if other in modules and other not in ("framing", name)}
    while free := [name for name, needs in left.items() if not needs & left.keys()]:
        for name in free:
            del left[name]
    assert not left, f"these import each other: {sorted(left)}"


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name == "analysers" and p.name != "__init__.py"])
def test_analysers_do_not_import_each_other(path: Path) -> None:
    assert not [name for name in imported(path) if name.startswith("framing.measures.analysers")]


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(ROOT)) for path in FILES])
def test_each_heavy_library_has_one_owner(path: Path) -> None:
    place = path.relative_to(ROOT.parent).as_posix()
    for name in imported(path):
        owner = OWNERS.get(name.split(".")[0])
        assert owner is None or place.startswith(owner), f"{place} imports {name}, which {owner} owns"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, framing.cli.app; "
        "print(sorted({'polars', 'numpy', 'matplotlib', 'scipy', 'textstat', 'vaderSentiment', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
