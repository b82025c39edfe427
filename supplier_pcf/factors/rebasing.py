"""Re-basing: the electricity inside a factor taken from another grid.

new = old - kWh x old grid + kWh x new grid, bucket by bucket.
"""

from __future__ import annotations

from dataclasses import replace

from supplier_pcf.domain.buckets import total
from supplier_pcf.domain.factor import EmissionFactor, Gases, Provenance
from supplier_pcf.domain.gwp import GWP100, from_gases, on
from supplier_pcf.domain.recipe import PartRole, Recipe, RecipeKind
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.factors.guards import FactorUse
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.making import (
    Findings,
    Made,
    Part,
    combined,
    free_id,
    part_of,
    summed_gases,
)

_GRID_OF_SET = {"us-lci-fy21q3": "epa-2025:egrid-2023-us"}
"""Sets whose figures were worked out with one grid; every row of the set says so in its note."""

_ROUNDING = 1e-3
"""Relative; published figures carry some four digits."""


def grid_inside(factor: EmissionFactor) -> str:
    """Id of the factor of the grid inside a factor; empty where it is not known."""
    if factor.grid_kwh is None:
        return ""
    return factor.grid_id or _GRID_OF_SET.get(factor.set_id, "")


def can_be_rebased(factor: EmissionFactor, library: FactorLibrary) -> bool:
    """Whether a factor states its electricity and the grid it came from is at hand."""
    return bool(factor.grid_kwh) and library.get(grid_inside(factor)) is not None


def rebase(
    factor: EmissionFactor, new_grid_id: str, library: FactorLibrary, taken: frozenset[str]
) -> Made:
    """The same factor with its electricity from another grid, or what stands in the way.

    The old grid is taken on the GWP values of the factor, as it was inside it. The place stays that
    of the process; only the power is of elsewhere. `taken` are ids that exist already.
    """
    said = Findings()
    old, new = _old_grid(factor, library, said), library.get(new_grid_id)
    if new is None:
        said.error("rebase.no_new_grid", "grid", id=new_grid_id)
    else:
        _judge_new(new, factor, said)
    if said.stop or old is None or new is None:
        return Made(findings=tuple(said.found))
    parts = _parts(factor, old, new)
    if _too_much_electricity(parts):
        said.error("rebase.more_than_inside", "factor", factor=factor.name, grid=old.name)
        return Made(findings=tuple(said.found))
    return Made(factor=_factor(factor, parts, taken), findings=tuple(said.found))


def _old_grid(
    factor: EmissionFactor, library: FactorLibrary, said: Findings
) -> EmissionFactor | None:
    title = factor.name or factor.id
    if not factor.grid_kwh:
        said.error("rebase.not_stated", "factor", factor=title)
        return None
    old = library.get(grid_inside(factor))
    if old is None:
        said.error("rebase.old_grid_unknown", "factor", factor=title)
        return None
    return on(old, factor.gwp_set) or old


def _judge_new(new: EmissionFactor, factor: EmissionFactor, said: Findings) -> None:
    if dimension_of(new.unit) is not Dimension.ENERGY:
        said.error("rebase.not_a_grid", "grid", grid=new.name or new.id, unit=new.unit)
        return
    said.uses(new, FactorUse.ELECTRICITY, "grid", factor.name or factor.id)
    if new.id == grid_inside(factor):
        said.error("rebase.same_grid", "grid", grid=new.name or new.id)


def _parts(factor: EmissionFactor, old: EmissionFactor, new: EmissionFactor) -> list[Part]:
    kwh = factor.grid_kwh or 0.0
    return [
        part_of(factor, PartRole.BASE, 1.0),
        part_of(old, PartRole.OLD_GRID, -kwh * ratio("kWh", old.unit)),
        part_of(new, PartRole.NEW_GRID, kwh * ratio("kWh", new.unit)),
    ]


def _too_much_electricity(parts: list[Part]) -> bool:
    """Whether the old grid's electricity weighs more than the whole figure, bucket by bucket."""
    base, old = (part.buckets.times(part.amount) for part, _ in parts[:2])
    rest = total((base, old))
    emitted = (rest.fossil, rest.biogenic_non_co2, rest.land_use_change, rest.aircraft)
    return min(emitted) < -_ROUNDING * abs(base.excluding_uptake)


def _factor(base: EmissionFactor, parts: list[Part], taken: frozenset[str]) -> EmissionFactor:
    new = parts[2][1]
    name = f"{base.name} [{' '.join(filter(None, (new.place, str(new.year_to or ''))))}]"
    fields = combined(parts) | {
        "gases": _gases(base, parts),
        "primary_share": base.primary_share,
        "includes_forming": base.includes_forming,
        "sigma_ln": base.sigma_ln,
        "sigma_origin": base.sigma_origin,
    }
    return replace(
        base,
        id=free_id(fields["layer"], name, taken),
        version=1,
        name=name,
        name_zh="",
        name_de="",
        provenance=Provenance.COMPUTED,
        grid_id=new.id,
        recipe=Recipe(kind=RecipeKind.REBASED, parts=tuple(part for part, _ in parts)),
        **fields,
    )


def _gases(base: EmissionFactor, parts: list[Part]) -> Gases | None:
    """The masses of gas stay where the electricity is not among them; else they move with the figure."""
    if base.gases is None or base.gwp_set not in GWP100:
        return None
    told = from_gases(base, base.gwp_set)
    inside = -parts[1][0].kg_co2e
    if told is not None and told.rest >= inside * (1 - _ROUNDING):
        return base.gases
    return summed_gases(parts)
