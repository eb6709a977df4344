"""The report for Word, where pandoc is installed: made of the Markdown report, with charts as pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from framing.errors import ReportError, one_line

_SECONDS = 120


def docx(markdown: str, pictures: Mapping[str, bytes]) -> bytes:
    """A Word document. pictures: PNG by the name of the chart.

    The same report gives the same bytes with one version of pandoc. Raises ReportError where pandoc is not found or
    fails.
    """
    program = shutil.which("pandoc")
    if program is None:
        raise ReportError("a report for Word needs pandoc, which is not on the path; install it from pandoc.org")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "figures").mkdir()
        for name, picture in pictures.items():
            (place / "figures" / f"{name}.png").write_bytes(picture)
            markdown = markdown.replace(f"(figures/{name}.svg)", f"(figures/{name}.png)")
        command = [program, "-f", "gfm", "-t", "docx", "-o", "report.docx", "-"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0")}
        try:
            subprocess.run(  # noqa: S603
                command, input=markdown.encode(), cwd=place, env=environment, check=True, capture_output=True,
                timeout=_SECONDS,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as problem:
            raise ReportError(f"pandoc could not make the report for Word: {one_line(problem, 200)}") from problem
        return (place / "report.docx").read_bytes()
