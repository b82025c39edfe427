"""The answer of `calculate --json`, which other tools rely on: full precision, no words."""

from __future__ import annotations

from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.plant_answers import meters_answer, split_answer
from supplier_pcf.app.quality_view import quality_view
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.fuels import Conversion
from supplier_pcf.engine.electricity import PowerFactor
from supplier_pcf.engine.result import FlowResult, PowerResult, Result
from supplier_pcf.words import sentence

Answer = dict[str, Any]


def calculation_answer(done: Calculated) -> Answer:
    """The result as plain data; kg CO2e are per declared unit, shares in percent."""
    result = done.result
    return {
        "declared_unit": {
            "unit": result.declared_unit.unit,
            "amount": result.declared_unit.amount,
        },
        "pcf_excluding_biogenic_uptake": result.excluding,
        "pcf_including_biogenic_uptake": result.including,
        "per_kg": result.per_kg,
        "stages": {s.value: b.excluding_uptake for s, b in result.stages.items()},
        "buckets": result.buckets._asdict(),
        "outbound_transport": result.outbound.excluding_uptake,
        "packaging": result.packaging,
        "primary_data_share": {
            "excluding_uptake": result.primary_data_share_excluding,
            "including_uptake": result.primary_data_share_including,
        },
        "data_quality": {
            "excluding_uptake": _ratings(result.ratings_excluding),
            "including_uptake": _ratings(result.ratings_including),
        },
        "exempted_percent": result.exempted_percent,
        "complete": result.complete,
        "rows": {"counted": result.rows_counted, "total": result.rows_total},
        "flows": [_flow(line) for line in result.flows],
        "findings": [finding_answer(f) for f in done.findings],
        "factor_sets": list(result.factor_sets),
        **_more(result),
        "scopes": split_answer(done),
        "meters": meters_answer(done.study),
        **_chain(done),
    }


def finding_answer(finding: Finding) -> Answer:
    """A finding as plain data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
    }


def told_answer(finding: Finding) -> Answer:
    """The same with its sentence in English."""
    return {**finding_answer(finding), "text": sentence(finding.code, finding.params)}


def _chain(done: Calculated) -> Answer:
    """The shares along the chain, and the ratings from 1 to 3 where the rule set asks for them."""
    view = quality_view(done)
    legacy = view.legacy
    rated = legacy.ratings if legacy else None
    return {
        "verified_share": view.shares.verified if view.shares else None,
        "certified_share": view.shares.certified if view.shares else None,
        "data_quality_1_to_3": None
        if legacy is None
        else {
            "coverage_percent": legacy.coverage_percent,
            "mean": rated.mean if rated else None,
            "technology": rated.technology if rated else None,
            "time": rated.time if rated else None,
            "geography": rated.geography if rated else None,
            "completeness": rated.completeness if rated else None,
            "reliability": rated.reliability if rated else None,
        },
    }


def _more(result: Result) -> Answer:
    """What stands beside the agreed fields."""
    balance, carbon = result.mass_balance, result.carbon
    return {
        "rule_set": result.rule_set,
        "as_of": result.as_of.isoformat(),
        "mass_kg": result.mass_kg,
        "gwp_sets": list(result.gwp_sets),
        "carbon_content": {
            "fossil": carbon.fossil,
            "biogenic": carbon.biogenic,
            "recycled": carbon.recycled,
            "packaging_biogenic": carbon.packaging_biogenic,
            "packaging_fossil": carbon.packaging_fossil,
        },
        "mass_balance": None
        if balance is None
        else {
            "inputs": balance.inputs,
            "product": balance.product,
            "co_products": balance.co_products,
            "wastes": balance.wastes,
            "difference": balance.difference,
            "returned": balance.returned,
        },
        "co_product_share": result.co_product_share.share,
        "co_product_method": result.co_product_share.method,
        "co_product_price_ratio": result.co_product_share.price_ratio,
        "electricity": _electricity(result.power),
    }


def _electricity(power: PowerResult) -> Answer:
    """The footprint and its electricity alone, as bought and with the average mix of the place."""
    return {
        "market_based": {"pcf": power.market, "electricity": power.market_power},
        "location_based": {"pcf": power.location, "electricity": power.location_power},
        "location_lines": [
            {
                "id": line.id,
                "factor_id": line.factor_id,
                "kg_co2e": line.kg_co2e,
                "lack": line.lack.value if line.lack else None,
                **_power(line.power),
            }
            for line in power.lines
        ],
    }


def _power(made: PowerFactor | None) -> Answer:
    """The factors behind one unit of power, and the losses they were divided by."""
    if made is None:
        return {}
    parts = [
        {
            "factor_id": part.factor_id,
            "kg_co2e": part.kg_co2e,
            "with_losses": part.with_losses,
            "left_out": part.left_out or None,
        }
        for part in made.parts
    ]
    return {"power": {"parts": parts, "loss_share": made.loss_share}}


def _ratings(ratings: Ratings | None) -> Answer:
    return {
        "technology": ratings.technology if ratings else None,
        "time": ratings.time if ratings else None,
        "geography": ratings.geography if ratings else None,
    }


def _flow(line: FlowResult) -> Answer:
    return {
        "id": line.id,
        "name": line.name,
        "kind": line.kind,
        "stage": line.stage.value,
        "amount": line.amount,
        "unit": line.unit,
        "factor_id": line.factor_id,
        "kg_co2e": line.kg_co2e if line.counted else None,
        "counted": line.counted,
        "reason": line.reason.value if line.reason else None,
        **({} if line.conversion is None else {"conversion": _conversion(line.conversion)}),
        **_power(line.power),
    }


def _conversion(way: Conversion) -> Answer:
    """A fuel's amount as entered, and what it was multiplied with on its way to the factor's unit."""
    return {
        "amount": way.amount,
        "unit": way.unit,
        "steps": [
            {
                "times": step.times,
                "unit": step.unit,
                "value": step.by.value,
                "of": step.by.of,
                "per": step.by.per,
                "id": step.by.id,
                "source": step.by.source,
            }
            for step in way.steps
        ],
    }
