"""Builds the Windows program and its setup, on Windows or under wine: one command, one folder of files to release.

    python installer/build.py [--fast] [--no-setup]

Catalogues, PyInstaller, self-test of both programs, check of the libraries asked for, licences and bill of
materials, portable zip, setup, checksums. Every step must pass; files to release are in build/release.

    --fast       compress the setup less: for tests, not for release
    --no-setup   only the program and its tests

With SUPPLIER_PCF_SIGN set to a command that signs the file it is given, programs, setup and uninstaller
are signed; without it they are not, which is said.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from installer.machine import Machine, this_machine  # noqa: E402
from installer.version_info import project_version, version_resource  # noqa: E402

NAME = "SupplierPCF"
BUILD = ROOT / "build"
PROGRAM = BUILD / "dist" / NAME
WORK = BUILD / "pyinstaller"
RELEASE = BUILD / "release"
PROGRAMS = ("SupplierPCF.exe", "supplier-pcf.exe")
LISTING = "bundle.json"
SIGN = "SUPPLIER_PCF_SIGN"
MOST_MB = {"installed": 170, "setup": 60}


class Stopped(Exception):
    """A step that did not pass; nothing is released."""


def main(arguments: list[str]) -> int:
    """Every step in turn; the first that fails ends it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--no-setup", action="store_true")
    chosen = parser.parse_args(arguments)
    with this_machine() as machine:
        try:
            build_program(machine)
            if not chosen.no_setup:
                pack(machine, fast=chosen.fast)
        except Stopped as error:
            print(f"STOPPED: {error}", file=sys.stderr)
            return 1
    return 0


def build_program(machine: Machine) -> None:
    """The folder with both programs, tried out.

    Raises:
        Stopped: a step did not pass.
    """
    step("translations", compile_catalogues)
    step("program", lambda: freeze(machine))
    step("licences and bill of materials", lambda: tell_contents(machine))
    step("listing", list_parts)
    for program in PROGRAMS:
        step(f"self-test of {program}", partial(try_out, machine, program))
    step("libraries asked for", lambda: machine.python(HERE / "dll_imports.py", PROGRAM))
    size = sum(path.stat().st_size for path in PROGRAM.rglob("*") if path.is_file())
    tell_size("installed", size)
    for program in PROGRAMS:
        sign(PROGRAM / program)


def pack(machine: Machine, *, fast: bool) -> None:
    """Portable zip, setup, bill of materials and checksums.

    Raises:
        Stopped: a step did not pass.
    """
    version = project_version()
    shutil.rmtree(RELEASE, ignore_errors=True)
    RELEASE.mkdir(parents=True)
    stem = f"{NAME}-{version}"
    step("portable zip", lambda: zip_program(RELEASE / f"{stem}-portable.zip", stem))
    setup = RELEASE / f"{stem}-setup.exe"
    step("setup", lambda: make_setup(machine, setup, version, fast=fast))
    sign(setup)
    if fast:
        print(f"   setup: {setup.stat().st_size / 1024**2:.1f} MB, compressed less: not judged")
    else:
        tell_size("setup", setup.stat().st_size)
    shutil.copyfile(BUILD / "sbom.cdx.json", RELEASE / f"{stem}-sbom.cdx.json")
    step("checksums", write_checksums)


def step(title: str, act: Callable[[], int | None]) -> None:
    """Do it, say how long it took.

    Raises:
        Stopped: it ended with another code than 0.
    """
    print(f"== {title}", flush=True)
    start = time.monotonic()
    code = act()
    if code:
        raise Stopped(f"{title} ended with {code}")
    print(f"   {title}: {time.monotonic() - start:.0f} s", flush=True)


def run(*words: str | Path) -> int:
    """A command on this computer, whatever it runs."""
    return subprocess.run([str(word) for word in words], check=False, cwd=ROOT).returncode


def compile_catalogues() -> int:
    """From .po to .mo, in the work tree."""
    return run(sys.executable, ROOT / "tools" / "compile_catalogues.py")


def freeze(machine: Machine) -> int:
    """PyInstaller, with the version resource of this version."""
    shutil.rmtree(BUILD / "dist", ignore_errors=True)
    resource = BUILD / "version_resource.txt"
    resource.parent.mkdir(exist_ok=True)
    resource.write_text(version_resource(project_version()), encoding="utf-8")
    return machine.with_variables(SUPPLIER_PCF_VERSION_FILE=machine.path(resource)).python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", BUILD / "dist", "--workpath", WORK, HERE / "app.spec"),
    )


def tell_contents(machine: Machine) -> int:
    """Licences beside the programs; the bill of materials there and among the files to release."""
    licenses, sbom = PROGRAM / "licenses", BUILD / "sbom.cdx.json"
    code = machine.python(HERE / "contents.py", PROGRAM, WORK / "app", licenses, sbom)
    if not code:
        shutil.copyfile(sbom, licenses / sbom.name)
    return code


def list_parts() -> None:
    """What the program checks itself against when it starts."""
    parts = PROGRAM / "_internal"
    files = {}
    for path in sorted(parts.rglob("*")):
        if path.is_file() and path.name != LISTING:
            data = path.read_bytes()
            files[path.relative_to(parts).as_posix()] = [
                len(data),
                hashlib.sha256(data).hexdigest(),
            ]
    told = {"version": project_version(), "files": files}
    (parts / LISTING).write_text(json.dumps(told, indent=0), encoding="utf-8")


def try_out(machine: Machine, program: str) -> int:
    """The main job, done by the program itself in a folder with letters of two scripts."""
    with tempfile.TemporaryDirectory(prefix="Prüfung-自检-") as folder:
        code = machine.program(PROGRAM / program, "--selftest", Path(folder), timeout=300)
        log = Path(folder) / "selftest.log"
        told = log.read_text(encoding="utf-8") if log.exists() else ""
        if program == PROGRAMS[0]:
            print(told or "no log was written")
        kept = BUILD / "selftest" / program.removesuffix(".exe")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(folder, kept)
    return code or (0 if told.endswith("passed\n") else 1)


def tell_size(what: str, size: int) -> None:
    """Say how big it became.

    Raises:
        Stopped: bigger than it may be.
    """
    mb = size / 1024**2
    print(f"   {what}: {mb:.1f} MB, {MOST_MB[what]} MB allowed", flush=True)
    if mb > MOST_MB[what]:
        raise Stopped(f"{what} is bigger than {MOST_MB[what]} MB")


def sign(path: Path) -> None:
    """Sign a program, where there is a command for it.

    Raises:
        Stopped: the command failed.
    """
    command = os.environ.get(SIGN)
    if not command:
        print(f"   {path.name} is not signed: {SIGN} is not set", flush=True)
    elif _run_line(command, path):
        raise Stopped(f"{path.name} could not be signed")


def _run_line(command: str, path: Path) -> int:
    """A command as it is typed on this system, with the file after it; 127 where there is none."""
    try:
        if os.name == "nt":
            return subprocess.run(f'{command} "{path}"', check=False, cwd=ROOT).returncode
        return run(*shlex.split(command), path)
    except FileNotFoundError:
        return 127


def zip_program(target: Path, folder: str) -> None:
    """The program to unpack and start, without setup."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(PROGRAM.rglob("*")):
            if path.is_file():
                archive.write(path, f"{folder}/{path.relative_to(PROGRAM).as_posix()}")


def make_setup(machine: Machine, target: Path, version: str, *, fast: bool) -> int:
    """NSIS, which runs on both systems."""
    signing = os.environ.get(SIGN)
    return run(
        *("makensis", "-V2", "-INPUTCHARSET", "UTF8"),
        *(f"-DVERSION={version}", f"-DSRC={PROGRAM}", f"-DOUT={target}"),
        *(f"-DTARGET={machine.setup_target}", f"-DCOMPRESS={'zlib' if fast else 'lzma'}"),
        *([f"-DSIGN={signing}"] if signing else []),
        HERE / "setup.nsi",
    )


def write_checksums() -> None:
    """One line a file, as sha256sum and certutil can be compared with."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(RELEASE.iterdir())
    ]
    (RELEASE / "SHA256SUMS").write_text("".join(lines), encoding="ascii", newline="\n")
    print("".join(lines), end="")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
