"""What several formats ask of a study alike: one finding for each thing that is not there.

Every function takes the format's name for the reader, and the codes belong to no one format.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.formats.shared.issue import Issue, validity
from supplier_pcf.formats.shared.pact import weighs_nothing
from supplier_pcf.formats.shared.urns import product_urns


def names(issue: Issue, title: str) -> Iterator[Finding]:
    """Who makes what: names, and a number of the product that can be made into a URN."""
    company, product = issue.study.company, issue.study.product
    if not company.name.strip():
        yield _missing("exchange.company_name", "company/name", title)
    if not product.name.strip():
        yield _missing("exchange.product_name", "product/name", title)
    if product_urns(company, product):
        return
    if product.part_number.strip() or product.customer_part_number.strip():
        yield _missing("exchange.domain", "company/domain", title)
    else:
        yield _missing("exchange.part_number", "product/part_number", title)


def declared(issue: Issue, amount: float | None, title: str) -> Iterator[Finding]:
    """A unit the format knows, and an amount above zero of it."""
    if amount is None:
        unit = issue.study.declared_unit.unit
        yield _missing("exchange.declared_unit", "declared_unit/unit", title, unit=unit)
    elif not 0 < amount < math.inf:
        yield _missing("exchange.declared_amount", "declared_unit/amount", title)


def mass(issue: Issue, title: str) -> Iterator[Finding]:
    """Goods have a mass."""
    found = issue.result.mass_kg
    if not weighs_nothing(issue) and not (found is not None and 0 < found < math.inf):
        yield _missing("exchange.mass", "product/mass", title)


def period(issue: Issue, title: str) -> Iterator[Finding]:
    """A reference period that is over, and not too long ago."""
    start, end = issue.study.period.start, issue.study.period.end
    if start is None:
        yield _missing("exchange.period_start", "period/start", title)
    if end is None:
        yield _missing("exchange.period_end", "period/end", title)
    if start is None or end is None:
        return
    if end < start:
        yield _missing("exchange.period_order", "period/end", title)
    elif end >= issue.created.date():
        yield _missing("exchange.period_not_over", "period/end", title, end=end.isoformat())
    else:
        span = validity(issue)
        if span is not None and span.end <= span.start:
            yield _missing("exchange.period_too_old", "period/end", title, end=end.isoformat())


def number(issue: Issue, title: str) -> Iterator[Finding]:
    """Every row has a number, and the total is one."""
    result = issue.result
    if not result.complete:
        counts = {"counted": result.rows_counted, "total": result.rows_total}
        yield _missing("exchange.incomplete", "result/complete", title, **counts)
    elif not (math.isfinite(result.excluding) and math.isfinite(result.including)):
        yield _missing("exchange.no_number", "result", title)


def _missing(code: str, where: str, title: str, **params: Param) -> Finding:
    said = {"format": title, **params}
    return Finding(code=code, severity=Severity.ERROR, where=where, params=said)
