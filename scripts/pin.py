"""Pin the bundled event's values anew, on purpose: `python scripts/pin.py`. Say in the commit why they changed."""

from __future__ import annotations

import json
from pathlib import Path

import framing

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "huawei-curbs.json"


def values() -> dict[str, dict[str, float | None]]:
    """Every outlet's value for every metric of the bundled event, to 6 decimals."""
    comparison = framing.compare(framing.score(framing.load("huawei-curbs")), seed=1)
    found: dict[str, dict[str, float | None]] = {}
    for row in comparison.outlets.sort("metric", "outlet").iter_rows(named=True):
        value = row["value"]
        found.setdefault(row["metric"], {})[row["outlet"]] = None if value is None else round(value, 6)
    return found


def main() -> None:
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(json.dumps(values(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"pinned {GOLDEN.name}")


if __name__ == "__main__":
    main()
