"""What a check looks at: the study, its result, the factors and the rules it was made under."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.flows import Flow, Material
from supplier_pcf.domain.numbers import rounded
from supplier_pcf.domain.scenario_edits import scenario_factor_ids
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.amounts import Amounts, amounts_of
from supplier_pcf.engine.result import FlowResult, Result
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet

_DIGITS = 4

Factored = tuple[Flow, FlowResult, EmissionFactor]
"""A flow, its part in the result, and one factor it points to."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One study with all that a check needs to judge it."""

    study: Study
    result: Result
    library: FactorLibrary
    rules: RuleSet
    _found: dict[str, EmissionFactor | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """Factors by id as they were looked up, for many checks ask for the same."""
    _factored: list[Factored] = field(init=False, repr=False, compare=False, default_factory=list)
    """What `factored` found, for many checks go through it."""
    _received: dict[str, tuple[Factored, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _by_kind: dict[str, list[tuple[Flow, FlowResult]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _amounts: list[Amounts] = field(init=False, repr=False, compare=False, default_factory=list)

    def flows(self) -> Iterator[tuple[str, Flow]]:
        """Every flow with the name of its kind, as findings' places begin."""
        for kind in FLOW_KINDS:
            for flow in getattr(self.study, kind):
                yield kind, flow

    def lines(self) -> Iterator[tuple[Flow, FlowResult]]:
        """Every flow that can carry a factor, beside its part in the result."""
        yield from zip(self.study.flows(), self.result.flows, strict=True)

    def lines_of(self, kind: str) -> Sequence[tuple[Flow, FlowResult]]:
        """The same for the flows of one kind, found once."""
        if not self._by_kind:
            for flow, line in self.lines():
                self._by_kind.setdefault(line.kind, []).append((flow, line))
        return self._by_kind.get(kind, ())

    def factored(self) -> Sequence[Factored]:
        """Every flow that is not left out beside each factor it points to, recycled shares too."""
        if not self._factored:
            self._factored.extend(self._look_up())
        return self._factored

    def received(self) -> Sequence[Factored]:
        """The same for footprints of suppliers and of own studies alone."""
        if "" not in self._received:
            known: dict[str, bool] = {}
            found: list[Factored] = []
            for each in self.factored():
                factor = each[2]
                if factor.id not in known:
                    known[factor.id] = factor.is_received
                if known[factor.id]:
                    found.append(each)
            self._received[""] = tuple(found)
        return self._received[""]

    def _look_up(self) -> Iterator[Factored]:
        for flow, line in self.lines():
            if flow.exclusion is not None:
                continue
            factor = self.factor(flow.factor_id)
            if factor is not None:
                yield flow, line, factor
            if isinstance(flow, Material) and flow.recycled_factor_id:
                recycled = self.factor(flow.recycled_factor_id)
                if recycled is not None and recycled is not factor:
                    yield flow, line, recycled

    def factor(self, factor_id: str | None) -> EmissionFactor | None:
        """The factor of this id, the study's own first."""
        if factor_id is None:
            return None
        if factor_id not in self._found:
            own = next((f for f in self.study.factors if f.id == factor_id), None)
            self._found[factor_id] = own or self.library.get(factor_id)
        return self._found[factor_id]

    @property
    def amounts(self) -> Amounts:
        """The amounts of the study, as the calculation has them."""
        if not self._amounts:
            self._amounts.append(amounts_of(self.study))
        return self._amounts[0]

    @staticmethod
    def in_unit(amount: tuple[float, str], unit: str) -> float | None:
        """The amount in another unit; nothing where the two do not measure the same."""
        try:
            return amount[0] * ratio(amount[1], unit)
        except UnitMismatch:
            return None

    def kept_factors(self) -> tuple[EmissionFactor, ...]:
        """Every factor behind a figure, the average mixes of the location-based result and scenarios too."""
        ids = [line.factor_id for line in self.result.power.lines]
        ids.extend(scenario_factor_ids(self.study))
        mixes = {f.id: f for f in map(self.factor, dict.fromkeys(ids)) if f is not None}
        used = {factor.id: factor for factor in self.used_factors()}
        return tuple((used | mixes).values())

    def used_factors(self) -> tuple[EmissionFactor, ...]:
        """Every factor the flows point to, once, in the order of the flows."""
        study = self.study
        ids = dict.fromkeys(i for f in (*study.flows(), *study.co_products) for i in factor_ids(f))
        found = (self.factor(factor_id) for factor_id in ids)
        return tuple(factor for factor in found if factor is not None)


def place(kind: str, flow: Flow, field: str = "") -> str:
    """Where a finding stands, such as `materials/m1/factor`."""
    return "/".join(part for part in (kind, flow.id, field) if part)


def named(flow: Flow) -> str:
    """What a sentence calls a flow: its name, else its id."""
    return flow.name or flow.id


def short(value: float) -> float:
    """The number with the four digits a sentence needs; what is not finite stays as it is."""
    return float(rounded(value, _DIGITS)) if math.isfinite(value) else value
