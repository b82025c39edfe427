"""The answer to one point of the checklist: yes, no or not applicable, why, by whom and when."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supplier_pcf.app.checklist import Answer, Judged, with_answer, with_note
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.dialog_parts import plain_label

_CHOICES = (None, Answer.YES, Answer.NO, Answer.NOT_APPLICABLE)


class AnswerForm(QWidget):
    """Shown for points that a person judges; each answer and each note is a step of undo."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        _ = context.translate
        self._point = ""
        self.box = QComboBox()
        self.box.setObjectName("checklist-answer")
        self.box.setAccessibleName(_("Your answer"))
        self.box.addItems([_("not answered"), _("yes"), _("no"), _("does not apply")])
        self.box.activated.connect(self._answer)
        self.note = QLineEdit()
        self.note.setObjectName("checklist-note")
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Why, or where it is written"))
        self.note.editingFinished.connect(self._write)
        self.signed = plain_label("checklist-signed")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.box)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(row)
        column.addWidget(self.signed)

    def show_point(self, each: Judged | None) -> None:
        """Show the answer to this point; nothing where the study itself answers it."""
        is_asked = each is not None and each.point.is_answered
        self.setVisible(is_asked)
        self._point = each.point.id if each is not None and is_asked else ""
        given = next((a for a in self.context.study.checklist if a.point == self._point), None)
        self.box.setCurrentIndex(_CHOICES.index(given.answer if given else None))
        note = given.note if given else ""
        if self.note.text() != note:
            self.note.setText(note)
        told = [text for text in (given.by, given.day) if text] if given else []
        self.signed.setText(self.context.translate(", ").join(told))
        self.signed.setVisible(bool(told))

    def _answer(self, index: int) -> None:
        point, today = self._point, self.context.session.now().date()
        if not point:
            return
        self.context.edit(
            lambda study: with_answer(study, point, _CHOICES[index], today),
            self.context.translate("Answer a point of the checklist"),
        )

    def _write(self) -> None:
        point, note = self._point, self.note.text().strip()
        if not point:
            return
        self.context.edit(
            lambda study: with_note(study, point, note),
            self.context.translate("Write a note to the checklist"),
        )
