"""A supplier's file: what it is, what it says, what is wrong with it, and its figure into a study."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from supplier_pcf.app.choosing import flow_of, need_in, put_own
from supplier_pcf.app.own_factors import take_newer
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Finding, Param, Refusal, Severity, errors
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.making import free_id
from supplier_pcf.formats import READERS, Reader, Received, by_id, footprints
from supplier_pcf.formats.shared.packages import all_parsed
from supplier_pcf.formats.shared.reading import MAX_BYTES
from supplier_pcf.formats.shared.received import factor_of, one_line
from supplier_pcf.project.attachments import Attachment, stage

__all__ = ["one_line"]

MOST_FOOTPRINTS = 1000
EVIDENCE = "received footprint"
"""The kind of evidence a received file is."""
_HEAVY, _LIGHT = 1000.0, 0.001
"""kg CO2e per kg of product, beyond which a slip of unit or amount is likelier than the figure."""
_ROUNDING = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """One footprint of a file: who reads it, what is wrong with it, what it says."""

    format_id: str
    """Empty where no format is known for it."""
    findings: tuple[Finding, ...] = ()
    received: Received | None = None
    refusal: Refusal | None = None
    """Why nothing can be taken from it."""

    @property
    def title(self) -> str:
        """What menus call its format."""
        known = by_id(self.format_id)
        return known.TITLE if known else self.format_id

    @property
    def is_sound(self) -> bool:
        """Whether it can be taken without a second look."""
        return self.refusal is None and not errors(self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file as it came: its name, its hash, its footprints."""

    name: str
    sha256: str
    footprints: tuple[Footprint, ...]
    path: Path | None = field(default=None, compare=False)
    """Where it lies, so that it can be kept with the study."""

    def footprint(self, number: int | None = None) -> Footprint:
        """The footprint of this number, counted from 1; without a number the only one.

        Raises:
            Refusal: there are several, or none of this number.
        """
        count = len(self.footprints)
        if number is None and count > 1:
            raise Refusal("receive.several", file=self.name, count=count)
        chosen = 1 if number is None else number
        if not 1 <= chosen <= count:
            raise Refusal("receive.no_such", file=self.name, count=count, number=chosen)
        return self.footprints[chosen - 1]


def open_received(path: Path, today: date) -> ReceivedFile:
    """What a file holds, judged; nothing of it is in any study yet.

    Raises:
        Refusal: it cannot be read, is no exchange file, or is in no format that we read.
    """
    data = _content(path)
    found: list[tuple[Reader | None, object]] = []
    for values in all_parsed(data, path.name):
        found += [(None, values)] if isinstance(values, Refusal) else footprints(values)
    if not found:
        raise Refusal("receive.none", file=path.name)
    if len(found) > MOST_FOOTPRINTS:
        raise Refusal("receive.too_many", file=path.name, count=len(found), limit=MOST_FOOTPRINTS)
    read = tuple(_read(reader, document, path.name, today) for reader, document in found)
    unknown = [each.refusal for each in read if not each.format_id and each.refusal is not None]
    if len(unknown) == len(read):
        raise unknown[0]
    digest = hashlib.sha256(data).hexdigest()
    return ReceivedFile(name=path.name, sha256=digest, footprints=read, path=path)


def _content(path: Path) -> bytes:
    """The bytes of a file, not many more than any footprint has."""
    if path.is_dir():
        raise Refusal("file.is_folder", file=path.name)
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Refusal("file.missing", file=path.name) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refusal("file.cannot_read", file=path.name, reason=reason) from error


def _read(reader: Reader | None, document: object, file: str, today: date) -> Footprint:
    if isinstance(document, Refusal):
        return Footprint(format_id="", refusal=document)
    if reader is None:
        return Footprint(format_id="", refusal=_unknown(document, file))
    found = reader.check(document)
    try:
        received = reader.read(document)
    except Refusal as refusal:
        told = Refusal(refusal.code, **{"file": file, **refusal.params})
        return Footprint(format_id=reader.ID, findings=found, refusal=told)
    return Footprint(
        format_id=reader.ID, findings=(*found, *doubts(received, today)), received=received
    )


def _unknown(document: object, file: str) -> Refusal:
    known = ", ".join(format_.TITLE for reader in READERS if (format_ := by_id(reader.ID)))
    version = document.get("specVersion") if isinstance(document, dict) else None
    if isinstance(version, str) and version:
        return Refusal("receive.version", file=file, version=one_line(version, 60), known=known)
    return Refusal("receive.unknown", file=file, known=known)


# --- what to look at before it is taken ----------------------------------------------------------


def per_unit(received: Received) -> float:
    """kg CO2e without uptake for one of its declared unit."""
    return received.excluding / received.amount


def per_kilogram(received: Received) -> float | None:
    """kg CO2e without uptake for one kilogram of the product; nothing without a mass."""
    return received.excluding / received.mass_kg if received.mass_kg else None


def doubts(received: Received, today: date) -> Iterator[Finding]:
    """What no format can see: age, standing, and whether the figure is likely at all."""
    if not received.is_active:
        yield _doubt("superseded")
    if received.valid_until is not None and received.valid_until < today:
        yield _doubt("expired", until=received.valid_until.isoformat())
    if received.is_prospective:
        yield _doubt("prospective")
    weight = per_kilogram(received)
    if weight is not None and weight > _HEAVY:
        yield _doubt("heavy", value=weight)
    if weight is not None and 0 < weight < _LIGHT:
        yield _doubt("light", value=weight)
    yield from _parts(received)


def _parts(received: Received) -> Iterator[Finding]:
    parts, total = received.buckets.excluding_uptake, received.excluding
    if abs(total - parts) > _ROUNDING * max(abs(total), abs(parts)):
        figures = {"parts": _shown(parts), "total": _shown(total)}
        yield _doubt("rest" if parts < total else "above", **figures)


def _shown(value: float) -> float:
    return float(f"{value:.4g}")


def _doubt(what: str, **params: Param) -> Finding:
    return Finding(code=f"receive.{what}", severity=Severity.WARNING, params=params)


# --- into the study ------------------------------------------------------------------------------


def factor_from(
    footprint: Footprint, file: ReceivedFile, study: Study, row: str = ""
) -> EmissionFactor:
    """The footprint as a factor, in the unit that the row can be multiplied with.

    A footprint that the study has already, or the successor of one, becomes the next version of that factor.

    Raises:
        Refusal: nothing can be taken from it, there is no such row, or its unit does not fit.
    """
    received = footprint.received
    if received is None:
        raise footprint.refusal or Refusal("receive.none", file=file.name)
    weighed = bool(row) and _by_mass(received, study, row)
    known = _known(received, study, "kg" if weighed else received.unit)
    taken = {factor.id for factor in study.factors}
    factor_id = known.id if known else free_id(Layer.SUPPLIER, _name(received), taken)
    made = factor_of(received, factor_id, file.name, per_kilogram=weighed)
    made = replace(made, name=made.name or _name(received))
    if known is None or replace(made, version=known.version) == known:
        return known or made
    return replace(made, version=known.version + 1)


def _name(received: Received) -> str:
    told = (received.product, received.company, received.id)
    return next(filter(None, map(one_line, told)), EVIDENCE)


def _known(received: Received, study: Study, unit: str) -> EmissionFactor | None:
    """The study's factor of the same footprint in this unit, or of one that it follows."""
    ids = {received.id, *received.preceding} - {""}
    supplied = (f for f in study.factors if f.layer is Layer.SUPPLIER)
    return next((f for f in supplied if f.edition in ids and f.unit == unit), None)


def _by_mass(received: Received, study: Study, row: str) -> bool:
    """Whether the row is weighed while the footprint is for another unit."""
    flow = flow_of(study, row)
    if flow is None:
        raise Refusal("receive.no_row", row=row)
    units = need_in(study, flow).units
    measured = {dimension_of(unit) for unit in units}
    if not units or dimension_of(received.unit) in measured:
        return False
    if Dimension.MASS in measured and received.mass_kg:
        return True
    have = ", ".join(units)
    raise Refusal("receive.unit", row=flow.name or row, have=have, unit=received.unit)


def with_footprint(
    study: Study,
    file: ReceivedFile,
    factor: EmissionFactor,
    row: str = "",
    *,
    for_all: bool = False,
    stored: str = "",
) -> Study:
    """The same study with the factor and the file as its evidence, and both on the row if one is named.

    `stored` is the name under which the project keeps the file itself.
    """
    changed, evidence = _with_evidence(study, file, factor, stored)
    if not row:
        return take_newer(changed, factor)
    changed = put_own(changed, row, factor, for_all=for_all)
    for flow in changed.flows():
        if flow.factor_id == factor.id and (flow.id == row or for_all):
            changed = _proved(changed, flow, evidence)
    return changed


def kept(file: ReceivedFile, folder: Path, held: Mapping[str, Attachment]) -> Attachment | None:
    """The file as a document to keep with the study; nothing where it cannot be, or is no more what was read."""
    same = (found for found in held.values() if found.sha256 == file.sha256)
    known = next(same, None)
    if known is not None or file.path is None:
        return known
    try:
        staged = stage(file.path, folder, taken=held)
    except Refusal:
        return None
    return staged if staged.sha256 == file.sha256 else None


def _with_evidence(
    study: Study, file: ReceivedFile, factor: EmissionFactor, stored: str
) -> tuple[Study, str]:
    """The study with the file among its documents, once, and the document's id."""
    known = next((e for e in study.evidence if e.sha256 == file.sha256), None)
    if known is not None:
        if stored and not known.file:
            told = replace(known, file=stored)
            documents = tuple(told if e is known else e for e in study.evidence)
            study = replace(study, evidence=documents)
        return study, known.id
    taken = {evidence.id for evidence in study.evidence}
    number = next(n for n in range(1, len(taken) + 2) if f"received-{n}" not in taken)
    made = Evidence(
        id=f"received-{number}",
        title=f"{factor.publisher}: {file.name}" if factor.publisher else file.name,
        file=stored,
        sha256=file.sha256,
        kind=EVIDENCE,
    )
    return replace(study, evidence=(*study.evidence, made)), made.id


def _proved(study: Study, flow: Flow, evidence: str) -> Study:
    if evidence in flow.evidence:
        return study
    return set_flow(study, replace(flow, evidence=(*flow.evidence, evidence)))
