"""Values as the PACT data models write them, from an issue."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Context, Decimal, localcontext
from typing import Any

from supplier_pcf.domain.numbers import decimal_string, exact
from supplier_pcf.domain.units import UNITS, Dimension, dimension_of, ratio
from supplier_pcf.formats.shared.geography import Place, common_place
from supplier_pcf.formats.shared.issue import Issue, Span, reference_period, validity
from supplier_pcf.formats.shared.sources import secondary_sources

_UNITS = {
    "kg": "kilogram",
    "piece": "piece",
    "l": "liter",
    "m3": "cubic meter",
    "kWh": "kilowatt hour",
    "MJ": "megajoule",
    "t.km": "ton kilometer",
    "m2": "square meter",
    "h": "hour",
    "Mbit/s": "megabit second",
}
"""PACT's declared units; another unit is brought to the first of these that measures the same."""
OUR_UNITS = {name: unit for unit, name in _UNITS.items()}
"""PACT's words for units to ours."""

_WITHOUT_MASS = frozenset(
    {Dimension.ENERGY, Dimension.TRANSPORT_WORK, Dimension.TIME, Dimension.DATA_RATE}
)
_WIDE = Context(prec=800)
"""Holds every digit of every sum, so that none is rounded."""
_GWP_SET = re.compile(r"AR\d+", re.ASCII)


def declared_in(issue: Issue) -> tuple[float | None, str]:
    """The declared amount and PACT's word for its unit; nothing where PACT has no such unit."""
    declared = issue.study.declared_unit
    if declared.unit in _UNITS:
        return declared.amount, _UNITS[declared.unit]
    same = (u for u in _UNITS if UNITS[u].dimension is dimension_of(declared.unit))
    base = next(same, None)
    if base is None:
        return None, ""
    return declared.amount * ratio(declared.unit, base), _UNITS[base]


def weighs_nothing(issue: Issue) -> bool:
    """Energy, transport and services have no mass: PACT wants 0."""
    return dimension_of(issue.study.declared_unit.unit) in _WITHOUT_MASS


def characterisations(issue: Issue) -> list[str]:
    """The IPCC reports behind the factors, as far as their publishers state them."""
    return [name for name in issue.result.gwp_sets if _GWP_SET.fullmatch(name)]


def fossil(issue: Issue) -> float:
    """Fossil emissions with those of aircraft, which PACT counts among them."""
    return issue.result.buckets.fossil + issue.result.buckets.aircraft


def excluding(issue: Issue) -> Decimal:
    """The total without uptake: the sum of its parts as they are written, to the last digit."""
    found = issue.result.buckets
    land = (found.land_use_change, found.land_management, found.land_removals)
    return _sum(map(exact, (fossil(issue), *land, found.biogenic_non_co2)))


def including(issue: Issue) -> Decimal:
    """The total with uptake: the total without it and the uptake, as they are written."""
    return _sum([excluding(issue), exact(issue.result.buckets.uptake_product)])


def _sum(parts: Iterable[Decimal]) -> Decimal:
    with localcontext(_WIDE):
        return sum(parts, Decimal(0)).normalize()


def decimal_text(value: Decimal) -> str:
    """A decimal without exponent and without empty decimals."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def preceding(issue: Issue) -> list[str]:
    """The ids of earlier releases, each once."""
    return [p for p in dict.fromkeys(issue.release.preceding) if p != issue.release.id]


def period(issue: Issue) -> Span:
    """The reference period, its end exclusive."""
    return _told(reference_period(issue.study.period))


def valid(issue: Issue) -> Span:
    """The validity period."""
    return _told(validity(issue))


def _told(span: Span | None) -> Span:
    """A span that `lacks` has seen to be there.

    Raises:
        ValueError: the study has no reference period; `lacks` was not asked.
    """
    if span is None:
        raise ValueError("no reference period")
    return span


def geography(issue: Issue) -> Place:
    """The finest place shared by all sites, the coarser ones empty."""
    place = common_place(issue.study.sites)
    if place.subdivision:
        return Place(subdivision=place.subdivision)
    return Place(country=place.country) if place.country else place


def mass(issue: Issue) -> float | None:
    """kg of the whole declared unit; 0 for energy, transport and services."""
    return 0.0 if weighs_nothing(issue) else issue.result.mass_kg


def packed(issue: Issue) -> bool:
    """Whether packaging is inside the footprint."""
    return issue.study.scope.packaging_included


def packaging(issue: Issue) -> float | None:
    """The packaging stage without uptake, where packaging is included."""
    return issue.result.packaging if packed(issue) else None


def packaging_carbon(issue: Issue) -> float | None:
    """kg of biogenic carbon in the packaging, where packaging is included."""
    return issue.result.carbon.packaging_biogenic if packed(issue) else None


def outbound(issue: Issue) -> float | None:
    """Transport to the customer that we pay for; nothing where we pay for none."""
    paid = issue.paid_legs()
    return math.fsum(line.kg_co2e for line in paid) if paid else None


def standards(issue: Issue) -> list[str]:
    """The standards the rule set stands on."""
    return list(issue.rules.cross_sectoral_standards)


def rules(issue: Issue) -> list[dict[str, Any]]:
    """The rule set of an operator PACT does not list; a cross-sectoral standard has none."""
    chosen = issue.rules
    if not chosen.operator:
        return []
    is_named = chosen.version in chosen.title
    name = chosen.title if is_named else f"{chosen.title}, version {chosen.version}"
    return [{"operator": "Other", "ruleNames": [name], "otherOperatorName": chosen.operator}]


def sources(issue: Issue) -> list[dict[str, str]]:
    """The sources of secondary data by name and version."""
    found = secondary_sources(issue.used_factors())
    return [{"name": name, "version": version} for name, version in found]


def ratings(issue: Issue) -> dict[str, str] | None:
    """The three data quality ratings, weighed without uptake; all or nothing."""
    rated = issue.result.ratings_excluding
    if rated is None:
        return None
    return {
        "technologicalDQR": decimal_string(rated.technology),
        "geographicalDQR": decimal_string(rated.geography),
        "temporalDQR": decimal_string(rated.time),
    }
