"""The PACT 3 data model as names and kinds, and a lenient reading of a parsed document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

Json = Mapping[str, Any]

NOT_NEGATIVE = (
    "fossilCarbonContent",
    "biogenicCarbonContent",
    "recycledCarbonContent",
    "fossilGhgEmissions",
    "landUseChangeGhgEmissions",
    "landCarbonLeakage",
    "landManagementFossilGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "biogenicNonCO2Emissions",
    "landAreaOccupation",
    "aircraftGhgEmissions",
    "packagingGhgEmissions",
    "packagingBiogenicCarbonContent",
    "outboundLogisticsGhgEmissions",
    "ccuCarbonContent",
)
NOT_POSITIVE = (
    "landManagementBiogenicCO2Removals",
    "biogenicCO2Uptake",
    "ccsTechnologicalCO2Capture",
    "technologicalCO2Removals",
)
_OTHER_DECIMALS = (
    "declaredUnitAmount",
    "productMassPerDeclaredUnit",
    "pcfExcludingBiogenicUptake",
    "pcfIncludingBiogenicUptake",
    "exemptedEmissionsPercent",
    "primaryDataShare",
)
DECIMALS = (*_OTHER_DECIMALS, *NOT_NEGATIVE, *NOT_POSITIVE)

SUMMANDS = (
    "fossilGhgEmissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals",
    "technologicalCO2Removals",
    "ccsTechnologicalCO2Capture",
    "biogenicNonCO2Emissions",
)
"""What pcfExcludingBiogenicUptake is the sum of; land management fossil and aircraft are in fossil."""

RATINGS = ("technologicalDQR", "geographicalDQR", "temporalDQR")

ROOT_TIMES = ("created", "validityPeriodStart", "validityPeriodEnd")
PCF_TIMES = ("referencePeriodStart", "referencePeriodEnd")

GEOGRAPHY = ("geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision")

REQUIRED_ROOT = (
    "id",
    "specVersion",
    "created",
    "status",
    "companyName",
    "companyIds",
    "productDescription",
    "productIds",
    "productNameCompany",
    "pcf",
)
REQUIRED_PCF = (
    "declaredUnitOfMeasurement",
    *("declaredUnitAmount", "productMassPerDeclaredUnit"),
    *PCF_TIMES,
    *("pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake"),
    *("fossilGhgEmissions", "fossilCarbonContent", "exemptedEmissionsPercent"),
    *("ipccCharacterizationFactors", "crossSectoralStandards"),
)

STANDARDS = frozenset(
    {
        "ISO14067",
        "ISO14083",
        "ISO14040-44",
        "GHGP-Product",
        "PEF",
        "PACT-1.0",
        "PACT-2.0",
        "PACT-3.0",
        "PAS2050",
    }
)
WITHOUT_MASS = frozenset({"kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second"})
"""Declared units of energy, transport and services: their mass is given as 0."""
CCS_FIELDS = ("ccsTechnologicalCO2Capture", "technologicalCO2Removals")

_KNOWN_ROOT = frozenset(
    {
        *REQUIRED_ROOT,
        *ROOT_TIMES,
        "precedingPfIds",
        "productClassifications",
        "comment",
        "extensions",
    }
)
_KNOWN_PCF = frozenset(
    {
        *REQUIRED_PCF,
        *DECIMALS,
        *GEOGRAPHY,
        "boundaryProcessesDescription",
        "packagingEmissionsIncluded",
        "ccsTechnologicalCO2CaptureIncluded",
        "technologicalCO2CaptureOrigin",
        "ccuCalculationApproach",
        "ccuCreditCertification",
        "productOrSectorSpecificRules",
        "exemptedEmissionsDescription",
        "allocationRulesDescription",
        "secondaryEmissionFactorSources",
        "dqi",
        "verification",
    }
)
_KNOWN_VERIFICATION = frozenset(
    {"coverage", "providerName", "completedAt", "standardName", "comments"}
)
_KNOWN_RULE = frozenset({"operator", "ruleNames", "otherOperatorName"})
_KNOWN_EXTENSION = frozenset({"specVersion", "dataSchema", "documentation", "data"})

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII | re.IGNORECASE
)
_LONGEST = 1000
"""Digits beyond this are no number anybody wrote."""


def decimal(value: object) -> Decimal | None:
    """The number a text writes in the format's own way, or nothing."""
    if isinstance(value, str) and len(value) <= _LONGEST and _DECIMAL.fullmatch(value):
        return Decimal(value)
    return None


def time(value: object) -> datetime | None:
    """The point in time a text with a zone names, or nothing."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value.upper())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Footprint:
    """A parsed document, read leniently: what cannot be read counts as not there."""

    root: Json
    pcf: Json

    @classmethod
    def of(cls, document: object) -> Footprint:
        """The footprint in any parsed JSON value."""
        root = as_object(document)
        return cls(root, as_object(root.get("pcf")))

    def number(self, name: str) -> Decimal | None:
        """The decimal of this name in the carbon footprint."""
        return decimal(self.pcf.get(name))

    def time(self, name: str) -> datetime | None:
        """The time of this name, wherever the model puts it."""
        return time((self.pcf if name in PCF_TIMES else self.root).get(name))

    def items(self, name: str) -> list[Any]:
        """The list of this name in the carbon footprint, or an empty one."""
        return as_list(self.pcf.get(name))

    def objects(self) -> Iterator[tuple[str, Json, frozenset[str]]]:
        """Every object of the document with its place and the names the model knows in it."""
        yield "", self.root, _KNOWN_ROOT
        yield "pcf", self.pcf, _KNOWN_PCF
        yield "pcf/dqi", as_object(self.pcf.get("dqi")), frozenset(RATINGS)
        yield "pcf/verification", as_object(self.pcf.get("verification")), _KNOWN_VERIFICATION
        lists = (
            ("productOrSectorSpecificRules", self.pcf, _KNOWN_RULE),
            ("secondaryEmissionFactorSources", self.pcf, frozenset({"name", "version"})),
            ("extensions", self.root, _KNOWN_EXTENSION),
        )
        for name, parent, known in lists:
            prefix = "pcf/" if parent is self.pcf else ""
            for index, item in enumerate(as_list(parent.get(name))):
                yield f"{prefix}{name}/{index}", as_object(item), known


def as_object(value: object) -> Json:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []
