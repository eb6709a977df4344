from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import settings

# Tests make millions of small objects and hardly a cycle, as a run does (see `framing.cli.app.main`).
gc.set_threshold(200_000, 20, 20)

settings.register_profile("framing", deadline=None)  # a busy machine is no defect
settings.load_profile("framing")
SHARED = Path(__file__).parents[2] / "shared"


def shared(name: str) -> Path:
    """A file or folder of real data that lies beside the project; the test skips where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no {name} beside the project: real data are not part of it")
    return path
