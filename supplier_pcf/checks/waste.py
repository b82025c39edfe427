"""Is the carbon of burnt waste counted once, and does no credit hide in its treatment? STANDARDS D.8."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import Waste
from supplier_pcf.engine.burning import burnt_carbon, lacks_the_burning, states_its_carbon
from supplier_pcf.rules import Recycling

_CLAUSE = "ISO 14067:2018, 6.3.5"
_NO_CREDIT = "Catena-X PCF Rulebook v4, 5.2.4"


def carbon_of_waste_is_a_share(examined: Examined) -> Iterator[Finding]:
    """The carbon of a waste lies between nothing and all of it, and counts only where it is burnt."""
    for waste in examined.study.wastes:
        share = waste.fossil_carbon_share
        if share is None or waste.exclusion is not None:
            continue
        if not 0 <= share <= 1:
            yield _of(waste, "waste.carbon_share", Severity.ERROR)
        elif share > 0 and not states_its_carbon(waste):
            yield _of(waste, "waste.carbon_unused", Severity.NOTE)


def burnt_carbon_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """The CO2 of burnt carbon stands in the factor or beside it; which of both is said."""
    for flow, line, factor in examined.factored():
        if not isinstance(flow, Waste) or not line.counted or not states_its_carbon(flow):
            continue
        about: dict[str, Param] = {"factor": named_factor(factor)}
        carbon = burnt_carbon(flow, factor, line.amount or 0.0)
        if not lacks_the_burning(factor):
            yield _of(flow, "waste.carbon_inside", Severity.NOTE, **about)
        elif carbon > 0:
            about |= {"carbon": f"{carbon:.4g}", "co2": f"{carbon * CO2_PER_CARBON:.4g}"}
            yield _of(flow, "waste.carbon_added", Severity.NOTE, **about)


def treatment_holds_no_credit(examined: Examined) -> Iterator[Finding]:
    """Treatment costs, it never saves: heat or material won from waste is free for its user (Catena-X v4, 5.2.4)."""
    cuts_off = examined.rules.recycling is Recycling.CUT_OFF
    for flow, _, factor in examined.factored():
        if isinstance(flow, Waste) and factor.kg_co2e < 0:
            yield Finding(
                code="waste.credit",
                severity=Severity.ERROR if cuts_off else Severity.WARNING,
                where=place("wastes", flow, "factor"),
                clause=_NO_CREDIT,
                params={"name": named(flow), "factor": named_factor(factor)},
            )


def _of(waste: Waste, code: str, severity: Severity, **more: Param) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        where=place("wastes", waste, "fossil_carbon_share"),
        clause=_CLAUSE,
        params={"name": named(waste), **more},
    )
