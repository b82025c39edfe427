"""Pictures of every step of a sample, light and dark: `python -m tools.screens FOLDER [LANGUAGE]`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui import theme
from supplier_pcf.gui.main_window import MainWindow
from supplier_pcf.gui.registry import STEP_IDS

_SAMPLE = "stamped-bracket"


def pictures(app: QApplication, folder: Path, language: str) -> None:
    """One picture a step and look."""
    folder.mkdir(parents=True, exist_ok=True)
    for dark in (False, True):
        theme.dress(app, dark=dark)
        with tempfile.TemporaryDirectory() as data:
            session = Session(Path(data))
            window = MainWindow(session, Settings(language=language))
            window.show()
            QTest.qWait(150)
            window.begin(recover=False)
            window.filing.begin(lambda: sample_study(_SAMPLE))
            for step in STEP_IDS:
                window.show_step(step)
                QTest.qWait(150)
                name = f"{step}-{'dark' if dark else 'light'}-{language}.png"
                window.grab().save(str(folder / name))
            session.close()
            window.deleteLater()


def main(folder: str, language: str = "en") -> None:
    """Take them all."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app)
    with tempfile.TemporaryDirectory() as data:
        os.environ["XDG_DATA_HOME"] = os.environ["APPDATA"] = data
        pictures(app, Path(folder), language)
    print(f"Wrote {folder}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
