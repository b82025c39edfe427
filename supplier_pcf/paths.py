"""Where resources and user data lie, installed or not, and how a system wants a path to be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "SupplierPCF"
_WINDOWS_IN_USE = (32, 33)
_LONG_FROM = 200
"""Characters from which a path on Windows is given in the form without a limit of 260."""


def bundle() -> Path | None:
    """The folder with the parts of the installed program; None where we run from source."""
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder is not None else None


def resources() -> Path:
    """The folder that holds factors, fonts, samples and catalogues."""
    parts = bundle()
    if parts is not None:
        return parts / "resources"
    package = Path(__file__).resolve().parent
    beside = package.parent / "resources"
    return beside if beside.is_dir() else package / "_resources"


def guide() -> Path:
    """The folder with the user guide: among the resources where installed, else in the docs."""
    beside = Path(__file__).resolve().parent.parent / "docs" / "guide"
    return beside if bundle() is None and beside.is_dir() else resources() / "guide"


def user_data() -> Path:
    """The folder for our own data of this user; it may not exist yet."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Roaming") / _APP
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / _APP


def reachable(path: Path) -> Path:
    """The path in a form that Windows takes however long it is; elsewhere the path itself."""
    if sys.platform != "win32":
        return path
    return Path(without_limit(os.path.abspath(path)))


def without_limit(path: str) -> str:
    r"""An absolute Windows path as \\?\ path, where it is long; also one on a server."""
    if len(path) < _LONG_FROM or path.startswith("\\\\?\\"):
        return path
    if path.startswith("\\\\"):
        return "\\\\?\\UNC" + path[1:]
    return "\\\\?\\" + path


def is_in_use(error: OSError) -> bool:
    """Whether Windows says that another program holds the file."""
    return getattr(error, "winerror", None) in _WINDOWS_IN_USE
