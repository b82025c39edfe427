"""One job of the reader: what kind of table it is, what it makes of an odd one, what it remembers."""

from pathlib import Path

import pytest

from supplier_pcf.app.import_job import BOM, ENERGY, UNCLEAR, Job, Tables, kind_of, read_job
from supplier_pcf.app.import_layouts import Layout
from supplier_pcf.app.table_reading import mapped, mapped_energy, units_for
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import Table

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
BOM_FILE = SAMPLES / "stamped-bracket" / "bom.xlsx"
BILLS = SAMPLES / "stamped-bracket" / "energy-2025.csv"
ODD = "Werk 3;;\nTeilchen;Zeug;Gew.\nA1;DC01;12,5\nA2;DC01;3,5\n"
TOLD = {"part_number": "A", "material": "B", "unit_mass": "C"}


def odd_file(tmp_path, name="odd.csv"):
    path = tmp_path / name
    path.write_text(ODD, encoding="utf-8")
    return path


def test_a_table_tells_what_it_is():
    assert kind_of(read_tables(BOM_FILE)) == BOM
    assert kind_of(read_tables(BILLS)) == ENERGY


MONTH_NAMES = ("Januar", "Februar", "März", "April", "Mai", "Juni")
ERP = {
    "SAP, German": (BOM, [
        ["Stufe", "Komponente", "Objektkurztext", "Menge", "KME", "Nettogewicht", "Gew.Einh."],
        [".1", "4711", "Halter", 1, "ST", 0.5, "KG"],
    ]),
    "Kingdee, Chinese": (BOM, [
        ["物料清单明细表"],
        ["层级", "子项物料编码", "子项物料名称", "规格型号", "材质", "用量", "单位", "单重(g)"],
        [1, "100.01", "外壳", "120x80", "ADC12", 1, "Pcs", 356.2],
    ]),
    "a list with prices and dates": (BOM, [
        ["Article", "Qty", "Date", "Price"], ["A", 1, "2025-01-01", 3],
    ]),
    "bills month by month, German": (ENERGY, [
        ["Werk 2"], ["Monat", "Strom (MWh)", "Erdgas (MWh Hs)", "Kosten (€)"],
        *([name, 10, 5, 100] for name in MONTH_NAMES),
    ]),
    "bills across, Chinese": (ENERGY, [
        ["能源", "单位", *(f"{m}月" for m in range(1, 13))], ["电", "万千瓦时", *[14.2] * 12],
    ]),
    "a list of invoices": (ENERGY, [
        ["Invoice date", "Utility", "Consumption", "Unit", "Cost"],
        ["2025-01-31", "Electricity", 10, "MWh", 3],
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", ERP)
def test_tables_of_erp_systems_and_utilities_are_told_apart(name):
    kind, rows = ERP[name]
    assert kind_of([Table(file="x.xlsx", sheet="Cover", rows=[["Hello"]]),
                    Table(file="x.xlsx", sheet="Data", rows=rows)]) == kind  # fmt: skip


def test_a_table_of_neither_kind_is_asked_about(tmp_path):
    assert kind_of([Table(file="x.csv", rows=[["a", "b"], ["1", "2"]])]) == UNCLEAR
    read = read_job(Job(kind="", path=odd_file(tmp_path)))
    assert (read.kind, read.table, read.problem) == ("", None, None)
    assert read.is_empty
    assert read.seen.rows[1][:2] == ("Teilchen", "Zeug")


def test_odd_headings_are_shown_with_the_reason_and_not_refused(tmp_path):
    read = read_job(Job(kind=BOM, path=odd_file(tmp_path)))
    assert read.problem.code == "import.no_bom_headings"
    assert [c.heading for c in read.source.columns] == ["Teilchen", "Zeug", "Gew."]
    assert read.examples["A"] == "A1, A2"
    assert read.source.header_row == 2


def test_columns_told_one_by_one_make_a_table_in_the_end(tmp_path):
    path, how = odd_file(tmp_path), TableOptions(header_row=2, units={"C": "g"})
    for field, column in TOLD.items():
        read = read_job(Job(kind=BOM, path=path, how=how))
        how = TableOptions(
            header_row=2, units=how.units, mapping=mapped(how, read.source.columns, column, field)
        )
    read = read_job(Job(kind=BOM, path=path, how=how))
    assert [m.amount.value for m in read.table.materials] == [12.5, 3.5]


def test_a_known_layout_is_read_as_it_was_told(tmp_path):
    first = read_job(
        Job(kind=BOM, path=odd_file(tmp_path), how=TableOptions(header_row=2, mapping=TOLD))
    )
    layouts = {first.signature: Layout(mapping=TOLD, units={"C": "g"})}
    newer = tmp_path / "newer.csv"
    newer.write_text("Stand März;;\n;;\n" + ODD, encoding="utf-8")
    read = read_job(Job(kind=BOM, path=newer, layouts=layouts))
    assert read.was_known
    assert read.source.header_row == 4
    assert len(read.table.materials) == 2
    assert read.how.units == {"C": "g"}


def test_a_known_layout_tells_the_kind_of_a_table_that_is_unclear(tmp_path):
    path = odd_file(tmp_path)
    first = read_job(Job(kind=BOM, path=path, how=TableOptions(header_row=2, mapping=TOLD)))
    layouts = {first.signature: Layout(mapping=TOLD, units={"C": "g"})}
    read = read_job(Job(kind="", path=path, layouts=layouts))
    assert (read.kind, read.was_known) == (BOM, True)


def test_another_layout_is_not_touched(tmp_path):
    read = read_job(Job(kind=BOM, path=BOM_FILE, layouts={"0" * 32: Layout(mapping={"name": "A"})}))
    assert not read.was_known
    assert len(read.table.materials) == 10


def test_cells_are_kept_until_the_file_changes(tmp_path):
    path, kept = odd_file(tmp_path), Tables()
    first = kept.of(path)
    assert kept.of(path) is first
    path.write_text(ODD + "A3;DC01;1\n", encoding="utf-8")
    assert len(kept.of(path)[0].rows) == 5


def test_progress_is_told_for_large_tables(tmp_path):
    path = tmp_path / "large.csv"
    rows = "".join(f"P{n};DC01;{n + 1}\n" for n in range(600))
    path.write_text(f"Part number;Material;Net mass (g)\n{rows}", encoding="utf-8")
    heard = []
    read_job(Job(kind=BOM, path=path), tell=lambda done, of: heard.append((done, of)))
    assert heard == [(250, 600), (500, 600)]


def test_a_file_that_cannot_be_read_is_a_refusal(tmp_path):
    assert isinstance(read_job(Job(kind="", path=tmp_path / "none.xlsx")), Refusal)


def test_an_unknown_sheet_is_refused_by_its_name():
    answer = read_job(Job(kind=BOM, path=BOM_FILE, how=TableOptions(sheet="Nope")))
    assert answer.code == "import.no_such_sheet"


def test_energy_columns_are_told_with_their_letters():
    how = TableOptions(mapping={"electricity B": "B"})
    assert mapped_energy(how, "C", "electricity") == {"electricity B": "B", "electricity C": "C"}
    assert mapped_energy(how, "B", "") == {"unused B": "B"}
    assert mapped_energy(how, "A", "month") == {"electricity B": "B", "month": "A"}


def test_only_what_is_measured_has_a_unit():
    assert units_for("net_mass")[0] == "g"
    assert units_for("electricity C")[0] == "kWh"
    assert units_for("name") == ()
