"""The evidence register: its items, its documents, and files that are gone or changed."""

import csv
import io
from dataclasses import replace

import pytest

from supplier_pcf.app import evidence, lost_files, register
from supplier_pcf.app.register import Item, ItemState
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.site import Meter
from supplier_pcf.domain.transport import Transport
from supplier_pcf.engine.coverage import Coverage, CoveredLine
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.words import sentence, statement
from tests.build import a_study

BILL = Evidence(id="bill", title="Bills 2025", file="bill.pdf", sha256="ab")
PLAN = Evidence(id="plan", title="Plan", lies_at="Office", items=("boundary", "process"))
STUDY = a_study(
    evidence=(BILL, PLAN),
    meters=(
        Meter(id="p", name="Main", evidence=("bill",)),
        Meter(id="g", name="Gas", carrier=Carrier.NATURAL_GAS),
    ),
    materials=(Material(id="a", name="Sheet"), Material(id="b", name="Bolt")),
    wastes=(Waste(id="w", name="Chips"),),
    transports=(Transport(id="t", name="Truck"),),
)


def states(study):
    return {row.item: row.state for row in register.items(study)}


def held(**facts):
    told = {"name": "bill.pdf", "sha256": "ab", "size": 1, "source": None, **facts}
    return {told["name"]: Attachment(**told)}


def test_there_are_the_seventeen_items_with_their_words():
    assert len(register.items(STUDY)) == 17
    for item in Item:
        assert ": " in sentence(f"register.{item.value}", {})


def test_a_document_behind_a_line_answers_the_item_of_its_kind():
    assert states(STUDY)[Item.ELECTRICITY] is ItemState.PROVEN
    assert states(STUDY)[Item.FUELS] is ItemState.OPEN
    for where, item in (
        ("meters/g", Item.FUELS),
        ("materials/a", Item.MATERIALS),
        ("wastes/w", Item.WASTE),
        ("transports/t", Item.LOGISTICS),
    ):
        assert states(evidence.prove(STUDY, where, "bill"))[item] is ItemState.PROVEN


def test_an_item_is_answered_by_hand_and_taken_back():
    proven = evidence.prove(STUDY, "register/company", "plan")
    assert states(proven)[Item.COMPANY] is ItemState.PROVEN
    assert evidence.behind(proven, "register/company") == ("plan",)
    assert evidence.unprove(proven, "register/company", "plan") == STUDY


def test_an_item_that_is_not_needed_says_why():
    study = register.not_needed(STUDY, Item.GASES, "No refrigerant on site")
    assert states(study)[Item.GASES] is ItemState.NOT_NEEDED
    assert states(register.not_needed(study, Item.GASES, " "))[Item.GASES] is ItemState.OPEN


def test_a_document_that_lies_nowhere_answers_nothing():
    lost = Evidence(id="x", items=("company",))
    assert states(a_study(evidence=(lost,)))[Item.COMPANY] is ItemState.OPEN


def test_one_document_proves_many_lines_and_is_listed_once():
    study = STUDY
    for where in ("materials/a", "materials/b", "materials/a"):
        study = evidence.prove(study, where, "bill")
    row = register.documents(study, held())[0]
    assert row.places == ("materials/a", "materials/b", "meters/p")
    assert row.lines == ("Sheet", "Bolt", "Main")
    assert evidence.remove(study, "bill").materials == STUDY.materials


def test_an_unknown_place_changes_nothing():
    for where in ("", "materials/none", "id/x", "register"):
        assert evidence.prove(a_study(), where, "bill") == a_study()


@pytest.mark.parametrize(
    ("files", "code"),
    [(held(), ""), ({}, "evidence.missing"), (held(sha256="cd"), "evidence.changed")],
)
def test_a_file_that_is_gone_or_another_one_is_found(files, code):
    found = lost_files.file_findings(STUDY, files)
    assert [f.code for f in found] == ([code] if code else [])
    assert all(f.where == "evidence/bill" for f in found)


def test_a_file_changed_on_disk_is_found_when_it_is_read(tmp_path):
    (tmp_path / "staged").write_bytes(b"other")
    files = held(source=tmp_path / "staged", size=5)
    assert lost_files.file_findings(STUDY, files) == ()
    assert [f.code for f in lost_files.file_findings(STUDY, files, read=True)] == [
        "evidence.changed"
    ]


def test_the_register_lists_documents_and_then_lines_without_one():
    bad = replace(BILL, title="=cmd()", page="-3")
    study = replace(STUDY, evidence=(bad, PLAN))
    line = CoveredLine(
        id="a", kind="materials", name="S", kg=1, percent=100, has_amount=False, has_source=True
    )
    found = Coverage(lines=(line,))
    data = register.register_csv(register.documents(study, held()), found).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data), strict=True))
    assert [row["document"] for row in rows] == ["'=cmd()", "Plan", ""]
    assert (rows[0]["page"], rows[0]["sha256"]) == ("'-3", "ab")
    assert rows[1]["items"] == "process; boundary"
    assert (rows[2]["lines"], rows[2]["problem"]) == ("materials/a", "not proven")


def test_a_file_that_is_gone_is_a_finding_of_the_whole_study():
    from datetime import date

    from supplier_pcf.app.calculation import calculated
    from supplier_pcf.factors.library import FactorLibrary

    done = calculated(STUDY, FactorLibrary({}), date(2026, 3, 1), {})
    assert "evidence.missing" in {f.code for f in done.findings}
    there = calculated(STUDY, FactorLibrary({}), date(2026, 3, 1), held())
    assert "evidence.missing" not in {f.code for f in there.findings}


@pytest.mark.parametrize("code", ["nowhere", "missing", "changed"])
def test_what_is_printed_of_a_lost_document_does_not_say_its_title(code):
    assert "SECRET" not in statement(f"evidence.{code}", {"title": "SECRET"})
