"""Write constraints.txt from this environment: the exact versions that the tests passed with.

python scripts/constrain.py
"""

from __future__ import annotations

from importlib.metadata import distributions
from pathlib import Path

LEFT_OUT = {"news-framing", "pip", "setuptools", "wheel"}


def main() -> None:
    found = {item.metadata["Name"].lower().replace("_", "-"): item.version for item in distributions()}
    lines = [f"{name}=={version}" for name, version in sorted(found.items()) if name not in LEFT_OUT]
    path = Path(__file__).parents[1] / "constraints.txt"
    path.write_text(
        "# Versions that the tests passed with; written by scripts/constrain.py\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    main()
