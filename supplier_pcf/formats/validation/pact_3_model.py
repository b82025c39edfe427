"""The PACT 3 data model as names and kinds (PACT Technical Specifications 3.0.3, ProductFootprint)."""

from __future__ import annotations

from supplier_pcf.domain.places import UN_REGIONS
from supplier_pcf.formats.validation.pact_model import (
    COUNTRY,
    EXTENSION,
    PCF_TIMES,
    REPORT,
    RULE,
    SOURCE,
    SPEC_VERSION,
    STATUSES,
    SUBDIVISION,
    URN,
    Version,
)
from supplier_pcf.formats.validation.typed import (
    BOOLEAN,
    DECIMAL,
    FULL_TEXT,
    TEXT,
    TIME,
    URI,
    UUID,
    list_of,
    object_of,
    one_of,
    optional,
    required,
)

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
UNITS = (
    *("liter", "kilogram", "cubic meter", "kilowatt hour", "megajoule", "ton kilometer"),
    *("square meter", "piece", "hour", "megabit second"),
)
WITHOUT_MASS = frozenset({"kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second"})
"""Declared units of energy, transport and services: their mass is given as 0."""
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
CCS_FIELDS = ("ccsTechnologicalCO2Capture", "technologicalCO2Removals")

_REQUIRED_DECIMALS = (
    "declaredUnitAmount",
    "productMassPerDeclaredUnit",
    "pcfExcludingBiogenicUptake",
    "pcfIncludingBiogenicUptake",
    "fossilGhgEmissions",
    "fossilCarbonContent",
    "exemptedEmissionsPercent",
)
_OPTIONAL_DECIMALS = (
    *(name for name in (*NOT_NEGATIVE, *NOT_POSITIVE) if name not in _REQUIRED_DECIMALS),
    "primaryDataShare",
)
DECIMALS = (*_REQUIRED_DECIMALS, *_OPTIONAL_DECIMALS)

_VERIFICATION = object_of(
    optional(
        coverage=one_of(("PCF calculation model", "PCF program", "product level")),
        providerName=TEXT,
        completedAt=TIME,
        standardName=TEXT,
        comments=TEXT,
    )
)

PCF = {
    **required(**dict.fromkeys(_REQUIRED_DECIMALS, DECIMAL), **dict.fromkeys(PCF_TIMES, TIME)),
    **required(
        declaredUnitOfMeasurement=one_of(UNITS),
        ipccCharacterizationFactors=list_of(REPORT),
        crossSectoralStandards=list_of(TEXT),
    ),
    **optional(**dict.fromkeys(_OPTIONAL_DECIMALS, DECIMAL)),
    **optional(
        geographyRegionOrSubregion=one_of(UN_REGIONS),
        geographyCountry=COUNTRY,
        geographyCountrySubdivision=SUBDIVISION,
        boundaryProcessesDescription=TEXT,
        packagingEmissionsIncluded=BOOLEAN,
        ccsTechnologicalCO2CaptureIncluded=BOOLEAN,
        technologicalCO2CaptureOrigin=TEXT,
        ccuCalculationApproach=one_of(("Cut-off", "Credit")),
        ccuCreditCertification=URI,
        productOrSectorSpecificRules=list_of(RULE),
        exemptedEmissionsDescription=TEXT,
        allocationRulesDescription=TEXT,
        secondaryEmissionFactorSources=list_of(SOURCE),
        dqi=object_of(required(**dict.fromkeys(RATINGS, DECIMAL))),
        verification=_VERIFICATION,
    ),
}
ROOT = {
    **required(
        id=UUID,
        specVersion=SPEC_VERSION,
        created=TIME,
        status=one_of(STATUSES),
        companyName=FULL_TEXT,
        companyIds=list_of(URN),
        productDescription=TEXT,
        productIds=list_of(URN),
        productNameCompany=FULL_TEXT,
        pcf=object_of(PCF),
    ),
    **optional(
        precedingPfIds=list_of(UUID),
        validityPeriodStart=TIME,
        validityPeriodEnd=TIME,
        productClassifications=list_of(URN),
        comment=TEXT,
        extensions=list_of(EXTENSION),
    ),
}

REQUIRED_ROOT = tuple(name for name, wanted in ROOT.items() if wanted.is_required)
REQUIRED_PCF = tuple(name for name, wanted in PCF.items() if wanted.is_required)

VERSION = Version(
    id="pact_3",
    major="3",
    clause="PACT Technical Specifications 3.0.3",
    root=ROOT,
    names={},
    summands=SUMMANDS,
    not_negative=NOT_NEGATIVE,
    not_positive=NOT_POSITIVE,
    without_mass=WITHOUT_MASS,
    worst_rating=5,
    exempted_limit=3,
    doubts=frozenset(),
)
