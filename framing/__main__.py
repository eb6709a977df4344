"""`python -m framing`."""

from framing.cli.app import console

console()
