"""What is being done, said on stderr: on a terminal only, and once work takes longer than a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AFTER = 1.0  # seconds


@contextmanager
def working(first: str) -> Iterator[Callable[[str], None]]:
    """A function that says what comes next. The line goes away when the work is done, or fails."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    status = Console(stderr=True).status(Text(first))
    timer = threading.Timer(AFTER, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda words: status.update(Text(words))
    finally:
        timer.cancel()
        timer.join()
        status.stop()
