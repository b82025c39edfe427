"""Collection sheets: what colleagues are asked, and what becomes of their answers."""

from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.app.asked_fields import FIELDS, Kind, all_asks, asks, months, with_answer
from supplier_pcf.app.collecting import (
    Status,
    came_back,
    new_record,
    plain,
    sheet_of,
    taken_over,
    with_record,
    without_record,
    write_sheet,
)
from supplier_pcf.app.reply_values import trouble_told
from supplier_pcf.domain.collection import Team
from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Exclusion, Material, OutsideProcess, Packaging, Waste
from supplier_pcf.domain.site import Meter, PlantOutput, ProcessStep, Reading, Site
from supplier_pcf.domain.study import Period, Product, Study
from supplier_pcf.domain.transport import Payer, Transport, TransportMode
from supplier_pcf.domain.units import Quantity
from supplier_pcf.i18n import LANGUAGES, translator
from tests.build import a_study, kg

NOW = datetime(2026, 3, 1, tzinfo=UTC)
JANUARY = Reading(start=date(2025, 1, 1), end=date(2025, 1, 31), amount=1200.0)
STUDY = a_study(
    product=Product(name="Bracket", part_number="BR-1"),
    period=Period(start=date(2025, 1, 1), end=date(2025, 12, 31)),
    materials=(
        Material(id="m1", name="Sheet", amount=kg(1.2), supplier="Mill"),
        Material(id="m2", name="Left out", amount=kg(0.1), exclusion=Exclusion(reason="tiny")),
    ),
    outside_processes=(OutsideProcess(id="p1", name="Plating"),),
    process_steps=(ProcessStep(id="s1", name="Stamping", reject_share=0.02),),
    sites=(Site(id="w1", outputs=(PlantOutput(id="o1", name="Others"),)),),
    meters=(Meter(id="e1", name="Main meter", unit="kWh", readings=(JANUARY,)),),
    direct_emissions=(DirectEmission(id="d1", name="R134a", amount=kg(0.4)),),
    wastes=(Waste(id="a1", name="Scrap", amount=kg(0.3)),),
    transports=(Transport(id="t1", name="Truck", distance=Quantity(300.0, "km")),),
    packaging=(Packaging(id="b1", name="Box", amount=Quantity(600.0, "g")),),
)


def sheet(tmp_path, study=STUDY, team=Team.PURCHASING, language="en"):
    record = new_record(study, team, "Ann", date(2026, 4, 1), NOW)
    return write_sheet(study, record, tmp_path, language), record


def filled(path, answers, units=None):
    """Fill in the sheet as a colleague would: find the row by what stands in its hidden cells."""
    book = openpyxl.load_workbook(path)
    page = book.active
    codes = next(row for row in page.iter_rows() if row[0].value == "path")
    at = {cell.value: cell.column for cell in codes}
    for row in page.iter_rows(min_row=codes[0].row + 1):
        if row[0].value in answers:
            page.cell(row[0].row, at["answer"]).value = answers[row[0].value]
        if row[0].value in (units or {}):
            page.cell(row[0].row, at["unit"]).value = units[row[0].value]
    book.save(path)
    return path


def back_of(tmp_path, answers, study=STUDY, team=Team.PURCHASING, now=None, **more):
    path, _record = sheet(tmp_path, study, team)
    back = came_back(now or study, filled(path, answers, **more), ".")
    return back, {row.reply.path: row for row in back.rows}


# What is asked


def test_each_team_is_asked_for_its_own_rows():
    asked = {team: [ask.path for ask in asks(STUDY, team)] for team in Team}
    assert asked[Team.PURCHASING][:2] == ["materials/m1/supplier", "materials/m1/origin_place"]
    assert "outside_processes/p1/place" in asked[Team.PURCHASING]
    assert "process_steps/s1/reject_share" in asked[Team.PRODUCTION]
    assert "sites/w1/o1/machine_hours" in asked[Team.PRODUCTION]
    assert [p for p in asked[Team.FACILITY] if p.startswith("meters")] == [
        f"meters/e1/2025-{month:02d}" for month in range(1, 13)
    ]
    assert asked[Team.LOGISTICS][2] == "transports/t1/distance"


def test_what_is_left_out_is_not_asked_for():
    assert not any("m2" in path for path in all_asks(STUDY))


def test_a_bill_for_the_whole_year_leaves_no_month_to_ask_for():
    year = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=9000.0)
    study = replace(STUDY, meters=(replace(STUDY.meters[0], readings=(year,)),))
    assert not any(path.startswith("meters") for path in all_asks(study))


def test_only_whole_months_of_the_period_are_asked_for():
    period = Period(start=date(2025, 1, 15), end=date(2025, 4, 29))
    assert months(replace(STUDY, period=period)) == (date(2025, 2, 1), date(2025, 3, 1))
    assert months(replace(STUDY, period=Period())) == ()


def test_every_field_that_is_asked_for_can_be_put():
    values = {
        Kind.TEXT: "text",
        Kind.PLACE: "DE",
        Kind.NUMBER: 3.0,
        Kind.SHARE: 0.25,
        Kind.QUANTITY: Quantity(2.0, "kg"),
    }
    seen = set()
    for path, ask in all_asks(STUDY).items():
        value = ask.field.choices[0] if ask.field.kind is Kind.CHOICE else values[ask.field.kind]
        if ask.unit == "km":
            value = Quantity(2.0, "km")
        changed = with_answer(STUDY, path, value)
        assert all_asks(changed)[path].known == value, path
        assert all_asks(changed).keys() == all_asks(STUDY).keys()
        seen.add((ask.field.rows, ask.field.name))
    assert seen == {(field.rows, field.name) for field in FIELDS}


# The workbook


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("team", Team)
def test_a_sheet_says_who_must_find_what_by_when(tmp_path, team, language):
    path, record = sheet(tmp_path, team=team, language=language)
    page = openpyxl.load_workbook(path).active
    texts = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value]
    assert any("Ann" in text and "2026-04-01" in text for text in texts)
    assert page.column_dimensions["A"].hidden and page.column_dimensions["B"].hidden
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows
    assert record.asked == len(asks(STUDY, team))
    assert sum("/" in str(row[0].value or "") for row in page.iter_rows(min_row=4)) == record.asked


def test_what_is_known_is_filled_in_and_units_are_offered(tmp_path):
    path, _record = sheet(tmp_path, team=Team.LOGISTICS)
    page = openpyxl.load_workbook(path).active
    (row,) = [r for r in page.iter_rows() if r[0].value == "packaging/b1/amount"]
    assert [row[4].value, row[6].value] == ["600 g", "g"]
    lists = [v.formula1 for v in page.data_validations.dataValidation]
    assert any("kg" in choices and "t" in choices for choices in lists)
    assert any("the supplier" in choices for choices in lists)


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path):
    material = replace(STUDY.materials[0], name="=1+2", supplier="@SUM(A1)")
    path, _record = sheet(tmp_path, replace(STUDY, materials=(material,)))
    page = openpyxl.load_workbook(path).active
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_a_team_without_rows_is_not_asked():
    with pytest.raises(Refusal, match=r"collect\.nothing_to_ask"):
        sheet_of(Study(), new_record(Study(), Team.LOGISTICS, "", None, NOW), "en")


# Coming back


def test_answers_become_values_of_the_study(tmp_path):
    back, rows = back_of(
        tmp_path,
        {
            "materials/m1/supplier": "New mill",
            "materials/m1/origin_place": "germany",
            "materials/m1/recycled_post_consumer": "30 %",
        },
    )
    assert {rows[p].status for p in rows if p.startswith("materials/m1/r")} == {
        Status.NEW,
        Status.EMPTY,
    }
    study = taken_over(STUDY, back, NOW)
    material = study.materials[0]
    assert (material.supplier, material.origin_place) == ("New mill", "DE")
    assert material.recycled_post_consumer == pytest.approx(0.3)
    assert material.recycled_pre_consumer is None


def test_months_become_readings_in_order(tmp_path):
    answers = {"meters/e1/2025-03": 1500, "meters/e1/2025-02": "1.400,5", "meters/e1/2025-01": 1200}
    path, _record = sheet(tmp_path, team=Team.FACILITY)
    back = came_back(STUDY, filled(path, answers), ",")
    rows = {row.reply.path: row.status for row in back.rows}
    assert rows["meters/e1/2025-01"] is Status.SAME
    readings = taken_over(STUDY, back, NOW).meters[0].readings
    assert [(r.start.month, r.amount) for r in readings] == [(1, 1200.0), (2, 1400.5), (3, 1500.0)]
    assert readings[1].end == date(2025, 2, 28)


def test_a_unit_of_the_list_and_one_in_the_cell_are_taken(tmp_path):
    back, _rows = back_of(
        tmp_path,
        {
            "packaging/b1/amount": 0.6,
            "transports/t1/distance": "450 km",
            "transports/t1/mode": "sea",
        },
        team=Team.LOGISTICS,
        units={"packaging/b1/amount": "kg"},
    )
    study = taken_over(STUDY, back, NOW)
    assert study.packaging[0].amount == Quantity(0.6, "kg")
    assert study.transports[0].distance == Quantity(450.0, "km")
    assert study.transports[0].mode is TransportMode.SEA


def test_the_fields_own_unit_may_stand_behind_its_number(tmp_path):
    answers = {"process_steps/s1/power_kw": "12.5 kW"}
    back, _rows = back_of(tmp_path, answers, team=Team.FACILITY)
    assert taken_over(STUDY, back, NOW).process_steps[0].power_kw == 12.5
    answers = {"process_steps/s1/power_kw": "12.5 kWh"}
    _back, rows = back_of(tmp_path, answers, team=Team.FACILITY)
    assert rows["process_steps/s1/power_kw"].status is Status.UNREADABLE


def test_what_is_not_in_a_list_is_told_with_the_words_of_the_list(tmp_path):
    _back, rows = back_of(tmp_path, {"transports/t1/mode": "Esel"}, team=Team.LOGISTICS)
    row = rows["transports/t1/mode"]
    told = trouble_told(row.ask, row.trouble, translator("de"))
    assert "Esel" in told and "Bahn" in told and "inland_waterway" not in told


def test_choices_are_known_in_every_language(tmp_path):
    for text, payer in (
        ("der Lieferant", Payer.SUPPLIER),
        ("我方", Payer.US),
        ("customer", Payer.CUSTOMER),
    ):
        back, _rows = back_of(tmp_path, {"transports/t1/paid_by": text}, team=Team.LOGISTICS)
        assert taken_over(STUDY, back, NOW).transports[0].paid_by is payer


@pytest.mark.parametrize(
    ("path", "answer", "code"),
    [
        ("transports/t1/distance", "far", "collect.not_a_number"),
        ("transports/t1/distance", -5, "collect.negative"),
        ("transports/t1/distance", "5 kg", "collect.unit"),
        ("transports/t1/mode", "by donkey", "collect.choice"),
        ("packaging/b1/trips", "12 kg", "collect.not_a_number"),
    ],
)
def test_what_cannot_be_read_is_named_and_changes_nothing(tmp_path, path, answer, code):
    back, rows = back_of(tmp_path, {path: answer}, team=Team.LOGISTICS)
    assert rows[path].status is Status.UNREADABLE
    assert rows[path].trouble.code == code
    assert rows[path].reply.cell[0] == "F"
    assert taken_over(STUDY, back, NOW) == STUDY


@pytest.mark.parametrize(
    ("answer", "code"), [("130 %", "collect.not_a_share"), ("much", "collect.not_a_number")]
)
def test_a_share_has_its_bounds(tmp_path, answer, code):
    _back, rows = back_of(tmp_path, {"materials/m1/recycled_pre_consumer": answer})
    assert rows["materials/m1/recycled_pre_consumer"].trouble.code == code


def test_a_place_nobody_knows_is_named(tmp_path):
    _back, rows = back_of(tmp_path, {"materials/m1/origin_place": "Atlantis"})
    assert rows["materials/m1/origin_place"].trouble.code == "collect.place"


def test_what_was_changed_in_the_study_meanwhile_is_a_conflict(tmp_path):
    now = replace(STUDY, materials=(replace(STUDY.materials[0], supplier="Third mill"),))
    back, rows = back_of(tmp_path, {"materials/m1/supplier": "New mill"}, now=now)
    assert rows["materials/m1/supplier"].status is Status.CONFLICT
    assert taken_over(now, back, NOW).materials[0].supplier == "Third mill"
    taken = taken_over(now, back, NOW, ["materials/m1/supplier"])
    assert taken.materials[0].supplier == "New mill"


def test_a_row_that_is_gone_is_said(tmp_path):
    now = replace(STUDY, materials=())
    _back, rows = back_of(tmp_path, {"materials/m1/supplier": "New mill"}, now=now)
    assert rows["materials/m1/supplier"].status is Status.GONE


def test_rows_and_columns_may_be_moved(tmp_path):
    path, _record = sheet(tmp_path)
    book = openpyxl.load_workbook(filled(path, {"materials/m1/supplier": "New mill"}))
    book.active.insert_cols(3)
    book.active.insert_rows(1, 2)
    book.save(path)
    rows = {row.reply.path: row for row in came_back(STUDY, path, ".").rows}
    assert rows["materials/m1/supplier"].value == "New mill"


def test_a_formula_nobody_calculated_is_no_answer(tmp_path):
    _back, rows = back_of(tmp_path, {"transports/t1/distance": "=1+2"}, team=Team.LOGISTICS)
    assert rows["transports/t1/distance"].trouble.code == "collect.formula"


def test_any_other_workbook_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["path", "answer"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(Refusal, match=r"collect\.not_a_sheet"):
        came_back(STUDY, tmp_path / "other.xlsx", ".")


def test_a_sheet_of_another_study_is_refused(tmp_path):
    path, _record = sheet(tmp_path)
    with pytest.raises(Refusal, match=r"collect\.other_study"):
        came_back(a_study(), path, ".")


def test_a_path_made_up_by_somebody_changes_nothing(tmp_path):
    path, _record = sheet(tmp_path)
    book = openpyxl.load_workbook(path)
    book.active.append(["factors/x/kg_co2e", "", "", "", "", 0])
    book.save(path)
    back = came_back(STUDY, path, ".")
    assert back.count(Status.GONE) == 1
    assert taken_over(STUDY, back, NOW) == STUDY


# What is out


def test_the_study_remembers_what_is_out_and_how_far_it_is_back(tmp_path):
    path, record = sheet(tmp_path)
    study = with_record(STUDY, record)
    back = came_back(study, filled(path, {"materials/m1/supplier": "New mill"}), ".")
    (read,) = taken_over(study, back, NOW).collections
    assert (read.asked, read.answered, read.read) == (record.asked, 1, "2026-03-01")
    assert without_record(study, record.id).collections == ()


@settings(max_examples=30, deadline=None)
@given(value=st.floats(1e-6, 1e9), unit=st.sampled_from(["kg", "g", "t"]))
def test_any_amount_survives_the_way_out_and_back(tmp_path_factory, value, unit):
    folder = tmp_path_factory.mktemp("sheet")
    back, rows = back_of(
        folder, {"wastes/a1/amount": value}, team=Team.FACILITY, units={"wastes/a1/amount": unit}
    )
    came = rows["wastes/a1/amount"].value
    assert (came.value, came.unit) == (pytest.approx(value, rel=1e-14), unit)
    assert plain(taken_over(STUDY, back, NOW).wastes[0].amount).endswith(unit)
