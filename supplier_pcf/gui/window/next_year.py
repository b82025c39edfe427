"""Copy for next year: the new period, what comes along and what does not, and where the copy goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from supplier_pcf.app.documents import refuse_same_file
from supplier_pcf.app.earlier import remember
from supplier_pcf.app.entering import Unreadable, entered_day
from supplier_pcf.app.factor_update import known_newer, proposed
from supplier_pcf.app.next_year import Copied, copy_for_next_year, next_period
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Period
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_label, take_or_cancel
from supplier_pcf.words import sentence


class NextYearDialog(QDialog):
    """Asks for the period, then for the file; writes the copy and opens it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context = context
        self.setObjectName("next-year")
        self.setWindowTitle(_("Copy for next year"))
        open_at(self, 560, 340)
        usual = next_period(context.study.period)
        this_year = context.session.now().year
        self.first = _day("next-year-first", usual.start or date(this_year, 1, 1))
        self.last = _day("next-year-last", usual.end or date(this_year, 12, 31))
        form = QFormLayout()
        for title, field in (
            (_("&First day of the new period"), self.first),
            (_("&Last day"), self.last),
        ):
            form.addRow(title, field)
            field.setAccessibleName(title.replace("&", ""))
        self.problem = plain_label("next-year-problem", "problem")
        self.problem.hide()
        buttons, self.take = take_or_cancel(self, _, "next-year", _("&Save the copy as…"))
        buttons.accepted.disconnect(self.accept)
        buttons.accepted.connect(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addLayout(form)
        column.addWidget(self.problem)
        for text in self._words():
            column.addWidget(label(text, "quiet"))
        column.addStretch()
        column.addWidget(buttons)

    def copy(self) -> None:
        """Ask for the file, write it, open it, and say what is to be done there."""
        _, session = self._context.translate, self._context.session
        period = self._period()
        if period is None:
            return
        target = ask.file_to_save(self, str(self._proposed(period)), _)
        if target is None:
            return
        try:
            if session.path is not None:
                refuse_same_file(session.path, target)
            made = copy_for_next_year(session.project, target, period, session.now())
        except Refusal as refusal:
            self._context.say(refusal)
            return
        if session.path is not None:
            remember(session.study.id, session.path)
        self.accept()
        self._context.open_study(target)
        self._context.warn(self._said(made))

    def _period(self) -> Period | None:
        """From the first day to the last; a text that is no day stays, and is said."""
        days: list[date | None] = []
        for field in (self.first, self.last):
            read = entered_day(field.text())
            if isinstance(read, Unreadable):
                self.problem.setText(sentence(read.code, read.params, self._context.translate))
                self.problem.show()
                field.setFocus()
                return None
            days.append(read)
        self.problem.hide()
        return Period(start=days[0], end=days[1])

    def _words(self) -> tuple[str, ...]:
        _ = self._context.translate
        return (
            _(
                "Bill of materials, routes, factors, documents and texts come along as they are. Volumes, outputs of the "
                "plant, yields and yearly amounts come along too, each marked until you change or confirm it."
            ),
            _(
                "Meter readings do not come along: enter those of the new period. Releases, files sent, requests, checks "
                "and remarks stay with the old study, for they are about its figure."
            ),
        )

    def _said(self, made: Copied) -> str:
        """What is to be done in the copy."""
        _ = self._context.translate
        said = [
            _("Marked until you change or confirm them: {count} values.").format(count=made.marked)
        ]
        if made.emptied:
            text = _("Meters whose readings are to be entered: {count}.")
            said.append(text.format(count=made.emptied))
        session = self._context.session
        newer = len(proposed(session, known_newer(session)))
        if newer:
            text = _("Factors with a newer edition: {count}; see Tools › Factor library.")
            said.append(text.format(count=newer))
        return " ".join(said)

    def _proposed(self, period: Period) -> Path:
        """The name of the old file with the new year in it."""
        path = self._context.session.path
        product = self._context.study.product
        stem = path.stem if path else product.part_number or product.name or "study"
        new = str(period.end.year if period.end else "")
        old = self._context.study.period.end
        if old is not None and str(old.year) in stem:
            stem = stem.replace(str(old.year), new)
        else:
            stem = f"{stem} {new}"
        plain = "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in stem)
        return (path.parent if path else Path.home()) / f"{plain}.spcf"


def _day(name: str, value: date) -> QLineEdit:
    field = QLineEdit(value.isoformat())
    field.setObjectName(name)
    return field
