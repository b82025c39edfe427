"""The buckets in which every kg CO2e is kept apart: ISO 14067 clause 7.2, FORMATS of PACT and Catena-X."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

CO2_PER_CARBON = 44 / 12
"""kg CO2 per kg of carbon, as the exchange formats round the molar masses (PACT 3, Catena-X v4)."""


class Buckets(NamedTuple):
    """Emissions and removals in kg CO2e; uptakes and removals are zero or negative.

    A tuple, since the engine makes one for every flow.
    """

    fossil: float = 0.0
    biogenic_non_co2: float = 0.0
    land_use_change: float = 0.0
    land_management: float = 0.0
    land_removals: float = 0.0
    aircraft: float = 0.0
    uptake_product: float = 0.0
    uptake_packaging: float = 0.0

    @property
    def excluding_uptake(self) -> float:
        """All but the biogenic uptake (PACT 3 pcfExcludingBiogenicUptake, Catena-X T2)."""
        return math.fsum(self[:_EMISSIONS])

    @property
    def including_uptake(self) -> float:
        """With the uptake of the product (PACT 3 pcfIncludingBiogenicUptake)."""
        return math.fsum(self[: _EMISSIONS + 1])

    @property
    def absolute_excluding_uptake(self) -> float:
        """The weight of this line in shares and ratings: absolute values, without uptake."""
        if self[1:_EMISSIONS] == _NO_OTHERS:
            return abs(self[0])
        return math.fsum(map(abs, self[:_EMISSIONS]))

    @property
    def absolute_including_uptake(self) -> float:
        """The same weight with the uptake of the product (Catena-X v4, 7.2.4)."""
        return math.fsum(map(abs, self[: _EMISSIONS + 1]))

    def times(self, amount: float) -> Buckets:
        """Every bucket multiplied by the same number."""
        if self[1:] == _NOTHING_ELSE:
            return _BUCKETS(Buckets, (self[0] * amount, *_NOTHING_ELSE))
        return Buckets._make([value * amount for value in self])


_EMISSIONS = 6
"""How many of the buckets are emissions and removals; the uptakes come after them."""

_NOTHING_ELSE = (0.0,) * 7
"""All but the fossil bucket empty, as in most factors: worth a shortcut."""

_NO_OTHERS = _NOTHING_ELSE[: _EMISSIONS - 1]
"""No emissions but the fossil ones."""

_BUCKETS = tuple.__new__
"""A tuple from eight numbers without a look at their names."""

ZERO = Buckets()


def total(parts: Iterable[Buckets]) -> Buckets:
    """The sum of many, bucket by bucket, with one rounding each."""
    columns = tuple(zip(*parts, strict=True))
    return Buckets(*map(math.fsum, columns)) if columns else ZERO
