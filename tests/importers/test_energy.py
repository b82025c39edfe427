"""Tables of energy, with values worked by hand."""

from datetime import date

import pytest

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.carriers import carrier_of, not_energy
from supplier_pcf.importers.energy import read_energy
from supplier_pcf.importers.energy_header import Layout
from supplier_pcf.importers.outcome import RowStatus
from supplier_pcf.words.importing import SENTENCES
from tests.importers.make_tables import text, workbook


@pytest.fixture
def table(tmp_path):
    """Read rows as a table of energy."""

    def read(*rows, name="energy.xlsx", **options):
        found = read_energy(workbook(tmp_path / name, rows, sheet="Data"), **options)
        for report in found.rows:
            assert report.code == "" or SENTENCES[report.code].format(**report.params)
        for finding in found.findings:
            assert SENTENCES[finding.code].format(**finding.params)
        return found

    return read


def codes(found):
    return {finding.code for finding in found.findings}


def amounts(meter):
    return [reading.amount for reading in meter.readings]


YEAR = [f"2025-{month:02d}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("word", "carrier"),
    [
        ("电", Carrier.ELECTRICITY),
        ("用电量", Carrier.ELECTRICITY),
        ("Strom", Carrier.ELECTRICITY),
        ("Stromverbrauch", Carrier.ELECTRICITY),
        ("Electricity", Carrier.ELECTRICITY),
        ("天然气", Carrier.NATURAL_GAS),
        ("Erdgas", Carrier.NATURAL_GAS),
        ("Gas", Carrier.NATURAL_GAS),
        ("煤气", Carrier.OTHER),
        ("柴油", Carrier.DIESEL),
        ("发电机柴油", Carrier.DIESEL),
        ("蒸汽", Carrier.STEAM),
        ("Fernwärme", Carrier.HEAT),
        ("LPG gas", Carrier.LPG),
        ("Heizöl", Carrier.HEATING_OIL),
        ("压缩空气", Carrier.COMPRESSED_AIR),
        ("Druckluft", Carrier.COMPRESSED_AIR),
        ("Remark", None),
    ],
)
def test_a_word_names_its_carrier(word, carrier):
    assert carrier_of(word) is carrier


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("电费(元)", "import.money_ignored"),
        ("Stromkosten [EUR]", "import.money_ignored"),
        ("水 (吨)", "import.water_ignored"),
        ("Wasser m³", "import.water_ignored"),
        ("最大需量", "import.not_a_consumption"),
        ("产量 (件)", "import.not_a_consumption"),
        ("冷冻水", ""),
        ("Strom (kWh)", ""),
    ],
)
def test_what_is_no_energy_is_known(heading, code):
    assert not_energy(heading) == code


def test_months_down_give_a_meter_for_each_carrier(table):
    rows = [[month, 100 + i, 10 + i, 5] for i, month in enumerate(YEAR)]
    found = table(["Month", "Electricity (kWh)", "Gas (m³)", "Cost (EUR)"], *rows)
    power, gas = found.meters
    assert found.layout is Layout.MONTHS_DOWN
    assert (power.id, power.carrier, power.unit) == (
        "meter-electricity",
        Carrier.ELECTRICITY,
        "kWh",
    )
    assert (gas.id, gas.carrier, gas.unit) == ("meter-natural-gas", Carrier.NATURAL_GAS, "m3")
    assert sum(amounts(power)) == 1266
    assert (power.readings[1].start, power.readings[1].end) == (
        date(2025, 2, 1),
        date(2025, 2, 28),
    )
    assert "import.column_of_money" in codes(found)
    assert found.counts[RowStatus.MATCHED] == 12


def test_months_across_give_a_meter_for_each_row(table):
    found = table(
        ["能源", "单位", *[f"{m}月" for m in range(1, 13)], "合计"],
        ["电", "万度", *range(10, 22), 186],
        ["天然气", "m3", *[100] * 12, 1200],
        ["水", "吨", *[30] * 12, 360],
        name="2025.xlsx",
    )
    assert found.layout is Layout.MONTHS_ACROSS
    assert [(m.name, m.unit, sum(amounts(m))) for m in found.meters] == [
        ("电", "10MWh", 186),
        ("天然气", "m3", 1200),
    ]
    assert found.rows[-1].code == "import.water_ignored"
    assert "import.year_from_title" in codes(found)
    assert found.meters[0].readings[0].start == date(2025, 1, 1)


def test_a_list_of_bills_gives_a_meter_for_each_carrier(table):
    found = table(
        ["Monat", "Energieträger", "Verbrauch", "Einheit"],
        ["01.2025", "Strom", 1000, "kWh"],
        ["01.2025", "Erdgas", 200, "kWh Hs"],
        ["02.2025", "Strom", 1.1, "MWh"],
        ["02.2025", "Wasser", 5, "m³"],
    )
    power, gas = found.meters
    assert found.layout is Layout.LIST
    assert amounts(power) == [1000, pytest.approx(1100)]
    assert gas.unit == "kWh gross"
    assert found.rows[-1].code == "import.water_ignored"


def test_bills_from_day_to_day_keep_their_days(table):
    found = table(
        ["From", "To", "Electricity (kWh)"],
        [date(2025, 1, 4), date(2025, 2, 3), 500],
        [date(2025, 2, 4), date(2025, 3, 3), 450],
    )
    first = found.meters[0].readings[0]
    assert (first.start, first.end) == (date(2025, 1, 4), date(2025, 2, 3))


def test_bills_that_overlap_are_counted_once(table):
    found = table(
        ["From", "To", "Electricity (kWh)"],
        ["2025-01-01", "2025-01-31", 500],
        ["2025-01-15", "2025-02-14", 450],
    )
    assert amounts(found.meters[0]) == [500]
    assert found.rows[-1].code == "import.bills_overlap"


def test_bills_that_meet_on_a_day_are_both_counted(table):
    found = table(
        ["From", "To", "Electricity (kWh)"],
        ["2025-01-01", "2025-02-01", 500],
        ["2025-02-01", "2025-03-01", 450],
    )
    assert amounts(found.meters[0]) == [500, 450]


def test_a_month_entered_twice_is_counted_once(table):
    found = table(["Month", "Strom (kWh)"], ["2025-01", 100], ["2025-01", 120], ["2025-02", 90])
    assert amounts(found.meters[0]) == [100, 90]
    assert found.rows[2].code == "import.month_twice"
    assert found.rows[2].params["other_row"] == 2


def test_missing_months_are_named(table):
    found = table(["Month", "Strom (kWh)"], ["2025-01", 100], ["2025-02", ""], ["2025-04", 90])
    missing = next(f for f in found.findings if f.code == "import.months_missing")
    assert missing.params["months"] == "2025-02, 2025-03"
    assert "import.less_than_a_year" in codes(found)


def test_an_amount_that_is_text_waits_and_the_rest_counts(table):
    found = table(
        ["Month", "Strom (kWh)", "Gas (m3)"], ["2025-01", "estimate", 7], ["2025-02", 90, 8]
    )
    power = next(m for m in found.meters if m.carrier is Carrier.ELECTRICITY)
    assert amounts(power) == [90]
    assert (found.rows[1].status, found.rows[1].code) == (RowStatus.CHOOSE, "import.not_a_number")
    assert found.rows[1].params["cell"] == "B2"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Month", "Strom (kWh)"], ["2025-01", -5]], "import.negative_reading"),
        ([["Month", "Strom"], ["2025-01", 5]], "import.unit_missing"),
        ([["Month", "Strom (m3)"], ["2025-01", 5]], "import.unit_does_not_fit"),
        ([["Month", "Strom (kWh)"], ["soon", 5]], "import.date_unreadable"),
        ([["Month", "Strom (kWh)"], ["03/04/2025", 5]], "import.date_ambiguous"),
        ([["Month", "Strom (kWh)"], ["January", 5]], "import.year_missing"),
        ([["Month", "Strom (kWh)"], ["2025-01", "1,234"]], "import.number_ambiguous"),
        ([["Month", "Carrier", "Amount", "Unit"], ["2025-01", "Magic", 5, "kWh"]], "import.carrier_unknown"),
        ([["Month", "Carrier", "Amount", "Unit"], ["2025-01", "Strom", 5, "boxes"]], "import.unit_unknown"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_and_not_counted(table, rows, code):
    found = table(*rows)
    assert (found.rows[1].status, found.rows[1].code) == (RowStatus.CHOOSE, code)
    assert found.meters == ()


def test_the_user_can_name_the_year_and_the_carrier(table):
    rows = [["Month", "Amount (kWh)"], ["January", 5]]
    found = table(*rows, year=2024, carrier=Carrier.ELECTRICITY)
    assert found.meters[0].readings[0].start == date(2024, 1, 1)
    assert "import.year_from_title" not in codes(found)


def test_the_title_can_name_the_carrier(table):
    found = table(["Stromverbrauch 2025"], ["Monat", "Verbrauch (kWh)"], ["Januar", 5])
    assert found.meters[0].carrier is Carrier.ELECTRICITY
    assert {"import.carrier_from_title", "import.year_from_title"} <= codes(found)


def test_a_total_row_is_not_counted_and_is_compared(table):
    head = ["Month", "Strom (kWh)"]
    good = table(head, ["2025-01", 100], ["2025-02", 90], ["Total", 190])
    bad = table(head, ["2025-01", 100], ["2025-02", 90], ["Total", 290])
    assert amounts(good.meters[0]) == amounts(bad.meters[0]) == [100, 90]
    assert "import.total_differs" not in codes(good)
    assert "import.total_differs" in codes(bad)


def test_quarters_and_means_are_not_counted(table):
    head = ["Month", "Strom (kWh)"]
    found = table(head, ["2025-01", 100], ["Q1", 100], ["一季度", 100], ["Average", 100])
    assert amounts(found.meters[0]) == [100]
    assert [row.code for row in found.rows[2:]] == ["import.total_row"] * 3


def test_peak_and_valley_are_not_added_to_their_total(table):
    found = table(["月份", "峰电量(kWh)", "谷电量(kWh)", "总电量(kWh)"], ["2025-01", 60, 40, 100])
    assert [amounts(meter) for meter in found.meters] == [[100]]
    assert "import.part_of_total_ignored" in codes(found)


def test_peak_and_valley_without_a_total_are_both_counted(table):
    found = table(["月份", "峰电量(kWh)", "谷电量(kWh)"], ["2025-01", 60, 40])
    assert [meter.id for meter in found.meters] == ["meter-electricity", "meter-electricity-2"]


def test_a_reading_unlike_the_others_is_named(table):
    rows = [[month, 100] for month in YEAR[:11]]
    found = table(["Month", "Strom (kWh)"], *rows, ["2025-12", 100_000])
    assert "import.unlike_other_months" in codes(found)


def test_gas_in_kwh_asks_for_the_heating_value(table):
    assert "import.heating_value_open" in codes(table(["Month", "Gas (kWh)"], ["2025-01", 5]))
    assert "import.heating_value_open" not in codes(
        table(["Month", "Gas (kWh Hs)"], ["2025-01", 5])
    )


def test_solar_power_is_a_meter_of_its_own(table):
    found = table(["月份", "市电(kWh)", "光伏(kWh)"], ["2025-01", 60, 40])
    assert [meter.name for meter in found.meters] == ["市电", "光伏"]
    assert "import.own_power" in codes(found)


def test_two_rows_of_headings_are_joined(table):
    found = table(["月份", "电", "天然气"], ["", "度", "立方米"], ["2025-01", 60, 40])
    assert [meter.unit for meter in found.meters] == ["kWh", "m3"]


def test_excel_dates_stand_for_their_month(table):
    found = table(["Month", "Strom (kWh)"], [date(2025, 1, 1), 5], [date(2025, 2, 1), 6])
    assert found.meters[0].readings[1].end == date(2025, 2, 28)
    assert "import.day_taken_as_month" not in codes(found)


def test_days_in_mid_month_are_asked_about(table):
    found = table(["Date", "Strom (kWh)"], [date(2025, 1, 17), 5], [date(2025, 2, 16), 6])
    assert "import.day_taken_as_month" in codes(found)


def test_daily_readings_are_all_counted(table):
    days = [[date(2025, 1, day), 10] for day in range(1, 32)]
    found = table(["Date", "Strom (kWh)"], *days, [date(2025, 1, 5), 10])
    assert sum(amounts(found.meters[0])) == 310
    assert found.rows[-1].code == "import.month_twice"


def test_bills_in_any_order_come_out_in_order_of_time(table):
    found = table(
        ["Month", "Strom (kWh)"], ["2025-03", 3], ["2025-01", 1], ["2025-02", 2], ["2025-01", 9]
    )
    assert amounts(found.meters[0]) == [1, 2, 3]
    assert found.rows[-1].params["other_row"] == 3


def test_a_formula_without_a_result_is_named(table):
    found = table(["Month", "Strom (kWh)"], ["2025-01", 5], ["2025-02", "=5+1"])
    assert "import.formulas_not_calculated" in codes(found)


def test_a_german_text_file_is_read(tmp_path):
    lines = ["Monat;Strom (kWh);Erdgas (m³);Kosten (€)", "Jan. 2025;12.345,5;1.200;3.000,00", "Feb. 2025;11.000;900,5;2.800,00"]  # fmt: skip
    found = read_energy(text(tmp_path / "energie.csv", lines, "cp1252"))
    assert [amounts(meter) for meter in found.meters] == [[12345.5, 11000], [1200, 900.5]]


def test_the_user_can_say_which_column_is_which(table):
    rows = [["Period", "Zone", "Electricity (kWh)"], ["2025-01", "2024-01", 5]]
    assert table(*rows).meters[0].readings[0].start.year == 2025
    assert table(*rows, mapping={"month": "B"}).meters[0].readings[0].start.year == 2024


def test_a_table_of_something_else_is_refused(tmp_path):
    with pytest.raises(Refusal) as caught:
        read_energy(workbook(tmp_path / "x.xlsx", [["Part", "Qty"], ["A", 1]]))
    assert caught.value.code == "import.no_energy_headings"
