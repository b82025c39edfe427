"""The words for the categories of the factor library, and for what a row may be used for."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.domain.factor import Provenance, RowType

Translate = Callable[[str], str]

CATEGORIES = (
    "material",
    "electricity",
    "fuel",
    "heat",
    "refrigerant",
    "process",
    "packaging",
    "transport",
    "waste",
    "water",
)
"""What a factor can be about."""


def category_title(category: str, _: Translate) -> str:
    """What a factor is about, in one word."""
    return {
        "material": _("Materials"),
        "electricity": _("Electricity"),
        "fuel": _("Fuels"),
        "refrigerant": _("Gases set free"),
        "waste": _("Waste treatment"),
        "transport": _("Transport"),
        "process": _("Processes"),
        "packaging": _("Packaging"),
        "heat": _("Heat"),
        "water": _("Water"),
        "": _("Not sorted"),
    }.get(category, category)


def subcategory_title(subcategory: str, _: Translate) -> str:
    """What a factor is about, more closely."""
    words = _materials(_) | _energy(_) | _others(_)
    return words.get(subcategory, subcategory)


def _materials(_: Translate) -> dict[str, str]:
    return {
        "spend-based (screening)": _("Per money spent (screening)"),
        "metals (literature)": _("Metals (literature)"),
        "chemical": _("Chemicals"),
        "polymer": _("Polymers"),
        "recycled polymer": _("Recycled polymers"),
        "plastic": _("Plastics"),
        "aluminium": _("Aluminium"),
        "aluminium casting": _("Aluminium casting"),
        "construction": _("Building materials"),
        "steel": _("Steel"),
        "stainless steel": _("Stainless steel"),
        "metal": _("Other metals"),
        "zinc": _("Zinc"),
        "copper": _("Copper"),
        "nickel": _("Nickel"),
        "lead": _("Lead"),
        "titanium": _("Titanium"),
        "rubber": _("Rubber"),
        "silicone": _("Silicone"),
        "glass": _("Glass"),
        "glass fibre": _("Glass fibre"),
        "mineral": _("Minerals"),
        "mineral filler": _("Mineral fillers"),
        "concrete": _("Concrete"),
        "coke": _("Coke"),
        "solvent": _("Solvents"),
        "lubricant": _("Lubricants"),
        "industrial gas": _("Industrial gases"),
        "PU precursor": _("Precursors of polyurethane"),
        "battery": _("Batteries"),
        "battery material": _("Battery materials"),
        "electrical items": _("Electrical items"),
        "machinery": _("Machinery"),
        "other": _("Other"),
    } | _customs(_)


def _customs(_: Translate) -> dict[str, str]:
    return {
        "CBAM default": _("CBAM default"),
        "CBAM default: steel": _("CBAM default: steel"),
        "CBAM default: aluminium": _("CBAM default: aluminium"),
        "CBAM default: stainless steel": _("CBAM default: stainless steel"),
        "CBAM default: alloy steel": _("CBAM default: alloy steel"),
        "CBAM default: electrical steel": _("CBAM default: electrical steel"),
        "CBAM default: fasteners": _("CBAM default: fasteners"),
        "CBAM default: iron": _("CBAM default: iron"),
        "CBAM default: cast iron": _("CBAM default: cast iron"),
        "CBAM default: ferro-alloy": _("CBAM default: ferro-alloys"),
        "CBAM benchmark": _("CBAM benchmark"),
    }


def _energy(_: Translate) -> dict[str, str]:
    return {
        "grid mix, location-based": _("Grid mix of the place"),
        "grid mix, CO2 factor": _("Grid mix, CO₂ only"),
        "grid mix, official": _("Grid mix, official"),
        "grid mix, footprint factor": _("Grid mix, footprint factor"),
        "by technology, footprint factor": _("By technology, footprint factor"),
        "single value": _("Single published values"),
        "T&D": _("Grid losses"),
        "stationary combustion": _("Burnt in plants"),
        "mobile combustion": _("Burnt in vehicles"),
        "liquid fuels": _("Liquid fuels"),
        "gaseous fuels": _("Gaseous fuels"),
        "solid fuels": _("Solid fuels"),
        "bioenergy": _("Bioenergy"),
        "upstream": _("Supply of fuels"),
        "heat and steam": _("Heat and steam"),
        "GWP100 (gas released)": _("Effect per kg of gas"),
    }


def _others(_: Translate) -> dict[str, str]:
    return {
        "landfill": _("Landfill"),
        "incineration": _("Burning"),
        "incineration with energy recovery": _("Burning with use of the heat"),
        "closed-loop": _("Recycling, closed loop"),
        "open-loop": _("Recycling, open loop"),
        "recycling": _("Recycling"),
        "hazardous waste": _("Hazardous waste"),
        "waste water": _("Waste water"),
        "batteries": _("Batteries"),
        "sea": _("Sea"),
        "sea / inland": _("Sea and inland waterway"),
        "inland waterway": _("Inland waterway"),
        "rail": _("Rail"),
        "air": _("Air"),
        "road (truck)": _("Road, truck"),
        "road (truck, refrigerated)": _("Road, refrigerated truck"),
        "road (van)": _("Road, van"),
        "paper": _("Paper and board"),
        "painting": _("Painting"),
        "coil coating": _("Coil coating"),
        "compression": _("Compression"),
        "casting (incl. metal)": _("Casting, metal included"),
        "injection moulding (incl. resin)": _("Injection moulding, resin included"),
        "thermoforming (incl. resin)": _("Thermoforming, resin included"),
        "water supply": _("Water supply"),
    }


def row_type_title(row_type: RowType, _: Translate) -> str:
    """What a row of a set may be used for."""
    return {
        RowType.FACTOR: _("factor for footprints"),
        RowType.SPEND: _("per money spent, for screening only"),
        RowType.EOL_TRANSPORT: _("collection of waste only"),
        RowType.COMBUSTION_CO2_ONLY: _("CO₂ of burning only"),
        RowType.CO2_ONLY_INVENTORY: _("CO₂ only, for a plant's inventory"),
        RowType.GWP: _("effect of a gas set free"),
        RowType.BOUND_ONLY: _("default for customs, no factor"),
        RowType.ACTIVITY_DEFAULT: _("typical consumption, no factor"),
        RowType.DO_NOT_SUM: _("must not enter a footprint"),
    }[row_type]


def provenance_title(provenance: Provenance, _: Translate) -> str:
    """How the figure came from its document to us."""
    return {
        Provenance.PUBLISHED: _("as published"),
        Provenance.SUMMED: _("sum of published figures"),
        Provenance.COMPUTED: _("computed from the publisher's inventory or composition"),
        Provenance.TRANSCRIBED: _("read in a public copy of the document"),
        Provenance.SINGLE_VALUE: _("single published value"),
        Provenance.NOT_STATED: _("not stated"),
    }[provenance]


def kind_title(kind: str, _: Translate) -> str:
    """Where in the study a row stands."""
    return {
        "materials": _("Materials"),
        "energy_uses": _("Energy"),
        "direct_emissions": _("Gases set free"),
        "outside_processes": _("Outside steps"),
        "packaging": _("Packaging"),
        "wastes": _("Waste treatment"),
        "transports": _("Transport"),
    }.get(kind, kind)
