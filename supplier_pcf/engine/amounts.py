"""How much of a flow goes into one unit of the product: levels, losses, trips, legs and shares."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.flows import Basis, Flow, Material, Packaging, PackagingKind
from supplier_pcf.domain.stoichiometry import set_free
from supplier_pcf.domain.study import Meter, Period, Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.bill_of_materials import Place, losses, places
from supplier_pcf.engine.result import NotCounted
from supplier_pcf.engine.sharing import allocated_share, made_at, units_made

Amount = tuple[float, str]
"""A value and its unit."""

_NO_PLACE = Place(1.0)


@dataclass(slots=True)
class Amounts:
    """The amounts of one study, with what they share worked out once."""

    study: Study
    volume: float | None = field(init=False)
    places: dict[str, Place] = field(init=False)
    _kept: dict[str | None, float] = field(init=False)
    _materials: dict[str, Material] = field(init=False)
    _made_at: dict[str, float] = field(init=False)
    """Each site's part of this product's units, where several make it side by side."""
    _shares: dict[tuple[object, str], float | None] = field(init=False, default_factory=dict)
    _found: dict[str, Amount | NotCounted] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.volume = units_made(self.study)
        self.places = places(self.study.materials)
        self._kept = losses(self.study.process_steps)
        self._materials = {m.id: m for m in self.study.materials}
        self._made_at = made_at(self.study)

    def per_unit(self, flow: Flow) -> Amount | NotCounted:
        """The amount for one unit of the product, or why there is none."""
        found = self._found.get(flow.id)
        if found is None:
            found = self._found[flow.id] = self._per_unit(flow)
        return found

    def _per_unit(self, flow: Flow) -> Amount | NotCounted:
        raw = self._RAW.get(type(flow), Amounts._entered)(self, flow)
        if isinstance(raw, NotCounted):
            return raw
        if flow.basis is Basis.PER_UNIT and not (
            type(flow) is EnergyUse and flow.meter_id is not None
        ):
            return self._of_its_site(flow, raw) if self._made_at else raw
        scale = self.of_period(flow)
        return scale if isinstance(scale, NotCounted) else (raw[0] * scale, raw[1])

    def _of_its_site(self, flow: Flow, raw: Amount) -> Amount:
        """What one piece takes at a site, weighted with the part of all pieces that the site makes."""
        part = self._made_at.get(getattr(flow, "site_id", ""))
        return raw if part is None else (raw[0] * part, raw[1])

    def of_period(self, flow: Flow) -> float | NotCounted:
        """What brings this flow's amount of the period to one unit of the product."""
        if self.volume is None or not self.volume > 0:
            return NotCounted.NO_VOLUME
        site_id = getattr(flow, "site_id", "")
        key = (flow.allocation, site_id)
        if key not in self._shares:
            self._shares[key] = allocated_share(self.study, flow.allocation, site_id)
        share = self._shares[key]
        return NotCounted.NO_SHARE if share is None else share / self.volume

    def net(self, material: Material) -> Amount | None:
        """What of this line is in one unit of the product, its quantity included; None if unknown."""
        if material.amount is None:
            return None
        return material.amount.value * self.places[material.id].quantity, material.amount.unit

    def net_mass(self, material: Material) -> float | None:
        """kg of this line in one unit of the product; None if unknown."""
        net = self.net(material)
        return None if net is None else _as_mass(material, net)

    def gross_mass(self, material: Material) -> float | None:
        """kg of this line that go in for one unit of the product; None if unknown."""
        amount = self.per_unit(material)
        return None if isinstance(amount, NotCounted) else _as_mass(material, amount)

    def _entered(self, flow: Flow) -> Amount | NotCounted:
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        return flow.amount.value, flow.amount.unit

    def _material(self, flow: Material) -> Amount | NotCounted:
        place = self.places.get(flow.id, _NO_PLACE)
        if place.not_counted is not None:
            return place.not_counted
        if flow.gross_amount is not None:
            return flow.gross_amount.value * place.quantity, flow.gross_amount.unit
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        if flow.is_auxiliary:
            return flow.amount.value * place.quantity, flow.amount.unit
        kept = self._kept.get(flow.enters_at, self._kept[None])
        if not kept > 0:
            return NotCounted.NO_YIELD
        return flow.amount.value * place.quantity / kept, flow.amount.unit

    def _energy(self, flow: EnergyUse) -> Amount | NotCounted:
        if flow.meter_id is not None:
            meter = self.study.meter(flow.meter_id)
            if meter is None or not meter.readings:
                return NotCounted.NO_AMOUNT
            return metered(meter, self.study.period), meter.unit
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        return flow.amount.value, flow.amount.unit

    def _emission(self, flow: DirectEmission) -> Amount | NotCounted:
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        if flow.recovered is None:
            return flow.amount.value, flow.amount.unit
        try:
            recovered = flow.recovered.to(flow.amount.unit)
            return set_free(flow.amount.value, recovered), flow.amount.unit
        except UnitMismatch:
            return NotCounted.UNIT_MISMATCH

    def _package(self, flow: Packaging) -> Amount | NotCounted:
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        content = 1.0 if flow.basis is Basis.PER_PERIOD else flow.units_per_package
        trips = flow.trips if flow.kind is PackagingKind.RETURNABLE else 1.0
        if content is None or trips is None or not content > 0 or not trips > 0:
            return NotCounted.NO_SHARE
        return flow.amount.value / (content * trips), flow.amount.unit

    def _leg(self, flow: Transport) -> Amount | NotCounted:
        if flow.amount is not None:
            return flow.amount.value, flow.amount.unit
        if flow.distance is None:
            return NotCounted.NO_AMOUNT
        try:
            km = flow.distance.to("km") * flow.distance_adjustment
            tonnes = self._carried(flow)
            if tonnes is None:
                return NotCounted.NO_AMOUNT
            if flow.fuel is None:
                return tonnes * km, "t.km"
            return _fuel(flow, km, tonnes)
        except UnitMismatch:
            return NotCounted.UNIT_MISMATCH

    def _carried(self, flow: Transport) -> float | None:
        if flow.carried_mass is not None:
            return flow.carried_mass.to("t")
        carried = [self._materials.get(i) for i in flow.carries]
        masses = [None if m is None else self.gross_mass(m) for m in carried]
        known = [m for m in masses if m is not None]
        return math.fsum(known) / 1000 if known and len(known) == len(masses) else None

    _RAW: ClassVar[dict[type[Flow], Callable[[Amounts, Any], Amount | NotCounted]]] = {
        Material: _material,
        EnergyUse: _energy,
        DirectEmission: _emission,
        Packaging: _package,
        Transport: _leg,
    }
    """How each kind of flow says its amount, before shares of the period."""


def _as_mass(material: Material, amount: Amount) -> float | None:
    value, unit = amount
    try:
        return value * ratio(unit, "kg")
    except UnitMismatch:
        pass
    if material.mass_per_unit is None or material.amount is None:
        return None
    try:
        return value * ratio(unit, material.amount.unit) * material.mass_per_unit.to("kg")
    except UnitMismatch:
        return None


def _fuel(flow: Transport, km: float, tonnes: float) -> Amount | NotCounted:
    """Litres of the trip, shared by mass: d x (loaded + empty share x empty) x m / load (D.6)."""
    fuel = flow.fuel
    if fuel is None:
        return NotCounted.NO_AMOUNT
    litres = km * (fuel.litres_per_km_loaded + fuel.empty_share * fuel.litres_per_km_empty)
    if fuel.load is None:
        return litres, "l"
    load = fuel.load.to("t")
    return (litres * tonnes / load, "l") if load > 0 else NotCounted.NO_SHARE


def metered(meter: Meter, period: Period) -> float:
    """The sum of a meter's readings in its own unit; a reading half inside the period counts by its days."""
    return math.fsum(
        r.amount * _part_inside(r.start, r.end, period.start, period.end) for r in meter.readings
    )


def _part_inside(start: date, end: date, first: date | None, last: date | None) -> float:
    begin = start if first is None else max(start, first)
    finish = end if last is None else min(end, last)
    days = (end - start).days + 1
    inside = (finish - begin).days + 1
    return max(0, inside) / days if days > 0 else 0.0
