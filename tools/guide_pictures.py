"""The pictures of the user guide, one folder a language: `python -m tools.screens --guide`."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from supplier_pcf.app.guide import PICTURES
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.help.glossary import GlossaryDialog
from supplier_pcf.gui.help.where import field_at
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
_SAMPLE = "die-casting"
_FIRST_PAGE = "materials"
_WAIT = 400
_SMALLEST_FILE = 0
"""Quality of a PNG as Qt counts it: as small as it gets, nothing lost but colours."""


def guide_pictures() -> None:
    """Take them all, and the one of the README."""
    app = QApplication([])
    theme.load_fonts()
    theme.apply(app)
    theme.dress(app, dark=False)
    with tempfile.TemporaryDirectory() as data:
        os.environ["XDG_DATA_HOME"] = os.environ["APPDATA"] = data
        for language in LANGUAGES:
            folder = ROOT / "docs" / "guide" / "pictures" / language
            folder.mkdir(parents=True, exist_ok=True)
            _of_one_language(folder, language, Path(data) / language)
    first = ROOT / "docs" / "guide" / "pictures" / "en" / f"{_FIRST_PAGE}.png"
    (ROOT / "docs" / "screens" / "materials.png").write_bytes(first.read_bytes())


def _of_one_language(folder: Path, language: str, data: Path) -> None:
    session = Session(data)
    window = MainWindow(session, Settings(language=language))
    window.show()
    QTest.qWait(_WAIT)
    window.begin(recover=False)
    window.filing.begin(lambda: sample_study(_SAMPLE, language))
    for step in STEP_IDS:
        window.show_step(step)
        QTest.qWait(_WAIT)
        _save(window, folder / f"{step}.png")
    _help(window, folder / "help.png")
    missing = [name for name in PICTURES if not (folder / f"{name}.png").is_file()]
    if missing:
        raise SystemExit(f"no picture: {missing}")
    session.close()
    window.deleteLater()


def _help(window: MainWindow, path: Path) -> None:
    """What F1 says about the mass of one piece."""
    window.show_step("product")
    field = window.page("product").findChild(QLineEdit, "product-mass")
    assert field is not None
    asked = field_at(field, window.context)
    dialog = GlossaryDialog(window.context, window, asked, "product")
    dialog.show()
    QTest.qWait(_WAIT)
    _save(dialog, path)
    dialog.close()


def _save(widget: QWidget, path: Path) -> None:
    """Its 256 most frequent colours are enough for a window, and a third of the size."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
    seen = Counter(memoryview(image.constBits()).cast("I"))
    table = [colour for colour, _times in seen.most_common(256)]
    dither = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    few = image.convertToFormat(QImage.Format.Format_Indexed8, table, dither)
    if not few.save(str(path), "PNG", _SMALLEST_FILE):
        raise SystemExit(f"cannot write {path}")
