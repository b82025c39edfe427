"""Documents as evidence: in the file while the study names them, back with undo, gone with the rest."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from supplier_pcf.app import evidence
from supplier_pcf.app.session import Session
from supplier_pcf.domain.edits import add_flows
from supplier_pcf.domain.energy import Criterion, CriterionProof, EnergyUse, InstrumentProof
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.site import Meter
from tests.build import a_study

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path / "data", clock=lambda: NOW)
    made.start(add_flows(a_study(), "energy_uses", [EnergyUse(id="e")]))
    return made


@pytest.fixture
def bill(tmp_path):
    path = tmp_path / "bill.pdf"
    path.write_bytes(b"%PDF-1.4 twelve bills")
    return path


def to_the_use(study, evidence_id):
    use = replace(study.energy_uses[0], evidence=(*study.energy_uses[0].evidence, evidence_id))
    return replace(study, energy_uses=(use,))


def members(path):
    with zipfile.ZipFile(path) as archive:
        return [n for n in archive.namelist() if n.startswith("attachments/")]


def test_a_file_is_attached_where_it_proves_something_in_one_step(session, bill):
    found = evidence.attach(session, bill, "Attach", to_the_use)
    assert session.study.energy_uses[0].evidence == (found,)
    assert [e.file for e in evidence.listed(session.study, [found])] == ["bill.pdf"]
    session.undo()
    assert session.study.evidence == ()
    assert session.study.energy_uses[0].evidence == ()


def test_it_is_saved_with_the_study_and_read_from_its_file(session, bill, tmp_path):
    found = evidence.attach(session, bill, "Attach")
    bill.unlink()
    session.save(tmp_path / "a.spcf")
    assert members(tmp_path / "a.spcf") == ["attachments/bill.pdf"]
    other = Session(tmp_path / "other", clock=lambda: NOW)
    other.open(tmp_path / "a.spcf")
    copy = evidence.copy_to_open(other, found)
    assert copy.read_bytes() == b"%PDF-1.4 twelve bills"
    assert copy.name == "bill.pdf"


def test_the_same_file_is_not_taken_in_twice(session, bill, tmp_path):
    first = evidence.attach(session, bill, "Attach")
    again = tmp_path / "copy.pdf"
    again.write_bytes(bill.read_bytes())
    assert evidence.attach(session, again, "Attach", to_the_use) == first
    assert len(session.study.evidence) == 1
    assert session.study.energy_uses[0].evidence == (first,)


def test_two_files_of_one_name_get_two_names(session, bill, tmp_path):
    evidence.attach(session, bill, "Attach")
    other = tmp_path / "other" / "bill.pdf"
    other.parent.mkdir()
    other.write_bytes(b"another bill")
    evidence.attach(session, other, "Attach")
    assert [e.file for e in session.study.evidence] == ["bill.pdf", "bill (2).pdf"]


def test_what_is_removed_leaves_the_file_and_comes_back_with_undo(session, bill, tmp_path):
    target = tmp_path / "a.spcf"
    found = evidence.attach(session, bill, "Attach", to_the_use)
    session.save(target)
    session.edit(lambda study: evidence.remove(study, found), "Remove")
    session.save(target)
    assert members(target) == []
    session.undo()
    session.save(target)
    assert members(target) == ["attachments/bill.pdf"]
    assert evidence.copy_to_open(session, found).read_bytes() == b"%PDF-1.4 twelve bills"


def test_an_undone_attachment_is_not_saved_and_a_redone_one_is(session, bill, tmp_path):
    target = tmp_path / "a.spcf"
    evidence.attach(session, bill, "Attach")
    session.undo()
    session.save(target)
    assert members(target) == []
    session.redo()
    session.save(target)
    assert members(target) == ["attachments/bill.pdf"]


def test_a_document_that_no_evidence_names_stays_in_its_file(session, bill, tmp_path):
    target = tmp_path / "a.spcf"
    evidence.attach(session, bill, "Attach")
    session.save(target)
    other = Session(tmp_path / "other", clock=lambda: NOW)
    other.open(target)
    other._held = type(other._held)(other.attachments)
    other.edit(lambda study: replace(study, evidence=(), title="x"), "Forget")
    other.save(target)
    assert members(target) == ["attachments/bill.pdf"]


def test_unsaved_documents_come_back_after_a_crash(session, bill, tmp_path):
    found = evidence.attach(session, bill, "Attach")
    session.keep_copy()
    bill.unlink()
    after = Session(tmp_path / "data", clock=lambda: NOW)
    after.recover(after.copy_to_recover())
    after.save(tmp_path / "a.spcf")
    assert members(tmp_path / "a.spcf") == ["attachments/bill.pdf"]
    assert evidence.copy_to_open(after, found).read_bytes() == b"%PDF-1.4 twelve bills"


def test_leaving_takes_staged_documents_along(session, bill):
    evidence.attach(session, bill, "Attach")
    assert session.staging.exists()
    session.close()
    assert not session.staging.exists()


def test_what_an_unwanted_copy_had_attached_is_taken_away(session, bill, tmp_path):
    evidence.attach(session, bill, "Attach")
    session.keep_copy()
    after = Session(tmp_path / "data", clock=lambda: NOW)
    after.discard_copy(after.copy_to_recover())
    assert [p for p in session.staging.rglob("*") if p.is_file()] == []


def test_a_program_is_not_evidence(session, tmp_path):
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    with pytest.raises(Refusal) as refused:
        evidence.attach(session, program, "Attach")
    assert refused.value.code == "attachment.type"
    assert session.study.evidence == ()


def test_paper_cannot_be_opened(session):
    with pytest.raises(Refusal) as refused:
        evidence.copy_to_open(session, "folder 7")
    assert refused.value.code == "evidence.no_file"


def test_removing_a_document_removes_every_mention():
    proof = InstrumentProof(
        unique_claim=True,
        evidence=("d", "x"),
        criteria=(CriterionProof(criterion=Criterion.UNIQUE_CLAIM, evidence=("d",)),),
    )
    study = a_study(
        energy_uses=(EnergyUse(id="e", evidence=("d",), proof=proof),),
        meters=(Meter(id="m", evidence=("d", "y")),),
    )
    assert evidence.is_used(study, "d")
    without = evidence.remove(study, "d")
    assert without.energy_uses[0].evidence == ()
    assert without.energy_uses[0].proof == InstrumentProof(unique_claim=True, evidence=("x",))
    assert without.meters[0].evidence == ("y",)
    assert not evidence.is_used(without, "d")
