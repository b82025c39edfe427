"""What is left out, why, and whether that is still little (ISO 14067 clause 6.3.4.3; STANDARDS D.12)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Stage

_CLAUSE = "ISO 14067:2018, 6.3.4.3"
_DEFAULT_PERCENT = 3.0


def exclusions_are_explained(examined: Examined) -> Iterator[Finding]:
    """A flow is left out only with a reason and with a figure of how much that is."""
    for flow, line in examined.lines():
        if flow.exclusion is None:
            continue
        params: dict[str, str | int | float] = {"name": named(flow)}
        if not flow.exclusion.reason.strip():
            where = place(line.kind, flow, "exclusion/reason")
            yield Finding(
                code="exclusion.no_reason",
                severity=Severity.ERROR,
                where=where,
                clause=_CLAUSE,
                params=params,
            )
        if line.estimate == 0 and flow.exclusion.estimate is None:
            where = place(line.kind, flow, "exclusion/estimate")
            yield Finding(
                code="exclusion.no_estimate",
                severity=Severity.WARNING,
                where=where,
                clause=_CLAUSE,
                params=params,
            )


def no_large_flow_is_left_out(examined: Examined) -> Iterator[Finding]:
    """Some rule sets limit each flow that is left out, not only their sum."""
    limit, result = examined.rules.cut_off_each_percent, examined.result
    if limit is None:
        return
    lines = [(f, r) for f, r in examined.lines() if r.stage is not Stage.OUTBOUND_TRANSPORT]
    whole = abs(result.excluding) + math.fsum(line.estimate for _, line in lines)
    for flow, line in lines:
        percent = 100 * line.estimate / whole if whole else 0.0
        if percent > limit:
            yield Finding(
                code="exclusion.above_limit",
                severity=Severity.WARNING,
                where=place(line.kind, flow, "exclusion"),
                clause=examined.rules.clauses.get("cut_off_each", _CLAUSE),
                params={
                    "name": named(flow),
                    "percent": round(percent, 2),
                    "limit": limit,
                    "rules": examined.rules.title,
                },
            )


def little_is_left_out(examined: Examined) -> Iterator[Finding]:
    """Left out together stays below the limit; some rule sets stop the export above it."""
    rules, percent = examined.rules, examined.result.exempted_percent
    limit = _DEFAULT_PERCENT if rules.cut_off_percent is None else rules.cut_off_percent
    if percent >= limit:
        yield Finding(
            code="cut_off.exceeded",
            severity=Severity.ERROR if rules.cut_off_blocks else Severity.WARNING,
            where="result/exempted_percent",
            clause=_CLAUSE,
            params={"percent": round(percent, 2), "limit": limit, "rules": rules.title},
        )
