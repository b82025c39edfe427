"""What other choices and other figures would make of a footprint, each calculated anew (ISO 14067 clause 6.6).

Choices are discrete: another sharing, other power, no recycled input, a credit. Figures are the factors and amounts
with most effect, at both ends of their 95 % range and ten percent up and down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import CoProductMethod, Study
from supplier_pcf.engine.alternatives import (
    amount_times,
    by_basis,
    by_method,
    by_power,
    factor_times,
    recycled,
    shared_sites,
    site_id_of,
    uncontracted,
)
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.pedigree import CLASSIC, Matrix
from supplier_pcf.engine.power_result import average_mix, factor_of, last_year
from supplier_pcf.engine.recycling import entered_share, holds_recycled, would_be_credit
from supplier_pcf.engine.result import Result
from supplier_pcf.engine.sharing import PLANT_BASES, product_share
from supplier_pcf.engine.spread import CERTAINTY
from supplier_pcf.engine.uncertainty import Uncertain, Uncertainties, uncertainties
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.power_mix import fossil_factors, residual_factor
from supplier_pcf.rules import RuleSet

TOP_FIGURES = 5
"""So many factors, and so many amounts, are varied."""
TEN_PERCENT = 0.1
_SMALLEST = 1e-9
"""Part of the footprint below which an alternative makes no difference."""
_MORE_RECYCLED = 0.1


class Varied(StrEnum):
    """What is otherwise."""

    ALLOCATION = "allocation"
    CO_PRODUCTS = "co_products"
    ELECTRICITY = "electricity"
    RECYCLED = "recycled"
    SCRAP = "scrap"
    """A credit for sold scrap: for information, cut-off rules do not allow it."""
    FACTOR = "factor"
    AMOUNT = "amount"


class Option(NamedTuple):
    """One alternative by its code, and the footprint with it, kg CO2e per declared unit without uptake."""

    code: str
    kg: float
    value: float | None = None
    """A number its sentence needs: a recycled share, or times the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """One thing that could be otherwise, with every alternative that could be calculated."""

    varied: Varied
    subject: str = ""
    """Id of the site, material, factor, or key of the amount."""
    base: float
    """The footprint as it is, in kg CO2e per declared unit without uptake."""
    options: tuple[Option, ...]
    ten_percent: tuple[float, float] | None = None
    """The footprint with the figure ten percent lower and higher."""

    @property
    def low(self) -> float:
        """The lowest footprint among the alternatives and the present one."""
        return min(self.base, *(option.kg for option in self.options))

    @property
    def high(self) -> float:
        """The highest."""
        return max(self.base, *(option.kg for option in self.options))

    @property
    def span(self) -> float:
        """Between both, kg CO2e per declared unit."""
        return self.high - self.low

    @property
    def is_choice(self) -> bool:
        """Whether it is a choice of method, not the doubt in a figure."""
        return self.varied not in (Varied.FACTOR, Varied.AMOUNT)


def sensitivity(
    study: Study,
    library: FactorLibrary,
    rules: RuleSet,
    as_of: date,
    matrix: Matrix = CLASSIC,
) -> tuple[Variation, ...]:
    """All that could be otherwise and makes a difference, what changes most first."""
    run = _Run(study, library, rules, as_of, matrix)
    least = abs(run.base) * _SMALLEST
    found = [v for v in run.variations() if v.options and v.span > least]
    return tuple(sorted(found, key=lambda v: -v.span))


@dataclass(slots=True)
class _Run:
    """One study with its present footprint; every alternative is calculated from it."""

    study: Study
    library: FactorLibrary
    rules: RuleSet
    as_of: date
    matrix: Matrix
    result: Result = field(init=False)
    base: float = field(init=False)

    def __post_init__(self) -> None:
        self.result = self._calculated(self.study)
        self.base = self.result.excluding

    def variations(self) -> Iterator[Variation]:
        """In the order of the questions; a choice that is not there to be made has no options."""
        yield from self._allocations()
        yield from self._co_products()
        yield self._variation(Varied.ELECTRICITY, "", self._powers())
        yield from self._recycled()
        yield self._variation(Varied.SCRAP, "", self._credit())
        told = uncertainties(self.study, self.result, self.library, self.matrix)
        yield from self._factors(told)
        yield from self._amounts(told)

    def _calculated(self, study: Study) -> Result:
        return calculate(study, self.library, self.rules, self.as_of)

    def _kg(self, study: Study) -> float | None:
        """The footprint; None where a row that is counted now would not be."""
        found = self._calculated(study)
        if found.rows_counted < self.result.rows_counted:
            return None
        return found.excluding

    def _variation(
        self,
        varied: Varied,
        subject: str,
        options: Iterator[tuple[str, float | None]],
    ) -> Variation:
        known = tuple(Option(code, kg) for code, kg in options if kg is not None)
        return Variation(varied=varied, subject=subject, base=self.base, options=known)

    def _allocations(self) -> Iterator[Variation]:
        """The plant's amounts by every basis its data allows (ISO 14067 clause 6.4.6.1)."""
        for site_id in shared_sites(self.study):
            site = self.study.site(site_id)
            options = (
                (basis.value, self._kg(by_basis(self.study, site_id, basis)))
                for basis in PLANT_BASES
                if product_share(site, basis) is not None
            )
            yield self._variation(Varied.ALLOCATION, site_id, options)

    def _co_products(self) -> Iterator[Variation]:
        if self.study.co_products:
            methods = (CoProductMethod.PHYSICAL, CoProductMethod.ECONOMIC)
            options = ((m.value, self._kg(by_method(self.study, m))) for m in methods)
            yield self._variation(Varied.CO_PRODUCTS, "", options)

    def _powers(self) -> Iterator[tuple[str, float | None]]:
        """Power without a contract by each mix there is, then all power by place (ISO 14067 clause 6.4.9.4)."""
        for code in ("consumption", "residual", "fossil"):
            found = tuple(self._mixes(code))
            if found:
                yield code, self._kg(by_power(self.study, found))
        yield "location", self.result.power.location if self.result.power.lines else None

    def _mixes(self, code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Of each use of power without a contract, the factors of a mix."""
        study, library, year = self.study, self.library, last_year(self.study)
        for use in uncontracted(study):
            site = study.site(site_id_of(study, use))
            if site is None:
                continue
            found: tuple[EmissionFactor | None, ...]
            if code == "consumption":
                found = (average_mix(study, site, library),)
            elif code == "residual":
                stated = factor_of(study, library, site.residual_factor_id)
                found = (stated or residual_factor(library, site.place, year),)
            else:
                found = fossil_factors(library, site.place, year)
            ids = tuple(factor.id for factor in found if factor is not None)
            if ids:
                yield use.id, ids

    def _recycled(self) -> Iterator[Variation]:
        """No recycled input, and ten points more or less of it; only where it has a factor of its own."""
        for material in self.study.materials:
            share = entered_share(material)
            factor = factor_of(self.study, self.library, material.factor_id)
            own = factor is not None and not holds_recycled(factor) and material.recycled_factor_id
            if not share or not own:
                continue
            shares = {0.0, max(share - _MORE_RECYCLED, 0.0), min(share + _MORE_RECYCLED, 1.0)}
            options = tuple(self._with_recycled(material, shares - {share}))
            yield Variation(
                varied=Varied.RECYCLED, subject=material.id, base=self.base, options=options
            )

    def _with_recycled(self, material: Material, shares: set[float]) -> Iterator[Option]:
        for share in sorted(shares):
            kg = self._kg(recycled(self.study, material, share))
            if kg is not None:
                yield Option("share" if share else "none", kg, share)

    def _credit(self) -> Iterator[tuple[str, float | None]]:
        credit = would_be_credit(self.study, self.library, self.result)
        if credit.lines:
            yield "credit", credit.with_credit

    def _factors(self, told: Uncertainties) -> Iterator[Variation]:
        """The factors with most kg behind them."""
        for cause in _largest(told, is_factor=True):
            factor = factor_of(self.study, self.library, cause.factor_id)
            if factor is not None:
                scaled = lambda times, f=factor: factor_times(self.study, f, times)  # noqa: E731
                yield self._figure(Varied.FACTOR, cause.factor_id, cause, scaled)

    def _amounts(self, told: Uncertainties) -> Iterator[Variation]:
        """The meters and amounts with most kg behind them."""
        for cause in _largest(told, is_factor=False):
            scaled = lambda times, key=cause.key: amount_times(self.study, key, times)  # noqa: E731
            yield self._figure(Varied.AMOUNT, cause.key, cause, scaled)

    def _figure(
        self,
        varied: Varied,
        subject: str,
        cause: Uncertain,
        scaled: Callable[[float], Study | None],
    ) -> Variation:
        reach = math.exp(CERTAINTY * cause.sigma)
        wanted = (("low", 1 / reach), ("high", reach), ("", 1 - TEN_PERCENT), ("", 1 + TEN_PERCENT))
        found = []
        for code, times in wanted:
            study = scaled(times)
            kg = None if study is None else self._kg(study)
            if kg is None:
                return Variation(varied=varied, subject=subject, base=self.base, options=())
            found.append(Option(code, kg, times))
        low, high, less, more = found
        return Variation(
            varied=varied,
            subject=subject,
            base=self.base,
            options=(low, high),
            ten_percent=(less.kg, more.kg),
        )


def _largest(told: Uncertainties, *, is_factor: bool) -> list[Uncertain]:
    """The factors or amounts with most kg CO2e behind them, the largest first."""
    kg: dict[str, float] = {}
    for part in told.parts:
        for cause in part.causes:
            kg[cause.key] = kg.get(cause.key, 0.0) + abs(part.kg)
    found = [c for c in told.causes.values() if bool(c.factor_id) is is_factor]
    return sorted(found, key=lambda cause: -kg[cause.key])[:TOP_FIGURES]
