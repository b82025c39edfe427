"""One plant for many studies: taken over, begun with, told product by product."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.evidence import attach
from supplier_pcf.app.plant_model import (
    apart,
    begin_with,
    chosen_output,
    plant_in,
    possible_outputs,
    scopes_of,
    tables_of,
    take_over,
    with_proofs,
)
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.project.attachments import Attachment

TODAY = date(2026, 3, 1)
NOW = datetime(2026, 3, 1, tzinfo=UTC)
BRACKET = sample_study("stamped-bracket")


def test_the_sample_plant_says_what_each_of_its_products_carries():
    """1,860,000 kWh x 0.5777 by hours, 78,000 m3 by hours, 7,400 l diesel by mass, 1.8 kg by hours."""
    table = tables_of(BRACKET, bundled_library(), TODAY)[0]
    small = table.products[1]
    assert small.kwh == pytest.approx(1_860_000 * 9800 / 22400 / 950_000)
    hours = 1_860_000 * 0.5777 + 1.8 * 2256 + 78_000 * 2.42566
    mass = 180_000 * 1.28 + 950_000 * 0.62 + 400_000 * 1.9
    litres = 7400 * 950_000 * 0.62 / mass
    expected = (hours * 9800 / 22400 + litres * 3.28564) / 950_000
    assert small.kg_co2e == pytest.approx(expected, rel=1e-4)


def test_the_sample_plants_power_is_counted_by_the_province():
    """Zhejiang 2023: 0.4974 kg CO2/kWh, for the plant's inventory only."""
    found = scopes_of(BRACKET, bundled_library(), TODAY)[0]
    assert found.location == pytest.approx(1_860_000 * 0.4974)
    assert found.grid_factor.place == "CN-ZJ"


def test_a_study_of_another_product_begins_with_the_plant():
    seat = begin_with(BRACKET, "seat")
    assert seat.id not in ("", BRACKET.id)
    assert (seat.product.name, seat.product.volume) == ("Seat frame parts, 6 types", 400_000)
    result = calculated(seat, bundled_library(), TODAY).result
    table = tables_of(BRACKET, bundled_library(), TODAY)[0]
    assert result.excluding == pytest.approx(table.products[2].kg_co2e)


def test_a_plant_is_taken_over_by_the_product_of_the_same_name():
    own = Study(product=Product(name="seat frame parts, 6 types", volume=1.0))
    output = chosen_output(own, BRACKET)
    taken = take_over(own, BRACKET, output.id)
    assert taken.product.name == "seat frame parts, 6 types"
    assert (taken.product.volume, taken.product.mass) == (400_000, Quantity(1.9, "kg"))
    assert taken.product.currency == "CNY"


def test_an_unclear_product_is_asked_for():
    own = Study(product=Product(name="Gear"))
    assert possible_outputs(own, BRACKET) == ()
    with pytest.raises(Refusal, match="which_output"):
        chosen_output(own, BRACKET)
    assert chosen_output(own, BRACKET, "small").units == 950_000
    with pytest.raises(Refusal, match="no_output"):
        chosen_output(own, BRACKET, "gear")


def test_a_study_without_plant_has_none_to_give(tmp_path):
    path = tmp_path / "empty.spcf"
    save_project(path, with_study(None, Study()), NOW)
    with pytest.raises(Refusal, match=r"plant\.empty"):
        plant_in(path)


def test_the_copies_of_factors_travel_with_the_plant(tmp_path):
    """The other study's own copy of its grid factor gives the new study its number."""
    path = tmp_path / "bracket.spcf"
    project = save_project(path, with_study(None, BRACKET), NOW)
    grid = next(u.factor_id for u in BRACKET.energy_uses if u.id == "use-meter-electricity")
    old = tuple(replace(f, fossil=9.0) if f.id == grid else f for f in project.factors)
    other = replace(project, factors=old)
    begun = with_proofs(with_study(None, Study()), other, begin_with(BRACKET, "seat"))
    target = tmp_path / "seat.spcf"
    save_project(target, begun, NOW)
    kept = {f.id: f for f in open_project(target).factors}
    assert kept[grid].fossil == 9.0


def test_the_documents_behind_the_plant_travel_with_it():
    """The bill of the meter does, the drawing of the other product does not."""
    bill = Attachment(name="bill.pdf", sha256="0" * 64, size=1, source=Path("x"))
    drawing = replace(bill, name="drawing.pdf")
    proofs = (Evidence(id="bill", file="bill.pdf"), Evidence(id="drawing", file="drawing.pdf"))
    meters = tuple(replace(m, evidence=("bill",)) for m in BRACKET.meters)
    project = replace(
        with_study(None, replace(BRACKET, evidence=proofs, meters=meters)),
        attachments={"bill.pdf": bill, "drawing.pdf": drawing},
    )
    seat = begin_with(project.study, "seat")
    begun = with_proofs(with_study(None, seat), project, seat)
    assert [e.id for e in seat.evidence] == ["bill"]
    assert set(begun.attachments) == {"bill.pdf"}


def test_a_document_of_the_plant_takes_no_other_ones_name():
    """Two bills of the same name: both stay, and the plant's evidence says the new name."""
    ours = Attachment(name="bill.pdf", sha256="1" * 64, size=1, source=Path("x"))
    theirs = replace(ours, sha256="0" * 64)
    proofs = (Evidence(id="bill", file="bill.pdf"),)
    other = replace(
        with_study(None, replace(BRACKET, evidence=proofs)), attachments={"bill.pdf": theirs}
    )
    found = apart(other, {"bill.pdf": ours})
    assert found.study.evidence[0].file == "bill (2).pdf"
    assert found.attachments["bill (2).pdf"].sha256 == theirs.sha256
    assert apart(other, {"bill.pdf": theirs}) is other


def test_brought_documents_are_in_the_file_that_is_saved(tmp_path):
    """The bill of the other study's meter is written with the study that takes the plant over."""
    bill = tmp_path / "bill.pdf"
    bill.write_bytes(b"%PDF-1.4 bill")
    first = Session(tmp_path / "one", clock=lambda: NOW)
    first.start(BRACKET)
    proof = attach(first, bill, "Attach")
    meters = tuple(replace(m, evidence=(proof,)) for m in BRACKET.meters)
    first.edit(lambda study: replace(study, meters=meters), "Prove the meters")
    first.save(tmp_path / "first.spcf")
    second = Session(tmp_path / "two", clock=lambda: NOW)
    other = plant_in(tmp_path / "first.spcf")
    second.start(begin_with(other.study, "seat"))
    second.bring(other)
    second.save(tmp_path / "second.spcf")
    assert (
        open_project(tmp_path / "second.spcf").attachments["bill.pdf"].read() == bill.read_bytes()
    )
