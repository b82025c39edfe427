"""The command `supplier-pcf`: picks the command, turns refusals into one sentence and an exit code."""

from __future__ import annotations

import argparse
import io
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from supplier_pcf import __version__
from supplier_pcf.app.outcome import Refused
from supplier_pcf.cli import (
    calculate,
    check,
    checklist,
    collect,
    compare,
    evidence,
    export,
    factors,
    formats,
    heating_value,
    import_bom,
    import_energy,
    import_pcf,
    new,
    next_year,
    open_window,
    plant,
    reissue,
    report,
    rules,
    samples,
    scenarios,
    schema,
    screen,
    selftest,
    sensitivity,
    uncertainty,
    validate,
)
from supplier_pcf.cli.command import (
    REFUSED,
    WRONG_USE,
    Command,
    Parser,
    print_findings,
    speak_utf_8,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.words import sentence

COMMANDS: tuple[Command, ...] = (
    open_window.COMMAND,
    samples.COMMAND,
    new.COMMAND,
    schema.COMMAND,
    import_bom.COMMAND,
    import_energy.COMMAND,
    import_pcf.COMMAND,
    heating_value.COMMAND,
    plant.COMMAND,
    calculate.COMMAND,
    check.COMMAND,
    checklist.COMMAND,
    rules.COMMAND,
    screen.COMMAND,
    formats.COMMAND,
    export.COMMAND,
    reissue.COMMAND,
    validate.COMMAND,
    uncertainty.COMMAND,
    collect.COMMAND,
    compare.COMMAND,
    next_year.COMMAND,
    sensitivity.COMMAND,
    evidence.COMMAND,
    scenarios.COMMAND,
    report.COMMAND,
    factors.COMMAND,
    selftest.COMMAND,
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
    speak_utf_8()
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
    except Exception as error:  # noqa: BLE001  the one place where our own faults end, see house rule 10
        return _fault(error)


def _fault(error: Exception) -> int:
    """A fault of ours: where it happened goes to a log, the user reads one sentence."""
    from supplier_pcf.app.log import log_file, note_fault

    note_fault(error)
    print(
        f"Something happened that we did not foresee. Please send us the file {log_file()}.",
        file=sys.stderr,
    )
    return WRONG_USE
