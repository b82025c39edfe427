"""How good a footprint and each of its rows is, ready to be shown: both bases, both scales, shares, and why."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.from_study import shares_of
from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.flows import Flow, Stage
from supplier_pcf.domain.study import FLOW_KINDS, AssuranceLevel, Study
from supplier_pcf.engine.chain import ChainShares
from supplier_pcf.engine.legacy_quality import LegacyQuality, LegacyRatings, legacy_quality, rate
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.report.reasons import Speech, primary_said
from supplier_pcf.rules import LeadValue, QualityScale, RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBase:
    """Share and ratings on one base: with or without biogenic uptake."""

    with_uptake: bool
    primary_percent: float | None
    ratings: Ratings | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityView:
    """What there is to say about the data behind a footprint."""

    leading: OnBase
    other: OnBase | None
    """None where both bases are the same."""
    legacy: LegacyQuality | None
    """On the scale of 1 to 3, where the rule set asks for it."""
    shares: ChainShares | None
    """None where nobody has verified or certified a part of the chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowQuality:
    """What there is to say about the data of one row."""

    name: str
    why: str
    """Why it is primary data or not; empty for a row that is not counted."""
    primary_percent: float
    ratings: Ratings | None
    legacy: LegacyRatings | None


def quality_view(done: Calculated) -> QualityView:
    """The quality of a result, on the base that leads and on the other one."""
    result, rules = done.result, done.examined.rules
    excluding = OnBase(
        with_uptake=False,
        primary_percent=result.primary_data_share_excluding,
        ratings=result.ratings_excluding,
    )
    including = OnBase(
        with_uptake=True,
        primary_percent=result.primary_data_share_including,
        ratings=result.ratings_including,
    )
    leads = rules.lead is LeadValue.INCLUDING_UPTAKE
    leading, other = (including, excluding) if leads else (excluding, including)
    return QualityView(
        leading=leading,
        other=other if result.buckets.uptake_product else None,
        legacy=legacy_of(done),
        shares=shares_of(done) if has_shares(done.examined) else None,
    )


def legacy_of(done: Calculated) -> LegacyQuality | None:
    """The ratings from 1 to 3, where the rule set rates so."""
    if not rates_to_three(done.examined.rules):
        return None
    return legacy_quality(done.study, done.result, done.examined.factor)


def rates_to_three(rules: RuleSet) -> bool:
    """Whether a rule set rates on the older scale."""
    return rules.quality_scale is QualityScale.ONE_TO_THREE


def has_shares(examined: Examined) -> bool:
    """Whether a part of the chain is verified or certified, or somebody says so."""
    assurance = examined.study.assurance
    if assurance.level is not AssuranceLevel.NONE or assurance.has_certified_program:
        return True
    used = examined.used_factors()
    return any(factor.verified_share or factor.certified_share for factor in used)


def row_quality(done: Calculated, row_id: str, speech: Speech) -> RowQuality | None:
    """The quality of one row; nothing where there is no such row."""
    found = next((each for each in done.examined.lines() if each[0].id == row_id), None)
    return None if found is None else _row(done, *found, speech)


def _row(done: Calculated, flow: Flow, line: FlowResult, speech: Speech) -> RowQuality:
    factor = done.examined.factor(line.factor_id)
    name = flow.name or flow.id
    if factor is None or not line.counted or line.stage is Stage.OUTBOUND_TRANSPORT:
        return RowQuality(name=name, why="", primary_percent=0.0, ratings=None, legacy=None)
    rules = done.examined.rules
    return RowQuality(
        name=name,
        why=primary_said(flow, line, factor, rules, speech),
        primary_percent=100 * line.primary_share,
        ratings=Ratings(technology=line.technology, time=line.time, geography=line.geography),
        legacy=rate(done.study, flow, factor) if rates_to_three(rules) else None,
    )


def kind_of(study: Study, row_id: str) -> str:
    """The name of the tuple that holds a row; empty where there is none."""
    found = (kind for kind in FLOW_KINDS if any(r.id == row_id for r in getattr(study, kind)))
    return next(found, "")


__all__ = [
    "LegacyQuality",
    "LegacyRatings",
    "OnBase",
    "QualityView",
    "RowQuality",
    "Speech",
    "kind_of",
    "quality_view",
    "row_quality",
]
