"""The verifier's pack: what is in it, that no name leads out of it, and what is left out."""

import csv
import hashlib
import io
import zipfile
from datetime import UTC, datetime

import pytest

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.pack import item_words, safe_member, write_pack
from supplier_pcf.app.register import Item
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import Scope
from supplier_pcf.domain.verification import Comment
from supplier_pcf.formats import FORMATS, Issue
from supplier_pcf.i18n import translator
from supplier_pcf.project.attachments import Attachment
from tests.build import Case, a_factor, a_study, kg

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DATA = b"%PDF-1.4 weighing record"
SHA = hashlib.sha256(DATA).hexdigest()


def a_file(tmp_path, name="bill.pdf", data=DATA, sha256=SHA):
    source = tmp_path / sha256[:20]
    source.write_bytes(data)
    return Attachment(name=name, sha256=sha256, size=len(data), source=source)


def done(*evidence, **facts):
    sheet = Material(
        id="m", name="Sheet", amount=kg(1), factor_id="f", evidence=tuple(e.id for e in evidence)
    )
    case = Case(a_study(evidence=evidence, **facts), [a_factor("f", 2.0)])
    return Calculated(case.with_flow("materials", sheet).examined, ())


def packed(tmp_path, what, files):
    target = tmp_path / "pack.zip"
    left = write_pack(what, files, target, "en", NOW)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}, left


def test_the_pack_holds_the_list_the_register_and_the_file_under_its_hash(tmp_path):
    found = done(Evidence(id="e", title="Weighing", file="bill.pdf", sha256=SHA))
    members, left = packed(tmp_path, found, {"bill.pdf": a_file(tmp_path)})
    name = f"files/{SHA[:16]}.pdf"
    assert set(members) == {"evidence.pdf", "register.csv", "remarks.csv", "index.csv", name}
    assert members[name] == DATA
    assert members["evidence.pdf"].startswith(b"%PDF")
    (row,) = list(csv.DictReader(io.StringIO(members["index.csv"].decode("utf-8-sig"))))
    assert row == {
        "file in this pack": name,
        "name": "bill.pdf",
        "sha256": SHA,
        "documents": "Weighing",
    }
    assert left == ()


def test_the_same_pack_has_the_same_bytes(tmp_path):
    found = done(Evidence(id="e", file="bill.pdf", sha256=SHA))
    files = {"bill.pdf": a_file(tmp_path)}
    packs = []
    for name in ("a.zip", "b.zip"):
        write_pack(found, files, tmp_path / name, "de", NOW)
        packs.append((tmp_path / name).read_bytes())
    assert packs[0] == packs[1]


@pytest.mark.parametrize(
    "name",
    ["../../etc/x.pdf", "C:\\x\\..\\bill.PDF", "/abs.pdf", "a\x00.pdf", "CON.pdf", "é 图.pdf"],
)
def test_no_name_leads_out_of_the_pack(tmp_path, name):
    found = done(Evidence(id="e", file=name, sha256=SHA))
    members, left = packed(tmp_path, found, {name: a_file(tmp_path, name)})
    assert [m for m in members if m.startswith("files/")] == [f"files/{SHA[:16]}.pdf"]
    assert left == ()


def test_a_hash_that_is_no_hash_names_nothing(tmp_path):
    bad = a_file(tmp_path)
    bad = Attachment(name="bill.pdf", sha256="../../../x", size=len(DATA), source=bad.source)
    found = done(Evidence(id="e", file="bill.pdf", sha256="../../../x"))
    members, left = packed(tmp_path, found, {"bill.pdf": bad})
    assert not [m for m in members if "files" in m]
    assert [f.code for f in left] == ["evidence.changed"]


@pytest.mark.parametrize("name", ["tool.exe", "page.html", "run.bat", "none", "x.pdf.lnk"])
def test_a_type_we_do_not_open_stays_out(tmp_path, name):
    found = done(Evidence(id="e", file=name, sha256=SHA))
    members, left = packed(tmp_path, found, {name: a_file(tmp_path, name)})
    assert not [m for m in members if m.startswith("files/")]
    assert [f.code for f in left] == ["evidence.pack_type"]


def test_files_that_are_gone_or_changed_are_told_and_left_out(tmp_path):
    gone = Evidence(id="gone", file="gone.pdf", sha256=SHA)
    other = Evidence(id="other", file="bill.pdf", sha256=SHA)
    changed = a_file(tmp_path, data=b"other")
    members, left = packed(tmp_path, done(gone, other), {"bill.pdf": changed})
    assert {f.code for f in left} == {"evidence.missing", "evidence.changed"}
    assert not [m for m in members if m.startswith("files/")]


def test_paper_is_in_the_register_with_the_place_where_it_lies(tmp_path):
    paper = Evidence(id="p", title="Licence", lies_at="Binder 3, office")
    members, left = packed(tmp_path, done(paper), {})
    (row,) = list(csv.DictReader(io.StringIO(members["register.csv"].decode("utf-8-sig"))))
    assert (row["lies at"], row["problem"], left) == ("Binder 3, office", "", ())


def test_a_language_that_is_not_there_writes_nothing(tmp_path):
    with pytest.raises(Refusal):
        write_pack(done(), {}, tmp_path / "x.zip", "xx", NOW)
    assert not (tmp_path / "x.zip").exists()


def test_the_type_alone_comes_from_the_name():
    made = Attachment(name="Über uns.PDF", sha256="0f" * 32, size=1, source=None)
    assert safe_member(made) == "files/0f0f0f0f0f0f0f0f.pdf"


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_every_item_has_a_name_and_what_to_look_for(language):
    for item in Item:
        title, look = item_words(item, translator(language))
        assert title
        assert look.endswith((".", "。"))


SECRET = "Zylinderkopf-4711"


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda f: f.ID)
def test_remarks_and_titles_leave_in_no_exchange_file(chosen):
    """Of a confidential study; the file names of documents do not leave either."""
    found = done(
        Evidence(id="e", title=SECRET, file=f"{SECRET}.pdf", page=SECRET, proves=SECRET),
        Evidence(id="n", title=SECRET),
        scope=Scope(is_confidential=True),
        comments=(Comment(id="c", text=SECRET, by=SECRET, answer=SECRET),),
    )
    from supplier_pcf.app.releases import release_for
    from supplier_pcf.checks import findings

    release = release_for(found.study, NOW, found.result, "")
    issue = Issue.of(found.examined, release, findings(found.examined))
    assert SECRET.encode() not in chosen.render(issue)
