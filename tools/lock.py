"""Makes both lock files from pyproject.toml; needs uv."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
]


def extras(*names: str) -> list[str]:
    """The options that ask for these extras."""
    return [part for name in names for part in ("--extra", name)]


def main() -> int:
    """Compile the whole lock, then the one without Qt inside its versions."""
    whole, without = "requirements/lock.txt", "requirements/lock-without-qt.txt"
    subprocess.run([*COMPILE, *extras("gui", "dev", "dev-gui"), "-o", whole], check=True, cwd=ROOT)
    smaller = [*COMPILE, *extras("dev"), "-c", whole, "-o", without]
    return subprocess.run(smaller, check=True, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
