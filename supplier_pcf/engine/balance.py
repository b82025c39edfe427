"""Mass in against mass out: the check that finds forgotten scrap and net masses taken for gross."""

from __future__ import annotations

import math
from collections.abc import Iterable

from supplier_pcf.domain.flows import Flow, Waste, WasteTreatment
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.result import MassBalance, NotCounted


def mass_balance(run: Lines, product_kg: float | None) -> MassBalance | None:
    """kg per declared unit; None where the product or one of its materials has no known mass."""
    study, amounts, units = run.study, run.amounts, run.units or 0.0
    inputs = [amounts.gross_mass(m) for m in run.in_product.values()]
    known = [kg for kg in inputs if kg is not None]
    if product_kg is None or not known or len(known) < len(inputs):
        return None
    nets = [amounts.net_mass(m) for m in run.in_product.values()]
    backs = [amounts.returned_mass(m) for m in run.in_product.values() if m.returned]
    return MassBalance(
        inputs=math.fsum(known) * units,
        returned=math.fsum(backs) * units,
        net=math.fsum(kg for kg in nets if kg is not None) * units,
        product=product_kg,
        co_products=_mass_of(study.co_products, amounts) * units,
        wastes=_mass_of([w for w in study.wastes if _is_of_product(w)], amounts) * units,
    )


def _is_of_product(waste: Waste) -> bool:
    return not waste.of_packaging and waste.treatment is not WasteTreatment.WASTE_WATER


def _mass_of(flows: Iterable[Flow], amounts: Amounts) -> float:
    """kg of those flows that are weighed; the others are no part of the balance."""
    found = [amounts.per_unit(flow) for flow in flows]
    weighed = [
        value * ratio(unit, "kg")
        for value, unit in (a for a in found if not isinstance(a, NotCounted))
        if dimension_of(unit) is Dimension.MASS
    ]
    return math.fsum(weighed)
