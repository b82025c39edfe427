"""What the materials page says beside its table: whether the parts weigh what the product weighs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.engine.carbon import in_product
from supplier_pcf.engine.declared_unit import unit_kg


@dataclass(frozen=True, slots=True, kw_only=True)
class MassCheck:
    """Net masses in kg of one piece: counted, left out, the product; None where it is not known."""

    counted: float
    left_out: float
    product: float | None
    without_mass: int
    """Rows in the product that have no mass yet; the sums are too low by these."""

    @property
    def gap(self) -> float | None:
        """kg of the product that no row explains; negative where the rows weigh more."""
        if self.product is None or self.without_mass:
            return None
        return self.product - self.counted - self.left_out


def mass_check(study: Study) -> MassCheck:
    """The net masses of the materials against the mass of the product."""
    amounts = Amounts(study)
    counted, missing = _sum(amounts, (m for m in study.materials if in_product(m, amounts)))
    parents = {m.parent_id for m in study.materials}
    out = [
        m
        for m in study.materials
        if m.exclusion is not None
        and m.id not in parents
        and in_product(replace(m, exclusion=None), amounts)
    ]
    left_out, missing_too = _sum(amounts, out)
    return MassCheck(
        counted=counted,
        left_out=left_out,
        product=unit_kg(study),
        without_mass=missing + missing_too,
    )


def _sum(amounts: Amounts, materials: Iterable[Material]) -> tuple[float, int]:
    masses = [amounts.net_mass(m) for m in materials]
    known = [kg for kg in masses if kg is not None]
    return math.fsum(known), len(masses) - len(known)
