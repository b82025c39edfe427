"""The window's part of the self-test: it opens on a study and speaks every language in its own fonts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.selftest import STUDY, Failed, Step
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.start import QtWords
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES

_CANCEL = ("QPlatformTheme", "Cancel")
_BUTTON = {"en": "Cancel", "de": "Abbrechen", "zh_CN": "取消"}
"""What Qt itself calls a button; the window's own words are tested elsewhere."""


def window_step(program: str) -> Step:
    """The step to add to the self-test of the windowed program."""
    return "window", lambda folder: _open(program, folder)


def _open(program: str, folder: Path) -> str:
    app = QApplication.instance() or theme.new_app(program)
    assert isinstance(app, QApplication)
    theme.load_fonts()
    lacking = set(theme.OWN_FAMILIES) - set(QFontDatabase.families())
    if lacking:
        raise Failed(f"fonts are missing: {', '.join(sorted(lacking))}")
    theme.apply(app)
    words = QtWords(app)
    window = MainWindow(Session(folder), Settings(), LANGUAGES[0])
    window.show()
    window.begin(folder / STUDY, recover=False)
    for language in LANGUAGES:
        words.speak(language)
        window.speak(language)
        if QCoreApplication.translate(*_CANCEL) != _BUTTON[language]:
            raise Failed(f"Qt does not speak {language}")
        for step in STEP_IDS:
            window.show_step(step)
            app.processEvents()
        if not window.grab().save(str(folder / f"window-{language}.png")):
            raise Failed("the window cannot be drawn")
    words.speak(LANGUAGES[0])
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return f"{len(STEP_IDS)} steps in {len(LANGUAGES)} languages, {QGuiApplication.platformName()}"
