"""The 76 points a study is checked by, as data: clause, how binding it is, where it is settled, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Obligation(StrEnum):
    """How binding a point is, as the standard says it."""

    PRINCIPLE = "principle"
    SHALL = "shall"
    SHALL_IF = "shall_if"
    """Only where something is claimed, used or calculated."""
    SHOULD = "should"
    MAY = "may"


class Way(StrEnum):
    """Who judges a point."""

    AUTO = "auto"
    WARN = "warn"
    """By itself; it only warns."""
    MANUAL = "manual"
    BOTH = "both"
    """By itself first, then by a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the checklist; its question stands in `words`, under `checklist.<id>`."""

    id: str
    clause: str
    """Of ISO 14067:2018."""
    obligation: Obligation
    part: str
    """Which part of a study it is about."""
    way: Way
    codes: tuple[str, ...] = ()
    """Findings that keep it open; one that ends in a dot stands for all that begin so."""

    @property
    def step(self) -> str:
        """The wizard's step on which it is settled."""
        return STEP_OF_PART[self.part]

    @property
    def is_answered(self) -> bool:
        """Whether a person answers it."""
        return self.way in (Way.MANUAL, Way.BOTH)


STEP_OF_PART: Mapping[str, str] = {
    "design": "start",
    "goal": "product",
    "scope": "product",
    "unit": "product",
    "boundary": "product",
    "data": "materials",
    "alloc": "energy",
    "elec": "energy",
    "cutoff": "result",
    "calc": "result",
    "result": "result",
    "interp": "result",
    "perf": "result",
    "report": "deliver",
    "export": "deliver",
    "review": "deliver",
}
"""From the parts of the checklist to the steps of the wizard."""

_PERIOD = ("period.missing", "period.order", "period.long")
_UNIT = ("product.declared_unit", "product.no_mass", "product.mass_not_positive")
_EXCLUDED = ("exclusion.no_reason", "exclusion.above_limit")
_ESTIMATED = ("cut_off.exceeded", "exclusion.no_estimate", "exclusion.above_limit")
_FORGOTTEN = (
    "materials.missing",
    "packaging.missing",
    "transport.missing",
    "transport.internal_missing",
)
_BALANCES = (
    "result.mass_balance",
    "materials.mass_gap",
    "materials.nothing_lost",
    "material.gross_below_net",
    "magnitude.",
    "mix_up.",
    "energy.meter_unused",
    "energy.meter_over",
    "energy.beside_machine_power",
)
_SCALED = (
    "flow.no_volume",
    "flow.no_share",
    "flow.no_declared_unit",
    "flow.no_yield",
    "flow.losses",
    "product.volume_differs",
)
_SUMS = (
    "electricity.blocks_exceed_meter",
    "electricity.exported_more",
    "meter.parts_exceed",
    "energy.meter_over",
    "flow.no_share",
)
_ORDER = (
    "co_product.division_open",
    "co_product.can_be_divided",
    "co_product.substitution_open",
    "co_product.has_substitute",
    "co_product.sector_method",
    "co_product.method_no_reason",
    "co_product.test_open",
    "sharing.no_reason",
    "sharing.mixed_bases",
)
_WHOLE_POWER = (
    "factor.no_upstream",
    "factor.no_grid_losses",
    "factor.co2_only_grid",
    "factor.inventory_only",
    "factor.provincial_electricity",
    "factor.grid_only",
)
_OWN_POWER = (
    "electricity.certificates_sold_open",
    "electricity.own_power_not_metered",
    "electricity.claim_without_proof",
)
_CONTRACTS = (
    "electricity.criterion_not_met",
    "electricity.criteria_open",
    "electricity.ppa_without_certificates",
    "electricity.criterion_without_file",
    "electricity.other_market",
    "electricity.claim_without_proof",
)
_RESIDUAL = (
    "electricity.no_fossil_fallback",
    "electricity.no_market_fallback",
    "electricity.residual_known",
    "electricity.contract_not_used",
)
_GWP = (
    "factors.mixed_gwp_sets",
    "factors.gwp_set_not_stated",
    "factor.co2_only",
    "factor.co2_only_fuel",
    "factor.co2_only_grid",
    "received.gwp_set",
)
_CARBON = (
    "material.carbon_share",
    "packaging.carbon_share",
    "waste.carbon_share",
    "received.positive_uptake",
)
_LOCATION = ("electricity.no_location_mix",)
_UNCERTAIN = ("result.no_uncertainty",)
_WHOLE_LIFE = ("claim.whole_life",)
_UPTAKE = ("received.uptake_missing",)
_PARTIAL = (
    "received.boundary",
    "received.no_rules",
    "received.rules_with_credit",
    "received.ends_before_period",
    "received.gwp_set",
    "received.packaging_twice",
    "received.delivery_missing",
    "factor.expired",
)

_S, _AUTO = Obligation.SHALL, Way.AUTO
_Row = tuple[str, str, Obligation, str, Way, tuple[str, ...]]

_ROWS: tuple[_Row, ...] = (
    ("principles", "5.1-5.12", Obligation.PRINCIPLE, "design", Way.MANUAL, ()),
    ("phases", "6.1", _S, "goal", _AUTO, ("study.empty",)),
    ("partial", "6.1", Obligation.MAY, "scope", Way.WARN, _PARTIAL),
    ("pcr", "6.2", _S, "scope", Way.MANUAL, ()),
    ("goal", "6.3.1", _S, "goal", _AUTO, ()),
    (
        "scope_items",
        "6.3.2",
        _S,
        "scope",
        _AUTO,
        ("product.no_name", "company.no_name", "site.no_country", *_UNIT, *_PERIOD),
    ),
    ("scope_changes", "6.3.2", _S, "scope", _AUTO, ()),
    ("unit", "6.3.3", _S, "unit", _AUTO, _UNIT),
    ("declared_unit", "6.3.3", _S, "unit", _AUTO, _WHOLE_LIFE),
    ("business_only", "6.3.3", _S, "export", _AUTO, ("claim.comparison",)),
    ("exclusions", "6.3.4.1", _S, "boundary", _AUTO, (*_EXCLUDED, *_FORGOTTEN)),
    (
        "no_offsets",
        "6.3.4.1",
        _S,
        "result",
        _AUTO,
        ("offset.", "flow.negative", "waste.credit", "claim.neutral"),
    ),
    ("criteria", "6.3.4.2", _S, "boundary", Way.MANUAL, ()),
    ("cut_off", "6.3.4.3", _S, "cutoff", _AUTO, _ESTIMATED),
    ("site_data", "6.3.5", _S, "data", _AUTO, ()),
    ("important_data", "6.3.5", Obligation.SHOULD, "data", _AUTO, ()),
    ("secondary_data", "6.3.5", _S, "data", _AUTO, ("factor.spend_only",)),
    ("quality", "6.3.5", _S, "data", Way.BOTH, ("factors.no_year", "received.no_ratings")),
    ("data_management", "6.3.5", Obligation.SHOULD, "data", Way.MANUAL, ()),
    (
        "period",
        "6.3.6",
        _S,
        "data",
        _AUTO,
        (*_PERIOD, "period.not_a_year", "meter.readings_missing", "flow.other_period"),
    ),
    ("use_and_end", "6.3.7-6.3.8", _S, "scope", _AUTO, _WHOLE_LIFE),
    (
        "collection",
        "6.4.2",
        _S,
        "data",
        _AUTO,
        ("flow.no_amount", "flow.no_factor", "flow.factor_proposed", "flow.no_origin"),
    ),
    ("validation", "6.4.3", _S, "data", _AUTO, _BALANCES),
    ("scaling", "6.4.4", _S, "calc", _AUTO, (*_SCALED, *_UNIT)),
    ("refinement", "6.4.5", _S, "calc", _AUTO, _ESTIMATED),
    ("shares_sum", "6.4.6.1", _S, "alloc", _AUTO, _SUMS),
    ("share_variants", "6.4.6.1", _S, "alloc", _AUTO, ("sharing.one_basis",)),
    ("share_order", "6.4.6.2", _S, "alloc", _AUTO, _ORDER),
    (
        "recycling",
        "6.4.6.3",
        _S,
        "alloc",
        _AUTO,
        (
            "material.recycled_twice",
            "material.recycled_differs",
            "factor.scrap_credit",
            "factor.scrap_credit_named",
        ),
    ),
    ("tracking", "6.4.7", _S, "perf", _AUTO, ()),
    ("timing", "6.4.8", _S, "calc", _AUTO, ("period.missing", "period.order")),
    ("fossil_biogenic", "6.4.9.2", _S, "calc", _AUTO, _UPTAKE),
    ("carbon_content", "6.4.9.3", _S, "calc", _AUTO, (*_CARBON, "received.carbon_missing")),
    ("power_whole", "6.4.9.4.1", _S, "elec", _AUTO, _WHOLE_POWER),
    ("own_power", "6.4.9.4.2", _S, "elec", _AUTO, _OWN_POWER),
    ("direct_line", "6.4.9.4.3", Obligation.MAY, "elec", _AUTO, _OWN_POWER),
    ("instruments", "6.4.9.4.4", _S, "elec", _AUTO, _CONTRACTS),
    ("residual", "6.4.9.4.4", _S, "elec", _AUTO, _RESIDUAL),
    ("power_location", "6.4.9.4.4", _S, "elec", _AUTO, _LOCATION),
    ("land_use_change", "6.4.9.5", _S, "calc", _AUTO, ()),
    ("land_use", "6.4.9.6", Obligation.SHOULD, "calc", Way.MANUAL, ()),
    (
        "aircraft",
        "6.4.9.7",
        _S,
        "calc",
        _AUTO,
        ("factor.radiative_forcing", "factor.do_not_sum"),
    ),
    ("gwp", "6.5.1", _S, "calc", _AUTO, _GWP),
    ("biogenic_factors", "6.5.2", _S, "calc", _AUTO, _CARBON),
    ("interpretation", "6.6", _S, "interp", Way.BOTH, ()),
    ("uncertainty", "6.6", _S, "interp", _AUTO, _UNCERTAIN),
    ("limits", "6.6", _S, "interp", _AUTO, ()),
    ("sensitivity", "6.6", Obligation.SHOULD, "interp", _AUTO, ()),
    ("honest", "7.1", _S, "report", Way.MANUAL, ()),
    ("stage_values", "7.2 a", _S, "report", _AUTO, ()),
    ("separate_values", "7.2 b-e", _S, "report", _AUTO, _UPTAKE),
    ("extra_values", "7.2", Obligation.SHALL_IF, "report", _AUTO, _LOCATION),
    ("report_unit", "7.3", _S, "report", _AUTO, (*_UNIT, "product.no_name")),
    ("report_boundary", "7.3", _S, "report", _AUTO, (*_EXCLUDED, "site.no_country")),
    ("report_processes", "7.3", _S, "report", _AUTO, ()),
    ("report_sources", "7.3", _S, "report", _AUTO, ("flow.unknown_factor",)),
    ("report_gases", "7.3", _S, "report", _AUTO, ("factors.gwp_set_not_stated",)),
    ("report_gwp", "7.3", _S, "report", _AUTO, ("factors.mixed_gwp_sets", "received.gwp_set")),
    ("report_cut_off", "7.3", _S, "report", _AUTO, (*_EXCLUDED, "exclusion.no_estimate")),
    (
        "report_sharing",
        "7.3",
        _S,
        "report",
        _AUTO,
        ("sharing.no_reason", "co_product.method_no_reason", "flow.no_share"),
    ),
    ("report_timing", "7.3", _S, "report", _AUTO, ("period.missing", "period.order")),
    ("report_quality", "7.3", _S, "report", _AUTO, ()),
    ("report_uncertainty", "7.3", _S, "report", _AUTO, _UNCERTAIN),
    ("report_power", "7.3", _S, "report", _AUTO, (*_LOCATION, *_CONTRACTS)),
    ("report_conclusions", "7.3", _S, "report", _AUTO, ()),
    ("value_choices", "7.3", _S, "report", Way.MANUAL, ()),
    ("report_changes", "7.3", _S, "report", _AUTO, ()),
    ("report_stages", "7.3", _S, "report", _AUTO, ("study.empty",)),
    ("report_alternatives", "7.3", _S, "report", _AUTO, _WHOLE_LIFE),
    ("report_period", "7.3", _S, "report", _AUTO, _PERIOD),
    ("report_rules", "7.3", _S, "report", _AUTO, ("study.unknown_rule_set",)),
    ("report_tracking", "7.3", Obligation.SHALL_IF, "report", _AUTO, ()),
    ("report_optional", "7.4", Obligation.MAY, "report", _AUTO, ()),
    ("review", "8", Obligation.SHALL_IF, "review", Way.MANUAL, ()),
    ("one_issue", "Annex A", _S, "report", _AUTO, ("claim.environment",)),
    (
        "public_comparison",
        "Annex B",
        Obligation.SHALL_IF,
        "export",
        _AUTO,
        ("claim.comparison", "claim.neutral"),
    ),
)


def _points() -> Iterator[Point]:
    for name, clause, obligation, part, way, codes in _ROWS:
        yield Point(
            id=name,
            clause=clause,
            obligation=obligation,
            part=part,
            way=way,
            codes=tuple(dict.fromkeys(codes)),
        )


POINTS: tuple[Point, ...] = tuple(_points())
"""All points in the order of the standard's clauses."""
