"""What proves the amount of a row or meter: its documents, and how many records stand behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supplier_pcf.app import drill, plant
from supplier_pcf.domain.study import Study
from supplier_pcf.gui import bind
from supplier_pcf.gui.bind import Bound
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets.evidence_field import field_of_place
from supplier_pcf.gui.widgets.field_form import FieldForm

if TYPE_CHECKING:
    from supplier_pcf.gui.widgets.energy_table import EnergyTable


def add_proof(form: FieldForm, context: Context, name: str, *places: Callable[[], str]) -> None:
    """Two fields more in a form: the documents behind a place, and the number of its records.

    Of several places the first takes new documents and has the records.
    """
    _, where = context.translate, places[0]
    form.add(
        _("Documents"),
        field_of_place(context, f"{name}-detail-evidence", *places),
        _(
            "What proves the amount: weighing record, bill, delivery note. Drag a file here; "
            "one document may prove many rows."
        ),
    )

    def get(study: Study) -> float | None:
        return drill.count_of(study, where())

    def put(study: Study, count: float | None) -> Study:
        return drill.with_count(study, where(), None if count is None else round(count))

    bound = Bound(f"{name}-detail-records", get, put, _("Enter the number of records"))
    form.add(
        _("Records in the period"),
        bind.number(context, bound),
        _("How many bills or delivery notes there are: a verifier draws some of them."),
    )


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
