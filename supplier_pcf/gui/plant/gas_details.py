"""Details of a gas that gets out: a substance that becomes CO2, and what a refill means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.stoichiometry import CARBONATES, Reaction
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.plant_words import Choices
from supplier_pcf.gui.tables.cells import Column, Kind
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.part import quiet

_CARBON = "carbon"
"""Choice of a substance that is stated by its carbon content."""


class GasDetails(QWidget):
    """A form for the selected row and its arithmetic in words."""

    def __init__(self, context: Context, table: FlowTable) -> None:
        super().__init__()
        self._context = context
        _ = context.translate
        refill = _(
            "What the service firm refills in a year is what leaked in it: enter the refill, and as recovered "
            "what it took out of the circuit. Of a process gas enter what was used, less what was caught."
        )
        self.form = RowDetails(context, table, _columns(context), with_proof=True)
        self.words = quiet("", "gas-reaction-words")
        self.words.setProperty("role", None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for widget in (quiet(refill, "gas-refill"), self.form, self.words):
            column.addWidget(widget)
        table.selected.connect(lambda _id: self._tell())
        bind.follow(context, self, self._tell)

    def _tell(self) -> None:
        row = self.form.row()
        reaction = row.reaction if isinstance(row, DirectEmission) else None
        co2 = reaction.co2_per_kg if reaction is not None else None
        _ = self._context.translate
        text = ""
        if reaction is not None and co2 is not None:
            text = _("{formula}: 1 kg sets {kg} kg of CO₂ free; choose the factor of CO₂.").format(
                formula=reaction.formula, kg=significant(co2, self._context.language)
            )
        self.words.setText(text)
        self.words.setVisible(bool(text))


def _columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="reaction",
            title=_("What becomes CO₂"),
            kind=Kind.CHOICE,
            get=_substance,
            put=_with_substance,
            options=_substances,
            help=_("Limestone, soda, electrodes: the amount above is then the substance."),
        ),
        Column(
            key="carbon_share",
            title=_("Carbon content"),
            kind=Kind.SHARE,
            get=lambda gas: gas.reaction.carbon_share if gas.reaction else None,
            put=_with_carbon,
            help=_("Analysis or data sheet; only where no carbonate is chosen."),
        ),
        Column(
            key="converted",
            title=_("Share that reacts"),
            kind=Kind.SHARE,
            get=lambda gas: gas.reaction.converted if gas.reaction else None,
            put=_with_converted,
            help=_("Purity and completeness together; 100 % where nothing is known."),
        ),
    ]


def _substances(context: Context) -> Choices:
    _ = context.translate
    words = {
        "calcium_carbonate": _("limestone, calcium carbonate"),
        "magnesium_carbonate": _("magnesium carbonate"),
        "dolomite": _("dolomite"),
        "sodium_carbonate": _("soda, sodium carbonate"),
        "potassium_carbonate": _("potassium carbonate"),
        "lithium_carbonate": _("lithium carbonate"),
        "barium_carbonate": _("barium carbonate"),
    }
    carbonates = [(c.id, f"{words.get(c.id, c.id)} ({c.formula})") for c in CARBONATES.values()]
    nothing, carbon = _("nothing: the amount is the gas itself"), _("carbon, by its content")
    return [("", nothing), *carbonates, (_CARBON, carbon)]


def _substance(gas: Any) -> str:
    if gas.reaction is None:
        return ""
    return gas.reaction.carbonate or _CARBON


def _with_substance(gas: Any, value: str) -> Any:
    if not value:
        return replace(gas, reaction=None)
    known = gas.reaction or Reaction()
    if value == _CARBON:
        return replace(gas, reaction=replace(known, carbonate=""))
    return replace(gas, reaction=replace(known, carbonate=value, carbon_share=None))


def _with_carbon(gas: Any, share: float | None) -> Any:
    if gas.reaction is None and share is None:
        return gas
    known = gas.reaction or Reaction()
    carbonate = "" if share is not None else known.carbonate
    return replace(gas, reaction=replace(known, carbonate=carbonate, carbon_share=share))


def _with_converted(gas: Any, share: float | None) -> Any:
    if gas.reaction is None:
        return gas
    return replace(gas, reaction=replace(gas.reaction, converted=1.0 if share is None else share))
