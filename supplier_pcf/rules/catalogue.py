"""The rule sets we know, one record each; a new edition is a new record."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_pcf.rules.rule_set import (
    AgeFrom,
    ElectricityFallback,
    Exclusions,
    LeadValue,
    QualityOf,
    QualityScale,
    Recycling,
    ReportOrder,
    RuleSet,
)

_ISO = "ISO 14067:2018"
_CATENA_X = "Catena-X PCF Rulebook v4.0.1"
_PACT_3 = "PACT How-to Guide v3 and alignment checklists (2026)"


def _written_in(text: str, clauses: Mapping[str, str]) -> dict[str, str]:
    """The clauses with the name of their text."""
    return {topic: f"{text}, {clause}" for topic, clause in clauses.items()}


ISO_14067 = RuleSet(
    id="iso-14067-2018",
    title="ISO 14067:2018",
    version="2018",
    cross_sectoral_standards=("ISO14067",),
    source="ISO 14067:2018, clauses 6.3.4.3, 6.4.6.2, 6.4.9.4.4, 7.2",
    clauses=_written_in(
        _ISO,
        {
            "co_products": "6.4.6.2",
            "lead": "6.5.2",
            "biogenic": "6.4.9.2",
            "combustion": "6.3.5",
            "certificates": "6.3.5",
            "quality": "6.3.5",
            "age": "6.3.5",
            "cut_off": "6.3.4.3",
            "cut_off_each": "6.3.4.3",
            "recycling": "6.4.6.3",
            "electricity": "6.4.9.4.4",
            "infrastructure": "6.3.4.1",
            "exclusions": "6.3.4.1",
            "period": "6.3.6",
            "update": "6.4.7",
            "report": "7.3",
        },
    ),
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
    recycling=Recycling.CUT_OFF,
    exclusions=Exclusions.LISTED,
    power_plants_included=True,
    validity_years=1,
    update_above_percent=10.0,
    source="Catena-X PCF Rulebook v4.0.1, chapters 4.1, 4.3, 5.1.2, 5.2.4-5.2.6, 6.1, 7.2",
    clauses=_written_in(
        _CATENA_X,
        {
            "co_products": "5.1.2",
            "lead": "4.1",
            "biogenic": "4.1",
            "combustion": "6.1",
            "certificates": "6.1",
            "quality": "7.2.5",
            "age": "7.2.5",
            "scale": "7.2.5",
            "cut_off": "4.3",
            "cut_off_each": "4.3",
            "recycling": "5.2.4, 5.2.5",
            "electricity": "5.2.6.2",
            "infrastructure": "4.2, 5.2.6",
            "exclusions": "4.2",
            "period": "7.2.1",
            "validity": "7.2.2",
            "update": "7.2.2",
        },
    ),
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
    biogenic_above_percent=5.0,
    combustion_is_primary=True,
    electricity_fallback=ElectricityFallback.MARKET_BASED,
    recycling=Recycling.CUT_OFF,
    validity_years=3,
    update_above_percent=10.0,
    source=f"{_PACT_3}; methodology text not read",
    clauses=dict.fromkeys(
        (
            "co_products",
            "lead",
            "biogenic",
            "combustion",
            "quality",
            "age",
            "scale",
            "cut_off",
            "recycling",
            "electricity",
            "validity",
            "update",
        ),
        _PACT_3,
    ),
)


def _as_in_iso(how: str) -> dict[str, str]:
    """The clauses of the base standard, for rule sets that follow it."""
    return {topic: f"{how} {clause}" for topic, clause in ISO_14067.clauses.items()}


PACT_2 = RuleSet(
    id="pact-2.0",
    title="PACT Methodology v2",
    version="2.0",
    cross_sectoral_standards=("ISO14067", "PACT-2.0"),
    cut_off_percent=5.0,
    cut_off_each_percent=1.0,
    lead=LeadValue.EXCLUDING_UPTAKE,
    quality_of=QualityOf.FACTOR,
    age_from=AgeFrom.PERIOD_END,
    quality_scale=QualityScale.ONE_TO_THREE,
    validity_years=3,
    update_above_percent=10.0,
    source=(
        "PACT data model 2.3.3; PACT alignment checklist v3 against v2; carbon-transparency.org on "
        "the withdrawn Methodology v2; methodology text not read, so what is not known of it is as in ISO 14067"
    ),
    clauses={
        **_as_in_iso("not read, as in"),
        "lead": "PACT data model 2.3.3, pCfExcludingBiogenic",
        "scale": "PACT data model 2.3.3, dqi",
        "cut_off": "PACT alignment checklist v3 against v2",
        "cut_off_each": "PACT alignment checklist v3 against v2",
        "validity": "PACT data model 2.3.3, validityPeriodEnd",
        "update": "carbon-transparency.org, PACT Methodology V2",
    },
)

GB_T_24067 = RuleSet(
    id="gb-t-24067-2024",
    title="GB/T 24067-2024",
    version="2024",
    cross_sectoral_standards=("ISO14067",),
    report_order=ReportOrder.GB_T_24067,
    source=(
        "Built on ISO 14067; differences in the report, not in the arithmetic; standard's text not read, "
        "order of the report as in product rules written under it"
    ),
    clauses={**_as_in_iso("built on"), "report": "product rules under GB/T 24067-2024"},
)

RULE_SETS: tuple[RuleSet, ...] = (ISO_14067, CATENA_X_4, PACT_3, PACT_2, GB_T_24067)


def rule_set(rule_set_id: str) -> RuleSet | None:
    """The rule set of this id, or nothing."""
    return next((r for r in RULE_SETS if r.id == rule_set_id), None)
