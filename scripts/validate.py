"""How well do the measures agree with human coding? Run them on every gold set and write the figures down.

    python scripts/validate.py [--gold FOLDER]            measure, show, write framing/measures/validation.json
    python scripts/validate.py --check [--only SET ...]   measure, and compare with the committed figures

A check fails where a figure is more than 0.005 lower than the committed one, and so does writing one, unless
--lower says that it is meant. The sets stand in scripts/gold, one a file; their texts lie beside the project, in
../shared/gold, and stay there. A set that is "also read" was read when the rules that it judges were written: its
figures are too kind. Intervals: bootstrap over sentences, or over the articles, stories or editorials of the set.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gold import SETS
from gold.figures import Figure

from framing.measures.validation import VALIDATION

GOLD = Path(__file__).parents[2] / "shared" / "gold"
SLACK = 0.005


def measured(gold: Path, only: list[str] | None = None) -> list[Figure]:
    """All figures of the sets, or of those that are named."""
    return [figure for name in only or SETS for figure in SETS[name](gold)]


def committed() -> list[Figure]:
    """The figures of framing/measures/validation.json."""
    if not VALIDATION.is_file():
        return []
    measures: dict[str, list[dict[str, Any]]] = json.loads(VALIDATION.read_text(encoding="utf-8"))["measures"]
    return [Figure(measure=name, **fields) for name, rows in measures.items() for fields in rows]


def dropped(new: list[Figure], old: list[Figure]) -> list[str]:
    """In words, each figure that is lower than it was by more than the slack, or that is gone."""
    today = {figure.key: figure for figure in new}
    lines = []
    for was in old:
        now = today.get(was.key)
        name = f"{was.measure} on {was.set}, {was.figure}"
        if now is None:
            lines.append(f"{name}: {was.value:.4f} before, not measured now")
        elif not now.value >= was.value - SLACK:
            lines.append(f"{name}: {was.value:.4f} before, {now.value:.4f} now")
    return lines


def write(figures: list[Figure], path: Path = VALIDATION) -> None:
    """The results file: measure -> its figures."""
    by_measure: dict[str, list[dict[str, Any]]] = {}
    place = {figure.key: number for number, figure in enumerate(committed())}  # the first of like ones is shown
    for figure in sorted(figures, key=lambda figure: (figure.measure, place.get(figure.key, len(place)))):
        by_measure.setdefault(figure.measure, []).append(
            {name: value for name, value in asdict(figure).items() if name != "measure"}
        )
    text = json.dumps({"measures": by_measure}, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def shown(figures: list[Figure]) -> str:
    """A table for the terminal."""
    head = (
        f"{'measure':<28}{'level':<10}{'set':<22}{'figure':<19}{'value':>6}{'95 % interval':>15}{'n':>7}"
        f"{'chance':>8}{'plain':>8}{'learned':>8}"
    )
    lines = [head, "-" * len(head)]
    for one in figures:
        numbers = "".join(f"{'' if by is None else f'{by:.3f}':>8}" for by in (one.chance, one.baseline, one.learned))
        interval = f"{one.low:.3f}-{one.high:.3f}"
        where = one.set if len(one.set) < 22 else f"{one.set[:20]}…"
        lines.append(
            f"{one.measure:<28}{one.level:<10}{where:<22}{one.figure:<19}{one.value:>6.3f}{interval:>15}{one.n:>7,}{numbers}"
        )
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=GOLD, help="folder of the gold sets")
    options.add_argument("--only", nargs="+", choices=list(SETS), help="these sets alone; the other figures stay")
    options.add_argument("--check", action="store_true", help="write nothing; fail where a figure dropped")
    options.add_argument("--lower", action="store_true", help="write the figures though one dropped")
    chosen = options.parse_args()
    if not chosen.gold.is_dir():
        sys.exit(f"validate: there is no folder {chosen.gold}; name that of the gold sets with --gold")
    new, old = measured(chosen.gold, chosen.only), committed()
    print(shown(new))
    if chosen.only:
        here = {(figure.set, figure.level) for figure in new}
        rest = [one for one in old if (one.set, one.level) not in here]
        old = [one for one in old if (one.set, one.level) in here]
    else:
        rest = []
    worse = dropped(new, old)
    for line in worse:
        print(f"lower: {line}", file=sys.stderr)
    if worse and (chosen.check or not chosen.lower):
        sys.exit("validate: figures dropped; mend the measure, or write them with --lower and say why in the commit")
    if not chosen.check:
        write([*rest, *new])
        print(f"wrote {VALIDATION.name}")


if __name__ == "__main__":
    main()
