"""What a leg carries: materials, packages and wastes to tick, with the kg of each for one piece."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from supplier_pcf.app.outside_views import Load, loads, set_carried
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.part import part_title, quiet

_ID = Qt.ItemDataRole.UserRole
_MOST = 8


class CarriedMaterials(QWidget):
    """A list of what one leg may carry."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("carried")
        self._context = context
        self._leg_id = ""
        self._shown: tuple[Load, ...] = ()
        _ = context.translate
        self._title = part_title("", "carried-title")
        self._help = quiet(
            _("Tick what is on this leg, or enter a mass in the table: it then counts instead."),
            "carried-help",
        )
        self.list = QListWidget()
        self.list.setObjectName("carried-materials")
        self.list.setAccessibleName(_("What the leg carries"))
        self.list.itemChanged.connect(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for widget in (self._title, self._help, self.list):
            column.addWidget(widget)
        context.bridge.changed.connect(lambda _before, _after: self._show())
        self._show()

    def set_leg(self, leg_id: str) -> None:
        """Show what this leg carries; an empty id shows nothing."""
        self._leg_id = leg_id
        self._show()

    def _show(self) -> None:
        study = self._context.study
        leg = next((t for t in study.transports if t.id == self._leg_id), None)
        new = () if leg is None else loads(study, leg.id)
        self.setVisible(bool(new))
        if leg is None:
            return
        _ = self._context.translate
        self._title.setText(_("On “{leg}”").format(leg=leg.name or _("this leg")))
        if new == self._shown and self.list.count() == len(new):
            return
        self._shown = new
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for load in new:
            self._add(load)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._fit()

    def _add(self, load: Load) -> None:
        kg = significant(load.kg, self._context.language)
        _ = self._context.translate
        kind = {"packaging": _("packaging"), "wastes": _("waste")}.get(load.kind, "")
        item = QListWidgetItem("   ".join(filter(None, (load.name, f"{kg} kg", kind))))
        item.setData(_ID, load.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if load.is_carried else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _fit(self) -> None:
        row = max(self.list.sizeHintForRow(0), 1)
        rows = min(max(self.list.count(), 1), _MOST)
        self.list.setFixedHeight(row * rows + 2 * self.list.frameWidth())

    def _send(self, item: QListWidgetItem) -> None:
        leg_id, flow_id = self._leg_id, str(item.data(_ID))
        is_carried = item.checkState() == Qt.CheckState.Checked
        self._context.edit(
            lambda study: set_carried(study, leg_id, flow_id, is_carried),
            self._context.translate("Choose what a leg carries"),
        )
