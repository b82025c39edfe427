"""The properties of Catena-X PCF data model 7.0.0: flat, numbers for one declared unit.

Aspect model io.catenax.pcf 7.0.0. Direct land use change and land use are apart, emissions and removals
of land use are one figure of any sign.
"""

from __future__ import annotations

import re

from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.places import UN_REGIONS
from supplier_pcf.formats.validation.catena_x_model import (
    Kind,
    Model,
    Property,
    Stage,
    emission,
    percent,
    removal,
)

RATED = "pcf/dataQualityRating"
SCORES = tuple(
    f"{RATED}/{name}DQR"
    for name in ("technological", "temporal", "geographical", "completeness", "reliability")
)
STANDARD, SOURCE, RULE = "crossSectoralStandard", "secondaryEmissionFactorSource", "ruleName"
OPERATOR, OPERATOR_NAME = "extWBCSD_operator", "extWBCSD_otherOperatorName"
CPC = "011-99000"
"""The product class that Catena-X asks for, whatever the product."""
_STANDARDS = (
    *("ISO Standard 14067", "ISO Standard 14044", "Pathfinder v1", "Pathfinder v2", "PAS 2050"),
    *("ISO Standard 14040", "ISO Standard 14041", "ISO Standard 14042", "ISO Standard 14043"),
    *("PEF", "Other", "GHG Protocol Product Standard"),
)
_UNITS = (
    *("liter", "kilogram", "cubic meter", "kilowatt hour", "megajoule", "ton kilometer"),
    *("square meter", "piece"),
)

_PRODUCTION = Stage(
    including="pcf/pcfIncludingBiogenic",
    excluding="pcf/pcfExcludingBiogenic",
    parts=(
        *("pcf/fossilGhgEmissions", "pcf/biogenicCarbonEmissionsOtherThanCO2"),
        *("pcf/dlucGhgEmissions", "pcf/extTFS_luGhgEmissions", "pcf/aircraftGhgEmissions"),
    ),
    uptake="pcf/biogenicCarbonWithdrawal",
)
_PACKAGING = Stage(
    including="",
    excluding="pcf/extWBCSD_packagingGhgEmissions",
    parts=(),
    uptake="",
    told="pcf/extWBCSD_packagingEmissionsIncluded",
)
_DISTRIBUTION = Stage(
    including="pcf/distributionStagePcfIncludingBiogenic",
    excluding="pcf/distributionStagePcfExcludingBiogenic",
    parts=(
        "pcf/distributionStageFossilGhgEmissions",
        "pcf/distributionStageBiogenicCarbonEmissionsOtherThanCO2",
        "pcf/extTFS_distributionStageDlucGhgEmissions",
        "pcf/extTFS_distributionStageLuGhgEmissions",
        "pcf/distributionStageAircraftGhgEmissions",
    ),
    uptake="pcf/distributionStageBiogenicCarbonWithdrawal",
)


def _stage_properties(stage: Stage) -> tuple[Property, ...]:
    return (
        Property(stage.including, Kind.NUMBER),
        emission(stage.excluding, must=stage is _PRODUCTION),
        removal(stage.uptake),
        *(
            Property(p, Kind.NUMBER) if "LuGhg" in p or "luGhg" in p else emission(p)
            for p in stage.parts
        ),
    )


_AT = {
    "spec": "specVersion",
    "scope": "partialFullPcf",
    "company": "companyName",
    "company_ids": "companyIds",
    "product": "productName",
    "product_ids": "productIds",
    "description": "productDescription",
    "classes": "",
    "cpc": "extWBCSD_productCodeCpc",
    "unit": "pcf/declaredUnit",
    "amount": "pcf/unitaryProductAmount",
    "mass": "pcf/productMassPerDeclaredUnit",
    "primary": "pcf/primaryDataShare",
    "coverage": f"{RATED}/coveragePercent",
    "sources": "pcf/secondaryEmissionFactorSources",
    "boundary": "pcf/boundaryProcessesDescription",
    "id": "id",
    "version": "version",
    "status": "extWBCSD_pfStatus",
    "preceding": "precedingPfIds",
    "exempted": "pcf/exemptedEmissionsPercent",
    "exempted_text": "pcf/exemptedEmissionsDescription",
    "region": "pcf/geographyRegionOrSubregion",
    "country": "pcf/geographyCountry",
    "subdivision": "pcf/geographyCountrySubdivision",
    "start": "pcf/referencePeriodStart",
    "end": "pcf/referencePeriodEnd",
    "created": "created",
    "valid_start": "validityPeriodStart",
    "valid_end": "validityPeriodEnd",
    "standards": "pcf/crossSectoralStandardsUsed",
    "rules": "pcf/productOrSectorSpecificRules",
    "gwp": "pcf/extWBCSD_characterizationFactors",
    "waste": "pcf/extTFS_allocationWasteIncineration",
    "allocation": "pcf/extWBCSD_allocationRulesDescription",
    "comment": "comment",
    "carbon": "pcf/carbonContentTotal",
    "fossil_carbon": "pcf/extWBCSD_fossilCarbonContent",
    "biogenic_carbon": "pcf/carbonContentBiogenic",
}

SEVEN = Model(
    version="7.0.0",
    nested=False,
    nodes={"pcf": True, RATED: False},
    properties=(
        Property("id", Kind.UUID, True),
        Property("specVersion", Kind.FILLED, True),
        Property("partialFullPcf", Kind.TEXT, True, ("Cradle-to-gate", "Cradle-to-grave")),
        Property("precedingPfIds", Kind.OBJECTS, inside="id"),
        Property("version", Kind.NUMBER, True, lowest=0),
        Property("extWBCSD_pfStatus", Kind.TEXT, True, ("Active", "Deprecated")),
        Property("created", Kind.TIME, True),
        *(Property(f"validityPeriod{end}", Kind.TIME) for end in ("Start", "End")),
        Property("companyName", Kind.FILLED, True),
        *(Property(name, Kind.URIS, True) for name in ("companyIds", "productIds")),
        *(Property(name, Kind.FILLED, True) for name in ("extWBCSD_productCodeCpc", "productName")),
        *(
            Property(name, Kind.TEXT)
            for name in ("comment", "productDescription", "pcfLegalStatement")
        ),
        Property(_AT["unit"], Kind.TEXT, True, _UNITS),
        Property(_AT["amount"], Kind.NUMBER, True, lowest=0),
        emission(_AT["mass"], must=True),
        percent(_AT["exempted"], must=True, highest=5),
        *(Property(_AT[name], Kind.TEXT) for name in ("exempted_text", "boundary", "allocation")),
        *(Property(_AT[name], Kind.TEXT) for name in ("country", "subdivision")),
        Property(_AT["region"], Kind.TEXT, True, (*UN_REGIONS, "Global", "Several")),
        *(Property(_AT[name], Kind.TIME, True) for name in ("start", "end")),
        Property(_AT["standards"], Kind.OBJECTS, True, _STANDARDS, inside=STANDARD),
        Property(_AT["rules"], Kind.OBJECTS, True, inside=OPERATOR),
        Property(_AT["gwp"], Kind.TEXT, True, ("AR5", "AR6")),
        Property(_AT["waste"], Kind.TEXT, True, ("cut-off", "reverse cut-off", "system expansion")),
        *(percent(_AT[name]) for name in ("primary", "coverage")),
        Property(_AT["sources"], Kind.OBJECTS, True, inside=SOURCE),
        *(Property(path, Kind.NUMBER, lowest=1, highest=3) for path in SCORES),
        Property(_PACKAGING.told, Kind.FLAG, True),
        emission(_PACKAGING.excluding),
        *_stage_properties(_PRODUCTION),
        *_stage_properties(_DISTRIBUTION),
        *(emission(_AT[name]) for name in ("carbon", "fossil_carbon", "biogenic_carbon")),
    ),
    at=_AT,
    stages={
        "production": _PRODUCTION,
        "packaging": _PACKAGING,
        "distribution": _DISTRIBUTION,
    },
    owed=(
        *(_AT["primary"], _AT["coverage"], _PRODUCTION.including, *_PRODUCTION.parts),
        *(_PRODUCTION.uptake, _AT["carbon"], _AT["fossil_carbon"], _AT["biogenic_carbon"]),
    ),
    owed_now=Severity.ERROR,
    bpnl=re.compile(r"urn:bpn:id:BPNL[0-9A-Za-z]{12}"),
    waste="cut-off",
)
