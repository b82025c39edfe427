"""The pedigree of a number as a spread: a basic one, widened by how good the data is (STANDARDS D.13).

Factors are squared geometric standard deviations, from the pedigree matrix of ecoinvent in its first form and from
Ciroth et al. (2016); sigma = sqrt(ln2(U_basic) + sum of ln2(U_indicator)) / 2.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Indicator(StrEnum):
    """What the matrix looks at, each from 1 (best) to 5."""

    RELIABILITY = "reliability"
    COMPLETENESS = "completeness"
    TIME = "time"
    GEOGRAPHY = "geography"
    TECHNOLOGY = "technology"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One edition of the matrix: five factors for each indicator."""

    id: str
    source: str
    factors: Mapping[Indicator, Sequence[float]]


CLASSIC = Matrix(
    id="classic",
    source="ecoinvent data quality guideline, first matrix (Weidema and Wesnaes; Frischknecht et al.)",
    factors={
        Indicator.RELIABILITY: (1.0, 1.05, 1.1, 1.2, 1.5),
        Indicator.COMPLETENESS: (1.0, 1.02, 1.05, 1.1, 1.2),
        Indicator.TIME: (1.0, 1.03, 1.1, 1.2, 1.5),
        Indicator.GEOGRAPHY: (1.0, 1.01, 1.02, 1.02, 1.1),
        Indicator.TECHNOLOGY: (1.0, 1.05, 1.2, 1.5, 2.0),
    },
)
EMPIRICAL = Matrix(
    id="empirical",
    source="Ciroth et al., empirically based uncertainty factors for the pedigree matrix (2016)",
    factors={
        Indicator.RELIABILITY: (1.0, 1.54, 1.61, 1.69, 1.69),
        Indicator.COMPLETENESS: (1.0, 1.03, 1.04, 1.08, 1.08),
        Indicator.TIME: (1.0, 1.03, 1.1, 1.19, 1.29),
        Indicator.GEOGRAPHY: (1.0, 1.04, 1.08, 1.11, 1.11),
        Indicator.TECHNOLOGY: (1.0, 1.18, 1.65, 2.08, 2.8),
    },
)
MATRICES = (CLASSIC, EMPIRICAL)

BASIC = 1.05
"""Energy, materials, electricity, waste treatment, CO2."""
BASIC_TRANSPORT = 2.0
BASIC_OTHER_GASES = 1.5
"""CH4 and N2O of combustion."""


def factor_for(matrix: Matrix, indicator: Indicator, score: float) -> float:
    """The factor of a score; one between two whole scores lies between their factors on the log scale."""
    row = matrix.factors[indicator]
    at = min(max(score, 1.0), 5.0) - 1
    low = int(at)
    high = min(low + 1, len(row) - 1)
    part = at - low
    return math.exp((1 - part) * math.log(row[low]) + part * math.log(row[high]))


def sigma_of(basic: float, widened_by: Sequence[float]) -> float:
    """sigma_ln of a number from its basic factor and those of its indicators, each a squared GSD."""
    return math.sqrt(math.fsum(math.log(u) ** 2 for u in (basic, *widened_by))) / 2


def sigma_by_scores(basic: float, scores: Mapping[Indicator, float], matrix: Matrix) -> float:
    """The same from scores of 1 to 5; an indicator that is not given widens nothing."""
    return sigma_of(basic, [factor_for(matrix, name, score) for name, score in scores.items()])
