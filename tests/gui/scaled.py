"""Run by `test_scaling` in a process of its own: says of every page what is cut or has to be pushed sideways."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.gui.base import theme
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS


def settle():
    for _time in range(12):
        QApplication.processEvents()


def cut(window):
    """Names of buttons and one-line texts that have less room than their words need."""
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width() - 1:
            yield f"{button.objectName()} {button.text()}"
    for label in window.findChildren(QLabel):
        words = label.text().replace("&", "")
        if not label.isVisible() or label.wordWrap() or "<" in words:
            continue
        if label.width() < label.fontMetrics().horizontalAdvance(words) - 1:
            yield f"{label.objectName()} {words}"


def look(language, letters):
    """Everything that is wrong at 1280 x 720 in this language with letters so many times as large."""
    app = theme.new_app("scaled")
    theme.load_fonts()
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * letters)
    app.setFont(font)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Session(Path(folder)), Settings(language=language))
        window.resize(1280, 720)
        window.show()
        window.begin(recover=False)
        window.session.start(sample_study("stamped-bracket"), is_new=False)
        settle()
        for step in STEP_IDS:
            window.show_step(step)
            window.page(step).complete()
            for more in window.page(step).findChildren(More):
                more.button.setChecked(True)
            settle()
            for words in cut(window):
                print(f"{step}: cut: {words}")
            if letters == 1 and window.page(step).horizontalScrollBar().maximum() > 0:
                print(f"{step}: sideways")
        size = window.size()
        print(f"seen at {window.devicePixelRatioF():g}, {size.width()} x {size.height()}")
        window.close()


if __name__ == "__main__":
    look(sys.argv[1], float(sys.argv[2]))
