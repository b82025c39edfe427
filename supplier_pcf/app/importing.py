"""Tables into a study: a bill of materials or energy bills, merged with what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from supplier_pcf.app.proposals import propose_for_energy, propose_for_materials
from supplier_pcf.domain.edits import replace_materials, set_meters
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import (
    Allocation,
    AllocationBasis,
    Basis,
    EnergyUse,
    Material,
    Origin,
)
from supplier_pcf.domain.study import Meter, Period, Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.importers.bom import BomImport, read_bom
from supplier_pcf.importers.energy import read_energy
from supplier_pcf.importers.outcome import RowReport

_FROM_TABLE = (
    "name",
    "amount",
    "gross_amount",
    "quantity_per",
    "parent_id",
    "part_number",
    "designation",
    "supplier",
    "mass_per_unit",
    "is_auxiliary",
    "recycled_pre_consumer",
    "recycled_post_consumer",
    "origin_place",
)
"""What a table says of a material; everything else is the user's and stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """How to read a table where it does not say itself: sheet, decimal sign, field to column."""

    sheet: str | None = None
    decimal: str | None = None
    mapping: Mapping[str, str] | None = None
    year: int | None = None
    """Of energy bills whose months do not name it."""


_AS_IT_SAYS = TableOptions()


@dataclass(frozen=True, slots=True)
class Imported:
    """The study after an import, and what became of each row of the table."""

    study: Study
    rows: tuple[RowReport, ...]
    findings: tuple[Finding, ...]


def import_bom(
    study: Study, library: FactorLibrary, workbook: Path, how: TableOptions = _AS_IT_SAYS
) -> Imported:
    """The study with the bill of materials of this table; known rows keep what the user chose.

    Raises:
        Refusal: the table cannot be read at all.
    """
    table = read_bom(workbook, sheet=how.sheet, mapping=how.mapping, decimal=how.decimal)
    merged = merge_materials(study.materials, table.materials)
    materials = tuple(propose_for_materials(merged, library, _place(study)))
    named = _with_product(replace_materials(study, materials), table)
    return Imported(named, table.rows, table.findings)


def import_energy(
    study: Study, library: FactorLibrary, table: Path, how: TableOptions = _AS_IT_SAYS
) -> Imported:
    """The study with the meters of these bills, and a use of energy for each that had none.

    How much of a plant's energy belongs to the product is never guessed: the share stays open.

    Raises:
        Refusal: the table cannot be read at all.
    """
    bills = read_energy(
        table, sheet=how.sheet, mapping=how.mapping, decimal=how.decimal, year=how.year
    )
    site_id = study.sites[0].id if study.sites else ""
    meters = tuple(replace(m, site_id=m.site_id or site_id) for m in bills.meters)
    metered = _with_period(set_meters(study, meters), meters)
    covered = {use.meter_id for use in study.energy_uses}
    new = tuple(_use_of(m, metered, library) for m in meters if m.id not in covered)
    full = replace(metered, energy_uses=(*metered.energy_uses, *new))
    return Imported(full, bills.rows, bills.findings)


def merge_materials(known: Iterable[Material], read: Iterable[Material]) -> tuple[Material, ...]:
    """The rows read, with what the user had chosen for the same ids; rows not read stay behind them."""
    by_id = {m.id: m for m in known}
    merged = []
    for new in read:
        old = by_id.pop(new.id, None)
        told = {name: getattr(new, name) for name in _FROM_TABLE}
        merged.append(new if old is None else replace(old, **told))
    return (*merged, *by_id.values())


def _with_product(study: Study, table: BomImport) -> Study:
    """Fill what the study does not know of its product from the table's own top line."""
    top, product = table.product, study.product
    if top is None:
        return study
    mass = product.mass if product.mass is not None else top.mass
    return replace(
        study,
        product=replace(
            product,
            name=product.name or top.name,
            part_number=product.part_number or top.part_number,
            mass=mass,
        ),
    )


def _with_period(study: Study, meters: tuple[Meter, ...]) -> Study:
    """Take the span of the bills as reference period where none is entered."""
    days = [(r.start, r.end) for m in meters for r in m.readings]
    if study.period != Period() or not days:
        return study
    return replace(study, period=Period(start=min(s for s, _ in days), end=max(e for _, e in days)))


def _use_of(meter: Meter, study: Study, library: FactorLibrary) -> EnergyUse:
    use = EnergyUse(
        id=f"use-{meter.id}",
        name=meter.name,
        carrier=meter.carrier,
        site_id=meter.site_id,
        meter_id=meter.id,
        basis=Basis.PER_PERIOD,
        allocation=Allocation(basis=AllocationBasis.SHARE, site_id=meter.site_id),
        origin=Origin.MEASURED,
        evidence=meter.evidence,
    )
    year = study.period.end.year if study.period.end else None
    return propose_for_energy(use, library, _place(study), year, meter.unit)


def _place(study: Study) -> str:
    return study.sites[0].place if study.sites else ""
