"""The screening run in the window: every row with nothing left out, and how little is left out."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.entering import Unreadable, entered_share, shown_share
from supplier_pcf.app.screening_run import ScreenedRow, Screening, cut_off_asked, screening_run
from supplier_pcf.domain.edits import kind_of
from supplier_pcf.domain.numbers import percent, percent_in_digits, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at, wide
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import sentence

NAME, MARK, KG, SHARE = range(4)
_WIDTHS = {MARK: 230, KG: 110, SHARE: 110}
_USUAL_SHARE = 0.01


class ScreeningDialog(QDialog):
    """Rows from the largest down; a double click goes to where the row is entered."""

    chosen = Signal(str)
    """The place of a row."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self.context = context
        self.setObjectName("screening")
        self.setWindowTitle(_("With nothing left out"))
        open_at(self, 860, 620)
        session = context.session
        self.screening: Screening = screening_run(
            session.study, session.library, session.now().date()
        )
        self.model = TextModel((_("Row"), _("What it is"), _("kg CO₂e"), _("Share")), (KG, SHARE))
        self.table = self._table()
        self.said = plain_label("screening-said", "")
        self.small = plain_label("screening-small", "")
        self.limit = self._limit()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(label(self._help(), "quiet"))
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(self._below())
        column.addWidget(self._closing())
        self._show()

    def _help(self) -> str:
        _ = self.context.translate
        return _(
            "A trial run that proves what may be left out: every row counts, also those left out with a reason. "
            "The footprint itself is never raised by it. A double click goes to the row."
        )

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("screening-table")
        table.setAccessibleName(self.context.translate("All rows"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, _WIDTHS, NAME)
        table.doubleClicked.connect(self._go)
        return table

    def _limit(self) -> QLineEdit:
        line = QLineEdit(shown_share(_USUAL_SHARE, self.context.decimal))
        line.setObjectName("screening-limit")
        line.setAccessibleName(self.context.translate("Rows smaller than"))
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFixedWidth(wide(64))
        line.textChanged.connect(lambda _text: self._tell_small())
        return line

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QLabel(self.context.translate("&Rows smaller than"))
        words.setBuddy(self.limit)
        row.addWidget(words)
        row.addWidget(self.limit)
        row.addWidget(QLabel("%"))
        row.addWidget(self.small, 1)
        return row

    def _closing(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(
            self.context.translate("&Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        close.setObjectName("screening-close")
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self) -> None:
        language = self.context.language
        self.model.show_rows(
            [
                (
                    row.name or row.id,
                    self._mark(row),
                    significant(row.kg, language),
                    percent_in_digits(row.percent, language),
                )
                for row in self.screening.rows
            ]
        )
        self.said.setText(" ".join(self._sentences()))
        self._tell_small()

    def _mark(self, row: ScreenedRow) -> str:
        _ = self.context.translate
        if not row.left_out:
            return ""
        return _("left out, by the estimate entered") if row.is_estimate else _("left out")

    def _sentences(self) -> list[str]:
        _, language, found = self.context.translate, self.context.language, self.screening
        limit = cut_off_asked(self.context.study)
        text = _("With nothing left out: {kg} kg CO₂e; {share} of that is left out.")
        said = [
            text.format(
                kg=significant(found.kg, language),
                share=percent_in_digits(found.exempted_percent, language),
            )
        ]
        if limit is not None:
            asked = _("{rules} asks for less than {limit}.")
            said.append(asked.format(rules=limit[0], limit=percent(limit[1], language, 0)))
        if not math.isclose(found.stated_percent, found.exempted_percent, abs_tol=5e-5):
            off = _("By the estimates entered it would be {share}: one of them is off.")
            said.append(off.format(share=percent_in_digits(found.stated_percent, language)))
        if found.unknown:
            names = _(", ").join(self._name_of(row_id) for row_id in found.unknown)
            said.append(_("Neither calculated nor estimated: {rows}.").format(rows=names))
        return said

    def _name_of(self, row_id: str) -> str:
        found = (flow.name for flow in self.context.study.flows() if flow.id == row_id)
        return next(found, "") or row_id

    def _tell_small(self) -> None:
        _ = self.context.translate
        limit = entered_share(self.limit.text(), self.context.decimal)
        if isinstance(limit, Unreadable):
            self.small.setText(sentence(limit.code, limit.params, _))
            return
        small = self.screening.below(100 * (limit or 0.0))
        together = math.fsum(row.percent for row in small)
        text = _("{count} rows; together {share} of all.")
        share = percent_in_digits(together, self.context.language)
        self.small.setText(text.format(count=len(small), share=share))

    def _go(self, index: QModelIndex) -> None:
        row_id = self.screening.rows[index.row()].id
        kind = kind_of(self.context.study, row_id)
        if kind is not None:
            self.accept()
            self.chosen.emit(f"{kind}/{row_id}")
