"""The energy of the plant as a table: one row for each meter or supply, added by what it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from supplier_pcf.app import plant
from supplier_pcf.app.sharing_views import is_shared, leading, share_of
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.plant.allocation_words import shown_percent
from supplier_pcf.gui.plant.plant_words import carriers, shared_by, sources, unit_words, words_for
from supplier_pcf.gui.tables.cells import Column, Kind, number_shown, of_field
from supplier_pcf.gui.tables.columns import counted_column, factor_column, origin_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords


class EnergyTable(FlowTable):
    """Uses of energy; Add asks for the carrier and brings a meter and a proposed factor along."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        words = TableWords(
            add=_("&Add energy…"),
            remove=_("&Remove"),
            empty=_(
                "One row for each kind of energy the plant buys or makes: electricity, gas, "
                "diesel of the forklifts. Import the year's bills, or add the first by hand."
            ),
        )
        super().__init__(context, "energy_uses", energy_columns(context), _new_use, words)
        self.adding = self._menu_of_carriers()
        context.bridge.changed.connect(lambda _before, _after: self._hide_the_only_site())
        self._hide_the_only_site()

    def add_row(self) -> None:
        """Ask what kind of energy it is."""
        button = self.findChild(QPushButton, "energy_uses-add")
        below = button.mapToGlobal(QPoint(0, button.height())) if button else self.pos()
        self.adding.popup(below)

    def insert_rows(self) -> None:
        """A new kind of energy comes with a meter: it is asked for."""
        self.add_row()

    def add_energy(self, carrier: Carrier) -> None:
        """A new meter with its use of energy, and the factor of its country or fuel if just one fits."""
        context = self.context
        made: list[str] = []
        name = words_for(carriers, carrier, context)

        def change(study: Study) -> Study:
            added = plant.add_energy_use(study, "", carrier, name=name)
            made.append(added.energy_uses[-1].id)
            return plant.with_proposed_factor(added, made[-1], context.session.library)

        context.edit(change, context.translate("Add energy"))
        self.select(made[-1])

    def remove_rows(self) -> None:
        """Take out the rows of the selection with their meters; undo brings them back."""
        ids = self._selected_ids()
        if ids:
            label = self.context.translate("Remove rows")
            self.context.edit(lambda study: plant.remove_energy_uses(study, ids), label)

    def _hide_the_only_site(self) -> None:
        has_one = len(self.context.study.sites) < 2
        self.view.setColumnHidden(self.model.column_of("site_id"), has_one)

    def _menu_of_carriers(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("energy_uses-carriers")
        for value, words in carriers(self.context):
            action = menu.addAction(words)
            action.setObjectName(f"add-{value}")
            carrier = Carrier(value)
            action.triggered.connect(lambda _checked=False, c=carrier: self.add_energy(c))
        return menu


def _new_use(_study: Study) -> EnergyUse:
    open_share = Allocation(basis=AllocationBasis.SHARE)
    return EnergyUse(id=new_id("use"), basis=Basis.PER_PERIOD, allocation=open_share)


def own_name(use: EnergyUse, context: Context) -> str:
    """What the user calls it, where that says more than the kind of energy."""
    return "" if use.name == words_for(carriers, use.carrier, context) else use.name


def energy_columns(context: Context) -> list[Column]:
    """What is used, where it comes from, how much, and how much of it is this part's."""
    _ = context.translate
    return [
        counted_column(context),
        Column(
            key="carrier",
            title=_("Energy"),
            kind=Kind.READ_ONLY,
            get=lambda use: words_for(carriers, use.carrier, context),
            beside=lambda use, _context: own_name(use, context),
            look=lambda _use, _context: "",
            width=124,
        ),
        Column(
            key="site_id",
            title=_("Site"),
            kind=Kind.CHOICE,
            get=lambda use: use.site_id,
            put=plant.at_site,
            options=lambda context: [(s.id, s.name or s.id) for s in context.study.sites],
            width=110,
        ),
        _source_column(context),
        _amount_column(context),
        *_sharing_columns(context),
    ]


def _sharing_columns(context: Context) -> list[Column]:
    """How much of it reaches this part, and by which factor."""
    _ = context.translate
    return [
        Column(
            key="allocation",
            title=_("To this part"),
            kind=Kind.READ_ONLY,
            get=lambda use: _share_words(use, context),
            beside=lambda use, _context: _basis_words(use, context),
            look=lambda use, _context: (
                "" if share_of(context.study, use) is not None else "problem"
            ),
            width=142,
            help=_("The share of this part, and by what it is shared; changed below the table."),
        ),
        replace(origin_column(context), width=84),
        replace(factor_column(context), width=160),
        of_field(
            "name",
            _("Meter, supply"),
            Kind.TEXT,
            width=100,
            help=_("What you call it: main meter, hall 2, forklifts."),
        ),
    ]


def _source_column(context: Context) -> Column:
    _ = context.translate

    def get(use: Any) -> str:
        return str(use.source.value) if use.carrier is Carrier.ELECTRICITY else ""

    def put(use: Any, value: str) -> Any:
        is_power = use.carrier is Carrier.ELECTRICITY
        return replace(use, source=ElectricitySource(value)) if is_power and value else use

    return Column(
        key="source",
        title=_("Source"),
        kind=Kind.CHOICE,
        get=get,
        put=put,
        options=sources,
        width=72,
        help=_("Where the electricity comes from; contracts need their proof."),
    )


def _amount_column(context: Context) -> Column:
    _ = context.translate

    def put(use: EnergyUse, value: Any) -> EnergyUse:
        return use if use.meter_id is not None else replace(use, amount=value)

    def show(use: EnergyUse, context: Context) -> str:
        total = plant.total_of(context.study, use)
        return number_shown(total.value, context, 9) if total else "–"

    def beside(use: EnergyUse, context: Context) -> str:
        total = plant.total_of(context.study, use)
        return unit_words(total.unit, context) if total else ""

    return Column(
        key="amount",
        title=_("In the period"),
        kind=Kind.QUANTITY,
        get=lambda use: plant.total_of(context.study, use),
        put=put,
        show=show,
        beside=beside,
        look=lambda use, _context: "quiet" if use.meter_id is not None else "",
        unit="kWh",
        width=106,
        help=_("The sum of the bills; entered below the table."),
    )


def _share_words(use: EnergyUse, context: Context) -> str:
    _ = context.translate
    if not is_shared(leading(context.study, use)):
        return _("per piece")
    share = share_of(context.study, use)
    return _("not known") if share is None else shown_percent(share, context)


def _basis_words(use: Flow, context: Context) -> str:
    use = leading(context.study, use)
    if not is_shared(use):
        return ""
    basis = use.allocation.basis if use.allocation else AllocationBasis.ALL
    return words_for(shared_by, basis, context)
