"""The program's own log: what ran and where it stopped, never what a study or a file name says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from supplier_pcf import __version__
from supplier_pcf.paths import user_data

_LONGEST = 256 * 1024
_KEPT = 3
_CHAIN = 5


def log_file() -> Path:
    """Where it is written; older parts lie beside it as .1, .2 and .3."""
    return user_data() / "logs" / "supplier-pcf.log"


def note(what: str) -> None:
    """Add one entry; a full disk is no reason for a second fault."""
    import logging
    from logging.handlers import RotatingFileHandler

    path = log_file()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_LONGEST, backupCount=_KEPT, encoding="utf-8", errors="replace"
        )
        handler.setFormatter(logging.Formatter("{asctime} {process} {message}", style="{"))
        handler.handleError = lambda record: None  # type: ignore[method-assign]  # noqa: ARG005
        handler.emit(logging.makeLogRecord({"msg": what}))
        handler.close()


def note_fault(error: BaseException) -> None:
    """Add where a fault of ours happened, without its message, which may quote the user's data."""
    note("\n    ".join(["fault in " + surroundings(), *_trail(error)]))


def surroundings() -> str:
    """What runs on what."""
    version = getattr(sys, "getwindowsversion", None)
    release = ".".join(str(part) for part in version()[:3]) if version else ""
    python = ".".join(str(part) for part in sys.version_info[:3])
    frozen = "installed" if getattr(sys, "frozen", False) else "from source"
    return (
        f"Supplier PCF {__version__} {frozen}, Python {python}, {sys.platform} {release}".rstrip()
    )


def _trail(error: BaseException) -> Iterator[str]:
    """Kind of the error and each place on its way, down to what caused it."""
    import traceback

    cause: BaseException | None = error
    for _ in range(_CHAIN):
        if cause is None:
            return
        yield type(cause).__qualname__
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _module(filename: str) -> str:
    """The file within its package: where the program lies on this computer is nobody's business."""
    parts = Path(filename).parts
    if "supplier_pcf" in parts:
        at = len(parts) - 1 - parts[::-1].index("supplier_pcf")
        return "/".join(parts[at:])
    return parts[-1] if parts else "?"
