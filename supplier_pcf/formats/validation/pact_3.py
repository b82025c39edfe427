"""Our own check of a PACT 3 product footprint, for what the official schema lets pass.

Specification: PACT Technical Specifications 3.0.3, data type ProductFootprint,
https://docs.carbon-transparency.org (text and schema of 18 November 2025). Prose and schema of 3.0.x
are one: any 3.x is read. What holds for PACT 2 as well stands in `pact_rules`.
"""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.formats.validation import pact_3_model as model
from supplier_pcf.formats.validation.pact_model import Footprint
from supplier_pcf.formats.validation.pact_rules import BOTH, Rule, carbon, compared, found, judged
from supplier_pcf.formats.validation.sums import allowed
from supplier_pcf.formats.validation.typed import as_object, number, shown


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with one parsed product footprint."""
    return judged(Footprint.of(document, model.VERSION), RULES)


def kilograms_weigh_themselves(footprint: Footprint) -> Iterator[Finding]:
    """P06: declared in kilograms, the mass is the amount."""
    amount = footprint.number("declaredUnitAmount")
    mass = footprint.number("productMassPerDeclaredUnit")
    if footprint.unit == "kilogram" and amount is not None:
        yield from compared(footprint, "p06", "productMassPerDeclaredUnit", mass, [amount])


def recycled_is_in_the_carbon(footprint: Footprint) -> Iterator[Finding]:
    """P09: the recycled carbon is part of the fossil and biogenic carbon."""
    recycled, whole = footprint.number("recycledCarbonContent"), carbon(footprint)
    if recycled is not None and recycled > whole + allowed(recycled, whole):
        where = "pcf/recycledCarbonContent"
        yield found(footprint, "p09", where, value=str(recycled), carbon=str(whole))


def packaging_is_told(footprint: Footprint) -> Iterator[Finding]:
    """P10: whether packaging is included is told; the schema forgets to ask."""
    if not isinstance(footprint.pcf.get("packagingEmissionsIncluded"), bool):
        yield found(footprint, "p10_untold", "pcf/packagingEmissionsIncluded")


def capture_is_told(footprint: Footprint) -> Iterator[Finding]:
    """P12: whether carbon capture is included is told; its amounts stand there only if it is."""
    included = footprint.pcf.get("ccsTechnologicalCO2CaptureIncluded")
    if not isinstance(included, bool):
        yield found(footprint, "p12", "pcf/ccsTechnologicalCO2CaptureIncluded")
    if included is False:
        for name in model.CCS_FIELDS:
            if name in footprint.pcf:
                yield found(footprint, "p12_amount", f"pcf/{name}")


def primary_share_is_a_percentage(footprint: Footprint) -> Iterator[Finding]:
    """P13: the primary data share is there, from 0 to 100."""
    share = footprint.number("primaryDataShare")
    if share is None or not 0 <= share <= 100:
        value = "" if share is None else str(share)
        yield found(footprint, "p13", "pcf/primaryDataShare", value=value)


def ratings_are_in_range(footprint: Footprint) -> Iterator[Finding]:
    """P14: all three data quality ratings, from 1 to 5; owed from 31 December 2027."""
    if "dqi" not in footprint.pcf:
        yield found(footprint, "p14_none", "pcf/dqi", Severity.WARNING)
        return
    ratings = as_object(footprint.pcf["dqi"])
    for name in model.RATINGS:
        rating = number(ratings.get(name))
        if name in ratings and (
            rating is None or not 1 <= rating <= footprint.version.worst_rating
        ):
            worst, value = footprint.version.worst_rating, shown(ratings[name])
            yield found(footprint, "p14", f"pcf/dqi/{name}", value=value, worst=worst)


def standards_are_known(footprint: Footprint) -> Iterator[Finding]:
    """P21: the standards are those of PACT's list; the list is open, so this is a doubt only."""
    for index, name in enumerate(footprint.items("crossSectoralStandards")):
        if isinstance(name, str) and name not in model.STANDARDS:
            where = f"pcf/crossSectoralStandards/{index}"
            yield found(footprint, "p21", where, Severity.WARNING, value=shown(name))


RULES: tuple[Rule, ...] = (
    *BOTH,
    *(kilograms_weigh_themselves, recycled_is_in_the_carbon, packaging_is_told, capture_is_told),
    *(primary_share_is_a_percentage, ratings_are_in_range, standards_are_known),
)
