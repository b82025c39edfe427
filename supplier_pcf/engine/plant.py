"""One plant, all its products: every amount shared among what it made (ISO 14067 clause 6.4.6; STANDARDS D.2)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis
from supplier_pcf.domain.plant import PlantFlow, is_of_plant, plant_flows
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.units import Dimension, dimension_of, ratio
from supplier_pcf.engine.lines import Lines
from supplier_pcf.engine.result import FlowResult, NotCounted
from supplier_pcf.engine.sharing import PLANT_BASES, plant_shares
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.rules import RuleSet

Shares = tuple[float | None, ...]
"""One share of a plant's amount for every product in order; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantUse:
    """One amount of the plant for the period, before it is shared, and how it is."""

    id: str
    name: str
    kind: str
    basis: AllocationBasis
    amount: float | None
    """In `unit`, less what does not belong to production."""
    unit: str
    kwh: float
    """Of it electricity, kWh."""
    kg_co2e: float | None
    """Of the whole amount; None where it cannot be counted, for `reason`."""
    reason: NotCounted | None
    shares: Shares

    @property
    def rest(self) -> float | None:
        """The share that no product of the list carries; None where one of them is not known."""
        known = [s for s in self.shares if s is not None]
        return 1.0 - math.fsum(known) if len(known) == len(self.shares) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantProduct:
    """What one product of the plant carries, for one unit of it."""

    output: PlantOutput
    share: float | None
    """Of the plant's kg CO2e."""
    kwh: float | None
    """Electricity, kWh per unit; None where a share or the number made is not known."""
    kg_co2e: float | None
    """kg CO2e per unit of energy and gases of the plant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantTable:
    """One site with every amount it used and every product it made."""

    site: Site
    uses: tuple[PlantUse, ...]
    products: tuple[PlantProduct, ...]

    @property
    def kg_co2e(self) -> float:
        """Of all that could be counted, in the period."""
        return math.fsum(u.kg_co2e for u in self.uses if u.kg_co2e is not None)

    @property
    def rest_kg(self) -> float | None:
        """kg CO2e that no product of the list carries; None where a share is not known."""
        rests = [(u.rest, u.kg_co2e) for u in self.uses if u.kg_co2e is not None]
        known = [rest * kg for rest, kg in rests if rest is not None]
        return math.fsum(known) if len(known) == len(rests) else None


def whole_plant(study: Study) -> Study:
    """A study in which one "product" carries the plant's whole amounts, so that a line is an amount."""
    facts: dict[str, Any] = {
        "basis": Basis.PER_PERIOD,
        "allocation": Allocation(basis=AllocationBasis.ALL),
    }
    return Study(
        id=study.id,
        rule_set=study.rule_set,
        sites=study.sites,
        meters=study.meters,
        period=study.period,
        factors=study.factors,
        product=Product(volume=1.0),
        declared_unit=DeclaredUnit(),
        energy_uses=tuple(replace(u, **facts) for u in study.energy_uses if is_of_plant(u)),
        direct_emissions=tuple(
            replace(g, **facts) for g in study.direct_emissions if is_of_plant(g)
        ),
    )


def plant_tables(
    study: Study, library: FactorLibrary, rules: RuleSet, as_of: date
) -> tuple[PlantTable, ...]:
    """Every site of the study with what it used and what of it every product carries."""
    run = Lines(whole_plant(study), library, rules, as_of)
    lines = {line.id: line for line in run.lines()}
    flows = plant_flows(study)
    tables = []
    for site in study.sites:
        kept = _Shares(site.outputs)
        here = [(f, _allocation(f, study)) for f in flows]
        uses = tuple(
            _use(run, flow, by, lines[flow.id], kept)
            for flow, by in here
            if study.site(by.site_id or flow.site_id) is site
        )
        tables.append(PlantTable(site=site, uses=uses, products=_products(site, uses)))
    return tuple(tables)


class _Shares:
    """The shares of all products on every basis, each worked out once."""

    def __init__(self, outputs: Sequence[PlantOutput]) -> None:
        self._outputs = outputs
        self._known: dict[AllocationBasis, Shares] = {}

    def by(self, allocation: Allocation) -> Shares:
        basis = allocation.basis
        if basis in PLANT_BASES:
            if basis not in self._known:
                found = plant_shares(self._outputs, basis)
                self._known[basis] = (None,) * len(self._outputs) if found is None else found
            return self._known[basis]
        own = 1.0 if basis is AllocationBasis.ALL else allocation.share
        others = 0.0 if own == 1 else None
        return tuple(own if o.is_this_product else others for o in self._outputs)


def _allocation(flow: PlantFlow, study: Study) -> Allocation:
    """How it is shared: a part of a use of power as that use itself."""
    part_of = flow.part_of if isinstance(flow, EnergyUse) else None
    whole = next((u for u in study.energy_uses if u.id == part_of), None) if part_of else None
    return (flow if whole is None else whole).allocation or Allocation()


def _use(run: Lines, flow: PlantFlow, by: Allocation, line: FlowResult, kept: _Shares) -> PlantUse:
    amount = run.amounts.per_unit(flow_of(run, flow))
    value, unit = (None, "") if isinstance(amount, NotCounted) else amount
    is_power = isinstance(flow, EnergyUse) and flow.carrier is Carrier.ELECTRICITY
    is_energy = is_power and dimension_of(unit) is Dimension.ENERGY and line.reason is None
    return PlantUse(
        id=flow.id,
        name=flow.name,
        kind=line.kind,
        basis=by.basis,
        amount=value,
        unit=unit,
        kwh=(value or 0.0) * ratio(unit, "kWh") if is_energy else 0.0,
        kg_co2e=line.kg_co2e if line.counted else None,
        reason=line.reason,
        shares=kept.by(by),
    )


def flow_of(run: Lines, flow: PlantFlow) -> PlantFlow:
    """The same flow as the run of the whole plant has it."""
    return next(f for f in plant_flows(run.study) if f.id == flow.id)


def _products(site: Site, uses: Sequence[PlantUse]) -> tuple[PlantProduct, ...]:
    counted = [u for u in uses if u.kg_co2e is not None]
    is_whole = all(u.kg_co2e is not None or _is_told(u) for u in uses)
    whole = math.fsum(u.kg_co2e or 0.0 for u in counted)
    found = []
    for number, output in enumerate(site.outputs):
        kg = _summed(number, [(u, u.kg_co2e or 0.0) for u in counted]) if is_whole else None
        kwh = _summed(number, [(u, u.kwh) for u in uses if u.kwh])
        units = output.units if output.units is not None and output.units > 0 else None
        found.append(
            PlantProduct(
                output=output,
                share=kg / whole if kg is not None and whole else None,
                kwh=None if kwh is None or units is None else kwh / units,
                kg_co2e=None if kg is None or units is None else kg / units,
            )
        )
    return tuple(found)


def _is_told(use: PlantUse) -> bool:
    """Whether a missing number is right: left out, or held by another row."""
    return use.reason in (NotCounted.EXCLUDED, NotCounted.INCLUDED)


def _summed(number: int, amounts: Sequence[tuple[PlantUse, float]]) -> float | None:
    parts = [(use.shares[number], amount) for use, amount in amounts]
    known = [share * amount for share, amount in parts if share is not None]
    return math.fsum(known) if len(known) == len(parts) else None
