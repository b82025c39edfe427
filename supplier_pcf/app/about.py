"""What the program is made of, and on what terms: shown under Help."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf import __version__
from supplier_pcf.factors.sets import describe, folders
from supplier_pcf.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something we did not make: its name, its licence, the line its maker asks for."""

    title: str
    licence: str
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The program's version and all it is made of."""

    version: str
    software: tuple[Part, ...]
    factor_sets: tuple[Part, ...]


_SOFTWARE = (
    Part(title="Supplier PCF", licence="Apache License 2.0"),
    Part(title="Python", licence="PSF License"),
    Part(title="Qt for Python (PySide6)", licence="LGPL 3.0", line="https://www.qt.io"),
    Part(title="ReportLab", licence="BSD 3-Clause"),
    Part(title="pandas, NumPy", licence="BSD 3-Clause"),
    Part(title="openpyxl, python-calamine", licence="MIT"),
    Part(title="msgspec", licence="BSD 3-Clause"),
    Part(title="Noto Sans, Noto Sans SC", licence="SIL Open Font License 1.1"),
)


def about() -> About:
    """The licences of the software and the attributions of every bundled factor set."""
    sets = (describe(folder) for folder in folders(resources() / "factors"))
    parts = tuple(
        Part(title=found.title, licence=found.licence, line=found.attribution) for found in sets
    )
    return About(version=__version__, software=_SOFTWARE, factor_sets=parts)
