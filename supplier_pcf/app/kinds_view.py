"""What the result page says about kinds of emissions, removals and carbon in the product."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.engine.recycling import WouldBeCredit, would_be_credit
from supplier_pcf.engine.result import CarbonContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Everything in kg CO2e per declared unit, carbon in kg; no number where no row is counted."""

    buckets: Buckets | None
    carbon: CarbonContent
    credit: WouldBeCredit


def kinds(done: Calculated) -> Kinds:
    """The buckets of the result (ISO 14067 clause 7.2) and the carbon of the product."""
    result = done.result
    return Kinds(
        buckets=result.buckets if result.rows_counted else None,
        carbon=result.carbon,
        credit=would_be_credit(done.study, done.examined.library, result),
    )


__all__ = ["Buckets", "CarbonContent", "Kinds", "WouldBeCredit", "kinds"]
