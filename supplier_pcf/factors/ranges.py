"""Between which figures the shipped factors of one kind lie: the only yardstick for what a factor can be.

No bound is invented. A range is the smallest and the largest published figure that ships for the same kind of thing in
the same kind of unit; for heated or cooled water it is what physics lets a cubic metre take up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.factors.aliases import Family, parts
from supplier_pcf.factors.library import bundled_library

FAR = 10.0
"""So many times above the highest or below the lowest shipped figure is a slip of unit, as a rule."""
ENOUGH = 5
"""Shipped figures a kind must have to say what is usual."""
WATER_KWH_PER_M3 = 4.186 * 1000 * 100 / 3600
"""kWh that 1 m3 of water takes up between 0 and 100 degrees C: 4.186 kJ per kg and kelvin."""

_BASE = {
    Dimension.MASS: "kg",
    Dimension.ENERGY: "kWh",
    Dimension.ENERGY_NET: "kWh net",
    Dimension.ENERGY_GROSS: "kWh gross",
    Dimension.VOLUME: "m3",
    Dimension.NORMAL_VOLUME: "Nm3",
    Dimension.TRANSPORT_WORK: "t.km",
}
_SUMMABLE = frozenset({RowType.FACTOR, RowType.GWP, RowType.EOL_TRANSPORT})


class Range(NamedTuple):
    """The smallest and the largest shipped figure of a kind, kg CO2e per `unit`, and how many there are."""

    low: float
    high: float
    unit: str
    figures: int

    def is_far(self, factor: EmissionFactor) -> bool:
        """Whether a figure lies ten times outside, or more."""
        value = per_base(factor)
        return value is not None and not self.low / FAR <= value <= self.high * FAR


def per_base(factor: EmissionFactor) -> float | None:
    """kg CO2e per kg, kWh, m3 or t.km of a factor; None for other units and for figures that are not positive."""
    base = _BASE.get(dimension_of(factor.unit) or Dimension.COUNT)
    if base is None or not factor.kg_co2e > 0:
        return None
    return factor.kg_co2e / ratio(factor.unit, base)


@cache
def _ranges() -> Mapping[tuple[str, Dimension], Range]:
    """The range of every category and kind of unit."""
    return _by_key((f.category, f) for f in bundled_library())


@cache
def _material_ranges() -> Mapping[tuple[str, Dimension], Range]:
    """The same for the kinds of material: steel, aluminium, polymer."""
    return _by_key((f.subcategory, f) for f in bundled_library() if f.category == "material")


def _by_key(
    named: Iterable[tuple[str, EmissionFactor]],
) -> Mapping[tuple[str, Dimension], Range]:
    found: dict[tuple[str, Dimension], list[float]] = defaultdict(list)
    for name, factor in named:
        measured, value = dimension_of(factor.unit), per_base(factor)
        if measured is not None and value is not None and factor.row_type in _SUMMABLE:
            found[name, measured].append(value)
    return {
        key: Range(min(values), max(values), _BASE[key[1]], len(values))
        for key, values in found.items()
    }


def range_of(category: str, unit: str) -> Range | None:
    """What ships of a category per this kind of unit; None where that is too little to judge by."""
    measured = dimension_of(unit)
    found = None if measured is None else _ranges().get((category, measured))
    return found if found is not None and found.figures >= ENOUGH else None


@lru_cache(maxsize=20_000)
def family_of(text: str) -> Family | None:
    """The one material that a designation or name says; None where it says none or several."""
    named = {part.family.id: part.family for part in parts(text) if part.family is not None}
    return next(iter(named.values())) if len(named) == 1 else None


def range_of_material(text: str, unit: str) -> Range | None:
    """What ships of the kind of material that a name says."""
    family, measured = family_of(text) if text else None, dimension_of(unit)
    if family is None or measured is None or not family.subcategories:
        return None
    ranges = (_material_ranges().get((name, measured)) for name in family.subcategories)
    known = [found for found in ranges if found is not None]
    count = sum(found.figures for found in known)
    if count < ENOUGH:
        return None
    low, high = min(found.low for found in known), max(found.high for found in known)
    return Range(low, high, known[0].unit, count)


@cache
def most_for_water() -> Range:
    """A cubic metre heated or cooled over 100 kelvin by the power with the highest figure that ships."""
    power = _ranges()["electricity", Dimension.ENERGY]
    return Range(0.0, power.high * WATER_KWH_PER_M3, "m3", power.figures)
