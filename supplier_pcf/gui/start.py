"""Opens the window: one call, from the command line or a double click to the last close."""

from __future__ import annotations

import sys
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from supplier_pcf.app.log import note, surroundings
from supplier_pcf.app.settings import read_settings, settings_file
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.base.collecting import Collector
from supplier_pcf.gui.window.errors import FaultHook
from supplier_pcf.gui.window.help_menu import offer_tour
from supplier_pcf.gui.window.late import late_session
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import resources, user_data

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile


def run(study: Path | None) -> int:
    """Show the window, with this study where one is given, until it is closed."""
    app = QApplication.instance() or theme.new_app(sys.argv[0])
    assert isinstance(app, QApplication)
    settle_in(app)
    settings = read_settings(settings_file())
    language = settings.language or system_language()
    is_latin = language != "zh_CN" and all(name.isascii() for name in settings.recent)
    theme.load_fonts(theme.LATIN if is_latin else theme.FONTS)
    theme.apply(app, settings.text_size)
    qt_words = QtWords(app)
    qt_words.speak(language)
    session = late_session()
    window = MainWindow(session, settings, language)
    window.language_changed.connect(qt_words.speak)
    _keep_work(app, window)
    lock: list[QLockFile | None] = []

    def begin() -> None:
        painted = time()
        if is_latin:
            theme.load_fonts(theme.CHINESE)
        lock.append(alone())
        window.begin(study, recover=lock[0] is not None)
        _finish_look(app)
        offer_tour(window)
        note(
            f"window painted {painted:.3f}, {surroundings()}, Qt {qVersion()} {app.platformName()}"
        )

    window.painted.connect(begin)
    window.show()
    code = app.exec()
    note(f"window closes with {code}")
    return code


def settle_in(app: QApplication) -> None:
    """Give the process its name, and leave no widget to be destroyed by another thread."""
    app.setApplicationName("Supplier PCF")
    app.setOrganizationName("Supplier PCF")
    Collector(app)


def _finish_look(app: QApplication) -> None:
    """What the first picture does not need: the icon, and the ring around what has the keyboard."""
    from supplier_pcf.gui.base.focus_ring import FocusRing

    app.setWindowIcon(QIcon(str(resources() / "icons" / "supplier-pcf.png")))
    FocusRing(app)


def _keep_work(app: QApplication, window: MainWindow) -> None:
    """Whatever goes wrong, or whoever shuts the computer down: there is a copy."""
    sys.excepthook = FaultHook(window.keep_copy, lambda: window.context.language)
    app.commitDataRequest.connect(lambda _manager: window.keep_copy())


def system_language() -> str:
    """The language of the system, where it is one of ours."""
    for name in QLocale.system().uiLanguages():
        short = name.replace("-", "_").split("_")[0]
        for language in LANGUAGES:
            if language.split("_")[0] == short:
                return language
    return LANGUAGES[0]


class QtWords:
    """Qt's own words, such as the buttons of its file dialogs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator = QTranslator(app)

    def speak(self, language: str) -> None:
        """Change to this language where Qt has it."""
        from PySide6.QtCore import QLibraryInfo

        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != LANGUAGES[0] and self._translator.load(f"qtbase_{language}", folder):
            self._app.installTranslator(self._translator)


def alone() -> QLockFile | None:
    """A note that this is the only window; None while another one lives, whose work is not lost."""
    from PySide6.QtCore import QLockFile

    folder = user_data()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return QLockFile("")
    lock = QLockFile(str(folder / "window.lock"))
    lock.setStaleLockTime(0)
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return lock
    return None
