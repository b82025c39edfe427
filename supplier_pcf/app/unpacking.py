"""What lies in a zip that somebody sent, and one file of it as a file of its own."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard import package

MOST_BYTES = 100 * 1024 * 1024


def names_in(path: Path) -> list[str]:
    """The names of the files in a zip.

    Raises:
        Refusal: it cannot be read, or is made to harm.
    """
    return package.names(_bytes(path), path.name)


def unpacked(path: Path, member: str, folder: Path) -> Path:
    """One file of a zip, written into a folder under its bare name.

    Raises:
        Refusal: it cannot be read or written, or is made to harm.
    """
    found = package.members(_bytes(path), path.name, lambda name: name == member, MOST_BYTES)
    target = folder / PurePosixPath(member).name
    content = next((content for _name, content in found), None)
    if content is None:
        raise Refusal("file.damaged", file=path.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal("file.cannot_write", file=target.name, reason=reason) from error
    return target


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Refusal("file.missing", file=path.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal("file.cannot_read", file=path.name, reason=reason) from error
    if len(data) > MOST_BYTES:
        raise Refusal("file.too_big", file=path.name, limit=MOST_BYTES // 1024**2)
    return data
