"""The legs of transport as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.app.outside_views import amount_of_line, with_mass
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.transport import (
    DistanceKind,
    Payer,
    Transport,
    TransportMode,
    TransportPurpose,
)
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.plant.plant_words import (
    distance_kinds,
    modes,
    payers,
    purposes,
    unit_words,
)
from supplier_pcf.gui.tables.cells import Column, Kind, number_shown, of_field
from supplier_pcf.gui.tables.columns import counted_column, factor_column, origin_column
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords


def legs_table(context: Context) -> FlowTable:
    """One row for each leg, inbound first as a rule."""
    _ = context.translate
    words = TableWords(
        add=_("&Add leg"),
        remove=_("&Remove"),
        empty=_(
            "One row for each leg: steel from the mill by lorry, 85 km; bought parts by sea. "
            "Say what it carries and how far; the tonne-kilometres follow. Fuel that was measured counts better."
        ),
    )
    return FlowTable(
        context, "transports", _columns(context), lambda _study: Transport(id=new_id("leg")), words
    )


def _columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        counted_column(context),
        Column(
            key="purpose",
            title=_("Leg"),
            kind=Kind.CHOICE,
            get=lambda leg: leg.purpose.value,
            put=lambda leg, value: replace(leg, purpose=TransportPurpose(value)),
            options=purposes,
            width=78,
        ),
        of_field("name", _("What"), Kind.TEXT, width=130),
        Column(
            key="mode",
            title=_("By"),
            kind=Kind.CHOICE,
            get=lambda leg: leg.mode.value,
            put=lambda leg, value: replace(leg, mode=TransportMode(value)),
            options=modes,
            width=58,
        ),
        _load_column(context),
        *_way_columns(context),
    ]  # fmt: skip


def _way_columns(context: Context) -> list[Column]:
    """Where a leg goes, who pays for it, and its factor."""
    _ = context.translate
    return [
        of_field(
            "distance",
            _("Distance"),
            Kind.QUANTITY,
            unit="km",
            width=80,
            help=_("Route planner or forwarder's invoice; one way."),
        ),
        _work_column(context),
        replace(factor_column(context), width=150),
        origin_column(context),
        of_field("from_place", _("From"), Kind.TEXT, width=120),
        of_field("to_place", _("To"), Kind.TEXT, width=120),
        _optional(
            "distance_kind",
            _("Distance is"),
            distance_kinds,
            DistanceKind,
            120,
            _("Actual: the route driven. Great circle: as the crow flies."),
        ),
        _optional("paid_by", _("Paid by"), payers, Payer, 84, _("Decides for outbound legs.")),
    ]


def _optional(
    field: str, title: str, options: Any, enum: Any, width: int, help_text: str
) -> Column:
    def get(leg: Any) -> str:
        value = getattr(leg, field)
        return str(value.value) if value else ""

    return Column(
        key=field,
        title=title,
        kind=Kind.CHOICE,
        get=get,
        put=lambda leg, value: replace(leg, **{field: enum(value) if value else None}),
        options=options,
        width=width,
        help=help_text,
    )


def _load_column(context: Context) -> Column:
    _ = context.translate

    def show(leg: Any, context: Context) -> str:
        if leg.carried_mass is not None:
            return number_shown(leg.carried_mass.value, context)
        if not leg.carries:
            return ""
        materials = {material.id for material in context.study.materials}
        text = _("{count} materials") if materials.issuperset(leg.carries) else _("{count} goods")
        return text.format(count=len(leg.carries))

    return Column(
        key="carried_mass",
        title=_("Carries"),
        kind=Kind.QUANTITY,
        unit="kg",
        get=lambda leg: leg.carried_mass,
        put=with_mass,
        show=show,
        beside=lambda leg, _context: leg.carried_mass.unit if leg.carried_mass else "",
        width=104,
        help=_("kg for one piece, or what is ticked below the table."),
    )


def _work_column(context: Context) -> Column:
    _ = context.translate

    def amount(leg: Any) -> Any:
        return amount_of_line(context.session.calculated, leg.id)

    def show(leg: Any, context: Context) -> str:
        found = amount(leg)
        return significant(found.value if found else None, context.language)

    def beside(leg: Any, context: Context) -> str:
        found = amount(leg)
        return unit_words(found.unit, context) if found else ""

    return Column(
        key="amount",
        title=_("Amount"),
        kind=Kind.READ_ONLY,
        get=lambda leg: leg.id,
        show=show,
        beside=beside,
        align_right=True,
        width=92,
        help=_("For one declared unit: mass times distance, or this part of the trip's fuel."),
    )
