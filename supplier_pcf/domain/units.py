"""Units and quantities; nothing converts across dimensions without data that has a source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Dimension(StrEnum):
    """What a unit measures. Fuel energy is split by heating value, gas volume by reference state."""

    MASS = "mass"
    ENERGY = "energy"
    ENERGY_NET = "energy_net"
    ENERGY_GROSS = "energy_gross"
    VOLUME = "volume"
    NORMAL_VOLUME = "normal_volume"
    TRANSPORT_WORK = "transport_work"
    DISTANCE = "distance"
    AREA = "area"
    TIME = "time"
    COUNT = "count"
    VEHICLE = "vehicle"
    DATA_RATE = "data_rate"
    MONEY_USD = "money_usd"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its id, its dimension, and how many base units of that dimension it holds."""

    id: str
    dimension: Dimension
    in_base: float


class UnitMismatch(ValueError):
    """Two units do not measure the same thing."""


def _units(dimension: Dimension, **in_base: float) -> list[Unit]:
    return [Unit(name, dimension, value) for name, value in in_base.items()]


_MJ_PER_KWH = 3.6
# One tonne of coal equivalent is 7,000,000 kcal (IT) net: 29.3076 GJ (GB/T 2589-2020, clause 3).
_MJ_PER_TCE = 29_307.6

# Nm3 is at 0 degrees C; at the same pressure a gas of 15 or 20 degrees takes more room (ideal gas).
_ZERO_C = 273.15

_ALL = [
    *_units(Dimension.MASS, kg=1.0, g=1e-3, mg=1e-6, t=1e3, lb=0.45359237, oz=0.028349523125),
    *_units(Dimension.ENERGY, kWh=1.0, MWh=1e3, GWh=1e6, MJ=1 / _MJ_PER_KWH, GJ=1e3 / _MJ_PER_KWH),
    Unit("10MWh", Dimension.ENERGY, 1e4),
    Unit("kWh net", Dimension.ENERGY_NET, 1.0),
    Unit("MWh net", Dimension.ENERGY_NET, 1e3),
    Unit("MJ net", Dimension.ENERGY_NET, 1 / _MJ_PER_KWH),
    Unit("GJ net", Dimension.ENERGY_NET, 1e3 / _MJ_PER_KWH),
    Unit("tce", Dimension.ENERGY_NET, _MJ_PER_TCE / _MJ_PER_KWH),
    Unit("kWh gross", Dimension.ENERGY_GROSS, 1.0),
    Unit("MWh gross", Dimension.ENERGY_GROSS, 1e3),
    Unit("MJ gross", Dimension.ENERGY_GROSS, 1 / _MJ_PER_KWH),
    Unit("GJ gross", Dimension.ENERGY_GROSS, 1e3 / _MJ_PER_KWH),
    *_units(Dimension.VOLUME, l=1.0, ml=1e-3, m3=1e3),
    Unit("Nm3", Dimension.NORMAL_VOLUME, 1.0),
    Unit("m3 15C", Dimension.NORMAL_VOLUME, _ZERO_C / (_ZERO_C + 15)),
    Unit("m3 20C", Dimension.NORMAL_VOLUME, _ZERO_C / (_ZERO_C + 20)),
    *_units(Dimension.DISTANCE, km=1.0, m=1e-3, cm=1e-5, mm=1e-6),
    *_units(Dimension.AREA, m2=1.0, cm2=1e-4, mm2=1e-6),
    *_units(Dimension.TIME, h=1.0, min=1 / 60, s=1 / 3600),
    *_units(Dimension.COUNT, piece=1.0),
    Unit("1000 piece", Dimension.COUNT, 1e3),
    *_units(Dimension.VEHICLE, vehicle=1.0),
    Unit("t.km", Dimension.TRANSPORT_WORK, 1.0),
    Unit("kg.km", Dimension.TRANSPORT_WORK, 1e-3),
    Unit("Mbit/s", Dimension.DATA_RATE, 1.0),
    Unit("USD 2022", Dimension.MONEY_USD, 1.0),
]

UNITS: dict[str, Unit] = {unit.id: unit for unit in _ALL}


@cache
def ratio(unit: str, to: str) -> float:
    """How many `to` are in one `unit`.

    Raises:
        UnitMismatch: one of them is unknown, or they do not measure the same thing.
    """
    first, second = UNITS.get(unit), UNITS.get(to)
    if first is None or second is None:
        raise UnitMismatch(unit if first is None else to)
    if first.dimension is not second.dimension:
        raise UnitMismatch(f"{unit} -> {to}")
    return first.in_base / second.in_base


def dimension_of(unit: str) -> Dimension | None:
    """What this unit measures, or nothing for a unit we do not know."""
    found = UNITS.get(unit)
    return found.dimension if found else None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit, as the user entered it."""

    value: float
    unit: str

    def to(self, unit: str) -> float:
        """The number in another unit of the same dimension.

        Raises:
            UnitMismatch: the units do not measure the same thing.
        """
        return self.value * ratio(self.unit, unit)

    def times(self, number: float) -> Quantity:
        """So many times as much, in the same unit."""
        return Quantity(self.value * number, self.unit)
