"""`python -m framing`."""

from framing.cli import console

console()
