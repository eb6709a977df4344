"""Does time stay linear in the size of a text, whatever its shape?

    python scripts/doubling.py [--smallest 50000] [--largest 800000] [--shape NAME] [--limit 2.4]

For each shape of text one article of 50,000 characters and of every doubling is loaded, scored and compared with two
short ones, up to the statements, in a process of its own. Printed are CPU seconds, start-up taken off, and the growth
of each doubling: of the time, or of what it adds to the time, whichever is less, for a start that was measured too long
or too short bends one of the two. A shape that exceeds the limit is run again, up to three times in all, and each size
counts with its least. Exit status 1 where a doubling that adds more than half a second grows by more than the limit
even so: linear work doubles.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

WORDS = "The council may close the old bridge at Norham, two officials said on Monday, because repairs cost too much. "
SHORT = ("The bridge at Norham stays open, the mayor said. ", "Norham loses its bridge, and nobody asked Ada Holm. ")
SHAPES = {
    "news": WORDS,
    "paragraphs": WORDS + "\n\n",
    "no stops": WORDS.replace(".", "").replace(",", ""),
    "no blanks": "a",
    "one letter a paragraph": "a\n\n",
    "white space": " ",
    "white space in a paragraph": "word" + " " * 400,
    "line breaks": "word\n",
    "stops": ".",
    "stop and quotation": '." ',
    "straight marks": '"',
    "opening marks": "“",
    "nested marks": "“‘",
    "quotations": f'"{WORDS}" ',
    "counts of people": "12 people were killed and ",
    "speech verbs": "said ",
    "names": "Ada Holm ",
    "name and verb": "Ada Holm said ",
    "capitals": "NORHAM COUNCIL ",
    "numbers": "1,234.56 ",
    "dates": "31 January 2026, ",
    "hyphens": "so-",
    "dashes": "word—",
    "apostrophes": "it’s ",
    "links": "https://example.org/a/b ",
    "tags": "<p>",
    "entities": "&quot;",
    "brackets": "([",
    "turns": "HOLM: Yes.\n\n",
    "bullets": "- item\n",
    "commas": "word, ",
    "repeated sentence": "It may rain in Norham today, the mayor told us on Monday morning. ",
    "acts and days": "Ada Holm was arrested on Monday. ",
    "multiples": "Its number more than doubled from 201 to 388 in May. ",
    "ordinals": "It is the first night clinic in the province. ",
    "shares of one whole": "It has 70 per cent of the oat market. ",
    "spans of time": "They went without water for 9 days. ",
    "acts in one sentence": "was arrested on Monday, opened on May 4, ",
    "zero width": "a\u200b",
    "combining": "e\u0301",
    "not latin": "桥关闭了。",
}
CHILD = """
import json, resource, sys
from pathlib import Path
import framing
from framing.errors import FramingError
start = resource.getrusage(resource.RUSAGE_SELF)
try:
    framing.compare(framing.score(framing.load(Path(sys.argv[1]))), seed=1).statements
except FramingError:
    pass
end = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime, end.ru_maxrss]))
"""


AGAIN = 3  # runs of a shape that exceeds the limit


def measure(text: str) -> tuple[float, float]:
    """CPU seconds that a text takes from loading to statements, and the peak of memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "courier--2026-01-01--1.txt").write_text(text, encoding="utf-8")
        for number, short in enumerate(SHORT):
            (Path(folder) / f"post-{number}--2026-01-01--1.txt").write_text(3 * short, encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", CHILD, folder], capture_output=True, text=True, check=True)
    seconds, peak = json.loads(done.stdout.splitlines()[-1])
    return float(seconds), float(peak) / 1024


def sizes(piece: str, smallest: int, largest: int) -> list[tuple[float, float]]:
    """What a text of this shape takes at the smallest size and at every doubling."""
    lengths = [smallest * 2**step for step in range(20) if smallest * 2**step <= largest]
    return [measure((piece * (length // len(piece) + 1))[:length]) for length in lengths]


def least(runs: list[list[tuple[float, float]]], idle: float) -> list[float]:
    """For each size the least that a run took, start-up taken off."""
    return [max(min(seconds for seconds, _ in size) - idle, 0.01) for size in zip(*runs, strict=True)]


def grown(runs: list[list[tuple[float, float]]], idle: float) -> float:
    """The largest growth of a doubling that adds more than half a second; 0 where none does."""
    times = least(runs, idle)
    return max(
        (
            min(after / max(before, 0.25), (after - before) / max(before - first, 0.25))
            for first, before, after in zip(times, times[1:], times[2:], strict=False)
            if after - before > 0.5
        ),
        default=0.0,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", type=int, default=50_000)
    parser.add_argument("--largest", type=int, default=800_000)
    parser.add_argument("--limit", type=float, default=2.4)
    parser.add_argument("--shape", action="append", choices=sorted(SHAPES))
    chosen = parser.parse_args()
    idle = min(measure("A short text of a few words, so that all is loaded once.")[0] for _ in range(3))
    worst = 0.0
    for name in chosen.shape or SHAPES:
        runs = [sizes(SHAPES[name], chosen.smallest, chosen.largest)]
        while (growth := grown(runs, idle)) > chosen.limit and len(runs) < AGAIN:
            runs.append(
                sizes(SHAPES[name], chosen.smallest, chosen.largest)
            )  # other work on the machine, or a fault that stays
        worst = max(worst, growth)
        shown = " ".join(f"{seconds:6.2f}" for seconds in least(runs, idle))
        print(f"{name:28} {shown} s   growth {growth:4.2f}   {runs[-1][-1][1]:6.0f} MB", flush=True)
    if worst > chosen.limit:
        sys.exit(f"a doubling costs {worst:.2f} times as much; the limit is {chosen.limit}")


if __name__ == "__main__":
    main()
