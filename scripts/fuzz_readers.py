"""Throw damaged files at the readers for a bounded time.

    python scripts/fuzz_readers.py [--seconds 60] [--seed 1]

Each round takes a small valid file of one format, damages it (bits flipped, pieces cut out, doubled, swapped, replaced
by marks that formats give a meaning), and loads a folder that holds it. Allowed are articles, problems and
CorpusError; anything else, and a file that takes longer than five seconds, is shown with the bytes that did it, and
the exit status is 1. Where atheris is installed, `--atheris` lets it choose the bytes by coverage.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from importlib import import_module
from pathlib import Path

from format_samples import samples

from framing.corpus.load import load
from framing.errors import CorpusError

SLOW = 5.0  # seconds of this program's own time
MARKS = [
    b"\0", b"\xff\xfe", b"<", b">", b"&#x0;", b"&a;", b"]]>", b"{", b"}" * 50, b"[" * 500, b'"', b"\\u", b"---\n",
    b"\n" * 50, b"\r", b"PK\3\4", b"\\par", b"\\'", b"{\\rtf1", b"End of Document\n", b"1 of 2 DOCUMENTS\n",
    b"Document A20260101000000000\n", b"30 words\n", b"Body\n", b"<!ENTITY a 'b'>", b"99999999999999999999", b"-1",
    b"1e999", b"NaN", b"From x\n", b"TY  - NEWS\n", b"ER  - \n", b"<nitf>", b"<p>" * 300, b"1 of 9 DOCUMENTS",
    b"bplist00", b"\xe2\x80\xae", b"\xed\xa0\x80", "Ã©â€œ".encode(), b"%PDF-1.7",
    b"{\\footnote ", b"{\\shptxt ", b"\\bin99999 ", b"\\u-10179?", b"\\upr", b"\\ansicpg99",
    "news·20260101·A·1\n".encode(),
    "Certificat émis le 2 mars 2026\n".encode(), b"Le Lac\nlundi 2 mars 2026 100 mots, p. 1\n",
]  # fmt: skip


def damage(content: bytes, chance: random.Random) -> bytes:
    """The content with one to six faults."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        size = chance.choice([1, 2, 8, 60])
        match chance.randrange(6):
            case 0 if data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * chance.choice([1, 2, 200])
            case 3:
                data[at:at] = chance.choice(MARKS)
            case 4:
                data[at : at + size] = chance.randbytes(size)
            case 5:
                del data[at:]
    return bytes(data)


def attempt(folder: Path, ending: str, content: bytes) -> str:
    """What loading a folder with this file came to: articles, problems, or what must not be."""
    path = folder / f"the-courier--2026-01-02--1{ending}"
    path.write_bytes(content)
    began = time.process_time()
    try:
        load(folder)
        outcome = "articles"
    except CorpusError as problem:
        outcome = "problems" if "\n" not in str(problem) else "a message of several lines"
    except Exception:
        outcome = traceback.format_exc()
    path.unlink()
    return outcome if time.process_time() - began < SLOW else f"took {time.process_time() - began:.1f} s"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--atheris", action="store_true", help="let atheris choose the bytes")
    chosen = options.parse_args()
    valid = samples()
    kinds = list(valid)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if chosen.atheris:
            atheris = import_module("atheris")

            def one(data: bytes) -> None:
                outcome = attempt(folder, kinds[data[0] % len(kinds)] if data else ".txt", data[1:])
                if outcome not in ("articles", "problems"):
                    raise RuntimeError(outcome)

            atheris.instrument_all()
            atheris.Setup([sys.argv[0], f"-max_total_time={chosen.seconds:.0f}", f"-seed={chosen.seed}"], one)
            atheris.Fuzz()
            return
        for ending, content in valid.items():
            outcome = attempt(folder, ending, content)
            if outcome != "articles":
                sys.exit(f"the valid {ending} gives {outcome}")
        chance, found, wrong = random.Random(chosen.seed), Counter[str](), 0
        end = time.monotonic() + chosen.seconds
        while time.monotonic() < end:
            ending = chance.choice(kinds)
            content = damage(valid[ending], chance)
            outcome = attempt(folder, ending, content)
            found[outcome if outcome in ("articles", "problems") else "wrong"] += 1
            if outcome not in ("articles", "problems"):
                wrong += 1
                print(f"{ending} {content!r}\n{outcome}", file=sys.stderr)
    counts = ", ".join(f"{number} {name}" for name, number in found.items())
    print(f"seed {chosen.seed}, {chosen.seconds:g} s: {found.total()} files: {counts}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
