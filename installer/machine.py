"""Where Windows programs run: on this computer, or on a Linux machine under wine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

Word = str | Path


class Machine(Protocol):
    """Runs the Windows Python and Windows programs; paths are given as paths."""

    @property
    def setup_target(self) -> str:
        """The kind of setup NSIS makes here."""

    def path(self, path: Path) -> str:
        """How a Windows program calls this file."""

    def python(self, *arguments: Word, timeout: float = 1500) -> int:
        """Run the Python that has the locked packages; its exit code."""

    def program(self, program: Path, *arguments: Word, timeout: float = 600) -> int:
        """Run a program; its exit code, another one than 0 if it took too long."""

    def with_variables(self, **variables: str) -> Machine:
        """The same machine with more environment variables."""

    def elsewhere(self) -> Iterator[tuple[str, Machine]]:
        """The same machine set as in other countries, each with what that means; none where it is one setting of all."""


@dataclass(frozen=True, slots=True)
class Windows:
    """This computer."""

    variables: dict[str, str] = field(default_factory=dict)

    @property
    def setup_target(self) -> str:
        """NSIS for Windows comes with 32-bit stubs, which run everywhere."""
        return "x86-unicode"

    def path(self, path: Path) -> str:
        """As it is."""
        return str(path)

    def python(self, *arguments: Word, timeout: float = 1500) -> int:
        """This very Python."""
        return self.program(Path(sys.executable), *arguments, timeout=timeout)

    def program(self, program: Path, *arguments: Word, timeout: float = 600) -> int:
        """Started directly."""
        words = [str(program), *(str(a) for a in arguments)]
        surroundings = {**os.environ, **self.variables}
        try:
            return subprocess.run(words, check=False, timeout=timeout, env=surroundings).returncode
        except subprocess.TimeoutExpired:
            print(f"{program.name} did not end within {timeout:.0f} s", flush=True)
            return -1

    def with_variables(self, **variables: str) -> Machine:
        """A copy."""
        return replace(self, variables={**self.variables, **variables})

    def elsewhere(self) -> Iterator[tuple[str, Machine]]:
        """Windows has one code page for everybody, set when it was installed."""
        yield from ()


@contextmanager
def this_machine() -> Iterator[Machine]:
    """The one we are on; under Linux wine with a display of its own, made on first use.

    Raises:
        OSError: wine or its Windows Python cannot be had here.
    """
    if sys.platform == "win32":
        yield Windows()
        return
    from installer.wine.prefix import set_up
    from installer.wine.wine import UnderWine, screen

    wine = set_up()
    with screen() as display:
        machine = UnderWine(replace(wine, display=display))
        yield machine
        machine.wine.stop()
