"""The command `supplier-pcf` and `python -m supplier_pcf`: the only place that knows both command and window."""

from __future__ import annotations

import sys
from pathlib import Path


def open_window(study: Path | None) -> int:
    """Open the window; Qt is imported here and not before.

    Raises:
        ImportError: Qt is not installed, or the system lacks one of its libraries.
    """
    from supplier_pcf.gui.start import run

    return run(study)


def main() -> int:
    """Carry out what the command line says; the window opens without loading the other commands."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == "open":
        from supplier_pcf.cli import open_window as opening

        return opening.call(arguments[1:], open_window)
    from supplier_pcf.cli import main as command

    return command.main(arguments, window=open_window)


if __name__ == "__main__":
    sys.exit(main())
