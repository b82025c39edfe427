"""Starts two programs in turn and compares the time to their first painting: `EMPTY OURS TIMES`.

Runs in the Python of the machine that is measured, for starting a process by wine takes longer than the program.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60


def main(arguments: list[str]) -> int:
    """Print both medians and their ratio."""
    empty, ours, times = Path(arguments[0]), Path(arguments[1]), int(arguments[2])
    seconds: dict[str, list[float]] = {"empty window": [], "Supplier PCF": []}
    for number in range(times + 1):
        found = (("empty window", of_empty(empty)), ("Supplier PCF", of_ours(ours)))
        if number:  # the first start fills the system's caches
            for name, value in found:
                seconds[name].append(value)
    for name, values in seconds.items():
        low, high = min(values), max(values)
        print(
            f"{name:14} {statistics.median(values):.2f} s to the first painting ({low:.2f} to {high:.2f})"
        )
    ratio = statistics.median(seconds["Supplier PCF"]) / statistics.median(seconds["empty window"])
    print(f"{ratio:.2f} times as long, of {times} starts each; 1.6 is allowed")
    return 0


def of_empty(program: Path) -> float:
    """It writes the time itself."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "painted"
        return _measured([str(program), str(told)], {}, lambda: _number(told))


def of_ours(program: Path) -> float:
    """Its log says when the window was painted."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        log = Path(folder) / "SupplierPCF" / "logs" / "supplier-pcf.log"
        return _measured([str(program)], {"APPDATA": folder}, lambda: _opened(log))


def _measured(
    command: list[str], variables: dict[str, str], painted: Callable[[], float | None]
) -> float:
    start = time.time()
    running = subprocess.Popen(command, env={**os.environ, **variables}, stdin=subprocess.DEVNULL)
    try:
        while (moment := painted()) is None:
            if time.time() - start > PATIENCE:
                raise SystemExit(f"{command[0]} did not paint within {PATIENCE} s")
            time.sleep(0.05)
    finally:
        running.kill()
        running.wait()
    return moment - start


def _number(path: Path) -> float | None:
    text = path.read_text(encoding="ascii") if path.exists() else ""
    return float(text) if text else None


def _opened(log: Path) -> float | None:
    """The moment of the first painting, in seconds since 1970, which the log tells once there is time."""
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    found = re.search(r"window painted (\d+\.\d+)", text)
    return float(found[1]) if found else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
