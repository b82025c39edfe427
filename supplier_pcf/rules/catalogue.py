"""The rule sets we know, one record each; a new edition is a new record."""

from __future__ import annotations

from supplier_pcf.rules.rule_set import (
    AgeFrom,
    ElectricityFallback,
    LeadValue,
    QualityOf,
    RuleSet,
)

ISO_14067 = RuleSet(
    id="iso-14067-2018",
    title="ISO 14067:2018",
    version="2018",
    cross_sectoral_standards=("ISO14067",),
    source="ISO 14067:2018, clauses 6.3.4.3, 6.4.6.2, 6.4.9.4.4, 7.2",
)

CATENA_X_4 = RuleSet(
    id="catena-x-4.0",
    title="Catena-X PCF Rulebook v4",
    version="4.0",
    cross_sectoral_standards=("ISO14067",),
    operator="Catena-X",
    cut_off_percent=3.0,
    cut_off_blocks=True,
    lead=LeadValue.INCLUDING_UPTAKE,
    quality_of=QualityOf.WORSE_OF_ACTIVITY_AND_FACTOR,
    age_from=AgeFrom.ISSUE,
    economic_above_price_ratio=5.0,
    combustion_is_primary=True,
    matched_certificate_is_primary=True,
    electricity_fallback=ElectricityFallback.FOSSIL_MIX,
    validity_years=1,
    update_above_percent=10.0,
    source="Catena-X PCF Rulebook v4.0.1, chapters 4.1, 4.3, 5.1.2, 5.2.4-5.2.6, 6.1, 7.2",
)

PACT_3 = RuleSet(
    id="pact-3.0",
    title="PACT Methodology v3",
    version="3.0",
    cross_sectoral_standards=("ISO14067", "PACT-3.0"),
    cut_off_percent=3.0,
    cut_off_blocks=True,
    lead=LeadValue.EXCLUDING_UPTAKE,
    quality_of=QualityOf.FACTOR,
    age_from=AgeFrom.PERIOD_END,
    economic_above_price_ratio=5.0,
    combustion_is_primary=True,
    electricity_fallback=ElectricityFallback.MARKET_BASED,
    validity_years=3,
    update_above_percent=10.0,
    source="PACT How-to Guide v3 and alignment checklists (2026); methodology text not read",
)

GB_T_24067 = RuleSet(
    id="gb-t-24067-2024",
    title="GB/T 24067-2024",
    version="2024",
    cross_sectoral_standards=("ISO14067",),
    source="Built on ISO 14067; differences in the report, not in the arithmetic",
)

RULE_SETS: tuple[RuleSet, ...] = (ISO_14067, CATENA_X_4, PACT_3, GB_T_24067)


def rule_set(rule_set_id: str) -> RuleSet | None:
    """The rule set of this id, or nothing."""
    return next((r for r in RULE_SETS if r.id == rule_set_id), None)
