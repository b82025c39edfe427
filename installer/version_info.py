"""The version resource of the programs, made from the one version of the project."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME, MAKER = "Supplier PCF", "The Supplier PCF authors"

_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', '{maker}'),
      StringStruct('FileDescription', '{name}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('LegalCopyright', 'Apache License 2.0'),
      StringStruct('ProductName', '{name}'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])])
"""


def project_version() -> str:
    """The version in supplier_pcf/__init__.py, such as 0.1.0.

    Raises:
        ValueError: it is not there, or not three numbers.
    """
    text = (ROOT / "supplier_pcf" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("supplier_pcf/__init__.py names no version of three numbers")
    return found[1]


def version_resource(version: str) -> str:
    """The text PyInstaller reads the resource from."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    return _TEMPLATE.format(numbers=numbers, version=version, name=NAME, maker=MAKER)
