"""How long does a study take, and how much memory, as its events grow? And what does a second run score again?

    python scripts/study_times.py 125 250 500        # events of twelve articles; prints a table

Events are made of the bundled events' sentences, shuffled: each has a stock of paragraphs, and each article some of
them and some of its own. Figures are of `framing study` with all three formats: CPU time (user and system, with
children), the most memory, then the same again with the scores of before, one event having changed.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
OUTLETS, STOCK, SHARED, OWN = 12, 60, 9, 3  # articles; paragraphs of an event; of them in an article, and beside them


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:]] or [125, 250, 500]
    print("| events | articles | CPU s | CPU s an event | memory, MB | again, one event changed: CPU s |")
    print("|---|---|---|---|---|---|", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            made(work / "events", size)
            seconds, memory = run(work)
            first = next((work / "events" / "event-0000").glob("*.md"))
            first.write_text(
                first.read_text(encoding="utf-8") + "\n\nOne more sentence came in late.\n", encoding="utf-8"
            )
            again, _ = run(work)
        row = (size, size * OUTLETS, f"{seconds:.0f}", f"{seconds / size:.3f}", f"{memory:.0f}", f"{again:.0f}")
        print(f"| {' | '.join(map(str, row))} |", flush=True)


def made(folder: Path, events: int) -> None:
    """Event folders, the same each time."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data" / "events").rglob("*.md"))]
    sentences = sorted({part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n", text) if 40 < len(part) < 400})
    draw = random.Random(1)
    for event in range(events):
        stock = [paragraph(draw, sentences) for _ in range(STOCK)]
        place = folder / f"event-{event:04}"
        place.mkdir(parents=True)
        for outlet in range(OUTLETS):
            body = draw.sample(stock, SHARED) + [paragraph(draw, sentences) for _ in range(OWN)]
            head = f"---\noutlet: Outlet {outlet}\ntitle: {' '.join(body[0].split()[:9])}\n"
            head += f"date: {2015 + event % 10}-{1 + event % 12:02}-{1 + event % 28:02}\n---\n\n"
            (place / f"outlet-{outlet:02}.md").write_text(head + "\n\n".join(body) + "\n", encoding="utf-8")


def paragraph(draw: random.Random, sentences: list[str]) -> str:
    return " ".join(draw.sample(sentences, 2))


def run(work: Path) -> tuple[float, float]:
    """CPU seconds and megabytes of one run."""
    command = [sys.executable, "-m", "framing", "study", "--events", str(work / "events"), "--out", str(work / "out")]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "FRAMING_CACHE": str(work / "cache")}
    shutil.rmtree(work / "out", ignore_errors=True)
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
