"""Reading the tables of a file, whichever kind it is; what is no table is refused by its name."""

from __future__ import annotations

from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers import text_table, workbook
from supplier_pcf.importers.table import MOST_BYTES, Table
from supplier_pcf.paths import is_in_use, reachable


def read_tables(path: Path, sheet: str | None = None) -> tuple[Table, ...]:
    """The tables of a file; with `sheet` that sheet only.

    Raises:
        Refusal: the file is missing, is no table, is damaged, too large or hostile.
    """
    path = reachable(path)
    head = _opened(path)
    if head.startswith(b"PK\x03\x04"):
        return workbook.read(path, sheet)
    _refuse_others(path, head)
    return (text_table.read(path),)


def _opened(path: Path) -> bytes:
    """The first bytes of a file that can be read and is not too large."""
    name = path.name or str(path)
    if path.is_dir():
        raise Refusal("import.is_a_folder", file=name)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError:
        raise Refusal("import.file_missing", file=name) from None
    except OSError as error:
        if is_in_use(error):
            raise Refusal("import.file_in_use", file=name) from error
        raise Refusal("import.file_unreadable", file=name, reason=error.strerror or "") from error
    if size == 0:
        raise Refusal("import.file_empty", file=name)
    if size > MOST_BYTES:
        raise Refusal("import.file_too_large", file=name, limit=MOST_BYTES // 1024**2)
    return head


def _refuse_others(path: Path, head: bytes) -> None:
    """Refuse what is neither a workbook nor text, naming what it is."""
    name, start = path.name, head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Refusal(_compound_file(path), file=name)
    if start.startswith(b"%pdf"):
        raise Refusal("import.is_pdf", file=name)
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<meta", b"<head")):
        raise Refusal("import.is_web_page", file=name)
    if start.startswith((b"<?xml", b"<workbook")):
        raise Refusal("import.is_xml", file=name)
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\x00", b"mm\x00*")):
        raise Refusal("import.is_picture", file=name)
    if path.suffix.casefold() in {".xlsx", ".xlsm"}:
        raise Refusal("import.not_a_workbook", file=name)


def _compound_file(path: Path) -> str:
    """Whether an OLE file is an encrypted workbook or one of the old kind."""
    content = path.read_bytes()
    encrypted = "EncryptedPackage".encode("utf-16-le") in content
    return "import.is_encrypted" if encrypted else "import.is_old_workbook"
