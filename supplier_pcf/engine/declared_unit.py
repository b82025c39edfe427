"""From one unit of the product to the declared unit (ISO 14067 clause 6.3.3)."""

from __future__ import annotations

import math

from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, UnitMismatch, dimension_of, ratio


def units_per_declared_unit(study: Study) -> float | None:
    """How many counted units of the product make one declared unit; None where it cannot be said."""
    declared, counted_in = study.declared_unit, study.product.counted_in
    if not (math.isfinite(declared.amount) and declared.amount > 0):
        return None
    try:
        return declared.amount * ratio(declared.unit, counted_in)
    except UnitMismatch:
        mass = unit_kg(study)
    try:
        return declared.amount * ratio(declared.unit, "kg") / mass if mass else None
    except UnitMismatch:
        return None


def unit_kg(study: Study) -> float | None:
    """Net mass in kg of one counted unit of the product; None where it is unknown or zero."""
    product = study.product
    if dimension_of(product.counted_in) is Dimension.MASS:
        return ratio(product.counted_in, "kg")
    if product.mass is None or dimension_of(product.mass.unit) is not Dimension.MASS:
        return None
    kg = product.mass.to("kg")
    return kg if math.isfinite(kg) and kg > 0 else None
