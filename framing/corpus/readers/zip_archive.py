"""A zip of files of any of these kinds, in folders or not, with or without an `index.jsonl` of what they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from zipfile import ZipFile

from framing.corpus.files.encoding import UnreadableError
from framing.corpus.files.fields import Raw, fields_of
from framing.corpus.files.packed import MAX_UNPACKED, articles_within, member, members, opened, shown
from framing.corpus.files.source import Source

ENDINGS = (".zip",)
CHECKED = "made with Python"
_INDEX = "index.jsonl"


def recognises(head: bytes) -> bool:
    """PK."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(source: Source) -> Iterator[Raw]:
    """The articles of all files in it; those of other kinds are named."""
    unpacked = 0
    with opened(source, "zip") as archive:
        known = _index(archive)
        for name in members(archive):
            place = shown(name)
            if known and place.rpartition("/")[2] == _INDEX:
                continue
            try:
                content = member(archive, name, "part of this zip")
                unpacked += len(content)
                if unpacked > MAX_UNPACKED:
                    yield Raw(problem=("unpacks to more than 1 GB: the rest is left out", "unpack it"), inner=place)
                    return
            except UnreadableError as problem:
                yield Raw(problem=(problem.problem, problem.advice), inner=place)
                continue
            for raw in articles_within(source, place, content):
                raw.fields = {**known.get(place.rpartition("/")[2], {}), **raw.fields}
                yield raw


def _index(archive: ZipFile) -> dict[str, dict[str, str]]:
    """What the archive's own `index.jsonl` says of its files, by their names; empty where it has none."""
    name = next((name for name in members(archive) if shown(name).rpartition("/")[2] == _INDEX), None)
    if name is None:
        return {}
    found = {}
    for line in member(archive, name, "part of this zip").decode("utf-8", "replace").split("\n"):
        try:
            record = json.loads(line or "null")
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict) and isinstance(record.get("file"), str):
            found[record["file"].rpartition("/")[2]] = fields_of(record)
    return found
