"""Legs of transport: tonnes and kilometres, or the fuel of a trip shared by mass (STANDARDS D.6)."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from supplier_pcf.domain.transport import FuelUse, Transport
from supplier_pcf.domain.units import UnitMismatch
from supplier_pcf.engine.result import Amount, NotCounted


class LegBy(StrEnum):
    """What a leg's amount is worked out from."""

    ENTERED = "entered"
    WORK = "work"
    """Tonnes times kilometres."""
    FUEL = "fuel"


class Leg(NamedTuple):
    """How the amount of a leg comes about, before shares of the period."""

    by: LegBy
    amount: Amount | NotCounted
    tonnes: float | None = None
    """Carried for this product."""
    km: float | None = None
    """With the distance adjustment."""
    trip: Amount | None = None
    """Fuel of the whole trip."""
    load: float | None = None
    """All that the vehicle carried, tonnes."""


def leg_of(flow: Transport, carried: Callable[[Transport], float | None]) -> Leg:
    """The amount of a leg with what it was worked out from; `carried` says the tonnes for this product."""
    if flow.amount is not None:
        return Leg(LegBy.ENTERED, (flow.amount.value, flow.amount.unit))
    fuel = flow.fuel
    if fuel is None or not is_stated(fuel):
        try:
            return _by_work(_km(flow), carried(flow))
        except UnitMismatch:
            return Leg(LegBy.WORK, NotCounted.UNIT_MISMATCH)
    try:
        return _by_fuel(fuel, _km(flow), flow, carried)
    except UnitMismatch:
        return Leg(LegBy.FUEL, NotCounted.UNIT_MISMATCH)


def is_stated(fuel: FuelUse | None) -> bool:
    """Whether the fuel is known: for the whole trip, or per kilometre with the load."""
    return fuel is not None and (fuel.total is not None or fuel.litres_per_km_loaded != 0)


def is_for_one_unit(flow: Transport) -> bool:
    """Whether what it carries says the amount for one unit of the product, whatever its basis."""
    if flow.amount is not None or flow.carried_mass is not None or not flow.carries:
        return False
    fuel = flow.fuel
    return fuel is None or not is_stated(fuel) or fuel.load is not None


def _km(flow: Transport) -> float | None:
    return None if flow.distance is None else flow.distance.to("km") * flow.distance_adjustment


def _by_work(km: float | None, tonnes: float | None) -> Leg:
    """Mass times distance: m x d x DAF."""
    if km is None or tonnes is None:
        return Leg(LegBy.WORK, NotCounted.NO_AMOUNT, tonnes, km)
    return Leg(LegBy.WORK, (tonnes * km, "t.km"), tonnes, km)


def _by_fuel(
    fuel: FuelUse,
    km: float | None,
    flow: Transport,
    carried: Callable[[Transport], float | None],
) -> Leg:
    """Fuel of the trip times m / load; without a load the vehicle carried this alone."""
    trip, tonnes = _trip(fuel, km), carried(flow)
    load = None if fuel.load is None else fuel.load.to("t")
    amount: Amount | NotCounted = NotCounted.NO_AMOUNT if trip is None else trip
    if trip is not None and load is not None:
        if not load > 0:
            amount = NotCounted.NO_SHARE
        else:
            amount = NotCounted.NO_AMOUNT if tonnes is None else (trip[0] * tonnes / load, trip[1])
    return Leg(LegBy.FUEL, amount, tonnes, km, trip, load)


def _trip(fuel: FuelUse, km: float | None) -> Amount | None:
    """What was measured, else litres: d x (loaded + empty share x empty)."""
    if fuel.total is not None:
        return fuel.total.value, fuel.total.unit
    if km is None:
        return None
    return km * (fuel.litres_per_km_loaded + fuel.empty_share * fuel.litres_per_km_empty), "l"
