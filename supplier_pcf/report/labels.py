"""The words for stages, units, sources and bases that the report, its charts and the window share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from supplier_pcf.domain.energy import ElectricitySource
from supplier_pcf.domain.flows import AllocationBasis, Origin, Stage
from supplier_pcf.domain.numbers import NOTHING, decimal_string, significant
from supplier_pcf.domain.recipe import PartRole
from supplier_pcf.domain.units import Quantity

Translate = Callable[[str], str]


def stage_title(stage: Stage, _: Translate) -> str:
    """The name of a life cycle stage."""
    return {
        Stage.MATERIALS: _("Materials"),
        Stage.INBOUND_TRANSPORT: _("Inbound transport"),
        Stage.PRODUCTION: _("Production"),
        Stage.PACKAGING: _("Packaging"),
        Stage.WASTE: _("Waste"),
        Stage.OUTBOUND_TRANSPORT: _("Outbound transport"),
    }[stage]


def unit_title(unit: str, _: Translate) -> str:
    """The name of a unit as a reader knows it; symbols stay as they are."""
    words = {
        "piece": _("piece"),
        "1000 piece": _("1000 pieces"),
        "vehicle": _("vehicle"),
        "kWh net": _("kWh (net)"),
        "MWh net": _("MWh (net)"),
        "MJ net": _("MJ (net)"),
        "GJ net": _("GJ (net)"),
        "kWh gross": _("kWh (gross)"),
        "MWh gross": _("MWh (gross)"),
        "MJ gross": _("MJ (gross)"),
        "GJ gross": _("GJ (gross)"),
    }
    symbols = {"m3": "m³", "Nm3": "Nm³", "m2": "m²", "cm2": "cm²", "mm2": "mm²"}
    symbols |= {"t.km": "t·km", "kg.km": "kg·km", "10MWh": "10 MWh"}
    return words.get(unit) or symbols.get(unit, unit)


def per_unit(amount: float, unit: str, language: str, _: Translate) -> str:
    """What a footprint is for: `piece`, or `100 kg`."""
    title = unit_title(unit, _)
    return title if amount == 1 else f"{plain_number(amount, language)} {title}"


def plain_number(value: float, language: str) -> str:
    """An entered number as it was entered, in the marks of the language."""
    text = decimal_string(value)
    digits = len(text.replace("-", "").replace(".", "").strip("0")) or 1
    whole = len(text.lstrip("-").partition(".")[0])
    return significant(value, language, max(digits, whole))


def quantity(value: Quantity | None, language: str, _: Translate) -> str:
    """An entered amount with its unit; a dash where there is none."""
    if value is None:
        return NOTHING
    return f"{plain_number(value.value, language)} {unit_title(value.unit, _)}"


def origin_title(origin: Origin | None, _: Translate) -> str:
    """How a number came about."""
    titles = {
        Origin.MEASURED: _("measured"),
        Origin.CALCULATED: _("calculated"),
        Origin.ESTIMATED: _("estimated"),
        Origin.ASSUMED: _("assumed"),
    }
    return titles[origin] if origin else _("origin not stated")


def basis_title(basis: AllocationBasis, _: Translate) -> str:
    """By what a plant's amount is shared."""
    return {
        AllocationBasis.ALL: _("used for this product alone"),
        AllocationBasis.MASS: _("by mass"),
        AllocationBasis.PIECES: _("by pieces"),
        AllocationBasis.MACHINE_HOURS: _("by machine hours"),
        AllocationBasis.VALUE: _("by value"),
        AllocationBasis.SHARE: _("by a share entered with its reason"),
    }[basis]


def source_title(source: ElectricitySource, _: Translate) -> str:
    """Where a block of electricity comes from."""
    return {
        ElectricitySource.GRID: _("grid"),
        ElectricitySource.ON_SITE: _("own generation on site"),
        ElectricitySource.DIRECT_LINE: _("direct line"),
        ElectricitySource.CERTIFICATES: _("certificates"),
        ElectricitySource.PPA: _("power purchase agreement (PPA)"),
        ElectricitySource.GREEN_TARIFF: _("green tariff"),
        ElectricitySource.SUPPLIER_MIX: _("supplier's mix"),
        ElectricitySource.RESIDUAL: _("residual mix"),
    }[source]


def part_title(role: PartRole, _: Translate) -> str:
    """What a part is in the sum of a factor that was made of others."""
    return {
        PartRole.COMPONENT: _("material"),
        PartRole.ELECTRICITY: _("electricity"),
        PartRole.HEAT: _("heat"),
        PartRole.BASE: _("factor"),
        PartRole.OLD_GRID: _("electricity taken out"),
        PartRole.NEW_GRID: _("electricity put in"),
    }[role]


def span(start: date | None, end: date | None) -> str:
    """A span of days in ISO dates; a dash where a day is missing."""
    if start is None and end is None:
        return NOTHING
    return " – ".join(day.isoformat() if day else NOTHING for day in (start, end))
