"""What an engine is given and gives: the words of the folder's own text, as types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

Task = Callable[..., None]
Run = Callable[[Task, Any, Sequence[Any]], Iterator[tuple[Any, Exception | None]]]
TIMES = 2  # that a part may end a process before its articles are tried one by one
ALONE = 50  # times more
