"""The two programs, `supplier-pcf` and `SupplierPCF`: the only place that knows both command and window."""

from __future__ import annotations

import sys
from pathlib import Path

from supplier_pcf.paths import bundle

_WRONG_USE = 2


def open_window(study: Path | None) -> int:
    """Open the window; Qt is imported here and not before.

    Raises:
        ImportError: Qt is not installed, or the system lacks one of its libraries.
    """
    from supplier_pcf.gui.start import run

    return run(study)


def main() -> int:
    """Carry out what the command line says; the window opens without loading the other commands."""
    _prepare_frozen()
    problem = _damage()
    if problem:
        from supplier_pcf.cli.command import speak_utf_8

        speak_utf_8()
        print(problem, file=sys.stderr)
        return _WRONG_USE
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == "open":
        from supplier_pcf.cli import open_window as opening

        return opening.call(arguments[1:], open_window)
    if arguments[0] == "--selftest":
        arguments[0] = "selftest"
    from supplier_pcf.cli import main as command

    return command.main(arguments, window=open_window)


def window_main() -> int:
    """The program without a console: opens the window on the study it was given, and never prints."""
    _prepare_frozen()
    problem = _damage()
    if problem:
        return _tell(problem)
    arguments = sys.argv[1:]
    try:
        if arguments[:1] == ["--selftest"] and len(arguments) == 2:
            return _test_window(Path(arguments[1]))
        return open_window(Path(arguments[0]) if arguments else None)
    except ImportError as error:
        _note(error)
        return _tell(_say("window.no_qt", reason=str(error)))
    except Exception as error:  # noqa: BLE001  nothing is left that could tell the user
        return _tell(_say("window.fault", file=str(_note(error))))


def _test_window(folder: Path) -> int:
    from supplier_pcf.app.selftest import selftest
    from supplier_pcf.domain.finding import Refusal
    from supplier_pcf.gui.selftest import window_step

    try:
        passed = selftest(folder, lambda _line: None, (window_step(sys.argv[0]),))
    except Refusal:  # nobody may sit before it, so the exit code must do
        return _WRONG_USE
    return 0 if passed else 1


def _prepare_frozen() -> None:
    """A process that reads a table for the window is this same program, told so by its arguments."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()


def _damage() -> str:
    """What is wrong with the installed program, in one sentence; asked before any of it is needed."""
    if bundle() is None:
        return ""
    from supplier_pcf.app.bundle import refuse_damaged
    from supplier_pcf.domain.finding import Refusal

    try:
        refuse_damaged()
    except Refusal as refusal:
        return _say(refusal.code, **refusal.params)
    return ""


def _say(code: str, **params: str | float) -> str:
    from supplier_pcf.app.settings import read_settings, settings_file
    from supplier_pcf.i18n import translator
    from supplier_pcf.words import sentence

    return sentence(code, params, translator(read_settings(settings_file()).language or "en"))


def _note(error: BaseException) -> Path:
    from supplier_pcf.app.log import log_file, note_fault

    note_fault(error)
    return log_file()


def _tell(problem: str) -> int:
    """Show one sentence without Qt, which may be what is broken."""
    if sys.platform == "win32":
        import ctypes

        error_sign = 0x10
        ctypes.windll.user32.MessageBoxW(None, problem, "Supplier PCF", error_sign)
    elif sys.stderr is not None:
        print(problem, file=sys.stderr)
    return _WRONG_USE


if __name__ == "__main__":
    sys.exit(main())
