"""Where the power of a supply comes from, block by block, and what a user can do about it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.plant import energy_use, fresh_id
from supplier_pcf.app.session import Session
from supplier_pcf.checks.power_decision import Decision, PowerKind, decide, fits, is_tracked
from supplier_pcf.domain.edits import add_flows, as_block, set_flow, set_meters
from supplier_pcf.domain.energy import (
    Carrier,
    Criterion,
    CriterionProof,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import Boundary, EmissionFactor, Layer, RowType
from supplier_pcf.domain.flows import ChosenBy, Origin
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.site import Meter, Site
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, Quantity, dimension_of
from supplier_pcf.engine.electricity import (
    CONTRACTS,
    OWN_SOURCES,
    blocks_of,
    is_power,
    supply_of,
)
from supplier_pcf.engine.result import PowerResult

CONTRACT_SOURCES = (*CONTRACTS, ElectricitySource.SUPPLIER_MIX)
"""Kinds of contracts the five criteria are asked for."""

__all__ = ["CONTRACT_SOURCES", "OWN_SOURCES", "BlockView", "PowerView", "is_power", "supply_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """One block of power: how much it is, what it counts as, and whether its factor is of that kind."""

    id: str
    name: str
    source: ElectricitySource
    is_rest: bool
    """The supply itself, of which only the rest is left."""
    is_beside: bool
    """Own power with a meter of its own, not on the meter of the supply."""
    amount: Quantity | None
    """In the period, in the unit it was entered in."""
    share: float | None
    """Of all power of the supply and beside it, 0 to 1."""
    factor_id: str | None
    factor_name: str
    factor_kg: float | None
    """kg CO2e per `factor_unit`, with all that is added to it."""
    factor_unit: str
    kg_co2e: float | None
    """Per declared unit."""
    decision: Decision
    fits: bool | None
    """Whether the factor is of the kind asked for; None: it does not say what it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerView:
    """All power of a supply, what is beside it, and both results."""

    supply_id: str
    blocks: tuple[BlockView, ...]
    """The contracts, then the rest of the meter, then own power beside it."""
    result: PowerResult
    unit: DeclaredUnit
    site: Site | None
    is_tracked: bool | None
    location_factor: str
    """Name of the average mix the location-based result is made with; empty: there is none."""

    @property
    def rest(self) -> BlockView:
        """The supply itself."""
        return next(block for block in self.blocks if block.is_rest)

    def shares(self, *kinds: PowerKind) -> float | None:
        """The share of the power that counts as one of these kinds; None where an amount is missing."""
        found = [block.share for block in self.blocks if block.decision.kind in kinds]
        known = [share for share in found if share is not None]
        return math.fsum(known) if len(known) == len(found) else None


def power_of(study: Study, use_id: str, before: str) -> str:
    """The use of power to show: the one that is selected, else the one before, else the first; empty: none."""
    power = [use.id for use in study.energy_uses if is_power(use)]
    wanted = (i for i in (use_id, before) if i in power)
    return next(wanted, power[0] if power else "")


def power_view(done: Calculated, use_id: str) -> PowerView | None:
    """The power of the supply a use belongs to; nothing for other energy."""
    study = done.study
    use = energy_use(study, use_id)
    if use is None or not is_power(use):
        return None
    supply = _main(study, supply_of(study, use))
    rows = [*blocks_of(study, supply.id), supply, *_beside(study, supply)]
    amounts = [_amount(done, row) for row in rows]
    shares = _shares(done, amounts)
    result = done.result.power
    mixes = {line.id: line.factor_id for line in result.lines}
    mix = done.examined.factor(mixes.get(supply.id))
    site = study.site(supply.site_id)
    declared = study.declared_unit
    return PowerView(
        supply_id=supply.id,
        blocks=tuple(
            _block(done, row, supply, amount, share)
            for row, amount, share in zip(rows, amounts, shares, strict=True)
        ),
        result=result,
        unit=declared,
        site=site,
        is_tracked=is_tracked(site),
        location_factor=mix.name or mix.id if mix else "",
    )


def _main(study: Study, supply: EnergyUse) -> EnergyUse:
    """The supply that own power stands beside; the first from the grid at its site."""
    if supply.source not in OWN_SOURCES:
        return supply
    heads = (u for u in study.energy_uses if is_power(u) and u.source not in OWN_SOURCES)
    site = study.site(supply.site_id)
    at_site = (u for u in heads if supply_of(study, u) is u and study.site(u.site_id) == site)
    return next(at_site, supply)


def _beside(study: Study, supply: EnergyUse) -> list[EnergyUse]:
    """Own power of the same site that is not on the meter of the supply."""
    if supply.source in OWN_SOURCES:
        return []
    return [
        use
        for use in study.energy_uses
        if is_power(use)
        and use.id != supply.id
        and use.source in OWN_SOURCES
        and supply_of(study, use) is use
        and study.site(use.site_id) == study.site(supply.site_id)
    ]


def _amount(done: Calculated, use: EnergyUse) -> Quantity | None:
    found = done.examined.amounts.before_sharing(use)
    return Quantity(*found) if isinstance(found, tuple) else None


def _shares(done: Calculated, amounts: list[Quantity | None]) -> list[float | None]:
    """Each amount over their sum; None where it is not known or nothing is used."""
    kwh = [
        None if amount is None else done.examined.in_unit((amount.value, amount.unit), "kWh")
        for amount in amounts
    ]
    whole = math.fsum(value for value in kwh if value is not None)
    return [None if value is None or whole <= 0 else value / whole for value in kwh]


def _block(
    done: Calculated,
    use: EnergyUse,
    supply: EnergyUse,
    amount: Quantity | None,
    share: float | None,
) -> BlockView:
    examined = done.examined
    line = next(line for line in done.result.flows if line.id == use.id)
    factor = examined.factor(use.factor_id)
    decision = decide(use, done.study, examined.rules, examined.library)
    kg = line.power.buckets.excluding_uptake if line.power else factor.kg_co2e if factor else None
    return BlockView(
        id=use.id,
        name=use.name,
        source=use.source,
        is_rest=use is supply,
        is_beside=use is not supply and use.part_of is None,
        amount=amount,
        share=share,
        factor_id=use.factor_id,
        factor_name=factor.name or factor.id if factor else "",
        factor_kg=kg,
        factor_unit=factor.unit if factor else "",
        kg_co2e=line.kg_co2e if line.counted else None,
        decision=decision,
        fits=fits(decision.kind, factor) if factor else None,
    )


def add_contract(study: Study, supply_id: str, source: ElectricitySource, name: str = "") -> Study:
    """The same study with a contract for a part of a metered supply; how much it covers stays open."""
    supply = energy_use(study, supply_id)
    if supply is None:
        return study
    block = EnergyUse(
        id=fresh_id(study, "contract"),
        name=name,
        carrier=Carrier.ELECTRICITY,
        source=source,
        part_of=supply.id,
        origin=Origin.MEASURED,
    )
    return add_flows(study, "energy_uses", [as_block(block, supply)])


def add_own_power(study: Study, supply_id: str, name: str = "") -> Study:
    """The same study with own generation beside a supply: a meter of its own, shared as the supply is."""
    supply = energy_use(study, supply_id)
    if supply is None:
        return study
    meter = Meter(id=fresh_id(study, "meter-own-power"), site_id=supply.site_id, name=name)
    own = EnergyUse(
        id=fresh_id(study, f"use-{meter.id}"),
        name=name,
        carrier=Carrier.ELECTRICITY,
        source=ElectricitySource.ON_SITE,
        meter_id=meter.id,
        origin=Origin.MEASURED,
    )
    return add_flows(set_meters(study, [meter]), "energy_uses", [as_block(own, supply)])


def take_what_is_asked(study: Study, use_id: str, decision: Decision) -> Study:
    """The same study, with a use of power counted by the factors at hand for what the rules ask for."""
    use = energy_use(study, use_id)
    if use is None or not decision.factor_ids:
        return study
    main, *added = decision.factor_ids
    is_residual = decision.kind is PowerKind.RESIDUAL and use.source is ElectricitySource.GRID
    return set_flow(
        study,
        replace(
            use,
            factor_id=main,
            factor_chosen_by=ChosenBy.USER,
            added_factor_ids=tuple(added),
            loss_share=None if added else use.loss_share,
            source=ElectricitySource.RESIDUAL if is_residual else use.source,
        ),
    )


def answer(use: EnergyUse, criterion: Criterion, met: bool | None) -> EnergyUse:
    """The same use with one of the five criteria answered, or open again."""
    proof = use.proof or InstrumentProof()
    changes = {criterion.value: met}
    return replace(use, proof=replace(proof, **changes))  # type: ignore[arg-type]


def files_of(use: EnergyUse, criterion: Criterion) -> tuple[str, ...]:
    """The ids of the documents behind a criterion."""
    proof = use.proof or InstrumentProof()
    return next((p.evidence for p in proof.criteria if p.criterion is criterion), ())


def prove(use: EnergyUse, criterion: Criterion, evidence_id: str) -> EnergyUse:
    """The same use with one more document behind a criterion."""
    return _with_files(use, criterion, (*files_of(use, criterion), evidence_id))


def unprove(use: EnergyUse, criterion: Criterion, evidence_id: str) -> EnergyUse:
    """The same use without a document behind a criterion; the document stays in the study."""
    left = tuple(i for i in files_of(use, criterion) if i != evidence_id)
    return _with_files(use, criterion, left)


def _with_files(use: EnergyUse, criterion: Criterion, files: tuple[str, ...]) -> EnergyUse:
    proof = use.proof or InstrumentProof()
    others = tuple(p for p in proof.criteria if p.criterion is not criterion)
    files = tuple(dict.fromkeys(files))
    new = (CriterionProof(criterion=criterion, evidence=files),) if files else ()
    return replace(use, proof=replace(proof, criteria=(*others, *new)))


def with_proof(use: EnergyUse, **changes: object) -> EnergyUse:
    """The same use with other answers about its proof: serials, certificates sold, documents."""
    return replace(use, proof=replace(use.proof or InstrumentProof(), **changes))  # type: ignore[arg-type]


def add_factor(use: EnergyUse, factor_id: str | None) -> EnergyUse:
    """The same use with one more factor for the same kilowatt hours."""
    if factor_id is None or factor_id in (use.factor_id, *use.added_factor_ids):
        return use
    return replace(use, added_factor_ids=(*use.added_factor_ids, factor_id))


def addable(session: Session, use: EnergyUse) -> tuple[EmissionFactor, ...]:
    """Factors of the grid or of upstream that can be added to a kilowatt hour, and the user's own per unit of energy.

    Those of the plant's country come first, the newest before older ones.
    """
    site = session.study.site(use.site_id)
    country = country_of(site.place) if site else ""
    found = [
        factor
        for factor in session.choice
        if dimension_of(factor.unit) is Dimension.ENERGY
        and factor.row_type is RowType.FACTOR
        and factor.id not in (use.factor_id, *use.added_factor_ids)
        and (factor.layer is not Layer.BUNDLED or _is_part(factor))
    ]
    found.sort(key=lambda f: (country_of(f.place) != country, -(f.year_to or 0), f.name))
    return tuple(found)


def _is_part(factor: EmissionFactor) -> bool:
    is_part = factor.boundary in (Boundary.GRID_ONLY, Boundary.UPSTREAM)
    return is_part and factor.category == "electricity"


def take_factor_away(use: EnergyUse, factor_id: str) -> EnergyUse:
    """The same use without one of its added factors."""
    left = tuple(i for i in use.added_factor_ids if i != factor_id)
    return replace(use, added_factor_ids=left)


def set_site_power(study: Study, site_id: str, **changes: object) -> Study:
    """The same study with other mixes of a site, or another answer on whether certificates trade there."""
    site = study.site(site_id)
    if site is None:
        return study
    changed = replace(site, **changes)  # type: ignore[arg-type]
    return replace(study, sites=tuple(changed if s is site else s for s in study.sites))
