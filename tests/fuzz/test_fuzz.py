"""Every input that the fuzzer kept, for it reaches code of its own, and inputs by chance: refused in one line or read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, attempt

KEPT = sorted(path for path in (Path(__file__).parent / "kept").glob("*/*") if path.is_file())


def test_there_are_inputs_for_every_parser() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kept(path: Path) -> None:
    attempt(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("name", sorted(set(TARGETS) - {"files"}))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.binary(max_size=200))
def test_by_chance(name: str, data: bytes) -> None:
    attempt(name, data)
