"""Everything a change must pass, in one go: style, types, import contracts, tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q"),
)


def main(extra: list[str]) -> int:
    """Run every step; the first that fails ends it. Arguments go to pytest."""
    scripts = Path(sys.executable).parent
    for command, *arguments in STEPS:
        more = extra if command == "pytest" else []
        print(f"== {command} {' '.join([*arguments, *more])}", flush=True)
        done = subprocess.run([scripts / command, *arguments, *more], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
