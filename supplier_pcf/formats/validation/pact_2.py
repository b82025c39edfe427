"""Our own check of a PACT 2 product footprint: the counterparts of the rules of PACT 3.

Specification: PACT Technical Specifications 2.3.3, data type ProductFootprint,
https://docs.carbon-transparency.org (text and schema of December 2025). Amounts are for one declared
unit. PACT 2 states no sum in numbers, so sums that do not hold are doubts. What was optional until
2025 is asked for in footprints of later periods.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.formats.validation import pact_2_model as model
from supplier_pcf.formats.validation.pact_model import Footprint
from supplier_pcf.formats.validation.pact_rules import BOTH, Rule, compared, found, judged
from supplier_pcf.formats.validation.typed import as_object, number, shown, time

_END_OF_CHOICE = datetime(2025, 1, 1, tzinfo=UTC)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with one parsed product footprint."""
    return judged(Footprint.of(document, model.VERSION), RULES)


def newer_periods_are_told_wholly(footprint: Footprint) -> Iterator[Finding]:
    """P00: what was optional until 2025 stands in a footprint of a later period."""
    end = footprint.time("referencePeriodEnd")
    if end is None or end <= _END_OF_CHOICE:
        return
    for name in model.NEEDED_FROM_2025:
        if name not in footprint.pcf:
            yield found(footprint, "p00_2025", f"pcf/{name}")


def a_kilogram_weighs_one(footprint: Footprint) -> Iterator[Finding]:
    """P06: the mass is that of one declared unit: 1 for a kilogram."""
    mass = footprint.number("productMassPerDeclaredUnit")
    if footprint.unit == "kilogram":
        one = [Decimal(1)]
        yield from compared(footprint, "p06", "productMassPerDeclaredUnit", mass, one)


def a_kilogram_holds_at_most_one_of_carbon(footprint: Footprint) -> Iterator[Finding]:
    """P08: a kilogram that states no mass holds no more than a kilogram of carbon."""
    if footprint.unit != "kilogram" or footprint.has("productMassPerDeclaredUnit"):
        return
    for name in ("fossilCarbonContent", "biogenicCarbonContent"):
        content = footprint.number(name)
        if content is not None and content > 1:
            yield found(footprint, "p08", f"pcf/{name}", value=str(content), mass="1")


def primary_share_is_a_percentage(footprint: Footprint) -> Iterator[Finding]:
    """P13: the primary data share is from 0 to 100."""
    share = footprint.number("primaryDataShare")
    if share is not None and not 0 <= share <= 100:
        yield found(footprint, "p13", "pcf/primaryDataShare", value=str(share))


def ratings_are_in_range(footprint: Footprint) -> Iterator[Finding]:
    """P14: five ratings from 1 to 3, and the percentage of the footprint they cover."""
    dqi, worst = as_object(footprint.pcf.get("dqi")), footprint.version.worst_rating
    for name in model.RATINGS:
        rating = number(dqi.get(name))
        if rating is not None and not 1 <= rating <= worst:
            value = shown(dqi[name])
            yield found(footprint, "p14", f"pcf/dqi/{name}", value=value, worst=worst)
    covered = number(dqi.get("coveragePercent"))
    if covered is not None and not 0 <= covered <= 100:
        yield found(footprint, "p14_cover", "pcf/dqi/coveragePercent", value=str(covered))


def changed_after_it_was_made(footprint: Footprint) -> Iterator[Finding]:
    """P18: a change comes after the making, and raises the version."""
    created, updated = footprint.time("created"), time(footprint.root.get("updated"))
    if created is not None and updated is not None and updated < created:
        yield found(footprint, "p18_updated", "updated")
    if "updated" in footprint.root and footprint.root.get("version") == 0:
        yield found(footprint, "p18_version", "version", Severity.WARNING)


def both_spellings_agree(footprint: Footprint) -> Iterator[Finding]:
    """P21: a standard named in the newer spelling is named in the older one too."""
    older = footprint.items("crossSectoralStandardsUsed")
    for index, name in enumerate(footprint.items("crossSectoralStandards")):
        spelling = model.SPELLINGS.get(name) if isinstance(name, str) else None
        if spelling is not None and spelling not in older:
            where = f"pcf/crossSectoralStandards/{index}"
            yield found(footprint, "p21_older", where, value=name, older=spelling)


def the_single_report_is_one_of_all(footprint: Footprint) -> Iterator[Finding]:
    """P22: the report in the older field is among those in the newer one."""
    single, every = footprint.text("characterizationFactors"), footprint.items(_REPORTS)
    if single and every and single not in every:
        where = "pcf/characterizationFactors"
        yield found(footprint, "p22_single", where, value=shown(single))


_REPORTS = "ipccCharacterizationFactorsSources"

RULES: tuple[Rule, ...] = (
    *BOTH,
    *(newer_periods_are_told_wholly, a_kilogram_weighs_one, a_kilogram_holds_at_most_one_of_carbon),
    *(primary_share_is_a_percentage, ratings_are_in_range, changed_after_it_was_made),
    *(both_spellings_agree, the_single_report_is_one_of_all),
)
