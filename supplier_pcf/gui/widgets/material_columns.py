"""The columns of the tables of the materials page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.app.materials_view import depths
from supplier_pcf.domain.flows import Material
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets.carbon_words import carbon_options
from supplier_pcf.gui.widgets.columns import (
    Column,
    Kind,
    counted_column,
    factor_column,
    footprint_column,
    note_column,
    origin_column,
    putting,
)

_SPACE = "\N{EM SPACE}"


def material_columns(context: Context) -> list[Column]:
    """The bill of materials, from what a part is to where it comes from."""
    return [
        counted_column(context),
        *_identity(context),
        *_amounts(context),
        replace(factor_column(context), width=156),
        replace(footprint_column(context), width=64),
        *_structure(context),
        *_recycled(context),
        *_facts(context),
        *_carbon(context),
        note_column(context),
    ]


def _identity(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="name",
            title=_("Part or material"),
            kind=Kind.TEXT,
            get=lambda m: m.name,
            put=putting("name"),
            show=_Levels().shown,
            width=140,
            help=_("As the drawing or the bill of materials calls it."),
        ),
        Column(
            key="designation",
            title=_("Designation"),
            kind=Kind.TEXT,
            get=lambda m: m.designation,
            put=putting("designation"),
            width=80,
            help=_("The material as the drawing names it: DC01, 1.4301, ADC12, PA66-GF30."),
        ),
    ]


class _Levels:
    """Names set in by the assemblies above them; worked out once for each state of the table."""

    def __init__(self) -> None:
        self._of: tuple[Material, ...] | None = None
        self._depths: dict[str, int] = {}

    def shown(self, material: Material, context: Context) -> str:
        """The name, one space wider for each assembly that it is in."""
        if self._of is not context.study.materials:
            self._of = context.study.materials
            self._depths = depths(self._of)
        return _SPACE * self._depths.get(material.id, 0) + material.name


def _structure(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="part_number",
            title=_("Part number"),
            kind=Kind.TEXT,
            get=lambda m: m.part_number,
            put=putting("part_number"),
            width=110,
        ),
        Column(
            key="parent_id",
            title=_("Part of"),
            kind=Kind.CHOICE,
            get=lambda m: m.parent_id or "",
            put=_under,
            options=_assemblies,
            width=140,
            help=_("The assembly this goes into. Only the parts are counted, not the assembly."),
        ),
    ]


def _under(material: Material, parent_id: str) -> Material:
    """Nothing is part of itself."""
    return material if parent_id == material.id else replace(material, parent_id=parent_id or None)


def _assemblies(context: Context) -> list[tuple[str, str]]:
    named = [(m.id, m.name or m.part_number or m.id) for m in context.study.materials]
    return [("", "–"), *named]


def _amounts(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="quantity_per",
            title=_("Quantity"),
            kind=Kind.NUMBER,
            get=lambda m: m.quantity_per,
            put=putting("quantity_per"),
            width=52,
            help=_("How many go into one piece, or into one of the assembly it is part of."),
        ),
        Column(
            key="amount",
            title=_("Net each"),
            kind=Kind.QUANTITY,
            unit="kg",
            get=lambda m: m.amount,
            put=putting("amount"),
            width=76,
            help=_("What of one stays in the product. Weigh ten and divide, or see the drawing."),
        ),
        Column(
            key="gross_amount",
            title=_("Gross each"),
            kind=Kind.QUANTITY,
            unit="kg",
            get=lambda m: m.gross_amount,
            put=putting("gross_amount"),
            width=76,
            help=_(
                "What goes in for one good part, scrap included: coil width times pitch, shot "
                "weight, bar length. Empty: worked out from the process steps."
            ),
        ),
    ]


def _recycled(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="recycled_pre_consumer",
            title=_("Recycled, pre"),
            kind=Kind.SHARE,
            get=lambda m: m.recycled_pre_consumer,
            put=putting("recycled_pre_consumer"),
            width=95,
            help=_("Recycled from production waste, by mass. The supplier's certificate says it."),
        ),
        Column(
            key="recycled_post_consumer",
            title=_("Recycled, post"),
            kind=Kind.SHARE,
            get=lambda m: m.recycled_post_consumer,
            put=putting("recycled_post_consumer"),
            width=100,
            help=_("Recycled from used products, by mass. The supplier's certificate says it."),
        ),
    ]


def _facts(context: Context) -> list[Column]:
    _ = context.translate
    return [
        origin_column(context),
        Column(
            key="supplier",
            title=_("Supplier"),
            kind=Kind.TEXT,
            get=lambda m: m.supplier,
            put=putting("supplier"),
            width=120,
        ),
        Column(
            key="enters_at",
            title=_("Enters at"),
            kind=Kind.CHOICE,
            get=lambda m: m.enters_at or "",
            put=lambda m, value: replace(m, enters_at=value or None),
            options=_steps,
            width=130,
            help=_("The process step where it comes in; only losses from there on count."),
        ),
    ]


def _carbon(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="carbon_kind",
            title=_("Carbon content as"),
            kind=Kind.CHOICE,
            get=lambda m: m.carbon_kind or "",
            put=lambda m, value: replace(m, carbon_kind=value or None),
            options=carbon_options,
            width=140,
            help=_("For the carbon content of the product, which customers ask for."),
        ),
        Column(
            key="is_auxiliary",
            title=_("Auxiliary"),
            kind=Kind.TICK,
            get=lambda m: m.is_auxiliary,
            put=putting("is_auxiliary"),
            width=75,
            help=_("Used up in production and not part of the product: oil, gas, welding wire."),
        ),
    ]


def _steps(context: Context) -> list[tuple[str, str]]:
    _ = context.translate
    named = [(step.id, step.name or step.id) for step in context.study.process_steps]
    return [("", _("first step")), *named]


def step_columns(context: Context) -> list[Column]:
    """The steps of production in their order."""
    _ = context.translate
    return [
        Column(
            key="name",
            title=_("Process step"),
            kind=Kind.TEXT,
            get=lambda step: step.name,
            put=putting("name"),
            width=260,
        ),
        Column(
            key="material_yield",
            title=_("Material yield"),
            kind=Kind.SHARE,
            get=lambda step: step.material_yield,
            put=putting("material_yield"),
            width=130,
            help=_("Mass out over mass in. Empty: nothing is lost, or gross masses say it."),
        ),
        Column(
            key="reject_share",
            title=_("Rejects"),
            kind=Kind.SHARE,
            get=lambda step: step.reject_share,
            put=putting("reject_share"),
            width=130,
            help=_("Rejected pieces of all pieces made in this step. Quality records say it."),
        ),
        note_column(context),
    ]


def _text(key: str, title: str, width: int) -> Column:
    def get(row: Any) -> Any:
        return getattr(row, key)

    return Column(key=key, title=title, kind=Kind.TEXT, get=get, put=putting(key), width=width)


def co_product_columns(context: Context) -> list[Column]:
    """What else of value comes from the same process."""
    _ = context.translate

    return [
        _text("name", _("Co-product"), 200),
        Column(
            key="amount",
            title=_("Beside one piece"),
            kind=Kind.QUANTITY,
            unit="kg",
            get=lambda row: row.amount,
            put=putting("amount"),
            width=130,
        ),
        Column(
            key="price",
            title=_("Price of one unit"),
            kind=Kind.NUMBER,
            get=lambda row: row.price,
            put=putting("price"),
            width=120,
            help=_("In the currency of the product's price, averaged over some years."),
        ),
        _text("price_source", _("Source of the price"), 160),
    ]
