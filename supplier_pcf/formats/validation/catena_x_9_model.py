"""The properties of Catena-X PCF data models 9.0.0 and 10.0.0, and where the two differ.

Aspect models io.catenax.pcf 9.0.0 and 10.0.0; `must` is what their adoption guide asks for, which is
more than their schemas do. List values are those of the schemas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.places import UN_REGIONS
from supplier_pcf.formats.validation.catena_x_model import (
    KINDS_OF_PCF,
    Kind,
    Model,
    Property,
    Stage,
    emission,
    percent,
    removal,
)

SCOPE = "scopeOfPcfForm"
PRODUCTS = "companyAndProductInformation"
COMPANY, PRODUCT = f"{PRODUCTS}/companyInformation", f"{PRODUCTS}/productInformation"
METHOD = "pcfAssessmentAndMethodology"
DATA, SHARES = f"{METHOD}/dataSourcesAndQuality", f"{METHOD}/verificationAndCertificationShares"
ASSESSED, METHODS = f"{METHOD}/pcfAssessmentInformation", f"{METHOD}/pcfMethodology"
TECHNOLOGY, IDENTITY = f"{ASSESSED}/technology", f"{ASSESSED}/idAndVersion"
BOUNDARY, PLACE, TIME = (f"{ASSESSED}/{n}" for n in ("boundarySpecifications", "geography", "time"))
BALANCING, STANDARDS = f"{METHODS}/massBalancingInformation", f"{METHODS}/standards"
GWP, ALLOCATION = f"{METHODS}/gwpCharacterizationFactorDetails", f"{METHODS}/allocationInForeground"
GENERAL, CARBON, ATTESTATION = "general", "carbonContent", "attestationOfConformance"
STAGES = "productLifeCycleStagesAndEmissions"
PRODUCTION, PACKAGING, DISTRIBUTION = (
    f"{STAGES}/{name}Stage" for name in ("production", "packaging", "distribution")
)

_UNITS = (
    *("liter", "kilogram", "cubic meter", "kilowatt hour", "megajoule", "ton kilometer"),
    *("square meter", "piece", "hour"),
)
_WASTE = ("cut-off", "reverse cut-off", "system expansion", "polluter pays principle")
_PARTS = (
    "fossilGhgEmissions",
    "biogenicNonCO2Emissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals",
    "aircraftGhgEmissions",
)
"""Positions A, C, E, F, G and H; with D, the uptake, they are the whole."""
_UPTAKE = "biogenicCO2Uptake"
_TOTALS = ("pcfIncludingBiogenicUptake", "pcfExcludingBiogenicUptake")


def stage_name(stage: str, name: str) -> str:
    """What a figure is called in a stage."""
    prefix = {PRODUCTION: "", PACKAGING: "packaging", DISTRIBUTION: "distributionStage"}[stage]
    return f"{stage}/{prefix}{name[0].upper()}{name[1:]}" if prefix else f"{stage}/{name}"


def _stage(stage: str, told: str = "") -> Stage:
    including, excluding = (stage_name(stage, total) for total in _TOTALS)
    parts = tuple(stage_name(stage, part) for part in _PARTS)
    return Stage(including, excluding, parts, stage_name(stage, _UPTAKE), told)


def _stage_properties(stage: str, *, must: bool) -> Iterator[Property]:
    lowest_including = 0.0 if stage == PACKAGING else float("-inf")
    including, excluding = (stage_name(stage, total) for total in _TOTALS)
    yield Property(including, Kind.NUMBER, must, lowest=lowest_including)
    yield emission(excluding, must=must)
    yield removal(stage_name(stage, _UPTAKE))
    for part in _PARTS:
        made = removal if part.endswith("Removals") else emission
        yield made(stage_name(stage, part))


NODES = {
    **dict.fromkeys((SCOPE, PRODUCTS, COMPANY, PRODUCT, METHOD, DATA, ASSESSED, METHODS), True),
    **dict.fromkeys((TECHNOLOGY, IDENTITY, BOUNDARY, PLACE, TIME, BALANCING, STANDARDS), True),
    **dict.fromkeys((GWP, ALLOCATION, GENERAL, CARBON, STAGES), True),
    **dict.fromkeys((PRODUCTION, PACKAGING, DISTRIBUTION), True),
    **dict.fromkeys((SHARES, ATTESTATION), False),
}
RATINGS = tuple(f"{DATA}/{name}DQR" for name in ("technological", "temporal", "geographical"))
_CARBON = tuple(
    f"{CARBON}/{name}"
    for name in (
        *("carbonContentTotal", "fossilCarbonContent", "biogenicCarbonContent"),
        *("packagingBiogenicCarbonContent", "recycledCarbonContent"),
    )
)
_VOUCHED = tuple(
    f"{SHARES}/{name}"
    for name in (
        *("programCertificationShare", "productVerificationShare3rdParty"),
        *("productVerificationShare2ndParty", "productVerificationShare1stParty"),
    )
)
_PAPERS = ("attestationType", "standardName", "attestationStandard", "attestationOfConformanceId")

_COMMON = (
    Property(f"{SCOPE}/specVersion", Kind.FILLED, True),
    Property(f"{SCOPE}/partialFullPcf", Kind.TEXT, True, ("Cradle-to-gate", "Cradle-to-grave")),
    Property(f"{COMPANY}/companyName", Kind.FILLED, True),
    Property(f"{COMPANY}/companyIds", Kind.URIS, True),
    Property(f"{PRODUCT}/productNameCompany", Kind.FILLED, True),
    Property(f"{PRODUCT}/productIds", Kind.URIS, True),
    Property(f"{PRODUCT}/declaredUnitAmount", Kind.NUMBER, True, lowest=0),
    emission(f"{PRODUCT}/productMassPerDeclaredUnit", must=True),
    Property(f"{PRODUCT}/productClassifications", Kind.TEXTS),
    Property(f"{PRODUCT}/productDescription", Kind.TEXT),
    percent(f"{DATA}/primaryDataShare"),
    Property(f"{DATA}/secondaryEmissionFactorSources", Kind.TEXTS),
    *(Property(path, Kind.NUMBER, lowest=1, highest=5) for path in RATINGS),
    Property(f"{TECHNOLOGY}/ccsTechnologicalCO2CaptureIncluded", Kind.FLAG, True),
    Property(f"{TECHNOLOGY}/boundaryProcessesDescription", Kind.TEXT),
    Property(f"{IDENTITY}/id", Kind.UUID, True),
    Property(f"{IDENTITY}/version", Kind.NUMBER, True, lowest=0),
    Property(f"{IDENTITY}/status", Kind.TEXT, True, ("Active", "Deprecated")),
    Property(f"{IDENTITY}/retroOrProspectivePcfType", Kind.TEXT, True, KINDS_OF_PCF),
    percent(f"{BOUNDARY}/exemptedEmissionsPercent", must=True, highest=10),
    Property(f"{BOUNDARY}/exemptedEmissionsDescription", Kind.TEXT),
    Property(
        f"{PLACE}/geographyRegionOrSubregion", Kind.TEXT, True, (*UN_REGIONS, "Global", "Several")
    ),
    Property(f"{PLACE}/geographyCountrySubdivision", Kind.TEXT),
    Property(f"{PLACE}/geographyCountry", Kind.TEXT),
    *(
        Property(f"{TIME}/{name}", Kind.TIME, name != "validityPeriodStart")
        for name in (
            *("referencePeriodStart", "referencePeriodEnd", "created"),
            *("validityPeriodStart", "validityPeriodEnd"),
        )
    ),
    *(percent(path) for path in _VOUCHED),
    Property(f"{BALANCING}/massBalancingUsed", Kind.FLAG, True),
    Property(f"{STANDARDS}/productOrSectorSpecificRules", Kind.TEXTS, True),
    Property(
        f"{GWP}/ipccCharacterizationFactors",
        Kind.TEXT,
        True,
        ("AR6", "AR5", "AR4", "unspecified"),
    ),
    Property(f"{ALLOCATION}/allocationWasteIncineration", Kind.TEXT, True, _WASTE),
    Property(f"{ALLOCATION}/allocationRulesDescription", Kind.TEXT),
    Property(
        f"{ALLOCATION}/allocationRecycledCarbon",
        Kind.TEXT,
        allowed=("upstream system expansion", "cut-off"),
    ),
    *(Property(f"{GENERAL}/{name}", Kind.TEXT) for name in ("comment", "pcfLegalStatement")),
    *(emission(path) for path in _CARBON),
    *_stage_properties(PRODUCTION, must=True),
    Property(f"{PACKAGING}/packagingEmissionsIncluded", Kind.FLAG, True),
    *_stage_properties(PACKAGING, must=False),
    Property(f"{DISTRIBUTION}/distributionStageIncluded", Kind.FLAG, True),
    *_stage_properties(DISTRIBUTION, must=False),
    *(Property(f"{ATTESTATION}/{name}", Kind.FILLED, True) for name in (*_PAPERS, "providerName")),
    *(
        Property(f"{ATTESTATION}/{name}", Kind.TEXT)
        for name in ("attestationOfConformanceLink", "providerId")
    ),
    Property(f"{ATTESTATION}/completedAt", Kind.TIME),
)

_AT = {
    "spec": f"{SCOPE}/specVersion",
    "scope": f"{SCOPE}/partialFullPcf",
    "company": f"{COMPANY}/companyName",
    "company_ids": f"{COMPANY}/companyIds",
    "product": f"{PRODUCT}/productNameCompany",
    "product_ids": f"{PRODUCT}/productIds",
    "description": f"{PRODUCT}/productDescription",
    "classes": f"{PRODUCT}/productClassifications",
    "unit": f"{PRODUCT}/declaredUnitOfMeasurement",
    "amount": f"{PRODUCT}/declaredUnitAmount",
    "mass": f"{PRODUCT}/productMassPerDeclaredUnit",
    "primary": f"{DATA}/primaryDataShare",
    "sources": f"{DATA}/secondaryEmissionFactorSources",
    "boundary": f"{TECHNOLOGY}/boundaryProcessesDescription",
    "id": f"{IDENTITY}/id",
    "version": f"{IDENTITY}/version",
    "status": f"{IDENTITY}/status",
    "kind": f"{IDENTITY}/retroOrProspectivePcfType",
    "preceding": f"{IDENTITY}/precedingPfIds",
    "exempted": f"{BOUNDARY}/exemptedEmissionsPercent",
    "exempted_text": f"{BOUNDARY}/exemptedEmissionsDescription",
    "region": f"{PLACE}/geographyRegionOrSubregion",
    "country": f"{PLACE}/geographyCountry",
    "subdivision": f"{PLACE}/geographyCountrySubdivision",
    "start": f"{TIME}/referencePeriodStart",
    "end": f"{TIME}/referencePeriodEnd",
    "created": f"{TIME}/created",
    "valid_start": f"{TIME}/validityPeriodStart",
    "valid_end": f"{TIME}/validityPeriodEnd",
    "certified": f"{SHARES}/programCertificationShare",
    "verified": f"{SHARES}/productVerificationShare3rdParty",
    "balanced": f"{BALANCING}/massBalancingUsed",
    "free": f"{BALANCING}/freeAttributionInMassBalancing",
    "scheme": f"{BALANCING}/massBalancingCertificateScheme",
    "standards": f"{STANDARDS}/crossSectoralStandards",
    "rules": f"{STANDARDS}/productOrSectorSpecificRules",
    "gwp": f"{GWP}/ipccCharacterizationFactors",
    "waste": f"{ALLOCATION}/allocationWasteIncineration",
    "allocation": f"{ALLOCATION}/allocationRulesDescription",
    "comment": f"{GENERAL}/comment",
    "carbon": f"{CARBON}/carbonContentTotal",
    "fossil_carbon": f"{CARBON}/fossilCarbonContent",
    "biogenic_carbon": f"{CARBON}/biogenicCarbonContent",
    "packaging_carbon": f"{CARBON}/packagingBiogenicCarbonContent",
    "recycled_carbon": f"{CARBON}/recycledCarbonContent",
}

NINE = Model(
    version="9.0.0",
    nested=True,
    nodes=NODES,
    many=frozenset({ATTESTATION}),
    properties=(
        *_COMMON,
        Property(_AT["unit"], Kind.TEXT, True, (*_UNITS, "megabit", "second")),
        Property(_AT["preceding"], Kind.OBJECTS),
        Property(_AT["free"], Kind.TEXT, True, ("true", "false", "not applicable")),
        Property(_AT["scheme"], Kind.FILLED, True),
        Property(_AT["standards"], Kind.TEXTS, True),
        emission(f"{PRODUCTION}/packagingLandManagementBiogenicCO2Emissions"),
    ),
    at=_AT,
    stages={
        "production": _stage(PRODUCTION),
        "packaging": _stage(PACKAGING, f"{PACKAGING}/packagingEmissionsIncluded"),
        "distribution": _stage(DISTRIBUTION, f"{DISTRIBUTION}/distributionStageIncluded"),
    },
    owed=(_AT["primary"], *RATINGS),
    owed_now=Severity.WARNING,
    bpnl=re.compile(r"urn:BPNL[0-9A-Za-z]{12}"),
    waste="polluter pays principle",
)

TEN = replace(
    NINE,
    version="10.0.0",
    properties=(
        *_COMMON,
        Property(_AT["unit"], Kind.TEXT, True, (*_UNITS, "megabit second")),
        Property(_AT["preceding"], Kind.UUIDS),
        Property(_AT["free"], Kind.FLAG),
        Property(_AT["scheme"], Kind.TEXT),
        Property(
            _AT["standards"],
            Kind.TEXT,
            True,
            (
                *("ISO 14067", "Pathfinder v1", "PACT-1.0", "Pathfinder v2", "PACT-2.0"),
                *("Pathfinder v3", "PACT-3.0", "GHG Protocol Product", "PAS 2050"),
                *("ISO 14040-44", "PEF", "Other"),
            ),
        ),
    ),
)
