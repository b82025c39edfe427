"""`supplier-pcf open`: the window where there is one, one sentence where there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

from supplier_pcf import __main__ as entry
from supplier_pcf.cli import open_window
from supplier_pcf.cli.main import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shown(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return []


def test_no_words_at_all_open_the_window(shown):
    assert main([], lambda study: shown.append(study) or 0) == 0
    assert shown == [None]


def test_open_hands_over_the_study(shown):
    assert main(["open", "part.spcf"], lambda study: shown.append(study) or 0) == 0
    assert shown == [Path("part.spcf")]


def test_a_missing_display_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["open"], lambda study: 0) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert "no display" in said.err


def test_missing_qt_is_one_sentence(shown, capsys):
    def no_qt(study):
        raise ImportError("No module named 'PySide6'")

    assert main(["open"], no_qt) == 2
    assert capsys.readouterr().err.startswith("The window needs Qt, which cannot be loaded here")


def test_the_other_commands_live_without_the_window():
    code = "import sys; import supplier_pcf.__main__; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.strip() == "False", done.stderr


def test_missing_libraries_are_named_with_the_line_to_run(shown, monkeypatch, capsys):
    monkeypatch.setattr(open_window, "missing", lambda libraries: ["libxcb-cursor0"])
    assert main(["open"], lambda study: shown.append(study) or 0) == 2
    assert shown == []
    assert capsys.readouterr().err.endswith("sudo apt-get install -y libxcb-cursor0\n")


@pytest.mark.parametrize(
    ("words", "study"), [([], None), (["open"], None), (["open", "a.spcf"], Path("a.spcf"))]
)
def test_the_entry_opens_the_window_without_the_other_commands(shown, monkeypatch, words, study):
    monkeypatch.setattr(sys, "argv", ["supplier-pcf", *words])
    monkeypatch.setattr(entry, "open_window", lambda found: shown.append(found) or 0)
    assert entry.main() == 0
    assert shown == [study]


def test_the_entry_hands_other_words_to_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["supplier-pcf", "formats"])
    assert entry.main() == 0
    assert "pact-3" in capsys.readouterr().out


def test_opening_the_window_loads_no_other_command():
    code = "import sys; import supplier_pcf.__main__, supplier_pcf.cli.open_window; print('supplier_pcf.engine' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.strip() == "False", done.stderr


# The program without a console


@pytest.fixture
def windowed(monkeypatch, tmp_path):
    """The windowed program as Windows starts it: without any stream; what it shows is collected."""
    told = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(entry, "_tell", lambda sentence: told.append(sentence) or 2)
    return told


@pytest.mark.parametrize(("words", "study"), [([], None), (["a b.spcf"], Path("a b.spcf"))])
def test_a_double_click_opens_the_study(windowed, shown, monkeypatch, words, study):
    monkeypatch.setattr(sys, "argv", ["SupplierPCF.exe", *words])
    monkeypatch.setattr(entry, "open_window", lambda found: shown.append(found) or 0)
    assert entry.window_main() == 0
    assert shown == [study]
    assert windowed == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ImportError("DLL load failed"), "a part of Qt cannot be loaded (DLL load failed)"),
        (ZeroDivisionError("secret"), "because of a fault of ours"),
    ],
)
def test_what_keeps_the_window_from_opening_is_told_in_a_sentence(
    windowed, monkeypatch, tmp_path, error, words
):
    def fail(found):
        raise error

    monkeypatch.setattr(sys, "argv", ["SupplierPCF.exe"])
    monkeypatch.setattr(entry, "open_window", fail)
    assert entry.window_main() == 2
    assert words in windowed[0] and "secret" not in windowed[0]
    log = next(tmp_path.rglob("supplier-pcf.log")).read_text(encoding="utf-8")
    assert type(error).__name__ in log


def test_a_self_test_that_cannot_write_ends_by_its_code_alone(windowed, monkeypatch, tmp_path):
    pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(
        sys, "argv", ["SupplierPCF.exe", "--selftest", str(tmp_path / "file" / "x")]
    )
    assert entry.window_main() == 2
    assert windowed == []
