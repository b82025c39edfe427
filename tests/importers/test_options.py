"""The user's word over what a table says: headings, columns, units and single rows."""

import pytest

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.units import Quantity
from supplier_pcf.importers.bom import bom_in
from supplier_pcf.importers.energy import energy_in
from supplier_pcf.importers.options import TableOptions
from supplier_pcf.importers.outcome import RowStatus
from supplier_pcf.importers.table import Table
from supplier_pcf.words.importing import SENTENCES

HEAD = ["Part number", "Name", "Qty", "Net weight (g)"]


def bill(rows, **options):
    found = bom_in([Table(file="bom.xlsx", sheet="BOM", rows=rows)], TableOptions(**options))
    for report in found.rows:
        assert report.code == "" or SENTENCES[report.code].format(**report.params)
    return found


def bills(rows, **options):
    return energy_in([Table(file="bills.xlsx", sheet="2025", rows=rows)], TableOptions(**options))


def numbers(found):
    return [m.part_number for m in found.materials]


def test_the_row_of_the_headings_can_be_told():
    rows = [["Part number", "Qty"], ["old", 1], HEAD, ["A", "Sheet", 1, 5], ["B", "Pin", 1, 6]]
    assert numbers(bill(rows, header_row=3)) == ["A", "B"]
    assert bill(rows, header_row=1).source.header_row == 1


def test_headings_without_known_words_are_enough_with_a_mapping():
    rows = [["Werk 3", "", ""], ["Teilchen", "Zeug", "Gew."], ["A", "DC01", 12.5]]
    mapping = {"part_number": "A", "material": "B", "unit_mass": "C"}
    (material,) = bill(rows, header_row=2, mapping=mapping, units={"C": "g"}).materials
    assert (material.part_number, material.designation) == ("A", "DC01")
    assert material.amount == Quantity(12.5, "g")


def test_told_headings_that_make_no_bill_are_refused_in_words():
    with pytest.raises(Refusal) as refused:
        bill([["x", "y"], ["A", 1]], header_row=1)
    assert refused.value.code == "import.no_bom_headings"


def test_a_row_beyond_the_end_is_no_row_of_headings():
    with pytest.raises(Refusal):
        bill([HEAD, ["A", "Sheet", 1, 5]], header_row=99)


def test_a_told_unit_wins_over_the_heading_and_not_over_the_cell():
    rows = [HEAD, ["A", "Sheet", 1, 5], ["B", "Pin", 1, "7 mg"]]
    first, second = bill(rows, units={"D": "kg"}).materials
    assert first.amount == Quantity(5, "kg")
    assert second.amount == Quantity(7, "mg")


def test_a_told_unit_wins_over_a_unit_nobody_knows():
    rows = [["Part", "Qty", "Unit", "Net weight (kg)"], ["A", 2, "VPE", 3]]
    assert bill(rows).rows[-1].code == "import.unit_unknown"
    found = bill(rows, units={"B": "piece"})
    assert found.materials[0].quantity_per == 2
    assert found.rows[-1].status is RowStatus.MATCHED


def test_a_told_unit_is_shown_with_its_column():
    found = bill([HEAD, ["A", "Sheet", 1, 5]], units={"D": "kg"})
    assert {c.column: c.unit for c in found.source.columns}["D"] == "kg"


def test_a_row_set_aside_goes_with_all_that_is_under_it():
    head = ["Level", *HEAD]
    rows = [head, [1, "A", "Frame", 1, 9], [2, "B", "Rib", 1, 4], [1, "C", "Pin", 1, 1]]
    found = bill(rows, aside=frozenset({2}))
    assert numbers(found) == ["C"]
    assert [r.code for r in found.rows[1:3]] == ["import.set_aside", "import.left_out_with"]
    assert found.rows[2].params["parent_row"] == 2
    assert found.rows[1].can_be_taken
    assert not found.rows[2].can_be_taken


def test_all_rows_may_be_set_aside():
    found = bill([HEAD, ["A", "Sheet", 1, 5]], aside=frozenset({2}))
    assert found.materials == ()


def test_what_looks_like_a_total_can_be_taken_in():
    rows = [HEAD, ["A", "Sheet", 1, 5], ["Total", "Total gasket", 1, 6]]
    assert numbers(bill(rows)) == ["A"]
    assert bill(rows).rows[-1].can_be_taken
    assert numbers(bill(rows, taken=frozenset({3}))) == ["A", "Total"]


def test_packaging_can_be_taken_in():
    rows = [[*HEAD, "Category"], ["A", "Sheet", 1, 5, ""], ["B", "Tray", 1, 6, "packaging"]]
    assert numbers(bill(rows)) == ["A"]
    assert numbers(bill(rows, taken=frozenset({3}))) == ["A", "B"]


def test_the_product_and_a_second_product_are_not_left_out_row_by_row():
    head = ["Level", *HEAD]
    rows = [head, [0, "P", "Bracket", 1, 9], [1, "A", "Sheet", 1, 9], [0, "Q", "Other", 1, 9]]
    found = bill(rows)
    assert [r.can_be_left for r in found.rows] == [False, False, True, False]


MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]


def test_a_column_can_be_told_to_be_a_form_of_energy():
    rows = [["Month", "Hall 2", "Hall 3"], *([m, 10, 20] for m in MONTHS)]
    told = {"electricity B": "B", "diesel C": "C"}
    found = bills(rows, header_row=1, mapping=told, units={"B": "kWh", "C": "l"})
    assert [(m.carrier, m.unit, len(m.readings)) for m in found.meters] == [
        (Carrier.ELECTRICITY, "kWh", 12),
        (Carrier.DIESEL, "l", 12),
    ]


def test_two_columns_can_be_told_to_be_the_same_form_of_energy():
    rows = [["Month", "Hall 2", "Hall 3"], *([m, 10, 20] for m in MONTHS)]
    told = {"electricity B": "B", "electricity C": "C"}
    found = bills(rows, header_row=1, mapping=told, units={"B": "kWh", "C": "kWh"})
    assert [m.name for m in found.meters] == ["Hall 2", "Hall 3"]


def test_a_column_of_energy_can_be_left_alone():
    rows = [["Month", "Electricity (kWh)", "Gas (m3)"], *([m, 10, 20] for m in MONTHS)]
    found = bills(rows, mapping={"unused C": "C"})
    assert [m.carrier for m in found.meters] == [Carrier.ELECTRICITY]


def test_a_told_unit_of_energy_wins_over_the_heading():
    rows = [["Month", "Electricity (kWh)"], *([m, 10] for m in MONTHS)]
    (meter,) = bills(rows, units={"B": "MWh"}).meters
    assert meter.unit == "MWh"


def test_a_told_unit_of_energy_wins_over_the_unit_column():
    head = ["Month", "Energy", "Consumption", "Unit"]
    rows = [head, *([m, "Electricity", 10, "Einh."] for m in MONTHS)]
    assert bills(rows).meters == ()
    (meter,) = bills(rows, units={"C": "kWh"}).meters
    assert (meter.unit, len(meter.readings)) == ("kWh", 12)


def test_a_bill_can_be_set_aside():
    rows = [["Month", "Electricity (kWh)"], *([m, 10] for m in MONTHS)]
    found = bills(rows, aside=frozenset({2}))
    assert len(found.meters[0].readings) == 11
    assert found.rows[1].code == "import.set_aside"


def test_a_month_that_stands_twice_is_named_with_its_meter():
    rows = [["Month", "Electricity (kWh)"], *([m, 10] for m in [*MONTHS, "2025-03"])]
    found = bills(rows)
    assert [(meter, day.isoformat()) for meter, day in found.doubles] == [
        ("meter-electricity", "2025-03-01")
    ]
