"""Which numbers to measure next: each calculated again as if it were known well, and what that gains.

Known well means, and is said to the user: a figure of his own process from the one who knows it, all of it primary
data, made in the period, at the place and with the technology (all scores 1), and complete but for a proof (score 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Layer, Ratings
from supplier_pcf.domain.flows import ActivityFacts, Flow, Origin, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.engine.alternatives import set_factor
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.electricity import is_power
from supplier_pcf.engine.pedigree import BASIC, CLASSIC, Indicator, Matrix, sigma_by_scores
from supplier_pcf.engine.power_result import factor_of
from supplier_pcf.engine.result import Result
from supplier_pcf.engine.spread import Spread, spread_of
from supplier_pcf.engine.uncertainty import Uncertain, Uncertainties, uncertainties
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet

CANDIDATES = 8
"""So many causes are looked at, those with the largest part of the spread or of what is not primary."""
_GOOD = {
    Indicator.RELIABILITY: 1.0,
    Indicator.COMPLETENESS: 2.0,
    Indicator.TIME: 1.0,
    Indicator.GEOGRAPHY: 1.0,
    Indicator.TECHNOLOGY: 1.0,
}
_ALMOST = 0.01
"""Gains below a hundredth of the scale are none."""
_SCALE = 4.0
"""From the best rating, 1, to the worst, 5."""


class Ask(StrEnum):
    """Who knows the number better."""

    SUPPLIER = "supplier"
    """The maker of a bought material, part or process: his footprint."""
    CARRIER = "carrier"
    """Who drives: the fuel, or his own figure."""
    TREATER = "treater"
    """Who takes the waste."""
    POWER_SUPPLIER = "power_supplier"
    """Who sells power: the figure of his mix, with its proof."""
    FUEL_SUPPLIER = "fuel_supplier"
    """Who sells fuel, steam or heat: the figure of that very fuel."""
    METER = "meter"
    """The own plant, with a meter."""
    SCALE = "scale"
    """The own plant, by weighing or counting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How good a footprint is: what three figures say."""

    plus_minus_percent: float
    primary_percent: float | None
    rating: float | None
    """Mean of technology, time and place, 1 to 5, on the base that leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number to measure or to ask for, with the standing as if it were known well."""

    key: str
    """Of the cause of spread."""
    ask: Ask
    factor_id: str
    flow_ids: tuple[str, ...]
    before: Standing
    after: Standing
    sigma: float
    """sigma_ln that was assumed for it."""

    @property
    def gain(self) -> float:
        """Part of the spread taken away, plus share gained, plus part of the rating scale gained: equal weights."""
        before, after = self.before, self.after
        spread = before.plus_minus_percent - after.plus_minus_percent
        primary = (after.primary_percent or 0.0) - (before.primary_percent or 0.0)
        rating = (before.rating or 0.0) - (after.rating or 0.0)
        whole = before.plus_minus_percent
        return (spread / whole if whole else 0.0) + primary / 100 + rating / _SCALE


def measure_next(
    study: Study,
    library: FactorLibrary,
    rules: RuleSet,
    as_of: date,
    matrix: Matrix = CLASSIC,
    *,
    with_uptake: bool = False,
) -> tuple[Measure, ...]:
    """What would gain most first; nothing where no spread can be said.

    `with_uptake` says on which base shares and ratings are told.
    """
    run = _Run(study, library, rules, as_of, matrix, with_uptake)
    found = [measure for measure in run.measures() if measure.gain > _ALMOST]
    return tuple(sorted(found, key=lambda measure: -measure.gain))


def known_well(matrix: Matrix) -> float:
    """sigma_ln of a number that is known well."""
    return sigma_by_scores(BASIC, _GOOD, matrix)


@dataclass(slots=True)
class _Run:
    """One study with its standing now; every candidate is calculated as if it were known well."""

    study: Study
    library: FactorLibrary
    rules: RuleSet
    as_of: date
    matrix: Matrix
    with_uptake: bool
    _flows: dict[str, Flow] = field(init=False)

    def __post_init__(self) -> None:
        self._flows = {flow.id: flow for flow in self.study.flows()}

    def measures(self) -> Iterator[Measure]:
        """Every candidate with a better number to be had."""
        result, told, spread = self._examined(self.study)
        if spread is None:
            return
        before = self._standing(result, spread)
        for cause in self._candidates(result, told, spread):
            ask = self._ask(cause)
            better = None if ask is None else self._better(cause, ask)
            if ask is None or better is None:
                continue
            found, _, after = self._examined(better)
            if after is not None:
                yield Measure(
                    key=cause.key,
                    ask=ask,
                    factor_id=cause.factor_id,
                    flow_ids=cause.flow_ids,
                    before=before,
                    after=self._standing(found, after),
                    sigma=known_well(self.matrix),
                )

    def _examined(self, study: Study) -> tuple[Result, Uncertainties, Spread | None]:
        result = calculate(study, self.library, self.rules, self.as_of)
        told = uncertainties(study, result, self.library, self.matrix)
        return result, told, spread_of(told.parts)

    def _standing(self, result: Result, spread: Spread) -> Standing:
        primary = result.primary_data_share_excluding
        rated = result.ratings_excluding
        if self.with_uptake:
            primary, rated = result.primary_data_share_including, result.ratings_including
        mean = None if rated is None else (rated.technology + rated.time + rated.geography) / 3
        return Standing(
            plus_minus_percent=spread.plus_minus_percent, primary_percent=primary, rating=mean
        )

    def _candidates(
        self, result: Result, told: Uncertainties, spread: Spread
    ) -> Iterator[Uncertain]:
        """The largest causes of spread, and the factors with most that is not primary data."""
        secondary: dict[str, float] = {}
        for line in result.flows:
            key = f"factor/{line.factor_id}"
            if line.counted and key in told.causes:
                open_part = abs(line.kg_co2e) * (1 - line.primary_share)
                secondary[key] = secondary.get(key, 0.0) + open_part
        largest = sorted(secondary, key=lambda key: -secondary[key])[: CANDIDATES // 2]
        keys = dict.fromkeys((*tuple(spread.shares)[:CANDIDATES], *largest))
        yield from (told.causes[key] for key in keys)

    def _ask(self, cause: Uncertain) -> Ask | None:
        """Who knows it; None where it is known as well as it can be, or nobody can be asked."""
        flow = self._flows[cause.flow_ids[0]]
        if not cause.factor_id:
            return self._ask_ourselves(cause, flow)
        factor = factor_of(self.study, self.library, cause.factor_id)
        if factor is None or isinstance(flow, DirectEmission) or factor.primary_share >= 1:
            return None
        if isinstance(flow, EnergyUse):
            return Ask.POWER_SUPPLIER if is_power(flow) else Ask.FUEL_SUPPLIER
        if isinstance(flow, Transport):
            return Ask.CARRIER
        return Ask.TREATER if isinstance(flow, Waste) else Ask.SUPPLIER

    def _ask_ourselves(self, cause: Uncertain, flow: Flow) -> Ask | None:
        flows = [self._flows[flow_id] for flow_id in cause.flow_ids]
        if all(f.origin is Origin.MEASURED and f.facts == ActivityFacts() for f in flows):
            return None
        return Ask.METER if isinstance(flow, EnergyUse) else Ask.SCALE

    def _better(self, cause: Uncertain, ask: Ask) -> Study | None:
        """The study as if the number were known well; its kg stay as they are."""
        study = self.study
        if not cause.factor_id:
            for flow_id in cause.flow_ids:
                flow = self._flows[flow_id]
                measured = replace(flow, origin=Origin.MEASURED, facts=ActivityFacts())
                study = set_flow(study, replace(measured, activity_is_primary=None))
            return study
        factor = factor_of(study, self.library, cause.factor_id)
        return None if factor is None else set_factor(study, self._known_well(factor, ask))

    def _known_well(self, factor: EmissionFactor, ask: Ask) -> EmissionFactor:
        """The factor as its source would state it; what power and fuel count as, the rules go on deciding."""
        sigma, stated = known_well(self.matrix), factor.sigma_ln
        better = replace(
            factor,
            sigma_ln=sigma if stated is None else min(sigma, stated),
            sigma_origin="judgement",
            ratings=Ratings(technology=1.0, time=1.0, geography=1.0),
        )
        if ask in (Ask.POWER_SUPPLIER, Ask.FUEL_SUPPLIER):
            return better
        return replace(better, layer=Layer.SUPPLIER, primary_share=1.0)
