"""How long the built program takes to its first painting, against an empty window built in the same way.

    python installer/first_paint.py [TIMES]

Needs the program of build.py. Both are started in turn; printed are the medians of the time on the clock
from the start of the process, and their ratio, of which 1.6 is allowed.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from installer.build import BUILD, PROGRAM  # noqa: E402
from installer.machine import Machine, this_machine  # noqa: E402

YARDSTICK = BUILD / "yardstick"
MEASURE = HERE / "measure_start.py"


def main(arguments: list[str]) -> int:
    """Build the yardstick where it is not there, then measure inside Windows, where processes start."""
    times = arguments[0] if arguments else "9"
    with this_machine() as machine:
        empty = YARDSTICK / "EmptyWindow" / "EmptyWindow.exe"
        if not empty.exists() and freeze_empty(machine):
            return 1
        return machine.python(MEASURE, empty, PROGRAM / "SupplierPCF.exe", times)


def freeze_empty(machine: Machine) -> int:
    """The empty window, windowed and in one folder, as the program is."""
    return machine.python(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--windowed"),
        *("--name", "EmptyWindow", "--exclude-module", "PySide6.QtNetwork"),
        *("--distpath", YARDSTICK, "--workpath", BUILD / "yardstick-work"),
        *("--specpath", BUILD / "yardstick-work", HERE / "entry" / "empty_window.py"),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
