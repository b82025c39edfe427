"""The product's share of burdens that it has in common with co-products (STANDARDS D.9)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from supplier_pcf.domain.flows import Basis
from supplier_pcf.domain.study import CoProductMethod, Study
from supplier_pcf.domain.units import UnitMismatch, ratio
from supplier_pcf.engine.result import CoProductShare
from supplier_pcf.engine.sharing import units_made
from supplier_pcf.rules import RuleSet


@dataclass(frozen=True, slots=True)
class _Output:
    """kg beside one unit of the product, and the price of one kg."""

    mass: float | None
    price: float | None


def co_product_share(study: Study, rules: RuleSet) -> CoProductShare | None:
    """The share and how it was found; None where masses or prices for it are missing.

    The rule set's price test decides between physical and economic share: Catena-X v4, 5.1.2.
    """
    if not study.co_products:
        return CoProductShare()
    outputs = [_product(study), *_beside(study)]
    price_ratio = _price_ratio(outputs)
    method = _method(study.co_product_method, rules, price_ratio)
    weights = [_weight(o, method) for o in outputs]
    known = [w for w in weights if w is not None and w >= 0]
    whole = math.fsum(known)
    if len(known) < len(weights) or whole <= 0:
        return None
    return CoProductShare(share=known[0] / whole, method=method.value, price_ratio=price_ratio)


def _method(chosen: CoProductMethod, rules: RuleSet, ratio: float | None) -> CoProductMethod:
    if chosen is not CoProductMethod.AUTO:
        return chosen
    limit = rules.economic_above_price_ratio
    if limit is not None and ratio is not None and ratio > limit:
        return CoProductMethod.ECONOMIC
    return CoProductMethod.PHYSICAL


def _weight(output: _Output, method: CoProductMethod) -> float | None:
    if output.mass is None or method is CoProductMethod.PHYSICAL:
        return output.mass
    return None if output.price is None else output.mass * output.price


def _product(study: Study) -> _Output:
    product = study.product
    try:
        mass = None if product.mass is None else product.mass.to("kg")
    except UnitMismatch:
        mass = None
    price = product.price / mass if product.price is not None and mass else None
    return _Output(mass, price)


def _beside(study: Study) -> list[_Output]:
    found = []
    volume = units_made(study)
    for other in study.co_products:
        try:
            per_unit = None if other.amount is None else other.amount.to("kg")
        except UnitMismatch:
            per_unit = None
        if per_unit is not None and other.basis is Basis.PER_PERIOD:
            per_unit = per_unit / volume if volume else None
        found.append(
            _Output(
                per_unit, _price_per_kg(other.price, other.amount.unit if other.amount else None)
            )
        )
    return found


def _price_per_kg(price: float | None, unit: str | None) -> float | None:
    if price is None or unit is None:
        return None
    try:
        return price / ratio(unit, "kg")
    except UnitMismatch:
        return None


def _price_ratio(outputs: list[_Output]) -> float | None:
    main = outputs[0].price
    others = [o.price for o in outputs[1:]]
    if not main or main < 0 or any(p is None or p <= 0 for p in others):
        return None
    return max(max(main / p, p / main) for p in others if p)
