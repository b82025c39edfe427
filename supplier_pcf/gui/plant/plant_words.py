"""The words for energy, outside processes, packaging, waste and transport, as choices of a cell."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.domain.energy import Carrier, ElectricitySource
from supplier_pcf.domain.flows import AllocationBasis, Basis, PackagingKind, WasteTreatment
from supplier_pcf.domain.site import MeterPartKind
from supplier_pcf.domain.transport import DistanceKind, Payer, TransportMode, TransportPurpose
from supplier_pcf.gui.base.context import Context

Choices = list[tuple[str, str]]
"""(value, words) in the order they are offered."""

NOT_SAID = ("", "–")


def carriers(context: Context) -> Choices:
    """The forms energy comes in."""
    _ = context.translate
    return [
        (Carrier.ELECTRICITY, _("Electricity")),
        (Carrier.NATURAL_GAS, _("Natural gas")),
        (Carrier.DIESEL, _("Diesel")),
        (Carrier.LPG, _("LPG")),
        (Carrier.STEAM, _("Steam")),
        (Carrier.HEAT, _("Heat")),
        (Carrier.COMPRESSED_AIR, _("Compressed air")),
        (Carrier.COLD, _("Cold")),
        (Carrier.PETROL, _("Petrol")),
        (Carrier.HEATING_OIL, _("Heating oil")),
        (Carrier.COAL, _("Coal")),
        (Carrier.BIOMASS, _("Biomass")),
        (Carrier.HYDROGEN, _("Hydrogen")),
        (Carrier.OTHER, _("Other energy")),
    ]


def sources(context: Context) -> Choices:
    """Where electricity comes from."""
    _ = context.translate
    return [
        (ElectricitySource.GRID, _("grid")),
        (ElectricitySource.ON_SITE, _("own generation on site")),
        (ElectricitySource.DIRECT_LINE, _("direct line")),
        (ElectricitySource.CERTIFICATES, _("certificates")),
        (ElectricitySource.PPA, _("power purchase agreement (PPA)")),
        (ElectricitySource.GREEN_TARIFF, _("green tariff")),
        (ElectricitySource.SUPPLIER_MIX, _("supplier's mix")),
        (ElectricitySource.RESIDUAL, _("residual mix")),
    ]


def shared_by(context: Context) -> Choices:
    """By what a plant's amount is shared, as short as a cell needs it."""
    _ = context.translate
    return [
        (AllocationBasis.ALL, _("all of it")),
        (AllocationBasis.MACHINE_HOURS, _("machine hours")),
        (AllocationBasis.MASS, _("mass")),
        (AllocationBasis.PIECES, _("pieces")),
        (AllocationBasis.VALUE, _("value")),
        (AllocationBasis.SHARE, _("entered share")),
    ]


def amounts_for(context: Context) -> Choices:
    """What an amount is for."""
    _ = context.translate
    return [
        (Basis.PER_UNIT, _("one piece")),
        (Basis.PER_PERIOD, _("whole period")),
    ]


def treatments(context: Context) -> Choices:
    """What happens to waste."""
    _ = context.translate
    return [
        (WasteTreatment.RECYCLING, _("recycling")),
        (WasteTreatment.LANDFILL, _("landfill")),
        (WasteTreatment.INCINERATION, _("incineration")),
        (WasteTreatment.ENERGY_RECOVERY, _("energy recovery")),
        (WasteTreatment.HAZARDOUS, _("hazardous waste treatment")),
        (WasteTreatment.COMPOSTING, _("composting")),
        (WasteTreatment.WASTE_WATER, _("waste water treatment")),
        (WasteTreatment.OTHER, _("other")),
    ]


def package_kinds(context: Context) -> Choices:
    """Used once, or sent round."""
    _ = context.translate
    return [
        (PackagingKind.ONE_WAY, _("one-way")),
        (PackagingKind.RETURNABLE, _("returnable")),
    ]


def modes(context: Context) -> Choices:
    """Means of transport."""
    _ = context.translate
    return [
        (TransportMode.ROAD, _("road")),
        (TransportMode.RAIL, _("rail")),
        (TransportMode.SEA, _("sea")),
        (TransportMode.INLAND_WATERWAY, _("inland waterway")),
        (TransportMode.AIR, _("air")),
        (TransportMode.COURIER, _("courier")),
        (TransportMode.OTHER, _("other")),
    ]


def purposes(context: Context) -> Choices:
    """What a leg is for."""
    _ = context.translate
    return [
        (TransportPurpose.INBOUND, _("inbound")),
        (TransportPurpose.INTERNAL, _("internal")),
        (TransportPurpose.PACKAGING, _("of packaging")),
        (TransportPurpose.WASTE, _("of waste")),
        (TransportPurpose.OUTBOUND, _("outbound")),
    ]


def payers(context: Context) -> Choices:
    """Who pays for a leg."""
    _ = context.translate
    return [
        NOT_SAID,
        (Payer.US, _("we")),
        (Payer.SUPPLIER, _("supplier")),
        (Payer.CUSTOMER, _("customer")),
    ]


def distance_kinds(context: Context) -> Choices:
    """How a distance was found, best first."""
    _ = context.translate
    return [
        NOT_SAID,
        (DistanceKind.ACTUAL, _("actual route")),
        (DistanceKind.SHORTEST_FEASIBLE, _("shortest feasible")),
        (DistanceKind.GREAT_CIRCLE, _("great circle")),
    ]


def packaging_materials(context: Context) -> Choices:
    """Materials of packaging whose carbon content is known."""
    _ = context.translate
    return [
        NOT_SAID,
        ("cellulose", _("board, paper")),
        ("wood_dry", _("wood, dry")),
        ("pe", "PE"),
        ("pp", "PP"),
        ("ps", "PS"),
        ("pet", "PET"),
        ("pvc", "PVC"),
        ("pa6", "PA6"),
        ("steel", _("steel")),
        ("aluminium", _("aluminium")),
        ("glass", _("glass")),
    ]


def meter_parts(context: Context) -> Choices:
    """What a meter of a plant may hold beside the machines."""
    _ = context.translate
    return [
        (MeterPartKind.IDLE, _("Idle machines, standby")),
        (MeterPartKind.HALL_LIGHT, _("Light in the hall")),
        (MeterPartKind.HALL_HEAT, _("Heating and ventilation of the hall")),
        (MeterPartKind.QUALITY_CONTROL, _("Quality control")),
        (MeterPartKind.PROCESS_IT, _("Computers that run production")),
        (MeterPartKind.INTERNAL_TRANSPORT, _("Transport inside the plant")),
        (MeterPartKind.OFFICES, _("Offices")),
        (MeterPartKind.CANTEEN, _("Canteen")),
        (MeterPartKind.CHARGING, _("Charging points for staff and visitors")),
        (MeterPartKind.PASSED_ON, _("Passed on to tenants, neighbours")),
        (MeterPartKind.OTHER, _("Something else that is not production")),
    ]


def words_for(choices: Callable[[Context], Choices], value: str, context: Context) -> str:
    """The words of one value."""
    return dict(choices(context)).get(value, value)


def unit_words(unit: str, context: Context) -> str:
    """A unit as a reader knows it; symbols stay as they are."""
    _ = context.translate
    words = {
        "piece": _("piece"),
        "1000 piece": _("1000 pieces"),
        "kWh net": _("kWh (net)"),
        "MWh net": _("MWh (net)"),
        "GJ net": _("GJ (net)"),
        "kWh gross": _("kWh (gross)"),
        "MWh gross": _("MWh (gross)"),
        "MJ net": _("MJ (net)"),
        "MJ gross": _("MJ (gross)"),
        "GJ gross": _("GJ (gross)"),
    }
    symbols = {"m3": "m³", "Nm3": "Nm³", "m2": "m²", "t.km": "t·km", "10MWh": "10 MWh"}
    symbols |= {"m3 15C": "m³ (15 °C)", "m3 20C": "m³ (20 °C)"}
    return words.get(unit) or symbols.get(unit, unit)
