"""Values as the calculation CSV of CX-0136 writes them, from an issue: all for one declared unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Context, Decimal, localcontext

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.numbers import exact
from supplier_pcf.engine.legacy_quality import LegacyQuality, legacy_quality
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.geography import common_place
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.sources import secondary_sources
from supplier_pcf.formats.shared.urns import company_urns

_WIDE = Context(prec=800)
_STANDARDS = {
    "ISO14067": "ISO 14067",
    "ISO14040-44": "ISO 14040-44",
    "GHGP-Product": "GHG Protocol Product Standard",
    "PACT-1.0": "Pathfinder v1",
    "PACT-2.0": "Pathfinder v2",
    "PAS2050": "PAS 2050",
    "PEF": "PEF",
}
"""Our names of the standards and those of the CSV; any other is told as Other."""
_OTHER_STANDARD = "Other"
_SEVERAL = "Several"


def amount(issue: Issue) -> float:
    """How many of the unit are declared; every other figure is divided by it."""
    return pact.declared_in(issue)[0] or math.nan


def each(issue: Issue, value: float | None) -> float | None:
    """An amount of the whole declared unit, for one."""
    return None if value is None else value / amount(issue)


def parts(issue: Issue, buckets: Buckets) -> dict[str, float]:
    """The kinds of emission for one unit: 1 fossil without aircraft, 2 biogenic non-CO2, 4 land, 5 aircraft."""
    one = buckets.times(1 / amount(issue))
    return {
        "fossil": one.fossil,
        "biogenic_non_co2": one.biogenic_non_co2,
        "land_use_change": one.land_use_change,
        "land_use": one.land_management + one.land_removals,
        "aircraft": one.aircraft,
    }


def excluding(issue: Issue, buckets: Buckets) -> Decimal:
    """1 + 2 + 4 + 5 as they are written, to the last digit (rulebook v3, 4.1)."""
    return _sum(map(exact, parts(issue, buckets).values()))


def including(issue: Issue, buckets: Buckets) -> Decimal:
    """The same and the biogenic carbon withdrawn, as written."""
    return _sum([excluding(issue, buckets), exact(withdrawal(issue, buckets))])


def withdrawal(issue: Issue, buckets: Buckets) -> float:
    """Carbon dioxide bound in the product; zero or below. That in packaging is not in it."""
    return buckets.uptake_product / amount(issue)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    with localcontext(_WIDE):
        return sum(numbers, Decimal(0)).normalize()


def carbon_total(issue: Issue) -> Decimal | None:
    """Fossil and biogenic carbon of the product in kg for one unit, as they are written."""
    carbon = issue.result.carbon
    fossil, biogenic = each(issue, carbon.fossil), each(issue, carbon.biogenic)
    if fossil is None or biogenic is None:
        return None
    return _sum([exact(fossil), exact(biogenic)])


def company_ids(issue: Issue) -> list[str]:
    """The names of the company; the CSV writes a BPN as `urn:bpn:id:`, and it comes first."""
    return sorted(company_urns(issue.study.company), key=lambda urn: not urn.startswith("urn:bpn:"))


def region(issue: Issue) -> str:
    """The UN region of all sites; Several where they lie in several; empty where none is known."""
    found = common_place(issue.study.sites).region
    if found:
        return found
    known = {common_place((site,)).region for site in issue.study.sites} - {""}
    return _SEVERAL if len(known) > 1 else ""


def standards(issue: Issue) -> list[str]:
    """The standards of the rule set, as the CSV spells them."""
    found = issue.rules.cross_sectoral_standards
    return list(dict.fromkeys(_STANDARDS.get(name, _OTHER_STANDARD) for name in found))


def our_standard(name: str) -> str:
    """Our name of a standard as the CSV spells it."""
    return next((ours for ours, theirs in _STANDARDS.items() if theirs == name), name)


def rule_name(issue: Issue) -> str:
    """The sector rule with its version; empty where the rule set is a cross-sectoral standard."""
    chosen = issue.rules
    if chosen.operator == "Catena-X":
        return f"CX-PCF Rules v{chosen.version}"
    return chosen.title if chosen.operator else ""


def characterisation(issue: Issue) -> str:
    """The oldest IPCC report behind the factors: the CSV has room for one (AR5 or AR6)."""
    stated = pact.characterisations(issue)
    return min(stated, key=lambda name: int(name[2:])) if stated else ""


def sources(issue: Issue) -> list[str]:
    """The sources of secondary data, name and version in one text; the column must say something."""
    found = secondary_sources(issue.used_factors())
    return [f"{name} {version}" for name, version in found] or ["no secondary data"]


def quality(issue: Issue) -> LegacyQuality:
    """The ratings from 1 to 3 of every line, which the CSV still asks for (Catena-X v2, table 5)."""
    return legacy_quality(issue.study, issue.result, issue.factor, above=0)


def coverage(issue: Issue) -> float:
    """How much of the footprint the ratings are of, in percent; a hair of rounding is no part of it."""
    return round(quality(issue).coverage_percent, 6)


def cpc_code(issue: Issue) -> str:
    """The UN CPC class the user gave; empty where there is none."""
    for text in issue.study.product.classifications:
        system, _, code = text.strip().partition(":")
        if system.strip().lower() in ("cpc", "un-cpc") and code.strip():
            return code.strip()
    return ""
