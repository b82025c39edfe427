"""Whether every library the program asks Windows for is a part of every Windows 10: `dll_imports.py PROGRAM`.

A library that was only on the computer that built the program would be missing on all others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

_NAMES = """
    advapi32 authz bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11
    d3d12 d3d9 dcomp dnsapi dwmapi dwrite dxgi gdi32 gdiplus icu icuin icuuc imm32
    iphlpapi kernel32 mpr msimg32 msvcrt ncrypt netapi32 ntdll ole32 oleaut32 powrprof
    propsys rpcrt4 secur32 setupapi shcore shell32 shlwapi ucrtbase uiautomationcore
    urlmon user32 userenv usp10 uxtheme version wevtapi windowscodecs winhttp wininet
    winmm winspool.drv wldap32 ws2_32 wtsapi32
"""
PARTS_OF_WINDOWS = frozenset(_NAMES.split())
"""By name; icu* since Windows 10 1703, everything else since the first."""
_API_SETS = ("api-ms-win-", "ext-ms-win-")
_X64 = 0x8664
_SUFFIXES = {".dll", ".pyd", ".exe"}


def main(arguments: list[str]) -> int:
    """Print what is asked for; 1 where something is neither in the program nor in Windows."""
    folder = Path(arguments[0])
    files = [path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES]
    inside = {path.name.lower() for path in files}
    asked = {name: path for path in files for name in imports(path)}
    outside = {name: path for name, path in asked.items() if name not in inside}
    strange = {n: p for n, p in outside.items() if not is_part_of_windows(n)}
    for name, path in sorted(strange.items()):
        print(
            f"{path.relative_to(folder)} needs {name}, which is neither inside nor part of Windows"
        )
    print(
        f"{len(files)} programs and libraries ask Windows for {len(outside)} others, {len(strange)} unknown"
    )
    return 1 if strange else 0


def imports(path: Path) -> Iterator[str]:
    """The names of the libraries a file asks for.

    Raises:
        ValueError: it is not for 64-bit Windows.
    """
    with pefile.PE(str(path), fast_load=True) as parts:
        if parts.FILE_HEADER.Machine != _X64:
            raise ValueError(f"{path.name} is not for 64-bit Windows")
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        parts.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        for table in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
            for entry in getattr(parts, table, ()):
                yield entry.dll.decode("ascii").lower()


def is_part_of_windows(name: str) -> bool:
    """Whether every Windows that we run on has it."""
    return name.startswith(_API_SETS) or name.removesuffix(".dll") in PARTS_OF_WINDOWS


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
