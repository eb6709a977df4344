"""Write the output of the README's console examples anew: `python scripts/readme.py`."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def main() -> None:
    def output(found: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            words = [sys.executable, "-m", *shlex.split(found[1])]
            done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=folder)
        return f"```console\n$ {found[1]}\n{done.stdout.strip()}\n```"

    text = README.read_text(encoding="utf-8")
    README.write_text(
        re.sub(r"```console\n\$ (framing [^\n]+)\n.*?```", output, text, flags=re.DOTALL), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
