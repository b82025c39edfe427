"""How much of a flow goes into one unit of the product: levels, losses, trips, legs and shares."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.flows import Basis, Flow, Material, Packaging, PackagingKind
from supplier_pcf.domain.stoichiometry import set_free
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Dimension, UnitMismatch, dimension_of, ratio
from supplier_pcf.engine.bill_of_materials import (
    Place,
    losses,
    places,
    without_returned,
)
from supplier_pcf.engine.electricity import rest, self_used, supplies
from supplier_pcf.engine.legs import Leg, is_for_one_unit, leg_of
from supplier_pcf.engine.meters import metered, production_amount
from supplier_pcf.engine.result import Amount, NotCounted
from supplier_pcf.engine.sharing import allocated_share, made_at, units_made

__all__ = ["Amount", "Amounts", "amounts_of", "metered"]

_NO_PLACE = Place(1.0)


@dataclass(slots=True)
class Amounts:
    """The amounts of one study, with what they share worked out once."""

    study: Study
    volume: float | None = field(init=False)
    places: dict[str, Place] = field(init=False)
    _kept: dict[str | None, float] = field(init=False)
    _cargo: dict[str, Flow] = field(init=False)
    _made_at: dict[str, float] = field(init=False)
    """Each site's part of this product's units, where several make it side by side."""
    _shares: dict[tuple[object, str], float | None] = field(init=False, default_factory=dict)
    _found: dict[str, Amount | NotCounted] = field(init=False, default_factory=dict)
    _supplies: dict[str, EnergyUse] = field(init=False)
    _blocks: dict[str, list[EnergyUse]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.volume = units_made(self.study)
        self.places = places(self.study.materials)
        self._kept = losses(self.study.process_steps)
        study = self.study
        self._cargo = {f.id: f for f in (*study.materials, *study.packaging, *study.wastes)}
        self._made_at = made_at(study)
        self._supplies = supplies(study.energy_uses)
        for use in study.energy_uses if self._supplies else ():
            if use.id in self._supplies:
                self._blocks.setdefault(self._supplies[use.id].id, []).append(use)

    def supply(self, flow: Flow) -> Flow:
        """The metered supply whose way to the product a block of electricity takes; else the flow itself."""
        return self._supplies.get(flow.id, flow) if self._supplies else flow

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
        leads = flow if not self._supplies else self.supply(flow)
        if leads.basis is Basis.PER_UNIT and not (
            type(leads) is EnergyUse and leads.meter_id is not None
        ):
            return self._of_its_site(flow, raw) if self._made_at else raw
        if isinstance(flow, Transport) and is_for_one_unit(flow):
            return raw
        scale = self.of_period(leads)
        return scale if isinstance(scale, NotCounted) else (raw[0] * scale, raw[1])

    def _of_its_site(self, flow: Flow, raw: Amount) -> Amount:
        """What one piece takes at a site, weighted with the part of all pieces that the site makes."""
        part = self._made_at.get(getattr(flow, "site_id", ""))
        return raw if part is None else (raw[0] * part, raw[1])

    def before_sharing(self, flow: Flow) -> Amount | NotCounted:
        """The amount as entered or read, less what is not production, blocks of power and what was fed in."""
        return self._RAW.get(type(flow), Amounts._entered)(self, flow)

    def of_period(self, flow: Flow) -> float | NotCounted:
        """What brings this flow's amount of the period to one unit of the product."""
        if self.volume is None or not self.volume > 0:
            return NotCounted.NO_VOLUME
        flow = self.supply(flow)
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

    def before_blocks(self, use: EnergyUse) -> Amount | NotCounted:
        """What a use of energy is in the period before blocks and exports are taken off."""
        return self._own_energy(use)

    def gross_mass(self, material: Material) -> float | None:
        """kg of this line that go in for one unit of the product; None if unknown."""
        amount = self.per_unit(material)
        return None if isinstance(amount, NotCounted) else _as_mass(material, amount)

    def returned_mass(self, material: Material) -> float:
        """kg of this line that go straight back, for one unit of the product; 0 where that is unknown."""
        gross = self.gross_of_one(material)
        if isinstance(gross, NotCounted):
            return 0.0
        kept = without_returned(material, gross)
        quantity = self.places[material.id].quantity
        return _as_mass(material, ((gross[0] - kept[0]) * quantity, gross[1])) or 0.0

    def _entered(self, flow: Flow) -> Amount | NotCounted:
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        return flow.amount.value, flow.amount.unit

    def _material(self, flow: Material) -> Amount | NotCounted:
        place = self.places.get(flow.id, _NO_PLACE)
        if place.not_counted is not None:
            return place.not_counted
        gross = self.gross_of_one(flow)
        if isinstance(gross, NotCounted):
            return gross
        if flow.returned is not None:
            gross = without_returned(flow, gross)
        return gross[0] * place.quantity, gross[1]

    def gross_of_one(self, flow: Material) -> Amount | NotCounted:
        """What goes in for one unit of a material, before anything is fed back: entered, else by the steps."""
        if flow.gross_amount is not None:
            return flow.gross_amount.value, flow.gross_amount.unit
        if flow.amount is None:
            return NotCounted.NO_AMOUNT
        if flow.is_auxiliary:
            return flow.amount.value, flow.amount.unit
        kept = self._kept.get(flow.enters_at, self._kept[None])
        if not kept > 0:
            return NotCounted.NO_YIELD
        return flow.amount.value / kept, flow.amount.unit

    def _energy(self, flow: EnergyUse) -> Amount | NotCounted:
        whole = self._own_energy(flow)
        if isinstance(whole, NotCounted) or (flow.exported is None and flow.id not in self._blocks):
            return whole
        blocks = [(b, self._own_energy(b)) for b in self._blocks.get(flow.id, ())]
        try:
            taken = [self_used(b, own) for b, own in blocks if not isinstance(own, NotCounted)]
            return rest(self_used(flow, whole), taken)
        except UnitMismatch:
            return NotCounted.UNIT_MISMATCH

    def _own_energy(self, flow: EnergyUse) -> Amount | NotCounted:
        """What its meter or the entered amount says, before blocks are taken off."""
        if flow.meter_id is not None:
            meter = self.study.meter(flow.meter_id)
            if meter is None or not meter.readings:
                return NotCounted.NO_AMOUNT
            return production_amount(meter, self.study.period), meter.unit
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

    def leg(self, flow: Transport) -> Leg:
        """How a leg's amount comes about, before shares of the period."""
        return leg_of(flow, self._carried)

    def _leg(self, flow: Transport) -> Amount | NotCounted:
        return leg_of(flow, self._carried).amount

    def _carried(self, flow: Transport) -> float | None:
        """Tonnes; None as soon as one thing that it carries has no known mass."""
        if flow.carried_mass is not None:
            return flow.carried_mass.to("t")
        masses = [self.moved_mass(i) for i in flow.carries]
        known = [m for m in masses if m is not None]
        return math.fsum(known) / 1000 if known and len(known) == len(masses) else None

    def moved_mass(self, flow_id: str) -> float | None:
        """kg that travel of a material, a package or a waste for one unit of the product.

        A returnable package travels whole on each trip.
        """
        flow = self._cargo.get(flow_id)
        if flow is None:
            return None
        if isinstance(flow, Material):
            return self.gross_mass(flow)
        amount = self.per_unit(flow)
        if isinstance(amount, NotCounted) or dimension_of(amount[1]) is not Dimension.MASS:
            return None
        kg = amount[0] * ratio(amount[1], "kg")
        if isinstance(flow, Packaging) and flow.kind is PackagingKind.RETURNABLE and flow.trips:
            return kg * flow.trips
        return kg

    _RAW: ClassVar[dict[type[Flow], Callable[[Amounts, Any], Amount | NotCounted]]] = {
        Material: _material,
        EnergyUse: _energy,
        DirectEmission: _emission,
        Packaging: _package,
        Transport: _leg,
    }
    """How each kind of flow says its amount, before shares of the period."""


_asked_last: list[Amounts] = []


def amounts_of(study: Study) -> Amounts:
    """The amounts of a study; those of the study asked last are kept, for many ask one after another."""
    kept = _asked_last[0] if _asked_last else None
    if kept is None or kept.study is not study:
        kept = Amounts(study)
        _asked_last[:] = [kept]
    return kept


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
