"""Numbers that are about a thousand times too large or too small: the slips of unit (ISO 14067 clause 6.4.3)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from supplier_pcf.checks.examined import Examined, named, place, short
from supplier_pcf.domain.energy import Carrier, DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Flow, Material, Packaging, Waste
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.ranges import (
    Range,
    most_for_water,
    per_base,
    range_of,
    range_of_material,
)

_CLAUSE = "ISO 14067:2018, 6.4.3"
_THOUSAND = 1000.0
_NEAR = 0.05
"""So near the masses must come to the product's for a slip to be the likely reason."""
_READINGS = 4
"""Readings a meter must have to say which of them is odd."""
_LEAST, _MOST = _THOUSAND / 2, _THOUSAND * 2

_CATEGORIES: dict[type[Flow], str] = {
    DirectEmission: "refrigerant",
    Transport: "transport",
    Waste: "waste",
    Packaging: "packaging",
}
_HEATS = frozenset({Carrier.HEAT, Carrier.COLD})
_MADE = frozenset({Carrier.STEAM, Carrier.COMPRESSED_AIR, Carrier.HEAT, Carrier.COLD})


def factors_are_of_the_usual_size(examined: Examined) -> Iterator[Finding]:
    """A factor that did not ship lies among the shipped ones of its kind, ten times more or less at most."""
    for flow, line, factor in examined.factored():
        if factor.layer is Layer.BUNDLED:
            continue
        usual, value = _usual(flow, factor), per_base(factor)
        is_water = usual is not None and usual.low == 0
        far = usual is not None and (_is_above(usual, value) if is_water else usual.is_far(factor))
        if usual is None or value is None or not far:
            continue
        told: dict[str, Param] = {
            "name": named(flow),
            "value": short(value),
            "low": short(usual.low),
            "high": short(usual.high),
            "unit": usual.unit,
            "count": usual.figures,
        }
        code = "magnitude.water" if is_water else "magnitude.factor"
        where = place(line.kind, flow, "factor")
        yield _warning(code, where, told)


def _is_above(usual: Range, value: float | None) -> bool:
    return value is not None and value > usual.high


def _usual(flow: Flow, factor: EmissionFactor) -> Range | None:
    """What ships for the same use: by the kind of material, by the category, or by physics for water."""
    if isinstance(flow, EnergyUse):
        if flow.carrier in _HEATS and dimension_of(factor.unit) is Dimension.VOLUME:
            return most_for_water()
        if flow.carrier is Carrier.ELECTRICITY or flow.carrier in _MADE:
            return range_of("electricity", factor.unit)
        return range_of("fuel", factor.unit)
    if isinstance(flow, Material):
        if factor.is_received:
            return None
        text = flow.designation or flow.name
        return range_of_material(text, factor.unit)
    category = _CATEGORIES.get(type(flow))
    return None if category is None else range_of(category, factor.unit)


def slips_of_mass(rows: Sequence[tuple[Material, float]], product_kg: float) -> Iterator[Finding]:
    """Where the bill weighs too much or too little: rows that explain it by being a thousand times off.

    A row is taken for too heavy only where it alone outweighs the product.
    """
    whole = math.fsum(kg for _, kg in rows)
    for material, kg in rows:
        for other in (kg * _THOUSAND, kg / _THOUSAND):
            is_possible = kg > product_kg or 0 < kg < other
            if is_possible and abs(whole - kg + other - product_kg) <= _NEAR * product_kg:
                told: dict[str, Param] = {
                    "name": named(material),
                    "kg": short(kg),
                    "other": short(other),
                }
                where = place("materials", material, "amount")
                yield _warning("magnitude.mass", where, told)


def readings_are_in_one_unit(examined: Examined) -> Iterator[Finding]:
    """One month a thousand times another: kWh beside MWh in one column."""
    for meter in examined.study.meters:
        usual = _usual_reading(meter)
        for reading in meter.readings if usual else ():
            times = reading.amount / usual
            is_far = _LEAST <= times <= _MOST or 1 / _MOST <= times <= 1 / _LEAST
            if is_far:
                told: dict[str, Param] = {
                    "name": meter.name or meter.id,
                    "day": reading.start.isoformat(),
                    "amount": short(reading.amount),
                    "usual": short(usual),
                    "unit": meter.unit,
                }
                where = f"meters/{meter.id}/readings"
                yield _warning("magnitude.reading", where, told)


def _usual_reading(meter: Meter) -> float:
    """The middle of the readings; zero where there are too few to judge by."""
    amounts = [reading.amount for reading in meter.readings if reading.amount > 0]
    return median(amounts) if len(amounts) >= _READINGS else 0.0


def _warning(code: str, where: str, params: dict[str, Param]) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, where=where, clause=_CLAUSE, params=params)
