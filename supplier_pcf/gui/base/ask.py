"""The few questions the window asks, each with buttons that say what they do."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

Translate = Callable[[str], str]
_CAREFUL = ("ask-replace", "ask-remove")
"""Questions where Enter does not do it."""


class Answer(Enum):
    """What was answered."""

    YES = "yes"
    NO = "no"
    LATER = "later"


def tell(parent: QWidget, sentence: str) -> None:
    """Show one sentence."""
    box = QMessageBox(QMessageBox.Icon.Information, "Supplier PCF", sentence, parent=parent)
    box.setObjectName("told")
    box.exec()


def whether_to_save(parent: QWidget, name: str, _: Translate) -> Answer:
    """Save, throw away, or stay (LATER)."""
    box = _box(parent, "ask-save", _("Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(_("Without saving they are lost."))
    save = box.addButton(_("&Save"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(_("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, save, drop, stay)


def whether_to_save_over(parent: QWidget, name: str, _: Translate) -> Answer:
    """The file was saved elsewhere meanwhile: another name (YES), over it (NO), or not now (LATER)."""
    text = _("“{name}” was saved by somebody else since you opened it.")
    box = _box(parent, "ask-save-over", text.format(name=name))
    box.setInformativeText(
        _("Under another name both states are kept. Saved over, the other one is lost.")
    )
    other = box.addButton(_("Save under &another name…"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(_("Save &over it"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, other, over, stay)


def whether_to_delete_backups(parent: QWidget, count: int, _: Translate) -> bool:
    """Remove dated copies for good."""
    text = _("Delete {count} backups for good?").format(count=count)
    box = _box(parent, "ask-remove", text)
    box.setInformativeText(
        _("Your files stay as they are. Deleted backups cannot be brought back.")
    )
    yes = box.addButton(_("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, yes, no, no) is Answer.YES


def whether_to_recover(parent: QWidget, name: str, when: str, _: Translate) -> Answer:
    """Go on with work that was not saved, throw it away, or be asked again at the next start."""
    text = _("There is unsaved work on “{name}” from {when}. Go on with it?")
    box = _box(parent, "ask-recover", text.format(name=name, when=when))
    go_on = box.addButton(_("&Go on with it"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(_("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
    later = box.addButton(_("&Ask again next time"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, go_on, drop, later)


def whether_to_remove(parent: QWidget, name: str, _: Translate) -> bool:
    """Take a factor out of the user's own library; it cannot be undone."""
    box = _box(parent, "ask-remove", _("Remove “{name}” from your own factors?").format(name=name))
    box.setInformativeText(_("Studies that use it keep their copy. Its id is not used again."))
    yes = box.addButton(_("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, yes, no, no) is Answer.YES


def file_to_open(parent: QWidget, folder: str, _: Translate) -> Path | None:
    """The study to open."""
    kinds = _("Studies (*.spcf *.json)")
    name, _kind = QFileDialog.getOpenFileName(parent, _("Open a study"), folder, kinds)
    return Path(name) if name else None


def file_to_save(parent: QWidget, proposed: str, _: Translate) -> Path | None:
    """Where to save; a name without an ending gets ours."""
    kinds = _("Study (*.spcf)")
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save the study"), proposed, kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in (".spcf", ".json"):
        return path
    path = path.with_name(path.name + ".spcf")
    return path if not path.exists() or _whether_to_replace(parent, path, _) else None


def _whether_to_replace(parent: QWidget, path: Path, _: Translate) -> bool:
    """The dialog asked about the name as typed, not about the one with our ending."""
    box = _box(parent, "ask-replace", _("{file} exists. Replace it?").format(file=path.name))
    yes = box.addButton(_("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(_("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _asked(box, yes, no, no) is Answer.YES


def _box(parent: QWidget, name: str, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, "Supplier PCF", text, parent=parent)
    box.setObjectName(name)
    return box


def _asked(box: QMessageBox, yes: object, no: object, later: object) -> Answer:
    for button, name in ((yes, "yes"), (no, "no"), (later, "later")):
        button.setObjectName(name)  # type: ignore[attr-defined]
    box.setDefaultButton(yes if box.objectName() not in _CAREFUL else no)  # type: ignore[call-overload]
    box.setEscapeButton(later)  # type: ignore[call-overload]
    box.exec()
    clicked = box.clickedButton()
    if clicked is yes:
        return Answer.YES
    return Answer.NO if clicked is no else Answer.LATER
