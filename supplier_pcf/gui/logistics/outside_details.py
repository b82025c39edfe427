"""The details of packages and wastes: the carbon they hold, and what scrap may stand in for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton

from supplier_pcf.app.legs import add_leg_for, leg_for
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import PackagingKind
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.flow_table import FlowTable


def process_columns(context: Context) -> list[Column]:
    """The fields of a bought process that the table has no room for."""
    _ = context.translate
    return [
        of_field(
            "place",
            _("Where it is done"),
            Kind.PLACE,
            help=_(
                "Country or province, such as CN-ZJ. Empty: the data quality takes your plant's."
            ),
        ),
    ]


def package_columns(context: Context) -> list[Column]:
    """The fields of a package that the table has no room for."""
    _ = context.translate
    return [
        of_field(
            "biogenic_carbon_share",
            _("Carbon from plants"),
            Kind.SHARE,
            help=_(
                "Of its mass: dry wood 50 %, board 44 % less filler and water. "
                "What the plants took up is reported apart and lowers no total."
            ),
        ),
        of_field(
            "fossil_carbon_share",
            _("Fossil carbon"),
            Kind.SHARE,
            help=_("Of its mass: PE and PP 86 %, PET 62 %. Reported apart, for whoever burns it."),
        ),
    ]


def waste_columns(context: Context) -> list[Column]:
    """The fields of a waste that the table has no room for."""
    _ = context.translate
    return [
        of_field(
            "fossil_carbon_share",
            _("Fossil carbon"),
            Kind.SHARE,
            help=_(
                "Of its mass, where it is burnt: PP and PE 86 %, PET 62 %, wood 0 %. With it, a "
                "factor that covers collecting only will do; the CO₂ of the carbon is added."
            ),
        ),
        of_field(
            "of_packaging",
            _("Of packaging"),
            Kind.TICK,
            help=_("Waste of packaging is no part of the balance of materials."),
        ),
        of_field(
            "replaces_factor_id",
            _("Stands in for"),
            Kind.FACTOR,
            show=_replaced,
            help=_("New material that sold scrap may replace: for information, never taken off."),
        ),
    ]


def _replaced(flow: Any, context: Context) -> str:
    factor = context.session.calculated.examined.factor(flow.replaces_factor_id)
    return "" if factor is None else name_in(factor, context.language)


def return_button(context: Context, table: FlowTable) -> QPushButton:
    """Makes the leg that takes an empty returnable package back, or leads to it."""
    _ = context.translate
    button = _leg_button(
        context,
        table,
        [PackagingKind.RETURNABLE],
        _("{name}, empty, back"),
        _("The way back of the empty package: a leg on the page Transport."),
    )
    button.setText(_("Return trip…"))
    return button


def haul_button(context: Context, table: FlowTable) -> QPushButton:
    """Makes the leg that takes a waste away, or leads to it."""
    _ = context.translate
    button = _leg_button(
        context,
        table,
        [],
        _("{name}, to its treatment"),
        _("The way of this waste to its treatment: a leg on the page Transport."),
    )
    button.setText(_("Haul…"))
    return button


def _leg_button(
    context: Context, table: FlowTable, kinds: Sequence[PackagingKind], name: str, tip: str
) -> QPushButton:
    """A button behind those of the table, for the selected row of one of these kinds."""
    button = QPushButton()
    button.setObjectName(f"{table.kind}-leg")
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setAutoDefault(False)

    def row() -> Any | None:
        rows = getattr(context.study, table.kind)
        return next((flow for flow in rows if flow.id == table.current_id()), None)

    def tell() -> None:
        flow = row()
        button.setEnabled(flow is not None and (not kinds or flow.kind in kinds))

    def act() -> None:
        flow = row()
        if flow is None:
            return
        leg_id = leg_for(context.study, flow.id) or new_id("leg")
        named = name.format(name=flow.name or flow.id)
        context.edit(
            lambda study: add_leg_for(study, flow, leg_id, named), context.translate("Add a leg")
        )
        context.go_to(f"transports/{leg_id}/distance")

    button.clicked.connect(act)
    table.selected.connect(lambda _row_id: tell())
    bind.follow(context, button, tell)
    table.bar.insertWidget(table.bar.count() - 1, button)
    return button
