"""Documentation is executed: the README's console and Python examples must be true."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from framing.cli import app as cli
from framing.corpus.readers.all_readers import READERS
from framing.measures.lexicon import read_lexicon

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (framing [^\n]+)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "expected"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_console_examples(
    command: str, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", shlex.split(command))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() == expected.strip()


def test_python_examples() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried > 5
    assert failed == 0


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), f"{page.name} leads to {target}"


def test_the_word_list_of_the_documentation_is_in_form(tmp_path: Path) -> None:
    text = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "word-lists.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "alarm.toml").write_text(text[0], encoding="utf-8")
    assert read_lexicon(tmp_path / "alarm.toml").measure == "alarm"


def test_every_ending_that_is_read_is_documented() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    assert all(f"`{ending}`" in page for ending in READERS)


def test_every_dependency_is_justified() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("\ndependencies = [")[1].split("]")[0]
    for name in re.findall(r'"([A-Za-z-]+)[>=<]', block):
        assert f"| {name} |" in page, f"{name} has no line in CONTRIBUTING.md"
