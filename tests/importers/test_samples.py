"""The tables of the sample "stamped bracket": as untidy as real ones, and read whole."""

import importlib.util
import math
from pathlib import Path

import pytest
from openpyxl import load_workbook

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.units import Quantity
from supplier_pcf.importers.bom import read_bom
from supplier_pcf.importers.energy import read_energy
from supplier_pcf.importers.outcome import RowStatus

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "samples" / "stamped-bracket"


@pytest.fixture(scope="module")
def bom():
    return read_bom(FOLDER / "bom.xlsx")


@pytest.fixture(scope="module")
def energy():
    return read_energy(FOLDER / "energy-2025.csv")


def test_every_line_of_the_bill_is_understood(bom):
    assert bom.counts == {RowStatus.MATCHED: 11, RowStatus.CHOOSE: 0, RowStatus.IGNORED: 15}


def test_the_product_of_the_bill_is_offered(bom):
    assert bom.product.part_number == "BR-2041-00"
    assert bom.product.mass == Quantity(1.28, "kg")


def test_the_bracket_body_has_net_and_gross_mass(bom):
    body = next(m for m in bom.materials if m.part_number == "BR-2041-11")
    assert (body.amount, body.gross_amount) == (Quantity(842, "g"), Quantity(1236, "g"))
    assert body.designation == "SPCC (DC01) 2.0 mm"
    assert body.parent_id == "m-br-2041-10-1"


def test_full_width_digits_are_read(bom):
    plate = next(m for m in bom.materials if m.part_number == "BR-2041-12")
    assert plate.amount == Quantity(0.214, "kg")


def test_the_leaves_weigh_what_was_worked_by_hand(bom):
    parents = {m.parent_id for m in bom.materials}
    leaves = [m for m in bom.materials if m.id not in parents]
    grams = math.fsum(m.amount.to("g") * m.quantity_per for m in leaves)
    assert grams == pytest.approx(842 + 214 + 25 + 52 + 6 + 46 + 83 + 8 + 3.3)


def test_the_welding_wire_is_an_auxiliary(bom):
    assert [m.part_number for m in bom.materials if m.is_auxiliary] == ["AX-ER506"]


def test_packaging_is_left_to_its_step(bom):
    assert [row.code for row in bom.rows if "PK-" in row.label] == ["import.packaging_row"] * 2


def test_the_year_of_energy_is_read(energy):
    sums = {m.carrier: (sum(r.amount for r in m.readings), m.unit) for m in energy.meters}
    assert sums == {
        Carrier.ELECTRICITY: (1_860_000, "kWh"),
        Carrier.NATURAL_GAS: (78_000, "m3"),
        Carrier.DIESEL: (7_400, "l"),
    }
    assert all(len(meter.readings) == 12 for meter in energy.meters)


def test_nothing_of_the_sample_asks_for_a_look(bom, energy):
    assert {f.severity.value for f in (*bom.findings, *energy.findings)} == {"note"}


def test_the_script_makes_these_very_tables(tmp_path, monkeypatch):
    path = ROOT / "tools" / "samples" / "make_stamped_bracket.py"
    spec = importlib.util.spec_from_file_location("make_stamped_bracket", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    script.main()
    name = "energy-2025.csv"
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
    assert grid(tmp_path / "bom.xlsx") == grid(FOLDER / "bom.xlsx")


def grid(path):
    return [[cell.value for cell in row] for row in load_workbook(path)["BOM"].iter_rows()]
