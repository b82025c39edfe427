"""The page of transport: legs with what they carry and how far."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.transport import TransportPurpose
from supplier_pcf.gui.logistics.carried_materials import CarriedMaterials
from supplier_pcf.gui.logistics.leg_details import leg_columns
from supplier_pcf.gui.logistics.legs_table import legs_table
from supplier_pcf.gui.logistics.logistics_words import leg_sentence
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.tables.left_out import detail_of, left_out_columns
from supplier_pcf.gui.tables.told_details import ToldDetails
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import quiet, with_table

_KEYS = {"amount": "distance", "carries": "carried_mass"}
"""Where a finding about a leg is settled, if its column is another one."""


class TransportPage(Page):
    """How the materials come in, and how the product leaves."""

    STEP = "transport"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("How do the materials come in?"),
            _("One row for each leg. Mass times distance gives the tonne-kilometres."),
        )
        self.legs = legs_table(self.context)
        self.column.addLayout(with_table(QVBoxLayout(), self.legs))
        self.story = quiet("", "transports-how")
        self.column.addWidget(self.story)
        self.carried = CarriedMaterials(self.context)
        self.carried.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column.addWidget(self.carried)
        self.more = More(
            _("&More about this leg: distance, fuel, load, documents"),
            "leg-details",
            self._make_details,
        )
        self.column.addWidget(self.more)
        self.outbound = quiet("", "transport-outbound")
        self.column.addWidget(self.outbound)
        self.column.addStretch()
        self.legs.selected.connect(self.carried.set_leg)
        self.legs.selected.connect(lambda _leg_id: self._tell_leg())
        self.context.bridge.changed.connect(lambda _before, _after: self._follow())
        self._follow()

    def focus_on(self, place: str) -> None:
        """Bring the row and cell of a finding into view."""
        kind, _, rest = place.partition("/")
        flow_id, _, key = rest.partition("/")
        if kind == "transports":
            key = _KEYS.get(key, key)
            self.legs.select(flow_id, key)
            if key and self.legs.model.column_of(key) < 0:
                unfold(self.more, f"transports-detail-{detail_of(key)}")

    def _make_details(self) -> ToldDetails:
        columns = [*leg_columns(self.context), *left_out_columns(self.context)]
        return ToldDetails(self.context, self.legs, columns, lambda _context, _leg_id: "")

    def _follow(self) -> None:
        self._tell_leg()
        self._tell_outbound()
        self._select_first()

    def _select_first(self) -> None:
        """Something is always selected where there is something."""
        if not self.legs.current_id() and self.context.study.transports:
            self.legs.view.go(self.legs.model.index(0, self.legs.model.column_of("name")))

    def _tell_leg(self) -> None:
        """How the selected leg came to its amount."""
        self.story.setText(leg_sentence(self.context, self.legs.current_id()))
        self.story.setVisible(bool(self.story.text()))

    def _tell_outbound(self) -> None:
        """Outbound legs stand apart; with their sum where there are any."""
        _ = self.context.translate
        text = _(
            "Outbound legs are reported apart from the footprint, and only if you pay for them."
        )
        legs = self.context.study.transports
        if any(leg.purpose is TransportPurpose.OUTBOUND for leg in legs):
            kg = self.context.session.calculated.result.outbound.excluding_uptake
            text += " " + _("So far: {kg} kg CO₂e for one declared unit.").format(
                kg=significant(kg, self.context.language)
            )
        self.outbound.setText(text)
