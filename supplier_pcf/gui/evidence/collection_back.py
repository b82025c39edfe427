"""A collection sheet that came back: every row with what it would change, taken over in one step."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.collecting import Back, CameBack, Status, shown, taken_over
from supplier_pcf.app.reply_values import trouble_told
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly, take_or_cancel
from supplier_pcf.gui.widgets.titled_model import TextModel
from supplier_pcf.words import Translate

ITEM, ASKED, KNOWN, ANSWER, NOTE, STATE = range(6)
_FIRST = (Status.UNREADABLE, Status.CONFLICT, Status.GONE, Status.NEW, Status.SAME, Status.EMPTY)
"""What needs a look stands above."""


class CameBackDialog(QDialog):
    """Nothing reaches the study before *Take over*; `taken` says how many answers did."""

    def __init__(self, context: Context, back: CameBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._back = context, back
        self.taken = 0
        _ = context.translate
        self.setObjectName("came-back")
        self.setWindowTitle(_("A sheet that came back"))
        open_at(self, 1120, 560)
        self.model = TextModel(
            (_("About"), _("Asked for"), _("Known so far"), _("Answer"), _("Note"), _("State"))
        )
        self.model.show_rows([self._row(row) for row in self._sorted()])
        said = plain_label("came-back-said", "strong")
        said.setText(self._summary())
        self.conflicts = QCheckBox(
            _("&Take the sheet's answers where the study was changed meanwhile")
        )
        self.conflicts.setObjectName("came-back-conflicts")
        self.conflicts.setVisible(back.count(Status.CONFLICT) > 0)
        self.conflicts.toggled.connect(self._tell)
        buttons, self.take = take_or_cancel(self, _, "came-back", _("&Take over"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(said)
        column.addWidget(self._table(), 1)
        column.addWidget(self.conflicts)
        column.addWidget(buttons)
        self._tell()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("came-back-rows")
        table.setAccessibleName(self._context.translate("Every row of the sheet"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        widths = {ITEM: 190, ASKED: 210, KNOWN: 110, ANSWER: 110, NOTE: 130}
        show_plainly(table, self.model, widths, STATE)
        return table

    def _sorted(self) -> list[Back]:
        return sorted(self._back.rows, key=lambda row: _FIRST.index(row.status))

    def _row(self, row: Back) -> tuple[str, ...]:
        _, decimal = self._context.translate, self._context.decimal
        answer = str(row.reply.answer or "")
        known = row.reply.sent
        if row.ask is not None:
            known = shown(row.ask, row.ask.known, _, decimal)
            if row.value is not None:
                answer = shown(row.ask, row.value, _, decimal)
        state = self._state(row)
        return (row.reply.item, row.reply.asked, known, answer, row.reply.note, state)

    def _state(self, row: Back) -> str:
        _ = self._context.translate
        if row.trouble is not None:
            return f"{row.reply.cell}: {trouble_told(row.ask, row.trouble, _)}"
        return _titles(_)[row.status]

    def _summary(self) -> str:
        _ = self._context.translate
        titles = _titles(_)
        counted = ((titles[status], self._back.count(status)) for status in _FIRST)
        return "  ·  ".join(f"{title}: {count}" for title, count in counted if count)

    def _settled(self) -> list[str]:
        if not self.conflicts.isChecked():
            return []
        return [r.reply.path for r in self._back.rows if r.status is Status.CONFLICT]

    def _tell(self) -> None:
        count = self._back.count(Status.NEW) + len(self._settled())
        text = self._context.translate("&Take over: {count}").format(count=count)
        self.take.setText(text)

    def accept(self) -> None:
        """Take the new answers over, as one step of undo."""
        context, back, settled = self._context, self._back, self._settled()
        now = context.session.now()
        self.taken = back.count(Status.NEW) + len(settled)
        name = context.translate("Read a collection sheet")
        context.edit(lambda study: taken_over(study, back, now, settled), name)
        super().accept()


def _titles(_: Translate) -> dict[Status, str]:
    return {
        Status.EMPTY: _("not answered"),
        Status.SAME: _("as known"),
        Status.NEW: _("new"),
        Status.CONFLICT: _("changed in the study meanwhile"),
        Status.UNREADABLE: _("not readable"),
        Status.GONE: _("row is gone"),
    }
