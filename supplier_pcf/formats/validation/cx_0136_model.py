"""The columns of the calculation CSV as names and kinds, and a lenient reading of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from supplier_pcf.domain.places import UN_REGIONS

SPEC_VERSION = "urn:io.catenax.pcf:datamodel:version:7.0.0"

_COLUMNS = """
id specVersion partialFullPcf precedingPfIds.1 version created status validityPeriodStart validityPeriodEnd
comment pcfLegalStatement companyName companyIds.1 productDescription productIds.1 productCategoryCpc
productNameCompany declaredUnit unitaryProductAmount productMassPerDeclaredUnit exemptedEmissionsPercent
exemptedEmissionsDescription packagingEmissionsIncluded boundaryProcessesDescription
geographyCountrySubdivision geographyCountry geographyRegionOrSubregion referencePeriodStart
referencePeriodEnd crossSectoralStandardsUsed.1.crossSectoralStandard productOrSectorSpecificRules.1.operator
productOrSectorSpecificRules.1.ruleNames.1.ruleName productOrSectorSpecificRules.1.otherOperatorName
characterizationFactors allocationRulesDescription allocationWasteIncineration primaryDataShare
secondaryEmissionFactorSources.1.emissionFactorDS dqi.coveragePercent dqi.technologicalDQR dqi.temporalDQR
dqi.geographicalDQR dqi.completenessDQR dqi.reliabilityDQR pcfExcludingBiogenic pcfIncludingBiogenic
fossilGhgEmissions biogenicCarbonEmissionsOtherThanCO2 biogenicCarbonWithdrawal dlucGhgEmissions
luGhgEmissions aircraftGhgEmissions packagingGhgEmissions distributionStagePcfExcludingBiogenic
distributionStagePcfIncludingBiogenic distributionStageFossilGhgEmissions
distributionStageBiogenicCarbonEmissionsOtherThanCO2 distributionStageBiogenicCarbonWithdrawal
distributionStageDlucGhgEmissions distributionStageLuGhgEmissions distributionStageAircraftGhgEmissions
carbonContentTotal fossilCarbonContent biogenicCarbonContent
"""
COLUMNS: tuple[str, ...] = tuple(_COLUMNS.split())
"""The 64 columns in their order."""

TELLING = frozenset(
    {"specVersion", "partialFullPcf", "unitaryProductAmount", "pcfExcludingBiogenic"}
)
"""Columns by which the table is known."""

STANDARD = "crossSectoralStandardsUsed.1.crossSectoralStandard"
OPERATOR = "productOrSectorSpecificRules.1.operator"
RULE = "productOrSectorSpecificRules.1.ruleNames.1.ruleName"
OPERATOR_NAME = "productOrSectorSpecificRules.1.otherOperatorName"
SOURCE = "secondaryEmissionFactorSources.1.emissionFactorDS"

MANDATORY = (
    *("specVersion", "partialFullPcf", "created", "productIds.1", "declaredUnit"),
    *("unitaryProductAmount", "productMassPerDeclaredUnit", "exemptedEmissionsPercent"),
    *("packagingEmissionsIncluded", "referencePeriodStart", "referencePeriodEnd"),
    *(STANDARD, OPERATOR, RULE, "characterizationFactors", "allocationWasteIncineration"),
    *(SOURCE, "pcfExcludingBiogenic"),
)
MANDATORY_SINCE_2025 = (
    *("primaryDataShare", "dqi.coveragePercent", "pcfIncludingBiogenic", "fossilGhgEmissions"),
    *("biogenicCarbonEmissionsOtherThanCO2", "biogenicCarbonWithdrawal", "dlucGhgEmissions"),
    *("luGhgEmissions", "aircraftGhgEmissions"),
    *("carbonContentTotal", "fossilCarbonContent", "biogenicCarbonContent"),
)
"""Mandatory where the reference period reaches into 2025."""

TIMES = (
    *("created", "validityPeriodStart", "validityPeriodEnd"),
    *("referencePeriodStart", "referencePeriodEnd"),
)
RATINGS = (
    *("dqi.technologicalDQR", "dqi.temporalDQR", "dqi.geographicalDQR"),
    *("dqi.completenessDQR", "dqi.reliabilityDQR"),
)
PERCENTAGES = ("exemptedEmissionsPercent", "primaryDataShare", "dqi.coveragePercent")
NOT_POSITIVE = ("biogenicCarbonWithdrawal", "distributionStageBiogenicCarbonWithdrawal")
ANY_SIGN = (
    *("pcfIncludingBiogenic", "luGhgEmissions"),
    *("distributionStagePcfIncludingBiogenic", "distributionStageLuGhgEmissions"),
)
NOT_NEGATIVE = (
    *("version", "unitaryProductAmount", "productMassPerDeclaredUnit"),
    *(
        name
        for name in COLUMNS[COLUMNS.index("pcfExcludingBiogenic") :]
        if name not in (*NOT_POSITIVE, *ANY_SIGN)
    ),
)
NUMBERS = (*NOT_NEGATIVE, *NOT_POSITIVE, *ANY_SIGN, *PERCENTAGES, *RATINGS)
BOOLEANS = ("packagingEmissionsIncluded",)

SUMMANDS = (
    *("fossilGhgEmissions", "biogenicCarbonEmissionsOtherThanCO2", "dlucGhgEmissions"),
    *("luGhgEmissions", "aircraftGhgEmissions"),
)
"""What pcfExcludingBiogenic is the sum of; the withdrawal is added in the including one."""
ON_THE_WAY = tuple(f"distributionStage{name[0].upper()}{name[1:]}" for name in SUMMANDS)

UNITS = (
    *("liter", "kilogram", "cubic meter", "kilowatt hour", "megajoule"),
    *("ton kilometer", "square meter", "piece"),
)
WITHOUT_MASS = ("kilowatt hour", "megajoule", "ton kilometer")
STANDARDS = (
    *("ISO 14067", "Pathfinder v1", "Pathfinder v2", "GHG Protocol Product Standard"),
    *("PAS 2050", "ISO 14040-44", "PEF", "Other"),
)
GWP_SETS = ("AR5", "AR6")
LISTS: Mapping[str, tuple[str, ...]] = {
    "partialFullPcf": ("Cradle-to-gate", "Cradle-to-grave"),
    "status": ("Active", "Deprecated"),
    "declaredUnit": UNITS,
    "geographyRegionOrSubregion": (*UN_REGIONS, "Global", "Several"),
    STANDARD: STANDARDS,
    OPERATOR: ("PEF", "EPD International", "Other"),
    "characterizationFactors": GWP_SETS,
    "allocationWasteIncineration": ("cut-off", "reverse cut-off", "system expansion"),
}
"""What a column may hold."""

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_LONGEST = 400
_APOSTROPHE = "'"


def rows_of(document: object) -> list[dict[str, str]]:
    """The rows of a document that is a table of texts, else none."""
    if not isinstance(document, list) or not document:
        return []
    fine = all(isinstance(each, dict) and _are_texts(each) for each in document)
    return document if fine else []


def _are_texts(row: dict[object, object]) -> bool:
    return all(isinstance(k, str) and isinstance(v, str) for k, v in row.items())


@dataclass(frozen=True, slots=True)
class Cells:
    """One row, read leniently: what cannot be read counts as not there."""

    row: Mapping[str, str]

    def text(self, name: str) -> str:
        """The text of a cell, without the apostrophe that keeps a spreadsheet from computing it."""
        found = self.row.get(name, "").strip()
        return found.removeprefix(_APOSTROPHE)

    def items(self, name: str) -> list[tuple[str, str]]:
        """The filled cells of a list, named by its first column, each with its own column."""
        before, _, after = name.partition(".1")
        columns = re.compile(rf"{re.escape(before)}\.(\d{{1,3}}){re.escape(after)}")
        found = [(int(m[1]), column) for column in self.row if (m := columns.fullmatch(column))]
        filled = ((column, self.text(column)) for _, column in sorted(found))
        return [(column, text) for column, text in filled if text]

    def number(self, name: str) -> Decimal | None:
        """The number of a cell, written with a point and without exponent."""
        text = self.text(name)
        fine = len(text) <= _LONGEST and _DECIMAL.fullmatch(text)
        return Decimal(text) if fine else None

    def numbers(self, names: tuple[str, ...]) -> Iterator[Decimal]:
        """Those of several cells that hold one."""
        for name in names:
            found = self.number(name)
            if found is not None:
                yield found

    def time(self, name: str) -> datetime | None:
        """The point in time with a zone that a cell names."""
        text = self.text(name)
        if not _TIME.fullmatch(text):
            return None
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None

    def flag(self, name: str) -> bool | None:
        """TRUE or FALSE."""
        return {"TRUE": True, "FALSE": False}.get(self.text(name).upper())
