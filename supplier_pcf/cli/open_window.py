"""`supplier-pcf open`, and `supplier-pcf` alone: the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from supplier_pcf.cli.command import WRONG_USE, Command, Parser
from supplier_pcf.cli.qt_libraries import FOR_QT, FOR_X11, install_line, missing

Window = Callable[[Path | None], int]


def call(arguments: Sequence[str], window: Window) -> int:
    """Open the window without loading any other command; `arguments` are those after `open`."""
    parser = Parser(prog="supplier-pcf open", description=COMMAND.help)
    _arguments(parser)
    return _run(parser.parse_args(arguments, argparse.Namespace(window=window)))


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("study", nargs="?", type=Path, metavar="STUDY", help=".spcf or study.json")


def _run(call: argparse.Namespace) -> int:
    window: Window | None = call.window
    problem = "" if window is not None else "The window is opened by the command supplier-pcf."
    if not problem and not _has_display():
        problem = "There is no display to open the window on. See: supplier-pcf --help"
    if not problem:
        problem = _lacking()
    if window is None or problem:
        print(problem, file=sys.stderr)
        return WRONG_USE
    try:
        return window(call.study)
    except ImportError as error:
        print(f"The window needs Qt, which cannot be loaded here: {error}.", file=sys.stderr)
        return WRONG_USE


def _lacking() -> str:
    """The sentence about libraries of the system that the window needs and that are not there."""
    on_x11 = os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM")
    packages = missing({**FOR_QT, **(FOR_X11 if on_x11 else {})})
    return f"Qt lacks libraries of the system. Run:  {install_line(packages)}" if packages else ""


def _has_display() -> bool:
    """Whether there is somewhere to show a window; Qt itself would end the process with a signal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(n) for n in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))


COMMAND = Command("open", "Open the window, with a study if you name one.", _arguments, _run)
