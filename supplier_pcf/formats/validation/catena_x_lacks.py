"""What a study still owes a Catena-X file: one finding for each thing that is not there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.places import kind
from supplier_pcf.domain.record import ReleaseStatus
from supplier_pcf.formats.shared import catena_x as cx
from supplier_pcf.formats.shared.issue import Issue, validity
from supplier_pcf.formats.shared.pact import declared_in, weighs_nothing
from supplier_pcf.formats.shared.urns import class_urn, product_urns
from supplier_pcf.formats.validation.catena_x_model import Model

_EXEMPTED_LIMIT = 3.0
_NEWEST_GWP = "AR6"
_UNSTATED = ("unknown", "mixed")
_PARTNER_NUMBER = re.compile(r"BPNL[0-9A-Z]{12}")


def find_lacks(issue: Issue, model: Model) -> Iterator[Finding]:
    """Everything that is missing for this data model, the identity first."""
    for part in (_release, _company, _product, _unit, _period, _place, _number, _signs, _method):
        yield from part(issue, model)


def _release(issue: Issue, model: Model) -> Iterator[Finding]:
    del model
    if issue.release.status is ReleaseStatus.DEPRECATED:
        yield _missing("superseded", "releases", version=issue.release.version)


def _company(issue: Issue, model: Model) -> Iterator[Finding]:
    del model
    company = issue.study.company
    if not company.name.strip():
        yield _missing("company_name", "company/name")
    number = cx.partner_number(company)
    if not number:
        yield _missing("partner_number", "company/bpn")
    elif not _PARTNER_NUMBER.fullmatch(number):
        yield _missing("partner_number_form", "company/bpn", value=number)


def _product(issue: Issue, model: Model) -> Iterator[Finding]:
    company, product = issue.study.company, issue.study.product
    if not product.name.strip():
        yield _missing("product_name", "product/name")
    if not product_urns(company, product):
        has_number = bool(product.part_number.strip() or product.customer_part_number.strip())
        if has_number:
            yield _missing("domain", "company/domain")
        else:
            yield _missing("part_number", "product/part_number")
    for text in product.classifications if model.nested else ():
        if not class_urn(text):
            yield _doubt("classification", "product/classifications", value=text)


def _unit(issue: Issue, model: Model) -> Iterator[Finding]:
    declared = issue.study.declared_unit
    amount, unit = declared_in(issue)
    if unit not in model.allowed("unit"):
        yield _missing("declared_unit", "declared_unit/unit", unit=declared.unit)
    elif amount is None or not (math.isfinite(amount) and amount > 0):
        yield _missing("declared_amount", "declared_unit/amount")
    mass = issue.result.mass_kg
    if not weighs_nothing(issue) and not (mass is not None and 0 < mass < math.inf):
        yield _missing("mass", "product/mass")


def _period(issue: Issue, model: Model) -> Iterator[Finding]:
    start, end = issue.study.period.start, issue.study.period.end
    if start is None:
        yield _missing("period_start", "period/start")
    if end is None:
        yield _missing("period_end", "period/end")
    if start is None or end is None:
        return
    if end < start:
        yield _missing("period_order", "period/end")
    elif issue.study.scope.is_prospective:
        yield from _plan(issue, model)
    elif end >= issue.created.date():
        yield _missing("period_not_over", "period/end", end=end.isoformat())
    else:
        span = validity(issue)
        if span is not None and span.end <= span.start:
            yield _missing("period_too_old", "period/end", end=end.isoformat())


def _plan(issue: Issue, model: Model) -> Iterator[Finding]:
    if not model.nested:
        yield _missing("no_plans", "scope/is_prospective")
    elif issue.study.scope.planned_as is None:
        yield _missing("planned_as", "scope/planned_as")


def _place(issue: Issue, model: Model) -> Iterator[Finding]:
    del model
    countries = [site.country.strip().upper() for site in issue.study.sites]
    if not any(countries):
        yield _doubt("no_place", "sites")
    for site, country in zip(issue.study.sites, countries, strict=True):
        if country and kind(country) != "country":
            yield _doubt("country", f"sites/{site.id}/country", value=site.country)


def _number(issue: Issue, model: Model) -> Iterator[Finding]:
    result = issue.result
    share = (
        result.primary_data_share_including if model.nested else result.primary_data_share_excluding
    )
    if not result.complete:
        counts = {"counted": result.rows_counted, "total": result.rows_total}
        yield _missing("incomplete", "result/complete", **counts)
    elif not (math.isfinite(result.excluding) and math.isfinite(result.including)):
        yield _missing("no_number", "result")
    elif share is None and not issue.study.scope.is_prospective:
        yield _missing("primary_share", "result/primary_data_share_including")
    if result.exempted_percent >= _EXEMPTED_LIMIT:
        params = {"percent": round(result.exempted_percent, 2), "limit": _EXEMPTED_LIMIT}
        yield _missing("exempted", "result/exempted_percent", **params)


def _signs(issue: Issue, model: Model) -> Iterator[Finding]:
    buckets = issue.result.buckets
    for name in ("fossil", "aircraft", "biogenic_non_co2", "land_use_change", "land_management"):
        value = getattr(buckets, name)
        if value < 0:
            yield _missing("negative", f"result/{name}", field=name, value=value)
    if buckets.excluding_uptake < 0:
        value = buckets.excluding_uptake
        yield _missing("negative", "result/excluding", field="excluding", value=value)
    for name in ("land_removals", "uptake_product", "uptake_packaging"):
        if getattr(buckets, name) > 0:
            yield _missing("positive", f"result/{name}", field=name, value=getattr(buckets, name))
    carbon = issue.result.carbon
    if not model.nested and (carbon.fossil is None or carbon.biogenic is None):
        yield _missing("carbon_content", "materials")


def _method(issue: Issue, model: Model) -> Iterator[Finding]:
    oldest = cx.oldest_gwp(issue)
    if oldest not in model.allowed("gwp"):
        code = "gwp_none" if oldest == "unspecified" else "gwp_too_old"
        yield _missing(code, "result/gwp_sets", value=oldest)
    elif oldest == "unspecified":
        yield _doubt("gwp_unspecified", "result/gwp_sets")
    elif oldest != _NEWEST_GWP:
        yield _note("gwp_older", "result/gwp_sets", value=oldest)
    if any(name in _UNSTATED for name in issue.result.gwp_sets):
        yield _note("gwp_unstated", "result/gwp_sets")
    if not cx.follows_catena_x(issue):
        yield _doubt("other_rules", "rule_set", rules=issue.rules.title)
    if model.nested and cx.claims_assurance(issue) and not cx.is_attested(issue):
        yield _doubt("no_paper", "assurance/statement")


def _missing(what: str, where: str, **params: Param) -> Finding:
    return _finding(what, where, Severity.ERROR, params)


def _doubt(what: str, where: str, **params: Param) -> Finding:
    return _finding(what, where, Severity.WARNING, params)


def _note(what: str, where: str, **params: Param) -> Finding:
    return _finding(what, where, Severity.NOTE, params)


def _finding(what: str, where: str, severity: Severity, params: dict[str, Param]) -> Finding:
    return Finding(code=f"catena_x.{what}", severity=severity, where=where, params=params)
