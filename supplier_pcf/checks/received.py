"""Footprints received from suppliers, and those of own studies: what has to be true of them (STANDARDS D.10)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Flow, Material, Packaging
from supplier_pcf.domain.transport import Payer, TransportPurpose
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.rules import Recycling

_D10 = "ISO 14067:2018, 6.1, 6.3.5"
_CREDIT_RULES = re.compile(
    r"\bEPD\b|\bCISA\b|钢铁|substitution|system expansion|Systemraumerweiterung|module d\b|end.of.life recycling",
    re.IGNORECASE,
)
"""Rules under which a credit for scrap is usual (Catena-X v4, annex A3)."""
_LIMIT = 3.0
"""Percent; taken where the rule set gives no number."""

Params = dict[str, Param]


def received_footprints_are_valid(examined: Examined) -> Iterator[Finding]:
    """A received footprint covers the day of issue and the reference period."""
    today, end = examined.result.as_of, examined.study.period.end
    for flow, line, factor in examined.factored():
        if not factor.valid_until:
            continue
        try:
            last = date.fromisoformat(factor.valid_until)
        except ValueError:
            yield _about(
                "received.day_unreadable", line, flow, factor, {"until": factor.valid_until}
            )
            continue
        if last < today:
            yield _about("factor.expired", line, flow, factor, {"until": factor.valid_until})
        elif end is not None and last < end:
            yield _about(
                "received.ends_before_period", line, flow, factor, {"until": factor.valid_until}
            )


def received_footprints_are_whole(examined: Examined) -> Iterator[Finding]:
    """Cradle to gate, on the same warming potentials, with little left out."""
    limit = examined.rules.cut_off_percent or _LIMIT
    for flow, line, factor in examined.received():
        bought = isinstance(flow, Material | Packaging)
        if bought and factor.boundary is not Boundary.CRADLE_TO_GATE:
            yield _about("received.boundary", line, flow, factor)
        if factor.gwp_set in (GwpSet.AR4, GwpSet.AR5, GwpSet.MIXED):
            code, report = "received.gwp_set", factor.gwp_set.value
            yield _about(code, line, flow, factor, {"report": report}, Severity.NOTE)
        left_out = factor.exempted_percent
        if left_out is not None and left_out >= limit:
            more: Params = {"percent": left_out, "limit": limit, "rules": examined.rules.title}
            yield _about("received.much_exempted", line, flow, factor, more)


def received_footprints_give_both_totals(examined: Examined) -> Iterator[Finding]:
    """With biogenic carbon inside, the totals with and without its uptake differ and both are needed."""
    for flow, line, factor in examined.received():
        if factor.biogenic_carbon and not factor.uptake:
            carbon = factor.biogenic_carbon
            yield _about("received.uptake_missing", line, flow, factor, {"carbon": carbon})
        elif factor.uptake and factor.biogenic_carbon is None:
            yield _about("received.carbon_missing", line, flow, factor)


def received_footprints_are_not_counted_twice(examined: Examined) -> Iterator[Finding]:
    """Packaging that is inside a footprint is not entered once more for the same supplier."""
    for flow, line, factor in examined.received():
        if not factor.includes_packaging or not flow.supplier.strip():
            continue
        supplier = flow.supplier.strip().casefold()
        for packaging in examined.study.packaging:
            is_other = packaging is not flow and packaging.exclusion is None
            if is_other and packaging.supplier.strip().casefold() == supplier:
                more: Params = {"packaging": named(packaging)}
                yield _about("received.packaging_twice", line, flow, factor, more)


def deliveries_of_suppliers_are_counted(examined: Examined) -> Iterator[Finding]:
    """Delivery that the sender reports apart belongs to our inbound transport, once."""
    legs = [leg for leg in examined.study.transports if leg.purpose is TransportPurpose.INBOUND]
    for flow, line, factor in examined.received():
        carrying = [leg for leg in legs if flow.id in leg.carries]
        if factor.outbound and not carrying:
            more: Params = {"kg": factor.outbound, "unit": factor.unit}
            yield _about("received.delivery_missing", line, flow, factor, more)
        for leg in carrying if not factor.outbound else ():
            if leg.paid_by is Payer.SUPPLIER:
                said: Params = {"leg": named(leg)}
                yield _about("received.delivery_unpaid", line, flow, factor, said, Severity.NOTE)


def received_footprints_name_their_rules(examined: Examined) -> Iterator[Finding]:
    """A footprint under rules that credit scrap does not fit one under the cut-off rule."""
    cuts_off = examined.rules.recycling is Recycling.CUT_OFF
    for flow, line, factor in examined.received():
        if not factor.rule_set:
            yield _about("received.no_rules", line, flow, factor, {}, Severity.NOTE)
        elif cuts_off and _CREDIT_RULES.search(factor.rule_set):
            more: Params = {"rules": factor.rule_set}
            yield _about("received.rules_with_credit", line, flow, factor, more)


def received_footprints_say_how_good_they_are(examined: Examined) -> Iterator[Finding]:
    """What was not delivered counts as the worst, and that is said (Catena-X v4, 7.2.4-7.2.5)."""
    for flow, line, factor in examined.received():
        if factor.primary_share == 0:
            yield _about("received.no_primary_share", line, flow, factor, {}, Severity.NOTE)
        if factor.ratings is None and factor.layer is Layer.SUPPLIER:
            yield _about("received.no_ratings", line, flow, factor, {}, Severity.NOTE)


def own_factors_are_possible(examined: Examined) -> Iterator[Finding]:
    """Ratings from 1 to 5, shares from 0 to 1, and only uptake and removals below zero."""
    said: set[str] = set()
    for flow, line, factor in examined.factored():
        if factor.layer is Layer.BUNDLED or factor.id in said:
            continue
        said.add(factor.id)
        for code, more in _impossible(factor):
            yield _about(code, line, flow, factor, more, Severity.ERROR)


def _impossible(factor: EmissionFactor) -> Iterator[tuple[str, Params]]:
    rated = factor.ratings
    for score in () if rated is None else (rated.technology, rated.time, rated.geography):
        if not 1 <= score <= 5:
            yield "received.bad_rating", {"value": score}
    shares = (
        factor.primary_share,
        factor.verified_share,
        factor.certified_share,
        factor.recycled_content,
    )
    for share in shares:
        if share is not None and not 0 <= share <= 1:
            yield "received.bad_share", {"percent": 100 * share}
    emitted = (
        factor.fossil,
        factor.biogenic_non_co2,
        factor.land_use_change,
        factor.land_management,
        factor.aircraft,
        factor.outbound or 0.0,
    )
    for kg in emitted:
        if kg < 0 or not math.isfinite(kg):
            yield "received.negative_part", {"kg": kg}
    for kg in (factor.uptake, factor.land_removals):
        if kg > 0 or not math.isfinite(kg):
            yield "received.positive_uptake", {"kg": kg}


def own_studies_make_no_circle(examined: Examined) -> Iterator[Finding]:
    """A factor made from a study never stands in that study, nor in one that it was made of."""
    for flow, line, factor in examined.factored():
        if examined.study.id and examined.study.id in factor.from_studies:
            yield _about("received.own_circle", line, flow, factor, {}, Severity.ERROR)


def _about(
    code: str,
    line: FlowResult,
    flow: Flow,
    factor: EmissionFactor,
    more: Params | None = None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        where=place(line.kind, flow, "factor"),
        clause=_D10,
        params={"name": named(flow), "factor": named_factor(factor), **(more or {})},
    )
