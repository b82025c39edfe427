"""What a user does with the hands: typing into fields, pressing buttons, going on, choosing a factor."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton, QWidget

from supplier_pcf.gui.factors.factor_picker import FactorPicker
from supplier_pcf.gui.importing.import_assistant import ImportAssistant

LEFT = Qt.MouseButton.LeftButton


def write(qtbot, field, text):
    """Keys for what has a key; the rest comes from an input method, as Chinese does."""
    for letter in text:
        if letter.isascii():
            qtbot.keyClicks(field, letter)
        else:
            done = QInputMethodEvent("", [])
            done.setCommitString(letter)
            QApplication.sendEvent(field, done)


def type_in(qtbot, page, name, text):
    """Type into a field of a page and press Enter."""
    field = page.findChild(QLineEdit, name)
    assert field is not None, name
    field.setFocus()
    field.selectAll()
    write(qtbot, field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def pick_in(qtbot, page, name, text):
    """Type into a box of choices that finds what is typed."""
    box = page.findChild(QComboBox, name)
    box.lineEdit().selectAll()
    write(qtbot, box.lineEdit(), text)
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)


def press(qtbot, parent, name):
    """Click a button by its name."""
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def next_step(qtbot, window, step):
    """Click Next, which leads to this step."""
    press(qtbot, window, "next")
    page = window.page(step)
    qtbot.waitUntil(page.isVisible)
    return page


def paste(qtbot, view, text):
    """Paste what was copied from a workbook."""
    QApplication.clipboard().setText(text)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def save_under(monkeypatch, path):
    """The answer to the next questions for a file to write."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kw: (str(path), ""))


def accept_import(qtbot, monkeypatch, page, button, table):
    """Press an import button, wait for the preview, and take it over."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kw: (str(table), ""))

    def look():
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, ImportAssistant)]
        dialog = next((w for w in shown if w.isVisible()), None)
        take = dialog.findChild(QPushButton, "import-import") if dialog else None
        if take is None or not take.isEnabled() or not take.isVisible():
            QTimer.singleShot(50, look)
            return
        qtbot.mouseClick(take, LEFT)

    QTimer.singleShot(50, look)
    press(qtbot, page, button)


def choose_factor(qtbot, table, row, words):
    """Open the picker on a row's factor by key, type, and choose the first hit."""
    table.select(row, "factor")

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FactorPicker)
        dialog.search.selectAll()
        write(qtbot, dialog.search, words)
        qtbot.waitUntil(lambda: not dialog._timer.isActive())
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F2)


def texts_of(window: QWidget) -> list[str]:
    """Everything that stands in the fields of the shown page."""
    page = window.page(window.step)
    return [field.text() for field in page.findChildren(QLineEdit)]
