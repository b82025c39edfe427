"""The sentences on how sure a footprint is, what to measure next, and what other choices would make of it."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "uncertainty.range": (
        "Sure to ± {percent} %: 95 % likely between {low} and {high} kg CO₂e, that is {less} to {more} from the figure "
        "of {figure} without biogenic uptake."
    ),
    "uncertainty.range_of_median": (
        "Sure to ± {percent} %: 95 % likely between {low} and {high} kg CO₂e without biogenic uptake, that is {less} "
        "to {more} from the median {figure}."
    ),
    "uncertainty.by_factor": "Above all the factor “{name}”: {percent} % of the spread.",
    "uncertainty.by_amount": "Above all the amount of “{name}”: {percent} % of the spread.",
    "uncertainty.incomplete": "Rows without a number are not in it: {count}.",
    "uncertainty.none": "No row is counted yet, so nothing can be said of its spread.",
    "uncertainty.not_positive": (
        "The figure is not above zero: a spread in percent of it says nothing. Look at the rows one by one."
    ),
    "measure.supplier": "Ask the supplier of “{name}” for his own footprint.",
    "measure.carrier": "Ask the carrier behind “{name}” for his fuel or his own figure.",
    "measure.treater": "Ask who takes “{name}” for his own figure.",
    "measure.power_supplier": "Ask your power supplier for the figure of your power (“{name}”).",
    "measure.fuel_supplier": "Ask your supplier of energy for the figure of this very fuel or heat (“{name}”).",
    "measure.meter": "Meter “{name}” instead of estimating it.",
    "measure.scale": "Weigh or count “{name}” instead of estimating it.",
    "measure.spread": "From ± {before} % to ± {after} %.",
    "measure.primary": "Primary data {before} → {after}.",
    "measure.rating": "Mean rating {before} → {after} (1 is best).",
    "measure.assumed": (
        "Assumed of each: the figure itself stays as it is, only better known (pedigree scores 1, completeness 2: "
        "95 % within ± {percent} %); a footprint from a supplier is all primary data and rated 1."
    ),
    "measure.later": "Unfold it: every candidate is calculated as if it were known well.",
    "sensitivity.later": "Unfold it: every alternative is calculated with your own numbers.",
    "measure.nothing": "No single number stands out: no better figure would change much.",
    "sensitivity.nothing": "Nothing could be otherwise yet: no row is counted.",
    "sensitivity.above_all": "One thing alone moves the figure between {low} and {high} kg CO₂e.",
    "sensitivity.allocation.mass": "With the amounts of “{name}” shared by mass: {kg} kg CO₂e ({change}).",
    "sensitivity.allocation.pieces": "With the amounts of “{name}” shared by pieces: {kg} kg CO₂e ({change}).",
    "sensitivity.allocation.machine_hours": (
        "With the amounts of “{name}” shared by machine hours: {kg} kg CO₂e ({change})."
    ),
    "sensitivity.allocation.value": "With the amounts of “{name}” shared by value: {kg} kg CO₂e ({change}).",
    "sensitivity.co_products.physical": "Shared with co-products by mass: {kg} kg CO₂e ({change}).",
    "sensitivity.co_products.economic": "Shared with co-products by value: {kg} kg CO₂e ({change}).",
    "sensitivity.electricity.consumption": (
        "With power without a contract counted by the average mix of its place: {kg} kg CO₂e ({change})."
    ),
    "sensitivity.electricity.residual": (
        "With power without a contract counted by the residual mix: {kg} kg CO₂e ({change})."
    ),
    "sensitivity.electricity.fossil": (
        "With power without a contract counted as fossil power: {kg} kg CO₂e ({change})."
    ),
    "sensitivity.electricity.location": (
        "With all power counted by the average mix of its place, contracts or not: {kg} kg CO₂e ({change})."
    ),
    "sensitivity.recycled.none": "Without recycled input in “{name}”: {kg} kg CO₂e ({change}).",
    "sensitivity.recycled.share": "With {share} recycled input in “{name}”: {kg} kg CO₂e ({change}).",
    "sensitivity.scrap.credit": (
        "With a credit for sold scrap it would be {kg} kg CO₂e ({change}). For information only: it is never taken off."
    ),
    "sensitivity.factor.low": "If the factor “{name}” is at the lower end of its range: {kg} kg CO₂e ({change}).",
    "sensitivity.factor.high": "If the factor “{name}” is at the upper end of its range: {kg} kg CO₂e ({change}).",
    "sensitivity.amount.low": "If the amount of “{name}” is at the lower end of its range: {kg} kg CO₂e ({change}).",
    "sensitivity.amount.high": "If the amount of “{name}” is at the upper end of its range: {kg} kg CO₂e ({change}).",
}
