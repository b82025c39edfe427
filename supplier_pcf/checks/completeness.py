"""Is everything there that the footprint needs? ISO 14067 clauses 6.3.2, 6.3.3, 6.3.6, 6.4.2."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.conversions import lacks_a_conversion, lacks_a_reaction
from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.checks.packaging import lacks_its_content
from supplier_pcf.checks.transport import lacks_a_load
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import ChosenBy, Flow
from supplier_pcf.engine.declared_unit import unit_kg
from supplier_pcf.engine.result import NOT_OWED, NotCounted
from supplier_pcf.factors.guards import heating_values_differ

_FIELD = {
    NotCounted.NO_AMOUNT: "amount",
    NotCounted.NO_FACTOR: "factor",
    NotCounted.UNKNOWN_FACTOR: "factor",
    NotCounted.UNIT_MISMATCH: "factor",
    NotCounted.NOT_A_FACTOR: "factor",
    NotCounted.NO_VOLUME: "amount",
    NotCounted.NO_SHARE: "allocation",
    NotCounted.NO_DECLARED_UNIT: "amount",
    NotCounted.NO_YIELD: "amount",
    NotCounted.LOSSES: "loss_share",
    NotCounted.NOT_A_NUMBER: "amount",
    NotCounted.CIRCULAR: "parent_id",
}
"""The field of a flow that settles each reason for not being counted."""


def every_flow_is_counted(examined: Examined) -> Iterator[Finding]:
    """A flow that is owed a number and has none stops the export: missing is never zero."""
    for flow, line in examined.lines():
        if line.reason is None or line.reason in NOT_OWED:
            continue
        factor = examined.factor(flow.factor_id)
        factor_unit = factor.unit if factor else ""
        code = f"flow.{line.reason.value}"
        if line.reason is NotCounted.UNIT_MISMATCH and heating_values_differ(
            line.unit, factor_unit
        ):
            code = "flow.heating_value"
        elif lacks_a_conversion(flow, line, factor_unit):
            code = "flow.fuel_conversion"
        elif lacks_a_reaction(flow, line):
            code = "flow.reaction"
        field = _FIELD[line.reason]
        if lacks_a_load(flow, line):
            code, field = "transport.load", "load"
        elif lacking := lacks_its_content(flow, line):
            code, field = "packaging.content", lacking
        yield Finding(
            code=code,
            severity=Severity.ERROR,
            where=place(line.kind, flow, field),
            clause="ISO 14067:2018, 6.3.4.3",
            params={
                "name": named(flow),
                "factor": _unknown(examined, flow) or flow.factor_id or "",
                "unit": line.unit,
                "factor_unit": factor_unit,
            },
        )


def _unknown(examined: Examined, flow: Flow) -> str:
    """The first factor behind a flow that is not in the library, where it is not the main one."""
    others = getattr(flow, "added_factor_ids", ())
    return next((i for i in others if examined.factor(i) is None), "")


def study_has_flows(examined: Examined) -> Iterator[Finding]:
    """An empty study has no footprint."""
    if examined.result.rows_total == 0:
        yield Finding(code="study.empty", severity=Severity.ERROR, where="materials")


def rule_set_is_known(examined: Examined) -> Iterator[Finding]:
    """A study under rules we do not know is calculated under the base standard, and says so."""
    if examined.study.rule_set != examined.rules.id:
        yield Finding(
            code="study.unknown_rule_set",
            severity=Severity.ERROR,
            where="rule_set",
            params={"rule_set": examined.study.rule_set, "used": examined.rules.title},
        )


def product_is_described(examined: Examined) -> Iterator[Finding]:
    """Name, mass and declared unit: without them nobody knows what the number is for."""
    product = examined.study.product
    if not product.name:
        yield _missing("product.no_name", "product/name", "6.3.2", Severity.WARNING)
    is_entered = product.mass is not None and not product.mass.value > 0
    if unit_kg(examined.study) is None and not is_entered:
        yield _missing("product.no_mass", "product/mass", "6.3.3")
    if examined.result.units_per_declared_unit is None:
        yield Finding(
            code="product.declared_unit",
            severity=Severity.ERROR,
            where="declared_unit",
            clause="ISO 14067:2018, 6.3.3",
            params={
                "unit": examined.study.declared_unit.unit,
                "counted_in": product.counted_in,
            },
        )


def company_and_site_are_named(examined: Examined) -> Iterator[Finding]:
    """Who answers for the number, and where the part is made."""
    if not examined.study.company.name:
        yield _missing("company.no_name", "company/name", "6.3.2", Severity.WARNING)
    if not any(site.country for site in examined.study.sites):
        yield _missing("site.no_country", "sites", "6.3.5", Severity.WARNING)


def period_is_sound(examined: Examined) -> Iterator[Finding]:
    """The reference period exists, runs forward and is not longer than the rules allow."""
    period = examined.study.period
    if period.start is None or period.end is None:
        yield _missing("period.missing", "period", "6.3.6")
        return
    if period.end < period.start:
        yield _missing("period.order", "period", "6.3.6")
        return
    months = _months(period.start, period.end)
    params: dict[str, str | int | float] = {
        "months": months,
        "allowed": examined.rules.longest_period_months,
    }
    if months > examined.rules.longest_period_months:
        yield Finding(code="period.long", severity=Severity.WARNING, where="period", params=params)
    elif months != 12:
        yield Finding(
            code="period.not_a_year", severity=Severity.NOTE, where="period", params=params
        )


def proposed_factors_are_confirmed(examined: Examined) -> Iterator[Finding]:
    """A factor that an import proposed wants a human look."""
    for kind, flow in examined.flows():
        factor = examined.factor(flow.factor_id)
        if flow.factor_chosen_by is ChosenBy.IMPORT and factor is not None:
            yield Finding(
                code="flow.factor_proposed",
                severity=Severity.WARNING,
                where=place(kind, flow, "factor"),
                clause="ISO 14067:2018, 6.3.5",
                params={"name": named(flow), "factor": named_factor(factor)},
            )


def origins_are_stated(examined: Examined) -> Iterator[Finding]:
    """A verifier asks of each amount whether it was measured, calculated, estimated or assumed."""
    for flow, line in examined.lines():
        if line.counted and flow.origin is None:
            yield Finding(
                code="flow.no_origin",
                severity=Severity.NOTE,
                where=place(line.kind, flow, "origin"),
                clause="ISO 14067:2018, 6.3.5",
                params={"name": named(flow)},
            )


def _missing(code: str, where: str, clause: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code=code, severity=severity, where=where, clause=f"ISO 14067:2018, {clause}")


def _months(start: date, end: date) -> int:
    days = (end - start).days + 1
    return max(1, round(days / 30.4375))
