"""A request to a supplier: one page and a sheet, with nothing of the study that is not his business."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from supplier_pcf.app import requesting
from supplier_pcf.app.requesting import (
    asked_fields,
    day_of,
    request_for,
    request_pdf,
    request_sheet,
    write_request,
)
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Material, Waste
from supplier_pcf.domain.study import Company
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import Quantity
from supplier_pcf.formats.validation.pact_3_model import PCF, ROOT
from tests.build import a_factor, a_study, kg

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
PASTE = a_factor("licensed:paste", 7.654321, layer=Layer.LICENSED)
CAP = Material(
    id="m",
    name="=Cap 护帽",
    part_number="CP-08",
    designation="PP",
    amount=kg(0.0123),
    supplier="Yuyao Plastics 余姚塑料",
    factor_id=PASTE.id,
)
STUDY = a_study(
    materials=(CAP,),
    energy_uses=(EnergyUse(id="e", name="Power", amount=Quantity(1, "MWh")),),
    direct_emissions=(DirectEmission(id="d", name="CO2"),),
    wastes=(Waste(id="w", name="Sludge"),),
    transports=(Transport(id="t", name="Truck"),),
    factors=(PASTE,),
    company=Company(name="Yongda Stamping", contact="Zhou Min", email="pcf@yongda.example"),
)


def refusal(call, *given, **named):
    with pytest.raises(Refusal) as refused:
        call(*given, **named)
    return refused.value.code


def text_of(language="en", **changes):
    request = replace(request_for(STUDY, "m", TODAY, date(2027, 1, 31)), **changes)
    pages = PdfReader(io.BytesIO(request_pdf(request, language))).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_the_page_says_who_asks_whom_for_what_until_when():
    said = text_of()
    for wanted in ("Cap 护帽", "CP-08", "Yuyao Plastics 余姚塑料", "Yongda Stamping", "Zhou Min"):
        assert wanted in said
    assert "2027-01-31" in said
    assert "2025-01-01 – 2025-12-31" in said


@pytest.mark.parametrize(
    "wanted",
    [
        "1 kg",
        "Cradle to gate",
        "without biogenic uptake and with it",
        "AR6",
        "carries no credit",
        "The share of the footprint, in percent",
        "from 1 (best) to 5",
        "ISO 14067",
        "PCF request =Cap 护帽.xlsx",
    ],
)
def test_the_page_asks_for_all_that_a_footprint_needs(wanted):
    assert wanted in text_of()


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("name", ["x" * 200, "护帽" * 60, "Cap"])
def test_it_stays_one_page_in_every_language(language, name):
    assert "CP-08" in text_of(language, item=name, supplier=name, designation=name)


def test_the_same_request_gives_the_same_bytes():
    request = request_for(STUDY, "m", TODAY)
    assert request_pdf(request, "de") == request_pdf(request, "de")


def grid():
    book = load_workbook(io.BytesIO(request_sheet(request_for(STUDY, "m", TODAY))))
    return [[cell.value for cell in row] for row in book["PCF"].iter_rows()]


def test_the_sheet_has_a_row_for_every_field_in_three_languages():
    head = grid().index(["field", "answer", "required", "English", "Deutsch", "中文"])
    rows = {row[0]: row for row in grid()[head + 1 :]}
    assert tuple(rows) == asked_fields()
    assert all(all(row[3:6]) for row in rows.values())
    assert rows["pcf/pcfExcludingBiogenicUptake"][2] == "x"
    assert rows["pcf/pcfExcludingBiogenicUptake"][1] is None
    assert rows["pcf/declaredUnitOfMeasurement"][1] == "kilogram"
    assert rows["pcf/biogenicCarbonContent"][2] is None


def test_every_path_of_the_sheet_is_one_of_the_data_model():
    places = {"": ROOT, "pcf": PCF, "pcf/dqi": PCF["dqi"].kind.properties}
    for name in asked_fields():
        parent, _, last = name.rpartition("/")
        if name not in requesting._BESIDES:
            assert last in places[parent], name


def test_what_a_spreadsheet_would_run_is_text():
    book = load_workbook(io.BytesIO(request_sheet(request_for(STUDY, "m", TODAY))))
    cells = [cell for row in book["PCF"].iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert cells[0].value.startswith("'=Cap")


def test_amounts_and_factors_of_the_study_are_not_the_supplier_s_business():
    sheet = str(grid())
    for secret in ("0.0123", "7.654321", "7.65", "licensed:paste", "Bracket", "B-1"):
        assert secret not in text_of()
        assert secret not in sheet


@pytest.mark.parametrize(("flow_id", "unit"), [("m", "kg"), ("e", "kWh"), ("t", "t.km")])
def test_the_unit_is_what_the_supplier_sells_by(flow_id, unit):
    assert request_for(STUDY, flow_id, TODAY).unit == unit


def test_a_piece_is_asked_with_its_mass():
    study = replace(STUDY, materials=(replace(CAP, amount=Quantity(2, "piece")),))
    request = request_for(study, "m", TODAY)
    assert request.unit == "piece"
    pages = PdfReader(io.BytesIO(request_pdf(request, "en"))).pages
    assert "Tell the net mass of one piece" in pages[0].extract_text()


def test_who_cannot_be_asked_is_said():
    assert refusal(request_for, STUDY, "gone", TODAY) == "request.no_row"
    assert refusal(request_for, STUDY, "d", TODAY) == "request.not_bought"
    assert refusal(request_for, STUDY, "w", TODAY) == "request.not_bought"
    nobody = replace(STUDY, company=Company())
    assert refusal(request_for, nobody, "m", TODAY) == "request.no_sender"
    assert refusal(request_for, STUDY, "m", TODAY, date(2026, 11, 20)) == "request.days_over"
    assert refusal(request_pdf, request_for(STUDY, "m", TODAY), "fr") == "language.unknown"


def test_a_day_is_written_as_year_month_day():
    assert day_of(" 2027-01-31 ") == date(2027, 1, 31)
    assert day_of("") is None
    assert refusal(day_of, "31.1.2027") == "request.bad_day"


def test_both_files_are_written_into_the_folder(tmp_path):
    files = write_request(STUDY, "m", tmp_path / "new" / "folder", language="en", now=NOW)
    assert [path.name for path in files] == [
        "PCF request =Cap 护帽.pdf",
        "PCF request =Cap 护帽.xlsx",
    ]
    assert all(path.stat().st_size > 1000 for path in files)


def test_a_file_in_the_place_of_the_folder_is_a_refusal(tmp_path):
    (tmp_path / "out").write_text("x", encoding="utf-8")
    assert (
        refusal(write_request, STUDY, "m", tmp_path / "out", language="en", now=NOW)
        == "file.no_folder"
    )
