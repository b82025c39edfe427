"""How sure a footprint is, and what makes it unsure, ready to be said: the range, and its causes by name."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.choosing import name_in
from supplier_pcf.engine.pedigree import CLASSIC, Matrix
from supplier_pcf.engine.spread import Spread, spread_of
from supplier_pcf.engine.uncertainty import SigmaOrigin, Uncertain, Uncertainties, uncertainties

Said = tuple[str, dict[str, str | int | float]]
"""The code of a sentence and its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseView:
    """One reason for the spread: a factor or an amount, by name, with its part of the variance."""

    key: str
    name: str
    is_factor: bool
    percent: float
    gsd2: float
    """Squared geometric standard deviation: 95 % lie between the figure over and times this."""
    origin: SigmaOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertaintyView:
    """The range of a footprint without biogenic uptake, kg CO2e per declared unit, and its causes."""

    found: Uncertainties
    spread: Spread
    causes: tuple[CauseView, ...]
    """The largest first."""

    @property
    def said(self) -> tuple[Said, ...]:
        """The range, and what it mostly comes from, as sentences."""
        spread, first = self.spread, self.causes[0]
        ranged: Said = (
            "uncertainty.range",
            {
                "low": spread.low,
                "high": spread.high,
                "percent": round(spread.plus_minus_percent),
            },
        )
        code = "uncertainty.by_factor" if first.is_factor else "uncertainty.by_amount"
        return ranged, (code, {"name": first.name, "percent": round(first.percent)})


def uncertainty_view(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> UncertaintyView | None:
    """How sure the result is; None where there is no positive figure whose spread could be said."""
    examined = done.examined
    found = uncertainties(examined.study, examined.result, examined.library, matrix)
    spread = spread_of(found.parts)
    if spread is None or not spread.shares:
        return None
    causes = tuple(
        _cause(done, found.causes[key], share, language) for key, share in spread.shares.items()
    )
    return UncertaintyView(found=found, spread=spread, causes=causes)


def _cause(done: Calculated, cause: Uncertain, share: float, language: str) -> CauseView:
    return CauseView(
        key=cause.key,
        name=_name(done, cause, language),
        is_factor=bool(cause.factor_id),
        percent=100 * share,
        gsd2=cause.gsd2,
        origin=cause.origin,
    )


def _name(done: Calculated, cause: Uncertain, language: str) -> str:
    factor = done.examined.factor(cause.factor_id) if cause.factor_id else None
    if factor is not None:
        return name_in(factor, language)
    names = {flow.id: flow.name for flow in done.study.flows()}
    return next((names[i] for i in cause.flow_ids if names.get(i)), cause.flow_ids[0])
