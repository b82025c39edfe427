"""What a study still owes the calculation CSV: one finding for each thing that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared import cx_0136 as cx
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.validation import common_lacks as common
from supplier_pcf.formats.validation import cx_0136_model as model

_TITLE = "CX-0136"
_BPN = "urn:bpn:id:BPNL"
_MOST_EXEMPTED = 3.0


def find_lacks(issue: Issue) -> Iterator[Finding]:
    """Everything that is missing, the identity first."""
    amount, unit = pact.declared_in(issue)
    yield from common.names(issue, _TITLE)
    yield from _company(issue)
    yield from common.declared(issue, amount if unit in model.UNITS else None, _TITLE)
    yield from common.mass(issue, _TITLE)
    yield from common.period(issue, _TITLE)
    yield from _place(issue)
    yield from common.number(issue, _TITLE)
    yield from _method(issue)
    yield from _result(issue)


def _company(issue: Issue) -> Iterator[Finding]:
    if not any(urn.startswith(_BPN) for urn in cx.company_ids(issue)):
        yield _found("lacks_bpn", "company/identifiers", Severity.WARNING)


def _place(issue: Issue) -> Iterator[Finding]:
    if not cx.region(issue):
        yield _found("no_place", "sites", Severity.WARNING)


def _method(issue: Issue) -> Iterator[Finding]:
    if not cx.rule_name(issue):
        yield _found("rule_set", "rule_set", rules=issue.rules.title)
    oldest = cx.characterisation(issue)
    if not oldest:
        yield _found("gwp_none", "result/gwp_sets")
    elif oldest not in model.GWP_SETS:
        yield _found("gwp_too_old", "result/gwp_sets", report=oldest)
    elif oldest != "AR6":
        yield _found("gwp_older", "result/gwp_sets", Severity.NOTE, report=oldest)


def _result(issue: Issue) -> Iterator[Finding]:
    result = issue.result
    if result.complete and result.primary_data_share_excluding is None:
        yield _found("primary_share", "result/primary_data_share_excluding")
    if result.exempted_percent >= _MOST_EXEMPTED:
        percent = round(result.exempted_percent, 2)
        yield _found("exempted", "result/exempted_percent", percent=percent)
    if result.carbon.fossil is None or result.carbon.biogenic is None:
        yield _found("carbon_content", "materials")


def _found(what: str, where: str, severity: Severity = Severity.ERROR, **params: Param) -> Finding:
    return Finding(code=f"cx_0136_csv.{what}", severity=severity, where=where, params=params)
