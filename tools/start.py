"""Sets up everything on a fresh machine and does one of two things: the main job, or the tests.

    python3 tools/start.py demo     the footprint of the sample bracket, from its bill of materials
    python3 tools/start.py test     style, types, import contracts and all tests

Needs nothing but Python 3.11 to 3.13. Makes a virtual environment from the lock; what the system lacks
is installed where we may (Debian/Ubuntu as root), else named with the line to run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from supplier_pcf.cli.qt_libraries import FOR_QT, FOR_X11, install_line, missing  # noqa: E402

LOCK = ROOT / "requirements" / "lock.txt"
LOCK_WITHOUT_QT = ROOT / "requirements" / "lock-without-qt.txt"
DEMO_STUDY = ROOT / "build" / "demo" / "stamped-bracket.spcf"
OLDEST, NEWEST = (3, 11), (3, 13)


def main(arguments: list[str]) -> int:
    """Do the job that was asked for; returns the exit code."""
    jobs = {"demo": demo, "test": test}
    if len(arguments) != 1 or arguments[0] not in jobs:
        print(__doc__)
        return 2
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _say(
            f"Supplier PCF needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}."
        )
    os.chdir(ROOT)
    return jobs[arguments[0]]()


def demo() -> int:
    """From the sample's workbook and bills to a project file, a PDF, a PACT file, and the window."""
    python = environment(ROOT / ".venv", LOCK)
    if python is None:
        return 2
    code = _run(python, "tools/demo.py")
    return code or show_window(python)


def show_window(python: Path) -> int:
    """Open the sample in the window where there is a display; the demo does not wait for it."""
    has_display = os.name == "nt" or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
    if not has_display or os.environ.get("CI"):
        return 0
    packages = missing({**FOR_QT, **FOR_X11})
    if packages and not _install(packages):
        print(f"To open the window, Qt needs libraries of the system:  {install_line(packages)}")
        return 0
    print("The window opens on the sample.")
    subprocess.Popen([str(python), "-m", "supplier_pcf", "open", str(DEMO_STUDY)], cwd=ROOT)
    return 0


def test() -> int:
    """All checks, then the tests once more where Qt is not installed at all."""
    python = environment(ROOT / ".venv", LOCK)
    without_qt = environment(ROOT / ".venv-without-qt", LOCK_WITHOUT_QT)
    if python is None or without_qt is None:
        return 2
    packages = missing(FOR_QT)
    if packages and not _install(packages):
        return _say(f"Qt lacks libraries of the system. Run:  {install_line(packages)}")
    code = _run(python, "tools/check.py")
    if code:
        return code
    print("== the same tests without Qt", flush=True)
    return _run(without_qt, "-m", "pytest", "-q", "--ignore=tests/gui")


def environment(folder: Path, lock: Path) -> Path | None:
    """The Python of a virtual environment that holds exactly the lock and this project."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "lock.sha256"
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python if _catalogues(python) == 0 else None
    if not _make(folder, python):
        return None
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "-q")
    if _run(python, *pip, "--require-hashes", "-r", str(lock)):
        return None
    if _run(python, *pip, "--no-deps", "--no-build-isolation", "-e", "."):
        return None
    stamp.write_text(wanted)
    return python


def _catalogues(python: Path) -> int:
    return _run(python, "tools/compile_catalogues.py")


def _make(folder: Path, python: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    print(f"== making {folder.name} (a few minutes the first time)", flush=True)
    if _has_venv() or _install(["python3-venv"]):
        return _run(sys.executable, "-m", "venv", str(folder)) == 0 and python.exists()
    _say(f"Python lacks its venv module. Run:  {install_line(['python3-venv'])}")
    return False


def _has_venv() -> bool:
    probe = [sys.executable, "-c", "import ensurepip, venv"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def _install(packages: list[str]) -> bool:
    """Install Debian packages where we may; False where we may not or it failed."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"== installing {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], check=False, env=quiet)
    line = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run(line, check=False, env=quiet, stdout=subprocess.DEVNULL).returncode == 0


def _run(python: str | Path, *arguments: str) -> int:
    return subprocess.run([str(python), *arguments], check=False, cwd=ROOT).returncode


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
