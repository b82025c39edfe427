"""The page of energy: what the plant used, how it reaches this part, what else the plant made."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout

from supplier_pcf.app import plant
from supplier_pcf.app.sharing_views import leading
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.gui.base.sizes import LARGER, SPACE, is_large, wide
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.plant.allocation_editor import AllocationEditor
from supplier_pcf.gui.plant.energy_more import EnergyMore
from supplier_pcf.gui.plant.energy_table import EnergyTable, own_name
from supplier_pcf.gui.plant.gas_details import GasDetails
from supplier_pcf.gui.plant.gases_table import gases_table
from supplier_pcf.gui.plant.outputs_table import OutputsTable
from supplier_pcf.gui.plant.plant_actions import PlantActions
from supplier_pcf.gui.plant.plant_words import carriers, words_for
from supplier_pcf.gui.plant.power_part import POWER_FIELDS, PowerPart
from supplier_pcf.gui.plant.readings_table import ReadingsTable
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import part, part_title, with_table

_READINGS_WIDTH = 232


class EnergyPage(Page):
    """Energy of the plant by its bills, shared among what it made; and gases set free directly."""

    STEP = "energy"
    _use_id = ""

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("What energy did the plant use?"),
            _(
                "Enter the bills of the whole plant for the reference period, not of one part. "
                "How much of it reaches this part comes below the table."
            ),
        )
        self.energy = EnergyTable(self.context)
        bills = QPushButton(_("&Import energy bills…"))
        bills.setObjectName("energy-import")
        bills.setAutoDefault(False)
        bills.clicked.connect(self._import_bills)
        self.energy.bar.insertWidget(0, bills)
        self.column.addWidget(self.energy)
        self.note(
            _(
                "Measured kilowatt hours times a grid factor still count as secondary data: "
                "the hours are yours, the factor is an average."
            )
        )
        self._build_details()
        self._build_power()
        self.more = EnergyMore(self.context, self.energy)
        self.column.addWidget(self.more)
        self._build_outputs()
        self._build_gases()
        self.column.addStretch()
        self.energy.selected.connect(self._show_use)
        self.context.bridge.changed.connect(lambda _before, _after: self._follow())
        self._follow()

    def focus_on(self, place: str) -> None:
        """Bring the row and cell of a finding into view; a share or a missing bill below the table."""
        kind, _, rest = place.partition("/")
        flow_id, _, key = rest.partition("/")
        if kind == "direct_emissions":
            self.gases.select(flow_id, key)
            if key in ("reaction", "evidence"):
                unfold(self.gas_more, f"direct_emissions-detail-{key}")
            return
        if kind == "outputs":
            self.outputs.select(key, "units")
            return
        if kind == "meters":
            is_inside = key in ("parts", "evidence")
            uses = self.context.study.energy_uses
            flow_id = next((use.id for use in uses if use.meter_id == flow_id), "")
            key = key if is_inside else "amount"
        self.energy.select(flow_id, key)
        if key in POWER_FIELDS and not self.power.isHidden():
            self.power.focus_on(key)
        elif key == "allocation":
            self.allocation.focus()
        elif self.more.focus_on(key):
            return
        elif key == "amount" and plant.meter_of(self.context.study, flow_id) is not None:
            self.readings.focus()

    def _build_details(self) -> None:
        _ = self.context.translate
        self.readings = ReadingsTable(self.context)
        self.readings.setFixedWidth(wide(_READINGS_WIDTH))
        self.allocation = AllocationEditor(self.context)
        self._bills_title = part_title("", "energy-bills-title")
        self._share_title = part_title(_("How it reaches this part"), "energy-share-title")
        way = QBoxLayout.Direction
        both = QBoxLayout(way.TopToBottom if is_large(LARGER) else way.LeftToRight)
        both.setSpacing(2 * SPACE + SPACE // 2)
        for title, widget in (
            (self._bills_title, self.readings),
            (self._share_title, self.allocation),
        ):
            side = QVBoxLayout()
            side.setSpacing(SPACE)
            side.addWidget(title)
            side.addWidget(widget)
            side.addStretch()
            both.addLayout(side, int(widget is self.allocation))
        self.column.addLayout(both)

    def _build_power(self) -> None:
        self.power = PowerPart(self.context, self.energy)
        self.column.addWidget(self.power)
        self.power.refresh()

    def _build_outputs(self) -> None:
        _ = self.context.translate
        help_text = _(
            "All products of the same period, so that each gets its share. "
            "Group small ones: one row for “everything else” is enough."
        )
        self.outputs = OutputsTable(self.context)
        made = part(_("What the plant made"), "energy-outputs-title", help_text)
        self.column.addLayout(with_table(made, self.outputs))
        self.column.addWidget(PlantActions(self.context))

    def _build_gases(self) -> None:
        _ = self.context.translate
        self.gases = gases_table(self.context)
        freed = part(_("Gases set free directly"), "energy-gases-title")
        self.column.addLayout(with_table(freed, self.gases))
        title = _("Refills, limestone, electrodes: how the gas comes about")
        context, table = self.context, self.gases
        self.gas_more = More(title, "gas-more", lambda: GasDetails(context, table))
        self.column.addWidget(self.gas_more)

    def _import_bills(self) -> None:
        from supplier_pcf.gui.importing.import_assistant import import_table

        import_table(self.context, self, "energy")

    def _follow(self) -> None:
        """Something is always selected where there is something."""
        uses = self.context.study.energy_uses
        use = plant.energy_use(self.context.study, self._use_id)
        if use is not None:
            self._tell(use)
        elif uses:
            self.energy.view.go(self.energy.model.index(0, 1))
            self._show_use(self.energy.current_id() or uses[0].id)
        else:
            self._show_use("")

    def _show_use(self, use_id: str) -> None:
        use = plant.energy_use(self.context.study, use_id)
        self._use_id = use.id if use else ""
        self.readings.set_use(self._use_id)
        self.allocation.set_flow(leading(self.context.study, use).id if use else "")
        for widget in (self.readings, self.allocation, self._bills_title, self._share_title):
            widget.setVisible(use is not None)
        if use is not None:
            self._tell(use)

    def _tell(self, use: EnergyUse) -> None:
        _ = self.context.translate
        words = words_for(carriers, use.carrier, self.context)
        title = _("Bills: {energy}").format(energy=f"{words} {own_name(use, self.context)}".strip())
        self._bills_title.setText(title)
        self.outputs.set_site(use.site_id)
