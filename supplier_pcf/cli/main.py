"""The command `supplier-pcf`: picks the command, turns refusals into one sentence and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from supplier_pcf import __version__
from supplier_pcf.app.outcome import Refused
from supplier_pcf.cli import (
    calculate,
    check,
    export,
    factors,
    formats,
    import_bom,
    import_energy,
    new,
    open_window,
    report,
    samples,
    schema,
)
from supplier_pcf.cli.command import REFUSED, WRONG_USE, Command, Parser, print_findings
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.paths import user_data
from supplier_pcf.words import sentence

COMMANDS: tuple[Command, ...] = (
    open_window.COMMAND,
    samples.COMMAND,
    new.COMMAND,
    schema.COMMAND,
    import_bom.COMMAND,
    import_energy.COMMAND,
    calculate.COMMAND,
    check.COMMAND,
    formats.COMMAND,
    export.COMMAND,
    report.COMMAND,
    factors.COMMAND,
)


def parser() -> argparse.ArgumentParser:
    """All commands with what they take."""
    top = Parser(
        prog="supplier-pcf",
        description="A component maker's product carbon footprint, offline.",
    )
    top.add_argument("--version", action="version", version=f"Supplier PCF {__version__}")
    choose = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = choose.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def main(
    arguments: Sequence[str] | None = None, window: Callable[[Path | None], int] | None = None
) -> int:
    """Carry out one command; returns its exit code, never raises but to leave.

    Without arguments it is `open`; `window` opens it, for the command knows no Qt.
    """
    _speak_utf_8()
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        call = parser().parse_args(given or [open_window.COMMAND.name], Namespace(window=window))
        return int(call.run(call))
    except Refused as refused:
        print_findings(refused.findings, to_error=True)
        return REFUSED
    except Refusal as refusal:
        print(sentence(refusal.code, refusal.params), file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        sys.stdout = io.StringIO()
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except Exception:  # noqa: BLE001  the one place where our own faults end, see house rule 10
        return _fault()


def _speak_utf_8() -> None:
    """Write UTF-8 whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _fault() -> int:
    """A fault of ours: the details go to a log, the user reads one sentence."""
    log = user_data() / "fault.log"
    with contextlib.suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
    print(
        f"Something happened that we did not foresee. Please send us the file {log}.",
        file=sys.stderr,
    )
    return WRONG_USE
