"""Levels and losses of the bill of materials: how many of a line, and how much goes in for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.units import UnitMismatch
from supplier_pcf.engine.result import NotCounted


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: how many of it go into one product, and why it is not counted itself."""

    quantity: float
    not_counted: NotCounted | None = None


_CIRCULAR = Place(0.0, NotCounted.CIRCULAR)
_ALONE = Place(1.0)


def places(materials: Sequence[Material]) -> dict[str, Place]:
    """The place of every line by its id.

    Only leaves are counted; a parent with its own factor or an exclusion closes its branch; a parent
    that does not exist counts as none.
    """
    by_id = {m.id: m for m in materials}
    parents = {m.parent_id for m in materials if m.parent_id and m.parent_id in by_id}
    found: dict[str, Place] = {}
    for material in materials:
        if material.parent_id is None and material.id not in parents:
            found[material.id] = (
                _ALONE if material.quantity_per is None else Place(material.quantity_per)
            )
        else:
            found[material.id] = _place(material, by_id, parents)
    return found


def _place(material: Material, by_id: dict[str, Material], parents: set[str]) -> Place:
    quantity, closed = 1.0, False
    seen: set[str] = set()
    line: Material | None = material
    while line is not None:
        if line.id in seen:
            return _CIRCULAR
        seen.add(line.id)
        quantity *= 1.0 if line.quantity_per is None else line.quantity_per
        line = by_id.get(line.parent_id) if line.parent_id else None
        closed = closed or (line is not None and closes_branch(line))
    if closed:
        return Place(quantity, NotCounted.CLOSED_BY_PARENT)
    if material.id in parents and not closes_branch(material):
        return Place(quantity, NotCounted.ASSEMBLY)
    return Place(quantity)


def closes_branch(material: Material) -> bool:
    """Whether this line stands for all below it."""
    return material.factor_id is not None or material.exclusion is not None


def losses(steps: Sequence[ProcessStep]) -> dict[str | None, float]:
    """What of an input ends in good pieces, by the step where it enters; None is the first step.

    m_good = m_in x y x (1 - r), multiplied over this step and all after it (STANDARDS D.1).
    """
    kept: dict[str | None, float] = {}
    product = 1.0
    for step in reversed(steps):
        good = 1.0 if step.reject_share is None else 1.0 - step.reject_share
        product *= good * (1.0 if step.material_yield is None else step.material_yield)
        kept[step.id] = product
    kept[None] = product
    return kept


def steps_from(steps: Sequence[ProcessStep], enters_at: str | None) -> tuple[ProcessStep, ...]:
    """The steps a material passes, in order: all of them where its own is not among them."""
    first = next((n for n, step in enumerate(steps) if step.id == enters_at), 0)
    return tuple(steps[first:])


def without_returned(material: Material, gross: tuple[float, str]) -> tuple[float, str]:
    """m_in = m_gross - m_back, never below what stays in the product (STANDARDS D.1).

    What is fed back in a unit of another kind changes nothing; a finding says so.
    """
    if material.returned is None:
        return gross
    try:
        back = material.returned.to(gross[1])
        net = gross[0] if material.amount is None else material.amount.to(gross[1])
    except UnitMismatch:
        return gross
    return max(gross[0] - max(back, 0.0), min(net, gross[0])), gross[1]


def depths(materials: Sequence[Material]) -> dict[str, int]:
    """How many assemblies stand above every line; 0 for a line at the top or in a circle."""
    parents = {m.id: m.parent_id for m in materials}
    found: dict[str, int] = {}
    for material in materials:
        seen, above = {material.id}, material.parent_id
        while above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        found[material.id] = 0 if above in seen else len(seen) - 1
    return found
