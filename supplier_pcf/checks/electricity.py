"""Is power counted as the rule set asks where no contract is proven (ISO 14067 clause 6.4.9.4.4)?"""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.energy import Carrier, ElectricitySource, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Flow
from supplier_pcf.engine.quality import is_proven
from supplier_pcf.rules import ElectricityFallback

_AVERAGE_MIX = "grid mix"
"""How the sets name the mix of a whole country or region."""

_ASKED = {
    ElectricityFallback.FOSSIL_MIX: ("electricity.no_fossil_fallback", Severity.WARNING),
    ElectricityFallback.MARKET_BASED: ("electricity.no_market_fallback", Severity.NOTE),
}
"""The consumption mix of the base standard is the average mix itself, so there is nothing to say."""


def power_without_contract_follows_the_rules(examined: Examined) -> Iterator[Finding]:
    """An average mix stands where the rule set asks for the residual or the fossil one."""
    asked = _ASKED.get(examined.rules.electricity_fallback)
    if asked is None:
        return
    code, severity = asked
    for flow, line, factor in examined.factored():
        if line.counted and _is_average_without_contract(flow, factor):
            yield Finding(
                code=code,
                severity=severity,
                where=place(line.kind, flow, "factor"),
                clause=examined.rules.clauses.get("electricity", ""),
                params={"name": named(flow), "rules": examined.rules.title},
            )


def _is_average_without_contract(flow: Flow, factor: EmissionFactor) -> bool:
    return (
        isinstance(flow, EnergyUse)
        and flow.carrier is Carrier.ELECTRICITY
        and flow.source is not ElectricitySource.RESIDUAL
        and not is_proven(flow.proof)
        and factor.subcategory.startswith(_AVERAGE_MIX)
    )
