"""Makes the lock files from pyproject.toml; needs uv."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *("uv", "pip", "compile", "pyproject.toml", "--generate-hashes"),
    *("--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
]
UNIVERSAL = ["--universal", "--python-version", "3.11"]
WINDOWS = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13"]
WHOLE = "requirements/lock.txt"


def extras(*names: str) -> list[str]:
    """The options that ask for these extras."""
    return [part for name in names for part in ("--extra", name)]


def main() -> int:
    """Compile the whole lock, then the smaller ones inside its versions."""
    everything = extras("gui", "test", "test-gui", "dev", "installer")
    _compile(WHOLE, *UNIVERSAL, *everything)
    _compile("requirements/lock-without-qt.txt", *UNIVERSAL, *extras("test", "dev"), "-c", WHOLE)
    building = extras("gui", "test", "test-gui", "installer")
    _compile("installer/requirements-windows.lock", *WINDOWS, *building, "-c", WHOLE)
    return 0


def _compile(lock: str, *options: str) -> None:
    subprocess.run([*COMPILE, *options, "-o", lock], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
