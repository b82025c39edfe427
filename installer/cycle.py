"""Installs, opens a document, upgrades, repairs and uninstalls, as a user's computer would: `cycle.py SETUP`.

Runs in a Python of Windows, or of wine. Everything is put into a folder whose name has letters of two
scripts; what was installed before for this user is replaced and gone afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.platform == "win32":
    import winreg

KEY = r"Software\SupplierPCF"
CLASSES = r"Software\Classes"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SupplierPCF"
HOME = Path(os.environ.get("USERPROFILE", ""))
TARGET = HOME / "Geräte 工具" / "PCF App"
MENU = (
    Path(os.environ.get("APPDATA", "")) / r"Microsoft\Windows\Start Menu\Programs\Supplier PCF.lnk"
)
WINDOW, COMMAND = TARGET / "SupplierPCF.exe", TARGET / "supplier-pcf.exe"
PARTS = TARGET / "_internal"
LOG = Path(os.environ.get("APPDATA", "")) / "SupplierPCF" / "logs" / "supplier-pcf.log"
DOCUMENT = HOME / "Projekt ü 项目.spcf"
PATIENCE = 90


def main(arguments: list[str]) -> int:
    """Every step; an assertion that fails ends it."""
    setup = Path(arguments[0])
    install(setup)
    try_it()
    running = open_document()
    refuse_while_open(setup)
    close(running)
    upgrade(setup)
    repair(setup)
    uninstall()
    print("CYCLE OK")
    return 0


def install(setup: Path) -> None:
    """Silently, into a folder of our choice."""
    assert run(f'"{setup}" /S /D={TARGET}') == 0
    assert WINDOW.exists() and COMMAND.exists() and PARTS.is_dir() and MENU.exists()
    assert (TARGET / "licenses" / "README.txt").exists()
    assert value(UNINSTALL, "InstallLocation") == str(TARGET)
    assert value(UNINSTALL, "DisplayName") == "Supplier PCF"
    assert value(UNINSTALL, "DisplayVersion") in said_by("--version")
    say("installed, listed among the apps, in the start menu")


def try_it() -> None:
    """The installed command does its job and makes the document for the next step."""
    folder = HOME / "Selbsttest 自检"
    assert run([str(COMMAND), "--selftest", str(folder)]) == 0
    assert (folder / "selftest.log").read_text(encoding="utf-8").endswith("passed\n")
    assert run([str(COMMAND), "new", "--sample", "stamped-bracket", "--out", str(DOCUMENT)]) == 0
    say("passed its self-test where it was installed")


def open_document() -> subprocess.Popen[bytes]:
    """By the command that is registered for .spcf; the window puts its note beside the file."""
    kind = value(rf"{CLASSES}\.spcf")
    command = value(rf"{CLASSES}\{kind}\shell\open\command")
    assert (TARGET / "document.ico").samefile(str(value(rf"{CLASSES}\{kind}\DefaultIcon")))
    assert command, "no command is registered"
    running = subprocess.Popen(command.replace("%1", str(DOCUMENT)), stdin=subprocess.DEVNULL)
    note = DOCUMENT.with_name(DOCUMENT.name + ".lock")
    ours = f'"pid": {running.pid}'
    opened = wait_for(lambda: note.exists() and ours in note.read_text(encoding="utf-8"))
    assert opened, "the window did not open the document"
    assert wait_for(LOG.exists), "the window keeps no log"
    told = LOG.read_text(encoding="utf-8")
    assert "window painted" in told and DOCUMENT.stem not in told, told
    say("opened a document by the registered command")
    return running


def refuse_while_open(setup: Path) -> None:
    """A program in use is not written over; a silent setup says so by its exit code."""
    before = WINDOW.stat().st_mtime_ns
    assert run(f'"{setup}" /S') == 2, "setup wrote over a program that is open"
    assert WINDOW.stat().st_mtime_ns == before and PARTS.is_dir()
    say("refused to write over the open program")


def close(running: subprocess.Popen[bytes]) -> None:
    """As a power cut would: the document and what is installed stay whole."""
    running.kill()
    running.wait(PATIENCE)
    assert run([str(COMMAND), "calculate", str(DOCUMENT)]) == 0


def upgrade(setup: Path) -> None:
    """Over a part of an older version and a file of the user; the folder is known from before."""
    (PARTS / "stale.dll").write_text("of an older version", encoding="utf-8")
    (TARGET / "user-note.txt").write_text("keep", encoding="utf-8")
    settings = Path(os.environ["APPDATA"]) / "SupplierPCF" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text('{"language": "de", "recent": []}', encoding="utf-8")
    assert run(f'"{setup}" /S') == 0
    assert not (PARTS / "stale.dll").exists()
    assert (TARGET / "user-note.txt").exists() and settings.exists()
    say("upgraded; nothing stale stayed, nothing of the user went")


def repair(setup: Path) -> None:
    """A part that is gone is told in one sentence, in the language of the settings, and brought back."""
    lost = next((PARTS / "resources" / "factors").glob("*/factors.csv"))
    lost.unlink()
    told = said_by("samples", code=2)
    assert "Supplier PCF ist nicht vollständig: 1 " in told and told.count("\n") == 1, told
    assert run(f'"{setup}" /S') == 0
    assert lost.exists() and "stamped-bracket" in said_by("samples")
    say("told of a lost part and was repaired")


def uninstall() -> None:
    """Quietly; what is the user's stays."""
    assert run(value(UNINSTALL, "QuietUninstallString") or "") == 0
    assert wait_for(lambda: not (TARGET / "uninstall.exe").exists()), "uninstalling did not end"
    assert [path.name for path in TARGET.iterdir()] == ["user-note.txt"]
    assert not MENU.exists() and DOCUMENT.exists()
    for key in (UNINSTALL, KEY, rf"{CLASSES}\SupplierPCF.Study.1", rf"{CLASSES}\.spcf"):
        assert value(key) is None and not exists(key), key
    say("uninstalled; the user's files are there")


def run(command: str | list[str]) -> int:
    """A command and its exit code."""
    return subprocess.run(command, check=False, timeout=600, stdin=subprocess.DEVNULL).returncode


def said_by(*arguments: str, code: int = 0) -> str:
    """What the command says, on whichever stream."""
    done = subprocess.run(
        [str(COMMAND), *arguments], check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == code, done.returncode
    return (done.stdout + done.stderr).decode("utf-8").replace("\r\n", "\n")


def value(key: str, name: str = "") -> str | None:
    """A value of this user's registry; None: it is not there."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except FileNotFoundError:
        return None


def exists(key: str) -> bool:
    """Whether there is such a key."""
    try:
        winreg.OpenKey(winreg.HKEY_CURRENT_USER, key).Close()
    except FileNotFoundError:
        return False
    return True


def wait_for(is_so: Callable[[], bool]) -> bool:
    """Whether it became so in time."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.25)
    return is_so()


def say(what: str) -> None:
    """One line."""
    print(what, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
