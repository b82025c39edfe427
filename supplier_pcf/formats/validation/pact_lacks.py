"""What a study still owes a PACT footprint: one finding for each thing that is not there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from supplier_pcf.domain.buckets import CO2_PER_CARBON
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.places import kind
from supplier_pcf.formats.shared.issue import Issue, validity
from supplier_pcf.formats.shared.pact import characterisations, weighs_nothing
from supplier_pcf.formats.shared.urns import (
    class_urn,
    company_urn,
    company_urns,
    is_urn,
    product_urns,
)

_TOLERANCE = 0.005
_NEWEST_GWP = "AR6"
_UNSTATED = ("unknown", "mixed")


Declared = Callable[[Issue], tuple[float | None, str]]


class Lack(NamedTuple):
    """One thing that is not there, whatever the version of PACT."""

    what: str
    where: str
    severity: Severity
    params: dict[str, Param]


def find_lacks(
    issue: Issue, format_id: str, declared: Declared, exempted_limit: float
) -> Iterator[Finding]:
    """Everything that is missing, the identity first; codes begin with the format's id.

    `declared` gives the amount and the format's word for the unit that the figures are for.
    """
    prefix = format_id.replace("-", "_")
    for lack in _lacks(issue, declared, exempted_limit):
        yield Finding(
            code=f"{prefix}.{lack.what}",
            severity=lack.severity,
            where=lack.where,
            params=lack.params,
        )


def _lacks(issue: Issue, declared: Declared, exempted_limit: float) -> Iterator[Lack]:
    yield from _company(issue)
    yield from _product(issue)
    yield from _unit(issue, declared)
    yield from _period(issue)
    yield from _place(issue)
    yield from _number(issue)
    yield from _exempted(issue, exempted_limit)
    for part in (_signs, _carbon, _method):
        yield from part(issue)


def _company(issue: Issue) -> Iterator[Lack]:
    company = issue.study.company
    if not company.name.strip():
        yield _missing("company_name", "company/name")
    if not company_urns(company):
        yield _missing("company_id", "company/identifiers")
    for identifier in company.identifiers:
        urn = company_urn(identifier)
        if urn and not is_urn(urn):
            yield _missing("urn", "company/identifiers", value=identifier.value)


def _product(issue: Issue) -> Iterator[Lack]:
    company, product = issue.study.company, issue.study.product
    if not product.name.strip():
        yield _missing("product_name", "product/name")
    if not product_urns(company, product):
        has_number = bool(product.part_number.strip() or product.customer_part_number.strip())
        if has_number:
            yield _missing("domain", "company/domain")
        else:
            yield _missing("part_number", "product/part_number")
    for text in product.classifications:
        if not class_urn(text):
            yield _doubt("classification", "product/classifications", value=text)


def _unit(issue: Issue, declared: Declared) -> Iterator[Lack]:
    amount, _ = declared(issue)
    if amount is None:
        unit = issue.study.declared_unit.unit
        yield _missing("declared_unit", "declared_unit/unit", unit=unit)
    elif not (math.isfinite(amount) and amount > 0):
        yield _missing("declared_amount", "declared_unit/amount")
    mass = issue.result.mass_kg
    if not weighs_nothing(issue) and not (mass is not None and 0 < mass < math.inf):
        yield _missing("mass", "product/mass")


def _period(issue: Issue) -> Iterator[Lack]:
    start, end = issue.study.period.start, issue.study.period.end
    if start is None:
        yield _missing("period_start", "period/start")
    if end is None:
        yield _missing("period_end", "period/end")
    if start is None or end is None:
        return
    if end < start:
        yield _missing("period_order", "period/end")
    elif end >= issue.created.date():
        yield _missing("period_not_over", "period/end", end=end.isoformat())
    else:
        span = validity(issue)
        if span is not None and span.end <= span.start:
            yield _missing("period_too_old", "period/end", end=end.isoformat())


def _place(issue: Issue) -> Iterator[Lack]:
    countries = [site.country.strip().upper() for site in issue.study.sites]
    if not any(countries):
        yield _doubt("no_place", "sites")
    for site, country in zip(issue.study.sites, countries, strict=True):
        if country and kind(country) != "country":
            yield _doubt("country", f"sites/{site.id}/country", value=site.country)


def _number(issue: Issue) -> Iterator[Lack]:
    result = issue.result
    if not result.complete:
        counts = {"counted": result.rows_counted, "total": result.rows_total}
        yield _missing("incomplete", "result/complete", **counts)
    elif not (math.isfinite(result.excluding) and math.isfinite(result.including)):
        yield _missing("no_number", "result")
    elif result.primary_data_share_excluding is None:
        yield _missing("primary_share", "result/primary_data_share_excluding")


def _exempted(issue: Issue, limit: float) -> Iterator[Lack]:
    percent = issue.result.exempted_percent
    if percent >= limit:
        params = {"percent": round(percent, 2), "limit": limit}
        yield _missing("exempted", "result/exempted_percent", **params)


def _signs(issue: Issue) -> Iterator[Lack]:
    buckets = issue.result.buckets
    emissions = {
        "fossil": buckets.fossil + buckets.aircraft,
        "aircraft": buckets.aircraft,
        "land_use_change": buckets.land_use_change,
        "land_management": buckets.land_management,
        "biogenic_non_co2": buckets.biogenic_non_co2,
        "packaging": issue.result.packaging,
    }
    for name, value in emissions.items():
        if value < 0:
            yield _missing("negative", f"result/{name}", field=name, value=value)
    for name in ("land_removals", "uptake_product"):
        if getattr(buckets, name) > 0:
            yield _missing("positive", f"result/{name}", field=name, value=getattr(buckets, name))


def _carbon(issue: Issue) -> Iterator[Lack]:
    carbon, uptake = issue.result.carbon, issue.result.buckets.uptake_product
    if carbon.fossil is None or carbon.biogenic is None:
        yield _missing("carbon_content", "materials")
        return
    expected = -CO2_PER_CARBON * carbon.biogenic
    if abs(uptake - expected) > _TOLERANCE * max(abs(uptake), abs(expected)):
        params = {"uptake": round(uptake, 6), "expected": round(expected, 6)}
        yield _missing("uptake", "materials", **params)


def _method(issue: Issue) -> Iterator[Lack]:
    stated = characterisations(issue)
    if not stated:
        yield _missing("gwp_none", "result/gwp_sets")
    if any(name in _UNSTATED for name in issue.result.gwp_sets):
        yield _note("gwp_unstated", "result/gwp_sets")
    older = [name for name in stated if name != _NEWEST_GWP]
    if older:
        yield _note("gwp_older", "result/gwp_sets", sets=", ".join(older))


def _missing(what: str, where: str, **params: Param) -> Lack:
    return Lack(what, where, Severity.ERROR, params)


def _doubt(what: str, where: str, **params: Param) -> Lack:
    return Lack(what, where, Severity.WARNING, params)


def _note(what: str, where: str, **params: Param) -> Lack:
    return Lack(what, where, Severity.NOTE, params)
