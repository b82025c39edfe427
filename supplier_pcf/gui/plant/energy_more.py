"""What unfolds under the energy of the plant for the selected row: parts of its meter, its fuel, what holds it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.energy_proof import EnergyProof
from supplier_pcf.gui.plant.energy_table import EnergyTable
from supplier_pcf.gui.plant.fuel_values import FuelValues
from supplier_pcf.gui.plant.held_energy import HeldEnergy
from supplier_pcf.gui.plant.machine_power import MachinePowerTable
from supplier_pcf.gui.plant.meter_parts import MeterParts
from supplier_pcf.gui.plant.plant_average import PlantAverage
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More


class EnergyMore(QWidget):
    """Lines that unfold; most follow the row that is selected in the table."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__()
        self.setObjectName("energy-more")
        _ = context.translate
        self.parts = More(
            _("What of this meter is not production: offices, canteen, charging…"),
            "energy-parts",
            lambda: MeterParts(context, table),
        )
        self.fuel = More(
            _("Heating value, density: from the unit of the bill to that of the factor"),
            "energy-fuel",
            lambda: FuelValues(context, table),
        )
        self.held = More(
            _("Made on site: compressed air, steam or heat that other energy already holds"),
            "energy-held",
            lambda: HeldEnergy(context, table),
        )
        self.machines = More(
            _("Compare with the power of the machines"),
            "energy-machines",
            lambda: MachinePowerTable(context),
        )
        self.average = More(
            _("Scope 2 of the whole plant: the average power of its place"),
            "energy-average",
            lambda: PlantAverage(context, table),
        )
        self.proof = More(
            _("Bills as files: what proves this energy"),
            "energy-proof",
            lambda: EnergyProof(context, table),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for more in (self.parts, self.fuel, self.held, self.machines, self.average, self.proof):
            column.addWidget(more)

    def focus_on(self, key: str) -> bool:
        """Unfold where a finding's field is; whether it is here at all."""
        places = {"parts": self.parts, "conversions": self.fuel, "included_in": self.held}
        places["evidence"] = self.proof
        found = places.get(key)
        if found is not None:
            unfold(found)
        return found is not None
