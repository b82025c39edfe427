"""Legs of transport: how the amount of one comes about, the fuel of its trip, and legs suggested for boxes and waste."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.edits import add_flows
from supplier_pcf.domain.flows import Flow, Origin, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import FuelUse, Transport, TransportMode, TransportPurpose
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import amounts_of
from supplier_pcf.engine.legs import Leg, LegBy
from supplier_pcf.engine.result import NotCounted

__all__ = ["LegBy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegStory:
    """How a leg's amount for one unit of the product was worked out; None where it is not known."""

    by: LegBy
    kg: float | None = None
    """Carried for one unit of the product."""
    distance: Quantity | None = None
    adjustment: float = 1.0
    trip: Quantity | None = None
    """Fuel of the whole trip."""
    load: Quantity | None = None
    """All that the vehicle carried, in tonnes."""
    amount: Quantity | None = None
    kg_per_tonne_km: float | None = None
    """kg CO2e for each tonne-kilometre, where the leg counts by fuel."""


def leg_story(done: Calculated, leg_id: str) -> LegStory | None:
    """What to tell of a leg; None where there is no such leg."""
    leg = next((t for t in done.study.transports if t.id == leg_id), None)
    if leg is None:
        return None
    amounts = amounts_of(done.study)
    found, amount = amounts.leg(leg), amounts.per_unit(leg)
    return LegStory(
        by=found.by,
        kg=None if found.tonnes is None else found.tonnes * 1000,
        distance=leg.distance,
        adjustment=leg.distance_adjustment,
        trip=None if found.trip is None else Quantity(*found.trip),
        load=None if found.load is None else Quantity(found.load, "t"),
        amount=None if isinstance(amount, NotCounted) else Quantity(*amount),
        kg_per_tonne_km=_per_tonne_km(done, leg, found),
    )


def _per_tonne_km(done: Calculated, leg: Transport, found: Leg) -> float | None:
    line = next((line for line in done.result.flows if line.id == leg.id), None)
    if line is None or not line.counted or not line.amount or found.by is not LegBy.FUEL:
        return None
    if isinstance(found.amount, NotCounted) or not found.tonnes or not found.km:
        return None
    per_fuel = line.kg_co2e / line.amount
    factor = done.examined.factor(leg.factor_id)
    if factor is None or factor.unit != found.amount[1]:
        return None
    return per_fuel * found.amount[0] / (found.tonnes * found.km)


def with_fuel(leg: Transport, field: str, value: Any) -> Transport:
    """The leg with one fact of its trip's fuel; without any fact it counts by tonne-kilometres again."""
    told = getattr(FuelUse(), field) if value is None else value
    fuel = replace(leg.fuel or FuelUse(), **{field: told})
    return replace(leg, fuel=None if fuel == FuelUse() else fuel)


def fuel_fact(leg: Transport, field: str) -> Any:
    """One fact of the trip's fuel; None where it is not entered."""
    value = getattr(leg.fuel or FuelUse(), field)
    return None if value == 0 else value


def leg_for(study: Study, flow_id: str) -> str:
    """The id of the leg that takes a package back or a waste away; empty where there is none."""
    ways = (TransportPurpose.PACKAGING, TransportPurpose.WASTE)
    found = (t.id for t in study.transports if t.purpose in ways and flow_id in t.carries)
    return next(found, "")


def add_leg_for(study: Study, flow: Flow, leg_id: str, name: str) -> Study:
    """The study with a leg that takes this package back, or this waste away; unchanged if it has one.

    The way back of a package is as the first outbound leg, where there is one, and marked as assumed.
    """
    if leg_for(study, flow.id):
        return study
    if isinstance(flow, Waste):
        haul = Transport(id=leg_id, name=name, purpose=TransportPurpose.WASTE, carries=(flow.id,))
        return add_flows(study, "transports", (haul,))
    back = Transport(id=leg_id, name=name, purpose=TransportPurpose.PACKAGING, carries=(flow.id,))
    out = next((t for t in study.transports if _is_way_out(t)), None)
    if out is not None:
        back = replace(
            back,
            mode=out.mode,
            distance=out.distance,
            distance_kind=out.distance_kind,
            distance_adjustment=out.distance_adjustment,
            factor_id=out.factor_id,
            technology_fit=out.technology_fit,
            from_place=out.to_place,
            to_place=out.from_place,
            origin=Origin.ASSUMED,
        )
    return add_flows(study, "transports", (back,))


def _is_way_out(leg: Transport) -> bool:
    is_out = leg.purpose is TransportPurpose.OUTBOUND and leg.mode is not TransportMode.AIR
    return is_out and leg.distance is not None
