"""What proves the energy of the plant: the bills of the selected row, or of its meter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from supplier_pcf.app import plant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.plant.energy_table import EnergyTable
from supplier_pcf.gui.tables.line_proof import add_proof
from supplier_pcf.gui.widgets.field_form import FieldForm


class _Changes(QObject):
    """Tells the fields of a change in the study, and of another row."""

    changed = Signal(object, object)


class EnergyProof(FieldForm):
    """The bills of the selected energy: of its meter, or of the row itself where it has none."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__("")
        self.title.hide()
        self.narrow()
        self.setObjectName("energy-proof-form")
        self._real, self._table = context, table
        self._changes = _Changes(self)
        inner = context._replace(bridge=self._changes)
        add_proof(self, inner, "energy_uses", self._where, self._row)
        table.selected.connect(lambda _id: self._tell())
        bind.follow(context, self, self._tell)

    def _where(self) -> str:
        use_id = self._table.current_id()
        meter = plant.meter_of(self._real.study, use_id)
        return f"meters/{meter.id}" if meter is not None else f"energy_uses/{use_id}"

    def _row(self) -> str:
        return f"energy_uses/{self._table.current_id()}"

    def _tell(self) -> None:
        self.setEnabled(bool(self._table.current_id()))
        study = self._real.study
        self._changes.changed.emit(study, study)
