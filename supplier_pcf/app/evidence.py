"""Documents as evidence: attach a file to what it proves, list, open and remove; used by every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from supplier_pcf.app.session import Session
from supplier_pcf.domain.energy import EnergyUse, InstrumentProof
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import FLOW_KINDS, Study
from supplier_pcf.project.attachments import OPENABLE, Attachment, copy_for_opening, stage

TYPES: tuple[str, ...] = tuple(sorted(OPENABLE))
"""The types of files that may be attached."""

Proves = Callable[[Study, str], Study]
"""Puts the id of a document where it proves something."""


def _nothing(study: Study, _evidence_id: str) -> Study:
    return study


def attach(session: Session, path: Path, label: str, proves: Proves = _nothing) -> str:
    """Take a file in as evidence and put it where it proves something, as one step of undo.

    A file that is attached already is not taken in twice. Returns the id of the evidence.

    Raises:
        Refusal: it cannot be read, is too big or of a type we do not open.
    """
    staged = stage(path, session.staging, taken=session.attachments)
    known = next((e for e in session.study.evidence if e.sha256 == staged.sha256), None)
    if known is not None and known.file in session.attachments:
        session.edit(lambda study: proves(study, known.id), label)
        return known.id
    session.hold(staged)
    taken = {e.id for e in session.study.evidence}
    short = f"ev-{staged.sha256[:12]}"
    new_id = short if short not in taken else f"ev-{staged.sha256}"
    evidence = Evidence(
        id=new_id, title=Path(staged.name).stem, file=staged.name, sha256=staged.sha256
    )
    session.edit(lambda study: proves(_with(study, evidence), new_id), label)
    return new_id


def _with(study: Study, evidence: Evidence) -> Study:
    return replace(study, evidence=(*study.evidence, evidence))


def listed(study: Study, ids: Iterable[str] | None = None) -> tuple[Evidence, ...]:
    """The documents of these ids in their order, or all of the study; unknown ids are left out."""
    if ids is None:
        return study.evidence
    known = {evidence.id: evidence for evidence in study.evidence}
    return tuple(known[i] for i in ids if i in known)


def title_of(evidence: Evidence) -> str:
    """What a document is called."""
    return evidence.called


def attached(session: Session, evidence_id: str) -> Attachment | None:
    """The file behind a document; nothing where it is on paper or not in the project."""
    found = listed(session.study, [evidence_id])
    return session.attachments.get(found[0].file) if found else None


def copy_to_open(session: Session, evidence_id: str) -> Path:
    """A copy of a document that another program may open; the project's own is never touched.

    Raises:
        Refusal: it is not in the project, has changed, or is of a type we do not open.
    """
    attachment = attached(session, evidence_id)
    if attachment is None:
        raise Refusal("evidence.no_file", name=_name(session, evidence_id))
    return copy_for_opening(attachment, session.staging / "opened")


def _name(session: Session, evidence_id: str) -> str:
    return next(map(title_of, listed(session.study, [evidence_id])), evidence_id)


def add_paper(study: Study, evidence_id: str, title: str, lies_at: str) -> Study:
    """The same study with a document that has no file here: paper, and where it lies."""
    return _with(study, Evidence(id=evidence_id, title=title, lies_at=lies_at))


def with_fact(study: Study, evidence_id: str, field: str, value: Any) -> Study:
    """The same study with another fact about a document, such as its page or period."""
    changes: dict[str, Any] = {field: value}
    evidence = tuple(replace(e, **changes) if e.id == evidence_id else e for e in study.evidence)
    return replace(study, evidence=evidence)


def behind(study: Study, where: str) -> tuple[str, ...]:
    """The documents behind a place: `materials/<id>`, `meters/<id>`, `assurance`, `register/<item>`."""
    kind, _, of = where.partition("/")
    if kind == "register":
        return tuple(e.id for e in study.evidence if of in e.items)
    if kind == "assurance":
        return study.assurance.evidence
    row = _row(study, kind, of)
    return () if row is None else tuple(row.evidence)


def prove(study: Study, where: str, evidence_id: str) -> Study:
    """The same study with a document behind this place; once, however often it is put there."""
    return _at(study, where, lambda ids: tuple(dict.fromkeys((*ids, evidence_id))), evidence_id)


def unprove(study: Study, where: str, evidence_id: str) -> Study:
    """The same study without this document behind this place; the document itself stays."""
    return _at(study, where, lambda ids: tuple(i for i in ids if i != evidence_id), evidence_id)


def places_of(study: Study, evidence_id: str) -> tuple[str, ...]:
    """Every line and meter a document stands behind, and the statement of the verifier."""
    kinds = (*FLOW_KINDS, "meters")
    found = [
        f"{kind}/{row.id}"
        for kind in kinds
        for row in getattr(study, kind)
        if evidence_id in row.evidence
    ]
    own = [
        f"energy_uses/{use.id}"
        for use in study.energy_uses
        if use.proof is not None and proof_without(use.proof, evidence_id) != use.proof
    ]
    if evidence_id in study.assurance.evidence:
        own.append("assurance")
    return tuple(dict.fromkeys((*found, *own)))


def _row(study: Study, kind: str, row_id: str) -> Any | None:
    if kind not in (*FLOW_KINDS, "meters"):
        return None
    return next((row for row in getattr(study, kind) if row.id == row_id), None)


def _at(
    study: Study, where: str, change: Callable[..., tuple[str, ...]], evidence_id: str
) -> Study:
    kind, _, of = where.partition("/")
    if kind == "register":
        items = behind(study, where)
        is_in = evidence_id in change(items)
        known = next((e for e in study.evidence if e.id == evidence_id), None)
        if known is None or is_in is (evidence_id in items):
            return study
        new = (*known.items, of) if is_in else tuple(i for i in known.items if i != of)
        return with_fact(study, evidence_id, "items", new)
    if kind == "assurance":
        held = study.assurance
        return replace(study, assurance=replace(held, evidence=change(held.evidence)))
    row = _row(study, kind, of)
    if row is None:
        return study
    new_row = replace(row, evidence=change(row.evidence))
    rows: dict[str, Any] = {kind: tuple(new_row if r is row else r for r in getattr(study, kind))}
    return replace(study, **rows)


def remove(study: Study, evidence_id: str) -> Study:
    """The same study without a document, and without every mention of it."""
    changes: dict[str, Any] = {
        kind: tuple(_flow_without(flow, evidence_id) for flow in getattr(study, kind))
        for kind in FLOW_KINDS
    }
    return replace(
        study,
        evidence=tuple(e for e in study.evidence if e.id != evidence_id),
        meters=tuple(_without(meter, evidence_id) for meter in study.meters),
        assurance=_without(study.assurance, evidence_id),
        checklist=tuple(_without(answer, evidence_id) for answer in study.checklist),
        drills=tuple(
            replace(drill, drawn=tuple(_without(record, evidence_id) for record in drill.drawn))
            for drill in study.drills
        ),
        **changes,
    )


def is_used(study: Study, evidence_id: str) -> bool:
    """Whether anything of the study names a document."""
    return remove(study, evidence_id) != replace(
        study, evidence=tuple(e for e in study.evidence if e.id != evidence_id)
    )


def _without(holder: Any, evidence_id: str) -> Any:
    """A meter, a flow or a proof without this document; itself where it does not name it."""
    if evidence_id not in holder.evidence:
        return holder
    return replace(holder, evidence=tuple(e for e in holder.evidence if e != evidence_id))


def _flow_without(flow: Flow, evidence_id: str) -> Flow:
    without: Flow = _without(flow, evidence_id)
    if not isinstance(without, EnergyUse) or without.proof is None:
        return without
    proof = proof_without(without.proof, evidence_id)
    return without if proof == without.proof else replace(without, proof=proof)


def proof_without(proof: InstrumentProof, evidence_id: str) -> InstrumentProof:
    """The proof of a contract without a document, criterion by criterion."""
    criteria = tuple(_without(c, evidence_id) for c in proof.criteria)
    kept = tuple(c for c in criteria if c.evidence)
    without: InstrumentProof = _without(proof, evidence_id)
    return replace(without, criteria=kept)
