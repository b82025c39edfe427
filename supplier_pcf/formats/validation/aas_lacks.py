"""What a study still owes the submodel Carbon Footprint: one finding for each thing that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared.aas_values import declared_in, method_ids
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.validation import common_lacks as common

_TITLE = "AAS"


def find_lacks(issue: Issue) -> Iterator[Finding]:
    """Everything that is missing, the identity first."""
    amount, unit = declared_in(issue)
    yield from common.names(issue, _TITLE)
    yield from common.declared(issue, amount if unit else None, _TITLE)
    yield from common.mass(issue, _TITLE)
    yield from common.period(issue, _TITLE)
    yield from common.number(issue, _TITLE)
    if not method_ids(issue):
        yield _found("no_method", "rule_set", rules=issue.rules.title)


def _found(what: str, where: str, **params: Param) -> Finding:
    return Finding(code=f"aas_json.{what}", severity=Severity.ERROR, where=where, params=params)
