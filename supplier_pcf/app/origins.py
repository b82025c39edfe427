"""Where a value of an exchange file comes from, by the name of its field: all formats share most of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Origin(StrEnum):
    """Where a value comes from."""

    INPUT = "input"
    """The user entered or chose it."""
    TEXT = "text"
    """Written by the program from rows and texts of the user."""
    CALCULATION = "calculation"
    RULES = "rules"
    """From the rule set the user chose."""
    FACTORS = "factors"
    """From the emission factors that were used."""
    FIXED = "fixed"
    """The same in every file, or made by the program: numbers, times, versions."""


_NAMES: Mapping[Origin, str] = {
    Origin.INPUT: """
        companyName companyIds productDescription productIds productClassifications productCategoryCpc
        productNameCompany productName globalAssetId
        declaredUnit declaredUnitOfMeasurement declaredUnitAmount unitaryProductAmount
        ReferenceImpactUnitForCalculation QuantityOfMeasureForCalculation productMassPerDeclaredUnit
        referencePeriodStart referencePeriodEnd
        geographyRegionOrSubregion geographyCountry geographyCountrySubdivision
        packagingEmissionsIncluded extWBCSD_packagingEmissionsIncluded distributionStageIncluded
        retroOrProspectivePcfType pcfLegalStatement
        coverage providerName completedAt standardName comments level boundary attestationType
        attestationStandard attestationOfConformanceId attestationOfConformanceLink providerId
    """,
    Origin.TEXT: """
        comment boundaryProcessesDescription allocationRulesDescription
        extWBCSD_allocationRulesDescription exemptedEmissionsDescription
    """,
    Origin.RULES: """
        crossSectoralStandards crossSectoralStandardsUsed crossSectoralStandard
        productOrSectorSpecificRules operator extWBCSD_operator ruleNames ruleName otherOperatorName
        extWBCSD_otherOperatorName validityPeriodStart validityPeriodEnd ExpirationDate
        PcfCalculationMethods PcfRuleOperator PcfRuleName PcfRuleVersion biogenicAccountingMethodology
    """,
    Origin.FACTORS: """
        secondaryEmissionFactorSources secondaryEmissionFactorSource emissionFactorDS name
        ipccCharacterizationFactors ipccCharacterizationFactorsSources characterizationFactors
        extWBCSD_characterizationFactors
    """,
    Origin.FIXED: """
        id specVersion precedingPfIds version updated created status extWBCSD_pfStatus PublicationDate
        statusComment partialFullPcf LifeCyclePhases ccsTechnologicalCO2CaptureIncluded
        allocationWasteIncineration extTFS_allocationWasteIncineration allocationRecycledCarbon
        extWBCSD_productCodeCpc assurance
        massBalancingUsed freeAttributionInMassBalancing massBalancingCertificateScheme
    """,
}
_ORIGINS = {name: origin for origin, names in _NAMES.items() for name in names.split()}

_SECTIONS: Mapping[str, Origin] = {
    "study": Origin.INPUT,
    "site": Origin.INPUT,
    "release": Origin.FIXED,
    "evidence": Origin.INPUT,
    "factor": Origin.FACTORS,
    "factor_part": Origin.FACTORS,
    "source": Origin.FACTORS,
}
"""Origins of the rows of the inventory; those of all other sections are calculated."""

_COUNTED = re.compile(r"[ _.]\d+$|\.\d+(?=\.)")


def origin_of(format_id: str, place: str) -> Origin:
    """Where the value at this place comes from; a number that nobody enters is calculated."""
    if format_id == "inventory-csv":
        return _SECTIONS.get(place.partition(" ")[0], Origin.CALCULATION)
    parts = [_COUNTED.sub("", part) for part in place.split("/")]
    if "secondaryEmissionFactorSources" in parts:
        return Origin.FACTORS
    leaf = parts[-1].rpartition(".")[2]
    return _ORIGINS.get(leaf) or _ORIGINS.get(parts[-1]) or Origin.CALCULATION


def known_names() -> frozenset[str]:
    """The names of fields that are not calculated."""
    return frozenset(_ORIGINS)
