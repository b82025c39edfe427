"""Co-products: are they none of waste, was sharing tried to be avoided, do prices and method hold?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.finding import Finding, Param, Severity
from supplier_pcf.domain.flows import CoProduct
from supplier_pcf.domain.study import CoProductMethod
from supplier_pcf.engine.co_product_log import Answer, Decision, Tried, decision
from supplier_pcf.engine.co_products import is_waste
from supplier_pcf.rules import Recycling

_ORDER = "ISO 14067:2018, 6.4.6.2"
_TEST = "Catena-X PCF Rulebook v4, 5.2.4"
_PRICES = "Catena-X PCF Rulebook v4, 5.1.2"
_YEARS = (3, 5)


def co_products_are_no_waste(examined: Examined) -> Iterator[Finding]:
    """One "no" to the five questions makes an output waste; open questions are named."""
    cuts_off = examined.rules.recycling is Recycling.CUT_OFF
    for other in examined.study.co_products:
        if is_waste(other):
            yield _about(other, "test", "co_product.is_waste", Severity.ERROR, _TEST)
        elif other.test is None or None in astuple(other.test):
            severity = Severity.WARNING if cuts_off else Severity.NOTE
            yield _about(other, "test", "co_product.test_open", severity, _TEST)


def co_products_can_be_shared(examined: Examined) -> Iterator[Finding]:
    """Every co-product has a mass, and no price is negative."""
    found = decision(examined.study, examined.rules)
    outputs = {} if found is None else {o.id: o for o in found.outputs}
    for other in examined.study.co_products:
        if other.id in outputs and outputs[other.id].mass is None:
            yield _about(other, "amount", "co_product.no_mass", Severity.ERROR, _ORDER)
        if other.price is not None and other.price < 0:
            yield _about(other, "price", "co_product.negative_price", Severity.ERROR, _PRICES)


def sharing_was_tried_to_be_avoided(examined: Examined) -> Iterator[Finding]:
    """Burdens are shared only where the process cannot be divided and nothing is clearly displaced."""
    found = decision(examined.study, examined.rules)
    if found is None:
        return
    for line in found.log:
        code = _AVOIDED.get((line.step, line.answer))
        if code is not None:
            yield Finding(
                code=code,
                severity=Severity.WARNING,
                where=f"co_product_steps/{line.step.value}",
                clause=line.clause or _ORDER,
            )


_AVOIDED = {
    (Tried.DIVISION, Answer.OPEN): "co_product.division_open",
    (Tried.DIVISION, Answer.YES): "co_product.can_be_divided",
    (Tried.SUBSTITUTION, Answer.OPEN): "co_product.substitution_open",
    (Tried.SUBSTITUTION, Answer.YES): "co_product.has_substitute",
}


def method_of_sharing_follows_the_rules(examined: Examined) -> Iterator[Finding]:
    """Another method than the rule set's wants a reason; a rule of the sector wants its method named."""
    study, found = examined.study, decision(examined.study, examined.rules)
    if found is None:
        return
    params: dict[str, Param] = {"rules": examined.rules.title}
    code, severity = "", Severity.WARNING
    if study.co_product_steps.sector_rule.strip():
        if study.co_product_method is CoProductMethod.AUTO:
            code = "co_product.sector_method"
    elif not found.follows_the_rules:
        has_reason = bool(study.co_product_reason.strip())
        code = "co_product.method_differs" if has_reason else "co_product.method_no_reason"
        severity = Severity.WARNING if has_reason else Severity.ERROR
        if has_reason and found.limit is None:
            return
    if code:
        lacks_reason = code == "co_product.method_no_reason"
        where = "co_product_reason" if lacks_reason else "co_product_method"
        yield Finding(
            code=code, severity=severity, where=where, clause=_clause(found), params=params
        )


def _clause(found: Decision) -> str:
    return found.log[-1].clause or _ORDER


def prices_of_co_products_hold(examined: Examined) -> Iterator[Finding]:
    """Prices that decide are there, are a mean of three to five years, and have a source."""
    study, found = examined.study, decision(examined.study, examined.rules)
    if found is None or not _prices_decide(found):
        return
    outputs = {o.id: o for o in found.outputs}
    if not outputs[""].price:
        where = "co_product_steps/price"
        yield Finding(
            code="co_product.no_main_price", severity=Severity.ERROR, where=where, clause=_PRICES
        )
    for other in study.co_products:
        if other.id not in outputs:
            continue
        if not other.price:
            yield _about(other, "price", "co_product.no_price", Severity.ERROR, _PRICES)
            continue
        if other.price_years is None or not _YEARS[0] <= other.price_years <= _YEARS[1]:
            yield _about(other, "price_years", "co_product.years", Severity.WARNING, _PRICES)
        if not other.price_source.strip():
            where = "price_source"
            yield _about(other, where, "co_product.no_price_source", Severity.WARNING, _PRICES)


def _prices_decide(found: Decision) -> bool:
    asked = any(line.step is Tried.PRICE_TEST for line in found.log)
    return asked or found.method is CoProductMethod.ECONOMIC


def _about(other: CoProduct, field: str, code: str, severity: Severity, clause: str) -> Finding:
    where = place("co_products", other, field)
    return Finding(
        code=code, severity=severity, where=where, clause=clause, params={"name": named(other)}
    )
