"""What a verifier asks for: seventeen items, the documents that answer each, or why it is not needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.app import register
from supplier_pcf.app.evidence import title_of
from supplier_pcf.app.pack import item_state, item_words
from supplier_pcf.app.register import Item
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.chosen_table import ChosenTable, add_text
from supplier_pcf.gui.widgets.dialog_parts import plain_label
from supplier_pcf.gui.widgets.evidence_field import field_of_place
from supplier_pcf.gui.widgets.field_form import FieldForm

ITEM, STATE, _DOCUMENTS = range(3)


class ItemsTab(QWidget):
    """The register's items, and what to look for of the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("items")
        self._context = context
        _ = context.translate
        self.table = ChosenTable(
            context,
            "items-table",
            _("What a verifier asks for"),
            (_("Item"), _("State"), _("Documents")),
            self._rows,
            {ITEM: 200, STATE: 220},
        )
        self.look = plain_label("items-look", "")
        form = FieldForm("")
        form.title.hide()
        form.add(
            _("Documents"),
            field_of_place(
                self.table.context, "item-evidence", lambda: f"register/{self.table.current}"
            ),
            _("Documents behind rows count here by themselves"),
        )
        add_text(
            form,
            self.table,
            _("Not needed because"),
            self._reason(),
            _("Such as: no refrigerant on site"),
        )
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        for widget in (self.table, self.look, form):
            column.addWidget(widget, int(widget is self.table))
        self.table.chosen.connect(lambda _id: self._tell())
        self._tell()

    def _reason(self) -> Bound[str]:
        def get(study: Study) -> str:
            notes = (n.not_needed for n in study.register if n.item == self.table.current)
            return next(notes, "")

        def put(study: Study, reason: str) -> Study:
            return register.not_needed(study, Item(self.table.current), reason)

        _ = self._context.translate
        return Bound("item-not_needed", get, put, _("Say why it is not needed"))

    def _rows(self, study: Study) -> list[tuple[str, Sequence[str]]]:
        _ = self._context.translate
        return [
            (
                row.item.value,
                (
                    item_words(row.item, _)[0],
                    item_state(row, _),
                    ", ".join(map(title_of, row.documents)),
                ),
            )
            for row in register.items(study)
        ]

    def _tell(self) -> None:
        if self.table.current:
            self.look.setText(item_words(Item(self.table.current), self._context.translate)[1])
