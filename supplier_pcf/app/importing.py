"""Tables into a study: a bill of materials or energy bills, merged with what is known already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from supplier_pcf.app.proposals import propose_for_energy, propose_for_materials
from supplier_pcf.domain.edits import replace_materials, set_meters
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material, Origin
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.importers.bom import BomImport, read_bom
from supplier_pcf.importers.energy import EnergyImport, read_energy
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
    table = read_bom_table(workbook, how, library, place_of(study))
    return Imported(with_bom(study, table), table.rows, table.findings)


def read_bom_table(
    workbook: Path, how: TableOptions, library: FactorLibrary, place: str
) -> BomImport:
    """The bill of materials in this table, with a factor proposed where one clearly fits.

    Raises:
        Refusal: the table cannot be read at all.
    """
    table = read_bom(workbook, sheet=how.sheet, mapping=how.mapping, decimal=how.decimal)
    return replace(table, materials=tuple(_with_proposals(table.materials, library, place)))


def _with_proposals(
    materials: Iterable[Material], library: FactorLibrary, place: str
) -> Iterator[Material]:
    """The same materials with proposed factors; each designation is looked up once."""
    first: dict[tuple[str, str], Material] = {}
    for material in materials:
        key = (material.designation, material.amount.unit if material.amount else "")
        if key not in first:
            (first[key],) = propose_for_materials([material], library, place)
        like = first[key]
        yield replace(material, factor_id=like.factor_id, factor_chosen_by=like.factor_chosen_by)


def with_bom(study: Study, table: BomImport) -> Study:
    """The study with a bill of materials that was read."""
    materials = merge_materials(study.materials, table.materials)
    return _with_product(replace_materials(study, materials), table)


def import_energy(
    study: Study, library: FactorLibrary, table: Path, how: TableOptions = _AS_IT_SAYS
) -> Imported:
    """The study with the meters of these bills, and a use of energy for each that had none.

    Raises:
        Refusal: the table cannot be read at all.
    """
    bills = read_energy_table(table, how)
    return Imported(with_energy(study, library, bills), bills.rows, bills.findings)


def read_energy_table(table: Path, how: TableOptions) -> EnergyImport:
    """The energy bills in this table.

    Raises:
        Refusal: the table cannot be read at all.
    """
    return read_energy(
        table, sheet=how.sheet, mapping=how.mapping, decimal=how.decimal, year=how.year
    )


def with_energy(study: Study, library: FactorLibrary, bills: EnergyImport) -> Study:
    """The study with energy bills that were read.

    How much of a plant's energy belongs to the product is never guessed: the share stays open.
    """
    site_id = study.sites[0].id if study.sites else ""
    meters = tuple(replace(m, site_id=m.site_id or site_id) for m in bills.meters)
    metered = _with_period(set_meters(study, meters), meters)
    covered = {use.meter_id for use in study.energy_uses}
    new = tuple(_use_of(m, metered, library) for m in meters if m.id not in covered)
    return replace(metered, energy_uses=(*metered.energy_uses, *new))


def place_of(study: Study) -> str:
    """Where the product is made, as exactly as known."""
    return study.sites[0].place if study.sites else ""


def merge_materials(known: Iterable[Material], read: Iterable[Material]) -> tuple[Material, ...]:
    """The rows read, with what the user had chosen for the same ids; rows not read stay behind them."""
    by_id = {m.id: m for m in known}
    merged = []
    for new in read:
        old = by_id.pop(new.id, None)
        merged.append(new if old is None else _told_again(old, new))
    return (*merged, *by_id.values())


def _told_again(old: Material, new: Material) -> Material:
    """The old row with what the table says now; what it does not say, or not clearly, stays.

    A proposed factor comes only where there was none.
    """
    told = {name: getattr(new, name) for name in _FROM_TABLE}
    told = {name: value for name, value in told.items() if value is not None and value != ""}
    if old.factor_id is None:
        told |= {"factor_id": new.factor_id, "factor_chosen_by": new.factor_chosen_by}
    return replace(old, **told)


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
    return propose_for_energy(use, library, place_of(study), year, meter.unit)
