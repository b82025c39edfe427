"""The columns of the tables of the materials page."""

from __future__ import annotations

from dataclasses import replace

from supplier_pcf.app.materials_view import depths
from supplier_pcf.domain.flows import Material
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.materials.carbon_words import carbon_options
from supplier_pcf.gui.tables.cells import of_field
from supplier_pcf.gui.tables.columns import (
    Column,
    Kind,
    counted_column,
    factor_column,
    footprint_column,
    note_column,
    origin_column,
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
        of_field(
            "name",
            _("Part or material"),
            Kind.TEXT,
            show=_Levels().shown,
            width=140,
            help=_("As the drawing or the bill of materials calls it."),
        ),
        of_field(
            "designation",
            _("Designation"),
            Kind.TEXT,
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
        of_field(
            "part_number",
            _("Part number"),
            Kind.TEXT,
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
        of_field(
            "quantity_per",
            _("Quantity"),
            Kind.NUMBER,
            width=52,
            help=_("How many go into one piece, or into one of the assembly it is part of."),
        ),
        of_field(
            "amount",
            _("Net each"),
            Kind.QUANTITY,
            unit="kg",
            width=76,
            help=_("What of one stays in the product. Weigh ten and divide, or see the drawing."),
        ),
        of_field(
            "gross_amount",
            _("Gross each"),
            Kind.QUANTITY,
            unit="kg",
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
        of_field(
            "recycled_pre_consumer",
            _("Recycled, pre"),
            Kind.SHARE,
            width=95,
            help=_("Recycled from production waste, by mass. The supplier's certificate says it."),
        ),
        of_field(
            "recycled_post_consumer",
            _("Recycled, post"),
            Kind.SHARE,
            width=100,
            help=_("Recycled from used products, by mass. The supplier's certificate says it."),
        ),
    ]


def _facts(context: Context) -> list[Column]:
    _ = context.translate
    return [
        origin_column(context),
        of_field(
            "supplier",
            _("Supplier"),
            Kind.TEXT,
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
        of_field(
            "is_auxiliary",
            _("Auxiliary"),
            Kind.TICK,
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
        of_field(
            "name",
            _("Process step"),
            Kind.TEXT,
            width=260,
        ),
        of_field(
            "material_yield",
            _("Material yield"),
            Kind.SHARE,
            width=130,
            help=_("Mass out over mass in. Empty: nothing is lost, or gross masses say it."),
        ),
        of_field(
            "reject_share",
            _("Rejects"),
            Kind.SHARE,
            width=130,
            help=_("Rejected pieces of all pieces made in this step. Quality records say it."),
        ),
        note_column(context),
    ]


def co_product_columns(context: Context) -> list[Column]:
    """What else of value comes from the same process."""
    _ = context.translate

    return [
        of_field("name", _("Co-product"), Kind.TEXT, width=200),
        of_field(
            "amount",
            _("Beside one piece"),
            Kind.QUANTITY,
            unit="kg",
            width=130,
        ),
        of_field(
            "price",
            _("Price of one unit"),
            Kind.NUMBER,
            width=120,
            help=_("In the currency of the product's price, averaged over some years."),
        ),
        of_field("price_source", _("Source of the price"), Kind.TEXT, width=160),
    ]
