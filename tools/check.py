"""Everything a change must pass, in one go: style, types, import contracts, tests."""

from __future__ import annotations

import subprocess
import sys

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter.cli", "lint"),
    ("pytest", "-q"),
)


def main(extra: list[str]) -> int:
    """Run every step; the first that fails ends it. Arguments go to pytest."""
    for module, *arguments in STEPS:
        more = extra if module == "pytest" else []
        print(f"== {module} {' '.join([*arguments, *more])}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *arguments, *more], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
