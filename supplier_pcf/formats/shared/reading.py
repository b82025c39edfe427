"""Received bytes as plain values: JSON, or a table by the names in its first row."""

from __future__ import annotations

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard import json_text, table_text

MAX_BYTES = 20 * 1024 * 1024
"""No footprint is bigger; nothing beyond is looked at."""
_BOM = b"\xef\xbb\xbf"
_TABLES = (".csv", ".txt", ".tsv")
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"<")
"""Archives, workbooks, documents, XML."""


def parsed(data: bytes, name: str) -> object:
    """The values of a file: JSON values, or of a table its rows, each a text by the column's name.

    Raises:
        Refusal: it is too big, damaged, nested without end, or neither JSON nor a table.
    """
    if len(data) > MAX_BYTES:
        raise Refusal("file.too_big", file=name, limit=MAX_BYTES // 1024**2)
    start = data[:4096].removeprefix(_BOM).lstrip()
    if start.startswith(_BINARY):
        raise Refusal("file.not_exchanged", file=name)
    if start[:1] not in (b"{", b"[") and name.lower().endswith(_TABLES):
        return table_text.parse(data, name, MAX_BYTES)
    return json_text.parse(data, name, MAX_BYTES)


def documents(values: object) -> list[object]:
    """The footprints of a file, each as a document of its own.

    A list of objects, one inside `data` or as `pfs` inside that, and the rows of a table are taken
    apart; anything else is one document.
    """
    inside = values
    if isinstance(inside, dict) and isinstance(inside.get("data"), dict | list):
        inside = inside["data"]
    if isinstance(inside, dict) and isinstance(inside.get("pfs"), list):
        inside = inside["pfs"]
    if not isinstance(inside, list) or not all(isinstance(item, dict) for item in inside):
        return [inside]
    is_table = all(isinstance(cell, str) for row in inside[:1] for cell in row.values())
    return [[row] for row in inside] if is_table else list(inside)
