"""How sure a footprint is, ready to be said: the range, its causes by name, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from supplier_pcf.checks.examined import Examined
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import MINUS, fixed, number_style, significant
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.pedigree import EMPIRICAL, Matrix
from supplier_pcf.engine.result import Result
from supplier_pcf.engine.sensitivity import Variation, sensitivity
from supplier_pcf.engine.spread import Spread
from supplier_pcf.engine.uncertainty import SigmaOrigin, Uncertain, Uncertainties
from supplier_pcf.factors.library import Find
from supplier_pcf.report.labels import Translate
from supplier_pcf.words import Said


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
class Sureness:
    """All that a report says on how sure a footprint is: its spread, and what else it could have been."""

    matrix: Matrix
    spread: Spread
    causes: tuple[CauseView, ...]
    """The largest first."""
    variations: tuple[Variation, ...]


def cause_views(
    study: Study, find: Find, found: Uncertainties, spread: Spread, language: str
) -> Iterator[CauseView]:
    """The causes of a spread, the largest first."""
    names = {flow.id: flow.name for flow in study.flows()}
    for key, share in spread.shares.items():
        cause = found.causes[key]
        factor = find(cause.factor_id) if cause.factor_id else None
        yield CauseView(
            key=key,
            name=name_in(factor, language) if factor else _name(cause, names),
            is_factor=bool(cause.factor_id),
            percent=100 * share,
            gsd2=cause.gsd2,
            origin=cause.origin,
        )


def _name(cause: Uncertain, names: dict[str, str]) -> str:
    found = (" ".join(names[i].split()) for i in cause.flow_ids if names.get(i))
    return next(found, cause.flow_ids[0])


def range_said(result: Result, spread: Spread, first: CauseView, language: str) -> tuple[Said, ...]:
    """The range, what it comes from above all, and how many rows are not in it, as sentences."""
    ranged: Said = ("uncertainty.range", _range(spread, language))
    if not spread.figure > 0:
        ranged = ("uncertainty.range_of_median", _range(spread, language))
    code = "uncertainty.by_factor" if first.is_factor else "uncertainty.by_amount"
    said: list[Said] = [ranged, (code, {"name": first.name, "percent": round(first.percent)})]
    missing = result.rows_total - result.rows_counted
    if missing:
        said.append(("uncertainty.incomplete", {"count": missing}))
    return tuple(said)


def _range(spread: Spread, language: str) -> dict[str, str | int | float]:
    """Both limits, and how far each is from the figure: a reader can check one by the other."""
    less, more = spread.distances_percent
    return {
        "low": significant(spread.low, language),
        "high": significant(spread.high, language),
        "percent": whole_percent(spread.plus_minus_percent, language),
        "figure": significant(spread.figure if spread.figure > 0 else spread.median, language),
        "less": _signed(less, language),
        "more": _signed(more, language),
    }


def _signed(value: float, language: str) -> str:
    sign = "+" if value > 0 else MINUS
    return f"{sign}{whole_percent(abs(value), language)}{number_style(language).before_percent}%"


def whole_percent(value: float, language: str) -> str:
    """A percentage without decimals; below one with one digit, so that it is never said to be zero."""
    return fixed(value, language, 0) if value >= 1 else fixed(max(value, 0.1), language, 1)


def sigma_title(origin: SigmaOrigin, _: Translate) -> str:
    """Where a spread was taken from."""
    return {
        SigmaOrigin.PUBLISHED: _("published range"),
        SigmaOrigin.JUDGEMENT: _("judged, see the factor"),
        SigmaOrigin.PEDIGREE: _("from data quality"),
    }[origin]


def matrix_title(matrix: Matrix, _: Translate) -> str:
    """What an edition of the pedigree matrix is called."""
    if matrix is EMPIRICAL:
        return _("newer matrix, from measurements (Ciroth et al. 2016)")
    return _("classic matrix (ecoinvent, first edition)")


_VARIED: list[tuple[Examined, str, tuple[Variation, ...]]] = []
"""The alternatives worked out last: of thousands of rows they take seconds, in every language the same ones."""


def variations_of(examined: Examined, matrix: Matrix) -> tuple[Variation, ...]:
    """What else the figure could have been, worked out once for page, preview and report."""
    for known, matrix_id, found in _VARIED:
        if known is examined and matrix_id == matrix.id:
            return found
    study, library, rules = examined.study, examined.library, examined.rules
    made = tuple(sensitivity(study, library, rules, examined.result.as_of, matrix))
    _VARIED[:] = [(examined, matrix.id, made)]
    return made
