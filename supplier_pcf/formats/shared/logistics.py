"""What stands behind a leg and a burnt waste, fact by fact, so that a stranger can work them out again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.flows import Waste
from supplier_pcf.domain.transport import Transport
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.burning import burnt_carbon
from supplier_pcf.engine.legs import Leg, LegBy
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.material_rows import Row


class Fact(NamedTuple):
    """One number behind a flow."""

    flow: Transport | Waste
    kind: str
    amount: float
    unit: str
    kg_co2e: float | None = None


def facts_of_legs(issue: Issue) -> Iterator[Fact]:
    """Tonnes, kilometres, fuel and load of each leg whose amount is worked out, for one unit of the product."""
    amounts = Amounts(issue.study)
    for flow, line in issue.lines():
        if isinstance(flow, Transport) and line.counted:
            yield from _facts(flow, amounts.leg(flow))


def _facts(flow: Transport, leg: Leg) -> Iterator[Fact]:
    if leg.by is LegBy.ENTERED:
        return
    fuel = flow.fuel if leg.by is LegBy.FUEL else None
    found: list[tuple[str, float | None, str]] = [
        ("carried", leg.tonnes, "t"),
        *_way(flow),
    ]
    if fuel is not None and fuel.total is None:
        found += [
            ("litres_per_km_loaded", fuel.litres_per_km_loaded, "l/km"),
            ("litres_per_km_empty", fuel.litres_per_km_empty, "l/km"),
            ("driven_empty", fuel.empty_share, ""),
        ]
    if leg.trip is not None:
        found += [("fuel_of_trip", *leg.trip), ("load", leg.load, "t")]
    for kind, amount, unit in found:
        if amount is not None:
            yield Fact(flow, kind, amount, unit)


def _way(flow: Transport) -> list[tuple[str, float | None, str]]:
    if flow.distance is None:
        return []
    return [
        ("distance", flow.distance.value, flow.distance.unit),
        ("distance_adjustment", flow.distance_adjustment, ""),
    ]


def carbon_burnt(issue: Issue) -> Iterator[Fact]:
    """kg of fossil carbon of each burnt waste that are counted beside its factor, and the CO2 they become."""
    for flow, line in issue.lines():
        factor = issue.factor(line.factor_id)
        if not isinstance(flow, Waste) or not line.counted or factor is None:
            continue
        carbon = burnt_carbon(flow, factor, line.amount or 0.0)
        if carbon:
            yield Fact(flow, "fossil_carbon", carbon, "kg C", carbon * CO2_PER_CARBON)


def logistics_rows(issue: Issue, licensed: Collection[str]) -> Iterator[Row]:
    """What stands behind the amounts of legs, and the carbon of wastes that burn, as rows of the inventory."""
    for section, facts in (("leg", facts_of_legs(issue)), ("burnt", carbon_burnt(issue))):
        for fact in facts:
            if fact.flow.id not in licensed:
                yield {
                    "section": section,
                    "id": fact.flow.id,
                    "name": fact.flow.name,
                    "kind": fact.kind,
                    "amount": fact.amount,
                    "unit": fact.unit,
                    "kg_co2e": fact.kg_co2e,
                }
