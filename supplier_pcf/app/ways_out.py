"""Where no factor fits a row: the ways out, best first, each with whether it is open here and why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from supplier_pcf.app.choosing import Need, flow_of, need_in, words_in
from supplier_pcf.app.making import grids_of, is_mix
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.flows import CoProduct, Flow, Material, Packaging, Waste
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.guards import FITTING
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.rebasing import can_be_rebased, grid_inside
from supplier_pcf.factors.search import Asked, search_for
from supplier_pcf.words import Translate, same, sentence

_MOST = 8
_SEARCHED = 400


class Way(StrEnum):
    """What can be done, in the order it should be tried."""

    ASK_SUPPLIER = "ask_supplier"
    OWN_FACTOR = "own_factor"
    COMPOSITION = "composition"
    REBASE = "rebase"
    SPEND = "spend"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """One way: whether it is open for this row, why or why not, and which factors it could begin with."""

    way: Way
    is_open: bool
    code: str
    """Of the sentence that says what to do, or why it cannot be done here."""
    params: Mapping[str, str] = field(default_factory=dict)
    factors: tuple[EmissionFactor, ...] = ()
    """To exchange the grid in, or per money; best first."""
    grids: tuple[EmissionFactor, ...] = ()
    """To exchange with, that of the site first."""

    def text(self, translate: Translate = same) -> str:
        """The sentence."""
        return sentence(self.code, self.params, translate)


def ways_out(
    study: Study, flow_id: str, library: FactorLibrary, words: str = ""
) -> tuple[WayOut, ...]:
    """The five ways for a row, in order; `words` are what was searched for, else the row's own.

    Nothing for a row that is not there.
    """
    flow = flow_of(study, flow_id)
    if flow is None or isinstance(flow, CoProduct):
        return ()
    need = need_in(study, flow)
    found = _found(library, words or words_in(study, flow, library), need)
    return (
        _ask(flow, need),
        _way(Way.OWN_FACTOR, "", name=need.name),
        _composition(flow, need),
        _rebase(found, library, need),
        _spend(flow, found, need),
    )


def _way(way: Way, reason: str, **params: str) -> WayOut:
    """An open way where there is no reason against it."""
    code = f"way.{way.value}" + (f"_{reason}" if reason else "")
    return WayOut(way=way, is_open=not reason, code=code, params=params)


def _found(library: FactorLibrary, words: str, need: Need) -> list[EmissionFactor]:
    if not words.strip():
        return []
    asked = Asked(place=need.place, year=need.year)
    return [hit.factor for hit in search_for(library, words, asked, _SEARCHED)]


def _ask(flow: Flow, need: Need) -> WayOut:
    if isinstance(flow, DirectEmission):
        return _way(Way.ASK_SUPPLIER, "not_bought", name=need.name)
    if isinstance(flow, Waste):
        return _way(Way.ASK_SUPPLIER, "waste", name=need.name)
    supplier = flow.supplier.strip()
    if not supplier:
        return WayOut(
            way=Way.ASK_SUPPLIER,
            is_open=True,
            code="way.ask_supplier_unnamed",
            params={"name": need.name},
        )
    return _way(Way.ASK_SUPPLIER, "", name=need.name, supplier=supplier)


def _composition(flow: Flow, need: Need) -> WayOut:
    if not isinstance(flow, Material | Packaging):
        return _way(Way.COMPOSITION, "no_material", name=need.name)
    weighed = not need.units or any(dimension_of(u) is Dimension.MASS for u in need.units)
    return _way(Way.COMPOSITION, "" if weighed else "not_weighed", name=need.name)


def _rebase(found: list[EmissionFactor], library: FactorLibrary, need: Need) -> WayOut:
    fitting = [f for f in found if _may_be_used(f, need)]
    ready = [f for f in fitting if can_be_rebased(f, library)]
    if not ready:
        return _way(Way.REBASE, "not_stated" if fitting else "nothing_near", name=need.name)
    grids = [g for g in grids_of(library, need.place) if _is_of_site(g, need)]
    elsewhere = [f for f in ready if any(g.id != grid_inside(f) for g in grids)]
    if not elsewhere:
        return _way(Way.REBASE, "no_grid", name=need.name, place=need.place or "?")
    return WayOut(
        way=Way.REBASE,
        is_open=True,
        code="way.rebase",
        params={"name": need.name, "factor": elsewhere[0].name},
        factors=tuple(elsewhere[:_MOST]),
        grids=tuple(grids[:_MOST]),
    )


def _may_be_used(factor: EmissionFactor, need: Need) -> bool:
    measured = dimension_of(factor.unit)
    return (
        factor.row_type is RowType.FACTOR
        and factor.boundary in FITTING[need.use]
        and (not need.units or measured in {dimension_of(unit) for unit in need.units})
    )


def _is_of_site(grid: EmissionFactor, need: Need) -> bool:
    """Whether it is a mix of the country where the product is made."""
    is_there = bool(need.place) and country_of(grid.place) == country_of(need.place)
    return is_there and is_mix(grid)


def _spend(flow: Flow, found: list[EmissionFactor], need: Need) -> WayOut:
    if isinstance(flow, EnergyUse | DirectEmission | Waste):
        return _way(Way.SPEND, "not_bought", name=need.name)
    rows = [f for f in found if f.row_type is RowType.SPEND and f.boundary in FITTING[need.use]]
    if not rows:
        return _way(Way.SPEND, "nothing_near", name=need.name)
    return WayOut(
        way=Way.SPEND,
        is_open=True,
        code="way.spend",
        params={"name": need.name, "factor": rows[0].name, "spread": _spread(rows[0])},
        factors=tuple(rows[:_MOST]),
    )


def _spread(factor: EmissionFactor) -> str:
    """How far it may be off with 95 % likelihood, up and down: GSD to the power of 1.96, as a whole number."""
    return "?" if factor.gsd is None else f"{factor.gsd**1.96:.0f}"
