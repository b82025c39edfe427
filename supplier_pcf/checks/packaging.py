"""Is packaging shared by what it holds, and counted once? STANDARDS D.7, D.10."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Basis, Flow, Material, Packaging, PackagingKind
from supplier_pcf.engine.result import FlowResult, NotCounted


def carbon_of_packaging_is_a_share(examined: Examined) -> Iterator[Finding]:
    """The carbon of a package lies between nothing and all of it."""
    for package in examined.study.packaging:
        for field in ("biogenic_carbon_share", "fossil_carbon_share"):
            share = getattr(package, field)
            if share is None or 0 <= share <= 1:
                continue
            yield Finding(
                code="packaging.carbon_share",
                severity=Severity.ERROR,
                where=place("packaging", package, field),
                clause="ISO 14067:2018, 6.4.9.3",
                params={"name": named(package)},
            )


def packaging_is_counted_once(examined: Examined) -> Iterator[Finding]:
    """A footprint of a material that holds packaging meets packaging counted here; a stated reason settles it."""
    packed = any(r.counted for flow, r in examined.lines() if isinstance(flow, Packaging))
    left_out = not examined.study.scope.packaging_included
    if not packed and not left_out:
        return
    code = "packaging.inside_factor" if left_out else "packaging.twice"
    for flow, line, factor in examined.factored():
        is_part = isinstance(flow, Material) and line.counted
        if is_part and factor.includes_packaging and not flow.factor_reason:
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                where=place(line.kind, flow, "factor"),
                clause="ISO 14067:2018, 6.3.4.1",
                params={"name": named(flow), "factor": named_factor(factor)},
            )


def lacks_its_content(flow: Flow, line: FlowResult) -> str:
    """The field without which a package cannot be shared: its pieces or its trips; else nothing."""
    if not isinstance(flow, Packaging) or line.reason is not NotCounted.NO_SHARE:
        return ""
    content, trips = flow.units_per_package, flow.trips
    if flow.basis is Basis.PER_UNIT and (content is None or not content > 0):
        return "units_per_package"
    is_round = flow.kind is PackagingKind.RETURNABLE
    return "trips" if is_round and (trips is None or not trips > 0) else ""
