"""Look into a workbook's zip before anything else opens it: members, sizes, and every part once."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.sheet_scan import Scan, SharedScan, SheetFacts, Unsafe, walk

MOST_MEMBERS = 2_000
MOST_EXPANDED = 400 * 1024 * 1024
MOST_RATIO = 250
RATIO_FROM = 10 * 1024 * 1024
_CHUNK = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, ElementTree.ParseError, EOFError, OSError,
    NotImplementedError, ValueError, KeyError, IndexError,
)  # fmt: skip


def inspect(path: Path) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name.

    Raises:
        Refusal: the zip is damaged, no workbook, too large when expanded, or made to harm.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(archive, path.name)
            parts = _sheet_parts(archive)
            facts = _walk(archive, set(parts.values()))
        return {name: facts[part] for name, part in parts.items() if part in facts}
    except Unsafe as unsafe:
        raise Refusal(unsafe.code, file=path.name, limit=unsafe.limit) from unsafe
    except RuntimeError as error:
        raise Refusal("import.is_encrypted", file=path.name) from error
    except _BROKEN as error:
        raise Refusal("import.damaged", file=path.name) from error


def _walk(archive: zipfile.ZipFile, sheets: set[str]) -> dict[str, SheetFacts]:
    """Read every part once: shared texts first, then the sheets and the rest."""
    shared = SharedScan()
    members = archive.infolist()
    for info in members:
        if info.filename.casefold().endswith("sharedstrings.xml"):
            walk(_chunks(archive, info), shared)
    facts: dict[str, SheetFacts] = {}
    for info in members:
        if info.filename in sheets or "/worksheets/" in info.filename:
            facts[info.filename] = SheetFacts()
            walk(_chunks(archive, info), Scan(facts[info.filename], shared.lengths))
        elif info.filename.endswith((".xml", ".rels")):
            walk(_chunks(archive, info))
    return facts


def _check_members(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    names = [info.filename for info in members]
    if len(members) > MOST_MEMBERS or len(set(names)) < len(names):
        raise Refusal("import.suspicious", file=name)
    if any(".." in n.split("/") or n.startswith(("/", "\\")) for n in names):
        raise Refusal("import.suspicious", file=name)
    expanded = sum(info.file_size for info in members)
    packed = max(1, sum(info.compress_size for info in members))
    if expanded > MOST_EXPANDED or (expanded > RATIO_FROM and expanded / packed > MOST_RATIO):
        raise Refusal("import.expands_too_far", file=name)
    if "xl/workbook.xml" not in names:
        raise Refusal("import.not_a_workbook", file=name)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    book = _xml(archive, "xl/workbook.xml")
    links = _xml(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    parts = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            link = next((v for k, v in sheet.attrib.items() if k.endswith("}id")), "")
            joined = posixpath.join("/xl", targets.get(link, ""))
            parts[sheet.get("name", "")] = posixpath.normpath(joined).lstrip("/")
    return parts


def _xml(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    info = archive.getinfo(part)
    if info.file_size > 4 * _CHUNK:
        raise Unsafe("import.suspicious")
    walk(_chunks(archive, info))
    return ElementTree.fromstring(archive.read(info))


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as stream:
        while block := stream.read(_CHUNK):
            yield block
