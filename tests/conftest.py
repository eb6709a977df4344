from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("framing", deadline=None)  # a busy machine is no defect
settings.load_profile("framing")
SHARED = Path(__file__).parents[2] / "shared"


def shared(name: str) -> Path:
    """A file or folder of real data that lies beside the project; the test skips where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no {name} beside the project: real data are not part of it")
    return path
