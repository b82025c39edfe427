"""Runs Windows programs by wine 8, whose habits are known here and nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
NEEDED = {
    "wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-posix",
    "Xvfb": "xvfb",
    "/usr/share/i18n/locales/zh_CN": "locales",
    "makensis": "nsis",
}
"""Command or file to the Debian package that has it."""
COUNTRIES = {"zh_CN": 936, "de_DE": 1252}
_OVERRIDES = "mscoree=;mshtml=;winedbg.exe=d"
_GRACE = 5
"""Seconds to wait for the last lines of a program that has ended."""


def missing() -> list[str]:
    """The Debian packages that are not here."""
    return sorted({package for name, package in NEEDED.items() if not _is_here(name)})


def _is_here(name: str) -> bool:
    return Path(name).exists() if name.startswith("/") else shutil.which(name) is not None


def windows_path(path: Path) -> str:
    """How a Windows program under wine calls this file."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


@dataclass(frozen=True, slots=True)
class Wine:
    """One wine prefix with its Windows Python."""

    home: Path
    display: str = ""
    """An X display; empty: programs without a window only."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Environment variables; wine itself drops those that begin with QT_."""

    @property
    def python(self) -> Path:
        """The Windows Python."""
        return self.home / "python" / "python.exe"

    @property
    def drive(self) -> Path:
        """Drive C: as Linux sees it."""
        return self.home / "prefix" / "drive_c"

    def environment(self, *, own_runtime: bool = True) -> dict[str, str]:
        """The variables that wine and Python need; `own_runtime` takes wine's ucrtbase away."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QT_", "WINE"))}
        kept.pop("DISPLAY", None)
        return {
            **kept,
            "WINEPREFIX": str(self.home / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES + (";ucrtbase=n" if own_runtime else ""),
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONUNBUFFERED": "1",
            **({"DISPLAY": self.display} if self.display else {}),
            **self.more,
        }

    def run(
        self,
        program: Path | str,
        *arguments: str | Path,
        cwd: Path | None = None,
        into: IO[str] | None = None,
        timeout: float = 1500,
    ) -> int:
        """Run a Windows program, its output on ours or `into`; its exit code, -1 if it took too long.

        wine 8 gives a program no usable standard output when that is a file, so it gets a pipe.
        """
        words = [windows_path(a) if isinstance(a, Path) else a for a in arguments]
        process = subprocess.Popen(
            ["wine", str(program), *words],
            cwd=cwd,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        copying = threading.Thread(target=_copy, args=(process.stdout, into or sys.stdout))
        copying.daemon = True
        copying.start()
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            print(f"{program} did not end within {timeout:.0f} s", flush=True)
            self.stop()
            code = -1
        copying.join(_GRACE)
        return code

    def tool(self, *words: str, own_runtime: bool = False) -> None:
        """Run one of wine's own tools, silently.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        subprocess.run(
            words,
            check=True,
            env=self.environment(own_runtime=own_runtime),
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )

    def stop(self) -> None:
        """End whatever still runs in this prefix."""
        subprocess.run(["wineserver", "-k"], check=False, env=self.environment())


@dataclass(frozen=True, slots=True)
class UnderWine:
    """A machine to build and test on, see `installer.machine`."""

    wine: Wine

    @property
    def setup_target(self) -> str:
        """Debian's wine runs 64-bit programs only."""
        return "amd64-unicode"

    def path(self, path: Path) -> str:
        """On the drive that is the whole Linux machine."""
        return windows_path(path)

    def python(self, *arguments: str | Path, timeout: float = 1500) -> int:
        """The Windows Python of the prefix."""
        return self.wine.run(self.wine.python, *arguments, cwd=ROOT, timeout=timeout)

    def program(self, program: Path, *arguments: str | Path, timeout: float = 600) -> int:
        """By wine."""
        return self.wine.run(program, *arguments, cwd=ROOT, timeout=timeout)

    def with_variables(self, **variables: str) -> UnderWine:
        """A copy."""
        return UnderWine(replace(self.wine, more={**self.wine.more, **variables}))

    def elsewhere(self) -> Iterator[tuple[str, UnderWine]]:
        """As computers in China and Germany are set: code page, language, decimal sign."""
        folder = self.wine.home / "locale"
        folder.mkdir(exist_ok=True)
        for name, code_page in COUNTRIES.items():
            made = folder / f"{name}.UTF-8"
            if not made.exists():
                subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(made)], check=True)
            variables = {"LC_ALL": made.name, "LANG": made.name, "LOCPATH": str(folder)}
            yield f"{name}, code page {code_page}", self.with_variables(**variables)


def _copy(source: IO[bytes] | None, target: IO[str]) -> None:
    assert source is not None
    for line in source:
        target.write(line.decode("utf-8", "replace").replace("\r\n", "\n"))
        target.flush()


@contextmanager
def screen(size: str = "1600x1000x24") -> Iterator[str]:
    """A display of its own as long as the block lasts."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
