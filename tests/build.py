"""Builders of studies and factors for tests: say only what the test is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.factor import EmissionFactor, GwpSet
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Company, Identifier, Period, Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.result import Result
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RULE_SETS, RuleSet

AS_OF = date(2026, 3, 1)
ISO, CATENA_X, PACT = RULE_SETS[0], RULE_SETS[1], RULE_SETS[2]


def kg(value: float) -> Quantity:
    """So many kilograms."""
    return Quantity(value, "kg")


def a_factor(factor_id: str, kg_co2e: float = 1.0, **facts: Any) -> EmissionFactor:
    """A factor of so many kg CO2e fossil per kg, from a publisher of tests."""
    told = {
        "fossil": kg_co2e,
        "name": factor_id,
        "publisher": "Tests",
        "document": "Invented for tests",
        "edition": "1",
        "set_id": "test",
        "gwp_set": GwpSet.AR6,
        "place": "CN",
        "year_to": 2025,
        "licence": "none",
        **facts,
    }
    return EmissionFactor(id=factor_id, **told)


def a_study(**facts: Any) -> Study:
    """A sound study of a piece of one kilogram made in Ningbo in 2025, without any flow."""
    told = {
        "id": "s1",
        "company": Company(
            name="Yongda Stamping",
            domain="yongda.example",
            identifiers=(Identifier(scheme="own", value="4711"),),
        ),
        "product": Product(
            name="Bracket", part_number="B-1", mass=Quantity(1.0, "kg"), volume=1000.0
        ),
        "declared_unit": DeclaredUnit(amount=1.0, unit="piece"),
        "period": Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
        "sites": (Site(id="nb", name="Ningbo", country="CN", subdivision="CN-ZJ"),),
        **facts,
    }
    return Study(**told)


@dataclass
class Case:
    """A study in the making, its factors, and what comes out of it."""

    study: Study = field(default_factory=a_study)
    factors: list[EmissionFactor] = field(default_factory=list)
    rules: RuleSet = ISO

    def with_flow(self, kind: str, flow: Flow, *factors: EmissionFactor) -> Case:
        """The same with one more flow, and the factors it needs."""
        flows = (*getattr(self.study, kind), flow)
        study = replace(self.study, **{kind: flows})
        return Case(study, [*self.factors, *factors], self.rules)

    def having(self, **facts: Any) -> Case:
        """The same with other facts of the study."""
        return Case(replace(self.study, **facts), self.factors, self.rules)

    def under(self, rules: RuleSet) -> Case:
        """The same under another rule set."""
        return Case(replace(self.study, rule_set=rules.id), self.factors, rules)

    @property
    def library(self) -> FactorLibrary:
        """The factors as a library."""
        return FactorLibrary.of(self.factors)

    @property
    def result(self) -> Result:
        """The footprint."""
        return calculate(self.study, self.library, self.rules, AS_OF)

    @property
    def examined(self) -> Examined:
        """All that a check looks at."""
        return Examined(self.study, self.result, self.library, self.rules)


def a_plant(*outputs: PlantOutput) -> tuple[Site, ...]:
    """One site in Ningbo that made these products."""
    return (Site(id="nb", country="CN", subdivision="CN-ZJ", outputs=outputs),)
