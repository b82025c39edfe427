"""A PACT footprint of either version in our own words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.places import kind
from supplier_pcf.formats.shared.pact import OUR_UNITS
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.validation.pact_model import Footprint
from supplier_pcf.formats.validation.typed import as_list, as_object, as_text, number
from supplier_pcf.rules.validity import LONGEST_VALIDITY, add_years

Found = TypeVar("Found")

_SMALLEST, _LARGEST = 1e-12, 1e15
"""Declared amounts beyond these are no amounts of goods."""
_LONGEST_TEXT, _MOST_ITEMS = 10_000, 100
_MOMENT = timedelta(microseconds=1)
_CAPTURED = ("ccsTechnologicalCO2Capture", "technologicalCO2Removals")


@dataclass(frozen=True, slots=True)
class Amounts:
    """The figures of a footprint, brought to the whole declared amount."""

    footprint: Footprint
    times: Decimal
    """1 where the file tells them for the whole amount, the amount where for one unit."""

    def exact(self, name: str) -> Decimal | None:
        """The figure of this name, to the last digit."""
        found = self.footprint.number(name)
        return None if found is None else found * self.times

    def maybe(self, name: str) -> float | None:
        """The figure of this name, if it is there and no larger than a number can be."""
        return _float(self.exact(name))

    def number(self, name: str) -> float:
        """The figure of this name, 0 where the file does not tell it."""
        return self.maybe(name) or 0.0


def _float(value: Decimal | None) -> float | None:
    if value is None:
        return None
    found = float(value)
    return found if math.isfinite(found) else None


def read_footprint(footprint: Footprint, format_id: str, times: Decimal | None = None) -> Received:
    """What a footprint says, its figures times this number.

    Raises:
        Refusal: it has no total, or no declared unit or amount that we know.
    """
    amounts = Amounts(footprint, Decimal(1) if times is None else times)
    unit = OUR_UNITS.get(footprint.unit)
    total = amounts.maybe("pcfExcludingBiogenicUptake")
    return Received(
        format_id=format_id,
        unit=_needed(unit, footprint, "declaredUnitOfMeasurement"),
        amount=_needed(_amount(footprint), footprint, "declaredUnitAmount"),
        excluding=_needed(total, footprint, "pcfExcludingBiogenicUptake"),
        buckets=_buckets(amounts),
        **_identity(footprint),
        **_figures(amounts),
        **_times(footprint),
        **_method(footprint),
    )


def _needed(value: Found | None, footprint: Footprint, name: str) -> Found:
    if value is None:
        raise Refusal("receive.field", field=footprint.where(name).removeprefix("pcf/"))
    return value


def _amount(footprint: Footprint) -> float | None:
    """The declared amount, if it is above zero and something can be divided by it."""
    amount = _float(footprint.number("declaredUnitAmount"))
    return amount if amount is not None and _SMALLEST < amount < _LARGEST else None


def _identity(footprint: Footprint) -> dict[str, Any]:
    root = footprint.root
    created = footprint.time("created")
    return {
        "spec_version": _text(root.get("specVersion")),
        "id": _text(root.get("id")),
        "version": _whole(root.get("version")),
        "created": utc_text(created) if created else "",
        "is_active": root.get("status") != "Deprecated",
        "preceding": _texts(root.get("precedingPfIds")),
        "company": _text(root.get("companyName")),
        "company_ids": _texts(root.get("companyIds")),
        "product": _text(root.get("productNameCompany")),
        "description": _text(root.get("productDescription")),
        "product_ids": _texts(root.get("productIds")),
        "classifications": _texts(root.get("productClassifications")) or _cpc(footprint),
        "comment": _text(root.get("comment")),
    }


def _whole(value: object) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _cpc(footprint: Footprint) -> tuple[str, ...]:
    code = _text(footprint.root.get("productCategoryCpc"))
    return (f"cpc:{code}",) if code else ()


def _text(value: object) -> str:
    return as_text(value)[:_LONGEST_TEXT]


def _texts(value: object) -> tuple[str, ...]:
    some = as_list(value)[:_MOST_ITEMS]
    return tuple(text[:_LONGEST_TEXT] for text in some if isinstance(text, str))


def _buckets(amounts: Amounts) -> Buckets:
    """The parts; aircraft is taken out of fossil, capture and technical removals lower it."""
    aircraft = amounts.exact("aircraftGhgEmissions") or Decimal(0)
    captured = sum((amounts.exact(name) or Decimal(0) for name in _CAPTURED), Decimal(0))
    fossil = _float((amounts.exact("fossilGhgEmissions") or Decimal(0)) - aircraft + captured)
    return Buckets(
        fossil or 0.0,
        amounts.number("biogenicNonCO2Emissions"),
        amounts.number("landUseChangeGhgEmissions"),
        amounts.number("landManagementBiogenicCO2Emissions"),
        amounts.number("landManagementBiogenicCO2Removals"),
        _float(aircraft) or 0.0,
        _uptake(amounts),
    )


def _uptake(amounts: Amounts) -> float:
    """The uptake, or where it is not told what lies between the two totals."""
    told = amounts.exact("biogenicCO2Uptake")
    excluding = amounts.exact("pcfExcludingBiogenicUptake")
    including = amounts.exact("pcfIncludingBiogenicUptake")
    if told is None and excluding is not None and including is not None:
        told = min(including - excluding, Decimal(0))
    return _float(told) or 0.0


def _figures(amounts: Amounts) -> dict[str, Any]:
    footprint = amounts.footprint
    included = footprint.get("packagingEmissionsIncluded")
    return {
        "mass_kg": _mass(amounts),
        "including": amounts.maybe("pcfIncludingBiogenicUptake"),
        "outbound": amounts.maybe("outboundLogisticsGhgEmissions"),
        "packaging_included": included if isinstance(included, bool) else None,
        "packaging": amounts.maybe("packagingGhgEmissions"),
        "fossil_carbon": amounts.maybe("fossilCarbonContent"),
        "biogenic_carbon": amounts.maybe("biogenicCarbonContent"),
        "recycled_carbon": amounts.maybe("recycledCarbonContent"),
        "exempted_percent": _float(footprint.number("exemptedEmissionsPercent")),
        "primary_percent": _float(footprint.number("primaryDataShare")),
    }


def _mass(amounts: Amounts) -> float | None:
    """The mass, which kilograms have anyhow and energy and services have not."""
    mass = amounts.maybe("productMassPerDeclaredUnit")
    if mass is None and amounts.footprint.unit == "kilogram":
        return _float(amounts.footprint.number("declaredUnitAmount"))
    return mass or None


def _times(footprint: Footprint) -> dict[str, Any]:
    over = footprint.time("referencePeriodEnd")
    until = footprint.time("validityPeriodEnd")
    if until is None and over is not None:
        until = add_years(over, LONGEST_VALIDITY)
    return {
        "period_start": _day(footprint.time("referencePeriodStart")),
        "period_end": _last_day(over),
        "valid_from": _day(footprint.time("validityPeriodStart")),
        "valid_until": _last_day(until),
    }


def _day(moment: datetime | None) -> date | None:
    try:
        return None if moment is None else moment.astimezone(UTC).date()
    except OverflowError:
        return None


def _last_day(end: datetime | None) -> date | None:
    """The last day before an end that is not included."""
    try:
        return None if end is None else _day(end - _MOMENT)
    except OverflowError:
        return None


def _method(footprint: Footprint) -> dict[str, Any]:
    places = ("geographyCountrySubdivision", "geographyCountry", "geographyRegionOrSubregion")
    verified, certified = _assured(footprint)
    standards = _texts(footprint.get("crossSectoralStandards"))
    return {
        "place": next((p for p in map(footprint.text, places) if kind(p) != "unknown"), ""),
        "gwp_sets": _texts(footprint.get("ipccCharacterizationFactors")),
        "standards": standards or _texts(footprint.pcf.get("crossSectoralStandardsUsed")),
        "rules": tuple(_rules(footprint)),
        "boundary": footprint.text("boundaryProcessesDescription"),
        "allocation": footprint.text("allocationRulesDescription"),
        "ratings": _ratings(footprint),
        "verified_percent": verified,
        "certified_percent": certified,
        "sources": tuple(_sources(footprint)),
    }


def _rules(footprint: Footprint) -> list[str]:
    found = map(as_object, footprint.items("productOrSectorSpecificRules")[:_MOST_ITEMS])
    return [name for rule in found for name in _texts(rule.get("ruleNames"))]


def _sources(footprint: Footprint) -> list[str]:
    found = map(as_object, footprint.items("secondaryEmissionFactorSources")[:_MOST_ITEMS])
    return [f"{_text(s.get('name'))} {_text(s.get('version'))}".strip() for s in found]


def _ratings(footprint: Footprint) -> Ratings | None:
    """The ratings from 1 to 5; those from 1 to 3 cannot be converted."""
    dqi = as_object(footprint.get("dqi"))
    found = [
        _float(number(dqi.get(f"{what}DQR")))
        for what in ("technological", "temporal", "geographical")
    ]
    rated = [score for score in found if score is not None and 1 <= score <= 5]
    if footprint.version.worst_rating != 5 or len(rated) < len(found):
        return None
    return Ratings(technology=rated[0], time=rated[1], geography=rated[2])


def _assured(footprint: Footprint) -> tuple[float | None, float | None]:
    """Percent verified and percent made under a certified program, as far as the file tells."""
    found = as_object(footprint.get("verification"))
    if not _text(found.get("providerName")) or found.get("assurance") is False:
        return None, None
    covers = _text(found.get("coverage"))
    verified = 100.0 if covers == "product level" else None
    return verified, 100.0 if covers == "PCF program" else None
