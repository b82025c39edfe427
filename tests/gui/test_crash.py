"""A run that is ended from outside: its work waits for the next one, and its file is known to be open."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from supplier_pcf.app.session import Session
from tests.build import a_study

ROOT = Path(__file__).parents[2]
_START = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from PySide6.QtTest import QTest
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.window.main_window import MainWindow

app = QApplication([])
window = MainWindow(Session(Path(sys.argv[1])), Settings(language="en"))
window.show()
window.begin(Path(sys.argv[2]) if len(sys.argv) > 2 else None, recover=False)
window.show_step("product")
"""
_TYPES = """
field = window.findChild(QLineEdit, "product-name")
field.setFocus()
field.selectAll()
QTest.keyClicks(field, "Typed before the crash")
"""
_STAYS = """
print("ready", flush=True)
app.exec()
"""


@contextmanager
def running(script, *arguments):
    """Another program; ended without warning when the block ends."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings)
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "ready"
        yield child
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def copy_of(folder, deadline=20.0):
    """The recovery copy, as soon as there is one."""
    end = time.monotonic() + deadline
    while time.monotonic() < end:
        found = Session(folder).copy_to_recover()
        if found is not None:
            return found
        time.sleep(0.02)
    return None


@pytest.mark.parametrize("has_file", [False, True])
def test_what_was_typed_outlives_a_killed_program(tmp_path, has_file):
    data, arguments = tmp_path / "data", []
    if has_file:
        first = Session(tmp_path / "first")
        first.start(a_study())
        first.save(tmp_path / "part.spcf")
        first.close()
        arguments = [tmp_path / "part.spcf"]
    with running(_START + _TYPES + _STAYS, data, *arguments):
        found = copy_of(data)
    assert found is not None
    later = Session(data)
    later.recover(later.copy_to_recover())
    assert later.study.product.name == "Typed before the crash"
    assert later.is_dirty
    assert later.path == (tmp_path / "part.spcf" if has_file else None)


def test_two_programs_on_one_file_know_of_each_other(tmp_path):
    path = tmp_path / "part.spcf"
    first = Session(tmp_path / "first")
    first.start(a_study())
    first.save(path)
    first.close()
    with running(_START + _STAYS, tmp_path / "data", path) as child:
        ours = Session(tmp_path / "ours")
        note = ours.open(path)
        assert note is not None
        assert note.pid == child.pid
    again = Session(tmp_path / "again")
    assert again.open(path) is None
