"""The command `supplier-pcf` and `python -m supplier_pcf`: the only place that knows both command and window."""

from __future__ import annotations

import sys
from pathlib import Path

from supplier_pcf.cli import main as command


def open_window(study: Path | None) -> int:
    """Open the window; Qt is imported here and not before.

    Raises:
        ImportError: Qt is not installed, or the system lacks one of its libraries.
    """
    from supplier_pcf.gui.start import run

    return run(study)


def main() -> int:
    """Carry out what the command line says; without a word, open the window."""
    return command.main(window=open_window)


if __name__ == "__main__":
    sys.exit(main())
