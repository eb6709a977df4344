from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import settings

# Tests make millions of small objects and hardly a cycle, as a run does (see `framing.cli.app.main`).
gc.set_threshold(200_000, 20, 20)

settings.register_profile("framing", deadline=None)  # a busy machine is no defect
settings.load_profile("framing")
TESTS = Path(__file__).parent
SHARED = TESTS.parents[1] / "shared"
# Tests that call polars a thousand times, on frames of a few rows.
_MANY_CALLS = ("comparison/statements", "comparison/content", "coding/test_validate.py")


def shared(name: str) -> Path:
    """A file or folder of real data that lies beside the project; the test skips where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no {name} beside the project: real data are not part of it")
    return path


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run tests of many small frames on a thread of polars' own: a third of their time is else its waking up."""
    if not pyfuncitem.path.relative_to(TESTS).as_posix().startswith(_MANY_CALLS):
        return None
    given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    on_a_thread_of_polars(lambda: pyfuncitem.obj(**given))
    return True


def on_a_thread_of_polars(run: Callable[[], object]) -> None:
    """Call a function where polars evaluates expressions; what it raises is raised here."""
    raised: list[BaseException] = []

    def called(column: pl.Series, **_: object) -> pl.Series:
        try:
            run()
        except BaseException as error:
            raised.append(error)
        return column

    # Two expressions: one alone would be evaluated by the thread that asks.
    expressions = (pl.col(name).map_batches(called if name == "a" else _same, pl.Int64) for name in "ab")
    pl.DataFrame({"a": [0], "b": [0]}).select(*expressions)
    if raised:
        raise raised[0]


def _same(column: pl.Series, **_: object) -> pl.Series:
    return column
