"""What a plant's amount becomes for one product on every basis of sharing, side by side."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from supplier_pcf.domain.edits import kind_of
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import COUNTED_KINDS, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.electricity import blocks_of, supply_of
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.result import FlowResult, NotCounted
from supplier_pcf.engine.sharing import PLANT_BASES, allocated_share, weight
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RULE_SETS, rule_set

BASES: tuple[AllocationBasis, ...] = (
    AllocationBasis.ALL,
    AllocationBasis.MACHINE_HOURS,
    AllocationBasis.MASS,
    AllocationBasis.PIECES,
    AllocationBasis.VALUE,
    AllocationBasis.SHARE,
)
"""Every way for an amount to reach the product, in the order they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """What a basis still needs: `outputs`, `this_product`, `weights`, `share`, or a reason of the engine."""

    code: str
    names: tuple[str, ...] = ()
    """The products of the plant whose figure is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisView:
    """One basis for one amount: the product's share, what reaches one unit, and what that weighs."""

    basis: AllocationBasis
    chosen: bool
    share: float | None = None
    own: float | None = None
    """This product's own kg, pieces, hours or money."""
    whole: float | None = None
    """The same of all products of the plant."""
    per_unit: Quantity | None = None
    """Of the amount, for one unit of the product."""
    kg_co2e: float | None = None
    """Per declared unit, as the result has it."""
    effect_percent: float | None = None
    """What choosing it would do to the whole footprint, beside the basis that is chosen."""
    lack: Lack | None = None


def share_of(study: Study, flow: Flow) -> float | None:
    """The share of a plant's amount that reaches the product; None where it is unknown."""
    flow = leading(study, flow)
    return allocated_share(study, flow.allocation, getattr(flow, "site_id", ""))


def leading(study: Study, flow: Flow) -> Flow:
    """The flow whose way to the product this one takes: a part of a supply takes that of the supply."""
    return supply_of(study, flow) if isinstance(flow, EnergyUse) else flow


def is_shared(flow: Flow) -> bool:
    """Whether a flow's amount is a plant's, of which the product has a share."""
    is_metered = isinstance(flow, EnergyUse) and flow.meter_id is not None
    return flow.basis is Basis.PER_PERIOD or is_metered


def basis_views(
    study: Study, library: FactorLibrary, as_of: date, flow_id: str, whole: float | None = None
) -> tuple[BasisView, ...]:
    """Every basis for the amount of one flow; nothing where there is no such flow.

    With `whole`, the footprint in kg CO2e per declared unit, each says its effect on it.
    """
    kind = kind_of(study, flow_id)
    if kind is None:
        return ()
    flow = next(f for f in getattr(study, kind) if f.id == flow_id)
    flow = _without_blocks(study, flow)
    flows = [_by(flow, basis) for basis in BASES]
    kinds: dict[str, Any] = dict.fromkeys(COUNTED_KINDS, ())
    probe = replace(study, **{**kinds, kind: tuple(flows)})
    rules = rule_set(study.rule_set) or RULE_SETS[0]
    run = Lines(probe, library, rules, as_of)
    lines = zip(BASES, flows, run.lines(), strict=True)
    chosen = flow.allocation.basis if flow.allocation else AllocationBasis.ALL
    views = [_view(run, basis, chosen, shared, line) for basis, shared, line in lines]
    if not whole:
        return tuple(views)
    sums = _Sums(run, study, kind, flow)
    return tuple(replace(v, effect_percent=sums.effect(v, whole)) for v in views)


class _Sums:
    """kg CO2e of all flows of a kind with one of them shared by another basis: its parts follow it."""

    def __init__(self, run: Lines, study: Study, kind: str, flow: Flow) -> None:
        self._run, self._study, self._kind, self._flow = run, study, kind, flow
        self._now = self._sum(flow)

    def effect(self, view: BasisView, whole: float) -> float | None:
        """Percent of the whole footprint."""
        known = self._flow.allocation or Allocation(site_id=_site_id(self._flow))
        changed = replace(self._flow, allocation=replace(known, basis=view.basis))
        then = self._sum(changed) if view.kg_co2e is not None else None
        return None if then is None or self._now is None else 100 * (then - self._now) / whole

    def _sum(self, flow: Flow) -> float | None:
        """None where the flow itself is not counted."""
        flows = tuple(flow if f.id == flow.id else f for f in getattr(self._study, self._kind))
        others: dict[str, Any] = dict.fromkeys(COUNTED_KINDS, ())
        probe = replace(self._study, **{**others, self._kind: flows})
        run = self._run
        lines = tuple(Lines(probe, run.library, run.rules, run.as_of).lines())
        if not any(line.id == flow.id and line.counted for line in lines):
            return None
        return math.fsum(line.kg_co2e for line in lines if line.counted)


def _without_blocks(study: Study, flow: Flow) -> Flow:
    """A supply as the rest that its parts leave, so that it can be shared on its own."""
    if not isinstance(flow, EnergyUse) or not blocks_of(study, flow.id):
        return flow
    amounts = Amounts(study)
    rest = amounts.before_sharing(flow)
    left = None if isinstance(rest, NotCounted) else Quantity(*rest)
    basis = Basis.PER_PERIOD if is_shared(flow) else flow.basis
    return replace(flow, meter_id=None, amount=left, basis=basis)


def _view(
    run: Lines, basis: AllocationBasis, chosen: AllocationBasis, flow: Flow, line: FlowResult
) -> BasisView:
    site = run.study.site(_site_id(flow))
    amount = run.amounts.per_unit(flow)
    own, whole = _weights(site, basis)
    share = share_of(run.study, flow)
    return BasisView(
        basis=basis,
        chosen=basis is chosen,
        share=share,
        own=own,
        whole=whole,
        per_unit=None if isinstance(amount, NotCounted) else Quantity(*amount),
        kg_co2e=line.kg_co2e if line.counted else None,
        lack=_lack(site, basis, share, line.reason),
    )


def not_allocated(study: Study, flow: Flow, total: Quantity | None) -> Quantity | None:
    """What of a plant's amount stays with its other products; None where it cannot be said."""
    share = share_of(study, flow)
    if share is None or total is None:
        return None
    return total.times(1 - share)


def _by(flow: Flow, basis: AllocationBasis) -> Flow:
    known = flow.allocation or Allocation(site_id=_site_id(flow))
    shared = replace(known, basis=basis)
    return replace(flow, id=f"{flow.id}/{basis.value}", allocation=shared, exclusion=None)


def _site_id(flow: Flow) -> str:
    own: str = getattr(flow, "site_id", "")
    return (flow.allocation.site_id if flow.allocation else "") or own


def _weights(site: Site | None, basis: AllocationBasis) -> tuple[float | None, float | None]:
    """This product's weight and the weight of all; None where one of them is unknown."""
    if site is None or basis not in PLANT_BASES:
        return None, None
    weights = [(weight(o, basis), o.is_this_product) for o in site.outputs]
    known = [(w, own) for w, own in weights if w is not None]
    if not known or len(known) < len(weights):
        return None, None
    return math.fsum(w for w, own in known if own), math.fsum(w for w, _ in known)


def _lack(
    site: Site | None, basis: AllocationBasis, share: float | None, reason: NotCounted | None
) -> Lack | None:
    if share is not None:
        return None if reason is None else Lack(code=reason.value)
    if basis is AllocationBasis.SHARE:
        return Lack(code="share")
    outputs = site.outputs if site else ()
    if not outputs:
        return Lack(code="outputs")
    if not any(o.is_this_product for o in outputs):
        return Lack(code="this_product")
    return Lack(code="weights", names=tuple(o.name for o in outputs if weight(o, basis) is None))
