"""What the materials page says about co-products: the decision, and both ways of sharing side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.flows import CoProduct, CoProductTest
from supplier_pcf.domain.study import CoProductMethod, Study
from supplier_pcf.engine.co_product_log import (
    Answer,
    Decision,
    LogLine,
    Tried,
    by_other_method,
    by_substitution,
    decision,
)
from supplier_pcf.engine.co_products import Output, is_waste


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """The decision, and the footprint by the method used and by the other one.

    kg CO2e per declared unit, without uptake; None where a mass or a price is missing.
    """

    decision: Decision
    rules: str
    used: float | None
    other: float | None
    substituted: float | None
    """If the product bore all and what co-products displace were taken off: for information."""


def sharing(done: Calculated) -> Sharing | None:
    """How burdens are shared with co-products; None without any that is no waste."""
    found = decision(done.study, done.examined.rules)
    if found is None:
        return None
    is_known = bool(found.shares) and bool(done.result.rows_counted)
    return Sharing(
        decision=found,
        rules=done.examined.rules.title,
        used=done.result.excluding if is_known else None,
        other=by_other_method(done.result, found) if is_known else None,
        substituted=by_substitution(done.study, done.examined.library, done.result, found)
        if is_known
        else None,
    )


def answered(other: CoProduct, question: str, answer: bool | None) -> CoProduct:
    """The co-product with one of the five questions answered."""
    changes: dict[str, Any] = {question: answer}
    return replace(other, test=replace(other.test or CoProductTest(), **changes))


def tried(study: Study, question: str, answer: bool | str | None) -> Study:
    """The study with a step before sharing answered."""
    changes: dict[str, Any] = {question: answer}
    return replace(study, co_product_steps=replace(study.co_product_steps, **changes))


__all__ = [
    "Answer",
    "CoProductMethod",
    "Decision",
    "LogLine",
    "Output",
    "Sharing",
    "Tried",
    "answered",
    "is_waste",
    "sharing",
    "tried",
]
