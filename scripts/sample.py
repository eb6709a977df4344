"""Write the sample report under reports/ anew: `python scripts/sample.py`."""

from __future__ import annotations

from pathlib import Path

import framing

FOLDER = Path(__file__).parents[1] / "reports" / "huawei-curbs"


def main() -> None:
    comparison = framing.compare(framing.score(framing.load("huawei-curbs")), seed=1)
    for path in framing.write_report(comparison, FOLDER):
        print(path.relative_to(FOLDER.parents[1]))


if __name__ == "__main__":
    main()
