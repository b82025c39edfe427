"""How burdens are shared with co-products, and the credit that sold scrap does not get."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from supplier_pcf.domain.study import CoProductMethod
from supplier_pcf.engine.co_product_log import (
    Decision,
    Tried,
    by_other_method,
    by_substitution,
    decision,
)
from supplier_pcf.engine.recycling import would_be_credit
from supplier_pcf.report.context import Report, Room
from supplier_pcf.report.layout import BODY, Words
from supplier_pcf.words import sentence

_LOG_LINES = 6


def co_products(report: Report, room: Room) -> Iterator[Flowable]:
    """The product's part, the ratio of prices, every step of the decision, and the other way."""
    _ = report.translate
    found = decision(report.study, report.rules)
    share = report.result.co_product_share
    if not share.method:
        yield Words(_("No co-products: the product carries all burdens."), BODY)
        return
    percent = report.percent(share.share * 100)
    if share.method == CoProductMethod.ECONOMIC:
        text = _("Co-products: this product carries {share} of joint burdens, by economic value.")
    else:
        text = _(
            "Co-products: this product carries {share} of joint burdens, by a physical measure."
        )
    parts = [text.format(share=percent)]
    if share.price_ratio is not None:
        ratio = _("The ratio of prices is {ratio}.").format(ratio=report.number(share.price_ratio))
        parts.append(ratio)
    if found is not None:
        parts += [_by_the_other(report, found), _substituted(report, found)]
    yield Words(" ".join(filter(None, parts)), BODY)
    if found is not None:
        yield from _log(report, found, room)


def _by_the_other(report: Report, found: Decision) -> str:
    """What the other method would give (ISO 14067 clause 6.4.6.1)."""
    _ = report.translate
    kg = by_other_method(report.result, found)
    if kg is None:
        return ""
    if found.method is CoProductMethod.ECONOMIC:
        text = _("By mass the result without biogenic uptake would be {kg} kg CO₂e.")
    else:
        text = _("By value the result without biogenic uptake would be {kg} kg CO₂e.")
    return text.format(kg=report.kg(kg))


def _substituted(report: Report, found: Decision) -> str:
    """What it would be if the displaced product were taken off instead of sharing."""
    kg = by_substitution(report.study, report.factors, report.result, found)
    if kg is None:
        return ""
    text = report.translate(
        "With all burdens on the product, less those of what is displaced, it would be {kg} kg CO₂e: for information."
    )
    return text.format(kg=report.kg(kg))


def _log(report: Report, found: Decision, room: Room) -> Iterator[Flowable]:
    """Every answer and where the order is written, never shortened; then the user's own words to them."""
    answers = [
        sentence(f"sharing.{line.step.value}.{line.answer.value}", {}, report.translate)
        for line in found.log
        if line.step is not Tried.METHOD
    ]
    clause = found.log[-1].clause
    told = " ".join((*answers, f"({clause})") if clause else answers)
    yield Words(told, BODY, bullet=True, max_lines=_LOG_LINES)
    own = " ".join(line.text.strip() for line in found.log if line.text.strip())
    if own:
        yield Words(own, BODY, bullet=True, max_lines=room.text_lines)


def scrap(report: Report) -> Iterator[Flowable]:
    """Sold scrap without credit, and what a credit would have done."""
    _ = report.translate
    found = would_be_credit(report.study, report.factors, report.result)
    if found.lines:
        text = _(
            "Sold scrap carries no credit; one for what it may replace would take off {kg} kg CO₂e. It is not in the result."
        )
        yield Words(text.format(kg=report.kg(found.total)), BODY, bullet=True, max_lines=3)
