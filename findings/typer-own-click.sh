#!/usr/bin/env bash
# typer 0.29.2: errors of the command line are no longer click's.
#
# Typer was a layer over click, and programs that called a command with standalone_mode=False caught
# click.ClickException (or click.UsageError) around it. This release carries a copy of click inside
# (typer._click) and no longer depends on the package: its BadParameter and NoSuchOption derive from the copy's classes.
# With click installed beside it, the old `except click.ClickException` imports without an error and catches nothing.
# What can be caught is typer.exceptions.TyperException, or the copy's own classes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check typer==0.29.2 click==8.5.1
"$place/env/bin/python" - <<'PYTHON'
import click
import typer

app = typer.Typer()


@app.command()
def main(count: int) -> None:
    if count > 9:
        raise typer.BadParameter("at most nine")


seen = []
for words in (["--wrong"], ["12"]):
    try:
        typer.main.get_command(app)(words, standalone_mode=False)
    except click.ClickException:
        seen.append("caught as click's")
    except Exception as problem:
        seen.append(f"{type(problem).__module__}.{type(problem).__name__}")
print("typer", typer.__version__, "beside click", click.__version__, ":", seen)
assert seen == ["typer._click.exceptions.NoSuchOption", "typer._click.exceptions.BadParameter"], seen
assert not issubclass(typer.BadParameter, click.ClickException)
PYTHON
