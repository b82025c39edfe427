"""Are legs sound: distances, fuel and load, empty running once, cargo on the right leg? STANDARDS D.6."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Basis, Flow
from supplier_pcf.domain.transport import (
    DistanceKind,
    FuelUse,
    Transport,
    TransportMode,
    TransportPurpose,
)
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import amounts_of
from supplier_pcf.engine.legs import is_stated
from supplier_pcf.engine.result import FlowResult, NotCounted

_CATENA_X = "Catena-X PCF Rulebook v4, 5.2.3"
_CLAUSE = "ISO 14067:2018, 6.3.5"


def lengths_and_masses_are_positive(examined: Examined) -> Iterator[Finding]:
    """A leg has a length and carries something; nothing travels backwards."""
    for leg in _legs(examined):
        for field, value in (("distance", leg.distance), ("carried_mass", leg.carried_mass)):
            if value is not None and value.value <= 0:
                yield _of(leg, f"transport.{field}", field, _zero_or_less(value.value))
        if leg.distance_adjustment < 1:
            worse = _zero_or_less(leg.distance_adjustment)
            times = f"{leg.distance_adjustment:g}"
            yield _of(leg, "transport.adjustment", "distance_adjustment", worse, times=times)


def fuel_is_a_quantity(examined: Examined) -> Iterator[Finding]:
    """Fuel and kilometres driven empty are no negative numbers, and no leg is driven empty twice over."""
    for leg in _legs(examined):
        fuel = leg.fuel or FuelUse()
        for field, value in (
            ("fuel_total", 1.0 if fuel.total is None else fuel.total.value),
            ("litres_loaded", fuel.litres_per_km_loaded or 1.0),
            ("litres_empty", fuel.litres_per_km_empty or 1.0),
        ):
            if value <= 0:
                yield _of(leg, "transport.fuel", field, _zero_or_less(value))
        if not 0 <= fuel.empty_share <= 1:
            worse = _zero_or_less(fuel.empty_share)
            yield _of(leg, "transport.empty_share", "empty_share", worse)


def fuel_is_shared_by_load(examined: Examined) -> Iterator[Finding]:
    """Fuel of a trip is shared among all that the vehicle carried, which is no less than what is ours."""
    legs = [leg for leg in _legs(examined) if leg.amount is None and is_stated(leg.fuel)]
    amounts = amounts_of(examined.study) if legs else None
    for leg in legs:
        load = leg.fuel.load if leg.fuel else None
        if load is None and leg.basis is Basis.PER_UNIT:
            yield _of(leg, "transport.no_load", "load", Severity.WARNING, clause=_CATENA_X)
        found = None if amounts is None else amounts.leg(leg)
        if found is not None and load is not None and _is_more(found.tonnes, found.load):
            yield _of(
                leg,
                "transport.load_below_carried",
                "load",
                Severity.ERROR,
                load=f"{found.load:.6g}",
                carried=f"{found.tonnes:.6g}",
            )


def empty_running_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """Kilometres driven empty stand in the factor or in the fuel, not in both and not in neither."""
    for flow, line, factor in examined.factored():
        if not isinstance(flow, Transport) or flow.fuel is None or not flow.fuel.empty_share > 0:
            continue
        inside = factor.includes_empty_running
        if is_stated(flow.fuel) and flow.amount is None:
            code = "transport.empty_twice" if inside and flow.fuel.total is None else ""
        elif inside:
            code = "transport.empty_inside"
        else:
            code = "transport.empty_not_counted" if inside is False else "transport.empty_unknown"
        severity = Severity.NOTE if code == "transport.empty_inside" else Severity.WARNING
        if code and line.counted:
            yield _of(flow, code, "empty_share", severity, factor=named_factor(factor))


def distances_are_of_the_right_kind(examined: Examined) -> Iterator[Finding]:
    """As the crow flies is too short by land and water; an actual route needs no adjustment."""
    for leg in _legs(examined):
        if leg.distance is None or leg.amount is not None:
            continue
        is_adjusted = leg.distance_adjustment != 1
        crow = leg.distance_kind is DistanceKind.GREAT_CIRCLE and leg.mode is not TransportMode.AIR
        if crow and not is_adjusted:
            yield _of(
                leg,
                "transport.great_circle",
                "distance_adjustment",
                Severity.WARNING,
                clause=_CATENA_X,
                distance=_told(leg.distance),
            )
        elif leg.distance_kind is DistanceKind.ACTUAL and is_adjusted:
            yield _of(
                leg,
                "transport.adjusted_actual",
                "distance_adjustment",
                Severity.WARNING,
                times=f"{leg.distance_adjustment:g}",
            )


def cargo_is_on_the_right_leg(examined: Examined) -> Iterator[Finding]:
    """What a leg carries says which stage it belongs to: waste, packaging or the product's materials."""
    study = examined.study
    kinds = {
        **dict.fromkeys((m.id for m in study.materials), "materials"),
        **dict.fromkeys((p.id for p in study.packaging), "packaging"),
        **dict.fromkeys((w.id for w in study.wastes), "wastes"),
    }
    for leg in _legs(examined):
        allowed = _CARGO[leg.purpose]
        other = next((i for i in leg.carries if kinds.get(i, allowed[0]) not in allowed), None)
        if other is not None and leg.carried_mass is None:
            flows = (*study.materials, *study.packaging, *study.wastes)
            cargo = next(named(flow) for flow in flows if flow.id == other)
            yield _of(leg, "transport.other_purpose", "purpose", Severity.WARNING, cargo=cargo)


_CARGO: dict[TransportPurpose, tuple[str, ...]] = {
    TransportPurpose.INBOUND: ("materials", "packaging"),
    TransportPurpose.INTERNAL: ("materials", "packaging", "wastes"),
    TransportPurpose.PACKAGING: ("packaging",),
    TransportPurpose.WASTE: ("wastes",),
    TransportPurpose.OUTBOUND: ("materials", "packaging"),
}
"""What may travel on a leg of each purpose."""


def lacks_a_load(flow: Flow, line: FlowResult) -> bool:
    """Whether a leg by fuel waits for a load that is more than nothing."""
    if not isinstance(flow, Transport) or line.reason is not NotCounted.NO_SHARE:
        return False
    load = flow.fuel.load if flow.fuel else None
    return flow.amount is None and load is not None and not load.value > 0


def _legs(examined: Examined) -> Iterator[Transport]:
    return (leg for leg in examined.study.transports if leg.exclusion is None)


def _is_more(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and 0 < other < one * (1 - 1e-9)


def _zero_or_less(value: float) -> Severity:
    return Severity.ERROR if value < 0 else Severity.WARNING


def _told(quantity: Quantity) -> str:
    return f"{quantity.value:g} {quantity.unit}"


def _of(
    leg: Transport,
    code: str,
    field: str,
    severity: Severity,
    clause: str = _CLAUSE,
    **more: Param,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        where=place("transports", leg, field),
        clause=clause,
        params={"name": named(leg), **more},
    )
