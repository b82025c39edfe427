"""Reading tables in a process of its own: answers, re-reading, stopping, the edit."""

import os
import time
from pathlib import Path

import pytest

from supplier_pcf.app.session import Session
from supplier_pcf.app.table_reading import (
    BOM,
    ENERGY,
    Job,
    ReadTable,
    RowStatus,
    TableOptions,
    TableReader,
    fields_of,
    imported,
    job_for,
    mapped,
    read_job,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from tests.app.stubborn_reader import dies, sleeps

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"
TABLE = SAMPLE / "bom.xlsx"


def wait(reader, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = reader.answer()
        if answer is not None:
            return answer
        time.sleep(0.02)
    raise AssertionError("no answer")


@pytest.fixture
def reader():
    made = TableReader()
    yield made
    made.stop()


def test_a_bill_of_materials_comes_back_from_the_other_process(reader):
    reader.ask(Job(kind=BOM, path=TABLE, place="CN"))
    read = wait(reader)
    assert read.counts[RowStatus.MATCHED] == 11
    assert len(read.table.materials) == 10
    assert any(m.factor_id for m in read.table.materials)


def test_each_column_has_examples_to_recognise_it_by():
    read = read_job(Job(kind=BOM, path=TABLE))
    column = next(c.column for c in read.source.columns if c.field == "part_number")
    assert "BR-2041-10" in read.examples[column]


def test_only_the_newest_answer_counts(reader):
    reader.ask(Job(kind=BOM, path=TABLE))
    reader.ask(Job(kind=BOM, path=SAMPLE / "missing.xlsx"))
    answer = wait(reader)
    assert isinstance(answer, Refusal)
    assert answer.code == "import.file_missing"
    assert reader.answer() is None


def test_stopping_does_not_wait_for_the_work():
    reader = TableReader(sleeps)
    reader.ask(Job(kind=BOM, path=TABLE))
    before = time.monotonic()
    reader.stop()
    assert time.monotonic() - before < 5
    time.sleep(0.1)
    assert reader.answer() is None


def test_a_reader_that_dies_is_a_refusal_and_not_the_end():
    reader = TableReader(dies)
    reader.ask(Job(kind=BOM, path=TABLE))
    answer = wait(reader)
    assert answer.code == "import.reader_stopped"
    assert answer.params == {"file": "bom.xlsx"}
    reader.stop()


def test_the_edit_takes_the_whole_table(tmp_path):
    session = Session(tmp_path)
    session.start(Study())
    read = read_job(job_for(session, BOM, TABLE, TableOptions()))
    session.edit(imported(session, read), "Import bill of materials")
    assert len(session.study.materials) == 10
    session.undo()
    assert session.study == Study()


def test_energy_bills_become_meters_and_uses(tmp_path):
    session = Session(tmp_path)
    session.start(Study())
    read = read_job(job_for(session, ENERGY, SAMPLE / "energy-2025.csv", TableOptions()))
    session.edit(imported(session, read), "Import energy bills")
    assert len(session.study.meters) == 3
    assert len(session.study.energy_uses) == 3


def columns():
    return read_job(Job(kind=BOM, path=TABLE)).source.columns


def reread(mapping):
    answer = read_job(Job(kind=BOM, path=TABLE, how=TableOptions(mapping=mapping)))
    assert isinstance(answer, ReadTable)
    return {c.field: c.column for c in answer.source.columns if c.field}


@pytest.mark.parametrize("field", ["supplier", "gross_mass", "unit_mass", "quantity"])
def test_every_column_can_be_left_unused(field):
    old = next((c for c in columns() if c.field == field), None)
    if old is None:
        pytest.skip(f"the sample has no {field}")
    assert field not in reread(mapped(TableOptions(), columns(), old.column, ""))


def test_a_column_taken_for_another_field_leaves_the_old_one():
    supplier = next(c for c in columns() if c.field == "supplier")
    told = mapped(TableOptions(), columns(), supplier.column, "origin")
    fields = reread(told)
    assert fields["origin"] == supplier.column
    assert "supplier" not in fields


def test_the_last_word_about_a_column_counts():
    supplier = next(c for c in columns() if c.field == "supplier")
    once = TableOptions(mapping=mapped(TableOptions(), columns(), supplier.column, "origin"))
    back = mapped(once, columns(), supplier.column, "supplier")
    assert back == {"supplier": supplier.column}


def test_fields_to_choose_from_hold_no_catch_all():
    assert "other" not in fields_of(BOM)
    assert {"month", "amount"} <= set(fields_of(ENERGY))


def test_the_reading_process_is_another_one(reader):
    reader.ask(Job(kind=BOM, path=TABLE))
    wait(reader)
    assert reader._process.pid != os.getpid()
