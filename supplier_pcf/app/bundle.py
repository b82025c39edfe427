"""Whether the installed program is whole: every part is there, in its size, and on request unchanged."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.paths import bundle

LISTING = "bundle.json"
"""Path of each part to its size and SHA-256; written when the program is built."""


def refuse_damaged(*, thorough: bool = False) -> None:
    """Says so if a part of the installed program is missing or changed; from source there is nothing to check.

    Raises:
        Refusal: a part is missing or has another size; if `thorough`, also one with other content.
    """
    folder = bundle()
    if folder is None:
        return
    faults = tuple(damaged(folder, thorough=thorough))
    if faults:
        raise Refusal("bundle.damaged", count=len(faults), file=faults[0])


def damaged(folder: Path, *, thorough: bool = False) -> Iterator[str]:
    """The parts that are not as they were built; the listing itself if it cannot be read."""
    try:
        listed = json.loads((folder / LISTING).read_bytes())["files"]
        expected = {
            str(name): (int(size), str(digest)) for name, (size, digest) in dict(listed).items()
        }
    except (OSError, ValueError, TypeError, KeyError):
        yield LISTING
        return
    found = dict(_sizes(folder))
    for name, (size, digest) in expected.items():
        if found.get(name) != size or (thorough and _digest(folder / name) != digest):
            yield name


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file with its size; a folder's listing has both on Windows, so this asks little of the disk."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield below + entry.name, entry.stat().st_size


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
