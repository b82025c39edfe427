"""What a command is, and what all commands share: exit codes, the day, how findings are printed."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from supplier_pcf.domain.finding import Finding
from supplier_pcf.words import sentence

DONE, REFUSED, WRONG_USE = 0, 1, 2
"""Exit codes: carried out; refused by findings, which are printed; wrong use or unreadable input."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `supplier-pcf`: what it takes and what it does."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help\n")


def add_study(parser: argparse.ArgumentParser) -> None:
    """The study a command is about."""
    parser.add_argument("study", type=Path, metavar="STUDY", help=".spcf or study.json")


def speak_utf_8() -> None:
    """Write UTF-8 whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def now() -> datetime:
    """The clock, read here and nowhere below."""
    return datetime.now(UTC)


def print_json(answer: Any) -> None:
    """Plain data on standard output, numbers in full precision."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False))


def print_findings(findings: Iterable[Finding], *, to_error: bool = False) -> None:
    """One line a finding: severity, place, sentence."""
    stream = sys.stderr if to_error else sys.stdout
    for finding in findings:
        words = sentence(finding.code, finding.params)
        place = f" [{finding.where}]" if finding.where else ""
        print(f"{finding.severity.value}: {words}{place}", file=stream)
