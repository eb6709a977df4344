"""Is what is written whole or not at all, whenever a run is killed?

    python scripts/kills.py [--each 25] [--seed 1]

Runs of compare, study, score and add are killed (SIGKILL) at random moments, and started again. Compare and study write
in turn two different reports into one folder. After each kill counted is what is mixed (files of both, or cut ones);
after the next run what is lost (the result is not that of a run that nobody killed) and what litter is left.
Exit status 1 where anything is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

TEXT = "It may rain in {place}, the mayor said on Monday. “We wait for it,” she told the Courier. Nobody knows why. "


def framing(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "framing", *map(str, words)]


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too: its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def events(place: Path) -> None:
    for name in ("rain", "snow"):
        folder = place / name
        folder.mkdir(parents=True)
        for outlet in ("courier", "beacon", "globe"):
            body = "".join(TEXT.format(place=f"{outlet.title()}ville {n}") for n in range(6))
            (folder / f"{outlet}--2026-01-01--{name}.txt").write_text(f"{name.title()} in {outlet}\n\n{body}")


@dataclass
class Trial:
    """A verb: what it runs in its turns, where it writes, and what it may leave when it is killed."""

    verb: str
    runs: list[Callable[[Path], list[str]]]
    swapped: bool = True  # one folder that changes as a whole; otherwise files that are each whole
    done: int = 0
    mixed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    litter: list[str] = field(default_factory=list)

    def carry_out(self, place: Path, kills: int, dice: random.Random) -> None:
        wanted, seconds = [], 0.0
        for number, run in enumerate(self.runs):
            home = place / f"reference{number}"
            home.mkdir()
            start = time.monotonic()
            subprocess.run(run(home / "out"), check=True, capture_output=True)
            seconds = max(seconds, time.monotonic() - start)
            wanted.append(contents(home))
        home = place / "home"
        home.mkdir()
        for turn in range(kills):
            run = self.runs[turn % len(self.runs)]
            child = subprocess.Popen(run(home / "out"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the kills fall where the files are written and moved: at the end.
            time.sleep(seconds * (dice.uniform(0.7, 1.1) if turn % 2 else dice.uniform(0, 1)))
            child.kill()
            child.wait()
            self.done += 1
            self._look(contents(home), wanted, turn)
            again = self.runs[(turn // 2) % len(self.runs)]
            ended = subprocess.run(again(home / "out"), capture_output=True, text=True)
            now, asked = contents(home), wanted[(turn // 2) % len(self.runs)]
            if ended.returncode:
                self.lost.append(f"{turn}: {ended.stderr.strip()[-200:]}")
            self.lost += [f"{turn}: {name}" for name in asked if now.get(name) != asked[name]]
            self.litter += [f"{turn}: {name}" for name in now if name not in asked]
            if not self.swapped:  # begin anew, or nothing would be left to do
                subprocess.run(["rm", "-rf", str(home / "out")], check=True)

    def _look(self, now: dict[str, str], wanted: list[dict[str, str]], turn: int) -> None:
        seen = {name: digest for name, digest in now.items() if not any(p.startswith(".") for p in _above(name))}
        if self.swapped:
            if seen and all(seen != one for one in wanted):
                self.mixed.append(f"{turn}: {sorted(seen)}")
        else:
            self.mixed += [f"{turn}: {name}" for name in seen if all(seen[name] != one.get(name) for one in wanted)]


def _above(name: str) -> list[str]:
    return [part for part in Path(name).parts if part != ".raw"]


def main() -> int:
    asked = argparse.ArgumentParser(description="kill runs, and look")
    asked.add_argument("--each", type=int, default=25)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    dice, failed = random.Random(options.seed), False
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        events(place / "data")
        rows = [
            {"outlet": f"Outlet {n % 7}", "title": f"Rain {n}", "text": TEXT.format(place=f"Town {n}") * 12}
            for n in range(3000)
        ]
        table = place / "table.jsonl"
        table.write_text("\n".join(map(json.dumps, rows)))
        pages = place / "pages"
        pages.mkdir()
        for n in range(30):
            body = "".join(TEXT.format(place=f"{n} {m}") for m in range(5))
            (pages / f"courier--2026-01-{n % 28 + 1:02}--{n}.txt").write_text(f"Rain {n}\n\n{body}")

        def compare(event: str) -> Callable[[Path], list[str]]:
            return lambda out: framing("compare", "--event", event, "--data", place / "data", "--out", out)

        def study(*only: str) -> Callable[[Path], list[str]]:
            return lambda out: framing("study", "--events", "*", "--data", place / "data", "--out", out, *only)

        trials = [
            Trial("compare", [compare("rain"), compare("snow")]),
            Trial("study", [study(), study("--only", "hedging")]),
            Trial("score", [lambda out: framing("score", table, "--out", out)], swapped=False),
            Trial("add", [lambda out: framing("add", pages, "--event", "out", "--data", out.parent)], swapped=False),
        ]
        for trial in trials:
            (place / trial.verb).mkdir()
            trial.carry_out(place / trial.verb, options.each, dice)
            print(
                f"{trial.verb}: {trial.done} kills, {len(trial.mixed)} mixed, {len(trial.lost)} lost, "
                f"{len(trial.litter)} litter"
            )
            for one in (*trial.mixed[:3], *trial.lost[:3], *trial.litter[:3]):
                print(f"  {one}")
                failed = True
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
