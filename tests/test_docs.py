"""Documentation is executed: the README's console and Python examples must be true."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from framing.cli import app as cli
from framing.corpus.readers import endings
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
    path = ROOT / "docs" / "events.md"
    text = path.read_text(encoding="utf-8")
    assert all(f"`{ending}`" in text for ending in endings())
    spec = importlib.util.spec_from_file_location("formats_page", ROOT / "scripts" / "formats_page.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.page(text) == text, "run python scripts/formats_page.py"


def test_every_dependency_is_justified() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.split("\ndependencies = [")[1].split("]")[0]
    for name in re.findall(r'"([A-Za-z-]+)[>=<]', block):
        assert f"| {name} |" in page, f"{name} has no line in CONTRIBUTING.md"


def test_the_codebook_is_up_to_date_and_says_what_each_column_means() -> None:
    spec = importlib.util.spec_from_file_location("codebook", ROOT / "scripts" / "codebook.py")
    assert spec is not None
    assert spec.loader is not None
    codebook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(codebook)
    silent = [f"{name}.{row[0]}" for name, (_, _, rows) in codebook.tables().items() for row in rows if not row[3]]
    assert not silent, "write a comment behind these columns of their schema"
    untold = [name for name, (_, about, _) in codebook.tables().items() if not about]
    assert not untold, "write a comment above these schemas: what is one row?"
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == codebook.page(), "python scripts/codebook.py"


def test_nobody_is_told_to_install_a_name_that_is_not_ours() -> None:
    told = re.compile(r"\b(?:install|add|--from) (?:-\S+ )*['\"]?framing(?:\[|['\"\s`]|$)")
    for words in ("framing", "'framing[archives]'"):
        assert told.search(f"pip install {words}")
    assert not told.search("pip install 'news-framing[archives]'")
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "framing").rglob("*.py")]:
        for line in page.read_text(encoding="utf-8").split("\n"):
            assert not told.search(line), f"{page.name}: {line.strip()}"


def test_the_python_of_the_documentation_is_true() -> None:
    tried = 0
    for page in sorted((ROOT / "docs").rglob("*.md")):
        result = doctest.testfile(str(page), module_relative=False)
        assert result.failed == 0, page.name
        tried += result.attempted
    assert tried > 8
