"""The personal library on disk: one JSON file with every version, written whole, read with suspicion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.personal import MOST_VERSIONS, PersonalLibrary, unsound
from supplier_pcf.guard.json_text import MAX_BYTES
from supplier_pcf.project import codec
from supplier_pcf.project.manifest import newer
from supplier_pcf.project.whole import read_refusal, reading, shown, write_whole

FORMAT = "supplier-pcf-own-factors"
VERSION = 1


def read_personal(path: Path) -> PersonalLibrary:
    """The library in this file; an empty one where there is no file yet.

    Raises:
        Refusal: the file is damaged, newer, or not such a library; nothing of it is used.
    """
    if not path.exists():
        return PersonalLibrary()
    file = shown(path)
    with reading(path) as handle:
        data = handle.read(MAX_BYTES + 1)
    library = _library(codec.parse(data, file), file)
    _require_sound(library, file)
    return library


def write_personal(path: Path, library: PersonalLibrary) -> None:
    """Writes the library whole or not at all.

    Raises:
        Refusal: the place cannot be written; the old file is untouched.
    """
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "removed": list(library.removed),
        "factors": codec.factors_as_data(library.versions),
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise read_refusal(error, shown(path)) from error
    write_whole(path, codec.encode_plain(tree))


def _library(tree: Any, file: str) -> PersonalLibrary:
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise Refusal("own.not_a_library", file=file)
    version = tree.get("version")
    if type(version) is not int or version < 1:
        raise Refusal("own.not_a_library", file=file)
    if version > VERSION:
        raise newer(file)
    removed = tree.get("removed", [])
    if not isinstance(removed, list) or not all(isinstance(name, str) for name in removed):
        raise Refusal("own.not_a_library", file=file)
    rows = tree.get("factors", [])
    if isinstance(rows, list) and len(rows) > MOST_VERSIONS:
        raise Refusal("own.library_full", limit=MOST_VERSIONS)
    factors = codec.factors_from(rows, file, name="factors")
    return PersonalLibrary(versions=factors, removed=tuple(removed))


def _require_sound(library: PersonalLibrary, file: str) -> None:
    seen: set[tuple[str, int]] = set()
    for factor in library.versions:
        key = (factor.id, factor.version)
        if key in seen or factor.version < 1 or unsound(factor):
            raise Refusal("own.damaged", file=file, id=factor.id)
        seen.add(key)
