"""The plant of a study, apart from its product: what all products of the site and year have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_ids import factor_ids, site_factor_ids
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Flow
from supplier_pcf.domain.record import DeclaredUnit, Evidence
from supplier_pcf.domain.site import Meter, PlantOutput, Site
from supplier_pcf.domain.study import Period, Product, Study

PlantFlow = EnergyUse | DirectEmission
_FlowT = TypeVar("_FlowT", EnergyUse, DirectEmission)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Sites with what they made, their meters, energy and gases of the period, and the proofs of them."""

    period: Period = Period()
    sites: tuple[Site, ...] = ()
    meters: tuple[Meter, ...] = ()
    energy_uses: tuple[EnergyUse, ...] = ()
    direct_emissions: tuple[DirectEmission, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    factors: tuple[EmissionFactor, ...] = ()
    """Own factors that the plant's flows point to."""


def is_of_plant(flow: Flow) -> bool:
    """Whether an amount is the plant's for the period, not entered for one unit of the product."""
    if not isinstance(flow, EnergyUse | DirectEmission):
        return False
    is_metered = isinstance(flow, EnergyUse) and flow.meter_id is not None
    return flow.basis is Basis.PER_PERIOD or is_metered


def plant_flows(study: Study) -> tuple[PlantFlow, ...]:
    """The amounts of the plant for the period: energy, then gases."""
    uses = tuple(u for u in study.energy_uses if is_of_plant(u))
    return (*uses, *(g for g in study.direct_emissions if is_of_plant(g)))


def plant_of(study: Study) -> Plant:
    """What of a study is the plant's, and would be the same in the study of any other of its products."""
    uses = tuple(u for u in study.energy_uses if is_of_plant(u))
    gases = tuple(g for g in study.direct_emissions if is_of_plant(g))
    proofs = frozenset(_evidence_ids(study.meters, (*uses, *gases)))
    factors = {i for site in study.sites for i in site_factor_ids(site)}
    factors |= {i for flow in (*uses, *gases) for i in factor_ids(flow)}
    return Plant(
        period=study.period,
        sites=study.sites,
        meters=study.meters,
        energy_uses=uses,
        direct_emissions=gases,
        evidence=tuple(e for e in study.evidence if e.id in proofs),
        factors=tuple(f for f in study.factors if f.id in factors),
    )


def with_plant(study: Study, plant: Plant, output_id: str) -> Study:
    """The same study at this plant, of which the output of this id is its product.

    Its own rows stay, but those of its old plant. Shares that were entered hold for one product only:
    they stay where this study had entered one for the same row, else they are open.
    """
    own = [u for u in study.energy_uses if not is_of_plant(u)]
    own_gases = [g for g in study.direct_emissions if not is_of_plant(g)]
    old = {f.id: f for f in (*study.energy_uses, *study.direct_emissions) if is_of_plant(f)}
    fresh = _fresh_ids(plant, {f.id for f in study.flows()} - set(old))
    sites = tuple(_of_product(site, output_id) for site in plant.sites)
    places = _moved(study.sites, plant.sites)
    changes: dict[str, Any] = {
        "sites": sites,
        "period": plant.period,
        "meters": plant.meters,
        "energy_uses": (
            *(_at(u, places) for u in own),
            *(_shared_anew(_renamed(u, fresh), old.get(u.id)) for u in plant.energy_uses),
        ),
        "direct_emissions": (
            *(_at(g, places) for g in own_gases),
            *(_shared_anew(_renamed(g, fresh), old.get(g.id)) for g in plant.direct_emissions),
        ),
        "process_steps": tuple(
            replace(s, site_id=places.get(s.site_id, s.site_id)) for s in study.process_steps
        ),
        "evidence": _joined(study.evidence, plant.evidence),
        "factors": _joined(study.factors, plant.factors),
    }
    for kind in ("materials", "outside_processes", "packaging", "wastes", "transports"):
        changes[kind] = tuple(_shared_at(f, places) for f in getattr(study, kind))
    return replace(study, **changes)


def product_of(output: PlantOutput, currency: str = "") -> Product:
    """What the plant's list says of a product, as a new study begins."""
    return Product(
        name=output.name,
        part_number=output.part_number,
        mass=output.mass_per_unit,
        volume=output.units,
        price=output.price_per_unit,
        currency=currency if output.price_per_unit is not None else "",
    )


def new_study(study: Study, output: PlantOutput) -> Study:
    """A study of another product of the same plant: company, period, rules and plant come along.

    Materials, steps, packaging, waste and transport start empty: they are the product's own.
    """
    begun = Study(
        language=study.language,
        rule_set=study.rule_set,
        company=study.company,
        declared_unit=DeclaredUnit(),
        product=product_of(output, study.product.currency),
    )
    return with_plant(begun, plant_of(study), output.id)


def find_output(sites: Iterable[Site], output_id: str) -> PlantOutput | None:
    """The product of a plant with this id."""
    return next((o for s in sites for o in s.outputs if o.id == output_id), None)


def matching_outputs(sites: Iterable[Site], product: Product) -> tuple[PlantOutput, ...]:
    """The products of a plant that this one may be: by part number, else by name; one is a clear answer."""
    outputs = [o for site in sites for o in site.outputs]
    for own, of in ((product.part_number, "part_number"), (product.name, "name")):
        found = tuple(o for o in outputs if own and _plain(getattr(o, of)) == _plain(own))
        if found:
            return found
    return ()


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _of_product(site: Site, output_id: str) -> Site:
    outputs = tuple(
        o
        if o.is_this_product is (o.id == output_id)
        else replace(o, is_this_product=o.id == output_id)
        for o in site.outputs
    )
    return replace(site, outputs=outputs)


def _shared_anew(flow: _FlowT, old: Flow | None) -> _FlowT:
    """The plant's row for another product: by its basis; an entered share or "all of it" is open."""
    by = flow.allocation or Allocation()
    if by.basis not in (AllocationBasis.SHARE, AllocationBasis.ALL):
        return flow
    own = old.allocation if old is not None else None
    if own is not None and own.basis in (AllocationBasis.SHARE, AllocationBasis.ALL):
        return replace(flow, allocation=replace(own, site_id=by.site_id))
    opened = replace(by, basis=AllocationBasis.SHARE, share=None, reason="")
    return replace(flow, allocation=opened)


def _renamed(flow: _FlowT, fresh: Mapping[str, str]) -> _FlowT:
    names = {"id": flow.id}
    if isinstance(flow, EnergyUse):
        names |= {n: of for n in ("part_of", "included_in") if (of := getattr(flow, n)) is not None}
    changed: dict[str, Any] = {
        name: fresh[of] for name, of in names.items() if fresh.get(of, of) != of
    }
    return replace(flow, **changed) if changed else flow


def _fresh_ids(plant: Plant, taken: Collection[str]) -> dict[str, str]:
    """New ids for the plant's rows whose ids the study's own rows have already."""
    given: dict[str, str] = {}
    for flow in (*plant.energy_uses, *plant.direct_emissions):
        name, number = flow.id, 1
        while name in taken or name in given.values():
            number += 1
            name = f"{flow.id}-{number}"
        given[flow.id] = name
    return given


def _moved(before: Iterable[Site], after: tuple[Site, ...]) -> dict[str, str]:
    """From the study's old site ids to those of the plant: the same id, the same name, or the only one."""
    ids, names = {s.id for s in after}, {s.name: s.id for s in after if s.name}
    only = after[0].id if len(after) == 1 else None
    found = {s.id: names.get(s.name) or only for s in before if s.id not in ids}
    return {old: new for old, new in found.items() if new is not None}


def _at(flow: _FlowT, places: Mapping[str, str]) -> _FlowT:
    moved = replace(flow, site_id=places.get(flow.site_id, flow.site_id))
    return _shared_at(moved, places)


_AnyFlow = TypeVar("_AnyFlow", bound=Flow)


def _shared_at(flow: _AnyFlow, places: Mapping[str, str]) -> _AnyFlow:
    by = flow.allocation
    if by is None or by.site_id not in places:
        return flow
    return replace(flow, allocation=replace(by, site_id=places[by.site_id]))


def _joined(own: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both, once by id; the plant's word counts for the plant's things."""
    new = {thing.id for thing in more}
    return (*(thing for thing in own if thing.id not in new), *more)


def _evidence_ids(meters: Iterable[Meter], flows: Iterable[PlantFlow]) -> Iterator[str]:
    for meter in meters:
        yield from meter.evidence
    for flow in flows:
        yield from flow.evidence
        if isinstance(flow, EnergyUse) and flow.proof is not None:
            yield from flow.proof.evidence
            for criterion in flow.proof.criteria:
                yield from criterion.evidence
