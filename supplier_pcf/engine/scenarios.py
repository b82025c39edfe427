"""What could be made otherwise: a scenario put on a study gives another study, which is calculated as any.

A scenario is applied whole and the study recalculated, so what one change takes from another is never counted
twice. The order in which its changes stand does not matter where they move different things.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from supplier_pcf.domain.edits import add_flows, as_block, set_flow, with_factor
from supplier_pcf.domain.energy import (
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import Boundary, EmissionFactor
from supplier_pcf.domain.flows import Basis, Flow, Material
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.domain.transport import Transport, TransportMode
from supplier_pcf.domain.units import Quantity, UnitMismatch, dimension_of
from supplier_pcf.engine.alternatives import scaled
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.electricity import is_power
from supplier_pcf.engine.legs import is_stated
from supplier_pcf.factors.library import FactorLibrary, Find, own_first
from supplier_pcf.factors.power_mix import grid_factor

_SHARES = (Lever.RECYCLED_SHARE, Lever.POWER)
_MODES = {
    "road": TransportMode.ROAD,
    "rail": TransportMode.RAIL,
    "sea": TransportMode.SEA,
    "inland": TransportMode.INLAND_WATERWAY,
    "air": TransportMode.AIR,
}
"""The means of transport by the first word of a factor's subcategory."""


class Unmoved(StrEnum):
    """Why a change cannot be made."""

    NO_TARGET = "no_target"
    """What it changes is not in the study any more."""
    WRONG_KIND = "wrong_kind"
    """The lever does not fit what it is put on."""
    NO_NUMBER = "no_number"
    BAD_NUMBER = "bad_number"
    """Below zero, or a share above one."""
    NO_FACTOR = "no_factor"
    """No factor is chosen."""
    UNKNOWN_FACTOR = "unknown_factor"
    NO_AMOUNT = "no_amount"
    """There is no amount to change."""
    NO_LOSS = "no_loss"
    """Nothing goes in beyond the net mass."""
    NO_REJECTS = "no_rejects"


@dataclass(frozen=True, slots=True)
class NotMade:
    """A change that could not be made, and why."""

    change: ScenarioChange
    reason: Unmoved


@dataclass(frozen=True, slots=True)
class Applied:
    """The study with a scenario put on it, and what of the scenario could not be made."""

    study: Study
    not_made: tuple[NotMade, ...] = ()


def apply(study: Study, scenario: Scenario, library: FactorLibrary) -> Applied:
    """The study as the scenario would have it; the study itself where the scenario changes nothing."""
    find = own_first(study.factors, library)
    ordered = sorted(scenario.changes, key=lambda change: _ORDER.index(change.lever))
    not_made = []
    for change in ordered:
        made = _made(study, change, library, find)
        if isinstance(made, Unmoved):
            not_made.append(NotMade(change, made))
        else:
            study = made
    return Applied(study, tuple(not_made))


def target(study: Study, where: str) -> Flow | ProcessStep | None:
    """The row a path such as `materials/m1` leads to."""
    kind, _, row_id = where.partition("/")
    if kind not in (*FLOW_KINDS, "process_steps"):
        return None
    return next((row for row in getattr(study, kind) if row.id == row_id), None)


def _made(
    study: Study, change: ScenarioChange, library: FactorLibrary, find: Find
) -> Study | Unmoved:
    row = target(study, change.where)
    if row is None:
        return Unmoved.NO_TARGET
    wrong = _wrong_number(change)
    if wrong is not None:
        return wrong
    if change.number == 1 and change.lever not in _SHARES and change.lever is not Lever.FACTOR:
        return study
    return _DOES[change.lever](_Run(study, change, library, find), row)


def _wrong_number(change: ScenarioChange) -> Unmoved | None:
    if change.lever is Lever.FACTOR:
        return None
    number = change.number
    if number is None:
        return Unmoved.NO_NUMBER
    if not (math.isfinite(number) and number >= 0) or (change.lever in _SHARES and number > 1):
        return Unmoved.BAD_NUMBER
    return None


@dataclass(frozen=True, slots=True)
class _Run:
    """One change on its way into a study."""

    study: Study
    change: ScenarioChange
    library: FactorLibrary
    find: Find

    @property
    def number(self) -> float:
        """How far the lever is moved."""
        return self.change.number or 0.0

    def factor(self) -> EmissionFactor | Unmoved:
        """The factor of the change."""
        if not self.change.factor_id:
            return Unmoved.NO_FACTOR
        return self.find(self.change.factor_id) or Unmoved.UNKNOWN_FACTOR


def _rejects(run: _Run, row: Any) -> Study | Unmoved:
    """Another share of rejects: m_in = m / (y x (1 - r)) follows by itself (STANDARDS D.1)."""
    if not isinstance(row, ProcessStep):
        return Unmoved.WRONG_KIND
    if not row.reject_share:
        return Unmoved.NO_REJECTS
    share = row.reject_share * run.number
    if not share < 1:
        return Unmoved.BAD_NUMBER
    better = replace(row, reject_share=share)
    steps = tuple(better if step is row else step for step in run.study.process_steps)
    return replace(run.study, process_steps=steps)


def _factor(run: _Run, row: Any) -> Study | Unmoved:
    """Another factor on the row; a leg goes by the means of transport that the factor is of."""
    if not isinstance(row, Flow):
        return Unmoved.WRONG_KIND
    factor = run.factor()
    if isinstance(factor, Unmoved):
        return factor
    other = with_factor(row, factor.id)
    if isinstance(other, Transport):
        other = _by_mode(other, factor)
    return set_flow(run.study, other)


def _by_mode(leg: Transport, factor: EmissionFactor) -> Transport:
    first = factor.subcategory.partition(" ")[0] if factor.category == "transport" else ""
    by_work = dimension_of(factor.unit) is dimension_of("t.km") and is_stated(leg.fuel)
    return replace(leg, mode=_MODES.get(first, leg.mode), fuel=None if by_work else leg.fuel)


def _recycled(run: _Run, row: Any) -> Study | Unmoved:
    """Another recycled share, before and after use in the same relation as now."""
    if not isinstance(row, Material):
        return Unmoved.WRONG_KIND
    factor_id = run.change.factor_id or row.recycled_factor_id
    if not factor_id:
        return Unmoved.NO_FACTOR
    if run.find(factor_id) is None:
        return Unmoved.UNKNOWN_FACTOR
    before, after = row.recycled_pre_consumer or 0.0, row.recycled_post_consumer or 0.0
    first = run.number * before / (before + after) if before + after > 0 else 0.0
    other = replace(
        row,
        recycled_pre_consumer=first if before else row.recycled_pre_consumer,
        recycled_post_consumer=run.number - first,
        recycled_factor_id=factor_id,
    )
    return set_flow(run.study, other)


def _loss(run: _Run, row: Any) -> Study | Unmoved:
    """gross = net + n x (gross - net), in the unit of the gross amount; what is fed back shrinks as it does."""
    if not isinstance(row, Material) or row.is_auxiliary:
        return Unmoved.WRONG_KIND
    gross = Amounts(run.study).gross_of_one(row)
    if not isinstance(gross, tuple) or row.amount is None:
        return Unmoved.NO_AMOUNT
    try:
        net = row.amount.to(gross[1])
    except UnitMismatch:
        return Unmoved.NO_AMOUNT
    if not gross[0] > net:
        return Unmoved.NO_LOSS
    less = Quantity(net + run.number * (gross[0] - net), gross[1])
    back = None if row.returned is None else row.returned.times(run.number)
    return set_flow(run.study, replace(row, gross_amount=less, returned=back))


def _amount(run: _Run, row: Any) -> Study | Unmoved:
    """The amount of the row, times the number; what is read on a meter counts as production uses it."""
    if not isinstance(row, Flow):
        return Unmoved.WRONG_KIND
    if isinstance(row, EnergyUse) and row.meter_id is not None:
        read = Amounts(run.study).before_blocks(row)
        if not isinstance(read, tuple):
            return Unmoved.NO_AMOUNT
        amount = Quantity(read[0], read[1])
        row = replace(row, meter_id=None, amount=amount, basis=Basis.PER_PERIOD)
    other = scaled(row, run.number)
    return Unmoved.NO_AMOUNT if other is None else set_flow(run.study, other)


def _power(run: _Run, row: Any) -> Study | Unmoved:
    """A part of the power that no contract covers yet becomes a block of its own, as bought with certificates.

    The five criteria of ISO 14067 clause 6.4.9.4.4 are taken as met; what brings the power to the
    plant is added where the factor does not hold it (STANDARDS D.3).
    """
    if not isinstance(row, EnergyUse) or not is_power(row) or row.part_of is not None:
        return Unmoved.WRONG_KIND
    factor = run.factor()
    if isinstance(factor, Unmoved):
        return factor
    rest = Amounts(run.study).before_sharing(row)
    if not isinstance(rest, tuple):
        return Unmoved.NO_AMOUNT
    if not run.number:
        return run.study
    block = EnergyUse(
        id=_free_id(run.study, f"scenario-{row.id}"),
        name=row.name,
        amount=Quantity(rest[0] * run.number, rest[1]),
        factor_id=factor.id,
        origin=row.origin,
        source=ElectricitySource.CERTIFICATES,
        proof=MET,
        part_of=row.id,
        added_factor_ids=_grid_parts(run, row, factor),
        loss_share=row.loss_share,
        loss_source=row.loss_source,
    )
    return add_flows(run.study, "energy_uses", [as_block(block, row)])


MET = InstrumentProof(
    carries_attributes=True,
    unique_claim=True,
    cancelled_for_us=True,
    close_in_time=True,
    same_market=True,
)
"""The proof a scenario takes for given."""


def _grid_parts(run: _Run, supply: EnergyUse, factor: EmissionFactor) -> tuple[str, ...]:
    """What brings the power to the plant: as the supply has it, else the grid of the factor's country."""
    found = [run.find(factor_id) for factor_id in supply.added_factor_ids]
    kept = tuple(f.id for f in found if f is not None and f.boundary is Boundary.GRID_ONLY)
    if kept or supply.loss_share is not None or factor.includes_grid_losses:
        return kept
    grid = grid_factor(run.library, factor.place, factor.year_to)
    return () if grid is None else (grid.id,)


def _free_id(study: Study, wanted: str) -> str:
    taken = {flow.id for flow in study.flows()}
    tries = (wanted if n == 0 else f"{wanted}-{n}" for n in range(len(taken) + 1))
    return next(found for found in tries if found not in taken)


_DOES: dict[Lever, Callable[[_Run, Any], Study | Unmoved]] = {
    Lever.REJECTS: _rejects,
    Lever.AMOUNT: _amount,
    Lever.RECYCLED_SHARE: _recycled,
    Lever.FACTOR: _factor,
    Lever.LOSS: _loss,
    Lever.POWER: _power,
}
_ORDER = tuple(_DOES)
"""What others build on comes first: losses follow the steps, a block of power the amount of its supply."""
