"""The PACT 2 data model as names and kinds (PACT Technical Specifications 2.3.3, ProductFootprint)."""

from __future__ import annotations

from supplier_pcf.domain.places import UN_REGIONS
from supplier_pcf.formats.validation import typed
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
    NUMBER,
    TEXT,
    TIME,
    UUID,
    list_of,
    object_of,
    one_of,
    optional,
    required,
)

NAMES = {
    "declaredUnitOfMeasurement": "declaredUnit",
    "declaredUnitAmount": "unitaryProductAmount",
    "pcfExcludingBiogenicUptake": "pCfExcludingBiogenic",
    "pcfIncludingBiogenicUptake": "pCfIncludingBiogenic",
    "landUseChangeGhgEmissions": "dLucGhgEmissions",
    "landManagementBiogenicCO2Emissions": "landManagementGhgEmissions",
    "biogenicNonCO2Emissions": "otherBiogenicGhgEmissions",
    "biogenicCO2Uptake": "biogenicCarbonWithdrawal",
    "ipccCharacterizationFactors": "ipccCharacterizationFactorsSources",
    "verification": "assurance",
}
"""PACT 3's names to those of PACT 2; land management stands there as one sum, with removals."""

SUMMANDS = (
    "fossilGhgEmissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "biogenicNonCO2Emissions",
)
NOT_NEGATIVE = (
    "pcfExcludingBiogenicUptake",
    "fossilGhgEmissions",
    "fossilCarbonContent",
    "biogenicCarbonContent",
    "landUseChangeGhgEmissions",
    "biogenicNonCO2Emissions",
    "iLucGhgEmissions",
    "aircraftGhgEmissions",
    "packagingGhgEmissions",
)
NOT_POSITIVE = ("biogenicCO2Uptake",)
RATINGS = (
    "technologicalDQR",
    "temporalDQR",
    "geographicalDQR",
    "completenessDQR",
    "reliabilityDQR",
)
UNITS = (
    *("liter", "kilogram", "cubic meter", "kilowatt hour", "megajoule", "ton kilometer"),
    "square meter",
)
SPELLINGS = {
    "ISO14067": "ISO Standard 14067",
    "ISO14040-44": "ISO Standard 14044",
    "GHGP-Product": "GHG Protocol Product standard",
}
"""The newer spelling of a standard to the older one, which has to stand there as well."""
NEWER_STANDARDS = (
    *SPELLINGS,
    *("ISO14083", "PEF", "PACT-1.0", "PACT-2.0", "PACT-3.0"),
)
NEEDED_FROM_2025 = (
    "pCfIncludingBiogenic",
    "dLucGhgEmissions",
    "landManagementGhgEmissions",
    "otherBiogenicGhgEmissions",
    "biogenicCarbonWithdrawal",
    "primaryDataShare",
    "dqi",
)
"""Optional only for reference periods that end before 2025."""

_REQUIRED_DECIMALS = (
    "unitaryProductAmount",
    "pCfExcludingBiogenic",
    "fossilGhgEmissions",
    "fossilCarbonContent",
    "biogenicCarbonContent",
)
_OPTIONAL_DECIMALS = (
    "productMassPerDeclaredUnit",
    "pCfIncludingBiogenic",
    "dLucGhgEmissions",
    "landManagementGhgEmissions",
    "otherBiogenicGhgEmissions",
    "iLucGhgEmissions",
    "biogenicCarbonWithdrawal",
    "aircraftGhgEmissions",
    "packagingGhgEmissions",
)
DECIMALS = (*_REQUIRED_DECIMALS, *_OPTIONAL_DECIMALS)

_ASSURANCE = object_of(
    {
        **required(assurance=BOOLEAN, providerName=TEXT),
        **optional(
            coverage=one_of(("corporate level", "product line", "PCF system", "product level")),
            level=one_of(("limited", "reasonable")),
            boundary=one_of(("Gate-to-Gate", "Cradle-to-Gate")),
            completedAt=TIME,
            standardName=TEXT,
            comments=TEXT,
        ),
    }
)

PCF = {
    **required(**dict.fromkeys(_REQUIRED_DECIMALS, DECIMAL), **dict.fromkeys(PCF_TIMES, TIME)),
    **required(
        declaredUnit=one_of(UNITS),
        packagingEmissionsIncluded=BOOLEAN,
        characterizationFactors=one_of(("AR6", "AR5")),
        ipccCharacterizationFactorsSources=list_of(REPORT),
        crossSectoralStandardsUsed=list_of(one_of(tuple(SPELLINGS.values()))),
        boundaryProcessesDescription=TEXT,
        exemptedEmissionsPercent=NUMBER,
        exemptedEmissionsDescription=TEXT,
    ),
    **optional(**dict.fromkeys(_OPTIONAL_DECIMALS, DECIMAL)),
    **optional(
        crossSectoralStandards=list_of(one_of(NEWER_STANDARDS)),
        productOrSectorSpecificRules=list_of(RULE),
        biogenicAccountingMethodology=one_of(("PEF", "ISO", "GHGP", "Quantis")),
        geographyRegionOrSubregion=one_of(UN_REGIONS),
        geographyCountry=COUNTRY,
        geographyCountrySubdivision=SUBDIVISION,
        secondaryEmissionFactorSources=list_of(SOURCE),
        allocationRulesDescription=TEXT,
        uncertaintyAssessmentDescription=TEXT,
        primaryDataShare=NUMBER,
        dqi=object_of(required(coveragePercent=NUMBER, **dict.fromkeys(RATINGS, NUMBER))),
        assurance=_ASSURANCE,
    ),
}
ROOT = {
    **required(
        id=UUID,
        specVersion=SPEC_VERSION,
        version=typed.whole_between(0, 2**31 - 1),
        created=TIME,
        status=one_of(STATUSES),
        companyName=FULL_TEXT,
        companyIds=list_of(URN),
        productDescription=TEXT,
        productIds=list_of(URN),
        productCategoryCpc=FULL_TEXT,
        productNameCompany=FULL_TEXT,
        comment=TEXT,
        pcf=object_of(PCF),
    ),
    **optional(
        precedingPfIds=list_of(UUID),
        updated=TIME,
        statusComment=TEXT,
        validityPeriodStart=TIME,
        validityPeriodEnd=TIME,
        productClassifications=list_of(URN),
        extensions=list_of(EXTENSION),
    ),
}

VERSION = Version(
    id="pact_2",
    major="2",
    clause="PACT Technical Specifications 2.3.3",
    root=ROOT,
    names=NAMES,
    summands=SUMMANDS,
    not_negative=NOT_NEGATIVE,
    not_positive=NOT_POSITIVE,
    without_mass=frozenset({"kilowatt hour", "megajoule", "ton kilometer"}),
    worst_rating=3,
    exempted_limit=5,
    doubts=frozenset({"p01", "p02", "p03"}),
)
