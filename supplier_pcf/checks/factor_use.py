"""Is every factor used for what it was made for? The guards of the factor library, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor import EmissionFactor, ScrapConvention
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import (
    Carrier,
    DirectEmission,
    EnergyUse,
    Flow,
    OutsideProcess,
    Packaging,
    Transport,
    Waste,
    WasteTreatment,
)
from supplier_pcf.factors.guards import BLOCKING, IPCC_REPORTS, FactorUse, families, misuse

_CLAUSE = "ISO 14067:2018, 6.3.5"
_OLD_AFTER_YEARS = 10

_USES: dict[type[Flow], FactorUse] = {
    DirectEmission: FactorUse.DIRECT_EMISSION,
    OutsideProcess: FactorUse.PROCESS,
    Packaging: FactorUse.PACKAGING,
    Transport: FactorUse.TRANSPORT,
}

_HEAT = (Carrier.STEAM, Carrier.HEAT, Carrier.COLD, Carrier.COMPRESSED_AIR)


def use_of(flow: Flow) -> FactorUse:
    """What a flow multiplies its factor with."""
    if isinstance(flow, EnergyUse):
        if flow.carrier is Carrier.ELECTRICITY:
            return FactorUse.ELECTRICITY
        return FactorUse.HEAT if flow.carrier in _HEAT else FactorUse.FUEL
    if isinstance(flow, Waste):
        recycled = flow.treatment is WasteTreatment.RECYCLING
        return FactorUse.WASTE_RECYCLING if recycled else FactorUse.WASTE
    return _USES.get(type(flow), FactorUse.MATERIAL)


def factors_fit_their_use(examined: Examined) -> Iterator[Finding]:
    """Row type and boundary of a factor suit the flow; the unit is looked at with the amounts."""
    known: dict[tuple[str, FactorUse], list[str]] = {}
    for flow, line in examined.lines():
        factor = examined.factor(flow.factor_id)
        if factor is None or flow.exclusion is not None:
            continue
        use = use_of(flow)
        codes = known.get((factor.id, use))
        if codes is None:
            codes = known[factor.id, use] = misuse(factor, use)
        for code in codes:
            yield Finding(
                code=code,
                severity=Severity.ERROR if code in BLOCKING else Severity.WARNING,
                where=place(line.kind, flow, "factor"),
                clause=_CLAUSE,
                params={"name": named(flow), "factor": factor.name or factor.id},
            )


def factors_stand_side_by_side(examined: Examined) -> Iterator[Finding]:
    """Families of factors that must not meet in one footprint."""
    used = [examined.factor(line.factor_id) for line in examined.result.flows if line.counted]
    reports = [name for name in examined.result.gwp_sets if name in IPCC_REPORTS]
    for code in families(f for f in used if f is not None):
        mixed = code == "factors.mixed_china_electricity"
        yield Finding(
            code=code,
            severity=Severity.ERROR if mixed else Severity.NOTE,
            where="result/factor_sets",
            clause="ISO 14067:2018, 6.5.1",
            params={"sets": ", ".join(reports)},
        )


def factors_are_recent(examined: Examined) -> Iterator[Finding]:
    """Data older than ten years is named, once a factor."""
    said: set[str] = set()
    for flow, line in examined.lines():
        factor = examined.factor(flow.factor_id)
        if not line.counted or factor is None or factor.id in said or factor.year_to is None:
            continue
        if examined.result.as_of.year - factor.year_to > _OLD_AFTER_YEARS:
            said.add(factor.id)
            yield _about(
                "factor.old", line.kind, flow, factor, Severity.WARNING, year=factor.year_to
            )


def received_footprints_are_valid(examined: Examined) -> Iterator[Finding]:
    """A supplier's footprint covers the day of issue (STANDARDS D.10)."""
    today = examined.result.as_of.isoformat()
    for flow, line in examined.lines():
        factor = examined.factor(flow.factor_id)
        if factor is not None and factor.valid_until and factor.valid_until < today:
            yield _about(
                "factor.expired",
                line.kind,
                flow,
                factor,
                Severity.WARNING,
                until=factor.valid_until,
            )


def scrap_is_not_credited(examined: Examined) -> Iterator[Finding]:
    """A factor with a recycling credit inside breaks the cut-off rule (Catena-X v4, 5.2.5)."""
    for flow, line in examined.lines():
        factor = examined.factor(flow.factor_id)
        if factor is None or factor.scrap_convention is not ScrapConvention.CREDITED:
            continue
        if not examined.rules.scrap_credit_allowed:
            yield _about("factor.scrap_credit", line.kind, flow, factor, Severity.ERROR)


def _about(
    code: str,
    kind: str,
    flow: Flow,
    factor: EmissionFactor,
    severity: Severity,
    **more: str | int,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        where=place(kind, flow, "factor"),
        clause=_CLAUSE,
        params={"name": named(flow), "factor": factor.name or factor.id, **more},
    )
