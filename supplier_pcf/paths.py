"""Where resources and user data lie, frozen or not; the only place that knows how we are packed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "SupplierPCF"


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


def user_data() -> Path:
    """The folder for our own data of this user; it may not exist yet."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Roaming") / _APP
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / _APP
