"""What most rows of the materials page never need: the details of a material and of a step."""

from __future__ import annotations

from dataclasses import replace

from supplier_pcf.domain.flows import Material
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.columns import factor_title_of
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.tables.left_out import left_out_columns
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.more import More

MATERIAL_DETAILS = frozenset(
    {
        "evidence",
        "returned",
        "recycled_factor_id",
        "mass_per_unit",
        "origin_place",
        "fossil_carbon_share",
        "biogenic_carbon_share",
        "recycled_carbon_share",
        "exclusion_reason",
        "exclusion_estimate",
    }
)
"""Fields of a material that stand behind “More”, for the findings that lead to them."""


def material_details(context: Context, table: FlowTable) -> More:
    """Behind one line: what goes back, the recycled part's factor, carbon contents, origin."""
    _ = context.translate
    return More(
        _("More about this row"),
        "material-more",
        lambda: RowDetails(
            context,
            table,
            [*_losses(context), *_carbon(context), *left_out_columns(context)],
            with_proof=True,
        ),
    )


def step_details(context: Context, table: FlowTable) -> More:
    """Behind one line: the machine's power and its cycle."""
    _ = context.translate
    return More(
        _("More about this step"),
        "step-more",
        lambda: RowDetails(
            context,
            table,
            _machine(context),
            sentence=_(
                "With power and cycle time the energy of one piece can be compared with the meter's share."
            ),
        ),
    )


def _losses(context: Context) -> list[Column]:
    _ = context.translate
    return [
        of_field(
            "returned",
            _("Goes straight back"),
            Kind.QUANTITY,
            unit="kg",
            help=_(
                "Of the gross amount of one: sprues or rejects that the same machine or furnace takes in again. "
                "Only new material is counted then."
            ),
        ),
        Column(
            key="recycled_factor_id",
            title=_("Factor of the recycled part"),
            kind=Kind.FACTOR,
            get=lambda m: m.recycled_factor_id,
            put=_recycled,
            show=lambda m, context: factor_title_of(m.recycled_factor_id, context),
            help=_(
                "Collecting, preparing and melting of recycled input. The row then counts (1 − recycled share) × its factor "
                "+ recycled share × this one. Empty: the recycled shares are information only."
            ),
        ),
        *_facts(context),
    ]


def _facts(context: Context) -> list[Column]:
    _ = context.translate
    return [
        of_field(
            "mass_per_unit",
            _("Mass of one"),
            Kind.QUANTITY,
            unit="g",
            help=_("Where the row is entered in pieces or metres: what one of them weighs."),
        ),
        of_field(
            "origin_place",
            _("Country of origin"),
            Kind.PLACE,
            help=_("The mill certificate or the customs papers say it, such as CN or DE."),
        ),
    ]


def _recycled(material: Material, factor_id: str | None) -> Material:
    return replace(material, recycled_factor_id=factor_id or None)


def _carbon(context: Context) -> list[Column]:
    _ = context.translate
    return [
        of_field(
            "fossil_carbon_share",
            _("Fossil carbon"),
            Kind.SHARE,
            help=_("Of the dry mass, where you know it better than by “Carbon content as”."),
        ),
        of_field(
            "biogenic_carbon_share",
            _("Biogenic carbon"),
            Kind.SHARE,
            help=_(
                "Of the dry mass: half of dry wood. Each kg of it took up 3.67 kg of CO₂, which the result with "
                "biogenic uptake takes off."
            ),
        ),
        of_field(
            "recycled_carbon_share",
            _("Recycled part of the carbon"),
            Kind.SHARE,
            help=_("Empty: the recycled share by mass is taken."),
        ),
    ]


def _machine(context: Context) -> list[Column]:
    _ = context.translate
    return [
        of_field(
            "power_kw",
            _("Mean power"),
            Kind.NUMBER,
            unit="kW",
            help=_("While it works, not the connected load: often 30 to 60 % of the name plate."),
        ),
        of_field(
            "cycle_seconds",
            _("Cycle time"),
            Kind.NUMBER,
            unit="s",
            help=_("From one part to the next, by stopwatch."),
        ),
        of_field(
            "parts_per_cycle",
            _("Parts per cycle"),
            Kind.NUMBER,
            help=_("Cavities of the tool, parts per stroke."),
        ),
    ]
