"""Carbon of waste that is burnt: counted beside a factor that does not hold it (STANDARDS D.8)."""

from __future__ import annotations

from supplier_pcf.domain.buckets import CO2_PER_CARBON, Buckets
from supplier_pcf.domain.factor import Boundary, EmissionFactor, RowType
from supplier_pcf.domain.flows import Waste, WasteTreatment
from supplier_pcf.domain.units import Dimension, dimension_of, ratio

BURNT = frozenset({WasteTreatment.INCINERATION, WasteTreatment.ENERGY_RECOVERY})
"""Treatments that set the carbon of a waste free."""


def states_its_carbon(waste: Waste) -> bool:
    """Whether this waste is burnt and says how much fossil carbon it holds."""
    return waste.fossil_carbon_share is not None and waste.treatment in BURNT


def lacks_the_burning(factor: EmissionFactor) -> bool:
    """Whether a factor of waste covers collecting and carrying alone."""
    return factor.row_type is RowType.EOL_TRANSPORT or factor.boundary is Boundary.WASTE_COLLECTION


def burnt_carbon(waste: Waste, factor: EmissionFactor, amount: float) -> float:
    """kg of fossil carbon that burning `amount` (in the factor's unit) sets free beside the factor.

    Zero where the factor holds the burning already, so that nothing is counted twice.
    """
    share = waste.fossil_carbon_share
    if share is None or not states_its_carbon(waste) or not lacks_the_burning(factor):
        return 0.0
    if dimension_of(factor.unit) is not Dimension.MASS:
        return 0.0
    return amount * ratio(factor.unit, "kg") * share


def with_burnt_carbon(
    buckets: Buckets, waste: Waste, factor: EmissionFactor, amount: float
) -> Buckets:
    """The line of a waste with the CO2 of its carbon: + C x 44/12, fossil."""
    carbon = burnt_carbon(waste, factor, amount)
    return buckets._replace(fossil=buckets.fossil + carbon * CO2_PER_CARBON) if carbon else buckets
