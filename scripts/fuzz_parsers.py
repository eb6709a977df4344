"""Let a coverage-guided fuzzer look for inputs that break a parser of untrusted text.

    pip install atheris
    python scripts/fuzz_parsers.py [--seconds 600] [--target NAME] [--keep]

Each parser of `tests/fuzz/targets.py` gets its share of the time, in a process of its own, beginning with the inputs in
`tests/fuzz/kept/`. `--keep` adds what reaches new code, the smallest that does, to those: at most 30 files of 2,000
bytes a parser. An input that breaks one is shown, and the exit status is 1. Damaged files of whole formats are
`fuzz_readers.py`'s.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "tests" / "fuzz" / "kept"
SMALL, MOST = 2000, 30


def feed(target: str, arguments: list[str]) -> None:
    """In this process: libFuzzer with its arguments, until it ends the process."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["framing", "tomllib"]):
        targets = import_module("tests.fuzz.targets")

    def one(data: bytes) -> None:
        targets.attempt(target, data)

    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def keep(target: str, found: Path) -> int:
    """Add the smallest of the inputs that reached code which the kept ones do not. How many."""
    home = KEPT / target
    by_size = sorted((path.stat().st_size, path) for path in found.iterdir())
    room = max(0, MOST - len(list(home.iterdir())))
    chosen = [path.read_bytes() for size, path in by_size if size <= SMALL][:room]
    for content in chosen:
        (home / hashlib.sha256(content).hexdigest()[:12]).write_bytes(content)
    return len(chosen)


def run(target: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, __file__, "--feed", target, *arguments]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)


def main() -> int:
    if sys.argv[1:2] == ["--feed"]:
        sys.path.insert(0, str(ROOT))
        feed(sys.argv[2], sys.argv[3:])
        return 0
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("--target")
    options.add_argument("--keep", action="store_true")
    chosen = options.parse_args()
    names = [chosen.target] if chosen.target else sorted(path.name for path in KEPT.iterdir())
    failed = False
    for name in names:
        with tempfile.TemporaryDirectory() as found, tempfile.TemporaryDirectory() as broken:
            seconds = max(1, int(chosen.seconds / len(names)))
            limits = (
                f"-max_total_time={seconds}",
                "-timeout=60",
                "-report_slow_units=60",
                "-rss_limit_mb=4096",
                f"-artifact_prefix={broken}/",
            )
            done = run(name, *limits, found, str(KEPT / name))
            print(f"{name}, {seconds} s: {_last(done.stderr)}", flush=True)
            for path in sorted(Path(broken).iterdir()):
                failed = True
                print(f"  {path.name.partition('-')[0]}: {path.read_bytes()[:400]!r}\n{done.stdout[-2000:]}")
            if chosen.keep:
                print(f"  kept {keep(name, Path(found))} more")
    return int(failed)


def _last(told: str) -> str:
    lines = [line for line in told.splitlines() if line.startswith(("#", "Done", "stat::"))]
    return lines[-1].strip() if lines else told[-300:]


if __name__ == "__main__":
    raise SystemExit(main())
