import hashlib

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project import attachments
from supplier_pcf.project.attachments import (
    Attachment,
    copy_for_opening,
    free_name,
    may_open,
    safe_name,
    stage,
)


def refusal(action, *args, **kwargs):
    with pytest.raises(Refusal) as caught:
        action(*args, **kwargs)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("bill.pdf", "bill.pdf"),
        ("电费单 2025.pdf", "电费单 2025.pdf"),
        ("U\u0308bersicht.PDF", "Übersicht.PDF"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\temp\\bill.pdf", "bill.pdf"),
        ("a<b>c:d|e?f*.pdf", "a_b_c_d_e_f_.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com1.tar.pdf", "_com1.tar.pdf"),
        ("lpt¹.txt", "_lpt¹.txt"),
        ("bill.pdf. . ", "bill.pdf"),
        (".pdf", "pdf"),
        ("..", "document"),
        ("", "document"),
        ("a\x00b\nc\u202efdp.txt", "abcfdp.txt"),
        ("x" * 300 + ".pdf", "x" * 60 + ".pdf"),
    ],
)
def test_a_name_is_harmless_on_every_system(name, safe):
    assert safe_name(name) == safe
    assert safe_name(safe) == safe


def test_a_taken_name_gets_a_number():
    assert free_name("a.pdf", ()) == "a.pdf"
    assert free_name("a.pdf", ("A.PDF", "a (2).pdf")) == "a (3).pdf"


@pytest.mark.parametrize("name", ["a.pdf", "a.PNG", "a.jpg", "a.xlsx", "a.csv", "a.eml", "a.docx"])
def test_documents_may_be_opened(name):
    assert may_open(name)


@pytest.mark.parametrize("name", ["a.exe", "a.xlsm", "a.html", "a.pdf.lnk", "a", "a.js", "a.svg"])
def test_what_could_run_may_not_be_opened(name, tmp_path):
    assert not may_open(name)
    (tmp_path / name).write_bytes(b"x")
    assert refusal(stage, tmp_path / name, tmp_path / "staged") == "attachment.type"


def test_a_document_is_staged_under_its_hash(tmp_path):
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(b"%PDF")
    digest = hashlib.sha256(b"%PDF").hexdigest()
    first = stage(bill, tmp_path / "staged")
    second = stage(bill, tmp_path / "staged", taken=["bill.pdf"])
    bill.unlink()
    assert (first.name, second.name) == ("bill.pdf", "bill (2).pdf")
    assert (first.sha256, first.size) == (digest, 4)
    assert [path.name for path in (tmp_path / "staged").iterdir()] == [digest]
    assert first.read() == second.read() == b"%PDF"


def test_a_staged_copy_that_changed_is_refused(tmp_path):
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(b"%PDF")
    attached = stage(bill, tmp_path / "staged")
    attached.source.write_bytes(b"%PDX")
    assert refusal(attached.read) == "attachment.changed"
    attached.source.unlink()
    assert refusal(attached.read) == "file.missing"


def test_a_big_document_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "MAX_ATTACHMENT", 10)
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(b"x" * 11)
    assert refusal(stage, bill, tmp_path / "staged") == "attachment.too_big"
    assert refusal(stage, tmp_path / "none.pdf", tmp_path / "staged") == "file.missing"


def test_a_copy_for_opening_has_a_harmless_name(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    odd = Attachment(name="../CON.pdf", sha256=digest, size=1, source=source)
    copy = copy_for_opening(odd, tmp_path / "opened")
    assert copy.name == "_CON.pdf"
    assert copy.parent.parent == tmp_path / "opened"
    assert copy.read_bytes() == b"x"
    program = Attachment(name="a.exe", sha256=digest, size=1, source=source)
    assert refusal(copy_for_opening, program, tmp_path / "opened") == "attachment.type"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "bill.pdf").write_bytes(b"x")
    assert refusal(stage, tmp_path / "bill.pdf", tmp_path / "bill.pdf" / "in") == "file.no_folder"
