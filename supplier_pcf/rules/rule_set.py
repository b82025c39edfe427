"""A rule set: what a standard or a customer's guide asks where they differ, as versioned data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class QualityScale(StrEnum):
    """On which scale data quality is told; one cannot be worked out from the other."""

    ONE_TO_FIVE = "one_to_five"
    """Technology, time and place (Catena-X v3 and v4, PACT 3)."""
    ONE_TO_THREE = "one_to_three"
    """The same with completeness and reliability (Catena-X v2, PACT 2)."""


class Recycling(StrEnum):
    """What a credit for later recycling is, inside a factor or for scrap that is sold."""

    CUT_OFF = "cut_off"
    """Not allowed: scrap leaves without credit, recyclate enters without the burden of its first life."""
    STANDARD_ORDER = "standard_order"
    """The standard's own order of allocation; a credit is possible, and has to be justified."""


class Exclusions(StrEnum):
    """What stays outside of every footprint, whatever it weighs."""

    OFFICES_AND_TRAVEL = "offices_and_travel"
    LISTED = "listed"
    """The list of the car makers: all that is not material, making, moving, packing or disposing."""


class ElectricityFallback(StrEnum):
    """What stands in where no contract covers the power and no residual mix is known."""

    CONSUMPTION_MIX = "consumption_mix"
    FOSSIL_MIX = "fossil_mix"
    MARKET_BASED = "market_based"


class ReportOrder(StrEnum):
    """In which order, and under which headings, a report walks through the study."""

    ISO_14067 = "iso_14067"
    """By the letters of ISO 14067 clause 7.3."""
    GB_T_24067 = "gb_t_24067"
    """Goal, scope, inventory, impact, interpretation, declaration, as Chinese product rules have it."""


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
    cut_off_each_percent: float | None = None
    """No single flow above this may be left out; None: only the sum counts."""
    cut_off_blocks: bool = False
    lead: LeadValue = LeadValue.INCLUDING_UPTAKE
    quality_of: QualityOf = QualityOf.FACTOR
    age_from: AgeFrom = AgeFrom.PERIOD_END
    quality_scale: QualityScale = QualityScale.ONE_TO_FIVE
    economic_above_price_ratio: float | None = None
    """Co-products: above this ratio of prices the economic share is used, else the physical one."""
    biogenic_above_percent: float | None = None
    """Biogenic results are asked only above this share of biogenic carbon in the mass; None: always."""
    combustion_is_primary: bool = False
    """Own measured fuel times a standard combustion factor counts as primary."""
    matched_certificate_is_primary: bool = False
    electricity_fallback: ElectricityFallback = ElectricityFallback.CONSUMPTION_MIX
    recycling: Recycling = Recycling.STANDARD_ORDER
    exclusions: Exclusions = Exclusions.OFFICES_AND_TRAVEL
    power_plants_included: bool = False
    """The building of power plants is counted with the power, though capital goods are out."""
    validity_years: int | None = None
    update_above_percent: float | None = None
    longest_period_months: int = 36
    report_order: ReportOrder = ReportOrder.ISO_14067
    source: str = ""
    """Where these rules were read."""
    clauses: Mapping[str, str] = field(default_factory=dict)
    """Where each topic of `TOPICS` is written; a topic that was not read has none."""


class Reach(StrEnum):
    """How far an answer reaches."""

    NUMBERS = "numbers"
    CHECKS = "checks"
    WORDS = "words"
    """What is said or written beside the numbers."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One question that rule sets answer differently, and the fields that hold the answer."""

    name: str
    fields: tuple[str, ...]
    reach: Reach


TOPICS: tuple[Topic, ...] = (
    Topic("co_products", ("economic_above_price_ratio",), Reach.NUMBERS),
    Topic("lead", ("lead",), Reach.CHECKS),
    Topic("biogenic", ("biogenic_above_percent",), Reach.CHECKS),
    Topic("combustion", ("combustion_is_primary",), Reach.NUMBERS),
    Topic("certificates", ("matched_certificate_is_primary",), Reach.NUMBERS),
    Topic("quality", ("quality_of",), Reach.NUMBERS),
    Topic("age", ("age_from",), Reach.NUMBERS),
    Topic("scale", ("quality_scale",), Reach.WORDS),
    Topic("cut_off", ("cut_off_percent", "cut_off_blocks"), Reach.CHECKS),
    Topic("cut_off_each", ("cut_off_each_percent",), Reach.CHECKS),
    Topic("recycling", ("recycling",), Reach.CHECKS),
    Topic("electricity", ("electricity_fallback",), Reach.CHECKS),
    Topic("infrastructure", ("power_plants_included",), Reach.WORDS),
    Topic("exclusions", ("exclusions",), Reach.WORDS),
    Topic("period", ("longest_period_months",), Reach.CHECKS),
    Topic("validity", ("validity_years",), Reach.CHECKS),
    Topic("update", ("update_above_percent",), Reach.CHECKS),
    Topic("report", ("report_order",), Reach.WORDS),
)
"""What a rule set decides, in the order in which a comparison walks from one to another."""
