"""Energy that the plant makes itself: in which row it is already contained."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from supplier_pcf.app.plant import energy_use, set_included, uses_that_may_hold
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.plant.energy_table import EnergyTable, own_name
from supplier_pcf.gui.plant.plant_words import carriers, words_for
from supplier_pcf.gui.widgets.field_form import FIELD, MOST
from supplier_pcf.gui.widgets.part import quiet


class HeldEnergy(QWidget):
    """A choice of the row that holds the selected one, and what that means."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__()
        self._context, self._use_id = context, table.current_id()
        _ = context.translate
        self.box = QComboBox()
        self.box.setObjectName("energy-included-in")
        self.box.setAccessibleName(_("Contained in"))
        self.box.setFixedWidth(wide(FIELD, MOST))
        self.setFocusProxy(self.box)
        help_text = _(
            "Bought air, steam, heat or cold has a factor of its own. What your own compressor, boiler or "
            "chiller makes is already in the meter of its power or fuel: choose that row, and it is not "
            "counted twice."
        )
        self.words = quiet("", "energy-included-words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for widget in (quiet(help_text, "energy-included-help"), self.box, self.words):
            column.addWidget(widget)
        self.box.activated.connect(self._send)
        table.selected.connect(self._select)
        bind.follow(context, self, self._show)

    def _select(self, use_id: str) -> None:
        self._use_id = use_id
        self._show()

    def _send(self, index: int) -> None:
        use_id, into = self._use_id, self.box.itemData(index) or None
        label = self._context.translate("Say what holds this energy")
        self._context.edit(lambda study: set_included(study, use_id, into), label)

    def _show(self) -> None:
        _, study = self._context.translate, self._context.study
        use = energy_use(study, self._use_id)
        self.setEnabled(use is not None)
        self.box.clear()
        self.box.addItem(_("nothing: it is bought, and counted here"), "")
        for other in uses_that_may_hold(study, self._use_id):
            words = words_for(carriers, other.carrier, self._context)
            self.box.addItem(f"{words} {own_name(other, self._context)}".strip(), other.id)
        into = use.included_in if use else None
        if into is not None and self.box.findData(into) < 0:
            self.box.addItem(_("a row that cannot hold it"), into)
        self.box.setCurrentIndex(max(0, self.box.findData(into or "")))
        self.words.setVisible(into is not None)
        self.words.setText(
            _("This row is shown and not counted: {row} holds it.").format(
                row=self.box.currentText()
            )
            if into is not None
            else ""
        )
