"""What the amount of a line is made of: what goes in, losses, the share of one piece, pieces in the declared unit."""

from __future__ import annotations

from typing import NamedTuple

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow, Material, Stage
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.engine.amounts import amounts_of
from supplier_pcf.engine.legs import is_for_one_unit
from supplier_pcf.engine.result import FlowResult, NotCounted, Result
from supplier_pcf.engine.sharing import PLANT_BASES, own_weight

_UNITS = {
    AllocationBasis.MASS: "kg",
    AllocationBasis.PIECES: "piece",
    AllocationBasis.MACHINE_HOURS: "h",
    AllocationBasis.VALUE: "value",
}


class Level(NamedTuple):
    """One member of the product that a line is, in its unit; empty for a plain number."""

    value: float
    unit: str = ""


class Levels:
    """The lines of one study taken apart."""

    def __init__(self, study: Study, result: Result) -> None:
        self.study, self.result = study, result
        self.amounts = amounts_of(study)
        lines = zip(study.flows(), result.flows, strict=True)
        self._flows = {(line.kind, line.id): flow for flow, line in lines}

    def flow(self, line: FlowResult) -> Flow:
        """The flow behind a line."""
        return self._flows[line.kind, line.id]

    def basis(self, flow: Flow) -> AllocationBasis | None:
        """By what the plant's amount is shared; None where the amount is for one piece."""
        leads = self.amounts.supply(flow)
        metered = isinstance(leads, EnergyUse) and leads.meter_id is not None
        if leads.basis is Basis.PER_UNIT and not metered:
            return None
        if isinstance(flow, Transport) and is_for_one_unit(flow):
            return None
        return (leads.allocation or Allocation()).basis

    def apart(self, line: FlowResult, *, by_weight: bool) -> list[Level]:
        """What goes in, losses, share, pieces in the declared unit; their product is the line's amount.

        `by_weight`: of a plant's amount, what it used for each kg, piece, hour or unit of value it made, times what
        one piece has of that, so that a plant that makes twice as much with twice as much changes nothing.
        """
        flow, amount = self.flow(line), line.amount or 0.0
        losses = self._losses(flow) if isinstance(flow, Material) else 1.0
        units = self.result.units_per_declared_unit or 1.0
        joint = 1.0 if line.stage is Stage.PACKAGING else self.result.co_product_share.share
        share, per = self._share(flow, by_weight=by_weight)
        others = losses * share * joint * units
        if not others:
            return [Level(amount, line.unit), Level(1.0), Level(1.0), Level(1.0)]
        goes_in = Level(amount / others, f"{line.unit}/{per}" if per else line.unit)
        return [goes_in, Level(losses), Level(share * joint, per), Level(units)]

    def _losses(self, flow: Material) -> float:
        """Gross over net."""
        net, gross = self.amounts.net(flow), self.amounts.per_unit(flow)
        if net is None or isinstance(gross, NotCounted) or gross[1] != net[1]:
            return 1.0
        return gross[0] / net[0] if net[0] and gross[0] else 1.0

    def _share(self, flow: Flow, *, by_weight: bool) -> tuple[float, str]:
        """The share, or what one piece weighs on the basis of sharing with its unit."""
        basis = self.basis(flow)
        if basis is None or basis is AllocationBasis.ALL:
            return 1.0, ""
        leads, volume = self.amounts.supply(flow), self.amounts.volume
        allocation = leads.allocation or Allocation()
        if by_weight and basis in PLANT_BASES and volume:
            site = self.study.site(allocation.site_id or getattr(leads, "site_id", ""))
            weight = own_weight(site, basis)
            if weight:
                return weight / volume, _UNITS[basis]
        scale = self.amounts.of_period(leads)
        if isinstance(scale, NotCounted) or not volume:
            return 1.0, ""
        return scale * volume, ""


def levels_of(
    old: Levels, then: FlowResult, new: Levels, now: FlowResult
) -> tuple[list[Level], list[Level]]:
    """Both lines taken apart in the same way."""
    by_weight = old.basis(old.flow(then)) is new.basis(new.flow(now))
    first, last = old.apart(then, by_weight=by_weight), new.apart(now, by_weight=by_weight)
    if by_weight and first[2].unit != last[2].unit:
        return old.apart(then, by_weight=False), new.apart(now, by_weight=False)
    return first, last
