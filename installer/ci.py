"""What a landing must show of the Windows program: its tests, its build, its setup, each passed or said not to be.

    python installer/ci.py [--fast] [--ours]

On Linux everything runs under wine, which is set up from package registries; what cannot be set up prints
SKIPPED with the reason and is not counted as passed. A step that fails fails the whole. With --ours nothing is
installed on this machine: what is not there is skipped.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from installer import build  # noqa: E402
from installer.machine import Machine, this_machine  # noqa: E402

WINDOW_TESTS = (
    "tests/gui/test_selftest.py",
    "tests/gui/test_whole_path.py",
    "tests/gui/test_main_window.py",
    "tests/gui/test_theme.py",
    "tests/gui/test_import_assistant.py",
)
"""Opening, typing, importing, saving and delivering on the platform that users have."""
BELOW = ("--ignore=tests/gui",)
OFFSCREEN = ("tests/gui", *(f"--ignore={path}" for path in WINDOW_TESTS))
OTHERWISE_THERE = tuple(
    f"tests/gui/test_{what}.py"
    for what in (
        *("nothing_cut", "scaling", "sizes", "view"),
        *(
            "backups",
            "collecting",
            "crash",
            "deliver_page",
            "dropping",
            "keyboard",
            "waiting",
            "walk",
        ),
    )
)
"""What fonts, files and processes make different on Windows; the rest of the window is the same everywhere."""
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=120")
PLATFORM = "SUPPLIER_PCF_TEST_PLATFORM"
MINUTES = 25
"""For everything here; what has not begun by then is skipped, and said so."""


class NotPossible(Exception):
    """Something that is needed cannot be had on this machine."""


@dataclass(slots=True)
class Report:
    """What became of each step."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False
    start: float = field(default_factory=time.monotonic)

    def step(self, title: str, act: Callable[[], int | None], *, needs: bool = True) -> bool:
        """Whether it passed; skipped where what it needs did not, or the time is over."""
        if not needs:
            return self.skip(title, "what it needs did not pass")
        if time.monotonic() - self.start > 60 * MINUTES:
            return self.skip(title, f"{MINUTES} minutes are over")
        print(f"\n==== {title}", flush=True)
        begun = time.monotonic()
        try:
            code = act()
        except NotPossible as error:
            return self.skip(title, str(error))
        except (build.Stopped, OSError, subprocess.CalledProcessError) as error:
            code, title = 1, f"{title}, {error}"
        seconds = f"{time.monotonic() - begun:.0f} s"
        if code:
            self.failed = True
            return self._tell("FAILED", title, f"exit code {code}, {seconds}")
        self._tell("passed", title, seconds)
        return True

    def skip(self, title: str, why: str) -> bool:
        """Say that it was not tried, and why; False, for it did not pass."""
        return self._tell("SKIPPED", title, why)

    def _tell(self, outcome: str, title: str, why: str) -> bool:
        self.lines.append(f"{outcome:8} {title}: {why}")
        print(self.lines[-1], flush=True)
        return False


def main(arguments: list[str]) -> int:
    """Everything in turn; 1 where a step failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--fast", action="store_true", help="test less of the window, compress the setup less"
    )
    parser.add_argument("--ours", action="store_true", help="install nothing on this machine")
    chosen = parser.parse_args(arguments)
    report = Report()
    is_here = sys.platform == "win32" or report.step(
        "what wine needs", lambda: install_missing(ours=chosen.ours)
    )
    try:
        if is_here:
            with this_machine() as machine:
                on(machine, report, fast=chosen.fast)
        else:
            report.skip("everything on Windows", "wine and its tools are not here")
    except (OSError, subprocess.CalledProcessError) as error:
        report.skip("everything on Windows", str(error))
    print("\nWindows:\n" + "\n".join(f"  {line}" for line in report.lines), flush=True)
    return 1 if report.failed else 0


def on(machine: Machine, report: Report, *, fast: bool) -> None:
    """The steps, once there is a Windows or a wine."""
    report.step("translations", build.compile_catalogues)
    report.step("all tests below the window", lambda: machine.python(*PYTEST, *BELOW))
    shown = OTHERWISE_THERE if fast else OFFSCREEN
    report.step("the window offscreen", lambda: machine.python(*PYTEST, *shown))
    windowed = machine.with_variables(**{PLATFORM: "windows"})
    report.step(
        "the window on Windows' own platform", lambda: windowed.python(*PYTEST, *WINDOW_TESTS)
    )
    built = report.step("program, self-test", lambda: build.build_program(machine))
    for country, there in machine.elsewhere():
        report.step(f"self-test, {country}", partial(try_all, there), needs=built)
    packed = report.step("setup", lambda: build.pack(machine, fast=fast), needs=built)
    report.step("install, open, upgrade, repair, uninstall", lambda: cycle(machine), needs=packed)


def try_all(machine: Machine) -> int:
    """Both programs on themselves."""
    return max(abs(build.try_out(machine, program)) for program in build.PROGRAMS)


def cycle(machine: Machine) -> int:
    """The setup that was just made, through its whole life."""
    [setup] = build.RELEASE.glob("*-setup.exe")
    return machine.python(HERE / "cycle.py", setup, timeout=900)


def install_missing(*, ours: bool) -> None:
    """The Debian packages that wine and the build need.

    Raises:
        NotPossible: they are not here and may or can not be installed.
    """
    from installer.wine.wine import missing

    packages = missing()
    if not packages:
        return
    named = f"needs the Debian packages {' '.join(packages)}"
    if ours or os.geteuid() != 0 or not shutil.which("apt-get"):
        raise NotPossible(named)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], check=False, env=quiet)
    line = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(line, check=False, env=quiet, stdout=subprocess.DEVNULL)
    if done.returncode or missing():
        raise NotPossible(f"{named}, which could not be installed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
