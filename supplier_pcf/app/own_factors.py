"""The user's own factors: a personal library beside all studies, and copies of them in the studies."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_ids import study_factor_ids
from supplier_pcf.domain.finding import Finding, Refusal, Severity, errors
from supplier_pcf.domain.scenario_edits import scenario_factor_ids
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.factors.making import Made, free_id
from supplier_pcf.factors.own import RECEIVED, FactorDraft, own_factor
from supplier_pcf.factors.personal import (
    PersonalLibrary,
    exportable,
    with_factor,
    without,
)
from supplier_pcf.factors.plausible import examine
from supplier_pcf.paths import user_data
from supplier_pcf.project.personal import read_personal, write_personal
from supplier_pcf.project.whole import write_whole

__all__ = ["FactorDraft", "Made", "examine"]

FILE = "own-factors.json"
_CSV, _XLSX = ".csv", ".xlsx"


# --- the personal library ------------------------------------------------------------------------


def personal_file(folder: Path | None = None) -> Path:
    """Where the personal library lies; it may not exist yet."""
    return (folder or user_data()) / FILE


def personal_library(path: Path) -> PersonalLibrary:
    """The personal library of this file, read again only when the file has changed.

    Raises:
        Refusal: the file is damaged; nothing of it is used.
    """
    try:
        status = path.stat()
    except OSError:
        return PersonalLibrary()
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int, _size: int) -> PersonalLibrary:
    return read_personal(path)


@lru_cache(maxsize=2)
def _current(path: Path, _changed: int, _size: int) -> tuple[EmissionFactor, ...]:
    return _read(path, _changed, _size).current


def personal_factors(path: Path) -> tuple[EmissionFactor, ...]:
    """The newest versions of the user's own factors; the same tuple until the file changes.

    Raises:
        Refusal: the file is damaged.
    """
    try:
        status = path.stat()
    except OSError:
        return ()
    return _current(path, status.st_mtime_ns, status.st_size)


def readable_factors(path: Path) -> tuple[EmissionFactor, ...]:
    """The user's own factors; none where their file is damaged."""
    return () if problem_of(path) else personal_factors(path)


def problem_of(path: Path) -> Refusal | None:
    """Why the user's own factors cannot be read; nothing where they can."""
    try:
        personal_factors(path)
    except Refusal as refusal:
        return refusal
    return None


def keep(path: Path, factor: EmissionFactor) -> EmissionFactor:
    """Put a factor into the personal library, a known id as a new version; returns it as kept.

    Raises:
        Refusal: it is no own factor, its id was removed, or the file cannot be read or written.
    """
    before = personal_library(path)
    after = with_factor(before, factor)
    if after is not before:
        write_personal(path, after)
    return after.history(factor.id)[-1]


def add_own(
    path: Path, draft: FactorDraft, library: FactorLibrary, layer: Layer = Layer.OWN
) -> Made:
    """Put what was entered into the personal library as a new factor, or say what it lacks.

    Raises:
        Refusal: the file cannot be read or written.
    """
    taken = personal_library(path).taken
    return _kept(path, free_id(layer, draft.name, taken), draft, library)


def edit_own(path: Path, factor_id: str, draft: FactorDraft, library: FactorLibrary) -> Made:
    """Put what was entered into the personal library as the next version of a factor.

    Raises:
        Refusal: there is no such factor, or the file cannot be read or written.
    """
    if personal_library(path).get(factor_id) is None:
        raise Refusal("own.unknown_id", id=factor_id)
    return _kept(path, factor_id, draft, library)


def _kept(path: Path, factor_id: str, draft: FactorDraft, library: FactorLibrary) -> Made:
    known = personal_library(path).get(factor_id)
    draft = _with_parts(draft, known)
    found = examine(draft, library)
    made = own_factor(factor_id, draft)
    if errors(found) or isinstance(made, list):
        return Made(findings=found)
    return Made(factor=keep(path, _told_again(made, known)), findings=found)


def _with_parts(draft: FactorDraft, known: EmissionFactor | None) -> FactorDraft:
    """The draft with the known split by kind of emission, where its whole figure stays the same."""
    if known is None or draft.buckets is not None or draft.kg_co2e is None:
        return draft
    if draft.uptake not in (None, known.uptake):
        return draft
    same = draft.unit == known.unit and math.isclose(draft.kg_co2e, known.kg_co2e, rel_tol=1e-9)
    return replace(draft, buckets=known.buckets) if same else draft


def _told_again(made: EmissionFactor, known: EmissionFactor | None) -> EmissionFactor:
    """The factor with what no form asks for, while its figure stays the same: gases, recipe, carbon."""
    if known is None or (made.unit, made.buckets) != (known.unit, known.buckets):
        return made
    return replace(made, **{name: getattr(known, name) for name in _NOT_ASKED})


_NOT_ASKED = (
    "name_zh",
    "name_de",
    "subcategory",
    "gases",
    "direct",
    "upstream",
    "edition",
    "table",
    "fossil_carbon",
    "recycled_carbon",
    "from_studies",
    "aliases",
    "provenance",
    "recipe",
)


def draft_of(factor: EmissionFactor) -> FactorDraft:
    """What stands in the form when an own factor is edited."""
    parts = factor.buckets
    return FactorDraft(
        name=factor.name,
        unit=factor.unit,
        kg_co2e=factor.kg_co2e,
        buckets=None if parts.excluding_uptake == parts.fossil else parts,
        uptake=factor.uptake or None,
        boundary=factor.boundary,
        gwp_set=factor.gwp_set,
        place=factor.place,
        year_from=factor.year_from,
        year_to=factor.year_to,
        publisher=factor.publisher,
        document=factor.document,
        licence=factor.licence,
        url=factor.url,
        technology=factor.technology,
        category=factor.category,
        note=factor.note,
        sigma_ln=factor.sigma_ln,
        sigma_origin=factor.sigma_origin,
        primary_share=factor.primary_share,
        scrap_convention=factor.scrap_convention,
        includes_forming=factor.includes_forming,
        includes_packaging=factor.includes_packaging,
        includes_empty_running=factor.includes_empty_running,
        recycled_content=factor.recycled_content,
        power_mix=factor.power_mix,
        grid_kwh=factor.grid_kwh,
        grid_id=factor.grid_id,
        **{name: getattr(factor, name) for name in RECEIVED},
    )


def remove_own(path: Path, factor_id: str) -> None:
    """Take a factor out of the personal library; studies that use it keep their copies.

    Raises:
        Refusal: there is no such factor, or the file cannot be read or written.
    """
    write_personal(path, without(personal_library(path), factor_id))


def whole_library(path: Path) -> FactorLibrary:
    """The bundled factors and the user's own.

    Raises:
        Refusal: the file of own factors is damaged.
    """
    own = personal_factors(path)
    return bundled_library().with_factors(own) if own else bundled_library()


def find_factor(path: Path, factor_id: str) -> EmissionFactor:
    """The factor of this id, an own or a bundled one.

    Raises:
        Refusal: there is none, or the file of own factors is damaged.
    """
    found = whole_library(path).get(factor_id)
    if found is None:
        raise Refusal("factor.unknown_id", id=factor_id)
    return found


# --- tables in and out ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnImport:
    """What became of a table of own factors."""

    added: tuple[EmissionFactor, ...] = ()
    changed: tuple[EmissionFactor, ...] = ()
    """Known ones that say something else now: the new versions."""
    unchanged: int = 0
    left_out: int = 0
    findings: tuple[Finding, ...] = ()


def import_own(path: Path, table: Path, sheet: str | None = None) -> OwnImport:
    """Read a table into the personal library; rows that cannot be factors are named and left out.

    The library is written once at the end, whole or not at all.

    Raises:
        Refusal: the table or the library cannot be read, or the library cannot be written.
    """
    from supplier_pcf.importers.factor_table import read_factor_table

    told = read_factor_table(table, sheet)
    before = after = personal_library(path)
    added, changed, gone = [], [], []
    for factor in told.factors:
        known = after.get(factor.id)
        if factor.id in after.removed:
            gone.append(_left_out(factor))
        elif known is None:
            after = with_factor(after, factor)
            added.append(factor)
        elif not _says_the_same(known, factor):
            after = with_factor(after, factor)
            changed.append(after.history(factor.id)[-1])
    if after is not before:
        write_personal(path, after)
    return OwnImport(
        added=tuple(added),
        changed=tuple(changed),
        unchanged=len(told.factors) - len(added) - len(changed) - len(gone),
        left_out=told.left_out + len(gone),
        findings=(*told.findings, *gone),
    )


def _left_out(factor: EmissionFactor) -> Finding:
    return Finding(code="own.left_out_removed", severity=Severity.WARNING, params={"id": factor.id})


def _says_the_same(known: EmissionFactor, told: EmissionFactor) -> bool:
    """Whether a table says of a factor what is known; what no table can hold does not count."""
    from supplier_pcf.forms.factor_table import cells_of

    return cells_of(known) == cells_of(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExport:
    """What was written, and what stayed at home."""

    written: int
    findings: tuple[Finding, ...] = ()


def export_own(path: Path, target: Path, ids: Iterable[str] = ()) -> OwnExport:
    """Write own factors as .csv or .xlsx in the documented layout; licensed ones never leave.

    Raises:
        Refusal: nothing may leave, the name ends otherwise, or the place cannot be written.
    """
    from supplier_pcf.forms import factor_table

    write = {_CSV: factor_table.as_csv, _XLSX: factor_table.as_workbook}.get(target.suffix.lower())
    if write is None:
        raise Refusal("own.table_kind", file=target.name)
    wanted = frozenset(ids)
    chosen = [f for f in personal_factors(path) if not wanted or f.id in wanted]
    free = exportable(chosen)
    if not free:
        raise Refusal("own.nothing_to_export")
    write_whole(target, write(free))
    kept_back = len(chosen) - len(free)
    stay = Finding(code="own.licensed_stay", severity=Severity.NOTE, params={"count": kept_back})
    return OwnExport(written=len(free), findings=(stay,) if kept_back else ())


# --- copies in a study ---------------------------------------------------------------------------


def with_copies(study: Study, personal: Callable[[], Iterable[EmissionFactor]]) -> Study:
    """The same study with a copy of every personal factor it points to and does not hold yet.

    The personal library is only asked for where a row points to such a factor.
    """
    named = chain(study_factor_ids(study), scenario_factor_ids(study))
    wanted = {found for found in named if found.startswith(_OWN)}
    if wanted:
        wanted -= {factor.id for factor in study.factors}
    if not wanted:
        return study
    copies = tuple(factor for factor in personal() if factor.id in wanted)
    return replace(study, factors=(*study.factors, *copies)) if copies else study


_OWN = tuple(f"{layer.value}:" for layer in (Layer.OWN, Layer.SUPPLIER, Layer.LICENSED))


def take_newer(study: Study, factor: EmissionFactor) -> Study:
    """The same study with this version of an own factor in place of the copy it holds."""
    others = tuple(known for known in study.factors if known.id != factor.id)
    if factor in study.factors and len(others) == len(study.factors) - 1:
        return study
    return replace(study, factors=(*others, factor))
