"""Every CSV the program writes, with names made to be computed: no spreadsheet may carry them out."""

import ast
import csv
import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest

from supplier_pcf.app import checklist, comparing, register, remarks, scenarios, share_sheet
from supplier_pcf.app.collecting import new_record, sheet_of
from supplier_pcf.app.coverage import coverage_of
from supplier_pcf.app.pack import write_pack
from supplier_pcf.app.requesting import request_for, request_sheet
from supplier_pcf.app.result_rows import write_rows
from supplier_pcf.app.session import Session
from supplier_pcf.domain.collection import Team
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.study import Period
from supplier_pcf.domain.verification import Answer, ChecklistAnswer, Comment
from supplier_pcf.formats import by_id
from supplier_pcf.forms import factor_table
from supplier_pcf.guard.spreadsheet import FORMULA
from supplier_pcf.project.attachments import Attachment
from supplier_pcf.project.file import Project
from supplier_pcf.words import same
from tests.build import AS_OF, a_factor, a_study, kg
from tests.formats.made import STUDY, an_issue
from tests.test_house import TREES, name_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DATA = b"%PDF-1.4 a bill"
SHA = hashlib.sha256(DATA).hexdigest()
HOSTILE = "cmd|' /C calc'!A0"
MARKS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "\0=", "＝", "－")


def a_hostile_study(name, amount=1.0):
    """A study in which every text of the user begins as a formula does."""
    return a_study(
        title=name,
        factors=(a_factor("own:f", 2.0, set_id="own", name=name, publisher=name, note=name),),
        materials=(
            Material(
                id="m", name=name, note=name, amount=kg(amount), factor_id="own:f", evidence=("e",)
            ),
        ),
        evidence=(
            Evidence(
                id="e",
                title=name,
                proves=name,
                page=name,
                lies_at=name,
                file="bill.pdf",
                sha256=SHA,
            ),
        ),
        comments=(Comment(id="c", text=name, by=name, answer=name, answered_by=name),),
        checklist=(ChecklistAnswer(point="pcr", answer=Answer.YES, note=name, by=name),),
        scenarios=(
            Scenario(
                id="a",
                name=name,
                changes=(ScenarioChange(lever=Lever.AMOUNT, where="materials/m", number=0.5),),
            ),
        ),
    )


class Made:
    """What the tables are made from: a session with a hostile study, and a document of it."""

    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.session = Session(folder, lambda: NOW)
        self.session.start(a_hostile_study(name))
        (folder / "kept").write_bytes(DATA)
        document = Attachment(name="bill.pdf", sha256=SHA, size=len(DATA), source=folder / "kept")
        self.files = {"bill.pdf": document}

    @property
    def done(self):
        return self.session.calculated

    def issue(self):
        product = replace(STUDY.product, name=self.name, description=self.name)
        (steel, *others) = STUDY.materials
        materials = (replace(steel, name=self.name, note=self.name), *others)
        return an_issue(rules="catena-x-4.0", product=product, materials=materials)

    def register(self):
        rows = register.documents(self.done.study, self.files)
        return register.register_csv(rows, coverage_of(self.done, self.files))

    def index_of_the_pack(self):
        target = self.folder / "pack.zip"
        write_pack(self.done, self.files, target, "en", NOW)
        with zipfile.ZipFile(target) as archive:
            return archive.read("index.csv")

    def causes(self):
        newer = replace(a_hostile_study(self.name, 2.0), id="s2", period=Period())
        older = replace(a_hostile_study(self.name + "1"), period=Period())
        found = comparing.Compared(Project(study=newer), Project(study=older), AS_OF)
        return comparing.causes_csv(found)

    def rows_of_the_result(self):
        target = self.folder / "rows.csv"
        write_rows(self.session, target, same, "en")
        return target.read_bytes()

    def share_sheet(self):
        leaving = (("product/name", self.name), (self.name, "1"))
        shared = share_sheet.with_origins(share_sheet.PDF, leaving)
        return share_sheet.sheet_bytes(shared, (), self.name, same)


TABLES = {
    "register": Made.register,
    "remarks": lambda made: remarks.remarks_csv(made.done.study),
    "index of the pack": Made.index_of_the_pack,
    "checklist": lambda made: checklist.as_csv(checklist.checklist_of(made.done)),
    "scenarios": lambda made: scenarios.scenario_table(scenarios.side_by_side(made.done)),
    "causes": Made.causes,
    "rows of the result": Made.rows_of_the_result,
    "share sheet": Made.share_sheet,
    "own factors": lambda made: factor_table.as_csv(made.done.study.factors),
    "inventory": lambda made: by_id("inventory-csv").render(made.issue()),
    "cx-0136": lambda made: by_id("cx-0136-csv").render(made.issue()),
}


def a_workbook_of_rows(made):
    target = made.folder / "rows.xlsx"
    write_rows(made.session, target, same, "en")
    return target.read_bytes()


def a_sheet_for_colleagues(made):
    record = new_record(made.session.study, Team.PURCHASING, made.name, date(2026, 4, 1), NOW)
    return sheet_of(made.session.study, record, "en")


def a_sheet_for_a_supplier(made):
    return request_sheet(request_for(made.session.study, "m", NOW.date()))


WORKBOOKS = {
    "rows of the result": a_workbook_of_rows,
    "own factors": lambda made: factor_table.as_workbook(made.done.study.factors),
    "collection sheet": a_sheet_for_colleagues,
    "request": a_sheet_for_a_supplier,
}


def cells_of(made):
    text = made.decode("utf-8-sig")
    separator = ";" if text.splitlines()[0].count(";") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return [cell for row in rows for cell in row]


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("mark", MARKS, ids=repr)
@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_any_table_is_computed(table, mark, tmp_path):
    made = TABLES[table](Made(mark + HOSTILE, tmp_path))
    cells = cells_of(made)
    assert [c for c in cells if c.startswith(FORMULA) and not is_number(c)] == []
    assert any(HOSTILE in cell for cell in cells)


@pytest.mark.parametrize("mark", MARKS, ids=repr)
@pytest.mark.parametrize("book", WORKBOOKS)
def test_no_cell_of_any_workbook_is_a_formula(book, mark, tmp_path):
    made = WORKBOOKS[book](Made(mark + HOSTILE, tmp_path))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [c.value for c in cells if c.data_type == "f"] == []
    assert any(HOSTILE in str(cell.value) for cell in cells)


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1f", "\ufffe"], ids=repr)
@pytest.mark.parametrize("book", WORKBOOKS)
def test_a_sign_no_workbook_can_hold_is_a_blank_in_it(book, sign, tmp_path):
    """A vertical tab comes with a text pasted from slides; a workbook with one cannot be made at all."""
    made = WORKBOOKS[book](Made(f"Stamped{sign}sheet", tmp_path))
    (sheet,) = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    assert any("Stamped sheet" in str(c.value) for row in sheet.iter_rows() for c in row)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_utf_8_with_a_mark_and_the_line_ends_of_windows(table, tmp_path):
    made = TABLES[table](Made("Stück 支架", tmp_path))
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.endswith(b"\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert any("Stück 支架" in cell for cell in cells_of(made))


def test_tables_are_written_in_one_place():
    """CX-0136 guards the apostrophe, too, for it is taken away again; cells go to a clipboard as they are."""
    writing = {
        name_of(path).replace("\\", "/")
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("writer", "DictWriter")
    }
    assert writing == {
        "supplier_pcf/guard/spreadsheet.py",
        "supplier_pcf/formats/cx_0136_csv.py",
        "supplier_pcf/gui/tables/cell_block.py",
    }
