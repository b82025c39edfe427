"""The product's share of burdens that it has in common with co-products (STANDARDS D.9).

Shares are by mass or by what is earned (mass times price); the price test compares prices of one kg.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from supplier_pcf.domain.flows import Basis, CoProduct
from supplier_pcf.domain.study import CoProductMethod, Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.declared_unit import unit_kg
from supplier_pcf.engine.result import CoProductShare
from supplier_pcf.engine.sharing import units_made
from supplier_pcf.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Output:
    """kg beside one unit of the product, and the price of one kg; the product itself has no id."""

    id: str
    mass: float | None
    price: float | None

    @property
    def value(self) -> float | None:
        """What is earned with it for one unit of the product."""
        return None if self.mass is None or self.price is None else self.mass * self.price


def co_product_share(study: Study, rules: RuleSet) -> CoProductShare | None:
    """The share and how it was found; None where masses or prices for it are missing.

    The rule set's price test decides between physical and economic share: Catena-X v4, 5.1.2.
    """
    if not study.co_products:
        return CoProductShare()
    outputs = joint_outputs(study)
    if len(outputs) == 1:
        return CoProductShare()
    price_ratio = ratio_of_prices(outputs)
    method = chosen_method(study.co_product_method, rules, price_ratio)
    shares = shares_by(outputs, method)
    if shares is None:
        return None
    return CoProductShare(share=shares[0], method=method.value, price_ratio=price_ratio)


def is_waste(other: CoProduct) -> bool:
    """Whether the five answers make it waste: one "no" is enough (Catena-X v4, 5.2.4).

    What was not made on purpose may still be a co-product where there is legal proof of it.
    """
    test = other.test
    if test is None:
        return False
    rest = astuple(test)[1:]
    unwanted = test.made_on_purpose is False and not other.legal_proof.strip()
    return unwanted or False in rest


def joint_outputs(study: Study) -> list[Output]:
    """The product and, after it, every co-product that is no waste."""
    return [_product(study), *_beside(study)]


def chosen_method(
    chosen: CoProductMethod, rules: RuleSet, price_ratio: float | None
) -> CoProductMethod:
    """The user's method, else what the price test says, else the physical one."""
    if chosen is not CoProductMethod.AUTO:
        return chosen
    limit = rules.economic_above_price_ratio
    if limit is not None and price_ratio is not None and price_ratio > limit:
        return CoProductMethod.ECONOMIC
    return CoProductMethod.PHYSICAL


def shares_by(outputs: Sequence[Output], method: CoProductMethod) -> tuple[float, ...] | None:
    """Every output's share, summing to one (ISO 14067 clause 6.4.6.1); None where a weight is missing."""
    economic = method is CoProductMethod.ECONOMIC
    weights = [o.value if economic else o.mass for o in outputs]
    known = [w for w in weights if w is not None and math.isfinite(w) and w >= 0]
    whole = math.fsum(known) if sum(known) < math.inf else math.inf
    if len(known) < len(weights) or not 0 < whole < math.inf:
        return None
    return tuple(w / whole for w in known)


def ratio_of_prices(outputs: Sequence[Output]) -> float | None:
    """max(p1/p2, p2/p1) of the product and the co-product furthest from it; None where one is missing."""
    main = outputs[0].price
    others = [o.price for o in outputs[1:]]
    if not main or main < 0 or any(p is None or p <= 0 for p in others):
        return None
    return max((max(main / p, p / main) for p in others if p), default=None)


def _product(study: Study) -> Output:
    mass, price = unit_kg(study), study.product.price
    price = price / mass if price is not None and mass else None
    return Output("", mass, price)


def _beside(study: Study) -> Iterator[Output]:
    volume = units_made(study)
    for other in study.co_products:
        if is_waste(other):
            continue
        try:
            per_unit = None if other.amount is None else other.amount.to("kg")
        except UnitMismatch:
            per_unit = None
        if per_unit is not None and other.basis is Basis.PER_PERIOD:
            per_unit = per_unit / volume if volume else None
        unit = other.amount.unit if other.amount else None
        yield Output(other.id, per_unit, _price_per_kg(other.price, unit))


def _price_per_kg(price: float | None, unit: str | None) -> float | None:
    if price is None or unit is None:
        return None
    try:
        return price / ratio(unit, "kg")
    except UnitMismatch:
        return None
