"""A rule set: what a standard or a customer's guide asks where they differ, as versioned data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeadValue(StrEnum):
    """Which total leads for shares and ratings."""

    EXCLUDING_UPTAKE = "excluding_uptake"
    INCLUDING_UPTAKE = "including_uptake"


class QualityOf(StrEnum):
    """What a line's data quality rating looks at."""

    FACTOR = "factor"
    WORSE_OF_ACTIVITY_AND_FACTOR = "worse_of_activity_and_factor"


class AgeFrom(StrEnum):
    """From which day the age of data is counted back."""

    ISSUE = "issue"
    PERIOD_END = "period_end"


class ElectricityFallback(StrEnum):
    """What stands in where no contract covers the power and no residual mix is known."""

    CONSUMPTION_MIX = "consumption_mix"
    FOSSIL_MIX = "fossil_mix"
    MARKET_BASED = "market_based"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The rules that change a number or a sentence; percentages are of the total footprint."""

    id: str
    title: str
    version: str
    cross_sectoral_standards: tuple[str, ...]
    """Ids as in PACT 3's list."""
    operator: str = ""
    """Who publishes the rule, where it is no cross-sectoral standard."""
    cut_off_percent: float | None = None
    """None: the standard gives no number."""
    cut_off_blocks: bool = False
    lead: LeadValue = LeadValue.INCLUDING_UPTAKE
    quality_of: QualityOf = QualityOf.FACTOR
    age_from: AgeFrom = AgeFrom.PERIOD_END
    economic_above_price_ratio: float | None = None
    """Co-products: above this ratio of prices the economic share is used, else the physical one."""
    combustion_is_primary: bool = False
    """Own measured fuel times a standard combustion factor counts as primary."""
    matched_certificate_is_primary: bool = False
    electricity_fallback: ElectricityFallback = ElectricityFallback.CONSUMPTION_MIX
    scrap_credit_allowed: bool = False
    validity_years: int | None = None
    update_above_percent: float | None = None
    longest_period_months: int = 36
    source: str = ""
    """Where these rules were read."""
