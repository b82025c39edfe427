"""Tables into a study: a bill of materials or energy bills, merged with what is known already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from supplier_pcf.app.import_groups import GroupKey, with_choices
from supplier_pcf.app.import_matching import merge_materials
from supplier_pcf.app.import_meters import merged_meters
from supplier_pcf.app.places_list import entered_place, place_within
from supplier_pcf.app.proposals import propose_for_energy, propose_for_materials
from supplier_pcf.domain.edits import remove_flows, replace_materials, set_meters
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material, Origin
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.study import Period, Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.importers.bom import BomImport, bom_in
from supplier_pcf.importers.energy import EnergyImport, energy_in
from supplier_pcf.importers.options import AS_IT_SAYS, TableOptions
from supplier_pcf.importers.outcome import RowReport, warning
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table

__all__ = ["TableOptions", "merge_materials"]

Told = Callable[[int, int], None]
"""Hears how many of how many rows are done."""
_TOLD_EVERY = 250


@dataclass(frozen=True, slots=True)
class Imported:
    """The study after an import, and what became of each row of the table."""

    study: Study
    rows: tuple[RowReport, ...]
    findings: tuple[Finding, ...]


def import_bom(
    study: Study, library: FactorLibrary, workbook: Path, how: TableOptions = AS_IT_SAYS
) -> Imported:
    """The study with the bill of materials of this table; known rows keep what the user chose.

    Raises:
        Refusal: the table cannot be read at all.
    """
    table = read_bom_table(read_tables(workbook, how.sheet), how, library, place_of(study))
    return Imported(with_bom(study, table), table.rows, table.findings)


def read_bom_table(
    tables: Sequence[Table],
    how: TableOptions,
    library: FactorLibrary,
    place: str,
    tell: Told = lambda _done, _of: None,
) -> BomImport:
    """The bill of materials in these sheets, with a factor proposed where one clearly fits.

    Raises:
        Refusal: there is none in them.
    """
    table = with_known_origins(bom_in(tables, how))
    proposed = []
    for material in _with_proposals(table.materials, library, place):
        proposed.append(material)
        if len(proposed) % _TOLD_EVERY == 0:
            tell(len(proposed), len(table.materials))
    return replace(table, materials=tuple(proposed))


def with_known_origins(table: BomImport) -> BomImport:
    """The same bill with the codes of places where their names stood; what is no place stays and is told.

    Where a text says more than the place, such as a town, all of it goes into the note.
    """
    rows = {report.target: report for report in table.rows}
    materials, found = [], list(table.findings)
    for material in table.materials:
        said, where = material.origin_place, f"materials/{material.id}"
        known = place_within(said)
        if known is None:
            row = rows[where]
            code, field = "import.origin_unknown", f"{where}/origin_place"
            found.append(warning(code, field, row=row.row, name=row.label, value=said))
        if known is None or known == said:
            materials.append(material)
            continue
        note = material.note if entered_place(said) else f"{material.note}; {said}"
        materials.append(replace(material, origin_place=known, note=note))
    return replace(table, materials=tuple(materials), findings=tuple(found))


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


def with_bom(
    study: Study,
    table: BomImport,
    chosen: Mapping[GroupKey, str | None] | None = None,
    *,
    without_gone: bool = False,
) -> Study:
    """The study with a bill of materials that was read, and the factors chosen for its groups.

    Rows the table does not have stay, or go where `without_gone` says so.
    """
    merged = merge_materials(study.materials, table.materials)
    told, others = merged[: len(table.materials)], merged[len(table.materials) :]
    with_factors = with_choices(told, chosen) if chosen else told
    taken = _with_product(replace_materials(study, (*with_factors, *others)), table)
    return remove_flows(taken, [m.id for m in others]) if without_gone else taken


def import_energy(
    study: Study, library: FactorLibrary, table: Path, how: TableOptions = AS_IT_SAYS
) -> Imported:
    """The study with the meters of these bills, and a use of energy for each that had none.

    Raises:
        Refusal: the table cannot be read at all.
    """
    bills = energy_in(read_tables(table, how.sheet), how)
    return Imported(with_energy(study, library, bills), bills.rows, bills.findings)


def with_energy(
    study: Study,
    library: FactorLibrary,
    bills: EnergyImport,
    targets: Mapping[str, str] | None = None,
) -> Study:
    """The study with energy bills that were read, put to the meters it has where they are theirs.

    How much of a plant's energy belongs to the product is never guessed: the share stays open.
    `targets` says which meter of the study a meter of the table is; empty: none of them.
    """
    site_id = study.sites[0].id if study.sites else ""
    merged = merged_meters(study.meters, bills.meters, targets)
    meters = tuple(replace(m, site_id=m.site_id or site_id) for m in merged)
    metered = _with_period(set_meters(study, meters), meters)
    covered = {use.meter_id for use in study.energy_uses}
    new = tuple(_use_of(m, metered, library) for m in meters if m.id not in covered)
    return replace(metered, energy_uses=(*metered.energy_uses, *new))


def place_of(study: Study) -> str:
    """Where the product is made, as exactly as known."""
    return study.sites[0].place if study.sites else ""


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
