"""How the kg of one line come about: from the number that was entered, times each step, to kg CO2e.

Nothing is divided back from the result: every step is taken from the study, so that whoever multiplies them finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Flow, Material, Stage, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.amounts import Amount, Amounts
from supplier_pcf.engine.bill_of_materials import steps_from, without_returned
from supplier_pcf.engine.burning import burnt_carbon
from supplier_pcf.engine.declared_unit import units_per_declared_unit
from supplier_pcf.engine.recycling import entered_share, holds_recycled
from supplier_pcf.engine.result import FlowResult, NotCounted, Result
from supplier_pcf.engine.sharing import allocated_share, made_at
from supplier_pcf.factors.library import Find


class StepKind(StrEnum):
    """What a step does."""

    ENTERED = "entered"
    """The number as it was entered, read or worked out on its page."""
    NET = "net"
    GROSS = "gross"
    YIELD = "yield"
    """Divided by the yield of a step of production."""
    GOOD = "good"
    """Divided by the share of good pieces of a step."""
    RETURNED = "returned"
    QUANTITY = "quantity"
    SHARE = "share"
    """The product's share of a plant's amount."""
    PIECES = "pieces"
    """Divided by the units made in the period."""
    SITE = "site"
    """The part of all units that this site makes."""
    DECLARED = "declared"
    CO_PRODUCTS = "co_products"
    UNIT = "unit"
    MASS = "mass"
    """Times the mass of one piece."""
    CONVERSION = "conversion"
    FACTOR = "factor"
    RECYCLED = "recycled"
    POWER = "power"
    LOSSES = "losses"
    BURNT = "burnt"


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """One step: what it does, what the number is multiplied by, and what it is then, in which unit."""

    kind: StepKind
    times: float
    amount: float
    unit: str
    name: str = ""
    """Of the step of production, the factor or the source of a conversion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One factor behind a unit of the line: kg CO2e it brings, with the share or amount it enters with."""

    kind: StepKind
    factor_id: str
    kg_co2e: float
    """Of one unit of the factor, or of the carbon that burns."""
    times: float
    """Units of it in one unit of the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The steps from the entered number to the amount in the factor's unit, and the factors behind one unit of that."""

    steps: tuple[TraceStep, ...]
    parts: tuple[Part, ...]

    @property
    def amount(self) -> float:
        """The amount per declared unit."""
        return self.steps[-1].amount

    @property
    def kg_per_unit(self) -> float:
        """kg CO2e of one unit, all factors together."""
        return sum(part.kg_co2e * part.times for part in self.parts)

    @property
    def kg_co2e(self) -> float:
        """The line's kg CO2e without uptake."""
        return self.amount * self.kg_per_unit


def traced(study: Study, result: Result, flow: Flow, line: FlowResult, find: Find) -> Trace | None:
    """The way of a counted line; None for one that is not counted."""
    factor = find(line.factor_id)
    if not line.counted or factor is None:
        return None
    tracer = _Tracer(study, result, line)
    steps = tuple(tracer.steps(flow, factor))
    return Trace(steps=steps, parts=tuple(_parts(flow, line, factor, find)))


class _Tracer:
    """Follows one line; `_at` is the number so far."""

    def __init__(self, study: Study, result: Result, line: FlowResult) -> None:
        self._study, self._result, self._line = study, result, line
        self._amounts = Amounts(study)
        self._at: Amount = (0.0, "")

    def steps(self, flow: Flow, factor: EmissionFactor) -> Iterator[TraceStep]:
        if isinstance(flow, Material):
            yield from self._material(flow)
        else:
            raw = self._amounts.before_sharing(flow)
            if isinstance(raw, NotCounted):
                return
            self._at = raw
            yield self._step(StepKind.ENTERED, 1.0)
        yield from self._to_one_unit(flow)
        yield from self._to_declared_unit()
        yield from self._to_unit_of(factor, flow)

    def _step(self, kind: StepKind, times: float, unit: str = "", name: str = "") -> TraceStep:
        self._at = (self._at[0] * times, unit or self._at[1])
        return TraceStep(kind=kind, times=times, amount=self._at[0], unit=self._at[1], name=name)

    def _material(self, flow: Material) -> Iterator[TraceStep]:
        entered = flow.gross_amount or flow.amount
        if entered is None:
            return
        self._at = (entered.value, entered.unit)
        is_gross = flow.gross_amount is not None
        yield self._step(StepKind.GROSS if is_gross else StepKind.NET, 1.0)
        if not is_gross and not flow.is_auxiliary:
            for step in steps_from(self._study.process_steps, flow.enters_at):
                name = step.name or step.id
                if step.material_yield not in (None, 1.0):
                    yield self._step(StepKind.YIELD, 1 / (step.material_yield or 1.0), name=name)
                if step.reject_share:
                    yield self._step(StepKind.GOOD, 1 / (1 - step.reject_share), name=name)
        if flow.returned is not None and self._at[0]:
            yield self._step(StepKind.RETURNED, self._kept(flow))
        quantity = self._amounts.places[flow.id].quantity
        if quantity != 1:
            yield self._step(StepKind.QUANTITY, quantity)

    def _kept(self, flow: Material) -> float:
        return without_returned(flow, self._at)[0] / self._at[0]

    def _to_one_unit(self, flow: Flow) -> Iterator[TraceStep]:
        """What belongs to the whole period comes to one unit; what one site's pieces take is weighted."""
        scale, one = self._amounts.of_period(flow), self._amounts.per_unit(flow)
        leads = self._amounts.supply(flow)
        if isinstance(one, NotCounted) or one[0] == self._at[0]:
            return
        site_id = getattr(leads, "site_id", "")
        share = allocated_share(self._study, leads.allocation, site_id)
        volume = self._amounts.volume
        is_period = not isinstance(scale, NotCounted) and one[0] == self._at[0] * scale
        if is_period and share is not None and volume:
            if share != 1:
                yield self._step(StepKind.SHARE, share)
            yield self._step(StepKind.PIECES, 1 / volume)
            return
        part = made_at(self._study).get(getattr(flow, "site_id", ""))
        if part is not None:
            yield self._step(StepKind.SITE, part)

    def _to_declared_unit(self) -> Iterator[TraceStep]:
        units = units_per_declared_unit(self._study)
        if units is not None and units != 1:
            yield self._step(StepKind.DECLARED, units)
        share = self._result.co_product_share.share
        alone = (Stage.PACKAGING, Stage.OUTBOUND_TRANSPORT)
        if share != 1 and self._line.stage not in alone:
            yield self._step(StepKind.CO_PRODUCTS, share)

    def _to_unit_of(self, factor: EmissionFactor, flow: Flow) -> Iterator[TraceStep]:
        unit = self._at[1]
        if self._line.conversion is not None:
            for step in self._line.conversion.steps:
                source = step.by.id or step.by.source
                yield self._step(StepKind.CONVERSION, step.times, step.unit, source)
            return
        if unit == factor.unit:
            return
        try:
            yield self._step(StepKind.UNIT, ratio(unit, factor.unit), factor.unit)
            return
        except UnitMismatch:
            pass
        if isinstance(flow, Material) and flow.mass_per_unit is not None and flow.amount:
            of_one = ratio(unit, flow.amount.unit) * flow.mass_per_unit.to(factor.unit)
            yield self._step(StepKind.MASS, of_one, factor.unit)


def _parts(flow: Flow, line: FlowResult, factor: EmissionFactor, find: Find) -> Iterator[Part]:
    """Every factor behind one unit of the line."""
    if line.power is not None:
        for part in line.power.parts:
            if not part.left_out:
                sent = 1 / (1 - line.power.loss_share) if part.with_losses else 1.0
                yield Part(
                    kind=StepKind.LOSSES if sent != 1 else StepKind.POWER,
                    factor_id=part.factor_id,
                    kg_co2e=part.kg_co2e,
                    times=sent,
                )
        return
    recycled = find(flow.recycled_factor_id) if isinstance(flow, Material) else None
    if isinstance(flow, Material) and recycled is not None and not holds_recycled(factor):
        share = entered_share(flow) or 0.0
        yield _part(StepKind.FACTOR, factor, 1 - share)
        yield _part(StepKind.RECYCLED, recycled, share)
        return
    yield _part(StepKind.FACTOR, factor, 1.0)
    if isinstance(flow, Waste):
        carbon = burnt_carbon(flow, factor, 1.0)
        if carbon:
            yield Part(kind=StepKind.BURNT, factor_id="", kg_co2e=CO2_PER_CARBON, times=carbon)


def _part(kind: StepKind, factor: EmissionFactor, times: float) -> Part:
    return Part(kind=kind, factor_id=factor.id, kg_co2e=factor.kg_co2e, times=times)
