"""How sure a footprint is, and what makes it unsure, ready to be said: the range, and its causes by name."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.once import Once
from supplier_pcf.engine.pedigree import CLASSIC, MATRICES, Matrix
from supplier_pcf.engine.spread import Spread, spread_of
from supplier_pcf.engine.uncertainty import SigmaOrigin, Uncertainties, uncertainties
from supplier_pcf.report.sureness import (
    CauseView,
    cause_views,
    matrix_title,
    range_said,
    sigma_title,
    whole_percent,
)
from supplier_pcf.words import Said

__all__ = ["CauseView", "SigmaOrigin", "matrix_title", "sigma_title", "whole_percent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertaintyView:
    """The range of a footprint without biogenic uptake, kg CO2e per declared unit, and its causes."""

    done: Calculated
    found: Uncertainties
    spread: Spread
    language: str
    causes: tuple[CauseView, ...]
    """The largest first."""

    @property
    def said(self) -> tuple[Said, ...]:
        """The range, and what it mostly comes from, as sentences."""
        return range_said(self.done.result, self.spread, self.causes[0], self.language)


_VIEWS: Once[UncertaintyView | None] = Once()


def uncertainty_view(
    done: Calculated, language: str = "en", matrix: Matrix = CLASSIC
) -> UncertaintyView | None:
    """How sure the result is; None where there is no positive figure whose spread could be said."""
    return _VIEWS.value(lambda: _view(done, language, matrix), done, language, matrix.id)


def why_none(done: Calculated) -> Said:
    """Why nothing can be said of a spread."""
    return ("uncertainty.not_positive" if done.result.rows_counted else "uncertainty.none"), {}


def matrix_of(matrix_id: str) -> Matrix:
    """The edition of the pedigree matrix of this id, else the first."""
    return next((matrix for matrix in MATRICES if matrix.id == matrix_id), MATRICES[0])


def matrices() -> tuple[Matrix, ...]:
    """The editions of the pedigree matrix there are to choose from."""
    return MATRICES


def _view(done: Calculated, language: str, matrix: Matrix) -> UncertaintyView | None:
    examined = done.examined
    found = uncertainties(examined.study, examined.result, examined.library, matrix)
    spread = spread_of(found.parts)
    if spread is None or not spread.shares:
        return None
    causes = tuple(cause_views(examined.study, examined.factor, found, spread, language))
    return UncertaintyView(done=done, found=found, spread=spread, language=language, causes=causes)
