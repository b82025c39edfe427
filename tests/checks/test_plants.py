"""What is doubtful about a plant: meters and their parts, energy counted twice, power of the machines."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.site import MeterPartKind, Reading
from supplier_pcf.domain.study import Period
from supplier_pcf.engine.result import NotCounted
from tests.checks.plant_cases import AIR, FOUND, HALF, YEAR, parts, plant, press, readings, taken


def found(case):
    return {f.code: f for f in findings(case.examined)}


@pytest.mark.parametrize("code", FOUND)
def test_it_is_found_and_says_where(code):
    assert found(FOUND[code])[code].where


def test_a_sound_plant_has_no_such_finding():
    assert not set(FOUND) & set(found(plant()))


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("meter.parts_exceed", Severity.ERROR),
        ("meter.negative", Severity.ERROR),
        ("energy.included_circle", Severity.ERROR),
        ("energy.bought_or_made", Severity.WARNING),
        ("meter.readings_missing", Severity.WARNING),
    ],
)
def test_what_makes_the_number_wrong_stops_the_export(code, severity):
    assert found(FOUND[code])[code].severity is severity


def test_all_that_a_meter_reads_may_be_taken_off_and_nothing_is_left():
    case = parts(taken(12_000))
    assert "meter.parts_exceed" not in found(case)
    assert case.result.excluding == 0


def test_more_than_a_meter_reads_never_gives_less_than_nothing():
    assert FOUND["meter.parts_exceed"].result.excluding == 0


def test_a_part_that_belongs_to_production_needs_no_amount():
    idle = replace(taken(None), kind=MeterPartKind.IDLE, belongs=True)
    assert "meter.part_no_amount" not in found(parts(idle))


def test_the_days_that_are_not_read_are_counted():
    """January to June are 181 of 365 days."""
    finding = found(readings(HALF))["meter.readings_missing"]
    assert (finding.params["missing"], finding.params["days"]) == (184, 365)


def test_readings_that_overlap_do_not_hide_a_gap():
    twice = (HALF, Reading(start=date(2025, 3, 1), end=date(2025, 4, 30), amount=1))
    assert found(readings(*twice))["meter.readings_missing"].params["missing"] == 184


def test_a_leap_year_read_by_two_halves_is_whole():
    year = Period(start=date(2024, 1, 1), end=date(2024, 12, 31))
    first = Reading(start=date(2024, 1, 1), end=date(2024, 6, 30), amount=1)
    second = Reading(start=date(2024, 7, 1), end=date(2024, 12, 31), amount=1)
    case = readings(second, first).having(period=year)
    assert not {"meter.readings_missing", "meter.readings_overlap"} & set(found(case))


@pytest.mark.parametrize(
    "period",
    [
        Period(start=date(2025, 1, 1), end=date(2025, 1, 1)),
        Period(start=date(2025, 1, 2), end=date(2025, 1, 1)),
        Period(start=date(2021, 1, 1), end=date(2025, 12, 31)),
        Period(),
    ],
)
def test_any_period_gives_findings_and_no_fault(period):
    assert {"period.missing", "period.order", "period.long", "period.not_a_year"} & set(
        found(plant().having(period=period))
    )


def test_five_years_are_too_long_and_four_of_them_are_not_read():
    case = plant().having(period=Period(start=date(2021, 1, 1), end=date(2025, 12, 31)))
    assert found(case)["period.long"].params["months"] == 60
    assert found(case)["meter.readings_missing"].params["missing"] == 365 * 3 + 366


def test_own_compressed_air_is_neither_owed_nor_counted():
    case = plant(replace(AIR, included_in="power"))
    line = case.result.flows[1]
    assert line.reason is NotCounted.INCLUDED and not line.counted
    assert case.result.complete and case.result.exempted_percent == 0
    assert not {"flow.no_factor", "flow.no_amount", "energy.bought_or_made"} & set(found(case))


def test_air_of_a_compressor_in_a_circle_of_rows_stays_owed():
    case = plant(replace(AIR, included_in="steam"), replace(AIR, id="steam", included_in="air"))
    assert [f.where for f in findings(case.examined) if f.code == "energy.included_circle"] == [
        "energy_uses/air/included_in",
        "energy_uses/steam/included_in",
    ]
    assert not case.result.complete


def test_bought_air_with_its_factor_raises_no_question():
    assert "energy.bought_or_made" not in found(plant(replace(AIR, factor_id="grid")))


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        (press(36, 100), False),  # 1 kWh beside 3 kWh: 3 times, still inside
        (press(36, 99.9), True),
        (press(36, 1000), False),  # 10 kWh: 0.3 times
        (press(36, 1001), True),
        (press(36, 400, 4), False),  # 1 kWh, four parts a cycle
        (press(None, 10), False),
        (press(36, 10, 0), False),
    ],
)
def test_shared_power_is_compared_with_the_machines(step, is_found):
    """P x t / (3600 x parts), beside a quarter of 12,000 kWh for 1,000 pieces: 3 kWh."""
    codes = set(found(plant(process_steps=(step,))))
    assert ("energy.beside_machine_power" in codes) is is_found


def test_much_more_than_some_machines_take_is_no_finding_while_others_do_not_say():
    silent = replace(press(None, None), id="furnace")
    codes = found(plant(process_steps=(press(36, 10), silent)))
    assert "energy.beside_machine_power" not in codes


def test_a_year_of_power_below_zero_is_not_subtracted_in_silence():
    assert found(readings(replace(YEAR, amount=-100)))["meter.negative"].where == (
        "meters/main/readings"
    )
