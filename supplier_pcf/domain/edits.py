"""Every change a user can make: study in, study out, named as the undo text says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Basis, ChosenBy, Exclusion, Flow, Material
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.domain.transport import Transport


def kind_of(study: Study, flow_id: str) -> str | None:
    """The name of the tuple that holds this flow; None if there is no such flow."""
    for kind in FLOW_KINDS:
        if any(flow.id == flow_id for flow in getattr(study, kind)):
            return kind
    return None


def _with(study: Study, changes: dict[str, Any]) -> Study:
    return replace(study, **changes)


def set_flow(study: Study, flow: Flow) -> Study:
    """The same study, with this flow in place of the one with its id; unchanged if there is none."""
    kind = kind_of(study, flow.id)
    if kind is None:
        return study
    flows: Sequence[Flow] = getattr(study, kind)
    return _with(study, {kind: tuple(flow if f.id == flow.id else f for f in flows)})


def add_flows(study: Study, kind: str, flows: Iterable[Flow]) -> Study:
    """The same study, with these flows at the end of their kind."""
    return _with(study, {kind: (*getattr(study, kind), *flows)})


def remove_flows(study: Study, ids: Iterable[str]) -> Study:
    """The same study without these flows; what pointed to them as parent points to nothing.

    Legs carry them no more.
    """
    gone = frozenset(ids)
    kept = {
        kind: tuple(flow for flow in getattr(study, kind) if flow.id not in gone)
        for kind in FLOW_KINDS
    }
    kept["materials"] = tuple(
        replace(m, parent_id=None) if m.parent_id in gone else m for m in kept["materials"]
    )
    kept["transports"] = tuple(
        t if gone.isdisjoint(t.carries) else _without_cargo(t, gone) for t in kept["transports"]
    )
    kept["energy_uses"] = tuple(_on_its_own(study, use, gone) for use in kept["energy_uses"])
    return _with(study, kept)


def _without_cargo(leg: Transport, gone: frozenset[str]) -> Transport:
    return replace(leg, carries=tuple(i for i in leg.carries if i not in gone))


def _on_its_own(study: Study, use: EnergyUse, gone: frozenset[str]) -> EnergyUse:
    """A block of a supply that goes keeps the supply's way to the product; nothing points to what is gone."""
    if use.included_in in gone:
        use = replace(use, included_in=None)
    if use.part_of not in gone:
        return use
    supply = next((other for other in study.energy_uses if other.id == use.part_of), None)
    if supply is None:
        return replace(use, part_of=None)
    return as_block(replace(use, part_of=None), supply)


def as_block(use: EnergyUse, supply: EnergyUse) -> EnergyUse:
    """The same use at the supply's site, reaching the product as that one does."""
    is_metered = supply.meter_id is not None
    return replace(
        use,
        basis=Basis.PER_PERIOD if is_metered else supply.basis,
        allocation=supply.allocation,
        site_id=supply.site_id,
    )


def replace_materials(study: Study, materials: Iterable[Material]) -> Study:
    """The same study with this bill of materials."""
    return replace(study, materials=tuple(materials))


def set_meters(study: Study, meters: Iterable[Meter]) -> Study:
    """The same study with these meters; one with a known id takes the old one's place."""
    new = {m.id: m for m in meters}
    kept = tuple(new.pop(m.id, m) for m in study.meters)
    return replace(study, meters=(*kept, *new.values()))


def choose_factor(
    study: Study, flow_id: str, factor_id: str | None, *, by: ChosenBy = ChosenBy.USER
) -> Study:
    """The same study, with this flow multiplied by this factor."""
    flow = study.flow(flow_id)
    return study if flow is None else set_flow(study, with_factor(flow, factor_id, by=by))


def with_factor(flow: Flow, factor_id: str | None, *, by: ChosenBy = ChosenBy.USER) -> Flow:
    """The flow with this factor; what was said of how another one fits goes with that one."""
    if factor_id == flow.factor_id:
        return replace(flow, factor_chosen_by=by)
    return replace(
        flow, factor_id=factor_id, factor_chosen_by=by, factor_reason="", technology_fit=None
    )


def exclude(study: Study, flow_id: str, exclusion: Exclusion | None) -> Study:
    """The same study, with this flow left out for a reason, or back in with None."""
    flow = study.flow(flow_id)
    return study if flow is None else set_flow(study, replace(flow, exclusion=exclusion))
