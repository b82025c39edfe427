"""The tables of bought processes, packaging and waste: their columns and what an empty one teaches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.domain.flows import (
    OutsideProcess,
    Packaging,
    PackagingKind,
    Waste,
    WasteTreatment,
)
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.plant.plant_words import package_kinds, packaging_materials, treatments
from supplier_pcf.gui.plant.shared_columns import allocation_column, basis_column, share_column
from supplier_pcf.gui.tables.cells import Column, Kind, number_shown, of_field
from supplier_pcf.gui.tables.columns import counted_column, factor_column, origin_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords


def processes_table(context: Context) -> FlowTable:
    """What others do to our parts."""
    _ = context.translate
    words = TableWords(
        add=_("Add &process"),
        remove=_("Remove"),
        empty=_(
            "Work that others do on your parts: plating, heat treatment, painting, turning. "
            "Example: zinc plating at a supplier, 0.08 m2 per piece. Leave it empty if there is none."
        ),
    )
    columns = [
        counted_column(context),
        of_field("name", _("Process"), Kind.TEXT, width=190),
        of_field("supplier", _("Supplier"), Kind.TEXT, width=110),
        _amount(
            _("For one piece"),
            "kWh",
            _("What the factor counts: m2 plated, kg treated, kWh of the supplier's machine."),
        ),
        replace(origin_column(context), width=84),
        replace(factor_column(context), width=160),
    ]
    return FlowTable(
        context,
        "outside_processes",
        columns,
        lambda _study: OutsideProcess(id=new_id("process")),
        words,
    )


def packaging_table(context: Context) -> FlowTable:
    """What the product leaves in."""
    _ = context.translate
    words = TableWords(
        add=_("Add pac&kaging"),
        remove=_("Remove"),
        empty=_(
            "One row for each package: carton, bag, tray, pallet. Enter what one package weighs and "
            "how many pieces are in it; for returnable ones, how many trips it makes in its life. "
            "Repair and washing are rows of their own: kg of parts in its life, kWh or litres for one fill."
        ),
    )
    return FlowTable(
        context,
        "packaging",
        _packaging_columns(context),
        lambda _study: Packaging(id=new_id("package")),
        words,
    )


def _packaging_columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        counted_column(context),
        of_field("name", _("Package"), Kind.TEXT, width=138),
        Column(
            key="kind",
            title=_("Kind"),
            kind=Kind.CHOICE,
            get=lambda flow: flow.kind.value,
            put=lambda flow, value: replace(flow, kind=PackagingKind(value)),
            options=package_kinds,
            width=76,
        ),
        _amount(_("Weight of one"), "kg", _("Scale: weigh one empty package.")),
        of_field(
            "units_per_package",
            _("Pieces in it"),
            Kind.NUMBER,
            width=82,
            help=_("Packaging instruction, or the label on the box."),
        ),
        _trips_column(context),
        replace(origin_column(context), width=84),
        replace(factor_column(context), width=150),
        _carbon_column(context),
    ]


def wastes_table(context: Context) -> FlowTable:
    """What is left over."""
    _ = context.translate
    words = TableWords(
        add=_("Add &waste"),
        remove=_("Remove"),
        empty=_(
            "Scrap, chips, sprues, sludge, rags. Scrap that is sold belongs here too. "
            "Example: steel scrap, recycling, 0.5 kg per piece, sold."
        ),
    )
    columns = [
        counted_column(context),
        of_field("name", _("Waste"), Kind.TEXT, width=124),
        Column(
            key="treatment",
            title=_("Treatment"),
            kind=Kind.CHOICE,
            get=lambda flow: flow.treatment.value,
            put=lambda flow, value: replace(flow, treatment=WasteTreatment(value)),
            options=treatments,
            width=84,
            help=_(
                "Recycling: only your own handling counts. Burnt, with or without use of the heat: "
                "all of it counts with you. Waste water: in m3."
            ),
        ),
        _amount(_("Amount"), "kg", _("Weighing notes, or gross less net mass of the materials.")),
        basis_column(context),
        allocation_column(context),
        share_column(context),
        replace(factor_column(context), width=146),
        of_field("sold", _("Sold"), Kind.TICK, width=44),
        of_field("hazardous", _("Hazardous"), Kind.TICK, width=76),
        origin_column(context),
    ]
    return FlowTable(context, "wastes", columns, lambda _study: Waste(id=new_id("waste")), words)


def _amount(title: str, unit: str, help_text: str) -> Column:
    return of_field(
        "amount",
        title,
        Kind.QUANTITY,
        unit=unit,
        width=84,
        help=help_text,
    )


def _trips_column(context: Context) -> Column:
    _ = context.translate

    def show(flow: Any, context: Context) -> str:
        if flow.kind is PackagingKind.ONE_WAY:
            return "–"
        return number_shown(flow.trips, context)

    return of_field(
        "trips",
        _("Trips"),
        Kind.NUMBER,
        show=show,
        look=lambda flow, _context: "quiet" if flow.kind is PackagingKind.ONE_WAY else "",
        width=50,
        help=_("How often a returnable package is filled before it is worn out."),
    )


def _carbon_column(context: Context) -> Column:
    _ = context.translate
    return Column(
        key="carbon_kind",
        title=_("Made of"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.carbon_kind or "",
        put=lambda flow, value: replace(flow, carbon_kind=value or None),
        options=packaging_materials,
        width=104,
        help=_("For the carbon held in board, wood and plastics."),
    )
