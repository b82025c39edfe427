"""How it was decided to share burdens with co-products: every step with its answer (ISO 14067 clause 6.4.6.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.study import CoProductMethod, CoProductSteps, Study
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.engine.co_products import (
    Output,
    chosen_method,
    joint_outputs,
    ratio_of_prices,
    shares_by,
)
from supplier_pcf.engine.result import Result
from supplier_pcf.factors.library import Factors, own_first
from supplier_pcf.rules import RuleSet


class Tried(StrEnum):
    """The steps of the decision, in their order."""

    SECTOR_RULE = "sector_rule"
    DIVISION = "division"
    SUBSTITUTION = "substitution"
    PRICE_TEST = "price_test"
    PHYSICAL_FIRST = "physical_first"
    METHOD = "method"


class Answer(StrEnum):
    """What came out of a step."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
    PHYSICAL = "physical"
    ECONOMIC = "economic"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One step: its answer, the user's own words to it, and where the rule is written."""

    step: Tried
    answer: Answer
    text: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How burdens are shared and why; shares in the order of the outputs, the product first."""

    log: tuple[LogLine, ...]
    outputs: tuple[Output, ...]
    method: CoProductMethod
    asked: CoProductMethod
    """What the rule set asks for."""
    price_ratio: float | None
    limit: float | None
    """Of the price ratio; None where the rule set has no such test."""
    by_mass: tuple[float, ...] | None
    by_value: tuple[float, ...] | None

    @property
    def shares(self) -> tuple[float, ...] | None:
        """The shares that are used."""
        return self.by_value if self.method is CoProductMethod.ECONOMIC else self.by_mass

    @property
    def other_shares(self) -> tuple[float, ...] | None:
        """The shares by the other method, for the sensitivity that ISO 14067 clause 6.4.6.1 asks for."""
        return self.by_mass if self.method is CoProductMethod.ECONOMIC else self.by_value

    @property
    def follows_the_rules(self) -> bool:
        """Whether the method is the one the rule set asks for."""
        return self.method is self.asked


def decision(study: Study, rules: RuleSet) -> Decision | None:
    """The decision for a study with co-products; None without any that is no waste."""
    outputs = joint_outputs(study)
    if len(outputs) < 2:
        return None
    price_ratio = ratio_of_prices(outputs)
    asked = chosen_method(CoProductMethod.AUTO, rules, price_ratio)
    method = chosen_method(study.co_product_method, rules, price_ratio)
    return Decision(
        log=tuple(_log(study, rules, asked, method, price_ratio)),
        outputs=tuple(outputs),
        method=method,
        asked=asked,
        price_ratio=price_ratio,
        limit=rules.economic_above_price_ratio,
        by_mass=shares_by(outputs, CoProductMethod.PHYSICAL),
        by_value=shares_by(outputs, CoProductMethod.ECONOMIC),
    )


def _log(
    study: Study,
    rules: RuleSet,
    asked: CoProductMethod,
    method: CoProductMethod,
    price_ratio: float | None,
) -> Iterator[LogLine]:
    clause = rules.clauses.get("co_products", "")
    steps: CoProductSteps = study.co_product_steps
    has_rule = bool(steps.sector_rule.strip())
    yield LogLine(
        Tried.SECTOR_RULE, Answer.YES if has_rule else Answer.NO, steps.sector_rule, clause
    )
    if not has_rule:
        yield LogLine(Tried.DIVISION, _answer(steps.can_be_divided), steps.division, clause)
        yield LogLine(Tried.SUBSTITUTION, _answer(steps.has_substitute), steps.substitution, clause)
        if rules.economic_above_price_ratio is None:
            yield LogLine(Tried.PHYSICAL_FIRST, Answer.PHYSICAL, "", clause)
        else:
            found = Answer.OPEN if price_ratio is None else Answer(asked.value)
            yield LogLine(Tried.PRICE_TEST, found, "", clause)
    yield LogLine(Tried.METHOD, Answer(method.value), study.co_product_reason, clause)


def _answer(said: bool | None) -> Answer:
    if said is None:
        return Answer.OPEN
    return Answer.YES if said else Answer.NO


def by_other_method(result: Result, found: Decision) -> float | None:
    """kg CO2e per declared unit without uptake, if joint burdens were shared by the other method.

    Packaging belongs to the product alone and stays as it is.
    """
    joint = _joint(result, found)
    if joint is None or not found.other_shares:
        return None
    return joint * found.other_shares[0] + result.stages[Stage.PACKAGING].excluding_uptake


def by_substitution(
    study: Study, factors: Factors, result: Result, found: Decision
) -> float | None:
    """kg CO2e per declared unit without uptake, if all were the product's less what co-products displace.

    For information (ISO 14067 clause 6.4.6.2, expanding the system); None where a factor or a mass is missing.
    """
    units, joint = result.units_per_declared_unit, _joint(result, found)
    if units is None or joint is None:
        return None
    find = own_first(study.factors, factors)
    ids = {other.id: other.factor_id for other in study.co_products}
    displaced = []
    for output in found.outputs[1:]:
        factor = find(ids[output.id])
        if factor is None or output.mass is None or dimension_of(factor.unit) is not Dimension.MASS:
            return None
        displaced.append(output.mass * units * factor.kg_co2e * ratio("kg", factor.unit))
    return joint - math.fsum(displaced) + result.stages[Stage.PACKAGING].excluding_uptake


def _joint(result: Result, found: Decision) -> float | None:
    """All joint burdens, the co-products' part included."""
    if not found.shares or not found.shares[0]:
        return None
    return (result.excluding - result.stages[Stage.PACKAGING].excluding_uptake) / found.shares[0]
