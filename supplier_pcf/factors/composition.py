"""The composition builder: an alloy or compound from shares of factors and the energy of making it.

Figure per kg of product = sum of (share / yield x factor) + sum of (energy per kg x its factor).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from supplier_pcf.domain.factor import (
    Boundary,
    EmissionFactor,
    Layer,
    Provenance,
    RowType,
    ScrapConvention,
)
from supplier_pcf.domain.places import kind
from supplier_pcf.domain.recipe import PartRole, Recipe, RecipeKind
from supplier_pcf.domain.units import Dimension, UnitMismatch, dimension_of, ratio
from supplier_pcf.factors.guards import FactorUse
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.making import Findings, Made, Part, combined, free_id, part_of, summed

TOLERANCE = 0.001
"""How far from 100 % the shares may sum up, as a part of one: standards print alloys rounded."""

_FLOAT = 1e-12
"""What adding up tenths costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """So much of a factor per kg of product, 0 to 1; None: not entered yet."""

    factor_id: str
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingEnergy:
    """Electricity or heat for one kg of product."""

    factor_id: str
    amount: float | None = None
    unit: str = "kWh"
    is_heat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What is known of an alloy or compound so far."""

    name: str = ""
    components: tuple[Component, ...] = ()
    energies: tuple[ProcessingEnergy, ...] = ()
    material_yield: float = 1.0
    """kg of product from one kg of components, above 0 to 1."""
    place: str = ""
    """Where it is made."""
    publisher: str = ""
    document: str = ""
    """Where the shares stand: a standard, a data sheet, a letter."""
    url: str = ""
    year_to: int | None = None
    """Empty: the year of the oldest part."""
    category: str = "material"
    note: str = ""

    @property
    def sum_of_shares(self) -> float:
        """What the shares entered so far sum up to."""
        return math.fsum(c.share for c in self.components if c.share is not None)


def compose(made_of: Composition, library: FactorLibrary, taken: frozenset[str]) -> Made:
    """The factor per kg of an alloy or compound, or what stands in its way.

    The shares are used as entered, never scaled to 100 %. `taken` are ids that exist already.
    """
    said = Findings()
    _facts(made_of, said)
    parts = [*_components(made_of, library, said), *_energies(made_of, library, said)]
    if said.stop:
        return Made(findings=tuple(said.found))
    return Made(factor=_factor(made_of, parts, taken), findings=tuple(said.found))


def _facts(made_of: Composition, said: Findings) -> None:
    if not made_of.name.strip():
        said.error("composition.no_name", "name")
    if kind(made_of.place) == "unknown":
        said.error("composition.no_place", "place")
    if not made_of.document.strip():
        said.error("composition.no_source", "document")
    if not made_of.components:
        said.error("composition.empty", "components")
    if not 0 < made_of.material_yield <= 1:
        said.error("composition.yield", "material_yield", value=f"{made_of.material_yield:g}")
    shares = [component.share for component in made_of.components]
    if shares and None not in shares and all(map(_is_share, shares)):
        off = abs(made_of.sum_of_shares - 1)
        if off > TOLERANCE + _FLOAT:
            percent = f"{100 * made_of.sum_of_shares:.6g}"
            said.error("composition.sum", "components", sum=percent, tolerance=100 * TOLERANCE)


def _is_share(value: float | None) -> bool:
    return value is not None and 0 <= value <= 1


def _components(made_of: Composition, library: FactorLibrary, said: Findings) -> Iterator[Part]:
    for number, component in enumerate(made_of.components):
        where = f"components/{number}"
        factor = library.get(component.factor_id)
        if factor is None:
            said.error("composition.unknown_part", where, id=component.factor_id)
            continue
        _judge_component(factor, component, where, made_of.name, said)
        if said.stop or component.share is None:
            continue
        amount = component.share / made_of.material_yield * ratio("kg", factor.unit)
        yield part_of(factor, PartRole.COMPONENT, amount, component.share)


def _judge_component(
    factor: EmissionFactor, component: Component, where: str, name: str, said: Findings
) -> None:
    title = factor.name or factor.id
    if dimension_of(factor.unit) is not Dimension.MASS:
        said.error("composition.not_mass", where, factor=title, unit=factor.unit)
    elif factor.row_type is RowType.SPEND:
        said.error("factor.spend_only", where, factor=title, name=name)
    else:
        said.uses(factor, FactorUse.MATERIAL, where, name)
    if component.share is None:
        said.error("composition.share_missing", where, factor=title)
    elif not _is_share(component.share):
        said.error("composition.share_bad", where, factor=title, value=f"{100 * component.share:g}")


def _energies(made_of: Composition, library: FactorLibrary, said: Findings) -> Iterator[Part]:
    for number, energy in enumerate(made_of.energies):
        where = f"energies/{number}"
        factor = library.get(energy.factor_id)
        if factor is None:
            said.error("composition.unknown_part", where, id=energy.factor_id)
            continue
        use = FactorUse.HEAT if energy.is_heat else FactorUse.ELECTRICITY
        said.uses(factor, use, where, made_of.name)
        title = factor.name or factor.id
        if energy.amount is None or not 0 <= energy.amount < math.inf:
            said.error("composition.amount_bad", where, factor=title)
            continue
        try:
            amount = energy.amount * ratio(energy.unit, factor.unit)
        except UnitMismatch:
            said.error(
                "composition.energy_unit", where, factor=title, unit=energy.unit, per=factor.unit
            )
            continue
        role = PartRole.HEAT if energy.is_heat else PartRole.ELECTRICITY
        yield part_of(factor, role, amount)


def _factor(made_of: Composition, parts: list[Part], taken: frozenset[str]) -> EmissionFactor:
    fields = combined(parts)
    materials = [factor for part, factor in parts if part.role is PartRole.COMPONENT]
    layer: Layer = fields["layer"]
    factor = EmissionFactor(
        id=free_id(layer, made_of.name, taken),
        name=made_of.name.strip(),
        unit="kg",
        category=made_of.category,
        boundary=Boundary.CRADLE_TO_GATE,
        place=made_of.place,
        publisher=made_of.publisher,
        document=made_of.document,
        url=made_of.url,
        note=made_of.note,
        scrap_convention=_scrap(materials),
        provenance=Provenance.COMPUTED,
        grid_kwh=_grid_kwh(parts),
        grid_id=_grid_id(parts),
        recipe=Recipe(
            kind=RecipeKind.COMPOSITION,
            parts=tuple(part for part, _ in parts),
            material_yield=made_of.material_yield,
        ),
        **fields,
    )
    return replace(factor, year_to=made_of.year_to) if made_of.year_to else factor


def _scrap(materials: list[EmissionFactor]) -> ScrapConvention:
    """A credit in one part is a credit in the whole."""
    rules = {factor.scrap_convention for factor in materials}
    if ScrapConvention.CREDITED in rules:
        return ScrapConvention.CREDITED
    return rules.pop() if len(rules) == 1 else ScrapConvention.NOT_STATED


def _grid_kwh(parts: list[Part]) -> float | None:
    """Electricity inside, where all parts state theirs; that of the processing is its own amount."""
    bought = [part.amount * ratio(part.unit, "kWh") for part, _ in _power(parts)]
    inside = [p for p in parts if p[0].role is not PartRole.ELECTRICITY]
    stated = summed(inside, lambda factor: factor.grid_kwh)
    return None if stated is None else stated + math.fsum(bought)


def _grid_id(parts: list[Part]) -> str:
    """The one grid behind all electricity inside; nothing where there are several."""
    if _grid_kwh(parts) is None:
        return ""
    inside = {factor.grid_id for part, factor in parts if part.role is not PartRole.ELECTRICITY}
    grids = {factor.id for _, factor in _power(parts)} | inside
    return grids.pop() if len(grids) == 1 else ""


def _power(parts: list[Part]) -> list[Part]:
    return [part for part in parts if part[0].role is PartRole.ELECTRICITY]
