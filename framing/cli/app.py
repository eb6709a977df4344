"""The command line. Data goes to stdout, remarks and progress to stderr; nothing else prints."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import signal
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer
from typer.core import TyperCommand

from framing import __version__
from framing.cli.options import fail
from framing.cli.verbs import verbs
from framing.errors import FramingError, StoppedError

app = typer.Typer(
    name="framing",
    help="Compare how news outlets frame the same event.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _framing(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    if version:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


class _Verb(TyperCommand):
    """A verb that says what an option without its value is for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except Exception as problem:
            name = getattr(problem, "option_name", None)  # of the parser's own class, which typer does not give away
            option = next((one for one in self.params if name in one.opts), None)
            if option is None:
                raise
            what = str(getattr(option, "help", "") or "see --help")
            raise typer.BadParameter(f"needs a value behind it. {what}", ctx=ctx, param_hint=str(name)) from problem


for verb in verbs():
    app.command(cls=_Verb)(verb)


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 the input is at fault, 2 wrong usage."""
    # A run makes millions of small objects that stay and hardly a cycle: looking for cycles takes a third of its time.
    gc.disable()
    # The matrices are small: threads that share one would do little but wait for each other. Numpy is not loaded yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, _stop)
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by who called: what is said goes nowhere, files are still written
            setattr(sys, stream, _nowhere())
    try:
        app()
        sys.stdout.flush()
    except StoppedError as problem:
        fail(str(problem), code=130)
    except FramingError as problem:
        fail(str(problem))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as problem:
        if problem.errno != errno.ENOSPC:
            raise
        sys.stdout = _nowhere()  # what is left in it can go nowhere
        fail("the output cannot be written: no space is left where it goes; free some, or send it elsewhere")


def console() -> NoReturn:
    """`main` as a whole process, which ends without taking its millions of objects down one by one."""
    code: object = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as problem:
        if isinstance(problem, OSError) and problem.errno == errno.ENOSPC:
            code = code or 1  # what is shown was not written
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _stop(*_: object) -> NoReturn:
    """Ctrl-C, as an error of ours: what is half done is undone on its way out."""
    raise StoppedError("stopped; nothing was written")
