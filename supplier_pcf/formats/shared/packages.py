"""The documents in a file of any kind: plain, in XML, in an AASX package, or several in a zip."""

from __future__ import annotations

from pathlib import PurePosixPath

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.formats.shared.aas_xml import is_environment, values_of
from supplier_pcf.formats.shared.reading import MAX_BYTES, parsed
from supplier_pcf.guard import package, xml_text

_READABLE = (".json", ".xml", ".csv", ".tsv")
_PACKAGES = (".aasx", ".zip")
_OFFICE = ("xl/workbook.xml", "word/document.xml", "ppt/presentation.xml")


def all_parsed(data: bytes, name: str) -> list[object]:
    """The values of every file in this one, itself where it is no archive.

    An AASX package is one; a zip may hold such packages beside plain files, but no further zip. A part that cannot be
    read is its refusal.

    Raises:
        Refusal: it holds nothing to read, cannot be read, or is made to harm.
    """
    if data.startswith(package.MAGIC):
        return _unpacked(data, name, may_hold_packages=True)
    if name.lower().endswith(".xml"):
        return [_xml(data, name)]
    return [parsed(data, name)]


def _xml(data: bytes, name: str) -> object:
    root = xml_text.parse(data, name)
    if not is_environment(root):
        raise Refusal("file.not_exchanged", file=name)
    return values_of(root)


def _unpacked(data: bytes, name: str, *, may_hold_packages: bool) -> list[object]:
    if set(package.names(data, name)) & set(_OFFICE):
        raise Refusal("file.not_exchanged", file=name)
    suffixes = (*_READABLE, *_PACKAGES) if may_hold_packages else _READABLE
    found: list[object] = []
    for member, content in package.members(data, name, lambda m: _fits(m, suffixes), MAX_BYTES):
        try:
            found += _inside(member, content)
        except Refusal as refusal:
            found.append(refusal)
    if not found:
        raise Refusal("receive.none", file=name)
    return found


def _inside(member: str, content: bytes) -> list[object]:
    name = PurePosixPath(member).name
    if content.startswith(package.MAGIC):
        return _unpacked(content, name, may_hold_packages=False)
    return [_xml(content, name)] if name.lower().endswith(".xml") else [parsed(content, name)]


def _fits(member: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a member may hold a document; the package's own bookkeeping does not."""
    path = PurePosixPath(member)
    own = {"_rels", "docProps", "__MACOSX"} & set(path.parts)
    return path.suffix.lower() in suffixes and not own and path.name != "[Content_Types].xml"
