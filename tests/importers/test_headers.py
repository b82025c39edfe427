"""Finding the row of headings and what each column means."""

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.bom import read_bom
from supplier_pcf.importers.bom_columns import AMOUNT, BOM, IDENTITY
from supplier_pcf.importers.headers import find_header
from supplier_pcf.importers.table import Table
from tests.importers.make_tables import sheets, workbook


def header(*rows, merged=()):
    table = Table(file="x.xlsx", rows=[list(row) for row in rows], merged=merged)
    return find_header(table, BOM, (IDENTITY, AMOUNT))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Part No.", "part_number"),
        ("料号", "part_number"),
        ("Teilenummer", "part_number"),
        ("Teile-Nr.", "part_number"),
        ("物料编码\nPart No.", "part_number"),
        ("品名", "name"),
        ("Benennung", "name"),
        ("Description", "name"),
        ("材质", "material"),
        ("Werkstoff", "material"),
        ("用量", "quantity"),
        ("Menge je", "quantity"),
        ("Qty", "quantity"),
        ("单位", "unit"),
        ("ME", "unit"),
        ("Net wt. (g)", "net_mass"),
        ("净重[g]", "net_mass"),
        ("Nettogewicht", "net_mass"),
        ("单重(g)", "unit_mass"),
        ("Gesamtgewicht", "total_mass"),
        ("总重", "total_mass"),
        ("毛重", "gross_mass"),
        ("Bruttogewicht", "gross_mass"),
        ("Gew.einh.", "mass_unit"),
        ("材料利用率", "yield_share"),
        ("Ausnutzung", "yield_share"),
        ("Stufe", "level"),
        ("层级", "level"),
        ("供应商", "supplier"),
        ("Herkunft", "origin"),
        ("产地", "origin"),
        ("Bemerkung", "remark"),
        ("Post-consumer recycled", "recycled_post"),
    ],
)
def test_a_heading_names_its_field(heading, field):
    assert BOM.match(heading).field == field


@pytest.mark.parametrize("heading", ["Colour", "RAL", "Lagerplatz", "检验"])
def test_a_heading_of_something_else_names_nothing(heading):
    assert BOM.match(heading) is None


def test_title_rows_above_are_passed_over():
    found = header(["Company"], ["BOM of bracket", "printed 2025"], ["Part", "Qty"], ["A", 1])
    assert (found.first, found.last) == (2, 2)


def test_two_rows_of_headings_are_joined():
    found = header(
        ["Part", "Weight", "", "Qty"], ["", "Net (g)", "Gross (g)", ""], ["A", 1, 2, 3],
        merged=((0, 1, 0, 2),),
    )  # fmt: skip
    assert (found.first, found.last) == (0, 1)
    assert found.fields["net_mass"] == 1
    assert found.fields["gross_mass"] == 2


def test_a_row_of_units_below_belongs_to_the_headings():
    found = header(["Part", "Qty", "Net weight"], ["", "pcs", "g"], ["A", "1", "2"])
    assert found.headings[2] == "Net weight\ng"


def test_the_user_can_say_which_column_is_which(tmp_path):
    rows = [["Part", "Qty", "Weight A", "W2 (g)"], ["A-1", 1, 5, 7]]
    path = workbook(tmp_path / "own.xlsx", rows)
    by_letters = read_bom(path, mapping={"net_mass": "D"}).materials[0]
    by_heading = read_bom(path, mapping={"net_mass": "W2 (g)"}).materials[0]
    assert by_letters == by_heading
    assert (by_letters.amount.value, by_letters.amount.unit) == (7, "g")


def test_the_user_can_read_a_table_without_headings(tmp_path):
    path = workbook(tmp_path / "bare.xlsx", [["A-1", 2, "12.5 g"]])
    found = read_bom(path, mapping={"part_number": "A", "quantity": "B", "net_mass": "C"})
    assert found.materials[0].quantity_per == 2


def test_a_mapping_to_nothing_is_refused(tmp_path):
    path = workbook(tmp_path / "own.xlsx", [["Part", "Qty"], ["A-1", 1]])
    for mapping, code in (
        ({"net_mass": "ZZ"}, "import.no_such_column"),
        ({"colour": "A"}, "import.no_such_field"),
    ):
        with pytest.raises(Refusal) as caught:
            read_bom(path, mapping=mapping)
        assert caught.value.code == code


def test_the_sheet_with_the_best_headings_is_read_and_others_are_named(tmp_path):
    good = [["Part", "Qty", "Net weight (g)", "Material"], ["A", 1, 2, "DC01"]]
    poor = [["Part", "Qty"], ["B", 1]]
    path = sheets(tmp_path / "two.xlsx", {"Old": poor, "Cover": [["Hi"]], "Now": good})
    found = read_bom(path)
    assert (found.source.sheet, found.source.sheets) == ("Now", ("Old",))
    assert "import.other_sheets" in {finding.code for finding in found.findings}
