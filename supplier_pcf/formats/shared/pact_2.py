"""Values as PACT 2 writes them: for one declared unit, parts in kilograms, some as JSON numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

from supplier_pcf.domain.numbers import exact
from supplier_pcf.engine.legacy_quality import LegacyQuality, legacy_quality
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.descriptions import comment_text
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.urns import class_urn
from supplier_pcf.formats.validation.pact_2_model import NEWER_STANDARDS, SPELLINGS, UNITS

_KILOGRAM = "kilogram"
_REPORTS = ("AR5", "AR6")
"""The two PACT 2 knows in its single field, the older first."""
_CPC = "urn:pact:productclassification:un-cpc:"
_WIDE = Context(prec=800)

Amount = Callable[[Issue], float | None]


@dataclass(frozen=True, slots=True)
class OneUnit:
    """The field of a figure that is told for one declared unit."""

    of: Amount

    def __call__(self, issue: Issue) -> Decimal | None:
        """The figure for one unit, in the digits a number holds."""
        whole = self.of(issue)
        return None if whole is None else exact(whole / units(issue))


def declared_in(issue: Issue) -> tuple[float | None, str]:
    """How many units the product is, and the word for the unit: what PACT 2 cannot count is weighed."""
    amount, unit = pact.declared_in(issue)
    if unit in UNITS:
        return amount, unit
    mass = None if pact.weighs_nothing(issue) else issue.result.mass_kg
    return (mass, _KILOGRAM) if mass else (None, "")


def units(issue: Issue) -> float:
    """How many units the figures of the study are for; `lacks` has seen that they are some.

    Raises:
        ValueError: there are none; `lacks` was not asked.
    """
    amount, _ = declared_in(issue)
    if not amount:
        raise ValueError("no declared unit")
    return amount


def mass(issue: Issue) -> Decimal | None:
    """kg of one declared unit: 1 for a kilogram; nothing where there is none."""
    _, unit = declared_in(issue)
    if unit == _KILOGRAM:
        return Decimal(1)
    return None if pact.weighs_nothing(issue) else _mass(issue)


_mass = OneUnit(lambda issue: issue.result.mass_kg)

fossil = OneUnit(pact.fossil)
land_use_change = OneUnit(lambda issue: issue.result.buckets.land_use_change)
land_management = OneUnit(
    lambda issue: issue.result.buckets.land_management + issue.result.buckets.land_removals
)
biogenic_non_co2 = OneUnit(lambda issue: issue.result.buckets.biogenic_non_co2)
uptake = OneUnit(lambda issue: issue.result.buckets.uptake_product)


def excluding(issue: Issue) -> Decimal:
    """The total without uptake: the sum of its parts as they are written, to the last digit."""
    return _sum(
        fossil(issue), land_use_change(issue), land_management(issue), biogenic_non_co2(issue)
    )


def including(issue: Issue) -> Decimal:
    """The total with uptake: the total without it and the uptake, as they are written."""
    return _sum(excluding(issue), uptake(issue))


def _sum(*parts: Decimal | None) -> Decimal:
    with localcontext(_WIDE):
        return sum((part for part in parts if part is not None), Decimal(0)).normalize()


def cpc(issue: Issue) -> str:
    """The first class of the product in the UN's Central Product Classification; empty without one."""
    found = map(class_urn, issue.study.product.classifications)
    return next((urn.removeprefix(_CPC) for urn in found if urn.startswith(_CPC)), "")


def report(issue: Issue) -> str | None:
    """The one report for the older field: the oldest that was used of those it knows."""
    stated = pact.characterisations(issue)
    return next((name for name in _REPORTS if name in stated), None)


def newer_standards(issue: Issue) -> list[str]:
    """The standards in the newer spelling."""
    return [name for name in pact.standards(issue) if name in NEWER_STANDARDS]


def older_standards(issue: Issue) -> list[str]:
    """The standards in the older spelling, as far as it has them."""
    return [SPELLINGS[name] for name in newer_standards(issue) if name in SPELLINGS]


def comment(issue: Issue) -> str:
    """The comment, with the delivery to the customer, for which PACT 2 has no field."""
    delivery = pact.outbound(issue)
    if delivery is None:
        return comment_text(issue)
    told = (
        f"Delivery to the customer, not included: {delivery / units(issue):.6g} kg CO2e per unit."
    )
    return "\n".join(filter(None, (comment_text(issue), told)))


def quality(issue: Issue) -> LegacyQuality:
    """The ratings from 1 to 3, of what is more than 5 % of the footprint."""
    return legacy_quality(issue.study, issue.result, issue.factor)


def ratings(issue: Issue) -> dict[str, Any] | None:
    """The five ratings with how much of the footprint they cover, as JSON numbers; all or nothing."""
    found = quality(issue)
    if found.ratings is None:
        return None
    return {
        "coveragePercent": exact(min(found.coverage_percent, 100.0)),
        "technologicalDQR": exact(found.ratings.technology),
        "temporalDQR": exact(found.ratings.time),
        "geographicalDQR": exact(found.ratings.geography),
        "completenessDQR": exact(found.ratings.completeness),
        "reliabilityDQR": exact(found.ratings.reliability),
    }
