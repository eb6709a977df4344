"""How long the commands take as whole processes: `framing --help`, and the main job with all three formats.

python scripts/times.py [runs]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = {
    "framing --help": ["--help"],
    "framing compare --event huawei-curbs": ["compare", "--event", "huawei-curbs", "--out", "report"],
}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        for name, words in COMMANDS.items():
            times = sorted(seconds(words, Path(folder)) for _ in range(runs))
            print(f"{name}: {times[0]:.2f} s at best, {times[len(times) // 2]:.2f} s in the middle of {runs} runs")


def seconds(words: list[str], folder: Path) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "framing", *words], cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
